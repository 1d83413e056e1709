//! Wishes for limited places: events with capacities, and parties that wish for them.

use serde::Deserialize;
use wiec_allotment::places::{Party, Question};

use super::{Names, whole};
use crate::read::object::Object;
use crate::read::problem::{Place, Problem};

/// Our own format, with names.
const FORMAT: &str = "wiec-places/1";
/// The format of the reference cases, in which things are numbers.
const NUMBERS: &str = "places-json/1";

/// A file of wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// What the events are called, by their numbers in the question.
    pub events: Vec<String>,
    /// What the parties are called, by their numbers in the question.
    pub parties: Vec<String>,
    /// The same in numbers.
    pub question: Question,
}

/// Reads a file of wishes, `wiec-places/1` or `places-json/1`.
///
/// # Errors
///
/// Everything that is wrong in the file, each with its place.
pub fn read(bytes: &[u8]) -> Result<Wishes, Vec<Problem>> {
    if let Ok(numbers) = serde_json::from_slice::<Numbers>(bytes)
        && numbers.format == NUMBERS
    {
        return of_numbers(numbers);
    }
    whole(bytes, FORMAT, of_names)
}

impl Wishes {
    /// What a party entered, as the line that its commitment is of:
    /// `size=2 quota=1 class=0 wishes=castle,reserve`.
    #[must_use]
    pub fn entry(&self, party: usize) -> String {
        let told = &self.question.parties[party];
        let wishes: Vec<&str> = told
            .wishes
            .iter()
            .map(|&event| self.events[event].as_str())
            .collect();
        format!(
            "size={} quota={} class={} wishes={}",
            told.size,
            told.quota,
            told.class,
            wishes.join(",")
        )
    }
}

fn of_names(root: &Object<'_>) -> Wishes {
    let mut events = Names::default();
    let mut capacity = Vec::new();
    let mut apart = Vec::new();
    root.list("events", |mut event, number| {
        events.take(&mut event);
        capacity.push(event.required_number("places"));
        apart.push((number, event));
    });
    let mut clashes = Vec::new();
    for (number, event) in apart {
        for other in events.find(&event, "not_with", "event") {
            if other == number {
                event.problem("not_with", "an event cannot clash with itself");
            } else if !clashes.contains(&(other, number)) {
                clashes.push((number, other));
            }
        }
        event.finish();
    }
    let mut names = Names::default();
    let parties = root.list("parties", |mut party, _| {
        names.take(&mut party);
        let number = |key, otherwise| party.number(key).unwrap_or(otherwise);
        let read = Party {
            size: number("size", 1),
            quota: number("quota", 1),
            class: number("class", 0) as usize,
            wishes: events.find(&party, "wishes", "event"),
        };
        if read.size == 0 {
            party.problem("size", "a party of nobody has no wishes");
        }
        party.finish();
        read
    });
    Wishes {
        events: events.listed,
        parties: names.listed,
        question: Question {
            capacity,
            clashes,
            parties,
        },
    }
}

/// A reference case. People of one group have the same wishes and stay together.
#[derive(Debug, Deserialize)]
struct Numbers {
    format: String,
    capacity: Vec<u32>,
    preferences: Vec<Vec<usize>>,
    group: Vec<usize>,
}

fn of_numbers(numbers: Numbers) -> Result<Wishes, Vec<Problem>> {
    let wrong = |message: String| {
        let place = Place::File;
        vec![Problem { place, message }]
    };
    if numbers.preferences.len() != numbers.group.len() {
        let message = "should have as many groups as preferences, one for each person";
        return Err(wrong(message.to_owned()));
    }
    let mut names: Vec<usize> = numbers.group.clone();
    names.sort_unstable();
    names.dedup();
    let mut parties: Vec<Option<Party>> = vec![None; names.len()];
    for (wishes, group) in numbers.preferences.into_iter().zip(&numbers.group) {
        let Ok(index) = names.binary_search(group) else {
            continue;
        };
        match &mut parties[index] {
            Some(party) if party.wishes == wishes => party.size += 1,
            Some(_) => {
                return Err(wrong(format!(
                    "the people of group {group} differ in wishes"
                )));
            }
            none => {
                *none = Some(Party {
                    size: 1,
                    wishes,
                    quota: 1,
                    class: 0,
                });
            }
        }
    }
    let question = Question {
        capacity: numbers.capacity,
        clashes: Vec::new(),
        parties: parties.into_iter().flatten().collect(),
    };
    question.check().map_err(|error| wrong(error.to_string()))?;
    Ok(Wishes {
        events: (0..question.capacity.len())
            .map(|it| it.to_string())
            .collect(),
        parties: names.iter().map(usize::to_string).collect(),
        question,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"format": "wiec-places/1",
        "events": [{"id": "castle", "places": 2, "not_with": ["reserve"]}, {"id": "reserve", "places": 1}],
        "parties": [{"id": "Ala", "wishes": ["castle", "reserve"]},
                    {"id": "two", "size": 2, "quota": 2, "class": 1, "wishes": ["castle"]}]}"#;

    fn problems(file: &str) -> Vec<String> {
        let problems = read(file.as_bytes()).expect_err("something is wrong");
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn names_become_numbers_in_the_order_of_the_file() {
        let wishes = read(FILE.as_bytes()).expect("no problems");
        assert_eq!(wishes.events, ["castle", "reserve"]);
        assert_eq!(wishes.question.clashes, [(0, 1)]);
        assert_eq!(wishes.question.parties[0].wishes, [0, 1]);
        assert_eq!(wishes.entry(1), "size=2 quota=2 class=1 wishes=castle");
    }

    #[test]
    fn everything_that_is_wrong_comes_out_at_once() {
        let file = r#"{"format": "wiec-places/1",
            "events": [{"id": "a", "places": 1}, {"id": "a", "plases": 2}],
            "parties": [{"id": "x", "size": 0, "wishes": ["b", "a", "a"]}, {"wishes": []}]}"#;
        assert_eq!(
            problems(file),
            [
                "events[1].id: there are two \"a\"",
                "events[1].places (a): is missing",
                "events[1].plases (a): unknown key; did you mean \"places\"?",
                "parties[0].wishes[0] (x): there is no event \"b\"",
                "parties[0].wishes[2] (x): \"a\" stands here twice",
                "parties[0].size (x): a party of nobody has no wishes",
                "parties[1].id: is missing",
            ]
        );
        assert_eq!(
            problems(r#"{"format": "wiec-plases/1"}"#),
            ["format: should be \"wiec-places/1\", not \"wiec-plases/1\""]
        );
    }

    #[test]
    fn people_of_a_group_in_a_reference_case_are_one_party() {
        let file = br#"{"format": "places-json/1", "capacity": [1, 2], "group": [7, 3, 7],
            "preferences": [[0, 1], [1], [0, 1]], "note": "x"}"#;
        let wishes = read(file).expect("no problems");
        assert_eq!(wishes.parties, ["3", "7"]);
        assert_eq!(wishes.question.parties[1].size, 2);
        let file =
            r#"{"format": "places-json/1", "capacity": [1], "group": [0], "preferences": [[1]]}"#;
        assert_eq!(
            problems(file),
            ["the file: Party 0 wishes for an event that does not exist."]
        );
    }
}
