//! The table in the README is the table that is carried out.

use wiec_model::retention::{Kept, Since};

#[test]
fn the_readme_lists_what_is_kept_and_how_long() {
    let readme = include_str!("../README.md");
    let rows: Vec<[&str; 3]> = readme
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            assert!(!cells[4].is_empty(), "{line} gives no reason");
            [cells[1], cells[2], cells[3]]
        })
        .collect();
    let expected: Vec<[String; 3]> = Kept::ALL
        .into_iter()
        .map(|kept| {
            let since = match kept.since() {
                Since::CongressEnd => "congress end",
                Since::Done => "done",
                Since::LastUse => "last use",
            };
            [
                format!("`{}`", kept.key()),
                kept.days().to_string(),
                since.to_owned(),
            ]
        })
        .collect();
    assert_eq!(rows, expected);
}
