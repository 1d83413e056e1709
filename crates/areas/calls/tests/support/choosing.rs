//! A call in the sample, with what was offered to it and what the committee said.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use wiec_kit::testing::{SAMPLE, TestCongress, Visitor, slug};
use wiec_model::calls::{
    AboutAuthor, Anonymity, AuthorId, Call, CallId, CallKind, CallSetup, Decision, Mark, MayDecide,
    Recommendation, ReviewId, Submission, SubmissionCode, SubmissionId, Tier, Words,
};
use wiec_model::registration::Environment;
use wiec_model::{Account, AccountId, Lang, Text};
use wiec_store::{Actor, Begun, NewCall, NewSubmission, ReviewWords, Submitted, Tx, WantedMail};

pub const CALL: &str = "/biuro/kpm-2019/nabory/kalejdoskopy";
pub const TABLE: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/zgloszenia";
pub const DECISIONS: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/decyzje";
pub const RESERVE: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/rezerwa";
pub const PROGRAMME: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/program";
pub const SPEAKERS: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/wystepujacy";
pub const FIGURES: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/statystyka";

/// A congress with a call.
pub struct Choosing {
    pub congress: TestCongress,
    pub call: Call,
}

/// What is offered.
#[derive(Clone)]
pub struct Offer {
    pub title: &'static str,
    pub body: &'static str,
    pub track: &'static str,
    pub tier: Tier,
    pub anonymity: Anonymity,
}

pub const OFFER: Offer = Offer {
    title: "Pustostan ma adres",
    body: "Politechnika",
    track: "mie",
    tier: Tier::SmallTown,
    anonymity: Anonymity::None,
};

pub fn titled(title: &'static str) -> Offer {
    Offer { title, ..OFFER }
}

impl Choosing {
    pub async fn open() -> Self {
        Self::with(|_| {}).await
    }

    /// A call that is set up otherwise.
    pub async fn with(change: impl FnOnce(&mut CallSetup)) -> Self {
        let congress = TestCongress::open(wiec_calls::routes).await;
        let title = Text::in_language(Lang::Pl, "Kalejdoskopy").unwrap();
        let mut setup = CallSetup::usual(CallKind::Kaleidoscope, title);
        let ago = congress.now() - SignedDuration::from_hours(240);
        setup.window.opens_at = Some(ago);
        change(&mut setup);
        let new = NewCall {
            id: CallId(congress.app.chance.uuid(congress.now())),
            congress: slug(SAMPLE),
            slug: slug("kalejdoskopy"),
            setup,
        };
        let mut tx = begin(&congress).await;
        let call = tx.calls().create(&new).await.unwrap();
        tx.commit().await.unwrap();
        Self { congress, call }
    }

    pub async fn begin(&self) -> Tx {
        begin(&self.congress).await
    }

    /// Something that a new person sent.
    pub async fn sent(&self, offer: &Offer) -> Submission {
        let author = self.congress.account(&[]).await;
        self.sent_by(&author, offer).await
    }

    /// Something that somebody sent.
    pub async fn sent_by(&self, author: &Account, offer: &Offer) -> Submission {
        let app = &self.congress.app;
        let now = self.congress.now();
        let fresh = || app.chance.uuid(now);
        let new = NewSubmission {
            id: SubmissionId(fresh()),
            code: SubmissionCode::from_chance(chance(fresh())),
            key: fresh().to_string(),
            account: Some(author.id),
            email: None,
            author: AuthorId(fresh()),
            about: AboutAuthor {
                name: author.name.clone().unwrap(),
                body: Some(offer.body.to_owned()),
                town: Some("Kielce".to_owned()),
                environment: Some(Environment::Academia),
                biography: None,
            },
            words: Words {
                title: offer.title.to_owned(),
                summary: "O czym to jest.".to_owned(),
                lang: Lang::Pl.into(),
                track: Some(slug(offer.track)),
                tier: Some(offer.tier),
                links: Vec::new(),
                replies: BTreeMap::new(),
            },
            anonymity: offer.anonymity,
        };
        let mut tx = self.begin().await;
        let Begun::New(draft) = tx.submissions().begin(&self.call, &new).await.unwrap() else {
            panic!("the key is new");
        };
        let consents = &self.call.setup.consents;
        let mut submissions = tx.submissions();
        let sent = submissions.submit(&self.call, draft.id, draft.revision, consents);
        let Submitted::Now(sent) = sent.await.unwrap() else {
            panic!("the call is open");
        };
        tx.commit().await.unwrap();
        sent
    }

    /// A review with the same points by all criteria: by whom.
    pub async fn judged(&self, of: &Submission, points: u32, for_authors: &str) -> AccountId {
        let member = self.congress.account(&[]).await;
        let criteria = self.call.setup.review.criteria.iter();
        let words = ReviewWords {
            marks: criteria
                .map(|it| (it.key.clone(), Mark::Points(points)))
                .collect(),
            for_committee: "Tajne przez poufne".to_owned(),
            for_authors: for_authors.to_owned(),
            recommendation: Some(Recommendation::Accept),
        };
        let id = ReviewId(self.congress.app.chance.uuid(self.congress.now()));
        let mut tx = self.begin().await;
        let mut reviews = tx.reviews();
        reviews.give(of, member.id, id, 0, &words).await.unwrap();
        tx.commit().await.unwrap();
        member.id
    }

    /// Three reviews of each, by members in turn.
    pub async fn judged_by(&self, all: &[Submission], members: &[AccountId]) {
        let criteria = &self.call.setup.review.criteria;
        for (number, of) in all.iter().enumerate() {
            let mut tx = self.begin().await;
            for turn in 0..3 {
                let at = (number + 9 * turn) % members.len();
                let points = 1 + u32::try_from(at % 5).unwrap();
                let words = ReviewWords {
                    marks: criteria
                        .iter()
                        .map(|it| (it.key.clone(), Mark::Points(points)))
                        .collect(),
                    ..ReviewWords::default()
                };
                let id = ReviewId(self.congress.app.chance.uuid(self.congress.now()));
                let mut reviews = tx.reviews();
                let given = reviews.give(of, members[at], id, 0, &words).await;
                given.unwrap();
            }
            tx.commit().await.unwrap();
        }
    }

    /// Decided and applied, without letters.
    pub async fn settled(&self, of: &Submission, decision: Decision) -> Submission {
        let by = self.congress.account(&[]).await;
        let mut tx = self.begin().await;
        let mut submissions = tx.submissions();
        let who = (by.id, MayDecide::Alone);
        let decided = submissions.decide(&self.call, of.id, decision, None, who);
        decided.await.unwrap().unwrap();
        let applied = submissions.apply(&self.call, &[of.id]).await.unwrap();
        tx.commit().await.unwrap();
        applied.into_iter().next().unwrap().submission
    }

    pub async fn now(&self, of: &Submission) -> Submission {
        let submissions = self.congress.app.store.submissions();
        let found = submissions.get(&slug(SAMPLE), of.id).await.unwrap();
        found.unwrap()
    }

    /// The word of the state that each of these is in.
    pub async fn states(&self, of: &[&Submission]) -> Vec<&'static str> {
        let mut states = Vec::new();
        for one in of {
            states.push(self.now(one).await.state.word());
        }
        states
    }

    /// Subjects of all letters of the congress with their addresses.
    pub async fn letters(&self) -> BTreeSet<(String, String)> {
        let mails = self.congress.app.store.mails();
        let wanted = WantedMail::default();
        let page = mails.page(&slug(SAMPLE), &wanted, 500).await.unwrap();
        let said = page.mails.iter().map(|mail| {
            let to = mail.to.email().to_string();
            (to, mail.subject.as_str().to_owned())
        });
        said.collect()
    }

    /// What all letters of the congress say.
    pub async fn bodies(&self) -> Vec<String> {
        let mails = self.congress.app.store.mails();
        let wanted = WantedMail::default();
        let page = mails.page(&slug(SAMPLE), &wanted, 500).await.unwrap();
        let mut bodies = Vec::new();
        for mail in page.mails {
            let found = mails.find(mail.id).await.unwrap().unwrap();
            bodies.push(found.letter.body);
        }
        bodies
    }
}

async fn begin(congress: &TestCongress) -> Tx {
    let store = &congress.app.store;
    store.begin(Actor::Operator, congress.now()).await.unwrap()
}

/// Those bytes of a key that are chance.
fn chance(id: uuid::Uuid) -> [u8; 16] {
    let mut bytes = *id.as_bytes();
    bytes.reverse();
    bytes
}

/// How a form of the table names a submission on which nothing is pending.
pub fn tick(of: &Submission) -> String {
    format!("{}.none", of.id)
}

/// All values of fields of this name on a page.
pub async fn values(visitor: &mut Visitor, path: &str, name: &str) -> Vec<String> {
    let page = visitor.get(path).await;
    page.is(axum::http::StatusCode::OK);
    let text = page.text();
    let before = format!("name=\"{name}\" value=\"");
    let parts = text.split(before.as_str()).skip(1);
    parts
        .map(|part| part.split('"').next().unwrap().to_owned())
        .collect()
}

/// What a browser sends to apply all that a page shows.
pub async fn to_apply(visitor: &mut Visitor) -> Vec<(String, String)> {
    let key = values(visitor, DECISIONS, "key").await;
    let of = values(visitor, DECISIONS, "of").await;
    let mut fields = vec![("act".to_owned(), "apply".to_owned())];
    fields.push(("key".to_owned(), key[0].clone()));
    fields.extend(of.into_iter().map(|of| ("of".to_owned(), of)));
    fields
}

/// Sends fields that are owned.
pub async fn send(
    visitor: &mut Visitor,
    path: &str,
    fields: &[(String, String)],
) -> wiec_kit::testing::Page {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    visitor.submit(path, &fields).await
}
