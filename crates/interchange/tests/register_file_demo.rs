//! The register of the sample congress is read whole and fits its texts and its congress.

use wiec_interchange::read::{Format, Hints, Problem, read};
use wiec_interchange::register_file::{self, Change, ProposalEntry, RegisterFile};
use wiec_model::Programme;
use wiec_model::consultation::{Phase, Standing, State, check, is_green};
use wiec_text::{Anchor, Document, SAME, groups, merge};

const FILE: &[u8] = include_bytes!("../../../demo/register/register.json");
const CONGRESS: &[u8] = include_bytes!("../../../demo/congress.json");
const TEXTS: [(&str, &str); 11] = [
    (
        "housing/1.pl.md",
        include_str!("../../../demo/register/housing/1.pl.md"),
    ),
    (
        "housing/2.pl.md",
        include_str!("../../../demo/register/housing/2.pl.md"),
    ),
    (
        "housing/3.pl.md",
        include_str!("../../../demo/register/housing/3.pl.md"),
    ),
    (
        "housing/3.en.md",
        include_str!("../../../demo/register/housing/3.en.md"),
    ),
    (
        "housing/3.easy.pl.md",
        include_str!("../../../demo/register/housing/3.easy.pl.md"),
    ),
    (
        "space/1.pl.md",
        include_str!("../../../demo/register/space/1.pl.md"),
    ),
    (
        "space/1.en.md",
        include_str!("../../../demo/register/space/1.en.md"),
    ),
    (
        "transport/1.pl.md",
        include_str!("../../../demo/register/transport/1.pl.md"),
    ),
    (
        "transport/1.en.md",
        include_str!("../../../demo/register/transport/1.en.md"),
    ),
    (
        "climate/1.pl.md",
        include_str!("../../../demo/register/climate/1.pl.md"),
    ),
    (
        "climate/1.en.md",
        include_str!("../../../demo/register/climate/1.en.md"),
    ),
];

fn text_of(name: &str) -> Option<&'static str> {
    TEXTS.iter().find(|it| it.0 == name).map(|it| it.1)
}

fn demo() -> RegisterFile {
    match register_file::read(FILE) {
        Ok(file) => file,
        Err(problems) => panic!("{}", told(&problems)),
    }
}

fn programme() -> Programme {
    read(CONGRESS, Format::CongressFile, &Hints::default()).expect("the sample is read")
}

fn told(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn newest(entry: &ProposalEntry) -> Document {
    let mut documents = entry.documents(text_of).expect("all texts are there");
    documents.pop().expect("there is a version")
}

#[test]
fn it_fits_its_texts_and_its_congress() {
    let problems = demo().check(&programme(), text_of);
    assert!(problems.is_empty(), "{}", told(&problems));
    let named = demo();
    let mut named = named.files();
    named.sort_unstable();
    let mut there: Vec<&str> = TEXTS.iter().map(|it| it.0).collect();
    there.sort_unstable();
    assert_eq!(named, there);
}

#[test]
fn there_is_as_much_to_see_as_the_pages_need() {
    let file = demo();
    let counts: Vec<(&str, usize, usize, usize)> = file
        .proposals
        .iter()
        .map(|it| {
            (
                it.track.as_str(),
                it.versions.len(),
                it.remarks.len(),
                it.amendments.len(),
            )
        })
        .collect();
    assert_eq!(
        counts,
        [
            ("mie", 3, 48, 18),
            ("prz", 1, 8, 3),
            ("tra", 1, 9, 3),
            ("kli", 1, 8, 3)
        ]
    );
    for entry in &file.proposals {
        let easy = entry.versions.iter().any(|it| it.easy.is_some());
        let english = entry.versions.iter().any(|it| it.english.is_some());
        assert!(english && (easy || entry.track.as_str() != "mie"));
        let newest = newest(entry);
        let sections = newest
            .blocks()
            .iter()
            .filter(|it| matches!(it.content.kind, wiec_text::Kind::Heading(_)));
        assert!((8..=14).contains(&sections.count()));
    }
}

#[test]
fn anchors_of_the_first_version_hold_in_the_newest() {
    let file = demo();
    let documents = file.proposals[0].documents(text_of).expect("all texts");
    let anchors =
        |it: &Document| -> Vec<Anchor> { it.blocks().iter().map(|it| it.anchor).collect() };
    let (first, last) = (anchors(&documents[0]), anchors(&documents[2]));
    assert!(first.iter().all(|anchor| last.contains(anchor)));
    // The new § 5 on vacant homes.
    assert_eq!(last.len(), first.len() + 2);
}

#[test]
fn of_the_amendments_some_contradict_each_other_and_one_amends_another() {
    let file = demo();
    let entry = &file.proposals[0];
    let base = newest(entry);
    let after = |number: u32| {
        let found = entry.amendments.iter().find(|it| it.number == number);
        let made = entry.amendment(found.expect("it is there"), &base);
        made.and_then(|it| {
            it.apply(&base)
                .map_err(|_| unreachable!("it was applied before"))
        })
        .expect("it fits")
    };
    assert_ne!(merge(&base, &after(14), &after(15)).conflicts(), []);
    assert_eq!(merge(&base, &after(10), &after(14)).conflicts(), []);
    let amending: Vec<u32> = entry.amendments.iter().filter_map(|it| it.amends).collect();
    assert_eq!(amending, [16]);
    assert!(
        entry
            .amendments
            .iter()
            .any(|it| matches!(it.change, Change::Delete(_)))
    );
}

#[test]
fn the_copied_letters_are_found_and_nothing_else_is() {
    let file = demo();
    let remarks = &file.proposals[0].remarks;
    let bodies: Vec<&str> = remarks.iter().map(|it| it.body.as_str()).collect();
    let found = groups(&bodies, SAME);
    let numbers: Vec<Vec<u32>> = found
        .iter()
        .map(|group| group.members.iter().map(|&at| remarks[at].number).collect())
        .collect();
    assert_eq!(numbers, [[23, 24, 25]]);
}

#[test]
fn every_time_is_one_by_the_clocks_of_the_congress() {
    let (file, programme) = (demo(), programme());
    let (first, zone) = (programme.days[0].date, &programme.congress.zone);
    let dates = file.proposals[0].consultation.as_ref().expect("its dates");
    assert_eq!(dates.closes_on.on(first).to_string(), "2019-11-29");
    assert_eq!(dates.opens_on.on(first).to_string(), "2019-10-14");
    let published = file.proposals[0].versions[2].published.at(first, zone);
    assert_eq!(
        published.expect("an hour").to_string(),
        "2019-11-12T15:00:00Z"
    );
    for entry in &file.proposals {
        let said = entry.remarks.iter().map(|it| it.when);
        let offered = entry.amendments.iter().map(|it| it.when);
        assert!(said.clone().is_sorted() && offered.clone().is_sorted());
        assert!(said.chain(offered).all(|it| it.at(first, zone).is_some()));
    }
}

#[test]
fn the_clocks_are_green_while_the_congress_is_on_and_wait_for_the_report_only() {
    let (file, programme) = (demo(), programme());
    let today = programme.days[1].date;
    for entry in &file.proposals {
        let dates = entry.consultation.as_ref().expect("its dates");
        let consultation = dates
            .consultation(&programme)
            .expect("the congress has days");
        assert_eq!(consultation.problems(), []);
        assert_eq!(consultation.phase(today), Phase::Open);
        assert!(consultation.forms.iter().all(|it| it.session.is_some()));
        let unanswered = entry
            .remarks
            .iter()
            .filter(|it| it.answer.is_none())
            .count();
        let standing = Standing {
            today,
            remarks: u32::try_from(entry.remarks.len()).expect("few"),
            unanswered: u32::try_from(unanswered).expect("few"),
        };
        let requirements = check(&consultation, standing);
        assert!(is_green(&requirements));
        let states: Vec<(&str, &str)> = requirements
            .iter()
            .map(|it| (it.rule.demand.key(), it.state.key()))
            .collect();
        assert_eq!(
            states,
            [
                ("notice_in", "met"),
                ("notice_says", "met"),
                ("remarks_for", "met"),
                ("answer_each", "due_by"),
                ("report_within", "not_yet"),
            ]
        );
        let State::DueBy { last, days_left } = requirements[3].state else {
            panic!("there are remarks without an answer");
        };
        assert_eq!((last.to_string().as_str(), days_left), ("2019-12-29", 44));
    }
}

#[test]
fn everything_that_is_wrong_comes_out_at_once_with_its_place() {
    let broken = br#"{"congress": "kpm-2019", "proposals": [{
        "slug": "a", "track": "mie", "titel": "A", "lead": "b",
        "versions": [{"number": 1, "published": "tomorrow", "text": "a.md"}],
        "remarks": [{"number": 1, "kind": "praise", "at": "p4", "who": "x", "when": "1 10:00", "body": "y"}],
        "amendments": [{"number": 1, "reasons": "z", "who": "x", "when": "1 10:00"}]
    }]}"#;
    let problems = register_file::read(broken).expect_err("it is broken");
    assert_eq!(
        told(&problems),
        r#"proposals[0].title (a): is missing
proposals[0].versions[0].published (a): "tomorrow" is not a day and hour; write "1 15:41": a day of the congress, and the time by its clocks
proposals[0].remarks[0].kind (a): "praise" should be one of comment, support, question, objection
proposals[0].remarks[0].at (a): "p4" is not a block; write "4" for the heading of § 4, "4.1" for the first block under it
proposals[0].amendments[0] (a): should have one of "reword", "insert" and "delete"
proposals[0].titel (a): unknown key; did you mean "title"?"#
    );
}

#[test]
fn what_does_not_fit_comes_out_at_once_with_its_place() {
    let text = r#"{"congress": "kpm-2019", "proposals": [{
        "slug": "a", "track": "xyz", "goals": ["mars"], "title": "A", "lead": "b",
        "versions": [
            {"number": 1, "published": "1 9:00", "text": "pl.md", "english": "en.md"},
            {"number": 3, "published": "1 9:00", "text": "pl.md", "easy": "easy.md"}
        ],
        "remarks": [{"number": 1, "kind": "comment", "at": "9.1", "replies_to": 7, "who": "x", "when": "1 10:00", "body": "y"}],
        "amendments": [
            {"number": 1, "reword": [{"at": "1.1", "text": "b"}], "reasons": "z", "who": "x", "when": "1 10:00"},
            {"number": 1, "amends": 5, "delete": ["1.1"], "reasons": "z", "who": "x", "when": "1 10:00"}
        ]
    }]}"#;
    let file = register_file::read(text.as_bytes()).expect("it is readable");
    let problems = file.check(&programme(), |name| match name {
        "pl.md" => Some("## A\n\nb"),
        "en.md" => Some("## A\n\n- b"),
        _ => None,
    });
    assert_eq!(
        told(&problems),
        r#"proposals[0].track (a): there is no track "xyz"
proposals[0].goals[0] (a): there is no goal "mars"
proposals[0].versions[1].number (a): versions are counted from 1, so this is not 3
proposals[0].amendments[1].number (a): should be more than 1, the number before
proposals[0].remarks[0].replies_to (a): there is no remark 7 before this one
proposals[0].versions[0].english (a): differs in shape from the Polish text at its block 2
proposals[0].versions[1].easy (a): there is no text "easy.md" beside the file
proposals[0].remarks[0].at (a): there is no 9.1 in the newest version
proposals[0].amendments[0] (a): changes nothing: the wording is the one there is
proposals[0].amendments[1] (a): there is no amendment 5 before this one to amend"#
    );
}
