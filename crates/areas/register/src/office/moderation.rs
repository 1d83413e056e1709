//! Moderation: what waits to be read, over all proposals or of one, decided on in batches. Remarks that
//! say the same stand side by side; joined, one stands for all, and every author stays.
//!
//! Whoever is told of a decision is told by a job of the same transaction. Sent twice, a decision is made
//! once: a remark that has taken the step already stays where it is.

mod act;
mod beside;

use std::collections::BTreeMap;
use wiec_kit::dates;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageRegister;
use wiec_kit::address;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form, FormData};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::register::{Proposal, ProposalId, Remark, RemarkState, RemovalReason};

use super::{view, words};
use beside::Beside;

/// As many as somebody reads at a time.
const PAGE: u64 = 50;
/// The states that are looked at here.
const STATES: [&str; 3] = ["waiting", "published", "removed"];

#[derive(Template)]
#[template(path = "office_moderation.html")]
struct ModerationPage {
    frame: OfficeFrame,
    form: Form,
    filter: Form,
    proposals: Vec<Choice>,
    states: Vec<Choice>,
    reasons: Vec<Choice>,
    rows: Vec<Row>,
    total: u64,
    can_publish: bool,
    can_remove: bool,
    previous: Option<String>,
    next: Option<String>,
    list: String,
}

/// A remark in the queue.
struct Row {
    /// How a form names it.
    tick: String,
    is_ticked: bool,
    number: u32,
    href: Option<String>,
    /// The proposal, where the queue is of all.
    proposal: String,
    clause: String,
    clause_href: Option<String>,
    kind: &'static str,
    who: String,
    behalf: String,
    received: String,
    body: String,
    reasons: Option<String>,
    wording: Option<String>,
    /// Why it was taken down.
    removal: Option<String>,
    /// Whether it says the same as the row above it.
    is_like: bool,
    like: Vec<Like>,
    /// The number of the one that stands for it.
    joined: Option<u32>,
}

/// A remark that says the same as the one of the row.
struct Like {
    number: u32,
    who: String,
    state: &'static str,
    says: String,
    /// What the button that joins the two sends.
    join: String,
}

/// Which remarks an address asks for.
struct Wanted {
    proposal: Option<Slug>,
    state: &'static str,
    page: u64,
}

impl Wanted {
    fn of(query: &FormData) -> Self {
        let asked = query.get("state").unwrap_or_default();
        let state = STATES.into_iter().find(|state| *state == asked);
        Self {
            proposal: query.get("proposal").and_then(|slug| slug.parse().ok()),
            state: state.unwrap_or(STATES[0]),
            page: query
                .get("page")
                .and_then(|page| page.parse().ok())
                .unwrap_or(0),
        }
    }

    fn address(&self, paths: &Paths, congress: &Slug, page: u64) -> String {
        let path = view::beside(paths, congress, |words| words.moderation);
        let slug = self.proposal.as_ref().map_or("", Slug::as_str);
        let page = if page == 0 {
            String::new()
        } else {
            page.to_string()
        };
        let asked = [("proposal", slug), ("state", self.state), ("page", &page)];
        let said: Vec<_> = asked
            .into_iter()
            .filter(|(name, value)| !value.is_empty() && (*name != "state" || *value != STATES[0]))
            .collect();
        format!("{path}{}", address::query(&said))
    }
}

/// `GET /biuro/{congress}/propozycje/moderacja`
pub async fn get(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    Ok(respond::private(html(&app, &visit, &permit, form).await?))
}

/// `POST /biuro/{congress}/propozycje/moderacja`: all that are ticked are published, taken down with a
/// reason, or joined; or one is joined to another, or parted from it again.
pub async fn post(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let proposals = app.store.register().list(congress).await?;
    let Some(act) = act::read(&mut form, &proposals)? else {
        return Ok(respond::again(html(&app, &visit, &permit, form).await?));
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    act::carry_out(&mut tx, congress, &act).await?;
    tx.commit().await?;
    let wanted = Wanted::of(&query(&visit));
    let back = wanted.address(&visit.paths(), congress, wanted.page);
    Ok(respond::to(&saved(&back)))
}

fn query(visit: &Visit) -> FormData {
    let query = visit.address.split_once('?').map_or("", |(_, query)| query);
    FormData::parse(query.as_bytes())
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    form: Form,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let query = query(visit);
    let wanted = Wanted::of(&query);
    let title = form.titled(m.office_moderation_title());
    let here = |paths: &Paths| wanted.address(paths, congress, wanted.page);
    let frame = view::frame(app, visit, permit, &title, here).await?;
    let proposals = app.store.register().list(congress).await?;
    let chosen = match &wanted.proposal {
        Some(slug) => {
            let found = proposals.iter().find(|it| it.slug == *slug);
            Some(found.ok_or(PageError::NotFound)?)
        }
        None => None,
    };
    let remarks = app.store.remarks();
    let id = chosen.map(|it| it.id);
    let found = remarks
        .moderated(congress, id, wanted.state, wanted.page, PAGE)
        .await?;
    let theirs = proposals_of(&found.rows);
    let known = remarks.beside(&theirs).await?;
    let beside = Beside::of(&known);
    let by_id: BTreeMap<ProposalId, &Proposal> = proposals.iter().map(|it| (it.id, it)).collect();
    let rows = beside
        .in_order(found.rows)
        .iter()
        .filter_map(|(remark, is_like)| {
            let proposal = by_id.get(&remark.proposal)?;
            Some(row(remark, *is_like, proposal, &beside, &frame, &form))
        })
        .collect();
    let more = (wanted.page + 1) * PAGE < found.total;
    let page = ModerationPage {
        proposals: std::iter::once(Choice::new("", m.office_moderation_all()))
            .chain(
                proposals
                    .iter()
                    .map(|it| Choice::new(&it.slug, it.about.title.words(visit.lang))),
            )
            .collect(),
        states: STATES.map(|it| Choice::new(it, state(it, m))).to_vec(),
        reasons: std::iter::once(Choice::new("", m.office_choose()))
            .chain(RemovalReason::ALL.map(|it| Choice::new(it.key(), words::removal(it, m))))
            .collect(),
        rows,
        total: found.total,
        can_publish: wanted.state != "published",
        can_remove: wanted.state != "removed",
        previous: (wanted.page > 0)
            .then(|| wanted.address(&frame.paths, congress, wanted.page - 1)),
        next: more.then(|| wanted.address(&frame.paths, congress, wanted.page + 1)),
        list: view::list(&frame.paths, congress),
        filter: Form::of(query, visit.lang).with("state", wanted.state),
        frame,
        form,
    };
    Ok(page.render()?)
}

fn proposals_of(rows: &[Remark]) -> Vec<ProposalId> {
    let mut ids: Vec<ProposalId> = rows.iter().map(|row| row.proposal).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn row(
    remark: &Remark,
    is_like: bool,
    proposal: &Proposal,
    beside: &Beside<'_>,
    frame: &OfficeFrame,
    form: &Form,
) -> Row {
    let m = frame.m;
    let tick = format!("{}.{}", proposal.slug, remark.id);
    let number = remark.number.unwrap_or_default();
    let public = view::public(&frame.paths, proposal);
    let is_open = proposal.is_public();
    let like = beside.like(remark).into_iter().map(|other| Like {
        number: other.number.unwrap_or_default(),
        who: other.author.name.clone(),
        state: state(other.state.word(), m),
        says: other.body.chars().take(200).collect(),
        join: format!("{tick}.{}", other.id),
    });
    Row {
        is_ticked: form.chose("remark", &tick),
        number,
        href: remark.is_public().then(|| public.remark(proposal, number)),
        proposal: proposal.about.title.words(m.lang()).to_owned(),
        clause: match &remark.clause {
            wiec_model::register::Clause::Whole => m.office_clause_whole().to_owned(),
            other => other.to_string(),
        },
        clause_href: is_open.then(|| public.clause(proposal, &remark.clause)),
        kind: words::remark_kind(remark.kind, m),
        who: remark.author.name.clone(),
        behalf: match &remark.author.body {
            Some(body) => format!("{}, {body}", words::behalf(remark.author.behalf, m)),
            None => words::behalf(remark.author.behalf, m).to_owned(),
        },
        received: format!(
            "{}, {}",
            dates::moment(remark.received_at, &frame.zone, m.lang()),
            words::channel(remark.channel, m)
        ),
        body: remark.body.clone(),
        reasons: remark.reasons.clone(),
        wording: remark.wording.clone(),
        removal: removal(&remark.state, m),
        is_like,
        like: like.collect(),
        joined: remark.same_as.and_then(|id| beside.number(id)),
        tick,
    }
}

fn removal(state: &RemarkState, m: &Messages) -> Option<String> {
    let RemarkState::Removed { reason, words, .. } = state else {
        return None;
    };
    let reason = words::removal(*reason, m);
    Some(match words {
        Some(words) => format!("{reason} {words}"),
        None => reason.to_owned(),
    })
}

fn state(word: &str, m: &Messages) -> &'static str {
    match word {
        "published" => m.office_state_published(),
        "removed" => m.office_state_removed(),
        _ => m.office_state_waiting(),
    }
}
