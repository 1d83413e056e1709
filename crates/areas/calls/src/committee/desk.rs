//! What a member works on: the phase, how far they are, what they are to judge, and all else that was sent.

mod list;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use wiec_kit::acts::{InCommittee, ReviewCall};
use wiec_kit::app::App;
use wiec_kit::dates::{machine, moment};
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Zone;
use wiec_model::calls::{Call, Own, ReviewPhase};

use super::item::{Bar, Item, Progress, all};
use super::view::{self, words};
use list::{Filters, Row, bid_choices, filters, in_own_order, is_to_do, is_wanted, row};

#[derive(Template)]
#[template(path = "committee_desk.html")]
struct DeskPage {
    frame: Frame,
    call: String,
    call_href: String,
    phase: Phase,
    progress: Option<Progress>,
    next: Option<String>,
    filter: Form,
    filters: Filters,
    groups: Vec<Group>,
    /// How many submissions are theirs.
    own: u32,
    /// How many they have an interest in, unsaid which.
    found: u32,
    bids: Option<String>,
    bid_choices: Vec<Choice>,
    csv: String,
    json: String,
    says: Option<&'static str>,
}

/// What the committee does now, and when what comes.
pub(super) struct Phase {
    /// What members do in it.
    pub about: &'static str,
    /// All that have a date: name, when, for machines, whether it is on.
    pub dates: Vec<(&'static str, String, String, bool)>,
}

/// Rows under one heading.
struct Group {
    id: &'static str,
    heading: &'static str,
    none: &'static str,
    rows: Vec<Row>,
}

/// `GET /nabory/{call}/komisja`
#[tracing::instrument(name = "calls.committee", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub(super) async fn get(
    permit: Permit<ReviewCall>,
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let phase = of.call.setup.review.phase(app.clock.now());
    let items = match phase {
        ReviewPhase::Waiting => Vec::new(),
        _ => all(&app, of, permit.signed_in()?).await?,
    };
    let account = permit.signed_in()?.account.id.to_string();
    let html = page(&app, &visit, of, (phase, items), (&asked, &account))?;
    Ok(respond::private(html))
}

/// `GET /nabory/{call}/komisja/nastepne`: leads to what they are to judge next, or back if that is all.
#[tracing::instrument(name = "calls.judge_next", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub(super) async fn next(
    permit: Permit<ReviewCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let phase = of.call.setup.review.phase(app.clock.now());
    let paths = visit.paths();
    let desk = paths.committee(&of.call.slug, "");
    if !phase.takes_reviews() {
        return Ok(respond::to(&desk));
    }
    let mut items = all(&app, of, permit.signed_in()?).await?;
    let account = permit.signed_in()?.account.id.to_string();
    in_own_order(&mut items, &account);
    let waits = items.iter().find(|item| is_to_do(item));
    Ok(match waits {
        Some(item) => respond::to(&paths.judged(&of.call.slug, &item.submission.code)),
        None => respond::to(&format!("{desk}?done")),
    })
}

fn page(
    app: &App,
    visit: &Visit,
    of: &InCommittee,
    (now, mut items): (ReviewPhase, Vec<Item>),
    (asked, account): (&[(String, String)], &str),
) -> Result<String, PageError> {
    let (m, paths, call) = (messages(visit.lang), visit.paths(), &of.call);
    let zone = &of.edition.release.programme.congress.zone;
    let filter = asked
        .iter()
        .fold(Form::fresh(visit.lang), |form, (key, it)| {
            form.with(key, it)
        });
    let takes_bids = now.takes_bids();
    let progress =
        (!matches!(now, ReviewPhase::Waiting | ReviewPhase::Bids)).then(|| Progress::of(&items));
    let has_next = now.takes_reviews() && items.iter().any(is_to_do);
    let count = |bar| u32::try_from(items.iter().filter(|it| it.bar == bar).count());
    let (own, found) = (count(Bar::Own), count(Bar::Found));
    let filters = filters(m, of, &items);
    match filter.value("sort") {
        "sent" => {}
        "title" => items.sort_by_cached_key(|it| it.title.to_lowercase()),
        _ => in_own_order(&mut items, account),
    }
    let shown = items.into_iter().filter(|it| is_wanted(&filter, it));
    // Of those that an interest was found in not even the title is said: it would tell whose they are.
    let shown = shown.filter(|it| matches!(it.bar, Bar::No | Bar::Declared));
    let (mine, rest): (Vec<Item>, Vec<Item>) =
        shown.partition(|it| !takes_bids && it.own != Own::None);
    let row = |item: Item| row(m, of, (visit, takes_bids), item);
    let mut groups = Vec::new();
    if !matches!(now, ReviewPhase::Waiting | ReviewPhase::Bids) {
        groups.push(Group {
            id: "moje",
            heading: m.committee_mine(),
            none: m.committee_mine_none(),
            rows: mine.into_iter().map(row).collect(),
        });
    }
    if now != ReviewPhase::Waiting {
        groups.push(Group {
            id: "pozostale",
            heading: if takes_bids {
                m.committee_everything()
            } else {
                m.committee_rest()
            },
            none: m.committee_rest_none(),
            rows: rest.into_iter().map(row).collect(),
        });
    }
    let own_word = words(visit.lang);
    let page = DeskPage {
        frame: view::frame(app, visit, m.committee_title(), |paths| {
            paths.committee(&call.slug, "")
        }),
        call: view::title(call, visit.lang),
        call_href: paths.call(&call.slug),
        phase: phase(m, call, zone, now),
        progress,
        next: has_next.then(|| paths.committee(&call.slug, own_word.next)),
        filter,
        filters,
        groups,
        own: own.unwrap_or(u32::MAX),
        found: found.unwrap_or(u32::MAX),
        bids: takes_bids.then(|| paths.committee(&call.slug, own_word.bids)),
        bid_choices: bid_choices(m),
        csv: paths.committee(&call.slug, &format!("{}.csv", own_word.reviews)),
        json: paths.committee(&call.slug, &format!("{}.json", own_word.reviews)),
        says: says(m, visit),
    };
    Ok(page.render()?)
}

fn says(m: &Messages, visit: &Visit) -> Option<&'static str> {
    if visit.asks("saved") {
        Some(m.committee_bids_saved())
    } else if visit.asks("done") {
        Some(m.committee_all_done())
    } else {
        None
    }
}

/// The phase that is on, and those that have a date.
pub(super) fn phase(m: &Messages, call: &Call, zone: &Zone, now: ReviewPhase) -> Phase {
    let mut phases = call.setup.review.phases.clone();
    phases.sort_by_key(|phased| phased.from);
    let on = phases.iter().rposition(|phased| phased.phase == now);
    let dates = phases.iter().enumerate().map(|(place, phased)| {
        let name = view::phase(m, phased.phase);
        let when = moment(phased.from, zone, m.lang());
        (name, when, machine(phased.from, zone), Some(place) == on)
    });
    Phase {
        about: match now {
            ReviewPhase::Waiting => m.committee_about_waiting(),
            ReviewPhase::Bids => m.committee_about_bids(),
            ReviewPhase::Reviewing => m.committee_about_reviewing(),
            ReviewPhase::Discussion => m.committee_about_discussion(),
            ReviewPhase::Over => m.committee_about_over(),
        },
        dates: dates.collect(),
    }
}
