//! A proposal under discussion, with its letters.

#![allow(dead_code, reason = "each file of tests uses a part of it")]

use jiff::SignedDuration;
use wiec_jobs::testing::{Received, Sink};
use wiec_jobs::{Post, PostOffice, Runner};
use wiec_kit::testing::{Page, SAMPLE, TestCongress, Visitor, slug};
use wiec_model::account::Means;
use wiec_model::register::{About, Content, Discussion, Proposal, Remark, RemarkState};
use wiec_model::{Lang, Text};
use wiec_store::{Actor, DraftSaved, NewProposal};
use wiec_text::Document;

/// What the proposal says: `p1` is its title, `p2` and `p5` are the headings of § 1 and § 2.
pub const TEXT: &str = "# Mieszkanie w zasięgu\n\n## Cel\n\nDo 2035 roku każde miasto prowadzi program dostępnego najmu.\n\nProgram ma plan, budżet i coroczną ocenę.\n\n## Mieszkania w nowych inwestycjach\n\nCo najmniej 15 proc. mieszkań przeznacza się na najem o czynszu regulowanym.\n\n- plan zasobu\n- ocena co roku\n\n| Miasto | Udział |\n|---|---|\n| duże | 20 |\n";
/// The paragraph that people amend.
pub const SHARE: &str =
    "Co najmniej 15 proc. mieszkań przeznacza się na najem o czynszu regulowanym.";
/// Its address.
pub const PROPOSAL: &str = "/propozycje/najem";

pub struct Register {
    pub congress: TestCongress,
    pub sink: Sink,
    pub runner: Runner,
}

impl Register {
    /// The sample with one public proposal, under a discussion for everybody without an end.
    pub async fn open() -> Self {
        Self::under(Discussion::usual()).await
    }

    /// The same under other rules.
    pub async fn under(discussion: Discussion) -> Self {
        let congress = TestCongress::open(wiec_register::routes).await;
        let sink = Sink::open().await;
        let runner = Runner::new(Some(
            Post::open(&PostOffice {
                server: sink.address(),
                sender: "kongres@kongres.example".parse().unwrap(),
                per_second: 1000,
                dkim: None,
            })
            .unwrap(),
        ));
        let register = Self {
            congress,
            sink,
            runner,
        };
        register.create(discussion).await;
        register.publish().await;
        register
    }

    async fn create(&self, discussion: Discussion) {
        let new = NewProposal {
            id: "00000000000000000000000000000e91".parse().unwrap(),
            congress: slug(SAMPLE),
            slug: slug("najem"),
            about: About {
                track: slug("mieszkanie"),
                goals: Vec::new(),
                lang: Lang::Pl,
                title: Text::in_language(Lang::Pl, "Mieszkanie w zasięgu").unwrap(),
                lead: None,
                disclaimer: None,
                team: Vec::new(),
                sessions: Vec::new(),
            },
            discussion,
            content: Content {
                document: Document::from_markdown(TEXT),
                ..Content::empty()
            },
        };
        let store = &self.congress.app.store;
        let mut tx = store
            .begin(Actor::Operator, self.congress.now())
            .await
            .unwrap();
        tx.register().create(&new).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Publishes what the team works on as the next version.
    pub async fn publish(&self) {
        let store = &self.congress.app.store;
        let proposal = self.proposal().await;
        let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
        let mut tx = store
            .begin(Actor::Operator, self.congress.now())
            .await
            .unwrap();
        tx.register()
            .publish(&proposal, draft.revision, None)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// Publishes the next version, in which the text reads otherwise.
    pub async fn revise(&self, change: impl Fn(&str) -> String) {
        let store = &self.congress.app.store;
        let proposal = self.proposal().await;
        let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
        let document = &draft.content.document;
        let content = Content {
            document: document.revise(&change(&document.to_markdown())),
            ..draft.content.clone()
        };
        let mut tx = store
            .begin(Actor::Operator, self.congress.now())
            .await
            .unwrap();
        let saved = tx
            .register()
            .save_draft(&proposal, draft.revision, &content)
            .await
            .unwrap();
        assert!(matches!(saved, DraftSaved::Saved(_)));
        tx.commit().await.unwrap();
        self.publish().await;
    }

    pub async fn proposal(&self) -> Proposal {
        let register = self.congress.app.store.register();
        let found = register.find(&slug(SAMPLE), &slug("najem")).await.unwrap();
        found.unwrap()
    }

    /// All remarks, in whatever state.
    pub async fn remarks(&self) -> Vec<Remark> {
        let remarks = self.congress.app.store.remarks();
        let proposal = self.proposal().await;
        remarks.all(proposal.id, &RemarkState::WORDS).await.unwrap()
    }

    /// Carries out what waits, and says what letters came of it since the last time.
    pub async fn letters(&self, before: usize) -> Vec<Received> {
        self.runner.run_due(&self.congress.app).await.unwrap();
        self.runner.run_due(&self.congress.app).await.unwrap();
        self.sink.letters().await.split_off(before)
    }

    /// Someone who comes back by their address, as a letter would let them.
    pub async fn enter(&self, email: &str) -> Visitor {
        let accounts = self.congress.app.store.accounts();
        let email = email.parse().unwrap();
        let account = accounts.find_by_email(&email).await.unwrap();
        self.congress.signed_in(account.unwrap(), Means::Mail).await
    }

    pub fn advance_days(&self, days: i64) {
        self.congress.advance(SignedDuration::from_hours(24 * days));
    }
}

/// What a hidden field of a page holds.
pub fn hidden(page: &Page, name: &str) -> String {
    let text = page.text();
    let field = text.split(&format!("name=\"{name}\"")).nth(1).unwrap();
    let value = field.split("value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// The fields of who speaks: for themselves, with their consent.
pub const WHO: [(&str, &str); 3] = [("name", "Anna Żak"), ("behalf", "person"), ("consent", "1")];

/// A form with the fields of its page's key and version, those of who speaks, and these.
pub async fn filled(
    visitor: &mut Visitor,
    path: &str,
    fields: &[(&str, &str)],
) -> Vec<(String, String)> {
    let page = visitor.get(path).await;
    page.is(axum::http::StatusCode::OK);
    let own = ["key", "version"].map(|name| (name.to_owned(), hidden(&page, name)));
    let given = WHO.iter().chain(fields);
    let given = given.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    own.into_iter().chain(given).collect()
}

/// Sends fields that are owned.
pub async fn send(visitor: &mut Visitor, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    visitor.submit(path, &fields).await
}
