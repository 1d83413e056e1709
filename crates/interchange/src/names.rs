//! Names that files leave out: identifiers and words of addresses, derived the same way every time.

use std::collections::BTreeSet;

use uuid::Uuid;
use wiec_model::{Programme, Slug, Slugs, Text};

/// The namespace of identifiers that we derive. Changing it would change the identity of every
/// session that was ever imported without one.
const NAMESPACE: Uuid = Uuid::from_u128(0x6ac7_4e0d_5b0e_4f5b_9d3a_7a1f_60c5_b2e4);

/// The longest slug that parses.
const MAX_SLUG_LENGTH: usize = 80;

/// What an identifier is derived for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A session, by its code.
    Session,
    /// A room, by its slug.
    Room,
    /// A person, by what tells them apart: a number in another system, a name, a role.
    Person,
}

/// The identifier of a thing that has none of its own: the same for the same edition and key.
#[must_use]
pub fn guid(edition: &Slug, thing: Thing, key: &str) -> Uuid {
    let kind = match thing {
        Thing::Session => "session",
        Thing::Room => "room",
        Thing::Person => "person",
    };
    Uuid::new_v5(&NAMESPACE, format!("{edition}/{kind}/{key}").as_bytes())
}

/// Whether a problem with an identifier merely repeats one with the code it is derived from.
pub(crate) fn follows_from_code(programme: &Programme, place: &str) -> bool {
    let index = place
        .strip_prefix("sessions[")
        .and_then(|rest| rest.strip_suffix("].guid"));
    let session = index.and_then(|index| programme.sessions.get(index.parse::<usize>().ok()?));
    session.is_some_and(|session| {
        session.guid
            == guid(
                &programme.congress.slug,
                Thing::Session,
                session.code.as_str(),
            )
    })
}

/// Slugs already given to things of one sort.
#[derive(Debug, Default)]
pub struct Taken {
    polish: BTreeSet<Slug>,
    english: BTreeSet<Slug>,
}

impl Taken {
    /// Marks slugs that a file states itself.
    pub fn take(&mut self, slugs: &Slugs) {
        self.polish.insert(slugs.pl.clone());
        self.english.insert(slugs.en.clone());
    }

    /// Slugs of `title`, numbered from 2 where others have them already, and marked as taken.
    pub fn give(&mut self, title: &Text, otherwise: &Slug) -> Slugs {
        let wanted = Slugs::of(title, otherwise);
        Slugs {
            pl: unique(wanted.pl, &mut self.polish),
            en: unique(wanted.en, &mut self.english),
        }
    }
}

/// `wanted`, or the first of `wanted-2`, `wanted-3`… that is not in `taken`, to which it is added.
pub(crate) fn unique(wanted: Slug, taken: &mut BTreeSet<Slug>) -> Slug {
    let mut slug = wanted.clone();
    let mut number = 2_usize;
    while taken.contains(&slug) {
        slug = numbered(&wanted, number);
        number += 1;
    }
    taken.insert(slug.clone());
    slug
}

/// A long slug gives way to its number, so that the whole still parses as a slug.
fn numbered(slug: &Slug, number: usize) -> Slug {
    let room = MAX_SLUG_LENGTH - format!("-{number}").len();
    let kept = &slug.as_str()[..slug.as_str().len().min(room)];
    Slug::from_words(kept)
        .unwrap_or_else(|| slug.clone())
        .numbered(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wiec_model::Lang;

    fn slug(raw: &str) -> Slug {
        raw.parse().unwrap()
    }

    #[test]
    fn the_second_of_a_title_gets_a_number_in_each_language_of_its_own() {
        let mut taken = Taken::default();
        let first = Text::of([
            (Lang::Pl.into(), "Przerwa".to_owned()),
            (Lang::En.into(), "Break".to_owned()),
        ])
        .unwrap();
        let second = Text::of([
            (Lang::Pl.into(), "Przerwa".to_owned()),
            (Lang::En.into(), "Lunch".to_owned()),
        ])
        .unwrap();
        taken.give(&first, &slug("s1"));
        assert_eq!(
            taken.give(&second, &slug("s2")),
            Slugs {
                pl: slug("przerwa-2"),
                en: slug("lunch")
            }
        );
    }

    #[test]
    fn a_numbered_slug_is_still_a_slug_however_long_its_title() {
        let long = slug(&"a".repeat(80));
        let mut taken = BTreeSet::from([long.clone()]);
        let second = unique(long, &mut taken);
        assert_eq!(second.as_str().len(), 80);
        assert_eq!(second.as_str().parse::<Slug>(), Ok(second.clone()));
    }

    #[test]
    fn derived_identifiers_stay_the_same_for_ever() {
        let guid = guid(&slug("kpm-2019"), Thing::Session, "S01");
        assert_eq!(guid.get_version_num(), 5);
        assert_eq!(guid.to_string(), "8010e3db-3c05-5a6c-a6fa-4278df8fcfed");
    }
}
