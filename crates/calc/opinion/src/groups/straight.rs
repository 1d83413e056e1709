//! People who give one and the same answer to everything.

use crate::map::Tally;
use crate::matrix::Matrix;

/// Votes below which one answer throughout is no pattern.
const AT_LEAST: usize = 7;
/// How improbable the row must be if the person answered as others do: less than one in 10 000.
/// Whoever agrees with ten things that everybody agrees with is no straight-liner.
const SURPRISE: f64 = 9.210_340_371_976_184;

/// For each row whether it is such a person's.
pub(crate) fn straight_lining(matrix: &Matrix, tallies: &[Tally]) -> Vec<bool> {
    let mut surprise = vec![0.0; tallies.len() * 4];
    for (column, votes) in tallies.iter().enumerate() {
        let passes = votes.seen - votes.agrees - votes.disagrees;
        for (code, count) in [votes.disagrees, passes, votes.agrees]
            .into_iter()
            .enumerate()
        {
            let share = (f64::from(count) + 1.0) / (f64::from(votes.seen) + 3.0);
            surprise[column * 4 + code] = -libm::log(share);
        }
    }
    let is_straight = |row: usize| {
        let cells = matrix.row(row);
        let first = cells.iter().next().map_or(0, |cell| cell & 3);
        cells.len() >= AT_LEAST
            && cells.iter().all(|cell| cell & 3 == first)
            && cells
                .iter()
                .map(|cell| surprise[cell as usize])
                .sum::<f64>()
                > SURPRISE
    };
    (0..matrix.rows()).map(is_straight).collect()
}
