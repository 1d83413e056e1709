//! What keeps its order when a list is rearranged, and what therefore has moved.

/// The heaviest selection of a list whose values rise, as positions.
///
/// Of equally heavy ones the selection that ends earliest. Quadratic: lists here are blocks of a text.
pub(crate) fn heaviest_rising(values: &[usize], weights: &[usize]) -> Vec<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(values.len());
    for at in 0..values.len() {
        let mut longest = (weights[at], None);
        for earlier in 0..at {
            let sum = best[earlier].0 + weights[at];
            if values[earlier] < values[at] && sum > longest.0 {
                longest = (sum, Some(earlier));
            }
        }
        best.push(longest);
    }
    let mut last = None;
    for (at, (sum, _)) in best.iter().enumerate() {
        if last.is_none_or(|last: usize| *sum > best[last].0) {
            last = Some(at);
        }
    }
    let mut chosen = Vec::new();
    while let Some(at) = last {
        chosen.push(at);
        last = best[at].1;
    }
    chosen.reverse();
    chosen
}

/// The longest selection of a list whose values rise, as positions: for lists too long for
/// [`heaviest_rising`], by patience sorting.
pub(crate) fn longest_rising(values: &[usize]) -> Vec<usize> {
    // Of the selections of each length, the last position of the one that ends lowest.
    let mut ends: Vec<usize> = Vec::new();
    let mut earlier: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let length = ends.partition_point(|&end| values[end] < *value);
        earlier.push(length.checked_sub(1).map(|it| ends[it]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chosen = Vec::new();
    let mut last = ends.last().copied();
    while let Some(at) = last {
        chosen.push(at);
        last = earlier[at];
    }
    chosen.reverse();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_one_stays_and_the_short_ones_move() {
        assert_eq!(heaviest_rising(&[2, 0, 1], &[9, 1, 1]), [0]);
        assert_eq!(heaviest_rising(&[2, 0, 1], &[1, 1, 1]), [1, 2]);
        assert_eq!(longest_rising(&[2, 0, 1, 4, 3]), [1, 2, 4]);
    }
}
