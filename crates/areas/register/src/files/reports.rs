//! Reports that were frozen: the list with what proves them, and their files.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::dates::{date_of, hour, long_date};
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::messages;
use wiec_kit::paths::{Paths, words};
use wiec_kit::permit::Permit;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_kit::visit::Visit;
use wiec_model::Zone;
use wiec_model::register::Proposal;
use wiec_store::Report;

use super::view;

#[derive(Template)]
#[template(path = "files_reports.html")]
struct ReportsPage {
    frame: Frame,
    proposal: String,
    back: String,
    reports: Vec<Frozen>,
}

/// A report in a list.
pub struct Frozen {
    /// Its number.
    pub number: u32,
    /// When it was frozen, in words.
    pub at: String,
    /// What proves it.
    pub hash: String,
    /// Its files.
    pub files: Vec<FrozenFile>,
}

/// A file of a report.
pub struct FrozenFile {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub href: String,
    /// What proves it.
    pub hash: String,
}

/// Reports as lists show them.
pub fn frozen(reports: &[Report], proposal: &Proposal, paths: &Paths, zone: &Zone) -> Vec<Frozen> {
    let lang = paths.lang();
    let list = paths.in_proposal(proposal, words(lang).reports);
    let file = |number, name: &String, hash: &String| FrozenFile {
        href: format!("{list}/{number}/{name}"),
        name: name.clone(),
        hash: hash.clone(),
    };
    let one = |report: &Report| Frozen {
        number: report.number,
        at: format!(
            "{}, {}",
            long_date(date_of(report.frozen_at, zone), lang),
            hour(report.frozen_at, zone)
        ),
        hash: report.hash.clone(),
        files: report
            .files
            .iter()
            .map(|(name, hash)| file(report.number, name, hash))
            .collect(),
    };
    reports.iter().map(one).collect()
}

/// `GET /propozycje/{proposal}/raporty`
#[tracing::instrument(name = "register.reports", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let m = messages(visit.lang);
    let reports = app.store.register().reports(of.proposal.id).await?;
    let place = |paths: &Paths| paths.in_proposal(&of.proposal, words(paths.lang()).reports);
    let reader = Reader::of(&visit);
    let edition = Some(&of.edition);
    let frame = Frame::new(&app, edition, &reader, m.files_reports_title(), place);
    let page = ReportsPage {
        proposal: of.proposal.about.title.words(visit.lang).to_owned(),
        back: frame.paths.proposal(&of.proposal),
        reports: frozen(
            &reports,
            &of.proposal,
            &frame.paths,
            view::zone(&of.edition),
        ),
        frame: frame.within(Section::Proposals),
    };
    let html = Arc::new(Ready::fleeting("text/html; charset=utf-8", page.render()?));
    Ok(respond::ready(html, &asked, Keep::Ask).await)
}

/// `GET /propozycje/{proposal}/raporty/{number}/{file}`: to be kept, not shown within our own pages.
#[tracing::instrument(name = "register.report_file", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn file(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    Path((_, number, name)): Path<(String, u32, String)>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let of = &permit.subject.proposal;
    let register = app.store.register();
    let file = register.report_file(of.id, number, &name).await?;
    let file = file.ok_or(PageError::NotFound)?;
    let name = format!(
        "attachment; filename=\"{}-{number}-{}\"",
        of.slug, file.name
    );
    let ready = Arc::new(Ready::fleeting(&file.media, file.bytes));
    let mut response = respond::ready(ready, &asked, Keep::Forever).await;
    let headers = response.headers_mut();
    let alone = HeaderValue::from_static("sandbox; default-src 'none'");
    headers.insert(CONTENT_SECURITY_POLICY, alone);
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
