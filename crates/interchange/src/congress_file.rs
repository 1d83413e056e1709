//! The congress file: a whole edition as one JSON file that people can read and edit.
//!
//! Reading and writing are each other's inverse: what is written reads back as the same programme,
//! and writing that again gives the same bytes. Identifiers and words of addresses are always
//! written out, though a reader could derive them: a title may be edited in the file, and the
//! session must keep its address and its identity.

mod cast;
mod edition;
mod parts;
mod places;
mod reader;
mod script;
mod session;
mod slot;
mod writer;
mod writer_session;

pub(crate) use parts::give_lines;
pub(crate) use reader::read;
pub(crate) use script::is_web_address;
pub(crate) use slot::parse_time;
pub use writer::write;
