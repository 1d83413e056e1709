//! One letter: exactly what its reader gets. A draft can be changed, sent, or thrown away.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::ManageMail;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::letter;
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::mail::{Mail, MailId, Secrecy, State as Standing, Step, Subject};
use wiec_store::{MailEdit, MailEdited};

use crate::outbox::state_name;

/// The longest body: some pages.
const BODY: usize = 20_000;
const SUBJECT: usize = 200;

#[derive(Template)]
#[template(path = "letter_page.html")]
struct LetterPage {
    frame: OfficeFrame,
    form: Form,
    to: String,
    subject: String,
    state: &'static str,
    reason: Option<String>,
    /// The body as HTML and as text; none of a secret letter.
    body: Option<(String, String)>,
    files: Vec<(String, usize)>,
    can_edit: bool,
    can_send: bool,
    can_discard: bool,
}

/// `GET /biuro/{congress}/poczta/{mail}`
pub async fn get(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
    Path((_, mail)): Path<(String, i64)>,
) -> Result<Response, PageError> {
    let mail = find(&app, &permit.subject, mail).await?;
    let form = Form::fresh(visit.lang)
        .with("subject", &mail.letter.subject)
        .with("body", &mail.letter.body)
        .with("revision", mail.revision);
    Ok(respond::private(
        page(&app, &visit, &permit, &mail, form).await?,
    ))
}

/// `POST /biuro/{congress}/poczta/{mail}`
pub async fn post(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
    Path((_, mail)): Path<(String, i64)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let mail = find(&app, congress, mail).await?;
    let mut form = Form::of(data, visit.lang);
    let act = form.value("act").to_owned();
    let edit = match act.as_str() {
        "send" | "discard" => None,
        "edit" => match read(&mut form) {
            Some(edit) => Some(edit),
            None => {
                let html = page(&app, &visit, &permit, &mail, form).await?;
                return Ok(respond::again(html));
            }
        },
        _ => return Err(PageError::Invalid),
    };
    let seen = form.value("revision").parse().unwrap_or_default();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let is_done = match (act.as_str(), &edit) {
        ("send", _) => {
            tx.mails().queue(mail.id).await? || matches!(mail.state, Standing::Queued { .. })
        }
        ("discard", _) => {
            tx.mails().discard(mail.id).await? || matches!(mail.state, Standing::Discarded { .. })
        }
        (_, Some(edit)) => tx.mails().edit(mail.id, seen, edit).await? == MailEdited::Done,
        _ => false,
    };
    if !is_done {
        return Err(PageError::Conflict);
    }
    tx.commit().await?;
    Ok(respond::to(&saved(&path(
        &visit.paths(),
        congress,
        mail.id,
    ))))
}

fn read(form: &mut Form) -> Option<MailEdit> {
    let m = form.words();
    let subject = form
        .typed("subject", m.outbox_subject())
        .required()
        .text(SUBJECT);
    let body = form.typed("body", m.outbox_body()).required().lines(BODY);
    Some(MailEdit {
        subject: Subject::of(&subject?),
        body: body?,
    })
}

/// A letter of this congress: those of others do not exist here.
async fn find(app: &App, congress: &Slug, mail: i64) -> Result<Mail, PageError> {
    let found = app.store.mails().find(MailId(mail)).await?;
    found
        .filter(|mail| mail.letter.congress.as_ref() == Some(congress))
        .ok_or(PageError::NotFound)
}

fn path(paths: &wiec_kit::paths::Paths, congress: &Slug, mail: MailId) -> String {
    format!("{}/{mail}", Part::Mail.path(paths, congress))
}

async fn page(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageMail>,
    mail: &Mail,
    form: Form,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let part = Part::Mail;
    let place = |paths: &wiec_kit::paths::Paths| path(paths, congress, mail.id);
    let title = form.titled(m.outbox_letter());
    let letter = &mail.letter;
    let is_open = letter.secrecy == Secrecy::Open;
    let body = match is_open {
        true => Some((letter::body_html(letter), letter::render(app, letter)?.text)),
        false => None,
    };
    let page = LetterPage {
        frame: OfficeFrame::open(app, visit, &permit.actor, congress, part, &title, place).await?,
        form,
        to: letter.to.name().map_or_else(
            || letter.to.email().to_string(),
            |name| format!("{name} <{}>", letter.to.email()),
        ),
        subject: letter.subject.to_string(),
        state: state_name(m, mail.state.word()),
        reason: match &mail.state {
            Standing::Failed { reason, .. } => Some(reason.clone()),
            _ => None,
        },
        body,
        files: letter
            .attachments
            .iter()
            .map(|file| (file.name.as_str().to_owned(), file.bytes.len()))
            .collect(),
        can_edit: is_open && mail.state.allows(Step::Edit),
        can_send: mail.state.allows(Step::Queue),
        can_discard: mail.state.allows(Step::Discard),
    };
    Ok(page.render()?)
}
