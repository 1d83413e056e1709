//! What the page of changes says of two releases.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;
use wiec_model::changes::{Change, Event, changes};
use wiec_model::session::Stream;
use wiec_model::{Release, Session};

use crate::support::history::{drafts, releases};
use crate::support::{guid, programme, release, scheduled, slot, speaks, text, told_by};

const TEN: &str = "2026-11-14 10:00";
const ELEVEN: &str = "2026-11-14 11:00";

fn sessions() -> Vec<Session> {
    vec![
        scheduled("S1", "kamienna", TEN, ELEVEN),
        Session {
            talks: vec![told_by(&[])],
            ..scheduled("S2", "kadzielnia", TEN, ELEVEN)
        },
    ]
}

/// The second session before and after `edit`, released both times.
fn edited(edit: impl FnOnce(&mut Session)) -> (Release, Release) {
    let before = release(&programme(sessions()), None);
    let mut sessions = sessions();
    edit(&mut sessions[1]);
    let after = release(&programme(sessions), Some(&before));
    (before, after)
}

/// What is said of the second session, when nothing is said of the first.
fn events<'a>(before: &'a Release, after: &'a Release) -> Vec<Event<'a>> {
    let all = changes(before, after);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].session, &after.programme.sessions[1]);
    all[0].events.clone()
}

#[test]
fn a_new_session_is_added() {
    let before = release(&programme(vec![sessions().remove(0)]), None);
    let after = release(&programme(sessions()), Some(&before));
    assert_eq!(events(&before, &after), [Event::Added]);
}

#[test]
fn a_session_that_is_no_more_is_dropped_and_shown_as_it_was() {
    let before = release(&programme(sessions()), None);
    let after = release(&programme(vec![sessions().remove(0)]), Some(&before));
    let dropped = Change {
        session: &before.programme.sessions[1],
        events: vec![Event::Dropped],
    };
    assert_eq!(changes(&before, &after), [dropped]);
}

#[test]
fn another_start_or_another_end_is_another_time() {
    for (starts, ends) in [("2026-11-14 10:15", ELEVEN), (TEN, "2026-11-14 10:45")] {
        let (before, after) = edited(|session| {
            session.slot = Some(slot("kadzielnia", starts, ends));
        });
        let from = &slot("kadzielnia", TEN, ELEVEN);
        let to = &slot("kadzielnia", starts, ends);
        assert_eq!(events(&before, &after), [Event::Rescheduled { from, to }]);
    }
}

#[test]
fn another_room_is_another_place_and_not_another_time() {
    let (before, after) = edited(|session| session.slot = Some(slot("kamienna", TEN, ELEVEN)));
    let from = &slot("kadzielnia", TEN, ELEVEN);
    let to = &slot("kamienna", TEN, ELEVEN);
    assert_eq!(events(&before, &after), [Event::Relocated { from, to }]);
}

#[test]
fn another_title_comes_with_the_session_as_it_was() {
    let (before, after) = edited(|session| session.title = text("Mieszkania i tramwaje"));
    let from = &before.programme.sessions[1];
    assert_eq!(events(&before, &after), [Event::Retitled { from }]);
}

#[test]
fn other_people_are_another_cast() {
    let (before, after) = edited(|session| session.people.push(speaks("urbanista")));
    assert_eq!(events(&before, &after), [Event::Recast]);
}

#[test]
fn anything_else_is_other_words() {
    let edits: [fn(&mut Session); 4] = [
        |session| session.talks[0].people.push(guid("skarbniczka")),
        |session| session.lead = Some(text("Kto zapłaci?")),
        |session| session.stream = Stream::RoomOnly,
        |session| session.code = "S9".parse().unwrap(),
    ];
    for edit in edits {
        let (before, after) = edited(edit);
        assert_eq!(events(&before, &after), [Event::Reworded]);
    }
}

#[test]
fn what_happened_is_told_from_the_most_important_to_the_least() {
    let (before, after) = edited(|session| {
        session.lead = Some(text("Kto zapłaci?"));
        session.people.clear();
        session.title = text("Mieszkania i tramwaje");
        session.slot = Some(slot("kamienna", TEN, "2026-11-14 12:00"));
    });
    let from = &before.programme.sessions[1];
    let (old, new) = (
        &slot("kadzielnia", TEN, ELEVEN),
        after.programme.sessions[1].slot.as_ref(),
    );
    let (old, new) = (old, new.unwrap());
    assert_eq!(
        events(&before, &after),
        [
            Event::Rescheduled { from: old, to: new },
            Event::Relocated { from: old, to: new },
            Event::Retitled { from },
            Event::Recast,
            Event::Reworded,
        ]
    );
}

#[test]
fn a_code_given_to_another_session_drops_the_one_and_adds_the_other() {
    let (before, after) = edited(|session| {
        session.guid = crate::support::guid("S3");
        session.slug = crate::support::waiting("S3").slug;
    });
    let added = Change {
        session: &after.programme.sessions[1],
        events: vec![Event::Added],
    };
    let dropped = Change {
        session: &before.programme.sessions[1],
        events: vec![Event::Dropped],
    };
    assert_eq!(changes(&before, &after), [added, dropped]);
}

#[test]
fn changes_come_in_the_order_of_the_new_programme_and_dropped_ones_after_them() {
    let evening = ("2026-11-14 18:00", "2026-11-14 19:00");
    let before = release(
        &programme(vec![
            scheduled("S1", "kamienna", TEN, ELEVEN),
            scheduled("S2", "kadzielnia", TEN, ELEVEN),
            scheduled("S3", "kamienna", evening.0, evening.1),
            scheduled("S4", "kamienna", "2026-11-14 08:00", "2026-11-14 09:00"),
        ]),
        None,
    );
    let after = release(
        &programme(vec![
            scheduled("S1", "kadzielnia", evening.0, evening.1),
            scheduled("S5", "kamienna", evening.0, evening.1),
            scheduled("S2", "kadzielnia", "2026-11-14 09:00", TEN),
        ]),
        Some(&before),
    );
    let codes: Vec<&str> = changes(&before, &after)
        .iter()
        .map(|change| change.session.code.as_str())
        .collect();
    assert_eq!(codes, ["S2", "S5", "S1", "S4", "S3"]);
}

fn by_guid(release: &Release) -> BTreeMap<Uuid, &Session> {
    let sessions = release.programme.sessions.iter();
    sessions.map(|session| (session.guid, session)).collect()
}

proptest! {
    #[test]
    fn a_release_differs_in_nothing_from_itself(drafts in drafts()) {
        for release in releases(&drafts) {
            prop_assert_eq!(changes(&release, &release), []);
        }
    }

    #[test]
    fn each_session_that_was_added_dropped_or_changed_is_told_of_once_and_no_other(drafts in drafts()) {
        let releases = releases(&drafts);
        for (older, before) in releases.iter().enumerate() {
            for after in &releases[older..] {
                let (was, is) = (by_guid(before), by_guid(after));
                let all = changes(before, after);
                let mut told: Vec<Uuid> = all.iter().map(|change| change.session.guid).collect();
                told.sort();
                let mut differing: Vec<Uuid> = was.keys().chain(is.keys()).copied().collect();
                differing.sort();
                differing.dedup();
                differing.retain(|guid| was.get(guid) != is.get(guid));
                prop_assert_eq!(told, differing);
                for Change { session, events } in all {
                    let (was, is) = (was.get(&session.guid), is.get(&session.guid));
                    prop_assert!(!events.is_empty());
                    prop_assert_eq!(events.contains(&Event::Added), was.is_none());
                    prop_assert_eq!(events.contains(&Event::Dropped), is.is_none());
                    prop_assert_eq!(Some(&session), is.or(was));
                }
            }
        }
    }
}
