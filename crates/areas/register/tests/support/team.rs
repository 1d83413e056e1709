//! A proposal with its team, put into the store by the store's own writers.

#![allow(dead_code, reason = "each file of tests uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::SignedDuration;
use uuid::Uuid;
use wiec_kit::testing::{SAMPLE, TestCongress, Visitor, slug};
use wiec_model::register::{
    About, Answer, AnswerId, Author, Behalf, Channel, Clause, Content, Discussion, Draft, Position,
    Proposal, ProposalId, Remark, RemarkId, RemarkKind, Version,
};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::{Lang, Text};
use wiec_store::{Actor, NewProposal, NewRemark, ReceivedRemark, Tx};
use wiec_text::{Amendment, Anchor, Document};

/// Its sections begin at `p1` (the title), `p2` and `p5`.
pub const TEXT: &str = "# Mieszkanie w zasięgu\n\n## Cel\n\nKażde miasto prowadzi program najmu.\n\nProgram ma plan i budżet.\n\n## Plan\n\nCo najmniej 15 proc. mieszkań przeznacza się na najem.\n\nGmina ogłasza wynik.";
pub const TEAM: &str = "/propozycje/najem/zespol";

pub struct Team {
    pub congress: TestCongress,
    next: AtomicU32,
}

impl Team {
    /// The sample with one proposal, `najem`, whose first version is public.
    pub async fn open() -> Self {
        let team = Self::drafting(TEXT).await;
        let draft = team.draft().await;
        let proposal = team.proposal().await;
        let mut tx = team.begin().await;
        let published = tx.register().publish(&proposal, draft.revision, None).await;
        published.unwrap();
        tx.commit().await.unwrap();
        team
    }

    /// The same before anything is published.
    pub async fn drafting(text: &str) -> Self {
        let team = Self {
            congress: TestCongress::open(wiec_register::routes).await,
            next: AtomicU32::new(1),
        };
        for (word, text) in [("najem", text), ("transport", "# Transport")] {
            team.create(word, text).await;
        }
        team
    }

    async fn create(&self, word: &str, text: &str) {
        let new = NewProposal {
            id: ProposalId(self.key()),
            congress: slug(SAMPLE),
            slug: slug(word),
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
            discussion: Discussion::usual(),
            content: Content {
                document: Document::from_markdown(text),
                ..Content::empty()
            },
        };
        let mut tx = self.begin().await;
        tx.register().create(&new).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn begin(&self) -> Tx {
        let store = &self.congress.app.store;
        store
            .begin(Actor::Operator, self.congress.now())
            .await
            .unwrap()
    }

    pub fn key(&self) -> Uuid {
        Uuid::from_u128(0x7ea_0000 + u128::from(self.next.fetch_add(1, Ordering::SeqCst)))
    }

    pub async fn proposal(&self) -> Proposal {
        let register = self.congress.app.store.register();
        let found = register.find(&slug(SAMPLE), &slug("najem")).await;
        found.unwrap().unwrap()
    }

    pub async fn draft(&self) -> Draft {
        let proposal = self.proposal().await;
        let register = self.congress.app.store.register();
        register.draft(proposal.id).await.unwrap().unwrap()
    }

    /// What the team works on, as Markdown.
    pub async fn text(&self) -> String {
        self.draft().await.content.document.to_markdown()
    }

    pub async fn version(&self, number: u32) -> Version {
        let proposal = self.proposal().await;
        let register = self.congress.app.store.register();
        register
            .version(proposal.id, number)
            .await
            .unwrap()
            .unwrap()
    }

    pub async fn expert(&self) -> Visitor {
        self.of_team(Role::Expert, "najem").await
    }

    pub async fn of_team(&self, role: Role, proposal: &str) -> Visitor {
        let scope = Scope::Proposal {
            congress: slug(SAMPLE),
            proposal: proposal.to_owned(),
        };
        self.congress.member_with(&[Grant { role, scope }]).await
    }

    /// A remark of somebody with an account, public at once.
    pub async fn remark(&self, clause: &str, body: &str) -> Remark {
        self.receive(clause, RemarkKind::Comment, body, None).await
    }

    /// An amendment that rewords a paragraph of the first version.
    pub async fn amend(&self, anchor: &str, wording: &str) -> Remark {
        let base = self.version(1).await.content.document;
        let at: Anchor = anchor.parse().unwrap();
        let amendment = Amendment::rewording(&base, &[(at, wording)]).unwrap();
        self.receive(
            anchor,
            RemarkKind::Amendment,
            "Tak lepiej.",
            Some(amendment),
        )
        .await
    }

    async fn receive(
        &self,
        clause: &str,
        kind: RemarkKind,
        body: &str,
        amendment: Option<Amendment>,
    ) -> Remark {
        let account = self.congress.account(&[]).await;
        let id = self.key();
        let clause: Clause = clause.parse().unwrap();
        let new = NewRemark {
            id: RemarkId(id),
            key: id.to_string(),
            version: 1,
            clause,
            kind,
            body: body.to_owned(),
            reasons: None,
            wording: amendment.as_ref().map(|_| format!("{body} {id}")),
            amendment,
            reply_to: None,
            author: Author {
                name: "Anna Żak".to_owned(),
                behalf: Behalf::Person,
                body: None,
            },
            account: Some(account.id),
            email: None,
            lang: Lang::Pl,
            channel: Channel::Page,
            received_at: self.congress.now(),
        };
        let proposal = self.proposal().await;
        let mut tx = self.begin().await;
        let received = tx.remarks().receive(&proposal, &new).await.unwrap();
        tx.commit().await.unwrap();
        match received {
            ReceivedRemark::New(remark) | ReceivedRemark::Again(remark) => remark,
        }
    }

    /// The team takes amendments.
    pub async fn accept(&self, remarks: &[&Remark]) {
        let answer = Answer {
            id: AnswerId(self.key()),
            position: Position::Accepted,
            reasons: "Słusznie.".to_owned(),
            lang: Lang::Pl,
            at: self.congress.now(),
        };
        let ids: Vec<RemarkId> = remarks.iter().map(|remark| remark.id).collect();
        let proposal = self.proposal().await;
        let mut tx = self.begin().await;
        let nothing = BTreeMap::new();
        let given = tx
            .remarks()
            .answer(&proposal, &ids, &answer, &nothing)
            .await;
        given.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn remarks(&self) -> Vec<Remark> {
        let proposal = self.proposal().await;
        let remarks = self.congress.app.store.remarks();
        remarks.all(proposal.id, &["published"]).await.unwrap()
    }

    /// The keys of the jobs that tell authors something, sorted.
    pub async fn told(&self) -> Vec<String> {
        // Claimed in a transaction that is given up: they wait as before.
        let mut tx = self.begin().await;
        let mut told = Vec::new();
        while let Some(claimed) = tx
            .jobs()
            .claim(SignedDuration::from_secs(60))
            .await
            .unwrap()
        {
            told.push(claimed.job.key());
        }
        tx.give_up().await.unwrap();
        told.retain(|key| key.starts_with("tell_remarked"));
        told.sort();
        told
    }
}
