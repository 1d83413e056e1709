#![doc = include_str!("../README.md")]

mod daily;
mod dkim;
mod post;
mod runner;
mod send_mail;
mod tell_registered;

#[cfg(feature = "testing")]
pub mod testing;

pub use dkim::{Dkim, Signature};
pub use post::{Post, PostError, PostOffice, Sender};
pub use runner::Runner;
