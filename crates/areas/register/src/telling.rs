//! Having the author of a remark written to. The letter itself is made later, by a job, of what the
//! remark is by then.

use wiec_model::Slug;
use wiec_model::jobs::{AboutRemark, Job};
use wiec_model::register::RemarkId;
use wiec_store::{StoreError, Tx};

/// Has the author of a remark written to, once this is committed. About one thing once: asking again
/// asks for the same letter.
pub(crate) async fn tell(
    tx: &mut Tx,
    congress: &Slug,
    remark: RemarkId,
    about: AboutRemark,
) -> Result<(), StoreError> {
    let congress = congress.clone();
    let job = Job::TellRemarked {
        congress,
        remark,
        about,
    };
    tx.jobs().enqueue(&job).await
}
