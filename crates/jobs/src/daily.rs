//! The daily chores: what was kept long enough is forgotten, by the table of
//! [`wiec_model::retention`].

use std::collections::BTreeMap;

use anyhow::Error;
use jiff::civil::{Time, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use wiec_kit::app::App;
use wiec_model::jobs::Job;
use wiec_model::retention::Kept;
use wiec_store::Actor;

use crate::runner::Outcome;

/// When few are about, by the clock of the server's zone, which is UTC.
const AT: Time = time(2, 0, 0, 0);

pub(crate) async fn run(app: &App) -> Outcome {
    match chores(app).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Failed(error),
    }
}

/// One transaction: run twice, the second finds nothing more to forget.
async fn chores(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.store.begin(Actor::System, now).await?;
    let before = |kept: Kept| now.saturating_sub(days(kept)).unwrap_or(Timestamp::MIN);
    let mut counts = BTreeMap::new();
    let mut sweep = tx.sweep();
    counts.insert(
        Kept::Ceremonies,
        sweep.ceremonies(before(Kept::Ceremonies)).await?,
    );
    counts.insert(Kept::Logins, sweep.logins(before(Kept::Logins)).await?);
    counts.insert(Kept::Jobs, sweep.jobs(before(Kept::Jobs)).await?);
    counts.insert(
        Kept::Favourites,
        sweep.favourites(before(Kept::Favourites)).await?,
    );
    tx.mails().expire_secrets().await?;
    counts.insert(
        Kept::Letters,
        tx.mails().delete_before(before(Kept::Letters)).await?,
    );
    tx.sweep().note(&counts).await?;
    let (day, at) = next(now);
    tx.jobs().enqueue_at(&Job::Daily { day }, at).await?;
    Ok(tx.commit().await?)
}

fn days(kept: Kept) -> SignedDuration {
    SignedDuration::from_hours(24 * i64::from(kept.days()))
}

/// The next day, and when its chores are due.
fn next(now: Timestamp) -> (jiff::civil::Date, Timestamp) {
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
