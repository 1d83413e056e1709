//! The sessions that a member appears in, and their answer to whether they will be there.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, FormData};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::AccountId;
use wiec_model::confirmation::{Confirmation, Question};
use wiec_model::rules::{Action, On, may};
use wiec_model::{Lang, Programme, Session, Slug};

use crate::view;

/// A reason is a sentence or two.
const REASON_LETTERS: usize = 500;

/// A session that a member appears in.
pub struct Appearing {
    /// The congress, as forms name it.
    pub congress: Slug,
    /// The session, as forms name it.
    pub session: String,
    /// The person that the member is there.
    pub person: String,
    /// What it is called.
    pub title: String,
    /// When and where it is planned, where it is.
    pub when: Option<String>,
    /// What the member has said.
    pub answer: Confirmation,
}

/// All sessions that a member appears in, congress by congress, in the order of each programme.
///
/// # Errors
///
/// If the store fails.
pub async fn of(app: &App, lang: Lang, account: AccountId) -> Result<Vec<Appearing>, PageError> {
    let mut people: BTreeMap<Slug, Vec<_>> = BTreeMap::new();
    for (congress, contact) in app.store.contacts().of_account(account).await? {
        people.entry(congress).or_default().push(contact.person);
    }
    let mut found = Vec::new();
    for (congress, people) in people {
        let Some(draft) = app.store.drafts().find(&congress).await? else {
            continue;
        };
        let answers = app.store.confirmations().list(&congress).await?;
        let mut sessions: Vec<&Session> = draft.sessions.iter().collect();
        draft.sort(&mut sessions);
        for session in sessions {
            let appears = |person: &&_| session.people.iter().any(|one| one.person == **person);
            let Some(person) = people.iter().find(appears) else {
                continue;
            };
            let question = Question {
                session: session.guid,
                person: *person,
            };
            found.push(Appearing {
                congress: congress.clone(),
                session: session.guid.to_string(),
                person: person.to_string(),
                title: session.title.words(lang).to_owned(),
                when: when(&draft, session, lang),
                answer: answers.of(question).clone(),
            });
        }
    }
    Ok(found)
}

/// `POST /moj-kongres/wystapienie`
pub async fn post(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let (congress, question) = asked(&data).ok_or(PageError::Invalid)?;
    let contact = app
        .store
        .contacts()
        .find(&congress, question.person)
        .await?;
    let contact = contact.ok_or(PageError::NotFound)?;
    let on = On::Person(congress.clone(), contact.person, contact.account);
    if !may(&permit.actor, Action::OwnAppearance, &on) {
        return Err(PageError::NotFound);
    }
    let draft = app.store.drafts().find(&congress).await?;
    let draft = draft.ok_or(PageError::NotFound)?;
    let appears = draft.sessions.iter().any(|session| {
        let mut people = session.people.iter();
        session.guid == question.session && people.any(|one| one.person == question.person)
    });
    if !appears {
        return Err(PageError::NotFound);
    }
    let now = app.clock.now();
    let before = Confirmation::Unasked;
    let after = match data.get("answer") {
        Some("yes") => before.confirm(now),
        Some("no") => before.decline(now, reason(&data).as_deref()),
        _ => return Err(PageError::Invalid),
    };
    let mut tx = app.store.begin(permit.writer(), now).await?;
    tx.confirmations().save(&congress, question, &after).await?;
    tx.commit().await?;
    Ok(view::lead_to(&visit.paths().account()))
}

fn asked(data: &FormData) -> Option<(Slug, Question)> {
    let question = Question {
        session: data.get("session")?.parse().ok()?,
        person: data.get("person")?.parse().ok()?,
    };
    Some((data.get("congress")?.parse().ok()?, question))
}

fn reason(data: &FormData) -> Option<String> {
    let words: String = data.get("reason")?.chars().take(REASON_LETTERS).collect();
    (!words.is_empty()).then_some(words)
}

fn when(draft: &Programme, session: &Session, lang: Lang) -> Option<String> {
    let slot = session.slot.as_ref()?;
    let zone = &draft.congress.zone;
    let day = dates::day_month(dates::date_of(slot.starts_at, zone), lang);
    let room = draft
        .rooms
        .iter()
        .find(|room| room.slug == slot.room)
        .map(|room| room.name.words(lang).to_owned());
    let hours = dates::hours(slot, zone);
    Some(room.map_or_else(
        || format!("{day}, {hours}"),
        |room| format!("{day}, {hours}, {room}"),
    ))
}
