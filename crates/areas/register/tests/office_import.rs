//! The office takes in tables of remarks.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/office.rs"]
mod support;

use std::time::Instant;

use axum::http::StatusCode;
use jiff::SignedDuration;
use wiec_documents::testing::{TYPES, root, xlsx, zip};
use wiec_documents::{Column, Grid, write_xlsx};
use wiec_kit::testing::{Visitor, filled};
use wiec_model::register::{Behalf, Channel, Position};
use wiec_store::Actor;

use support::*;

const PAGE: &str = "/biuro/kpm-2019/propozycje/mieszkanie/wczytaj";

const TABLE: &str = "Lp.;Podmiot zgłaszający;Jednostka redakcyjna;Treść uwagi;Uzasadnienie;Propozycja brzmienia;Stanowisko;E-mail\n\
    1;Miasto Łódź;§ 2;Okres jest za krótki.;Budowa trwa cztery lata.;Plan obejmuje dziesięć lat.;Uwaga uwzględniona.;urzad@lodz.example\n\
    2;Stowarzyszenie Rynek;§ 1 ust. 9;Brak źródła finansowania.;;;;\n\
    3;Osoba prywatna;§ 44;Za mało zieleni.;;;Uwaga uwzględniona.;nikt@\n\
    4;Osoba prywatna;str. 2;;;;;\n\
    5;;Uwaga ogólna;Popieram.;;;Nie uwzględniono: brak środków.;\n";

/// Sends a file, and gives the address of the page about it.
async fn upload(organiser: &mut Visitor, name: &str, bytes: &[u8]) -> String {
    let answer = organiser.upload(PAGE, &[], ("file", name, bytes)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header("location").to_owned()
}

async fn act(organiser: &mut Visitor, page: &str, act: &str) -> wiec_kit::testing::Page {
    let fields = fields_of(organiser, page).await;
    organiser
        .submit(page, &filled(&fields, &[("act", act)]))
        .await
}

#[tokio::test]
async fn a_table_is_mapped_looked_at_and_comes_in_once_with_its_answers() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = upload(&mut organiser, "uwagi.csv", TABLE.as_bytes()).await;
    organiser
        .get(&page)
        .await
        .says("D: Treść uwagi")
        .says("Okres jest za krótki.");
    let look = act(&mut organiser, &page, "look").await;
    look.is(StatusCode::OK)
        .says("Wejdą 4 uwagi.")
        .says("<td>C3</td>")
        .says("„§ 1 ust. 9”: takiej jednostki nie ma")
        .says("<td>C4</td>")
        .says("„§ 44”: nie ma tego w tekście")
        .says("<td>H4</td>")
        .says("<td>D5</td>")
        .says("Wczytaj 4 uwagi");
    assert_eq!(remarks(&congress, "mieszkanie").await, []);
    let done = act(&mut organiser, &page, "write").await;
    done.leads_to(&format!(
        "{OFFICE}/moderacja?proposal=mieszkanie&state=published&saved"
    ));

    let all = remarks(&congress, "mieszkanie").await;
    let clauses: Vec<String> = all.iter().map(|it| it.clause.to_string()).collect();
    assert_eq!(clauses, ["p5", "p3", "all", "all"]);
    assert!(all.iter().all(|it| it.channel == Channel::Table));
    assert_eq!(all[0].author.behalf, Behalf::City);
    assert_eq!(
        all[0].wording.as_deref(),
        Some("Plan obejmuje dziesięć lat.")
    );
    assert_eq!(all[2].body, "W tabeli wskazano: § 44\n\nZa mało zieleni.");
    assert_eq!(all[3].author.name, "bez podpisu");
    let proposal = find(&congress, "mieszkanie").await;
    let answers = congress.app.store.remarks().answers(proposal.id).await;
    let answers = answers.unwrap();
    let given: Vec<Option<Position>> = all
        .iter()
        .map(|it| it.answer.map(|id| answers[&id].position))
        .collect();
    assert_eq!(
        given,
        [
            Some(Position::Accepted),
            None,
            Some(Position::Accepted),
            Some(Position::Rejected)
        ]
    );
    assert_eq!(all[0].answer, all[2].answer, "one answer to both");

    let gone = organiser.get(&page).await;
    gone.is(StatusCode::NOT_FOUND);
    organiser
        .submit(&page, &[("act", "write")])
        .await
        .leads_to(PAGE);
    let again = upload(&mut organiser, "uwagi.csv", TABLE.as_bytes()).await;
    act(&mut organiser, &again, "write").await;
    assert_eq!(remarks(&congress, "mieszkanie").await, all);
}

#[tokio::test]
async fn what_somebody_says_of_the_columns_counts() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = upload(
        &mut organiser,
        "uwagi.csv",
        b"x;y\nAla;Za krotko.\nOla;Za dlugo.\n",
    )
    .await;
    let fields = fields_of(&mut organiser, &page).await;
    let nothing = organiser
        .submit(&page, &filled(&fields, &[("act", "look")]))
        .await;
    nothing
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("Wskaż kolumnę");
    let twice = [
        ("act", "look"),
        ("column-1", "remark"),
        ("column-2", "remark"),
    ];
    organiser
        .submit(&page, &filled(&fields, &twice))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-column-2");
    let said = [
        ("act", "write"),
        ("header", "1"),
        ("column-1", "body"),
        ("column-2", "remark"),
        ("received", "2019-11-10"),
    ];
    organiser
        .submit(&page, &filled(&fields, &said))
        .await
        .is(StatusCode::SEE_OTHER);
    let all = remarks(&congress, "mieszkanie").await;
    let said: Vec<(&str, &str)> = all
        .iter()
        .map(|it| (it.author.name.as_str(), it.body.as_str()))
        .collect();
    assert_eq!(said, [("Ala", "Za krotko."), ("Ola", "Za dlugo.")]);
    assert_eq!(all[0].received_at.to_string(), "2019-11-10T11:00:00Z");
}

#[tokio::test]
async fn files_that_are_not_read_are_refused_in_words_and_nothing_is_kept() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let large = vec![b'a'; (20 << 20) + 1];
    let mut rows = String::from("Uwaga;Kto\n");
    for number in 0..100_000 {
        rows.push_str(&format!("uwaga {number};ktos\n"));
    }
    let mut bomb = String::from("<sheetData>");
    bomb.push_str(&" ".repeat(300 << 20));
    let bomb = xlsx(&[("A", &bomb)], "", "");
    let macros = zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root("/xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/vbaProject.bin", b"\xd0\xcf"),
    ]);
    for (name, bytes, says) in [
        ("", &b""[..], "Wybierz plik."),
        ("bomba.xlsx", &bomb, "niewspółmiernie wielki"),
        ("uwagi.xlsm", &macros, "Plik zawiera makra"),
        ("pusty.csv", b"", "Plik jest pusty."),
        ("wielki.xlsx", &large, "do 20 MB"),
        (
            "uwagi.xlsx",
            b"\x7fELF\x02\x01\x01\0\0\0",
            "To jest program",
        ),
        ("uwagi.pdf", b"%PDF-1.7 ", "To jest PDF"),
        ("uwagi.csv", rows.as_bytes(), "najwy\u{17c}ej 20000"),
        ("uwagi.docx", b"PK\x03\x04zepsute", "uszkodzony"),
    ] {
        let answer = organiser.upload(PAGE, &[], ("file", name, bytes)).await;
        answer
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(says)
            .says("#f-file");
    }
    organiser
        .upload(
            "/en/office/kpm-2019/proposals/mieszkanie/import",
            &[],
            ("file", "a.pdf", b"%PDF-1.7"),
        )
        .await
        .says("This is a PDF");
}

#[tokio::test]
async fn a_file_is_its_senders_and_is_forgotten_after_a_day() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let page = upload(&mut organiser, "uwagi.csv", TABLE.as_bytes()).await;
    let mut other = congress.organiser().await;
    other.get(&page).await.is(StatusCode::NOT_FOUND);
    let ghost = format!("{PAGE}/00000000000000000000000000000000");
    organiser.get(&ghost).await.is(StatusCode::NOT_FOUND);
    let nonsense = format!("{PAGE}/cokolwiek");
    organiser.get(&nonsense).await.is(StatusCode::NOT_FOUND);
    congress.advance(SignedDuration::from_hours(25));
    let store = &congress.app.store;
    let mut tx = store.begin(Actor::System, congress.now()).await.unwrap();
    let day = SignedDuration::from_hours(24);
    let before = congress.now().checked_sub(day).unwrap();
    assert_eq!(tx.sweep().uploads(before).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_workbook_of_a_thousand_remarks_comes_in_whole_with_every_bad_row_named() {
    let congress = with_proposal().await;
    let mut organiser = congress.organiser().await;
    let titles = [
        "Lp.",
        "Zgłaszający",
        "Jednostka redakcyjna",
        "Treść uwagi",
        "Stanowisko",
    ];
    let row = |number: usize| {
        let (place, says) = match number % 100 {
            0 => ("§ 77", format!("Uwaga {number} do czegoś, czego nie ma.")),
            50 => ("§ 1", String::new()),
            _ => (
                "§ 2 ust. 1",
                format!("Uwaga {number}: plan na {number} lat."),
            ),
        };
        let cells = [
            &number.to_string(),
            "Gmina Kielce",
            place,
            &says,
            "Wyjaśniono.",
        ];
        cells.map(str::to_owned).to_vec()
    };
    let grid = Grid {
        name: "Uwagi".to_owned(),
        columns: titles
            .map(|title| Column {
                title: title.to_owned(),
                width: 20,
            })
            .to_vec(),
        rows: (1..=1000).map(row).collect(),
    };
    let began = Instant::now();
    let page = upload(&mut organiser, "uwagi.xlsx", &write_xlsx(&grid).unwrap()).await;
    let look = act(&mut organiser, &page, "look").await;
    look.says("Wejdzie 990 uwag.")
        .says("20 miejsc do sprawdzenia");
    for number in 1..=10 {
        let (empty, nowhere) = (number * 100 - 49, number * 100 + 1);
        look.says(&format!("<td>D{empty}</td>"))
            .says(&format!("<td>C{nowhere}</td>"));
    }
    act(&mut organiser, &page, "write")
        .await
        .is(StatusCode::SEE_OTHER);
    println!(
        "1,000 rows sent, looked at and taken in: {:?}",
        began.elapsed()
    );
    let all = remarks(&congress, "mieszkanie").await;
    assert_eq!(all.len(), 990);
    let numbers: Vec<u32> = all.iter().filter_map(|it| it.number).collect();
    assert_eq!(numbers, (1..=990).collect::<Vec<_>>());
}
