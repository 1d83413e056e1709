//! Jobs: what is done later, outside the request that caused it. An area enqueues one in the
//! transaction of its cause; the crate `jobs` carries it out.
//!
//! A job holds ids and small values and never what they stand for: by the time it runs, that may
//! have changed. Each is safe to run twice.

use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calls::{AuthorId, SubmissionId};
use crate::mail::MailId;
use crate::register::{AnswerId, RemarkId};
use crate::registration::RegistrationId;
use crate::slug::Slug;

/// Something to be done later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    /// Sends a letter that is queued. A letter in any other state is left alone.
    SendMail {
        /// Which letter.
        mail: MailId,
        /// The congress it is about, by which the office finds the job.
        congress: Option<Slug>,
    },
    /// Writes to somebody about their registration, as it is by then.
    TellRegistered {
        /// The congress.
        congress: Slug,
        /// Which registration.
        registration: RegistrationId,
        /// About what.
        about: About,
    },
    /// Writes to the author of a remark about it, as it is by then.
    TellRemarked {
        /// The congress.
        congress: Slug,
        /// Which remark.
        remark: RemarkId,
        /// About what.
        about: AboutRemark,
    },
    /// Writes to the authors of a submission about it, as it is by then.
    TellSubmitted {
        /// The congress.
        congress: Slug,
        /// Which submission.
        submission: SubmissionId,
        /// About what.
        about: AboutSubmission,
    },
    /// Forgets what has been kept long enough, and enqueues the same for the next day.
    Daily {
        /// The day, in UTC, on which it is due.
        day: Date,
    },
}

/// What somebody is told about their registration. Receipt and decision are two letters: a receipt
/// promises no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// That it was received.
    Receipt,
    /// What was decided.
    Decision,
    /// That there is one already: somebody sent another form with their address.
    Known,
}

/// What the author of a remark is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum AboutRemark {
    /// That it waits for them to open a link.
    Confirm,
    /// That it was published, after somebody read it.
    Published,
    /// That it is not public, and why.
    Removed,
    /// What the team answered, with the change in the text if there is one.
    Answered {
        /// Which answer.
        answer: AnswerId,
    },
    /// That a version was published which holds their wording, and how it reads now.
    Merged {
        /// Which version.
        version: u32,
    },
}

/// What the authors of a submission are told without anybody writing to them. What was decided is told by
/// letters that somebody read before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum AboutSubmission {
    /// That it was sent.
    Receipt,
    /// To one who is invited: that somebody says they are an author, and what is kept of them.
    Invited {
        /// Who.
        author: AuthorId,
    },
    /// That it was taken back.
    Withdrawn,
    /// That it moved up from the reserve, and until when they have to say that they come.
    MovedUp,
    /// That they have not said yet whether they come.
    ConfirmSoon,
    /// That the time to say so is over.
    Expired,
    /// That something is still missing that is needed soon: slides, a picture.
    Missing {
        /// The question that asks for it.
        question: Slug,
    },
}

impl AboutSubmission {
    /// The job that has the authors of a submission told so.
    #[must_use]
    pub fn job(self, congress: &Slug, submission: SubmissionId) -> Job {
        Job::TellSubmitted {
            congress: congress.clone(),
            submission,
            about: self,
        }
    }

    /// What tells it from everything else about the same submission, in keys of jobs and letters.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Receipt => "receipt".to_owned(),
            Self::Invited { author } => format!("invited/{author}"),
            Self::Withdrawn => "withdrawn".to_owned(),
            Self::MovedUp => "moved_up".to_owned(),
            Self::ConfirmSoon => "confirm_soon".to_owned(),
            Self::Expired => "expired".to_owned(),
            Self::Missing { question } => format!("missing/{question}"),
        }
    }
}

impl AboutRemark {
    /// What tells it from everything else about the same remark, in keys of jobs and letters.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Confirm => "confirm".to_owned(),
            Self::Published => "published".to_owned(),
            Self::Removed => "removed".to_owned(),
            Self::Answered { answer } => format!("answered/{answer}"),
            Self::Merged { version } => format!("merged/{version}"),
        }
    }
}

impl About {
    /// The key in jobs and letters.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Decision => "decision",
            Self::Known => "known",
        }
    }
}

impl Job {
    /// What it goes by. The same thing is not waited for twice: enqueuing a job whose key is known
    /// already asks for that one again.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::SendMail { mail, .. } => format!("send_mail/{mail}"),
            Self::TellRegistered {
                registration,
                about,
                ..
            } => format!("tell_registered/{registration}/{}", about.key()),
            Self::TellRemarked { remark, about, .. } => {
                format!("tell_remarked/{remark}/{}", about.key())
            }
            Self::TellSubmitted {
                submission, about, ..
            } => format!("tell_submitted/{submission}/{}", about.key()),
            // Whatever the day: there is one next time, and never two.
            Self::Daily { .. } => "daily".to_owned(),
        }
    }

    /// The congress in whose office it is seen; none for what concerns the installation.
    #[must_use]
    pub const fn congress(&self) -> Option<&Slug> {
        match self {
            Self::SendMail { congress, .. } => congress.as_ref(),
            Self::TellRegistered { congress, .. }
            | Self::TellRemarked { congress, .. }
            | Self::TellSubmitted { congress, .. } => Some(congress),
            Self::Daily { .. } => None,
        }
    }

    /// Its kind, for lists, logs and figures: `send_mail`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::SendMail { .. } => "send_mail",
            Self::TellRegistered { .. } => "tell_registered",
            Self::TellRemarked { .. } => "tell_remarked",
            Self::TellSubmitted { .. } => "tell_submitted",
            Self::Daily { .. } => "daily",
        }
    }
}

/// How long to wait after each failed attempt: a hiccup is over in seconds, a server being moved in
/// hours. A job that failed once more often than this has entries is given up.
const WAITS: [SignedDuration; 8] = [
    SignedDuration::from_secs(10),
    SignedDuration::from_secs(60),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(15),
    SignedDuration::from_hours(1),
    SignedDuration::from_hours(3),
    SignedDuration::from_hours(8),
    SignedDuration::from_hours(24),
];

/// How often a job is tried before it is given up.
pub const ATTEMPTS: u32 = WAITS.len() as u32 + 1;

/// What follows from a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is tried again after this long.
    Retry(SignedDuration),
    /// It is left to people: a dead letter, in the office.
    GiveUp,
}

/// What follows when attempt number `attempt`, counted from 1, has failed and another might succeed.
#[must_use]
pub fn after_attempt(attempt: u32) -> Next {
    let wait = usize::try_from(attempt.max(1) - 1)
        .ok()
        .and_then(|index| WAITS.get(index));
    wait.map_or(Next::GiveUp, |wait| Next::Retry(*wait))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_longer_than_the_one_before_and_the_last_attempt_is_the_last() {
        let waits: Vec<SignedDuration> = (1..ATTEMPTS)
            .map(|attempt| match after_attempt(attempt) {
                Next::Retry(wait) => wait,
                Next::GiveUp => panic!("attempt {attempt} is given up"),
            })
            .collect();
        assert!(waits.is_sorted_by(|a, b| a < b), "{waits:?}");
        assert_eq!(after_attempt(ATTEMPTS), Next::GiveUp);
        assert_eq!(after_attempt(u32::MAX), Next::GiveUp);
        // Nobody counts from nought, but if so, it is no reason to stop.
        assert_eq!(after_attempt(0), after_attempt(1));
    }

    #[test]
    fn a_job_survives_being_stored_and_its_key_says_what_it_is_about() {
        let jobs = [
            (
                Job::SendMail {
                    mail: MailId(7),
                    congress: Some("kpm-2019".parse().unwrap()),
                },
                "send_mail/7",
                r#"{"job":"send_mail","mail":7,"congress":"kpm-2019"}"#,
            ),
            (
                Job::Daily {
                    day: jiff::civil::date(2019, 11, 15),
                },
                "daily",
                r#"{"job":"daily","day":"2019-11-15"}"#,
            ),
        ];
        for (job, key, stored) in jobs {
            assert_eq!(job.key(), key);
            assert!(job.key().starts_with(job.kind()));
            assert_eq!(serde_json::to_string(&job).unwrap(), stored);
            assert_eq!(serde_json::from_str::<Job>(stored).unwrap(), job);
        }
    }
}
