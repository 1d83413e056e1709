//! The coordinates of standpoints. The model says that they have mean 0 and variance 1, and that
//! they have nothing to do with how readily people agree. Changing the coordinates so that it is
//! true, and not waiting until it comes true, saves most of the rounds of a fit.

use super::statement::Sums;

/// How the standpoints of a round differ from what the model says of them.
pub(crate) struct Coordinates {
    /// Of intercepts.
    pub(crate) readiness: f64,
    pub(crate) mean: [f64; 2],
    /// Covariance, as a lower triangle by which it is a square: 00, 10, 11.
    pub(crate) spread: [f64; 3],
    /// How much more readily people agree for each unit of standpoint.
    pub(crate) leaning: [f64; 2],
    /// Variance of intercepts that standpoints do not account for.
    pub(crate) person: f64,
}

impl Coordinates {
    /// From sums over so many people.
    pub(crate) fn of(sums: &Sums, people: f64) -> Self {
        let [x, y, a, ax, ay, xx, xy, yy, aa] = sums.map(|sum| sum / people.max(1.0));
        let (xx, xy, yy) = ((xx - x * x).max(1e-6), xy - x * y, (yy - y * y).max(1e-6));
        let first = xx.sqrt();
        let beside = xy / first;
        let second = (yy - beside * beside).max(1e-6).sqrt();
        let (ax, ay) = (ax - a * x, ay - a * y);
        let along = (ay - beside * ax / first) / (second * second);
        let leaning = [(ax - xy * along) / xx, along];
        Self {
            readiness: a,
            mean: [x, y],
            spread: [first, beside, second],
            leaning,
            person: (aa - a * a - leaning[0] * ax - leaning[1] * ay).max(0.0),
        }
    }
}
