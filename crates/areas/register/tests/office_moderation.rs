//! The office moderates: in batches, with reasons, each author told.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/office.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, TestCongress, slug};
use wiec_model::register::{RemarkState, RemovalReason};
use wiec_store::JobsOf;

use support::*;

const QUEUE: &str = "/biuro/kpm-2019/propozycje/moderacja";

async fn jobs(congress: &TestCongress) -> u64 {
    let sample = slug(SAMPLE);
    let jobs = congress.app.store.jobs();
    let counts = jobs.counts(JobsOf::Congress(&sample)).await.unwrap();
    counts.waiting + counts.retrying
}

async fn words(congress: &TestCongress, word: &str) -> Vec<&'static str> {
    let all = remarks(congress, word).await;
    all.iter().map(|it| it.state.word()).collect()
}

#[tokio::test]
async fn all_that_are_ticked_are_published_once_and_their_authors_told_once() {
    let congress = with_proposal().await;
    publish(&congress, "transport").await;
    let first = remark(&congress, "mieszkanie", "Plan jest za krótki.").await;
    remark(&congress, "mieszkanie", "Zostaje w kolejce.").await;
    let other = remark(&congress, "transport", "Więcej torów.").await;
    let mut organiser = congress.organiser().await;
    organiser
        .get(QUEUE)
        .await
        .says("Plan jest za krótki.")
        .says("Więcej torów.")
        .says("3 uwagi");
    let (one, two) = (tick("mieszkanie", &first), tick("transport", &other));
    let publish = [
        ("remark", one.as_str()),
        ("remark", &two),
        ("act", "publish"),
    ];
    for _ in 0..2 {
        let done = organiser.submit(QUEUE, &publish).await;
        done.leads_to(&format!("{QUEUE}?saved"));
    }
    assert_eq!(
        words(&congress, "mieszkanie").await,
        ["published", "waiting"]
    );
    assert_eq!(words(&congress, "transport").await, ["published"]);
    assert_eq!(jobs(&congress).await, 2);
    organiser
        .get(&format!("{QUEUE}?proposal=mieszkanie"))
        .await
        .does_not_say("Więcej torów.")
        .says("Zostaje w kolejce.");
}

#[tokio::test]
async fn nothing_is_taken_down_without_a_reason_and_what_is_public_can_be_too() {
    let congress = with_proposal().await;
    let waiting = remark(&congress, "mieszkanie", "Kup teraz!").await;
    let mut organiser = congress.organiser().await;
    let ticked = tick("mieszkanie", &waiting);
    let bare = [
        ("remark", ticked.as_str()),
        ("act", "remove"),
        ("words", "Oferta"),
    ];
    organiser
        .submit(QUEUE, &bare)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-reason")
        .says("value=\"Oferta\"")
        .says("checked");
    assert_eq!(words(&congress, "mieszkanie").await, ["waiting"]);
    let none = [("act", "publish")];
    let refused = organiser.submit(QUEUE, &none).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);

    let publish = [("remark", ticked.as_str()), ("act", "publish")];
    organiser.submit(QUEUE, &publish).await;
    let mut remove = bare.to_vec();
    remove.push(("reason", "advertising"));
    organiser
        .submit(&format!("{QUEUE}?state=published"), &remove)
        .await
        .leads_to(&format!("{QUEUE}?state=published&saved"));
    let [removed] = &remarks(&congress, "mieszkanie").await[..] else {
        panic!("one remark")
    };
    assert!(matches!(
        &removed.state,
        RemarkState::Removed { reason: RemovalReason::Advertising, words: Some(words), .. }
            if words == "Oferta"
    ));
    organiser
        .get(&format!("{QUEUE}?state=removed"))
        .await
        .says("Reklamuje. Oferta");
}

#[tokio::test]
async fn remarks_that_say_the_same_stand_side_by_side_are_joined_and_parted() {
    let congress = with_proposal().await;
    let same = "Plan zasobu powinien obejmować dziesięć lat, a nie pięć.";
    let first = remark(&congress, "mieszkanie", same).await;
    remark(&congress, "mieszkanie", "Zupełnie inna sprawa parkingów.").await;
    let again = "Plan zasobu powinien obejmować dziesięć lat, nie pięć";
    let second = remark(&congress, "mieszkanie", again).await;
    let mut organiser = congress.organiser().await;
    organiser
        .get(QUEUE)
        .await
        .says("class=\"is-like\"")
        .says("Połącz z nr 1");
    let (one, two) = (tick("mieszkanie", &first), tick("mieszkanie", &second));
    let join = [("remark", one.as_str()), ("remark", &two), ("act", "join")];
    for _ in 0..2 {
        let done = organiser.submit(QUEUE, &join).await;
        done.is(StatusCode::SEE_OTHER);
    }
    let joined: Vec<_> = remarks(&congress, "mieszkanie").await;
    assert_eq!(joined[2].same_as, Some(first.id));
    assert_eq!(joined[2].author, second.author, "both authors stay");
    organiser
        .get(QUEUE)
        .await
        .says("Zastępuje ją uwaga nr 1")
        .does_not_say("Połącz z nr");
    organiser.submit(QUEUE, &[("part", two.as_str())]).await;
    let parted = remarks(&congress, "mieszkanie").await;
    assert_eq!(parted[2].same_as, None);
    let beside = format!("{two}.{}", first.id);
    organiser.submit(QUEUE, &[("join", beside.as_str())]).await;
    let joined = remarks(&congress, "mieszkanie").await;
    assert_eq!(joined[2].same_as, Some(first.id));
    let alone = [("remark", one.as_str()), ("act", "join")];
    let refused = organiser.submit(QUEUE, &alone).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_queue_costs_the_same_queries_however_many_wait() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    congress
        .same_queries_at_one_and_three(&mut organiser, QUEUE, async |number| {
            let word = format!("propozycja-{number}");
            publish(&congress, &word).await;
            remark(&congress, &word, "Za krótko jest ten plan.").await;
        })
        .await;
}
