//! Groups as Polis finds them: first a hundred small clusters of people, then a few clusters of
//! those.

use crate::first_k::{Weighted, first_k};
use crate::map::Silhouette;
use crate::points::Point;
use crate::silhouette::silhouette;

const BASE_CLUSTERS: usize = 100;
const BASE_STEPS: usize = 101;
/// Polis means 100, but passes the option by a wrong name.
const GROUP_STEPS: usize = 21;
const MOST_GROUPS: usize = 5;

/// Every number of groups that is tried.
pub(crate) struct Levels {
    base: Vec<Weighted>,
    /// The base cluster of each point.
    labels: Vec<usize>,
    tried: Vec<Silhouette>,
}

/// Groups of points.
pub(crate) struct Grouping {
    pub(crate) count: usize,
    /// The group of each point.
    pub(crate) labels: Vec<usize>,
}

/// `None` if there are fewer than two distinct points.
pub(crate) fn two_level(points: &[Point]) -> Option<Levels> {
    let people: Vec<Weighted> = points.iter().map(|&point| (point, 1.0)).collect();
    let clusters = first_k(&people, BASE_CLUSTERS, BASE_STEPS);
    let mut base: Vec<Weighted> = clusters.centres.iter().map(|&at| (at, 0.0)).collect();
    for &label in &clusters.labels {
        base[label].1 += 1.0;
    }
    let most = MOST_GROUPS.min(2 + base.len() / 12).min(base.len());
    let tried: Vec<_> = (2..=most).map(|k| fit(&base, k)).collect();
    (!tried.is_empty()).then_some(Levels {
        base,
        labels: clusters.labels,
        tried,
    })
}

impl Levels {
    /// The number of groups with the largest silhouette; of equal ones the largest number.
    pub(crate) fn best(&self) -> usize {
        (self.tried.iter())
            .max_by(|a, b| a.value.total_cmp(&b.value))
            .map_or(2, |fit| fit.k)
    }

    pub(crate) fn has(&self, k: usize) -> bool {
        self.tried.iter().any(|fit| fit.k == k)
    }

    pub(crate) fn silhouettes(&self) -> Vec<Silhouette> {
        self.tried.clone()
    }

    /// The groups for one number of them, tried or not.
    pub(crate) fn groups(&self, k: usize) -> Grouping {
        let clusters = first_k(&self.base, k.clamp(1, self.base.len()), GROUP_STEPS);
        Grouping {
            count: clusters.centres.len(),
            labels: (self.labels.iter())
                .map(|&label| clusters.labels[label])
                .collect(),
        }
    }
}

fn fit(base: &[Weighted], k: usize) -> Silhouette {
    let clusters = first_k(base, k, GROUP_STEPS);
    let centres: Vec<Point> = base.iter().map(|&(centre, _)| centre).collect();
    let value = silhouette(&centres, &clusters.labels, clusters.centres.len());
    Silhouette { k, value }
}
