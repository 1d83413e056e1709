//! The table of votes: ours, `votes.csv` of Polis, or a copy of the votes in its database.

use jiff::Timestamp;
use wiec_opinion::{Conversation, Vote, VoteEvent};

use super::columns::{PARTICIPANT, STATEMENT, TIME, VOTE};
use super::matrix;
use super::sign::AgreeIs;
use super::table::{Table, Unreadable};
use crate::read::Problem;

/// Numbers below this count seconds, others milliseconds: the year 5138, or 1973.
const FIRST_MS: i64 = 100_000_000_000;

/// What the times of a table count, which its first one tells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    unit_ms: Option<i64>,
}

/// Reads votes in the order of their rows, and lists every row that makes no sense.
///
/// One vote a row, or one participant a row (`participants-votes.csv`). Votes are words (`agree`,
/// `pass`, `disagree`) or numbers; without `agree_is`, 1 is agree, as in all exports of Polis.
///
/// # Errors
///
/// [`Unreadable::Table`] if a column is missing, and [`Unreadable::WhichSign`] if the columns are
/// called as in Polis' database, where agree is -1, and nobody said whether it is so here.
pub fn read_votes(
    bytes: &[u8],
    agree_is: Option<AgreeIs>,
) -> Result<(Conversation, Vec<Problem>), Unreadable> {
    let mut table = Table::open(bytes)?;
    if matrix::is_one(&table.header) {
        return matrix::read(table, agree_is.unwrap_or_default());
    }
    let participant = table.must_have(PARTICIPANT)?;
    let statement = table.must_have(STATEMENT)?;
    let vote = table.must_have(VOTE)?;
    let at = TIME.place(&table.header);
    if agree_is.is_none() {
        demand_known_sign(&table.header)?;
    }
    let agree_is = agree_is.unwrap_or_default();
    let mut conversation = Conversation::new();
    let mut clock = Clock::default();
    table.each(|row, _| {
        let event = VoteEvent {
            participant: row.id(participant, PARTICIPANT)?,
            statement: row.id(statement, STATEMENT)?,
            vote: meant(row.words(vote)?, agree_is)?,
            at_ms: time(row.words_if(at)?, &mut clock)?.unwrap_or(0),
        };
        conversation.push(event);
        Ok(())
    });
    Ok((conversation, table.problems))
}

fn demand_known_sign(header: &[String]) -> Result<(), Unreadable> {
    let at_home = |name: &&str| ["pid", "tid"].contains(name);
    let named = [PARTICIPANT.name(header), STATEMENT.name(header)];
    let theirs: Vec<&str> = named.into_iter().flatten().filter(at_home).collect();
    match theirs.is_empty() {
        true => Ok(()),
        false => Err(Unreadable::WhichSign {
            columns: theirs.join(" and "),
        }),
    }
}

/// What a cell with a vote means.
pub(super) fn meant(words: &str, agree_is: AgreeIs) -> Result<Vote, String> {
    let number = match words {
        "agree" => return Ok(Vote::Agree),
        "pass" => return Ok(Vote::Pass),
        "disagree" => return Ok(Vote::Disagree),
        // Whoever went through a table with a program of their own often has 1.0 for 1.
        number => number.strip_suffix(".0").unwrap_or(number).parse().ok(),
    };
    number
        .and_then(|number| agree_is.vote(number))
        .ok_or_else(|| {
            format!("the vote is {words:?} and should be -1, 0 or 1, or agree, pass or disagree")
        })
}

/// A time in milliseconds: a number of seconds or milliseconds since 1970, or `2026-11-18T10:00:00Z`.
pub(super) fn time(words: &str, clock: &mut Clock) -> Result<Option<i64>, String> {
    if words.is_empty() {
        return Ok(None);
    }
    if let Ok(number) = words.parse::<i64>() {
        let unit = |number: i64| {
            if number.unsigned_abs() < FIRST_MS.unsigned_abs() {
                1000
            } else {
                1
            }
        };
        let unit_ms = *clock.unit_ms.get_or_insert_with(|| unit(number));
        return Ok(Some(number.saturating_mul(unit_ms)));
    }
    match words.parse::<Timestamp>() {
        Ok(instant) => Ok(Some(instant.as_millisecond())),
        Err(_) => Err(format!(
            "the time is {words:?} and should be a number of seconds or milliseconds since 1970, or like 2026-11-18T10:00:00Z"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(bytes: &[u8], agree_is: Option<AgreeIs>) -> Vec<VoteEvent> {
        let (conversation, problems) = read_votes(bytes, agree_is).expect("a table of votes");
        assert_eq!(problems, []);
        conversation.events().collect()
    }

    const EXPECTED: [VoteEvent; 2] = [
        VoteEvent {
            participant: 5,
            statement: 0,
            vote: Vote::Agree,
            at_ms: 1_658_933_760_000,
        },
        VoteEvent {
            participant: 6,
            statement: 1,
            vote: Vote::Disagree,
            at_ms: 1_658_933_761_000,
        },
    ];

    #[test]
    fn tables_of_polis_and_ours_are_read_alike() {
        for table in [
            "timestamp,datetime,comment-id,voter-id,vote\n1658933760000,Wed Jul 27 21:56:00 WIB 2022,0,5,1\n1658933761000,x,1,6,-1\n",
            "timestamp,datetime,comment-id,voter-id,vote\n1658933760,x,0,5,1\n1658933761,x,1,6,-1\n",
            "Timestamp;Comment ID;Voter;Vote\r\n1658933760000;0;5;1\r\n1658933761000;1;6;-1\r\n",
            "voter-id,comment-id,vote,timestamp\n5,0,1.0,1658933760\n6,1,-1.0,1658933761\n",
            "participant,statement,vote,timestamp\n5,0,agree,2022-07-27T14:56:00Z\n6,1,disagree,2022-07-27T14:56:01Z\n",
        ] {
            assert_eq!(events(table.as_bytes(), None), EXPECTED, "{table}");
        }
    }

    #[test]
    fn what_came_out_of_the_database_needs_a_word_on_its_sign() {
        let table = b"zid,pid,tid,vote,created\n1,5,0,-1,1658933760000\n1,6,1,1,1658933761000\n";
        let unclear = read_votes(table, None).expect_err("either sign is possible");
        assert!(unclear.to_string().contains("pid and tid"), "{unclear}");
        assert_eq!(events(table, Some(AgreeIs::MinusOne)), EXPECTED);
    }

    #[test]
    fn votes_without_times_count_in_the_order_of_their_rows() {
        let of = |events: Vec<VoteEvent>| events.into_iter().map(|event| event.at_ms).collect();
        let times: Vec<i64> = of(events(b"participant,statement,vote\n1,2,1\n1,2,0\n", None));
        assert_eq!(times, [0, 0]);
    }

    #[test]
    fn every_row_that_makes_no_sense_is_listed_and_the_others_are_read() {
        let table = b"participant,statement,vote\n1,2,1\n1,2,2\n-1,2,1\n1,2\n1,3,maybe\n4,5,0\n";
        let (conversation, problems) = read_votes(table, None).expect("a table of votes");
        assert_eq!(conversation.len(), 2);
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| problem.place.to_string())
            .collect();
        assert_eq!(lines, ["line 3", "line 4", "line 5", "line 6"]);
    }
}
