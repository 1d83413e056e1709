//! Sentences that were deleted at one place and stand, letter for letter, at another: they have moved.

use crate::compare::Entry;
use crate::piece::Piece;
use crate::rich::Text;
use crate::tokens::{Sort, Token, text_of, tokens};

/// Shorter sentences ("Tak.", "See section 4.") are found again by chance.
const FEWEST_WORDS: usize = 4;

/// Turns deletions and insertions of the same sentence into moves, in the whole text.
pub(crate) fn mark(entries: &mut [Entry]) {
    let mut lists: Vec<Vec<Piece>> = entries
        .iter_mut()
        .map(|entry| {
            entry
                .pieces_mut()
                .map(|it| sentence_by_sentence(it))
                .unwrap_or_default()
        })
        .collect();
    let away = places(&lists, |piece| matches!(piece, Piece::Deleted(_)));
    let here = places(&lists, |piece| matches!(piece, Piece::Inserted(_)));
    let mut number = 0;
    let mut last = None;
    for (from, to) in pairs(&away, &here) {
        // Sentences that moved together are one move.
        if last != Some((previous(from), previous(to))) {
            number += 1;
        }
        last = Some((Some(from), Some(to)));
        let piece = &mut lists[from.0][from.1];
        *piece = Piece::MovedAway(number, piece.text().clone());
        let piece = &mut lists[to.0][to.1];
        *piece = Piece::MovedHere(number, piece.text().clone());
    }
    for (entry, list) in entries.iter_mut().zip(lists) {
        if let Some(pieces) = entry.pieces_mut() {
            *pieces = joined(list);
        }
    }
}

type Place = (usize, usize);

fn previous(place: Place) -> Option<Place> {
    Some((place.0, place.1.checked_sub(1)?))
}

/// The sentences of one sort of piece, with their letters, in the order of letters.
fn places(lists: &[Vec<Piece>], is_meant: impl Fn(&Piece) -> bool) -> Vec<(Text, Place)> {
    let mut found = Vec::new();
    for (entry, list) in lists.iter().enumerate() {
        for (at, piece) in list.iter().enumerate() {
            if is_meant(piece) && words(piece.text()) >= FEWEST_WORDS {
                found.push((trimmed(piece.text()), (entry, at)));
            }
        }
    }
    found.sort();
    found
}

/// Equal sentences, the first with the first, in reading order of where they were.
fn pairs(away: &[(Text, Place)], here: &[(Text, Place)]) -> Vec<(Place, Place)> {
    let mut found = Vec::new();
    let (mut x, mut y) = (0, 0);
    while x < away.len() && y < here.len() {
        match away[x].0.cmp(&here[y].0) {
            std::cmp::Ordering::Less => x += 1,
            std::cmp::Ordering::Greater => y += 1,
            std::cmp::Ordering::Equal => {
                found.push((away[x].1, here[y].1));
                (x, y) = (x + 1, y + 1);
            }
        }
    }
    found.sort_unstable();
    found
}

fn words(text: &Text) -> usize {
    tokens(text)
        .iter()
        .filter(|token| token.sort() == Sort::Word)
        .count()
}

/// The sentence without the spaces at its ends.
fn trimmed(text: &Text) -> Text {
    let all = tokens(text);
    let is_ink = |token: &Token<'_>| !matches!(token.sort(), Sort::Space | Sort::Border);
    let start = all.iter().position(is_ink).unwrap_or(all.len());
    let end = all.iter().rposition(is_ink).map_or(start, |it| it + 1);
    text_of(&all[start..end])
}

fn sentence_by_sentence(pieces: &[Piece]) -> Vec<Piece> {
    pieces
        .iter()
        .flat_map(|piece| match piece {
            Piece::Deleted(text) => sentences(text).into_iter().map(Piece::Deleted).collect(),
            Piece::Inserted(text) => sentences(text).into_iter().map(Piece::Inserted).collect(),
            other => vec![other.clone()],
        })
        .collect()
}

/// Cuts a text after each sentence and at each end of a paragraph.
fn sentences(text: &Text) -> Vec<Text> {
    let all = tokens(text);
    let mut cuts = vec![0];
    for at in 1..all.len() {
        let is_border = all[at].sort() == Sort::Border || all[at - 1].sort() == Sort::Border;
        if is_border || starts_sentence(&all, at) {
            cuts.push(at);
        }
    }
    cuts.push(all.len());
    cuts.windows(2)
        .map(|ends| text_of(&all[ends[0]..ends[1]]))
        .collect()
}

/// A capital after a full stop and a space. After "art." and "tys." follow numbers and small letters.
fn starts_sentence(all: &[Token<'_>], at: usize) -> bool {
    let Some([end, space]) = at.checked_sub(2).map(|from| [&all[from], &all[from + 1]]) else {
        return false;
    };
    let is_capital = all[at]
        .letters
        .starts_with(|it: char| it.is_uppercase() || "„\"“‘–".contains(it));
    end.sort() == Sort::SentenceEnd && space.sort() == Sort::Space && is_capital
}

/// Puts sentences together again that have not moved.
fn joined(list: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in list {
        match (joined.last_mut(), &piece) {
            (Some(Piece::Deleted(last)), Piece::Deleted(more))
            | (Some(Piece::Inserted(last)), Piece::Inserted(more)) => last.append(more),
            (Some(Piece::MovedAway(here, last)), Piece::MovedAway(there, more))
            | (Some(Piece::MovedHere(here, last)), Piece::MovedHere(there, more))
                if here == there =>
            {
                last.append(more);
            }
            _ => joined.push(piece),
        }
    }
    joined
}
