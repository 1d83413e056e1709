//! Many people as a few heaps: those who stand in one small square are one point with a weight.
//! The order of the heaps is that of the squares, whoever stands there.

use crate::first_k::Weighted;
use crate::points::Point;

/// Squares outside this many standard deviations are one with the outermost.
const REACH: f64 = 4.0;

/// The heaps of `points` on a grid of `side` × `side` squares.
pub(crate) fn heaps(points: &[Point], side: usize) -> Vec<Weighted> {
    let ranges = [0, 1].map(|axis| range(points, axis));
    let mut squares = vec![([0.0; 2], 0.0); side * side];
    for point in points {
        let [x, y] = [0, 1].map(|axis| square(point[axis], ranges[axis], side));
        let (sum, count) = &mut squares[x * side + y];
        sum[0] += point[0];
        sum[1] += point[1];
        *count += 1.0;
    }
    squares.retain(|&(_, count)| count > 0.0);
    squares
        .into_iter()
        .map(|(sum, count)| ([sum[0] / count, sum[1] / count], count))
        .collect()
}

/// Mean and reach along one axis.
fn range(points: &[Point], axis: usize) -> (f64, f64) {
    let count = points.len().max(1) as f64;
    let mean = points.iter().map(|it| it[axis]).sum::<f64>() / count;
    let squares = points
        .iter()
        .map(|it| (it[axis] - mean) * (it[axis] - mean));
    (mean, REACH * (squares.sum::<f64>() / count).sqrt())
}

fn square(value: f64, (mean, reach): (f64, f64), side: usize) -> usize {
    if reach <= 0.0 {
        return 0;
    }
    let along = ((value - mean) / reach + 1.0) / 2.0 * side as f64;
    along.clamp(0.0, side as f64 - 1.0) as usize
}
