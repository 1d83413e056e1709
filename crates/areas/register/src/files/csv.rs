//! The remarks with their answers as a table: the columns of the report, as it would say them now.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;

use super::facts::Facts;
use super::report;
use super::send::{self, CSV};

/// `GET /propozycje/{proposal}/uwagi.csv`
#[tracing::instrument(name = "register.table", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let of = permit.subject;
    let facts = Facts::read(&app, of.edition, of.proposal).await?;
    let report = report::of(&facts, visit.lang, app.clock.now());
    let text = wiec_register_report::csv(&report);
    Ok(send::open_data(CSV, text, &asked).await)
}
