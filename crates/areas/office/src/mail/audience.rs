//! To whom a mailing goes: a group of people, each once, with what the letter can say to them.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_model::contact::Contact;
use wiec_model::mail::Placeholder;
use wiec_model::registration::State;
use wiec_model::rules::Role;
use wiec_model::{AccountId, Email, Lang, Programme, Slug};
use wiec_store::{Listed, WantedRegistrations};

/// Registrations that are read at once.
const AT_ONCE: u64 = 1000;

/// A group of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Those who registered and have a place.
    Confirmed,
    /// Those who registered and wait for one.
    Waitlisted,
    /// Everybody who appears in the draft.
    Speakers,
    /// Those with a role in the congress or a part of it.
    Role(Role),
    /// Those who appear in one session, by its guid.
    Session(Uuid),
}

/// The kinds of groups, as the form offers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// See [`Audience::Confirmed`].
    Confirmed,
    /// See [`Audience::Waitlisted`].
    Waitlisted,
    /// See [`Audience::Speakers`].
    Speakers,
    /// See [`Audience::Role`].
    Role,
    /// See [`Audience::Session`].
    Session,
}

impl Group {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Confirmed,
        Self::Waitlisted,
        Self::Speakers,
        Self::Role,
        Self::Session,
    ];

    /// The key in the form.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Waitlisted => "waitlisted",
            Self::Speakers => "speakers",
            Self::Role => "role",
            Self::Session => "session",
        }
    }

    /// Whether it is of people who registered: only those who may see them may write to them.
    pub const fn is_registered(self) -> bool {
        matches!(self, Self::Confirmed | Self::Waitlisted)
    }

    /// What a letter to them can say to each.
    pub const fn placeholders(self) -> &'static [Placeholder] {
        match self {
            Self::Speakers | Self::Session => &Placeholder::ALL,
            Self::Confirmed | Self::Waitlisted | Self::Role => {
                &[Placeholder::Name, Placeholder::Congress, Placeholder::Link]
            }
        }
    }
}

/// Someone who is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Where the letter goes.
    pub email: Email,
    /// What they are called.
    pub name: Option<String>,
    /// Their account.
    pub account: Option<AccountId>,
    /// The language of their letters.
    pub lang: Lang,
    /// The sessions that the letter is about, by their guids.
    pub sessions: BTreeSet<Uuid>,
}

/// A group, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readers {
    /// Each address once, in alphabetical order.
    pub reached: Vec<Reader>,
    /// How many of the group have no address.
    pub unreachable: usize,
}

/// Reads a group as it is now.
///
/// # Errors
///
/// [`PageError::Internal`] if the store cannot be read.
pub async fn read(
    app: &App,
    congress: &Slug,
    draft: &Programme,
    audience: &Audience,
) -> Result<Readers, PageError> {
    match audience {
        Audience::Confirmed => registered(app, congress, &State::WITH_A_PLACE).await,
        Audience::Waitlisted => registered(app, congress, &["waitlisted"]).await,
        Audience::Speakers => {
            let sessions = draft.sessions.iter();
            appearing(app, congress, draft, sessions.map(|session| session.guid)).await
        }
        Audience::Session(session) => appearing(app, congress, draft, [*session]).await,
        Audience::Role(role) => with_role(app, congress, *role).await,
    }
}

async fn registered(app: &App, congress: &Slug, states: &[&str]) -> Result<Readers, PageError> {
    let mut all = Gathered::default();
    for state in states {
        let mut wanted = WantedRegistrations {
            state: Some((*state).to_owned()),
            ..WantedRegistrations::default()
        };
        loop {
            let registrations = app.store.registrations();
            let found = registrations.page(congress, &wanted, AT_ONCE).await?;
            for Listed {
                registration,
                email,
            } in found.rows
            {
                all.add(email.map(|email| Reader {
                    email,
                    name: Some(registration.answers.name),
                    account: Some(registration.account),
                    lang: registration.lang,
                    sessions: BTreeSet::new(),
                }));
            }
            match found.next {
                Some(after) => wanted.after = after,
                None => break,
            }
        }
    }
    Ok(all.done())
}

async fn with_role(app: &App, congress: &Slug, role: Role) -> Result<Readers, PageError> {
    let granted = app.store.grants().list(congress).await?;
    let mut all = Gathered::default();
    let mut seen = BTreeSet::new();
    for account in granted
        .into_iter()
        .filter(|granted| granted.grant.role == role)
        .map(|granted| granted.account)
    {
        if seen.insert(account.id) {
            all.add(account.email.map(|email| Reader {
                email,
                name: account.name,
                account: Some(account.id),
                lang: account.lang,
                sessions: BTreeSet::new(),
            }));
        }
    }
    Ok(all.done())
}

async fn appearing(
    app: &App,
    congress: &Slug,
    draft: &Programme,
    sessions: impl IntoIterator<Item = Uuid>,
) -> Result<Readers, PageError> {
    let wanted: BTreeSet<Uuid> = sessions.into_iter().collect();
    let mut people: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
    for session in draft
        .sessions
        .iter()
        .filter(|session| wanted.contains(&session.guid))
    {
        for appearance in &session.people {
            people
                .entry(appearance.person)
                .or_default()
                .insert(session.guid);
        }
    }
    let contacts = app.store.contacts().list(congress).await?;
    let ids = contacts.values().filter_map(|contact| contact.account);
    let accounts = app.store.accounts().list(ids).await?;
    let address = |contact: &Contact| {
        let of_account = || accounts.get(&contact.account?)?.email.clone();
        contact.email.clone().or_else(of_account)
    };
    let mut all = Gathered::default();
    for (person, sessions) in people {
        let contact = contacts.get(&person);
        let reached = contact.and_then(|contact| Some((contact, address(contact)?)));
        all.add(reached.map(|(contact, email)| Reader {
            email,
            name: draft.person(person).and_then(|person| person.name.clone()),
            account: contact.account,
            lang: contact.lang,
            sessions,
        }));
    }
    Ok(all.done())
}

/// Readers, each address once. Two people at one address share a letter, and it names neither.
#[derive(Default)]
struct Gathered {
    reached: BTreeMap<Email, Reader>,
    unreachable: usize,
}

impl Gathered {
    fn add(&mut self, reader: Option<Reader>) {
        let Some(reader) = reader else {
            self.unreachable += 1;
            return;
        };
        match self.reached.get_mut(&reader.email) {
            None => {
                self.reached.insert(reader.email.clone(), reader);
            }
            Some(known) => {
                if known.name != reader.name {
                    known.name = None;
                    known.account = None;
                }
                known.sessions.extend(reader.sessions);
            }
        }
    }

    fn done(self) -> Readers {
        Readers {
            reached: self.reached.into_values().collect(),
            unreachable: self.unreachable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(email: &str, name: &str, session: u128) -> Option<Reader> {
        Some(Reader {
            email: email.parse().expect("an address"),
            name: Some(name.to_owned()),
            account: None,
            lang: Lang::Pl,
            sessions: BTreeSet::from([Uuid::from_u128(session)]),
        })
    }

    #[test]
    fn each_address_is_written_to_once_and_two_people_at_one_are_named_neither() {
        let mut all = Gathered::default();
        all.add(reader("b@x.pl", "Beata", 1));
        all.add(reader("a@x.pl", "Anna", 1));
        all.add(reader("a@x.pl", "Anna", 2));
        all.add(reader("b@x.pl", "Bogdan", 2));
        all.add(None);
        let readers = all.done();
        let told: Vec<_> = readers
            .reached
            .iter()
            .map(|reader| {
                let (email, name) = (reader.email.as_str(), reader.name.as_deref());
                (email, name, reader.sessions.len())
            })
            .collect();
        assert_eq!(told, [("a@x.pl", Some("Anna"), 2), ("b@x.pl", None, 2)]);
        assert_eq!(readers.unreachable, 1);
    }
}
