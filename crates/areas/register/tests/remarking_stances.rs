//! How people stand to remarks, taking back one's own, and the rules with their log.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_kit::testing::Visitor;
use wiec_model::register::{Discussion, RemarkState, RemovalReason, Stances};
use wiec_store::Actor;

use support::*;

const FORM: &str = "/propozycje/najem/akapit/p6/uwaga";
const STANCE: &str = "/propozycje/najem/uwaga/1/glos";
const WITHDRAW: &str = "/propozycje/najem/uwaga/1/wycofaj";

async fn comment(register: &Register) -> Visitor {
    let mut anna = register.congress.member().await;
    let form = [("kind", "comment"), ("body", "Za mało.")];
    let fields = filled(&mut anna, FORM, &form).await;
    send(&mut anna, FORM, &fields)
        .await
        .is(StatusCode::SEE_OTHER);
    anna
}

async fn counted(register: &Register) -> Stances {
    let remark = &register.remarks().await[0];
    let remarks = register.congress.app.store.remarks();
    let all = remarks.stances(remark.proposal).await.unwrap();
    all.get(&remark.id).copied().unwrap_or_default()
}

#[tokio::test]
async fn each_has_one_stance_changes_it_and_takes_it_back() {
    let register = Register::open().await;
    comment(&register).await;
    let mut ewa = register.congress.member().await;
    for (word, stances) in [
        ("for", (1, 0, 0)),
        ("for", (1, 0, 0)),
        ("against", (0, 1, 0)),
        ("abstain", (0, 0, 1)),
        ("none", (0, 0, 0)),
    ] {
        let answer = ewa.submit(STANCE, &[("stance", word)]).await;
        answer.leads_to("/propozycje/najem/uwaga/1#uwaga-1");
        let counts = counted(&register).await;
        let counts = (counts.supporters, counts.opponents, counts.abstentions);
        assert_eq!(counts, stances, "{word}");
    }
    for (back, path) in [
        ("proposal", "/propozycje/najem#uwaga-1"),
        ("clause", "/propozycje/najem/akapit/p6#uwaga-1"),
        ("remarks", "/propozycje/najem/uwagi#uwaga-1"),
        ("https://evil.example", "/propozycje/najem/uwaga/1#uwaga-1"),
    ] {
        let fields = [("stance", "for"), ("back", back)];
        ewa.submit(STANCE, &fields).await.leads_to(path);
    }
    ewa.submit("/en/proposals/najem/remark/1/stance", &[("stance", "for")])
        .await
        .leads_to("/en/proposals/najem/remark/1#uwaga-1");
    ewa.submit(STANCE, &[("stance", "perhaps")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    ewa.submit("/propozycje/najem/uwaga/9/glos", &[("stance", "for")])
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_there_and_back_to_the_remark() {
    let register = Register::open().await;
    comment(&register).await;
    let mut stranger = register.congress.visitor();
    let answer = stranger.submit(STANCE, &[("stance", "for")]).await;
    answer.is(StatusCode::SEE_OTHER);
    let location = answer.header("location");
    assert!(
        location.ends_with("?next=/propozycje/najem/uwaga/1"),
        "{location}"
    );
    assert_eq!(counted(&register).await, Stances::default());
}

#[tokio::test]
async fn after_the_discussion_stances_stay_as_they_are() {
    let now = Register::open().await.congress.now();
    let hour = SignedDuration::from_hours(1);
    let register = Register::under(Discussion {
        closes_at: Some(now + hour),
        ..Discussion::usual()
    })
    .await;
    let mut anna = comment(&register).await;
    anna.submit(STANCE, &[("stance", "for")]).await;
    register.congress.advance(hour + hour);
    for word in ["against", "none"] {
        let late = anna.submit(STANCE, &[("stance", word)]).await;
        late.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Dyskusja jest zamknięta");
    }
    assert_eq!(counted(&register).await.supporters, 1);
    // One's own words can be taken back all the same.
    anna.submit(WITHDRAW, &[("sure", "1")])
        .await
        .leads_to("/propozycje/najem/moje");
}

#[tokio::test]
async fn one_takes_back_ones_own_remark_and_nobody_else_does() {
    let register = Register::open().await;
    let mut anna = comment(&register).await;
    let mut ewa = register.congress.member().await;
    ewa.get(WITHDRAW).await.is(StatusCode::NOT_FOUND);
    let refused = ewa.submit(WITHDRAW, &[("sure", "1")]).await;
    refused.is(StatusCode::NOT_FOUND);
    let mut stranger = register.congress.visitor();
    stranger.get(WITHDRAW).await.is(StatusCode::SEE_OTHER);

    anna.get(WITHDRAW).await.says("Wycofać uwagę nr 1?");
    let unsure = anna.submit(WITHDRAW, &[]).await;
    unsure.is(StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        anna.submit(WITHDRAW, &[("sure", "1")])
            .await
            .leads_to("/propozycje/najem/moje");
    }
    let state = &register.remarks().await[0].state;
    assert!(matches!(state, RemarkState::Withdrawn { .. }));
    anna.get("/propozycje/najem/moje").await.says("wycofana");
    anna.get(WITHDRAW).await.says("nie ma czego wycofywać");
    ewa.submit(STANCE, &[("stance", "for")])
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_log_says_why_something_was_taken_down_and_never_what_it_said_or_whose_it_was() {
    let register = Register::open().await;
    let mut anna = comment(&register).await;
    let rules = "/propozycje/najem/zasady";
    let mut stranger = register.congress.visitor();
    stranger
        .get(rules)
        .await
        .says("Żadnej uwagi nie usunięto.")
        .says("po 7 dniach")
        .says("Obraża, grozi albo dyskryminuje.");
    let (proposal, all) = (register.proposal().await, register.remarks().await);
    let store = &register.congress.app.store;
    let mut tx = store
        .begin(Actor::Operator, register.congress.now())
        .await
        .unwrap();
    let words = Some("Zob. <zasada> 3");
    tx.remarks()
        .remove(&proposal, &[all[0].id], RemovalReason::OffTopic, words)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    stranger
        .get(rules)
        .await
        .says("Nie dotyczy propozycji. Zob. &#60;zasada&#62; 3")
        .says("<th scope=\"row\">1</th>")
        .does_not_say("Za mało.")
        .does_not_say("Anna Żak");
    anna.get("/propozycje/najem/moje").await.says("usunięta");
    stranger
        .get("/en/proposals/najem/rules")
        .await
        .says("It is not about the proposal.");
}

#[tokio::test]
async fn lists_of_one_and_of_three_cost_the_same_queries() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let mut writing = anna.clone();
    register
        .congress
        .same_queries_at_one_and_three(&mut anna, "/propozycje/najem/moje", async |number| {
            let body = format!("Uwaga {number}");
            let form = [("kind", "comment"), ("body", body.as_str())];
            let fields = filled(&mut writing, FORM, &form).await;
            send(&mut writing, FORM, &fields).await;
        })
        .await;
}
