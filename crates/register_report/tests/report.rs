//! A report in its formats: it holds every remark with its answer, reads back as a table, and does no harm.

mod sample;

use std::io::Write as _;
use std::process::{Command, Stdio};

use jiff::civil::date;
use proptest::prelude::*;
use sample::{HARM, many, paragraph, plain, said};
use wiec_documents::{About, Mapping, Remark, UnitKind, Which, read_table, remarks};
use wiec_model::Lang;
use wiec_register_report::{
    Channel, ConsultationReport, Proposed, Published, RemarkKind, ReportedRemark, Standing, csv,
    docx, html, pdf, xlsx,
};

/// The sample with one more remark, of a body of its own.
fn with(lang: Lang, change: impl FnOnce(&mut Published)) -> ConsultationReport {
    let mut report = sample::report(lang);
    let mut remark = plain(4);
    remark.body = "Zgoda.".to_owned();
    change(&mut remark);
    report.remarks.push(said(99, Channel::Mail, remark));
    report
}

fn tables(report: &ConsultationReport) -> [(&'static str, Vec<u8>); 3] {
    [
        ("r.csv", csv(report).into_bytes()),
        ("r.xlsx", xlsx(report).expect("it can be written")),
        ("r.docx", docx(report).expect("it can be written")),
    ]
}

fn read_back(name: &str, bytes: &[u8]) -> Vec<Remark> {
    let table = read_table(bytes, name, Which::First).expect("we wrote it");
    let (read, problems) = remarks(&table, &Mapping::guess(&table));
    // Of what we wrote only the place of a removed paragraph is not a unit that people number.
    assert!(problems.len() <= 1, "{name}: {problems:?}");
    read
}

#[test]
fn every_remark_reads_back_from_each_table_with_the_mapping_that_is_guessed() {
    for lang in Lang::ALL {
        let report = sample::report(lang);
        for (name, bytes) in tables(&report) {
            let read = read_back(name, &bytes);
            assert_eq!(read.len(), report.remarks.len(), "{name}");
            for (read, given) in read.iter().zip(&report.remarks) {
                assert_eq!(read.number, given.number.to_string());
                let Standing::Published(given) = &given.standing else {
                    assert!(read.remark.contains("zasada 3") && read.body.is_empty());
                    continue;
                };
                assert!(read.body.starts_with(&given.who), "{name}: {}", read.body);
                assert_eq!(read.current_wording, given.current);
                assert_eq!(read.remark, given.body);
                assert_eq!(read.reasons, given.reasons);
                assert_eq!(read.answer.is_empty(), given.answer.is_none(), "{name}");
                match &given.proposed {
                    Proposed::Nothing => assert_eq!(read.proposed_wording, ""),
                    Proposed::Wording(words) => assert_eq!(&read.proposed_wording, words),
                    Proposed::Deletion => assert!(!read.proposed_wording.is_empty()),
                }
            }
        }
    }
}

#[test]
fn a_table_says_at_which_clause_and_with_which_answer() {
    let report = sample::report(Lang::Pl);
    for (name, bytes) in tables(&report) {
        let read = read_back(name, &bytes);
        let fourteen = read.iter().find(|it| it.number == "14").unwrap();
        let About::Units(units) = &fourteen.about else {
            panic!("{name}: {:?}", fourteen.about);
        };
        assert_eq!(
            (units[0].kind, units[0].number.as_str()),
            (UnitKind::Paragraph, "4")
        );
        assert_eq!(fourteen.answer, "Przyjęta w części");
        assert_eq!(
            fourteen.body,
            "Urzędniczka, w imieniu: Miasto na Prawach Powiatu (miasto lub gmina)"
        );
        assert_eq!(
            read.iter().find(|it| it.number == "20").unwrap().about,
            About::Whole
        );
        assert_eq!(
            read.iter().find(|it| it.number == "21").unwrap().about,
            About::Anchor(57)
        );
    }
}

#[test]
fn a_sheet_has_the_columns_of_the_polish_form_and_four_more() {
    let written = csv(&sample::report(Lang::Pl));
    assert_eq!(
        written.lines().next().unwrap(),
        "\u{FEFF}Nr uwagi,Rodzaj,Zgłaszający,Jednostka redakcyjna,Obecne brzmienie,Treść uwagi,Proponowane brzmienie,Uzasadnienie uwagi,Stanowisko zespołu,Wyjaśnienie stanowiska,Data wpływu,Droga wpływu"
    );
    assert!(written.contains("\r\n18,Poprawka,"));
    assert!(written.contains(",2025-11-03,tabela uwag\r\n"));
}

#[test]
fn the_page_tells_who_remarked_and_what_came_of_it_before_it_tells_each_remark() {
    let page = html(&sample::report(Lang::Pl));
    let order = [
        "Wpłynęło 12 uwag.",
        "1 uwaga nie ma jeszcze stanowiska zespołu.",
        "1 uwaga została usunięta.",
        "<th scope=\"row\">Osoby we własnym imieniu</th><td class=\"r\">4</td><td class=\"r\">1</td><td class=\"r\">1</td><td class=\"r\">0</td><td class=\"r\">2</td><td class=\"r\">0</td>",
        "<th scope=\"row\">Razem</th><td class=\"r\">11</td><td class=\"r\">2</td><td class=\"r\">2</td><td class=\"r\">2</td><td class=\"r\">4</td><td class=\"r\">1</td>",
        "Spis treści",
        "<a href=\"#uwagi-p8\"><bdi>§ 4, Mieszkania w nowych inwestycjach</bdi></a> <small>3 uwagi</small>",
        "14\u{a0}października 2025: spotkanie otwarte w Kielcach, 41 osób",
        "id=\"uwaga-20\"",
        "id=\"uwaga-1\"",
        "id=\"uwaga-14\"",
        "Urzędniczka, w imieniu: Miasto na Prawach Powiatu",
        "Co najmniej <del><span class=\"vh\">usunięto: </span>15<span class=\"vh\"> koniec zmiany </span></del><ins><span class=\"vh\">dodano: </span>20",
        "Tak samo mówią uwagi nr <a href=\"#uwaga-15\">15</a>, 41.",
        "Stanowisko zespołu: Przyjęta w części",
        "id=\"uwaga-21\"",
        "Uwagi usunięte",
        "Wpłynęła 3\u{a0}listopada 2025. Usunięta 4\u{a0}listopada 2025. Powód: obraża osobę, zasada 3",
    ];
    let mut rest = page.as_str();
    for words in order {
        let found = rest.split_once(words);
        rest = found
            .unwrap_or_else(|| panic!("{words} is not where it should be"))
            .1;
    }
}

#[test]
fn in_english_the_words_of_the_report_are_english() {
    let page = html(&sample::report(Lang::En));
    for words in [
        "12 remarks were received.",
        "1 remark has no position of the team yet.",
        "Remark no. 14: Amendment",
        "Position of the team: Accepted in part",
        "inserted: ",
        "<html lang=\"en\">",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_consultation_without_remarks_is_told_too() {
    let mut report = sample::report(Lang::Pl);
    report.remarks.clear();
    report.held.clear();
    let page = html(&report);
    assert!(page.contains("Wpłynęło 0 uwag.") && page.contains("Nie wpłynęła żadna uwaga."));
    for (name, bytes) in tables(&report) {
        assert_eq!(read_back(name, &bytes), [], "{name}");
    }
    assert!(pdf(&report).is_ok());
}

#[test]
fn of_a_removed_remark_the_number_the_day_and_the_reason_stay() {
    let removed = |on| Standing::Removed {
        on,
        reason: "spam".to_owned(),
    };
    let mut report = sample::report(Lang::En);
    report.remarks = vec![ReportedRemark {
        number: 7,
        received_on: date(2025, 11, 1),
        channel: Channel::Page,
        standing: removed(date(2025, 11, 2)),
    }];
    assert!(html(&report).contains(
        "Received on 1\u{a0}November 2025. Removed on 2\u{a0}November 2025. Reason: spam"
    ));
    let rows = csv(&report);
    assert_eq!(
        rows.lines().nth(1).unwrap(),
        "7,,,,,Remark removed on 2\u{a0}November 2025. Reason: spam,,,,,2025-11-01,page of the congress"
    );
}

#[test]
fn what_the_public_typed_is_shown_and_not_run() {
    for harm in HARM {
        let report = with(Lang::Pl, |remark| {
            remark.who = harm.to_owned();
            remark.body = harm.to_owned();
            remark.reasons = harm.to_owned();
            remark.current = harm.to_owned();
            remark.proposed = Proposed::Wording(format!("{harm} nowe"));
        });
        let page = html(&report);
        for tag in ["<script", "<img", "<label", "\u{0}", "<svg"] {
            assert!(!page.contains(tag), "{tag} of {harm}");
        }
        for (name, bytes) in tables(&report) {
            let read = read_back(name, &bytes);
            assert_eq!(read.len(), report.remarks.len(), "{name} with {harm}");
        }
        assert!(pdf(&report).is_ok(), "{harm}");
    }
}

#[test]
fn a_formula_is_text_in_every_table() {
    for formula in ["=1+1", "+48 22", "-1", "@SUM(A1)", "\t=1"] {
        let report = with(Lang::Pl, |remark| {
            remark.body = format!("{formula} i więcej")
        });
        let said = format!("{formula} i więcej");
        let said = said.trim();
        let written = csv(&report);
        assert!(!written.contains(&format!(",{said}")), "{formula}");
        assert!(written.contains(&format!(",'{said}")), "{formula}");
        let sheet = read_back("r.xlsx", &xlsx(&report).unwrap());
        assert_eq!(sheet.last().unwrap().remark, said);
    }
}

#[test]
fn a_remark_of_any_length_is_whole_where_there_is_room_and_cut_with_a_word_where_there_is_none() {
    let long = "słowo ".repeat(17_000);
    let report = with(Lang::Pl, |remark| remark.body.clone_from(&long));
    assert!(html(&report).contains(long.trim()));
    assert!(csv(&report).contains(long.trim()));
    let sheet = read_back("r.xlsx", &xlsx(&report).unwrap());
    let cell = &sheet.last().unwrap().remark;
    assert!(cell.ends_with("[Dalszy ciąg w raporcie w formatach HTML i PDF.]"));
    assert!(cell.encode_utf16().count() <= 32_767);
    assert!(docx(&report).is_ok() && pdf(&report).is_ok());
}

#[test]
fn a_word_without_end_does_not_leave_the_paper() {
    let report = with(Lang::Pl, |remark| remark.body = "ą".repeat(100_000));
    assert!(pdf(&report).is_ok());
}

#[test]
fn the_page_asks_nothing_of_anybody_and_no_id_stands_twice() {
    let page = html(&many(Lang::Pl, 60));
    assert!(page.contains("default-src 'none'"));
    for request in [
        "src=", "url(", "@import", "<link", "<script", "style=", "http://", "https://",
    ] {
        assert!(!page.contains(request), "{request}");
    }
    let mut ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    ids.sort_unstable();
    assert_eq!(ids.windows(2).find(|pair| pair[0] == pair[1]), None);
}

#[test]
fn the_same_consultation_gives_the_same_bytes() {
    let report = sample::report(Lang::Pl);
    assert_eq!(html(&report), html(&report.clone()));
    assert_eq!(tables(&report), tables(&report.clone()));
    assert_eq!(pdf(&report), pdf(&report.clone()));
}

#[test]
fn the_paper_says_its_title_and_language_and_all_that_the_page_says() {
    let report = sample::report(Lang::Pl);
    let paper = pdf(&report).unwrap();
    let raw = String::from_utf8_lossy(&paper);
    assert!(raw.contains("/Lang(pl)") && raw.contains("pdfuaid:part"));
    let Some(read) = pdf_text(&paper) else { return };
    for words in [
        "Raport z konsultacji",
        "Mieszkanie w zasięgu",
        "Wpłynęło 12 uwag.",
        "Uwaga nr 14: Poprawka",
        "W imieniu".to_lowercase().as_str(),
        "Co najmniej 20 proc. mieszkań w inwestycjach na gruntach zbytych lub oddanych",
        "Stanowisko zespołu: Przyjęta w części",
        "Proponowane brzmienie: Do skreślenia",
        "Uwaga nr 19. Wpłynęła 3 listopada 2025. Usunięta 4 listopada 2025.",
    ] {
        assert!(read.contains(words), "{words} is not in {read}");
    }
    for remark in &report.remarks {
        if let Standing::Published(it) = &remark.standing {
            let body = it.body.replace('\n', " ");
            assert!(read.contains(&body), "{body} is not in {read}");
        }
    }
}

/// The words of all pages with single spaces, without the feet; nothing where poppler is not installed.
fn pdf_text(paper: &[u8]) -> Option<String> {
    let spawned = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = spawned else {
        println!("skipped: pdftotext is not installed (Debian: poppler-utils)");
        return None;
    };
    let mut pipe = child.stdin.take().expect("a pipe was asked for");
    let output = std::thread::scope(|threads| {
        threads.spawn(move || pipe.write_all(paper));
        child.wait_with_output().expect("it ends")
    });
    let text = String::from_utf8(output.stdout).expect("UTF-8 was asked for");
    let is_foot = |line: &&str| !line.starts_with("Kongres Polityki Miejskiej Strona");
    let words = text.lines().filter(is_foot).flat_map(str::split_whitespace);
    Some(words.collect::<Vec<_>>().join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn words_of_any_letters_read_back_from_sheet_and_document(
        body in "[a-zA-Ząęł<>&\"';,= 🦄\u{202e}]{1,40}",
        reasons in "[a-ząęł<>&\"'\n ]{0,40}",
        proposed in "[a-ząęł0-9., ]{0,40}",
    ) {
        let report = with(Lang::Pl, |remark| {
            remark.kind = RemarkKind::Amendment;
            remark.about = wiec_register_report::About::Clause(paragraph(4));
            remark.body = format!("Tak {body}");
            remark.reasons.clone_from(&reasons);
            remark.proposed = Proposed::Wording(format!("Tak {proposed}"));
        });
        let lines = |text: &str| -> Vec<String> {
            let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            lines.filter(|line| !line.is_empty()).collect()
        };
        for (name, bytes) in tables(&report) {
            let read = read_back(name, &bytes).pop().expect("it is there");
            prop_assert_eq!(lines(&read.remark), lines(&format!("Tak {body}")));
            prop_assert_eq!(lines(&read.reasons), lines(&reasons));
            prop_assert_eq!(lines(&read.proposed_wording), lines(&format!("Tak {proposed}")));
        }
    }
}
