//! Editions as they are served: each congress' newest release, whole in memory and indexed.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use uuid::Uuid;
use wiec_model::{Day, Lang, Person, Release, Session, Slug};
use wiec_store::{Store, StoreError};

use crate::dates::day_slug;

/// The newest release of one congress with what is needed to find things in it.
#[derive(Debug)]
pub struct Edition {
    /// The release itself.
    pub release: Release,
    sessions: BTreeMap<String, usize>,
    people: BTreeMap<String, usize>,
    person_by_guid: BTreeMap<Uuid, usize>,
}

impl Edition {
    /// Indexes a release.
    #[must_use]
    pub fn of(release: Release) -> Self {
        let programme = &release.programme;
        let both = |slugs: &wiec_model::Slugs, at| {
            [(slugs.pl.to_string(), at), (slugs.en.to_string(), at)]
        };
        let sessions = programme
            .sessions
            .iter()
            .enumerate()
            .flat_map(|(at, session)| both(&session.slug, at))
            .collect();
        let people = programme
            .people
            .iter()
            .enumerate()
            .flat_map(|(at, person)| both(&person.slug, at))
            .collect();
        let person_by_guid = programme
            .people
            .iter()
            .enumerate()
            .map(|(at, person)| (person.guid, at))
            .collect();
        Self {
            sessions,
            people,
            person_by_guid,
            release,
        }
    }

    /// The slug of its congress.
    #[must_use]
    pub fn slug(&self) -> &Slug {
        &self.release.programme.congress.slug
    }

    /// The session that either language calls so.
    #[must_use]
    pub fn session(&self, slug: &str) -> Option<&Session> {
        self.sessions
            .get(slug)
            .map(|&at| &self.release.programme.sessions[at])
    }

    /// The person whom either language calls so.
    #[must_use]
    pub fn person(&self, slug: &str) -> Option<&Person> {
        self.people
            .get(slug)
            .map(|&at| &self.release.programme.people[at])
    }

    /// The person with this guid.
    #[must_use]
    pub fn person_by_guid(&self, guid: Uuid) -> Option<&Person> {
        self.person_by_guid
            .get(&guid)
            .map(|&at| &self.release.programme.people[at])
    }

    /// The day that either language calls so.
    #[must_use]
    pub fn day(&self, slug: &str) -> Option<&Day> {
        self.release.programme.days.iter().find(|day| {
            Lang::ALL
                .into_iter()
                .any(|lang| day_slug(day.date, lang) == slug)
        })
    }
}

/// All editions that have been released, and which of them is the current one.
#[derive(Clone, Debug, Default)]
pub struct Editions(Arc<RwLock<Arc<Served>>>);

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
        Arc::clone(&self.0.read().expect("no one panics while holding the lock"))
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
                .0
                .write()
                .expect("no one panics while holding the lock") =
                Arc::new(Served { editions, current });
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
