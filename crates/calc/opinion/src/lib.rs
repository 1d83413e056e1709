#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod assemble;
mod cells;
mod centred;
mod chance;
mod compat;
mod components;
mod consensus;
mod conversation;
mod draw;
mod factors;
mod first_k;
mod foretell;
mod groups;
mod hide;
mod ids;
mod in_conversation;
mod lanczos;
mod live;
mod map;
mod matrix;
mod merge;
mod model;
mod nearest;
mod parts;
mod points;
mod previous;
mod priority;
mod representative;
mod settings;
mod silhouette;
mod standard;
mod statement;
mod statistics;
mod times;
mod tridiagonal;
mod two_level;
mod vote;

pub use conversation::{Conversation, Moderation, Statement};
pub use draw::{map, map_after, map_with_groups};
pub use live::{Live, Snapshot};
pub use map::*;
pub use settings::{Mode, Settings};
pub use vote::{Vote, VoteEvent};
