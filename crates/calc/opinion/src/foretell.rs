//! What somebody would say about a statement that they have not voted on.

use crate::lanczos::dot;
use crate::map::OpinionMap;

impl OpinionMap {
    /// The vote that the map foretells, −1 to 1 (and a little beyond): what the statement
    /// deserves, and how it meets the participant's standpoint. `None` if either is unknown.
    #[must_use]
    pub fn foretell(&self, participant: u64, statement: u64) -> Option<f64> {
        let row = self
            .participants
            .binary_search_by_key(&participant, |it| it.id);
        let column = self.statements.binary_search_by_key(&statement, |it| it.id);
        let (person, column) = (&self.participants[row.ok()?], column.ok()?);
        let position = person.position?;
        let loadings = [self.plane.axes[0][column], self.plane.axes[1][column]];
        let mean = self.plane.mean[column];
        Some(mean + person.readiness.unwrap_or(0.0) + dot(&position, &loadings))
    }
}
