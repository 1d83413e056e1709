//! Whom a release concerns, and who has not confirmed.

use std::collections::BTreeMap;

use proptest::prelude::*;
use wiec_model::availability::Availabilities;
use wiec_model::confirmation::{Confirmation, Confirmations, Question};
use wiec_model::release::{Affected, How, Move, Preview, affected};
use wiec_model::{Release, Session};

use crate::support::history::{drafts, releases};
use crate::support::{guid, programme, release, released_at, scheduled, speaks, text, waiting};

const TEN: &str = "2026-11-14 10:00";
const ELEVEN: &str = "2026-11-14 11:00";

fn sessions() -> Vec<Session> {
    vec![
        scheduled("S1", "kamienna", TEN, ELEVEN),
        Session {
            people: vec![speaks("urbanista")],
            ..scheduled("S2", "kadzielnia", TEN, ELEVEN)
        },
    ]
}

fn edited(edit: impl FnOnce(&mut Vec<Session>)) -> (Release, Release) {
    let before = release(&programme(sessions()), None);
    let mut sessions = sessions();
    edit(&mut sessions);
    let after = release(&programme(sessions), Some(&before));
    (before, after)
}

#[test]
fn words_concern_nobody() {
    let (before, after) = edited(|sessions| {
        sessions[0].title = text("Inny tytuł");
        sessions[1].lead = Some(text("Inny opis"));
    });
    assert_eq!(affected(&before, &after), []);
}

#[test]
fn another_room_or_time_concerns_those_of_the_session_and_nobody_else() {
    let (before, after) = edited(|sessions| {
        sessions[1].slot.as_mut().unwrap().room = "kamienna".parse().unwrap();
        sessions[0].title = text("Inny tytuł");
    });
    let (from, to) = (&before.programme.sessions[1], &after.programme.sessions[1]);
    let how = How::Moved {
        from: from.slot.as_ref().unwrap(),
        to: to.slot.as_ref().unwrap(),
    };
    let expected = Affected {
        person: guid("urbanista"),
        moves: vec![Move { session: to, how }],
    };
    assert_eq!(affected(&before, &after), [expected]);
}

#[test]
fn who_joins_who_leaves_and_whose_session_is_cancelled_are_told_apart() {
    let (before, after) = edited(|sessions| {
        sessions[0].people = vec![speaks("urbanista")];
        sessions.remove(1);
    });
    let joined = How::Joined {
        at: after.programme.sessions[0].slot.as_ref().unwrap(),
    };
    let left = |session: usize, goes_on| How::Left {
        from: before.programme.sessions[session].slot.as_ref().unwrap(),
        goes_on,
    };
    let all: BTreeMap<_, _> = affected(&before, &after)
        .into_iter()
        .map(|one| {
            let how: Vec<How<'_>> = one.moves.iter().map(|it| it.how).collect();
            (one.person, how)
        })
        .collect();
    let expected = BTreeMap::from([
        (guid("skarbniczka"), vec![left(0, true)]),
        (guid("urbanista"), vec![joined, left(1, false)]),
    ]);
    assert_eq!(all, expected);
}

#[test]
fn a_preview_shows_what_waits_who_is_unconfirmed_and_what_is_in_conflict() {
    let mut all = sessions();
    all[1].people.push(speaks("skarbniczka"));
    all.push(waiting("S3"));
    let question = Question {
        session: guid("S1"),
        person: guid("skarbniczka"),
    };
    let yes = Confirmation::default().confirm(released_at(1));
    let answers = Confirmations(BTreeMap::from([(question, yes)]));
    let draft = programme(all);
    let preview = Preview::of(
        draft,
        None,
        &Availabilities::default(),
        answers,
        released_at(1),
    );
    assert!(preview.next.is_ok(), "conflicts do not stand in the way");
    let keys: Vec<_> = preview.conflicts.iter().map(|it| it.what.key()).collect();
    assert_eq!(keys, ["person-twice"]);
    let waiting: Vec<_> = preview
        .unscheduled()
        .iter()
        .map(|it| it.code.to_string())
        .collect();
    assert_eq!(waiting, ["S3"]);
    let open: Vec<_> = preview
        .unconfirmed()
        .iter()
        .map(|it| (it.session.code.to_string(), it.appearance.person))
        .collect();
    let expected = [
        ("S2".to_owned(), guid("urbanista")),
        ("S2".to_owned(), guid("skarbniczka")),
    ];
    assert_eq!(open, expected);
}

#[test]
fn a_new_question_takes_an_old_answer_back() {
    let (first, later) = (released_at(1), released_at(2));
    let no = Confirmation::default().decline(first, Some("  chory  "));
    let expected = Confirmation::Declined {
        at: first,
        reason: Some("chory".to_owned()),
    };
    assert_eq!(no, expected);
    assert_eq!(no.ask(later), Confirmation::Asked { at: later });
}

proptest! {
    #[test]
    fn exactly_those_who_must_be_elsewhere_at_another_time_are_concerned(drafts in drafts()) {
        let releases = releases(&drafts);
        for pair in releases.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            let plan = |release: &Release, person| -> BTreeMap<_, _> {
                let sessions = release.programme.sessions.iter();
                sessions
                    .filter(|session| session.people.iter().any(|it| it.person == person))
                    .map(|session| (session.guid, session.slot.clone()))
                    .collect()
            };
            let told = affected(before, after);
            for person in [guid("skarbniczka"), guid("urbanista")] {
                let differs = plan(before, person) != plan(after, person);
                let is_told = told.iter().any(|one| one.person == person);
                prop_assert_eq!(differs, is_told);
            }
            for one in told {
                prop_assert!(!one.moves.is_empty());
            }
        }
    }
}
