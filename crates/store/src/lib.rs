#![doc = include_str!("../README.md")]

mod error;
mod location;
mod lock;
mod store;
mod tx;

mod congresses;
mod drafts;
mod exports;
mod favourites;
mod health;
mod history;
mod releases;

mod column;
mod id;
mod insert;
mod migrations;
mod postgres;
mod sqlite;
mod tables;

#[cfg(feature = "testing")]
pub mod testing;

pub use congresses::{CongressSummary, Congresses};
pub use drafts::{DraftWriter, Drafts};
pub use error::{OpenError, StoreError};
pub use exports::{Export, ExportForm, ExportWriter, Exports, Form};
pub use favourites::{FavouriteWriter, Favourites, TokenHash};
pub use health::Health;
pub use history::{Act, Actor, Entry, History};
pub use location::{Kind, Location};
pub use releases::{ReleaseSummary, ReleaseWriter, Releases};
pub use store::Store;
pub use tx::Tx;
