//! What strangers try at the door, and what comes of it.

mod support;

use std::net::IpAddr;

use axum::http::StatusCode;
use wiec_kit::app::{App, Staff};
use wiec_kit::testing::Visitor;
use wiec_model::rules::Role;

use support::*;

const JSON: [(&str, &str); 3] = [
    ("sec-fetch-site", "same-origin"),
    ("content-type", "application/json"),
    ("accept", "application/json"),
];

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    for path in [
        "/wejdz",
        "/wejdz/kod",
        "/wejdz/list/abc",
        "/wejdz/klucz",
        "/wejdz/dostawca",
        "/wejdz/jako",
        "/wyjdz",
        "/moj-kongres/konto",
        "/moj-kongres/adres",
        "/moj-kongres/wejscia/usun",
        "/moj-kongres/wejscia/zakoncz",
        "/moj-kongres/klucze",
        "/moj-kongres/usun",
    ] {
        for foreign in [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ] {
            let answer = anna
                .post_with(path, "word=usuń&email=x%40y.eu", &[foreign])
                .await;
            answer.is(StatusCode::FORBIDDEN);
        }
    }
    anna.get("/moj-kongres").await.is(StatusCode::OK);
}

#[tokio::test]
async fn the_answer_does_not_tell_whether_an_address_is_known() {
    let congress = congress().await;
    sign_in(&congress, &mut congress.visitor(), ANNA).await;
    let mut pages = Vec::new();
    for email in [ANNA, "nikt@kielce.example"] {
        let mut visitor = congress.visitor();
        let before = congress.queries();
        ask(&mut visitor, email).await;
        let queries = congress.queries() - before;
        let page = visitor.get("/wejdz/kod").await.text();
        // The head says how far the browser's clock is off, and that clock goes on between the two.
        let (_, body) = page.split_once("<body>").unwrap();
        pages.push((queries, body.replace(email, "…")));
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test]
async fn five_guesses_end_a_code_and_the_right_one_comes_too_late() {
    let congress = congress().await;
    let mut thief = congress.visitor();
    ask(&mut thief, ANNA).await;
    let right = code(&congress, ANNA).await;
    let wrong = if right == "000000" {
        "000001"
    } else {
        "000000"
    };
    for left in [
        "Zostały 4 próby",
        "Zostały 3 próby",
        "Zostały 2 próby",
        "Została jedna próba",
    ] {
        thief
            .submit("/wejdz/kod", &[("code", wrong)])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(left);
    }
    thief
        .submit("/wejdz/kod", &[("code", wrong)])
        .await
        .says("już nie działa");
    thief
        .submit("/wejdz/kod", &[("code", &right)])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    thief.get("/moj-kongres").await.is(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_code_is_worth_nothing_in_another_browser_nor_a_second_time() {
    let congress = congress().await;
    let (mut anna, mut thief) = (congress.visitor(), congress.visitor());
    ask(&mut anna, ANNA).await;
    let code = code(&congress, ANNA).await;
    ask(&mut thief, "zlodziej@kielce.example").await;

    let stolen = thief.submit("/wejdz/kod", &[("code", &code)]).await;
    stolen
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("To nie ten kod");
    // The ceremony's key alone, without the browser's secret, is nothing either.
    let known = anna.cookie("__Host-ceremony-mail").unwrap().to_owned();
    let (key, _) = known.split_once('.').unwrap();
    thief.keep_cookie(
        "__Host-ceremony-mail",
        &format!("{key}.abcdefghijkmnpqrstuvwxyz23"),
    );
    let planted = thief.submit("/wejdz/kod", &[("code", &code)]).await;
    planted.is(StatusCode::UNPROCESSABLE_ENTITY);

    anna.submit("/wejdz/kod", &[("code", &code)])
        .await
        .leads_to("/moj-kongres");
    anna.keep_cookie("__Host-ceremony-mail", &known);
    anna.keep_cookie("__Host-login", "");
    anna.submit("/wejdz/kod", &[("code", &code)])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn guessed_links_lead_nowhere() {
    let congress = congress().await;
    let mut thief = congress.visitor();
    for link in [
        "abcdefghijkmnpqrstuvwxyz23",
        "x",
        "%00",
        "..%2f..",
        &"a".repeat(5000),
    ] {
        let path = format!("/wejdz/list/{link}");
        assert!(thief.get(&path).await.status.is_client_error(), "{link}");
        assert!(
            thief.post(&path, "").await.status.is_client_error(),
            "{link}"
        );
    }
}

#[tokio::test]
async fn a_login_planted_beforehand_is_not_the_one_that_signs_in() {
    let congress = congress().await;
    let mut thief = congress.visitor();
    sign_in(&congress, &mut thief, "zlodziej@kielce.example").await;
    let planted = thief.cookie("__Host-login").unwrap().to_owned();
    let mut anna = congress.visitor();
    anna.keep_cookie("__Host-login", &planted);

    anna.keep_cookie("__Host-login", &planted);
    ask(&mut anna, ANNA).await;
    let code = code(&congress, ANNA).await;
    anna.submit("/wejdz/kod", &[("code", &code)])
        .await
        .leads_to("/moj-kongres");

    assert_ne!(anna.cookie("__Host-login"), Some(planted.as_str()));
    thief.get("/moj-kongres").await.is(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let congress = congress().await;
    for next in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
    ] {
        let mut anna = congress.visitor();
        anna.get(&format!("/wejdz?next={}", next.replace('\\', "%5C")))
            .await
            .does_not_say("evil.example\"")
            .does_not_say("javascript:");
        anna.submit("/wejdz", &[("email", "a@b.eu"), ("next", next)])
            .await;
        let link = link(&congress, "a@b.eu").await;
        anna.post(&link, "").await.leads_to("/moj-kongres");
        congress.advance(jiff::SignedDuration::from_hours(1));
    }
}

#[tokio::test]
async fn a_form_gives_nobody_more_than_its_own_fields() {
    let congress = congress().await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    anna.submit(
        "/moj-kongres/konto",
        &[
            ("name", "Anna"),
            ("lang", "pl"),
            ("role", "organiser"),
            ("email", "dyrektor@kielce.example"),
            ("id", "00000000-0000-0000-0000-000000000001"),
            ("grants", "[]"),
        ],
    )
    .await
    .leads_to("/moj-kongres/konto?zapisano=1");
    let id = account(&congress, ANNA).await;
    assert_eq!(congress.app.store.grants().of(id).await.unwrap(), []);
    anna.get("/moj-kongres").await.does_not_say("/biuro/");
}

#[tokio::test]
async fn what_is_another_accounts_is_not_there() {
    let congress = congress().await;
    let (mut anna, mut thief) = (congress.visitor(), congress.visitor());
    sign_in(&congress, &mut anna, ANNA).await;
    sign_in(&congress, &mut thief, "zlodziej@kielce.example").await;
    let id = account(&congress, ANNA).await;
    let mut tx = congress
        .app
        .store
        .begin(wiec_store::Actor::Account(id), congress.now())
        .await
        .unwrap();
    let credential = serde_json::json!({});
    tx.passkeys()
        .create(id, b"key", "telefon", &credential)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let logins = congress
        .app
        .store
        .logins()
        .list(id, congress.now())
        .await
        .unwrap();

    let login = logins[0].id.to_string();
    thief
        .submit("/moj-kongres/wejscia/zakoncz", &[("login", &login)])
        .await
        .is(StatusCode::NOT_FOUND);
    thief
        .submit("/moj-kongres/wejscia/usun", &[("passkey", "6b6579")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);

    anna.get("/moj-kongres/wejscia").await.says("telefon");
    assert_eq!(
        congress.app.store.passkeys().list(id).await.unwrap().len(),
        1
    );
    thief.get("/moj-kongres/dane.json").await.does_not_say(ANNA);
}

#[tokio::test]
async fn pages_of_ones_own_lead_strangers_to_the_door() {
    let congress = congress().await;
    let mut stranger = congress.visitor();
    stranger.keep_cookie("__Host-login", "abcdefghijkmnpqrstuvwxyz23");
    for path in [
        "/moj-kongres",
        "/moj-kongres/konto",
        "/moj-kongres/wejscia",
        "/moj-kongres/dane",
        "/moj-kongres/dane.json",
        "/moj-kongres/adres/kod",
    ] {
        let answer = stranger.get(path).await;
        answer.leads_to(&format!("/wejdz?next={path}"));
    }
    for path in [
        "/moj-kongres/usun",
        "/moj-kongres/wejscia/usun",
        "/moj-kongres/dostawca",
    ] {
        stranger.post(path, "").await.leads_to("/wejdz");
    }
}

#[tokio::test]
async fn oversized_and_malformed_bodies_change_nothing() {
    let congress = congress().await;
    let mut visitor = congress.visitor();
    let large = format!("email={}", "a".repeat(1 << 20));
    visitor
        .post("/wejdz", &large)
        .await
        .is(StatusCode::PAYLOAD_TOO_LARGE);
    visitor
        .post("/wejdz", "email=%FF%FE%00")
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    visitor
        .post("/wejdz/kod", "code=%00")
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    visitor
        .post_with("/wejdz", "{}", &JSON)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    for body in [
        "",
        "{",
        "[]",
        "null",
        "{\"credential\":{}}",
        &"[".repeat(60_000),
    ] {
        for path in ["/wejdz/klucz", "/wejdz/nowy-klucz"] {
            let answer = visitor.post_with(path, body, &JSON).await;
            assert!(
                answer.status.is_client_error(),
                "{path} {body:.20}: {}",
                answer.status
            );
        }
    }
    let nobody = serde_json::json!({ "credential": {
        "id": "a2V5", "rawId": "a2V5", "type": "public-key", "extensions": {},
        "response": { "authenticatorData": "AAAA", "clientDataJSON": "AAAA", "signature": "AAAA",
            "userHandle": "AAAAAAAAAAAAAAAAAAAAAA" },
    }});
    visitor
        .post_with("/wejdz/klucz", &nobody.to_string(), &JSON)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn letters_cannot_be_made_to_flood_a_mailbox() {
    let congress = congress().await;
    for _ in 0..20 {
        ask(&mut congress.visitor(), ANNA).await;
    }
    assert_eq!(letters(&congress, ANNA).await.len(), 5);
}

#[tokio::test]
async fn one_network_cannot_ask_without_end_and_leaves_others_alone() {
    let congress = congress().await;
    let (near, far): (IpAddr, IpAddr) =
        ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
    let mut flood: Visitor = congress.visitor().at(near);
    let mut status = StatusCode::OK;
    for number in 0..1000 {
        let email = format!("a{number}@b.eu");
        status = flood.submit("/wejdz", &[("email", &email)]).await.status;
        if status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
    }
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    ask(&mut congress.visitor().at(far), ANNA).await;
}

#[tokio::test]
async fn the_staff_without_a_passkey_cannot_change_its_ways_in_where_one_is_asked_for() {
    let by_passkey = |app: App| app.with_staff(Staff::ByPasskey);
    let congress = congress().await.altered(pages, by_passkey);
    give(&congress, ANNA, Role::Organiser).await;
    let mut anna = congress.visitor();
    sign_in(&congress, &mut anna, ANNA).await;
    anna.get("/moj-kongres")
        .await
        .says("Biuro otwiera tylko klucz");
    let id = account(&congress, ANNA).await;
    anna.post_with("/moj-kongres/klucze/pytanie", "{}", &JSON)
        .await
        .is(StatusCode::OK);
    let mut tx = congress
        .app
        .store
        .begin(wiec_store::Actor::Account(id), congress.now())
        .await
        .unwrap();
    tx.passkeys()
        .create(id, b"key", "telefon", &serde_json::json!({}))
        .await
        .unwrap();
    tx.commit().await.unwrap();

    anna.post_with("/moj-kongres/klucze/pytanie", "{}", &JSON)
        .await
        .is(StatusCode::NOT_FOUND);
    for (path, form) in [
        ("/moj-kongres/wejscia/usun", "passkey=6b6579"),
        ("/moj-kongres/adres", "email=x%40y.eu"),
    ] {
        anna.post(path, form).await.is(StatusCode::NOT_FOUND);
    }
}
