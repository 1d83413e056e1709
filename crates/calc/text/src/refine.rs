//! Changes as a reader would mark them: what is common by chance is taken in, an insertion begins where a
//! word, a clause or a sentence begins, and of two sentences that differ in their numbers only the numbers
//! are marked.

use crate::align::Hunk;
use crate::tokens::{Sort, Token};

/// What is common between two changes is taken in if each of them says so many times more.
const OUTWEIGHED: i32 = 3;

/// Turns the stretches in which two texts differ into changes that read well.
pub(crate) fn refine(hunks: Vec<Hunk>, before: &[Token<'_>], after: &[Token<'_>]) -> Vec<Hunk> {
    let mut hunks = absorb(hunks, before, after);
    for at in 0..hunks.len() {
        let floor = at
            .checked_sub(1)
            .map_or((0, 0), |it| (hunks[it].before.1 + 1, hunks[it].after.1 + 1));
        let ceiling = hunks
            .get(at + 1)
            .map_or((before.len(), after.len()), |next| {
                (next.before.0 - 1, next.after.0 - 1)
            });
        slide(&mut hunks[at], floor, ceiling, before, after);
    }
    let hunks = hunks.into_iter();
    let hunks = hunks.flat_map(|hunk| paragraph_end(hunk, before, after));
    hunks
        .flat_map(|hunk| signs_only(hunk, before, after))
        .collect()
}

fn weight(tokens: &[Token<'_>]) -> i32 {
    tokens.iter().map(Token::weight).sum()
}

/// Joins two changes over a common stretch that both of them outweigh.
fn absorb(hunks: Vec<Hunk>, before: &[Token<'_>], after: &[Token<'_>]) -> Vec<Hunk> {
    let size = |hunk: &Hunk| {
        let deleted = weight(&before[hunk.before.0..hunk.before.1]);
        deleted.max(weight(&after[hunk.after.0..hunk.after.1]))
    };
    let mut joined: Vec<Hunk> = Vec::new();
    for hunk in hunks {
        if let Some(last) = joined.last_mut() {
            let common = &before[last.before.1..hunk.before.0];
            let has_border = common.iter().any(|token| token.sort() == Sort::Border);
            if !has_border && weight(common) * OUTWEIGHED < size(last).min(size(&hunk)) {
                last.before.1 = hunk.before.1;
                last.after.1 = hunk.after.1;
                continue;
            }
        }
        joined.push(hunk);
    }
    joined
}

/// Moves an insertion or deletion along equal letters to where its ends fall best. `A. [B. ]C.` and
/// `A[. B]. C.` say the same; readers mark the first.
fn slide(
    hunk: &mut Hunk,
    floor: (usize, usize),
    ceiling: (usize, usize),
    before: &[Token<'_>],
    after: &[Token<'_>],
) {
    let is_insertion = hunk.before.0 == hunk.before.1;
    let is_deletion = hunk.after.0 == hunk.after.1;
    let (tokens, range, least, most) = match (is_insertion, is_deletion) {
        (true, false) => (after, hunk.after, floor.1, ceiling.1),
        (false, true) => (before, hunk.before, floor.0, ceiling.0),
        _ => return,
    };
    let (start, end) = range;
    let back = (1..).take_while(|by| least + by <= start && tokens[start - by] == tokens[end - by]);
    let on = (0..).take_while(|by| end + by < most && tokens[start + by] == tokens[end + by]);
    let (back, on) = (back.count(), on.count());
    let places = start - back..=start + on;
    let length = end - start;
    // Of equally good places the last: `{nie }może` before `Gmina{ nie}`.
    let merit = |at: &usize| (cut(tokens, *at) + cut(tokens, at + length), *at);
    let Some(best) = places.max_by_key(merit) else {
        return;
    };
    let shift = |place: usize| place + best - start;
    hunk.before = (shift(hunk.before.0), shift(hunk.before.1));
    hunk.after = (shift(hunk.after.0), shift(hunk.after.1));
}

/// How good a place is for a change to start or end, from 0 within a compound to 6 at an end.
fn cut(tokens: &[Token<'_>], at: usize) -> u8 {
    let sort = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(Token::sort);
    let left = sort(at.checked_sub(1));
    let right = sort(Some(at));
    match (left, right) {
        (None, _) | (_, None) => 6,
        (Some(Sort::Border), _) | (_, Some(Sort::Border)) => 6,
        (Some(Sort::Space), _) => match sort(at.checked_sub(2)) {
            Some(Sort::SentenceEnd) => 5,
            Some(Sort::ClauseEnd) => 4,
            _ => 2,
        },
        (Some(Sort::SentenceEnd | Sort::ClauseEnd), Some(Sort::Space)) => 3,
        (_, Some(Sort::Space)) => 2,
        (_, Some(Sort::SentenceEnd | Sort::ClauseEnd)) => 1,
        _ => 0,
    }
}

/// Where both sides of a change are built alike and differ in numbers and signs only, each of these is a
/// change of its own: `od [5→6] do [10→12]`.
fn signs_only(hunk: Hunk, before: &[Token<'_>], after: &[Token<'_>]) -> Vec<Hunk> {
    let old = &before[hunk.before.0..hunk.before.1];
    let new = &after[hunk.after.0..hunk.after.1];
    let is_sign = |token: &Token<'_>| !matches!(token.sort(), Sort::Word | Sort::Border);
    let alike = old.len() == new.len()
        && old
            .iter()
            .zip(new)
            .all(|(x, y)| x == y || (is_sign(x) && is_sign(y)));
    if !alike {
        return vec![hunk];
    }
    let mut parts: Vec<Hunk> = Vec::new();
    for (at, (x, y)) in old.iter().zip(new).enumerate() {
        if x == y {
            continue;
        }
        let (i, j) = (hunk.before.0 + at, hunk.after.0 + at);
        match parts.last_mut() {
            Some(last) if last.before.1 == i => {
                last.before.1 = i + 1;
                last.after.1 = j + 1;
            }
            _ => parts.push(Hunk {
                before: (i, i + 1),
                after: (j, j + 1),
            }),
        }
    }
    parts
}

/// Where a paragraph was joined or split right behind a change, the full stop before it is common, and the
/// two are two changes: `właścicieli[+ na pięć lat].[¶→ ]Agencja`.
fn paragraph_end(hunk: Hunk, before: &[Token<'_>], after: &[Token<'_>]) -> Vec<Hunk> {
    let old = &before[hunk.before.0..hunk.before.1];
    let new = &after[hunk.after.0..hunk.after.1];
    let ([.., old_stop, old_end], [.., new_stop, new_end]) = (old, new) else {
        return vec![hunk];
    };
    let is_border = |token: &Token<'_>| token.sort() == Sort::Border;
    let is_stop = matches!(old_stop.sort(), Sort::SentenceEnd | Sort::ClauseEnd);
    let is_only_change = old.len() == 2 && new.len() == 2;
    let is_end = is_stop && old_stop == new_stop && is_border(old_end) != is_border(new_end);
    if !is_end || is_only_change {
        return vec![hunk];
    }
    let words = Hunk {
        before: (hunk.before.0, hunk.before.1 - 2),
        after: (hunk.after.0, hunk.after.1 - 2),
    };
    let end = Hunk {
        before: (hunk.before.1 - 1, hunk.before.1),
        after: (hunk.after.1 - 1, hunk.after.1),
    };
    vec![words, end]
}
