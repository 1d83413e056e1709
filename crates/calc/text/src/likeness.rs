//! How alike two blocks are: the share of words they have in common, whatever their endings.

use crate::rich::Text;
use crate::tokens::{Sort, tokens};

/// The words of a block without their endings, as sorted numbers. Which words they are is of no use here.
pub(crate) struct Bag(Vec<u64>);

/// Polish and English words rarely differ in their first five letters when only the ending changes.
const STEM: usize = 5;

/// Everything, in the unit of likeness.
pub(crate) const WHOLE: usize = 1000;

impl Bag {
    pub(crate) fn of(text: &Text) -> Self {
        let mut stems = Vec::new();
        let mut all = Vec::new();
        for token in tokens(text) {
            let says_something = match token.sort() {
                Sort::Word => token.letters.chars().nth(2).is_some(),
                Sort::Number => true,
                _ => false,
            };
            let stem = stem(token.letters);
            if says_something {
                stems.push(stem);
            }
            if token.sort() != Sort::Space {
                all.push(stem);
            }
        }
        if stems.is_empty() {
            stems = all;
        }
        stems.sort_unstable();
        Self(stems)
    }

    fn common(&self, other: &Self) -> usize {
        let (mut i, mut j, mut common) = (0, 0, 0);
        while i < self.0.len() && j < other.0.len() {
            match self.0[i].cmp(&other.0[j]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
            }
        }
        common
    }

    /// How alike two blocks are, in thousandths: twice the common words by all words.
    pub(crate) fn likeness(&self, other: &Self) -> usize {
        let all = self.0.len() + other.0.len();
        (2 * WHOLE * self.common(other))
            .checked_div(all)
            .unwrap_or(0)
    }

    /// How much of this block stands in the other one, in thousandths.
    pub(crate) fn within(&self, other: &Self) -> usize {
        (WHOLE * self.common(other))
            .checked_div(self.0.len())
            .unwrap_or(0)
    }
}

/// FNV-1a over the first letters in lower case. Two stems that meet by chance cost an anchor at worst.
fn stem(word: &str) -> u64 {
    let letters = word.chars().flat_map(char::to_lowercase).take(STEM);
    letters.fold(0xcbf2_9ce4_8422_2325, |hash: u64, letter| {
        (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3)
    })
}
