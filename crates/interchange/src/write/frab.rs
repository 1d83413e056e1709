//! What frab's two files share: numbers, names and lengths in the shapes that their schemas ask for.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;
use wiec_model::{Lang, LanguageTag, Session, Slug};

use super::context::{Context, Entry};

/// The grid that these files claim; readers use it to draw, not to compute.
pub(super) const TIMESLOT: &str = "00:05";
/// The longest length that two digits of hours can say.
const MAX_MINUTES: i64 = 99 * 60 + 59;

/// The positive numbers that frab's files identify things by, beside their guids.
pub(super) struct Numbers {
    sessions: BTreeMap<Uuid, u32>,
    people: BTreeMap<Uuid, u32>,
}

impl Numbers {
    /// Numbers everything that a release holds.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let programme = context.programme();
        Self {
            sessions: number(programme.sessions.iter().map(|session| session.guid)),
            people: number(programme.people.iter().map(|person| person.guid)),
        }
    }

    pub(super) fn session(&self, guid: Uuid) -> u32 {
        self.sessions
            .get(&guid)
            .copied()
            .unwrap_or_else(|| digest(guid))
    }

    pub(super) fn person(&self, guid: Uuid) -> u32 {
        self.people
            .get(&guid)
            .copied()
            .unwrap_or_else(|| digest(guid))
    }
}

/// A number for each guid, the same in every release.
///
/// Counting would renumber everything after a session that is dropped, and phones keep favourites
/// by number. Of two guids with one digest, the greater takes the next free number: only there,
/// once in a thousand congresses, can a number depend on what else is in the programme.
fn number(guids: impl Iterator<Item = Uuid>) -> BTreeMap<Uuid, u32> {
    let mut taken = BTreeSet::new();
    let guids: BTreeSet<Uuid> = guids.collect();
    guids
        .into_iter()
        .map(|guid| {
            let mut number = digest(guid);
            while !taken.insert(number) {
                number = number % MAX_NUMBER + 1;
            }
            (guid, number)
        })
        .collect()
}

/// Readers keep these numbers in signed integers of 32 bits.
const MAX_NUMBER: u32 = i32::MAX as u32;

/// FNV-1a over the octets of a guid, brought to 1..=[`MAX_NUMBER`].
///
/// A digest rather than some of the octets: guids made at once share their first ones.
fn digest(guid: Uuid) -> u32 {
    let hash = guid
        .as_bytes()
        .iter()
        .fold(0x811c_9dc5_u32, |hash, &octet| {
            (hash ^ u32::from(octet)).wrapping_mul(0x0100_0193)
        });
    hash % MAX_NUMBER + 1
}

/// The acronym of the congress: `kpm_2019`.
///
/// No hyphens, for the JSON schema lets them precede nothing but a word behind a year; at least
/// four characters.
pub(super) fn acronym(slug: &Slug) -> String {
    format!("{:_<4}", slug.as_str().replace('-', "_"))
}

/// The slug of a session across all congresses: `kpm_2019-otwarcie-kongresu`.
pub(super) fn slug(acronym: &str, session: &Session, lang: Lang) -> String {
    format!("{acronym}-{:_>4}", session.slug.get(lang).as_str())
}

/// `01:30`
pub(super) fn length(entry: &Entry<'_>) -> String {
    let minutes = entry.slot.duration_minutes().clamp(0, MAX_MINUTES);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `10:40`, on the clocks of the congress.
pub(super) fn hour(context: &Context<'_>, entry: &Entry<'_>) -> String {
    let local = context.zone().rules().to_datetime(entry.slot.starts_at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// The first language of a session, else the first of the congress.
pub(super) fn language<'a>(context: &Context<'a>, entry: &Entry<'a>) -> Option<&'a str> {
    let languages = entry
        .session
        .languages
        .iter()
        .chain(&context.programme().congress.languages);
    languages.map(LanguageTag::as_str).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_does_not_depend_on_order_or_company() {
        let guids: Vec<Uuid> = (0..1000).map(Uuid::from_u128).collect();
        let all = number(guids.iter().copied());
        assert_eq!(all, number(guids.iter().rev().copied()));
        assert!(
            guids
                .iter()
                .all(|&guid| number([guid].into_iter())[&guid] == all[&guid])
        );
    }

    #[test]
    fn numbers_are_positive_and_no_two_are_the_same() {
        let numbers = number((0..100_000).map(Uuid::from_u128));
        let distinct: BTreeSet<&u32> = numbers.values().collect();
        assert_eq!(distinct.len(), 100_000);
        assert!(
            numbers
                .values()
                .all(|&number| (1..=MAX_NUMBER).contains(&number))
        );
    }

    #[test]
    fn an_acronym_has_four_characters_and_no_hyphen() {
        assert_eq!(acronym(&"kpm-2019".parse().unwrap()), "kpm_2019");
        assert_eq!(acronym(&"kpm".parse().unwrap()), "kpm_");
    }
}
