//! The most places, then the most first wishes, then the most second ones: branch and bound.

use crate::clashes::Clashes;
use crate::error::Malformed;
use crate::places::{Answer, Question};
use crate::search::Search;
use crate::worths::{worth_of, worths};

/// Finds the best answer. Looks at no more than `steps` partial answers (at least one); what it
/// has by then is returned, with [`Answer::proved`] false unless nothing better can exist.
pub fn allot(question: &Question, steps: usize) -> Result<Answer, Malformed> {
    question.check()?;
    let order: Vec<usize> = (0..question.parties.len()).collect();
    let worths = worths(question)?;
    let start = crate::serial::serve(question, &order)?;
    let clashes = Clashes::new(question);
    let best = worth_of(question, &worths, &start.granted);
    let mut search = Search::new(question, &clashes, &worths, best);
    let proved = search.run(steps);
    Ok(Answer {
        granted: search.found.unwrap_or(start.granted),
        proved,
    })
}
