//! All proposals of an edition, for programs: what each is about and where its data are.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;

use super::data::Head;
use super::send::{self, JSON};

#[derive(Serialize)]
struct List<'a> {
    proposals: Vec<Head<'a>>,
}

/// `GET /propozycje.json`
#[tracing::instrument(name = "register.list", skip_all)]
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let congress = permit.subject.slug();
    let paths = Paths::permanent(visit.lang, congress.clone()).absolute(&app.site.base);
    let current = app.store.register().current(congress).await?;
    let heads = current
        .iter()
        .map(|(proposal, version)| Head::of(proposal, version, &paths));
    let list = List {
        proposals: heads.collect(),
    };
    let text = serde_json::to_string(&list).map_err(|error| PageError::Internal(error.into()))?;
    Ok(send::open_data(JSON, text, &asked).await)
}
