//! How many groups, and which.

use super::grid;
use super::k_means::{Centres, best_of, nearest, settle};
use super::matching::matched;
use super::spread::silhouettes;
use crate::first_k::Weighted;
use crate::map::Silhouette;
use crate::matrix::Matrix;
use crate::model::{Groups, Model};
use crate::points::{Point, distance, squared_distance};
use crate::previous::Previous;
use crate::settings::Settings;

const MOST_GROUPS: usize = 5;
/// Squares along each side of the grid, for centres and for silhouettes.
const FINE: usize = 64;
const COARSE: usize = 24;
const STARTS: u64 = 10;
/// Another number of groups must fit so much better than the one that is shown to count as best.
const MARGIN: f64 = 0.01;
/// Cold centres replace warm ones only if they are so much nearer to people.
const GAIN: f64 = 0.97;

/// Groups of the people who are in the conversation. Those who answer everything alike are
/// grouped with the others, but have no say in where the groups are.
pub(crate) fn choose(
    matrix: &Matrix,
    model: &Model,
    (in_conversation, straight_lining): (Vec<bool>, Vec<bool>),
    settings: &Settings,
    previous: &Previous,
) -> Groups {
    let placed = |row: &usize| in_conversation[*row] && model.people[*row].is_some();
    let rows: Vec<usize> = (0..matrix.rows()).filter(placed).collect();
    let founding = rows.iter().filter(|&&row| !straight_lining[row]);
    let points: Vec<Point> = founding.filter_map(|&row| model.people[row]).collect();
    let before = previous.labels(matrix);
    let warm = warm(model, &before, previous.groups());
    let candidates = Candidates::of(&points, settings, warm);
    let mut groups = Groups {
        in_conversation,
        straight_lining,
        labels: vec![None; matrix.rows()],
        silhouettes: candidates.silhouettes(),
        ..Groups::default()
    };
    let Some(best) = candidates.best(previous) else {
        return groups;
    };
    groups.steadiness = previous.steadied(best, |k| candidates.at(k).is_some());
    let shown = settings.groups.unwrap_or(groups.steadiness.shown);
    let chosen = candidates.at(shown).or_else(|| candidates.at(best));
    let centres = chosen.map_or_else(Vec::new, |it| it.centres.at.clone());
    groups.count = centres.len();
    for &row in &rows {
        groups.labels[row] = model.people[row].map(|point| nearest(&centres, point).0);
    }
    let ids = ids(&groups, &before, previous.groups());
    let mut centre_of = vec![[0.0; 2]; centres.len()];
    for (&id, &centre) in ids.iter().zip(&centres) {
        centre_of[id] = centre;
    }
    let stays = |&row: &usize| stay(model, row, before[row], &centre_of);
    let nearest = |&row: &usize| model.people[row].map(|point| nearest(&centre_of, point).0);
    let labels: Vec<_> = rows.iter().map(stays).collect();
    let small = |group: usize| members(&labels, group) < settings.min_group;
    let all_nearest = (0..groups.count).any(small);
    for (row, label) in rows.iter().zip(labels) {
        groups.labels[*row] = if all_nearest { nearest(row) } else { label };
    }
    groups
}

/// The nearest group; but whoever was in another one stays there until they are past the middle
/// between the two by more than it is certain where they stand.
fn stay(model: &Model, row: usize, before: Option<usize>, centres: &[Point]) -> Option<usize> {
    let point = model.people[row]?;
    let (new, far) = nearest(centres, point);
    let Some(old) = before.filter(|&old| old < centres.len() && old != new) else {
        return Some(new);
    };
    let apart = distance(centres[old], centres[new]);
    let past = (squared_distance(point, centres[old]) - far) / (2.0 * apart);
    let [x, y] = model.uncertainty[row].unwrap_or_default();
    let along = [0, 1].map(|axis| (centres[new][axis] - centres[old][axis]) / apart);
    let unsure = (x * x * along[0] * along[0] + y * y * along[1] * along[1]).sqrt();
    Some(if past > unsure { new } else { old })
}

/// The centres of the groups before, where their members stand now.
fn warm(model: &Model, before: &[Option<usize>], groups: usize) -> Option<Vec<Point>> {
    let mut sums = vec![([0.0; 2], 0.0); groups];
    for (group, point) in before.iter().zip(&model.people) {
        if let (Some(group), Some(point)) = (*group, point) {
            let (sum, count) = &mut sums[group];
            sum[0] += point[0];
            sum[1] += point[1];
            *count += 1.0;
        }
    }
    let mean = |(sum, count): &([f64; 2], f64)| (*count > 0.0).then(|| sum.map(|it| it / count));
    sums.iter().map(mean).collect()
}

/// Groups keep their ids as far as their members are the same; the first time, the largest is 0.
fn ids(groups: &Groups, before: &[Option<usize>], known: usize) -> Vec<usize> {
    let mut common = vec![vec![0; groups.count]; known];
    let mut sizes = vec![0_usize; groups.count];
    for (row, label) in groups.labels.iter().enumerate() {
        let Some(label) = *label else { continue };
        sizes[label] += 1;
        if let Some(before) = before[row] {
            common[before][label] += 1;
        }
    }
    if !common.is_empty() {
        return matched(&common, groups.count);
    }
    let mut order: Vec<usize> = (0..groups.count).collect();
    order.sort_by_key(|&label| std::cmp::Reverse(sizes[label]));
    let mut ids = vec![0; groups.count];
    order
        .iter()
        .enumerate()
        .for_each(|(id, &label)| ids[label] = id);
    ids
}

/// Every number of groups that can be shown.
struct Candidates(Vec<Candidate>);

struct Candidate {
    centres: Centres,
    fit: f64,
}

impl Candidates {
    fn of(points: &[Point], settings: &Settings, warm: Option<Vec<Point>>) -> Self {
        let (heaps, coarse) = (grid::heaps(points, FINE), grid::heaps(points, COARSE));
        let wanted = MOST_GROUPS.max(settings.groups.unwrap_or(0));
        let tried = (2..=wanted.min(coarse.len())).filter_map(|k| {
            let warm = warm.clone().filter(|centres| centres.len() == k);
            let cold = settle(&heaps, best_of(&coarse, k, STARTS).at);
            centres(&heaps, cold, warm, settings.min_group as f64)
        });
        let centres: Vec<Centres> = tried.collect();
        let clusterings: Vec<Vec<Point>> = centres.iter().map(|it| it.at.clone()).collect();
        let fits = silhouettes(&coarse, &clusterings);
        let all = centres.into_iter().zip(fits);
        Self(
            all.map(|(centres, fit)| Candidate { centres, fit })
                .collect(),
        )
    }

    fn at(&self, k: usize) -> Option<&Candidate> {
        self.0.iter().find(|it| it.centres.at.len() == k)
    }

    fn silhouettes(&self) -> Vec<Silhouette> {
        let of = |it: &Candidate| Silhouette {
            k: it.centres.at.len(),
            value: it.fit,
        };
        self.0.iter().map(of).collect()
    }

    /// The number that fits best; the one that is shown, if the best is hardly better.
    fn best(&self, previous: &Previous) -> Option<usize> {
        let within = |it: &&Candidate| it.centres.at.len() <= MOST_GROUPS;
        let candidates = self.0.iter().filter(within).rev();
        let best = candidates.max_by(|a, b| a.fit.total_cmp(&b.fit))?;
        match self.at(previous.groups()) {
            Some(shown) if best.fit <= shown.fit + MARGIN => Some(previous.groups()),
            _ => Some(best.centres.at.len()),
        }
    }
}

/// Warm centres of large enough groups, unless cold ones are clearly better; `None` if neither
/// makes groups of at least so many people.
fn centres(
    heaps: &[Weighted],
    cold: Centres,
    warm: Option<Vec<Point>>,
    least: f64,
) -> Option<Centres> {
    let large = |it: &Centres| smallest(heaps, &it.at) >= least;
    let warm = warm.map(|centres| settle(heaps, centres)).filter(large);
    let cold = Some(cold).filter(large);
    match (warm, cold) {
        (Some(warm), Some(cold)) if cold.inertia < GAIN * warm.inertia => Some(cold),
        (Some(warm), _) => Some(warm),
        (None, cold) => cold,
    }
}

fn members(labels: &[Option<usize>], group: usize) -> usize {
    labels.iter().filter(|&&label| label == Some(group)).count()
}

/// People in the smallest group.
fn smallest(heaps: &[Weighted], centres: &[Point]) -> f64 {
    let mut sizes = vec![0.0; centres.len()];
    for &(point, weight) in heaps {
        sizes[nearest(centres, point).0] += weight;
    }
    sizes.into_iter().fold(f64::INFINITY, f64::min)
}
