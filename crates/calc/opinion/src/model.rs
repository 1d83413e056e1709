//! What a model of opinions says, whichever it is: where people and statements stand.

use crate::map::{Completion, Estimate, Plane, Silhouette, Steadiness};
use crate::points::Point;

/// By row and by column of the matrix.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    pub(crate) plane: Plane,
    pub(crate) people: Vec<Option<Point>>,
    pub(crate) uncertainty: Vec<Option<[f64; 2]>>,
    pub(crate) readiness: Vec<Option<f64>>,
    pub(crate) statements: Vec<Point>,
    pub(crate) bridging: Vec<Option<Estimate>>,
    pub(crate) completion: Option<Completion>,
}

/// Who belongs together, by row of the matrix.
#[derive(Debug, Clone, Default)]
pub(crate) struct Groups {
    pub(crate) in_conversation: Vec<bool>,
    pub(crate) straight_lining: Vec<bool>,
    pub(crate) labels: Vec<Option<usize>>,
    pub(crate) count: usize,
    pub(crate) silhouettes: Vec<Silhouette>,
    pub(crate) steadiness: Steadiness,
}
