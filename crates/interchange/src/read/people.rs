//! The people of a foreign schedule, each once.

use std::collections::BTreeMap;

use uuid::Uuid;
use wiec_model::{LanguageTag, Person, Slug, Slugs, Text};

use crate::names::{Taken, Thing, guid};
use crate::read::html;
use crate::read::object::cleaned;
use crate::read::problem::Report;
use crate::read::schedule::ForeignPerson;

/// Everyone met so far.
pub(crate) struct People<'a> {
    edition: &'a Slug,
    language: &'a LanguageTag,
    people: Vec<Person>,
    known: BTreeMap<Key, usize>,
    taken: Taken,
}

/// By what someone is recognised, the best first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Guid(Uuid),
    Id(String),
    Name(String),
}

impl<'a> People<'a> {
    pub(crate) fn new(edition: &'a Slug, language: &'a LanguageTag) -> Self {
        Self {
            edition,
            language,
            people: Vec::new(),
            known: BTreeMap::new(),
            taken: Taken::default(),
        }
    }

    /// The identifier of someone, met before or not; nothing for an entry without a name.
    pub(crate) fn find_or_add(&mut self, person: &ForeignPerson, report: &Report) -> Option<Uuid> {
        let name = one_line(person.name.as_deref()?)?;
        let key = self.key(person, &name, report)?;
        if let Some(&index) = self.known.get(&key) {
            return Some(self.people[index].guid);
        }
        let guid = match &key {
            Key::Guid(guid) => *guid,
            Key::Id(id) => guid(self.edition, Thing::Person, &format!("id/{id}")),
            Key::Name(name) => guid(self.edition, Thing::Person, &format!("name/{name}")),
        };
        let slug = self.slugs(&name);
        let biography = person.biography.as_deref().map(html::to_markdown);
        self.known.insert(key, self.people.len());
        self.people.push(Person {
            slug,
            guid,
            name: Some(name),
            role: None,
            biography: biography.and_then(|words| Text::in_language(self.language.clone(), &words)),
        });
        Some(guid)
    }

    pub(crate) fn into_people(self) -> Vec<Person> {
        self.people
    }

    fn key(&self, person: &ForeignPerson, name: &str, report: &Report) -> Option<Key> {
        if let Some(found) = &person.guid {
            let parsed = Uuid::try_parse(&found.words);
            let parsed = parsed
                .map_err(|_| format!("the guid \"{}\" of a person is not a UUID", found.words));
            return report.keep(&found.place, parsed).map(Key::Guid);
        }
        Some(
            person
                .id
                .clone()
                .map_or_else(|| Key::Name(name.to_owned()), Key::Id),
        )
    }

    fn slugs(&mut self, name: &str) -> Slugs {
        let words = Text::in_language(self.language.clone(), name);
        let otherwise = Slug::from_words("osoba").expect("letters make a slug");
        words.map_or_else(
            || Slugs {
                pl: otherwise.clone(),
                en: otherwise.clone(),
            },
            |words| self.taken.give(&words, &otherwise),
        )
    }
}

/// Words without line breaks, for titles and names; nothing where they are blank.
pub(crate) fn one_line(words: &str) -> Option<String> {
    let joined: Vec<&str> = words
        .split(['\n', '\r', '\t', ' '])
        .filter(|word| !word.is_empty())
        .collect();
    cleaned(&joined.join(" "))
}
