//! Writing to the author of a remark about it.

use wiec_kit::app::App;
use wiec_model::Slug;
use wiec_model::jobs::AboutRemark;
use wiec_model::register::RemarkId;

use crate::runner::Outcome;

pub(crate) async fn run(
    _app: &App,
    _congress: &Slug,
    _remark: RemarkId,
    _about: AboutRemark,
) -> Outcome {
    Outcome::Done
}
