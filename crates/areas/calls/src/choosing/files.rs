//! The whole table as files: for spreadsheets and for scripts. That they were taken out is noted in the
//! history, for they name people. What is somebody's own has no figures in them either.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value as Json, json};
use wiec_documents::{Column, Grid, write_xlsx};
use wiec_interchange::write::table::harmless;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Programme;
use wiec_model::calls::{State as Standing, Tier};
use wiec_store::DecisionRow;

use super::wanted::Seen;
use super::{row, view};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// How many characters of a cell spreadsheets bear, with room for the mark that it was cut.
const CELL: usize = 32_000;

/// A column: its key for scripts, its name for people, how wide it is.
type Head = (&'static str, &'static str, u16);

/// `GET …/zgloszenia/csv`
pub async fn csv(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let table = Table::read(&app, &visit, &permit).await?;
    let mut text = "\u{FEFF}".to_owned();
    let heads: Vec<String> = table.heads.iter().map(|head| head.1.to_owned()).collect();
    for row in std::iter::once(&heads).chain(&table.rows) {
        let cells: Vec<String> = row.iter().map(|cell| separated(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    let media = "text/csv; charset=utf-8";
    table.send("csv", media, text.into_bytes())
}

/// `GET …/zgloszenia/xlsx`
pub async fn xlsx(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let table = Table::read(&app, &visit, &permit).await?;
    let column = |head: &Head| Column {
        title: head.1.to_owned(),
        width: head.2,
    };
    let cut = |cell: &String| cell.chars().take(CELL / 2).collect();
    let grid = Grid {
        name: table.name.clone(),
        columns: table.heads.iter().map(column).collect(),
        rows: table
            .rows
            .iter()
            .map(|row| row.iter().map(cut).collect())
            .collect(),
    };
    let work = Arc::new(grid);
    let written = tokio::task::spawn_blocking(move || write_xlsx(&work)).await;
    let written = written.map_err(|error| PageError::Internal(error.into()))?;
    let bytes = written.map_err(|error| PageError::Internal(error.into()))?;
    table.send("xlsx", XLSX, bytes)
}

/// `GET …/zgloszenia/json`
pub async fn json(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let table = Table::read(&app, &visit, &permit).await?;
    let one = |row: &Vec<String>| -> Json {
        let fields = table.heads.iter().zip(row);
        let fields: Map<String, Json> = fields
            .map(|(head, cell)| (head.0.to_owned(), json!(cell)))
            .collect();
        Json::Object(fields)
    };
    let all: Vec<Json> = table.rows.iter().map(one).collect();
    let text = json!({ "call": table.call, "submissions": all }).to_string();
    table.send("json", "application/json", text.into_bytes())
}

/// The table in words.
struct Table {
    name: String,
    call: String,
    file: String,
    heads: Vec<Head>,
    rows: Vec<Vec<String>>,
}

impl Table {
    async fn read(
        app: &App,
        visit: &Visit,
        permit: &Permit<ManageCall>,
    ) -> Result<Self, PageError> {
        let of = &permit.subject;
        let account = &permit.signed_in()?.account;
        let m = messages(visit.lang);
        let draft = view::draft(app, &of.congress).await?;
        let all = app.store.reviews().table(&of.call).await?;
        let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
        tx.calls().note_export(&of.call, all.len()).await?;
        tx.commit().await?;
        let row = |row: &DecisionRow| cells(&Seen::by(account, row), &draft, m);
        Ok(Self {
            name: of.call.setup.title.words(visit.lang).to_owned(),
            call: of.call.slug.to_string(),
            file: format!("{}-{}", of.congress, of.call.slug),
            heads: heads(m),
            rows: all.iter().map(row).collect(),
        })
    }

    fn send(&self, ending: &str, media: &str, bytes: Vec<u8>) -> Result<Response, PageError> {
        let name = format!("attachment; filename=\"{}.{ending}\"", self.file);
        let mut response = bytes.into_response();
        let headers = response.headers_mut();
        let value = |words: &str| {
            let value = HeaderValue::from_str(words);
            value.map_err(|error| PageError::Internal(error.into()))
        };
        headers.insert(CONTENT_TYPE, value(media)?);
        headers.insert(CONTENT_DISPOSITION, value(&name)?);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        Ok(response)
    }
}

fn heads(m: &Messages) -> Vec<Head> {
    vec![
        ("code", m.choosing_code(), 12),
        ("title", m.choosing_title(), 50),
        ("authors", m.choosing_authors(), 40),
        ("track", m.choosing_track(), 20),
        ("tier", m.choosing_tier(), 16),
        ("environment", m.choosing_environment(), 20),
        ("state", m.choosing_state(), 14),
        ("pending", m.choosing_pending(), 14),
        ("reason", m.choosing_reason(), 40),
        ("mean", m.choosing_mean(), 10),
        ("median", m.choosing_median(), 10),
        ("spread", m.choosing_spread(), 10),
        ("agreement", m.choosing_agreement(), 10),
        ("outliers", m.choosing_outliers(), 10),
        ("given", m.choosing_given(), 10),
        ("assigned", m.choosing_assigned(), 10),
        ("recommendations", m.choosing_recommendations(), 30),
        ("confirm_by", m.choosing_confirm_by(), 22),
    ]
}

fn cells(seen: &Seen<'_>, draft: &Programme, m: &Messages) -> Vec<String> {
    let it = seen.row;
    let pending = it.pending.as_ref().filter(|_| !seen.is_own);
    let figures = &it.figures;
    let figure = |figure: Option<f64>| {
        let figure = figure.filter(|_| !seen.is_own);
        figure.map_or_else(String::new, |figure| format!("{figure:.2}"))
    };
    let confirm_by = match it.state {
        Standing::Accepted { confirm_by, .. } => confirm_by.to_string(),
        _ => String::new(),
    };
    let environment = view::environment(&it.authors);
    let unless_own = |words: String| if seen.is_own { String::new() } else { words };
    vec![
        it.code.to_string(),
        it.title.clone(),
        row::authors(&it.authors),
        view::track(draft, it.track.as_ref(), m),
        it.tier.map_or("", Tier::key).to_owned(),
        environment.map_or_else(String::new, |one| one.key().to_owned()),
        it.state.word().to_owned(),
        pending.map_or("", |it| it.decision.key()).to_owned(),
        pending.and_then(|it| it.reason.clone()).unwrap_or_default(),
        figure(figures.mean),
        figure(figures.median),
        figure(figures.spread),
        figure(figures.agreement),
        unless_own(figures.outliers.len().to_string()),
        figures.given.to_string(),
        it.assigned.to_string(),
        unless_own(row::recommendations(&it.recommendations, m)),
        confirm_by,
    ]
}

/// A cell of separated values.
fn separated(cell: &str) -> String {
    format!("\"{}\"", harmless(cell).replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_none_and_ends_where_it_ends() {
        for (cell, written) in [
            ("=1+1", "\"'=1+1\""),
            ("-2", "\"'-2\""),
            (" =A1", "\"' =A1\""),
            ("a \"b\", c", "\"a \"\"b\"\", c\""),
            ("", "\"\""),
        ] {
            assert_eq!(separated(cell), written);
        }
    }
}
