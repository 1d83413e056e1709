//! An address that was released once leads to the same session or person for ever.

use proptest::prelude::*;
use wiec_model::addresses::Addresses;
use wiec_model::release::ReleaseError;
use wiec_model::{Lang, Programme, Release, Slugs};

use crate::support::history::{drafts, releases};
use crate::support::{guid, programme, release, released_at, scheduled, slug, waiting};

const TEN: &str = "2026-11-14 10:00";
const ELEVEN: &str = "2026-11-14 11:00";

fn called(mut draft: Programme, index: usize, pl: &str, en: &str) -> Programme {
    draft.sessions[index].slug = Slugs {
        pl: slug(pl),
        en: slug(en),
    };
    draft
}

/// S1, S2… with these Polish slugs, in English all of their own.
fn draft(slugs: &[&str]) -> Programme {
    let codes: Vec<String> = (1..=slugs.len()).map(|n| format!("S{n}")).collect();
    let sessions = codes
        .iter()
        .map(|code| scheduled(code, "kamienna", TEN, ELEVEN))
        .collect();
    let named = slugs.iter().zip(&codes).enumerate();
    named.fold(programme(sessions), |draft, (index, (word, code))| {
        called(draft, index, word, &code.to_lowercase())
    })
}

fn slugs(draft: &Programme) -> Vec<&str> {
    let sessions = draft.sessions.iter();
    sessions.map(|session| session.slug.pl.as_str()).collect()
}

#[test]
fn a_release_knows_its_addresses_and_those_before_it() {
    let first = release(&draft(&["zielen", "przerwa"]), None);
    let mut later = draft(&["zielen-miejska", "przerwa"]);
    later.sessions.pop();
    let second = release(&later, Some(&first));
    let owner = |word| second.addresses.sessions.owner(word, Lang::Pl);
    assert_eq!(owner("zielen"), Some(guid("S1")));
    assert_eq!(owner("zielen-miejska"), Some(guid("S1")));
    assert_eq!(owner("przerwa"), Some(guid("S2")));
    assert_eq!(owner("woda"), None);
    let person = second.addresses.people.owner("skarbniczka-en", Lang::En);
    assert_eq!(person, Some(guid("skarbniczka")));
}

#[test]
fn the_two_languages_know_their_addresses_apart() {
    let two = called(draft(&["rynek", "market"]), 1, "market", "rynek");
    let first = release(&two, None);
    let owner = |lang| first.addresses.sessions.owner("rynek", lang);
    assert_eq!(owner(Lang::Pl), Some(guid("S1")));
    assert_eq!(owner(Lang::En), Some(guid("S2")));
}

#[test]
fn a_retitled_session_and_person_get_their_released_slugs_back() {
    let first = release(&draft(&["zielen"]), None);
    let mut later = draft(&["zielen-kto-ja-liczy"]);
    later.people[0].slug.pl = slug("skarbnik");
    later.keep_addresses(&first);
    assert_eq!(slugs(&later), ["zielen"]);
    assert_eq!(later.people[0].slug, first.programme.people[0].slug);
}

#[test]
fn a_slug_of_a_dropped_session_goes_to_nobody_else() {
    let first = release(&draft(&["przerwa", "przerwa-2", "obiad"]), None);
    let mut later = draft(&["przerwa", "przerwa", "obiad"]);
    later.sessions.remove(0);
    later.keep_addresses(&first);
    assert_eq!(slugs(&later), ["przerwa-2", "obiad"]);
    release(
        &{
            let mut changed = later;
            changed.sessions.pop();
            changed
        },
        Some(&first),
    );
}

#[test]
fn a_new_session_gets_the_next_number_that_is_free() {
    let first = release(&draft(&["przerwa", "przerwa-2"]), None);
    let mut later = draft(&["obiad", "przerwa-2", "przerwa", "przerwa-2", "przerwa-4"]);
    later.keep_addresses(&first);
    assert_eq!(
        slugs(&later),
        [
            "przerwa",
            "przerwa-2",
            "przerwa-3",
            "przerwa-5",
            "przerwa-4"
        ]
    );
    assert_eq!(later.problems(), []);
}

#[test]
fn a_session_that_comes_back_after_two_releases_has_its_slug_again() {
    let first = release(&draft(&["zielen", "woda"]), None);
    let mut without = draft(&["zielen", "woda"]);
    without.sessions.remove(0);
    let second = release(&without, Some(&first));
    let mut back = draft(&["zielen-2", "woda"]);
    back.keep_addresses(&second);
    assert_eq!(slugs(&back), ["zielen", "woda"]);
}

#[test]
fn a_draft_that_takes_an_address_away_is_refused_with_its_places() {
    let first = release(&draft(&["zielen", "woda"]), None);
    let mut later = draft(&["zielen", "woda"]);
    later.sessions.remove(0);
    later.sessions.push(waiting("S3"));
    let later = called(later, 1, "zielen", "s3");
    let refused = Release::of(&later, Some(&first), "2.0", released_at(2)).unwrap_err();
    let ReleaseError::AddressTaken(problems) = refused else {
        panic!("{refused}");
    };
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].place, "sessions[1].slug.pl");
    assert!(problems[0].message.contains("\"zielen\""));
}

#[test]
fn a_release_stored_without_addresses_still_knows_those_it_shows() {
    let first = release(&draft(&["zielen", "woda"]), None);
    let mut later = draft(&["zielen", "woda"]);
    later.sessions.pop();
    let second = release(&later, Some(&first));
    let mut stored = serde_json::to_value(&second).unwrap();
    stored.as_object_mut().unwrap().remove("addresses");
    let old: Release = serde_json::from_value(stored).unwrap();
    let known = Addresses::until(&old);
    assert_eq!(known.sessions, second.addresses.sessions);
}

proptest! {
    #[test]
    fn whatever_is_imported_after_a_release_can_be_released_and_moves_no_address(
        drafts in drafts(),
        words in proptest::collection::vec(0..4_u8, 64),
    ) {
        let mut words = words.into_iter().cycle();
        let mut newest: Option<Release> = None;
        for mut draft in drafts {
            let mut taken = std::collections::BTreeSet::new();
            for session in &mut draft.sessions {
                let word = slug(&format!("tytul-{}", words.next().unwrap()));
                let word = if taken.insert(word.clone()) { word } else { session.slug.pl.clone() };
                session.slug = Slugs { pl: word.clone(), en: word };
            }
            if let Some(newest) = &newest {
                draft.keep_addresses(newest);
            }
            let number = newest.as_ref().map_or(1, |newest| newest.number + 1);
            let made = match Release::of(&draft, newest.as_ref(), "-", released_at(number)) {
                Ok(made) => made,
                Err(ReleaseError::NothingChanged(_) | ReleaseError::NothingScheduled) => continue,
                Err(refused) => panic!("{refused}"),
            };
            if let Some(before) = &newest {
                for session in &before.programme.sessions {
                    let owner = made.addresses.sessions.owner(session.slug.pl.as_str(), Lang::Pl);
                    prop_assert_eq!(owner, Some(session.guid));
                    let now = made.programme.sessions.iter().find(|now| now.guid == session.guid);
                    prop_assert!(now.is_none_or(|now| now.slug == session.slug));
                }
            }
            newest = Some(made);
        }
    }

    #[test]
    fn no_address_is_ever_forgotten(drafts in drafts()) {
        for pair in releases(&drafts).windows(2) {
            for session in &pair[0].programme.sessions {
                let owner = pair[1].addresses.sessions.owner(session.slug.pl.as_str(), Lang::Pl);
                prop_assert_eq!(owner, Some(session.guid));
            }
        }
    }
}
