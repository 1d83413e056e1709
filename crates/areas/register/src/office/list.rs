//! The office's list of proposals: how far each has come, how its discussion stands, and what the law
//! asks for next.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageRegister;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::OfficeFrame;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::consultation::{Profile, Standing as Day};
use wiec_model::register::{Gate, Proposal};
use wiec_model::{Programme, Zone};
use wiec_store::Standing;

use super::view::{self, Link};
use super::{clock, words};

#[derive(Template)]
#[template(path = "office_list.html")]
struct ListPage {
    frame: OfficeFrame,
    lines: Vec<Line>,
    new: String,
    moderation: String,
    waiting: u32,
}

/// A proposal in the list.
struct Line {
    title: String,
    track: String,
    stage: String,
    published: u32,
    amendments: u32,
    waiting: u32,
    unanswered: u32,
    /// What its clock says, with the class of that; nothing without a law.
    clock: Option<(String, &'static str)>,
    consultation: String,
    queue: String,
    links: Vec<Link>,
}

/// `GET /biuro/{congress}/propozycje`
pub async fn get(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let title = m.office_register();
    let frame = view::frame(&app, &visit, &permit, title, |paths| {
        view::list(paths, congress)
    })
    .await?;
    let proposals = app.store.register().list(congress).await?;
    let standings = app.store.remarks().standings(congress).await?;
    let draft = app.store.drafts().find(congress).await?;
    let draft = draft.ok_or(PageError::NotFound)?;
    let of = |proposal: &Proposal| standings.get(&proposal.id).copied().unwrap_or_default();
    let now = app.clock.now();
    let lines: Vec<Line> = proposals
        .iter()
        .map(|proposal| line(proposal, of(proposal), &draft, &frame, now))
        .collect();
    let page = ListPage {
        new: view::beside(&frame.paths, congress, |words| words.new),
        moderation: view::beside(&frame.paths, congress, |words| words.moderation),
        waiting: lines.iter().map(|line| line.waiting).sum(),
        lines,
        frame,
    };
    Ok(respond::private(page.render()?))
}

fn line(
    proposal: &Proposal,
    standing: Standing,
    draft: &Programme,
    frame: &OfficeFrame,
    now: jiff::Timestamp,
) -> Line {
    let m = frame.m;
    let track = draft.track(proposal.about.track.as_str());
    let day = Day::at(now, &frame.zone, standing.published, standing.unanswered);
    let read = clock::read(&proposal.consultation, day, m);
    Line {
        title: proposal.about.title.words(m.lang()).to_owned(),
        track: track.map_or_else(
            || proposal.about.track.to_string(),
            |track| track.name.words(m.lang()).to_owned(),
        ),
        stage: stage(proposal, day, &frame.zone, now, m),
        published: standing.published,
        amendments: standing.amendments,
        waiting: standing.waiting,
        unanswered: standing.unanswered,
        clock: read.map(|clock| (clock.says, clock.tag)),
        consultation: view::of(&frame.paths, proposal, |words| words.consultation),
        queue: view::moderation_of(&frame.paths, proposal),
        links: view::links(&frame.paths, proposal, m),
    }
}

/// How far a proposal has come, in words: by its consultation where it follows a law, else by whether
/// remarks are taken.
fn stage(proposal: &Proposal, day: Day, zone: &Zone, now: jiff::Timestamp, m: &Messages) -> String {
    let Some(version) = proposal.current else {
        return m.office_stage_draft().to_owned();
    };
    let moment = |at| dates::moment(at, zone, m.lang());
    let how = if proposal.consultation.profile == Profile::None {
        match proposal.discussion.gate(now) {
            Gate::NotYet { opens_at } => m.office_gate_not_yet(moment(opens_at)),
            Gate::Open { closes_at: None } => m.office_gate_open().to_owned(),
            Gate::Open {
                closes_at: Some(at),
            } => m.office_gate_open_until(moment(at)),
            Gate::Closed { closed_at } => m.office_gate_closed(moment(closed_at)),
        }
    } else {
        words::phase(proposal.consultation.phase(day.today), m).to_owned()
    };
    m.office_stage_version(how, version)
}
