//! What of a comparison is shown in which view, and how it is marked for eyes and for ears.

use super::inline::{escaped, words as inline_words};
use super::layout::Shown;
use crate::compare::{Entry, Head};
use crate::document::{Block, Kind, Marker};
use crate::piece::Piece;
use crate::rich::{BREAK, Text};
use crate::tidy::CELL;

/// What is shown of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The old text, with what goes marked.
    Before,
    /// Both texts in one, with all marks.
    Marked,
    /// The new text, with what is new marked.
    After,
    /// The new text without marks.
    Final,
}

/// What a screen reader says before a mark, in the language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// Before words that go: "usunięto:".
    pub deleted: &'a str,
    /// Before words that are new: "dodano:".
    pub inserted: &'a str,
    /// Before words that stand elsewhere now: "przeniesiono stąd:".
    pub moved_away: &'a str,
    /// Before words that stood elsewhere: "przeniesiono tutaj:".
    pub moved_here: &'a str,
    /// Where a paragraph was split: "nowy akapit".
    pub split: &'a str,
    /// Where two were joined: "połączono akapity".
    pub joined: &'a str,
    /// Before a block that became a heading, an item or the like: "zmieniono rodzaj akapitu:".
    pub reshaped: &'a str,
    /// After each mark: "koniec zmiany".
    pub end: &'a str,
}

/// The blocks that an entry is in a view. The final view is rendered from the text itself and does not come
/// here.
pub(super) fn shown(entry: &Entry, view: View, words: &Words<'_>) -> Vec<Shown> {
    match entry {
        Entry::Kept(block) => vec![Shown::plain(
            Head::of(block),
            cells(&[Piece::Kept(block.content.text.clone())], view, words),
        )],
        Entry::Changed {
            before,
            after,
            pieces,
        } => changed(before, after, pieces, view, words),
        Entry::Deleted(head, pieces) => match view {
            View::Before | View::Marked => {
                vec![Shown::marked(
                    *head,
                    "is-deleted",
                    cells(pieces, view, words),
                )]
            }
            View::After | View::Final => Vec::new(),
        },
        Entry::Inserted(head, pieces) => match view {
            View::Before => Vec::new(),
            View::Marked | View::After | View::Final => {
                vec![Shown::marked(
                    *head,
                    "is-inserted",
                    cells(pieces, view, words),
                )]
            }
        },
        Entry::MovedAway(block) => moved_away(block, view, words),
        Entry::MovedHere { after, pieces, .. } => match view {
            View::Before => Vec::new(),
            View::Marked | View::After | View::Final => {
                let mut inner = cells(pieces, view, words);
                inner[0].insert_str(0, &hidden(words.moved_here));
                vec![Shown::marked(*after, "is-moved-here", inner)]
            }
        },
    }
}

fn moved_away(block: &Block, view: View, words: &Words<'_>) -> Vec<Shown> {
    let gone = [Piece::MovedAway(0, block.content.text.clone())];
    let mut shown = Shown::marked(Head::of(block), "is-moved-away", cells(&gone, view, words));
    match view {
        View::Before => vec![shown],
        View::Marked => {
            // The anchor belongs to where the block stands now.
            shown.id = None;
            vec![shown]
        }
        View::After | View::Final => Vec::new(),
    }
}

fn changed(
    before: &[Head],
    after: &[Head],
    pieces: &[Piece],
    view: View,
    words: &Words<'_>,
) -> Vec<Shown> {
    let heads = if view == View::Before { before } else { after };
    let paragraphs = paragraphs(pieces, view);
    let mut shown: Vec<Shown> = heads
        .iter()
        .zip(paragraphs)
        .map(|(head, pieces)| Shown::plain(*head, cells(&pieces, view, words)))
        .collect();
    if view == View::Before || shown.is_empty() {
        return shown;
    }
    let lost = before
        .iter()
        .filter(|old| after.iter().all(|new| new.anchor != old.anchor));
    shown[0].also = lost.map(|head| head.anchor).collect();
    let is_reshaped = before.len() == after.len()
        && before
            .iter()
            .zip(after)
            .any(|(old, new)| is_other(old.kind, new.kind));
    if is_reshaped {
        shown[0].class = Some("is-reshaped");
        shown[0].inner[0].insert_str(0, &hidden(words.reshaped));
    }
    shown
}

fn is_other(old: Kind, new: Kind) -> bool {
    let is_number = |kind| matches!(kind, Kind::Item(Marker::Number(_)));
    old != new && !(is_number(old) && is_number(new))
}

/// The pieces of each paragraph. A paragraph ends where it ends in the text that is shown.
fn paragraphs(pieces: &[Piece], view: View) -> Vec<Vec<Piece>> {
    let mut paragraphs = vec![Vec::new()];
    for piece in pieces {
        if !is_shown(piece, view) {
            continue;
        }
        let ends = if view == View::Before {
            piece.is_before()
        } else {
            piece.is_after()
        };
        for (number, part) in piece.text().split(BREAK).into_iter().enumerate() {
            if number > 0 {
                let sign = Text::plain("¶");
                let is_marked = !matches!(piece, Piece::Kept(_));
                let last = paragraphs.last_mut().expect("there is a first paragraph");
                if is_marked {
                    last.push(with_text(piece, sign));
                }
                if ends {
                    paragraphs.push(Vec::new());
                }
            }
            let last = paragraphs.last_mut().expect("there is a first paragraph");
            last.push(with_text(piece, part));
        }
    }
    paragraphs
}

fn is_shown(piece: &Piece, view: View) -> bool {
    match view {
        View::Before => piece.is_before(),
        View::Marked => true,
        View::After | View::Final => piece.is_after(),
    }
}

fn with_text(piece: &Piece, text: Text) -> Piece {
    match piece {
        Piece::Kept(_) => Piece::Kept(text),
        Piece::Deleted(_) => Piece::Deleted(text),
        Piece::Inserted(_) => Piece::Inserted(text),
        Piece::MovedAway(number, _) => Piece::MovedAway(*number, text),
        Piece::MovedHere(number, _) => Piece::MovedHere(*number, text),
    }
}

/// The HTML of each cell; of a text that is no row, of all of it.
fn cells(pieces: &[Piece], view: View, words: &Words<'_>) -> Vec<String> {
    let mut cells = vec![String::new()];
    for piece in pieces.iter().filter(|piece| is_shown(piece, view)) {
        for (number, part) in piece.text().split(CELL).into_iter().enumerate() {
            if number > 0 {
                cells.push(String::new());
            }
            if let Some(cell) = cells.last_mut()
                && !part.is_empty()
            {
                cell.push_str(&marked(piece, &part, view, words));
            }
        }
    }
    cells
}

fn marked(piece: &Piece, text: &Text, view: View, words: &Words<'_>) -> String {
    let inner = inline_words(text);
    // Spaces that come and go with a paragraph's end are nothing to be read aloud.
    if text.letters().trim().is_empty() {
        return match piece {
            Piece::Deleted(_) if view == View::Marked => String::new(),
            _ => inner,
        };
    }
    let is_break = text.letters() == "¶";
    let (tag, word) = match piece {
        Piece::Kept(_) => return inner,
        Piece::Deleted(_) if is_break => ("del class=\"is-break\"", words.joined),
        Piece::Inserted(_) if is_break => ("ins class=\"is-break\"", words.split),
        Piece::Deleted(_) => ("del", words.deleted),
        Piece::Inserted(_) => ("ins", words.inserted),
        Piece::MovedAway(..) => ("del class=\"is-moved\"", words.moved_away),
        Piece::MovedHere(..) => ("ins class=\"is-moved\"", words.moved_here),
    };
    let (before, after) = (hidden(word), hidden(words.end));
    format!("<{tag}>{before}{inner}{after}</{}>", &tag[..3])
}

/// Words that are heard and not seen.
fn hidden(words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    format!("<span class=\"vh\"> {} </span>", escaped(words))
}
