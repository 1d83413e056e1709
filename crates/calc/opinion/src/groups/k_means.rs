//! Weighted k-means, with starts that are spread out (k-means++) and follow from the data alone.

use crate::chance::unit;
use crate::first_k::Weighted;
use crate::points::{Point, squared_distance};

const STEPS: usize = 100;

/// Centres, and the weighted squared distance to them.
#[derive(Debug, Clone)]
pub(crate) struct Centres {
    pub(crate) at: Vec<Point>,
    pub(crate) inertia: f64,
}

/// The best of several spread-out starts.
pub(crate) fn best_of(points: &[Weighted], k: usize, starts: u64) -> Centres {
    let tries = (0..starts).map(|start| settle(points, spread_out(points, k, start)));
    tries
        .reduce(|best, next| {
            if next.inertia < best.inertia {
                next
            } else {
                best
            }
        })
        .unwrap_or(Centres {
            at: Vec::new(),
            inertia: 0.0,
        })
}

/// Moves centres to the means of what is nearest to them until nothing changes. A centre that
/// nothing is nearest to stays.
pub(crate) fn settle(points: &[Weighted], mut centres: Vec<Point>) -> Centres {
    let mut inertia = f64::INFINITY;
    for _ in 0..STEPS {
        let mut sums = vec![([0.0; 2], 0.0); centres.len()];
        let mut total = 0.0;
        for &(point, weight) in points {
            let (label, far) = nearest(&centres, point);
            let (sum, weights) = &mut sums[label];
            sum[0] += weight * point[0];
            sum[1] += weight * point[1];
            *weights += weight;
            total += weight * far;
        }
        if total >= inertia {
            break;
        }
        inertia = total;
        for (centre, (sum, weights)) in centres.iter_mut().zip(sums) {
            if weights > 0.0 {
                *centre = [sum[0] / weights, sum[1] / weights];
            }
        }
    }
    Centres {
        at: centres,
        inertia,
    }
}

/// The nearest centre (of equally near ones the first), and its squared distance.
pub(crate) fn nearest(centres: &[Point], point: Point) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (at, &centre) in centres.iter().enumerate() {
        let far = squared_distance(point, centre);
        if far < best.1 {
            best = (at, far);
        }
    }
    best
}

/// Points drawn one after another, with weights by how far they are from those drawn before.
fn spread_out(points: &[Weighted], k: usize, start: u64) -> Vec<Point> {
    let mut centres = Vec::with_capacity(k);
    let mut far: Vec<f64> = points.iter().map(|&(_, weight)| weight).collect();
    for step in 0..k as u64 {
        let Some(drawn) = draw(&far, unit(start, step)) else {
            break;
        };
        let centre = points[drawn].0;
        for (far, &(point, weight)) in far.iter_mut().zip(points) {
            let now = weight * squared_distance(point, centre);
            *far = if step == 0 { now } else { far.min(now) };
        }
        centres.push(centre);
    }
    centres
}

fn draw(weights: &[f64], at: f64) -> Option<usize> {
    let mut left = at * weights.iter().sum::<f64>();
    let mut last = None;
    for (place, &weight) in weights.iter().enumerate().filter(|it| *it.1 > 0.0) {
        last = Some(place);
        left -= weight;
        if left < 0.0 {
            break;
        }
    }
    last
}
