//! Reports, as other people's programs read them.

// Tickets need what reports do not.
#[allow(dead_code)]
mod poppler;

use poppler::{looks, text};
use wiec_model::Lang;
use wiec_papers::{Flow, Look, Report, Span, report};

fn words(text: &str) -> String {
    text.to_owned()
}

fn span(text: &str, look: Look) -> Span {
    Span {
        words: words(text),
        look,
    }
}

fn sample() -> Report {
    let reworded = vec![
        span("Co najmniej ", Look::Plain),
        span("20", Look::Underlined),
        span(" proc.", Look::Plain),
    ];
    Report {
        lang: Lang::Pl,
        kind: words("Raport z konsultacji"),
        title: words("Mieszkanie w zasięgu"),
        owner: words("Kongres Polityki Miejskiej"),
        contents: words("Spis treści"),
        page: words("Strona"),
        flow: vec![
            Flow::Part(words("W skrócie")),
            Flow::Table(
                vec![words("Zgłaszający"), words("Razem")],
                vec![vec![words("Miasta"), words("7")]],
            ),
            Flow::Part(words("Uwagi")),
            Flow::Section(words("§ 4, Mieszkania")),
            Flow::Entry(words("Uwaga nr 14")),
            Flow::Facts(vec![(words("Zgłasza"), words("Anna"))]),
            Flow::Quoted(words("Proponowane brzmienie"), vec![reworded]),
            Flow::Position(
                words("Stanowisko"),
                words("Przyjęta"),
                vec![words("Zgoda.")],
            ),
            Flow::Items(vec![words("spotkanie"), words("sesja")]),
            Flow::Paragraph(words("Koniec\nraportu.")),
        ],
    }
}

fn saying(said: &str) -> Report {
    Report {
        flow: vec![Flow::Paragraph(words(said))],
        ..sample()
    }
}

#[test]
fn all_that_a_report_says_can_be_read_out_of_it_in_its_order() {
    let Some(read) = text(&report(&sample(), "a test").unwrap()) else {
        return;
    };
    let mut rest = read.as_str();
    for words in [
        "Raport z konsultacji Mieszkanie w zasięgu Spis treści W skrócie",
        "Kongres Polityki Miejskiej Strona 1",
    ] {
        assert!(rest.contains(words), "{words} is not in {read}");
    }
    for words in [
        "Zgłaszający Razem Miasta 7",
        "§ 4, Mieszkania Uwaga nr 14 Zgłasza: Anna Proponowane brzmienie Co najmniej 20 proc.",
        "Stanowisko: Przyjęta Zgoda.",
        "spotkanie",
        "sesja",
        "Koniec raportu.",
    ] {
        let found = rest.split_once(words);
        rest = found
            .unwrap_or_else(|| panic!("{words} is not where it should be in {read}"))
            .1;
    }
}

#[test]
fn a_report_says_its_title_and_language_and_that_it_is_made_for_everyone() {
    let made = report(&sample(), "a test").unwrap();
    let raw = String::from_utf8_lossy(&made);
    assert!(raw.contains("/Lang(pl)"), "no language");
    assert!(raw.contains("pdfuaid:part"), "not PDF/UA");
    assert!(!raw.contains("CreationDate"), "a time of making");
    let Some(looks) = looks(&made) else { return };
    for line in [
        "Title: Raport z konsultacji: Mieszkanie w zasięgu",
        "Tagged: yes",
        "JavaScript: no",
    ] {
        assert!(looks.contains(line), "{line} is not in\n{looks}");
    }
}

#[test]
fn the_same_report_is_the_same_bytes_and_another_is_not() {
    assert_eq!(report(&sample(), "a test"), report(&sample(), "a test"));
    assert_ne!(
        report(&sample(), "a test"),
        report(&saying("Nic."), "a test")
    );
}

#[test]
fn signs_of_the_templates_language_are_letters_like_any_other() {
    let signs = "#panic() *mocno* $x$ \\ \"q\" <etykieta> @odwołanie // nie";
    if let Some(read) = text(&report(&saying(signs), "a test").unwrap()) {
        assert!(read.contains(signs), "{read}");
    }
}

#[test]
fn letters_of_other_scripts_and_words_without_end_are_no_reason_to_fail() {
    for said in [
        "李小龍 🦄 محمد נועה",
        "\u{202e}abc\u{2067}\u{7}",
        "",
        "\n\n",
    ] {
        assert!(report(&saying(said), "a test").is_ok(), "{said}");
    }
    assert!(report(&saying(&"ą".repeat(5_000)), "a test").is_ok());
}

#[test]
fn a_report_of_nothing_is_a_report() {
    let empty = Report {
        flow: Vec::new(),
        ..sample()
    };
    assert!(report(&empty, "a test").is_ok());
}
