//! Reports out: the same rows as a sheet and as a document.

mod docx;
mod grid;
mod package;
mod xlsx;
mod xml;

pub use docx::{Language, Passage, Report, write_docx};
pub use grid::{Column, Grid, Unwritable};
pub use xlsx::write_xlsx;
