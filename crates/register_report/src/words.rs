//! What kinds, channels, bodies and decisions are called.

use wiec_kit::messages::Messages;

use crate::remark::{Behalf, Channel, Decision, Published, RemarkKind};

pub(crate) fn kind(kind: RemarkKind, m: &Messages) -> &'static str {
    match kind {
        RemarkKind::Comment => m.report_comment(),
        RemarkKind::Support => m.report_support(),
        RemarkKind::Question => m.report_question(),
        RemarkKind::Objection => m.report_objection(),
        RemarkKind::Amendment => m.report_amendment(),
    }
}

pub(crate) fn channel(channel: Channel, m: &Messages) -> &'static str {
    match channel {
        Channel::Page => m.report_by_page(),
        Channel::Paper => m.report_by_paper(),
        Channel::Mail => m.report_by_mail(),
        Channel::Imported => m.report_by_import(),
        Channel::Spoken => m.report_by_word(),
    }
}

pub(crate) fn decision(decision: Decision, m: &Messages) -> &'static str {
    match decision {
        Decision::Accepted => m.report_accepted(),
        Decision::InPart => m.report_in_part(),
        Decision::Rejected => m.report_rejected(),
        Decision::Explained => m.report_explained(),
    }
}

/// Who made a remark, and for whom.
pub(crate) fn author(remark: &Published, m: &Messages) -> String {
    let who = match remark.who.trim() {
        "" => m.report_unsigned(),
        who => who,
    };
    let (name, kind) = match &remark.behalf {
        Behalf::Oneself => return who.to_owned(),
        Behalf::City(name) => (name, m.report_city()),
        Behalf::Organisation(name) => (name, m.report_organisation()),
        Behalf::Company(name) => (name, m.report_company()),
        Behalf::Other(name) => (name, m.report_other()),
    };
    m.report_on_behalf(kind, name.as_str(), who)
}

/// Lines of plain text as paragraphs; empty ones are left out.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// Whether a letter says anything: a bell, a zero and what Unicode calls no character do not, and some
/// readers stumble over them.
pub(crate) fn is_text(letter: char) -> bool {
    match letter {
        '\n' | '\t' => true,
        '\u{fdd0}'..='\u{fdef}' => false,
        letter if u32::from(letter) & 0xfffe == 0xfffe => false,
        letter => !letter.is_control(),
    }
}
