//! Files: one for each question that asks for one. They are told by what they hold, and kept whole or not at
//! all.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use wiec_documents::{Refused, ending_of, media_type};
use wiec_kit::acts::{Mine, OwnSubmission};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::Messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::upload::{NoUpload, Upload};
use wiec_kit::visit::Visit;
use wiec_model::calls::{FileId, Question, QuestionKind, Unchangeable};
use wiec_store::NewFile;

use super::fields::of_question;
use super::file_field::{kinds, megabytes, most};
use super::page::{Page, Shown};
use super::view;

/// `GET /zgloszenia/{code}/plik/{question}`: one's own file, to take away.
pub(super) async fn get(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    Path((_, question)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let of = &permit.subject.submission;
    let submissions = app.store.submissions();
    let files = submissions.files(of.id).await?;
    let file = files.iter().find(|file| file.question.as_str() == question);
    let file = file.ok_or(PageError::NotFound)?;
    let found = submissions.file(of.id, file.id).await?;
    let (info, bytes) = found.ok_or(PageError::NotFound)?;
    let ending = ending_of(&info.media).unwrap_or("bin");
    let disposition = format!("attachment; filename=\"{}-{question}.{ending}\"", of.code);
    let header = |words: &str| {
        HeaderValue::from_str(words).map_err(|error| PageError::Internal(error.into()))
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, header(&info.media)?);
    headers.insert(CONTENT_DISPOSITION, header(&disposition)?);
    headers.insert(CACHE_CONTROL, header("private, no-store")?);
    Ok(response)
}

/// `POST /zgloszenia/{code}/plik/{question}`
#[tracing::instrument(name = "calls.put_file", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub(super) async fn post(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
    upload: Result<Upload, NoUpload>,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let account = permit.signed_in()?.account.id;
    let mine = &permit.subject;
    let question = question(mine, &key)?;
    let mut form = Form::fresh(visit.lang);
    let m = form.words();
    let is_too_large = matches!(upload, Err(NoUpload::TooLarge));
    let file = match upload {
        Ok(file) => told(file, question, m).await?,
        Err(why) => Err(no_file(why, m)),
    };
    let refused = match file {
        Ok((file, media)) => {
            let now = app.clock.now();
            let new = NewFile {
                id: FileId(app.chance.uuid(now)),
                question: question.key.clone(),
                name: file.name,
                media: media.to_owned(),
                bytes: file.bytes,
            };
            let mut tx = app.store.begin(permit.writer(), now).await?;
            let mut writer = tx.submissions();
            let put = writer
                .put_file(&mine.call, mine.submission.id, &new)
                .await?;
            match put {
                Ok(_) => {
                    tx.commit().await?;
                    let path = visit.paths().submission(&mine.submission.code);
                    return Ok(respond::to(&format!("{path}?file#pliki")));
                }
                Err(why) => unchangeable(why, mine, m),
            }
        }
        Err(says) => says,
    };
    let label = question.label.words(visit.lang);
    form.fail(&of_question(&question.key), label, refused);
    let page = Page::of(&app, &visit, mine, account);
    let html = page.html(&mine.submission, form, Shown::Plain).await?;
    let mut response = respond::again(html);
    if is_too_large {
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    }
    Ok(response)
}

/// `POST /zgloszenia/{code}/plik/{question}/usun`
pub(super) async fn remove(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
    Path((_, key)): Path<(String, String)>,
    CheckedForm(_): CheckedForm,
) -> Result<Response, PageError> {
    let mine = &permit.subject;
    let question = question(mine, &key)?;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mut writer = tx.submissions();
    let removed = writer.remove_file(&mine.call, mine.submission.id, &question.key);
    let path = visit.paths().submission(&mine.submission.code);
    if removed.await?.is_err() {
        return Ok(respond::to(&path));
    }
    tx.commit().await?;
    Ok(respond::to(&format!("{path}?nofile#pliki")))
}

fn question<'a>(mine: &'a Mine, key: &str) -> Result<&'a Question, PageError> {
    let mut questions = mine.call.setup.questions.iter();
    let asks_for_file = |question: &&Question| {
        question.key.as_str() == key && matches!(question.kind, QuestionKind::File { .. })
    };
    questions.find(asks_for_file).ok_or(PageError::NotFound)
}

/// Looks into a file, beside the requests of others: a large one takes its time. What it is, or why it is not
/// taken.
async fn told(
    file: Upload,
    question: &Question,
    m: &'static Messages,
) -> Result<Result<(Upload, &'static str), String>, PageError> {
    let QuestionKind::File { media, size_bytes } = &question.kind else {
        return Err(PageError::NotFound);
    };
    let most = most(*size_bytes);
    if most < u64::try_from(file.bytes.len()).unwrap_or(u64::MAX) {
        return Ok(Err(m.submitting_file_too_large(megabytes(most, m.lang()))));
    }
    let looking = tokio::task::spawn_blocking(move || (media_type(&file.bytes), file));
    let (told, file) = looking
        .await
        .map_err(|broken| PageError::Internal(broken.into()))?;
    Ok(match told {
        Ok(is) if media.is_empty() || media.iter().any(|one| one == is) => Ok((file, is)),
        Ok(_) => Err(m.submitting_file_other(kinds(media).join(", "))),
        Err(why) => Err(refused(&why, m).to_owned()),
    })
}

fn refused(why: &Refused, m: &Messages) -> &'static str {
    match why {
        Refused::Empty => m.submitting_file_empty(),
        Refused::Program | Refused::Macros { .. } => m.submitting_file_program(),
        Refused::Encrypted => m.submitting_file_locked(),
        Refused::Bomb { .. } | Refused::UnpackedTooLarge { .. } | Refused::TooManyParts { .. } => {
            m.submitting_file_bomb()
        }
        Refused::Damaged { .. } => m.submitting_file_damaged(),
        _ => m.submitting_file_unknown(),
    }
}

fn no_file(why: NoUpload, m: &Messages) -> String {
    let most = megabytes(most(u64::MAX), m.lang());
    match why {
        NoUpload::Missing => m.submitting_file_none().to_owned(),
        NoUpload::TooLarge => m.submitting_file_too_large(most),
        NoUpload::Unreadable => m.submitting_file_broken().to_owned(),
    }
}

fn unchangeable(why: Unchangeable, mine: &Mine, m: &Messages) -> String {
    match why {
        Unchangeable::NotTaken(gate) => {
            let why = view::shut(m, gate, &mine.edition, m.lang());
            m.submitting_change_not_taken(why)
        }
        Unchangeable::Over { .. } => m.submitting_change_over().to_owned(),
    }
}
