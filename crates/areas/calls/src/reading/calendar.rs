//! The deadline of a call as a calendar.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_interchange::write::ical::{Deadline, deadline};
use wiec_kit::acts::ReadCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_kit::visit::Visit;

use super::here::Here;

/// `GET /nabory/{call}/kalendarz.ics`
#[tracing::instrument(name = "calls.calendar", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn get(
    permit: Permit<ReadCall>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let (here, call) = Here::in_call(&app, &visit, &permit.subject);
    let at = call.setup.window.deadline().ok_or(PageError::NotFound)?;
    let title = here.said(&call.setup.title);
    let title = here.m().calls_read_deadline_of(title.words());
    let page = Paths::permanent(here.lang(), here.edition.slug().clone())
        .absolute(&app.site.base)
        .call(&call.slug);
    let file = deadline(
        &Deadline {
            key: call.id.0,
            revision: call.revision,
            title: &title,
            at,
            page: &page,
            // Not the time of asking: it would be another file each time.
            now: call.created_at,
        },
        here.lang(),
    );
    let ready = Ready::fleeting("text/calendar; charset=utf-8", file);
    Ok(respond::ready(Arc::new(ready), &asked, Keep::Ask).await)
}
