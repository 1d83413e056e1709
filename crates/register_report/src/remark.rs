//! A remark with its answer, as a report tells it.

use jiff::civil::Date;
use wiec_text::Anchor;

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedRemark {
    /// Its number in the consultation; each has its own.
    pub number: u32,
    /// When it came in; of paper, the day on which it was received.
    pub received_on: Date,
    /// How it came in.
    pub channel: Channel,
    /// Whether it can be read.
    pub standing: Standing,
}

/// What became of a remark in moderation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be read by all.
    Published(Box<Published>),
    /// It broke the published rules. Its words and who wrote them are not told.
    Removed {
        /// When it was removed.
        on: Date,
        /// Which rule it broke, in words.
        reason: String,
    },
}

/// What a published remark says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// What it is.
    pub kind: RemarkKind,
    /// What it is about.
    pub about: About,
    /// Who made it, named as they wished; empty if they did not.
    pub who: String,
    /// For whom.
    pub behalf: Behalf,
    /// The wording that it is about, as Markdown; may be empty.
    pub current: String,
    /// The wording that it wants.
    pub proposed: Proposed,
    /// The remark itself, as plain text; may be empty if it proposes a wording.
    pub body: String,
    /// Why; may be empty.
    pub reasons: String,
    /// What the team says to it; absent as long as it has said nothing.
    pub answer: Option<Answer>,
    /// The numbers of remarks that say the same and have this answer too.
    pub same_as: Vec<u32>,
}

/// What a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkKind {
    /// A comment.
    Comment,
    /// Support.
    Support,
    /// A question.
    Question,
    /// An objection.
    Objection,
    /// An amendment, with another wording.
    Amendment,
}

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The text as a whole.
    Whole,
    /// A clause.
    Clause(Anchor),
}

/// For whom somebody speaks; the name is as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behalf {
    /// For themselves.
    Oneself,
    /// For a city or municipality.
    City(String),
    /// For a non-governmental organisation.
    Organisation(String),
    /// For a company.
    Company(String),
    /// For somebody else: a ministry, a university.
    Other(String),
}

/// The wording that a remark wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// None in particular.
    Nothing,
    /// This one, as Markdown.
    Wording(String),
    /// The current one shall go.
    Deletion,
}

/// How a remark came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// On the page of the proposal.
    Page,
    /// On paper.
    Paper,
    /// By mail.
    Mail,
    /// In a table that was imported.
    Imported,
    /// By word of mouth, at a meeting.
    Spoken,
}

/// What the team says to a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What it decided.
    pub decision: Decision,
    /// Why, as plain text.
    pub reasons: String,
}

/// What a team decided on a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// It is taken over.
    Accepted,
    /// Some of it is.
    InPart,
    /// It is not.
    Rejected,
    /// There is nothing to take over: support and questions are answered.
    Explained,
}
