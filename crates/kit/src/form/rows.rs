//! Rows of a form, in an order of their own: each has a number by which its fields are called
//! (`team-3-name`), and a hidden field (`team`) lists the numbers. Moving a row changes the list and no
//! field, so that it works without a script and nothing typed is lost.

use super::Form;
use super::data::FormData;

/// The rows that a field lists, in their order: each once, and no more than `most`.
#[must_use]
pub fn ids(data: &FormData, list: &str, most: usize) -> Vec<u32> {
    let mut ids: Vec<u32> = Vec::new();
    for id in data.all(list).filter_map(|id| id.parse().ok()) {
        if !ids.contains(&id) && ids.len() < most {
            ids.push(id);
        }
    }
    ids
}

/// The same form after the button of a row in one of the lists that `is_list` knows: `up.team.3`,
/// `add.place`. None if none was pressed.
pub fn moved(data: &FormData, most: usize, is_list: impl Fn(&str) -> bool) -> Option<FormData> {
    let mut words = data.get("act")?.split('.');
    let verb = words.next()?;
    let list = words.next().filter(|list| is_list(list))?;
    let row: Option<u32> = words.next().and_then(|row| row.parse().ok());
    let mut ids = ids(data, list, most);
    match (verb, row) {
        ("add", None) if ids.len() < most => {
            ids.push(ids.iter().max().map_or(0, |last| last + 1));
        }
        (_, Some(row)) => {
            let at = ids.iter().position(|id| *id == row)?;
            match verb {
                "up" if at > 0 => ids.swap(at, at - 1),
                "down" if at + 1 < ids.len() => ids.swap(at, at + 1),
                "remove" => {
                    ids.remove(at);
                }
                _ => {}
            }
        }
        _ => {}
    }
    let mut moved = data.clone();
    moved.drop(list);
    for id in ids {
        moved.push(list, &id.to_string());
    }
    Some(moved)
}

/// The name of a field of a row: `team-3-name`.
#[must_use]
pub fn field(list: &str, row: u32, field: &str) -> String {
    format!("{list}-{row}-{field}")
}

/// A row on the page.
pub struct Row {
    /// What its fields are called by: `team-3-`.
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

/// The rows of a list as the page shows them, each called by what stands in its field `name`.
#[must_use]
pub fn shown(form: &Form, list: &str, most: usize, name: &str) -> Vec<Row> {
    let ids = ids(form.data(), list, most);
    let last = ids.len().saturating_sub(1);
    let row = |(at, id): (usize, u32)| Row {
        prefix: field(list, id, ""),
        id,
        number: at + 1,
        is_first: at == 0,
        is_last: at == last,
        name: match form.value(&field(list, id, name)) {
            "" => (at + 1).to_string(),
            words => words.chars().take(60).collect(),
        },
    };
    ids.into_iter().enumerate().map(row).collect()
}
