//! The outbox: letters by state, newest first, and the mailings that they belong to. Nothing leaves
//! before somebody looked at it and pressed a button, except for what answers what its reader just did.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageMail;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form, FormData};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::mail::{MailId, MailingId, State as Standing};
use wiec_store::{MailSummary, MailingSummary, WantedMail};

/// As many as a table can hold and a hand can scroll.
const PAGE: u64 = 100;
/// Older mailings are found by their letters.
const MAILINGS: u64 = 20;

#[derive(Template)]
#[template(path = "outbox.html")]
struct OutboxPage {
    frame: OfficeFrame,
    form: Form,
    states: Vec<Choice>,
    mailings: Vec<Mailing>,
    lines: Vec<Line>,
    older: Option<String>,
}

/// A mailing in the list.
struct Mailing {
    id: i64,
    name: String,
    when: String,
    drafts: u64,
    counts: Vec<(&'static str, u64)>,
}

/// A letter in the list.
struct Line {
    href: String,
    to: String,
    subject: String,
    state: &'static str,
    when: String,
}

/// `GET /biuro/{congress}/poczta`
pub async fn get(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let query = visit.address.split_once('?').map_or("", |(_, query)| query);
    let query = FormData::parse(query.as_bytes());
    let asked = query.get("state").unwrap_or_default();
    let wanted = WantedMail {
        state: Standing::WORDS.into_iter().find(|word| *word == asked),
        mailing: number(&query, "mailing").map(MailingId),
        to: query
            .get("to")
            .filter(|to| !to.is_empty())
            .map(str::to_owned),
        before: number(&query, "before").map(MailId),
    };
    let mails = app.store.mails();
    let page = mails.page(congress, &wanted, PAGE).await?;
    let mailings = mails.mailings(congress, MAILINGS).await?;
    let part = Part::Mail;
    let frame = OfficeFrame::open(
        &app,
        &visit,
        &permit.actor,
        congress,
        part,
        m.outbox_title(),
        |paths| part.path(paths, congress),
    )
    .await?;
    let path = part.path(&frame.paths, congress);
    let when = |at| {
        let day = dates::short_date(dates::date_of(at, &frame.zone), visit.lang);
        format!("{day}, {}", dates::hour(at, &frame.zone))
    };
    let older = page.next.map(|before| {
        let state = wanted.state.unwrap_or_default();
        format!("{path}?state={state}&before={before}")
    });
    let page = OutboxPage {
        form: Form::of(query, visit.lang),
        states: std::iter::once(Choice::new("", m.outbox_all()))
            .chain(Standing::WORDS.map(|word| Choice::new(word, state_name(m, word))))
            .collect(),
        mailings: mailings
            .iter()
            .map(|mailing| shown(m, mailing, when(mailing.created_at)))
            .collect(),
        lines: page
            .mails
            .iter()
            .map(|mail| line(m, mail, &path, when(mail.created_at)))
            .collect(),
        older,
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// `POST /biuro/{congress}/poczta`: sends all drafts of a mailing on their way, or throws them away.
/// Pressed twice, there is nothing left to do the second time.
pub async fn post(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let congress = &permit.subject;
    let mailing = number(&data, "mailing").map(MailingId);
    let mailing = mailing.ok_or(PageError::Invalid)?;
    if app
        .store
        .mails()
        .mailing(congress, mailing)
        .await?
        .is_none()
    {
        return Err(PageError::NotFound);
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match data.get("act") {
        Some("send") => tx.mails().queue_all(congress, mailing).await?,
        Some("discard") => tx.mails().discard_all(congress, mailing).await?,
        _ => return Err(PageError::Invalid),
    };
    tx.commit().await?;
    let path = Part::Mail.path(&visit.paths(), congress);
    Ok(respond::to(&saved(&path)))
}

/// What became of a letter, in words.
pub fn state_name(m: &Messages, word: &str) -> &'static str {
    match word {
        "draft" => m.outbox_is_draft(),
        "queued" => m.outbox_is_queued(),
        "sent" => m.outbox_is_sent(),
        "failed" => m.outbox_is_failed(),
        _ => m.outbox_is_discarded(),
    }
}

fn number(data: &FormData, name: &str) -> Option<i64> {
    data.get(name)?.parse().ok()
}

fn shown(m: &Messages, mailing: &MailingSummary, when: String) -> Mailing {
    Mailing {
        id: mailing.id.0,
        name: mailing.name.clone(),
        when,
        drafts: mailing.count("draft"),
        counts: Standing::WORDS
            .into_iter()
            .map(|word| (state_name(m, word), mailing.count(word)))
            .filter(|(_, count)| *count > 0)
            .collect(),
    }
}

fn line(m: &Messages, mail: &MailSummary, path: &str, when: String) -> Line {
    Line {
        href: format!("{path}/{}", mail.id),
        to: mail.to.name().map_or_else(
            || mail.to.email().to_string(),
            |name| format!("{name} <{}>", mail.to.email()),
        ),
        subject: mail.subject.to_string(),
        state: state_name(m, mail.state.word()),
        when,
    }
}
