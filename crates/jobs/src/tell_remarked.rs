//! Writing to the author of a remark about it: that it has to be confirmed, what became of it, what the team
//! answered, and how the text reads now. The letter is made of what the remark is by the time it is
//! written; about what is no longer so none is.

mod change;
mod words;

use anyhow::{Context as _, Error};
use jiff::{SignedDuration, Timestamp};
use wiec_kit::acts::REMARK_PROOF;
use wiec_kit::app::App;
use wiec_kit::messages::messages;
use wiec_kit::paths::Paths;
use wiec_model::jobs::AboutRemark;
use wiec_model::mail::{Letter, Need, Recipient, Secrecy, Subject};
use wiec_model::register::{Answer, Proposal, Remark, RemarkId, RemarkState};
use wiec_model::retention::Kept;
use wiec_model::{AccountId, Email, Slug};
use wiec_store::Actor;
use wiec_text::{Comparison, compare};

use crate::runner::Outcome;
pub(crate) use change::{escaped, quoted};
use words::Told;
pub(crate) use words::without_links;

pub(crate) async fn run(
    app: &App,
    congress: &Slug,
    remark: RemarkId,
    about: AboutRemark,
) -> Outcome {
    match write(app, congress, remark, about).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Failed(error),
    }
}

async fn write(
    app: &App,
    congress: &Slug,
    remark: RemarkId,
    about: AboutRemark,
) -> Result<(), Error> {
    let Some(remark) = app.store.remarks().get(remark).await? else {
        // Not confirmed for too long, and forgotten.
        return Ok(());
    };
    let Some(proposal) = app.store.register().get(remark.proposal).await? else {
        return Ok(());
    };
    let Some((email, account)) = reached(app, &remark).await? else {
        return Ok(());
    };
    let told = told(app, congress, &proposal, &remark)?;
    let Some((subject, body)) = said(app, &told, about).await? else {
        return Ok(());
    };
    let is_confirmed = about != AboutRemark::Confirm;
    let letter = Letter {
        congress: Some(congress.clone()),
        // Before they confirmed it the name is anybody's words, and no address of theirs.
        to: Recipient::new(email, is_confirmed.then_some(remark.author.name.as_str())),
        account,
        lang: remark.lang,
        template: format!("remark-{}", kind(about)),
        subject: Subject::of(&subject),
        body,
        attachments: Vec::new(),
        need: Need::Essential,
        secrecy: if is_confirmed {
            Secrecy::Open
        } else {
            Secrecy::Secret {
                until: forgotten_at(&remark),
            }
        },
        key: Some(key(&remark, about)),
    };
    let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
    tx.mails().post(&letter).await?;
    Ok(tx.commit().await?)
}

/// Where the author of a remark is reached: by their account, or where they said.
async fn reached(app: &App, remark: &Remark) -> Result<Option<(Email, Option<AccountId>)>, Error> {
    let Some(account) = remark.account else {
        let email = app.store.remarks().email(remark.id).await?;
        return Ok(email.map(|email| (email, None)));
    };
    let account = app.store.accounts().find(account).await?;
    // Erased meanwhile, or never to be reached by mail.
    Ok(account.and_then(|account| Some((account.email?, Some(account.id)))))
}

fn told<'a>(
    app: &App,
    congress: &Slug,
    proposal: &'a Proposal,
    remark: &'a Remark,
) -> Result<Told<'a>, Error> {
    let served = app.editions.served();
    let edition = served
        .edition(congress.as_str())
        .context("the congress has not been released yet")?;
    let paths = Paths::permanent(remark.lang, edition.slug().clone()).absolute(&app.site.base);
    Ok(Told {
        proposal,
        remark,
        paths,
        m: messages(remark.lang),
    })
}

/// Subject and body; nothing where what was to be told is no longer so.
async fn said(
    app: &App,
    told: &Told<'_>,
    about: AboutRemark,
) -> Result<Option<(String, String)>, Error> {
    let remark = told.remark;
    Ok(match (about, &remark.state) {
        (AboutRemark::Confirm, RemarkState::Unconfirmed) => {
            let proof = app.secret.code(REMARK_PROOF, &remark.id.to_string());
            Some(told.confirm(&proof))
        }
        (AboutRemark::Published, RemarkState::Published { .. }) => told.published(),
        (AboutRemark::Removed, RemarkState::Removed { reason, words, .. }) => {
            told.removed(*reason, words.as_deref())
        }
        (AboutRemark::Answered { answer }, RemarkState::Published { .. })
            if remark.answer == Some(answer) =>
        {
            let answers = app.store.remarks().answers(remark.proposal).await?;
            let answer = answers.get(&answer).context("an answer that there is")?;
            let change = answered(app, remark, answer).await?;
            told.answered(answer, change.as_ref())
        }
        (AboutRemark::Merged { version }, RemarkState::Published { .. }) => {
            let versions = app.store.register();
            let before = versions.version(remark.proposal, remark.version).await?;
            let after = versions.version(remark.proposal, version).await?;
            let (Some(before), Some(after)) = (before, after) else {
                return Ok(None);
            };
            let (before, after) = (before.content.document, after.content.document);
            told.merged(version, &compare(&before, &after))
        }
        _ => None,
    })
}

/// What of an amendment the team takes, or, where it takes nothing, what was offered.
async fn answered(
    app: &App,
    remark: &Remark,
    answer: &Answer,
) -> Result<Option<Comparison>, Error> {
    let amendment = if words::is_taken(answer.position) {
        remark.taken()
    } else {
        remark.amendment.as_ref()
    };
    let Some(amendment) = amendment else {
        return Ok(None);
    };
    let versions = app.store.register();
    let version = versions.version(remark.proposal, remark.version).await?;
    let before = version.context("a version that there is")?.content.document;
    let after = amendment.apply(&before)?;
    Ok(Some(compare(&before, &after)))
}

/// When a remark that nobody confirmed is forgotten, and its link leads nowhere.
fn forgotten_at(remark: &Remark) -> Timestamp {
    let days = i64::from(Kept::UnconfirmedRemarks.days());
    let waits = SignedDuration::from_hours(24 * days);
    remark
        .received_at
        .saturating_add(waits)
        .unwrap_or(Timestamp::MAX)
}

/// The kind of a letter, as lists show it.
const fn kind(about: AboutRemark) -> &'static str {
    match about {
        AboutRemark::Confirm => "confirm",
        AboutRemark::Published => "published",
        AboutRemark::Removed => "removed",
        AboutRemark::Answered { .. } => "answered",
        AboutRemark::Merged { .. } => "merged",
    }
}

/// A letter about the same thing is written once. What was taken down, put back and taken down again is
/// another thing each time.
fn key(remark: &Remark, about: AboutRemark) -> String {
    let since = match about {
        AboutRemark::Published | AboutRemark::Removed => remark.state.since(),
        AboutRemark::Confirm | AboutRemark::Answered { .. } | AboutRemark::Merged { .. } => None,
    };
    let since = since.map_or_else(String::new, |at| format!("/{}", at.as_microsecond()));
    format!("remark/{}/{}{since}", remark.id, about.key())
}
