//! `comments.csv` and `votes.csv`: what was said, and everything that was voted on it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use wiec_opinion::{Conversation, GroupStatistics, Moderation, OpinionMap, Vote, VoteEvent};

use super::Written;
use crate::conversation::statements::{Described, Statements};

/// All columns that any version of the table had, so that readers of each find theirs.
const STATEMENT_COLUMNS: [&str; 11] = [
    "timestamp",
    "datetime",
    "comment-id",
    "author-id",
    "agrees",
    "disagrees",
    "moderated",
    "is-meta",
    "is-seed",
    "group-informed-consensus",
    "comment-body",
];

const VOTE_COLUMNS: [&str; 5] = ["timestamp", "datetime", "comment-id", "voter-id", "vote"];

pub(super) fn statements(
    known: &Statements,
    conversation: &Conversation,
    map: &OpinionMap,
) -> Vec<u8> {
    let counts = counts(conversation);
    let mut table = Written::new();
    table.row(STATEMENT_COLUMNS);
    for (&id, described) in known {
        let result = map.statements.binary_search_by_key(&id, |it| it.id);
        let groups = result.map_or(&[][..], |place| &map.statements[place].groups);
        let [agrees, disagrees] = counts.get(&id).copied().unwrap_or_default();
        table.row(statement(described, agrees, disagrees, groups));
    }
    table.bytes()
}

fn statement(
    described: &Described,
    agrees: u64,
    disagrees: u64,
    groups: &[GroupStatistics],
) -> [String; STATEMENT_COLUMNS.len()] {
    let at = described.created_ms;
    let number = |number: Option<String>| number.unwrap_or_default();
    [
        number(at.map(|at| at.to_string())),
        number(at.map(spoken)),
        described.statement.id.to_string(),
        number(described.author.map(|author| author.to_string())),
        agrees.to_string(),
        disagrees.to_string(),
        moderated(described.statement.moderation).to_owned(),
        described.statement.is_meta.to_string(),
        described.is_seed.to_string(),
        group_informed_consensus(groups),
        described.text.clone(),
    ]
}

/// The product over groups of (agrees + 1) / (votes + 2); empty where there are no groups.
fn group_informed_consensus(groups: &[GroupStatistics]) -> String {
    if groups.is_empty() {
        return String::new();
    }
    let agreement = |it: &GroupStatistics| {
        (f64::from(it.votes.agrees) + 1.0) / (f64::from(it.votes.seen) + 2.0)
    };
    groups.iter().map(agreement).product::<f64>().to_string()
}

const fn moderated(moderation: Moderation) -> &'static str {
    match moderation {
        Moderation::Rejected => "-1",
        Moderation::Unseen => "0",
        Moderation::Accepted => "1",
    }
}

/// Every event, superseded ones too, by statement, participant and time; agree is 1.
pub(super) fn votes(conversation: &Conversation) -> Vec<u8> {
    let mut events: Vec<VoteEvent> = conversation.events().collect();
    // Stable: of equal times the later in the log stays the later, and counts.
    events.sort_by_key(|event| (event.statement, event.participant, event.at_ms));
    let mut table = Written::new();
    table.row(VOTE_COLUMNS);
    for event in events {
        table.row([
            event.at_ms.to_string(),
            spoken(event.at_ms),
            event.statement.to_string(),
            event.participant.to_string(),
            event.vote.sign().to_string(),
        ]);
    }
    table.bytes()
}

fn counts(conversation: &Conversation) -> BTreeMap<u64, [u64; 2]> {
    let mut counts: BTreeMap<u64, [u64; 2]> = BTreeMap::new();
    for event in conversation.events() {
        let [agrees, disagrees] = counts.entry(event.statement).or_default();
        match event.vote {
            Vote::Agree => *agrees += 1,
            Vote::Disagree => *disagrees += 1,
            Vote::Pass => {}
        }
    }
    counts
}

/// `Wed Jul 27 14:56:00 UTC 2022`; empty for a time that no calendar reaches.
fn spoken(at_ms: i64) -> String {
    Timestamp::from_millisecond(at_ms)
        .map(|at| at.strftime("%a %b %d %H:%M:%S UTC %Y").to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use wiec_opinion::Tally;

    use super::*;

    #[test]
    fn consensus_is_the_product_over_groups_and_nothing_without_any() {
        let group = |agrees, seen| GroupStatistics {
            votes: Tally {
                agrees,
                seen,
                disagrees: 0,
            },
            ..GroupStatistics::default()
        };
        let expected = (9.0 / 12.0) * (2.0 / 6.0);
        let consensus = group_informed_consensus(&[group(8, 10), group(1, 4)]);
        assert_eq!(consensus.parse(), Ok(expected));
        assert_eq!(group_informed_consensus(&[]), "");
    }

    #[test]
    fn a_time_is_told_as_polis_tells_it() {
        assert_eq!(spoken(1_658_933_760_180), "Wed Jul 27 14:56:00 UTC 2022");
        assert_eq!(spoken(i64::MAX), "");
    }
}
