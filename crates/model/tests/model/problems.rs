//! Whatever contradicts itself in a programme is found, once, at its place.

use wiec_model::Programme;
use wiec_model::challenge::Recommendation;

use crate::support::{day, guid, programme, scheduled, slot, slug, speaks, text, told_by, waiting};

const TEN: &str = "2026-11-14 10:00";
const ELEVEN: &str = "2026-11-14 11:00";

/// What is done to a sound programme, and what is then said of it.
type Contradiction = (fn(&mut Programme), &'static str);

/// Every way to contradict oneself, and what is then said; a word in braces stands for its guid.
const CONTRADICTIONS: [Contradiction; 29] = [
    (
        |p| p.rooms.push(p.rooms[0].clone()),
        "rooms[2].slug: \"kamienna\" is already used by rooms[0]",
    ),
    (
        |p| p.tracks[1].slug = slug("mie"),
        "tracks[1].slug: \"mie\" is already used by tracks[0]",
    ),
    (
        |p| p.goals[0].slug = slug("zielone"),
        "goals[1].slug: \"zielone\" is already used by goals[0]",
    ),
    (
        |p| p.kinds[1].slug = slug("debate"),
        "kinds[1].slug: \"debate\" is already used by kinds[0]",
    ),
    (
        |p| p.people[1].guid = guid("skarbniczka"),
        "people[1].guid: \"{skarbniczka}\" is already used by people[0]",
    ),
    (
        |p| p.people[1].slug.pl = slug("skarbniczka"),
        "people[1].slug.pl: \"skarbniczka\" is already used by people[0]",
    ),
    (
        |p| p.people[1].slug.en = slug("skarbniczka-en"),
        "people[1].slug.en: \"skarbniczka-en\" is already used by people[0]",
    ),
    (
        |p| p.days.push(day(3, "2026-11-15")),
        "days[2].date: \"2026-11-15\" is already used by days[1]",
    ),
    (
        |p| p.days.push(day(2, "2026-11-16")),
        "days[2].number: \"2\" is already used by days[1]",
    ),
    (
        |p| p.days.push(day(3, "2026-11-13")),
        "days[2].date: 2026-11-13 comes before 2026-11-15, the day listed above it; list days in order",
    ),
    (
        |p| p.rooms[1].guid = p.rooms[0].guid,
        "rooms[1].guid: \"{kamienna}\" is already used by rooms[0]",
    ),
    (
        |p| {
            p.proposals
                .iter_mut()
                .for_each(|proposal| proposal.solutions.push(solution("W01.R1")))
        },
        "proposals[1].solutions[0].code: \"W01.R1\" is already used by proposals[0].solutions[0]",
    ),
    (
        |p| p.sessions[1].code = p.sessions[0].code.clone(),
        "sessions[1].code: \"S1\" is already used by sessions[0]",
    ),
    (
        |p| p.sessions[1].guid = p.sessions[0].guid,
        "sessions[1].guid: \"{S1}\" is already used by sessions[0]",
    ),
    (
        |p| p.sessions[1].slug.pl = slug("s1"),
        "sessions[1].slug.pl: \"s1\" is already used by sessions[0]",
    ),
    (
        |p| p.sessions[1].slug.en = slug("s1"),
        "sessions[1].slug.en: \"s1\" is already used by sessions[0]",
    ),
    (
        |p| p.proposals[1].code = "W01".to_owned(),
        "proposals[1].code: \"W01\" is already used by proposals[0]",
    ),
    (
        |p| p.sessions[1].kind = slug("ghost"),
        "sessions[1].kind: there is no kind \"ghost\"",
    ),
    (
        |p| p.sessions[1].track = Some(slug("ghost")),
        "sessions[1].track: there is no track \"ghost\"",
    ),
    (
        |p| p.sessions[1].proposals_track = Some(slug("ghost")),
        "sessions[1].proposals_track: there is no track \"ghost\"",
    ),
    (
        |p| p.sessions[1].people.push(speaks("ghost")),
        "sessions[1].people[1]: there is no person \"{ghost}\"",
    ),
    (
        |p| p.sessions[1].talks = vec![told_by(&["skarbniczka", "urbanista"])],
        "sessions[1].talks[0].people[1]: \"{urbanista}\" does not appear in session S2; list them under its people",
    ),
    (
        |p| p.sessions[1].slot = Some(slot("ghost", TEN, ELEVEN)),
        "sessions[1].slot.room: there is no room \"ghost\"",
    ),
    (
        |p| p.sessions[1].slot = Some(slot("kamienna", ELEVEN, TEN)),
        "sessions[1].slot: session S2 ends at 2026-11-14T09:00:00Z but starts at 2026-11-14T10:00:00Z",
    ),
    (
        |p| p.sessions[1].slot = Some(slot("kamienna", TEN, TEN)),
        "sessions[1].slot: session S2 ends at 2026-11-14T09:00:00Z but starts at 2026-11-14T09:00:00Z",
    ),
    (
        |p| p.sessions[1].slot = Some(slot("kamienna", "2026-11-16 05:00", "2026-11-16 06:00")),
        "sessions[1].slot.starts_at: session S2 starts at 2026-11-16T04:00:00Z, on no day of the congress",
    ),
    (
        |p| p.proposals[1].track = slug("ghost"),
        "proposals[1].track: there is no track \"ghost\"",
    ),
    (
        |p| p.proposals[1].goals.push(slug("ghost")),
        "proposals[1].goals: there is no goal \"ghost\"",
    ),
    (
        |p| {
            p.days.clear();
            p.sessions
                .iter_mut()
                .for_each(|session| session.slot = None);
        },
        "days: a congress needs at least one day",
    ),
];

/// The message with the guid of whoever stands in braces.
fn named(message: &str) -> String {
    let of = |who: &str| guid(who).to_string();
    ["skarbniczka", "urbanista", "S1", "ghost", "kamienna"]
        .into_iter()
        .fold(message.to_owned(), |message, who| {
            message.replace(&format!("{{{who}}}"), &of(who))
        })
}

fn solution(code: &str) -> Recommendation {
    Recommendation {
        code: code.to_owned(),
        text: text("Zmienić ustawę"),
        instrument: None,
        addressee: None,
        priority: None,
        horizon: None,
        cost: None,
        links: Vec::new(),
    }
}

fn sound() -> Programme {
    programme(vec![
        scheduled("S1", "kamienna", TEN, ELEVEN),
        scheduled("S2", "kadzielnia", TEN, ELEVEN),
        waiting("S3"),
    ])
}

#[test]
fn a_sound_programme_has_no_problems() {
    assert_eq!(sound().problems(), []);
}

#[test]
fn each_contradiction_is_found_once_and_at_its_place() {
    for (contradict, expected) in CONTRADICTIONS {
        let mut programme = sound();
        contradict(&mut programme);
        let found: Vec<String> = programme
            .problems()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(found, [named(expected)]);
    }
}

#[test]
fn a_congress_without_days_says_so_beside_the_sessions_that_are_on_none() {
    let mut programme = sound();
    programme.days.clear();
    let places: Vec<String> = programme.problems().into_iter().map(|p| p.place).collect();
    assert_eq!(
        places,
        [
            "sessions[0].slot.starts_at",
            "sessions[1].slot.starts_at",
            "days"
        ]
    );
}

#[test]
fn two_sessions_may_share_a_room_and_a_time() {
    let mut programme = sound();
    programme.sessions[1].slot = programme.sessions[0].slot.clone();
    assert_eq!(programme.problems(), []);
}
