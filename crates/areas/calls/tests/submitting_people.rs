//! Co-authors: asked by a letter, bound by nobody's word but their own, and never named against their will.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/submitting.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::Visitor;
use wiec_model::calls::AuthorStanding;

use support::*;

const JAN: &str = "jan@miasto.example";

async fn invite(calls: &Calls, author: &mut Visitor, code: &str) {
    let mut fields = whole(calls, code).await;
    fields.extend([
        ("invite-name", "Jan Maj".to_owned()),
        ("invite-email", JAN.to_owned()),
        ("act", "invite".to_owned()),
    ]);
    for _ in 0..2 {
        let page = send(author, &address(code), &fields).await;
        page.leads_to(&format!("/zgloszenia/{code}?invited#osoby"));
    }
}

#[tokio::test]
async fn who_is_invited_hears_whose_word_it_is_and_what_is_kept_and_says_yes_with_an_account() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    invite(&calls, &mut anna, &code).await;
    // What was typed beside the invitation is kept.
    let draft = calls.find(&code).await;
    assert_eq!(draft.words.summary, "Szlifowanie szyn co **kwartał**.");
    let letters = calls.letters(0).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, [JAN]);
    let words = letters[0].plain();
    for part in [
        "> Anna Żak",
        "> Cichsze torowiska",
        "art. 14 RODO",
        "400 dni",
    ] {
        assert!(words.contains(part), "{part}\n{words}");
    }
    let path = letters[0].link("/zaproszenie/");
    let mut stranger = calls.congress.visitor();
    stranger
        .get(&path)
        .await
        .says("Anna Żak podaje, że jesteś")
        .says("Usuń moje dane")
        .says("Wejdź i potwierdź");
    stranger
        .submit(&path, &[("act", "confirm")])
        .await
        .is(StatusCode::SEE_OTHER);
    let standing = |at: usize, draft: &wiec_model::calls::Submission| draft.authors[at].standing;
    assert_eq!(
        standing(1, &calls.find(&code).await),
        AuthorStanding::Invited
    );

    let mut jan = calls.congress.member().await;
    // Until they say so, it is not theirs.
    jan.get(&address(&code)).await.is(StatusCode::NOT_FOUND);
    for _ in 0..2 {
        let page = jan.submit(&path, &[("act", "confirm")]).await;
        page.leads_to(&format!("/kpm-2019/zgloszenia/{code}"));
    }
    let confirmed = calls.find(&code).await;
    assert_eq!(standing(1, &confirmed), AuthorStanding::Confirmed);
    assert_eq!(confirmed.authors[1].account, Some(jan.id()));
    // Now they may change it, and say of themselves what they like; of the other author they cannot.
    let page = jan.get(&address(&code)).await;
    page.says("value=\"Jan Maj\"")
        .says("Usuń mnie ze zgłoszenia");
    let fields = but(&whole(&calls, &code).await, "name", "Jan K. Maj");
    let page = send(&mut jan, &address(&code), &but(&fields, "title", "Razem")).await;
    page.leads_to(&format!("/zgloszenia/{code}?saved"));
    let now = calls.find(&code).await;
    assert_eq!(now.words.title, "Razem");
    let names: Vec<&str> = now
        .authors
        .iter()
        .map(|author| author.about.name.as_str())
        .collect();
    assert_eq!(names, ["Anna Żak", "Jan K. Maj"]);
    jan.get("/zgloszenia").await.says("Razem");
    // They are named in the order that any of them says.
    let up = format!("place.{}.0", now.authors[1].id);
    let fields = but(&whole(&calls, &code).await, "name", "Jan K. Maj");
    let fields = but(&fields, "title", "Razem");
    jan.get(&address(&code)).await.says(&up);
    for _ in 0..2 {
        let page = send(&mut jan, &address(&code), &but(&fields, "act", &up)).await;
        page.leads_to(&format!("/zgloszenia/{code}?ordered#osoby"));
        let ordered = calls.find(&code).await;
        assert_eq!(ordered.authors[0].account, Some(jan.id()));
    }
    let back = format!("place.{}.0", now.authors[0].id);
    let fields = but(&but(&fields, "name", "Anna Żak"), "act", &back);
    send(&mut anna, &address(&code), &fields).await;
    assert_eq!(calls.find(&code).await.authors, now.authors);
    // A draft is its submitter's to delete, and they cannot be taken out.
    jan.get(&format!("/zgloszenia/{code}/wycofaj"))
        .await
        .is(StatusCode::NOT_FOUND);
    let fields = whole(&calls, &code).await;
    let out = format!("remove.{}", now.authors[0].id);
    let page = send(&mut jan, &address(&code), &but(&fields, "act", &out)).await;
    page.is(StatusCode::NOT_FOUND);
    // What both are told goes to both.
    let fields = but(&whole(&calls, &code).await, "act", "send");
    send(&mut jan, &address(&code), &fields).await;
    let mut told: Vec<String> = calls
        .letters(1)
        .await
        .into_iter()
        .flat_map(|letter| letter.to)
        .collect();
    told.sort();
    let mut expected = [anna.email(), jan.email()];
    expected.sort();
    assert_eq!(told, expected);
    // They may leave by themselves.
    let fields = whole(&calls, &code).await;
    let own = format!("remove.{}", now.authors[1].id);
    let page = send(&mut jan, &address(&code), &but(&fields, "act", &own)).await;
    page.leads_to("/zgloszenia");
    jan.get(&address(&code)).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_says_no_needs_no_account_leaves_only_an_address_and_is_not_invited_again() {
    let calls = Calls::open().await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    invite(&calls, &mut anna, &code).await;
    let letters = calls.letters(0).await;
    let path = letters[0].link("/zaproszenie/");
    let mut stranger = calls.congress.visitor();
    for _ in 0..2 {
        let page = stranger.submit(&path, &[("act", "remove")]).await;
        page.leads_to(&path);
    }
    stranger
        .get(&path)
        .await
        .says("nie należy już do zgłoszenia")
        .does_not_say("Jan Maj");
    let mut jan = calls.congress.member().await;
    jan.submit(&path, &[("act", "confirm")])
        .await
        .leads_to(&path);
    let draft = calls.find(&code).await;
    assert_eq!(draft.authors[1].standing, AuthorStanding::Removed);
    assert_eq!(draft.authors[1].about.name, "–");
    anna.get(&address(&code)).await.does_not_say("Jan Maj");

    let mut fields = whole(&calls, &code).await;
    fields.extend([
        ("invite-name", "Jan Maj".to_owned()),
        ("invite-email", JAN.to_owned()),
        ("act", "invite".to_owned()),
    ]);
    let page = send(&mut anna, &address(&code), &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Nie można zaprosić jej ponownie")
        .says("value=\"Jan Maj\"");
    assert_eq!(calls.letters(1).await, []);
    let wrong = path.replace("/zaproszenie/", "/zaproszenie/x");
    stranger.get(&wrong).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_invites_themselves_nor_more_than_there_may_be_nor_with_links_of_their_own() {
    let calls = Calls::with(|setup| setup.limits.authors = 2).await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    let fields = but(&whole(&calls, &code).await, "act", "invite");
    let page = send(&mut anna, &address(&code), &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("<a href=\"#f-invite-email\">");
    let fields = but(&but(&fields, "revision", "1"), "invite-name", "Ja");
    let own = but(&fields, "invite-email", &anna.email());
    let page = send(&mut anna, &address(&code), &own).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("To Twój adres");
    let hostile = but(&fields, "title", "Wygraj na https://evil.example/x");
    let hostile = but(&hostile, "name", "Zajrzyj na evil.example");
    let hostile = but(&hostile, "invite-email", JAN);
    let page = send(&mut anna, &address(&code), &hostile).await;
    page.leads_to(&format!("/zgloszenia/{code}?invited#osoby"));
    let letters = calls.letters(0).await;
    assert!(
        !letters[0].message.contains("evil"),
        "{}",
        letters[0].message
    );
    let fields = but(&whole(&calls, &code).await, "act", "invite");
    let third = but(
        &but(&fields, "invite-name", "Ela"),
        "invite-email",
        "e@a.example",
    );
    let page = send(&mut anna, &address(&code), &third).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Mogą być najwyżej 2 osoby.");
    // By the same link an author who is one already cannot become another.
    let path = letters[0].link("/zaproszenie/");
    let page = anna.submit(&path, &[("act", "confirm")]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("To konto należy już do autorów");
}

#[tokio::test]
async fn files_are_told_by_what_they_hold_and_only_authors_get_them_back() {
    use wiec_model::calls::Required;
    let calls = Calls::with(|setup| {
        setup.questions = vec![pdf_question("plan", Required::Never)];
    })
    .await;
    let mut anna = calls.congress.member().await;
    let code = calls.draft(&mut anna).await;
    let path = format!("/zgloszenia/{code}/plik/plan");
    let large = [&b"%PDF-1.7 "[..], &vec![b'a'; 2 << 20]].concat();
    let cases: [(&[u8], &str); 4] = [
        (b"", "Plik jest pusty."),
        (b"#!/bin/sh", "zawiera program albo makra"),
        (b"\x89PNG\r\n\x1a\n", "Potrzebny: PDF."),
        (&large, "najwyżej 1 MB"),
    ];
    for (bytes, says) in cases {
        let page = anna.upload(&path, &[], ("file", "plan.pdf", bytes)).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says(says);
    }
    let huge = vec![b'a'; (20 << 20) + 1];
    let page = anna.upload(&path, &[], ("file", "plan.pdf", &huge)).await;
    page.is(StatusCode::PAYLOAD_TOO_LARGE);
    for _ in 0..2 {
        let page = anna
            .upload(&path, &[], ("file", "Żak plan.pdf", b"%PDF-1.7 jeden"))
            .await;
        page.leads_to(&format!("/zgloszenia/{code}?file#pliki"));
    }
    anna.get(&address(&code)).await.says("Żak plan.pdf");
    let file = anna.get(&path).await;
    assert_eq!(file.bytes(), b"%PDF-1.7 jeden");
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(
        file.header("content-disposition"),
        format!("attachment; filename=\"{code}-plan.pdf\"")
    );
    let mut other = calls.congress.member().await;
    other.get(&path).await.is(StatusCode::NOT_FOUND);
    let put = other.upload(&path, &[], ("file", "a.pdf", b"%PDF-1")).await;
    put.is(StatusCode::NOT_FOUND);
    for _ in 0..2 {
        let page = anna.submit(&format!("{path}/usun"), &[]).await;
        page.leads_to(&format!("/zgloszenia/{code}?nofile#pliki"));
    }
    anna.get(&path).await.is(StatusCode::NOT_FOUND);
    let none = format!("/zgloszenia/{code}/plik/inny");
    anna.submit(&format!("{none}/usun"), &[])
        .await
        .is(StatusCode::NOT_FOUND);
}
