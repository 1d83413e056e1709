//! Figures of a call: how many got how far, how long they waited, how the committee works, how the choice
//! is balanced. All of it as tables.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{InOfficeCall, ManageCall};
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::OfficeFrame;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Zone;
use wiec_model::calls::{ReviewState, State as Standing, Submission};
use wiec_store::DecisionRow;

use super::balance::{Balance, balance};
use super::view::{self, Around, Page};

const SECONDS_OF_A_DAY: i64 = 86_400;

#[derive(Template)]
#[template(path = "choosing_figures.html")]
struct FiguresPage {
    frame: OfficeFrame,
    around: Around,
    tables: Vec<Table>,
    balance: Balance,
}

/// A table of two columns.
struct Table {
    id: &'static str,
    title: &'static str,
    what: &'static str,
    count: &'static str,
    rows: Vec<(String, String)>,
}

/// `GET /biuro/{congress}/nabory/{call}/statystyka`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let m = messages(visit.lang);
    let (frame, around) =
        view::frame(&app, &visit, &permit, Page::Figures, m.choosing_figures()).await?;
    let draft = view::draft(&app, &of.congress).await?;
    let rows = app.store.reviews().table(&of.call).await?;
    let submissions = app.store.submissions();
    let all = submissions
        .list(&of.congress, of.call.id, &Standing::WORDS)
        .await?;
    let placed = placed(&app, of, &all).await?;
    let page = FiguresPage {
        tables: vec![
            funnel(&all, &rows, placed, m),
            waits(&all, m),
            per_day(&app, of, &frame.zone, m).await?,
        ],
        balance: balance(&rows, &permit.signed_in()?.account, &of.call, &draft, m),
        frame,
        around,
    };
    Ok(respond::private(page.render()?))
}

async fn placed(app: &App, of: &InOfficeCall, all: &[Submission]) -> Result<usize, PageError> {
    let places = app.store.submissions().places(&of.congress).await?;
    let ours = places
        .iter()
        .filter(|place| all.iter().any(|it| it.id == place.submission));
    Ok(ours.count())
}

fn funnel(all: &[Submission], rows: &[DecisionRow], placed: usize, m: &Messages) -> Table {
    let of = |is: fn(&Submission) -> bool| all.iter().filter(|it| is(it)).count();
    let judged = rows.iter().filter(|row| row.figures.given > 0).count();
    let steps = [
        (m.choosing_funnel_begun(), all.len()),
        (m.choosing_funnel_sent(), of(|it| it.submitted_at.is_some())),
        (m.choosing_funnel_judged(), judged),
        (
            m.choosing_funnel_accepted(),
            of(|it| it.state.is_chosen() || matches!(it.state, Standing::Declined { .. })),
        ),
        (
            m.choosing_funnel_confirmed(),
            of(|it| matches!(it.state, Standing::Confirmed { .. })),
        ),
        (m.choosing_funnel_placed(), placed),
        (
            m.choosing_state_reserve(),
            of(|it| matches!(it.state, Standing::Reserve { .. })),
        ),
        (
            m.choosing_state_rejected(),
            of(|it| matches!(it.state, Standing::Rejected { .. })),
        ),
        (
            m.choosing_state_withdrawn(),
            of(|it| matches!(it.state, Standing::Withdrawn { .. })),
        ),
        (
            m.choosing_state_declined(),
            of(|it| matches!(it.state, Standing::Declined { .. })),
        ),
    ];
    Table {
        id: "droga",
        title: m.choosing_funnel(),
        what: m.choosing_funnel_step(),
        count: m.choosing_count(),
        rows: steps
            .map(|(name, count)| (name.to_owned(), count.to_string()))
            .into(),
    }
}

/// From sending to what was told, of those that stand as they were told: who confirmed later waits no
/// longer for it.
fn waits(all: &[Submission], m: &Messages) -> Table {
    let told = all.iter().filter_map(|it| {
        let at = match it.state {
            Standing::Accepted { at, .. }
            | Standing::Rejected { at }
            | Standing::Reserve { at, .. } => at,
            _ => return None,
        };
        let seconds = at.duration_since(it.submitted_at?).as_secs();
        Some(seconds / SECONDS_OF_A_DAY)
    });
    let mut days: Vec<i64> = told.collect();
    days.sort_unstable();
    let shown = |day: Option<&i64>| day.map_or_else(|| "–".to_owned(), ToString::to_string);
    let median = days.get(days.len() / 2);
    Table {
        id: "czas",
        title: m.choosing_waits(),
        what: m.choosing_waits_what(),
        count: m.choosing_waits_days(),
        rows: vec![
            (m.choosing_waits_median().to_owned(), shown(median)),
            (m.choosing_waits_longest().to_owned(), shown(days.last())),
            (m.choosing_waits_of().to_owned(), days.len().to_string()),
        ],
    }
}

async fn per_day(
    app: &App,
    of: &InOfficeCall,
    zone: &Zone,
    m: &Messages,
) -> Result<Table, PageError> {
    let mut days: BTreeMap<_, u32> = BTreeMap::new();
    for review in app.store.reviews().of_call(of.call.id).await? {
        if let ReviewState::Given { at } = review.state {
            *days.entry(dates::date_of(at, zone)).or_default() += 1;
        }
    }
    let rows = days
        .into_iter()
        .map(|(day, count)| (dates::long_date(day, m.lang()), count.to_string()));
    Ok(Table {
        id: "dzien-po-dniu",
        title: m.choosing_per_day(),
        what: m.choosing_per_day_day(),
        count: m.choosing_count(),
        rows: rows.collect(),
    })
}
