//! A comparison in plain letters, for mails and terminals: `[-deleted-]`, `{+inserted+}`, `[~moved away~]`,
//! `{~moved here~}`, `¶` for the end of a paragraph that was split or joined.

use crate::compare::{Comparison, Entry, Head};
use crate::document::{Kind, Marker};
use crate::piece::Piece;
use crate::rich::{BREAK, Text};

/// Which blocks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    WholeText,
    /// Only those in which something changed.
    ChangesOnly,
}

/// Writes a comparison as plain text: a line for each block, its anchor first.
#[must_use]
pub fn notation(comparison: &Comparison, scope: Scope) -> String {
    let entries = comparison.entries().iter();
    let entries =
        entries.filter(|entry| scope == Scope::WholeText || !matches!(entry, Entry::Kept(_)));
    entries.map(line).collect()
}

fn line(entry: &Entry) -> String {
    match entry {
        Entry::Kept(block) => format!(
            "{}\n",
            named(Head::of(block), &block.content.text.letters())
        ),
        Entry::Changed {
            before,
            after,
            pieces,
        } => {
            let heads = |heads: &[Head]| {
                heads
                    .iter()
                    .map(|it| it.anchor.to_string())
                    .collect::<Vec<_>>()
            };
            let (old, new) = (heads(before), heads(after));
            let names = if old == new {
                new.join("+")
            } else {
                format!("{} → {}", old.join("+"), new.join("+"))
            };
            let (was, is) = (mark(before[0].kind), mark(after[0].kind));
            let mark = if was == is || is_number(before[0].kind, after[0].kind) {
                is
            } else {
                format!("[-{}-]{{+{}+}} ", was.trim(), is.trim())
            };
            format!("{names}: {mark}{}\n", marked(pieces))
        }
        Entry::Deleted(head, pieces) => format!("{}\n", named(*head, &marked(pieces))),
        Entry::Inserted(head, pieces) => format!("{}\n", named(*head, &marked(pieces))),
        Entry::MovedAway(block) => {
            let letters = format!("[~{}~]", block.content.text.letters());
            format!("{}\n", named(Head::of(block), &letters))
        }
        Entry::MovedHere { after, pieces, .. } => {
            format!("{}\n", named(*after, &format!("{{~{}~}}", marked(pieces))))
        }
    }
}

/// Numbers of items follow from their place; another number is no change of theirs.
fn is_number(before: Kind, after: Kind) -> bool {
    let is_numbered = |kind| matches!(kind, Kind::Item(Marker::Number(_)));
    is_numbered(before) && is_numbered(after)
}

fn named(head: Head, letters: &str) -> String {
    format!("{}: {}{}", head.anchor, mark(head.kind), visible(letters))
}

fn mark(kind: Kind) -> String {
    match kind {
        Kind::Heading(level) => format!("{} ", "#".repeat(usize::from(level))),
        Kind::Item(Marker::Bullet) => "- ".to_owned(),
        Kind::Item(Marker::Number(number)) => format!("{number}. "),
        Kind::Quote => "> ".to_owned(),
        Kind::Rule => "***".to_owned(),
        Kind::Paragraph | Kind::Code | Kind::HeaderRow | Kind::Row => String::new(),
    }
}

/// The marked words of one changed text.
#[must_use]
pub fn marked(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        let letters = visible(&emphasised(piece.text()));
        match piece {
            Piece::Kept(_) => out.push_str(&letters),
            Piece::Deleted(_) => out.push_str(&format!("[-{letters}-]")),
            Piece::Inserted(_) => out.push_str(&format!("{{+{letters}+}}")),
            Piece::MovedAway(..) => out.push_str(&format!("[~{letters}~]")),
            Piece::MovedHere(..) => out.push_str(&format!("{{~{letters}~}}")),
        }
    }
    out
}

/// The words with their emphasis, which would otherwise change unseen.
fn emphasised(text: &Text) -> String {
    let mut out = String::new();
    for run in text.runs() {
        let (open, close) = match (run.style.strong, run.style.emphasis) {
            (true, true) => ("**_", "_**"),
            (true, false) => ("**", "**"),
            (false, true) => ("_", "_"),
            (false, false) => ("", ""),
        };
        out.push_str(open);
        out.push_str(&run.letters);
        out.push_str(close);
    }
    out
}

/// Borders as signs, so that each block stays on one line.
fn visible(letters: &str) -> String {
    letters
        .replace(BREAK, "¶")
        .replace('\n', "⏎")
        .replace('\t', " | ")
}
