//! Saying something at a clause, without an account and with one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_model::register::{
    Authors, Behalf, Channel, Clause, Discussion, Moderation, RemarkKind, RemarkState,
};

use support::*;

const FORM: &str = "/propozycje/najem/akapit/p6/uwaga";
const BODY: (&str, &str) = ("body", "Bez terminu ten udział zniknie.");
const EMAIL: (&str, &str) = ("email", "anna@kielce.example");

#[tokio::test]
async fn who_has_no_account_confirms_by_a_letter_and_is_published() {
    let register = Register::open().await;
    let mut anna = register.congress.visitor();
    anna.get(FORM)
        .await
        .says("§ 2. Mieszkania w nowych inwestycjach, akapit 1")
        .says(SHARE)
        .says("name=\"email\"");
    let fields = filled(&mut anna, FORM, &[BODY, EMAIL, ("kind", "objection")]).await;
    let sent = send(&mut anna, FORM, &fields).await;
    sent.leads_to("/propozycje/najem/wyslane");
    anna.get("/propozycje/najem/wyslane")
        .await
        .says("Jeszcze jedno kliknięcie");
    let waiting = &register.remarks().await[0];
    assert_eq!(
        (&waiting.state, waiting.number, waiting.account),
        (&RemarkState::Unconfirmed, None, None)
    );

    let letters = register.letters(0).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, ["anna@kielce.example"]);
    assert!(
        letters[0]
            .plain()
            .contains("> Bez terminu ten udział zniknie.")
    );
    let confirm = letters[0].link("/potwierdz/");
    // Any browser will do, and programs that only look confirm nothing.
    let mut phone = register.congress.visitor();
    let shown = phone.get(&confirm).await;
    shown
        .says("Bez terminu ten udział zniknie.")
        .says("Potwierdź uwagę");
    assert_eq!(register.remarks().await[0].state, RemarkState::Unconfirmed);
    phone
        .submit(&confirm, &[])
        .await
        .leads_to(&format!("{confirm}?new"));
    let page = phone.get(&format!("{confirm}?new")).await;
    page.says("Jest opublikowana")
        .says("/propozycje/najem/uwaga/1#uwaga-1");

    let remark = &register.remarks().await[0];
    assert!(remark.is_public() && remark.account.is_some());
    assert_eq!(
        (remark.number, remark.kind, remark.version, remark.channel),
        (Some(1), RemarkKind::Objection, 1, Channel::Page)
    );
    assert_eq!(remark.clause, "p6".parse::<Clause>().unwrap());
    assert_eq!(remark.author.name, "Anna Żak");

    phone
        .submit(&confirm, &[])
        .await
        .leads_to(&format!("{confirm}?known"));
    phone
        .get(&format!("{confirm}?known"))
        .await
        .says("potwierdzona już wcześniej");
    assert_eq!(register.letters(1).await, []);
    let mut anna = register.enter("anna@kielce.example").await;
    anna.get("/propozycje/najem/moje").await.says("Nr 1");
}

#[tokio::test]
async fn a_link_with_a_wrong_proof_is_no_page_and_a_late_one_says_so() {
    let register = Register::open().await;
    let mut anna = register.congress.visitor();
    let fields = filled(&mut anna, FORM, &[BODY, EMAIL, ("kind", "comment")]).await;
    send(&mut anna, FORM, &fields).await;
    let letters = register.letters(0).await;
    let confirm = letters[0].link("/potwierdz/");
    let (before, proof) = confirm.rsplit_once('/').unwrap();
    let other = if proof.starts_with('a') { "b" } else { "a" };
    for wrong in [format!("{other}{}", &proof[1..]), "x".to_owned()] {
        let path = format!("{before}/{wrong}");
        anna.get(&path).await.is(StatusCode::NOT_FOUND);
        anna.submit(&path, &[]).await.is(StatusCode::NOT_FOUND);
    }
    assert_eq!(register.remarks().await[0].state, RemarkState::Unconfirmed);

    register.advance_days(8);
    let store = &register.congress.app.store;
    let now = register.congress.now();
    let mut tx = store.begin(wiec_store::Actor::System, now).await.unwrap();
    tx.sweep().unconfirmed_remarks(now).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(register.remarks().await, []);
    anna.get(&confirm).await.says("Link już nie działa");
    anna.submit(&confirm, &[]).await.says("Link już nie działa");
    let english = confirm.replace("/propozycje/potwierdz/", "/proposals/confirm/");
    anna.get(&format!("/en{english}"))
        .await
        .says("The link no longer works");
}

#[tokio::test]
async fn the_answer_to_strangers_does_not_depend_on_the_address_they_name() {
    let register = Register::open().await;
    let member = register.congress.member().await.email();
    let mut answers = Vec::new();
    for email in [member.as_str(), "nikt@kielce.example"] {
        let mut stranger = register.congress.visitor();
        let form = [BODY, ("email", email), ("kind", "comment")];
        let fields = filled(&mut stranger, FORM, &form).await;
        let answer = send(&mut stranger, FORM, &fields).await;
        answers.push((
            answer.status,
            answer.headers["location"].clone(),
            answer.text(),
        ));
    }
    assert_eq!(answers[0], answers[1]);
    let accounts = register.congress.app.store.accounts();
    let address = "nikt@kielce.example".parse().unwrap();
    let nobody = accounts.find_by_email(&address);
    assert_eq!(
        nobody.await.unwrap(),
        None,
        "an account is made by confirming"
    );
}

#[tokio::test]
async fn a_form_sent_many_times_at_once_is_one_remark_and_with_other_words_another() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let fields = filled(&mut anna, FORM, &[BODY, ("kind", "comment")]).await;
    let at_once = tokio::task::LocalSet::new();
    let sending = (0..30).map(|_| {
        let (mut anna, fields) = (anna.clone(), fields.clone());
        at_once.spawn_local(async move {
            let page = send(&mut anna, FORM, &fields).await;
            page.header("location").to_owned()
        })
    });
    let sending: Vec<_> = sending.collect();
    at_once.await;
    for one in sending {
        assert_eq!(one.await.unwrap(), "/propozycje/najem/uwaga/1#uwaga-1");
    }
    assert_eq!(register.remarks().await.len(), 1);

    let mut other = fields.clone();
    other.retain(|(name, _)| name != "body");
    other.push(("body".to_owned(), "Coś innego.".to_owned()));
    let answer = send(&mut anna, FORM, &other).await;
    answer.leads_to("/propozycje/najem/uwaga/2#uwaga-2");
    // The key of another's form finds nothing of theirs.
    let mut ewa = register.congress.member().await;
    let answer = send(&mut ewa, FORM, &fields).await;
    answer.leads_to("/propozycje/najem/uwaga/3#uwaga-3");
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let register = Register::open().await;
    let mut anna = register.congress.visitor();
    let long = "a".repeat(5001);
    let form = [
        ("key", "x"),
        ("kind", "amendment"),
        ("body", long.as_str()),
        ("reasons", "Bo <b>tak</b>"),
        ("behalf", "city"),
        ("email", "anna"),
    ];
    let page = anna.submit(FORM, &form).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Skróć do 5000 znaków")
        .says("Bo &#60;b&#62;tak")
        .says("value=\"anna\"");
    let text = page.text();
    for field in ["kind", "body", "name", "organisation", "email", "consent"] {
        assert!(text.contains(&format!("href=\"#f-{field}\"")), "{field}");
    }
    assert_eq!(register.remarks().await, []);
}

#[tokio::test]
async fn whose_turn_it_is_not_is_told_and_keeps_their_words() {
    let now = Register::open().await.congress.now();
    let hour = SignedDuration::from_hours(1);
    let register = Register::under(Discussion {
        closes_at: Some(now + hour),
        ..Discussion::usual()
    })
    .await;
    let mut anna = register.congress.member().await;
    anna.get(FORM).await.says("Uwagi można składać do");
    let fields = filled(&mut anna, FORM, &[BODY, ("kind", "comment")]).await;
    register.congress.advance(hour + hour);
    let late = send(&mut anna, FORM, &fields).await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Dyskusja jest zamknięta")
        .says("Bez terminu ten udział zniknie.");
    anna.get(FORM).await.says("Uwagi można było składać do");
    assert_eq!(register.remarks().await, []);

    let early = Register::under(Discussion {
        opens_at: Some(now + hour),
        ..Discussion::usual()
    })
    .await;
    let mut ewa = early.congress.visitor();
    ewa.get(FORM).await.says("Dyskusja jeszcze się nie zaczęła");
    ewa.get("/en/proposals/najem/clause/p6/remark")
        .await
        .says("The discussion has not begun yet");
}

#[tokio::test]
async fn where_only_members_write_others_are_led_to_sign_in_and_back() {
    let register = Register::under(Discussion {
        authors: Authors::Members,
        ..Discussion::usual()
    })
    .await;
    let mut stranger = register.congress.visitor();
    let answer = stranger.get(FORM).await;
    answer.is(StatusCode::SEE_OTHER);
    assert!(
        answer
            .header("location")
            .ends_with(&format!("?next={FORM}"))
    );
    let form = [BODY, EMAIL, ("kind", "comment")];
    let page = stranger.submit(FORM, &form).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("piszą osoby zalogowane")
        .says("Bez terminu ten udział zniknie.");
    let mut anna = register.congress.member().await;
    anna.get(FORM)
        .await
        .says("value=\"Osoba 1\"")
        .does_not_say("name=\"email\"");
}

#[tokio::test]
async fn what_has_to_be_read_first_waits_and_its_author_sees_it() {
    let register = Register::under(Discussion {
        moderation: Moderation::BeforeRead,
        ..Discussion::usual()
    })
    .await;
    let mut anna = register.congress.member().await;
    let form = [
        BODY,
        ("kind", "question"),
        ("behalf", "ngo"),
        ("organisation", "Miasto jest nasze"),
    ];
    let mut fields = filled(&mut anna, FORM, &form).await;
    fields.retain(|(name, value)| name != "behalf" || value == "ngo");
    send(&mut anna, FORM, &fields)
        .await
        .leads_to("/propozycje/najem/moje?saved");
    anna.get("/propozycje/najem/moje?saved")
        .await
        .says("czeka na publikację")
        .says("czeka na przeczytanie");
    let remark = &register.remarks().await[0];
    assert!(matches!(remark.state, RemarkState::Waiting { .. }));
    assert_eq!(remark.author.behalf, Behalf::Ngo);
    assert_eq!(remark.author.body.as_deref(), Some("Miasto jest nasze"));
    let mut ewa = register.congress.member().await;
    ewa.get("/propozycje/najem/moje")
        .await
        .says("Nie ma tu jeszcze żadnej uwagi.");
}

#[tokio::test]
async fn one_replies_to_a_public_remark_at_its_own_clause_only() {
    let register = Register::open().await;
    let mut anna = register.congress.member().await;
    let fields = filled(&mut anna, FORM, &[BODY, ("kind", "comment")]).await;
    send(&mut anna, FORM, &fields).await;
    let reply = format!("{FORM}?do=1");
    anna.get(&reply)
        .await
        .says("Odpowiedź na uwagę nr 1")
        .says("Bez terminu ten udział zniknie.")
        .does_not_say("name=\"kind\"");
    let fields = filled(&mut anna, &reply, &[("body", "Zgoda."), ("do", "1")]).await;
    send(&mut anna, FORM, &fields)
        .await
        .leads_to("/propozycje/najem/uwaga/2#uwaga-2");
    let all = register.remarks().await;
    assert_eq!(all[1].reply_to, Some(all[0].id));
    for wrong in [
        "/propozycje/najem/akapit/p3/uwaga?do=1",
        "/propozycje/najem/akapit/p6/uwaga?do=9",
        "/propozycje/najem/akapit/p6/uwaga?do=x",
        "/propozycje/najem/akapit/p99/uwaga",
        "/propozycje/najem/akapit/W99/uwaga",
        "/propozycje/najem/akapit/%3Cb%3E/uwaga",
        "/propozycje/nie-ma/akapit/p6/uwaga",
    ] {
        anna.get(wrong).await.is(StatusCode::NOT_FOUND);
    }
    anna.get("/propozycje/najem/akapit/all/uwaga")
        .await
        .says("cała propozycja");
}

#[tokio::test]
async fn a_letter_that_the_limit_refused_comes_when_the_form_is_sent_again() {
    let register = Register::open().await;
    for number in 0..7 {
        let mut stranger = register.congress.visitor();
        let body = format!("Uwaga {number}");
        let form = [("body", body.as_str()), EMAIL, ("kind", "comment")];
        let fields = filled(&mut stranger, FORM, &form).await;
        send(&mut stranger, FORM, &fields)
            .await
            .leads_to("/propozycje/najem/wyslane");
    }
    assert_eq!(register.remarks().await.len(), 7);
    assert_eq!(
        register.letters(0).await.len(),
        5,
        "nobody floods a mailbox"
    );
}
