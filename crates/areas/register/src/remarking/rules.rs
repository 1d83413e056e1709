//! The rules of a discussion as everybody reads them, with the log of what was taken down.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{Authors, Moderation, Remark, RemarkState, RemovalReason};
use wiec_model::retention::Kept;

use super::gate;
use super::view::{frame, removal, rules, title};

#[derive(Template)]
#[template(path = "remarking_rules.html")]
struct RulesPage {
    frame: Frame,
    name: String,
    proposal: String,
    when: String,
    who: &'static str,
    how: &'static str,
    reasons: Vec<&'static str>,
    days: u16,
    log: Vec<Removal>,
}

/// What was taken down: never what it said, and never whose it was.
struct Removal {
    number: u32,
    day: String,
    reason: &'static str,
    words: Option<String>,
}

/// `GET /propozycje/{slug}/zasady`
pub(super) async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let proposal = &of.proposal;
    let m = messages(visit.lang);
    let zone = &of.edition.release.programme.congress.zone;
    let removed = app.store.remarks().all(proposal.id, &["removed"]).await?;
    let line = |remark: Remark| {
        let RemarkState::Removed { at, reason, words } = remark.state else {
            return None;
        };
        Some(Removal {
            number: remark.number?,
            day: dates::long_date(dates::date_of(at, zone), visit.lang),
            reason: removal(m, reason),
            words,
        })
    };
    let when = match gate::closed(&app, &visit, of) {
        Some(closed) => closed.what,
        None => gate::until(&app, &visit, of).unwrap_or_else(|| m.remarking_no_end().to_owned()),
    };
    let page = RulesPage {
        frame: frame(&app, &visit, m.remarking_rules(), |paths| {
            rules(paths, proposal)
        }),
        name: title(proposal, visit.lang),
        proposal: visit.paths().proposal(proposal),
        when,
        who: match proposal.discussion.authors {
            Authors::Anybody => m.remarking_rules_anybody(),
            Authors::Members => m.remarking_rules_members(),
        },
        how: match proposal.discussion.moderation {
            Moderation::AtOnce => m.remarking_rules_at_once(),
            Moderation::BeforeRead => m.remarking_rules_before_read(),
        },
        reasons: RemovalReason::ALL.map(|reason| removal(m, reason)).to_vec(),
        days: Kept::UnconfirmedRemarks.days(),
        log: removed.into_iter().filter_map(line).collect(),
    };
    Ok(respond::private(page.render()?))
}
