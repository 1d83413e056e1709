//! Calendars that come with a letter (iTIP, RFC 5546): a few sessions that moved, or that its reader
//! has no part in any more.
//!
//! UID and SEQUENCE are those of the public calendars, so that whoever subscribes to those finds one
//! entry and not two.

use uuid::Uuid;
use wiec_model::Lang;

use super::super::context::Context;
use super::event::{self, Standing};
use super::lines::Lines;
use super::zone_of;

/// What the letter does to its reader's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// It puts sessions there, or moves them.
    Publish,
    /// It strikes them out.
    Cancel,
}

impl Method {
    /// The value of METHOD, in the file and in its media type.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Cancel => "CANCEL",
        }
    }
}

/// The calendar of these sessions, in the order of the programme, cancelled ones last; guids that are
/// not of the release are passed over.
///
/// Struck out are also sessions that take place without the reader.
#[must_use]
pub fn notice(context: &Context<'_>, lang: Lang, method: Method, sessions: &[Uuid]) -> String {
    let standing = match method {
        Method::Publish => Standing::Own,
        Method::Cancel => Standing::Cancelled,
    };
    let organiser = organiser(context, lang);
    let mut lines = Lines::new();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put(
        "PRODID",
        &format!("-//Wiec//Wiec//{}", lang.code().to_uppercase()),
    );
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", method.key());
    lines.append(&zone_of(context));
    let wanted = |guid: &Uuid| sessions.contains(guid);
    for entry in context.with_cancelled() {
        if wanted(&entry.session.guid) {
            let event = event::write_as(context, entry, lang, standing, Some(&organiser));
            lines.append(&event);
        }
    }
    lines.put("END", "VCALENDAR");
    lines.finish()
}

/// RFC 5546 asks for an organiser in both methods. Nobody is to answer to one, so it is the edition
/// with its address on the web; a parameter cannot hold a quotation mark, however it is written.
fn organiser(context: &Context<'_>, lang: Lang) -> String {
    let name = context.programme().name(lang).replace('"', "'");
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let mut lines = Lines::new();
    lines.put(
        &format!("ORGANIZER;CN=\"{name}\""),
        &context.addresses.home(lang),
    );
    lines.finish()
}
