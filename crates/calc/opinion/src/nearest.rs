//! The nearest of many centres, without asking them all.
//!
//! Centres are sorted along the first axis, and asked outwards from the point until the distance
//! along that axis alone is more than the whole distance to the nearest so far. A sum of squares
//! is never rounded below either of them, so the answer is that of [`of_all`] to the last bit.

use crate::points::{Point, squared_distance};

/// With fewer centres than this, sorting costs more than asking.
const FEW: usize = 12;

/// Centres to be asked for.
pub(crate) struct Nearest<'a> {
    centres: &'a [Point],
    /// The first coordinate of each centre and its place, in order.
    sorted: Vec<(f64, usize)>,
}

/// How far away a centre is, squared, and its place.
type Candidate = (f64, usize);

impl<'a> Nearest<'a> {
    pub(crate) fn of(centres: &'a [Point]) -> Self {
        let mut sorted: Vec<(f64, usize)> =
            centres.iter().map(|centre| centre[0]).zip(0..).collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self { centres, sorted }
    }

    /// The place of the centre that is nearest; of equally near ones the last. Whichever is
    /// guessed, the answer is the same: a good guess saves time.
    pub(crate) fn to(&self, point: Point, guess: usize) -> usize {
        if self.centres.len() < FEW {
            return of_all(self.centres, point);
        }
        let mut best = (squared_distance(point, self.centres[guess]), guess);
        let middle = self.sorted.partition_point(|&(x, _)| x < point[0]);
        let (before, after) = self.sorted.split_at(middle);
        self.outwards(point, before.iter().rev(), &mut best);
        self.outwards(point, after.iter(), &mut best);
        best.1
    }

    fn outwards<'b>(
        &self,
        point: Point,
        sorted: impl Iterator<Item = &'b (f64, usize)>,
        best: &mut Candidate,
    ) {
        for &(x, place) in sorted {
            if (point[0] - x) * (point[0] - x) > best.0 {
                return;
            }
            let far = squared_distance(point, self.centres[place]);
            if far < best.0 || (far == best.0 && place > best.1) {
                *best = (far, place);
            }
        }
    }
}

/// The same, asking every centre.
fn of_all(centres: &[Point], point: Point) -> usize {
    let mut best = (f64::INFINITY, 0);
    for (place, &centre) in centres.iter().enumerate() {
        let far = squared_distance(point, centre);
        if far <= best.0 {
            best = (far, place);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Coarse, so that many centres are equally near and some are the same.
    fn point() -> impl Strategy<Value = Point> {
        prop_oneof![
            [-3_i8..=3, -3_i8..=3].prop_map(|at| at.map(f64::from)),
            [-3.0..3.0_f64, -3.0..3.0_f64],
        ]
    }

    proptest! {
        #[test]
        fn the_shortcut_finds_what_asking_everybody_finds(
            centres in prop::collection::vec(point(), 1..60),
            points in prop::collection::vec(point(), 1..60),
            guess in 0..60_usize,
        ) {
            let nearest = Nearest::of(&centres);
            for point in points {
                let found = nearest.to(point, guess % centres.len());
                prop_assert_eq!(found, of_all(&centres, point));
            }
        }
    }
}
