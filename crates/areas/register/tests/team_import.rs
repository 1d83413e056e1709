//! A text is taken in from a file: looked at first, then written; whatever is no text is refused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/team.rs"]
mod support;

use axum::http::StatusCode;
use wiec_documents::testing::{TYPES, docx, open_document, root, xlsx, zip};
use wiec_kit::testing::filled;

use support::*;

const IMPORT: &str = "/propozycje/najem/zespol/wczytaj";
const SAVE: &str = "/propozycje/najem/zespol/wczytaj/zapisz";

const NEXT: &str = "# Mieszkanie w zasięgu\n\n## Cel\n\nKażde miasto prowadzi program najmu.\n\nProgram ma plan, budżet i ocenę.\n\nOcena jest jawna.\n\n## Plan\n\nCo najmniej 20 proc. mieszkań przeznacza się na najem.\n\nGmina ogłasza wynik.";

fn with_document(document: &[u8]) -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root("word/document.xml").as_bytes()),
        ("word/document.xml", document),
    ])
}

#[tokio::test]
async fn a_text_is_looked_at_then_written_once_and_anchors_hold() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let look = expert
        .upload(IMPORT, &[], ("file", "plan.md", NEXT.as_bytes()))
        .await;
    look.is(StatusCode::OK)
        .says("Zachowuje miejsce: 7. Nowe: 1. Znika: 0.")
        .says("<ins");
    let before = team.draft().await;
    let form = look.form("name=\"markdown\"");
    for _ in 0..2 {
        let saved = expert.submit(SAVE, &filled(&form, &[])).await;
        saved.leads_to(&format!("{TEAM}?saved"));
    }
    let after = team.draft().await;
    assert_eq!(
        after.revision,
        before.revision + 1,
        "sent twice it is written once"
    );
    let anchors: Vec<String> = after
        .content
        .document
        .blocks()
        .iter()
        .map(|block| block.anchor.to_string())
        .collect();
    assert_eq!(anchors, ["p1", "p2", "p3", "p4", "p8", "p5", "p6", "p7"]);
}

#[tokio::test]
async fn word_and_open_documents_are_read_with_what_is_left_out() {
    let team = Team::drafting("").await;
    let mut expert = team.expert().await;
    let body =
        r#"<w:p><w:r><w:t>Każde miasto prowadzi program.</w:t></w:r><w:r><w:drawing/></w:r></w:p>"#;
    let look = expert
        .upload(IMPORT, &[], ("file", "plan.docx", &docx(body, &[])))
        .await;
    look.is(StatusCode::OK)
        .says("Każde miasto prowadzi program.")
        .says("1 obraz");
    let odt = open_document("text", "", "<text:p>Gmina ogłasza wynik.</text:p>");
    let look = expert
        .upload(IMPORT, &[], ("file", "plan.docx", &odt))
        .await;
    look.is(StatusCode::OK)
        .says("Gmina ogłasza wynik.")
        .says("Plik jest innego rodzaju");
    let form = look.form("name=\"markdown\"");
    expert
        .submit(SAVE, &filled(&form, &[]))
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(team.text().await.trim(), "Gmina ogłasza wynik.");
}

#[tokio::test]
async fn whoever_wrote_meanwhile_is_not_written_over_unseen() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let look = expert
        .upload(IMPORT, &[], ("file", "plan.md", NEXT.as_bytes()))
        .await;
    let form = look.form("name=\"markdown\"");
    let goal = "/propozycje/najem/zespol/sekcja/p2";
    let page = expert.get(goal).await;
    let section = page.form("name=\"wording\"");
    expert
        .submit(
            goal,
            &filled(&section, &[("wording", "## Cel\n\nInny cel.")]),
        )
        .await;
    let clash = expert.submit(SAVE, &filled(&form, &[])).await;
    clash
        .is(StatusCode::CONFLICT)
        .says("W tym czasie ktoś pisał")
        .says("Inny cel.");
    assert!(team.text().await.contains("Inny cel."));
    let form = clash.form("name=\"markdown\"");
    expert
        .submit(SAVE, &filled(&form, &[]))
        .await
        .is(StatusCode::SEE_OTHER);
    assert!(team.text().await.contains("20 proc."));
}

#[tokio::test]
async fn each_file_that_is_no_text_is_refused_in_words_and_nothing_is_written() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let before = team.draft().await;
    let mut bomb = b"<w:document><w:body>".to_vec();
    bomb.resize(300 << 20, b' ');
    let entities = br#"<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>"#;
    let macros = zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root("word/document.xml").as_bytes()),
        ("word/document.xml", b"<d/>"),
        ("word/vbaProject.bin", b"\xd0\xcf"),
    ]);
    let deep = docx(&("<w:sdt>".repeat(500) + &"</w:sdt>".repeat(500)), &[]);
    let cut = docx("<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>", &[]);
    let mut password = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    password.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (Vec::new(), "W pliku nie ma tekstu"),
        (b"\n \n".to_vec(), "W pliku nie ma tekstu"),
        (b"MZ\x90\0\x03\0\0\0".to_vec(), "Plik jest programem"),
        (b"#!/bin/sh\nrm".to_vec(), "Plik jest programem"),
        (b"%PDF-1.7".to_vec(), "Plik jest PDF-em"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(),
            "sprzed 2007 roku",
        ),
        (password, "chroniony hasłem"),
        (b"{\\rtf1".to_vec(), "w formacie RTF"),
        (b"  <!DOCTYPE html>".to_vec(), "stroną internetową"),
        (b"\x89PNG\r\n".to_vec(), "Plik jest obrazem"),
        (b"a\0b".to_vec(), "nie jest dokumentem"),
        (zip(&[("inner.docx", &docx("", &[]))]), "Plik jest archiwum"),
        (xlsx(&[("A", "<sheetData/>")], "", ""), "Plik jest arkuszem"),
        (open_document("presentation", "", ""), "bez tekstu"),
        (with_document(&bomb), "rośnie ponad miarę"),
        (with_document(entities), "własne encje"),
        (macros, "zawiera makra"),
        (deep, "zagnieżdżone za głęboko"),
        (cut[..cut.len() - 30].to_vec(), "uszkodzony"),
    ];
    for (bytes, says) in cases {
        let refused = expert
            .upload(IMPORT, &[], ("file", "plan.docx", &bytes))
            .await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says(says);
    }
    assert_eq!(team.draft().await, before);
}

#[tokio::test]
async fn a_file_of_200_megabytes_is_refused_by_its_size_on_a_page_that_says_so() {
    let team = Team::open().await;
    let mut expert = team.expert().await;
    let large = vec![b'a'; 200 << 20];
    let refused = expert
        .upload(IMPORT, &[], ("file", "plan.md", &large))
        .await;
    refused
        .is(StatusCode::PAYLOAD_TOO_LARGE)
        .says("Plik ma ponad 20 MB.")
        .says("name=\"file\"");
    expert
        .upload(IMPORT, &[], ("file", "", b""))
        .await
        .says("Wybierz plik.");
    let english = expert
        .upload(
            "/en/proposals/najem/team/import",
            &[],
            ("file", "a.md", b"%PDF-1.7"),
        )
        .await;
    english
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("The file is a PDF");
}
