#![doc = include_str!("../README.md")]

mod address;
mod drawing;
mod flow;
mod kind;
mod letters;
pub mod limits;
mod media;
mod open;
mod package;
mod refused;
mod relations;
mod remarks;
mod table;
#[cfg(feature = "testing")]
pub mod testing;
mod text;
mod word;
mod write;
mod xml;

pub use flow::LeftOut;
pub use kind::{Kind, NameSays};
pub use media::{ending_of, media_type};
pub use refused::{Foreign, Refused};
pub use remarks::{About, Fault, Field, Mapping, Problem, Remark, Unit, UnitKind, remarks};
pub use table::{Place, Row, Table, Which, read_table};
pub use text::{Read, read_text};
pub use write::{Column, Grid, Language, Passage, Report, Unwritable, write_docx, write_xlsx};
