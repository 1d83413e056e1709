//! The assignment problem, solved exactly: each row gets a column of its own, at the least cost.

/// The column of each row. `cost` has one row for each row and at least as many columns.
///
/// Shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957; the form with one
/// Dijkstra for each row), cubic in the number of columns.
pub(crate) fn assign(cost: &[Vec<i64>]) -> Vec<usize> {
    const FAR: i64 = i64::MAX / 4;
    let rows = cost.len();
    let columns = cost.first().map_or(0, Vec::len);
    debug_assert!(rows <= columns, "every row needs a column");
    // Rows and columns count from 1; column 0 stands for the row that is being placed.
    let mut row_price = vec![0; rows + 1];
    let mut column_price = vec![0; columns + 1];
    let mut row_of = vec![0; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut last = 0;
        let mut distance = vec![FAR; columns + 1];
        let mut previous = vec![0; columns + 1];
        let mut done = vec![false; columns + 1];
        while row_of[last] != 0 {
            done[last] = true;
            let current = row_of[last];
            let (mut nearest, mut next) = (FAR, 0);
            for column in 1..=columns {
                if done[column] {
                    continue;
                }
                let reduced =
                    cost[current - 1][column - 1] - row_price[current] - column_price[column];
                if reduced < distance[column] {
                    distance[column] = reduced;
                    previous[column] = last;
                }
                if distance[column] < nearest {
                    nearest = distance[column];
                    next = column;
                }
            }
            for column in 0..=columns {
                match done[column] {
                    true => {
                        row_price[row_of[column]] += nearest;
                        column_price[column] -= nearest;
                    }
                    false => distance[column] -= nearest,
                }
            }
            last = next;
        }
        while last != 0 {
            row_of[last] = row_of[previous[last]];
            last = previous[last];
        }
    }
    let mut column_of = vec![0; rows];
    for column in 1..=columns {
        if row_of[column] != 0 {
            column_of[row_of[column] - 1] = column - 1;
        }
    }
    column_of
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cheapest(cost: &[Vec<i64>], row: usize, taken: &mut Vec<usize>) -> i64 {
        if row == cost.len() {
            return 0;
        }
        let mut best = i64::MAX;
        for column in 0..cost[row].len() {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.min(cost[row][column] + cheapest(cost, row + 1, taken));
                taken.pop();
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_other_assignment_is_cheaper(
            cost in proptest::collection::vec(proptest::collection::vec(-20_i64..50, 5), 0..5)
        ) {
            let columns = assign(&cost);
            let total: i64 = columns.iter().enumerate().map(|(row, &at)| cost[row][at]).sum();
            let mut distinct = columns.clone();
            distinct.sort_unstable();
            distinct.dedup();
            prop_assert_eq!(distinct.len(), cost.len());
            prop_assert_eq!(total, cheapest(&cost, 0, &mut Vec::new()));
        }
    }
}
