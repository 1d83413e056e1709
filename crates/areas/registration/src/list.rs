//! The office's table of those who registered: a hundred a page, filtered by what stands in the address.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageRegistrations;
use wiec_kit::address;
use wiec_kit::app::App;
use wiec_kit::dates::moment;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form, FormData};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Zone;
use wiec_model::registration::{Environment, State as Standing};
use wiec_store::{Listed, WantedRegistrations};

use crate::view::in_office;

/// As many as a table can hold and a hand can scroll.
const PAGE: u64 = 100;

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    frame: OfficeFrame,
    form: Form,
    counts: Vec<(&'static str, u64)>,
    states: Vec<Choice>,
    environments: Vec<Choice>,
    rows: Vec<Line>,
    total: u64,
    next: Option<String>,
    csv: String,
    statistics: String,
    form_page: String,
    import_page: String,
    needs_page: String,
}

/// A row of the table.
struct Line {
    id: String,
    number: u32,
    name: String,
    email: String,
    environment: &'static str,
    body: String,
    town: String,
    services: usize,
    state: &'static str,
    received: String,
}

/// `GET /biuro/{congress}/rejestracje`
pub async fn get(
    permit: Permit<ManageRegistrations>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let query = query(&visit);
    let wanted = wanted(&query);
    let registrations = app.store.registrations();
    let found = registrations.page(congress, &wanted, PAGE).await?;
    let counts = registrations.counts(congress).await?;
    let part = Part::Registrations;
    let frame = OfficeFrame::open(
        &app,
        &visit,
        &permit.actor,
        congress,
        part,
        m.registrations_title(),
        |paths| part.path(paths, congress),
    )
    .await?;
    let path = part.path(&frame.paths, congress);
    let statistics = frame.part(frame.words().statistics);
    let page = ListPage {
        form: Form::of(query.clone(), visit.lang),
        counts: Standing::WORDS
            .into_iter()
            .map(|word| {
                let count = counts.get(word).copied().unwrap_or_default();
                (m.state_of_registration(word), count)
            })
            .collect(),
        states: choices(
            m,
            Standing::WORDS.map(|word| Choice::new(word, m.state_of_registration(word))),
        ),
        environments: choices(
            m,
            Environment::ALL.map(|one| Choice::new(one.key(), m.environment(one))),
        ),
        rows: found
            .rows
            .iter()
            .map(|row| line(row, m, &frame.zone, visit.lang))
            .collect(),
        total: found.total,
        next: found.next.map(|after| next_page(&path, &wanted, after)),
        csv: format!("{path}/csv"),
        form_page: in_office(&frame.paths, congress, |words| words.form),
        import_page: in_office(&frame.paths, congress, |words| words.import),
        needs_page: in_office(&frame.paths, congress, |words| words.needs),
        statistics,
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// What the address asks for.
pub fn query(visit: &Visit) -> FormData {
    let query = visit.address.split_once('?').map_or("", |(_, query)| query);
    FormData::parse(query.as_bytes())
}

/// Which registrations an address asks for; what is no word of ours is not asked for.
pub fn wanted(query: &FormData) -> WantedRegistrations {
    let word = |name: &str| query.get(name).filter(|word| !word.is_empty());
    WantedRegistrations {
        state: word("state")
            .filter(|state| Standing::WORDS.contains(state))
            .map(str::to_owned),
        environment: word("environment")
            .filter(|key| Environment::from_key(key).is_some())
            .map(str::to_owned),
        words: word("words").map(str::to_owned),
        after: word("after")
            .and_then(|number| number.parse().ok())
            .unwrap_or_default(),
    }
}

fn choices<const N: usize>(m: &Messages, all: [Choice; N]) -> Vec<Choice> {
    std::iter::once(Choice::new("", m.registrations_all()))
        .chain(all)
        .collect()
}

fn next_page(path: &str, wanted: &WantedRegistrations, after: u32) -> String {
    let word = |asked: &Option<String>| asked.clone().unwrap_or_default();
    let question = address::query(&[
        ("after", &after.to_string()),
        ("state", &word(&wanted.state)),
        ("environment", &word(&wanted.environment)),
        ("words", &word(&wanted.words)),
    ]);
    format!("{path}{question}")
}

fn line(row: &Listed, m: &'static Messages, zone: &Zone, lang: wiec_model::Lang) -> Line {
    let it = &row.registration;
    let answers = &it.answers;
    Line {
        id: it.id.to_string(),
        number: it.number,
        name: answers.name.clone(),
        email: row
            .email
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        environment: m.environment(answers.environment),
        body: answers.body.clone().unwrap_or_default(),
        town: answers
            .town
            .as_ref()
            .map(|town| town.name.clone())
            .unwrap_or_default(),
        services: answers.services.len() + usize::from(answers.other_service.is_some()),
        state: m.state_of_registration(it.state.word()),
        received: moment(it.received_at, zone, lang),
    }
}
