//! Rows of the forms of this part, as their pages show them.

use wiec_kit::form::rows as lists;
pub use wiec_kit::form::rows::{Row, field};
use wiec_kit::form::{Form, FormData};
use wiec_model::Slug;

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

/// The same form after the button of a row of one of `groups`: `up.criterion.3`, `add.phase`. None if none
/// was pressed.
pub fn moved(data: &FormData, groups: &[&str]) -> Option<FormData> {
    lists::moved(data, MOST, |group| groups.contains(&group))
}

/// A key for something new that is called `words`, and that nothing in `taken` has.
pub fn fresh_key<'a>(words: &str, taken: impl IntoIterator<Item = &'a Slug>) -> Slug {
    const LONGEST: usize = 40;
    let taken: Vec<&Slug> = taken.into_iter().collect();
    let made = Slug::from_words(words).map(|slug| slug.to_string());
    let stem: String = made
        .as_deref()
        .unwrap_or("x")
        .chars()
        .take(LONGEST)
        .collect();
    let stem = stem.trim_end_matches('-');
    let candidates =
        std::iter::once(stem.to_owned()).chain((2..).map(|nth| format!("{stem}-{nth}")));
    candidates
        .filter_map(|word| word.parse::<Slug>().ok())
        .find(|slug| !taken.contains(&slug))
        .expect("some number is free")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(act: &str) -> Vec<u32> {
        let mut fields = ["4", "0", "2"].map(|id| ("criterion", id)).to_vec();
        fields.push(("act", act));
        let data = FormData::of(&fields);
        ids(
            &moved(&data, &["criterion", "phase"]).unwrap_or(data),
            "criterion",
        )
    }

    #[test]
    fn a_row_goes_up_and_down_and_away_and_a_new_one_comes_last() {
        assert_eq!(after("up.criterion.0"), [0, 4, 2]);
        assert_eq!(after("down.criterion.0"), [4, 2, 0]);
        assert_eq!(after("remove.criterion.0"), [4, 2]);
        assert_eq!(after("add.criterion"), [4, 0, 2, 5]);
    }

    #[test]
    fn a_key_is_made_of_words_and_is_nobody_elses() {
        let taken: Vec<Slug> = ["zgodnosc", "zgodnosc-2"]
            .map(|it| it.parse().unwrap())
            .to_vec();
        assert_eq!(fresh_key("Zgodność", &taken).as_str(), "zgodnosc-3");
        assert_eq!(fresh_key("???", &taken).as_str(), "x");
    }

    #[test]
    fn what_cannot_be_moved_stays() {
        for act in [
            "up.criterion.4",
            "down.criterion.2",
            "up.criterion.9",
            "add.phase",
            "save",
            "",
        ] {
            assert_eq!(after(act), [4, 0, 2], "{act}");
        }
    }
}
