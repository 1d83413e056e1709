//! One remark or amendment by itself: what it says and changes, who stands how to it, what became of it,
//! and what the clause says now.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::marks;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::register::{Clause, Remark, RemarkKind, RemarkState};
use wiec_text::{Amendment, Document, changes_html};

use super::amendment::{Neighbour, Tab, difference, tabs, view};
use super::line::{Line, Lines, Other};
use super::setting::Setting;
use super::talk::Talk;
use super::{addresses, send, words};
use crate::parts::parts;

#[derive(Template)]
#[template(path = "reading_remark.html")]
struct RemarkPage {
    frame: Frame,
    line: &'static str,
    proposal: Said,
    proposal_href: String,
    heading: String,
    remark: Line,
    change: Option<Change>,
    spoken: Option<&'static str>,
    /// Where it is amended, if it is an open amendment.
    amend: Option<String>,
    /// Where its author takes it back.
    withdraw: Option<String>,
    /// Amendments to this amendment.
    amended_by: Vec<Other>,
    /// The version that it was made for, where it is not the newest.
    made_for: Option<(String, String)>,
    now: Now,
}

/// What an amendment changes.
struct Change {
    tabs: Vec<Tab>,
    diff: String,
    /// What the team takes of it, where that is not all.
    taken: Option<String>,
    neighbours: Vec<Neighbour>,
}

/// What the clause says in the newest version.
enum Now {
    /// It is the same as when the remark was made, or nothing of the text.
    Same,
    /// It says this.
    Says(String),
    /// It is gone.
    Gone,
}

#[derive(Template)]
#[template(path = "reading_gone.html")]
struct GonePage {
    frame: Frame,
    line: &'static str,
    proposal: Said,
    proposal_href: String,
    heading: String,
    what: String,
    words: Option<String>,
    rules: String,
}

/// `GET /propozycje/{proposal}/uwaga/{number}`
///
/// One that was taken down or taken back says so, and not what it said (410). One that waits to be read
/// is there for its author alone.
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let setting = Setting::of(&app, &visit, &permit);
    let number = super::number(&path)?;
    let talk = Talk::of(&app, setting.proposal, setting.account).await?;
    let found = talk.remarks.iter().find(|it| it.number == Some(number));
    let Some(remark) = found else {
        return gone(&setting, number, &headers).await;
    };
    let older;
    let base = if remark.version == talk.version.number {
        &talk.version
    } else {
        let register = app.store.register();
        older = register
            .version(setting.proposal.id, remark.version)
            .await?;
        older.as_ref().ok_or(PageError::NotFound)?
    };
    let html = page(&setting, &talk, remark, &base.content.document)?;
    Ok(send(html, &headers).await)
}

fn page(
    setting: &Setting<'_>,
    talk: &Talk,
    remark: &Remark,
    base: &Document,
) -> Result<String, PageError> {
    let (m, proposal) = (setting.m(), setting.proposal);
    let document = &talk.version.content.document;
    let parts = parts(document);
    let lines = Lines {
        setting,
        talk,
        parts: &parts,
    };
    let line = lines.thread(remark);
    let heading = match remark.kind {
        RemarkKind::Amendment => m.read_amendment_no(line.number),
        _ => m.read_remark_no(line.number),
    };
    let title = format!("{}: {heading}", setting.title().words());
    let number = line.number;
    let mut frame = setting
        .frame(&title, |paths| paths.remark(proposal, number))
        .about(&words::beginning(&remark.body, 200));
    if !remark.is_public() {
        frame = frame.unlisted();
    }
    let is_old = remark.version != talk.version.number;
    let page = RemarkPage {
        line: setting.line().key(),
        proposal: setting.title(),
        proposal_href: setting.paths().proposal(proposal),
        heading,
        change: change(&lines, remark, base, &line.href),
        spoken: super::line::spoken(proposal.about.lang, setting.lang()),
        amend: amend(&lines, remark, number),
        withdraw: talk
            .is_mine(remark)
            .then(|| addresses::withdrawal(setting.paths(), proposal, number)),
        amended_by: talk
            .remarks
            .iter()
            .filter(|it| it.reply_to == Some(remark.id) && it.kind == RemarkKind::Amendment)
            .filter_map(|it| lines.other(it))
            .collect(),
        made_for: is_old.then(|| {
            let page = setting.paths().version(proposal, remark.version);
            (m.read_made_for(remark.version), page)
        }),
        now: now(remark, base, document),
        remark: line,
        frame,
    };
    Ok(page.render()?)
}

/// Only what was made for the words that stand can be amended.
fn amend(lines: &Lines<'_>, remark: &Remark, number: u32) -> Option<String> {
    let (setting, talk) = (lines.setting, lines.talk);
    let fits = remark.version == talk.version.number && talk.is_open(remark);
    let form = addresses::new_amendment(setting.paths(), setting.proposal, &remark.clause);
    let number = number.to_string();
    let query = wiec_kit::address::query(&[(setting.words().reply_to, &number)]);
    (fits && setting.is_open()).then(|| form + &query)
}

fn change(lines: &Lines<'_>, remark: &Remark, base: &Document, page: &str) -> Option<Change> {
    let setting = lines.setting;
    let view = view(setting);
    let diff = difference(remark, base, view, setting)?;
    let taken = |accepted: &Amendment| {
        let comparison = accepted.comparison(base).ok()?;
        Some(changes_html(
            &comparison,
            view,
            &marks::words(setting.m()),
            4,
        ))
    };
    Some(Change {
        tabs: tabs(setting, view, page),
        diff,
        taken: remark.accepted.as_ref().and_then(taken),
        neighbours: lines.neighbours(remark, base),
    })
}

fn now(remark: &Remark, base: &Document, document: &Document) -> Now {
    let Clause::Block(anchor) = remark.clause else {
        return Now::Same;
    };
    match (base.find(anchor), document.find(anchor)) {
        (_, None) => Now::Gone,
        (Some(then), Some(now)) if then.content == now.content => Now::Same,
        (_, Some(now)) => Now::Says(words::contents(std::slice::from_ref(&now.content))),
    }
}

async fn gone(
    setting: &Setting<'_>,
    number: u32,
    headers: &HeaderMap,
) -> Result<Response, PageError> {
    let (m, proposal) = (setting.m(), setting.proposal);
    let found = setting
        .app
        .store
        .remarks()
        .find(proposal.id, number)
        .await?;
    let found = found.ok_or(PageError::NotFound)?;
    let (what, words) = match &found.state {
        RemarkState::Removed { at, reason, words } => (
            m.read_removed(setting.day(*at), words::removal(*reason, m)),
            words.as_deref().map(words::paragraphs),
        ),
        RemarkState::Withdrawn { at } => (m.read_withdrawn(setting.day(*at)), None),
        RemarkState::Unconfirmed | RemarkState::Waiting { .. } | RemarkState::Published { .. } => {
            return Err(PageError::NotFound);
        }
    };
    let heading = m.read_remark_no(number);
    let title = format!("{}: {heading}", setting.title().words());
    let page = GonePage {
        frame: setting
            .frame(&title, |paths| paths.remark(proposal, number))
            .unlisted(),
        line: setting.line().key(),
        proposal: setting.title(),
        proposal_href: setting.paths().proposal(proposal),
        heading,
        what,
        words,
        rules: setting
            .paths()
            .in_proposal(proposal, wiec_kit::paths::words(setting.lang()).rules),
    };
    let mut response = send(page.render()?, headers).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::GONE;
    }
    Ok(response)
}
