//! How long what is kept of people, and why: the table that a daily job carries out, for everybody to read.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::retention::{Kept, Since};

use crate::send;

#[derive(Template)]
#[template(path = "retention.html")]
struct RetentionPage {
    frame: Frame,
    rows: Vec<Row>,
}

/// One kind of data.
struct Row {
    what: &'static str,
    period: String,
    why: &'static str,
}

/// `GET /przechowywanie`
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let reader = Reader::of(&visit);
    let edition = Some(&permit.subject);
    let frame = Frame::new(&app, edition, &reader, m.retention_title(), |paths| {
        paths.retention()
    })
    .within(Section::Aside);
    let rows = Kept::ALL.into_iter().map(|kept| row(kept, m)).collect();
    let html = RetentionPage { frame, rows }.render()?;
    Ok(send::public(html, &asked).await)
}

fn row(kept: Kept, m: &Messages) -> Row {
    let (what, why) = match kept {
        Kept::Uploads => (m.retention_uploads(), m.retention_uploads_why()),
        Kept::UnconfirmedRemarks => (
            m.retention_unconfirmed_remarks(),
            m.retention_unconfirmed_remarks_why(),
        ),
        Kept::Ceremonies => (m.retention_ceremonies(), m.retention_ceremonies_why()),
        Kept::Needs => (m.retention_needs(), m.retention_needs_why()),
        Kept::Logins => (m.retention_logins(), m.retention_logins_why()),
        Kept::Jobs => (m.retention_jobs(), m.retention_jobs_why()),
        Kept::Answers => (m.retention_answers(), m.retention_answers_why()),
        Kept::UnusedRegistrations => (m.retention_unused(), m.retention_unused_why()),
        Kept::Letters => (m.retention_letters(), m.retention_letters_why()),
        Kept::Favourites => (m.retention_favourites(), m.retention_favourites_why()),
        Kept::UnusedSubmissions => (
            m.retention_unused_submissions(),
            m.retention_unused_submissions_why(),
        ),
        Kept::Accounts => (m.retention_accounts(), m.retention_accounts_why()),
        Kept::Registrations => (m.retention_registrations(), m.retention_registrations_why()),
    };
    let length = length(kept.days(), m);
    let period = match kept.since() {
        Since::CongressEnd => m.retention_after_congress(length),
        Since::Done => m.retention_after_done(length),
        Since::LastUse => m.retention_after_use(length),
    };
    Row { what, period, why }
}

/// Whole years where it is some: nobody counts two thousand days.
fn length(days: u16, m: &Messages) -> String {
    match days / 365 {
        years if years > 1 => m.retention_years(years),
        _ => m.retention_days(days),
    }
}
