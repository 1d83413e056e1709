//! One's own remarks on a proposal, those that wait too.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::TakePart;
use wiec_kit::app::App;
use wiec_kit::dates::moment;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Proposal, Remark, RemarkState};
use wiec_store::WantedRemarks;

use super::view::{at_remark, frame, kind, mine, removal, rules, title, withdrawal};

/// Nobody writes more than this on one proposal; whoever does sees the first.
const MOST: u64 = 500;
/// All states that a remark can be in once its author is known.
const STATES: [&str; 4] = ["waiting", "published", "removed", "withdrawn"];

#[derive(Template)]
#[template(path = "remarking_mine.html")]
struct MinePage {
    frame: Frame,
    name: String,
    proposal: String,
    rules: String,
    rows: Vec<Row>,
    is_saved: bool,
}

/// A remark of one's own.
struct Row {
    number: u32,
    kind: &'static str,
    state: &'static str,
    sign: &'static str,
    since: String,
    more: Option<String>,
    words: String,
    href: Option<String>,
    withdraw: Option<String>,
}

/// `GET /propozycje/{slug}/moje`
pub(super) async fn get(
    permit: Permit<TakePart>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let proposal = &of.proposal;
    let wanted = WantedRemarks {
        states: STATES.to_vec(),
        account: Some(permit.signed_in()?.account.id),
        ..WantedRemarks::default()
    };
    let page = app.store.remarks().page(proposal.id, &wanted, MOST).await?;
    let (m, paths) = (messages(visit.lang), visit.paths());
    let zone = &of.edition.release.programme.congress.zone;
    let row = |remark: Remark| {
        let since = remark.state.since().unwrap_or(remark.received_at);
        let since = moment(since, zone, visit.lang);
        row(m, &paths, proposal, (remark, since))
    };
    let page = MinePage {
        frame: frame(&app, &visit, m.remarking_mine(), |paths| {
            mine(paths, proposal)
        }),
        name: title(proposal, visit.lang),
        proposal: paths.proposal(proposal),
        rules: rules(&paths, proposal),
        rows: page.rows.into_iter().rev().map(row).collect(),
        is_saved: visit.asks("saved"),
    };
    Ok(respond::private(page.render()?))
}

fn row(m: &Messages, paths: &Paths, proposal: &Proposal, (remark, since): (Remark, String)) -> Row {
    let number = remark.number.unwrap_or_default();
    let (state, sign) = match remark.state {
        RemarkState::Unconfirmed | RemarkState::Waiting { .. } => {
            (m.remarking_is_waiting(), "is-warn")
        }
        RemarkState::Published { .. } => (m.remarking_is_published(), "is-ok"),
        RemarkState::Removed { .. } => (m.remarking_is_removed(), "is-bad"),
        RemarkState::Withdrawn { .. } => (m.remarking_is_withdrawn(), ""),
    };
    let more = match &remark.state {
        RemarkState::Removed { reason, words, .. } => {
            let why = removal(m, *reason);
            Some(match words {
                Some(words) => format!("{why} {words}"),
                None => why.to_owned(),
            })
        }
        _ => None,
    };
    let can_go = remark.state.can_be_withdrawn();
    let is_public = remark.is_public();
    let said = [Some(remark.body), remark.wording, remark.reasons];
    let words = said.into_iter().flatten().find(|words| !words.is_empty());
    Row {
        number,
        kind: kind(m, remark.kind),
        state,
        sign,
        since,
        more,
        words: words.unwrap_or_default(),
        href: is_public.then(|| at_remark(paths, proposal, number)),
        withdraw: can_go.then(|| withdrawal(paths, proposal, number)),
    }
}
