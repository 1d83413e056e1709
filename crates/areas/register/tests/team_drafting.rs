//! The team writes together: sections, holds, suggestions.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/team.rs"]
mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_kit::testing::{Page, Visitor, filled};
use wiec_model::rules::Role;

use support::*;

const GOAL: &str = "/propozycje/najem/zespol/sekcja/p2";
const PLAN: &str = "/propozycje/najem/zespol/sekcja/p5";
const JSON: &[(&str, &str)] = &[
    ("sec-fetch-site", "same-origin"),
    ("accept", "application/problem+json"),
];

async fn form(visitor: &mut Visitor, path: &str) -> Vec<(String, String)> {
    let page = visitor.get(path).await;
    page.is(StatusCode::OK).form("name=\"wording\"")
}

async fn save(visitor: &mut Visitor, path: &str, form: &[(String, String)], words: &str) -> Page {
    let more = [("wording", words), ("act", "save")];
    visitor.submit(path, &filled(form, &more)).await
}

#[tokio::test]
async fn a_section_is_written_and_all_others_keep_their_words_and_anchors() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let before = team.draft().await;
    let shown = form(&mut expert, GOAL).await;
    let words =
        "## Cel\n\nKażde miasto i każda gmina prowadzi program najmu.\n\nProgram ma plan i budżet.";
    let saved = save(&mut expert, GOAL, &shown, words).await;
    saved.leads_to(&format!("{TEAM}?saved#p2"));

    let after = team.draft().await;
    assert_eq!(after.revision, before.revision + 1);
    let anchors = |draft: &wiec_model::register::Draft| {
        let blocks = draft.content.document.blocks().iter();
        blocks
            .map(|block| block.anchor.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(anchors(&after), anchors(&before));
    assert!(team.text().await.contains("każda gmina"));

    // Sent again, after a network that broke, it changes nothing.
    save(&mut expert, GOAL, &shown, words)
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(team.draft().await, after);
}

#[tokio::test]
async fn two_members_who_save_the_same_section_are_offered_both_joined() {
    let team = Team::open().await;
    let (mut one, mut other) = (team.expert().await, team.expert().await);
    let shown = form(&mut one, GOAL).await;
    let too = form(&mut other, GOAL).await;
    let theirs =
        "## Cel\n\nKażde miasto i każda gmina prowadzi program najmu.\n\nProgram ma plan i budżet.";
    let mine = "## Cel\n\nKażde miasto prowadzi program najmu.\n\nProgram ma plan, budżet i ocenę.";
    save(&mut one, GOAL, &shown, theirs)
        .await
        .is(StatusCode::SEE_OTHER);

    let clash = save(&mut other, GOAL, &too, mine).await;
    clash.is(StatusCode::CONFLICT).says("Oba teksty połączone");
    let joined = clash.form("Zapisz połączone");
    let kept = clash.form("Zapisz to brzmienie");
    assert_eq!(kept[1].1, mine, "nothing typed is lost");
    assert!(
        !team.text().await.contains("ocenę"),
        "nothing is written over unseen"
    );
    other
        .submit(GOAL, &filled(&joined, &[("act", "save")]))
        .await
        .is(StatusCode::SEE_OTHER);
    let text = team.text().await;
    assert!(
        text.contains("każda gmina") && text.contains("budżet i ocenę"),
        "{text}"
    );
}

#[tokio::test]
async fn where_two_contradict_each_other_all_three_wordings_are_shown() {
    let team = Team::open().await;
    let (mut one, mut other) = (team.expert().await, team.expert().await);
    let shown = form(&mut one, PLAN).await;
    let words = |share: &str| {
        format!(
            "## Plan\n\nCo najmniej {share} proc. mieszkań przeznacza się na najem.\n\nGmina ogłasza wynik."
        )
    };
    save(&mut one, PLAN, &shown, &words("20"))
        .await
        .is(StatusCode::SEE_OTHER);
    let clash = save(&mut other, PLAN, &shown, &words("10")).await;
    clash.is(StatusCode::CONFLICT).says("Gdzie się wykluczają");
    for share in ["15 proc.", "20 proc.", "10 proc."] {
        clash.says(share);
    }
    clash.does_not_say("Zapisz połączone");
    let mine = clash.form("Zapisz to brzmienie");
    other
        .submit(PLAN, &filled(&mine, &[]))
        .await
        .is(StatusCode::SEE_OTHER);
    assert!(team.text().await.contains("10 proc."));
}

#[tokio::test]
async fn different_sections_are_saved_at_once() {
    let team = Team::open().await;
    let (mut one, mut other) = (team.expert().await, team.expert().await);
    let (goal, plan) = (form(&mut one, GOAL).await, form(&mut other, PLAN).await);
    let (first, second) = tokio::join!(
        save(
            &mut one,
            GOAL,
            &goal,
            "## Cel\n\nKażde miasto prowadzi program."
        ),
        save(
            &mut other,
            PLAN,
            &plan,
            "## Plan\n\nGmina ogłasza wynik co roku."
        ),
    );
    first.is(StatusCode::SEE_OTHER);
    second.is(StatusCode::SEE_OTHER);
    let text = team.text().await;
    assert!(
        text.contains("prowadzi program.") && text.contains("co roku"),
        "{text}"
    );
}

#[tokio::test]
async fn a_section_is_taken_over_and_who_had_it_is_told_with_their_words_kept() {
    let team = Team::open().await;
    let (mut one, mut other) = (team.expert().await, team.expert().await);
    let hold = format!("{GOAL}/trzymaj");
    let shown = form(&mut one, GOAL).await;
    one.post_with(&hold, "", JSON)
        .await
        .is(StatusCode::NO_CONTENT);
    let refused = other.post_with(&hold, "", JSON).await;
    refused
        .is(StatusCode::CONFLICT)
        .says("Ten rozdział pisze teraz ktoś inny: Osoba 1.");
    assert_eq!(refused.header("content-type"), "application/problem+json");
    other
        .get(GOAL)
        .await
        .says("Osoba 1")
        .says("Przejmij")
        .does_not_say("name=\"wording\"");
    other.get(TEAM).await.says("is-held");
    other
        .post(&format!("{GOAL}/przejmij"), "")
        .await
        .leads_to(GOAL);

    one.post_with(&hold, "", JSON)
        .await
        .is(StatusCode::CONFLICT);
    let words = "## Cel\n\nMoje słowa.";
    let kept = save(&mut one, GOAL, &shown, words).await;
    kept.is(StatusCode::CONFLICT)
        .says("Moje słowa.")
        .says("Przejmij i zapisz");
    assert!(!team.text().await.contains("Moje słowa."));
    let typed = kept.form("name=\"wording\"");
    one.submit(GOAL, &filled(&typed, &[("act", "take")]))
        .await
        .is(StatusCode::SEE_OTHER);
    assert!(team.text().await.contains("Moje słowa."));
}

#[tokio::test]
async fn a_hold_ends_by_itself_or_when_its_holder_leaves() {
    let team = Team::open().await;
    let (mut one, mut other) = (team.expert().await, team.expert().await);
    let hold = format!("{GOAL}/trzymaj");
    one.post(&hold, "").await.leads_to(GOAL);
    team.congress.advance(SignedDuration::from_secs(91));
    other
        .post_with(&hold, "", JSON)
        .await
        .is(StatusCode::NO_CONTENT);
    other
        .post(&format!("{GOAL}/pusc"), "")
        .await
        .is(StatusCode::NO_CONTENT);
    one.post_with(&hold, "", JSON)
        .await
        .is(StatusCode::NO_CONTENT);
    let invented = "/propozycje/najem/zespol/sekcja/p99/trzymaj";
    one.post_with(invented, "", JSON)
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn observers_suggest_and_do_not_write() {
    let team = Team::open().await;
    let mut observer = team.of_team(Role::Observer, "najem").await;
    let mut expert = team.expert().await;
    observer
        .get(TEAM)
        .await
        .is(StatusCode::OK)
        .does_not_say("trzymaj");
    for path in [
        GOAL,
        "/propozycje/najem/zespol/odpowiedzi",
        "/propozycje/najem/zespol/publikacja",
    ] {
        observer.get(path).await.is(StatusCode::NOT_FOUND);
        observer.post(path, "").await.is(StatusCode::NOT_FOUND);
    }
    let path = format!("{PLAN}/sugestia");
    let shown = form(&mut observer, &path).await;
    observer
        .submit(&path, &filled(&shown, &[]))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    let words =
        "## Plan\n\nCo najmniej 30 proc. mieszkań przeznacza się na najem.\n\nGmina ogłasza wynik.";
    for _ in 0..2 {
        let more = [("wording", words), ("reasons", "Tak jest w ustawie.")];
        let made = observer.submit(&path, &filled(&shown, &more)).await;
        made.is(StatusCode::SEE_OTHER);
    }
    let list = "/propozycje/najem/zespol/sugestie";
    let page = expert.get(list).await;
    page.says("Tak jest w ustawie.").says("<ins");
    assert_eq!(
        page.text().matches("<article").count(),
        1,
        "sent twice it is one"
    );
    observer
        .get(list)
        .await
        .is(StatusCode::OK)
        .does_not_say("value=\"take\"");
    let taking = page.form("value=\"take\"");
    observer
        .submit(list, &filled(&taking, &[("act", "take")]))
        .await
        .is(StatusCode::NOT_FOUND);
    expert
        .submit(list, &filled(&taking, &[("act", "take")]))
        .await
        .leads_to(&format!("{list}?saved"));
    assert!(team.text().await.contains("30 proc."));
    expert
        .get(list)
        .await
        .says("przyjęta")
        .does_not_say("value=\"take\"");
}

#[tokio::test]
async fn a_suggestion_is_declined_or_meets_a_newer_text_unharmed() {
    let team = Team::open().await;
    let (mut member, mut expert) = (
        team.of_team(Role::Observer, "najem").await,
        team.expert().await,
    );
    let list = "/propozycje/najem/zespol/sugestie";
    let path = format!("{PLAN}/sugestia");
    let shown = form(&mut member, &path).await;
    member
        .submit(
            &path,
            &filled(&shown, &[("wording", "## Plan\n\nInaczej.")]),
        )
        .await
        .is(StatusCode::SEE_OTHER);
    let taking = expert.get(list).await.form("value=\"take\"");
    let writing = form(&mut expert, PLAN).await;
    save(&mut expert, PLAN, &writing, "## Plan\n\nNowsze.")
        .await
        .is(StatusCode::SEE_OTHER);
    let clash = expert
        .submit(list, &filled(&taking, &[("act", "take")]))
        .await;
    clash
        .is(StatusCode::CONFLICT)
        .says("Nowsze.")
        .says("Inaczej.");
    assert!(team.text().await.contains("Nowsze."));
    expert
        .submit(list, &filled(&taking, &[("act", "decline")]))
        .await
        .is(StatusCode::SEE_OTHER);
    expert.get(list).await.says("odrzucona");
}

#[tokio::test]
async fn for_everybody_else_there_is_no_team() {
    let team = Team::open().await;
    let mut other = team.of_team(Role::Expert, "transport").await;
    let mut member = team.congress.member().await;
    for rest in [
        "",
        "/sekcja/p2",
        "/sekcja/p2/sugestia",
        "/sugestie",
        "/wczytaj",
        "/jezyki",
        "/wyzwania",
        "/publikacja",
        "/odpowiedzi",
        "/odpowiedzi/1",
        "/scalanie",
    ] {
        let path = format!("{TEAM}{rest}");
        other.get(&path).await.is(StatusCode::NOT_FOUND);
        member.get(&path).await.is(StatusCode::NOT_FOUND);
        team.congress
            .visitor()
            .get(&path)
            .await
            .is(StatusCode::SEE_OTHER);
    }
    for rest in [
        "/sekcja/p2",
        "/sekcja/p2/trzymaj",
        "/sekcja/p2/przejmij",
        "/sekcja/p2/pusc",
        "/sekcja/p2/sugestia",
        "/sugestie",
        "/wczytaj",
        "/wczytaj/zapisz",
        "/jezyki",
        "/wyzwania",
        "/publikacja",
        "/odpowiedzi",
        "/odpowiedzi/zapisz",
        "/odpowiedzi/1",
        "/odpowiedzi/1/podglad",
        "/scalanie",
    ] {
        let path = format!("{TEAM}{rest}");
        other.post(&path, "").await.is(StatusCode::NOT_FOUND);
        member.post(&path, "").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_empty_draft_is_begun_and_pages_are_kept_by_nobody() {
    let team = Team::drafting("").await;
    let mut expert = team.expert().await;
    let start = "/propozycje/najem/zespol/sekcja/start";
    let shown = form(&mut expert, start).await;
    save(&mut expert, start, &shown, TEXT)
        .await
        .is(StatusCode::SEE_OTHER);
    assert!(team.text().await.contains("Każde miasto"));
    let page = expert.get(TEAM).await;
    assert_eq!(page.header("cache-control"), "private, no-store");
    // The section that was written is another one now.
    let gone = save(&mut expert, start, &shown, "Coś.").await;
    gone.is(StatusCode::CONFLICT).says("Coś.");
    expert
        .get(&format!("/en{}", "/proposals/najem/team"))
        .await
        .says("The text");
}

#[tokio::test]
async fn the_desk_costs_the_same_with_one_suggestion_and_with_three() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let observers = [
        team.of_team(Role::Observer, "najem").await,
        team.of_team(Role::Observer, "najem").await,
        team.of_team(Role::Observer, "najem").await,
    ];
    for path in [TEAM, "/propozycje/najem/zespol/sugestie"] {
        team.congress
            .same_queries_at_one_and_three(&mut expert, path, async |at: usize| {
                let mut observer = observers[at].clone();
                let path = format!("{PLAN}/sugestia");
                let shown = form(&mut observer, &path).await;
                let words = format!("## Plan\n\nInaczej {at}.");
                let made = observer
                    .submit(&path, &filled(&shown, &[("wording", &words)]))
                    .await;
                made.is(StatusCode::SEE_OTHER);
            })
            .await;
    }
}
