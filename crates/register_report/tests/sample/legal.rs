//! The sample's text with amendments of every kind.

use jiff::civil::date;
use wiec_model::Lang;
use wiec_register_report::{
    Agent, AgentKind, AmendmentStatus, Answer, Decision, LegalAmendment, LegalProposal, Version,
};
use wiec_text::{Amendment, Document, Place};

use super::{TEXT, paragraph};

/// The nine clauses as a text: clause n has the heading p(2n-1) and the paragraph p(2n).
pub fn document() -> Document {
    let clause = |(title, words): &(&str, &str)| format!("## {title}\n\n{words}\n\n");
    Document::from_markdown(&TEXT.iter().map(clause).collect::<String>())
}

/// A proposal without amendments.
pub fn proposal(text: &Document, lang: Lang) -> LegalProposal<'_> {
    LegalProposal {
        lang,
        title: "Mieszkanie w zasięgu".to_owned(),
        address: "https://kongres.example/2025/propozycje/mieszkanie-w-zasiegu".to_owned(),
        country: "pl".to_owned(),
        published_on: date(2025, 10, 10),
        version: Version {
            number: 3,
            published_on: date(2025, 11, 12),
            address: "https://kongres.example/2025/propozycje/mieszkanie-w-zasiegu/wersje/3"
                .to_owned(),
        },
        team: agent("Zespół ekspercki: mieszkalnictwo", "zespoly/mieszkalnictwo"),
        publisher: agent("Kongres Polityki Miejskiej", ""),
        made_on: date(2025, 11, 28),
        text,
        amendments: Vec::new(),
    }
}

/// The sample's proposal with an amendment of each kind and each fate.
pub fn amended(text: &Document, lang: Lang) -> LegalProposal<'_> {
    let p4 = paragraph(4);
    let place = Place::After(paragraph(5));
    let reworded = "Co najmniej **20 proc.** mieszkań w inwestycjach na gruntach zbytych lub oddanych w [użytkowanie wieczyste](https://prawo.example/uw) przez gminę przeznacza się na najem o czynszu regulowanym przez co najmniej 25 lat.";
    let inserted = "## Terminy\n\n1. Rok na remont.\n2. Dwa lata na najem:\n   - od zasiedlenia,\n   - od umowy.\n\nKoniec.";
    // The paragraph on data goes to the front.
    let moved = {
        let mut blocks: Vec<String> = text
            .to_markdown()
            .split("\n\n")
            .map(str::to_owned)
            .collect();
        let data = blocks.remove(15);
        blocks.insert(1, data);
        Amendment::whole(text, &blocks.join("\n\n"))
    };
    let made = |amendment: Result<Amendment, wiec_text::ApplyError>| amendment.expect("it applies");
    let answered = |decision| AmendmentStatus::Answered {
        on: date(2025, 11, 14),
        answer: Answer {
            decision,
            reasons: "Przyjmujemy termin 25 lat.\nUdział zostaje.".to_owned(),
        },
    };
    LegalProposal {
        amendments: vec![
            offered(
                14,
                made(Amendment::rewording(text, &[(p4, reworded)])),
                answered(Decision::InPart),
            ),
            offered(
                15,
                made(Amendment::inserting(text, place, inserted)),
                answered(Decision::Accepted),
            ),
            offered(
                16,
                made(Amendment::deleting(text, &[paragraph(7)])),
                answered(Decision::Rejected),
            ),
            offered(17, moved, AmendmentStatus::Open),
            offered(
                18,
                made(Amendment::rewording(
                    text,
                    &[(p4, "## Udział\n\nDwa akapity.")],
                )),
                AmendmentStatus::Withdrawn {
                    on: date(2025, 11, 5),
                },
            ),
            offered(19, Amendment::default(), AmendmentStatus::Open),
        ],
        ..proposal(text, lang)
    }
}

/// An amendment by somebody.
pub fn offered(number: u32, amendment: Amendment, status: AmendmentStatus) -> LegalAmendment {
    LegalAmendment {
        number,
        address: format!(
            "https://kongres.example/2025/propozycje/mieszkanie-w-zasiegu/poprawki/{number}"
        ),
        submitted_on: date(2025, 11, 3),
        proponent: Agent {
            kind: AgentKind::Person,
            ..agent(
                "Urzędniczka, Miasto na Prawach Powiatu",
                &format!("propozycje/mieszkanie-w-zasiegu/poprawki/{number}#autor"),
            )
        },
        amendment,
        justification: "Bez terminu ten udział zniknie po pierwszej odsprzedaży.".to_owned(),
        status,
    }
}

fn agent(name: &str, path: &str) -> Agent {
    Agent {
        name: name.to_owned(),
        address: format!("https://kongres.example/2025/{path}"),
        kind: AgentKind::Body,
    }
}
