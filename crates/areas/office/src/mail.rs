//! The outbox: every letter of a congress, from draft to sent, and the mailings that they belong to.

pub mod audience;
pub mod compose;
pub mod file;
pub mod letter;
pub mod mailing;
mod preview;
mod write;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use wiec_kit::acts::ManageMail;
use wiec_kit::address::query;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, Part, sight};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::mail::{MailId, MailingId, State as Standing};
use wiec_model::rules::{Action, On, may};
use wiec_store::{MailSummary, MailingSummary, Sight, WantedMail};

use crate::words;

/// So many letters stand on a page.
const PAGE: u64 = 100;
/// So many mailings stand beside them.
const MAILINGS: u64 = 20;

#[derive(Template)]
#[template(path = "outbox.html")]
struct OutboxPage {
    frame: OfficeFrame,
    form: Form,
    counts: Vec<(&'static str, u64)>,
    states: Vec<Choice>,
    rows: Vec<Row>,
    mailings: Vec<Line>,
    /// The mailing whose letters are shown, if only those are.
    mailing: Option<Line>,
    newer: Option<String>,
    older: Option<String>,
    compose: String,
    /// The jobs behind it, for those who may see them.
    jobs: Option<String>,
}

/// A letter in the table.
struct Row {
    href: String,
    subject: String,
    to: String,
    email: String,
    lang: &'static str,
    template: String,
    state: &'static str,
    when: String,
}

/// A mailing in the list.
struct Line {
    id: String,
    href: String,
    act: String,
    name: String,
    when: String,
    drafts: u64,
    counts: Vec<(&'static str, u64)>,
}

/// Which letters are wanted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    to: String,
    mailing: String,
    before: String,
}

/// `GET /biuro/{congress}/poczta`
pub async fn get(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (congress, m) = (&permit.subject, messages(visit.lang));
    let frame = frame(&app, &visit, &permit, m.outbox_title(), |paths| {
        Part::Mail.path(paths, congress)
    })
    .await?;
    let mails = app.store.mails();
    let sight = sight(&permit.actor, congress);
    let wanted = asked.wanted(sight);
    let found = mails.page(congress, &wanted, PAGE).await?;
    let counts = mails.counts(congress, sight).await?;
    let mailings = mails.mailings(congress, sight, MAILINGS).await?;
    let mailing = match wanted.mailing {
        Some(mailing) => mails.mailing(congress, sight, mailing).await?,
        None => None,
    };
    let count = |word: &str| counts.get(word).copied().unwrap_or_default();
    let page = OutboxPage {
        form: Form::fresh(visit.lang)
            .with("state", &asked.state)
            .with("to", &asked.to),
        counts: Standing::WORDS
            .map(|word| (words::state(word, m), count(word)))
            .to_vec(),
        states: std::iter::once(Choice::new("", m.outbox_any_state()))
            .chain(Standing::WORDS.map(|word| Choice::new(word, words::state(word, m))))
            .collect(),
        rows: found.mails.iter().map(|mail| row(mail, &frame)).collect(),
        mailings: mailings.iter().map(|one| line(one, &frame)).collect(),
        mailing: mailing.as_ref().map(|one| line(one, &frame)),
        newer: (!asked.before.is_empty()).then(|| asked.address(&frame.here, None)),
        older: found
            .next
            .map(|next| asked.address(&frame.here, Some(next))),
        compose: frame.paths.new_mailing(congress),
        jobs: may(
            &permit.actor,
            Action::ManageJobs,
            &On::Congress(congress.clone()),
        )
        .then(|| frame.part(frame.words().jobs)),
        frame,
    };
    Ok(respond::private(page.render()?))
}

/// The frame of a page about letters.
async fn frame(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageMail>,
    title: &str,
    place: impl Fn(&Paths) -> String,
) -> Result<OfficeFrame, PageError> {
    let (actor, congress) = (&permit.actor, &permit.subject);
    OfficeFrame::open(app, visit, actor, congress, Part::Mail, title, place).await
}

impl Asked {
    /// What cannot be read asks for nothing in particular.
    fn wanted(&self, sight: Sight) -> WantedMail {
        let to = self.to.trim();
        WantedMail {
            state: Standing::WORDS.into_iter().find(|word| *word == self.state),
            mailing: self.mailing.parse().ok().map(MailingId),
            to: (!to.is_empty()).then(|| to.to_owned()),
            before: self.before.parse().ok().map(MailId),
            sight,
        }
    }

    /// The address of the same question, before a letter or from the newest.
    fn address(&self, here: &str, before: Option<MailId>) -> String {
        let before = before.map(|mail| mail.to_string()).unwrap_or_default();
        let fields = [
            ("state", self.state.as_str()),
            ("to", &self.to),
            ("mailing", &self.mailing),
            ("before", &before),
        ];
        format!("{here}{}", query(&fields))
    }
}

fn row(mail: &MailSummary, frame: &OfficeFrame) -> Row {
    let email = mail.to.email().to_string();
    Row {
        href: frame.slug.as_ref().map_or_else(String::new, |congress| {
            frame.paths.letter(congress, mail.id)
        }),
        subject: mail.subject.to_string(),
        to: mail.to.name().map_or_else(|| email.clone(), str::to_owned),
        email,
        lang: mail.lang.code(),
        template: words::template(&mail.template, frame.m),
        state: words::state(mail.state.word(), frame.m),
        when: dates::moment(
            mail.state.since().unwrap_or(mail.created_at),
            &frame.zone,
            frame.lang,
        ),
    }
}

fn line(mailing: &MailingSummary, frame: &OfficeFrame) -> Line {
    let outbox = frame.part(frame.words().mail);
    let act = frame.slug.as_ref().map_or_else(String::new, |congress| {
        frame.paths.mailing(congress, mailing.id)
    });
    Line {
        id: mailing.id.to_string(),
        href: format!("{outbox}?mailing={}", mailing.id),
        act,
        name: mailing.name.clone(),
        when: dates::moment(mailing.created_at, &frame.zone, frame.lang),
        drafts: mailing.count("draft"),
        counts: Standing::WORDS
            .into_iter()
            .map(|word| (words::state(word, frame.m), mailing.count(word)))
            .filter(|(_, count)| *count > 0)
            .collect(),
    }
}
