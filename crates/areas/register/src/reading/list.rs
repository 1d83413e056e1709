//! Remarks in threads, filtered and paged: those at one clause, and all of a proposal.

mod filter;
mod place;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::register::{Clause, Remark};

use super::line::{Line, Lines};
use super::news::Since;
use super::setting::Setting;
use super::talk::Talk;
use super::{addresses, send};
use crate::parts::parts;

use filter::{Field, Filter};
use place::Place;

/// So many threads stand on a page.
const PAGE: usize = 40;

#[derive(Template)]
#[template(path = "reading_list.html")]
struct ListPage {
    frame: Frame,
    line: &'static str,
    proposal: Said,
    proposal_href: String,
    heading: String,
    /// The clause, where it is the page of one.
    place: Option<Place>,
    since: Option<Since>,
    fields: Vec<Field>,
    search: (&'static str, String),
    mine: Option<(&'static str, bool)>,
    kept: Vec<(&'static str, String)>,
    is_filtered: bool,
    unfiltered: String,
    found: String,
    threads: Vec<Line>,
    before: Option<String>,
    after: Option<String>,
    whole: Option<String>,
    /// The word by which forms of the page say where they came from.
    back: &'static str,
}

/// `GET /propozycje/{proposal}/akapit/{clause}`
pub async fn clause(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let setting = Setting::of(&app, &visit, &permit);
    let word = path.iter().find(|(key, _)| key == "clause");
    let clause: Option<Clause> = word.and_then(|(_, word)| word.parse().ok());
    let clause = clause.ok_or(PageError::NotFound)?;
    let talk = Talk::of(&app, setting.proposal, setting.account).await?;
    let parts = parts(&talk.version.content.document);
    let lines = Lines {
        setting: &setting,
        talk: &talk,
        parts: &parts,
    };
    let place = Place::of(&lines, &clause).ok_or(PageError::NotFound)?;
    let said = talk.remarks.iter().filter(|it| place.is_about(&it.clause));
    let said = said.collect::<Vec<_>>();
    let heading = place.heading.clone();
    let address = |paths: &Paths| paths.clause(setting.proposal, &clause);
    let html = page(&lines, &said, heading, Some(place), address)?;
    Ok(send(html, &headers).await)
}

/// `GET /propozycje/{proposal}/uwagi`
pub async fn all(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let setting = Setting::of(&app, &visit, &permit);
    let talk = Talk::of(&app, setting.proposal, setting.account).await?;
    let parts = parts(&talk.version.content.document);
    let lines = Lines {
        setting: &setting,
        talk: &talk,
        parts: &parts,
    };
    let said: Vec<&Remark> = talk.remarks.iter().collect();
    let heading = setting.m().read_all_remarks().to_owned();
    let address = |paths: &Paths| addresses::remarks(paths, setting.proposal);
    let html = page(&lines, &said, heading, None, address)?;
    Ok(send(html, &headers).await)
}

fn page(
    lines: &Lines<'_>,
    said: &[&Remark],
    heading: String,
    place: Option<Place>,
    address: impl Fn(&Paths) -> String,
) -> Result<String, PageError> {
    let (setting, talk) = (lines.setting, lines.talk);
    let (m, proposal) = (setting.m(), setting.proposal);
    let filter = Filter::asked(setting)?;
    let threads: Vec<&Remark> = said
        .iter()
        .copied()
        // A reply whose thread began at another clause begins one here.
        .filter(|it| talk.begins(it))
        .filter(|it| {
            filter.takes(talk, it) || talk.thread(it.id).iter().any(|it| filter.takes(talk, it))
        })
        .collect();
    let from = (filter.page - 1) * PAGE;
    let title = format!("{}: {heading}", setting.title().words());
    let mut frame = setting.frame(&title, &address);
    if filter.is_set() || filter.page > 1 {
        frame = frame.unlisted();
    }
    let here = frame.here.clone();
    let turned = |page: usize| format!("{here}{}", filter.query(setting, page));
    let page = ListPage {
        line: setting.line().key(),
        proposal: setting.title(),
        proposal_href: setting.paths().proposal(proposal),
        heading,
        since: place.is_none().then(|| Since::of(setting, talk, &here)),
        fields: filter.fields(setting),
        search: (
            setting.words().search,
            filter.search.clone().unwrap_or_default(),
        ),
        mine: setting.account.map(|_| (setting.words().mine, filter.mine)),
        kept: filter.kept(setting),
        is_filtered: filter.is_set(),
        unfiltered: here.clone(),
        found: m.read_found(threads.len()),
        before: (filter.page > 1).then(|| turned(filter.page - 1)),
        after: (threads.len() > from + PAGE).then(|| turned(filter.page + 1)),
        threads: threads
            .into_iter()
            .skip(from)
            .take(PAGE)
            .map(|it| lines.thread(it))
            .collect(),
        back: if place.is_some() { "clause" } else { "remarks" },
        whole: place
            .is_some()
            .then(|| addresses::remarks(setting.paths(), proposal)),
        place,
        frame,
    };
    Ok(page.render()?)
}
