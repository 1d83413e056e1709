//! Challenges with their proposal, and all recommendations by facets.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/reading.rs"]
mod support;

use axum::http::StatusCode;
use support::{Forum, TEXT, content};
use wiec_kit::testing::sample;
use wiec_model::challenge::{Challenge, CrossLink, LinkKind, Recommendation};
use wiec_model::register::Content;
use wiec_model::{Lang, Text};

fn text(words: &str) -> Text {
    Text::in_language(Lang::Pl, words).unwrap()
}

fn recommendation(code: &str, instrument: &str, addressee: &str) -> Recommendation {
    Recommendation {
        code: code.to_owned(),
        text: text(&format!("Zrób {code}.")),
        instrument: Some(instrument.to_owned()),
        addressee: Some(addressee.to_owned()),
        priority: Some(1),
        horizon: Some("short".to_owned()),
        cost: None,
        links: Vec::new(),
    }
}

/// A challenge of the theme with this place in the sample.
fn challenge(code: &str, track: usize, solutions: Vec<Recommendation>) -> Challenge {
    let programme = sample();
    Challenge {
        code: code.to_owned(),
        track: programme.tracks[track].slug.clone(),
        goals: Vec::new(),
        challenge: text(&format!("Problem {code}.")),
        evidence: Some(text("Dane z rejestru.")),
        causes: None,
        affected: None,
        solutions,
    }
}

fn with(challenges: Vec<Challenge>) -> Content {
    Content {
        challenges,
        ..content(TEXT)
    }
}

async fn two() -> Forum {
    let forum = Forum::empty().await;
    let mut first = recommendation("W01.R1", "legal", "government");
    first.links = vec![CrossLink {
        kind: LinkKind::ConflictsWith,
        code: "W02.R1".to_owned(),
    }];
    let second = recommendation("W01.R2", "financial", "government");
    let housing = with(vec![challenge("W01", 0, vec![first, second])]);
    forum.proposal("mieszkanie", housing).await;
    let third = recommendation("W02.R1", "legal", "commune");
    forum
        .proposal("transport", with(vec![challenge("W02", 1, vec![third])]))
        .await;
    let hidden = recommendation("W03.R1", "legal", "region");
    forum
        .drafted("tajne", with(vec![challenge("W03", 1, vec![hidden])]))
        .await;
    forum
}

#[tokio::test]
async fn a_proposal_shows_its_challenges_each_a_clause_of_its_own() {
    let forum = two().await;
    let proposal = forum.find("mieszkanie").await;
    forum.remark(&proposal, "W01.R1", "To się nie uda.").await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie").await;
    page.says("id=\"W01\"")
        .says("id=\"W01.R1\"")
        .says("Dane z\u{a0}rejestru.")
        .says("jest w sprzeczności z <a href=\"/rekomendacje#W02.R1\">")
        .says("href=\"/propozycje/mieszkanie/akapit/W01.R1\">1 uwaga")
        .says("href=\"/propozycje/mieszkanie/akapit/W01/uwaga\"");
    let page = visitor.get("/propozycje/mieszkanie/akapit/W01.R1").await;
    page.is(StatusCode::OK)
        .says("Zrób W01.R1.")
        .says("To się nie uda.");
}

#[tokio::test]
async fn all_recommendations_are_narrowed_by_facets_that_count_what_would_be_left() {
    let forum = two().await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/rekomendacje").await;
    page.is(StatusCode::OK)
        .says("3 rekomendacje")
        .says("href=\"/propozycje/mieszkanie#W01.R1\"")
        .says("href=\"/propozycje/transport\"")
        .says("href=\"/rekomendacje?narzedzie=legal\" rel=\"nofollow\"><span>prawne</span><b>2</b>")
        .does_not_say("W03");
    // Of the legal ones one is for the government; the instruments still count all.
    let page = visitor.get("/rekomendacje?narzedzie=legal").await;
    page.says("2 rekomendacje")
        .says("<span>rząd</span><b>1</b>")
        .says("<span>finansowe</span><b>1</b>")
        .says("href=\"/rekomendacje\" aria-current=\"true\"")
        .says("noindex");
    let page = visitor
        .get("/rekomendacje?narzedzie=legal&adresat=government")
        .await;
    page.says("1 rekomendacja")
        .says("Zrób W01.R1.")
        .does_not_say("Zrób W02.R1.");
    let page = visitor
        .get("/rekomendacje?narzedzie=financial&adresat=commune")
        .await;
    page.says("0 rekomendacji");
    let page = visitor.get("/rekomendacje?narzedzie=wand&cel=%22%3E").await;
    page.says("3 rekomendacje");
    let page = visitor.get("/en/recommendations?instrument=legal").await;
    page.says("2 recommendations")
        .says("<span>government</span><b>1</b>");
}
