//! What has to be provided: how many people need which service, and who they are, of those with a
//! place. For whoever orders interpreters and prepares rooms; forgotten two weeks after the congress.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageRegistrations;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::registration::{Registration, Service, State as Standing};
use wiec_store::{StoreError, WantedRegistrations};

use crate::view::in_office;

/// Registrations that are read at once.
const AT_ONCE: u64 = 1000;

#[derive(Template)]
#[template(path = "needs.html")]
struct NeedsPage {
    frame: OfficeFrame,
    counts: Vec<(&'static str, usize)>,
    people: Vec<Line>,
    list: String,
}

/// Somebody who needs something.
struct Line {
    number: u32,
    name: String,
    services: String,
    languages: String,
}

/// `GET /biuro/{congress}/rejestracje/potrzeby`
pub async fn get(
    permit: Permit<ManageRegistrations>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let people = people(&app, congress).await?;
    let mut counts: BTreeMap<Service, usize> = BTreeMap::new();
    let mut others = 0;
    for answers in people.iter().map(|one| &one.answers) {
        for service in &answers.services {
            *counts.entry(*service).or_default() += 1;
        }
        others += usize::from(answers.other_service.is_some());
    }
    let (actor, part) = (&permit.actor, Part::Registrations);
    let place = |paths: &Paths| in_office(paths, congress, |words| words.needs);
    let title = m.needs_title();
    let frame = OfficeFrame::open(&app, &visit, actor, congress, part, title, place).await?;
    let page = NeedsPage {
        counts: Service::ALL
            .map(|one| {
                (
                    m.service(one),
                    counts.get(&one).copied().unwrap_or_default(),
                )
            })
            .into_iter()
            .chain([(m.registration_other_service(), others)])
            .filter(|(_, count)| *count > 0)
            .collect(),
        people: people.iter().map(|one| line(one, m)).collect(),
        list: part.path(&frame.paths, congress),
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// Those with a place who need something, in the order of receipt.
async fn people(app: &App, congress: &Slug) -> Result<Vec<Registration>, StoreError> {
    let mut people = Vec::new();
    for state in Standing::WITH_A_PLACE {
        let mut wanted = WantedRegistrations {
            state: Some(state.to_owned()),
            ..WantedRegistrations::default()
        };
        loop {
            let registrations = app.store.registrations();
            let page = registrations.page(congress, &wanted, AT_ONCE).await?;
            let all = page.rows.into_iter().map(|row| row.registration);
            people.extend(all.filter(needs_something));
            match page.next {
                Some(after) => wanted.after = after,
                None => break,
            }
        }
    }
    people.sort_by_key(|one| one.number);
    Ok(people)
}

fn needs_something(one: &Registration) -> bool {
    !one.answers.services.is_empty() || one.answers.other_service.is_some()
}

fn line(one: &Registration, m: &Messages) -> Line {
    let answers = &one.answers;
    let services = answers.services.iter().map(|service| m.service(*service));
    let services: Vec<&str> = services.chain(answers.other_service.as_deref()).collect();
    let languages: Vec<String> = answers.languages.iter().map(ToString::to_string).collect();
    Line {
        number: one.number,
        name: answers.name.clone(),
        services: services.join(", "),
        languages: languages.join(", "),
    }
}
