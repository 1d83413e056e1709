//! An amendment: who offers it, what it changes, why, and what became of it.

use wiec_kit::messages::{Messages, messages};
use wiec_text::{Anchor, Content, Edit, Place, Placed};

use super::meta::{self, Document, extended, language};
use super::xml::Xml;
use super::{AmendmentStatus, LegalAmendment, LegalProposal, body, inline};
use crate::words;

/// Writes an amendment as a component of the list.
pub(super) fn write(xml: &mut Xml, proposal: &LegalProposal<'_>, amendment: &LegalAmendment) {
    let m = messages(proposal.lang);
    let id = format!("am_{}", amendment.number);
    let title = m.akoma_amendment(amendment.number);
    let changes = changes(proposal, amendment);
    xml.open("component", &[("eId", &format!("cmp_{id}"))]);
    xml.open("amendment", &[("name", "amendment")]);
    xml.open("meta", &[]);
    meta::identification(xml, proposal, &document(proposal, amendment, &title));
    workflow(xml, amendment);
    analysis(xml, &id, &changes);
    xml.close();
    preface(xml, amendment, m);

    xml.open("amendmentBody", &[("eId", &id)]);
    xml.open("amendmentHeading", &[]);
    xml.inline("p", &[], |xml| xml.words(&title));
    xml.close();
    if !changes.is_empty() {
        xml.open("amendmentContent", &[]);
        for (number, change) in changes.iter().enumerate() {
            content(xml, &change_id(&id, number), change, m);
        }
        xml.close();
    }
    if !words::paragraphs(&amendment.justification).is_empty() {
        xml.open("amendmentJustification", &[]);
        inline::paragraphs(xml, &amendment.justification);
        xml.close();
    }
    xml.close();
    conclusions(xml, &id, amendment, m);
    xml.close();
    xml.close();
}

/// One change to one block of the text. An edit that puts several blocks is one; each block that it moves is
/// one more, where the block stood.
enum Change<'a> {
    Reword(Anchor, &'a Content, &'a Content),
    Delete(Anchor, &'a Content),
    MoveAway(Anchor),
    Put(Place, Vec<&'a Content>),
}

fn changes<'a>(proposal: &'a LegalProposal<'_>, amendment: &'a LegalAmendment) -> Vec<Change<'a>> {
    let of = |edit: &'a Edit| match edit {
        Edit::Reword {
            anchor,
            before,
            after,
        } => vec![Change::Reword(*anchor, before, after)],
        Edit::Delete { anchor, before } => vec![Change::Delete(*anchor, before)],
        Edit::Put { place, blocks } => put(proposal, *place, blocks),
    };
    amendment.amendment.edits().iter().flat_map(of).collect()
}

fn put<'a>(proposal: &'a LegalProposal<'_>, place: Place, blocks: &'a [Placed]) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let mut contents = Vec::new();
    for block in blocks {
        match block {
            Placed::New(content) => contents.push(content),
            Placed::Moved(anchor) => {
                changes.push(Change::MoveAway(*anchor));
                // An amendment to another text moves what this one has not.
                let found = proposal.text.find(*anchor);
                contents.extend(found.map(|block| &block.content));
            }
        }
    }
    changes.push(Change::Put(place, contents));
    changes
}

fn change_id(id: &str, number: usize) -> String {
    format!("{id}__mod_{}", number + 1)
}

fn document(proposal: &LegalProposal<'_>, amendment: &LegalAmendment, title: &str) -> Document {
    let (lang, date) = (language(proposal.lang), amendment.submitted_on);
    Document {
        work: amendment.address.clone(),
        expression: extended(&amendment.address, &format!("/{lang}@{date}")),
        title: title.to_owned(),
        number: Some(amendment.number),
        version: None,
        author: format!("#{}", meta::proponent(amendment)),
        created_on: date,
        stated_on: date,
    }
}

/// Submitted, and withdrawn or answered.
fn workflow(xml: &mut Xml, amendment: &LegalAmendment) {
    let author = format!("#{}", meta::proponent(amendment));
    xml.open("workflow", &[("source", meta::PUBLISHER)]);
    let submitted = amendment.submitted_on.to_string();
    xml.empty("step", &[("date", &submitted), ("by", &author)]);
    let end = match &amendment.status {
        AmendmentStatus::Open => None,
        AmendmentStatus::Withdrawn { on } => Some((on, author.as_str())),
        AmendmentStatus::Answered { on, .. } => Some((on, meta::TEAM)),
    };
    if let (Some((on, by)), Some(status)) = (end, meta::status(&amendment.status)) {
        let (date, outcome) = (on.to_string(), format!("#{status}"));
        let step = [("date", &*date), ("by", by), ("outcome", &*outcome)];
        xml.empty("step", &step);
    }
    xml.close();
}

/// What is changed, for programs.
fn analysis(xml: &mut Xml, id: &str, changes: &[Change<'_>]) {
    if changes.is_empty() {
        return;
    }
    xml.open("analysis", &[("source", meta::PUBLISHER)]);
    xml.open("activeModifications", &[]);
    for (number, change) in changes.iter().enumerate() {
        modification(xml, &change_id(id, number), change);
    }
    xml.close();
    xml.close();
}

fn modification(xml: &mut Xml, id: &str, change: &Change<'_>) {
    let kind = match change {
        Change::Reword(..) => "substitution",
        Change::Delete(..) | Change::MoveAway(_) => "repeal",
        Change::Put(..) => "insertion",
    };
    let modification = format!("{id}__textual");
    xml.open("textualMod", &[("type", kind), ("eId", &modification)]);
    xml.empty("source", &[("href", &format!("#{id}"))]);
    let block = |anchor: &Anchor| format!("#{anchor}");
    match change {
        Change::Reword(anchor, ..) | Change::Delete(anchor, _) | Change::MoveAway(anchor) => {
            xml.empty("destination", &[("href", &block(anchor))]);
        }
        Change::Put(Place::After(anchor), _) => {
            let place = [("href", &*block(anchor)), ("pos", "after")];
            xml.empty("destination", &place);
        }
        Change::Put(Place::Start, _) => {
            xml.empty("destination", &[("href", "#body"), ("pos", "start")]);
        }
    }
    let (old, new) = (format!("#{id}__old"), format!("#{id}__new"));
    if let Change::Reword(..) | Change::Delete(..) = change {
        xml.empty("old", &[("href", &old)]);
    }
    if let Change::Reword(..) | Change::Put(..) = change {
        xml.empty("new", &[("href", &new)]);
    }
    xml.close();
}

/// What is changed, for people.
fn content(xml: &mut Xml, id: &str, change: &Change<'_>, m: &Messages) {
    let (old, new) = (format!("{id}__old"), format!("{id}__new"));
    xml.open("p", &[]);
    xml.inline("mod", &[("eId", id)], |xml| match change {
        Change::Reword(anchor, before, after) => {
            reference(xml, m.akoma_in(), *anchor);
            xml.words(&format!(" {} ", m.akoma_instead()));
            quoted(xml, &old, before, m);
            xml.words(&format!(" {} ", m.akoma_write()));
            match before.kind == after.kind {
                true => quoted(xml, &new, after, m),
                false => structure(xml, &new, &[after]),
            }
        }
        Change::Delete(anchor, before) => {
            reference(xml, m.akoma_strike(), *anchor);
            xml.words(": ");
            quoted(xml, &old, before, m);
        }
        Change::MoveAway(anchor) => reference(xml, m.akoma_move(), *anchor),
        Change::Put(place, contents) => {
            match place {
                Place::Start => xml.words(m.akoma_at_start()),
                Place::After(anchor) => reference(xml, m.akoma_after(), *anchor),
            }
            xml.words(&format!(" {}: ", m.akoma_insert()));
            structure(xml, &new, contents);
        }
    });
    xml.close();
}

fn reference(xml: &mut Xml, words: &str, anchor: Anchor) {
    xml.words(&format!("{words} "));
    xml.inline("ref", &[("href", &format!("#{anchor}"))], |xml| {
        xml.words(&anchor.to_string());
    });
}

fn quoted(xml: &mut Xml, id: &str, content: &Content, m: &Messages) {
    let quotes = match m.lang() {
        wiec_model::Lang::Pl => ("„", "”"),
        wiec_model::Lang::En => ("“", "”"),
    };
    let attributes = [
        ("eId", id),
        ("startQuote", quotes.0),
        ("endQuote", quotes.1),
    ];
    xml.inline("quotedText", &attributes, |xml| {
        inline::write(xml, &content.text);
    });
}

/// Blocks that have no anchor yet; their ids are counted.
fn structure(xml: &mut Xml, id: &str, contents: &[&Content]) {
    let counted = (1..).zip(contents);
    let blocks: Vec<_> = counted
        .map(|(number, content)| (format!("{id}_{number}"), *content))
        .collect();
    xml.open("quotedStructure", &[("eId", id)]);
    body::write(xml, &blocks);
    if blocks.is_empty() {
        xml.inline("p", &[], |_| ());
    }
    xml.close();
}

fn preface(xml: &mut Xml, amendment: &LegalAmendment, m: &Messages) {
    let proponent = format!("#{}", meta::proponent(amendment));
    let status = match &amendment.status {
        AmendmentStatus::Open => m.akoma_open(),
        AmendmentStatus::Withdrawn { .. } => m.akoma_withdrawn(),
        AmendmentStatus::Answered { answer, .. } => words::decision(answer.decision, m),
    };
    xml.open("preface", &[]);
    xml.open("p", &[]);
    xml.inline("docNumber", &[], |xml| {
        xml.words(&amendment.number.to_string());
    });
    xml.words(" ");
    xml.inline("docProponent", &[("refersTo", &proponent)], |xml| {
        xml.words(&amendment.proponent.name);
    });
    xml.words(" ");
    xml.inline("docStatus", &[], |xml| xml.words(status));
    xml.close();
    xml.close();
}

/// The answer, with its reasons.
fn conclusions(xml: &mut Xml, id: &str, amendment: &LegalAmendment, m: &Messages) {
    let AmendmentStatus::Answered { answer, .. } = &amendment.status else {
        return;
    };
    xml.open("conclusions", &[("eId", &format!("{id}__answer"))]);
    let decision = words::decision(answer.decision, m);
    let line = format!("{}: {decision}", m.report_position());
    xml.inline("p", &[], |xml| xml.words(&line));
    inline::paragraphs(xml, &answer.reasons);
    xml.close();
}
