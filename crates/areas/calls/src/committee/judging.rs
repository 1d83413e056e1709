//! A submission as a member judges it: what it says, their review, and what the others said.

mod facts;
mod page;
mod parts;

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ReviewSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::ReviewPhase;

pub(super) use facts::Facts;
pub(super) use page::{Forms, Refused, html};

/// `GET /nabory/{call}/komisja/{code}`
#[tracing::instrument(name = "calls.judge", skip_all)]
pub(super) async fn get(
    permit: Permit<ReviewSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let facts = Facts::read(&app, &permit).await?;
    if facts.phase == ReviewPhase::Waiting {
        // Authors may still be writing; the committee's page says from when on it reads.
        let call = &permit.subject.call;
        return Ok(respond::to(&visit.paths().committee(&call.slug, "")));
    }
    let forms = Forms::fresh(&app, &visit, &facts);
    let html = html(&app, &visit, &permit.subject, &facts, forms)?;
    Ok(respond::private(html))
}
