//! The calls file: calls with their committee, what was submitted, how it was judged and what became of it,
//! as one JSON file that people can read and edit.
//!
//! [`read`] reads it whole or not at all; what hangs together within it and with the congress is checked by
//! [`CallsFile::check`]. Times are told in days of the congress, so that the same file serves every congress.

mod check;
mod reader;

use std::collections::BTreeMap;

use jiff::Timestamp;
use wiec_model::calls::{
    Anonymity, CallKind, CallSetup, Committee, Decision, Mark, Phased, Question, Quota,
    Recommendation, ReviewPhase, Tier, Window,
};
use wiec_model::{Lang, SessionCode, Slug, Text};

use crate::register_file::Moment;

pub use reader::read;

/// A calls file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallsFile {
    /// A sentence about the contents.
    pub note: Option<Text>,
    /// The slug of the congress that it belongs to.
    pub congress: Slug,
    /// The committee of all calls.
    pub members: Vec<Member>,
    /// The calls, in the order in which they were made.
    pub calls: Vec<CallEntry>,
}

/// Somebody on the committee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their key within the file.
    pub key: Slug,
    /// What they are called.
    pub name: String,
    /// What they are.
    pub role: Text,
    /// The body they belong to.
    pub body: Option<String>,
    /// Their town.
    pub town: Option<String>,
    /// Who of the cast of the demo they are: the mailbox of that person.
    pub cast: Option<String>,
}

/// A call, with all that was submitted to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallEntry {
    /// Its word in addresses.
    pub slug: Slug,
    /// What is submitted.
    pub kind: CallKind,
    /// What it is called.
    pub title: Text,
    /// What it is about, in a sentence.
    pub lead: Option<Text>,
    /// What authors should know, as Markdown.
    pub guide: Option<Text>,
    /// By which rules it is chosen, as Markdown.
    pub rules: Option<Text>,
    /// When it was made.
    pub made: Moment,
    /// When it opens.
    pub opens: Option<Moment>,
    /// The deadline that was announced.
    pub closes: Option<Moment>,
    /// The later one.
    pub extended: Option<Moment>,
    /// The keys of the tracks that are offered.
    pub tracks: Vec<Slug>,
    /// The tiers that are offered; all, if nothing is said.
    pub tiers: Vec<Tier>,
    /// The most that is offered of anonymity.
    pub anonymity: Anonymity,
    /// What is asked besides.
    pub questions: Vec<Question>,
    /// What the committee does from when on.
    pub phases: Vec<(ReviewPhase, Moment)>,
    /// What the choice should look like.
    pub quotas: Vec<Quota>,
    /// What was submitted, or begun.
    pub submissions: Vec<SubmissionEntry>,
}

/// What somebody submitted, or began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionEntry {
    /// Its key within the file.
    pub key: Slug,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub summary: String,
    /// The key of its track.
    pub track: Option<Slug>,
    /// The size of place that it is about.
    pub tier: Option<Tier>,
    /// Who stands behind it; the first one sent it.
    pub authors: Vec<AuthorEntry>,
    /// From whom their names are kept.
    pub anonymity: Anonymity,
    /// Replies to the call's questions.
    pub replies: BTreeMap<Slug, Vec<String>>,
    /// When it was begun, and sent if it is no draft.
    pub at: Moment,
    /// What became of it.
    pub fate: Fate,
    /// What it says since it was chosen, if that is something else, and since when.
    pub revised: Option<(String, Moment)>,
    /// Where it stands in the programme: in which session, at which place counted from 1.
    pub place: Option<(SessionCode, u32)>,
    /// How it was judged, and who is still to judge it.
    pub reviews: Vec<ReviewEntry>,
}

/// What became of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is a draft.
    Draft,
    /// It waits; something may have been decided that nobody was told.
    Sent(Option<Decided>),
    /// It was taken back.
    Withdrawn(Moment),
    /// A decision was told, and perhaps answered.
    Told(Decided, Option<Answered>),
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which.
    pub decision: Decision,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
}

/// What the authors of something chosen said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// They come.
    Confirmed(Moment),
    /// They do not.
    Declined(Moment),
}

/// Somebody who stands behind a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorEntry {
    /// What they are called.
    pub name: String,
    /// The body they belong to.
    pub body: Option<String>,
    /// Their town.
    pub town: Option<String>,
    /// Who of the cast of the demo they are: the mailbox of that person.
    pub cast: Option<String>,
}

/// How a member judged a submission, or that they are to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewEntry {
    /// The key of the member.
    pub by: Slug,
    /// Marks in the order of the call's criteria; none while nothing was written.
    pub marks: Vec<Mark>,
    /// What should be done.
    pub says: Option<Recommendation>,
    /// What the committee reads.
    pub for_committee: String,
    /// What the authors may be told.
    pub for_authors: String,
    /// When it was given; nothing while it is not.
    pub given: Option<Moment>,
}

impl CallEntry {
    /// What the organisers say of the call, where `at` tells the instant of a moment: as
    /// [`CallSetup::usual`], but for what the file says. Nothing, if a moment has no instant.
    #[must_use]
    pub fn setup(
        &self,
        members: &[Member],
        at: impl Fn(Moment) -> Option<Timestamp>,
    ) -> Option<CallSetup> {
        let usual = CallSetup::usual(self.kind, self.title.clone());
        let instant = |moment: Option<Moment>| match moment {
            Some(moment) => at(moment).map(Some),
            None => Some(None),
        };
        let phases = self.phases.iter();
        let phases = phases.map(|(phase, from)| {
            let (phase, from) = (*phase, at(*from)?);
            Some(Phased { phase, from })
        });
        let mut review = usual.review;
        review.phases = phases.collect::<Option<_>>()?;
        let tiers = match self.tiers.is_empty() {
            true => usual.tiers,
            false => self.tiers.clone(),
        };
        let introduced = |member: &Member| {
            let role = member.role.words(Lang::Pl);
            format!("{}, {role}", member.name)
        };
        Some(CallSetup {
            lead: self.lead.clone(),
            guide: self.guide.clone(),
            rules: self.rules.clone(),
            window: Window {
                opens_at: instant(self.opens)?,
                closes_at: instant(self.closes)?,
                extended_to: instant(self.extended)?,
                ..usual.window
            },
            tracks: self.tracks.clone(),
            tiers,
            anonymity: self.anonymity,
            questions: self.questions.clone(),
            review,
            quotas: self.quotas.clone(),
            committee: Committee {
                people: members.iter().map(introduced).collect(),
            },
            kind: usual.kind,
            title: usual.title,
            access: usual.access,
            limits: usual.limits,
            licence: usual.licence,
            consents: usual.consents,
            confirmation: usual.confirmation,
        })
    }
}
