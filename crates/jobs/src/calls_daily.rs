//! What the calls of every congress need each night: places that nobody confirmed go to the next of the
//! reserve, and who still has something to do is reminded.
//!
//! A call that cannot be seen to is logged and tried again the next night: it must not keep the rest of the
//! chores from being done. Reminders are asked for on every night that they are due; the keys of the letters
//! make each of them one.

use anyhow::{Context as _, Error};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use wiec_kit::app::App;
use wiec_model::calls::{Call, Question, Required, State, Submission};
use wiec_model::jobs::{AboutSubmission, Job};
use wiec_store::{Actor, Left};

/// The first reminder of something that is missing comes so many days before it is needed.
const FIRST_DAYS: i64 = 7;

pub(crate) async fn run(app: &App) {
    let calls = match calls(app).await {
        Ok(calls) => calls,
        Err(error) => return note(&error),
    };
    for call in &calls {
        if let Err(error) = see_to(app, call).await {
            note(&error);
        }
    }
}

fn note(error: &Error) {
    tracing::error!(
        cause = format!("{error:#}"),
        "the nightly work of a call was not done"
    );
}

/// The calls of every congress that is not over.
async fn calls(app: &App) -> Result<Vec<Call>, Error> {
    let today = TimeZone::UTC.to_datetime(app.clock.now()).date();
    let mut calls = Vec::new();
    for congress in app.store.congresses().list().await? {
        let is_over = congress.last_day.is_some_and(|last| last < today);
        if !is_over && congress.newest_release.is_some() {
            calls.extend(app.store.calls().list(&congress.slug).await?);
        }
    }
    Ok(calls)
}

async fn see_to(app: &App, call: &Call) -> Result<(), Error> {
    expire(app, call).await?;
    let letters = reminders(app, call).await?;
    let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
    tx.jobs().enqueue_all(&letters).await?;
    Ok(tx.commit().await?)
}

/// Passes on places that nobody confirmed in time, and has all of them written to in the same transaction.
async fn expire(app: &App, call: &Call) -> Result<(), Error> {
    let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
    let left = tx.submissions().expire(call).await?;
    let mut letters = Vec::new();
    for one in &left {
        if let Left::Now(gone, moved) = one {
            letters.push(AboutSubmission::Expired.job(&call.congress, gone.id));
            if let Some(moved) = moved {
                letters.push(AboutSubmission::MovedUp.job(&call.congress, moved.id));
            }
        }
    }
    tx.jobs().enqueue_all(&letters).await?;
    tx.commit().await.context("expiring the unconfirmed")
}

/// Those who have to confirm soon, and those of whom something is needed soon.
async fn reminders(app: &App, call: &Call) -> Result<Vec<Job>, Error> {
    let now = app.clock.now();
    let store = app.store.submissions();
    let chosen = store.list(&call.congress, call.id, &State::CHOSEN).await?;
    let questions: Vec<&Question> = call
        .setup
        .questions
        .iter()
        .filter(|question| is_soon(question, now))
        .collect();
    let files = if questions.is_empty() {
        std::collections::BTreeMap::new()
    } else {
        store.files_of_call(call.id).await?
    };
    let mut letters = Vec::new();
    for one in &chosen {
        if has_to_confirm(one, call, now) {
            letters.push(AboutSubmission::ConfirmSoon.job(&call.congress, one.id));
        }
        let given = files.get(&one.id).map_or(&[][..], Vec::as_slice);
        for question in &questions {
            if !one.answers(&question.key, given) {
                let question = question.key.clone();
                let missing = AboutSubmission::Missing { question };
                letters.push(missing.job(&call.congress, one.id));
            }
        }
    }
    Ok(letters)
}

fn has_to_confirm(of: &Submission, call: &Call, now: Timestamp) -> bool {
    let State::Accepted { at, confirm_by } = of.state else {
        return false;
    };
    let days = i64::from(call.setup.confirmation.remind_days);
    let left = confirm_by.duration_since(now);
    let is_soon = left > SignedDuration::ZERO && left <= SignedDuration::from_hours(24 * days);
    // Who moved up today has a letter of today that says the same.
    is_soon && now.duration_since(at) >= SignedDuration::from_hours(20)
}

fn is_soon(question: &Question, now: Timestamp) -> bool {
    let Required::From(due) = question.required else {
        return false;
    };
    let left = due.duration_since(now);
    left > SignedDuration::ZERO && left <= SignedDuration::from_hours(24 * FIRST_DAYS)
}
