//! Wordings as plain letters, and what differs between two of them.
//!
//! Not `wiec_text::comparison_html`: it gives each block its anchor as an id, and in a report many remarks
//! show the same one.

use wiec_text::{Block, Document, Entry, Head, Kind, Marker, Piece, compare};

/// The end of a paragraph that was split or joined, in the pieces of a comparison.
const BREAK: char = '\u{2029}';

/// What became of some letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Kept,
    Deleted,
    Inserted,
    MovedAway,
    MovedHere,
}

/// Letters that have one fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) change: Change,
    pub(crate) letters: String,
}

/// A paragraph, heading, item or row.
pub(crate) type Line = Vec<Part>;

/// The wording without emphasis, a line for each block.
pub(crate) fn plain(markdown: &str) -> String {
    let document = Document::from_markdown(markdown);
    let lines: Vec<String> = document.blocks().iter().map(line).collect();
    lines.join("\n")
}

/// What `proposed` changes in `current`.
pub(crate) fn changes(current: &str, proposed: &str) -> Vec<Line> {
    let before = Document::from_markdown(current);
    let after = before.revise(proposed);
    let comparison = compare(&before, &after);
    comparison.entries().iter().map(marked).collect()
}

impl Change {
    /// Whether the letters stand in the old wording.
    pub(crate) fn is_before(self) -> bool {
        matches!(self, Self::Kept | Self::Deleted | Self::MovedAway)
    }

    /// Whether they stand in the new one.
    pub(crate) fn is_after(self) -> bool {
        matches!(self, Self::Kept | Self::Inserted | Self::MovedHere)
    }
}

fn line(block: &Block) -> String {
    format!(
        "{}{}",
        mark(block.content.kind),
        letters(&block.content.text.letters())
    )
}

/// Cells of a row are parted by a stroke.
fn letters(text: &str) -> String {
    text.replace('\t', " | ")
}

fn mark(kind: Kind) -> String {
    match kind {
        Kind::Item(Marker::Bullet) => "– ".to_owned(),
        Kind::Item(Marker::Number(number)) => format!("{number}. "),
        Kind::Rule => "***".to_owned(),
        Kind::Heading(_)
        | Kind::Paragraph
        | Kind::Quote
        | Kind::Code
        | Kind::HeaderRow
        | Kind::Row => String::new(),
    }
}

fn marked(entry: &Entry) -> Line {
    match entry {
        Entry::Kept(block) => whole(block, Change::Kept),
        Entry::MovedAway(block) => whole(block, Change::MovedAway),
        Entry::Changed { after, pieces, .. } => with_mark(&after[0], Change::Kept, pieces),
        Entry::Deleted(head, pieces) => with_mark(head, Change::Deleted, pieces),
        Entry::Inserted(head, pieces) => with_mark(head, Change::Inserted, pieces),
        Entry::MovedHere { after, pieces, .. } => {
            let here = |mut part: Part| {
                if part.change == Change::Kept {
                    part.change = Change::MovedHere;
                }
                part
            };
            let line = with_mark(after, Change::MovedHere, pieces);
            line.into_iter().map(here).collect()
        }
    }
}

fn whole(block: &Block, change: Change) -> Line {
    let letters = line(block);
    vec![Part { change, letters }]
}

fn with_mark(head: &Head, change: Change, pieces: &[Piece]) -> Line {
    let mut line = Line::new();
    let mark = mark(head.kind);
    if !mark.is_empty() {
        line.push(Part {
            change,
            letters: mark,
        });
    }
    line.extend(pieces.iter().map(part));
    line
}

fn part(piece: &Piece) -> Part {
    let change = match piece {
        Piece::Kept(_) => Change::Kept,
        Piece::Deleted(_) => Change::Deleted,
        Piece::Inserted(_) => Change::Inserted,
        Piece::MovedAway(..) => Change::MovedAway,
        Piece::MovedHere(..) => Change::MovedHere,
    };
    Part {
        change,
        letters: letters(&piece.text().letters()).replace(BREAK, " ¶ "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(lines: &[Line], is_of: impl Fn(Change) -> bool) -> String {
        let letters = |line: &Line| -> String {
            let parts = line.iter().filter(|part| is_of(part.change));
            parts.map(|part| part.letters.as_str()).collect()
        };
        let lines: Vec<String> = lines.iter().map(letters).collect();
        lines.join("\n").trim().to_owned()
    }

    #[test]
    fn either_wording_can_be_read_out_of_the_changes() {
        let (old, new) = (
            "Co najmniej 15 proc. mieszkań.\n\nGmina ogłasza wynik.",
            "Co najmniej **20** proc. mieszkań.\n\nGmina ogłasza wynik.\n\nCo rok.",
        );
        let lines = changes(old, new);
        assert_eq!(side(&lines, Change::is_before), plain(old));
        assert_eq!(side(&lines, Change::is_after), plain(new));
    }

    #[test]
    fn lists_and_tables_are_lines_that_can_be_read() {
        assert_eq!(
            plain("Cele:\n\n- *trwałość*\n- ocena\n\n| a | b |\n| - | - |\n| c | d |"),
            "Cele:\n– trwałość\n– ocena\na | b\nc | d"
        );
    }
}
