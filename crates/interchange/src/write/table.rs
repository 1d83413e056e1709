//! The programme as a table, for spreadsheets and scripts.
//!
//! UTF-8, commas, CRLF (RFC 4180). The keys in the first row are the same in every language.
//! A cell that begins like a formula (`=`, `+`, `-`, `@`, tab) gets an apostrophe before it:
//! titles come from the public, and a spreadsheet would run them. Scripts take it off again.

use std::borrow::Cow;

use wiec_model::session::{Booking, Recording, Stream};
use wiec_model::{Lang, LanguageTag, Text};

use super::context::{Context, Entry, called};

/// The file's name.
pub const FILE: &str = "schedule.csv";

/// The first row.
pub const COLUMNS: [&str; 20] = [
    "code",
    "guid",
    "date",
    "start",
    "end",
    "minutes",
    "room",
    "track",
    "kind",
    "title_pl",
    "title_en",
    "lead_pl",
    "lead_en",
    "languages",
    "people",
    "capacity",
    "booking",
    "stream",
    "recording",
    "url",
];

/// The sessions that take place, one a row, in the order of the programme.
///
/// `date`, `start` and `end` are read on the clocks of the congress. Titles and leads stand in
/// their own columns; only that of `lang` is filled with a fallback, so that no row is nameless.
#[must_use]
pub fn csv(context: &Context<'_>, lang: Lang) -> String {
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let written: csv::Result<()> = (|| {
        table.write_record(COLUMNS)?;
        for entry in context.sessions() {
            let row = row(context, entry, lang);
            table.write_record(row.iter().map(|cell| harmless(cell).into_owned()))?;
        }
        Ok(())
    })();
    written.expect("every row has as many cells as the first, and memory takes them all");
    let bytes = table.into_inner().expect("memory takes everything");
    String::from_utf8(bytes).expect("it was written from strings")
}

fn row(context: &Context<'_>, entry: &Entry<'_>, lang: Lang) -> [String; COLUMNS.len()] {
    let session = entry.session;
    let local = |instant| context.zone().rules().to_datetime(instant);
    let (starts, ends) = (local(entry.slot.starts_at), local(entry.slot.ends_at));
    let name = |text: Option<&Text>| {
        text.map(|text| text.words(lang))
            .unwrap_or_default()
            .to_owned()
    };
    [
        session.code.to_string(),
        session.guid.to_string(),
        starts.date().to_string(),
        starts.strftime("%H:%M").to_string(),
        ends.strftime("%H:%M").to_string(),
        entry.slot.duration_minutes().to_string(),
        name(entry.room.map(|room| &room.name)),
        name(entry.track.map(|track| &track.name)),
        name(entry.kind.map(|kind| &kind.name)),
        version(Some(&session.title), Lang::Pl, lang),
        version(Some(&session.title), Lang::En, lang),
        version(session.lead.as_ref(), Lang::Pl, lang),
        version(session.lead.as_ref(), Lang::En, lang),
        session
            .languages
            .iter()
            .map(LanguageTag::as_str)
            .collect::<Vec<_>>()
            .join("; "),
        people(entry, lang),
        session
            .capacity
            .map(|capacity| capacity.to_string())
            .unwrap_or_default(),
        booking(session.booking).to_owned(),
        stream(session.stream).to_owned(),
        recording(&session.recording).to_owned(),
        context.addresses.session(session, lang),
    ]
}

/// The version of a column: in the language asked for with its fallback, else exact or empty.
fn version(text: Option<&Text>, column: Lang, asked: Lang) -> String {
    let words = text.and_then(|text| {
        if column == asked {
            Some(text.words(column))
        } else {
            text.exact(column)
        }
    });
    words.unwrap_or_default().to_owned()
}

fn people(entry: &Entry<'_>, lang: Lang) -> String {
    let each = entry.people.iter();
    let named = each.map(|(person, part)| format!("{} ({})", called(person, lang), part.key()));
    named.collect::<Vec<_>>().join("; ")
}

const fn booking(booking: Booking) -> &'static str {
    match booking {
        Booking::Open => "open",
        Booking::FirstCome { .. } => "first_come",
        Booking::OrganiserSelection { .. } => "organiser_selection",
    }
}

const fn stream(stream: Stream) -> &'static str {
    match stream {
        Stream::Unstated => "",
        Stream::Streamed => "streamed",
        Stream::RoomOnly => "room_only",
    }
}

const fn recording(recording: &Recording) -> &'static str {
    match recording {
        Recording::Unstated => "",
        Recording::Allowed { .. } => "allowed",
        Recording::Forbidden => "forbidden",
    }
}

/// A cell that no spreadsheet runs: what looks like a formula begins with an apostrophe.
#[must_use]
pub fn harmless(cell: &str) -> Cow<'_, str> {
    // Some spreadsheets pass over blanks before they look for a formula.
    if cell
        .trim_start_matches(' ')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
    {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_becomes_text() {
        for cell in ["=1+1", "+48", "-1", "@SUM(A1)", "\t=1", " =1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        assert_eq!(harmless("a=b"), "a=b");
        assert_eq!(harmless(""), "");
    }
}
