//! Eigenvalues of a symmetric tridiagonal matrix (implicit QL).

/// Eigenvalues in descending order, and beside each what the rows of `carried` become in that
/// eigenvector's coordinates: carry the identity for whole vectors, one row for one entry of each.
pub(crate) fn eigen(
    diagonal: &[f64],
    beside: &[f64],
    mut carried: Vec<Vec<f64>>,
) -> Vec<(f64, Vec<f64>)> {
    let size = diagonal.len();
    let mut d = diagonal.to_vec();
    let mut e = beside[..size.saturating_sub(1)].to_vec();
    e.push(0.0);
    for low in 0..size {
        for _ in 0..60 {
            let Some(high) = block_end(&d, &e, low) else {
                break;
            };
            sweep(&mut d, &mut e, &mut carried, low, high);
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&a, &b| d[b].total_cmp(&d[a]));
    order
        .into_iter()
        .map(|at| (d[at], carried.iter().map(|row| row[at]).collect()))
        .collect()
}

/// The end of the block that starts at `low`, if it has more than one row.
fn block_end(d: &[f64], e: &[f64], low: usize) -> Option<usize> {
    let mut high = low;
    while high + 1 < d.len() {
        let scale = d[high].abs() + d[high + 1].abs();
        if e[high].abs() <= f64::EPSILON * scale {
            break;
        }
        high += 1;
    }
    (high > low).then_some(high)
}

/// One implicit step with Wilkinson's shift.
fn sweep(d: &mut [f64], e: &mut [f64], carried: &mut [Vec<f64>], low: usize, high: usize) {
    let half = (d[low + 1] - d[low]) / (2.0 * e[low]);
    let root = (half * half + 1.0).sqrt();
    let mut g = d[high] - d[low] + e[low] / (half + root.copysign(half));
    let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
    for i in (low..high).rev() {
        let f = s * e[i];
        let b = c * e[i];
        let r = (f * f + g * g).sqrt();
        e[i + 1] = r;
        if r == 0.0 {
            d[i + 1] -= p;
            e[high] = 0.0;
            return;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1] - p;
        let t = (d[i] - g) * s + 2.0 * c * b;
        p = s * t;
        d[i + 1] = g + p;
        g = c * t - b;
        for row in carried.iter_mut() {
            (row[i], row[i + 1]) = (c * row[i] - s * row[i + 1], s * row[i] + c * row[i + 1]);
        }
    }
    d[low] -= p;
    e[low] = g;
    e[high] = 0.0;
}
