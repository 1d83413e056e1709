//! A congress for tests: the sample on a real, fresh database, behind the real front door, with a
//! clock that stands still until moved and chance that repeats itself.

#![allow(dead_code, reason = "every test file uses its own part of this")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, ETAG, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use jiff::{SignedDuration, Timestamp};
use wiec_interchange::read::{Format, Hints, read};
use wiec_kit::app::{App, Proxy, Site};
use wiec_kit::chance::Chance;
use wiec_kit::clock::Clock;
use wiec_kit::front::{self, Peer};
use wiec_kit::serve;
use wiec_model::{Programme, Release, Session, Slug};
use wiec_store::Actor;
use wiec_store::testing::TestStore;

/// Day two of the sample, in session.
const NOW: &str = "2019-11-15T11:15:00+01:00";

pub struct TestCongress {
    pub app: App,
    pages: Router,
    store: TestStore,
}

impl TestCongress {
    /// The sample congress, released once.
    pub async fn open() -> Self {
        let congress = Self::empty().await;
        congress.save(&sample()).await;
        congress.release("1.0").await;
        congress
    }

    /// An installation without any congress.
    pub async fn empty() -> Self {
        let store = TestStore::open().await;
        let clock = Clock::standing_at(NOW.parse().unwrap());
        let site = Site {
            base: "https://kongres.example".to_owned(),
            proxy: Proxy::None,
        };
        let app = App::new(store.clone(), clock, Chance::seeded(1), site);
        let pages = front::open(app.clone(), wiec_programme::routes);
        Self { app, pages, store }
    }

    pub async fn save(&self, draft: &Programme) {
        let mut tx = self
            .app
            .store
            .begin(Actor::Operator, self.app.clock.now())
            .await
            .unwrap();
        tx.drafts().save(draft).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Releases the draft of the sample.
    pub async fn release(&self, name: &str) -> Release {
        self.release_of(&"kpm-2019".parse().unwrap(), name).await
    }

    pub async fn release_of(&self, congress: &Slug, name: &str) -> Release {
        let release = wiec_programme::release::release(&self.app, congress, name)
            .await
            .unwrap();
        self.app
            .editions
            .refresh(&self.app.store, None)
            .await
            .unwrap();
        release
    }

    /// Changes the draft of the sample.
    pub async fn edit(&self, change: impl FnOnce(&mut Programme)) {
        let mut draft = self
            .app
            .store
            .drafts()
            .find(&"kpm-2019".parse().unwrap())
            .await
            .unwrap()
            .unwrap();
        change(&mut draft);
        self.save(&draft).await;
    }

    pub fn advance(&self, by: SignedDuration) {
        self.app.clock.advance(by);
    }

    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// Someone with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor {
            app: self.app.clone(),
            pages: self.pages.clone(),
            cookies: Vec::new(),
        }
    }

    /// How many statements went to the database so far.
    pub fn queries(&self) -> u64 {
        self.app.store.queries()
    }
}

/// The sample congress as it is imported.
pub fn sample() -> Programme {
    let file = include_str!("../../../../../demo/congress.json");
    read(file.as_bytes(), Format::CongressFile, &Hints::default()).unwrap()
}

/// The session with this code, to be changed.
pub fn session<'a>(draft: &'a mut Programme, code: &str) -> &'a mut Session {
    draft
        .sessions
        .iter_mut()
        .find(|session| session.code.as_str() == code)
        .unwrap()
}

/// A browser: it keeps cookies.
pub struct Visitor {
    app: App,
    pages: Router,
    cookies: Vec<(String, String)>,
}

impl Visitor {
    pub async fn get(&mut self, path: &str) -> Page {
        self.ask(Method::GET, path, &[], String::new()).await
    }

    pub async fn get_with(&mut self, path: &str, headers: &[(&str, &str)]) -> Page {
        self.ask(Method::GET, path, headers, String::new()).await
    }

    /// Sends a form as a browser does, from a page of the same site.
    pub async fn post(&mut self, path: &str, form: &str) -> Page {
        self.post_with(path, form, &[("sec-fetch-site", "same-origin")])
            .await
    }

    pub async fn post_with(&mut self, path: &str, form: &str, headers: &[(&str, &str)]) -> Page {
        self.ask(Method::POST, path, headers, form.to_owned()).await
    }

    async fn ask(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Page {
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .header("host", "kongres.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if method == Method::POST {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.header(COOKIE, cookies.join("; "));
        }
        let peer = Peer(IpAddr::V4(Ipv4Addr::LOCALHOST));
        let request = request.body(Body::from(body)).unwrap();
        let response = serve::answer(&self.app, &self.pages, peer, request)
            .await
            .unwrap();
        let page = Page {
            status: response.status(),
            headers: response.headers().clone(),
            body: Arc::new(
                response
                    .into_body()
                    .collect()
                    .await
                    .unwrap()
                    .to_bytes()
                    .to_vec(),
            ),
        };
        self.keep_cookies(&page);
        page
    }

    fn keep_cookies(&mut self, page: &Page) {
        for cookie in page.headers.get_all(SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}

/// An answer.
#[derive(Clone)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    body: Arc<Vec<u8>>,
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    pub fn etag(&self) -> &str {
        self.headers[ETAG].to_str().unwrap()
    }

    /// Demands that the page says something.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.text().contains(words),
            "the page does not say {words:?}"
        );
        self
    }

    /// Demands that the page does not say something.
    #[track_caller]
    pub fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words), "the page says {words:?}");
        self
    }
}
