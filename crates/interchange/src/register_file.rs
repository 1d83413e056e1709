//! The register file: proposals of expert teams with what was said about them, as one JSON file that
//! people can read and edit, and texts in Markdown beside it.
//!
//! [`read`] reads the JSON whole or not at all. The texts are files of their own, and what hangs
//! together with them and with the congress is checked by [`RegisterFile::check`]. Times are told in
//! days of the congress, so that the same file serves every congress.

mod amendment;
mod check;
mod dates;
mod moment;
mod reader;
mod spot;

use wiec_model::consultation::{FormKind, Medium, NoticeItem, Profile};
use wiec_model::{Slug, Slugs, Text};

pub use amendment::AmendmentError;
pub use moment::{DayNumber, Moment};
pub use reader::read;
pub use spot::Spot;

/// A register file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFile {
    /// A sentence about the contents.
    pub note: Option<Text>,
    /// The slug of the congress that it belongs to.
    pub congress: Slug,
    /// The proposals.
    pub proposals: Vec<ProposalEntry>,
}

/// A proposal of an expert team, with all that was said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalEntry {
    /// The word of its address.
    pub slug: Slugs,
    /// The track whose team wrote it.
    pub track: Slug,
    /// The goals that it serves.
    pub goals: Vec<Slug>,
    /// What it is called.
    pub title: Text,
    /// What it is about, in a sentence.
    pub lead: Text,
    /// Who speaks here, and who does not.
    pub disclaimer: Option<Text>,
    /// Who wrote it.
    pub team: Vec<Member>,
    /// The versions, from the first.
    pub versions: Vec<Version>,
    /// When and how it is put to discussion.
    pub consultation: Option<Dates>,
    /// What was said about it, in the order of time.
    pub remarks: Vec<Remark>,
    /// The changes that were offered, by number.
    pub amendments: Vec<AmendmentEntry>,
}

/// Somebody in a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// What they do in it.
    pub part: TeamPart,
    /// Who they are; nobody has to be named.
    pub role: Text,
    /// Who of the cast of the demo they are: the mailbox of that person.
    pub cast: Option<String>,
}

/// What somebody does in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamPart {
    /// Leads it.
    Leader,
    /// Writes with the others.
    Member,
    /// Listens and may speak, and answers for nothing.
    Observer,
}

/// A published version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Counted from 1.
    pub number: u32,
    /// When it was published.
    pub published: Moment,
    /// What is new in it.
    pub note: Option<Text>,
    /// The file of the text in Polish.
    pub text: String,
    /// The file of its English translation, block by block the same.
    pub english: Option<String>,
    /// The file of the easy-to-read version in Polish.
    pub easy: Option<String>,
}

/// When and how a proposal is put to discussion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// By which law.
    pub profile: Profile,
    /// The day of the notice.
    pub notice_on: DayNumber,
    /// Where it was published.
    pub notice_in: Vec<Medium>,
    /// What it told.
    pub notice_says: Vec<NoticeItem>,
    /// The first day.
    pub opens_on: DayNumber,
    /// The last day.
    pub closes_on: DayNumber,
    /// The forms beside remarks in writing.
    pub forms: Vec<PlannedForm>,
}

/// A form of consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedForm {
    /// Which.
    pub kind: FormKind,
    /// On which day.
    pub on: DayNumber,
    /// The code of the session that it is, if it is one.
    pub session: Option<String>,
    /// Where, if it is none.
    pub place: Option<String>,
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Who: a role.
    pub who: String,
    /// On whose behalf.
    pub behalf: Behalf,
    /// Of which city, organisation or company.
    pub of: Option<String>,
}

/// On whose behalf somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behalf {
    /// Their own.
    Person,
    /// A city's or commune's.
    City,
    /// An organisation's.
    Organisation,
    /// A company's.
    Company,
}

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its number within the proposal.
    pub number: u32,
    /// Of which kind.
    pub kind: RemarkKind,
    /// About which block; about the whole, if nothing is said.
    pub at: Option<Spot>,
    /// Whom it answers.
    pub replies_to: Option<u32>,
    /// Who says it.
    pub author: Author,
    /// When.
    pub when: Moment,
    /// What it says.
    pub body: String,
    /// Why.
    pub reasons: Option<String>,
    /// How it should read instead.
    pub wording: Option<String>,
    /// How many agree.
    pub agree: u32,
    /// What the team says to it.
    pub answer: Option<Answer>,
}

/// Of which kind a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// A remark.
    Comment,
    /// Support.
    Support,
    /// A question.
    Question,
    /// An objection.
    Objection,
}

/// A change that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendmentEntry {
    /// Its number within the proposal.
    pub number: u32,
    /// The amendment that it amends.
    pub amends: Option<u32>,
    /// What is to be changed.
    pub change: Change,
    /// Why.
    pub reasons: String,
    /// Who offers it.
    pub author: Author,
    /// When.
    pub when: Moment,
    /// How people voted on it.
    pub votes: Votes,
    /// What the team says to it; nothing, while it is talked about.
    pub answer: Option<Answer>,
}

/// What is to be changed, typed into the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Blocks get another wording, in Markdown.
    Reword(Vec<(Spot, String)>),
    /// Something new, in Markdown, behind a block.
    Insert {
        /// Behind which.
        after: Spot,
        /// What.
        text: String,
    },
    /// Blocks go.
    Delete(Vec<Spot>),
}

/// How many voted how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// For it.
    pub yes: u32,
    /// Against it.
    pub no: u32,
    /// Neither.
    pub abstain: u32,
}

/// What a team says to a remark or an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether it is taken up.
    pub position: Position,
    /// Why.
    pub reasons: String,
    /// Who answers.
    pub by: String,
    /// When.
    pub when: Moment,
}

/// Whether something is taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// As it is.
    Accepted,
    /// A part of it.
    InPart,
    /// No.
    Rejected,
    /// It asked, and is told.
    Explained,
}
