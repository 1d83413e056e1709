//! The sample congress: its file, its time, and how it gets into an empty database.

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::civil::DateTime;
use wiec_interchange::read::{Format, Hints, read};
use wiec_kit::app::{App, Site};
use wiec_kit::chance::Chance;
use wiec_kit::clock::Clock;
use wiec_model::{Programme, Zone};
use wiec_programme::release::{Releasing, release};
use wiec_store::{Actor, Store};

use crate::outcome::InputProblems;
use crate::progress::Progress;

const FILE: &str = include_str!("../../../../../demo/congress.json");
/// The second day, in the middle of a morning in which every room has something on.
pub(super) const IN_SESSION: &str = "2019-11-15T10:42";
/// A little more than a fortnight before: the same in every demo, so that all its files are, too.
const RELEASED_AT: &str = "2019-10-28T09:00";
const ZONE: &str = "Europe/Warsaw";

/// Reads a time as the clocks of the sample show it, or one with an offset.
pub(super) fn parse_time(words: &str) -> Result<Timestamp, String> {
    if let Ok(instant) = words.parse::<Timestamp>() {
        return Ok(instant);
    }
    let local: DateTime = words
        .parse()
        .map_err(|_| "write it like 2019-11-15T10:42 or 2019-11-15T10:42:00+01:00".to_owned())?;
    let zone = Zone::named(ZONE).map_err(|error| error.to_string())?;
    zone.rules()
        .to_timestamp(local)
        .map_err(|error| error.to_string())
}

/// Imports the sample into a database that holds no congress, and releases it unless that was done.
///
/// Each is one transaction: a demo that was stopped in between goes on here at its next start.
pub(super) async fn put_into(store: &Store, site: &Site) -> anyhow::Result<()> {
    let at = released_at()?;
    let mut congresses = store.congresses().list().await?;
    if congresses.is_empty() {
        let _progress = Progress::show("Reading the sample congress");
        import(store, &programme()?, at).await?;
        congresses = store.congresses().list().await?;
    }
    for congress in congresses
        .iter()
        .filter(|congress| congress.newest_release.is_none())
    {
        let _progress = Progress::show("Making the files of its release");
        let then = App::new(
            store.clone(),
            Clock::standing_at(at),
            Chance::System,
            site.clone(),
        );
        let released = release(
            &then,
            &congress.slug,
            Actor::Operator,
            &Releasing::named("1.0"),
        )
        .await;
        released.with_context(|| format!("{} cannot be released", congress.slug))?;
    }
    Ok(())
}

/// When the sample was released, and its people came.
pub(super) fn released_at() -> anyhow::Result<Timestamp> {
    parse_time(RELEASED_AT).map_err(anyhow::Error::msg)
}

async fn import(store: &Store, programme: &Programme, at: Timestamp) -> anyhow::Result<()> {
    let mut tx = store.begin(Actor::Operator, at).await?;
    tx.drafts().save(programme).await?;
    Ok(tx.commit().await?)
}

fn programme() -> Result<Programme, InputProblems> {
    read(FILE.as_bytes(), Format::CongressFile, &Hints::default()).map_err(|problems| {
        InputProblems {
            problems: problems
                .iter()
                .map(|problem| format!("the sample: {problem}"))
                .collect(),
            consequence: "nothing was imported",
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_the_clocks_in_kielce_show_it_unless_it_has_an_offset() {
        for words in [
            "2019-11-15T10:42",
            "2019-11-15 10:42",
            "2019-11-15T10:42:00+01:00",
            "2019-11-15T09:42Z",
        ] {
            assert_eq!(
                parse_time(words).unwrap().to_string(),
                "2019-11-15T09:42:00Z",
                "{words}"
            );
        }
        assert!(
            parse_time("tomorrow")
                .unwrap_err()
                .contains("2019-11-15T10:42")
        );
    }

    #[test]
    fn the_sample_says_in_both_languages_that_it_is_one() {
        let note = programme().unwrap().congress.note.unwrap();
        assert!(
            note.exact(wiec_model::Lang::Pl)
                .is_some_and(|words| words.contains("przykładowe"))
        );
        assert!(
            note.exact(wiec_model::Lang::En)
                .is_some_and(|words| words.contains("Sample"))
        );
    }
}
