//! One letter: what its reader gets, and what can still be done about it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::ManageMail;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::Messages;
use wiec_kit::office::{OfficeFrame, saved, sight};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::mail::{Discard, Mail, MailId, Secrecy, State as Standing, Step, Subject};
use wiec_model::{Lang, Zone};
use wiec_store::{MailEdit, MailEdited};

use super::compose::{BODY_LETTERS, SUBJECT_LETTERS};
use super::frame;
use super::preview::{Preview, preview};
use crate::words;

#[derive(Template)]
#[template(path = "letter_page.html")]
struct LetterPage {
    frame: OfficeFrame,
    form: Form,
    preview: Preview,
    state: &'static str,
    /// When it got there, and why.
    told: String,
    reason: Option<String>,
    template: String,
    created: String,
    outbox: String,
    mailing: Option<String>,
    is_draft: bool,
    can_send: bool,
    can_discard: bool,
    is_wiped: bool,
    /// Somebody changed or sent it while this was typed.
    clash: bool,
    /// What was typed, where no field is left to hold it.
    typed: Option<String>,
}

/// `GET /biuro/{congress}/poczta/{letter}`
pub async fn get(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
    Path((_, letter)): Path<(String, i64)>,
) -> Result<Response, PageError> {
    let mail = find(&app, &permit, letter).await?;
    let form = fresh(&mail, visit.lang);
    let html = html(&app, &visit, &permit, &mail, form, Seen::AsItIs).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/poczta/{letter}`: it is changed, sent or thrown away.
pub async fn post(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
    Path((_, letter)): Path<(String, i64)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let mail = find(&app, &permit, letter).await?;
    let mut form = Form::of(data, visit.lang);
    let edit = match form.value("act") {
        "save" if mail.letter.secrecy == Secrecy::Open => Some(read(&mut form)),
        _ => None,
    };
    if !form.is_valid() {
        let html = html(&app, &visit, &permit, &mail, form, Seen::AsItIs).await?;
        return Ok(respond::again(html));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let done = match (form.value("act"), edit.flatten()) {
        ("save", Some((revision, edit))) => {
            tx.mails().edit(mail.id, revision, &edit).await? == MailEdited::Done
        }
        ("send", _) => {
            let read = form.value("revision").parse();
            let read = read.map_err(|_| PageError::Invalid)?;
            tx.mails().queue_as_read(mail.id, read).await?
        }
        ("discard", _) => tx.mails().discard(mail.id).await?,
        _ => return Err(PageError::Invalid),
    };
    if done {
        tx.commit().await?;
        let path = visit.paths().letter(&permit.subject, mail.id);
        return Ok(respond::to(&saved(&path)));
    }
    drop(tx);
    // What was typed stays in the fields, under the revision that is there now.
    let mail = find(&app, &permit, letter).await?;
    let form = form.replacing("revision", mail.revision);
    let html = html(&app, &visit, &permit, &mail, form, Seen::Changed).await?;
    Ok(respond::clash(html))
}

/// The letter that the address names, of this congress and for these eyes.
pub(super) async fn find(
    app: &App,
    permit: &Permit<ManageMail>,
    letter: i64,
) -> Result<Mail, PageError> {
    let mail = app.store.mails().find(MailId(letter)).await?;
    let sight = sight(&permit.actor, &permit.subject);
    mail.filter(|mail| mail.letter.congress.as_ref() == Some(&permit.subject))
        .filter(|mail| sight.sees(&mail.letter.template))
        .ok_or(PageError::NotFound)
}

/// Whether the letter is as it was when it was shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    AsItIs,
    Changed,
}

/// Whether it can be changed. What only its reader may see cannot: it would stand in the fields.
fn is_open(mail: &Mail) -> bool {
    mail.letter.secrecy == Secrecy::Open && mail.state.allows(Step::Edit)
}

fn fresh(mail: &Mail, lang: Lang) -> Form {
    let form = Form::fresh(lang).with("revision", mail.revision);
    if !is_open(mail) {
        return form;
    }
    form.with("subject", &mail.letter.subject)
        .with("body", &mail.letter.body)
}

fn read(form: &mut Form) -> Option<(u32, MailEdit)> {
    let m = form.words();
    let subject = form
        .typed("subject", m.mailing_subject())
        .required()
        .text(SUBJECT_LETTERS);
    let body = form
        .typed("body", m.mailing_body())
        .required()
        .lines(BODY_LETTERS);
    let revision = form.value("revision").parse().ok()?;
    let (subject, body) = (Subject::of(&subject?), body?);
    Some((revision, MailEdit { subject, body }))
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageMail>,
    mail: &Mail,
    form: Form,
    seen: Seen,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let title = form.titled(mail.letter.subject.as_str());
    let frame = frame(app, visit, permit, &title, |paths| {
        paths.letter(congress, mail.id)
    })
    .await?;
    let (m, lang) = (frame.m, visit.lang);
    let outbox = frame.part(frame.words().mail);
    let preview = preview(app, lang, &mail.letter, |index| {
        Some(frame.paths.letter_file(congress, mail.id, index))
    })?;
    let page = LetterPage {
        preview,
        state: words::state(mail.state.word(), m),
        told: told(mail, m, &frame.zone, lang),
        reason: reason(&mail.state, m),
        template: words::template(&mail.letter.template, m),
        created: dates::moment(mail.created_at, &frame.zone, lang),
        mailing: mail
            .mailing
            .map(|mailing| format!("{outbox}?mailing={mailing}")),
        outbox,
        is_draft: is_open(mail),
        can_send: mail.state.allows(Step::Queue),
        can_discard: mail.state.allows(Step::Discard),
        is_wiped: mail.wiped_at.is_some(),
        clash: seen == Seen::Changed,
        typed: (seen == Seen::Changed && !is_open(mail) && !form.value("body").is_empty())
            .then(|| format!("{}\n\n{}", form.value("subject"), form.value("body"))),
        form,
        frame,
    };
    Ok(page.render()?)
}

/// When it came to be so: `wysłany, 15 listopada 2019, 11:15`.
fn told(mail: &Mail, m: &Messages, zone: &Zone, lang: Lang) -> String {
    let at = mail.state.since().unwrap_or(mail.created_at);
    let state = words::state(mail.state.word(), m);
    format!("{state}, {}", dates::moment(at, zone, lang))
}

fn reason(state: &Standing, m: &Messages) -> Option<String> {
    match state {
        Standing::Draft | Standing::Queued { .. } => None,
        Standing::Sent { message_id, .. } => Some(m.outbox_message_id(message_id.as_str())),
        Standing::Failed { reason, .. } => Some(reason.clone()),
        Standing::Discarded { why, .. } => Some(
            match why {
                Discard::ByHand => m.outbox_by_hand(),
                Discard::Unsubscribed => m.outbox_unsubscribed(),
                Discard::Expired => m.outbox_expired(),
            }
            .to_owned(),
        ),
    }
}
