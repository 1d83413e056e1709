//! Which block of a newer text is which block of the older one. Remarks hang on anchors, so a block keeps
//! its anchor through every change that leaves it recognisable or alone in its place.

use crate::document::{Anchor, Content, Document, Kind};
use crate::likeness::{Bag, WHOLE};

/// Less alike blocks are recognised by their place only.
const ALIKE: usize = 400;

/// So much of a paragraph has to stand in another one for it to have been split off or joined to it.
pub(crate) const PART: usize = 750;

/// In so large texts that there are more pairs of blocks, a block is looked for near its place only, but at
/// least among so many neighbours on each side.
const MOST_PAIRS: usize = 500_000;
const NEIGHBOURS: usize = 20;

/// What a paragraph that became an item, or the reverse, has to be more alike.
const OTHER_KIND: usize = 150;

impl Document {
    /// Reads a newer version of this text. Blocks that are recognised keep their anchors, new ones get
    /// anchors that were never used. Of a paragraph that was split the first part keeps the anchor; of
    /// paragraphs that were joined the first.
    #[must_use]
    pub fn revise(&self, markdown: &str) -> Self {
        self.revised(crate::read::contents(markdown))
    }

    /// The same, for contents.
    pub(crate) fn revised(&self, contents: Vec<Content>) -> Self {
        let old: Vec<&Content> = self.blocks().iter().map(|it| &it.content).collect();
        let pairs = pairs(&old, &contents.iter().collect::<Vec<_>>());
        let anchors: Vec<Option<Anchor>> = pairs
            .into_iter()
            .map(|pair| pair.map(|at| self.blocks()[at].anchor))
            .collect();
        let named = anchors.into_iter().zip(contents).collect();
        Self::named(named, self.next_anchor().0)
    }
}

/// For each new content the old one that it continues.
fn pairs(old: &[&Content], new: &[&Content]) -> Vec<Option<usize>> {
    let mut pairing = Pairing {
        old,
        new,
        old_bags: old.iter().map(|it| Bag::of(&it.text)).collect(),
        new_bags: new.iter().map(|it| Bag::of(&it.text)).collect(),
        new_of: vec![None; old.len()],
        old_of: vec![None; new.len()],
    };
    pairing.equal_ones();
    pairing.alike_ones();
    pairing.joined_ones();
    pairing.split_ones();
    pairing.ones_in_the_same_place();
    pairing.old_of
}

struct Pairing<'a> {
    old: &'a [&'a Content],
    new: &'a [&'a Content],
    old_bags: Vec<Bag>,
    new_bags: Vec<Bag>,
    new_of: Vec<Option<usize>>,
    old_of: Vec<Option<usize>>,
}

impl Pairing<'_> {
    fn pair(&mut self, i: usize, j: usize) {
        self.new_of[i] = Some(j);
        self.old_of[j] = Some(i);
    }

    /// Texts that are the same letter by letter; of several the first with the first.
    fn equal_ones(&mut self) {
        let mut places: Vec<(&Content, usize, usize)> = Vec::new();
        places.extend(self.old.iter().enumerate().map(|(at, it)| (*it, 0, at)));
        places.extend(self.new.iter().enumerate().map(|(at, it)| (*it, 1, at)));
        let key = |content: &Content| (rank(content.kind), content.text.clone());
        places.sort_by_cached_key(|&(content, side, at)| (key(content), side, at));
        let equal = |x: &Content, y: &Content| rank(x.kind) == rank(y.kind) && x.text == y.text;
        let mut found = Vec::new();
        for same in places.chunk_by(|x, y| equal(x.0, y.0)) {
            let olds = same.iter().filter(|it| it.1 == 0);
            let news = same.iter().filter(|it| it.1 == 1);
            found.extend(olds.zip(news).map(|(x, y)| (x.2, y.2)));
        }
        for (i, j) in found {
            self.pair(i, j);
        }
    }

    /// The likest first; of equally like ones those nearest to their place.
    fn alike_ones(&mut self) {
        let open = |of: &[Option<usize>]| -> Vec<usize> {
            (0..of.len()).filter(|&at| of[at].is_none()).collect()
        };
        let (olds, news) = (open(&self.new_of), open(&self.old_of));
        let reach = (MOST_PAIRS / olds.len().max(1)).max(NEIGHBOURS);
        let mut found = Vec::new();
        for (at, &i) in olds.iter().enumerate() {
            let place = at * news.len() / olds.len();
            let end = (place + reach).min(news.len());
            for &j in &news[place.saturating_sub(reach)..end] {
                let likeness = self.likeness(i, j);
                if likeness >= ALIKE {
                    found.push((WHOLE - likeness, i.abs_diff(j), i, j));
                }
            }
        }
        found.sort_unstable();
        for (_, _, i, j) in found {
            if self.new_of[i].is_none() && self.old_of[j].is_none() {
                self.pair(i, j);
            }
        }
    }

    fn likeness(&self, i: usize, j: usize) -> usize {
        let (old, new) = (self.old[i].kind, self.new[j].kind);
        if is_words(old) != is_words(new) {
            return 0;
        }
        let likeness = self.old_bags[i].likeness(&self.new_bags[j]);
        let penalty = if rank(old) == rank(new) {
            0
        } else {
            OTHER_KIND
        };
        likeness.saturating_sub(penalty)
    }

    /// Of joined paragraphs the longest is the likest, but the first gives the anchor.
    fn joined_ones(&mut self) {
        for j in 0..self.new.len() {
            while let Some(before) = self.old_of[j].and_then(|i| i.checked_sub(1)) {
                let is_joined = self.new_of[before].is_none()
                    && is_words(self.old[before].kind)
                    && self.old_bags[before].within(&self.new_bags[j]) >= PART;
                if !is_joined {
                    break;
                }
                self.new_of[before + 1] = None;
                self.pair(before, j);
            }
        }
    }

    /// Of a split paragraph the longest part is the likest, but the first keeps the anchor.
    fn split_ones(&mut self) {
        for i in 0..self.old.len() {
            while let Some(before) = self.new_of[i].and_then(|j| j.checked_sub(1)) {
                let is_split_off = self.old_of[before].is_none()
                    && is_words(self.new[before].kind)
                    && self.new_bags[before].within(&self.old_bags[i]) >= PART;
                if !is_split_off {
                    break;
                }
                self.old_of[before + 1] = None;
                self.pair(i, before);
            }
        }
    }

    /// A block that nothing is like, alone between neighbours that are recognised, is the one that stood
    /// there.
    fn ones_in_the_same_place(&mut self) {
        for j in 0..self.new.len() {
            if self.old_of[j].is_some() {
                continue;
            }
            let i = match j.checked_sub(1) {
                None => Some(0),
                Some(before) => self.old_of[before].map(|it| it + 1),
            };
            let Some(i) = i.filter(|&i| i < self.old.len() && self.new_of[i].is_none()) else {
                continue;
            };
            let next_new = self.new.get(j + 1).map(|_| self.old_of[j + 1]);
            let is_alone = match next_new {
                None => i + 1 == self.old.len(),
                Some(next_old) => next_old == Some(i + 1),
            };
            if is_alone && rank(self.old[i].kind) == rank(self.new[j].kind) {
                self.pair(i, j);
            }
        }
    }
}

/// Kinds that are the same but for a level or number.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Heading(_) => 0,
        Kind::Paragraph => 1,
        Kind::Item(_) => 2,
        Kind::Quote => 3,
        Kind::Code => 4,
        Kind::HeaderRow | Kind::Row => 5,
        Kind::Rule => 6,
    }
}

/// Whether the block is words, and not a row of cells or lines of code.
pub(crate) fn is_words(kind: Kind) -> bool {
    !matches!(kind, Kind::Code | Kind::HeaderRow | Kind::Row | Kind::Rule)
}
