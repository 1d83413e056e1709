//! What a document is, by the four levels of FRBR that the standard asks for, and who is referred to.

use jiff::civil::Date;
use wiec_kit::messages::messages;
use wiec_model::Lang;

use super::xml::{Xml, address};
use super::{Agent, AgentKind, AmendmentStatus, LegalAmendment, LegalProposal};
use crate::remark::Decision;
use crate::words;

/// References to the congress and to the team.
pub(super) const PUBLISHER: &str = "#publisher";
pub(super) const TEAM: &str = "#team";

/// Where it stands who and what is referred to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum References {
    /// In this document.
    Here,
    /// In the one that holds it.
    Above,
}

/// A document within the file.
pub(super) struct Document {
    /// The address of the work, whatever its version.
    pub(super) work: String,
    /// The address of this version of it.
    pub(super) expression: String,
    pub(super) title: String,
    pub(super) number: Option<u32>,
    pub(super) version: Option<u32>,
    /// A reference to who wrote it.
    pub(super) author: String,
    /// When the work was first there.
    pub(super) created_on: Date,
    /// When this version was.
    pub(super) stated_on: Date,
}

impl Document {
    /// A document that stands beside this one in the same file.
    pub(super) fn component(self, name: &str) -> Self {
        let suffix = format!("/!{name}");
        Self {
            work: extended(&self.work, &suffix),
            expression: extended(&self.expression, &suffix),
            ..self
        }
    }
}

/// Writes the metadata of a document that has no further ones.
pub(super) fn write(
    xml: &mut Xml,
    proposal: &LegalProposal<'_>,
    document: &Document,
    references: References,
) {
    xml.open("meta", &[]);
    identification(xml, proposal, document);
    if references == References::Here {
        write_references(xml, proposal);
    }
    xml.close();
}

/// Work, expression and manifestation of a document.
pub(super) fn identification(xml: &mut Xml, proposal: &LegalProposal<'_>, document: &Document) {
    xml.open("identification", &[("source", PUBLISHER)]);
    xml.open("FRBRWork", &[]);
    core(xml, &document.work, document.created_on, &document.author);
    xml.empty("FRBRcountry", &[("value", &proposal.country)]);
    if let Some(number) = document.number {
        xml.empty("FRBRnumber", &[("value", &number.to_string())]);
    }
    xml.empty("FRBRname", &[("value", &document.title)]);
    // Nothing of it binds anybody.
    xml.empty("FRBRprescriptive", &[("value", "false")]);
    xml.close();

    xml.open("FRBRExpression", &[]);
    let expression = &document.expression;
    core(xml, expression, document.stated_on, &document.author);
    if let Some(version) = document.version {
        xml.empty("FRBRversionNumber", &[("value", &version.to_string())]);
    }
    xml.empty("FRBRlanguage", &[("language", language(proposal.lang))]);
    xml.close();

    xml.open("FRBRManifestation", &[]);
    let file = extended(expression, ".akn");
    core(xml, &file, proposal.made_on, PUBLISHER);
    xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
    xml.close();
    xml.close();
}

/// The language as ISO 639-2 has it, which the standard's addresses use.
pub(super) fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "pol",
        Lang::En => "eng",
    }
}

/// The address with a suffix, before what stands behind its path.
pub(super) fn extended(text: &str, suffix: &str) -> String {
    let end = text.find(['?', '#']).unwrap_or(text.len());
    let path = text[..end].trim_end_matches('/');
    format!("{path}{suffix}{}", &text[end..])
}

/// The id of who offers an amendment.
pub(super) fn proponent(amendment: &LegalAmendment) -> String {
    format!("proponent_{}", amendment.number)
}

/// The id of what became of an amendment; none as long as nothing did.
pub(super) fn status(status: &AmendmentStatus) -> Option<&'static str> {
    match status {
        AmendmentStatus::Open => None,
        AmendmentStatus::Withdrawn { .. } => Some(WITHDRAWN),
        AmendmentStatus::Answered { answer, .. } => Some(match answer.decision {
            Decision::Accepted => "status_accepted",
            Decision::InPart => "status_accepted_in_part",
            Decision::Rejected => "status_rejected",
            Decision::Explained => "status_explained",
        }),
    }
}

const WITHDRAWN: &str = "status_withdrawn";

fn core(xml: &mut Xml, text: &str, date: Date, author: &str) {
    let text = address(text);
    xml.empty("FRBRthis", &[("value", &text)]);
    xml.empty("FRBRuri", &[("value", &text)]);
    let date = date.to_string();
    xml.empty("FRBRdate", &[("date", &date), ("name", "generation")]);
    xml.empty("FRBRauthor", &[("href", author)]);
}

fn write_references(xml: &mut Xml, proposal: &LegalProposal<'_>) {
    xml.open("references", &[("source", PUBLISHER)]);
    agent(xml, "publisher", &proposal.publisher);
    agent(xml, "team", &proposal.team);
    for amendment in &proposal.amendments {
        agent(xml, &proponent(amendment), &amendment.proponent);
    }
    for (id, words) in used_statuses(proposal) {
        let href = format!("/akn/ontology/concept/{}", &id["status_".len()..]);
        xml.empty(
            "TLCConcept",
            &[("eId", id), ("href", &href), ("showAs", words)],
        );
    }
    xml.close();
}

fn agent(xml: &mut Xml, id: &str, agent: &Agent) {
    let element = match agent.kind {
        AgentKind::Person => "TLCPerson",
        AgentKind::Body => "TLCOrganization",
    };
    let href = address(&agent.address);
    xml.empty(
        element,
        &[("eId", id), ("href", &href), ("showAs", &agent.name)],
    );
}

/// What became of any of the amendments, in words, each once.
fn used_statuses(proposal: &LegalProposal<'_>) -> Vec<(&'static str, &'static str)> {
    let m = messages(proposal.lang);
    let used = |amendment: &LegalAmendment| {
        let id = status(&amendment.status)?;
        Some(match &amendment.status {
            AmendmentStatus::Answered { answer, .. } => (id, words::decision(answer.decision, m)),
            AmendmentStatus::Open | AmendmentStatus::Withdrawn { .. } => (id, m.akoma_withdrawn()),
        })
    };
    let mut all: Vec<_> = proposal.amendments.iter().filter_map(used).collect();
    all.sort_unstable();
    all.dedup();
    all
}
