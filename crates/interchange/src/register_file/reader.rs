//! A register file as values.

use wiec_model::consultation::{FormKind, Medium, NoticeItem, Profile};
use wiec_model::{Lang, Slug};

use super::{
    AmendmentEntry, Answer, Author, Behalf, Change, Dates, Member, PlannedForm, Position,
    ProposalEntry, RegisterFile, Remark, RemarkKind, Spot, TeamPart, Version, Votes,
};
use crate::read::json;
use crate::read::object::{Object, Reading};
use crate::read::problem::{Problem, Report};

/// Reads a register file. What hangs together with its texts is checked by [`RegisterFile::check`].
///
/// # Errors
///
/// Everything that is wrong in it, each with its place.
pub fn read(bytes: &[u8]) -> Result<RegisterFile, Vec<Problem>> {
    let report = Report::default();
    let Some(root) = json::parse(bytes, &report) else {
        return Err(report.conclude(()).err().unwrap_or_default());
    };
    let reading = Reading {
        report: &report,
        language: Lang::Pl.into(),
    };
    let root = Object::open(&root, String::new(), None, &reading);
    let file = RegisterFile {
        note: root.optional_text("note"),
        congress: root.required_slug("congress"),
        proposals: root.list("proposals", |it, _| entry(it)),
    };
    root.finish();
    report.conclude(file)
}

fn entry(mut object: Object<'_>) -> ProposalEntry {
    if !object.has("slug") {
        object.missing("slug");
    }
    let slug = object.slugs("slug");
    if let Some(slug) = &slug {
        object.name(&slug.pl);
    }
    let stand_in = || {
        let slug = Slug::from_words("x").expect("a letter makes a slug");
        wiec_model::Slugs {
            pl: slug.clone(),
            en: slug,
        }
    };
    let entry = ProposalEntry {
        slug: slug.unwrap_or_else(stand_in),
        track: object.required_slug("track"),
        goals: goals(&object),
        title: object.text("title"),
        lead: object.text("lead"),
        disclaimer: object.optional_text("disclaimer"),
        team: object.list("team", |it, _| member(it)),
        versions: object.list("versions", |it, _| version(it)),
        consultation: object.object("consultation").map(dates),
        remarks: object.list("remarks", |it, _| remark(it)),
        amendments: object.list("amendments", |it, _| amendment(it)),
    };
    object.finish();
    entry
}

fn goals(object: &Object<'_>) -> Vec<Slug> {
    let words = object.words("goals").into_iter();
    words
        .filter_map(|(place, word)| {
            let slug = Slug::from_words(&word);
            if slug.is_none() {
                object.problem_at(place, format!("\"{word}\" has no letter to make a key of"));
            }
            slug
        })
        .collect()
}

fn member(object: Object<'_>) -> Member {
    const PARTS: [(&str, TeamPart); 3] = [
        ("leader", TeamPart::Leader),
        ("member", TeamPart::Member),
        ("observer", TeamPart::Observer),
    ];
    let member = Member {
        part: choice(&object, "part", &PARTS).unwrap_or(TeamPart::Member),
        role: object.text("role"),
        cast: object.string("cast"),
    };
    object.finish();
    member
}

fn version(object: Object<'_>) -> Version {
    let version = Version {
        number: object.required_number("number"),
        published: object.required("published"),
        note: object.optional_text("note"),
        text: object.required_words("text"),
        english: object.string("english"),
        easy: object.string("easy"),
    };
    object.finish();
    version
}

fn dates(object: Object<'_>) -> Dates {
    let dates = Dates {
        profile: choice(&object, "profile", &Profile::ALL.map(|it| (it.key(), it)))
            .unwrap_or_default(),
        notice_on: object.required("notice_on"),
        notice_in: choices(&object, "notice_in", &Medium::ALL.map(|it| (it.key(), it))),
        notice_says: choices(
            &object,
            "notice_says",
            &NoticeItem::ALL.map(|it| (it.key(), it)),
        ),
        opens_on: object.required("opens_on"),
        closes_on: object.required("closes_on"),
        forms: object.list("forms", |it, _| form(it)),
    };
    object.finish();
    dates
}

fn form(object: Object<'_>) -> PlannedForm {
    let form = PlannedForm {
        kind: choice(&object, "kind", &FormKind::ALL.map(|it| (it.key(), it)))
            .unwrap_or(FormKind::Meeting),
        on: object.required("on"),
        session: object.string("session"),
        place: object.string("place"),
    };
    object.finish();
    form
}

fn author(object: &Object<'_>) -> Author {
    const BEHALVES: [(&str, Behalf); 4] = [
        ("person", Behalf::Person),
        ("city", Behalf::City),
        ("organisation", Behalf::Organisation),
        ("company", Behalf::Company),
    ];
    let behalf = object
        .value("behalf")
        .and_then(|_| choice(object, "behalf", &BEHALVES));
    Author {
        who: object.required_words("who"),
        behalf: behalf.unwrap_or(Behalf::Person),
        of: object.string("of"),
    }
}

fn remark(object: Object<'_>) -> Remark {
    const KINDS: [(&str, RemarkKind); 4] = [
        ("comment", RemarkKind::Comment),
        ("support", RemarkKind::Support),
        ("question", RemarkKind::Question),
        ("objection", RemarkKind::Objection),
    ];
    let remark = Remark {
        number: object.required_number("number"),
        kind: choice(&object, "kind", &KINDS).unwrap_or(RemarkKind::Comment),
        at: object.parsed("at"),
        replies_to: object.number("replies_to"),
        author: author(&object),
        when: object.required("when"),
        body: object.required_words("body"),
        reasons: object.string("reasons"),
        wording: object.string("wording"),
        agree: object.number("agree").unwrap_or(0),
        answer: object.object("answer").map(answer),
    };
    object.finish();
    remark
}

fn amendment(object: Object<'_>) -> AmendmentEntry {
    let amendment = AmendmentEntry {
        number: object.required_number("number"),
        amends: object.number("amends"),
        change: change(&object),
        reasons: object.required_words("reasons"),
        author: author(&object),
        when: object.required("when"),
        votes: object.object("votes").map(votes).unwrap_or_default(),
        answer: object.object("answer").map(answer),
    };
    object.finish();
    amendment
}

fn change(object: &Object<'_>) -> Change {
    let wordings = object.list("reword", |it, _| {
        let wording = (it.required("at"), it.required_words("text"));
        it.finish();
        wording
    });
    let inserted = object.object("insert").map(|it| {
        let inserted = Change::Insert {
            after: it.required("after"),
            text: it.required_words("text"),
        };
        it.finish();
        inserted
    });
    let deleted: Vec<Spot> = object.parsed_words("delete");
    let given = [
        !wordings.is_empty(),
        inserted.is_some(),
        !deleted.is_empty(),
    ];
    if given.iter().filter(|it| **it).count() != 1 {
        object.problem_at(
            object.here(),
            "should have one of \"reword\", \"insert\" and \"delete\"",
        );
    }
    match inserted {
        Some(inserted) => inserted,
        None if wordings.is_empty() => Change::Delete(deleted),
        None => Change::Reword(wordings),
    }
}

fn votes(object: Object<'_>) -> Votes {
    let votes = Votes {
        yes: object.required_number("yes"),
        no: object.required_number("no"),
        abstain: object.required_number("abstain"),
    };
    object.finish();
    votes
}

fn answer(object: Object<'_>) -> Answer {
    const POSITIONS: [(&str, Position); 4] = [
        ("accepted", Position::Accepted),
        ("in_part", Position::InPart),
        ("rejected", Position::Rejected),
        ("explained", Position::Explained),
    ];
    let answer = Answer {
        position: choice(&object, "position", &POSITIONS).unwrap_or(Position::Explained),
        reasons: object.required_words("reasons"),
        by: object.required_words("by"),
        when: object.required("when"),
    };
    object.finish();
    answer
}

/// One of a few words, which has to be there.
fn choice<T: Copy>(object: &Object<'_>, key: &'static str, all: &[(&str, T)]) -> Option<T> {
    if !object.has(key) {
        object.missing(key);
    }
    let word = object.string(key)?;
    let found = all.iter().find(|(name, _)| *name == word);
    if found.is_none() {
        object.problem(key, format!("\"{word}\" should be one of {}", listed(all)));
    }
    found.map(|(_, value)| *value)
}

/// Any of a few words.
fn choices<T: Copy>(object: &Object<'_>, key: &'static str, all: &[(&str, T)]) -> Vec<T> {
    let mut found = Vec::new();
    for (place, word) in object.words(key) {
        match all.iter().find(|(name, _)| *name == word) {
            Some((_, value)) => found.push(*value),
            None => {
                object.problem_at(
                    place,
                    format!("\"{word}\" should be one of {}", listed(all)),
                );
            }
        }
    }
    found
}

fn listed<T>(all: &[(&str, T)]) -> String {
    let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}
