#![doc = include_str!("../README.md")]

pub mod limits;
mod refused;
mod letters;
mod package;
mod xml;
mod relations;
mod kind;
mod address;
mod flow;
mod drawing;
mod word;
mod open;
mod text;
mod table;
mod remarks;
mod write;

pub use flow::LeftOut;
pub use kind::{Kind, NameSays};
pub use remarks::{About, Fault, Field, Mapping, Problem, Remark, Unit, UnitKind, remarks};
pub use refused::{Foreign, Refused};
pub use table::{Place, Row, Table, Which, read_table};
pub use text::{Read, read_text};
pub use write::{Column, Grid, Language, Passage, Report, Unwritable, write_docx, write_xlsx};
