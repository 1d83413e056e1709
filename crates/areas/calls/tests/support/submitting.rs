//! A congress with one open call, its letters, and people who submit to it.

#![allow(dead_code, reason = "each file of tests uses a part of it")]

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use wiec_jobs::testing::{Received, Sink};
use wiec_jobs::{Post, PostOffice, Runner};
use wiec_kit::testing::{Page, SAMPLE, TestCongress, Visitor, slug};
use wiec_model::calls::{
    Call, CallId, CallKind, CallSetup, Decision, MayDecide, Question, QuestionKind, Required,
    Submission, SubmissionCode, Visible,
};
use wiec_model::{AccountId, Lang, Text};
use wiec_store::{Actor, NewCall, Tx};

/// Where one begins.
pub const BEGIN: &str = "/nabory/kalejdoskopy/zglos";

pub struct Calls {
    pub congress: TestCongress,
    pub sink: Sink,
    pub runner: Runner,
}

impl Calls {
    /// The sample with one call that is open for ten days.
    pub async fn open() -> Self {
        Self::with(|_| ()).await
    }

    /// The same, set up otherwise.
    pub async fn with(change: impl FnOnce(&mut CallSetup)) -> Self {
        let congress = TestCongress::open(wiec_calls::routes).await;
        let sink = Sink::open().await;
        let office = PostOffice {
            server: sink.address(),
            sender: "kongres@kongres.example".parse().unwrap(),
            per_second: 1000,
            dkim: None,
        };
        let runner = Runner::new(Some(Post::open(&office).unwrap()));
        let title = Text::in_language(Lang::Pl, "Kalejdoskopy").unwrap();
        let mut setup = CallSetup::usual(CallKind::Kaleidoscope, title);
        setup.window.opens_at = Some(congress.now());
        setup.window.closes_at = Some(later(&congress, 10));
        change(&mut setup);
        let new = NewCall {
            id: CallId(Uuid::from_u128(0xca11)),
            congress: slug(SAMPLE),
            slug: slug("kalejdoskopy"),
            setup,
        };
        let calls = Self {
            congress,
            sink,
            runner,
        };
        let mut tx = calls.write().await;
        tx.calls().create(&new).await.unwrap();
        tx.commit().await.unwrap();
        calls
    }

    pub async fn write(&self) -> Tx {
        let store = &self.congress.app.store;
        let begun = store.begin(Actor::Operator, self.congress.now());
        begun.await.unwrap()
    }

    pub async fn call(&self) -> Call {
        let calls = self.congress.app.store.calls();
        let found = calls.find(&slug(SAMPLE), &slug("kalejdoskopy")).await;
        found.unwrap().unwrap()
    }

    pub async fn find(&self, code: &str) -> Submission {
        self.find_any(code).await.unwrap()
    }

    pub async fn find_any(&self, code: &str) -> Option<Submission> {
        let code: SubmissionCode = code.parse().unwrap();
        let submissions = self.congress.app.store.submissions();
        submissions.find(&slug(SAMPLE), &code).await.unwrap()
    }

    pub async fn all_of(&self, account: AccountId) -> Vec<Submission> {
        let submissions = self.congress.app.store.submissions();
        let found = submissions.of_account(&slug(SAMPLE), account).await;
        found.unwrap()
    }

    /// A draft of somebody, begun by the form: its code.
    pub async fn draft(&self, author: &mut Visitor) -> String {
        let key = key_of(&author.get(BEGIN).await);
        let fields = [("key", key.as_str()), ("title", "Cichsze torowiska")];
        let page = author.submit(BEGIN, &fields).await;
        code_in(&page)
    }

    /// A submission of somebody that is sent: its code.
    pub async fn sent(&self, author: &mut Visitor) -> String {
        let code = self.draft(author).await;
        let mut fields = whole(self, &code).await;
        fields.push(("act", "send".to_owned()));
        let page = send(author, &address(&code), &fields).await;
        page.leads_to(&format!("{}?sent", address(&code)));
        code
    }

    /// Applies a decision of the office.
    pub async fn decided(&self, code: &str, decision: Decision) {
        let (call, submission) = (self.call().await, self.find(code).await);
        let decider = self.congress.account(&[]).await.id;
        let mut tx = self.write().await;
        let by = (decider, MayDecide::Alone);
        let mut submissions = tx.submissions();
        let decided = submissions.decide(&call, submission.id, decision, None, by);
        decided.await.unwrap().unwrap();
        submissions.apply(&call, &[submission.id]).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Carries out what waits, and says what letters came of it since the last time.
    pub async fn letters(&self, before: usize) -> Vec<Received> {
        self.runner.run_due(&self.congress.app).await.unwrap();
        self.runner.run_due(&self.congress.app).await.unwrap();
        self.sink.letters().await.split_off(before)
    }

    /// The chores of a night.
    pub async fn night(&self) {
        self.runner.begin(&self.congress.app).await.unwrap();
        self.runner.run_due(&self.congress.app).await.unwrap();
    }

    pub fn advance_days(&self, days: i64) {
        self.congress.advance(SignedDuration::from_hours(24 * days));
    }
}

/// So many days after now.
pub fn later(congress: &TestCongress, days: i64) -> Timestamp {
    let wait = SignedDuration::from_hours(24 * days);
    congress.now().saturating_add(wait).unwrap()
}

pub fn question(key: &str, kind: QuestionKind, required: Required) -> Question {
    Question {
        key: slug(key),
        label: Text::in_language(Lang::Pl, key).unwrap(),
        hint: None,
        kind,
        required,
        visible: Visible::Committee,
    }
}

pub fn pdf_question(key: &str, required: Required) -> Question {
    let media = vec!["application/pdf".to_owned()];
    let kind = QuestionKind::File {
        media,
        size_bytes: 1 << 20,
    };
    question(key, kind, required)
}

pub fn address(code: &str) -> String {
    format!("/zgloszenia/{code}")
}

/// The key that a page's form carries.
pub fn key_of(page: &Page) -> String {
    hidden(page, "key")
}

/// What a hidden field of a page holds.
pub fn hidden(page: &Page, name: &str) -> String {
    let text = page.text();
    let field = text.split(&format!("name=\"{name}\"")).nth(1).unwrap();
    let value = field.split("value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// The code of the submission that an answer leads to.
#[track_caller]
pub fn code_in(page: &Page) -> String {
    let location = page.header("location").to_owned();
    let (_, rest) = location
        .split_once("/zgloszenia/")
        .unwrap_or_else(|| panic!("leads to {location:?}: {}", page.text()));
    rest.split('?').next().unwrap().to_owned()
}

pub type Fields = Vec<(&'static str, String)>;

/// All fields of a form that can be sent, of a submission as it is now.
pub async fn whole(calls: &Calls, code: &str) -> Fields {
    let revision = calls.find(code).await.revision;
    let track = calls.congress.draft().await.tracks[0].slug.to_string();
    [
        ("revision", revision.to_string()),
        ("title", "Cichsze torowiska".to_owned()),
        ("summary", "Szlifowanie szyn co **kwartał**.".to_owned()),
        ("lang", "pl".to_owned()),
        ("track", track),
        ("tier", "mid_size".to_owned()),
        ("links", "https://miasto.example/tory".to_owned()),
        ("name", "Anna Żak".to_owned()),
        ("body", "Politechnika Świętokrzyska".to_owned()),
        ("town", "Kielce".to_owned()),
        ("environment", "academia".to_owned()),
        ("biography", "Bada hałas.".to_owned()),
        ("consent-zasady", "1".to_owned()),
    ]
    .into()
}

/// The same fields with another value in one.
pub fn but(fields: &Fields, name: &'static str, value: &str) -> Fields {
    let mut fields = fields.clone();
    fields.retain(|(known, _)| *known != name);
    fields.push((name, value.to_owned()));
    fields
}

/// Sends fields that are owned.
pub async fn send(visitor: &mut Visitor, path: &str, fields: &Fields) -> Page {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    visitor.submit(path, &fields).await
}

impl Calls {
    /// Somebody whose login ran out comes in again.
    pub async fn enter(&self, who: &Visitor) -> Visitor {
        let account = who.account.clone().unwrap();
        let by = wiec_model::account::Means::Mail;
        self.congress.signed_in(account, by).await
    }
}
