//! What a call asks besides: rows, each of one of six kinds. A question that is stored keeps its key, for
//! replies name it.

mod fill;
mod read;

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::calls::{Call, CallSetup, QuestionKind, State as Of, Visible};

use super::change::{Changed, change};
use super::rows::{self, Row, field};
use super::view::{self, Link};
use super::words;

/// The rows of questions.
pub(super) const QUESTIONS: &str = "question";
/// The keys of the kinds of questions, in the order in which they are offered.
const KINDS: [&str; 6] = ["line", "paragraphs", "choice", "file", "number", "link"];
/// The keys of when a question has to be answered.
const REQUIRED: [&str; 3] = ["never", "always", "from"];
/// The media types that can be asked for, with what people call them.
pub(super) const MEDIA: [(&str, &str); 6] = [
    ("application/pdf", "PDF"),
    ("image/png", "PNG"),
    ("image/jpeg", "JPEG"),
    (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "PPTX",
    ),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "DOCX",
    ),
    ("application/vnd.oasis.opendocument.presentation", "ODP"),
];

#[derive(Template)]
#[template(path = "office_questions.html")]
struct QuestionsPage {
    frame: OfficeFrame,
    form: Form,
    kinds: Vec<Choice>,
    media: Vec<Choice>,
    required: Vec<Choice>,
    visible: Vec<Choice>,
    rows: Vec<Asked>,
    hints: Vec<String>,
    about: String,
    list: String,
    links: Vec<Link>,
}

/// A question on the page.
struct Asked {
    row: Row,
    /// Its key, once it has one.
    key: String,
    /// The key of the kind whose fields are shown.
    kind: String,
    /// Whether something was replied to it.
    is_replied: bool,
}

/// `GET /biuro/{congress}/nabory/{call}/pytania`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let zone = view::zone(&app, &call.congress).await?;
    let form = fill::filled(Form::fresh(visit.lang), &call.setup.questions, &zone);
    let form = form.with("revision", call.revision);
    let html = html(&app, &visit, &permit, form, call).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/nabory/{call}/pytania`
///
/// Whoever writes over a change that they did not see is told so first, and may send the form again.
#[tracing::instrument(name = "calls.ask", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let moved = rows::moved(&data, &[QUESTIONS]);
    let only_shown = moved.is_some() || data.get("act") == Some("kind");
    let mut form = Form::of(moved.unwrap_or(data), visit.lang);
    if only_shown {
        let html = html(&app, &visit, &permit, form, call).await?;
        return Ok(respond::private(html));
    }
    let zone = view::zone(&app, &call.congress).await?;
    let Some(questions) = read::read(&mut form, &call.setup, &zone) else {
        let html = html(&app, &visit, &permit, form, call).await?;
        return Ok(respond::again(html));
    };
    let setup = CallSetup {
        questions,
        ..call.setup.clone()
    };
    match change(&app, &permit, form, &setup).await? {
        Changed::Done => {
            let path = view::of(&visit.paths(), call, |words| words.questions);
            Ok(respond::to(&saved(&path)))
        }
        Changed::Clash(clash) => {
            let (form, now) = *clash;
            let html = html(&app, &visit, &permit, form, &now).await?;
            Ok(respond::clash(html))
        }
    }
}

/// The keys of the questions to which somebody replied, and how many sent something.
async fn replied(app: &App, call: &Call) -> Result<(BTreeSet<Slug>, usize), PageError> {
    let submissions = app.store.submissions();
    let all = submissions
        .list(&call.congress, call.id, &Of::WORDS)
        .await?;
    let files = submissions.files_of_call(call.id).await?;
    let with_files = files.values().flatten().map(|file| file.question.clone());
    let keys = all.iter().flat_map(|it| it.words.replies.keys().cloned());
    let sent = all.iter().filter(|it| it.submitted_at.is_some()).count();
    Ok((keys.chain(with_files).collect(), sent))
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
    call: &Call,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let title = form.titled(m.calls_office_questions());
    let place = |paths: &_| view::of(paths, call, |words| words.questions);
    let frame = view::frame(app, visit, &permit.actor, &call.congress, &title, place).await?;
    let (replied, sent) = replied(app, call).await?;
    let form = with_defaults(form);
    let asked: Vec<Asked> = rows::rows(&form, QUESTIONS, "label-pl")
        .into_iter()
        .map(|row| {
            let value = |name| form.value(&format!("{}{name}", row.prefix)).to_owned();
            let key = value("key");
            Asked {
                is_replied: replied.iter().any(|it| it.as_str() == key),
                kind: value("kind"),
                key,
                row,
            }
        })
        .collect();
    let page = QuestionsPage {
        kinds: KINDS.map(|it| Choice::new(it, kind_words(it, m))).to_vec(),
        media: MEDIA.map(|(media, name)| Choice::new(media, name)).to_vec(),
        required: REQUIRED
            .map(|it| Choice::new(it, required_words(it, m)))
            .to_vec(),
        visible: Visible::ALL
            .map(|it| Choice::new(it.key(), words::visible(it, m)))
            .to_vec(),
        hints: hints(&asked, &replied, call, sent, m),
        rows: asked,
        about: call.setup.title.words(visit.lang).to_owned(),
        list: view::list(&frame.paths, &call.congress),
        links: view::links(&frame.paths, call, m),
        frame,
        form,
    };
    Ok(page.render()?)
}

/// What a question that was just added begins with.
fn with_defaults(mut form: Form) -> Form {
    for row in rows::ids(form.data(), QUESTIONS) {
        for (name, value) in [
            ("kind", "line"),
            ("required", "never"),
            ("visible", Visible::Committee.key()),
        ] {
            form = form.with(&field(QUESTIONS, row, name), value);
        }
    }
    form
}

/// What changing questions does to what came already.
fn hints(
    asked: &[Asked],
    replied: &BTreeSet<Slug>,
    call: &Call,
    sent: usize,
    m: &Messages,
) -> Vec<String> {
    let mut hints = Vec::new();
    if sent > 0 {
        hints.push(m.calls_office_hint_sent_already(sent));
    }
    let gone = call.setup.questions.iter().filter(|question| {
        let is_asked = asked.iter().any(|it| it.key == question.key.as_str());
        !is_asked && replied.contains(&question.key)
    });
    hints.extend(gone.map(|question| {
        let label = question.label.words(m.lang());
        m.calls_office_hint_replies_hidden(label)
    }));
    hints
}

fn kind_words(key: &str, m: &Messages) -> &'static str {
    match key {
        "line" => m.calls_office_question_line(),
        "paragraphs" => m.calls_office_question_paragraphs(),
        "choice" => m.calls_office_question_choice(),
        "file" => m.calls_office_question_file(),
        "number" => m.calls_office_question_number(),
        _ => m.calls_office_question_link(),
    }
}

/// The key of a kind.
const fn kind_key(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Line { .. } => "line",
        QuestionKind::Paragraphs { .. } => "paragraphs",
        QuestionKind::Choice { .. } => "choice",
        QuestionKind::File { .. } => "file",
        QuestionKind::Number { .. } => "number",
        QuestionKind::Link => "link",
    }
}

fn required_words(key: &str, m: &Messages) -> &'static str {
    match key {
        "never" => m.calls_office_required_never(),
        "always" => m.calls_office_required_always(),
        _ => m.calls_office_required_from(),
    }
}
