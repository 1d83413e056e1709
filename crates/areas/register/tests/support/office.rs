//! The office of a congress with a proposal or none, and forms as a browser sends them.

#![allow(dead_code, reason = "each file of tests uses a part of it")]

use wiec_kit::testing::{Fields, Page, SAMPLE, TestCongress, Visitor, slug};
use wiec_model::register::{
    About, Author, Behalf, Channel, Clause, Content, Discussion, Moderation, Proposal, ProposalId,
    Remark, RemarkId, RemarkKind,
};
use wiec_model::{Lang, Text};
use wiec_store::{Actor, NewProposal, NewRemark, ReceivedRemark};
use wiec_text::Document;

pub const OFFICE: &str = "/biuro/kpm-2019/propozycje";

const TEXT: &str = "# Mieszkanie w zasięgu\n\nWstęp.\n\n## Cel\n\nKażde miasto prowadzi rejestr pustostanów i ogłasza go co roku.\n\n## Plan zasobu\n\nPlan obejmuje pięć lat.\n\nPlan jest jawny.\n";

/// A congress in whose register nothing is yet.
pub async fn empty() -> TestCongress {
    TestCongress::open(wiec_register::routes).await
}

/// A congress with one proposal, published and read before remarks are public.
pub async fn with_proposal() -> TestCongress {
    let congress = empty().await;
    publish(&congress, "mieszkanie").await;
    congress
}

/// Makes a proposal, and publishes its first version.
pub async fn publish(congress: &TestCongress, word: &str) -> Proposal {
    let made = make(congress, word).await;
    let mut tx = begin(congress).await;
    tx.register().publish(&made, 0, None).await.unwrap();
    tx.commit().await.unwrap();
    find(congress, word).await
}

/// Makes a proposal that nobody outside of its team sees.
pub async fn make(congress: &TestCongress, word: &str) -> Proposal {
    let draft = congress.draft().await;
    let about = About {
        track: draft.tracks[0].slug.clone(),
        goals: Vec::new(),
        lang: Lang::Pl,
        title: Text::in_language(Lang::Pl, &format!("Propozycja {word}")).unwrap(),
        lead: None,
        disclaimer: None,
        team: Vec::new(),
        sessions: Vec::new(),
    };
    let new = NewProposal {
        id: ProposalId(congress.app.chance.uuid(congress.now())),
        congress: slug(SAMPLE),
        slug: slug(word),
        about,
        discussion: Discussion {
            moderation: Moderation::BeforeRead,
            ..Discussion::usual()
        },
        content: Content {
            document: Document::from_markdown(TEXT),
            ..Content::empty()
        },
    };
    let mut tx = begin(congress).await;
    tx.register().create(&new).await.unwrap();
    tx.commit().await.unwrap();
    find(congress, word).await
}

pub async fn find(congress: &TestCongress, word: &str) -> Proposal {
    let register = congress.app.store.register();
    let found = register.find(&slug(SAMPLE), &slug(word)).await.unwrap();
    found.unwrap()
}

pub async fn begin(congress: &TestCongress) -> wiec_store::Tx {
    let store = &congress.app.store;
    store.begin(Actor::Operator, congress.now()).await.unwrap()
}

/// A remark of a member, which waits to be read.
pub async fn remark(congress: &TestCongress, word: &str, body: &str) -> Remark {
    let proposal = find(congress, word).await;
    let member = congress.account(&[]).await;
    let new = NewRemark {
        id: RemarkId(congress.app.chance.uuid(congress.now())),
        key: format!("key {}", congress.app.chance.uuid(congress.now())),
        version: 1,
        clause: Clause::Whole,
        kind: RemarkKind::Comment,
        body: body.to_owned(),
        reasons: None,
        wording: None,
        amendment: None,
        reply_to: None,
        author: Author {
            name: "Anna Żak".to_owned(),
            behalf: Behalf::Person,
            body: None,
        },
        account: Some(member.id),
        email: None,
        lang: Lang::Pl,
        channel: Channel::Page,
        received_at: congress.now(),
    };
    let mut tx = begin(congress).await;
    let received = tx.remarks().receive(&proposal, &new).await.unwrap();
    tx.commit().await.unwrap();
    match received {
        ReceivedRemark::New(remark) | ReceivedRemark::Again(remark) => remark,
    }
}

/// All remarks of a proposal but those that nobody confirmed.
pub async fn remarks(congress: &TestCongress, word: &str) -> Vec<Remark> {
    let proposal = find(congress, word).await;
    let states = ["waiting", "published", "removed", "withdrawn"];
    let remarks = congress.app.store.remarks();
    remarks.all(proposal.id, &states).await.unwrap()
}

/// How a form of the queue names a remark.
pub fn tick(word: &str, remark: &Remark) -> String {
    format!("{word}.{}", remark.id)
}

/// The fields of the page's form that saves something, as a browser would send them.
pub async fn fields_of(visitor: &mut Visitor, path: &str) -> Fields {
    fields(&visitor.get(path).await)
}

/// The fields of the form of a page.
pub fn fields(page: &Page) -> Fields {
    page.form(" class=\"form")
}
