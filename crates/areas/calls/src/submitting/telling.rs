//! Having the authors of a submission written to. The letters are made later, by a job, of what it is by
//! then.

use wiec_model::Slug;
use wiec_model::calls::{Submission, SubmissionId};
use wiec_model::jobs::AboutSubmission;
use wiec_store::{StoreError, Tx};

/// Has the authors of a submission written to, once this is committed. About one thing once: asking again
/// asks for the same letters.
pub(super) async fn tell(
    tx: &mut Tx,
    congress: &Slug,
    submission: SubmissionId,
    about: AboutSubmission,
) -> Result<(), StoreError> {
    tx.jobs().enqueue(&about.job(congress, submission)).await
}

/// Tells the authors of what left that it did, and those of what moved up in its place.
pub(super) async fn tell_left(
    tx: &mut Tx,
    left: &Submission,
    moved: Option<&Submission>,
) -> Result<(), StoreError> {
    let about = AboutSubmission::Withdrawn;
    tell(tx, &left.congress, left.id, about).await?;
    if let Some(moved) = moved {
        tell(tx, &moved.congress, moved.id, AboutSubmission::MovedUp).await?;
    }
    Ok(())
}
