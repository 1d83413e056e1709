//! Silhouettes of several clusterings of the same heaps, with each distance taken once.

use super::k_means::nearest;
use crate::first_k::Weighted;
use crate::points::{Point, distance};
use crate::silhouette::coefficient;

/// The mean silhouette over people for each set of centres.
pub(crate) fn silhouettes(heaps: &[Weighted], clusterings: &[Vec<Point>]) -> Vec<f64> {
    let labels: Vec<Vec<usize>> = (clusterings.iter())
        .map(|centres| {
            heaps
                .iter()
                .map(|&(at, _)| nearest(centres, at).0)
                .collect()
        })
        .collect();
    let sizes: Vec<Vec<f64>> = (clusterings.iter().zip(&labels))
        .map(|(centres, labels)| sizes(heaps, labels, centres.len()))
        .collect();
    let mut sums: Vec<Vec<f64>> = sizes.iter().map(|sizes| vec![0.0; sizes.len()]).collect();
    let mut totals = vec![0.0; clusterings.len()];
    for (own, &(point, weight)) in heaps.iter().enumerate() {
        sums.iter_mut().for_each(|sums| sums.fill(0.0));
        for (other, &(at, people)) in heaps.iter().enumerate() {
            let far = people * distance(point, at);
            for (sums, labels) in sums.iter_mut().zip(&labels) {
                sums[labels[other]] += far;
            }
        }
        for (which, total) in totals.iter_mut().enumerate() {
            *total += weight * coefficient(&sums[which], &sizes[which], labels[which][own]);
        }
    }
    let people: f64 = heaps.iter().map(|it| it.1).sum();
    totals.iter().map(|total| total / people.max(1.0)).collect()
}

fn sizes(heaps: &[Weighted], labels: &[usize], clusters: usize) -> Vec<f64> {
    let mut sizes = vec![0.0; clusters];
    for (&(_, weight), &label) in heaps.iter().zip(labels) {
        sizes[label] += weight;
    }
    sizes
}
