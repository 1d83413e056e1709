//! The five tables of a Polis export, written from a conversation and its map.
//!
//! Names, columns, signs and the order of rows are those of Polis, and so is what its readers
//! rely on: agrees and disagrees of a statement count superseded votes too. Cells are exact, even
//! where a spreadsheet would take one for a formula: a table that was read back must be the same.

mod history;
mod participants;
mod people;
mod statements;

use wiec_opinion::{Conversation, OpinionMap};

use super::statements::Statements;
use history::history;
use participants::participants;
use people::People;
use statements::{statements, votes};

/// The names of the tables, in the order in which [`export`] gives them.
pub const EXPORT_FILES: [&str; 5] = [
    "summary.csv",
    "stats-history.csv",
    "comments.csv",
    "votes.csv",
    "participants-votes.csv",
];

/// What a summary says of a conversation that neither votes nor statements tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What it is about.
    pub topic: String,
    /// Where it took place.
    pub url: String,
    /// What participants were told at its beginning.
    pub description: String,
}

/// Writes the five tables, UTF-8 with commas and line feeds, named by [`EXPORT_FILES`].
///
/// Groups are those of the map. The group-informed consensus of a statement is the product over
/// groups, whatever the mode of the map: it is the only one that readers of the column expect.
#[must_use]
pub fn export(
    about: &About,
    known: &Statements,
    conversation: &Conversation,
    map: &OpinionMap,
) -> [Vec<u8>; 5] {
    let people = People::of(known, conversation);
    [
        summary(about, known, &people, map),
        history(known, conversation),
        statements(known, conversation, map),
        votes(conversation),
        participants(conversation, map, &people),
    ]
}

fn summary(about: &About, known: &Statements, people: &People, map: &OpinionMap) -> Vec<u8> {
    let rows = [
        ("topic", about.topic.clone()),
        ("url", about.url.clone()),
        // Who only looked is not known here.
        ("views", people.count().to_string()),
        ("voters", map.counts.participants.to_string()),
        ("voters-in-conv", map.counts.in_conversation.to_string()),
        ("commenters", people.authors().to_string()),
        ("comments", known.len().to_string()),
        ("groups", map.groups.len().to_string()),
        ("conversation-description", about.description.clone()),
    ];
    let mut table = Written::new();
    for (name, value) in rows {
        table.row([name.to_owned(), value]);
    }
    table.bytes()
}

/// A table that is being written.
struct Written(csv::Writer<Vec<u8>>);

impl Written {
    fn new() -> Self {
        Self(csv::Writer::from_writer(Vec::new()))
    }

    fn row<C: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.0
            .write_record(cells)
            .expect("every row has as many cells as the first, and memory takes them all");
    }

    fn bytes(self) -> Vec<u8> {
        self.0.into_inner().expect("memory takes everything")
    }
}
