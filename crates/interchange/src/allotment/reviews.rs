//! Who could review what: loads, bids, topics in common, and conflicts of interest.

use std::collections::BTreeSet;

use wiec_allotment::reviews::{Reviews, score};

use super::{Names, whole};
use crate::read::object::Object;
use crate::read::problem::Problem;

const FORMAT: &str = "wiec-reviewers/1";

/// The bids and what each is worth. Who said nothing has not looked, and is taken before who said no.
const BIDS: [(&str, Option<i32>); 4] = [
    ("yes", Some(4)),
    ("maybe", Some(2)),
    ("no", Some(0)),
    ("conflict", None),
];
/// What it is worth that somebody said nothing.
const SILENT: i32 = 1;
/// What each topic in common is worth, unless the file says otherwise.
const TOPIC: u32 = 1;
/// Above this, sums of scores would say nothing any more.
const LARGEST: u32 = 1000;

/// A file of reviewers and submissions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewing {
    /// What the submissions are called, by their numbers.
    pub submissions: Vec<String>,
    /// What the reviewers are called, by their numbers.
    pub reviewers: Vec<String>,
    /// The same in numbers.
    pub reviews: Reviews,
}

/// Reads a file of reviewers and submissions, `wiec-reviewers/1`.
///
/// # Errors
///
/// Everything that is wrong in the file, each with its place.
pub fn read(bytes: &[u8]) -> Result<Reviewing, Vec<Problem>> {
    whole(bytes, FORMAT, of_names)
}

fn of_names(root: &Object<'_>) -> Reviewing {
    let each = root.required_number("each");
    let topic = root.number("topic").unwrap_or(TOPIC);
    if topic > LARGEST {
        root.problem("topic", format!("should be at most {LARGEST}"));
    }
    let mut topics = Vec::new();
    let mut reviewers = Names::default();
    let loads = root.list("reviewers", |mut reviewer, _| {
        reviewers.take(&mut reviewer);
        let least = reviewer.number("least").unwrap_or(0);
        let most = reviewer.required_number("most");
        if reviewer.has("most") && least > most {
            reviewer.problem("least", format!("{least} is more than the most, {most}"));
        }
        topics.push(words(&reviewer));
        reviewer.finish();
        (least, most)
    });
    let mut submissions = Names::default();
    let mut scores = Vec::new();
    root.list("submissions", |mut submission, _| {
        submissions.take(&mut submission);
        let about = words(&submission);
        let row: Vec<Option<i32>> = topics
            .iter()
            .map(|known| {
                let common = known.iter().filter(|word| about.contains(word)).count();
                let worth = i32::try_from(topic.min(LARGEST)).unwrap_or_default();
                Some(score(
                    SILENT,
                    u32::try_from(common).unwrap_or(u32::MAX),
                    worth,
                ))
            })
            .collect();
        scores.push(row);
        submission.finish();
    });
    let mut said = BTreeSet::new();
    root.list("bids", |bid, _| {
        let who = one(&bid, "reviewer", &reviewers);
        let what = one(&bid, "submission", &submissions);
        let worth = bid_of(&bid);
        bid.finish();
        let (Some(who), Some(what), Some(worth)) = (who, what, worth) else {
            return;
        };
        if !said.insert((who, what)) {
            bid_twice(root, &reviewers.listed[who], &submissions.listed[what]);
        }
        scores[what][who] = match (scores[what][who], worth) {
            (Some(known), Some(worth)) => Some(known - SILENT + worth),
            _ => None,
        };
    });
    Reviewing {
        submissions: submissions.listed,
        reviewers: reviewers.listed,
        reviews: Reviews {
            scores,
            loads,
            each,
        },
    }
}

fn bid_twice(root: &Object<'_>, who: &str, what: &str) {
    root.problem("bids", format!("\"{who}\" bids for \"{what}\" twice"));
}

fn words(object: &Object<'_>) -> Vec<String> {
    let words = object.words("topics").into_iter();
    words.map(|(_, word)| word).collect()
}

fn one(object: &Object<'_>, key: &'static str, names: &Names) -> Option<usize> {
    let Some(name) = object.string(key) else {
        object.missing(key);
        return None;
    };
    let found = names.numbers.get(&name).copied();
    if found.is_none() {
        object.problem(key, format!("there is no {key} \"{name}\""));
    }
    found
}

/// What the bid is worth; inside, nothing where interests conflict.
fn bid_of(object: &Object<'_>) -> Option<Option<i32>> {
    let Some(word) = object.string("bid") else {
        object.missing("bid");
        return None;
    };
    let known = BIDS.iter().find(|(known, _)| *known == word);
    if known.is_none() {
        let words = BIDS.map(|(word, _)| word).join(", ");
        object.problem(
            "bid",
            format!("there is no bid \"{word}\"; the bids are {words}"),
        );
    }
    known.map(|(_, worth)| *worth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_the_bid_and_the_topics_in_common() {
        let file = br#"{"format": "wiec-reviewers/1", "each": 1, "topic": 3,
            "reviewers": [{"id": "r", "most": 2, "topics": ["mie", "tra"]}, {"id": "q", "least": 1, "most": 1}],
            "submissions": [{"id": "s", "topics": ["tra", "mie", "x"]}, {"id": "t"}],
            "bids": [{"reviewer": "r", "submission": "s", "bid": "yes"},
                     {"reviewer": "q", "submission": "t", "bid": "conflict"}]}"#;
        let reviewing = read(file).expect("no problems");
        assert_eq!(
            reviewing.reviews.scores,
            [vec![Some(4 + 2 * 3), Some(1)], vec![Some(1), None]]
        );
        assert_eq!(reviewing.reviews.loads, [(0, 2), (1, 1)]);
    }

    #[test]
    fn everything_that_is_wrong_comes_out_at_once() {
        let file = br#"{"format": "wiec-reviewers/1",
            "reviewers": [{"id": "r", "least": 3, "most": 2}], "submissions": [{"id": "s"}],
            "bids": [{"reviewer": "q", "submission": "s", "bid": "of course"},
                     {"reviewer": "r", "submission": "s", "bid": "no"},
                     {"reviewer": "r", "submission": "s", "bid": "yes"}]}"#;
        let problems = read(file).expect_err("something is wrong");
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "each: is missing",
                "reviewers[0].least (r): 3 is more than the most, 2",
                "bids[0].reviewer: there is no reviewer \"q\"",
                "bids[0].bid: there is no bid \"of course\"; the bids are yes, maybe, no, conflict",
                "bids: \"r\" bids for \"s\" twice",
            ]
        );
    }
}
