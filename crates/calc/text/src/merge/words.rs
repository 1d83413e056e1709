//! Three wordings of one block: what either side changed, made once.

use super::ConflictKind;
use crate::align::Hunk;
use crate::piece::changes;
use crate::rich::Text;
use crate::tokens::{Sort, Token, text_of, tokens};

/// Whether two changes of a text can both be made.
pub(super) enum Agreement {
    Text(Text),
    Conflict(ConflictKind),
}

/// Makes the changes of both sides in the base, unless they overlap or touch. A change that both sides
/// make in the same words is made once; but if both strike words and one of them puts these words elsewhere,
/// that one has moved what the other one deletes, and somebody has to decide.
pub(super) fn agree(base: &Text, left: &Text, right: &Text) -> Agreement {
    let (of_left, of_right) = (changes(base, left), changes(base, right));
    let (base, left, right) = (tokens(base), tokens(left), tokens(right));
    let mut made: Vec<Token<'_>> = Vec::new();
    let (mut l, mut r) = (of_left.iter().peekable(), of_right.iter().peekable());
    let mut at = 0;
    let (mut struck_by_both, mut put_by_one): (Vec<Token<'_>>, Vec<Token<'_>>) = Default::default();
    loop {
        let (hunk, new) = match (l.peek().copied(), r.peek().copied()) {
            (None, None) => break,
            (Some(x), None) => (x, &left[x.after.0..x.after.1]),
            (None, Some(y)) => (y, &right[y.after.0..y.after.1]),
            (Some(x), Some(y)) if x.before.1 < y.before.0 => (x, &left[x.after.0..x.after.1]),
            (Some(x), Some(y)) if y.before.1 < x.before.0 => (y, &right[y.after.0..y.after.1]),
            (Some(x), Some(y)) => {
                let (by_left, by_right) =
                    (&left[x.after.0..x.after.1], &right[y.after.0..y.after.1]);
                if x.before != y.before || by_left != by_right {
                    return Agreement::Conflict(kind(x, y));
                }
                (x, by_left)
            }
        };
        made.extend(&base[at..hunk.before.0]);
        made.extend(new);
        at = hunk.before.1;
        let is_this = |it: &&Hunk| it.before == hunk.before;
        match (l.next_if(is_this), r.next_if(is_this)) {
            (Some(_), Some(_)) => struck_by_both.extend(&base[hunk.before.0..hunk.before.1]),
            _ => put_by_one.extend(new),
        }
    }
    let is_word = |token: &&Token<'_>| matches!(token.sort(), Sort::Word | Sort::Number);
    if struck_by_both
        .iter()
        .filter(is_word)
        .any(|token| put_by_one.contains(token))
    {
        return Agreement::Conflict(ConflictKind::SameWords);
    }
    made.extend(&base[at..]);
    Agreement::Text(text_of(&made))
}

fn kind(left: &Hunk, right: &Hunk) -> ConflictKind {
    let is_insertion = |hunk: &Hunk| hunk.before.0 == hunk.before.1;
    if is_insertion(left) && is_insertion(right) {
        ConflictKind::SameInsertionPlace
    } else {
        ConflictKind::SameWords
    }
}
