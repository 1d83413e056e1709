//! `stats-history.csv`: how the conversation grew, a row for everything that happened.

use std::collections::BTreeSet;

use wiec_opinion::Conversation;

use super::Written;
use crate::conversation::statements::Statements;

const COLUMNS: [&str; 5] = [
    "n-votes",
    "n-comments",
    "n-visitors",
    "n-voters",
    "n-commenters",
];

/// One thing that happened. Of those at one time, statements come before votes on them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Happened {
    Written { by: Option<u64> },
    Voted { by: u64 },
}

/// Rows are in the order of time; the table has no column for it.
///
/// Visitors are those who wrote or voted: who only looked is not known here. Voters are counted
/// once each; Polis' own tables count them with every vote.
pub(super) fn history(known: &Statements, conversation: &Conversation) -> Vec<u8> {
    let written = known.values().map(|it| {
        let created = it.created_ms.unwrap_or(i64::MIN);
        (created, Happened::Written { by: it.author })
    });
    let voted = conversation.events().map(|event| {
        let by = event.participant;
        (event.at_ms, Happened::Voted { by })
    });
    let mut all: Vec<(i64, Happened)> = written.chain(voted).collect();
    all.sort_unstable();

    let (mut votes, mut statements) = (0_usize, 0_usize);
    let [mut visitors, mut voters, mut authors] = [const { BTreeSet::<u64>::new() }; 3];
    let mut table = Written::new();
    table.row(COLUMNS);
    for (_, happened) in all {
        match happened {
            Happened::Written { by } => {
                statements += 1;
                visitors.extend(by);
                authors.extend(by);
            }
            Happened::Voted { by } => {
                votes += 1;
                visitors.insert(by);
                voters.insert(by);
            }
        }
        let counts = [
            votes,
            statements,
            visitors.len(),
            voters.len(),
            authors.len(),
        ];
        table.row(counts.map(|count| count.to_string()));
    }
    table.bytes()
}
