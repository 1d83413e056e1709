//! What stands beside the text: challenges with recommendations, translations, words that are easy to read.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/team.rs"]
mod support;

use axum::http::StatusCode;
use wiec_kit::testing::filled;
use wiec_model::Lang;
use wiec_model::challenge::{CrossLink, LinkKind};

use support::*;

const CHALLENGES: &str = "/propozycje/najem/zespol/wyzwania";
const LANGUAGES: &str = "/propozycje/najem/zespol/jezyki";

const FILLED: [(&str, &str); 14] = [
    ("act", "save"),
    ("challenge", "0"),
    ("challenge-0-code", "W04"),
    ("challenge-0-text-pl", "Brakuje mieszkań."),
    ("challenge-0-evidence-pl", "Raport."),
    ("rec-0", "0"),
    ("rec-0-0-code", "W04.R1"),
    ("rec-0-0-text-pl", "Program najmu."),
    ("rec-0-0-instrument", "legal"),
    ("rec-0-0-priority", "1"),
    ("rec-0", "1"),
    ("rec-0-1-code", "W04.R2"),
    ("rec-0-1-text-pl", "Fundusz."),
    ("rec-0-1-depends_on", "W04.R1"),
];

#[tokio::test]
async fn challenges_are_rows_that_are_added_moved_and_saved() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let form = expert.get(CHALLENGES).await.form("name=\"seen\"");
    let added = expert
        .submit(CHALLENGES, &filled(&form, &[("act", "add.challenge")]))
        .await;
    added.is(StatusCode::OK).says("name=\"challenge-0-code\"");
    let saved = expert.submit(CHALLENGES, &filled(&form, &FILLED)).await;
    saved.leads_to(&format!("{CHALLENGES}?saved"));
    let challenges = team.draft().await.content.challenges;
    assert_eq!(challenges[0].track.as_str(), "mieszkanie");
    let codes: Vec<&str> = challenges[0]
        .solutions
        .iter()
        .map(|it| it.code.as_str())
        .collect();
    assert_eq!(codes, ["W04.R1", "W04.R2"]);
    let link = CrossLink {
        kind: LinkKind::DependsOn,
        code: "W04.R1".to_owned(),
    };
    assert_eq!(challenges[0].solutions[1].links, [link]);

    let page = expert.get(CHALLENGES).await;
    page.says("value=\"W04.R2\"").says("Brakuje mieszkań.");
    let form = page.form("name=\"seen\"");
    let moved = expert
        .submit(CHALLENGES, &filled(&form, &[("act", "up.rec-0.1")]))
        .await;
    let form = moved.is(StatusCode::OK).form("name=\"seen\"");
    expert
        .submit(
            CHALLENGES,
            &filled(&form, &[("act", "save"), ("rec-0-1-instrument", "")]),
        )
        .await
        .is(StatusCode::SEE_OTHER);
    let challenges = team.draft().await.content.challenges;
    assert_eq!(challenges[0].solutions[0].code, "W04.R2");
}

#[tokio::test]
async fn codes_are_given_once_in_the_edition_and_links_lead_to_what_there_is() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let mut other = team
        .of_team(wiec_model::rules::Role::Expert, "transport")
        .await;
    let theirs = "/propozycje/transport/zespol/wyzwania";
    let form = other.get(theirs).await.form("name=\"seen\"");
    other
        .submit(
            theirs,
            &filled(
                &form,
                &[
                    ("challenge", "0"),
                    ("challenge-0-code", "T01"),
                    ("challenge-0-text-pl", "Korki."),
                ],
            ),
        )
        .await
        .is(StatusCode::SEE_OTHER);

    let form = expert.get(CHALLENGES).await.form("name=\"seen\"");
    let wrong = |field: &'static str, value: &'static str| {
        let changed = FILLED.map(|(name, old)| {
            if name == field {
                (name, value)
            } else {
                (name, old)
            }
        });
        changed.to_vec()
    };
    for (field, value, says) in [
        ("challenge-0-code", "T01", "Ten kod ma inna propozycja."),
        ("challenge-0-code", "W04.R1", "Ten kod jest tu dwa razy."),
        ("challenge-0-code", "w 4", "Kod zaczyna się wielką literą"),
        ("challenge-0-text-pl", "", "Uzupełnij to pole."),
        (
            "rec-0-1-depends_on",
            "W99",
            "Nie ma innego wyzwania ani rekomendacji",
        ),
        (
            "rec-0-1-depends_on",
            "W04.R2",
            "Nie ma innego wyzwania ani rekomendacji",
        ),
        ("rec-0-0-priority", "12", "Wpisz liczbę od 1 do 9."),
    ] {
        let refused = expert
            .submit(CHALLENGES, &filled(&form, &wrong(field, value)))
            .await;
        refused
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(says)
            .says("Program najmu.");
    }
    let linked = wrong("rec-0-1-depends_on", "T01, W04.R1");
    expert
        .submit(CHALLENGES, &filled(&form, &linked))
        .await
        .is(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn of_two_who_change_the_challenges_the_second_is_told_with_everything_kept() {
    let team = Team::open().await;
    let (mut one, mut other) = (team.expert().await, team.expert().await);
    let form = one.get(CHALLENGES).await.form("name=\"seen\"");
    one.submit(CHALLENGES, &filled(&form, &FILLED))
        .await
        .is(StatusCode::SEE_OTHER);
    let mine = [
        ("act", "save"),
        ("challenge", "0"),
        ("challenge-0-code", "W05"),
        ("challenge-0-text-pl", "Coś innego."),
    ];
    let told = other.submit(CHALLENGES, &filled(&form, &mine)).await;
    told.is(StatusCode::CONFLICT).says("Coś innego.");
    assert_eq!(team.draft().await.content.challenges[0].code, "W04");
}

#[tokio::test]
async fn translations_are_saved_while_others_write_the_text() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let page = expert.get(LANGUAGES).await;
    page.is(StatusCode::OK).does_not_say("translation-pl");
    let form = page.form("name=\"seen\"");
    let goal = "/propozycje/najem/zespol/sekcja/p2";
    let section = expert.get(goal).await.form("name=\"wording\"");
    expert
        .submit(
            goal,
            &filled(&section, &[("wording", "## Cel\n\nInny cel.")]),
        )
        .await
        .is(StatusCode::SEE_OTHER);
    let more = [
        ("translation-en", "# Housing"),
        ("easy-pl", "Mieszkanie dla każdego."),
    ];
    expert
        .submit(LANGUAGES, &filled(&form, &more))
        .await
        .leads_to(&format!("{LANGUAGES}?saved"));
    let content = team.draft().await.content;
    assert_eq!(content.translations[&Lang::En], "# Housing");
    assert_eq!(content.easy[&Lang::Pl], "Mieszkanie dla każdego.");
    assert!(
        content.document.to_markdown().contains("Inny cel."),
        "the text is not written over"
    );
    let late = expert
        .submit(LANGUAGES, &filled(&form, &[("easy-pl", "Inaczej.")]))
        .await;
    late.is(StatusCode::CONFLICT).says("Inaczej.");
}
