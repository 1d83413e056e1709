//! `participants-votes.csv` of Polis: a row for each participant, a column for each statement.
//!
//! It holds the votes that count and none that were superseded, and no times. Some conversations
//! were published with this table only.

use wiec_opinion::{Conversation, VoteEvent};

use super::columns::PARTICIPANT;
use super::sign::AgreeIs;
use super::table::{Table, Unreadable};
use super::votes::meant;
use crate::read::Problem;

/// Columns that stand between the participant and the first statement, whatever the version.
const FIRST_COLUMNS: [&str; 2] = ["group-id", "n-votes"];

pub(super) fn is_one(header: &[String]) -> bool {
    FIRST_COLUMNS
        .iter()
        .all(|name| header.iter().any(|other| other == name))
}

pub(super) fn read(
    mut table: Table<'_>,
    agree_is: AgreeIs,
) -> Result<(Conversation, Vec<Problem>), Unreadable> {
    let participant = table.must_have(PARTICIPANT)?;
    // Columns whose names are numbers are statements.
    let statements: Vec<(usize, u64)> = table
        .header
        .iter()
        .enumerate()
        .filter_map(|(place, name)| Some((place, name.parse().ok()?)))
        .collect();
    let mut conversation = Conversation::new();
    table.each(|row, _| {
        let participant = row.id(participant, PARTICIPANT)?;
        let mut events = Vec::new();
        for &(place, statement) in &statements {
            let words = row.words(place)?;
            if !words.is_empty() {
                let vote = meant(words, agree_is)?;
                events.push(VoteEvent {
                    participant,
                    statement,
                    vote,
                    at_ms: 0,
                });
            }
        }
        // A row that makes no sense halfway through gives no votes at all.
        conversation.extend(events);
        Ok(())
    });
    Ok((conversation, table.problems))
}

#[cfg(test)]
mod tests {
    use wiec_opinion::Vote;

    use crate::conversation::read_votes;

    #[test]
    fn a_row_gives_the_votes_of_one_participant() {
        let table = b"participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,1,4\n7,,1,0,1,0,1,,-1\n8,,,0,2,1,0,1,0\n9,,,0,1,0,0,1,x\n";
        let (conversation, problems) = read_votes(table, None).expect("a table of votes");
        let said = |it: wiec_opinion::VoteEvent| (it.participant, it.statement, it.vote);
        let votes: Vec<_> = conversation.events().map(said).collect();
        let expected = [
            (7, 4, Vote::Disagree),
            (8, 1, Vote::Agree),
            (8, 4, Vote::Pass),
        ];
        assert_eq!(votes, expected);
        assert_eq!(problems.len(), 1);
    }
}
