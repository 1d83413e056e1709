//! The table by which is chosen: what it shows to whom, and what is decided in it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use support::choosing::{Choosing, OFFER, Offer, TABLE, tick, titled};
use wiec_kit::testing::{SAMPLE, slug};
use wiec_model::calls::{Decision, MayDecide, Quota, QuotaOf, Tier};
use wiec_model::rules::{Grant, Role};

fn organiser() -> [Grant; 1] {
    [Grant::of_congress(Role::Organiser, slug(SAMPLE))]
}

#[tokio::test]
async fn the_table_says_what_was_offered_and_how_it_was_judged() {
    let choosing = Choosing::open().await;
    let good = choosing.sent(&titled("Dobre")).await;
    let apart = choosing.sent(&titled("Rozbieżne")).await;
    for points in [5, 5, 4] {
        choosing.judged(&good, points, "").await;
    }
    for points in [1, 5] {
        choosing.judged(&apart, points, "").await;
    }
    let mut office = choosing.congress.organiser().await;
    let page = office.get(TABLE).await;
    page.is(StatusCode::OK)
        .says("2 zgłoszenia.")
        .says(">92</b>")
        .says("przyjąć 3")
        .says("Politechnika, Kielce")
        .says("Mieszkalnictwo")
        .says("małe miasto")
        .says("rozbieżne")
        .says(&format!("{TABLE}/{}", good.code));
    let text = page.text();
    assert!(text.find("Dobre").unwrap() < text.find(">Rozbieżne<").unwrap());
    office
        .get("/en/office/kpm-2019/calls/kalejdoskopy/submissions")
        .await
        .says("2 submissions.");
}

#[tokio::test]
async fn strangers_find_no_table_and_visitors_are_asked_to_sign_in() {
    let choosing = Choosing::open().await;
    for path in [
        TABLE,
        support::choosing::DECISIONS,
        support::choosing::RESERVE,
        support::choosing::PROGRAMME,
        support::choosing::SPEAKERS,
        support::choosing::FIGURES,
    ] {
        let mut member = choosing.congress.member().await;
        member.get(path).await.is(StatusCode::NOT_FOUND);
        let mut reviewer = choosing.congress.member_as(Role::Editor).await;
        reviewer.get(path).await.is(StatusCode::OK);
        let answer = choosing.congress.visitor().get(path).await;
        assert!(!answer.status.is_success(), "{path}: {}", answer.status);
    }
}

#[tokio::test]
async fn filters_leave_what_they_say() {
    let choosing = Choosing::open().await;
    let one = choosing.sent(&titled("Pierwsze")).await;
    let other = Offer {
        track: "tra",
        tier: Tier::Metropolis,
        ..titled("Drugie")
    };
    let other = choosing.sent(&other).await;
    for points in [1, 5, 1] {
        choosing.judged(&other, points, "").await;
    }
    let mut office = choosing.congress.organiser().await;
    office
        .submit(TABLE, &[("act", "accept"), ("row", &tick(&one))])
        .await
        .leads_to(&format!("{TABLE}?saved"));
    let (first, second) = (one.code.to_string(), other.code.to_string());
    for (asked, shown, hidden) in [
        ("q=pierw", &first, &second),
        ("track=tra", &second, &first),
        ("tier=metropolis", &second, &first),
        ("pending=accept", &first, &second),
        ("pending=none", &second, &first),
        ("only=apart", &second, &first),
        ("only=few", &first, &second),
    ] {
        let page = office.get(&format!("{TABLE}?{asked}")).await;
        page.says(shown).does_not_say(hidden);
    }
    let none = office.get(&format!("{TABLE}?state=rejected")).await;
    none.says("Żadne zgłoszenie nie odpowiada filtrom.");
    let nonsense = "?state=x&tier=y&page=18446744073709551615&sort=z&track=%22%3E";
    office
        .get(&format!("{TABLE}{nonsense}"))
        .await
        .is(StatusCode::OK);
}

#[tokio::test]
async fn quotas_are_hints_in_words() {
    let choosing = Choosing::with(|setup| {
        setup.quotas = vec![
            Quota {
                of: QuotaOf::Track(slug("mie")),
                least: Some(2),
                most: Some(8),
            },
            Quota {
                of: QuotaOf::All,
                least: None,
                most: Some(0),
            },
        ];
    })
    .await;
    let one = choosing.sent(&OFFER).await;
    let mut office = choosing.congress.organiser().await;
    office
        .submit(TABLE, &[("one", &format!("accept.{}", tick(&one)))])
        .await
        .leads_to(&format!("{TABLE}?saved"));
    office
        .get(TABLE)
        .await
        .says("2–8 <span class=\"tag is-warn\">za mało</span>")
        .says("do 0 <span class=\"tag is-bad\">za dużo</span>");
}

#[tokio::test]
async fn what_is_decided_is_pending_until_it_is_undone_and_twice_is_once() {
    let choosing = Choosing::open().await;
    let one = choosing.sent(&OFFER).await;
    let mut office = choosing.congress.organiser().await;
    let ticked = tick(&one);
    let fields = [
        ("act", "reject"),
        ("reason", "Za krótkie."),
        ("row", ticked.as_str()),
    ];
    for _ in 0..2 {
        office
            .submit(TABLE, &fields)
            .await
            .leads_to(&format!("{TABLE}?saved"));
    }
    let pending = choosing.now(&one).await.pending.unwrap();
    assert_eq!(pending.decision, Decision::Reject);
    assert_eq!(pending.reason.as_deref(), Some("Za krótkie."));
    assert_eq!(pending.may, MayDecide::Alone);
    assert_eq!(choosing.states(&[&one]).await, ["submitted"]);
    office
        .get(TABLE)
        .await
        .says("Odrzucić, niewysłane")
        .says("Za krótkie.");

    let seen = format!("{}.reject", one.id);
    for _ in 0..2 {
        office
            .submit(TABLE, &[("act", "undo"), ("row", &seen)])
            .await
            .leads_to(&format!("{TABLE}?saved"));
    }
    assert_eq!(choosing.now(&one).await.pending, None);
}

#[tokio::test]
async fn nothing_ticked_or_somebody_elses_decision_in_between_changes_nothing_and_loses_nothing() {
    let choosing = Choosing::open().await;
    let one = choosing.sent(&OFFER).await;
    let two = choosing.sent(&titled("Drugie")).await;
    let mut office = choosing.congress.organiser().await;
    let mut colleague = choosing.congress.organiser().await;
    office
        .submit(TABLE, &[("act", "accept"), ("reason", "Świetne")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Zaznacz co najmniej jedno zgłoszenie.")
        .says("Świetne</textarea>");
    let ticked = [tick(&one), tick(&two)];
    colleague
        .submit(TABLE, &[("act", "reject"), ("row", &ticked[0])])
        .await
        .leads_to(&format!("{TABLE}?saved"));
    let fields = [
        ("act", "accept"),
        ("reason", "Świetne"),
        ("row", ticked[1].as_str()),
        ("row", ticked[0].as_str()),
    ];
    office
        .submit(TABLE, &fields)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("ktoś zdecydował w międzyczasie")
        .says("Świetne</textarea>")
        .says(" checked");
    let decided = choosing.now(&one).await.pending.unwrap().decision;
    assert_eq!(decided, Decision::Reject);
    assert_eq!(choosing.now(&two).await.pending, None);
}

#[tokio::test]
async fn nobody_sees_what_is_said_of_their_own_nor_decides_on_it() {
    let choosing = Choosing::open().await;
    let account = choosing.congress.account(&organiser()).await;
    let own = choosing.sent_by(&account, &titled("Własne")).await;
    let means = wiec_model::account::Means::Mail;
    let mut author = choosing.congress.signed_in(account, means).await;
    for points in [2, 2] {
        choosing.judged(&own, points, "").await;
    }
    author
        .get(TABLE)
        .await
        .says("Własne zgłoszenie: oceny i decyzja są ukryte.")
        .does_not_say(">25</b>")
        .does_not_say("przyjąć 2")
        .does_not_say(&tick(&own));
    let ticked = tick(&own);
    let fields = [("act", "accept"), ("row", ticked.as_str())];
    author
        .submit(TABLE, &fields)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("to własne zgłoszenie");
    let mut colleague = choosing.congress.organiser().await;
    colleague.get(TABLE).await.says(">25</b>").says("przyjąć 2");
    colleague
        .submit(TABLE, &fields)
        .await
        .leads_to(&format!("{TABLE}?saved"));
    author.get(TABLE).await.does_not_say("niewysłane");
    for asked in ["pending=accept", "only=apart"] {
        let page = author.get(&format!("{TABLE}?{asked}")).await;
        page.does_not_say(&own.code.to_string());
    }
    let decisions = support::choosing::DECISIONS;
    author
        .get(decisions)
        .await
        .does_not_say("Własne</a>")
        .says("1 decyzja dotyczy własnego zgłoszenia");
    for file in ["csv", "xlsx", "json"] {
        author
            .get(&format!("{TABLE}/{file}"))
            .await
            .is(StatusCode::OK);
    }
    let csv = author.get(&format!("{TABLE}/csv")).await;
    csv.says("Własne")
        .does_not_say("25.00")
        .does_not_say("accept");
    let csv = colleague.get(&format!("{TABLE}/csv")).await;
    csv.says("25.00").says("accept");
}

#[tokio::test]
async fn files_hold_what_the_table_says_and_no_formula() {
    let choosing = Choosing::open().await;
    let evil = choosing.sent(&titled("=1+1 i \"reszta\"")).await;
    choosing.judged(&evil, 4, "").await;
    choosing.sent(&titled("Drugie")).await;
    let mut office = choosing.congress.organiser().await;
    let csv = office.get(&format!("{TABLE}/csv")).await;
    csv.is(StatusCode::OK)
        .says("\"'=1+1 i \"\"reszta\"\"\"")
        .says("\"75.00\"")
        .says("\"Drugie\"");
    assert_eq!(csv.text().lines().count(), 3);
    assert!(
        csv.header("content-disposition")
            .contains("kpm-2019-kalejdoskopy.csv")
    );
    assert_eq!(csv.header("cache-control"), "private, no-store");
    let json = office.get(&format!("{TABLE}/json")).await;
    let json: serde_json::Value = serde_json::from_slice(json.bytes()).unwrap();
    assert_eq!(json["submissions"][0]["mean"], "75.00");
    assert_eq!(json["submissions"].as_array().unwrap().len(), 2);
    let xlsx = office.get(&format!("{TABLE}/xlsx")).await;
    let which = wiec_documents::Which::First;
    let table = wiec_documents::read_table(xlsx.bytes(), "x.xlsx", which).unwrap();
    assert_eq!(table.rows.len(), 3, "with the heads");
    let history = choosing.congress.app.store.history();
    let entries = history.list(&slug(SAMPLE), 3).await.unwrap();
    assert!(
        entries
            .iter()
            .all(|it| it.act == wiec_store::Act::ExportPeople)
    );
}

#[tokio::test]
async fn the_table_costs_the_same_queries_with_one_and_with_three() {
    let choosing = Choosing::open().await;
    let mut office = choosing.congress.organiser().await;
    let paths = [
        TABLE,
        support::choosing::DECISIONS,
        support::choosing::RESERVE,
        support::choosing::PROGRAMME,
        support::choosing::SPEAKERS,
        support::choosing::FIGURES,
    ];
    let mut counts = Vec::new();
    for number in 0..3 {
        for decision in [None, Some(Decision::Accept), Some(Decision::Reserve)] {
            let of = choosing.sent(&OFFER).await;
            choosing.judged(&of, 3, "").await;
            match decision {
                Some(decision) => {
                    choosing.settled(&of, decision).await;
                }
                None => {
                    let ticked = tick(&of);
                    let fields = [("act", "accept"), ("row", ticked.as_str())];
                    office.submit(TABLE, &fields).await;
                }
            }
        }
        if number == 1 {
            continue;
        }
        let mut costs = Vec::new();
        for path in paths {
            let before = choosing.congress.queries();
            office.get(path).await.is(StatusCode::OK);
            costs.push(choosing.congress.queries() - before);
        }
        counts.push(costs);
    }
    assert_eq!(counts[0], counts[1]);
    println!("queries: {:?}", counts[0]);
}
