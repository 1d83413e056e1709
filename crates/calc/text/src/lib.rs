#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod address;
mod document;
mod error;
mod rich;
mod tidy;

mod read;
mod write;

mod align;
mod order;
mod piece;
mod refine;
mod tokens;

mod amendment;
mod compare;
mod html;
mod likeness;
mod lines;
mod matching;
mod merge;
mod moves;
mod notation;
mod outline;

mod similarity;

pub use address::Address;
pub use amendment::{Amendment, Edit, Place, Placed};
pub use compare::{Comparison, Entry, Head, compare};
pub use document::{Anchor, Block, Content, Document, Kind, Marker};
pub use error::{ApplyError, NotAnAnchor, UnsafeAddress};
pub use html::{Frame, View, Words, blocks_html, changes_html, comparison_html, html};
pub use lines::{Line, Lines, lines};
pub use merge::{Conflict, ConflictKind, Merged, Wording, merge};
pub use notation::{Scope, marked, notation};
pub use outline::{Numbered, outline};
pub use piece::{Piece, pieces};
pub use rich::{Run, Style, Text};
pub use similarity::{Group, Pair, SAME, groups, likeness, similar};
