//! The chosen texts of a call as open data: for programs as JSON, for spreadsheets as a table.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use serde::Serialize;
use wiec_interchange::write::table::harmless;
use wiec_kit::acts::ReadCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::rendered::Ready;
use wiec_kit::respond::{self, Keep};
use wiec_kit::visit::Visit;
use wiec_model::calls::{AboutAuthor, Call, CallKind, Licence, QuestionKind, Submission, Tier};
use wiec_model::{LanguageTag, Slug, Text};

use super::archive;
use super::here::Here;
use super::public::{self, Public};

#[derive(Serialize)]
struct Data<'a> {
    call: &'a Slug,
    kind: CallKind,
    title: &'a Text,
    url: String,
    licence: Option<&'a Licence>,
    texts: Vec<TextData<'a>>,
}

#[derive(Serialize)]
struct TextData<'a> {
    code: String,
    url: String,
    title: String,
    summary: String,
    lang: &'a LanguageTag,
    track: Option<&'a Slug>,
    tier: Option<Tier>,
    authors: Vec<AuthorData<'a>>,
    links: Vec<&'a str>,
    replies: Vec<ReplyData<'a>>,
}

#[derive(Serialize)]
struct AuthorData<'a> {
    name: &'a str,
    body: Option<&'a str>,
    town: Option<&'a str>,
}

#[derive(Serialize)]
struct ReplyData<'a> {
    question: &'a Slug,
    label: &'a Text,
    values: Vec<String>,
}

/// `GET /nabory/{call}/teksty.json`
#[tracing::instrument(name = "calls.data", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn json(
    permit: Permit<ReadCall>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let (here, call) = Here::in_call(&app, &visit, &permit.subject);
    let chosen = archive::chosen(&here, call).await?;
    let data = data(&here, call, &chosen);
    let text = serde_json::to_string(&data).map_err(|error| PageError::Internal(error.into()))?;
    Ok(open_data("application/json", text, &asked).await)
}

/// `GET /nabory/{call}/teksty.csv`
#[tracing::instrument(name = "calls.table", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn table(
    permit: Permit<ReadCall>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let (here, call) = Here::in_call(&app, &visit, &permit.subject);
    let chosen = archive::chosen(&here, call).await?;
    let text = csv(&data(&here, call, &chosen))?;
    Ok(open_data("text/csv; charset=utf-8", text, &asked).await)
}

fn data<'a>(here: &Here<'_>, call: &'a Call, chosen: &'a [Submission]) -> Data<'a> {
    let paths = Paths::permanent(here.lang(), here.edition.slug().clone());
    let paths = paths.absolute(&here.app.site.base);
    let texts = chosen.iter().filter_map(|one| public::of(one, call, &[]));
    Data {
        call: &call.slug,
        kind: call.setup.kind,
        title: &call.setup.title,
        url: paths.call(&call.slug),
        licence: call.setup.licence.as_ref(),
        texts: texts.map(|text| text_data(&paths, call, text)).collect(),
    }
}

fn text_data<'a>(paths: &Paths, call: &Call, text: Public<'a>) -> TextData<'a> {
    let url = archive::address(paths, call, &text);
    let author = |about: &&'a AboutAuthor| AuthorData {
        name: &about.name,
        body: about.body.as_deref(),
        town: about.town.as_deref(),
    };
    TextData {
        code: text.code.to_string(),
        url,
        authors: text.authors.iter().map(author).collect(),
        title: text.title,
        summary: text.summary,
        lang: text.lang,
        track: text.track,
        tier: text.tier,
        links: text.links,
        replies: text
            .replies
            .into_iter()
            .map(|(question, given)| ReplyData {
                question: &question.key,
                label: &question.label,
                values: given.iter().map(|it| value(&question.kind, it)).collect(),
            })
            .collect(),
    }
}

/// A reply as data: the answer that was chosen in the congress' own words, not its place in the list.
fn value(kind: &QuestionKind, given: &str) -> String {
    let QuestionKind::Choice { options, .. } = kind else {
        return given.to_owned();
    };
    let place = given.parse::<usize>().ok();
    let option = place.and_then(|place| options.get(place));
    let words = option.map(|option| option.words(wiec_model::Lang::Pl));
    words.unwrap_or(given).to_owned()
}

/// UTF-8 with its mark, commas, CRLF, as all our tables.
fn csv(data: &Data<'_>) -> Result<String, PageError> {
    let mut table = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let head = [
        "code", "title", "authors", "lang", "track", "tier", "summary", "url",
    ];
    let broken = |error: ::csv::Error| PageError::Internal(error.into());
    table.write_record(head).map_err(broken)?;
    for text in &data.texts {
        let names: Vec<&str> = text.authors.iter().map(|it| it.name).collect();
        let names = names.join("; ");
        let row: [&str; 8] = [
            &text.code,
            &text.title,
            &names,
            text.lang.as_str(),
            text.track.map_or("", Slug::as_str),
            text.tier.map_or("", Tier::key),
            &text.summary,
            &text.url,
        ];
        table
            .write_record(row.map(|cell| harmless(cell).into_owned()))
            .map_err(broken)?;
    }
    let bytes = table
        .into_inner()
        .map_err(|error| PageError::Internal(error.into_error().into()))?;
    String::from_utf8(bytes).map_err(|error| PageError::Internal(error.into()))
}

/// Sends a file that any page may read and any cache may keep, as long as it asks.
async fn open_data(media: &str, text: String, asked: &HeaderMap) -> Response {
    let file = Arc::new(Ready::fleeting(media, text));
    let mut response = respond::ready(file, asked, Keep::Ask).await;
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}
