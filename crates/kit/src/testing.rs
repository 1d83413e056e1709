//! A congress for tests: the sample on a real, fresh database, behind the real front door, with a
//! clock that stands still until moved and chance that repeats itself.
//!
//! Behind the feature `testing`. A test names the routes of its own area; what it puts into the
//! store it puts there by the store's own writers. It is a test's world, so it panics where a
//! program would report.

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on has failed"
)]

mod form;
mod page;
mod people;
mod visitor;

pub use form::{Fields, filled};
pub use page::Page;
pub use visitor::Visitor;

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use jiff::{SignedDuration, Timestamp};
use wiec_interchange::read::{Format, Hints, read};
use wiec_model::{Lang, Programme, Release, Session, Slug};
use wiec_store::Actor;
use wiec_store::testing::TestStore;

use crate::app::{App, Proxy, Site};
use crate::chance::Chance;
use crate::clock::Clock;
use crate::front;

/// Day two of the sample, in session.
const NOW: &str = "2019-11-15T11:15:00+01:00";
/// The first word of the sample's permanent addresses.
pub const SAMPLE: &str = "kpm-2019";
/// Where the site of the tests is seen from outside.
pub const BASE: &str = "https://kongres.example";

/// How a release is made of a draft.
type Releasing =
    Arc<dyn Fn(App, Slug, String) -> Pin<Box<dyn Future<Output = Release> + Send>> + Send + Sync>;

/// A congress with everything that it runs on.
pub struct TestCongress {
    /// The parts of the running program.
    pub app: App,
    pages: Router,
    /// Dropped last: the database goes with it.
    _store: TestStore,
    releasing: Releasing,
    numbers: AtomicU32,
}

impl TestCongress {
    /// The sample congress, released once without files, behind the pages of an area.
    pub async fn open(pages: impl Fn(Lang) -> Router<App>) -> Self {
        let congress = Self::empty(pages).await;
        congress.save(&sample()).await;
        congress.release("1.0").await;
        congress
    }

    /// As [`TestCongress::open`], on an app that the operator set up otherwise.
    pub async fn open_with(
        pages: impl Fn(Lang) -> Router<App>,
        set_up: impl FnOnce(App) -> App,
    ) -> Self {
        let congress = Self::empty_with(pages, set_up).await;
        congress.save(&sample()).await;
        congress.release("1.0").await;
        congress
    }

    /// An installation without any congress.
    pub async fn empty(pages: impl Fn(Lang) -> Router<App>) -> Self {
        Self::empty_with(pages, |app| app).await
    }

    /// As [`TestCongress::empty`], on an app that the operator set up otherwise.
    pub async fn empty_with(
        pages: impl Fn(Lang) -> Router<App>,
        set_up: impl FnOnce(App) -> App,
    ) -> Self {
        let store = TestStore::open().await;
        let clock = Clock::standing_at(NOW.parse().unwrap());
        let site = Site {
            base: BASE.to_owned(),
            proxy: Proxy::None,
        };
        let app = set_up(App::new(store.clone(), clock, Chance::seeded(1), site));
        Self {
            pages: front::open(app.clone(), pages),
            app,
            _store: store,
            numbers: AtomicU32::new(0),
            releasing: Arc::new(|app, slug, name| Box::pin(plainly(app, slug, name))),
        }
    }

    /// The same congress, run in another way: with another rule for the staff, say.
    #[must_use]
    pub fn altered(
        mut self,
        pages: impl Fn(Lang) -> Router<App>,
        alter: impl FnOnce(App) -> App,
    ) -> Self {
        self.app = alter(self.app);
        self.pages = front::open(self.app.clone(), pages);
        self
    }

    /// The same congress, whose drafts are released in another way: with their files, say.
    #[must_use]
    pub fn releasing<F, R>(mut self, release: F) -> Self
    where
        F: Fn(App, Slug, String) -> R + Send + Sync + 'static,
        R: Future<Output = Release> + Send + 'static,
    {
        self.releasing = Arc::new(move |app, slug, name| Box::pin(release(app, slug, name)));
        self
    }

    /// Saves a draft, as an import does.
    pub async fn save(&self, draft: &Programme) {
        let begun = self.app.store.begin(Actor::Operator, self.now()).await;
        let mut tx = begun.unwrap();
        tx.drafts().save(draft).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Releases the draft of the sample.
    pub async fn release(&self, name: &str) -> Release {
        self.release_of(&slug(SAMPLE), name).await
    }

    /// Releases the draft of a congress, and serves it.
    pub async fn release_of(&self, congress: &Slug, name: &str) -> Release {
        let making = (self.releasing)(self.app.clone(), congress.clone(), name.to_owned());
        let release = making.await;
        let editions = &self.app.editions;
        editions.refresh(&self.app.store, None).await.unwrap();
        release
    }

    /// Changes the draft of the sample.
    pub async fn edit(&self, change: impl FnOnce(&mut Programme)) {
        let mut draft = self.draft().await;
        change(&mut draft);
        self.save(&draft).await;
    }

    /// The draft of the sample.
    pub async fn draft(&self) -> Programme {
        let drafts = self.app.store.drafts();
        drafts.find(&slug(SAMPLE)).await.unwrap().unwrap()
    }

    /// Moves the clock on.
    pub fn advance(&self, by: SignedDuration) {
        self.app.clock.advance(by);
    }

    /// The time of the congress.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// Someone with a browser of their own.
    #[must_use]
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.app.clone(), self.pages.clone())
    }

    /// How many statements went to the database so far.
    #[must_use]
    pub fn queries(&self) -> u64 {
        self.app.store.queries()
    }

    /// Demands that a list costs the same queries with one thing on it as with three. `add` adds
    /// one more thing, and is told how many there were.
    pub async fn same_queries_at_one_and_three(
        &self,
        visitor: &mut Visitor,
        path: &str,
        mut add: impl AsyncFnMut(usize),
    ) {
        add(0).await;
        let one = self.queries_for(visitor, path).await;
        add(1).await;
        add(2).await;
        let three = self.queries_for(visitor, path).await;
        assert_eq!(
            one, three,
            "queries of {path} with one thing and with three"
        );
    }

    /// One that no other thing of this test has.
    pub(crate) fn next_number(&self) -> u32 {
        self.numbers.fetch_add(1, Ordering::SeqCst) + 1
    }

    async fn queries_for(&self, visitor: &mut Visitor, path: &str) -> u64 {
        let before = self.queries();
        let page = visitor.get(path).await;
        assert!(page.status.is_success(), "{path} answers {}", page.status);
        self.queries() - before
    }
}

/// A release without the files of it: enough for pages.
async fn plainly(app: App, congress: Slug, name: String) -> Release {
    let draft = app.store.drafts().find(&congress).await.unwrap().unwrap();
    let before = app.store.releases().newest(&congress).await.unwrap();
    let now = app.clock.now();
    let release = Release::of(&draft, before.as_ref(), &name, now).unwrap();
    let mut tx = app.store.begin(Actor::Operator, now).await.unwrap();
    let made = tx.releases().create(&congress, &release, BASE, &[]).await;
    made.unwrap();
    tx.commit().await.unwrap();
    release
}

/// The sample congress as it is imported.
#[must_use]
pub fn sample() -> Programme {
    let file = include_str!("../../../demo/congress.json");
    read(file.as_bytes(), Format::CongressFile, &Hints::default()).unwrap()
}

/// The sample as another edition, `kpm-2021`.
#[must_use]
pub fn another() -> Programme {
    let mut programme = sample();
    programme.congress.slug = slug("kpm-2021");
    programme
}

/// The session with this code, to be changed.
pub fn session<'a>(draft: &'a mut Programme, code: &str) -> &'a mut Session {
    let mut sessions = draft.sessions.iter_mut();
    sessions
        .find(|session| session.code.as_str() == code)
        .unwrap()
}

/// A word of an address.
#[must_use]
pub fn slug(word: &str) -> Slug {
    word.parse().unwrap()
}
