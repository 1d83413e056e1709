//! The daily chores: what was kept long enough is forgotten, by the table of
//! [`wiec_model::retention`].

use std::collections::BTreeMap;

use anyhow::Error;
use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use wiec_kit::app::App;
use wiec_kit::member;
use wiec_model::jobs::Job;
use wiec_model::retention::Kept;
use wiec_store::{Actor, StoreError, Tx};

use crate::calls_daily;
use crate::runner::Outcome;

/// When few are about, by the clock of the server's zone, which is UTC.
const AT: Time = time(2, 0, 0, 0);

pub(crate) async fn run(app: &App) -> Outcome {
    calls_daily::run(app).await;
    match chores(app).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Failed(error),
    }
}

/// One transaction: run twice, the second finds nothing more to forget.
async fn chores(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.store.begin(Actor::System, now).await?;
    tx.mails().expire_secrets().await?;
    let mut counts = BTreeMap::new();
    for kept in Kept::ALL {
        counts.insert(kept, forget(app, &mut tx, kept).await?);
    }
    tx.sweep().note(&counts).await?;
    let (day, at) = next(now);
    tx.jobs().enqueue_at(&Job::Daily { day }, at).await?;
    Ok(tx.commit().await?)
}

/// Forgets what was kept long enough of one kind, and says how many there were.
async fn forget(app: &App, tx: &mut Tx, kept: Kept) -> Result<u64, StoreError> {
    let now = tx.at();
    let before = now.saturating_sub(days(kept)).unwrap_or(Timestamp::MIN);
    let day = day_before(now, kept);
    match kept {
        Kept::Ceremonies => tx.sweep().ceremonies(before).await,
        Kept::Uploads => tx.sweep().uploads(before).await,
        Kept::UnconfirmedRemarks => tx.sweep().unconfirmed_remarks(before).await,
        Kept::Needs => {
            let of_guests = tx.sweep().needs(day).await?;
            Ok(of_guests + tx.sweep().needs_of_speakers(day).await?)
        }
        Kept::Logins => tx.sweep().logins(before).await,
        Kept::Jobs => tx.sweep().jobs(before).await,
        Kept::Answers => tx.sweep().answers(day).await,
        Kept::UnusedRegistrations => tx.sweep().unused_registrations(day).await,
        Kept::Letters => tx.mails().delete_before(before).await,
        Kept::Favourites => tx.sweep().favourites(before).await,
        Kept::UnusedSubmissions => tx.sweep().unused_submissions(day).await,
        Kept::Accounts => {
            let unused = tx.sweep().unused_accounts(before, day).await?;
            for account in &unused {
                member::erase(app, tx, account).await?;
            }
            Ok(u64::try_from(unused.len()).unwrap_or(u64::MAX))
        }
        Kept::Registrations => tx.sweep().registrations(day).await,
    }
}

/// A congress is over by its last day, whatever the hour: periods are days.
fn day_before(now: Timestamp, kept: Kept) -> Date {
    let today = TimeZone::UTC.to_datetime(now).date();
    today.saturating_sub(i64::from(kept.days()).days())
}

fn days(kept: Kept) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(kept.days()))
}

/// The next day, and when its chores are due.
fn next(now: Timestamp) -> (Date, Timestamp) {
    let today = TimeZone::UTC.to_datetime(now).date();
    let day = today.saturating_add(1.day());
    let at = TimeZone::UTC.to_timestamp(day.to_datetime(AT));
    (day, at.unwrap_or(Timestamp::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chores_of_the_next_day_are_due_in_its_night() {
        let now: Timestamp = "2019-11-15T23:30:00Z".parse().unwrap();
        let (day, at) = next(now);
        assert_eq!(day.to_string(), "2019-11-16");
        assert_eq!(at.to_string(), "2019-11-16T02:00:00Z");
    }
}
