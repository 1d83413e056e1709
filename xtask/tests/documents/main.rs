//! What documents list is what the tree holds.
//!
//! Lists in documents go stale unless something reads them, so these tests do: crates, commands,
//! words, links. They judge no prose.

mod lists;
mod markdown;
mod tree;

use std::collections::BTreeSet;

use lists::{
    Crate, commands, crates_of_architecture, crates_of_workspace, has_test, is_defined,
    on_both_databases,
};
use markdown::{code, codes, links, tables};
use tree::{documents, files, read, read_file, root, shown};

#[test]
fn architecture_lists_every_crate_of_the_workspace_where_it_stands() {
    let listed = crates_of_architecture();
    let existing = crates_of_workspace();

    let by_name = |crates: &[Crate]| -> BTreeSet<(String, String)> {
        crates
            .iter()
            .map(|one| (one.name.clone(), one.folder.clone()))
            .collect()
    };

    assert_eq!(by_name(&listed), by_name(&existing));
}

#[test]
fn architecture_lists_no_crate_before_one_that_it_uses() {
    let listed = crates_of_architecture();
    let existing = crates_of_workspace();

    for (place, one) in listed.iter().enumerate() {
        let above: Vec<&str> = listed[..place]
            .iter()
            .map(|other| other.name.as_str())
            .collect();
        let used = existing
            .iter()
            .find(|other| other.name == one.name)
            .map_or(&[][..], |found| &found.uses);
        let below: Vec<&String> = used
            .iter()
            .filter(|name| !above.contains(&name.as_str()))
            .collect();
        assert!(
            below.is_empty(),
            "{} stands above {below:?}, which it uses",
            one.name
        );
    }
}

#[test]
fn whatever_uses_the_store_is_tested_on_both_databases() {
    let users: BTreeSet<String> = crates_of_workspace()
        .into_iter()
        .filter(|one| one.name == "wiec-store" || one.uses.iter().any(|used| used == "wiec-store"))
        .map(|one| one.name)
        // It measures, on both, and tests nothing.
        .filter(|name| name != "wiec-benches")
        .collect();

    assert_eq!(
        on_both_databases().into_iter().collect::<BTreeSet<_>>(),
        users
    );
}

#[test]
fn readme_lists_every_command_of_the_program() {
    let listed: BTreeSet<String> = tables(&read("README.md"))
        .iter()
        .filter_map(|row| code(row.first()?)?.strip_prefix("wiec ").map(str::to_owned))
        .collect();

    assert_eq!(listed, commands());
}

#[test]
fn the_operators_guide_names_every_command_of_the_program() {
    let guide = read("docs/operators-guide.md");

    let missing: Vec<String> = commands()
        .into_iter()
        .filter(|name| !guide.contains(&format!("wiec {name}")))
        .collect();

    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_link_in_a_document_leads_to_a_file() {
    let mut lost = Vec::new();
    for document in documents() {
        let folder = document.parent().expect("a file stands in a folder");
        for target in links(&read_file(&document)) {
            let file = target.split('#').next().unwrap_or_default();
            if !file.is_empty() && !folder.join(file).exists() {
                lost.push(format!("{}: {target}", shown(&document)));
            }
        }
    }

    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn every_type_that_concepts_names_exists() {
    let sources: String = files(&root().join("crates"), "rs")
        .iter()
        .map(|file| read_file(file))
        .collect();
    let named: Vec<String> = tables(&read("CONCEPTS.md"))
        .iter()
        .filter(|row| row.len() == 5)
        .flat_map(|row| codes(&row[4]))
        .collect();
    assert!(
        named.len() > 30,
        "the column \"In code\" is not where it was"
    );

    let missing: Vec<&String> = named
        .iter()
        .filter(|name| !is_defined(name, &sources))
        .collect();

    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn every_attack_in_the_table_of_security_is_tried_by_a_test_that_exists() {
    let text = read("SECURITY.md");
    let rows: Vec<Vec<String>> = tables(&text)
        .into_iter()
        .filter(|row| row.len() == 3 && row[2].starts_with('`'))
        .collect();
    assert!(
        rows.len() > 10,
        "the column \"Tried by\" is not where it was"
    );

    let mut missing = Vec::new();
    for row in &rows {
        let tests = codes(&row[2]);
        assert!(
            tests.len() >= 2 && tests.len().is_multiple_of(2),
            "{row:?} names files and tests in turn"
        );
        for pair in tests.chunks(2) {
            if !has_test(&pair[0], &pair[1]) {
                missing.push(format!("{}: {}", pair[0], pair[1]));
            }
        }
    }

    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_variable_that_contributors_are_told_of_is_read_somewhere() {
    let sources: String = ["crates", "xtask/src", "e2e"]
        .iter()
        .flat_map(|folder| {
            [
                files(&root().join(folder), "rs"),
                files(&root().join(folder), "mjs"),
            ]
        })
        .flatten()
        .map(|file| read_file(&file))
        .collect();
    let told = ["CONTRIBUTING.md", "e2e/README.md"].map(|name| tables(&read(name)));

    let unread: Vec<String> = told
        .iter()
        .flatten()
        .flat_map(|row| codes(&row[0]))
        .filter(|word| word.starts_with("WIEC_") && !sources.contains(word.as_str()))
        .collect();

    assert_eq!(unread, Vec::<String>::new());
}

#[test]
fn the_readme_of_journeys_names_every_file_of_them() {
    let told = tables(&read("e2e/README.md"));
    let named = told.iter().flat_map(|row| codes(&row[0]));
    let named: BTreeSet<String> = named
        .map(|name| name.trim_end_matches(".test.mjs").to_owned())
        .collect();

    let existing = files(&root().join("e2e"), "mjs");
    let existing = existing
        .iter()
        .filter_map(|file| shown(file).strip_suffix(".test.mjs").map(str::to_owned));
    let unnamed: Vec<String> = existing
        .map(|name| name.trim_start_matches("e2e/").to_owned())
        .filter(|name| !named.contains(name))
        .collect();

    assert_eq!(unnamed, Vec::<String>::new());
}

#[test]
fn no_document_names_a_folder_of_somebodys_machine() {
    let private = ["work", "root", "tmp", "home"].map(|folder| format!("/{folder}/"));

    let mut named = Vec::new();
    for document in documents() {
        let text = read_file(&document);
        named.extend(
            private
                .iter()
                .filter(|folder| text.contains(folder.as_str()))
                .map(|folder| format!("{}: {folder}", shown(&document))),
        );
    }

    assert_eq!(named, Vec::<String>::new());
}
