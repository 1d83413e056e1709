//! Which of many remarks say the same: for answering them together, each author by name.
//!
//! A remark is a bag of words, so that the order of sentences does not matter, and a word is its
//! beginnings, so that endings hardly do ([`profile`]). What two remarks have in common by all they
//! say is their likeness. It does not understand them: people decide what is the same, this only puts
//! it side by side. The one thing that it knows about meaning is "not", which turns a word around.

mod profile;
mod search;
mod words;

use profile::Profile;

/// From this likeness on, remarks usually say the same: copied letters, changed endings and orders, a
/// sentence more or less.
pub const SAME: f64 = 0.6;

/// Two texts that are alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The place of one among the texts.
    pub first: usize,
    /// The place of the other, which is greater.
    pub second: usize,
    /// How alike they are: see [`likeness`].
    pub likeness: f64,
}

/// Texts of which each is alike to another one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Their places among the texts, two or more, rising.
    pub members: Vec<usize>,
    /// The least likeness that was needed to join them. Two of them may be less alike than that,
    /// where a third one stands between them.
    pub likeness: f64,
}

/// How alike two texts are, from 0 to 1: twice what they have in common by all that both say.
///
/// Symmetric; 1 for a text and itself, if it has a letter or figure at all. Texts without any are like
/// nothing.
///
/// ```
/// use wiec_text::{SAME, likeness};
///
/// let short = likeness("Udział 15 proc. jest za niski.", "Za niski jest udział 15 procent");
/// assert!(short > SAME);
/// assert!(likeness("Popieram § 4.", "Nie popieram § 4.") < SAME);
/// assert_eq!(likeness("!", "!"), 0.0);
/// ```
#[must_use]
pub fn likeness(one: &str, other: &str) -> f64 {
    Profile::of(one).likeness(&Profile::of(other))
}

/// All pairs of texts that are at least so much alike, the most alike first; of equals, by place.
///
/// `least` is from above 0 to 1; at 0 and below, every pair that has anything in common is returned.
#[must_use]
pub fn similar(texts: &[&str], least: f64) -> Vec<Pair> {
    let profiles: Vec<Profile> = texts.iter().map(|text| Profile::of(text)).collect();
    let mut pairs = search::pairs(&profiles, least);
    pairs.sort_by(|a, b| {
        let by_likeness = b.likeness.total_cmp(&a.likeness);
        by_likeness.then((a.first, a.second).cmp(&(b.first, b.second)))
    });
    pairs
}

/// The groups that pairs of at least this likeness form, by their first member. Texts that are like no
/// other are in none. In another order of the texts they are the same groups.
#[must_use]
pub fn groups(texts: &[&str], least: f64) -> Vec<Group> {
    let mut group_of: Vec<usize> = (0..texts.len()).collect();
    let mut needed = vec![1.0_f64; texts.len()];
    // From the most alike down: the pair that joins two groups is the least that was needed so far.
    for pair in similar(texts, least) {
        let (one, other) = (group_of[pair.first], group_of[pair.second]);
        if one != other {
            let (keep, gone) = (one.min(other), one.max(other));
            for group in group_of.iter_mut().filter(|group| **group == gone) {
                *group = keep;
            }
            needed[keep] = pair.likeness;
        }
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); texts.len()];
    for (text, &group) in group_of.iter().enumerate() {
        members[group].push(text);
    }
    let found = members.into_iter().zip(needed);
    found
        .filter(|(members, _)| members.len() > 1)
        .map(|(members, likeness)| Group { members, likeness })
        .collect()
}
