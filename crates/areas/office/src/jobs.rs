//! Jobs that were given up: what went wrong, and trying them again.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageJobs;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::jobs::{About, AboutRemark, AboutSubmission, Job};
use wiec_model::rules::{Action, On, may};
use wiec_store::{DeadJob, JobCounts, JobsOf};

/// More than anybody would look at one by one.
const SHOWN: u64 = 200;

#[derive(Template)]
#[template(path = "jobs.html")]
struct JobsPage {
    frame: OfficeFrame,
    counts: JobCounts,
    rows: Vec<Row>,
    outbox: String,
}

/// A job in the table.
struct Row {
    key: String,
    what: String,
    /// The letter that it was to send.
    letter: Option<String>,
    problem: String,
    attempts: u32,
    created: String,
    dead: String,
}

/// `GET /biuro/{congress}/zadania`
pub async fn get(
    permit: Permit<ManageJobs>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let (congress, m) = (&permit.subject, messages(visit.lang));
    let (actor, part, title) = (&permit.actor, Part::Mail, m.jobs_title());
    let place = |paths: &wiec_kit::paths::Paths| {
        paths.in_office(congress, wiec_kit::paths::words(paths.lang()).jobs)
    };
    let frame = OfficeFrame::open(&app, &visit, actor, congress, part, title, place).await?;
    let jobs = app.store.jobs();
    let of = jobs_of(&permit);
    let dead = jobs.dead(of, SHOWN).await?;
    let page = JobsPage {
        counts: jobs.counts(of).await?,
        rows: dead.into_iter().map(|job| row(job, &frame)).collect(),
        outbox: frame.part(frame.words().mail),
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// `POST /biuro/{congress}/zadania`: a job is tried again.
///
/// A letter that was given up failed, and goes back to the queue with its job.
pub async fn post(
    permit: Permit<ManageJobs>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let form = Form::of(data, visit.lang);
    let (of, key) = (jobs_of(&permit), form.value("job"));
    let Some(dead) = app.store.jobs().find_dead(of, key).await? else {
        // Somebody else tried it again, or it is none of this congress.
        return Err(PageError::Invalid);
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.jobs().try_again(of, key).await?;
    if let Job::SendMail { mail, .. } = dead.job {
        tx.mails().queue(mail).await?;
    }
    tx.commit().await?;
    let paths = visit.paths();
    let word = wiec_kit::paths::words(visit.lang).jobs;
    Ok(respond::to(&saved(&paths.in_office(&permit.subject, word))))
}

/// Those of the congress; whoever organises all of them sees those of the installation as well.
fn jobs_of(permit: &Permit<ManageJobs>) -> JobsOf<'_> {
    if may(&permit.actor, Action::ManageJobs, &On::Site) {
        JobsOf::Everyone
    } else {
        JobsOf::Congress(&permit.subject)
    }
}

fn row(job: DeadJob, frame: &OfficeFrame) -> Row {
    let here = frame.slug.as_ref();
    let letter = match &job.job {
        Job::SendMail { mail, congress } if congress.as_ref() == here => {
            here.map(|congress| frame.paths.letter(congress, *mail))
        }
        _ => None,
    };
    Row {
        what: what(&job.job, frame.m),
        letter,
        problem: job.problem,
        attempts: job.attempts,
        created: dates::moment(job.created_at, &frame.zone, frame.lang),
        dead: dates::moment(job.dead_at, &frame.zone, frame.lang),
        key: job.key,
    }
}

/// What was to be done, in words.
fn what(job: &Job, m: &Messages) -> String {
    match job {
        Job::SendMail { mail, .. } => m.jobs_send_mail(mail.to_string()),
        Job::TellRegistered { about, .. } => match about {
            About::Receipt => m.jobs_tell_receipt(),
            About::Decision => m.jobs_tell_decision(),
            About::Known => m.jobs_tell_known(),
        }
        .to_owned(),
        Job::TellRemarked { about, .. } => match about {
            AboutRemark::Confirm => m.jobs_tell_remark_confirm(),
            AboutRemark::Published => m.jobs_tell_remark_published(),
            AboutRemark::Removed => m.jobs_tell_remark_removed(),
            AboutRemark::Answered { .. } => m.jobs_tell_remark_answered(),
            AboutRemark::Merged { .. } => m.jobs_tell_remark_merged(),
        }
        .to_owned(),
        Job::TellSubmitted { about, .. } => match about {
            AboutSubmission::Receipt => m.jobs_tell_submitted_receipt(),
            AboutSubmission::Invited { .. } => m.jobs_tell_submitted_invited(),
            AboutSubmission::Withdrawn => m.jobs_tell_submitted_withdrawn(),
            AboutSubmission::MovedUp => m.jobs_tell_submitted_moved_up(),
            AboutSubmission::ConfirmSoon => m.jobs_tell_submitted_confirm_soon(),
            AboutSubmission::Expired => m.jobs_tell_submitted_expired(),
            AboutSubmission::Missing { .. } => m.jobs_tell_submitted_missing(),
        }
        .to_owned(),
        Job::Daily { .. } => m.jobs_daily().to_owned(),
    }
}
