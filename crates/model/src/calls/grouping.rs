//! Accepted talks as kaleidoscopes: a suggestion by theme and tier of place, with its reasons. People
//! change it by hand.
//!
//! Talks of one track stand in the order of their tiers, and that row is cut into pieces of allowed
//! lengths, so that each piece spans as few tiers as possible and all are about as long; the best cut is
//! found exactly. Tracks with too few talks for a kaleidoscope of their own are put into one row together.

use std::collections::BTreeMap;

use super::setup::Tier;
use super::submission::SubmissionId;
use crate::slug::Slug;

/// What another tier within one kaleidoscope costs, in squared talks away from the even length: a
/// kaleidoscope may be two talks longer or shorter (4), but not three (9), to save a tier.
const TIER: u64 = 6;

/// What another track costs, among those that have too few talks of their own.
const TRACK: u64 = 12;

/// How many talks a kaleidoscope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// At least so many.
    pub least: u32,
    /// At most so many; taken as no less than `least`, and no less than 1.
    pub most: u32,
}

/// A talk that is to be grouped.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The key of its track.
    pub track: Option<Slug>,
    /// The size of place it is about.
    pub tier: Option<Tier>,
    /// Its submission.
    pub submission: SubmissionId,
}

/// A suggested kaleidoscope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its talks, by track and tier.
    pub members: Vec<Member>,
    /// What was found of it.
    pub why: Vec<Why>,
}

/// What was found of a kaleidoscope: what it has in common, and where it falls short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// All are of this track.
    OneTrack(Option<Slug>),
    /// Of these tracks, each of which has too few for its own.
    FewOfEach(Vec<Option<Slug>>),
    /// All are about places of one tier.
    OneTier(Option<Tier>),
    /// About places of these tiers, which follow each other.
    Tiers(Vec<Option<Tier>>),
    /// It has fewer talks than asked for, because there are no more, or none to spare.
    TooFew {
        /// So many.
        has: u32,
    },
}

/// Accepted talks as kaleidoscopes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    /// The kaleidoscopes, by track and tier; what is of several tracks comes last.
    pub groups: Vec<Group>,
}

/// Suggests kaleidoscopes of these sizes. Every talk is in exactly one; the order of `talks` changes nothing.
#[must_use]
pub fn group(talks: &[Member], sizes: Sizes) -> Grouping {
    let least = usize::try_from(sizes.least.max(1)).unwrap_or(1);
    let most = usize::try_from(sizes.most).unwrap_or(1).max(least);
    let mut by_track: BTreeMap<Option<Slug>, Vec<Member>> = BTreeMap::new();
    for talk in talks {
        let track = by_track.entry(talk.track.clone()).or_default();
        track.push(talk.clone());
    }
    let mut groups = Vec::new();
    let mut few = Vec::new();
    for (_, mut row) in by_track {
        if row.len() < least {
            few.append(&mut row);
        } else {
            row.sort_by_key(|talk| (talk.tier.map_or(usize::MAX, place), talk.submission));
            groups.extend(cut(&row, least, most));
        }
    }
    few.sort_by_key(|talk| {
        let tier = talk.tier.map_or(usize::MAX, place);
        (talk.track.clone(), tier, talk.submission)
    });
    groups.extend(cut(&few, least, most));
    let groups = groups.into_iter().map(|members| Group {
        why: why(&members, least),
        members,
    });
    Grouping {
        groups: groups.collect(),
    }
}

/// Where a tier stands among all.
fn place(tier: Tier) -> usize {
    Tier::ALL
        .iter()
        .position(|it| *it == tier)
        .unwrap_or(usize::MAX)
}

/// A row cut into pieces at the least cost. Where no cut has pieces of `least` to `most`, pieces may be
/// shorter: as many as are needed at all, as even as they can be.
fn cut(row: &[Member], least: usize, most: usize) -> Vec<Vec<Member>> {
    if row.is_empty() {
        return Vec::new();
    }
    let pieces = row.len().div_ceil(most);
    let least = least.min(row.len() / pieces);
    let even = row.len() / pieces;
    // For each length of the beginning of the row, the cheapest cut of it, and where its last piece begins.
    let mut best: Vec<Option<(u64, usize)>> = vec![None; row.len() + 1];
    best[0] = Some((0, 0));
    for end in 1..=row.len() {
        let starts = end.saturating_sub(most)..=end.saturating_sub(least);
        let ways = starts
            .filter(|start| least <= end - start)
            .filter_map(|start| {
                let (before, _) = best[start]?;
                Some((before + cost(&row[start..end], even), start))
            });
        best[end] = ways.min();
    }
    let (mut end, mut cuts) = (row.len(), Vec::new());
    while end > 0 {
        let start = best[end].map_or(0, |(_, start)| start);
        cuts.push(row[start..end].to_vec());
        end = start;
    }
    cuts.reverse();
    cuts
}

fn cost(piece: &[Member], even: usize) -> u64 {
    let changes = |is_change: fn(&Member, &Member) -> bool| {
        let pairs = piece
            .windows(2)
            .filter(|pair| is_change(&pair[0], &pair[1]));
        u64::try_from(pairs.count()).unwrap_or(u64::MAX)
    };
    let away = u64::try_from(piece.len().abs_diff(even)).unwrap_or(u64::MAX);
    away * away
        + TIER * changes(|a, b| a.track == b.track && a.tier != b.tier)
        + TRACK * changes(|a, b| a.track != b.track)
}

fn why(members: &[Member], least: usize) -> Vec<Why> {
    let mut tracks: Vec<Option<Slug>> = members.iter().map(|it| it.track.clone()).collect();
    tracks.dedup();
    let mut tiers: Vec<Option<Tier>> = members.iter().map(|it| it.tier).collect();
    tiers.sort_by_key(|tier| tier.map_or(usize::MAX, place));
    tiers.dedup();
    let mut why = vec![
        match tracks.as_slice() {
            [track] => Why::OneTrack(track.clone()),
            _ => Why::FewOfEach(tracks),
        },
        match tiers.as_slice() {
            [tier] => Why::OneTier(*tier),
            _ => Why::Tiers(tiers),
        },
    ];
    if members.len() < least {
        let has = u32::try_from(members.len()).unwrap_or(u32::MAX);
        why.push(Why::TooFew { has });
    }
    why
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const EIGHT: Sizes = Sizes { least: 6, most: 8 };

    fn talk(number: u128, track: &str, tier: Tier) -> Member {
        Member {
            track: track.parse().ok(),
            tier: Some(tier),
            submission: SubmissionId(Uuid::from_u128(number)),
        }
    }

    fn talks(parts: &[(&str, Tier, u128)]) -> Vec<Member> {
        let mut number = 0;
        let mut all = Vec::new();
        for (track, tier, count) in parts {
            for _ in 0..*count {
                number += 1;
                all.push(talk(number, track, *tier));
            }
        }
        all
    }

    fn lengths(grouping: &Grouping) -> Vec<usize> {
        grouping
            .groups
            .iter()
            .map(|group| group.members.len())
            .collect()
    }

    #[test]
    fn talks_of_one_theme_are_cut_where_the_tier_changes() {
        let grouping = group(
            &talks(&[
                ("dom", Tier::Metropolis, 8),
                ("dom", Tier::SmallTown, 6),
                ("ruch", Tier::MidSize, 7),
            ]),
            EIGHT,
        );
        assert_eq!(lengths(&grouping), [8, 6, 7]);
        let dom = Some("dom".parse().unwrap());
        assert_eq!(
            grouping.groups[1].why,
            [Why::OneTrack(dom), Why::OneTier(Some(Tier::SmallTown))]
        );
    }

    #[test]
    fn themes_with_few_talks_share_a_kaleidoscope_and_it_says_so() {
        let grouping = group(
            &talks(&[("dom", Tier::Region, 2), ("ruch", Tier::SmallTown, 3)]),
            EIGHT,
        );
        let of = |raw: &str| raw.parse().ok();
        assert_eq!(
            grouping.groups[0].why,
            [
                Why::FewOfEach(vec![of("dom"), of("ruch")]),
                Why::Tiers(vec![Some(Tier::SmallTown), Some(Tier::Region)]),
                Why::TooFew { has: 5 },
            ]
        );
        assert_eq!(group(&[], EIGHT), Grouping::default());
    }

    #[test]
    fn a_number_that_no_sizes_make_up_is_parted_evenly() {
        let grouping = group(&talks(&[("dom", Tier::Region, 9)]), EIGHT);
        let mut lengths = lengths(&grouping);
        lengths.sort_unstable();
        assert_eq!(lengths, [4, 5]);
    }

    proptest! {
        #[test]
        fn every_talk_is_in_one_group_none_is_too_long_and_order_changes_nothing(
            parts in prop::collection::vec((0..4usize, 0..5usize), 0..70),
            least in 0..9u32,
            more in 0..5u32,
        ) {
            let tracks = ["a", "b", "c", "d"];
            let all: Vec<Member> = parts
                .iter()
                .zip(1..)
                .map(|((track, tier), number)| talk(number, tracks[*track], Tier::ALL[*tier]))
                .collect();
            let sizes = Sizes { least, most: least + more };
            let grouping = group(&all, sizes);
            let most = usize::try_from((least + more).max(1)).unwrap();
            let mut found: Vec<Member> = Vec::new();
            for group in &grouping.groups {
                prop_assert!((1..=most).contains(&group.members.len()));
                found.extend(group.members.clone());
            }
            found.sort();
            let mut expected = all.clone();
            expected.sort();
            prop_assert_eq!(found, expected);
            let mut back = all;
            back.reverse();
            prop_assert_eq!(group(&back, sizes), grouping);
        }
    }
}
