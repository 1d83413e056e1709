//! Both texts side by side: which blocks kept their order, which of them were split or joined, and what
//! stands between them.

use std::ops::Range;

use super::{Entry, Head, words};
use crate::document::{Anchor, Block, Document};
use crate::likeness::Bag;
use crate::matching::{PART, is_words};
use crate::order::heaviest_rising;
use crate::piece::{Piece, pieces};

/// Blocks that were split or joined, by their anchors before and after.
pub(crate) fn split_or_joined(
    before: &Document,
    after: &Document,
) -> Vec<(Vec<Anchor>, Vec<Anchor>)> {
    let (old, new) = (before.blocks(), after.blocks());
    let anchors = |blocks: &[Block]| blocks.iter().map(|it| it.anchor).collect();
    let groups = Walk::new(old, new).groups().into_iter();
    groups
        .filter(|(i, j)| i.len() + j.len() > 2)
        .map(|(i, j)| (anchors(&old[i]), anchors(&new[j])))
        .collect()
}

/// Both texts, with the place of each block in the other one.
pub(super) struct Walk<'a> {
    before: &'a [Block],
    after: &'a [Block],
    /// For each block before, its place after.
    to: Vec<Option<usize>>,
    /// For each block after, its place before.
    from: Vec<Option<usize>>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(before: &'a [Block], after: &'a [Block]) -> Self {
        let mut places: Vec<(Anchor, usize)> = before
            .iter()
            .enumerate()
            .map(|(at, block)| (block.anchor, at))
            .collect();
        places.sort_unstable();
        let place = |anchor: Anchor| {
            let at = places.binary_search_by_key(&anchor, |it| it.0).ok()?;
            Some(places[at].1)
        };
        let from: Vec<Option<usize>> = after.iter().map(|block| place(block.anchor)).collect();
        let mut to = vec![None; before.len()];
        for (j, i) in from.iter().enumerate() {
            if let Some(i) = i {
                to[*i] = Some(j);
            }
        }
        Self {
            before,
            after,
            to,
            from,
        }
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        let (mut i, mut j) = (0, 0);
        for (old, new) in self.groups() {
            self.between(i..old.start, j..new.start, &mut entries);
            entries.push(changed(&self.before[old.clone()], &self.after[new.clone()]));
            (i, j) = (old.end, new.end);
        }
        self.between(i..self.before.len(), j..self.after.len(), &mut entries);
        entries
    }

    /// What stands between two groups: gone, moved, or new.
    fn between(&self, old: Range<usize>, new: Range<usize>, entries: &mut Vec<Entry>) {
        for i in old {
            let block = &self.before[i];
            entries.push(match self.to[i] {
                Some(_) => Entry::MovedAway(block.clone()),
                None => {
                    let text = block.content.text.clone();
                    Entry::Deleted(Head::of(block), vec![Piece::Deleted(text)])
                }
            });
        }
        for j in new {
            let block = &self.after[j];
            let text = &block.content.text;
            entries.push(match self.from[j] {
                Some(i) => Entry::MovedHere {
                    before: Head::of(&self.before[i]),
                    after: Head::of(block),
                    pieces: pieces(&self.before[i].content.text, text),
                },
                None => Entry::Inserted(Head::of(block), vec![Piece::Inserted(text.clone())]),
            });
        }
    }

    /// Blocks that kept their order, each with the new ones that were split off it and the gone ones that
    /// were joined to it.
    fn groups(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let common: Vec<(usize, usize)> = self
            .from
            .iter()
            .enumerate()
            .filter_map(|(j, i)| Some(((*i)?, j)))
            .collect();
        let olds: Vec<usize> = common.iter().map(|it| it.0).collect();
        let weights: Vec<usize> = common.iter().map(|it| self.weight(it.1)).collect();
        let steady = heaviest_rising(&olds, &weights);
        let steady: Vec<(usize, usize)> = steady.into_iter().map(|at| common[at]).collect();
        let mut groups: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        for (at, &(i, j)) in steady.iter().enumerate() {
            let floor = groups
                .last()
                .map_or((0, 0), |(old, new)| (old.end, new.end));
            let ceiling = steady
                .get(at + 1)
                .copied()
                .unwrap_or((self.before.len(), self.after.len()));
            groups.push(self.group((i, j), floor, ceiling));
        }
        groups
    }

    fn weight(&self, j: usize) -> usize {
        1 + self.after[j].content.text.letters().len()
    }

    fn group(
        &self,
        (i, j): (usize, usize),
        floor: (usize, usize),
        ceiling: (usize, usize),
    ) -> (Range<usize>, Range<usize>) {
        let (old, new) = (&self.before[i], &self.after[j]);
        if old.content.text == new.content.text || !is_words(old.content.kind) {
            return (i..i + 1, j..j + 1);
        }
        let (old_bag, new_bag) = (Bag::of(&old.content.text), Bag::of(&new.content.text));
        let is_part = |block: &Block, of: &Bag| {
            is_words(block.content.kind) && Bag::of(&block.content.text).within(of) >= PART
        };
        let split_off = |j: &usize| self.from[*j].is_none() && is_part(&self.after[*j], &old_bag);
        let joined = |i: &usize| self.to[*i].is_none() && is_part(&self.before[*i], &new_bag);
        let starts = i - (floor.0..i).rev().take_while(joined).count()
            ..i + 1 + (i + 1..ceiling.0).take_while(joined).count();
        let ends = j - (floor.1..j).rev().take_while(split_off).count()
            ..j + 1 + (j + 1..ceiling.1).take_while(split_off).count();
        (starts, ends)
    }
}

fn changed(before: &[Block], after: &[Block]) -> Entry {
    if let ([old], [new]) = (before, after)
        && old == new
    {
        return Entry::Kept(old.clone());
    }
    Entry::Changed {
        before: before.iter().map(Head::of).collect(),
        after: after.iter().map(Head::of).collect(),
        pieces: pieces(&words(before), &words(after)),
    }
}
