//! Editions as they are served: each congress' newest release, whole in memory and indexed.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

use uuid::Uuid;
use wiec_model::addresses::Addresses;
use wiec_model::{Day, Lang, Person, Release, Session, Slug, Slugs};
use wiec_store::{Store, StoreError};

use crate::dates::day_slug;

/// The newest release of one congress with what is needed to find things in it.
#[derive(Debug)]
pub struct Edition {
    /// The release itself.
    pub release: Release,
    addresses: Addresses,
    session_by_guid: BTreeMap<Uuid, usize>,
    person_by_guid: BTreeMap<Uuid, usize>,
}

impl Edition {
    /// Indexes a release.
    #[must_use]
    pub fn of(release: Release) -> Self {
        let programme = &release.programme;
        let session_by_guid = programme
            .sessions
            .iter()
            .enumerate()
            .map(|(at, session)| (session.guid, at))
            .collect();
        let person_by_guid = programme
            .people
            .iter()
            .enumerate()
            .map(|(at, person)| (person.guid, at))
            .collect();
        Self {
            addresses: Addresses::until(&release),
            session_by_guid,
            person_by_guid,
            release,
        }
    }

    /// The slug of its congress.
    #[must_use]
    pub fn slug(&self) -> &Slug {
        &self.release.programme.congress.slug
    }

    /// What is or was to be found under the slug of a session, in the addresses of `lang`.
    ///
    /// A slug of the other language is a guess that leads there too, unless this one has it itself.
    #[must_use]
    pub fn session(&self, slug: &str, lang: Lang) -> Option<Found<&Session>> {
        [lang, lang.other()].into_iter().find_map(|lang| {
            let guid = self.addresses.sessions.owner(slug, lang)?;
            let Some(session) = self.session_by_guid(guid) else {
                return self.cancelled(guid).map(Found::Gone);
            };
            Some(Found::of(session, &session.slug, slug, lang))
        })
    }

    /// Who is or was to be found under the slug of a person, in the addresses of `lang`.
    #[must_use]
    pub fn person(&self, slug: &str, lang: Lang) -> Option<Found<&Person>> {
        [lang, lang.other()].into_iter().find_map(|lang| {
            let guid = self.addresses.people.owner(slug, lang)?;
            let person = self.person_by_guid(guid)?;
            Some(Found::of(person, &person.slug, slug, lang))
        })
    }

    /// The session with this guid.
    #[must_use]
    pub fn session_by_guid(&self, guid: Uuid) -> Option<&Session> {
        self.session_by_guid
            .get(&guid)
            .map(|&at| &self.release.programme.sessions[at])
    }

    /// The person with this guid.
    #[must_use]
    pub fn person_by_guid(&self, guid: Uuid) -> Option<&Person> {
        self.person_by_guid
            .get(&guid)
            .map(|&at| &self.release.programme.people[at])
    }

    /// The day that either language calls so: the months of the two share no word.
    #[must_use]
    pub fn day(&self, slug: &str) -> Option<&Day> {
        self.release.programme.days.iter().find(|day| {
            Lang::ALL
                .into_iter()
                .any(|lang| day_slug(day.date, lang) == slug)
        })
    }

    fn cancelled(&self, guid: Uuid) -> Option<&Session> {
        let mut cancelled = self.release.cancelled.iter().map(|gone| &gone.session);
        cancelled.find(|session| session.guid == guid)
    }
}

/// What stands behind an address that was released once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// It is here.
    Here(T),
    /// It has another address by now.
    Moved(T),
    /// It is no more.
    Gone(T),
}

impl<T> Found<T> {
    fn of(thing: T, slugs: &Slugs, asked: &str, lang: Lang) -> Self {
        if slugs.get(lang).as_str() == asked {
            Self::Here(thing)
        } else {
            Self::Moved(thing)
        }
    }
}

/// All editions that have been released, and which of them is the current one.
#[derive(Clone, Debug, Default)]
pub struct Editions {
    served: Arc<RwLock<Arc<Served>>>,
    generation: Arc<AtomicU64>,
}

/// What is served at one moment.
#[derive(Debug, Default)]
pub struct Served {
    editions: BTreeMap<Slug, Arc<Edition>>,
    current: Option<Arc<Edition>>,
}

impl Editions {
    /// What is served now; the answer stays the same however long it is held.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    #[must_use]
    pub fn served(&self) -> Arc<Served> {
        Arc::clone(
            &self
                .served
                .read()
                .expect("no one panics while holding the lock"),
        )
    }

    /// How often what is served has changed.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    /// Looks for releases newer than those served, and loads them. Returns whether there were any.
    ///
    /// The edition called `preferred` becomes the current one, or the one that begins last.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the store cannot be read; what was served stays served.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    pub async fn refresh(
        &self,
        store: &Store,
        preferred: Option<&Slug>,
    ) -> Result<bool, StoreError> {
        let before = self.served();
        let mut editions = BTreeMap::new();
        let mut changed = false;
        let congresses = store.congresses().list().await?;
        for congress in &congresses {
            let Some(newest) = congress.newest_release else {
                continue;
            };
            if let Some(known) = before
                .editions
                .get(&congress.slug)
                .filter(|known| known.release.number == newest)
            {
                editions.insert(congress.slug.clone(), Arc::clone(known));
            } else if let Some(release) = store.releases().find(&congress.slug, newest).await? {
                editions.insert(congress.slug.clone(), Arc::new(Edition::of(release)));
                changed = true;
            }
        }
        if changed {
            let current = current(&editions, preferred);
            *self
                .served
                .write()
                .expect("no one panics while holding the lock") =
                Arc::new(Served { editions, current });
            self.generation.fetch_add(1, Ordering::SeqCst);
        }
        Ok(changed)
    }
}

impl Served {
    /// The edition whose permanent addresses begin with this slug.
    #[must_use]
    pub fn edition(&self, slug: &str) -> Option<&Arc<Edition>> {
        self.editions.get(slug)
    }

    /// The edition at the front door.
    #[must_use]
    pub const fn current(&self) -> Option<&Arc<Edition>> {
        self.current.as_ref()
    }

    /// All of them, by slug.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Edition>> {
        self.editions.values()
    }
}

fn current(
    editions: &BTreeMap<Slug, Arc<Edition>>,
    preferred: Option<&Slug>,
) -> Option<Arc<Edition>> {
    let chosen = preferred.and_then(|slug| editions.get(slug));
    let latest = || {
        editions
            .values()
            .max_by_key(|edition| edition.release.programme.days.first().map(|day| day.date))
    };
    chosen.or_else(latest).cloned()
}
