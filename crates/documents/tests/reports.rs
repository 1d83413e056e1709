//! Reports: what was written reads back.

use proptest::prelude::*;
use wiec_documents::{
    Column, Grid, Language, Passage, Report, Unwritable, Which, read_table, read_text, write_docx,
    write_xlsx,
};

fn grid(titles: &[&str], rows: Vec<Vec<String>>) -> Grid {
    let column = |title: &&str| Column {
        title: (*title).to_owned(),
        width: 20,
    };
    Grid {
        name: "Uwagi".to_owned(),
        columns: titles.iter().map(column).collect(),
        rows,
    }
}

fn report(grid: Grid) -> Report {
    Report {
        language: Language::Polish,
        title: "Raport z konsultacji".to_owned(),
        facts: vec![("Uwag".to_owned(), "2".to_owned())],
        passages: vec![
            Passage::Heading("Kto się wypowiedział".to_owned()),
            Passage::Paragraph("Miasta i osoby.".to_owned()),
        ],
        grid,
    }
}

/// What a reader gives for rows: without empty cells at the end and without empty rows.
fn as_read(grid: &Grid) -> Vec<Vec<String>> {
    let header = grid
        .columns
        .iter()
        .map(|column| column.title.clone())
        .collect();
    let mut rows = vec![header];
    rows.extend(grid.rows.clone());
    for row in &mut rows {
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
    }
    rows.retain(|row: &Vec<String>| !row.is_empty());
    rows
}

fn read_back(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let table = read_table(bytes, name, Which::First).expect("we wrote it");
    table.rows.into_iter().map(|row| row.cells).collect()
}

fn cell() -> impl Strategy<Value = String> {
    let text = "[=+@a-zA-ZąŁ0-9 <>&\"'_x\n.;]{0,30}|_x000D_|=1\\+1";
    text.prop_map(|text| text.trim().to_owned())
}

proptest! {
    #[test]
    fn what_was_written_reads_back(rows in proptest::collection::vec(proptest::collection::vec(cell(), 3), 0..12)) {
        let grid = grid(&["Lp.", "Uwaga", "Stanowisko"], rows);
        let expected = as_read(&grid);
        prop_assert_eq!(&read_back(&write_xlsx(&grid).unwrap(), "r.xlsx"), &expected);
        prop_assert_eq!(&read_back(&write_docx(&report(grid)).unwrap(), "r.docx"), &expected);
    }
}

#[test]
fn a_report_reads_as_a_text_too() {
    let rows = vec![vec!["1".to_owned(), "Za mało".to_owned()]];
    let file = write_docx(&report(grid(&["Lp.", "Uwaga"], rows))).unwrap();
    let read = read_text(&file, "r.docx").unwrap();
    assert_eq!(
        read.markdown,
        "# Raport z konsultacji\n\n**Uwag**: 2\n\n# Kto się wypowiedział\n\nMiasta i osoby.\n\n| **Lp**. | **Uwaga** |\n| --- | --- |\n| 1 | Za mało |\n"
    );
    assert_eq!(read.left_out, []);
}

#[test]
fn uneven_rows_and_endless_cells_are_not_written() {
    let uneven = grid(&["A", "B"], vec![vec!["1".to_owned()]]);
    assert_eq!(
        write_xlsx(&uneven),
        Err(Unwritable::Uneven {
            row: 1,
            cells: 1,
            columns: 2
        })
    );
    let long = grid(&["A"], vec![vec!["x".repeat(40_000)]]);
    assert_eq!(
        write_xlsx(&long),
        Err(Unwritable::CellTooLong {
            row: 1,
            column: 1,
            most: 32_767
        })
    );
    assert_eq!(write_xlsx(&grid(&[], vec![])), Err(Unwritable::NoColumns));
}

#[test]
fn the_same_report_is_the_same_file() {
    let rows = vec![vec!["1".to_owned()]];
    let report = report(grid(&["A"], rows));
    assert_eq!(write_docx(&report), write_docx(&report));
}
