//! Conversations in the format of the golden folders: `votes.csv`, `comments.csv`.

use std::path::{Path, PathBuf};

use wiec_opinion::{Conversation, Moderation, Statement, Vote, VoteEvent};

/// The folders of conversations beneath `root`, by name; `root` itself if it is one.
pub fn folders(root: &Path) -> Vec<PathBuf> {
    if root.join("votes.csv").is_file() {
        return vec![root.to_owned()];
    }
    let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.join("votes.csv").is_file())
        .collect();
    found.sort();
    found
}

/// Where golden conversations are, if nobody says otherwise.
pub fn default_root() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/golden");
    std::env::var_os("WIEC_GOLDEN")
        .map_or_else(beside, PathBuf::from)
        .join("opinion")
}

/// One conversation.
pub fn conversation(folder: &Path) -> Conversation {
    let mut conversation = Conversation::new();
    for [id, moderated, is_meta] in
        rows(&folder.join("comments.csv"), ["id", "moderated", "is_meta"])
    {
        conversation.describe(Statement {
            id: id as u64,
            moderation: match moderated {
                -1 => Moderation::Rejected,
                0 => Moderation::Unseen,
                _ => Moderation::Accepted,
            },
            is_meta: is_meta != 0,
        });
    }
    let columns = ["participant", "statement", "vote", "timestamp"];
    for [participant, statement, vote, at_ms] in rows(&folder.join("votes.csv"), columns) {
        conversation.push(VoteEvent {
            participant: participant as u64,
            statement: statement as u64,
            vote: Vote::from_sign(vote as i8).expect("a vote is -1, 0 or 1"),
            at_ms,
        });
    }
    conversation
}

/// Columns of whole numbers; what is empty, "false" or no number is 0.
fn rows<const N: usize>(path: &Path, columns: [&str; N]) -> Vec<[i64; N]> {
    let mut reader = csv::Reader::from_path(path).expect("the table is there");
    let headers = reader.headers().expect("the table has headers").clone();
    let at = columns.map(|column| {
        headers
            .iter()
            .position(|name| name == column)
            .expect(column)
    });
    let number = |text: &str| match text {
        "true" | "True" => 1,
        other => other.parse::<f64>().map_or(0, |number| number as i64),
    };
    reader
        .records()
        .map(|record| record.expect("a row of the table"))
        .map(|record| at.map(|column| number(&record[column])))
        .collect()
}
