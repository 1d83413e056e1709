//! The office sees what was offered, hides what tells whose it is, and types in what came on paper.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/office.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, filled, slug};
use wiec_model::calls::{
    Blinded, FileId, Question, QuestionKind, RedactedField, Required, State, Submission, Visible,
};
use wiec_model::rules::{Grant, Role};
use wiec_model::{Lang, Text};
use wiec_store::NewFile;

use support::*;

const TYPING: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/dopisz";

/// A letter from somebody without an account.
const LETTER: [(&str, &str); 9] = [
    ("author-name", "Jan Kot"),
    ("author-email", "jan@miasto.example"),
    ("author-town", "Radom"),
    ("title", "Tramwaj w rok"),
    ("summary", "Jak **to** zrobiono."),
    ("lang", "pl"),
    ("tier", "mid_size"),
    ("anonymity", "none"),
    ("consent-zasady", "1"),
];

fn page_of(submission: &Submission) -> String {
    format!("{CALL}/zgloszenia/{}", submission.code)
}

async fn all(congress: &wiec_kit::testing::TestCongress) -> Vec<Submission> {
    let call = call(congress).await;
    let submissions = congress.app.store.submissions();
    submissions
        .list(&slug(SAMPLE), call.id, &State::WORDS)
        .await
        .unwrap()
}

#[tokio::test]
async fn words_are_hidden_everywhere_or_in_one_place_and_shown_again() {
    let congress = with_call().await;
    let author = congress.account(&[]).await;
    let call = call(&congress).await;
    let mut tx = begin(&congress).await;
    let mut said = words("Ulica Sienkiewicza");
    said.summary = "Na Sienkiewicza i obok Sienkiewicza jest\nsklep. Anna Maj.".to_owned();
    let sent = offer(
        &mut tx,
        &congress,
        &call,
        Some(author.id),
        said,
        about("Anna Maj"),
    )
    .await;
    tx.commit().await.unwrap();
    let mut organiser = congress.organiser().await;
    let page = page_of(&sent);
    organiser
        .get(&page)
        .await
        .says("Na Sienkiewicza i obok Sienkiewicza jest\nsklep. █████.")
        .says("Zarząd Dróg");
    let act = format!("{page}/ukryte");
    let second = [
        ("field", "summary"),
        ("words", "Sienkiewicza"),
        ("nth", "2"),
    ];
    for _ in 0..2 {
        let done = organiser.submit(&act, &second).await;
        done.leads_to(&format!("{page}?saved#slepy"));
    }
    let title = [("field", "title"), ("words", "sienkiewicza")];
    organiser
        .submit(&act, &title)
        .await
        .is(StatusCode::SEE_OTHER);
    let now = reload(&congress, &sent).await;
    assert_eq!(now.redactions.len(), 2);
    assert_eq!(now.redactions[0].field, RedactedField::Summary);
    assert_eq!((now.redactions[0].start, now.redactions[0].end), (23, 35));
    let blinded = Blinded::of(&now, &call.setup, &[]);
    assert_eq!(blinded.title(), "Ulica █████");
    let seen = organiser.get(&page).await;
    seen.says("Na Sienkiewicza i obok █████ jest\nsklep")
        .says("Ulica █████");
    let mark = format!("summary/23/35/{}", "Sienkiewicza");
    organiser
        .submit(&act, &[("show", &mark)])
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(reload(&congress, &sent).await.redactions.len(), 1);
    // As it is read and not as it is typed: the second line begins in between.
    let broken = [
        ("field", "summary"),
        ("words", "jest sklep. Anna"),
        ("nth", "1"),
    ];
    organiser
        .submit(&act, &broken)
        .await
        .is(StatusCode::SEE_OTHER);
    let now = reload(&congress, &sent).await;
    assert_eq!(now.redactions[1].words, "jest\nsklep. Anna");
    for (wrong, field) in [
        (
            [("field", "summary"), ("words", "Nie ma"), ("nth", "")],
            "#f-words",
        ),
        (
            [("field", "summary"), ("words", "Anna"), ("nth", "2")],
            "#f-words",
        ),
        (
            [("field", "reply:nic"), ("words", "Anna"), ("nth", "")],
            "#f-field",
        ),
    ] {
        organiser
            .submit(&act, &wrong)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(field)
            .says(wrong[1].1);
    }
}

#[tokio::test]
async fn a_file_is_fetched_under_a_name_that_tells_nothing_and_cleared_once() {
    let congress = with_call().await;
    let file = QuestionKind::File {
        media: vec!["application/pdf".to_owned()],
        size_bytes: 100,
    };
    let call = set(&congress, |setup| {
        setup.questions = vec![Question {
            key: slug("plakat"),
            label: Text::in_language(Lang::Pl, "Plakat").unwrap(),
            hint: None,
            kind: file,
            required: Required::Never,
            visible: Visible::Committee,
        }];
    })
    .await;
    let sent = sent(&congress, "Ulice").await;
    let new = NewFile {
        id: FileId(congress.app.chance.uuid(congress.now())),
        question: slug("plakat"),
        name: "anna-maj.pdf".to_owned(),
        media: "application/pdf".to_owned(),
        bytes: b"%PDF-1.7".to_vec(),
    };
    let mut tx = begin(&congress).await;
    let put = tx
        .submissions()
        .put_file(&call, sent.id, &new)
        .await
        .unwrap();
    assert!(put.is_ok());
    tx.commit().await.unwrap();
    let mut organiser = congress.organiser().await;
    let page = page_of(&sent);
    organiser
        .get(&page)
        .await
        .says("anna-maj.pdf")
        .says("Widoczne pliki: 0");
    let address = format!("{page}/pliki/{}", new.id);
    let fetched = organiser.get(&address).await;
    assert_eq!(fetched.is(StatusCode::OK).bytes(), b"%PDF-1.7");
    let name = format!("attachment; filename=\"{}-plakat.pdf\"", sent.code);
    assert_eq!(fetched.header("content-disposition"), name);
    for _ in 0..2 {
        let done = organiser.submit(&address, &[]).await;
        done.leads_to(&format!("{page}?saved#pliki"));
    }
    organiser.get(&page).await.says("Widoczne pliki: 1");
    let mut other = congress.member_as(Role::Committee).await;
    other.get(&address).await.is(StatusCode::NOT_FOUND);
    let ghost = format!("{page}/pliki/{}", sent.id);
    organiser.get(&ghost).await.is(StatusCode::NOT_FOUND);
    organiser
        .submit(&ghost, &[])
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_works_in_the_office_and_is_an_author_sees_no_reviews_of_it() {
    let congress = with_call().await;
    let grant = Grant::of_congress(Role::Organiser, slug(SAMPLE));
    let author = congress.account(&[grant]).await;
    let sent = sent_by(&congress, &author, "Ulice").await;
    let judge = member(&congress, "Opole").await;
    let mut tx = begin(&congress).await;
    tx.reviews()
        .assign_by_hand(&sent, judge.id, "bo Opole")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    review(&congress, &sent, judge.id, "Słabe jak herbata.").await;
    let mut organiser = congress.organiser().await;
    let page = page_of(&sent);
    organiser.get(&page).await.says("Słabe jak herbata.");
    let means = wiec_model::account::Means::Mail;
    let mut own = congress.signed_in(author, means).await;
    own.get(&page)
        .await
        .says("To twoje zgłoszenie")
        .does_not_say("herbata")
        .does_not_say(&judge.email.clone().unwrap().to_string());
    own.get(&format!("{CALL}/przydzialy"))
        .await
        .does_not_say("bo Opole");
    let code = sent.code.to_string();
    let key = judge.id.to_string();
    let give = [
        ("act", "give"),
        ("code", &*code),
        ("account", &*key),
        ("reason", "a"),
    ];
    own.submit(&format!("{CALL}/przydzialy"), &give)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("rozstrzyga ktoś inny");
}

#[tokio::test]
async fn interests_are_told_with_their_reasons_and_drafts_of_reviews_are_not() {
    let congress = with_call().await;
    let sent = sent(&congress, "Ulice").await;
    let near = member(&congress, "Kielce").await;
    let mut tx = begin(&congress).await;
    let words = Some("Znamy się".to_owned());
    tx.reviews()
        .declare_interest(&sent, near.id, words)
        .await
        .unwrap();
    let fresh = wiec_model::calls::ReviewId(congress.app.chance.uuid(congress.now()));
    let draft = wiec_store::ReviewWords {
        for_committee: "Jeszcze myślę".to_owned(),
        ..wiec_store::ReviewWords::default()
    };
    tx.reviews()
        .save(&sent, near.id, fresh, 0, &draft)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut organiser = congress.organiser().await;
    organiser
        .get(&page_of(&sent))
        .await
        .says("to samo miasto")
        .says("zgłoszony konflikt interesów: Znamy się")
        .says("zaczęto")
        .does_not_say("Jeszcze myślę");
}

#[tokio::test]
async fn what_came_on_paper_is_typed_in_once_sent_and_its_author_is_written_to() {
    let congress = with_call().await;
    let track = congress.draft().await.tracks[0].slug.to_string();
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, TYPING).await;
    let mut letter = LETTER.to_vec();
    letter.extend([("track", track.as_str()), ("act", "send")]);
    for _ in 0..2 {
        let done = organiser.submit(TYPING, &filled(&page, &letter)).await;
        done.is(StatusCode::SEE_OTHER);
    }
    let [one] = &all(&congress).await[..] else {
        panic!("one submission")
    };
    assert!(matches!(one.state, State::Submitted { .. }));
    assert_eq!((one.account, one.authors.len()), (None, 1));
    let email = one.authors[0].email.as_ref().unwrap();
    assert_eq!(email.as_str(), "jan@miasto.example");
    let waiting = congress
        .app
        .store
        .jobs()
        .counts(wiec_store::JobsOf::Everyone)
        .await;
    assert!(waiting.unwrap().waiting > 0);
    let page = page_of(one);
    organiser
        .get(&page)
        .await
        .says("jan@miasto.example")
        .says("<strong>to</strong>")
        .says("miasto średnie");
    // The words are changed on record, and who saw older ones is told.
    let text = format!("{page}/tekst");
    let form = fields_of(&mut organiser, &text).await;
    let change = [("act", "save"), ("title", "Tramwaj w dwa lata")];
    for _ in 0..2 {
        let done = organiser.submit(&text, &filled(&form, &change)).await;
        done.leads_to(&format!("{page}?saved"));
    }
    let late = [("act", "save"), ("title", "Tramwaj nigdy")];
    organiser
        .submit(&text, &filled(&form, &late))
        .await
        .is(StatusCode::CONFLICT)
        .says("Tramwaj nigdy");
    organiser
        .get(&page)
        .await
        .says("Zmiany treści")
        .says("<ins");
    let invite = format!("{page}/autorzy");
    let ola = [
        ("author-name", "Ola Sowa"),
        ("author-email", "ola@miasto.example"),
    ];
    for _ in 0..2 {
        let done = organiser.submit(&invite, &ola).await;
        done.leads_to(&format!("{page}?saved#autorzy"));
    }
    assert_eq!(reload(&congress, one).await.authors.len(), 2);
    organiser
        .submit(&invite, &[("author-name", ""), ("author-email", "x")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-author-name")
        .says("#f-author-email");
}

#[tokio::test]
async fn a_draft_needs_little_and_sending_everything_and_nothing_typed_is_lost() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, TYPING).await;
    let empty = [
        ("act", "send"),
        ("author-name", "Jan Kot"),
        ("summary", "Zostaje"),
    ];
    let refused = organiser.submit(TYPING, &filled(&page, &empty)).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Zostaje");
    for field in ["author-email", "title", "tier", "consent-zasady"] {
        refused.says(&format!("#f-{field}\""));
    }
    assert_eq!(all(&congress).await.len(), 0);
    let draft = [
        ("act", "save"),
        ("author-name", "Jan Kot"),
        ("author-email", "jan@miasto.example"),
    ];
    organiser
        .submit(TYPING, &filled(&page, &draft))
        .await
        .is(StatusCode::SEE_OTHER);
    let one = all(&congress).await.remove(0);
    assert_eq!(one.state, State::Draft);
    let text = format!("{}/tekst", page_of(&one));
    organiser.get(TYPING).await.says(&text);
    let form = fields_of(&mut organiser, &text).await;
    let mut letter = LETTER.to_vec();
    letter.push(("act", "send"));
    organiser
        .submit(&text, &filled(&form, &letter))
        .await
        .is(StatusCode::SEE_OTHER);
    assert!(matches!(
        reload(&congress, &one).await.state,
        State::Submitted { .. }
    ));
}

#[tokio::test]
async fn after_the_deadline_a_draft_is_kept_and_it_says_why_it_is_not_sent() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, TYPING).await;
    let mut draft = LETTER.to_vec();
    draft.push(("act", "save"));
    organiser
        .submit(TYPING, &filled(&page, &draft))
        .await
        .is(StatusCode::SEE_OTHER);
    congress.advance(jiff::SignedDuration::from_hours(24 * 30));
    let mut organiser = congress.organiser().await;
    let one = all(&congress).await.remove(0);
    let text = format!("{}/tekst", page_of(&one));
    let form = fields_of(&mut organiser, &text).await;
    organiser
        .submit(
            &text,
            &filled(&form, &[("act", "send"), ("consent-zasady", "1")]),
        )
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Nabór teraz tego nie przyjmuje");
    assert_eq!(reload(&congress, &one).await.state, State::Draft);
}

#[tokio::test]
async fn what_somebody_sent_themselves_the_office_does_not_rewrite() {
    let congress = with_call().await;
    let sent = sent(&congress, "Ulice").await;
    let mut organiser = congress.organiser().await;
    let page = page_of(&sent);
    organiser
        .get(&format!("{page}/tekst"))
        .await
        .is(StatusCode::NOT_FOUND);
    for word in ["tekst", "autorzy"] {
        let act = format!("{page}/{word}");
        let sent = organiser.submit(&act, &[("revision", "0")]).await;
        sent.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_submission_costs_the_same_queries_whatever_is_said_of_it() {
    let congress = with_call().await;
    let submission = sent(&congress, "Ulice").await;
    let mut organiser = congress.organiser().await;
    congress
        .same_queries_at_one_and_three(&mut organiser, &page_of(&submission), async |_| {
            let judge = member(&congress, "Opole").await;
            review(&congress, &submission, judge.id, "Dobre").await;
        })
        .await;
}
