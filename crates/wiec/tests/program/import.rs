//! `wiec import`, `export` and `release`: files in, files out, and nothing in between.

use std::io::Write as _;
use std::process::Stdio;

use crate::place::{Done, Place};
use crate::sample::{changed_file, file, programme, slug, without_first_break};

#[tokio::test]
async fn what_is_exported_reads_back_as_the_same_file() {
    let first = Place::make().await;
    first.write("congress.json", &file());
    let said = first.run(&["import", "congress.json"]).well();
    assert!(said.contains("3 days, 11 rooms, 62 sessions"), "{said}");
    let exported = first.run(&["export"]).well();

    let second = Place::make().await;
    second.write("exported.json", &exported);
    second.run(&["import", "exported.json"]).well();
    second
        .run(&["export", "kpm-2019", "--out", "again.json"])
        .well();

    let again = std::fs::read_to_string(second.folder().join("again.json")).unwrap();
    assert_eq!(again, exported);
    assert_eq!(programme(&again), programme(&file()));
}

#[tokio::test]
async fn a_check_says_what_would_be_imported_and_changes_nothing() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    place.write("changed.json", &changed_file());

    let said = place
        .run(&["import", "congress.json", "--check", "--data", "fresh"])
        .well();
    assert!(said.contains("Would import kpm-2019"), "{said}");
    assert!(!place.folder().join("fresh").exists());

    place.run(&["import", "congress.json"]).well();
    let before = place.run(&["export"]).well();
    let said = place.run(&["import", "changed.json", "--check"]).well();
    assert!(said.contains("1 session fewer"), "{said}");
    assert!(said.contains("Nothing was changed."), "{said}");
    assert_eq!(place.run(&["export"]).well(), before);
}

#[tokio::test]
async fn a_file_with_problems_leaves_the_draft_as_it_was_and_all_of_them_are_listed() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    place.run(&["import", "congress.json"]).well();
    let before = place.run(&["export"]).well();
    let broken = file()
        .replacen("\"wielka\"", "\"mala\"", 1)
        .replace("2019-11-16\"", "2019-11-61\"");
    place.write("broken.json", &broken);

    let refused = place.run(&["import", "broken.json"]);

    assert_eq!(refused.code, Some(2), "{refused:?}");
    let lines: Vec<&str> = refused.complained.lines().collect();
    let (summary, problems) = lines.split_last().unwrap();
    assert!(problems.len() > 1);
    assert!(
        problems
            .iter()
            .all(|problem| problem.starts_with("broken.json: ")),
        "{problems:#?}"
    );
    assert!(
        summary.ends_with("problems: nothing was imported"),
        "{summary}"
    );
    assert_eq!(place.run(&["export"]).well(), before);
}

#[tokio::test]
async fn a_problem_on_a_line_is_named_as_editors_understand_it() {
    let place = Place::make().await;
    place.write("schedule.xml", "<schedule>\n  <day>\n</schedule>");

    let refused = place.run(&["import", "schedule.xml"]);

    assert_eq!(refused.code, Some(2));
    assert!(
        refused.complained.starts_with("schedule.xml:3:"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_dash_reads_standard_input() {
    let place = Place::make().await;
    let mut import = place.command(&["import", "-"]);
    let mut import = import
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    import
        .stdin
        .take()
        .unwrap()
        .write_all(file().as_bytes())
        .unwrap();

    let said = Done::of(import.wait_with_output().unwrap()).well();

    assert!(said.contains("Imported kpm-2019"), "{said}");
}

#[tokio::test]
async fn a_release_is_exported_as_the_site_gives_it_and_a_second_one_needs_a_change() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    place.write("changed.json", &changed_file());
    place.run(&["import", "congress.json"]).well();
    assert!(
        place
            .run(&["export", "--format", "schedule-xml"])
            .complained
            .contains("has not been released")
    );

    let base = ["--public-url", "https://kongres.example"];
    let release = ["release", "kpm-2019", "--name", "1.0"];
    let said = place.run(&[&release[..], &base].concat()).well();
    assert!(said.starts_with("Release 1 (1.0) of kpm-2019"), "{said}");
    let again = place.run(&release);
    assert_eq!(
        (again.code, again.complained.as_str()),
        (Some(1), "wiec: nothing changed since release 1\n")
    );

    let xml = place.run(&["export", "--format", "schedule-xml"]).well();
    assert!(xml.contains("https://kongres.example/kpm-2019"), "{xml}");
    place.run(&["import", "changed.json"]).well();
    place.run(&["release", "kpm-2019", "--name", "1.1"]).well();
    let listed = place.run(&["congresses"]).well();
    assert!(
        listed.starts_with("kpm-2019  2019-11-14 to 2019-11-16  release 2"),
        "{listed}"
    );
    let first = place
        .run(&["export", "--release", "1", "--format", "schedule-xml"])
        .well();
    assert_eq!(first, xml);
}

#[tokio::test]
async fn what_has_been_released_keeps_its_addresses_whatever_is_imported_after_it() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    place.write("changed.json", &without_first_break(&changed_file()));
    place.run(&["import", "congress.json"]).well();
    place.run(&["release", "kpm-2019", "--name", "1.0"]).well();
    let before = programme(&place.run(&["export"]).well());

    place.run(&["import", "changed.json"]).well();

    let after = programme(&place.run(&["export"]).well());
    assert_eq!(after.sessions.len() + 2, before.sessions.len());
    for session in &after.sessions {
        let known = before.session(session.code.as_str()).unwrap();
        assert_eq!(session.slug, known.slug);
        assert_ne!(session.title, known.title);
    }
    let said = place.run(&["import", "changed.json", "--check"]).well();
    assert!(said.contains("The draft was the same before."), "{said}");
    place.run(&["release", "kpm-2019", "--name", "1.1"]).well();
}

#[tokio::test]
async fn a_congress_that_is_not_there_is_answered_with_those_that_are() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    place.run(&["import", "congress.json"]).well();

    let refused = place.run(&["history", "kpm-2018"]);

    assert_eq!(refused.code, Some(1));
    assert_eq!(
        refused.complained,
        format!(
            "wiec: there is no congress kpm-2018; there are: {}\n",
            slug()
        )
    );
}
