//! The matrix of votes, centred by each statement's mean.
//!
//! Polis puts the statement's mean where there is no vote and then subtracts it: what is missing
//! is exactly 0. So the centred matrix is as sparse as the votes are. Columns that are out are
//! 0 as a whole. Cells are places in tables with four entries a column, one for each vote, which
//! makes both products sums without a multiplication.

use crate::map::Tally;
use crate::matrix::Matrix;

pub(crate) struct Centred<'a> {
    pub(crate) matrix: &'a Matrix,
    pub(crate) means: Vec<f64>,
    /// What each cell is worth: the vote's sign less the mean, 0 in columns that are out.
    worth: Vec<f64>,
}

impl<'a> Centred<'a> {
    pub(crate) fn of(matrix: &'a Matrix, tallies: &[Tally]) -> Self {
        let means: Vec<f64> = tallies.iter().zip(&matrix.out).map(mean).collect();
        let mut worth = vec![0.0; means.len() * 4];
        for (column, mean) in means.iter().enumerate().filter(|&(c, _)| !matrix.out[c]) {
            for (code, sign) in [-1.0, 0.0, 1.0].into_iter().enumerate() {
                worth[column * 4 + code] = sign - mean;
            }
        }
        Self {
            matrix,
            means,
            worth,
        }
    }

    /// What each cell adds to the product of its row with `vector`.
    pub(crate) fn table(&self, vector: &[f64]) -> Vec<f64> {
        self.worth
            .iter()
            .enumerate()
            .map(|(cell, worth)| worth * vector[cell / 4])
            .collect()
    }

    /// Y′Y · `vector`.
    pub(crate) fn gram(&self, vector: &[f64]) -> Vec<f64> {
        let table = self.table(vector);
        let mut sums = vec![0.0; table.len()];
        for row in 0..self.matrix.rows() {
            let cells = self.matrix.row(row);
            let product: f64 = cells.iter().map(|cell| table[cell as usize]).sum();
            let to_each = |cell| sums[cell as usize] += product;
            cells.iter().for_each(to_each);
        }
        self.fold(&sums)
    }

    /// Sums by cell, weighted by what the cells are worth, as sums by column.
    fn fold(&self, sums: &[f64]) -> Vec<f64> {
        sums.chunks_exact(4)
            .zip(self.worth.chunks_exact(4))
            .map(|(sum, worth)| sum[0] * worth[0] + sum[1] * worth[1] + sum[2] * worth[2])
            .collect()
    }

    /// The sum of all squares: the whole variance, times rows less one.
    pub(crate) fn squares(&self, tallies: &[Tally]) -> f64 {
        let square = |cell: usize| self.worth[cell] * self.worth[cell];
        let of = |(column, votes): (usize, &Tally)| {
            let passes = votes.seen - votes.agrees - votes.disagrees;
            f64::from(votes.disagrees) * square(column * 4)
                + f64::from(passes) * square(column * 4 + 1)
                + f64::from(votes.agrees) * square(column * 4 + 2)
        };
        tallies.iter().enumerate().map(of).sum()
    }
}

fn mean((votes, &out): (&Tally, &bool)) -> f64 {
    if out || votes.seen == 0 {
        return 0.0;
    }
    (f64::from(votes.agrees) - f64::from(votes.disagrees)) / f64::from(votes.seen)
}
