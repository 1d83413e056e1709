//! How alike two groupings are.

/// Adjusted Rand index of two labellings: 1 if they agree up to names, about 0 by chance.
pub fn adjusted_rand(a: &[usize], b: &[usize]) -> f64 {
    let pairs = |count: f64| count * (count - 1.0) / 2.0;
    let size = |labels: &[usize]| labels.iter().max().map_or(0, |most| most + 1);
    let (rows, columns) = (size(a), size(b));
    let mut table = vec![vec![0.0; columns]; rows];
    for (&a, &b) in a.iter().zip(b) {
        table[a][b] += 1.0;
    }
    let both: f64 = table.iter().flatten().map(|&n| pairs(n)).sum();
    let by_row: f64 = table.iter().map(|row| pairs(row.iter().sum())).sum();
    let by_column: f64 = (0..columns)
        .map(|column| pairs(table.iter().map(|row| row[column]).sum()))
        .sum();
    let expected = by_row * by_column / pairs(a.len() as f64).max(1.0);
    let most = f64::midpoint(by_row, by_column);
    if most == expected {
        1.0
    } else {
        (both - expected) / (most - expected)
    }
}
