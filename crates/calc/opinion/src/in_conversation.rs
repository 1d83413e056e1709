//! Who voted enough to be grouped.

use crate::matrix::Matrix;

/// If fewer people qualify, those with the most votes are added until there are so many.
const AT_LEAST: usize = 15;

/// For each row whether it is in the conversation. Those who `were` in stay in.
pub(crate) fn in_conversation(matrix: &Matrix, min_votes: u32, were: &[bool]) -> Vec<bool> {
    let enough = (min_votes as usize).min(matrix.columns());
    let mut is_in: Vec<bool> = (0..matrix.rows())
        .map(|row| matrix.row(row).len() >= enough || were[row])
        .collect();
    let missing = AT_LEAST.saturating_sub(is_in.iter().filter(|&&is| is).count());
    let mut others: Vec<usize> = (0..is_in.len()).filter(|&row| !is_in[row]).collect();
    if missing > 0 {
        others.sort_by_key(|&row| std::cmp::Reverse(matrix.row(row).len()));
        for &row in others.iter().take(missing) {
            is_in[row] = true;
        }
    }
    is_in
}
