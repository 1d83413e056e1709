//! Access codes: made one or many at a time, shown once, taken back.
//!
//! A code follows from the secret of the installation and from the key of the form: of the same form sent
//! again come the same codes, and nobody makes them out of what is stored.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use wiec_interchange::write::table::harmless;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Access, AccessCode};
use wiec_model::digest::hex;
use wiec_store::{CodeRow, NewCode, StoreError};

use super::view::{self, Link};

const LABEL: usize = 120;
/// As many at once as fit a page that somebody copies.
const AT_ONCE: u32 = 200;
/// What a code and its key follow from the secret for.
const PURPOSE: &str = "access code";
/// The characters of a code: none that looks like another.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH: usize = 10;

#[derive(Template)]
#[template(path = "office_codes.html")]
struct CodesPage {
    frame: OfficeFrame,
    form: Form,
    /// What was just made, to be copied.
    made: Vec<String>,
    lines: Vec<Line>,
    is_open: bool,
    about: String,
    list: String,
    links: Vec<Link>,
}

/// A code in the list: for whom it is, and how often it was used.
struct Line {
    row: CodeRow,
    made: String,
    revoked: Option<String>,
}

/// `GET /biuro/{congress}/nabory/{call}/kody`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang).with("count", 1).with("uses", 1);
    let html = html(&app, &visit, &permit, form, Vec::new()).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/nabory/{call}/kody`: makes codes, and shows them this once; or takes one back.
#[tracing::instrument(name = "calls.codes", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let mut form = Form::of(data, visit.lang);
    if !form.value("revoke").is_empty() {
        return revoke(&app, &visit, &permit, &form).await;
    }
    let Some(wanted) = read(&app, &permit, &mut form)? else {
        let html = html(&app, &visit, &permit, form, Vec::new()).await?;
        return Ok(respond::again(html));
    };
    make(&app, &permit, &wanted).await?;
    if form.value("as") == "csv" {
        return csv(&permit, &wanted);
    }
    let made = wanted.into_iter().map(|code| code.secret).collect();
    let html = html(&app, &visit, &permit, form, made).await?;
    Ok(respond::private(html))
}

async fn revoke(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: &Form,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let code: AccessCode = form
        .value("revoke")
        .parse()
        .map_err(|_| PageError::Invalid)?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.calls().revoke_code(call, code).await?;
    tx.commit().await?;
    let path = view::of(&visit.paths(), call, |words| words.codes);
    Ok(respond::to(&saved(&path)))
}

/// The codes that a form asks for; `None` if something is wrong with it, which it then says.
fn read(
    app: &App,
    permit: &Permit<ManageCall>,
    form: &mut Form,
) -> Result<Option<Vec<NewCode>>, PageError> {
    let m = form.words();
    let key = form.key().ok_or(PageError::Invalid)?.to_owned();
    let label = form
        .typed("label", m.calls_office_code_label())
        .required()
        .text(LABEL);
    let count = form
        .typed("count", m.calls_office_code_count())
        .required()
        .number(1..=AT_ONCE);
    let uses = form
        .typed("uses", m.calls_office_code_uses())
        .required()
        .number(1..=10_000);
    let (Some(label), Some(count), Some(uses)) = (label, count, uses) else {
        return Ok(None);
    };
    let call = permit.subject.call.id;
    let all = (0..count).map(|nth| {
        let words = format!("{call}/{key}/{label}/{uses}/{nth}");
        let signed = app.secret.sign(PURPOSE, &words);
        let (of_code, of_key) = signed.split_at(16);
        let letter = |byte: &u8| char::from(LETTERS[usize::from(byte & 31)]);
        let id = hex(of_key).parse().map_err(|_| PageError::Invalid)?;
        Ok(NewCode {
            id,
            secret: of_code.iter().take(LENGTH).map(letter).collect(),
            label: label.clone(),
            uses,
        })
    });
    all.collect::<Result<Vec<NewCode>, PageError>>().map(Some)
}

/// Makes those that there are not yet.
async fn make(app: &App, permit: &Permit<ManageCall>, wanted: &[NewCode]) -> Result<(), PageError> {
    let call = &permit.subject.call;
    let known = app.store.calls().codes(call.id).await?;
    let known: BTreeSet<_> = known.into_iter().map(|row| row.id.0).collect();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    for code in wanted.iter().filter(|code| !known.contains(&code.id.0)) {
        match tx.calls().make_code(call, code).await {
            Ok(()) => {}
            // The same form came twice at once, and the other one made all of them.
            Err(StoreError::Conflict { .. }) => return Ok(tx.give_up().await?),
            Err(error) => return Err(error.into()),
        }
    }
    tx.commit().await?;
    Ok(())
}

fn csv(permit: &Permit<ManageCall>, wanted: &[NewCode]) -> Result<Response, PageError> {
    let cell = |words: &str| format!("\"{}\"", harmless(words).replace('"', "\"\""));
    let mut table = String::from("\u{feff}code,label,uses\r\n");
    for code in wanted {
        let uses = code.uses;
        table += &format!("{},{},{uses}\r\n", code.secret, cell(&code.label));
    }
    let name = format!(
        "attachment; filename=\"{}-codes.csv\"",
        permit.subject.call.slug
    );
    let name = HeaderValue::from_str(&name).map_err(|error| PageError::Internal(error.into()))?;
    let mut response = table.into_response();
    let headers = response.headers_mut();
    let media = HeaderValue::from_static("text/csv; charset=utf-8");
    headers.insert(CONTENT_TYPE, media);
    headers.insert(CONTENT_DISPOSITION, name);
    let never = HeaderValue::from_static("private, no-store");
    headers.insert(CACHE_CONTROL, never);
    Ok(response)
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
    made: Vec<String>,
) -> Result<String, PageError> {
    let call = &permit.subject.call;
    let m = messages(visit.lang);
    let title = form.titled(m.calls_office_codes());
    let place = |paths: &_| view::of(paths, call, |words| words.codes);
    let frame = view::frame(app, visit, &permit.actor, &call.congress, &title, place).await?;
    let rows = app.store.calls().codes(call.id).await?;
    let moment = |at| dates::moment(at, &frame.zone, visit.lang);
    let line = |row: CodeRow| Line {
        made: moment(row.created_at),
        revoked: row.revoked_at.map(moment),
        row,
    };
    let page = CodesPage {
        made,
        lines: rows.into_iter().map(line).collect(),
        is_open: call.setup.access == Access::Open,
        about: call.setup.title.words(visit.lang).to_owned(),
        list: view::list(&frame.paths, &call.congress),
        links: view::links(&frame.paths, call, m),
        form: form.keyed(&app.chance),
        frame,
    };
    Ok(page.render()?)
}

impl CodesPage {
    /// The codes that were made, one a line.
    fn copied(&self) -> String {
        self.made.join("\n")
    }

    /// How high the field with them is.
    fn height(&self) -> usize {
        self.made.len().clamp(2, 20)
    }
}
