//! Tickets, as other people's programs read them.

mod poppler;

use std::time::{Duration, Instant};

use poppler::{decoded, looks, text};
use wiec_model::Lang;
use wiec_papers::{PaperError, Ticket, TicketWords, qr_svg, ticket};

const CODE: &str = "KPM2019-0417-5F3K9QX2-9BR7D0M4";

fn polish() -> Ticket {
    Ticket {
        lang: Lang::Pl,
        congress: "Kongres Polityki Miejskiej 2019".to_owned(),
        dates: "14–16 listopada 2019".to_owned(),
        place: vec![
            "Targi Kielce".to_owned(),
            "ul. Zakładowa 1, 25-672 Kielce".to_owned(),
        ],
        person: "Świętosława Źdźbło-Gżegżółka".to_owned(),
        number: "0417".to_owned(),
        code: CODE.to_owned(),
        notes: vec![
            "Miejsce przy pętli indukcyjnej".to_owned(),
            "Wejście bez stopni od ul. Zakładowej".to_owned(),
        ],
        words: TicketWords {
            ticket: "Bilet".to_owned(),
            number: "Numer".to_owned(),
            when: "Kiedy".to_owned(),
            place: "Gdzie".to_owned(),
            notes: "Dostępność i usługi".to_owned(),
            show: "Ten kod pokazuje się przy wejściu, na papierze albo na ekranie.".to_owned(),
            code: "Kod QR biletu numer 0417".to_owned(),
            fold: "Kartkę składa się dwa razy, wzdłuż linii.".to_owned(),
        },
    }
}

fn english() -> Ticket {
    Ticket {
        lang: Lang::En,
        congress: "Urban Policy Congress 2019".to_owned(),
        dates: "14–16 November 2019".to_owned(),
        person: "Zoë Quincey".to_owned(),
        notes: Vec::new(),
        words: TicketWords {
            ticket: "Ticket".to_owned(),
            number: "Number".to_owned(),
            when: "When".to_owned(),
            place: "Where".to_owned(),
            notes: "Accessibility and services".to_owned(),
            show: "Show this code at the entrance, on paper or on a screen.".to_owned(),
            code: "QR code of ticket number 0417".to_owned(),
            fold: "Fold the sheet twice along the lines.".to_owned(),
        },
        ..polish()
    }
}

fn named(person: &str) -> Ticket {
    Ticket {
        person: person.to_owned(),
        ..polish()
    }
}

#[test]
fn all_that_a_ticket_says_can_be_read_out_of_it_in_its_order() {
    for given in [polish(), english()] {
        let Some(read) = text(&ticket(&given).unwrap()) else {
            return;
        };

        let words = &given.words;
        let mut expected = vec![
            &words.ticket,
            &given.congress,
            &given.person,
            &words.number,
            &given.number,
            &words.show,
            &words.when,
            &given.dates,
            &words.place,
        ];
        expected.extend(&given.place);
        expected.push(&words.fold);
        if !given.notes.is_empty() {
            expected.push(&words.notes);
            expected.extend(&given.notes);
        }
        let mut rest = read.as_str();
        for words in expected {
            let Some((_, after)) = rest.split_once(words.as_str()) else {
                panic!("{words:?} is not where it should be in {read:?}");
            };
            rest = after;
        }
    }
}

#[test]
fn the_code_is_read_off_the_sheet_in_the_resolution_of_a_cheap_printer() {
    for given in [polish(), english()] {
        if let Some(codes) = decoded(&ticket(&given).unwrap(), 100) {
            assert_eq!(codes, [CODE]);
        }
    }
}

#[test]
fn a_ticket_says_its_title_and_language_and_that_it_is_made_for_everyone() {
    let Some(looks) = looks(&ticket(&polish()).unwrap()) else {
        return;
    };

    for line in [
        "Title: Bilet: Kongres Polityki Miejskiej 2019",
        "Tagged: yes",
        "JavaScript: no",
        "Pages: 1",
        "Encrypted: no",
    ] {
        assert!(looks.contains(line), "{line} is not in\n{looks}");
    }
    let bytes = ticket(&polish()).unwrap();
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("/Lang(pl)"), "no language");
    assert!(raw.contains("pdfuaid:part"), "not PDF/UA");
    assert!(!raw.contains("CreationDate"), "a time of making");
}

#[test]
fn the_same_ticket_is_the_same_bytes_and_another_is_not() {
    assert_eq!(ticket(&polish()), ticket(&polish()));
    assert_ne!(ticket(&polish()), ticket(&english()));
    assert_ne!(ticket(&polish()), ticket(&named("Ktoś Inny")));
}

#[test]
fn names_of_any_length_stay_on_the_front_of_one_sheet() {
    let monstrous = "Wilhelmina".repeat(20);
    for name in [
        "Li",
        "Hrabina Świętosława Bożydara Źdźbło-Gżegżółka von Hohenzollern-Sigmaringen de la Tour-d’Auvergne-Lauraguais Konstantynopolitańczykowianeczka",
        &monstrous,
    ] {
        let made = ticket(&named(name)).unwrap();
        let (Some(looks), Some(read), Some(codes)) =
            (looks(&made), text(&made), decoded(&made, 100))
        else {
            return;
        };

        assert!(looks.contains("Pages: 1"), "{name}: {looks}");
        assert_eq!(codes, [CODE]);
        let plain = |text: &str| text.replace([' ', '-', '\u{200B}'], "");
        assert!(
            plain(&read).contains(&plain(name)),
            "{name} is not whole in {read}"
        );
    }
}

#[test]
fn names_in_other_scripts_are_printed_and_unknown_letters_do_not_cost_a_ticket() {
    for (name, printed) in [
        ("Наталія Їжакевич", "Наталія Їжакевич"),
        ("Ελένη Ωμέγα", "Ελένη Ωμέγα"),
        ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("李小龍 Bruce", "□□□ Bruce"),
        ("Ola 🦄", "Ola □"),
    ] {
        if let Some(read) = text(&ticket(&named(name)).unwrap()) {
            assert!(read.contains(printed), "{printed} is not in {read}");
        }
    }
    assert!(ticket(&named("נועה כהן")).is_ok());
    assert!(ticket(&named("محمد")).is_ok());
}

#[test]
fn signs_of_the_templates_language_are_letters_like_any_other() {
    let name = "#panic() *O’Neil* $x$ \\ \"q\" </script> @preview";
    if let Some(read) = text(&ticket(&named(name)).unwrap()) {
        assert!(read.contains("#panic() *O’Neil* $x$"), "{read}");
    }
}

#[test]
fn many_notes_run_on_to_another_sheet_and_none_is_lost() {
    let notes: Vec<String> = (1..=60).map(|n| format!("Uwaga numer {n}.")).collect();
    let made = ticket(&Ticket {
        notes: notes.clone(),
        ..polish()
    });

    if let Some(read) = text(&made.unwrap()) {
        for note in &notes {
            assert!(read.contains(note), "{note} is missing");
        }
    }
}

#[test]
fn empty_words_are_no_reason_to_fail() {
    let blank = Ticket {
        person: String::new(),
        place: Vec::new(),
        ..polish()
    };

    assert!(ticket(&blank).is_ok());
}

#[test]
fn a_code_that_no_drawing_holds_is_refused() {
    let long = Ticket {
        code: "x".repeat(3000),
        ..polish()
    };

    assert_eq!(ticket(&long), Err(PaperError::CodeTooLong { bytes: 3000 }));
}

#[test]
fn a_drawing_for_pages_reads_back_as_what_it_was_made_of() {
    for code in [CODE, "https://kongres.example/b/0417?k=żółć", "7"] {
        assert_eq!(poppler::decoded_svg(&qr_svg(code, "Kod").unwrap()), [code]);
    }
}

/// Printed for the record; a limit would fail on a busy machine and tell nothing.
#[test]
fn setting_takes_a_moment_and_its_length_is_told() {
    let timed = |given: &Ticket| -> Duration {
        let start = Instant::now();
        ticket(given).unwrap();
        start.elapsed()
    };
    let first = timed(&polish());
    let others: Duration = (0..20).map(|n| timed(&named(&format!("Osoba {n}")))).sum();

    println!("a ticket: {first:?} at first, {:?} later", others / 20);
}
