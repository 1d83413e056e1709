//! What was done to a congress, page by page, by whom or to what one asks for.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use wiec_kit::acts::ReadHistory;
use wiec_kit::address::query;
use wiec_kit::app::App;
use wiec_kit::collate;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::history::{Line, Told, name_of};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, sight};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::account::AccountId;
use wiec_store::{Sight, Wanted};

/// So many entries stand on a page.
const PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "history_page.html")]
struct HistoryPage {
    frame: OfficeFrame,
    form: Form,
    lines: Vec<Line>,
    /// Those of whom one can ask what they did.
    people: Vec<Choice>,
    newer: Option<String>,
    older: Option<String>,
}

/// Which entries are wanted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    who: String,
    what: String,
    before: String,
}

/// `GET /biuro/{congress}/historia`
pub async fn get(
    permit: Permit<ReadHistory>,
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let place = |paths: &wiec_kit::paths::Paths| Part::History.path(paths, congress);
    let title = messages(visit.lang).history_title();
    let part = Part::History;
    let frame =
        OfficeFrame::open(&app, &visit, &permit.actor, congress, part, title, place).await?;
    let store = app.store.history();
    let wanted = asked.wanted(sight(&permit.actor, congress));
    let found = store.page(congress, &wanted, PAGE).await?;
    let told = Told::of(&app, visit.lang, &frame.zone, &found.entries).await?;
    let page = HistoryPage {
        form: Form::fresh(visit.lang)
            .with("who", &asked.who)
            .with("what", &asked.what),
        people: people(&app, &visit, congress).await?,
        newer: (!asked.before.is_empty()).then(|| asked.address(&frame.here, None)),
        older: found
            .next
            .map(|next| asked.address(&frame.here, Some(next))),
        lines: told.lines,
        frame,
    };
    Ok(respond::private(page.render()?))
}

impl Asked {
    /// What cannot be read asks for nothing in particular.
    fn wanted(&self, sight: Sight) -> Wanted {
        let subject = self.what.trim();
        Wanted {
            subject: (!subject.is_empty()).then(|| subject.to_owned()),
            account: self.who.parse().ok(),
            before: self.before.parse().ok(),
            sight,
        }
    }

    /// The address of the same question, before an entry or from the newest.
    fn address(&self, here: &str, before: Option<i64>) -> String {
        let before = before.map(|number| number.to_string()).unwrap_or_default();
        let fields = [
            ("who", self.who.as_str()),
            ("what", &self.what),
            ("before", &before),
        ];
        format!("{here}{}", query(&fields))
    }
}

impl HistoryPage {
    /// The address of what else an account did.
    fn of_account(&self, account: &AccountId) -> String {
        format!("{}?who={account}", self.frame.here)
    }

    /// The address of what else was done to a thing.
    fn of_subject(&self, line: &Line) -> String {
        format!("{}{}", self.frame.here, query(&[("what", &line.subject)]))
    }
}

/// Those with a role here: whoever else did something is a link in the entry itself.
async fn people(app: &App, visit: &Visit, congress: &Slug) -> Result<Vec<Choice>, PageError> {
    let granted = app.store.grants().list(congress).await?;
    let mut people: Vec<Choice> = granted
        .iter()
        .map(|granted| Choice::new(granted.account.id, name_of(&granted.account)))
        .collect();
    collate::sort_by_text(&mut people, visit.lang, |choice| choice.label.clone());
    people.dedup();
    people.insert(0, Choice::new("", messages(visit.lang).history_anybody()));
    Ok(people)
}
