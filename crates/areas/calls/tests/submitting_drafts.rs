//! Drafts: begun once, kept as they are typed, sent in time, and lost to nobody.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/submitting.rs"]
mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::Value as Json;
use tokio::task::JoinSet;
use uuid::Uuid;
use wiec_kit::testing::{Page, Visitor, slug};
use wiec_model::Text;
use wiec_model::calls::{
    Access, AccessCode, Anonymity, AuthorStanding, Call, QuestionKind, Required, State, Tier,
};
use wiec_store::NewCode;

use support::*;

async fn autosave(author: &mut Visitor, code: &str, fields: &Fields) -> (Page, Json) {
    let form: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("accept", "application/json"),
    ];
    let path = format!("{}/zapis", address(code));
    let page = author.post_with(&path, &form.join("&"), &headers).await;
    let said = serde_json::from_str(&page.text()).unwrap_or_default();
    (page, said)
}

fn encoded(value: &str) -> String {
    value.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn a_draft_is_begun_once_with_what_is_known_of_its_author_and_is_theirs_alone() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let page = anna.get(BEGIN).await;
    page.says("Nowe zgłoszenie")
        .says("do 25\u{a0}listopada 2019, 11:15");
    let fields = [("key", key_of(&page)), ("title", " Tory  ".to_owned())].to_vec();
    let first = send(&mut anna, BEGIN, &fields).await;
    let again = send(&mut anna, BEGIN, &fields).await;
    assert_eq!(code_in(&first), code_in(&again));
    let code = code_in(&first);
    first.leads_to(&format!("/zgloszenia/{code}?begun"));
    let draft = calls.find(&code).await;
    assert_eq!(draft.words.title, "Tory");
    assert_eq!(draft.authors[0].about.name, "Osoba 1");
    anna.get(&format!("/zgloszenia/{code}?begun"))
        .await
        .says("Szkic jest założony")
        .says("value=\"Osoba 1\"")
        .says("save=\"/zgloszenia/");
    // The next one begins with what was said of the author in the one before.
    let mut whole = whole(&calls, &code).await;
    whole.push(("act", "save".to_owned()));
    let saved = send(&mut anna, &address(&code), &whole).await;
    saved.leads_to(&format!("/zgloszenia/{code}?saved"));
    let second = calls.draft(&mut anna).await;
    assert_eq!(calls.find(&second).await.authors[0].about.name, "Anna Żak");

    let mut others = [
        calls.congress.member().await,
        calls.congress.organiser().await,
    ];
    let words = ["", "/podglad", "/wycofaj", "/przygotowanie", "/plik/slajdy"];
    for other in &mut others {
        for word in words {
            let path = format!("/zgloszenia/{code}{word}");
            other.get(&path).await.is(StatusCode::NOT_FOUND);
        }
        for word in ["", "/zapis", "/wycofaj", "/potwierdz", "/przygotowanie"] {
            let path = format!("/zgloszenia/{code}{word}");
            other.submit(&path, &[]).await.is(StatusCode::NOT_FOUND);
        }
    }
    let mut stranger = calls.congress.visitor();
    let page = stranger.get(BEGIN).await;
    page.leads_to("/wejdz?next=/nabory/kalejdoskopy/zglos");
    stranger
        .get(&address(&code))
        .await
        .is(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn it_is_saved_as_it_is_typed_and_two_windows_see_each_other() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    let fields = whole(&calls, &code).await;
    let (page, said) = autosave(&mut anna, &code, &fields).await;
    page.is(StatusCode::OK);
    assert_eq!(said["revision"], 1);
    assert_eq!(said["says"], "Zapisano o 11:15");
    // The answer got lost and the same goes again: it stands, and is no clash.
    let (page, said) = autosave(&mut anna, &code, &fields).await;
    page.is(StatusCode::OK);
    assert_eq!(said["revision"], 1);
    let draft = calls.find(&code).await;
    assert_eq!(draft.words.tier, Some(Tier::MidSize));
    assert_eq!(draft.words.links, ["https://miasto.example/tory"]);
    assert_eq!(draft.authors[0].about.town.as_deref(), Some("Kielce"));

    // Another window that was opened before types over it.
    let other = but(&fields, "summary", "Zupełnie co innego.");
    let (page, said) = autosave(&mut anna, &code, &other).await;
    page.is(StatusCode::CONFLICT);
    assert!(said["says"].as_str().unwrap().contains("w innym oknie"));
    let page = send(&mut anna, &address(&code), &but(&other, "act", "save")).await;
    page.is(StatusCode::CONFLICT)
        .says("Zapisane gdzie indziej")
        .says("Szlifowanie szyn co **kwartał**.")
        .says("Zupełnie co innego.</textarea>");
    assert_eq!(hidden(&page, "revision"), "1");
    assert_eq!(calls.find(&code).await.revision, 1);
    // Now that both were seen, the second one decides.
    let mine = but(&other, "revision", "1");
    let page = send(&mut anna, &address(&code), &but(&mine, "act", "save")).await;
    page.leads_to(&format!("/zgloszenia/{code}?saved"));
    let draft = calls.find(&code).await;
    assert_eq!(draft.words.summary, "Zupełnie co innego.");
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_the_words_are_kept_nevertheless() {
    let calls = Calls::with(|setup| {
        setup.limits.title = 5;
        setup.anonymity = Anonymity::Public;
    })
    .await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    let fields = whole(&calls, &code).await;
    let fields = but(&but(&fields, "consent-zasady", ""), "tier", "");
    let fields = but(&fields, "links", "https://a.example\nbrak");
    let fields = but(&but(&fields, "anonymity", "public"), "act", "send");
    let page = send(&mut anna, &address(&code), &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Zapisano. Zostały 4 miejsca do poprawy")
        .says("Jest 17 znaków, a może być 5. Skróć o 12.")
        .says("<a href=\"#f-tier\">")
        .says("<a href=\"#f-consent-zasady\">")
        .says("Wiersz 2: wpisz cały adres")
        .says("Cichsze torowiska");
    let draft = calls.find(&code).await;
    assert_eq!((draft.state, draft.revision), (State::Draft, 1));
    assert_eq!(draft.anonymity, Anonymity::Public);
    // A draft with a fault can be kept; it is told what it is.
    let fields = but(&but(&fields, "revision", "1"), "act", "save");
    let page = send(&mut anna, &address(&code), &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Skróć o 12")
        .does_not_say("<a href=\"#f-tier\">");
    assert_eq!(calls.letters(0).await, []);
}

#[tokio::test]
async fn it_is_sent_once_however_often_one_presses_changed_and_taken_back_and_sent_again() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    let fields = but(&whole(&calls, &code).await, "act", "send");
    for _ in 0..2 {
        let page = send(&mut anna, &address(&code), &fields).await;
        page.leads_to(&format!("/zgloszenia/{code}?sent"));
    }
    let letters = calls.letters(0).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, [anna.email()]);
    let words = letters[0].plain();
    assert!(words.contains(&format!("Jego numer: {code}.")), "{words}");
    let page = anna.get(&address(&code)).await;
    page.says("Wysłane 15\u{a0}listopada 2019, 11:15")
        .says("Można je zmieniać do")
        .does_not_say("save=\"/");

    // What was sent is changed by its button, whole or not at all; nothing of it by itself.
    let (page, _) = autosave(&mut anna, &code, &but(&fields, "title", "Inny")).await;
    page.is(StatusCode::CONFLICT);
    let changed = but(&but(&fields, "revision", "1"), "act", "save");
    let page = send(&mut anna, &address(&code), &but(&changed, "summary", "")).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Niczego nie zapisano");
    let page = send(&mut anna, &address(&code), &but(&changed, "title", "Inny")).await;
    page.leads_to(&format!("/zgloszenia/{code}?saved"));
    assert_eq!(calls.find(&code).await.words.title, "Inny");

    let out = format!("/zgloszenia/{code}/wycofaj");
    anna.get(&out).await.says("Chcę wycofać to zgłoszenie");
    let page = anna.submit(&out, &[]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        let page = anna.submit(&out, &[("sure", "1")]).await;
        page.leads_to(&address(&code));
    }
    let withdrawn = calls.letters(1).await;
    assert_eq!(withdrawn.len(), 1);
    let page = anna.get(&address(&code)).await;
    page.says("Wyślij ponownie").does_not_say("<textarea");
    let again = [
        ("revision", hidden(&page, "revision")),
        ("act", "send".to_owned()),
    ];
    let page = send(&mut anna, &address(&code), &again.to_vec()).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    let agreed = but(&again.to_vec(), "consent-zasady", "1");
    let page = send(&mut anna, &address(&code), &agreed).await;
    page.leads_to(&format!("/zgloszenia/{code}?sent"));
    let sent = calls.find(&code).await;
    assert!(matches!(sent.state, State::Submitted { .. }));
    assert_eq!(sent.words.title, "Inny");
}

#[tokio::test]
async fn a_deadline_that_passes_between_form_and_post_keeps_the_draft_and_says_so() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    let form = anna.get(BEGIN).await;
    let fields = whole(&calls, &code).await;
    calls.advance_days(10);
    let mut anna = calls.enter(&anna).await;
    // Within the grace a draft that was begun in time still comes in, and nothing new is begun by hand.
    anna.get(&address(&code))
        .await
        .says("Termin minął 25\u{a0}listopada 2019, 11:15")
        .says("do 25\u{a0}listopada 2019, 12:15");
    anna.get(BEGIN).await.says("Nabór zamknięto");
    calls.congress.advance(SignedDuration::from_hours(1));
    let late = but(&fields, "act", "send");
    let page = send(&mut anna, &address(&code), &late).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Nabór zamknięto 25\u{a0}listopada 2019, 11:15. Tekst jest zachowany w szkicu")
        .says("Szlifowanie szyn");
    let draft = calls.find(&code).await;
    assert_eq!(draft.state, State::Draft);
    assert_eq!(draft.words.summary, "Szlifowanie szyn co **kwartał**.");
    // So does a form for a new one that was open since.
    let new = [("key", key_of(&form)), ("title", "Za późno".to_owned())];
    let page = send(&mut anna, BEGIN, &new.to_vec()).await;
    let kept = code_in(&page);
    let page = anna.get(&address(&kept)).await;
    page.says("Szkic jest zachowany")
        .does_not_say("value=\"send\"");
    assert_eq!(calls.find(&kept).await.words.title, "Za późno");
}

#[tokio::test]
async fn what_was_sent_cannot_be_changed_after_the_deadline_and_what_was_typed_is_shown() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let code = calls.sent(&mut anna).await;
    let fields = but(&whole(&calls, &code).await, "summary", "Po terminie.");
    calls.advance_days(11);
    let mut anna = calls.enter(&anna).await;
    let page = send(&mut anna, &address(&code), &but(&fields, "act", "save")).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Nie zapisano.")
        .says("Po terminie.");
    let sent = calls.find(&code).await;
    assert_eq!(sent.words.summary, "Szlifowanie szyn co **kwartał**.");
}

#[tokio::test]
async fn nobody_sends_more_than_one_person_may() {
    let calls = Calls::with(|setup| setup.limits.per_person = Some(1)).await;
    let mut anna = calls.congress.member().await;
    let first = calls.sent(&mut anna).await;
    let second = calls.draft(&mut anna).await;
    let fields = but(&whole(&calls, &second).await, "act", "send");
    let page = send(&mut anna, &address(&second), &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Jedna osoba może wysłać 1 zgłoszenie do tego naboru");
    let out = format!("/zgloszenia/{first}/wycofaj");
    anna.submit(&out, &[("sure", "1")]).await;
    let fields = but(&fields, "revision", "1");
    let page = send(&mut anna, &address(&second), &fields).await;
    page.leads_to(&format!("/zgloszenia/{second}?sent"));
}

async fn make_code(calls: &Calls, call: &Call, uses: u32) {
    let code = NewCode {
        id: AccessCode(Uuid::from_u128(1)),
        secret: "UCZELNIE-7".to_owned(),
        label: "Uczelnie".to_owned(),
        uses,
    };
    let mut tx = calls.write().await;
    tx.calls().make_code(call, &code).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_call_by_code_keeps_drafts_without_one_and_takes_them_with_one() {
    let calls = Calls::with(|setup| setup.access = Access::ByCode).await;
    make_code(&calls, &calls.call().await, 1).await;
    let mut anna = calls.congress.member().await;
    let page = anna.get(BEGIN).await;
    page.says("Kod dostępu");
    let key = key_of(&page);
    let wrong = [("key", key.as_str()), ("title", "Tory"), ("access", "INNY")];
    let page = anna.submit(BEGIN, &wrong).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Nie ma takiego kodu")
        .says("value=\"Tory\"");
    let without = [("key", key.as_str()), ("title", "Tory"), ("act", "without")];
    let code = code_in(&anna.submit(BEGIN, &without).await);
    let fields = but(&whole(&calls, &code).await, "act", "send");
    let page = send(&mut anna, &address(&code), &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Do wysłania potrzebny jest kod dostępu");
    // What is typed beside the code is not lost either.
    let fields = but(&but(&fields, "revision", "1"), "act", "code");
    let fields = but(&but(&fields, "summary", "Nowe."), "access", " uczelnie-7");
    for _ in 0..2 {
        let page = send(&mut anna, &address(&code), &fields).await;
        page.leads_to(&format!("/zgloszenia/{code}?code"));
    }
    assert_eq!(calls.find(&code).await.words.summary, "Nowe.");
    let fields = but(&but(&fields, "revision", "2"), "act", "send");
    let page = send(&mut anna, &address(&code), &fields).await;
    page.leads_to(&format!("/zgloszenia/{code}?sent"));

    let mut jan = calls.congress.member().await;
    let key = key_of(&jan.get(BEGIN).await);
    let used = [("key", key.as_str()), ("access", "UCZELNIE-7")];
    let page = jan.submit(BEGIN, &used).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Ten kod wykorzystało już tyle osób");
}

#[tokio::test]
async fn a_code_that_a_co_author_types_lets_in_who_began() {
    let calls = Calls::with(|setup| setup.access = Access::ByCode).await;
    make_code(&calls, &calls.call().await, 1).await;
    let mut anna = calls.congress.member().await;
    let key = key_of(&anna.get(BEGIN).await);
    let without = [("key", key.as_str()), ("title", "Tory"), ("act", "without")];
    let code = code_in(&anna.submit(BEGIN, &without).await);
    let mut fields = whole(&calls, &code).await;
    fields.extend([
        ("invite-name", "Jan Maj".to_owned()),
        ("invite-email", "jan@miasto.example".to_owned()),
        ("act", "invite".to_owned()),
    ]);
    send(&mut anna, &address(&code), &fields).await;
    let path = calls.letters(0).await[0].link("/zaproszenie/");
    let mut jan = calls.congress.member().await;
    jan.submit(&path, &[("act", "confirm")]).await;
    let fields = but(&whole(&calls, &code).await, "act", "code");
    let fields = but(&fields, "access", "UCZELNIE-7");
    send(&mut jan, &address(&code), &fields)
        .await
        .leads_to(&format!("/zgloszenia/{code}?code"));
    let fields = but(&whole(&calls, &code).await, "act", "send");
    send(&mut anna, &address(&code), &fields)
        .await
        .leads_to(&format!("/zgloszenia/{code}?sent"));
}

#[tokio::test]
async fn a_code_for_one_that_fifty_people_bring_at_once_lets_one_in() {
    let calls = Calls::with(|setup| setup.access = Access::ByCode).await;
    make_code(&calls, &calls.call().await, 1).await;
    let mut coming = JoinSet::new();
    for _ in 0..50 {
        let mut person = calls.congress.member().await;
        coming.spawn(async move {
            let key = key_of(&person.get(BEGIN).await);
            let form = format!("key={key}&access=UCZELNIE-7");
            person.post(BEGIN, &form).await.status
        });
    }
    let statuses = coming.join_all().await;
    let count = |wanted| statuses.iter().filter(|one| **one == wanted).count();
    assert_eq!(count(StatusCode::SEE_OTHER), 1);
    assert_eq!(count(StatusCode::UNPROCESSABLE_ENTITY), 49);
}

#[tokio::test]
async fn questions_of_every_type_are_asked_and_answers_are_looked_at() {
    let option = |words| Text::in_language(wiec_model::Lang::Pl, words).unwrap();
    let calls = Calls::with(|setup| {
        let choice = QuestionKind::Choice {
            options: vec![option("Tramwaj"), option("Autobus")],
            least: 1,
            most: 2,
        };
        setup.questions = vec![
            question("linia", QuestionKind::Line { most: 10 }, Required::Always),
            question(
                "opis",
                QuestionKind::Paragraphs { most: 99 },
                Required::Never,
            ),
            question("pojazd", choice, Required::Always),
            question(
                "lata",
                QuestionKind::Number { least: 1, most: 9 },
                Required::Never,
            ),
            question("mapa", QuestionKind::Link, Required::Never),
            pdf_question("plan", Required::Always),
        ];
    })
    .await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    let mut fields = whole(&calls, &code).await;
    fields.extend([
        ("q-linia", "Za długa linia".to_owned()),
        ("q-opis", "Raz.\n\nDwa.".to_owned()),
        ("q-lata", "dziesięć".to_owned()),
        ("q-mapa", "mapa".to_owned()),
        ("act", "send".to_owned()),
    ]);
    let page = send(&mut anna, &address(&code), &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Zostało 5 miejsc do poprawy")
        .says("Wpisz liczbę całkowitą od 1 do 9.")
        .says("<a href=\"#f-q-pojazd\">")
        .says("<a href=\"#f-q-plan\">")
        .says("value=\"dziesięć\"");
    let path = format!("/zgloszenia/{code}/plik/plan");
    let file = ("file", "plan.pdf", &b"%PDF-1.7 plan"[..]);
    let page = anna.upload(&path, &[], file).await;
    page.leads_to(&format!("/zgloszenia/{code}?file#pliki"));
    let fields = but(&but(&fields, "q-linia", "Krótka"), "q-lata", "9");
    let mut fields = but(&but(&fields, "q-mapa", ""), "revision", "1");
    fields.extend([("q-pojazd", "0".to_owned()), ("q-pojazd", "1".to_owned())]);
    let page = send(&mut anna, &address(&code), &fields).await;
    page.leads_to(&format!("/zgloszenia/{code}?sent"));
    let sent = calls.find(&code).await;
    let replies = |key: &str| sent.words.replies.get(&slug(key)).cloned();
    assert_eq!(
        replies("pojazd"),
        Some(vec!["0".to_owned(), "1".to_owned()])
    );
    assert_eq!(replies("mapa"), None);
    assert_eq!(sent.authors[0].standing, AuthorStanding::Submitter);
    anna.get(&format!("/zgloszenia/{code}/podglad"))
        .await
        .says("Tramwaj, Autobus")
        .says("<strong>kwartał</strong>");
}

#[tokio::test]
async fn the_preview_shows_blind_members_no_name_and_the_public_what_it_will_read() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    let words = "Anna Żak z Politechniki, anna@miasto.example.";
    let fields = but(&whole(&calls, &code).await, "summary", words);
    let page = send(&mut anna, &address(&code), &but(&fields, "act", "preview")).await;
    page.leads_to(&format!("/zgloszenia/{code}/podglad"));
    let page = anna.get(&format!("/zgloszenia/{code}/podglad")).await;
    let text = page.text();
    let (_, shown) = text.split_once("id=\"komisja\"").unwrap();
    let (committee, public) = shown.split_once("id=\"wszyscy\"").unwrap();
    for name in ["Żak", "anna@", "miasto.example", "Świętokrzyska"] {
        assert!(!committee.contains(name), "{name} in {committee}");
    }
    assert!(committee.contains("█████ z Politechniki"), "{committee}");
    assert!(public.contains("Anna Żak, Politechnika Świętokrzyska, Kielce"));
}

#[tokio::test]
async fn a_draft_is_deleted_by_who_began_it_and_ones_list_costs_the_same_whatever_is_on_it() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let page = anna.get("/zgloszenia").await;
    page.says("Nie ma tu jeszcze żadnego zgłoszenia")
        .says("href=\"/nabory\"");
    let code = calls.draft(&mut anna).await;
    let out = format!("/zgloszenia/{code}/wycofaj");
    let page = anna.submit(&out, &[("sure", "1")]).await;
    page.leads_to("/zgloszenia?deleted");
    assert_eq!(calls.find_any(&code).await, None);
    anna.submit(&out, &[("sure", "1")])
        .await
        .is(StatusCode::NOT_FOUND);

    let mut reader = anna.clone();
    let add = async |_| {
        calls.draft(&mut anna).await;
    };
    let congress = &calls.congress;
    congress
        .same_queries_at_one_and_three(&mut reader, "/zgloszenia", add)
        .await;
    reader
        .get("/en/submissions")
        .await
        .says("My submissions")
        .says("Send it by 25\u{a0}November 2019, 11:15.");
}
