//! The office makes calls, says what they ask and how they are judged, and lets people in by codes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/office.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, filled, slug};
use wiec_model::Lang;
use wiec_model::calls::{
    Access, CallKind, QuestionKind, Quota, QuotaOf, Required, ReviewPhase, Sight, Visible,
};
use wiec_model::rules::Role;

use support::*;

const NEW: &str = "/biuro/kpm-2019/nabory/nowy";
const SETTINGS: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/ustawienia";
const REVIEW: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/ocena";
const QUESTIONS: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/pytania";
const CODES: &str = "/biuro/kpm-2019/nabory/kalejdoskopy/kody";

#[tokio::test]
async fn a_call_is_made_once_and_nobody_sees_it_before_it_is_said_when_it_opens() {
    let congress = empty().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, NEW).await;
    let more = [
        ("kind", "flop"),
        ("title-pl", "Noc wtop"),
        ("title-en", "Flops"),
    ];
    for _ in 0..2 {
        let made = organiser.submit(NEW, &filled(&page, &more)).await;
        made.leads_to(&format!("{OFFICE}/noc-wtop?saved"));
    }
    let all = congress
        .app
        .store
        .calls()
        .list(&slug(SAMPLE))
        .await
        .unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].setup.kind, CallKind::Flop);
    assert!(!all[0].is_announced());
    organiser
        .get(&format!("{OFFICE}/noc-wtop"))
        .await
        .is(StatusCode::OK)
        .says("nieogłoszone")
        .says("żaden etap nie ma daty");
    organiser.get(OFFICE).await.says("Noc wtop");
}

#[tokio::test]
async fn what_is_wrong_with_a_new_call_is_said_at_its_field() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, NEW).await;
    organiser
        .submit(NEW, &filled(&page, &[("title-en", "Stays")]))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-kind")
        .says("Stays");
    for taken in ["kalejdoskopy", "nowy", "new", "Zły adres"] {
        let more = [("kind", "poster"), ("title-pl", "Inny"), ("slug", taken)];
        organiser
            .submit(NEW, &filled(&page, &more))
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("#f-slug");
    }
}

#[tokio::test]
async fn everything_that_is_said_of_a_call_is_kept_as_it_was_typed() {
    let congress = with_call().await;
    let track = congress.draft().await.tracks[0].slug.clone();
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, SETTINGS).await;
    organiser
        .submit(SETTINGS, &filled(&page, &[("act", "save")]))
        .await
        .leads_to(&format!("{SETTINGS}?saved"));
    assert_eq!(call(&congress).await.revision, 0, "nothing was changed");
    let quota = format!("track:{track}");
    let more = [
        ("act", "save"),
        ("lead-en", "Four minutes each."),
        ("extended", "2019-11-30T12:00"),
        ("grace", "90"),
        ("access", "by_code"),
        ("per_person", "2"),
        ("track", track.as_str()),
        ("consent-0-text-pl", "Inne słowa."),
        ("consent-0-text-en", ""),
        ("quota", "7"),
        ("quota-7-of", quota.as_str()),
        ("quota-7-least", "2"),
        ("people", "Ewa Lis, urbanistka\n\n Jan Kot "),
        ("latest", "2019-12-20T00:00"),
    ];
    organiser
        .submit(SETTINGS, &filled(&page, &more))
        .await
        .leads_to(&format!("{SETTINGS}?saved"));
    let setup = call(&congress).await.setup;
    assert_eq!(setup.access, Access::ByCode);
    assert_eq!(setup.limits.per_person, Some(2));
    assert_eq!(setup.window.grace_minutes, 90);
    let extended = setup.window.extended_to.unwrap().to_string();
    assert_eq!(extended, "2019-11-30T11:00:00Z");
    assert_eq!(setup.tracks, std::slice::from_ref(&track));
    assert_eq!(setup.consents[0].version, 2, "other words, another version");
    assert_eq!(setup.consents[1].version, 1);
    assert_eq!(setup.committee.people, ["Ewa Lis, urbanistka", "Jan Kot"]);
    let quota = Quota {
        of: QuotaOf::Track(track),
        least: Some(2),
        most: None,
    };
    assert_eq!(setup.quotas, [quota]);
    assert_eq!(
        setup.lead.unwrap().exact(Lang::En),
        Some("Four minutes each.")
    );
}

#[tokio::test]
async fn wrong_settings_are_said_at_their_fields_rows_move_unstored_and_texts_are_previewed() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, SETTINGS).await;
    let wrong = [
        ("act", "save"),
        ("title-pl", ""),
        ("access", "nobody"),
        ("most_title", "7"),
        ("licence_url", "javascript:x"),
        ("closes", "2019-03-31T02:30"),
        ("lead-pl", "Zostaje"),
    ];
    let refused = organiser.submit(SETTINGS, &filled(&page, &wrong)).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Zostaje");
    for field in ["title-pl", "access", "most_title", "licence_url", "closes"] {
        refused.says(&format!("#f-{field}\""));
    }
    let moved = [("act", "down.consent.0")];
    let moved = organiser.submit(SETTINGS, &filled(&page, &moved)).await;
    let order: Vec<String> = fields(moved.is(StatusCode::OK))
        .into_iter()
        .filter(|(name, _)| name == "consent")
        .map(|(_, row)| row)
        .collect();
    assert_eq!(order, ["1", "0"]);
    let asked = [("act", "preview"), ("guide-pl", "Pisz **krótko**.")];
    organiser
        .submit(SETTINGS, &filled(&page, &asked))
        .await
        .is(StatusCode::OK)
        .says("<strong>krótko</strong>");
    assert_eq!(call(&congress).await.revision, 0);
    let early = [("act", "save"), ("closes", "2019-10-01T10:00")];
    organiser
        .submit(SETTINGS, &filled(&page, &early))
        .await
        .is(StatusCode::SEE_OTHER);
    organiser
        .get(SETTINGS)
        .await
        .says("wcześniejszy niż otwarcie")
        .says("Termin już minął");
}

#[tokio::test]
async fn the_second_of_two_who_change_a_call_is_told_and_chooses() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    for path in [SETTINGS, REVIEW, QUESTIONS] {
        let page = fields_of(&mut organiser, path).await;
        let one = set(&congress, |setup| setup.limits.authors += 1).await;
        let more: &[(&str, &str)] = match path {
            SETTINGS => &[("act", "save"), ("title-pl", "Druga")],
            REVIEW => &[("act", "save"), ("each", "5")],
            _ => &[
                ("act", "save"),
                ("question", "0"),
                ("question-0-label-pl", "Po co?"),
                ("question-0-kind", "link"),
                ("question-0-required", "never"),
                ("question-0-visible", "office"),
            ],
        };
        let told = organiser.submit(path, &filled(&page, more)).await;
        told.is(StatusCode::CONFLICT).says("w międzyczasie");
        assert_eq!(call(&congress).await.revision, one.revision);
        let again = fields(&told);
        organiser
            .submit(path, &filled(&again, &[("act", "save")]))
            .await
            .leads_to(&format!("{path}?saved"));
        assert_eq!(call(&congress).await.revision, one.revision + 1);
    }
    let setup = call(&congress).await.setup;
    assert_eq!(setup.title.words(Lang::Pl), "Druga");
    assert_eq!((setup.review.each, setup.questions.len()), (5, 1));
}

#[tokio::test]
async fn how_a_call_is_judged_is_set_and_a_criterion_keeps_its_key() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, REVIEW).await;
    let more = [
        ("act", "save"),
        ("sight", "open"),
        ("each", "2"),
        ("least", "1"),
        ("most", "9"),
        ("barred", "own"),
        ("phase", "0"),
        ("phase-0-phase", "reviewing"),
        ("phase-0-from", "2019-11-15T08:00"),
        ("criterion-0-name-pl", "Temat"),
        ("criterion-0-weight", "0"),
        ("criterion-1-weight", "0"),
        ("criterion-2-weight", "0"),
        ("criterion-3-weight", "0"),
    ];
    organiser
        .submit(REVIEW, &filled(&page, &more))
        .await
        .leads_to(&format!("{REVIEW}?saved"));
    let plan = call(&congress).await.setup.review;
    assert_eq!((plan.sight, plan.each), (Sight::Open, 2));
    assert_eq!((plan.load.least, plan.load.most), (1, 9));
    assert_eq!(plan.criteria[0].key.as_str(), "zgodnosc");
    assert_eq!(plan.criteria[0].name.words(Lang::Pl), "Temat");
    assert_eq!(plan.phase(congress.now()), ReviewPhase::Reviewing);
    organiser.get(REVIEW).await.says("wagę 0");
    let page = fields_of(&mut organiser, REVIEW).await;
    let wrong = [
        ("act", "save"),
        ("least", "10"),
        ("criterion-1-most", "1"),
        ("phase-0-from", ""),
    ];
    organiser
        .submit(REVIEW, &filled(&page, &wrong))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-most\"")
        .says("#f-criterion-1-most\"")
        .says("#f-phase-0-from\"");
}

#[tokio::test]
async fn questions_of_all_kinds_are_asked_and_keep_their_keys() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, QUESTIONS).await;
    let added = [("act", "add.question")];
    organiser
        .submit(QUESTIONS, &filled(&page, &added))
        .await
        .is(StatusCode::OK)
        .says("name=\"question-0-letters\"");
    let mut more: Vec<(String, String)> = vec![("act".to_owned(), "save".to_owned())];
    let rows: [&[(&str, &str)]; 6] = [
        &[("kind", "line"), ("letters", "80"), ("visible", "public")],
        &[("kind", "paragraphs"), ("letters", "900")],
        &[
            ("kind", "choice"),
            ("options-pl", "tak\nnie"),
            ("options-en", "yes\nno"),
            ("least", "1"),
            ("most", "1"),
        ],
        &[
            ("kind", "file"),
            ("media", "application/pdf"),
            ("size", "5"),
        ],
        &[("kind", "number"), ("lowest", "-3"), ("highest", "3")],
        &[
            ("kind", "link"),
            ("required", "from"),
            ("from", "2019-12-01T00:00"),
        ],
    ];
    for (row, fields) in rows.iter().enumerate() {
        more.push(("question".to_owned(), row.to_string()));
        let name = |field: &str| format!("question-{row}-{field}");
        more.push((name("label-pl"), "Czy to działa?".to_owned()));
        let usual = [("required", "never"), ("visible", "committee")];
        let given = fields.iter().chain(
            usual
                .iter()
                .filter(|(field, _)| fields.iter().all(|(known, _)| known != field)),
        );
        more.extend(given.map(|(field, value)| (name(field), (*value).to_owned())));
    }
    let more: Vec<(&str, &str)> = more
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    organiser
        .submit(QUESTIONS, &filled(&page, &more))
        .await
        .leads_to(&format!("{QUESTIONS}?saved"));
    let questions = call(&congress).await.setup.questions;
    let keys: Vec<&str> = questions.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys[..2], ["czy-to-dziala", "czy-to-dziala-2"]);
    assert_eq!(questions[0].visible, Visible::Public);
    assert!(
        matches!(questions[2].kind, QuestionKind::Choice { ref options, .. } if options.len() == 2)
    );
    assert!(
        matches!(questions[3].kind, QuestionKind::File { size_bytes, .. } if size_bytes == 5 << 20)
    );
    assert_eq!(
        questions[4].kind,
        QuestionKind::Number { least: -3, most: 3 }
    );
    assert!(matches!(questions[5].required, Required::From(_)));
    // Sent back as it is shown, it says the same.
    let page = fields_of(&mut organiser, QUESTIONS).await;
    organiser
        .submit(QUESTIONS, &filled(&page, &[("act", "save")]))
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(call(&congress).await.setup.questions, questions);
    let wrong = [
        ("act", "save"),
        ("question-0-letters", "0"),
        ("question-2-options-en", "yes"),
        ("question-3-size", "99"),
        ("question-4-highest", "-9"),
        ("question-5-from", ""),
    ];
    let refused = organiser.submit(QUESTIONS, &filled(&page, &wrong)).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    for field in [
        "question-0-letters",
        "question-2-options-pl",
        "question-3-size",
        "question-4-highest",
        "question-5-from",
    ] {
        refused.says(&format!("#f-{field}\""));
    }
}

#[tokio::test]
async fn whoever_takes_away_a_question_with_replies_is_told() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    set(&congress, |setup| {
        setup.questions = vec![wiec_model::calls::Question {
            key: slug("po-co"),
            label: wiec_model::Text::in_language(Lang::Pl, "Po co?").unwrap(),
            hint: None,
            kind: QuestionKind::Line { most: 50 },
            required: Required::Never,
            visible: Visible::Committee,
        }];
    })
    .await;
    let mut said = words("Ulice");
    said.replies
        .insert(slug("po-co"), vec!["Bo tak".to_owned()]);
    let author = congress.account(&[]).await;
    let call = call(&congress).await;
    let mut tx = begin(&congress).await;
    offer(
        &mut tx,
        &congress,
        &call,
        Some(author.id),
        said,
        about("Anna Maj"),
    )
    .await;
    tx.commit().await.unwrap();
    let page = fields_of(&mut organiser, QUESTIONS).await;
    organiser.get(QUESTIONS).await.says("są odpowiedzi");
    organiser
        .submit(QUESTIONS, &filled(&page, &[("act", "remove.question.0")]))
        .await
        .says("zobaczy je tylko biuro")
        .says("1 zgłoszenie już wysłano");
}

#[tokio::test]
async fn codes_are_shown_once_the_same_for_the_same_form_and_only_digests_stay() {
    let congress = with_call().await;
    let mut organiser = congress.organiser().await;
    let page = fields_of(&mut organiser, CODES).await;
    let more = [("label", "=Uczelnie"), ("count", "3"), ("uses", "2")];
    let mut shown = Vec::new();
    for _ in 0..2 {
        let made = organiser.submit(CODES, &filled(&page, &more)).await;
        let text = made.is(StatusCode::OK).text().to_owned();
        let listed = text.split_once("readonly>").unwrap().1;
        let listed = listed.split_once('<').unwrap().0.trim().to_owned();
        assert_eq!(listed.lines().count(), 3);
        shown.push(listed);
    }
    assert_eq!(shown[0], shown[1]);
    let id = call(&congress).await.id;
    let stored = congress.app.store.calls().codes(id).await.unwrap();
    assert_eq!(stored.len(), 3);
    let table = [
        ("label", "=Uczelnie"),
        ("count", "3"),
        ("uses", "2"),
        ("as", "csv"),
    ];
    let table = organiser.submit(CODES, &filled(&page, &table)).await;
    assert!(
        table
            .header("content-disposition")
            .starts_with("attachment")
    );
    let first = shown[0].lines().next().unwrap();
    table.says(&format!("{first},\"'=Uczelnie\",2"));
    let list = organiser.get(CODES).await;
    list.says("użyto 0 z 2").does_not_say(first);
    let account = congress.account(&[]).await.id;
    let found = call(&congress).await;
    let mut tx = begin(&congress).await;
    let used = tx.calls().redeem(&found, first, account).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(used, wiec_store::Redeemed::Now);
    let revoke = stored[1].id.to_string();
    for _ in 0..2 {
        let done = organiser.submit(CODES, &[("revoke", &revoke)]).await;
        done.leads_to(&format!("{CODES}?saved"));
    }
    organiser.get(CODES).await.says("unieważniono");
    let wrong = [("label", ""), ("count", "201"), ("uses", "0")];
    organiser
        .submit(CODES, &filled(&page, &wrong))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-label")
        .says("#f-count")
        .says("#f-uses");
}

#[tokio::test]
async fn nobody_else_sees_or_does_anything_here() {
    let congress = with_call().await;
    let submission = sent(&congress, "Ulice").await;
    let of = format!("{CALL}/zgloszenia/{}", submission.code);
    let pages = [
        OFFICE.to_owned(),
        NEW.to_owned(),
        CALL.to_owned(),
        SETTINGS.to_owned(),
        REVIEW.to_owned(),
        QUESTIONS.to_owned(),
        CODES.to_owned(),
        format!("{CALL}/komisja"),
        format!("{CALL}/przydzialy"),
        format!("{CALL}/przydzialy/wyliczone"),
        format!("{CALL}/dopisz"),
        of.clone(),
    ];
    let acts = [
        format!("{of}/ukryte"),
        format!("{of}/autorzy"),
        format!("{of}/tekst"),
    ];
    for role in [Role::Expert, Role::Committee, Role::Participant] {
        let mut other = congress.member_as(role).await;
        for page in &pages {
            other.get(page).await.is(StatusCode::NOT_FOUND);
        }
        for page in pages.iter().chain(&acts) {
            let sent = other.submit(page, &[("act", "save")]).await;
            assert!(
                [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED].contains(&sent.status),
                "{page}"
            );
        }
    }
    let mut organiser = congress.organiser().await;
    for page in &pages {
        organiser.get(page).await.is(StatusCode::OK);
    }
    let english = "/en/office/kpm-2019/calls";
    for page in [
        "",
        "/new",
        "/kalejdoskopy",
        "/kalejdoskopy/settings",
        "/kalejdoskopy/review",
        "/kalejdoskopy/questions",
        "/kalejdoskopy/codes",
        "/kalejdoskopy/committee",
        "/kalejdoskopy/assignments",
        "/kalejdoskopy/assignments/calculated",
        "/kalejdoskopy/add",
    ] {
        organiser
            .get(&format!("{english}{page}"))
            .await
            .is(StatusCode::OK);
    }
    for ghost in [
        "",
        "/ustawienia",
        "/kody",
        "/komisja",
        "/przydzialy",
        "/dopisz",
    ] {
        let page = organiser.get(&format!("{OFFICE}/duch{ghost}")).await;
        page.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn lists_cost_the_same_queries_however_long_they_are() {
    let congress = empty().await;
    let mut organiser = congress.organiser().await;
    congress
        .same_queries_at_one_and_three(&mut organiser, OFFICE, async |number| {
            make(&congress, &format!("nabor-{number}")).await;
        })
        .await;
    make(&congress, "kalejdoskopy").await;
    for path in [
        OFFICE.to_owned(),
        CALL.to_owned(),
        format!("{CALL}/komisja"),
        format!("{CALL}/przydzialy"),
        format!("{CALL}/przydzialy/wyliczone"),
        QUESTIONS.to_owned(),
    ] {
        congress
            .same_queries_at_one_and_three(&mut organiser, &path, async |_| {
                let submission = sent(&congress, "Ulice").await;
                let judge = member(&congress, "Opole").await;
                review(&congress, &submission, judge.id, "Dobre").await;
            })
            .await;
    }
}
