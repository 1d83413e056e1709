//! Writing to the authors of a submission about it.

use wiec_kit::app::App;
use wiec_model::Slug;
use wiec_model::calls::SubmissionId;
use wiec_model::jobs::AboutSubmission;

use crate::runner::Outcome;

pub(crate) async fn run(
    _app: &App,
    _congress: &Slug,
    _submission: SubmissionId,
    _about: &AboutSubmission,
) -> Outcome {
    Outcome::Done
}
