//! Addresses of this part, and words that its files share.

use jiff::Timestamp;
use jiff::civil::Date;
use wiec_kit::dates::date_of;
use wiec_kit::edition::Edition;
use wiec_kit::messages::Messages;
use wiec_model::challenge::{Challenge, Recommendation};
use wiec_model::register::{
    Author, Behalf, Channel, Clause, Content, Position, RemarkKind, RemovalReason, TeamMember,
    TeamPart,
};
use wiec_model::{Lang, Zone};

/// The feed of a proposal.
pub use wiec_interchange::write::discussion_feed::FILE as FEED;
/// A proposal with its amendments, for parliaments' programs.
pub const AKOMA_NTOSO: &str = "akomantoso.xml";

/// The words of this part's own addresses.
pub struct Words {
    /// Everything public of a proposal, as JSON.
    pub data: &'static str,
    /// Its remarks with their answers, as a table.
    pub table: &'static str,
    /// The report of its consultation, in the office.
    pub report: &'static str,
    /// What the report would say now.
    pub preview: &'static str,
    /// What the files of a report are called, before the dot.
    pub file: &'static str,
}

/// The words of addresses in `lang`.
pub const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            data: "propozycja.json",
            table: "uwagi.csv",
            report: "raport",
            preview: "podglad",
            file: "raport",
        },
        Lang::En => Words {
            data: "proposal.json",
            table: "remarks.csv",
            report: "report",
            preview: "preview",
            file: "report",
        },
    }
}

/// The day of a moment by the clocks of the congress.
pub fn day(edition: &Edition, at: Timestamp) -> Date {
    date_of(at, zone(edition))
}

/// The clocks of the congress.
pub fn zone(edition: &Edition) -> &Zone {
    &edition.release.programme.congress.zone
}

/// An author as the public reads them: `Anna Żak (Miasto Kielce)`.
pub fn author(author: &Author) -> String {
    match &author.body {
        Some(body) if body != &author.name => format!("{} ({body})", author.name),
        _ => author.name.clone(),
    }
}

/// Somebody of a team in words: `Jan Kos, urbanista: prowadzi`.
pub fn member(m: &Messages, member: &TeamMember) -> String {
    let part = match member.part {
        TeamPart::Leader => m.files_part_leader(),
        TeamPart::Expert => m.files_part_expert(),
        TeamPart::Observer => m.files_part_observer(),
    };
    match &member.body {
        Some(body) => format!("{}, {body} ({part})", member.name),
        None => format!("{} ({part})", member.name),
    }
}

/// What a challenge or recommendation says, found by its code.
pub fn item(content: &Content, clause: &Clause, lang: Lang) -> Option<String> {
    let Clause::Item(code) = clause else {
        return None;
    };
    let said = |challenge: &Challenge| {
        let has_code = |one: &&Recommendation| one.code == *code;
        let solution = challenge.solutions.iter().find(has_code);
        let whole = (challenge.code == *code).then_some(&challenge.challenge);
        whole.or(solution.map(|one| &one.text)).cloned()
    };
    let text = content.challenges.iter().find_map(said)?;
    Some(format!("{code}: {}", text.words(lang)))
}

/// Why a remark was taken down, in words.
pub fn removal(m: &Messages, reason: RemovalReason) -> &'static str {
    match reason {
        RemovalReason::OffTopic => m.files_removed_off_topic(),
        RemovalReason::Abuse => m.files_removed_abuse(),
        RemovalReason::PrivateData => m.files_removed_private_data(),
        RemovalReason::Advertising => m.files_removed_advertising(),
        RemovalReason::Unlawful => m.files_removed_unlawful(),
        RemovalReason::Repetition => m.files_removed_repetition(),
    }
}

/// What the report calls these.
pub mod reported {
    use wiec_register_report as report;

    use super::{Author, Behalf, Channel, Position, RemarkKind};

    /// The kind of a remark.
    pub const fn kind(kind: RemarkKind) -> report::RemarkKind {
        match kind {
            RemarkKind::Comment => report::RemarkKind::Comment,
            RemarkKind::Support => report::RemarkKind::Support,
            RemarkKind::Question => report::RemarkKind::Question,
            RemarkKind::Objection => report::RemarkKind::Objection,
            RemarkKind::Amendment => report::RemarkKind::Amendment,
        }
    }

    /// How a remark came.
    pub const fn channel(channel: Channel) -> report::Channel {
        match channel {
            Channel::Page => report::Channel::Page,
            Channel::Paper => report::Channel::Paper,
            Channel::Mail => report::Channel::Mail,
            Channel::Table => report::Channel::Imported,
            Channel::Spoken => report::Channel::Spoken,
        }
    }

    /// For whom somebody speaks.
    pub fn behalf(author: &Author) -> report::Behalf {
        let body = author.body.clone().unwrap_or_default();
        match author.behalf {
            Behalf::Person => report::Behalf::Oneself,
            Behalf::City => report::Behalf::City(body),
            Behalf::Ngo => report::Behalf::Organisation(body),
            Behalf::Company => report::Behalf::Company(body),
            Behalf::Other => report::Behalf::Other(body),
        }
    }

    /// What the team made of a remark.
    pub const fn decision(position: Position) -> report::Decision {
        match position {
            Position::Accepted => report::Decision::Accepted,
            Position::InPart => report::Decision::InPart,
            Position::Rejected => report::Decision::Rejected,
            Position::Explained => report::Decision::Explained,
        }
    }
}
