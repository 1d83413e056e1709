//! How heavy the page of a proposal is that much is said about.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/reading.rs"]
mod support;

use std::fmt::Write as _;
use std::time::Instant;

use axum::http::StatusCode;
use support::{Forum, content};
use wiec_model::register::{Proposal, Remark, RemarkKind, Stance};
use wiec_store::NewRemark;
use wiec_text::Amendment;

const PARAGRAPHS: usize = 60;
const REMARKS: usize = 600;
const AMENDMENTS: usize = 120;
const WIRE_BYTES: usize = 150 * 1024;

/// Words that repeat as little as those of people do: a compressor should not have it easy.
const WORDS: [&str; 48] = [
    "gmina",
    "mieszkanie",
    "najem",
    "czynsz",
    "plan",
    "rozwój",
    "miasto",
    "dzielnica",
    "osiedle",
    "podatek",
    "budżet",
    "inwestor",
    "działka",
    "użytkowanie",
    "wieczyste",
    "konsultacje",
    "szkoła",
    "transport",
    "zieleń",
    "park",
    "retencja",
    "woda",
    "energia",
    "ciepło",
    "remont",
    "pustostan",
    "spółdzielnia",
    "wspólnota",
    "agencja",
    "umowa",
    "kaucja",
    "dopłata",
    "próg",
    "dochód",
    "rodzina",
    "senior",
    "student",
    "lokator",
    "właściciel",
    "sąsiad",
    "urząd",
    "rada",
    "ustawa",
    "rozporządzenie",
    "wskaźnik",
    "raport",
    "ocena",
    "termin",
];

/// A sentence of so many words that follows from its number.
fn sentence(number: usize, words: usize) -> String {
    let mut state = u64::try_from(number + 1)
        .unwrap()
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut sentence = String::new();
    for _ in 0..words {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let at = usize::try_from(state % 48).unwrap();
        let ending = ["", "", "m", "ch", "y"][usize::try_from(state / 48 % 5).unwrap()];
        write!(sentence, "{}{ending} ", WORDS[at]).unwrap();
    }
    format!("{}.", sentence.trim())
}

async fn busy(forum: &Forum) -> Proposal {
    let mut text = String::new();
    for number in 0..PARAGRAPHS {
        let words = sentence(number, 70);
        write!(text, "## {}\n\n{words}\n\n", sentence(number + 900, 3)).unwrap();
    }
    let proposal = forum.proposal("mieszkanie", content(&text)).await;
    let document = content(&text).document;
    let fans = [
        forum.congress.member().await.id(),
        forum.congress.member().await.id(),
    ];
    let mut tx = forum.begin().await;
    let mut received: Vec<Remark> = Vec::new();
    for number in 0..REMARKS + AMENDMENTS {
        let block = document.blocks()[number % PARAGRAPHS * 2 + 1].clone();
        let anchor = block.anchor.to_string();
        let said = sentence(number + 2000, 45);
        let new = if number < REMARKS {
            forum.saying(&proposal, &anchor, RemarkKind::Comment, &said)
        } else {
            let words = block.content.text.letters();
            let wording = words.replacen("a ", &format!("{} ", sentence(number, 2)), 2);
            NewRemark {
                amendment: Amendment::rewording(&document, &[(block.anchor, &wording)]).ok(),
                wording: Some(wording),
                reasons: Some(sentence(number + 5000, 30)),
                ..forum.saying(&proposal, &anchor, RemarkKind::Amendment, &said)
            }
        };
        let outcome = tx.remarks().receive(&proposal, &new).await.unwrap();
        if let wiec_store::ReceivedRemark::New(remark) = outcome {
            received.push(remark);
        }
    }
    for (number, remark) in received.iter().enumerate() {
        let stance = Stance::ALL[number % 3];
        let fan = fans[number % 2];
        assert!(
            tx.remarks()
                .stand(&proposal, remark.id, fan, stance)
                .await
                .unwrap()
        );
    }
    tx.commit().await.unwrap();
    proposal
}

#[tokio::test]
async fn a_proposal_with_hundreds_of_remarks_is_light_on_the_wire() {
    let forum = Forum::empty().await;
    busy(&forum).await;
    let mut visitor = forum.congress.visitor();
    for path in [
        "/propozycje/mieszkanie",
        "/propozycje/mieszkanie/uwagi",
        "/propozycje/mieszkanie/akapit/p2",
        "/propozycje/mieszkanie/uwaga/700",
    ] {
        visitor.get(path).await.is(StatusCode::OK);
        let started = Instant::now();
        let page = visitor.get_with(path, &[("accept-encoding", "br")]).await;
        let took = started.elapsed();
        page.is(StatusCode::OK);
        let plain = visitor.get(path).await.bytes().len();
        println!(
            "{path}: {} bytes, {plain} plain, {took:?}",
            page.bytes().len()
        );
        assert!(page.bytes().len() <= WIRE_BYTES, "{path}");
    }
}
