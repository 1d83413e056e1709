//! How long uploads take to read and reports to write, and how much memory a refusal costs: CPU seconds of one
//! thread and peak memory of the process, as Linux counts them. Files are made up from counters.
//!
//! `cargo bench -p wiec-documents`

use std::fs;

use wiec_documents::testing;
use wiec_documents::{
    Column, Grid, Language, Mapping, Passage, Report, Which, read_table, read_text, remarks,
    write_docx, write_xlsx,
};

fn main() {
    refused("bomb of 300 MB", &bomb());
    let rows = "1;Miasto;§ 4;Za mało\n".repeat(100_000);
    refused("100,000 rows as CSV", rows.as_bytes());
    // Rows that differ, as those of people do: many times the same one would be refused as a bomb.
    let row = |number: u64| {
        let digits = number * 2_654_435_761 % 1_000_003;
        format!("<row><c t=\"inlineStr\"><is><t>Uwaga {digits}</t></is></c></row>")
    };
    let row: String = (0..100_000).map(row).collect();
    let sheet = format!("<sheetData>{row}</sheetData>");
    refused(
        "100,000 rows as XLSX",
        &testing::xlsx(&[("A", &sheet)], "", ""),
    );
    drop((rows, row, sheet));

    let grid = thousand();
    let sheet = write_xlsx(&grid).expect("the rows are even");
    println!("1,000 remarks: {} KB as XLSX", sheet.len() / 1024);
    report("1,000 remarks from XLSX, with mapping", || {
        let table = read_table(&sheet, "u.xlsx", Which::First).expect("we wrote it");
        let (read, problems) = remarks(&table, &Mapping::guess(&table));
        assert_eq!((read.len(), problems.len()), (1_000, 0));
    });
    report("1,000 remarks to XLSX", || write_xlsx(&grid));
    let pages = twenty_pages(grid.clone());
    let document = write_docx(&pages).expect("the rows are even");
    report("1,000 remarks and twenty pages to DOCX", || {
        write_docx(&pages)
    });
    report("1,000 remarks and twenty pages from DOCX", || {
        read_text(&document, "p.docx").expect("we wrote it")
    });
    let alone = write_docx(&twenty_pages(Grid {
        rows: Vec::new(),
        ..grid
    }))
    .expect("there are no rows");
    report("twenty pages from DOCX", || {
        read_text(&alone, "p.docx").expect("we wrote it")
    });
}

const WORDS: &str = "Co najmniej piętnaście procent mieszkań w każdej nowej dzielnicy przeznacza się na najem długoterminowy, a gmina ogłasza co roku, ile ich powstało. ";

fn thousand() -> Grid {
    let titles = [
        "Lp.",
        "Podmiot",
        "Jednostka redakcyjna",
        "Uwaga",
        "Uzasadnienie",
        "Stanowisko",
    ];
    let row = |number: usize| {
        vec![
            number.to_string(),
            format!("Miasto {}", number % 37),
            format!("§ {} ust. {}", number % 60 + 1, number % 4 + 1),
            format!("{number}. {}", WORDS.repeat(2)),
            WORDS.to_owned(),
            String::new(),
        ]
    };
    Grid {
        name: "Uwagi".to_owned(),
        columns: titles
            .map(|title| Column {
                title: title.to_owned(),
                width: 20,
            })
            .to_vec(),
        rows: (1..=1_000).map(row).collect(),
    }
}

/// Sixty paragraphs of some 140 words.
fn twenty_pages(grid: Grid) -> Report {
    Report {
        language: Language::Polish,
        title: "Polityka".to_owned(),
        facts: Vec::new(),
        passages: (0..60)
            .map(|_| Passage::Paragraph(WORDS.repeat(7)))
            .collect(),
        grid,
    }
}

/// A document whose text is 300 MB of spaces.
fn bomb() -> Vec<u8> {
    let mut document = b"<w:document><w:body>".to_vec();
    document.resize(300 << 20, b' ');
    testing::zip(&[
        ("[Content_Types].xml", testing::TYPES.as_bytes()),
        ("_rels/.rels", testing::root("word/document.xml").as_bytes()),
        ("word/document.xml", &document),
    ])
}

fn refused(name: &str, bytes: &[u8]) {
    // 5 lowers the peak to what the process holds now.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let before = peak_kilobytes();
    let started = on_cpu();
    let refused = read_table(bytes, "a", Which::First).expect_err("it is too much");
    let milliseconds = (on_cpu() - started) * 1000.0;
    let grown = (peak_kilobytes() - before) / 1024;
    println!("{name}: refused in {milliseconds:.1} ms, peak grew by {grown} MB: {refused}");
}

/// The mean of many runs, at least a second of them: the system counts in steps of some milliseconds.
fn report<T>(name: &str, step: impl Fn() -> T) {
    let started = on_cpu();
    let mut runs = 0;
    while on_cpu() - started < 1.0 {
        std::hint::black_box(step());
        runs += 1;
    }
    let mean = (on_cpu() - started) * 1000.0 / f64::from(runs);
    println!("{name}: {mean:.1} ms");
}

/// Seconds that this thread ran. Wall time says nothing on a shared machine.
fn on_cpu() -> f64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|it| it.parse::<f64>().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1e9
}

fn peak_kilobytes() -> u64 {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().split(' ').next()?.parse().ok());
    number.unwrap_or(0)
}
