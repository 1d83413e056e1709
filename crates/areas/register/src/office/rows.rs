//! Rows of the forms of this part, as their pages show them.

use wiec_kit::form::rows as lists;
pub use wiec_kit::form::rows::{Row, field};
use wiec_kit::form::{Form, FormData};

/// More of any would be a list that nobody reads.
const MOST: usize = 40;

/// The rows of a group, in their order.
pub fn ids(data: &FormData, group: &str) -> Vec<u32> {
    lists::ids(data, group, MOST)
}

/// The rows of a group as the page shows them, each called by what stands in its field `name`.
pub fn rows(form: &Form, group: &str, name: &str) -> Vec<Row> {
    lists::shown(form, group, MOST, name)
}

/// The same form after the button of a row of one of `groups`: `up.team.3`, `add.place`. None if none
/// was pressed.
pub fn moved(data: &FormData, groups: &[&str]) -> Option<FormData> {
    lists::moved(data, MOST, |group| groups.contains(&group))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(act: &str) -> Vec<u32> {
        let mut fields = ["4", "0", "2"].map(|id| ("team", id)).to_vec();
        fields.push(("act", act));
        let data = FormData::of(&fields);
        ids(&moved(&data, &["team", "place"]).unwrap_or(data), "team")
    }

    #[test]
    fn a_row_goes_up_and_down_and_away_and_a_new_one_comes_last() {
        assert_eq!(after("up.team.0"), [0, 4, 2]);
        assert_eq!(after("down.team.0"), [4, 2, 0]);
        assert_eq!(after("remove.team.0"), [4, 2]);
        assert_eq!(after("add.team"), [4, 0, 2, 5]);
    }

    #[test]
    fn what_cannot_be_moved_stays() {
        for act in [
            "up.team.4",
            "down.team.2",
            "up.team.9",
            "add.place",
            "save",
            "",
        ] {
            assert_eq!(after(act), [4, 0, 2], "{act}");
        }
    }
}
