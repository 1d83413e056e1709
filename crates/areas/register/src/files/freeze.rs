//! The report of a consultation, in the office: what it would say now, and freezing it with all its files.

use std::sync::Arc;
use wiec_model::digest::sha256;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use wiec_kit::acts::ManageRegister;
use wiec_kit::app::App;
use wiec_kit::dates::date_of;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::Proposal;
use wiec_model::{Lang, Slug};
use wiec_register_report::{ConsultationReport, ReportError};
use wiec_store::{ReportFile, StoreError};

use super::facts::Facts;
use super::report;
use super::reports::{Frozen, frozen};
use super::view;

/// A report stands alone: nothing in it runs, and nothing is fetched for it.
const ALONE: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

#[derive(Template)]
#[template(path = "files_freeze.html")]
struct FreezePage {
    frame: OfficeFrame,
    title: String,
    list: String,
    preview: String,
    public: String,
    remarks: usize,
    unanswered: usize,
    reports: Vec<Frozen>,
}

/// `GET /biuro/{congress}/propozycje/{proposal}/raport`
#[tracing::instrument(name = "register.report", skip_all, fields(proposal.slug = %slug))]
pub async fn get(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, slug)): Path<(Slug, Slug)>,
) -> Result<Response, PageError> {
    let (congress, m) = (&permit.subject, messages(visit.lang));
    let facts = facts(&app, congress, &slug).await?;
    let of = &facts.proposal;
    let place = |paths: &Paths| address(paths, congress, &slug);
    let (actor, part, title) = (&permit.actor, Part::Register, m.files_report_title());
    let frame = OfficeFrame::open(&app, &visit, actor, congress, part, title, place).await?;
    let open = facts.public().filter(|one| facts.answer(one).is_none());
    let public = Paths::permanent(visit.lang, congress.clone());
    let reports = app.store.register().reports(of.id).await?;
    let page = FreezePage {
        title: of.about.title.words(visit.lang).to_owned(),
        list: Part::Register.path(&frame.paths, congress),
        preview: format!("{}/{}", frame.here, view::words(visit.lang).preview),
        public: public.in_proposal(of, frame.words().reports),
        remarks: facts.public().count(),
        unanswered: open.filter(|one| one.reply_to.is_none()).count(),
        reports: frozen(&reports, of, &public, &frame.zone),
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// `GET /biuro/{congress}/propozycje/{proposal}/raport/podglad`: what would be frozen now.
#[tracing::instrument(name = "register.preview_report", skip_all, fields(proposal.slug = %slug))]
pub async fn preview(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    Path((_, slug)): Path<(Slug, Slug)>,
) -> Result<Response, PageError> {
    let facts = facts(&app, &permit.subject, &slug).await?;
    let report = report::of(&facts, facts.proposal.about.lang, app.clock.now());
    let html = calmly(move || wiec_register_report::html(&report)).await?;
    let mut response = Html(html).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(ALONE));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// `POST /biuro/{congress}/propozycje/{proposal}/raport`: freezes it, in the language of the proposal.
///
/// Making the files takes seconds and holds nothing. The same remarks on the same day are the same report,
/// so sending the form twice freezes it once.
#[tracing::instrument(name = "register.freeze_report", skip_all, fields(proposal.slug = %slug))]
pub async fn post(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, slug)): Path<(Slug, Slug)>,
    CheckedForm(_): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let facts = facts(&app, congress, &slug).await?;
    let now = app.clock.now();
    let before = &facts.proposal;
    let lang = before.about.lang;
    let report = report::of(&facts, lang, now);
    let made = calmly(move || files(&report)).await?;
    let made = made.map_err(|error| PageError::Internal(error.into()))?;
    let after = dated(before, &facts.edition, now);

    let mut tx = app.store.begin(permit.writer(), now).await?;
    let mut register = tx.register();
    register.freeze_report(before, &hash(&made), &made).await?;
    if after != *before {
        match register.change(before, &after).await {
            Err(StoreError::Stale) => return Err(PageError::Conflict),
            changed => changed?,
        }
    }
    tx.commit().await?;
    let here = address(&visit.paths(), congress, &slug);
    Ok(respond::to(&saved(&here)))
}

async fn facts(app: &App, congress: &Slug, slug: &Slug) -> Result<Facts, PageError> {
    let served = app.editions.served();
    let edition = served.edition(congress.as_str()).map(Arc::clone);
    let proposal = app.store.register().find(congress, slug).await?;
    match (edition, proposal) {
        // Of what the public cannot read there is nothing to report.
        (Some(edition), Some(proposal)) if proposal.is_public() => {
            Facts::read(app, edition, proposal).await
        }
        _ => Err(PageError::NotFound),
    }
}

/// The same proposal, whose consultation says when it was reported on: made when it was made last,
/// published when it was published first.
fn dated(before: &Proposal, edition: &Edition, now: Timestamp) -> Proposal {
    let today = date_of(now, view::zone(edition));
    let mut after = before.clone();
    after.consultation.report_made_on = Some(today);
    after.consultation.report_published_on.get_or_insert(today);
    after
}

/// All five files of a report.
fn files(report: &ConsultationReport) -> Result<Vec<ReportFile>, ReportError> {
    let made = [
        ("pdf", "application/pdf", wiec_register_report::pdf(report)?),
        (
            "html",
            "text/html; charset=utf-8",
            wiec_register_report::html(report).into_bytes(),
        ),
        (
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            wiec_register_report::docx(report)?,
        ),
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            wiec_register_report::xlsx(report)?,
        ),
        (
            "csv",
            "text/csv; charset=utf-8",
            wiec_register_report::csv(report).into_bytes(),
        ),
    ];
    Ok(made.map(|one| file(report.lang, one)).into())
}

fn file(lang: Lang, (ending, media, bytes): (&str, &str, Vec<u8>)) -> ReportFile {
    ReportFile {
        name: format!("{}.{ending}", view::words(lang).file),
        media: media.to_owned(),
        hash: sha256(&bytes),
        bytes,
    }
}

/// SHA-256 of the files' hashes, one a line with its file's name, as `sha256sum` writes them.
fn hash(files: &[ReportFile]) -> String {
    let lines = files
        .iter()
        .map(|file| format!("{}  {}\n", file.hash, file.name));
    sha256(lines.collect::<String>())
}

/// Does what takes long where nobody waits behind it.
async fn calmly<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, PageError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| PageError::Internal(error.into()))
}

/// Where the office makes the report of a proposal.
pub fn address(paths: &Paths, congress: &Slug, slug: &Slug) -> String {
    let report = view::words(paths.lang()).report;
    format!("{}/{slug}/{report}", Part::Register.path(paths, congress))
}
