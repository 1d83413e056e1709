//! How well points fit their clusters.

use crate::points::{Point, distance};

/// Mean silhouette over the points, each counted once; a point alone in its cluster counts 0.
pub(crate) fn silhouette(points: &[Point], labels: &[usize], clusters: usize) -> f64 {
    let mut sizes = vec![0.0; clusters];
    for &label in labels {
        sizes[label] += 1.0;
    }
    let mut sums = vec![0.0; clusters];
    let of = |(&point, &label): (&Point, &usize)| {
        sums.fill(0.0);
        for (&other, &its) in points.iter().zip(labels) {
            sums[its] += distance(point, other);
        }
        coefficient(&sums, &sizes, label)
    };
    points.iter().zip(labels).map(of).sum::<f64>() / points.len().max(1) as f64
}

/// (b − a) / max(a, b), from sums of distances to each cluster's points.
pub(crate) fn coefficient(sums: &[f64], sizes: &[f64], own: usize) -> f64 {
    if sizes[own] <= 1.0 {
        return 0.0;
    }
    let within = sums[own] / (sizes[own] - 1.0);
    let nearest = (0..sums.len())
        .filter(|&other| other != own && sizes[other] > 0.0)
        .map(|other| sums[other] / sizes[other])
        .fold(f64::INFINITY, f64::min);
    let most = within.max(nearest);
    if most > 0.0 && most.is_finite() {
        (nearest - within) / most
    } else {
        0.0
    }
}
