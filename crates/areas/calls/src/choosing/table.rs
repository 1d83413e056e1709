//! The table by which is chosen: everything that was offered to a call, with what was said of it.
//!
//! What is somebody's own has no figures and no decision for them, whatever else they may see.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::Messages;
use wiec_kit::office::OfficeFrame;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Call, Decision, State as Standing, Tier};
use wiec_model::{Account, AccountId, Programme};
use wiec_store::DecisionRow;

use super::balance::{Balance, balance};
use super::row::{Line, line};
use super::view::{self, Around, Page};
use super::wanted::{ONLY, PENDING, SORTS, Wanted};
use super::words;

/// As many as a table can hold and a hand can scroll.
const PAGE: usize = 100;

#[derive(Template)]
#[template(path = "choosing_table.html")]
struct TablePage {
    frame: OfficeFrame,
    around: Around,
    about: String,
    /// Whether nothing was offered yet.
    is_bare: bool,
    balance: Balance,
    filter: Form,
    tracks: Vec<Choice>,
    tiers: Vec<Choice>,
    states: Vec<Choice>,
    pendings: Vec<Choice>,
    onlies: Vec<Choice>,
    sorts: Vec<Choice>,
    form: Form,
    rows: Vec<Line>,
    found: usize,
    previous: Option<String>,
    next: Option<String>,
    decisions: String,
    waiting: usize,
    csv: String,
    xlsx: String,
    json: String,
}

/// `GET /biuro/{congress}/nabory/{call}/zgloszenia`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    Ok(respond::private(html(&app, &visit, &permit, form).await?))
}

/// The page, with what was typed below the table.
pub async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
) -> Result<String, PageError> {
    let of = &permit.subject;
    let account = &permit.signed_in()?.account;
    let query = view::query(visit);
    let wanted = Wanted::of(&query);
    let m = form.words();
    let title = form.titled(m.choosing_table());
    let (frame, around) = view::frame(app, visit, permit, Page::Table, &title).await?;
    let draft = view::draft(app, &of.congress).await?;
    let all = app.store.reviews().table(&of.call).await?;
    let found = wanted.choose(&all, account, of.call.setup.review.each);
    let shown = found.iter().skip(wanted.page * PAGE).take(PAGE);
    let names = names(app, &all).await?;
    let ticked = ticked(&form);
    let rows = shown.map(|seen| {
        let href = frame
            .paths
            .office_submission(&of.congress, &of.call.slug, &seen.row.code);
        let is_ticked = ticked.contains(&seen.row.id.to_string());
        line(seen, href, is_ticked, &draft, &names, m)
    });
    let rows = rows.collect();
    let here = Page::Table.path(&frame.paths, of);
    let more = (wanted.page + 1) * PAGE < found.len();
    let page = TablePage {
        about: about(&all, account, m),
        is_bare: all.is_empty(),
        balance: balance(&all, account, &of.call, &draft, m),
        tracks: track_choices(&all, &of.call, &draft, m),
        tiers: any(
            m,
            Tier::ALL.map(|one| (one.key(), words::tier(Some(one), m))),
        ),
        states: any(m, Standing::JUDGED.map(|one| (one, words::state(one, m)))),
        pendings: any(m, PENDING.map(|one| (one, pending(one, m)))),
        onlies: any(m, ONLY.map(|one| (one, only(one, m)))),
        sorts: SORTS.map(|one| Choice::new(one, sort(one, m))).into(),
        filter: Form::of(query, visit.lang).with("sort", SORTS[0]),
        rows,
        found: found.len(),
        previous: (wanted.page > 0).then(|| format!("{here}{}", wanted.at(wanted.page - 1))),
        next: more.then(|| format!("{here}{}", wanted.at(wanted.page + 1))),
        decisions: Page::Decisions.path(&frame.paths, of),
        waiting: waiting(&all, account),
        csv: format!("{here}/csv"),
        xlsx: format!("{here}/xlsx"),
        json: format!("{here}/json"),
        frame,
        around,
        form,
    };
    Ok(page.render()?)
}

/// The rows that are ticked in a form, by their keys.
fn ticked(form: &Form) -> BTreeSet<String> {
    let ticks = form.data().all("row");
    ticks
        .filter_map(|tick| tick.split('.').next())
        .map(str::to_owned)
        .collect()
}

/// What those who decided are called.
pub async fn names(
    app: &App,
    rows: &[DecisionRow],
) -> Result<BTreeMap<AccountId, String>, PageError> {
    let pending = rows.iter().filter_map(|row| row.pending.as_ref());
    let deciders: BTreeSet<AccountId> = pending
        .flat_map(|pending| std::iter::once(pending.by).chain(pending.seconded_by))
        .collect();
    let accounts = app.store.accounts().list(deciders).await?;
    Ok(accounts
        .into_iter()
        .map(|(id, account)| (id, called(&account)))
        .collect())
}

/// What somebody is called: by their name, or their address while they have said none.
pub fn called(account: &Account) -> String {
    let email = || account.email.as_ref().map(ToString::to_string);
    account
        .name
        .clone()
        .or_else(email)
        .unwrap_or_else(|| "–".to_owned())
}

fn waiting(rows: &[DecisionRow], account: &Account) -> usize {
    rows.iter()
        .filter(|row| row.pending.is_some() && !super::decider::is_own(account, &row.authors))
        .count()
}

fn about(rows: &[DecisionRow], account: &Account, m: &Messages) -> String {
    let judged = rows.iter().filter(|row| row.figures.given > 0).count();
    let decided = rows
        .iter()
        .filter(|row| !matches!(row.state, Standing::Submitted { .. }))
        .count();
    let pending = waiting(rows, account);
    let counts = m.choosing_table_counts(decided, judged, pending);
    format!("{} {counts}", m.choosing_table_about(rows.len()))
}

fn any<const N: usize>(m: &Messages, choices: [(&str, &str); N]) -> Vec<Choice> {
    let choices = choices.map(|(value, label)| Choice::new(value, label));
    std::iter::once(Choice::new("", m.choosing_any()))
        .chain(choices)
        .collect()
}

fn track_choices(
    rows: &[DecisionRow],
    call: &Call,
    draft: &Programme,
    m: &Messages,
) -> Vec<Choice> {
    let offered = call.setup.tracks.iter();
    let named = rows.iter().filter_map(|row| row.track.as_ref());
    let keys: BTreeSet<_> = offered.chain(named).collect();
    let choice = |key| Choice::new(key, view::track(draft, Some(key), m));
    std::iter::once(Choice::new("", m.choosing_any()))
        .chain(keys.into_iter().map(choice))
        .collect()
}

fn pending(word: &str, m: &Messages) -> &'static str {
    match word {
        "none" => m.choosing_pending_none(),
        "second" => m.choosing_pending_second(),
        word => Decision::of(word).map_or("", |one| words::decision(one, m)),
    }
}

fn only(word: &str, m: &Messages) -> &'static str {
    match word {
        "apart" => m.choosing_only_apart(),
        "few" => m.choosing_only_few(),
        _ => m.choosing_only_own(),
    }
}

fn sort(word: &str, m: &Messages) -> &'static str {
    match word {
        "mean" => m.choosing_sort_mean(),
        "spread" => m.choosing_sort_spread(),
        "agreement" => m.choosing_sort_agreement(),
        "reviews" => m.choosing_sort_reviews(),
        "title" => m.choosing_sort_title(),
        _ => m.choosing_sort_sent(),
    }
}
