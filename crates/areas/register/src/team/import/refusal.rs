//! Why a file is not taken, in words that say what to do about it.

use wiec_documents::{Foreign, Refused};
use wiec_kit::messages::Messages;

/// The words for a refusal, in the language of the page.
pub fn says(refused: &Refused, m: &Messages) -> String {
    match refused {
        Refused::Empty => m.team_refused_empty(),
        Refused::FileTooLarge { .. } => m.team_refused_large(),
        Refused::Program => m.team_refused_program(),
        Refused::Foreign(foreign) => foreign_says(*foreign, m),
        Refused::Encrypted => m.team_refused_password(),
        Refused::Macros { .. } => m.team_refused_macros(),
        Refused::NotAText(_) => m.team_refused_sheet(),
        Refused::Unknown => m.team_refused_unknown(),
        Refused::Bomb { .. } => m.team_refused_bomb(),
        Refused::UnpackedTooLarge { .. } => m.team_refused_unpacked(),
        Refused::TooManyParts { .. } => m.team_refused_parts(),
        Refused::Entities { .. } => m.team_refused_entities(),
        Refused::TooDeep { .. } => m.team_refused_deep(),
        Refused::Damaged { .. } => m.team_refused_damaged(),
        Refused::TooManyRows { most } => return m.team_refused_rows(*most),
        Refused::TooManyColumns { most, row } => return m.team_refused_columns(*most, *row),
        Refused::CellTooLong { most, row, .. } => return m.team_refused_cell(*most, *row),
        Refused::TextTooLong { .. } => m.team_refused_long(),
        Refused::NoSuchTable { .. } => m.team_refused_unknown(),
    }
    .to_owned()
}

fn foreign_says(foreign: Foreign, m: &Messages) -> &'static str {
    match foreign {
        Foreign::Pdf => m.team_refused_pdf(),
        Foreign::OldOffice => m.team_refused_old(),
        Foreign::RichText => m.team_refused_rtf(),
        Foreign::WebPage => m.team_refused_web(),
        Foreign::Picture => m.team_refused_picture(),
        Foreign::Archive => m.team_refused_archive(),
        Foreign::OtherOffice => m.team_refused_other(),
    }
}
