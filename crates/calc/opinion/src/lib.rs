//! Opinion mapping: from votes on statements to who stands where, which groups there are, and
//! what unites and divides them.

#![forbid(unsafe_code)]

mod conversation;
mod map;
mod settings;
mod vote;

pub use conversation::{Conversation, Moderation, Statement};
pub use map::*;
pub use settings::{Mode, Settings};
pub use vote::{Vote, VoteEvent};
