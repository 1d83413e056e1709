//! Writing to the authors of a submission about it: that it was sent, taken back, moved up; that something is
//! asked of them soon. One who is invited is asked whether they are an author. Each letter is made of what the
//! submission is by the time it is written; about what is no longer so none is.

mod words;

use anyhow::{Context as _, Error};
use jiff::{SignedDuration, Timestamp};
use wiec_kit::acts::AUTHOR_PROOF;
use wiec_kit::app::App;
use wiec_kit::messages::messages;
use wiec_kit::paths::Paths;
use wiec_model::calls::{
    Author, AuthorId, AuthorStanding, Call, Required, State, Submission, SubmissionId,
};
use wiec_model::jobs::AboutSubmission;
use wiec_model::mail::{Letter, Need, Recipient, Secrecy, Subject};
use wiec_model::retention::Kept;
use wiec_model::{AccountId, Email, Lang, Slug};
use wiec_store::Actor;

use crate::runner::Outcome;
use words::Told;

/// The last reminder of what is missing comes within so many days of the end; those before it are the first.
const LAST_DAYS: i64 = 2;

pub(crate) async fn run(
    app: &App,
    congress: &Slug,
    submission: SubmissionId,
    about: &AboutSubmission,
) -> Outcome {
    match write(app, congress, submission, about).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Failed(error),
    }
}

/// Somebody who is written to.
struct Reader {
    author: AuthorId,
    email: Email,
    account: Option<AccountId>,
    name: Option<String>,
    lang: Lang,
}

async fn write(
    app: &App,
    congress: &Slug,
    submission: SubmissionId,
    about: &AboutSubmission,
) -> Result<(), Error> {
    let Some(submission) = app.store.submissions().get(congress, submission).await? else {
        // A draft that was deleted meanwhile.
        return Ok(());
    };
    let call = app.store.calls().get(congress, submission.call).await?;
    let call = call.context("a submission belongs to a call")?;
    if is_answered(app, &submission, about).await? {
        return Ok(());
    }
    let Some(since) = since(&submission, &call, about, app.clock.now()) else {
        return Ok(());
    };
    let mut letters = Vec::new();
    for reader in readers(app, &submission, about).await? {
        let told = told(app, &call, &submission, reader.lang)?;
        let proof = app.secret.code(AUTHOR_PROOF, &reader.author.to_string());
        let Some((subject, body)) = told.said(about, &proof, app.clock.now()) else {
            continue;
        };
        let is_invitation = matches!(about, AboutSubmission::Invited { .. });
        letters.push(Letter {
            congress: Some(congress.clone()),
            to: Recipient::new(reader.email, reader.name.as_deref()),
            account: reader.account,
            lang: reader.lang,
            template: format!("submission-{}", kind(about)),
            subject: Subject::of(&subject),
            body,
            attachments: Vec::new(),
            need: Need::Essential,
            secrecy: if is_invitation {
                Secrecy::Secret {
                    until: forgotten_at(&submission),
                }
            } else {
                Secrecy::Open
            },
            key: Some(format!(
                "submission/{}/{}/{since}/{}",
                submission.id,
                about.key(),
                reader.author
            )),
        });
    }
    let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
    for letter in &letters {
        tx.mails().post(letter).await?;
    }
    Ok(tx.commit().await?)
}

/// What tells a letter from another one about the same: what was sent again is another thing each time. None
/// if what was to be told is no longer so.
fn since(of: &Submission, call: &Call, about: &AboutSubmission, now: Timestamp) -> Option<String> {
    let at = |moment: Timestamp| Some(moment.as_microsecond().to_string());
    match (about, of.state) {
        (AboutSubmission::Receipt, State::Submitted { at: since })
        | (
            AboutSubmission::Withdrawn,
            State::Withdrawn { at: since } | State::Declined { at: since },
        )
        | (AboutSubmission::MovedUp, State::Accepted { at: since, .. })
        | (AboutSubmission::Expired, State::Declined { at: since }) => at(since),
        (AboutSubmission::Invited { .. }, _) => Some("once".to_owned()),
        // Who is told that they have a place and that the time for it runs, is told the first in time.
        (AboutSubmission::ConfirmSoon, State::Accepted { confirm_by, .. }) if now < confirm_by => {
            at(confirm_by)
        }
        (AboutSubmission::Missing { question }, state) if state.is_chosen() => {
            let Required::From(due) = call.setup.question(question)?.required else {
                return None;
            };
            let left = due.duration_since(now);
            if left <= SignedDuration::ZERO {
                return None;
            }
            let is_last = left <= SignedDuration::from_hours(24 * LAST_DAYS);
            let which = if is_last { "last" } else { "first" };
            Some(format!("{}/{which}", due.as_microsecond()))
        }
        _ => None,
    }
}

/// Whether what was missing came meanwhile.
async fn is_answered(app: &App, of: &Submission, about: &AboutSubmission) -> Result<bool, Error> {
    let AboutSubmission::Missing { question } = about else {
        return Ok(false);
    };
    let files = app.store.submissions().files(of.id).await?;
    Ok(of.answers(question, &files))
}

/// Who is written to: all to whom the submission belongs, or the one who is asked whether it does.
async fn readers(
    app: &App,
    of: &Submission,
    about: &AboutSubmission,
) -> Result<Vec<Reader>, Error> {
    let is_reader = |author: &&Author| match about {
        AboutSubmission::Invited { author: invited } => {
            author.id == *invited && author.standing == AuthorStanding::Invited
        }
        _ => author.owns(),
    };
    let mut readers: Vec<Reader> = Vec::new();
    let submitters = of
        .authors
        .iter()
        .find(|author| author.account == of.account);
    let asks = submitters.and_then(|author| author.account);
    for author in of.authors.iter().filter(is_reader) {
        let reader = match author.account {
            Some(account) => by_account(app, author.id, account).await?,
            // Who has no account is written to in the language of those who named them, and where the office
            // did, in the one in which they write themselves.
            None => match &author.email {
                Some(email) => Some(Reader {
                    author: author.id,
                    email: email.clone(),
                    account: None,
                    name: None,
                    lang: lang_of(app, of, asks).await?,
                }),
                None => None,
            },
        };
        let is_new = |reader: &Reader| readers.iter().all(|other| other.email != reader.email);
        readers.extend(reader.filter(is_new));
    }
    Ok(readers)
}

async fn by_account(
    app: &App,
    author: AuthorId,
    account: AccountId,
) -> Result<Option<Reader>, Error> {
    let account = app.store.accounts().find(account).await?;
    // Erased meanwhile, or never to be reached by mail.
    Ok(account.and_then(|account| {
        Some(Reader {
            author,
            email: account.email?,
            account: Some(account.id),
            name: account.name,
            lang: account.lang,
        })
    }))
}

async fn lang_of(app: &App, of: &Submission, asks: Option<AccountId>) -> Result<Lang, Error> {
    let account = match asks {
        Some(account) => app.store.accounts().find(account).await?,
        None => None,
    };
    let is_english = of.words.lang.as_str() == Lang::En.code();
    let spoken = if is_english { Lang::En } else { Lang::Pl };
    Ok(account.map_or(spoken, |account| account.lang))
}

fn told<'a>(
    app: &App,
    call: &'a Call,
    submission: &'a Submission,
    lang: Lang,
) -> Result<Told<'a>, Error> {
    let served = app.editions.served();
    let edition = served
        .edition(call.congress.as_str())
        .context("the congress has not been released yet")?;
    let paths = Paths::permanent(lang, edition.slug().clone()).absolute(&app.site.base);
    Ok(Told {
        call,
        submission,
        zone: edition.release.programme.congress.zone.clone(),
        paths,
        m: messages(lang),
    })
}

/// When a draft that nobody used is forgotten at the latest, as far as can be said now: the letter that asks
/// whether somebody is an author is not worth sending after that.
fn forgotten_at(of: &Submission) -> Timestamp {
    let days = i64::from(Kept::UnusedSubmissions.days());
    let waits = SignedDuration::from_hours(24 * days);
    of.begun_at.saturating_add(waits).unwrap_or(Timestamp::MAX)
}

/// The kind of a letter, as lists show it.
const fn kind(about: &AboutSubmission) -> &'static str {
    match about {
        AboutSubmission::Receipt => "receipt",
        AboutSubmission::Invited { .. } => "invited",
        AboutSubmission::Withdrawn => "withdrawn",
        AboutSubmission::MovedUp => "moved-up",
        AboutSubmission::ConfirmSoon => "confirm-soon",
        AboutSubmission::Expired => "expired",
        AboutSubmission::Missing { .. } => "missing",
    }
}
