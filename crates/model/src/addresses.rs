//! Addresses stay: a slug that was released once belongs to its session or person for ever.
//!
//! Files rarely state slugs, so each import derives them anew from titles. Titles change and
//! sessions go; what is printed on a badge or stored in a calendar must not lead elsewhere then.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::person::Person;
use crate::problems::Problem;
use crate::programme::Programme;
use crate::release::Release;
use crate::session::Session;
use crate::slug::{Slug, Slugs};
use crate::text::Lang;

/// Every slug that was ever released in an edition, and to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addresses {
    /// Those of sessions.
    pub sessions: Owners,
    /// Those of people.
    pub people: Owners,
}

/// The guids behind slugs, for each language: one word may mean two things in two languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owners {
    pl: BTreeMap<Slug, Uuid>,
    en: BTreeMap<Slug, Uuid>,
}

impl Owners {
    /// Whose slug this is in the addresses of `lang`.
    #[must_use]
    pub fn owner(&self, slug: &str, lang: Lang) -> Option<Uuid> {
        self.of(lang).get(slug).copied()
    }

    const fn of(&self, lang: Lang) -> &BTreeMap<Slug, Uuid> {
        match lang {
            Lang::Pl => &self.pl,
            Lang::En => &self.en,
        }
    }

    /// Gives a thing its slugs, except those that another has already.
    fn give(&mut self, slugs: &Slugs, guid: Uuid) {
        self.pl.entry(slugs.pl.clone()).or_insert(guid);
        self.en.entry(slugs.en.clone()).or_insert(guid);
    }

    /// A slug that the thing had in earlier releases.
    fn one_of(&self, guid: Uuid, lang: Lang) -> Option<&Slug> {
        let mut owned = self.of(lang).iter().filter(|(_, owner)| **owner == guid);
        owned.next().map(|(slug, _)| slug)
    }
}

impl Addresses {
    /// All that were released up to and with `release`.
    ///
    /// Releases stored before addresses were kept say only their own; those are read off them.
    #[must_use]
    pub fn until(release: &Release) -> Self {
        let mut addresses = release.addresses.clone();
        addresses.add(&release.programme);
        for gone in &release.cancelled {
            addresses
                .sessions
                .give(&gone.session.slug, gone.session.guid);
        }
        addresses
    }

    /// Where `draft` gives away a slug that belongs to another.
    pub(crate) fn taken_by(&self, draft: &Programme) -> Vec<Problem> {
        let sessions = draft.sessions.iter().map(|one| (&one.slug, one.guid));
        let people = draft.people.iter().map(|one| (&one.slug, one.guid));
        let mut problems = taken(&self.sessions, "sessions", "session", sessions);
        problems.extend(taken(&self.people, "people", "person", people));
        problems
    }

    /// These and those of `programme`.
    pub(crate) fn with(mut self, programme: &Programme) -> Self {
        self.add(programme);
        self
    }

    fn add(&mut self, programme: &Programme) {
        for session in &programme.sessions {
            self.sessions.give(&session.slug, session.guid);
        }
        for person in &programme.people {
            self.people.give(&person.slug, person.guid);
        }
    }
}

impl Programme {
    /// Gives every session and person that `newest` or a release before it knows its slugs back,
    /// and those that are new a number where their slug belongs to another.
    ///
    /// Also where a file states another slug: an address that has been published is not the
    /// organisers' to change any more, only theirs to choose before the first release.
    pub fn keep_addresses(&mut self, newest: &Release) {
        let addresses = Addresses::until(newest);
        let last = last_slugs(newest);
        keep(&mut self.sessions, &addresses.sessions, &last);
        keep(&mut self.people, &addresses.people, &last);
    }
}

/// What has slugs and keeps them.
trait Addressed {
    fn guid(&self) -> Uuid;
    fn slugs(&mut self) -> &mut Slugs;
}

impl Addressed for Session {
    fn guid(&self) -> Uuid {
        self.guid
    }

    fn slugs(&mut self) -> &mut Slugs {
        &mut self.slug
    }
}

impl Addressed for Person {
    fn guid(&self) -> Uuid {
        self.guid
    }

    fn slugs(&mut self) -> &mut Slugs {
        &mut self.slug
    }
}

/// The slugs that things had when they were last released, where the newest release still says so.
fn last_slugs(newest: &Release) -> BTreeMap<Uuid, Slugs> {
    let gone = newest.cancelled.iter().map(|gone| &gone.session);
    let sessions = newest.programme.sessions.iter().chain(gone);
    let people = newest.programme.people.iter();
    sessions
        .map(|session| (session.guid, session.slug.clone()))
        .chain(people.map(|person| (person.guid, person.slug.clone())))
        .collect()
}

fn keep<T: Addressed>(things: &mut [T], owners: &Owners, last: &BTreeMap<Uuid, Slugs>) {
    for lang in Lang::ALL {
        let mut taken: BTreeSet<Slug> = owners.of(lang).keys().cloned().collect();
        let mut clashing = Vec::new();
        for (index, thing) in things.iter_mut().enumerate() {
            let guid = thing.guid();
            let last = last.get(&guid).map(|slugs| slugs.get(lang));
            // A slug that was taken over before addresses were kept belongs to its last owner.
            let last = last.filter(|slug| owners.owner(slug.as_str(), lang) == Some(guid));
            if let Some(known) = last.or_else(|| owners.one_of(guid, lang)) {
                set(thing.slugs(), lang, known.clone());
            } else if !taken.insert(thing.slugs().get(lang).clone()) {
                clashing.push(index);
            }
        }
        for index in clashing {
            let free = free(things[index].slugs().get(lang), &taken);
            taken.insert(free.clone());
            set(things[index].slugs(), lang, free);
        }
    }
}

/// The first number that makes `wanted` a slug of its own: of `break-2` comes `break-3`, not `break-2-2`.
fn free(wanted: &Slug, taken: &BTreeSet<Slug>) -> Slug {
    let numbered = wanted.as_str().rsplit_once('-');
    let first = numbered
        .filter(|(_, number)| number.parse::<usize>().is_ok())
        .and_then(|(first, _)| taken.get(first))
        .unwrap_or(wanted);
    (2..)
        .map(|number| first.numbered(number))
        .find(|slug| !taken.contains(slug))
        .expect("there are more numbers than slugs")
}

fn set(slugs: &mut Slugs, lang: Lang, slug: Slug) {
    match lang {
        Lang::Pl => slugs.pl = slug,
        Lang::En => slugs.en = slug,
    }
}

fn taken<'a>(
    owners: &Owners,
    list: &str,
    what: &str,
    things: impl Iterator<Item = (&'a Slugs, Uuid)>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, (slugs, guid)) in things.enumerate() {
        for lang in Lang::ALL {
            let slug = slugs.get(lang);
            if owners
                .owner(slug.as_str(), lang)
                .is_some_and(|owner| owner != guid)
            {
                problems.push(Problem {
                    place: format!("{list}[{index}].slug.{lang}"),
                    message: format!(
                        "\"{slug}\" has been released as the address of another {what}; import the file again and it is given one of its own"
                    ),
                });
            }
        }
    }
    problems
}
