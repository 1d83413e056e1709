//! The reserve in its order, who moved up, and those who have not said yet whether they come.
//!
//! What is done here is done once however often its button is pressed: a move names the place from which
//! it was seen, and whoever is out already stays so.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{InOfficeCall, ManageCall};
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::calls::{Call, State as Standing, Submission, SubmissionId};
use wiec_model::jobs::{AboutSubmission, Job};
use wiec_store::{Act as Done, Left, Tx, Wanted};

use super::row;
use super::view::{self, Around, Page};

/// The states that are looked at here.
const STATES: [&str; 2] = ["accepted", "reserve"];

#[derive(Template)]
#[template(path = "choosing_reserve.html")]
struct ReservePage {
    frame: OfficeFrame,
    around: Around,
    form: Form,
    reserve: Vec<Reserved>,
    unanswered: Vec<Unanswered>,
    moved: Vec<Gone>,
    left: Vec<Gone>,
}

/// As many of the last entries of the history are looked through for what moved up.
const LOOKED_AT: u64 = 500;

/// A place in reserve.
struct Reserved {
    id: String,
    rank: u32,
    title: String,
    href: String,
    authors: String,
    is_first: bool,
    is_last: bool,
}

/// Somebody who was accepted and has not answered.
struct Unanswered {
    id: String,
    title: String,
    href: String,
    authors: String,
    until: String,
    is_late: bool,
}

/// Something that fell out, or moved up.
struct Gone {
    title: String,
    href: String,
    state: &'static str,
    since: String,
}

/// `GET /biuro/{congress}/nabory/{call}/rezerwa`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    Ok(respond::private(html(&app, &visit, &permit, form).await?))
}

/// What is to be done.
enum Act {
    Move(SubmissionId, u32, Way),
    Remind(Vec<SubmissionId>),
    Decline(SubmissionId),
    Withdraw(SubmissionId),
}

#[derive(Clone, Copy)]
enum Way {
    Up,
    Down,
}

/// `POST /biuro/{congress}/nabory/{call}/rezerwa`: moves one in the reserve, reminds those who have not
/// answered, or says for somebody that they do not come.
#[tracing::instrument(name = "calls.reserve", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let act = read(&form)?;
    if let Act::Remind(ids) = &act
        && ids.is_empty()
    {
        form.fail_whole(form.words().choosing_none_ticked());
        return Ok(respond::again(html(&app, &visit, &permit, form).await?));
    }
    let known = app.store.submissions();
    let known = known.list(&of.congress, of.call.id, &STATES).await?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match act {
        Act::Move(id, rank, way) => reorder(&mut tx, &of.call, &known, (id, rank, way)).await?,
        Act::Remind(ids) => remind(&mut tx, &of.congress, &known, &ids).await?,
        Act::Decline(id) => {
            let left = tx.submissions().decline(&of.call, id).await?;
            tell(&mut tx, &of.congress, left).await?;
        }
        Act::Withdraw(id) => {
            let left = tx.submissions().withdraw(&of.call, id).await?;
            tell(&mut tx, &of.congress, left).await?;
        }
    }
    tx.commit().await?;
    let here = Page::Reserve.path(&visit.paths(), of);
    Ok(respond::to(&saved(&here)))
}

fn read(form: &Form) -> Result<Act, PageError> {
    let id = |raw: &str| raw.parse().map_err(|_| PageError::Invalid);
    let act = form.value("act");
    let (verb, rest) = act.split_once('.').unwrap_or((act, ""));
    Ok(match verb {
        "up" | "down" => {
            let (raw, rank) = rest.split_once('.').ok_or(PageError::Invalid)?;
            let way = if verb == "up" { Way::Up } else { Way::Down };
            let rank = rank.parse().map_err(|_| PageError::Invalid)?;
            Act::Move(id(raw)?, rank, way)
        }
        "remind" => {
            let ids: Result<Vec<_>, _> = form.data().all("row").map(id).collect();
            Act::Remind(ids?)
        }
        "decline" => Act::Decline(id(rest)?),
        "withdraw" => Act::Withdraw(id(rest)?),
        _ => return Err(PageError::Invalid),
    })
}

/// Moves one in reserve, if it stands where it was seen.
async fn reorder(
    tx: &mut Tx,
    call: &Call,
    known: &[Submission],
    (id, seen, way): (SubmissionId, u32, Way),
) -> Result<(), PageError> {
    let reserve = in_order(known);
    let at = reserve
        .iter()
        .position(|(it, rank)| it.id == id && *rank == seen);
    let other = at.and_then(|at| match way {
        Way::Up => at.checked_sub(1),
        Way::Down => Some(at + 1).filter(|other| *other < reserve.len()),
    });
    let (Some(at), Some(other)) = (at, other) else {
        return Ok(());
    };
    let mut order: Vec<SubmissionId> = reserve.iter().map(|(it, _)| it.id).collect();
    order.swap(at, other);
    Ok(tx.submissions().order_reserve(call, &order).await?)
}

/// The reserve with its places.
fn in_order(known: &[Submission]) -> Vec<(&Submission, u32)> {
    let mut reserve: Vec<_> = known
        .iter()
        .filter_map(|it| match it.state {
            Standing::Reserve { rank, .. } => Some((it, rank)),
            _ => None,
        })
        .collect();
    reserve.sort_by_key(|(it, rank)| (*rank, it.id));
    reserve
}

async fn remind(
    tx: &mut Tx,
    congress: &Slug,
    known: &[Submission],
    ids: &[SubmissionId],
) -> Result<(), PageError> {
    let unanswered = known.iter().filter(|it| ids.contains(&it.id));
    let unanswered = unanswered.filter(|it| matches!(it.state, Standing::Accepted { .. }));
    let jobs: Vec<Job> = unanswered
        .map(|it| AboutSubmission::ConfirmSoon.job(congress, it.id))
        .collect();
    Ok(tx.jobs().enqueue_all(&jobs).await?)
}

/// The authors of what fell out hear of it, and so do those of what moved up.
async fn tell(tx: &mut Tx, congress: &Slug, left: Left) -> Result<(), PageError> {
    let Left::Now(gone, moved) = left else {
        return Ok(());
    };
    if matches!(gone.state, Standing::Withdrawn { .. }) {
        let withdrawn = AboutSubmission::Withdrawn.job(congress, gone.id);
        tx.jobs().enqueue(&withdrawn).await?;
    }
    if let Some(moved) = moved {
        let moved = AboutSubmission::MovedUp.job(congress, moved.id);
        tx.jobs().enqueue(&moved).await?;
    }
    Ok(())
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
) -> Result<String, PageError> {
    let of = &permit.subject;
    let m = form.words();
    let title = form.titled(m.choosing_reserve());
    let (frame, around) = view::frame(app, visit, permit, Page::Reserve, &title).await?;
    let states = ["accepted", "reserve", "confirmed", "withdrawn", "declined"];
    let all = app.store.submissions();
    let all = all.list(&of.congress, of.call.id, &states).await?;
    let href = |it: &Submission| {
        let paths = &frame.paths;
        paths.office_submission(&of.congress, &of.call.slug, &it.code)
    };
    let reserve = in_order(&all);
    let last = reserve.len().saturating_sub(1);
    let reserve = reserve
        .into_iter()
        .enumerate()
        .map(|(at, (it, rank))| Reserved {
            id: it.id.to_string(),
            rank,
            title: it.words.title.clone(),
            href: href(it),
            authors: row::authors(&it.authors),
            is_first: at == 0,
            is_last: at == last,
        });
    let reserve = reserve.collect();
    let now = app.clock.now();
    let mut unanswered: Vec<_> = all
        .iter()
        .filter_map(|it| match it.state {
            Standing::Accepted { confirm_by, .. } => Some((confirm_by, it)),
            _ => None,
        })
        .collect();
    unanswered.sort_by_key(|(until, it)| (*until, it.id));
    let unanswered = unanswered.into_iter().map(|(until, it)| Unanswered {
        id: it.id.to_string(),
        title: it.words.title.clone(),
        href: href(it),
        authors: row::authors(&it.authors),
        until: dates::moment(until, &frame.zone, visit.lang),
        is_late: until < now,
    });
    let unanswered = unanswered.collect();
    let left = all.iter().filter_map(|it| {
        let is_out = matches!(
            it.state,
            Standing::Withdrawn { .. } | Standing::Declined { .. }
        );
        let since = it.state.since().filter(|_| is_out)?;
        Some(Gone {
            title: it.words.title.clone(),
            href: href(it),
            state: super::words::state(it.state.word(), m),
            since: dates::moment(since, &frame.zone, visit.lang),
        })
    });
    let left = left.collect();
    let moved = moved_up(app, of, &all, &frame).await?;
    let page = ReservePage {
        reserve,
        unanswered,
        moved,
        left,
        frame,
        around,
        form,
    };
    Ok(page.render()?)
}

/// What came from the reserve to be accepted lately, the latest first.
async fn moved_up(
    app: &App,
    of: &InOfficeCall,
    all: &[Submission],
    frame: &OfficeFrame,
) -> Result<Vec<Gone>, PageError> {
    let wanted = Wanted::default();
    let history = app.store.history();
    let entries = history
        .page(&of.congress, &wanted, LOOKED_AT)
        .await?
        .entries;
    let steps = entries.iter().filter(|entry| {
        let step = &entry.details["state"];
        entry.act == Done::StepSubmission && step["from"] == "reserve" && step["to"] == "accepted"
    });
    let moved = steps.filter_map(|entry| {
        let code = entry.subject.strip_prefix("submission ")?;
        let it = all.iter().find(|it| it.code.as_str() == code)?;
        Some(Gone {
            title: it.words.title.clone(),
            href: frame
                .paths
                .office_submission(&of.congress, &of.call.slug, &it.code),
            state: super::words::state(it.state.word(), frame.m),
            since: dates::moment(entry.at, &frame.zone, frame.m.lang()),
        })
    });
    Ok(moved.collect())
}
