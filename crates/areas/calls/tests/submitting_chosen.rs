//! After the choice: confirming, preparing, giving the place back; and the letters of nights.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/submitting.rs"]
mod support;

use axum::http::StatusCode;
use jiff::{SignedDuration, ToSpan};
use wiec_jobs::testing::Received;
use wiec_model::calls::{Decision, RecordingConsent, Required, State};

use support::*;

/// To whom letters went and what they are called, in order.
fn told(letters: &[Received]) -> Vec<(String, String)> {
    let told = letters.iter().map(|letter| {
        let words = letter.plain();
        let line = words.lines().find(|line| line.contains("zgłoszeni"));
        (letter.to[0].clone(), line.unwrap_or(&words).to_owned())
    });
    let mut told: Vec<(String, String)> = told.collect();
    told.sort();
    told
}

/// The sample four months before its days, with a call of it that is open.
async fn early(slides: Option<i64>) -> Calls {
    let calls = Calls::with(|setup| {
        setup.limits.per_person = None;
        if slides.is_some() {
            let due = "2020-01-10T12:00:00Z".parse().unwrap();
            setup.questions = vec![pdf_question("slajdy", Required::From(due))];
        }
    })
    .await;
    // The congress is moved away instead of the clock: days are what nights look at.
    calls
        .congress
        .edit(|draft| {
            for day in &mut draft.days {
                day.date = day.date.saturating_add(117.days());
            }
            let wait = SignedDuration::from_hours(24 * 117);
            let sessions = draft.sessions.iter_mut();
            for slot in sessions.filter_map(|session| session.slot.as_mut()) {
                slot.starts_at = slot.starts_at.saturating_add(wait).unwrap();
                slot.ends_at = slot.ends_at.saturating_add(wait).unwrap();
            }
        })
        .await;
    calls.congress.release("Później").await;
    calls
}

#[tokio::test]
async fn who_is_accepted_confirms_and_who_gives_it_back_makes_room_for_the_reserve() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let mut jan = calls.congress.member().await;
    let (first, second) = (calls.sent(&mut anna).await, calls.sent(&mut jan).await);
    let before = calls.letters(0).await.len();
    assert_eq!(before, 2);
    calls.decided(&first, Decision::Accept).await;
    calls.decided(&second, Decision::Reserve).await;
    anna.get(&address(&first))
        .await
        .says("Zgłoszenie jest przyjęte")
        .says("Potwierdź udział do 29\u{a0}listopada 2019, 11:15");
    anna.get("/zgloszenia").await.says("Potwierdź udział do 29");
    jan.get(&address(&second))
        .await
        .says("Lista rezerwowa, miejsce 1");
    // In reserve nobody confirms.
    let page = jan
        .submit(&format!("/zgloszenia/{second}/potwierdz"), &[])
        .await;
    page.leads_to(&address(&second));
    for _ in 0..2 {
        let page = anna
            .submit(&format!("/zgloszenia/{first}/potwierdz"), &[])
            .await;
        page.leads_to(&format!("/zgloszenia/{first}?confirmed"));
    }
    let out = format!("/zgloszenia/{first}/wycofaj");
    anna.get(&out).await.says("Chcę zrezygnować z udziału");
    for _ in 0..2 {
        let page = anna.submit(&out, &[("sure", "1")]).await;
        page.leads_to(&address(&first));
    }
    let gone = calls.find(&first).await;
    assert!(matches!(gone.state, State::Declined { .. }));
    let moved = calls.find(&second).await;
    assert!(matches!(moved.state, State::Accepted { .. }));
    let letters = calls.letters(before).await;
    let told = told(&letters);
    assert_eq!(told.len(), 2, "{told:?}");
    let of = |email: &str| told.iter().find(|one| one.0 == email).unwrap().1.clone();
    assert!(of(&anna.email()).contains("zrezygnowała"), "{told:?}");
    assert!(of(&jan.email()).contains("z listy rezerwowej"), "{told:?}");
    anna.get(&address(&first)).await.says("Rezygnacja 15");
}

#[tokio::test]
async fn speakers_prepare_each_for_themselves_and_changes_stay_on_record() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let code = calls.sent(&mut anna).await;
    let path = format!("/zgloszenia/{code}/przygotowanie");
    anna.get(&path).await.is(StatusCode::NOT_FOUND);
    calls.decided(&code, Decision::Accept).await;
    let page = anna.get(&path).await;
    assert_eq!(hidden(&page, "revision"), "0");
    let fields = |revision: &str, to: &str| -> Fields {
        [
            ("revision", revision.to_owned()),
            ("needs", "Niski pulpit.".to_owned()),
            ("from.0", "9:00".to_owned()),
            ("to.0", to.to_owned()),
            ("recording", "no".to_owned()),
        ]
        .into()
    };
    let page = send(&mut anna, &path, &fields("0", "8:00")).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Koniec musi być po początku")
        .says("Niski pulpit.");
    for _ in 0..2 {
        let page = send(&mut anna, &path, &fields("0", "12:30")).await;
        page.leads_to(&format!("/zgloszenia/{code}?prepared"));
    }
    let submission = calls.find(&code).await;
    let submissions = calls.congress.app.store.submissions();
    let said = submissions.prepared(submission.id).await.unwrap();
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].words.recording, RecordingConsent::No);
    assert_eq!(said[0].words.availability.windows().len(), 1);
    anna.get(&path).await.says("value=\"12:30\"");
    let page = send(&mut anna, &path, &fields("0", "13:00")).await;
    page.is(StatusCode::CONFLICT).says("value=\"13:00\"");
    assert_eq!(hidden(&page, "revision"), "1");
    anna.get(&address(&code))
        .await
        .says("Mamy odpowiedź")
        .does_not_say("Zmiany po przyjęciu");

    calls.advance_days(20);
    let mut anna = calls.enter(&anna).await;
    let fields = but(&whole(&calls, &code).await, "summary", "Po poprawce.");
    let page = send(&mut anna, &address(&code), &fields).await;
    page.leads_to(&format!("/zgloszenia/{code}?saved"));
    anna.get(&address(&code))
        .await
        .says("Zmiany po przyjęciu")
        .says("<li>5\u{a0}grudnia 2019, 11:15</li>");
}

#[tokio::test]
async fn nights_remind_once_and_pass_on_what_nobody_confirmed() {
    let calls = early(None).await;
    let mut anna = calls.congress.member().await;
    let mut jan = calls.congress.member().await;
    let (first, second) = (calls.sent(&mut anna).await, calls.sent(&mut jan).await);
    calls.decided(&first, Decision::Accept).await;
    calls.decided(&second, Decision::Reserve).await;
    let mut seen = calls.letters(0).await.len();
    let mut of_night = async |days: i64| {
        calls.advance_days(days);
        calls.night().await;
        let letters = calls.letters(seen).await;
        seen += letters.len();
        told(&letters)
    };
    assert_eq!(of_night(10).await, []);
    let reminded = of_night(1).await;
    assert_eq!(reminded.len(), 1, "{reminded:?}");
    assert_eq!(reminded[0].0, anna.email());
    assert!(reminded[0].1.contains("czeka na potwierdzenie"));
    assert_eq!(of_night(1).await, []);
    let passed = of_night(3).await;
    assert_eq!(passed.len(), 2, "{passed:?}");
    let words: String = passed.iter().map(|one| one.1.as_str()).collect();
    assert!(words.contains("nie przyszło potwierdzenie"), "{words}");
    assert!(words.contains("na listę przyjętych"), "{words}");
    let states = [&first, &second].map(|code| code.as_str());
    let gone = calls.find(states[0]).await;
    assert!(matches!(gone.state, State::Declined { .. }));
    let moved = calls.find(states[1]).await;
    assert!(matches!(moved.state, State::Accepted { .. }));
    assert_eq!(of_night(1).await, []);
}

#[tokio::test]
async fn who_owes_slides_is_reminded_twice_and_who_sent_them_is_not() {
    let calls = early(Some(0)).await;
    let mut anna = calls.congress.member().await;
    let mut jan = calls.congress.member().await;
    let (first, second) = (calls.sent(&mut anna).await, calls.sent(&mut jan).await);
    for code in [&first, &second] {
        calls.decided(code, Decision::Accept).await;
    }
    for (visitor, code) in [(&mut anna, &first), (&mut jan, &second)] {
        let path = format!("/zgloszenia/{code}/potwierdz");
        visitor.submit(&path, &[]).await;
    }
    anna.get("/zgloszenia")
        .await
        .says("slajdy: dodaj do 10\u{a0}stycznia 2020, 13:00");
    let path = format!("/zgloszenia/{second}/plik/slajdy");
    let slides = ("file", "slajdy.pdf", &b"%PDF-1.7"[..]);
    let page = jan.upload(&path, &[], slides).await;
    page.leads_to(&format!("/zgloszenia/{second}?file#pliki"));
    let mut seen = calls.letters(0).await.len();
    let mut nights = Vec::new();
    for _ in 0..58 {
        calls.advance_days(1);
        calls.night().await;
        let letters = calls.letters(seen).await;
        seen += letters.len();
        let day = calls.congress.now().to_string();
        nights.extend(
            told(&letters)
                .into_iter()
                .map(|(to, _)| (day[..10].to_owned(), to)),
        );
    }
    let due = ["2020-01-04", "2020-01-09"].map(|day| (day.to_owned(), anna.email()));
    assert_eq!(nights, due);
}
