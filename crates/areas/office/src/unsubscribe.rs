//! Having no more letters of a congress: a page with a button, because programs that look through mail
//! open every link in it. No account is needed; the mark in the address is proof enough.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::ReadSite;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::letter::read_mark;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;

#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct UnsubscribePage {
    frame: Frame,
    is_done: bool,
}

/// `GET /wypisz/{mark}`
pub async fn get(
    permit: Permit<ReadSite>,
    State(app): State<App>,
    visit: Visit,
    Path(mark): Path<String>,
) -> Result<Response, PageError> {
    let () = permit.subject;
    let known = read_mark(&app.secret, &mark).ok_or(PageError::NotFound)?;
    let is_done = app.store.unsubscriptions().contains(known).await?;
    page(&app, &visit, &mark, is_done)
}

/// `POST /wypisz/{mark}`: no more letters, or letters again. Doing it twice is doing it once.
///
/// A program that reads mail asks for it as RFC 8058 says, and names no act.
pub async fn post(
    permit: Permit<ReadSite>,
    State(app): State<App>,
    visit: Visit,
    Path(mark): Path<String>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let known = read_mark(&app.secret, &mark).ok_or(PageError::NotFound)?;
    let is_done = data.get("act") != Some("undo");
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    if is_done {
        tx.unsubscriptions().add(known).await?;
    } else {
        tx.unsubscriptions().remove(known).await?;
    }
    tx.commit().await?;
    page(&app, &visit, &mark, is_done)
}

fn page(app: &App, visit: &Visit, mark: &str, is_done: bool) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let reader = Reader::of(visit);
    let edition = visit.edition.as_ref();
    let frame = Frame::new(app, edition, &reader, m.unsubscribe_title(), |paths| {
        paths.unsubscribe(mark)
    })
    .within(Section::Aside)
    .unlisted();
    Ok(respond::private(
        UnsubscribePage { frame, is_done }.render()?,
    ))
}
