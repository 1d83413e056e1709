//! A call with its committee, put into the store by the store's own writers.

#![allow(dead_code, reason = "each file of tests uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use wiec_kit::testing::{SAMPLE, TestCongress, Visitor, slug};
use wiec_model::calls::{
    AboutAuthor, Anonymity, AuthorId, Call, CallId, CallKind, CallSetup, FileId, FileInfo, Phased,
    Question, QuestionKind, Required, Review, ReviewPhase, Sight, Submission, SubmissionCode,
    SubmissionId, Tier, Visible, Words,
};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::{AccountId, Lang, Text};
use wiec_store::{Actor, Begun, CommitteeMember, NewCall, NewFile, NewSubmission, Submitted, Tx};

/// The address of the committee's page.
pub const DESK: &str = "/nabory/kalejdoskopy/komisja";

pub struct Committee {
    pub congress: TestCongress,
    next: AtomicU32,
}

/// What an author offers, and who they are.
pub struct Offer {
    pub title: String,
    pub summary: String,
    pub links: Vec<String>,
    /// What they reply where a page of theirs, and where their telephone is asked for.
    pub replies: [String; 2],
    pub about: AboutAuthor,
    pub anonymity: Anonymity,
}

impl Offer {
    /// An ordinary one.
    pub fn titled(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            summary: format!("{title}: o czym to jest."),
            links: Vec::new(),
            replies: ["https://strona.example", "600100200"].map(str::to_owned),
            about: AboutAuthor {
                name: "Grzegorz Brzęczyszczykiewicz".to_owned(),
                ..AboutAuthor::default()
            },
            anonymity: Anonymity::None,
        }
    }

    pub fn of_body(mut self, body: &str) -> Self {
        self.about.body = Some(body.to_owned());
        self
    }
}

impl Committee {
    /// The sample with a blind call, `kalejdoskopy`, in this phase, and another one of the same kind.
    pub async fn open(phase: ReviewPhase) -> Self {
        Self::seeing(phase, Sight::Blind).await
    }

    pub async fn seeing(phase: ReviewPhase, sight: Sight) -> Self {
        Self::with(phase, sight, wiec_calls::routes).await
    }

    pub async fn with(
        phase: ReviewPhase,
        sight: Sight,
        pages: impl Fn(Lang) -> axum::Router<wiec_kit::app::App>,
    ) -> Self {
        let committee = Self {
            congress: TestCongress::open(pages).await,
            next: AtomicU32::new(1),
        };
        for (number, word) in [(1, "kalejdoskopy"), (2, "plakaty")] {
            committee.create(number, word, sight).await;
        }
        committee.turn_to(phase).await;
        committee
    }

    async fn create(&self, number: u128, word: &str, sight: Sight) {
        let title = [(Lang::Pl, "Kalejdoskopy"), (Lang::En, "Kaleidoscopes")];
        let title = Text::of(title.map(|(lang, it)| (lang.into(), it.to_owned()))).unwrap();
        let mut setup = CallSetup::usual(CallKind::Kaleidoscope, title.clone());
        setup.window.opens_at = Some(self.congress.now() - SignedDuration::from_hours(24));
        setup.limits.per_person = None;
        setup.review.sight = sight;
        let pdf = QuestionKind::File {
            media: vec!["application/pdf".to_owned()],
            size_bytes: 1 << 20,
        };
        setup.questions = [
            ("slajdy", pdf, Visible::Committee),
            (
                "po-co",
                QuestionKind::Line { most: 200 },
                Visible::Committee,
            ),
            ("strona", QuestionKind::Link, Visible::Public),
            ("telefon", QuestionKind::Line { most: 50 }, Visible::Office),
        ]
        .into_iter()
        .map(|(key, kind, visible)| Question {
            key: slug(key),
            label: Text::in_language(Lang::Pl, key).unwrap(),
            hint: None,
            kind,
            required: Required::Never,
            visible,
        })
        .collect();
        let new = NewCall {
            id: CallId(Uuid::from_u128(number)),
            congress: slug(SAMPLE),
            slug: slug(word),
            setup,
        };
        let mut tx = self.begin().await;
        tx.calls().create(&new).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn begin(&self) -> Tx {
        let store = &self.congress.app.store;
        let now = self.congress.now();
        store.begin(Actor::Operator, now).await.unwrap()
    }

    pub async fn call(&self) -> Call {
        self.call_of("kalejdoskopy").await
    }

    pub async fn call_of(&self, word: &str) -> Call {
        let calls = self.congress.app.store.calls();
        calls
            .find(&slug(SAMPLE), &slug(word))
            .await
            .unwrap()
            .unwrap()
    }

    /// Makes a phase the one that is on now; the next one follows in two days.
    pub async fn turn_to(&self, phase: ReviewPhase) {
        let call = self.call().await;
        let mut setup = call.setup.clone();
        let now = self.congress.now();
        setup.review.phases = match phase {
            ReviewPhase::Waiting => vec![later(now, ReviewPhase::Reviewing)],
            phase => vec![Phased { phase, from: now }, later(now, ReviewPhase::Over)],
        };
        let mut tx = self.begin().await;
        tx.calls().change(&call, &setup).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Somebody who judges in the call, and of whom nothing more is known.
    pub async fn member(&self) -> Visitor {
        self.member_of("kalejdoskopy", None).await
    }

    pub async fn member_of(&self, call: &str, body: Option<&str>) -> Visitor {
        let scope = Scope::Call {
            congress: slug(SAMPLE),
            call: slug(call),
        };
        let grant = Grant {
            role: Role::Committee,
            scope,
        };
        let visitor = self.congress.member_with(&[grant]).await;
        let call = self.call_of(call).await;
        let member = CommitteeMember {
            account: visitor.id(),
            load: None,
            body: body.map(str::to_owned),
            town: None,
            removed_at: None,
        };
        let mut tx = self.begin().await;
        tx.calls().set_member(&call, &member).await.unwrap();
        tx.commit().await.unwrap();
        visitor
    }

    /// Something that is sent by an author of its own.
    pub async fn sent(&self, title: &str) -> Submission {
        self.offered(Offer::titled(title)).await
    }

    pub async fn offered(&self, offer: Offer) -> Submission {
        let author = self.congress.account(&[]).await;
        self.offered_by(author.id, offer).await
    }

    pub async fn offered_by(&self, account: AccountId, offer: Offer) -> Submission {
        let number = u128::from(self.next.fetch_add(1, Ordering::SeqCst));
        let mut chance = [7; 16];
        for (at, byte) in chance.iter_mut().enumerate().take(10) {
            *byte = u8::try_from((number >> (5 * at)) & 31).unwrap();
        }
        let [site, telephone] = offer.replies;
        let replies = [
            ("po-co", format!("Bo tak uważa {}.", offer.about.name)),
            ("strona", site),
            ("telefon", telephone),
        ];
        let new = NewSubmission {
            id: SubmissionId(Uuid::from_u128(0x5b_0000 + number)),
            code: SubmissionCode::from_chance(chance),
            key: format!("key-{number}"),
            account: Some(account),
            email: None,
            author: AuthorId(Uuid::from_u128(0xa0_0000 + number)),
            about: offer.about,
            words: Words {
                title: offer.title,
                summary: offer.summary,
                lang: "pl".parse().unwrap(),
                track: Some(slug("mieszkanie")),
                tier: Some(Tier::SmallTown),
                links: offer.links,
                replies: replies
                    .into_iter()
                    .map(|(key, reply)| (slug(key), vec![reply]))
                    .collect(),
            },
            anonymity: offer.anonymity,
        };
        let call = self.call().await;
        let mut tx = self.begin().await;
        let begun = tx.submissions().begin(&call, &new).await.unwrap();
        let Begun::New(draft) = begun else {
            panic!("each has a key of its own");
        };
        let agreed = &call.setup.consents[..1];
        let sent = tx
            .submissions()
            .submit(&call, draft.id, draft.revision, agreed)
            .await;
        tx.commit().await.unwrap();
        match sent.unwrap() {
            Submitted::Now(submission) => submission,
            other => panic!("{other:?}"),
        }
    }

    /// Says that these are to judge it.
    pub async fn assign(&self, of: &Submission, members: &[&Visitor]) {
        let mut tx = self.begin().await;
        for member in members {
            let done = tx.reviews().assign_by_hand(of, member.id(), "Tak.").await;
            done.unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// A file that came with it, and into which the office looked.
    pub async fn file(&self, of: &Submission, name: &str, media: &str, bytes: &[u8]) -> FileInfo {
        let call = self.call().await;
        let number = u128::from(self.next.fetch_add(1, Ordering::SeqCst));
        let new = NewFile {
            id: FileId(Uuid::from_u128(0xf1_0000 + number)),
            question: slug("slajdy"),
            name: name.to_owned(),
            media: media.to_owned(),
            bytes: bytes.to_vec(),
        };
        let mut tx = self.begin().await;
        let kept = tx.submissions().put_file(&call, of.id, &new).await;
        let kept = kept.unwrap().unwrap();
        tx.submissions()
            .clear_file(&call, of.id, kept.id)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        kept
    }

    /// All reviews of it, as the store has them.
    pub async fn reviews(&self, of: &Submission) -> Vec<Review> {
        let reviews = self.congress.app.store.reviews();
        reviews.of_submission(of.id).await.unwrap()
    }
}

fn later(now: Timestamp, phase: ReviewPhase) -> Phased {
    Phased {
        phase,
        from: now + SignedDuration::from_hours(48),
    }
}

/// The page of a submission that is judged.
pub fn at(of: &Submission) -> String {
    format!("{DESK}/{}", of.code)
}

/// The fields of a whole review that gives the same points by every criterion.
pub fn whole<'a>(seen: &'a str, points: &'a str, words: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("seen", seen),
        ("mark-zgodnosc", points),
        ("mark-poziom", points),
        ("mark-przydatnosc", points),
        ("mark-jasnosc", points),
        ("recommendation", "accept"),
        ("for_committee", words),
        ("act", "give"),
    ]
}
