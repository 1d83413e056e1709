//! A made-up consultation of a made-up proposal, with remarks of all kinds, and one of any size.

#[allow(dead_code)]
pub mod legal;

use jiff::civil::{Date, date};
use wiec_model::Lang;
use wiec_register_report::{
    About, Answer, Behalf, Channel, Clause, ConsultationReport, Dates, Decision, Held, Proposed,
    Published, RemarkKind, ReportedRemark, Standing,
};
use wiec_text::Anchor;

/// Nine clauses, a heading and a paragraph each: paragraph n has the anchor 2n.
const TEXT: [(&str, &str); 9] = [
    (
        "Rozpoznanie",
        "W miastach średniej wielkości brakuje mieszkań na wynajem, na które stać rodzinę o przeciętnym dochodzie. Zarabia ona za dużo na mieszkanie komunalne, a za mało na kredyt. Tę różnicę nazywamy luką czynszową.",
    ),
    (
        "Cel",
        "Do 2035 roku każde miasto powyżej 20 tys. mieszkańców prowadzi program dostępnego najmu, z planem, budżetem i coroczną oceną.",
    ),
    (
        "Plan zasobu",
        "Gmina przyjmuje pięcioletni plan zasobu mieszkaniowego i wiąże go z planem ogólnym.",
    ),
    (
        "Mieszkania w nowych inwestycjach",
        "Co najmniej 15 proc. mieszkań w inwestycjach na gruntach zbytych przez gminę przeznacza się na najem o czynszu regulowanym.",
    ),
    (
        "Pustostany",
        "Remont pustostanu na najem dostępny ma pierwszeństwo przed nową budową, jeżeli koszt metra jest niższy.",
    ),
    (
        "Społeczna agencja najmu",
        "Gmina prowadzi społeczną agencję najmu sama, z sąsiadami albo zleca ją organizacji. Agencja wynajmuje także lokale prywatne.",
    ),
    (
        "Pieniądze",
        "Państwo pokrywa część ryzyka pustych miesięcy i strat. Gmina wnosi grunt albo budynek.",
    ),
    (
        "Dane",
        "Gmina publikuje raz w roku liczbę mieszkań, wysokość czynszów i czas oczekiwania, w otwartym formacie.",
    ),
    (
        "Ocena",
        "Po trzech latach minister i samorządy wspólnie oceniają program i jawnie publikują wnioski.",
    ),
];

/// The anchor of the paragraph of a clause, which is counted from 1.
pub fn paragraph(clause: u32) -> Anchor {
    format!("p{}", 2 * clause).parse().expect("it is an anchor")
}

fn wording(clause: u32) -> String {
    TEXT[clause as usize - 1].1.to_owned()
}

/// The report on the sample's twelve remarks: eleven with their words, one removed.
pub fn report(lang: Lang) -> ConsultationReport {
    let clause = |n: u32| Clause {
        anchor: paragraph(n),
        words: format!("§ {n}, {}", TEXT[n as usize - 1].0),
    };
    ConsultationReport {
        lang,
        congress: "Kongres Polityki Miejskiej".to_owned(),
        proposal: "Mieszkanie w zasięgu".to_owned(),
        theme: "Mieszkalnictwo".to_owned(),
        versions: vec!["3, z 12 listopada 2025, sha256 9f2c…41ab".to_owned()],
        legal_basis: "Ustawa o zasadach prowadzenia polityki rozwoju, art. 6".to_owned(),
        dates: Dates {
            notice: Some(date(2025, 9, 30)),
            opened: Some(date(2025, 10, 7)),
            closed: Some(date(2025, 11, 15)),
            report_due: Some(date(2025, 12, 15)),
            report_made: date(2025, 11, 28),
        },
        held: vec![
            held(date(2025, 10, 14), "spotkanie otwarte w Kielcach, 41 osób"),
            held(date(2025, 10, 21), "spotkanie w sieci, 120 osób"),
            held(date(2025, 11, 14), "sesja kongresu, Kadzielnia"),
        ],
        team: vec![
            "urbanistka, liderka zespołu".to_owned(),
            "ekonomista".to_owned(),
            "obserwator z ministerstwa".to_owned(),
        ],
        disclaimer: "Propozycja jest stanowiskiem zespołu, nie ministerstwa.".to_owned(),
        figures: vec![("Głosy poparcia".to_owned(), "242".to_owned())],
        clauses: (1..=9).map(clause).collect(),
        remarks: remarks(),
    }
}

fn held(on: Date, words: &str) -> Held {
    Held {
        on,
        words: words.to_owned(),
    }
}

fn remarks() -> Vec<ReportedRemark> {
    let city = |name: &str| Behalf::City(name.to_owned());
    let organisation = |name: &str| Behalf::Organisation(name.to_owned());
    let company = |name: &str| Behalf::Company(name.to_owned());
    vec![
        said(1, Channel::Page, Published {
            kind: RemarkKind::Comment,
            who: "Socjolog".to_owned(),
            behalf: Behalf::Other("Uczelnia Przykładowa".to_owned()),
            body: "Warto podać, jak liczyć lukę. W danych do sesji są dwie różne metody.".to_owned(),
            answer: answer(Decision::Explained, "Metodę opisujemy w załączniku."),
            ..plain(1)
        }),
        said(2, Channel::Mail, Published {
            kind: RemarkKind::Question,
            who: "Skarbniczka".to_owned(),
            behalf: city("Miasto Przykładów"),
            body: "Dlaczego próg 20 tys.?\nMniejsze gminy pod dużymi miastami mają najdroższy najem.".to_owned(),
            answer: answer(Decision::Explained, "Próg wynika z danych o dojazdach do pracy."),
            ..plain(2)
        }),
        said(3, Channel::Paper, Published {
            who: "Mieszkaniec".to_owned(),
            kind: RemarkKind::Support,
            body: "Popieram pięcioletni plan: dziś każdy rok zaczyna się od nowa.".to_owned(),
            answer: answer(Decision::Explained, "Dziękujemy."),
            ..plain(3)
        }),
        said(4, Channel::Page, Published {
            who: "Deweloperka".to_owned(),
            kind: RemarkKind::Objection,
            behalf: company("Dom Sp. z o.o."),
            body: "Przy 20 proc. i drogim gruncie inwestycja się nie zepnie.".to_owned(),
            reasons: "Potrzebna jest ulga w opłacie.".to_owned(),
            answer: answer(Decision::Rejected, "W wersji 3 udział wynosi 15 proc."),
            ..plain(4)
        }),
        said(14, Channel::Page, Published {
            who: "Urzędniczka".to_owned(),
            kind: RemarkKind::Amendment,
            behalf: city("Miasto na Prawach Powiatu"),
            proposed: Proposed::Wording("Co najmniej 20 proc. mieszkań w inwestycjach na gruntach zbytych lub oddanych w użytkowanie wieczyste przez gminę przeznacza się na najem o czynszu regulowanym przez co najmniej 25 lat.".to_owned()),
            body: "Bez terminu ten udział zniknie po pierwszej odsprzedaży.".to_owned(),
            reasons: "Użytkowanie wieczyste to w wielu miastach główny sposób oddawania gruntu.".to_owned(),
            answer: answer(Decision::InPart, "Przyjmujemy termin 25 lat i użytkowanie wieczyste.\nUdział 20 proc. proponujemy w miastach powyżej 100 tys."),
            same_as: vec![15, 41],
            ..plain(4)
        }),
        said(15, Channel::Spoken, Published {
            who: "Radny".to_owned(),
            body: "Dopisać termin.".to_owned(),
            answer: answer(Decision::InPart, "Przyjmujemy termin 25 lat."),
            ..plain(4)
        }),
        said(16, Channel::Page, Published {
            who: "Działaczka lokatorska".to_owned(),
            kind: RemarkKind::Amendment,
            behalf: organisation("Stowarzyszenie Lokatorów"),
            proposed: Proposed::Wording(format!("{} Remont zaczyna się w ciągu roku od opuszczenia lokalu.", wording(5))),
            body: "Dodajmy termin: rok od opuszczenia lokalu.".to_owned(),
            answer: answer(Decision::Accepted, "Tak będzie w wersji 4."),
            ..plain(5)
        }),
        said(17, Channel::Imported, Published {
            behalf: organisation("Związek Miast"),
            body: "Agencję mogą prowadzić także powiaty.".to_owned(),
            ..plain(6)
        }),
        said(18, Channel::Imported, Published {
            who: "Zarządca".to_owned(),
            kind: RemarkKind::Amendment,
            behalf: company("Czynsz i Spółka"),
            proposed: Proposed::Deletion,
            reasons: "Lokale prywatne mają już zarządców.".to_owned(),
            answer: answer(Decision::Rejected, "Bez lokali prywatnych agencja nie ma czym zarządzać."),
            ..plain(6)
        }),
        ReportedRemark {
            number: 19,
            received_on: date(2025, 11, 3),
            channel: Channel::Page,
            standing: Standing::Removed {
                on: date(2025, 11, 4),
                reason: "obraża osobę, zasada 3".to_owned(),
            },
        },
        said(20, Channel::Paper, Published {
            about: About::Whole,
            current: String::new(),
            kind: RemarkKind::Support,
            body: "Całość jest potrzebna i napisana prostym językiem.".to_owned(),
            answer: answer(Decision::Explained, "Dziękujemy."),
            ..plain(1)
        }),
        said(21, Channel::Page, Published {
            about: About::Clause("p57".parse().expect("it is an anchor")),
            current: "Miary publikuje się co kwartał.".to_owned(),
            who: "Analityczka".to_owned(),
            body: "Co kwartał to za często.".to_owned(),
            answer: answer(Decision::Accepted, "Akapit usunięto w wersji 3."),
            ..plain(9)
        }),
    ]
}

/// A comment on a clause, unsigned and unanswered.
pub fn plain(clause: u32) -> Published {
    Published {
        kind: RemarkKind::Comment,
        about: About::Clause(paragraph(clause)),
        who: String::new(),
        behalf: Behalf::Oneself,
        current: wording(clause),
        proposed: Proposed::Nothing,
        body: String::new(),
        reasons: String::new(),
        answer: None,
        same_as: Vec::new(),
    }
}

fn answer(decision: Decision, reasons: &str) -> Option<Answer> {
    let reasons = reasons.to_owned();
    Some(Answer { decision, reasons })
}

/// A remark that can be read.
pub fn said(number: u32, channel: Channel, published: Published) -> ReportedRemark {
    ReportedRemark {
        number,
        received_on: date(2025, 11, 3),
        channel,
        standing: Standing::Published(Box::new(published)),
    }
}

/// The sample with remarks repeated until there are so many, each with its own number.
#[allow(dead_code)]
pub fn many(lang: Lang, remarks: u32) -> ConsultationReport {
    let mut report = report(lang);
    let numbered = report.remarks.iter().cycle().zip(1..=remarks);
    let all = numbered.map(|(remark, number)| ReportedRemark {
        number,
        ..remark.clone()
    });
    report.remarks = all.collect();
    report
}

/// What people should not be able to do to a report by writing.
#[allow(dead_code)]
pub const HARM: [&str; 8] = [
    "<script>window.hurt = 1</script>",
    "</p></bdi><img src=x onerror='window.hurt = 1'>",
    "#panic() $x$ *bold* _it_ @ref <label> \\ `raw` // comment",
    "=cmd|' /C calc'!A0",
    "\u{7}\u{0}\u{1b}[31mred\u{fffe}",
    "\u{202e}olleh \u{2066}\u{200f}",
    "]]>&amp;&lt;&#0; \"quoted\" 'single'",
    "🦄 李小龍 \u{1F3F3}\u{FE0F}\u{200D}\u{1F308}",
];
