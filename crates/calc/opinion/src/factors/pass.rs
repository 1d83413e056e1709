//! One pass over the votes: every person from their statements, and what each adds to those.
//!
//! Here all the time goes, so it is done in single precision, in rows of twelve numbers that a
//! processor adds four or more at a time. Sums of parts are added up in double precision.

use super::Factors;
use super::person::Telling;
use super::statement::{Sums, share_of};
use crate::map::Tally;
use crate::matrix::{Matrix, tallies_of};
use crate::parts::in_parts;

/// Whose votes are asked: those of the rows that count.
pub(crate) struct Asked<'a> {
    pub(crate) matrix: &'a Matrix,
    pub(crate) counts: &'a [bool],
    pub(crate) threads: usize,
}

/// What one pass gathers.
pub(crate) struct Gathered {
    /// By cell: sums over persons.
    pub(crate) sums: Vec<Sums>,
    /// Over all persons; and how many they are.
    pub(crate) all: Sums,
    pub(crate) people: f64,
}

/// A row of [`Sums`] as processors like it.
type Wide = [f32; 12];

impl Asked<'_> {
    fn rows(&self, part: std::ops::Range<usize>) -> impl Iterator<Item = usize> + '_ {
        part.filter(|&row| self.counts[row])
    }

    /// Their votes on each statement; none on those that are out.
    pub(crate) fn tallies(&self) -> Vec<Tally> {
        let mut counts = vec![0; self.matrix.columns() * 4];
        for row in self.rows(0..self.matrix.rows()) {
            let cells = self.matrix.row(row).iter();
            cells.for_each(|cell| counts[cell as usize] += 1);
        }
        let tallies = tallies_of(&counts).into_iter().zip(&self.matrix.out);
        tallies
            .map(|(it, &out)| if out { Tally::default() } else { it })
            .collect()
    }

    /// What they say about the statements, if those are as the factors have them.
    pub(crate) fn gather(&self, factors: &Factors) -> Gathered {
        let telling = Telling::of(factors, &self.matrix.out);
        let columns = self.matrix.columns();
        let mut gathered = Gathered {
            sums: vec![[0.0; 9]; columns * 4],
            all: [0.0; 9],
            people: 0.0,
        };
        in_parts(
            self.threads,
            self.matrix.rows(),
            |part| self.part(part, &telling),
            |part| gathered.add(&part),
        );
        gathered
    }

    fn part(&self, part: std::ops::Range<usize>, telling: &Telling) -> Part {
        let mut sums = vec![[0.0; 12]; self.matrix.columns() * 4];
        let (mut all, mut people) = ([0.0; 9], 0.0);
        for row in self.rows(part) {
            let cells = self.matrix.row(row);
            let Some(person) = telling.person(cells) else {
                continue;
            };
            let share = share_of(&person);
            let wide = wide(&share);
            let to_each = |cell| add(&mut sums[cell as usize], &wide);
            cells.iter().for_each(to_each);
            all.iter_mut().zip(share).for_each(|(to, from)| *to += from);
            people += 1.0;
        }
        Part { sums, all, people }
    }
}

struct Part {
    sums: Vec<Wide>,
    all: Sums,
    people: f64,
}

impl Gathered {
    fn add(&mut self, part: &Part) {
        for (to, from) in self.sums.iter_mut().zip(&part.sums) {
            to.iter_mut()
                .zip(from)
                .for_each(|(to, from)| *to += f64::from(*from));
        }
        self.all
            .iter_mut()
            .zip(part.all)
            .for_each(|(to, from)| *to += from);
        self.people += part.people;
    }
}

/// Nine numbers as twelve.
pub(crate) fn wide(sums: &Sums) -> Wide {
    let mut wide = [0.0; 12];
    wide.iter_mut()
        .zip(sums)
        .for_each(|(to, from)| *to = *from as f32);
    wide
}

/// Adds twelve numbers.
#[inline]
pub(crate) fn add(to: &mut Wide, from: &Wide) {
    for at in 0..12 {
        to[at] += from[at];
    }
}
