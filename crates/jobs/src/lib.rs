#![doc = include_str!("../README.md")]

mod daily;
mod post;
mod runner;
mod send_mail;
mod tell_registered;

#[cfg(feature = "testing")]
pub mod testing;

pub use post::{Dkim, Post, PostError, PostOffice, Sender, Signature};
pub use runner::Runner;
