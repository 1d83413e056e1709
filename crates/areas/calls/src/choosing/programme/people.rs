//! Authors as people of the programme: those who said that they are authors and whose names are kept from
//! nobody. Somebody who appears already, by the same name and role, appears again; nobody is made twice.

use std::collections::BTreeMap;

use uuid::Uuid;
use wiec_model::calls::{Anonymity, Author, Submission};
use wiec_model::contact::Contact;
use wiec_model::edit::{Edit, PersonFields, Proposed};
use wiec_model::session::Appearance;
use wiec_model::{AccountId, Lang, Part, Programme, Text};

/// What tells an author from others.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Account(AccountId),
    Words(String, Option<String>),
}

/// People as they are found and made.
pub struct People<'a> {
    draft: &'a Programme,
    known: BTreeMap<Key, Uuid>,
    /// What makes those who are new.
    pub edits: Vec<Proposed>,
    /// How those are reached.
    pub contacts: Vec<Contact>,
}

/// The authors of a submission whom the public may know.
pub fn named(submission: &Submission) -> impl Iterator<Item = &Author> {
    let is_open = submission.anonymity == Anonymity::None;
    submission
        .authors
        .iter()
        .filter(move |author| is_open && author.may_be_named())
}

impl<'a> People<'a> {
    /// Those of a draft.
    pub const fn of(draft: &'a Programme) -> Self {
        Self {
            draft,
            known: BTreeMap::new(),
            edits: Vec::new(),
            contacts: Vec::new(),
        }
    }

    /// Those who speak for a submission; `fresh` makes keys.
    pub fn speakers(
        &mut self,
        submission: &Submission,
        mut fresh: impl FnMut() -> Uuid,
    ) -> Vec<Appearance> {
        let speakers = named(submission).map(|author| Appearance {
            person: self.person(submission, author, &mut fresh),
            part: Part::Speaker,
        });
        speakers.collect()
    }

    fn person(
        &mut self,
        submission: &Submission,
        author: &Author,
        fresh: &mut impl FnMut() -> Uuid,
    ) -> Uuid {
        let about = &author.about;
        let key = author.account.map_or_else(
            || Key::Words(about.name.clone(), about.body.clone()),
            Key::Account,
        );
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let tag = &submission.words.lang;
        let text = |words: &Option<String>| {
            let words = words.as_deref()?;
            Text::in_language(tag.clone(), words)
        };
        let role = text(&about.body);
        let people = self.draft.people.iter();
        let there = people
            .filter(|person| person.name.as_deref() == Some(about.name.as_str()))
            .find(|person| person.role == role);
        let guid = there.map_or_else(&mut *fresh, |person| person.guid);
        if there.is_none() {
            let fields = PersonFields {
                name: Some(about.name.clone()),
                role,
                biography: text(&about.biography),
            };
            self.edits.push(Proposed {
                edit: Edit::CreatePerson { guid, fields },
                seen: None,
            });
            let is_english = tag.as_str() == Lang::En.code();
            self.contacts.push(Contact {
                person: guid,
                email: author.email.clone().filter(|_| author.account.is_none()),
                account: author.account,
                lang: if is_english { Lang::En } else { Lang::Pl },
            });
        }
        self.known.insert(key, guid);
        guid
    }
}
