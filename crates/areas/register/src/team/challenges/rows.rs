//! Rows of the form: challenges, and within each its recommendations.

use wiec_kit::form::{FormData, rows};

/// More of either would be another proposal.
const MOST: usize = 60;

/// The field that lists the challenges.
pub const CHALLENGES: &str = "challenge";

/// The field that lists the recommendations of a challenge.
pub fn recommendations(challenge: u32) -> String {
    format!("rec-{challenge}")
}

/// A field of a challenge.
pub fn of_challenge(challenge: u32, field: &str) -> String {
    format!("{CHALLENGES}-{challenge}-{field}")
}

/// A field of a recommendation.
pub fn of_recommendation(challenge: u32, row: u32, field: &str) -> String {
    format!("rec-{challenge}-{row}-{field}")
}

/// The rows that a field lists, in their order.
pub fn ids(data: &FormData, list: &str) -> Vec<u32> {
    rows::ids(data, list, MOST)
}

/// The same form after the button of a row: `up.challenge.3`, `add.rec-3`. None if none was pressed.
pub fn moved(data: &FormData) -> Option<FormData> {
    let is_recommendations = |list: &str| {
        let challenge = list.strip_prefix("rec-");
        challenge.is_some_and(|challenge| challenge.parse::<u32>().is_ok())
    };
    rows::moved(data, MOST, |list| {
        list == CHALLENGES || is_recommendations(list)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(act: &str, list: &str) -> Vec<u32> {
        let rows = [
            ("rec-2", "1"),
            ("challenge", "4"),
            ("challenge", "2"),
            ("rec-2", "0"),
        ];
        let mut fields = rows.to_vec();
        fields.push(("act", act));
        let data = FormData::of(&fields);
        ids(&moved(&data).unwrap_or(data), list)
    }

    #[test]
    fn rows_of_each_list_move_by_themselves() {
        assert_eq!(after("up.challenge.2", CHALLENGES), [2, 4]);
        assert_eq!(after("down.rec-2.1", "rec-2"), [0, 1]);
        assert_eq!(after("add.rec-2", "rec-2"), [1, 0, 2]);
        assert_eq!(after("add.rec-4", "rec-4"), [0]);
        assert_eq!(after("remove.challenge.4", CHALLENGES), [2]);
    }

    #[test]
    fn what_cannot_be_moved_stays() {
        for act in [
            "up.challenge.4",
            "down.challenge.2",
            "up.rec-x.1",
            "x.challenge.4",
            "save",
        ] {
            assert_eq!(after(act, CHALLENGES), [4, 2], "{act}");
        }
    }
}
