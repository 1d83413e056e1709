//! k-means as Polis does it: the first points are the first centres.

use crate::nearest::Nearest;
use crate::points::{Point, compare, distance};

/// A point and how many people stand there.
pub(crate) type Weighted = (Point, f64);

/// Centres have settled when none moved as far as this.
const SETTLED: f64 = 0.01;

/// Clusters of points.
pub(crate) struct Clusters {
    pub(crate) centres: Vec<Point>,
    /// For each point, its place in `centres`.
    pub(crate) labels: Vec<usize>,
}

/// At most `k` clusters, in the order of the points that they started from; weights count in
/// the centres only. Clusters that run empty are dropped.
pub(crate) fn first_k(points: &[Weighted], k: usize, steps: usize) -> Clusters {
    let mut centres = first_distinct(points, k);
    let mut labels = Vec::new();
    for _ in 0..steps {
        labels = nearest(points, &centres, &labels);
        let moved = means(points, &labels, centres.len());
        let kept: Vec<Point> = moved.iter().flatten().copied().collect();
        renumber(&mut labels, &moved);
        let settled = kept.len() == centres.len() && has_settled(&centres, &kept);
        centres = kept;
        if settled {
            break;
        }
    }
    Clusters { centres, labels }
}

fn first_distinct(points: &[Weighted], k: usize) -> Vec<Point> {
    let mut distinct: Vec<Point> = Vec::with_capacity(k);
    for &(point, _) in points {
        if distinct.len() == k {
            break;
        }
        if !distinct.contains(&point) {
            distinct.push(point);
        }
    }
    distinct
}

/// The nearest centre of each point; of equally near ones the last. `before` are the clusters of
/// the points so far: most stay where they are.
fn nearest(points: &[Weighted], centres: &[Point], before: &[usize]) -> Vec<usize> {
    let nearest = Nearest::of(centres);
    let guesses = before.iter().copied().chain(std::iter::repeat(0));
    let of = |(&(point, _), guess): (&Weighted, usize)| nearest.to(point, guess);
    points.iter().zip(guesses).map(of).collect()
}

/// The weighted mean of each cluster's points; none where there are no points.
fn means(points: &[Weighted], labels: &[usize], clusters: usize) -> Vec<Option<Point>> {
    let mut sums = vec![([0.0; 2], 0.0); clusters];
    for (&(point, weight), &label) in points.iter().zip(labels) {
        let (sum, weights) = &mut sums[label];
        sum[0] += weight * point[0];
        sum[1] += weight * point[1];
        *weights += weight;
    }
    let mean = |(sum, weights): ([f64; 2], f64)| {
        (weights > 0.0).then(|| [sum[0] / weights, sum[1] / weights])
    };
    sums.into_iter().map(mean).collect()
}

fn renumber(labels: &mut [usize], kept: &[Option<Point>]) {
    let mut next = 0;
    let places: Vec<usize> = kept
        .iter()
        .map(|centre| {
            next += usize::from(centre.is_some());
            next.saturating_sub(1)
        })
        .collect();
    labels.iter_mut().for_each(|label| *label = places[*label]);
}

/// Polis compares centres sorted by their coordinates, not by cluster.
fn has_settled(before: &[Point], after: &[Point]) -> bool {
    let sorted = |centres: &[Point]| {
        let mut centres = centres.to_vec();
        centres.sort_by(compare);
        centres
    };
    let (before, after) = (sorted(before), sorted(after));
    let moves = before.iter().zip(&after).map(|(&a, &b)| distance(a, b));
    moves.into_iter().all(|moved| moved < SETTLED)
}
