//! The clock of a session's talks, large enough for the hall. Without the script it is the plan of the
//! session: what begins when.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::ToSpan as _;
use wiec_kit::acts::ReadProgramme;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Found;
use wiec_kit::error::PageError;
use wiec_kit::frame::{Frame, Section};
use wiec_kit::paths::{self, Paths};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::session::{Story, Talk};
use wiec_model::{Session, Text};

use super::here::Here;
use super::send;

#[derive(Template)]
#[template(path = "reading_timer.html")]
struct TimerPage {
    frame: Frame,
    /// What the device keeps the state under.
    name: String,
    title: Said,
    hours: Option<String>,
    steps: Vec<Step>,
    back: String,
}

/// A talk, a story, or a phase.
struct Step {
    title: Said,
    who: Vec<Said>,
    minutes: u32,
    seconds: u64,
    /// When it begins, if all goes by the plan.
    begins: Option<String>,
}

/// `GET /sesje/{session}/zegar`
#[tracing::instrument(name = "calls.timer", skip_all)]
pub async fn get(
    permit: Permit<ReadProgramme>,
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let here = Here::of(&app, &visit, &permit.subject);
    let session = match here.edition.session(&slug, visit.lang) {
        Some(Found::Here(session)) => session,
        Some(Found::Moved(session)) => return Ok(respond::to(&address(here.paths(), session))),
        Some(Found::Gone(_)) | None => return Err(PageError::NotFound),
    };
    let steps = steps(&here, session);
    if steps.is_empty() {
        return Err(PageError::NotFound);
    }
    let slot = session.slot.as_ref();
    let title = here
        .m()
        .calls_read_timer_of(session.title.words(here.lang()));
    let frame = here.frame(&title, |paths| address(paths, session));
    let page = TimerPage {
        name: session.guid.simple().to_string(),
        title: here.said(&session.title),
        hours: slot.map(|slot| dates::hours(slot, here.zone())),
        steps,
        back: here.paths().session(session),
        frame: frame.within(Section::Aside).unlisted(),
    };
    Ok(send(page.render()?, &asked).await)
}

fn address(paths: &Paths, session: &Session) -> String {
    format!(
        "{}/{}",
        paths.session(session),
        paths::words(paths.lang()).timer
    )
}

/// Talks in running order; where there are none, stories; else the phases of the script.
fn steps(here: &Here<'_>, session: &Session) -> Vec<Step> {
    let talks = session.talks.iter();
    let talks = talks.map(|it| (&it.title, tellers(here, it), it.minutes));
    let told_by = |it: &Story| it.role.iter().map(|role| here.said(role)).collect();
    let stories = session.stories.iter();
    let stories = stories.map(|it| (&it.title, told_by(it), it.minutes));
    let phases = session.phases.iter();
    let phases = phases.map(|it| (&it.name, Vec::new(), it.minutes));
    let planned: Vec<(&Text, Vec<Said>, u32)> = if !session.talks.is_empty() {
        talks.collect()
    } else if !session.stories.is_empty() {
        stories.collect()
    } else {
        phases.collect()
    };
    let mut begins = session.slot.as_ref().map(|slot| slot.starts_at);
    planned
        .into_iter()
        .map(|(title, who, minutes)| {
            let step = Step {
                title: here.said(title),
                who,
                minutes,
                seconds: u64::from(minutes) * 60,
                begins: begins.map(|at| dates::hour(at, here.zone())),
            };
            let length = i64::from(minutes).minutes();
            begins = begins.and_then(|at| at.checked_add(length).ok());
            step
        })
        .collect()
}

/// Whoever tells a talk: their names, or who they are.
fn tellers(here: &Here<'_>, talk: &Talk) -> Vec<Said> {
    let people = talk.people.iter();
    let people = people.filter_map(|guid| here.edition.person_by_guid(*guid));
    let called = people.filter_map(|person| match &person.name {
        Some(name) => Some(Said::new(name)),
        None => person.role.as_ref().map(|role| here.said(role)),
    });
    called.collect()
}
