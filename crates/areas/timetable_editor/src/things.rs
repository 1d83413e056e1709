//! The things of the draft, one file each.

mod congress;
mod day;
mod kind;
mod person;
mod room;
pub mod session;
mod session_lists;
pub mod slot;
mod track;

pub use congress::{read as read_congress, sheet as congress_sheet};
