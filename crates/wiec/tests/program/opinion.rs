//! `wiec opinion map`: two tables in, files out, and nothing of a congress in between.

use std::process::Command;

use tempfile::TempDir;

use crate::place::Done;

/// The sample conversation: 96 made-up people on 24 statements.
const SAMPLE: [&str; 4] = [
    "--votes",
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/opinion/votes.csv"),
    "--statements",
    concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../demo/opinion/statements.csv"
    ),
];

const STATEMENTS: &str = "id,text\n1,More trees\n2,No buses\n";

/// A folder to work in; there is no database.
struct Desk(TempDir);

impl Desk {
    fn make() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn write(&self, name: &str, words: &str) {
        std::fs::write(self.0.path().join(name), words).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn map(&self, tables: &[&str], more: &[&str]) -> Done {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wiec"));
        command.args(["opinion", "map"]).args(tables).args(more);
        Done::of(command.current_dir(self.0.path()).output().unwrap())
    }

    /// The map of `votes.csv` and `statements.csv` in this folder.
    fn own_map(&self, votes: &str, more: &[&str]) -> Done {
        self.write("votes.csv", votes);
        self.write("statements.csv", STATEMENTS);
        self.map(
            &["--votes", "votes.csv", "--statements", "statements.csv"],
            more,
        )
    }
}

#[test]
fn without_a_file_to_write_a_map_is_told_in_a_few_lines() {
    let desk = Desk::make();

    let said = desk.map(&SAMPLE, &[]).well();

    assert!(
        said.starts_with("96 people, 24 statements, 1688 votes;"),
        "{said}"
    );
    for part in ["Group A: ", "Group B: ", "Group C: ", "divides the groups"] {
        assert!(said.contains(part), "{said}");
    }
    assert!(
        said.contains("88 %  Dane o czynszach i liczbie mieszkań mają być jawne."),
        "{said}"
    );
    assert_eq!(std::fs::read_dir(desk.0.path()).unwrap().count(), 0);
}

#[test]
fn every_file_that_is_asked_for_is_written_and_named() {
    let desk = Desk::make();
    let files = [
        &["--json", "map.json", "--svg", "map.svg"][..],
        &["--report", "report.html", "--export", "tables"],
        &["--language", "en", "--title", "Housing"],
    ]
    .concat();

    let said = desk.map(&SAMPLE, &files).well();

    let named: Vec<&str> = said
        .lines()
        .filter_map(|it| it.strip_prefix("Wrote "))
        .collect();
    assert_eq!(named[..3], ["map.json", "map.svg", "report.html"]);
    assert_eq!(named.len(), 8);
    let map: wiec_opinion::OpinionMap = serde_json::from_str(&desk.read("map.json")).unwrap();
    assert_eq!(map.schema, wiec_opinion::SCHEMA);
    assert!(
        desk.read("map.svg")
            .contains("Opinion map: 96 people in 3 groups")
    );
    let report = desk.read("report.html");
    for group in &map.groups {
        let letter = wiec_opinion_report::letter(group.id);
        let heading = format!("Group {letter}: {} people", group.members.len());
        assert!(report.contains(&heading), "{heading}");
    }
    assert!(
        desk.read("tables/summary.csv")
            .starts_with("topic,Housing\n")
    );
}

#[test]
fn the_tables_that_are_written_give_the_same_map() {
    let desk = Desk::make();
    desk.map(&SAMPLE, &["--json", "first.json", "--export", "."])
        .well();

    let tables = ["--votes", "votes.csv", "--statements", "comments.csv"];
    desk.map(&tables, &["--json", "second.json"]).well();

    assert_eq!(desk.read("first.json"), desk.read("second.json"));
}

#[test]
fn every_row_that_makes_no_sense_is_listed_and_no_map_is_drawn() {
    let desk = Desk::make();
    let votes = "participant,statement,vote\n1,1,agree\n2,1,maybe\n3,one,pass\n4,2\n";

    let refused = desk.own_map(votes, &["--json", "map.json"]);

    assert_eq!(refused.code, Some(2), "{refused:?}");
    let lines: Vec<&str> = refused.complained.lines().collect();
    assert_eq!(
        lines,
        [
            "votes.csv:3: the vote is \"maybe\" and should be -1, 0 or 1, or agree, pass or disagree",
            "votes.csv:4: the statement is \"one\" and should be a whole number from 0",
            "votes.csv:5: has 2 cells instead of 3",
            "3 problems: no map was drawn; --lenient leaves such rows out",
        ]
    );
    assert!(!desk.0.path().join("map.json").exists());

    let lenient = desk.own_map(votes, &["--lenient"]);
    assert_eq!(lenient.complained, "votes.csv: 3 rows left out\n");
    assert!(lenient.well().starts_with("1 person, 1 statement, 1 vote;"));
}

#[test]
fn which_number_means_agree_is_asked_where_nothing_tells() {
    let desk = Desk::make();
    let database = "pid,tid,vote\n1,1,-1\n2,1,-1\n";

    let asked = desk.own_map(database, &[]);

    assert_eq!(asked.code, Some(2), "{asked:?}");
    assert!(
        asked
            .complained
            .contains("say --agree-is -1 or --agree-is 1"),
        "{asked:?}"
    );
    let said = desk.own_map(database, &["--agree-is", "-1"]).well();
    assert!(said.contains("100 %  More trees"), "{said}");
    let said = desk.own_map(database, &["--agree-is", "1"]).well();
    assert!(!said.contains("100 %  More trees"), "{said}");
}

#[test]
fn votes_that_contradict_the_counts_of_their_statements_are_not_believed() {
    let desk = Desk::make();
    desk.write(
        "votes.csv",
        "comment-id,voter-id,vote\n1,1,-1\n1,2,-1\n1,3,1\n",
    );
    desk.write(
        "comments.csv",
        "comment-id,agrees,disagrees,comment-body\n1,2,1,More trees\n",
    );
    let tables = ["--votes", "votes.csv", "--statements", "comments.csv"];

    let refused = desk.map(&tables, &[]);

    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(
        refused.complained.contains("seem to be exchanged"),
        "{refused:?}"
    );
    desk.map(&tables, &["--agree-is", "-1"]).well();
    desk.map(&tables, &["--agree-is", "1"]).well();
}

#[test]
fn a_number_of_groups_that_cannot_be_had_is_said_to_be_another() {
    let desk = Desk::make();

    let had = desk.map(&SAMPLE, &["--groups", "2"]);
    assert_eq!(had.complained, "");
    let not_had = desk.map(&SAMPLE, &["--groups", "20"]);
    assert!(
        not_had
            .complained
            .contains("do not fall into 20 of at least 5 each"),
        "{not_had:?}"
    );
    not_had.well();
    assert_eq!(desk.map(&SAMPLE, &["--groups", "1"]).code, Some(2));
}

#[test]
fn no_conversation_is_too_small_for_a_report() {
    let desk = Desk::make();
    for votes in [
        "participant,statement,vote\n",
        "participant,statement,vote\n1,1,pass\n",
    ] {
        for mode in ["standard", "compat"] {
            let files = [
                "--mode",
                mode,
                "--report",
                "report.html",
                "--svg",
                "map.svg",
            ];
            desk.own_map(votes, &files).well();
            desk.own_map(votes, &["--mode", mode]).well();
        }
    }
}
