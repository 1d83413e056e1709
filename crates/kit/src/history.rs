//! What was done to something, ready for a page: who and when, and each value from which to which.
//!
//! The whole of an edition's history is a page of the office. The part of it that is about one thing
//! stands on the page of that thing: [`history_of`] makes it.

mod calls;
mod values;
mod words;

use std::collections::BTreeSet;

use askama::Template;
use askama::filters::HtmlSafe;
use serde_json::{Map, Value as Json};
use wiec_model::account::{Account, AccountId};
use wiec_model::{Lang, Slug, Zone};
use wiec_store::{Actor, Entry, Sight, StoreError, Wanted};

use crate::app::App;
use crate::dates;
use crate::messages::{Messages, messages};

pub use values::Change;
pub use words::role;

/// So many of the latest acts stand on the page of a thing.
const ON_A_THING: u64 = 20;
/// So many of the latest acts stand on the desk.
const ON_THE_DESK: u64 = 8;

/// Some acts, newest first. Displaying it writes a list.
#[derive(Template)]
#[template(path = "history.html")]
pub struct Told {
    m: &'static Messages,
    /// The acts.
    pub lines: Vec<Line>,
}

/// One act.
pub struct Line {
    /// When, for people.
    pub when: String,
    /// When, for machines.
    pub machine: String,
    /// Who did it.
    pub who: String,
    /// The account that did it, to look for more of the same.
    pub account: Option<AccountId>,
    /// What was done.
    pub what: &'static str,
    /// What it was done to, for people.
    pub thing: String,
    /// What it was done to, as the store calls it.
    pub subject: String,
    /// What changed.
    pub changes: Vec<Change>,
}

impl HtmlSafe for Told {}

/// The latest acts done to one thing of an edition: `session S31`.
///
/// # Errors
///
/// [`StoreError`] if the store cannot be read.
pub async fn history_of(
    app: &App,
    lang: Lang,
    zone: &Zone,
    congress: &Slug,
    subject: &str,
) -> Result<Told, StoreError> {
    let wanted = Wanted {
        subject: Some(subject.to_owned()),
        ..Wanted::default()
    };
    let page = app
        .store
        .history()
        .page(congress, &wanted, ON_A_THING)
        .await?;
    Told::of(app, lang, zone, &page.entries).await
}

/// The latest acts done to an edition, as far as somebody sees them.
///
/// # Errors
///
/// [`StoreError`] if the store cannot be read.
pub async fn history_latest(
    app: &App,
    lang: Lang,
    zone: &Zone,
    congress: &Slug,
    sight: Sight,
) -> Result<Told, StoreError> {
    let wanted = Wanted {
        sight,
        ..Wanted::default()
    };
    let history = app.store.history();
    let page = history.page(congress, &wanted, ON_THE_DESK).await?;
    Told::of(app, lang, zone, &page.entries).await
}

impl Told {
    /// Puts entries into words; asks the store once for the names of all who appear in them.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the store cannot be read.
    pub async fn of(
        app: &App,
        lang: Lang,
        zone: &Zone,
        entries: &[Entry],
    ) -> Result<Self, StoreError> {
        let ids: BTreeSet<AccountId> = entries.iter().flat_map(named).collect();
        let accounts = app.store.accounts().list(ids).await?;
        let m = messages(lang);
        let name = |id: AccountId| {
            accounts
                .get(&id)
                .map_or(m.history_erased(), name_of)
                .to_owned()
        };
        let reading = values::Reading {
            m,
            zone,
            served: &app.editions.served(),
            name: &name,
        };
        let lines = entries.iter().map(|entry| Line {
            when: dates::moment(entry.at, zone, lang),
            machine: dates::machine(entry.at, zone),
            who: match entry.actor {
                Actor::Operator => m.history_operator().to_owned(),
                Actor::Visitor => m.history_visitor().to_owned(),
                Actor::System => m.history_system().to_owned(),
                Actor::Account(id) => name(id),
            },
            account: actor(entry),
            what: words::act(entry.act, m),
            thing: thing(&entry.subject, m, name),
            subject: entry.subject.clone(),
            changes: values::changes(&entry.subject, &entry.details, &reading),
        });
        Ok(Self {
            lines: lines.collect(),
            m,
        })
    }
}

/// What someone is called among organisers: by name, or by address where they gave none.
#[must_use]
pub fn name_of(account: &Account) -> &str {
    let address = || {
        account
            .email
            .as_ref()
            .map(wiec_model::account::Email::as_str)
    };
    account.name.as_deref().or_else(address).unwrap_or("–")
}

/// The accounts that an entry names.
fn named(entry: &Entry) -> impl Iterator<Item = AccountId> {
    actor(entry)
        .into_iter()
        .chain(subject_account(&entry.subject))
        .chain(entry.details.as_object().into_iter().flat_map(in_details))
}

fn in_details(fields: &Map<String, Json>) -> impl Iterator<Item = AccountId> {
    let accounts = fields.iter();
    let accounts = accounts.filter(|(key, _)| calls::names_an_account(key));
    accounts.filter_map(|(_, value)| value.as_str()?.parse().ok())
}

const fn actor(entry: &Entry) -> Option<AccountId> {
    match entry.actor {
        Actor::Account(id) => Some(id),
        Actor::Operator | Actor::Visitor | Actor::System => None,
    }
}

fn subject_account(subject: &str) -> Option<AccountId> {
    subject.strip_prefix("account ")?.parse().ok()
}

fn thing(subject: &str, m: &Messages, name: impl Fn(AccountId) -> String) -> String {
    let (kind, key) = subject.split_once(' ').unwrap_or((subject, ""));
    let key = subject_account(subject).map_or_else(|| key.to_owned(), name);
    format!("{} {key}", words::kind(kind, m))
        .trim_end()
        .to_owned()
}
