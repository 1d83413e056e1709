//! A proposal with its amendments as Akoma Ntoso 3.0, the standard of parliaments (OASIS LegalDocML).
//!
//! A `bill` is a text that is offered for adoption, which a proposal is; its headings are sections, its
//! paragraphs paragraphs, its lists lists. The anchor of a block is its `eId`, without the prefixes of the
//! naming convention: `#p8` means the same here, on our pages and in every revision, also when the block has
//! moved to another section. Where there are amendments, a `documentCollection` holds the bill and an
//! `amendmentList`; each amendment says what it changes twice, in words with quotations and as
//! modifications for programs that refer to these. Who and what is referred to stands once, in the metadata
//! of the whole.

mod amendment;
mod body;
mod inline;
mod meta;
mod xml;

use jiff::civil::Date;
use wiec_kit::messages::messages;
use wiec_model::Lang;
use wiec_text::{Amendment, Document};

use crate::remark::Answer;
use meta::{Document as Named, References};
use xml::Xml;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// A proposal as one version of it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalProposal<'a> {
    /// The language of the text and of the words around it.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// Where it can always be found, whatever its version: `https://…`.
    pub address: String,
    /// Whose law and places it speaks of, as ISO 3166 has it: `pl`.
    pub country: String,
    /// When its first version was published.
    pub published_on: Date,
    /// The version.
    pub version: Version,
    /// Who wrote it.
    pub team: Agent,
    /// Who publishes it: the congress.
    pub publisher: Agent,
    /// When this file is made.
    pub made_on: Date,
    /// The text of the version.
    pub text: &'a Document,
    /// The amendments to this version, in the order of their numbers.
    pub amendments: Vec<LegalAmendment>,
}

/// A published version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub number: u32,
    /// When it was published.
    pub published_on: Date,
    /// Where it can always be found.
    pub address: String,
}

/// Somebody who acts: a person, a team, a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// As published.
    pub name: String,
    /// A page about them, or an address that means only them.
    pub address: String,
    /// What they are.
    pub kind: AgentKind,
}

/// What somebody is who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgentKind {
    /// A human being.
    Person,
    /// A team, city, company or other body.
    Body,
}

/// An amendment that was offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalAmendment {
    /// Its number; each has its own.
    pub number: u32,
    /// Where it can always be found.
    pub address: String,
    /// When it was submitted.
    pub submitted_on: Date,
    /// Who offers it.
    pub proponent: Agent,
    /// What it changes in the text.
    pub amendment: Amendment,
    /// Why, as plain text.
    pub justification: String,
    /// What became of it.
    pub status: AmendmentStatus,
}

/// What became of an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmendmentStatus {
    /// Nothing yet.
    Open,
    /// Its author took it back.
    Withdrawn {
        /// When.
        on: Date,
    },
    /// The team decided.
    Answered {
        /// When.
        on: Date,
        /// What and why.
        answer: Answer,
    },
}

/// Writes the proposal as an XML document that is valid against the schema of the standard.
///
/// The same proposal gives the same bytes. Letters that XML cannot carry are left out.
#[must_use]
pub fn akoma_ntoso(proposal: &LegalProposal<'_>) -> String {
    let mut xml = Xml::new();
    xml.open("akomaNtoso", &[("xmlns", NAMESPACE)]);
    if proposal.amendments.is_empty() {
        bill(&mut xml, proposal, References::Here);
    } else {
        collection(&mut xml, proposal);
    }
    xml.finish()
}

/// The bill and its amendments, side by side.
fn collection(xml: &mut Xml, proposal: &LegalProposal<'_>) {
    let m = messages(proposal.lang);
    let title = m.akoma_with_amendments(proposal.title.as_str());
    xml.open("documentCollection", &[("name", "proposal")]);
    meta::write(xml, proposal, &whole(proposal, title), References::Here);
    xml.open("collectionBody", &[("eId", "documents")]);
    xml.open("component", &[("eId", "cmp_text")]);
    bill(xml, proposal, References::Above);
    xml.close();
    xml.open("component", &[("eId", "cmp_amendments")]);
    xml.open("amendmentList", &[("name", "amendments")]);
    let list = list(proposal, m.akoma_amendments().to_owned());
    meta::write(xml, proposal, &list, References::Above);
    xml.open("collectionBody", &[("eId", "amendments")]);
    for amendment in &proposal.amendments {
        amendment::write(xml, proposal, amendment);
    }
    // The list, its component and the collection's body and root are closed by the end of the document.
}

fn bill(xml: &mut Xml, proposal: &LegalProposal<'_>, references: References) {
    xml.open("bill", &[("name", "proposal")]);
    meta::write(xml, proposal, &text(proposal), references);
    xml.open("preface", &[("eId", "preface")]);
    xml.inline("p", &[], |xml| {
        xml.inline("docTitle", &[], |xml| xml.words(&proposal.title));
    });
    xml.close();
    xml.open("body", &[("eId", "body")]);
    let blocks = proposal.text.blocks().iter();
    let blocks: Vec<_> = blocks
        .map(|block| (block.anchor.to_string(), &block.content))
        .collect();
    body::write(xml, &blocks);
    if blocks.is_empty() {
        // The schema asks for something; this is nothing with a name.
        xml.empty("section", &[("eId", "nothing")]);
    }
    xml.close();
    xml.close();
}

fn text(proposal: &LegalProposal<'_>) -> Named {
    Named {
        work: proposal.address.clone(),
        expression: proposal.version.address.clone(),
        title: proposal.title.clone(),
        number: None,
        version: Some(proposal.version.number),
        author: meta::TEAM.to_owned(),
        created_on: proposal.published_on,
        stated_on: proposal.version.published_on,
    }
}

fn whole(proposal: &LegalProposal<'_>, title: String) -> Named {
    Named {
        title,
        author: meta::PUBLISHER.to_owned(),
        stated_on: proposal.made_on,
        ..text(proposal).component("whole")
    }
}

fn list(proposal: &LegalProposal<'_>, title: String) -> Named {
    Named {
        title,
        author: meta::PUBLISHER.to_owned(),
        stated_on: proposal.made_on,
        ..text(proposal).component("amendments")
    }
}
