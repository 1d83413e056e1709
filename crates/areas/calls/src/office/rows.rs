//! Rows of the forms of this part, as their pages show them.

use wiec_kit::form::rows as lists;
use wiec_kit::form::{Form, FormData};
use wiec_model::Slug;

/// More of any would be a list that nobody reads.
const MOST: usize = 40;

/// A row on the page.
pub struct Row {
    /// What its fields are called by: `criterion-3-`.
    pub prefix: String,
    /// Its number in the hidden list.
    pub id: u32,
    /// Where it stands, counted from 1.
    pub number: usize,
    /// Whether none stands above it.
    pub is_first: bool,
    /// Whether none stands below it.
    pub is_last: bool,
    /// What it is called where it is moved.
    pub name: String,
}

/// The name of a field of a row.
pub fn field(group: &str, row: u32, field: &str) -> String {
    format!("{group}-{row}-{field}")
}

/// The rows of a group, in their order.
pub fn ids(data: &FormData, group: &str) -> Vec<u32> {
    lists::ids(data, group, MOST)
}

/// The rows of a group as the page shows them, each called by what stands in its field `name`.
pub fn rows(form: &Form, group: &str, name: &str) -> Vec<Row> {
    let ids = ids(form.data(), group);
    let last = ids.len().saturating_sub(1);
    let row = |(at, id): (usize, u32)| {
        let called = form.value(&field(group, id, name));
        Row {
            prefix: format!("{group}-{id}-"),
            id,
            number: at + 1,
            is_first: at == 0,
            is_last: at == last,
            name: match called {
                "" => (at + 1).to_string(),
                words => words.chars().take(60).collect(),
            },
        }
    };
    ids.into_iter().enumerate().map(row).collect()
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
