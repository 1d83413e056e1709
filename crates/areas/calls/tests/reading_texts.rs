//! Chosen texts: read once they were told, without names that are to be kept, with every change since.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/reading.rs"]
mod support;

use axum::http::StatusCode;
use support::{Forum, question, text};
use wiec_kit::testing::slug;
use wiec_model::calls::{Anonymity, AuthorId, Decision, QuestionKind, Tier, Visible};
use wiec_store::NewAuthor;

const TEXTS: &str = "/nabory/kalejdoskopy/teksty";

#[tokio::test]
async fn a_text_is_read_once_it_was_told_that_it_is_chosen_and_no_longer_when_it_is_taken_back() {
    let (forum, call) = Forum::open().await;
    let of = forum.sent(&call, "Chodnik dla wszystkich").await;
    let address = format!("{TEXTS}/{}", of.code);
    let mut visitor = forum.congress.visitor();
    let hidden = async |visitor: &mut wiec_kit::testing::Visitor| {
        visitor.get(&address).await.is(StatusCode::NOT_FOUND);
        for path in [
            TEXTS,
            "/nabory/kalejdoskopy/teksty.json",
            "/nabory/kalejdoskopy/teksty.csv",
        ] {
            let page = visitor.get(path).await;
            page.is(StatusCode::OK).does_not_say("Chodnik dla");
        }
    };
    hidden(&mut visitor).await;
    forum.decide(&call, &of, Decision::Accept).await;
    hidden(&mut visitor).await;
    forum.tell(&call, &of, Decision::Accept).await;
    visitor
        .get(TEXTS)
        .await
        .says("Chodnik dla wszystkich")
        .says("Anna Maj")
        .says(&format!("href=\"{address}\""));
    visitor
        .get(&address)
        .await
        .is(StatusCode::OK)
        .says("Przez rok chodziliśmy po mieście.")
        .says("<b>Anna Maj</b><span class=\"soft\">, Biuro Dróg, Opole</span>")
        .says("CC BY 4.0")
        .does_not_say("Zmieniono po wyborze");
    let english = format!("/en/calls/kalejdoskopy/texts/{}", of.code);
    visitor
        .get(&english)
        .await
        .is(StatusCode::OK)
        .says("<h1 lang=\"pl\">");
    // Its code leads nowhere under another call.
    forum.call("inny", |_| {}).await;
    let elsewhere = format!("/nabory/inny/teksty/{}", of.code);
    visitor.get(&elsewhere).await.is(StatusCode::NOT_FOUND);

    let mut tx = forum.begin().await;
    tx.submissions().withdraw(&call, of.id).await.unwrap();
    tx.commit().await.unwrap();
    hidden(&mut visitor).await;
}

#[tokio::test]
async fn nobody_is_named_who_has_not_said_that_they_are_an_author() {
    let (forum, call) = Forum::open().await;
    let of = forum.sent(&call, "Razem").await;
    let new = NewAuthor {
        id: AuthorId(forum.key().parse().unwrap()),
        email: "ola@miasto.example".parse().unwrap(),
        about: wiec_model::calls::AboutAuthor {
            name: "Ola Zawada".to_owned(),
            ..Default::default()
        },
        token: "zaproszenie-oli".to_owned(),
    };
    let mut tx = forum.begin().await;
    tx.submissions().invite(&call, of.id, &new).await.unwrap();
    tx.commit().await.unwrap();
    forum.tell(&call, &of, Decision::Accept).await;
    let mut visitor = forum.congress.visitor();
    for path in [
        TEXTS.to_owned(),
        format!("{TEXTS}/{}", of.code),
        format!("{TEXTS}.json"),
        format!("{TEXTS}.csv"),
    ] {
        let page = visitor.get(&path).await;
        page.is(StatusCode::OK)
            .says("Anna Maj")
            .does_not_say("Zawada")
            .does_not_say("miasto.example");
    }
}

#[tokio::test]
async fn an_anonymous_text_holds_nothing_of_whose_it_is_wherever_that_was_written() {
    let forum = Forum::empty().await;
    let call = forum
        .call("kalejdoskopy", |setup| {
            setup.anonymity = Anonymity::Committee;
            let media = vec!["application/pdf".to_owned()];
            let size_bytes = 5 << 20;
            setup.questions = vec![
                question("po-co", QuestionKind::Line { most: 99 }, Visible::Public),
                question("strona", QuestionKind::Link, Visible::Public),
                question(
                    "slajdy",
                    QuestionKind::File { media, size_bytes },
                    Visible::Public,
                ),
            ];
        })
        .await;
    for anonymity in [Anonymity::Public, Anonymity::Committee] {
        let of = forum
            .sent_with(&call, "Wtopa, czyli Anna Maj na moście", |new| {
                new.anonymity = anonymity;
                "Biuro dróg zbudowało most. Pytania: anna@miasto.example"
                    .clone_into(&mut new.words.summary);
                new.words.links = vec!["https://anna-maj.example".to_owned()];
                for (key, reply) in [
                    ("po-co", "Bo anna maj wie lepiej"),
                    ("strona", "https://anna-maj.example"),
                ] {
                    new.words.replies.insert(slug(key), vec![reply.to_owned()]);
                }
            })
            .await;
        let file = forum.file(&call, &of, "slajdy").await;
        forum.tell(&call, &of, Decision::Accept).await;
        forum
            .rewrite(&call, &of, |words| {
                words.summary.push_str(" Anna Maj przeprasza.");
            })
            .await;
        let address = format!("{TEXTS}/{}", of.code);
        let mut visitor = forum.congress.visitor();
        let attached = format!("{address}/pliki/{file}");
        visitor.get(&attached).await.is(StatusCode::NOT_FOUND);
        visitor
            .get(&address)
            .await
            .says("Tekst anonimowy")
            .says("zbudowało most")
            // What they took out may be what told whose it is.
            .does_not_say("Zmieniono po wyborze");
        for path in [
            TEXTS.to_owned(),
            address,
            format!("{TEXTS}.json"),
            format!("{TEXTS}.csv"),
        ] {
            let page = visitor.get(&path).await;
            page.is(StatusCode::OK);
            let said = page.text().to_lowercase();
            for secret in [
                "anna",
                "maj.",
                "biuro dróg",
                "opole",
                "miasto.example",
                &file.to_string(),
            ] {
                assert!(!said.contains(secret), "{path} says {secret}: {said}");
            }
        }
    }
}

#[tokio::test]
async fn replies_and_files_are_public_only_where_their_question_is() {
    let forum = Forum::empty().await;
    let media = || vec!["application/pdf".to_owned()];
    let size_bytes = 5 << 20;
    let call = forum
        .call("kalejdoskopy", |setup| {
            let options = vec![text("Parter"), text("Piętro")];
            let choice = QuestionKind::Choice {
                options,
                least: 0,
                most: 2,
            };
            let slides = |visible| {
                let media = media();
                (QuestionKind::File { media, size_bytes }, visible)
            };
            let (open, public) = slides(Visible::Public);
            let (closed, committee) = slides(Visible::Committee);
            setup.questions = vec![
                question("gdzie", choice, Visible::Public),
                question("strona", QuestionKind::Link, Visible::Public),
                question("telefon", QuestionKind::Line { most: 20 }, Visible::Office),
                question("slajdy", open, public),
                question("szkic", closed, committee),
            ];
        })
        .await;
    let of = forum
        .sent_with(&call, "Schody", |new| {
            for (key, reply) in [
                ("gdzie", "1"),
                ("strona", "javascript:alert(1)"),
                ("telefon", "600100200"),
            ] {
                new.words.replies.insert(slug(key), vec![reply.to_owned()]);
            }
        })
        .await;
    let slides = forum.file(&call, &of, "slajdy").await;
    let sketch = forum.file(&call, &of, "szkic").await;
    let address = format!("{TEXTS}/{}", of.code);
    let file = |id| format!("{address}/pliki/{id}");
    let mut visitor = forum.congress.visitor();
    visitor.get(&file(slides)).await.is(StatusCode::NOT_FOUND);
    forum.tell(&call, &of, Decision::Accept).await;
    visitor
        .get(&address)
        .await
        .says("Piętro")
        .does_not_say("600100200")
        .does_not_say("href=\"javascript:")
        .says(&file(slides))
        .does_not_say(&file(sketch));
    let got = visitor.get(&file(slides)).await;
    assert_eq!(got.is(StatusCode::OK).bytes(), b"%PDF-1.7");
    assert_eq!(got.header("x-content-type-options"), "nosniff");
    let saved = format!("attachment; filename=\"{}-slajdy.pdf\"", of.code);
    assert_eq!(got.header("content-disposition"), saved);
    visitor.get(&file(sketch)).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_change_of_the_words_since_the_choice_is_marked_and_none_before_it() {
    let (forum, call) = Forum::open().await;
    let of = forum.sent(&call, "Woda").await;
    forum
        .rewrite(&call, &of, |words| {
            "Woda w mieście zostaje.".clone_into(&mut words.summary);
        })
        .await;
    forum.tell(&call, &of, Decision::Accept).await;
    forum
        .rewrite(&call, &of, |words| words.tier = Some(Tier::Region))
        .await;
    forum
        .rewrite(&call, &of, |words| {
            "Woda w mieście spływa.".clone_into(&mut words.summary);
        })
        .await;
    let mut visitor = forum.congress.visitor();
    visitor
        .get(&format!("{TEXTS}/{}", of.code))
        .await
        .says("Zmieniono po wyborze")
        .says("zostaje")
        .says("spływa")
        .says("<ins>")
        .does_not_say("chodziliśmy");
}

#[tokio::test]
async fn texts_are_found_by_theme_and_size_of_place() {
    let (forum, call) = Forum::open().await;
    for (title, track, tier) in [
        ("Czynsz", "mie", Tier::Metropolis),
        ("Kamienica", "mie", Tier::SmallTown),
        ("Autobus", "tra", Tier::SmallTown),
    ] {
        let of = forum
            .sent_with(&call, title, |new| {
                new.words.track = Some(slug(track));
                new.words.tier = Some(tier);
            })
            .await;
        forum.tell(&call, &of, Decision::Accept).await;
    }
    let mut visitor = forum.congress.visitor();
    for (question, found) in [
        ("", ["Czynsz", "Kamienica", "Autobus"].as_slice()),
        ("?temat=mie", &["Czynsz", "Kamienica"]),
        ("?temat=mie&miejscowosc=small_town", &["Kamienica"]),
        ("?miejscowosc=region", &[]),
        (
            "?temat=&miejscowosc=co",
            &["Czynsz", "Kamienica", "Autobus"],
        ),
    ] {
        let page = visitor.get(&format!("{TEXTS}{question}")).await;
        let text = page.is(StatusCode::OK).text();
        let listed: Vec<&str> = ["Czynsz", "Kamienica", "Autobus"]
            .into_iter()
            .filter(|title| text.contains(&format!("\">{title}</a>")))
            .collect();
        assert_eq!(listed, found, "{question}");
    }
    visitor
        .get(&format!("{TEXTS}?temat=mie"))
        .await
        .says("href=\"/en/calls/kalejdoskopy/texts?track=mie\"");
}

#[tokio::test]
async fn data_are_open_and_no_cell_is_a_formula() {
    let (forum, call) = Forum::open().await;
    let of = forum.sent(&call, "=1+1, czyli plan").await;
    forum.tell(&call, &of, Decision::Accept).await;
    let mut visitor = forum.congress.visitor();
    let json = visitor.get(&format!("{TEXTS}.json")).await;
    assert_eq!(
        json.is(StatusCode::OK)
            .header("access-control-allow-origin"),
        "*"
    );
    json.says("\"title\":\"=1+1, czyli plan\"").says(&format!(
        "https://kongres.example/kpm-2019{TEXTS}/{}",
        of.code
    ));
    let csv = visitor.get(&format!("{TEXTS}.csv")).await;
    csv.is(StatusCode::OK)
        .says(",\"'=1+1, czyli plan\",Anna Maj,pl,mie,small_town,");
}
