//! Edits of a draft: what each does, what it refuses, and what none may do.

use jiff::civil::Date;
use proptest::prelude::*;
use wiec_model::addresses::Addresses;
use wiec_model::conflicts::Pace;
use wiec_model::edit::{
    Applied, CongressFields, DayFields, Difference, Edit, FieldProblem, GoalFields, KindFields,
    PersonFields, Reason, Refusal, RoomFields, SessionFields, Thing, TrackFields, blank,
    differences, fingerprint,
};
use wiec_model::session::{Appearance, Link, Talk};
use wiec_model::{MapLine, Part, Programme, Slug};

use crate::support::{
    guid, programme, release, scheduled, slot, slug, speaks, text, told_by, waiting,
};

const TEN: &str = "2026-11-14 10:00";
const ELEVEN: &str = "2026-11-14 11:00";

fn draft() -> Programme {
    programme(vec![
        scheduled("S07", "kamienna", TEN, ELEVEN),
        waiting("S31"),
    ])
}

fn apply(draft: &Programme, edit: &Edit) -> Result<Applied, Refusal> {
    edit.apply(draft, &Addresses::default())
}

fn done(draft: &Programme, edit: &Edit) -> Programme {
    let applied = apply(draft, edit).unwrap();
    assert_eq!(applied.programme.problems(), []);
    applied.programme
}

fn code(word: &str) -> wiec_model::SessionCode {
    word.parse().unwrap()
}

fn date(written: &str) -> Date {
    written.parse().unwrap()
}

fn room_fields(name: &str) -> RoomFields {
    RoomFields {
        name: text(name),
        capacity: Some(40),
        floor: None,
        equipment: None,
        features: Vec::new(),
        access: None,
    }
}

fn titled(title: &str) -> Box<SessionFields> {
    Box::new(SessionFields::titled(text(title), slug("debate")))
}

fn refused(field: &str, reason: Reason) -> Result<Applied, Refusal> {
    Err(Refusal::Fields(vec![FieldProblem {
        field: field.to_owned(),
        reason,
    }]))
}

#[test]
fn a_new_session_gets_the_next_code_a_slug_of_its_title_and_a_guid_and_comes_last() {
    let edit = Edit::CreateSession {
        guid: guid("new"),
        code: None,
        fields: titled("Mieszkania i tramwaje"),
    };
    let applied = apply(&draft(), &edit).unwrap();
    assert_eq!(applied.thing, Thing::Session(code("S32")));
    let made = applied.programme.sessions.last().unwrap();
    assert_eq!(made.code, code("S32"));
    assert_eq!(made.guid, guid("new"));
    assert_eq!(made.slug.pl, slug("mieszkania-i-tramwaje"));
    assert_eq!(made.slot, None);
}

#[test]
fn nothing_new_gets_an_address_that_something_else_has_or_was_released_with() {
    let mut earlier = draft();
    earlier.sessions[0].title = text("Dawny tytuł");
    earlier.sessions[0].slug.pl = slug("tramwaje");
    let released = Addresses::until(&release(&earlier, None));
    let edit = |number: &str| Edit::CreateSession {
        guid: guid(number),
        code: None,
        fields: titled("Tramwaje"),
    };
    let mut now = draft();
    now.sessions.remove(0);
    let first = edit("1").apply(&now, &released).unwrap().programme;
    let second = edit("2").apply(&first, &released).unwrap().programme;
    let slugs: Vec<&Slug> = second.sessions.iter().map(|one| &one.slug.pl).collect();
    assert_eq!(
        slugs,
        [&slug("s31"), &slug("tramwaje-2"), &slug("tramwaje-3")]
    );
}

#[test]
fn a_changed_session_keeps_its_keys_its_place_its_vote_and_its_slot() {
    let mut before = draft();
    before.sessions[0].vote = Some(serde_json::json!({ "kind": "cards" }));
    let old = before.sessions[0].clone();
    let mut fields = SessionFields::of(&old);
    fields.title = text("Zupełnie inny tytuł");
    fields.people.clear();
    let after = done(&before, &Edit::UpdateSession(code("S07"), Box::new(fields)));
    let expected = wiec_model::Session {
        title: text("Zupełnie inny tytuł"),
        people: Vec::new(),
        ..old
    };
    assert_eq!(after.sessions, [expected, before.sessions[1].clone()]);
}

#[test]
fn whoever_leaves_a_session_tells_none_of_its_talks_unless_they_stay_in_another_part() {
    let mut before = draft();
    before.sessions[0].people.push(speaks("urbanista"));
    before.sessions[0].talks = vec![
        told_by(&["skarbniczka"]),
        told_by(&["skarbniczka", "urbanista"]),
    ];
    let leaves = Edit::RemoveAppearance(code("S07"), speaks("skarbniczka"));
    let left = done(&before, &leaves);
    let talks = &left.sessions[0].talks;
    assert_eq!(*talks, [told_by(&[]), told_by(&["urbanista"])]);
    let chairs = Appearance {
        part: Part::Moderator,
        ..speaks("skarbniczka")
    };
    let both = done(&before, &Edit::AddAppearance(code("S07"), chairs));
    let stayed = done(&both, &leaves);
    assert_eq!(stayed.sessions[0].talks, before.sessions[0].talks);
}

#[test]
fn what_is_in_use_cannot_go_and_names_what_needs_it() {
    let by = vec![Thing::Session(code("S07"))];
    let both = vec![Thing::Session(code("S07")), Thing::Session(code("S31"))];
    let cases = [
        (
            Edit::DeleteRoom(slug("kamienna")),
            Thing::Room(slug("kamienna")),
            by.clone(),
        ),
        (
            Edit::DeleteKind(slug("debate")),
            Thing::Kind(slug("debate")),
            both.clone(),
        ),
        (
            Edit::DeleteTrack(slug("mie")),
            Thing::Track(slug("mie")),
            both.clone(),
        ),
        (
            Edit::DeleteGoal(slug("zielone")),
            Thing::Goal(slug("zielone")),
            vec![],
        ),
        (
            Edit::DeletePerson(guid("skarbniczka")),
            Thing::Person(guid("skarbniczka")),
            both,
        ),
        (
            Edit::DeleteDay(date("2026-11-14")),
            Thing::Day(date("2026-11-14")),
            by.clone(),
        ),
        (
            Edit::UpdateDay(
                date("2026-11-14"),
                DayFields {
                    date: date("2026-11-13"),
                    name: None,
                },
            ),
            Thing::Day(date("2026-11-14")),
            by,
        ),
    ];
    for (edit, thing, by) in cases {
        let refused = apply(&draft(), &edit);
        assert_eq!(refused, Err(Refusal::InUse { thing, by }), "{edit:?}");
    }
}

#[test]
fn what_nothing_needs_can_go() {
    let edits = [
        Edit::DeleteRoom(slug("kadzielnia")),
        Edit::DeleteKind(slug("service")),
        Edit::DeleteTrack(slug("tra")),
        Edit::DeleteGoal(slug("kompaktowe")),
        Edit::DeletePerson(guid("urbanista")),
        Edit::DeleteDay(date("2026-11-15")),
        Edit::DeleteSession(code("S07")),
    ];
    for edit in edits {
        let before = draft();
        let thing = edit.thing().unwrap();
        let after = done(&before, &edit);
        assert!(thing.said(&before).is_some() && thing.said(&after).is_none());
        let again = apply(&after, &edit);
        assert_eq!(again, Err(Refusal::Gone(thing)), "{edit:?}");
    }
}

#[test]
fn what_cannot_stand_is_told_at_its_field() {
    let session = |change: &dyn Fn(&mut SessionFields)| {
        let mut fields = SessionFields::of(&draft().sessions[0]);
        change(&mut fields);
        Edit::UpdateSession(code("S07"), Box::new(fields))
    };
    let link = |url: &str| Link {
        url: url.to_owned(),
        title: None,
    };
    let person = PersonFields {
        name: Some("  ".to_owned()),
        role: None,
        biography: None,
    };
    let cases = [
        (
            session(&|it| it.kind = slug("nikt")),
            "kind",
            Reason::Unknown("nikt".to_owned()),
        ),
        (
            session(&|it| it.track = Some(slug("nikt"))),
            "track",
            Reason::Unknown("nikt".to_owned()),
        ),
        (
            session(&|it| it.capacity = Some(0)),
            "capacity",
            Reason::NotPositive,
        ),
        (
            session(&|it| it.people.push(speaks("skarbniczka"))),
            "people.1",
            Reason::Repeated,
        ),
        (
            session(&|it| it.people = vec![speaks("nikt")]),
            "people.0",
            Reason::Unknown(guid("nikt").to_string()),
        ),
        (
            session(&|it| it.links = vec![link("javascript:alert(1)")]),
            "links.0.url",
            Reason::NotAnAddress,
        ),
        (
            session(&|it| {
                it.talks = vec![Talk {
                    minutes: 0,
                    ..told_by(&[])
                }];
            }),
            "talks.0.minutes",
            Reason::NotPositive,
        ),
        (
            session(&|it| it.talks = vec![told_by(&[]), told_by(&["urbanista"])]),
            "talks.1.people.0",
            Reason::Unknown(guid("urbanista").to_string()),
        ),
        (
            session(&|it| it.talks = vec![told_by(&["skarbniczka", "skarbniczka"])]),
            "talks.0.people.1",
            Reason::Repeated,
        ),
        (
            Edit::Place(code("S31"), slot("nikt", TEN, ELEVEN)),
            "room",
            Reason::Unknown("nikt".to_owned()),
        ),
        (
            Edit::Place(code("S31"), slot("kamienna", ELEVEN, TEN)),
            "ends_at",
            Reason::EndsBeforeItStarts,
        ),
        (
            Edit::Place(
                code("S31"),
                slot("kamienna", "2026-12-01 10:00", "2026-12-01 11:00"),
            ),
            "starts_at",
            Reason::OnNoDay,
        ),
        (
            Edit::UpdatePerson(guid("urbanista"), person),
            "name",
            Reason::Missing,
        ),
        (
            Edit::CreateDay(DayFields {
                date: date("2026-11-14"),
                name: None,
            }),
            "date",
            Reason::Taken("2026-11-14".to_owned()),
        ),
        (
            Edit::CreateSession {
                guid: guid("new"),
                code: Some(code("S07")),
                fields: titled("Nowe"),
            },
            "code",
            Reason::Taken("S07".to_owned()),
        ),
        (
            Edit::OrderRooms(vec![slug("kamienna"), slug("kamienna")]),
            "order",
            Reason::Repeated,
        ),
    ];
    for (edit, field, reason) in cases {
        assert_eq!(apply(&draft(), &edit), refused(field, reason), "{edit:?}");
    }
}

#[test]
fn an_old_contradiction_does_not_keep_anyone_from_mending_something_else() {
    let mut wrong = draft();
    wrong.sessions[1].kind = slug("nikt");
    let edit = Edit::UpdateRoom(slug("kamienna"), room_fields("Kamienna"));
    assert!(apply(&wrong, &edit).is_ok());
}

#[test]
fn another_zone_that_moves_sessions_off_their_days_is_refused() {
    let mut fields = CongressFields::of(&draft().congress);
    fields.zone = wiec_model::Zone::named("Pacific/Kiritimati").unwrap();
    let mut before = draft();
    before.days.pop();
    before.sessions[0].slot = Some(slot("kamienna", "2026-11-14 20:00", "2026-11-14 21:00"));
    assert!(matches!(
        apply(&before, &Edit::SetCongress(fields)),
        Err(Refusal::Problems(_))
    ));
}

#[test]
fn days_are_counted_by_their_dates() {
    let day = DayFields {
        date: date("2026-11-13"),
        name: None,
    };
    let after = done(&draft(), &Edit::CreateDay(day));
    let days: Vec<(u16, String)> = after
        .days
        .iter()
        .map(|day| (day.number, day.date.to_string()))
        .collect();
    let expected = [(1, "2026-11-13"), (2, "2026-11-14"), (3, "2026-11-15")];
    assert_eq!(
        days,
        expected.map(|(number, date)| (number, date.to_owned()))
    );
}

#[test]
fn rooms_and_tracks_are_put_in_order_and_those_not_named_follow() {
    let after = done(&draft(), &Edit::OrderRooms(vec![slug("kadzielnia")]));
    let rooms: Vec<&str> = after.rooms.iter().map(|room| room.slug.as_str()).collect();
    assert_eq!(rooms, ["kadzielnia", "kamienna"]);
    let after = done(&draft(), &Edit::OrderTracks(vec![slug("tra"), slug("mie")]));
    assert_eq!(after.tracks[0].slug, slug("tra"));
}

#[test]
fn the_pace_is_kept_among_the_settings_and_the_others_stay() {
    let mut before = draft();
    let kept = serde_json::json!({ "opens": "2026-07-01" });
    before
        .congress
        .settings
        .insert("registration".to_owned(), kept);
    let mut fields = CongressFields::of(&before.congress);
    assert_eq!(fields.pace, Pace::default());
    fields.pace.break_minutes = 20;
    let after = done(&before, &Edit::SetCongress(fields.clone()));
    assert_eq!(Pace::of(&after.congress), fields.pace);
    fields.pace = Pace::default();
    assert_eq!(done(&after, &Edit::SetCongress(fields)), before);
}

#[test]
fn a_blank_edition_has_its_days_counted_and_can_be_edited() {
    let fields = CongressFields::of(&draft().congress);
    let day = |written: &str| DayFields {
        date: date(written),
        name: None,
    };
    let made = blank(
        slug("kpm-2027"),
        fields,
        vec![day("2027-11-15"), day("2027-11-14")],
        draft().kinds,
    );
    assert_eq!(made.problems(), []);
    assert_eq!(made.days[0].date, date("2027-11-14"));
    assert_eq!(made.days[0].number, 1);
    let edit = Edit::CreateSession {
        guid: guid("first"),
        code: None,
        fields: titled("Pierwsze"),
    };
    assert_eq!(done(&made, &edit).sessions[0].code, code("S01"));
}

#[test]
fn the_words_of_a_session_and_its_slot_have_fingerprints_of_their_own() {
    let before = draft();
    let words = Thing::Session(code("S07"));
    let place = Thing::Slot(code("S07"));
    let moved = done(&before, &Edit::Unschedule(code("S07")));
    assert_eq!(fingerprint(&before, &words), fingerprint(&moved, &words));
    assert_ne!(fingerprint(&before, &place), fingerprint(&moved, &place));
    let mut fields = SessionFields::of(&before.sessions[0]);
    fields.title = text("Inny");
    let said = done(&before, &Edit::UpdateSession(code("S07"), Box::new(fields)));
    assert_ne!(fingerprint(&before, &words), fingerprint(&said, &words));
    assert_eq!(fingerprint(&before, &place), fingerprint(&said, &place));
    let printed = fingerprint(&said, &place).unwrap();
    assert_eq!(printed.as_str().parse(), Ok(printed));
}

#[test]
fn a_difference_says_from_what_to_what_and_nothing_that_stayed() {
    let before = draft();
    let mut fields = SessionFields::of(&before.sessions[0]);
    fields.capacity = Some(30);
    let edit = Edit::UpdateSession(code("S07"), Box::new(fields));
    let details = serde_json::json!({ "capacity": { "from": null, "to": 30 } });
    let expected = Difference::Changed(Thing::WholeSession(code("S07")), details);
    assert_eq!(differences(&before, &done(&before, &edit)), [expected]);
    let made = done(
        &before,
        &Edit::CreateTrack(TrackFields {
            name: text("Woda"),
            line: MapLine::Srodowisko,
        }),
    );
    let details = serde_json::json!({
        "slug": { "from": null, "to": "woda" },
        "name": { "from": null, "to": { "pl": "Woda" } },
        "line": { "from": null, "to": "srodowisko" },
    });
    let expected = Difference::Made(Thing::Track(slug("woda")), details);
    assert_eq!(differences(&before, &made), [expected]);
}

/// Any edit that makes or changes something, by number.
fn any_edit(which: u8, word: &str) -> Edit {
    let name = text(word);
    match which {
        0 => Edit::CreateRoom {
            guid: guid(word),
            fields: room_fields(word),
        },
        1 => Edit::UpdateRoom(slug("kamienna"), room_fields(word)),
        2 => Edit::CreateTrack(TrackFields {
            name,
            line: MapLine::Debata,
        }),
        3 => Edit::UpdateTrack(
            slug("mie"),
            TrackFields {
                name,
                line: MapLine::Debata,
            },
        ),
        4 => Edit::CreateKind(KindFields {
            name,
            default_minutes: Some(45),
            signup: true,
        }),
        5 => Edit::CreateGoal(GoalFields { name }),
        6 => Edit::CreatePerson {
            guid: guid(word),
            fields: PersonFields {
                name: Some(word.to_owned()),
                role: None,
                biography: None,
            },
        },
        7 => Edit::UpdatePerson(
            guid("urbanista"),
            PersonFields {
                name: None,
                role: Some(name),
                biography: None,
            },
        ),
        8 => Edit::CreateSession {
            guid: guid(word),
            code: None,
            fields: titled(word),
        },
        _ => Edit::UpdateSession(code("S31"), titled(word)),
    }
}

proptest! {
    #[test]
    fn no_edit_ever_changes_a_key_or_leaves_a_contradiction(
        edits in proptest::collection::vec((0..10_u8, "[A-Za-zżółć?! ]{0,8}x"), 0..12),
    ) {
        let mut now = draft();
        for (at, (which, word)) in edits.iter().enumerate() {
            let mut edit = any_edit(*which, word);
            // Chance gives no guid twice.
            if let Edit::CreateRoom { guid: new, .. }
                | Edit::CreatePerson { guid: new, .. }
                | Edit::CreateSession { guid: new, .. } = &mut edit {
                *new = guid(&at.to_string());
            }
            let after = done(&now, &edit);
            for (old, new) in now.sessions.iter().zip(&after.sessions) {
                prop_assert_eq!((&old.code, old.guid, &old.slug), (&new.code, new.guid, &new.slug));
            }
            for (old, new) in now.people.iter().zip(&after.people) {
                prop_assert_eq!((old.guid, &old.slug), (new.guid, &new.slug));
            }
            for (old, new) in now.rooms.iter().zip(&after.rooms) {
                prop_assert_eq!((old.guid, &old.slug), (new.guid, &new.slug));
            }
            prop_assert!(differences(&now, &after).len() <= 1);
            now = after;
        }
    }
}
