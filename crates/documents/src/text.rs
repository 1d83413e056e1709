//! Texts: whatever an author sends, as CommonMark.

pub(crate) mod label;
mod markdown;

use crate::flow::LeftOut;
use crate::kind::{Kind, NameSays, Recognised, recognise};
use crate::limits::TEXT_BYTES;
use crate::refused::Refused;
use crate::{letters, open, word};

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The text as CommonMark with pipe tables. Of a plain text, itself.
    pub markdown: String,
    /// What the file is.
    pub kind: Kind,
    /// Whether its name says so.
    pub name_says: NameSays,
    /// What the file holds and the text does not, and how often, for a preview to tell.
    pub left_out: Vec<(LeftOut, usize)>,
}

/// Reads a text: Markdown, DOCX or ODT, recognised by what is in it.
///
/// `name` is only compared with that. Tracked changes are read as accepted; notes stand at the end, called
/// `[1]` in the text.
///
/// # Errors
///
/// Whatever [`Refused`] lists; nothing is cut off in silence.
pub fn read_text(bytes: &[u8], name: &str) -> Result<Read, Refused> {
    let (kind, flow) = match recognise(bytes)? {
        Recognised::Plain => return plain(bytes, name),
        Recognised::Package(Kind::Docx, package) => (Kind::Docx, word::read(&package)?),
        Recognised::Package(Kind::Odt, package) => (Kind::Odt, open::read(&package)?),
        Recognised::Package(kind, _) => return Err(Refused::NotAText(kind)),
    };
    Ok(Read {
        markdown: markdown::write(&flow),
        kind,
        name_says: kind.compare(name),
        left_out: flow.left_out.into_iter().collect(),
    })
}

fn plain(bytes: &[u8], name: &str) -> Result<Read, Refused> {
    let markdown = letters::decode(bytes)?;
    if TEXT_BYTES < markdown.len() {
        return Err(Refused::TextTooLong { most: TEXT_BYTES });
    }
    Ok(Read {
        markdown,
        kind: Kind::Plain,
        name_says: Kind::Plain.compare(name),
        left_out: Vec::new(),
    })
}
