//! What a release makes of a draft, and how the versions of its sessions count on.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;
use wiec_model::release::{Issue, ReleaseError};
use wiec_model::{Programme, Release, Session};

use crate::support::history::{drafts, releases};
use crate::support::{guid, programme, release, released_at, scheduled, slug, text, waiting};

const TEN: &str = "2026-11-14 10:00";
const ELEVEN: &str = "2026-11-14 11:00";

fn two_sessions() -> Programme {
    programme(vec![
        scheduled("S1", "kamienna", TEN, ELEVEN),
        scheduled("S2", "kadzielnia", TEN, ELEVEN),
    ])
}

fn retitled(mut draft: Programme, index: usize, title: &str) -> Programme {
    draft.sessions[index].title = text(title);
    draft
}

/// Every session that was ever released: its version, and itself unless it is cancelled.
fn standing(release: &Release) -> BTreeMap<Uuid, (Issue, Option<&Session>)> {
    let listed = release
        .programme
        .sessions
        .iter()
        .map(|session| (session.guid, (release.issue(session), Some(session))));
    let gone = release
        .cancelled
        .iter()
        .map(|gone| (gone.session.guid, (gone.issue, None)));
    listed.chain(gone).collect()
}

fn sequence(release: &Release, code: &str) -> u32 {
    standing(release)[&guid(code)].0.sequence
}

#[test]
fn the_first_release_counts_from_sequence_zero() {
    let first = release(&two_sessions(), None);
    let issue = Issue {
        sequence: 0,
        changed_at: released_at(1),
    };
    assert_eq!(first.number, 1);
    assert_eq!(
        first.issues,
        BTreeMap::from([("S1", issue), ("S2", issue)].map(|(c, i)| (c.parse().unwrap(), i)))
    );
    assert_eq!(first.cancelled, []);
}

#[test]
fn a_changed_session_rises_by_one_and_an_unchanged_one_keeps_its_issue() {
    let first = release(&two_sessions(), None);
    let second = release(&retitled(two_sessions(), 0, "Inny tytuł"), Some(&first));
    let changed = Issue {
        sequence: 1,
        changed_at: released_at(2),
    };
    assert_eq!(second.issue(&second.programme.sessions[0]), changed);
    assert_eq!(
        second.issue(&second.programme.sessions[1]),
        first.issue(&first.programme.sessions[1])
    );
}

#[test]
fn a_dropped_session_is_cancelled_with_one_more_and_stays_so() {
    let first = release(&two_sessions(), None);
    let mut draft = two_sessions();
    draft.sessions.remove(1);
    let second = release(&draft, Some(&first));
    let third = release(&retitled(draft, 0, "Inny tytuł"), Some(&second));

    assert_eq!(second.cancelled.len(), 1);
    assert_eq!(second.cancelled[0].session, first.programme.sessions[1]);
    assert_eq!(
        second.cancelled[0].issue,
        Issue {
            sequence: 1,
            changed_at: released_at(2)
        }
    );
    assert_eq!(third.cancelled, second.cancelled);
}

#[test]
fn a_session_that_lost_its_slot_is_cancelled_too() {
    let first = release(&two_sessions(), None);
    let mut draft = two_sessions();
    draft.sessions[1].slot = None;
    let second = release(&draft, Some(&first));
    assert_eq!(second.cancelled[0].session, first.programme.sessions[1]);
    assert_eq!(second.programme.session("S2"), None);
}

#[test]
fn a_session_that_comes_back_counts_on_even_when_it_is_as_it_was() {
    let first = release(&two_sessions(), None);
    let mut draft = two_sessions();
    draft.sessions.remove(1);
    let second = release(&draft, Some(&first));
    let third = release(&two_sessions(), Some(&second));
    assert_eq!(third.cancelled, []);
    assert_eq!(sequence(&third, "S2"), 2);
    assert_eq!(sequence(&third, "S1"), 0);
}

#[test]
fn a_session_given_another_code_keeps_counting() {
    let first = release(&two_sessions(), None);
    let renamed = retitled(two_sessions(), 0, "Inny tytuł");
    let second = release(&renamed, Some(&first));
    let mut recoded = renamed;
    recoded.sessions[0].code = "S7".parse().unwrap();
    let third = release(&recoded, Some(&second));
    assert_eq!(sequence(&third, "S1"), 2);
}

#[test]
fn a_new_session_with_the_code_of_another_counts_from_zero() {
    let first = release(&two_sessions(), None);
    let mut draft = two_sessions();
    draft.sessions[1].guid = guid("S3");
    draft.keep_addresses(&first);
    let second = release(&draft, Some(&first));
    assert_eq!(sequence(&second, "S3"), 0);
    assert_eq!(sequence(&second, "S2"), 1);
    assert_eq!(second.cancelled[0].session, first.programme.sessions[1]);
}

#[test]
fn drafts_without_a_slot_proposals_and_people_seen_nowhere_stay_private() {
    let mut draft = programme(vec![
        scheduled("S1", "kamienna", TEN, ELEVEN),
        waiting("S2"),
    ]);
    draft.sessions[1].people = vec![crate::support::speaks("urbanista")];
    let first = release(&draft, None);

    let mut public = draft;
    public.sessions.pop();
    public.proposals.clear();
    public.people.pop();
    assert_eq!(first.programme, public);
    assert_eq!(first.issues.len(), 1);
}

#[test]
fn a_contradictory_draft_is_refused_with_all_its_problems() {
    let mut draft = two_sessions();
    draft.sessions[0].kind = slug("ghost");
    draft.sessions.push(draft.sessions[1].clone());
    let problems = draft.problems();
    let refused = Release::of(&draft, None, "1.0", released_at(1)).unwrap_err();
    assert_eq!(problems.len(), 5);
    assert_eq!(refused, ReleaseError::Contradictory(problems));
    assert!(
        refused
            .to_string()
            .starts_with("the draft contradicts itself in 5 places; the first: sessions[2].code:")
    );
}

#[test]
fn a_draft_that_schedules_nothing_is_refused() {
    let draft = programme(vec![waiting("S1")]);
    assert_eq!(
        Release::of(&draft, None, "1.0", released_at(1)),
        Err(ReleaseError::NothingScheduled)
    );
}

#[test]
fn a_draft_in_which_nothing_public_changed_is_refused() {
    let first = release(&two_sessions(), None);
    let mut draft = two_sessions();
    draft.sessions.push(waiting("S3"));
    draft.proposals.pop();
    assert_eq!(
        Release::of(&draft, Some(&first), "2.0", released_at(2)),
        Err(ReleaseError::NothingChanged(1))
    );
}

#[test]
fn a_renamed_room_is_reason_enough_for_a_release_and_changes_no_session() {
    let first = release(&two_sessions(), None);
    let mut draft = two_sessions();
    draft.rooms[0].name = text("Sala Kamienna");
    let second = release(&draft, Some(&first));
    assert_eq!(second.issues, first.issues);
}

proptest! {
    #[test]
    fn a_sequence_never_falls_and_rises_by_one_exactly_when_its_session_changed(drafts in drafts()) {
        let releases = releases(&drafts);
        for pair in releases.windows(2) {
            let (before, after) = (standing(&pair[0]), standing(&pair[1]));
            for (guid, (was, then)) in &before {
                let (is, now) = after[guid];
                let expected = if now == *then {
                    *was
                } else {
                    Issue { sequence: was.sequence + 1, changed_at: pair[1].released_at }
                };
                prop_assert_eq!(is, expected);
            }
            for (guid, (is, _)) in &after {
                let first = Issue { sequence: 0, changed_at: pair[1].released_at };
                prop_assert!(before.contains_key(guid) || *is == first);
            }
        }
    }

    #[test]
    fn every_session_of_a_release_has_an_issue_and_none_is_cancelled_as_well(drafts in drafts()) {
        for release in releases(&drafts) {
            let codes: Vec<_> = release.issues.keys().cloned().collect();
            let mut listed: Vec<_> = release.programme.sessions.iter().map(|s| s.code.clone()).collect();
            listed.sort();
            prop_assert_eq!(codes, listed);
            let known = release.programme.sessions.len() + release.cancelled.len();
            prop_assert_eq!(standing(&release).len(), known);
        }
    }

    #[test]
    fn numbers_count_on_and_names_and_times_are_those_given(drafts in drafts()) {
        for (number, release) in (1..).zip(releases(&drafts)) {
            prop_assert_eq!(release.number, number);
            prop_assert_eq!(release.name, format!("{number}.0"));
            prop_assert_eq!(release.released_at, released_at(number));
        }
    }
}
