//! From a pending decision to a letter: who has to agree, what is applied, who is written to, who moves up.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use jiff::SignedDuration;
use support::choosing::{
    Choosing, DECISIONS, OFFER, RESERVE, SPEAKERS, TABLE, send, tick, titled, to_apply, values,
};
use wiec_kit::testing::{SAMPLE, Visitor, slug};
use wiec_model::account::Means;
use wiec_model::calls::{Decision, MayDecide, Submission};
use wiec_model::rules::{Grant, Role};
use wiec_store::CommitteeMember;

async fn decide(office: &mut Visitor, act: &str, of: &[&Submission], reason: &str) {
    let ticks: Vec<String> = of.iter().map(|one| tick(one)).collect();
    let mut fields = vec![("act", act), ("reason", reason)];
    fields.extend(ticks.iter().map(|tick| ("row", tick.as_str())));
    let page = office.submit(TABLE, &fields).await;
    page.leads_to(&format!("{TABLE}?saved"));
}

/// Somebody of the office who is on the committee for a body.
async fn of_body(choosing: &Choosing, body: &str) -> Visitor {
    let organiser = Grant::of_congress(Role::Organiser, slug(SAMPLE));
    let account = choosing.congress.account(&[organiser]).await;
    let member = CommitteeMember {
        account: account.id,
        load: None,
        body: Some(body.to_owned()),
        town: None,
        removed_at: None,
    };
    let mut tx = choosing.begin().await;
    tx.calls()
        .set_member(&choosing.call, &member)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    choosing.congress.signed_in(account, Means::Mail).await
}

#[tokio::test]
async fn decisions_are_applied_together_and_letters_about_them_are_drafts_to_exactly_the_right_people()
 {
    let choosing = Choosing::open().await;
    let titles = ["Raz", "Dwa", "Trzy", "Cztery"];
    let mut sent = Vec::new();
    for title in titles {
        sent.push(choosing.sent(&titled(title)).await);
    }
    choosing
        .judged(&sent[2], 2, "Brak *kosztów*.\nI planu.")
        .await;
    // What somebody said who then declared an interest does not count, and is not told.
    let member = choosing.judged(&sent[2], 1, "Nie warto.").await;
    let mut tx = choosing.begin().await;
    let mut reviews = tx.reviews();
    let declared = reviews.declare_interest(&sent[2], member, Some("Mój urząd.".to_owned()));
    declared.await.unwrap();
    tx.commit().await.unwrap();
    let mut office = choosing.congress.organiser().await;
    decide(&mut office, "accept", &[&sent[0]], "").await;
    decide(&mut office, "reserve", &[&sent[1]], "").await;
    decide(&mut office, "reject", &[&sent[2]], "Za mało miejsc.").await;
    office
        .get(DECISIONS)
        .await
        .says("Przyjęte zostanie 1 zgłoszenie, z potwierdzeniem do 29")
        .says("Do rezerwy trafi 1 zgłoszenie")
        .says("miejsce 1 w rezerwie")
        .says("Odrzucone zostanie 1 zgłoszenie")
        .does_not_say("Cztery");
    let fields = to_apply(&mut office).await;
    let done = send(&mut office, DECISIONS, &fields).await;
    done.is(StatusCode::SEE_OTHER);
    let outbox = done.header("location").to_owned();
    assert!(
        outbox.starts_with("/biuro/kpm-2019/poczta?mailing="),
        "{outbox}"
    );
    let all: Vec<&Submission> = sent.iter().collect();
    let expected = ["accepted", "reserve", "rejected", "submitted"];
    assert_eq!(choosing.states(&all).await, expected);
    let letters = choosing.letters().await;
    let to = |number: usize, subject: &str| {
        let address = format!("osoba-{number}@kongres.example");
        (address, format!("{subject}: Kalejdoskopy"))
    };
    let written = BTreeSet::from([
        to(1, "Zgłoszenie przyjęte"),
        to(2, "Zgłoszenie na liście rezerwowej"),
        to(3, "Wynik naboru"),
    ]);
    assert_eq!(letters, written);
    let bodies = choosing.bodies().await.join("\n---\n");
    let link = format!(
        "https://kongres.example/kpm-2019/zgloszenia/{}",
        sent[0].code
    );
    assert!(bodies.contains(&link), "{bodies}");
    assert!(bodies.contains("Uzasadnienie: Za mało miejsc."), "{bodies}");
    assert!(
        bodies.contains("> Brak \\*kosztów\\*.\n> I planu."),
        "{bodies}"
    );
    assert!(!bodies.contains("Tajne"), "{bodies}");
    assert!(!bodies.contains("Nie warto"), "{bodies}");

    // Sent again, it happens no more.
    let again = send(&mut office, DECISIONS, &fields).await;
    again.leads_to("/biuro/kpm-2019/poczta");
    assert_eq!(choosing.letters().await.len(), 3);
    office
        .get(DECISIONS)
        .await
        .says("Żadna decyzja nie czeka na wysłanie.");
}

#[tokio::test]
async fn what_changed_since_it_was_shown_is_not_applied() {
    let choosing = Choosing::open().await;
    let (one, two) = (
        choosing.sent(&titled("Raz")).await,
        choosing.sent(&titled("Dwa")).await,
    );
    let mut office = choosing.congress.organiser().await;
    decide(&mut office, "accept", &[&one, &two], "").await;
    let fields = to_apply(&mut office).await;
    let mut colleague = choosing.congress.organiser().await;
    let seen = format!("{}.accept", one.id);
    colleague
        .submit(TABLE, &[("act", "reject"), ("row", &seen)])
        .await
        .leads_to(&format!("{TABLE}?saved"));
    send(&mut office, DECISIONS, &fields)
        .await
        .is(StatusCode::CONFLICT)
        .says("nic nie zastosowano")
        .says("Odrzucone zostanie 1 zgłoszenie");
    assert_eq!(choosing.states(&[&one, &two]).await, ["submitted"; 2]);
    assert!(choosing.letters().await.is_empty());
}

#[tokio::test]
async fn whoever_is_of_the_same_body_needs_a_second_person_in_another_window_too() {
    let choosing = Choosing::open().await;
    let one = choosing.sent(&OFFER).await;
    let mut first = of_body(&choosing, "POLITECHNIKA").await;
    decide(&mut first, "accept", &[&one], "").await;
    let pending = choosing.now(&one).await.pending.unwrap();
    assert_eq!(
        (pending.may, pending.is_ready()),
        (MayDecide::WithSecond, false)
    );
    first.get(TABLE).await.says("czeka na drugą osobę");
    first
        .get(DECISIONS)
        .await
        .says("1 decyzja czeka na drugą osobę")
        .says("Zgodzić się musi ktoś inny.")
        .does_not_say("Zgadzam się");
    let mut second = choosing.congress.organiser().await;
    let value = values(&mut second, DECISIONS, "second").await;
    let fields = [("second", value[0].as_str())];
    // Neither the one who decided nor another one of that body can agree.
    let mut same_body = of_body(&choosing, "Politechnika").await;
    for refused in [&mut first, &mut same_body] {
        let answer = refused.submit(DECISIONS, &fields).await;
        answer
            .is(StatusCode::CONFLICT)
            .says("nie możesz być drugą osobą");
    }
    assert!(!choosing.now(&one).await.pending.unwrap().is_ready());
    for _ in 0..2 {
        second
            .submit(DECISIONS, &fields)
            .await
            .leads_to(&format!("{DECISIONS}?saved"));
    }
    assert!(choosing.now(&one).await.pending.unwrap().is_ready());

    // Another window undid and decided otherwise: agreement is gone, and so is what it was about.
    let seen = format!("{}.accept", one.id);
    first
        .submit(TABLE, &[("act", "reject"), ("row", &seen)])
        .await
        .leads_to(&format!("{TABLE}?saved"));
    second
        .submit(DECISIONS, &fields)
        .await
        .is(StatusCode::CONFLICT);
    assert!(!choosing.now(&one).await.pending.unwrap().is_ready());
    assert!(values(&mut second, DECISIONS, "of").await.is_empty());
    // The same decision for another reason is not what the second one saw.
    let value = values(&mut second, DECISIONS, "second").await;
    choosing.congress.advance(SignedDuration::from_secs(1));
    let seen = format!("{}.reject", one.id);
    let fields = [("act", "reject"), ("row", &seen), ("reason", "Za późno.")];
    first
        .submit(TABLE, &fields)
        .await
        .leads_to(&format!("{TABLE}?saved"));
    second
        .submit(DECISIONS, &[("second", &value[0])])
        .await
        .is(StatusCode::CONFLICT);
    let value = values(&mut second, DECISIONS, "second").await;
    second
        .submit(DECISIONS, &[("second", &value[0])])
        .await
        .leads_to(&format!("{DECISIONS}?saved"));
    let fields = to_apply(&mut second).await;
    send(&mut second, DECISIONS, &fields)
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(choosing.states(&[&one]).await, ["rejected"]);
}

#[tokio::test]
async fn the_reserve_is_ordered_by_hand_and_its_first_moves_up() {
    let choosing = Choosing::open().await;
    let mut sent = Vec::new();
    for title in ["Przyjęte", "Pierwsze", "Drugie", "Trzecie"] {
        sent.push(choosing.sent(&titled(title)).await);
    }
    choosing.settled(&sent[0], Decision::Accept).await;
    for one in &sent[1..] {
        choosing.settled(one, Decision::Reserve).await;
    }
    let mut office = choosing.congress.organiser().await;
    let up = format!("up.{}.3", sent[3].id);
    // Pressed twice, it goes up once.
    for _ in 0..2 {
        office
            .submit(RESERVE, &[("act", &up)])
            .await
            .leads_to(&format!("{RESERVE}?saved"));
    }
    let page = office.get(RESERVE).await.text();
    let at = |title: &str| page.find(&format!("<a href=\"{TABLE}/{title}\"")).unwrap();
    let codes: Vec<String> = sent.iter().map(|it| it.code.to_string()).collect();
    assert!(at(&codes[1]) < at(&codes[3]) && at(&codes[3]) < at(&codes[2]));

    let decline = format!("decline.{}", sent[0].id);
    for _ in 0..2 {
        office
            .submit(RESERVE, &[("act", &decline)])
            .await
            .leads_to(&format!("{RESERVE}?saved"));
    }
    let all: Vec<&Submission> = sent.iter().collect();
    let expected = ["declined", "accepted", "reserve", "reserve"];
    assert_eq!(choosing.states(&all).await, expected);
    office
        .get(RESERVE)
        .await
        .says("Ostatnio weszły z rezerwy")
        .says("1 przyjęte bez odpowiedzi")
        .says("rezygnacja");
    choosing
        .congress
        .advance(SignedDuration::from_hours(24 * 15));
    let mut office = choosing.congress.organiser().await;
    office.get(RESERVE).await.says("po terminie");
    office
        .submit(RESERVE, &[("act", "remind")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Zaznacz co najmniej jedno zgłoszenie.");
    let row = sent[1].id.to_string();
    office
        .submit(RESERVE, &[("act", "remind"), ("row", &row)])
        .await
        .leads_to(&format!("{RESERVE}?saved"));
    office
        .submit(RESERVE, &[("act", "decline.x")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_list_of_speakers_says_what_is_missing_and_reminds_of_it() {
    let choosing = Choosing::open().await;
    let one = choosing.sent(&titled("Raz")).await;
    let mut office = choosing.congress.organiser().await;
    office
        .get(SPEAKERS)
        .await
        .says("Nikt jeszcze nie jest wybrany.");
    choosing.settled(&one, Decision::Accept).await;
    office
        .get(SPEAKERS)
        .await
        .says("potwierdzenie udziału")
        .says("zgoda albo odmowa nagrania");
    let account = one.account.unwrap();
    let said = wiec_model::calls::Preparation {
        needs: "Scena bez stopni".to_owned(),
        recording: wiec_model::calls::RecordingConsent::Yes,
        ..Default::default()
    };
    let mut tx = choosing.begin().await;
    let mut submissions = tx.submissions();
    let prepared = submissions.prepare(&choosing.call, &one, account, 0, &said);
    prepared.await.unwrap();
    submissions.confirm(&choosing.call, one.id).await.unwrap();
    tx.commit().await.unwrap();
    office
        .get(SPEAKERS)
        .await
        .says("Scena bez stopni")
        .says("jest wszystko")
        .does_not_say("potwierdzenie udziału");
    let two = choosing.sent(&titled("Dwa")).await;
    choosing.settled(&two, Decision::Accept).await;
    let jobs = async || {
        let jobs = choosing.congress.app.store.jobs();
        jobs.counts(wiec_store::JobsOf::Everyone)
            .await
            .unwrap()
            .waiting
    };
    let before = jobs().await;
    for _ in 0..2 {
        office
            .submit(SPEAKERS, &[("remind", "all")])
            .await
            .leads_to(&format!("{SPEAKERS}?saved"));
    }
    assert_eq!(
        jobs().await,
        before + 1,
        "only those of whom something is missing, once"
    );
    let figures = office.get(support::choosing::FIGURES).await;
    figures
        .says("<th scope=\"row\">przyjęte</th><td class=\"r\">2</td>")
        .says("<th scope=\"row\">potwierdzone</th><td class=\"r\">1</td>");
}
