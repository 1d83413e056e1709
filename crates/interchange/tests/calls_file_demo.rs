//! The calls of the sample congress are read whole and fit their congress.

use wiec_interchange::calls_file::{self, CallsFile, Fate};
use wiec_interchange::read::{Format, Hints, read};
use wiec_model::Programme;
use wiec_model::calls::{Anonymity, Decision};

const FILE: &[u8] = include_bytes!("../../../demo/calls/calls.json");
const CONGRESS: &[u8] = include_bytes!("../../../demo/congress.json");

fn demo() -> CallsFile {
    match calls_file::read(FILE) {
        Ok(file) => file,
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", lines.join("\n"));
        }
    }
}

fn programme() -> Programme {
    read(CONGRESS, Format::CongressFile, &Hints::default()).expect("the sample is read")
}

#[test]
fn it_fits_its_congress() {
    let problems = demo().check(&programme());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_does_not_hang_together_is_told_with_its_place() {
    let mut file = demo();
    let call = &mut file.calls[0];
    call.tracks.push("nie-ma".parse().unwrap());
    let one = &mut call.submissions[0];
    one.place = Some(("S13".parse().unwrap(), 99));
    one.reviews[0].by = "nikt".parse().unwrap();
    one.authors[0].town = Some("Poznań".to_owned());
    let again = one.clone();
    call.submissions.push(again);
    let problems = file.check(&programme()).join("\n");
    for part in [
        "kalejdoskopy: there is no track \"nie-ma\"",
        "kalejdoskopy/k01: \"S13\" has no place 99",
        "kalejdoskopy/k01: there is no member \"nikt\"",
        "kalejdoskopy/k01: there is another one of this key",
    ] {
        assert!(problems.contains(part), "{part} is not in {problems}");
    }
}

#[test]
fn there_is_as_much_to_see_as_the_pages_need() {
    let file = demo();
    assert_eq!(file.members.len(), 8);
    let counts: Vec<usize> = file.calls.iter().map(|it| it.submissions.len()).collect();
    assert_eq!(counts, [39, 8, 0, 14]);
    let all = || file.calls.iter().flat_map(|call| &call.submissions);
    let told = |wanted| {
        let is_told = |fate: &Fate| matches!(fate, Fate::Told(it, _) if it.decision == wanted);
        all().filter(|it| is_told(&it.fate)).count()
    };
    assert_eq!(Decision::ALL.map(told), [26, 4, 5]);
    let pending = |fate: &Fate| matches!(fate, Fate::Sent(Some(_)));
    assert_eq!(all().filter(|it| pending(&it.fate)).count(), 5);
    for anonymity in Anonymity::ALL {
        assert!(all().any(|it| it.anonymity == anonymity), "{anonymity:?}");
    }
    assert_eq!(all().filter(|it| it.revised.is_some()).count(), 2);
    let unwritten = all()
        .flat_map(|it| &it.reviews)
        .filter(|it| it.given.is_none());
    assert!(unwritten.count() > 8, "the committee has something to do");
}

#[test]
fn a_file_that_makes_no_sense_is_refused_with_every_place() {
    let file = br#"{"congress":"kpm-2019","calls":[{"slug":"a","kind":"talk","title":"A","made":"yesterday"}]}"#;
    let problems = calls_file::read(file).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let told = told.join("\n");
    assert!(told.contains("\"talk\" is none of the words"), "{told}");
    assert!(told.contains("yesterday"), "{told}");
}
