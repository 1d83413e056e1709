//! What stands on a ticket.

use serde::Serialize;
use wiec_model::Lang;

use crate::fonts::settable;
use crate::{PaperError, qr_svg, template};

const TEMPLATE: &str = include_str!("../templates/ticket.typ");

/// One person's ticket to one congress, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The language of all words but the names.
    pub lang: Lang,
    /// The name of the congress.
    pub congress: String,
    /// From which day to which, written out.
    pub dates: String,
    /// The place, line by line: house, street, town.
    pub place: Vec<String>,
    /// Who comes, as they want to be called.
    pub person: String,
    /// The number of the registration, for people.
    pub number: String,
    /// What the QR code says, for the reader at the entrance.
    pub code: String,
    /// What is good to know for this person, one sentence each: services they asked for, the way in.
    pub notes: Vec<String>,
    /// The words beside all that.
    pub words: TicketWords,
}

/// The words that are the same on all tickets of one language, and one sentence about the code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TicketWords {
    /// "Ticket".
    pub ticket: String,
    /// "Number".
    pub number: String,
    /// "When".
    pub when: String,
    /// "Where".
    pub place: String,
    /// The heading above the notes.
    pub notes: String,
    /// What to do with the code.
    pub show: String,
    /// What the picture of the code is, for those who do not see it.
    pub code: String,
    /// How the sheet is folded.
    pub fold: String,
}

/// Sets a ticket as PDF/UA-1: one A4 sheet that folds twice to A6, and more sheets only for very long notes.
///
/// The same ticket gives the same bytes. A name is set as large as it fits, and breaks rather than leave the
/// sheet. Characters that no font of ours has are shown as `□`.
///
/// # Errors
///
/// [`PaperError::CodeTooLong`] if the code has more than 2331 bytes; [`PaperError::NotSet`] only if the
/// template itself is broken.
pub fn ticket(ticket: &Ticket) -> Result<Vec<u8>, PaperError> {
    let identity = format!("wiec ticket {} {}", ticket.congress, ticket.number);
    template::pdf(TEMPLATE, &Data::of(ticket)?, identity)
}

/// A ticket as its template reads it.
#[derive(Serialize)]
struct Data {
    lang: &'static str,
    congress: String,
    dates: String,
    place: Vec<String>,
    person: String,
    number: String,
    notes: Vec<String>,
    words: TicketWords,
    /// The drawing of the code.
    qr: String,
}

impl Data {
    fn of(ticket: &Ticket) -> Result<Self, PaperError> {
        let all = |lines: &[String]| lines.iter().map(|line| settable(line)).collect();
        let words = &ticket.words;
        Ok(Self {
            lang: ticket.lang.code(),
            congress: settable(&ticket.congress),
            dates: settable(&ticket.dates),
            place: all(&ticket.place),
            person: settable(&ticket.person),
            number: settable(&ticket.number),
            notes: all(&ticket.notes),
            words: TicketWords {
                ticket: settable(&words.ticket),
                number: settable(&words.number),
                when: settable(&words.when),
                place: settable(&words.place),
                notes: settable(&words.notes),
                show: settable(&words.show),
                code: settable(&words.code),
                fold: settable(&words.fold),
            },
            qr: qr_svg(&ticket.code, &words.code)?,
        })
    }
}
