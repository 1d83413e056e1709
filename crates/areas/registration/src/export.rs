//! The list of those who registered as CSV, read from the store page by page while it is sent. That it
//! was taken out is noted in the history, before the first byte.

use std::io;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use http_body_util::channel::{Channel, Sender};
use wiec_kit::acts::ManageRegistrations;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_store::{Act, Listed, StoreError, WantedRegistrations};

use crate::list::{query, wanted};

/// As many rows as are held at once.
const ROWS: u64 = 500;
const HEAD: [&str; 14] = [
    "number",
    "state",
    "received_at",
    "name",
    "email",
    "salutation",
    "environment",
    "body",
    "town",
    "terc",
    "services",
    "other_service",
    "languages",
    "replies",
];

/// `GET /biuro/{congress}/rejestracje/csv`, with the filters of the table.
pub async fn get(
    permit: Permit<ManageRegistrations>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = permit.subject.clone();
    let wanted = wanted(&query(&visit));
    let first = app
        .store
        .registrations()
        .page(&congress, &wanted, 1)
        .await?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let rows = usize::try_from(first.total).unwrap_or(usize::MAX);
    tx.registrations()
        .note_list(&congress, Act::ExportPeople, rows)
        .await?;
    tx.commit().await?;
    let name = format!("attachment; filename=\"{congress}-registrations.csv\"");
    let (mut chunks, body) = Channel::<Bytes, io::Error>::new(2);
    tokio::spawn(async move {
        if let Err(error) = write(&app, &congress, wanted, &mut chunks).await {
            tracing::error!(cause = %error, "a list could not be written to its end");
            // The connection breaks: half a list must not look like a whole one.
            chunks.abort(io::Error::other("the list is incomplete"));
        }
    });
    let mut response = Body::new(body).into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/csv; charset=utf-8"),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

async fn write(
    app: &App,
    congress: &Slug,
    mut wanted: WantedRegistrations,
    chunks: &mut Sender<Bytes, io::Error>,
) -> Result<(), StoreError> {
    let mut head = vec![HEAD.map(str::to_owned).to_vec()];
    loop {
        let page = app
            .store
            .registrations()
            .page(congress, &wanted, ROWS)
            .await?;
        head.extend(page.rows.iter().map(cells));
        let bytes = table(&std::mem::take(&mut head));
        if chunks.send_data(Bytes::from(bytes)).await.is_err() {
            // Whoever asked has gone.
            return Ok(());
        }
        match page.next {
            Some(after) => wanted.after = after,
            None => return Ok(()),
        }
    }
}

fn cells(row: &Listed) -> Vec<String> {
    let it = &row.registration;
    let answers = &it.answers;
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let town = answers.town.as_ref();
    let joined = |all: Vec<String>| all.join("; ");
    vec![
        it.number.to_string(),
        it.state.word().to_owned(),
        it.received_at.to_string(),
        answers.name.clone(),
        row.email
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        words(&answers.salutation),
        answers.environment.key().to_owned(),
        words(&answers.body),
        town.map(|town| town.name.clone()).unwrap_or_default(),
        town.and_then(|town| town.terc.clone()).unwrap_or_default(),
        joined(
            answers
                .services
                .iter()
                .map(|one| one.key().to_owned())
                .collect(),
        ),
        words(&answers.other_service),
        joined(answers.languages.iter().map(ToString::to_string).collect()),
        joined(
            answers
                .replies
                .iter()
                .map(|(key, reply)| format!("{key}: {reply}"))
                .collect(),
        ),
    ]
}

/// Rows as CSV. What a spreadsheet would take for a formula begins with an apostrophe.
fn table(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let safe = row.iter().map(|cell| {
            if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                format!("'{cell}")
            } else {
                cell.clone()
            }
        });
        writer
            .write_record(safe)
            .expect("writing to memory does not fail, and all rows are of one length");
    }
    writer
        .into_inner()
        .expect("writing to memory does not fail")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_not_one() {
        let row = ["=1+1", "a,b", "\"x\""].map(str::to_owned).to_vec();
        let written = String::from_utf8(table(&[row])).unwrap();
        assert_eq!(written, "'=1+1,\"a,b\",\"\"\"x\"\"\"\n");
    }
}
