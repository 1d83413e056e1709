//! A congress with calls, put into the store by its own writers.

#![allow(dead_code, reason = "each file of tests uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{SignedDuration, Timestamp};
use wiec_kit::testing::{SAMPLE, TestCongress, slug};
use wiec_model::account::Account;
use wiec_model::calls::{
    AboutAuthor, Anonymity, AuthorId, Call, CallId, CallKind, CallSetup, Decision, FileId,
    MayDecide, Question, QuestionKind, Required, Submission, SubmissionCode, SubmissionId, Tier,
    Visible, Words,
};
use wiec_model::{Lang, Text};
use wiec_store::{Actor, Begun, NewCall, NewFile, NewSubmission, Rewritten, Saved, Submitted, Tx};

pub struct Forum {
    pub congress: TestCongress,
    next: AtomicU32,
}

impl Forum {
    /// The sample without calls.
    pub async fn empty() -> Self {
        Self {
            congress: TestCongress::open(wiec_calls::routes).await,
            next: AtomicU32::new(1),
        }
    }

    /// The sample with one call, `kalejdoskopy`, that is open.
    pub async fn open() -> (Self, Call) {
        let forum = Self::empty().await;
        let call = forum.call("kalejdoskopy", |_| {}).await;
        (forum, call)
    }

    /// A call that opened ten days ago and closes in ten, changed before it is made.
    pub async fn call(&self, word: &str, change: impl FnOnce(&mut CallSetup)) -> Call {
        let mut setup = CallSetup::usual(CallKind::Kaleidoscope, text(&format!("Nabór {word}")));
        setup.window.opens_at = Some(self.days(-10));
        setup.window.closes_at = Some(self.days(10));
        change(&mut setup);
        let new = NewCall {
            id: CallId(self.key().parse().unwrap()),
            congress: slug(SAMPLE),
            slug: slug(word),
            setup,
        };
        let mut tx = self.begin().await;
        let call = tx.calls().create(&new).await.unwrap();
        tx.commit().await.unwrap();
        call
    }

    /// Something that was sent by somebody of their own.
    pub async fn sent(&self, call: &Call, title: &str) -> Submission {
        self.sent_with(call, title, |_| {}).await
    }

    /// The same, changed before it is begun.
    pub async fn sent_with(
        &self,
        call: &Call,
        title: &str,
        change: impl FnOnce(&mut NewSubmission),
    ) -> Submission {
        let account = self.congress.account(&[]).await;
        let draft = self.draft(call, title, &account, change).await;
        let mut tx = self.begin().await;
        let sent = tx
            .submissions()
            .submit(call, draft.id, draft.revision, &[])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        match sent {
            Submitted::Now(submission) => submission,
            other => panic!("{other:?}"),
        }
    }

    /// A draft of an account.
    pub async fn draft(
        &self,
        call: &Call,
        title: &str,
        account: &Account,
        change: impl FnOnce(&mut NewSubmission),
    ) -> Submission {
        let key = self.key();
        let bytes: [u8; 16] = std::array::from_fn(|at| key.as_bytes()[16 + at]);
        let mut new = NewSubmission {
            id: SubmissionId(key.parse().unwrap()),
            code: SubmissionCode::from_chance(std::array::from_fn(|at| bytes[15 - at])),
            key: key.clone(),
            account: Some(account.id),
            email: None,
            author: AuthorId(key.parse().unwrap()),
            about: AboutAuthor {
                name: "Anna Maj".to_owned(),
                body: Some("Biuro Dróg".to_owned()),
                town: Some("Opole".to_owned()),
                ..AboutAuthor::default()
            },
            words: Words {
                title: title.to_owned(),
                summary: "Przez rok chodziliśmy po mieście.".to_owned(),
                lang: "pl".parse().unwrap(),
                track: Some(slug("mie")),
                tier: Some(Tier::SmallTown),
                links: Vec::new(),
                replies: BTreeMap::new(),
            },
            anonymity: Anonymity::None,
        };
        change(&mut new);
        let mut tx = self.begin().await;
        let begun = tx.submissions().begin(call, &new).await.unwrap();
        tx.commit().await.unwrap();
        match begun {
            Begun::New(submission) => submission,
            Begun::Again(_) => panic!("each submission of a test has a key of its own"),
        }
    }

    /// Decides on a submission by somebody who may, and tells it.
    pub async fn tell(&self, call: &Call, of: &Submission, decision: Decision) {
        self.decide(call, of, decision).await;
        let mut tx = self.begin().await;
        let applied = tx.submissions().apply(call, &[of.id]).await.unwrap();
        assert_eq!(applied.len(), 1);
        tx.commit().await.unwrap();
    }

    /// Decides on a submission, and tells nobody.
    pub async fn decide(&self, call: &Call, of: &Submission, decision: Decision) {
        let decider = self.congress.account(&[]).await;
        let mut tx = self.begin().await;
        let by = (decider.id, MayDecide::Alone);
        let decided = tx
            .submissions()
            .decide(call, of.id, decision, None, by)
            .await;
        decided.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// Changes the words of a submission.
    pub async fn rewrite(&self, call: &Call, of: &Submission, change: impl FnOnce(&mut Words)) {
        let known = self.find(of).await;
        let mut words = known.words.clone();
        change(&mut words);
        let mut tx = self.begin().await;
        let wanted = Rewritten {
            words: &words,
            anonymity: known.anonymity,
            about: None,
        };
        let mut submissions = tx.submissions();
        let saved = submissions.save(call, of.id, known.revision, wanted).await;
        assert!(matches!(saved.unwrap(), Saved::Saved(_)));
        tx.commit().await.unwrap();
    }

    /// A file in reply to a question.
    pub async fn file(&self, call: &Call, of: &Submission, question: &str) -> FileId {
        let id = FileId(self.key().parse().unwrap());
        let new = NewFile {
            id,
            question: slug(question),
            name: "anna-maj.pdf".to_owned(),
            media: "application/pdf".to_owned(),
            bytes: b"%PDF-1.7".to_vec(),
        };
        let mut tx = self.begin().await;
        let kept = tx.submissions().put_file(call, of.id, &new).await.unwrap();
        assert!(kept.is_ok());
        tx.commit().await.unwrap();
        id
    }

    pub async fn find(&self, of: &Submission) -> Submission {
        let submissions = self.congress.app.store.submissions();
        let found = submissions.get(&slug(SAMPLE), of.id).await;
        found.unwrap().unwrap()
    }

    pub async fn begin(&self) -> Tx {
        let store = &self.congress.app.store;
        let begun = store.begin(Actor::Operator, self.congress.now()).await;
        begun.unwrap()
    }

    /// So many days from now.
    pub fn days(&self, days: i64) -> Timestamp {
        let by = SignedDuration::from_hours(24 * days);
        self.congress.now().checked_add(by).unwrap()
    }

    /// A key that no other thing of this test has.
    pub fn key(&self) -> String {
        format!("{:032x}", self.next.fetch_add(1, Ordering::SeqCst))
    }
}

pub fn text(words: &str) -> Text {
    Text::in_language(Lang::Pl, words).unwrap()
}

pub fn question(key: &str, kind: QuestionKind, visible: Visible) -> Question {
    Question {
        key: slug(key),
        label: text(&format!("Pytanie {key}?")),
        hint: None,
        kind,
        required: Required::Never,
        visible,
    }
}
