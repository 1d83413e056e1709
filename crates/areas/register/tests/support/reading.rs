//! A congress with proposals that people talk about, put into the store by its own writers.

#![allow(dead_code, reason = "each file of tests uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use wiec_kit::testing::{SAMPLE, TestCongress, slug};
use wiec_model::register::{
    About, Answer, AnswerId, Author, Behalf, Channel, Content, Discussion, Position, Proposal,
    ProposalId, Remark, RemarkId, RemarkKind, Stance,
};
use wiec_model::{AccountId, Lang, Text};
use wiec_store::{Actor, DraftSaved, NewProposal, NewRemark, ReceivedRemark, Tx};
use wiec_text::{Amendment, Document};

pub const TEXT: &str = "# Mieszkanie w zasięgu\n\n## Rozpoznanie\n\nW miastach średniej wielkości brakuje mieszkań na wynajem.\n\n## Cel\n\nDo 2035 roku każde miasto prowadzi program dostępnego najmu.\n\n## Plan\n\nCo najmniej 15 proc. mieszkań przeznacza się na najem.\n\nGmina ogłasza wynik.";

pub struct Forum {
    pub congress: TestCongress,
    next: AtomicU32,
}

impl Forum {
    /// The sample without proposals.
    pub async fn empty() -> Self {
        Self {
            congress: TestCongress::open(wiec_register::routes).await,
            next: AtomicU32::new(1),
        }
    }

    /// The sample with one public proposal, `mieszkanie`.
    pub async fn open() -> (Self, Proposal) {
        let forum = Self::empty().await;
        let proposal = forum.proposal("mieszkanie", content(TEXT)).await;
        (forum, proposal)
    }

    /// A proposal with its first version.
    pub async fn proposal(&self, word: &str, content: Content) -> Proposal {
        self.drafted(word, content).await;
        self.publish(word).await
    }

    /// A proposal that was never published.
    pub async fn drafted(&self, word: &str, content: Content) -> Proposal {
        let new = NewProposal {
            id: ProposalId(self.key().parse().unwrap()),
            congress: slug(SAMPLE),
            slug: slug(word),
            about: about("Mieszkanie w zasięgu"),
            discussion: Discussion::usual(),
            content,
        };
        let mut tx = self.begin().await;
        tx.register().create(&new).await.unwrap();
        tx.commit().await.unwrap();
        self.find(word).await
    }

    /// Publishes what the team has written.
    pub async fn publish(&self, word: &str) -> Proposal {
        let proposal = self.find(word).await;
        let store = &self.congress.app.store;
        let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
        let mut tx = self.begin().await;
        let note = Text::in_language(Lang::Pl, "Nowa wersja.");
        let published = tx.register();
        let mut published = published;
        published
            .publish(&proposal, draft.revision, note.as_ref())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.find(word).await
    }

    /// Publishes another text, with the wording of these remarks merged in.
    pub async fn revise(&self, word: &str, markdown: &str, merged: &[RemarkId]) -> Proposal {
        let proposal = self.find(word).await;
        let store = &self.congress.app.store;
        let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
        let after = Content {
            document: draft.content.document.revise(markdown),
            ..draft.content
        };
        let mut tx = self.begin().await;
        let saved = tx
            .register()
            .merge(&proposal, draft.revision, merged, &after)
            .await;
        assert!(matches!(saved.unwrap(), DraftSaved::Saved(_)));
        tx.commit().await.unwrap();
        self.publish(word).await
    }

    /// Changes what is known of a proposal.
    pub async fn change(&self, word: &str, change: impl FnOnce(&mut Proposal)) -> Proposal {
        let before = self.find(word).await;
        let mut after = before.clone();
        change(&mut after);
        let mut tx = self.begin().await;
        tx.register().change(&before, &after).await.unwrap();
        tx.commit().await.unwrap();
        self.find(word).await
    }

    pub async fn find(&self, word: &str) -> Proposal {
        let register = self.congress.app.store.register();
        let found = register.find(&slug(SAMPLE), &slug(word)).await;
        found.unwrap().unwrap()
    }

    /// A remark at a clause, public at once.
    pub async fn remark(&self, proposal: &Proposal, clause: &str, body: &str) -> Remark {
        let new = self.saying(proposal, clause, RemarkKind::Comment, body);
        self.receive(proposal, new).await
    }

    /// A reply to a remark.
    pub async fn reply(&self, proposal: &Proposal, to: &Remark, body: &str) -> Remark {
        let clause = to.clause.to_string();
        let new = NewRemark {
            reply_to: Some(to.id),
            ..self.saying(proposal, &clause, RemarkKind::Comment, body)
        };
        self.receive(proposal, new).await
    }

    /// An amendment that rewords one block.
    pub async fn amendment(&self, proposal: &Proposal, anchor: &str, wording: &str) -> Remark {
        let current = proposal.current.unwrap();
        let register = self.congress.app.store.register();
        let version = register.version(proposal.id, current).await.unwrap();
        let document = version.unwrap().content.document;
        let place = anchor.parse().unwrap();
        let amendment = Amendment::rewording(&document, &[(place, wording)]).unwrap();
        let new = NewRemark {
            wording: Some(wording.to_owned()),
            amendment: Some(amendment),
            reasons: Some("Tak będzie jaśniej.".to_owned()),
            ..self.saying(proposal, anchor, RemarkKind::Amendment, "Proszę o zmianę.")
        };
        self.receive(proposal, new).await
    }

    /// A remark that comes in by the office, so that it is public at once.
    pub fn saying(
        &self,
        proposal: &Proposal,
        clause: &str,
        kind: RemarkKind,
        body: &str,
    ) -> NewRemark {
        let key = self.key();
        NewRemark {
            id: key.parse().unwrap(),
            key,
            version: proposal.current.unwrap(),
            clause: clause.parse().unwrap(),
            kind,
            body: body.to_owned(),
            reasons: None,
            wording: None,
            amendment: None,
            reply_to: None,
            author: Author {
                name: "Radna".to_owned(),
                behalf: Behalf::City,
                body: Some("Miasto Nowe".to_owned()),
            },
            account: None,
            email: None,
            lang: Lang::Pl,
            channel: Channel::Spoken,
            received_at: self.congress.now(),
        }
    }

    pub async fn receive(&self, proposal: &Proposal, new: NewRemark) -> Remark {
        let mut tx = self.begin().await;
        let received = tx.remarks().receive(proposal, &new).await.unwrap();
        tx.commit().await.unwrap();
        let ReceivedRemark::New(remark) = received else {
            panic!("each remark of a test has a key of its own");
        };
        remark
    }

    pub async fn stand(
        &self,
        proposal: &Proposal,
        remark: &Remark,
        who: AccountId,
        stance: Stance,
    ) {
        let mut tx = self.begin().await;
        let stood = tx.remarks().stand(proposal, remark.id, who, stance).await;
        assert!(stood.unwrap());
        tx.commit().await.unwrap();
    }

    pub async fn answer(
        &self,
        proposal: &Proposal,
        remark: &Remark,
        position: Position,
        reasons: &str,
    ) {
        let answer = Answer {
            id: AnswerId(self.key().parse().unwrap()),
            position,
            reasons: reasons.to_owned(),
            lang: Lang::Pl,
            at: self.congress.now(),
        };
        let mut tx = self.begin().await;
        tx.remarks()
            .answer(proposal, &[remark.id], &answer, &BTreeMap::new())
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn begin(&self) -> Tx {
        let store = &self.congress.app.store;
        let begun = store.begin(Actor::Operator, self.congress.now()).await;
        begun.unwrap()
    }

    /// A key that no other thing of this test has.
    pub fn key(&self) -> String {
        format!("{:032x}", self.next.fetch_add(1, Ordering::SeqCst))
    }
}

/// What is known of a proposal on the theme of housing, or whichever comes first in the sample.
pub fn about(title: &str) -> About {
    let programme = wiec_kit::testing::sample();
    About {
        track: programme.tracks[0].slug.clone(),
        goals: programme
            .goals
            .iter()
            .take(1)
            .map(|goal| goal.slug.clone())
            .collect(),
        lang: Lang::Pl,
        title: Text::in_language(Lang::Pl, title).unwrap(),
        lead: Text::in_language(Lang::Pl, "Dostępny najem w każdym mieście."),
        disclaimer: None,
        team: Vec::new(),
        sessions: Vec::new(),
    }
}

pub fn content(markdown: &str) -> Content {
    Content {
        document: Document::from_markdown(markdown),
        ..Content::empty()
    }
}
