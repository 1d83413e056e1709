//! The two strongest eigenvectors of a symmetric, non-negative operator (Lanczos with full
//! reorthogonalisation). Polis iterates powers for a fixed number of rounds; this converges.

use crate::tridiagonal::eigen;

/// Steps after which what has been found is taken. Two dominant vectors need a few dozen.
const MOST_STEPS: usize = 300;
/// Relative size of the residual at which a pair counts as found: as exactly as numbers allow.
pub(crate) const EXACTLY: f64 = 1e-11;
/// The same, where a fit goes on from what was found.
pub(crate) const ROUGHLY: f64 = 1e-2;

/// A value and its unit vector.
pub(crate) type Pair = (f64, Vec<f64>);

/// Up to two eigenpairs, the strongest first, signs arbitrary. `active` says which coordinates
/// the operator knows; the others stay 0. `start` are vectors thought to be near.
pub(crate) fn strongest(
    active: &[bool],
    start: &[Vec<f64>],
    tolerance: f64,
    mut apply: impl FnMut(&[f64]) -> Vec<f64>,
) -> Vec<Pair> {
    let most = active.iter().filter(|&&is| is).count().min(MOST_STEPS);
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let (mut diagonal, mut beside) = (Vec::new(), Vec::new());
    let mut next = first(active, start);
    while basis.len() < most {
        let Some(unit) = fresh(next, &basis, active) else {
            break;
        };
        let mut image = apply(&unit);
        diagonal.push(dot(&unit, &image));
        basis.push(unit);
        orthogonalise(&mut image, &basis);
        let length = dot(&image, &image).sqrt();
        if basis.len().is_multiple_of(4) && found(&diagonal, &beside, length, tolerance) {
            break;
        }
        let exhausted = length <= EXACTLY * diagonal.iter().copied().fold(0.0, f64::max);
        beside.push(if exhausted { 0.0 } else { length });
        next = if exhausted {
            vec![0.0; image.len()]
        } else {
            image
        };
    }
    combine(&basis, &diagonal, &beside)
}

/// Where to start: the sum of what is thought to be near, or a vector without any pattern.
fn first(active: &[bool], start: &[Vec<f64>]) -> Vec<f64> {
    let mut sum = vec![0.0; active.len()];
    for vector in start {
        for (to, from) in sum.iter_mut().zip(vector) {
            *to += from;
        }
    }
    for (at, to) in sum.iter_mut().enumerate() {
        *to = if !active[at] {
            0.0
        } else if start.is_empty() {
            patternless(at, 0)
        } else {
            *to
        };
    }
    sum
}

/// The direction of `next`, or, if it has none, any that the basis does not have yet.
fn fresh(next: Vec<f64>, basis: &[Vec<f64>], active: &[bool]) -> Option<Vec<f64>> {
    let mut candidate = next;
    for attempt in 1..4 {
        let length = dot(&candidate, &candidate).sqrt();
        if length > 1e-150 {
            candidate.iter_mut().for_each(|value| *value /= length);
            orthogonalise(&mut candidate, basis);
            let left = dot(&candidate, &candidate).sqrt();
            if left > 1e-8 {
                candidate.iter_mut().for_each(|value| *value /= left);
                return Some(candidate);
            }
        }
        let salt = basis.len() * 4 + attempt;
        candidate = (0..active.len())
            .map(|at| {
                if active[at] {
                    patternless(at, salt)
                } else {
                    0.0
                }
            })
            .collect();
    }
    None
}

/// Whether the two strongest pairs have small residuals.
fn found(diagonal: &[f64], beside: &[f64], length: f64, tolerance: f64) -> bool {
    let mut last = vec![0.0; diagonal.len()];
    last[diagonal.len() - 1] = 1.0;
    let pairs = eigen(diagonal, beside, vec![last]);
    let small = tolerance * pairs[0].0.max(f64::MIN_POSITIVE);
    pairs
        .iter()
        .take(2)
        .all(|(_, end)| length * end[0].abs() <= small)
}

fn combine(basis: &[Vec<f64>], diagonal: &[f64], beside: &[f64]) -> Vec<Pair> {
    let size = basis.len();
    let unit = |at| (0..size).map(|i| f64::from(u8::from(i == at))).collect();
    let weave = |(value, weights): (f64, Vec<f64>)| {
        let mut sum = vec![0.0; basis[0].len()];
        for (weight, vector) in weights.iter().zip(basis) {
            add(&mut sum, *weight, vector);
        }
        (value.max(0.0), sum)
    };
    let pairs = eigen(diagonal, beside, (0..size).map(unit).collect());
    pairs.into_iter().take(2).map(weave).collect()
}

/// Twice, because once leaves what rounding put back.
fn orthogonalise(vector: &mut [f64], basis: &[Vec<f64>]) {
    for _ in 0..2 {
        for unit in basis {
            let along = dot(vector, unit);
            add(vector, -along, unit);
        }
    }
}

fn add(to: &mut [f64], weight: f64, vector: &[f64]) {
    for (to, from) in to.iter_mut().zip(vector) {
        *to += weight * from;
    }
}

pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// A number in [0.5, 1.5) that depends on its place alone.
fn patternless(at: usize, salt: usize) -> f64 {
    0.5 + crate::chance::unit(at as u64, salt as u64)
}
