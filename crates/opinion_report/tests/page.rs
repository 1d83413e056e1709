//! What a report must be, whatever the map: whole, safe, in one language, and silent about few.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;
use wiec_model::Lang;
use wiec_opinion::{
    Conversation, Mode, OpinionMap, Settings, Vote, VoteEvent, map, map_with_groups,
};
use wiec_opinion_report::{Subject, picture, report};

/// Two camps of people, who differ on even statements and agree on odd ones.
fn camps(people: u64, statements: u64) -> Conversation {
    let mut conversation = Conversation::new();
    for participant in 0..people {
        for statement in 0..statements {
            let agrees = statement % 2 == 1 || participant % 2 == 0;
            if (participant * 7 + statement * 3) % 11 != 0 {
                conversation.push(VoteEvent {
                    participant,
                    statement,
                    vote: if agrees { Vote::Agree } else { Vote::Disagree },
                    at_ms: 0,
                });
            }
        }
    }
    conversation
}

fn subjects(map: &OpinionMap, texts: &'static [(u64, &'static str)], look: impl Fn(&Subject<'_>)) {
    let texts: BTreeMap<u64, &str> = texts.iter().copied().collect();
    for lang in Lang::ALL {
        look(&Subject::new(map, &texts, 5, lang).titled("Streets <of> & \"squares\""));
    }
}

fn all_maps() -> Vec<OpinionMap> {
    let conversations = [camps(60, 12), camps(1, 1), camps(2, 9), Conversation::new()];
    let both = |conversation: &Conversation| {
        [Settings::default(), Settings::compat()].map(|settings| map(conversation, &settings))
    };
    conversations.iter().flat_map(both).collect()
}

#[test]
fn text_from_the_public_stays_text() {
    let nasty = &[
        (0, "<script>alert(1)</script>"),
        (1, "</bdi></style><img src=x onerror=alert(1)>"),
        (2, "\"' onmouseover='alert(1)"),
    ];
    subjects(
        &map(&camps(60, 12), &Settings::default()),
        nasty,
        |subject| {
            let page = report(subject);
            for harm in ["<script", "<img", "<of>", "' onmouseover"] {
                assert!(!page.contains(harm), "{harm}");
            }
            assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
            assert!(!picture(subject).contains("<of>"));
        },
    );
}

#[test]
fn a_report_asks_nothing_of_anybody() {
    for map in all_maps() {
        subjects(&map, &[], |subject| {
            let page = report(subject);
            assert!(page.contains("default-src 'none'"));
            for request in [
                "src=",
                "url(",
                "@import",
                "<link",
                "<script",
                "style=",
                "javascript:",
            ] {
                assert!(!page.contains(request), "{request}");
            }
            let elsewhere = page.replace("http://www.w3.org/2000/svg", "");
            assert!(!elsewhere.contains("http://") && !elsewhere.contains("https://"));
        });
    }
}

#[test]
fn every_picture_is_well_formed_with_a_title_and_a_description() {
    for map in all_maps() {
        subjects(&map, &[], |subject| {
            let picture = picture(subject);
            let mut reader = Reader::from_str(&picture);
            let mut names = Vec::new();
            loop {
                match reader.read_event().expect("it is well-formed") {
                    Event::Start(start) => names.push(start.name().as_ref().to_owned()),
                    Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(names[..3], ["svg", "title", "desc"]);
            assert!(
                !picture.contains("NaN") && !picture.contains("inf"),
                "{picture}"
            );
        });
    }
}

#[test]
fn the_groups_of_a_report_are_those_of_the_map() {
    let map = map(&camps(60, 12), &Settings::default());
    let sizes: Vec<usize> = map.groups.iter().map(|it| it.members.len()).collect();
    assert_eq!(sizes, [30, 30]);
    subjects(
        &map,
        &[(0, "Trees before parking"), (1, "Data are open")],
        |subject| {
            let (page, picture) = (report(subject), picture(subject));
            let words = match page.contains("lang=\"pl\"") {
                true => [
                    "Grupa A: 30 osób",
                    "W czym grupy różnią się najbardziej",
                    "Z czym zgadzają się wszystkie grupy",
                ],
                false => [
                    "Group A: 30 people",
                    "What the groups differ on most",
                    "What all groups agree with",
                ],
            };
            for said in words {
                assert!(page.contains(said), "{said}");
            }
            assert!(page.contains("<bdi>Trees before parking</bdi>"));
            assert_eq!(picture.matches("class=\"hull\"").count(), 2);
        },
    );
}

#[test]
fn a_group_of_few_is_shown_nowhere() {
    let known: BTreeMap<u64, usize> = (0..60).map(|id| (id, usize::from(id >= 4))).collect();
    let map = map_with_groups(&camps(60, 12), &Settings::compat(), &known);
    assert_eq!(map.mode, Mode::Compat);
    assert_eq!(map.groups[0].members.len(), 4);
    subjects(&map, &[], |subject| {
        let (page, picture) = (report(subject), picture(subject));
        for trace in ["Group A", "Grupa A", ">A</", "4 people", "4 osoby"] {
            assert!(!page.contains(trace) && !picture.contains(trace), "{trace}");
        }
        assert!(
            page.contains("1 group of fewer than 5 people")
                || page.contains("1 grupa liczy mniej niż 5 osób")
        );
    });
}

#[test]
fn statements_whose_text_nobody_knows_have_their_number() {
    subjects(
        &map(&camps(60, 12), &Settings::default()),
        &[(0, "")],
        |subject| {
            let page = report(subject);
            assert!(page.contains("statement 0") || page.contains("stwierdzenie 0"));
            assert!(page.contains("statement 11") || page.contains("stwierdzenie 11"));
        },
    );
}

#[test]
fn of_very_many_people_some_are_drawn_and_the_caption_says_so() {
    let map = map(&camps(7000, 9), &Settings::default());
    subjects(&map, &[], |subject| {
        let page = report(subject);
        assert!(page.contains("of every 3 people one is drawn") || page.contains("co 3. osobę"));
        assert!(picture(subject).len() < 200_000);
    });
}

#[test]
fn the_same_map_gives_the_same_bytes() {
    let map = map(&camps(60, 12), &Settings::default());
    subjects(&map, &[], |subject| {
        assert_eq!(report(subject), report(&subject.clone()));
    });
}
