//! What a map takes over from the one before.

use std::collections::BTreeMap;

use crate::map::{OpinionMap, Participant, Steadiness};
use crate::matrix::Matrix;

/// Maps in a row for which another number of groups must be the best before it is shown.
const STEADY: u32 = 4;

/// The map before, if there is one.
#[derive(Clone, Copy, Default)]
pub(crate) struct Previous<'a>(pub(crate) Option<&'a OpinionMap>);

impl Previous<'_> {
    /// Its axes, by the columns of `matrix`; 0 for statements that it did not know.
    pub(crate) fn axes(&self, matrix: &Matrix) -> Vec<Vec<f64>> {
        let Some(map) = self.0 else {
            return Vec::new();
        };
        let places: BTreeMap<u64, usize> = (map.statements.iter().enumerate())
            .map(|(at, statement)| (statement.id, at))
            .collect();
        let entry = |axis: &[f64], id: &u64| places.get(id).map_or(0.0, |&at| axis[at]);
        let of = |axis: &Vec<f64>| matrix.statements.iter().map(|id| entry(axis, id)).collect();
        map.plane.axes.iter().map(of).collect()
    }

    /// Its axes by column, as loadings for standpoints of variance 1. `None` if it had no axes.
    pub(crate) fn loadings(&self, matrix: &Matrix) -> Option<Vec<[f64; 2]>> {
        let variances = self.0?.plane.explained_variance;
        let scales = variances.map(f64::sqrt);
        let axes = self.axes(matrix);
        let of = |column: usize| [0, 1].map(|axis| axes[axis][column] * scales[axis]);
        (variances[1] > 0.0).then(|| (0..matrix.columns()).map(of).collect())
    }

    /// Something of each row's participant, if they were known: both lists are in order of ids,
    /// so one walk finds everybody.
    fn of_rows<T>(
        &self,
        matrix: &Matrix,
        of: impl Fn(&Participant) -> Option<T>,
    ) -> Vec<Option<T>> {
        let mut known = self
            .0
            .map_or(&[][..], |map| &map.participants)
            .iter()
            .peekable();
        let find = |id: &u64| {
            while known.next_if(|it| it.id < *id).is_some() {}
            known.next_if(|it| it.id == *id).and_then(&of)
        };
        matrix.participants.iter().map(find).collect()
    }

    /// Whether each row's participant was in the conversation.
    pub(crate) fn were_in(&self, matrix: &Matrix) -> Vec<bool> {
        let was_in = self.of_rows(matrix, |it| it.in_conversation.then_some(()));
        was_in.iter().map(Option::is_some).collect()
    }

    /// The group that each row's participant was in.
    pub(crate) fn labels(&self, matrix: &Matrix) -> Vec<Option<usize>> {
        self.of_rows(matrix, |it| it.group)
    }

    /// How many groups there were.
    pub(crate) fn groups(&self) -> usize {
        self.0.map_or(0, |map| map.groups.len())
    }

    /// How many groups to show if `best` is the best number now, and which numbers there are.
    pub(crate) fn steadied(&self, best: usize, exists: impl Fn(usize) -> bool) -> Steadiness {
        let before = self.0.map(|map| map.steadiness).filter(|it| it.maps > 0);
        let Some(before) = before else {
            return Steadiness {
                best,
                maps: 1,
                shown: best,
            };
        };
        let maps = if before.best == best {
            before.maps + 1
        } else {
            1
        };
        let keeps = maps < STEADY && exists(before.shown);
        Steadiness {
            best,
            maps,
            shown: if keeps { before.shown } else { best },
        }
    }
}
