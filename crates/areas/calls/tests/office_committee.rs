//! The office puts people on committees, and says who judges what.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/office.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, filled, slug};
use wiec_model::AccountId;
use wiec_model::account::Means;
use wiec_model::calls::{Bid, Load};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_store::AssignmentOrigin;

use support::*;

const COMMITTEE: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/komisja";
const ASSIGNMENTS: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/przydzialy";
const CALCULATED: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/przydzialy/wyliczone";

fn role() -> Grant {
    Grant {
        role: Role::Committee,
        scope: Scope::Call {
            congress: slug("kpm-2019"),
            call: slug("kalejdoskopy"),
        },
    }
}

#[tokio::test]
async fn a_member_gets_the_role_and_loses_it_and_what_they_said_stays() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    let more = [
        ("email", "ewa@kongres.example"),
        ("body", "Politechnika"),
        ("town", "Łódź"),
        ("least", "2"),
        ("most", "9"),
    ];
    for _ in 0..2 {
        let saved = organiser.submit(COMMITTEE, &more).await;
        saved.leads_to(&format!("{COMMITTEE}?saved"));
    }
    let store = &congress.app.store;
    let email = "ewa@kongres.example".parse().unwrap();
    let ewa = store
        .accounts()
        .find_by_email(&email)
        .await
        .unwrap()
        .unwrap();
    let id = call(&congress).await.id;
    let members = store.calls().members(id).await.unwrap();
    assert_eq!(members.len(), 1);
    assert_eq!(members[0].load, Some(Load { least: 2, most: 9 }));
    assert_eq!(store.grants().of(ewa.id).await.unwrap(), [role()]);
    let one = sent(&congress, "Ulice").await;
    let two = sent(&congress, "Place").await;
    let mut tx = begin(&congress).await;
    for submission in [&one, &two] {
        tx.reviews()
            .assign_by_hand(submission, ewa.id, "próba")
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    review(&congress, &one, ewa.id, "Warto.").await;
    organiser
        .get(COMMITTEE)
        .await
        .says("ewa@kongres.example")
        .says("2–9");
    let key = ewa.id.to_string();
    let change = organiser.get(&format!("{COMMITTEE}?member={key}")).await;
    change.says("value=\"Politechnika\"");
    for _ in 0..2 {
        let gone = organiser.submit(COMMITTEE, &[("remove", &key)]).await;
        gone.leads_to(&format!("{COMMITTEE}?saved"));
    }
    assert_eq!(store.grants().of(ewa.id).await.unwrap(), []);
    let reviews = store.reviews().of_call(id).await.unwrap();
    assert_eq!(reviews.len(), 1);
    let left = store.reviews().assignments(id).await.unwrap();
    assert_eq!(left.len(), 1, "what was not begun is free");
    organiser.get(COMMITTEE).await.says("poza komisją");
    let page = format!("{CALL}/zgloszenia/{}", one.code);
    organiser.get(&page).await.says("Warto.");
    organiser
        .submit(COMMITTEE, &more)
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(store.grants().of(ewa.id).await.unwrap(), [role()]);
}

#[tokio::test]
async fn what_is_wrong_with_a_member_is_said_and_nothing_typed_is_lost() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    organiser
        .submit(
            COMMITTEE,
            &[("email", "nikt"), ("body", "Zostaje"), ("least", "3")],
        )
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-email")
        .says("#f-most")
        .says("Zostaje");
    let wrong = [("email", "a@b.example"), ("least", "3"), ("most", "2")];
    organiser
        .submit(COMMITTEE, &wrong)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-most");
}

#[tokio::test]
async fn what_is_calculated_is_seen_first_keeps_bids_and_interests_and_is_done_once() {
    let congress = with_call().await;
    set(&congress, |setup| setup.review.each = 1).await;
    let one = sent(&congress, "Ulice").await;
    let two = sent(&congress, "Place").await;
    // The authors are from Kielce.
    let near = member(&congress, "Kielce").await;
    let glad = member(&congress, "Opole").await;
    let other = member(&congress, "Łódź").await;
    let mut tx = begin(&congress).await;
    tx.reviews().bid(&one, glad.id, Bid::Yes).await.unwrap();
    tx.reviews().bid(&two, glad.id, Bid::Maybe).await.unwrap();
    tx.reviews().bid(&two, other.id, Bid::Yes).await.unwrap();
    tx.reviews().bid(&one, near.id, Bid::Yes).await.unwrap();
    tx.commit().await.unwrap();
    let mut organiser = congress.organiser().await;
    let seen = organiser.get(CALCULATED).await;
    seen.is(StatusCode::OK).says("Nowych przydziałów: 2");
    let id = call(&congress).await.id;
    let reviews = congress.app.store.reviews();
    assert_eq!(reviews.assignments(id).await.unwrap(), []);
    let page = fields(&seen);
    for _ in 0..2 {
        let done = organiser.submit(CALCULATED, &filled(&page, &[])).await;
        done.leads_to(&format!("{ASSIGNMENTS}?saved"));
    }
    let assigned = reviews.assignments(id).await.unwrap();
    let pairs: BTreeSet<_> = assigned
        .iter()
        .map(|it| (it.submission, it.account))
        .collect();
    let expected = BTreeSet::from([(one.id, glad.id), (two.id, other.id)]);
    assert_eq!(pairs, expected);
    organiser
        .get(ASSIGNMENTS)
        .await
        .says("to samo miasto")
        .says("przydzielono")
        .says("1/1");
    // What changed meanwhile is shown before it is done.
    let mut tx = begin(&congress).await;
    tx.reviews().bid(&one, glad.id, Bid::No).await.unwrap();
    tx.reviews().bid(&one, other.id, Bid::Yes).await.unwrap();
    tx.commit().await.unwrap();
    let told = organiser.submit(CALCULATED, &filled(&page, &[])).await;
    told.is(StatusCode::CONFLICT)
        .says("coś się zmieniło")
        .says("odebrane");
    organiser
        .submit(CALCULATED, &filled(&fields(&told), &[]))
        .await
        .is(StatusCode::SEE_OTHER);
    let assigned = reviews.assignments(id).await.unwrap();
    assert!(
        assigned
            .iter()
            .any(|it| (it.submission, it.account) == (one.id, other.id))
    );
    // Whoever keeps what there is, takes nothing away.
    let kept = organiser.get(&format!("{CALCULATED}?keep=1")).await;
    kept.says("Nowych przydziałów: 0, odebranych: 0.");
}

#[tokio::test]
async fn who_would_judge_it_is_not_told_to_its_author() {
    let congress = with_call().await;
    let grants = [Grant::of_congress(Role::Organiser, slug(SAMPLE))];
    let account = congress.account(&grants).await;
    sent_by(&congress, &account, "Własne").await;
    sent(&congress, "Cudze").await;
    set(&congress, |setup| setup.review.each = 1).await;
    member(&congress, "Opole").await;
    let mut author = congress.signed_in(account, Means::Mail).await;
    author
        .get(CALCULATED)
        .await
        .is(StatusCode::OK)
        .says("Nowych przydziałów: 2")
        .says("Cudze")
        .does_not_say("Własne");
}

#[tokio::test]
async fn where_there_is_no_assignment_it_says_what_is_missing() {
    let congress = with_call().await;
    sent(&congress, "Ulice").await;
    member(&congress, "Kielce").await;
    let mut organiser = congress.organiser().await;
    organiser
        .get(CALCULATED)
        .await
        .is(StatusCode::OK)
        .says("Potrzeba ocen: 3")
        .says("Ulice");
    let sent = organiser.submit(CALCULATED, &[("seen", "")]).await;
    sent.is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn by_hand_it_takes_a_reason_and_nobody_with_an_interest_and_stays() {
    let congress = with_call().await;
    let submission = sent(&congress, "Ulice").await;
    let near = member(&congress, "Kielce").await;
    let far = member(&congress, "Opole").await;
    let mut organiser = congress.organiser().await;
    let code = submission.code.to_string();
    let (near_key, far_key) = (near.id.to_string(), far.id.to_string());
    let wrong = [
        ("act", "give"),
        ("code", "2222222222"),
        ("account", &near_key),
    ];
    organiser
        .submit(ASSIGNMENTS, &wrong)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-code")
        .says("#f-reason");
    let barred = [
        ("act", "give"),
        ("code", code.as_str()),
        ("account", &near_key),
        ("reason", "Zna temat"),
    ];
    organiser
        .submit(ASSIGNMENTS, &barred)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("to samo miasto")
        .says("Zna temat");
    let give = [
        ("act", "give"),
        ("code", code.as_str()),
        ("account", &far_key),
        ("reason", "Zna temat"),
    ];
    for _ in 0..2 {
        let done = organiser.submit(ASSIGNMENTS, &give).await;
        done.leads_to(&format!("{ASSIGNMENTS}?saved"));
    }
    let id = call(&congress).await.id;
    let reviews = congress.app.store.reviews();
    let assigned = reviews.assignments(id).await.unwrap();
    assert_eq!(assigned.len(), 1);
    assert_eq!(assigned[0].origin, AssignmentOrigin::ByHand);
    organiser.get(ASSIGNMENTS).await.says("ręcznie: Zna temat");
    let take = [
        ("act", "take"),
        ("code", code.as_str()),
        ("account", &far_key),
        ("reason", "Urlop"),
    ];
    review(&congress, &submission, far.id, "Już").await;
    organiser
        .submit(ASSIGNMENTS, &take)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Co zaczęte, zostaje");
}

#[tokio::test]
async fn those_with_too_few_reviewers_can_be_found_page_by_page() {
    let congress = with_call().await;
    let judge = member(&congress, "Opole").await;
    set(&congress, |setup| setup.review.each = 1).await;
    let call = call(&congress).await;
    let mut tx = begin(&congress).await;
    let mut all = Vec::new();
    for number in 0..27 {
        let author = format!("Osoba {number}");
        let words = words(&format!("Tytuł {number}."));
        all.push(offer(&mut tx, &congress, &call, None, words, about(&author)).await);
    }
    tx.reviews()
        .assign_by_hand(&all[0], judge.id, "próba")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut organiser = congress.organiser().await;
    let rows = |page: &wiec_kit::testing::Page| page.text().matches("Tytuł ").count();
    let first = organiser.get(ASSIGNMENTS).await;
    let second = organiser.get(&format!("{ASSIGNMENTS}?page=2")).await;
    assert_eq!((rows(&first), rows(&second)), (25, 2));
    let few = organiser.get(&format!("{ASSIGNMENTS}?few=1&page=2")).await;
    assert_eq!(rows(&few), 1);
    few.says("(26)");
    organiser
        .get(&format!("{ASSIGNMENTS}?page=99"))
        .await
        .is(StatusCode::OK);
}

#[tokio::test]
async fn six_hundred_submissions_get_three_reviewers_each_within_loads() {
    let congress = with_call().await;
    let towns = ["Opole", "Łódź", "Kraków", "Gdynia", "Toruń"];
    let mut judges = Vec::new();
    for number in 0..25 {
        judges.push(member(&congress, towns[number % 5]).await.id);
    }
    let load = Load {
        least: 70,
        most: 76,
    };
    let call = set(&congress, |setup| setup.review.load = load).await;
    let mut tx = begin(&congress).await;
    for number in 0..600 {
        let author = wiec_model::calls::AboutAuthor {
            body: None,
            town: Some(towns[number % 5].to_owned()),
            ..about(&format!("Osoba {number}"))
        };
        let words = words(&format!("Tytuł {number}"));
        let sent = offer(&mut tx, &congress, &call, None, words, author).await;
        for (at, judge) in judges.iter().enumerate() {
            let bid = Bid::ALL[(number * 7 + at * 3) % 3];
            if (number + at) % 4 == 0 {
                tx.reviews().bid(&sent, *judge, bid).await.unwrap();
            }
        }
    }
    tx.commit().await.unwrap();
    let mut organiser = congress.organiser().await;
    let seen = organiser.get(CALCULATED).await;
    seen.is(StatusCode::OK).says("Nowych przydziałów: 1800");
    organiser
        .submit(CALCULATED, &filled(&fields(&seen), &[]))
        .await
        .is(StatusCode::SEE_OTHER);
    let reviews = congress.app.store.reviews();
    let assigned = reviews.assignments(call.id).await.unwrap();
    let mut of_member: BTreeMap<AccountId, u32> = BTreeMap::new();
    let mut of_submission = BTreeMap::new();
    for it in &assigned {
        *of_member.entry(it.account).or_default() += 1;
        *of_submission.entry(it.submission).or_insert(0) += 1;
    }
    assert_eq!((of_submission.len(), of_member.len()), (600, 25));
    assert!(of_submission.values().all(|count| *count == 3));
    assert!(of_member.values().all(|count| (70..=76).contains(count)));
}
