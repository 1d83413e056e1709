//! Sending the files of a release.

use axum::extract::{Path, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use wiec_interchange::write::{feed, frab_json, frab_xml, table};
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::edition::{Edition, Found};
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::rendered::{Encoding, Ready};
use wiec_kit::repeats::Repeatable;
use wiec_kit::respond::{self, Keep};
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_store::{ExportForm, Form};

use crate::exports::key;
use crate::moved;

/// `GET /kalendarz.ics`
pub async fn calendar(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    send(&app, &permit.subject, visit.lang, "all.ics", &asked).await
}

/// `GET /program/{day}/kalendarz.ics`
pub async fn day_calendar(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(day): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let day = permit.subject.day(&day).ok_or(PageError::NotFound)?;
    send(
        &app,
        &permit.subject,
        visit.lang,
        &format!("day/{}.ics", day.number),
        &asked,
    )
    .await
}

/// `GET /sala/{room}/kalendarz.ics`
pub async fn room_calendar(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(room): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let room = permit
        .subject
        .release
        .programme
        .room(&room)
        .ok_or(PageError::NotFound)?;
    send(
        &app,
        &permit.subject,
        visit.lang,
        &format!("room/{}.ics", room.slug),
        &asked,
    )
    .await
}

/// `GET /sesje/{session}/kalendarz.ics`, also of a session that is no more: it says so.
pub async fn session_calendar(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let edition = &permit.subject;
    let session = match edition
        .session(&slug, visit.lang)
        .ok_or(PageError::NotFound)?
    {
        Found::Here(session) | Found::Gone(session) => session,
        Found::Moved(session) => {
            let paths = visit.paths();
            return Ok(moved::to(&paths.calendar_of(paths.session(session))));
        }
    };
    send(
        &app,
        edition,
        visit.lang,
        &format!("session/{}.ics", session.guid),
        &asked,
    )
    .await
}

/// `GET /schedule.xml`
pub async fn schedule_xml(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    send(&app, &permit.subject, visit.lang, frab_xml::FILE, &asked).await
}

/// `GET /schedule.json`
pub async fn schedule_json(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    send(&app, &permit.subject, visit.lang, frab_json::FILE, &asked).await
}

/// `GET /schedule.csv`
pub async fn table(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    send(&app, &permit.subject, visit.lang, table::FILE, &asked).await
}

/// `GET /schedule.jsonld`
pub async fn linked_data(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    send(&app, &permit.subject, visit.lang, "schedule.jsonld", &asked).await
}

/// `GET /changes.atom`
pub async fn feed(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    send(&app, &permit.subject, visit.lang, feed::FILE, &asked).await
}

/// `GET /offline/{pl,en}.json`: the service worker names the language itself, whatever page it was started on.
pub async fn bundle(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    Path(bundle): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let lang = Lang::ALL
        .into_iter()
        .find(|lang| bundle == format!("{lang}.json"))
        .ok_or(PageError::NotFound)?;
    send(&app, &permit.subject, lang, "offline.json", &asked).await
}

/// A file stands on the shelf in the encodings that were asked for only: some are megabytes large,
/// and hardly anyone takes them uncompressed.
async fn send(
    app: &App,
    edition: &Edition,
    lang: Lang,
    name: &str,
    asked: &HeaderMap,
) -> Result<Response, PageError> {
    let (slug, number) = (edition.slug(), edition.release.number);
    let encoding = respond::best_encoding(asked);
    let shelf = format!("file {slug} {number} {lang} {name} {encoding:?}");
    let ready = match app.rendered.find(&shelf) {
        Some(ready) => ready,
        None => {
            let wanted = match encoding {
                Encoding::Brotli => Form::Brotli,
                Encoding::Gzip => Form::Gzip,
                Encoding::Identity => Form::Plain,
            };
            let name = key(lang, name);
            let found = app
                .store
                .exports()
                .find_form(slug, number, &name, wanted)
                .await?;
            app.rendered
                .keep(shelf, ready(found.ok_or(PageError::NotFound)?))
        }
    };
    let mut response = respond::ready(ready, asked, Keep::Ask).await;
    let headers = response.headers_mut();
    // Open data: any page may read it, and a cache may keep it as long as it asks.
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    response.extensions_mut().insert(Repeatable { until: None });
    Ok(response)
}

/// A file in the one form it was found in.
fn ready(found: ExportForm) -> Ready {
    let encoding = match found.form {
        Form::Brotli => Encoding::Brotli,
        Form::Gzip => Encoding::Gzip,
        Form::Plain => Encoding::Identity,
    };
    Ready::encoded(found.media_type, found.etag, encoding, found.bytes.into())
}
