//! Jobs that were given up: what was to be done, what went wrong, and trying it again.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageJobs;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::CheckedForm;
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::paths::{Paths, words};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_store::{JobCounts, JobsOf};

/// More than anybody looks at singly.
const MOST: u64 = 200;

#[derive(Template)]
#[template(path = "jobs.html")]
struct JobsPage {
    frame: OfficeFrame,
    counts: JobCounts,
    dead: Vec<Dead>,
}

/// A job that was given up.
struct Dead {
    key: String,
    kind: &'static str,
    attempts: u32,
    problem: String,
    when: String,
}

/// `GET /biuro/{congress}/zadania`
pub async fn get(
    permit: Permit<ManageJobs>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let of = JobsOf::Congress(congress);
    let jobs = app.store.jobs();
    let counts = jobs.counts(of).await?;
    let dead = jobs.dead(of, MOST).await?;
    let place = |paths: &Paths| path(paths, congress);
    let part = Part::Mail;
    let title = m.jobs_title();
    let frame =
        OfficeFrame::open(&app, &visit, &permit.actor, congress, part, title, place).await?;
    let page = JobsPage {
        dead: dead
            .into_iter()
            .map(|job| Dead {
                kind: job.job.kind(),
                key: job.key,
                attempts: job.attempts,
                problem: job.problem,
                when: format!(
                    "{}, {}",
                    dates::short_date(dates::date_of(job.dead_at, &frame.zone), visit.lang),
                    dates::hour(job.dead_at, &frame.zone)
                ),
            })
            .collect(),
        counts,
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// `POST /biuro/{congress}/zadania`: tries one again. Pressed twice, it waits already.
pub async fn post(
    permit: Permit<ManageJobs>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let key = data.get("job").ok_or(PageError::Invalid)?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.jobs().try_again(JobsOf::Congress(congress), key).await?;
    tx.commit().await?;
    Ok(respond::to(&saved(&path(&visit.paths(), congress))))
}

fn path(paths: &Paths, congress: &Slug) -> String {
    paths.in_office(congress, words(paths.lang()).jobs)
}
