#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod address;
mod document;
mod error;
mod read;
mod rich;
mod tidy;
mod write;

pub use address::Address;
pub use document::{Anchor, Block, Content, Document, Kind, Marker};
pub use error::{ApplyError, NotAnAnchor, UnsafeAddress};
pub use rich::{Run, Style, Text};
