//! `participants-votes.csv`: a row for each voter, with their group and the votes that count.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use wiec_opinion::{Conversation, OpinionMap, Vote, VoteEvent};

use super::Written;
use super::people::People;

const FIRST_COLUMNS: [&str; 6] = [
    "participant",
    "group-id",
    "n-comments",
    "n-votes",
    "n-agree",
    "n-disagree",
];

/// Who has no group has an empty cell. Some of Polis' tables have a column `xid`, always empty: not ours.
pub(super) fn participants(
    conversation: &Conversation,
    map: &OpinionMap,
    people: &People,
) -> Vec<u8> {
    let columns: BTreeMap<u64, usize> = (0..)
        .zip(&map.statements)
        .map(|(place, statement)| (statement.id, place))
        .collect();
    let mut table = Written::new();
    let first = FIRST_COLUMNS.map(str::to_owned);
    table.row(first.into_iter().chain(columns.keys().map(u64::to_string)));
    let votes = votes_that_count(conversation);
    for own in votes.chunk_by(|a, b| a.participant == b.participant) {
        let id = own[0].participant;
        let place = map.participants.binary_search_by_key(&id, |it| it.id);
        let group = place.ok().and_then(|place| map.participants[place].group);
        let count = |vote: Vote| own.iter().filter(|event| event.vote == vote).count();
        let mut cells = vec![String::new(); columns.len()];
        for event in own {
            cells[columns[&event.statement]] = event.vote.sign().to_string();
        }
        let first = [
            id.to_string(),
            group.map(|id| id.to_string()).unwrap_or_default(),
            people.written_by(id).to_string(),
            own.len().to_string(),
            count(Vote::Agree).to_string(),
            count(Vote::Disagree).to_string(),
        ];
        table.row(first.into_iter().chain(cells));
    }
    table.bytes()
}

/// The latest vote of each participant on each statement, by participant and statement; of equal
/// times, the later in the log.
fn votes_that_count(conversation: &Conversation) -> Vec<VoteEvent> {
    let mut events: Vec<VoteEvent> = conversation.events().collect();
    events.reverse();
    // Stable, so that of equal times the later in the log now comes first; the first of a cell stays.
    events.sort_by_key(|event| (event.participant, event.statement, Reverse(event.at_ms)));
    events.dedup_by_key(|event| (event.participant, event.statement));
    events
}
