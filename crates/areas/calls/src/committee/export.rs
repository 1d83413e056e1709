//! One's own reviews as a table and as data, as blind as the pages.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use wiec_interchange::write::table::harmless;
use wiec_kit::acts::ReviewCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::calls::{
    Call, Mark, Recommendation, Review, ReviewPhase, ReviewState, weighted_mean,
};

use super::item::{Bar, Item, all};
use super::view;

/// A review as it stands in the file.
#[derive(Serialize)]
struct Line {
    code: String,
    title: String,
    is_given: bool,
    marks: BTreeMap<String, Mark>,
    /// Of 100.
    mean: Option<f64>,
    recommendation: Option<Recommendation>,
    for_committee: String,
    for_authors: String,
}

/// `GET /nabory/{call}/komisja/recenzje.csv`
#[tracing::instrument(name = "calls.own_reviews_table", skip_all)]
pub(super) async fn csv(
    permit: Permit<ReviewCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let m = messages(visit.lang);
    let call = &permit.subject.call;
    let lines = lines(&app, &permit).await?;
    let mut table = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let rows = std::iter::once(heads(m, call)).chain(lines.iter().map(|line| cells(m, call, line)));
    for row in rows {
        let row = row.iter().map(|cell| harmless(cell).into_owned());
        table
            .write_record(row)
            .map_err(|error| PageError::Internal(error.into()))?;
    }
    let bytes = table
        .into_inner()
        .map_err(|error| PageError::Internal(error.into_error().into()))?;
    Ok(file("text/csv; charset=utf-8", "csv", bytes))
}

/// `GET /nabory/{call}/komisja/recenzje.json`
#[tracing::instrument(name = "calls.own_reviews", skip_all)]
pub(super) async fn json(
    permit: Permit<ReviewCall>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let lines = lines(&app, &permit).await?;
    let call = permit.subject.call.slug.as_str();
    let whole = serde_json::json!({ "call": call, "reviews": lines });
    let bytes =
        serde_json::to_vec_pretty(&whole).map_err(|error| PageError::Internal(error.into()))?;
    Ok(file("application/json", "json", bytes))
}

/// All that they began, also what they may not judge any more; of that the title is left out where it would
/// tell something.
async fn lines(app: &App, permit: &Permit<ReviewCall>) -> Result<Vec<Line>, PageError> {
    let of = &permit.subject;
    if of.call.setup.review.phase(app.clock.now()) == ReviewPhase::Waiting {
        return Ok(Vec::new());
    }
    let signed_in = permit.signed_in()?;
    let items = all(app, of, signed_in).await?;
    let reviews = app.store.reviews();
    let mut own = reviews.of_member(of.call.id, signed_in.account.id).await?;
    let line = |item: Item| {
        own.remove(&item.submission.id)
            .map(|it| line(&of.call, item, it))
    };
    Ok(items.into_iter().filter_map(line).collect())
}

fn line(call: &Call, item: Item, review: Review) -> Line {
    let marks = review
        .marks
        .iter()
        .map(|(key, mark)| (key.to_string(), *mark));
    Line {
        code: item.submission.code.to_string(),
        title: match item.bar {
            Bar::No | Bar::Declared => item.title,
            Bar::Own | Bar::Found => String::new(),
        },
        is_given: matches!(review.state, ReviewState::Given { .. }),
        marks: marks.collect(),
        mean: weighted_mean(&review.marks, &call.setup.review.criteria),
        recommendation: review.recommendation,
        for_committee: review.for_committee,
        for_authors: review.for_authors,
    }
}

fn heads(m: &Messages, call: &Call) -> Vec<String> {
    let criteria = call.setup.review.criteria.iter();
    let criteria = criteria.map(|it| it.name.words(m.lang()).to_owned());
    let before = [
        m.committee_code(),
        m.committee_submission(),
        m.committee_state(),
    ];
    let after = [
        m.committee_mean(),
        m.committee_recommendation(),
        m.committee_for_committee(),
        m.committee_for_authors(),
    ];
    let before = before.map(str::to_owned).into_iter();
    before
        .chain(criteria)
        .chain(after.map(str::to_owned))
        .collect()
}

fn cells(m: &Messages, call: &Call, line: &Line) -> Vec<String> {
    let state = if line.is_given {
        m.committee_is_given()
    } else {
        m.committee_is_begun()
    };
    let mark = |key: &str| match line.marks.get(key) {
        Some(Mark::Points(points)) => points.to_string(),
        Some(Mark::CannotJudge) => "–".to_owned(),
        None => String::new(),
    };
    let criteria = call
        .setup
        .review
        .criteria
        .iter()
        .map(|it| mark(it.key.as_str()));
    let mean = line.mean.map(|mean| view::figure(mean, 1, m.lang()));
    let recommended = line
        .recommendation
        .map(|it| view::recommendation(m, it).to_owned());
    let after = [
        mean.unwrap_or_default(),
        recommended.unwrap_or_default(),
        line.for_committee.clone(),
        line.for_authors.clone(),
    ];
    [line.code.clone(), line.title.clone(), state.to_owned()]
        .into_iter()
        .chain(criteria)
        .chain(after)
        .collect()
}

fn file(media: &'static str, ending: &str, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let said = format!("attachment; filename=\"reviews.{ending}\"");
    if let Ok(said) = HeaderValue::from_str(&said) {
        headers.insert(CONTENT_DISPOSITION, said);
    }
    response
}
