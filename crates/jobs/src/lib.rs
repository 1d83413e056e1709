#![doc = include_str!("../README.md")]

mod calls_daily;
mod daily;
mod dkim;
mod post;
mod runner;
mod send_mail;
mod tell_registered;
mod tell_remarked;
mod tell_submitted;

#[cfg(feature = "testing")]
pub mod testing;

pub use dkim::{Dkim, Signature};
pub use post::{Post, PostError, PostOffice, Sender};
pub use runner::Runner;
