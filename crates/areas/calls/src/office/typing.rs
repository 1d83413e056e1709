//! Typing in what somebody sent who has no account: on paper, by e-mail. It is kept as a draft or sent, and
//! whoever it is of is written to at their address.

pub mod author;
mod faults;
mod read;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{InOfficeCall, InOfficeSubmission, ManageCall, ManageSubmission};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{
    Anonymity, AuthorId, Call, Moment, Question, QuestionKind, Submission, SubmissionCode,
    SubmissionId,
};
use wiec_model::jobs::{AboutSubmission, Job};
use wiec_model::rules::Actor;
use wiec_model::{AccountId, Lang};
use wiec_store::{Begun, NewSubmission, Saved, Submitted, Tx};

use super::submission::environments;
use super::view::{self, Link};
use super::words;
use read::Typed;

#[derive(Template)]
#[template(path = "office_typing.html")]
struct TypingPage {
    frame: OfficeFrame,
    form: Form,
    environments: Vec<Choice>,
    languages: Vec<Choice>,
    tracks: Vec<Choice>,
    tiers: Vec<Choice>,
    anonymities: Vec<Choice>,
    questions: Vec<Asked>,
    consents: Vec<(String, String, bool)>,
    most_title: u32,
    most_summary: u32,
    is_new: bool,
    /// Whether it waits to be sent.
    is_draft: bool,
    has_file_question: bool,
    /// What was typed in and waits to be sent, with its address.
    drafts: Vec<(String, String)>,
    about: String,
    list: String,
    links: Vec<Link>,
}

/// A question of the call on the page.
struct Asked {
    name: String,
    label: String,
    hint: String,
    kind: &'static str,
    choices: Vec<Choice>,
}

/// `GET /biuro/{congress}/nabory/{call}/dopisz`
pub async fn new(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang)
        .with("lang", Lang::Pl)
        .with("anonymity", Anonymity::None.key());
    let page = Page::of_call(&permit.subject, &permit.actor);
    Ok(respond::private(page.html(&app, &visit, form).await?))
}

/// `POST /biuro/{congress}/nabory/{call}/dopisz`: begins a draft, or sends it at once. Sent twice, it is
/// begun once.
#[tracing::instrument(name = "calls.type_in", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn create(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let page = Page::of_call(&permit.subject, &permit.actor);
    let mut form = Form::of(data, visit.lang);
    let key = form.key().ok_or(PageError::Invalid)?.to_owned();
    let now = app.clock.now();
    let label = form.words().calls_office_member_email();
    let email = form.typed("author-email", label).required().email();
    let draft = view::draft(&app, &call.congress).await?;
    let zone = view::zone(&app, &call.congress).await?;
    let typed = read::read(&mut form, call, &draft, None);
    let moment = moment(&form);
    let context = faults::Context {
        call,
        now,
        zone: &zone,
        moment,
    };
    faults::note(&mut form, &typed, &context, None, &[]);
    let (true, Some(email)) = (form.is_valid(), email) else {
        return Ok(respond::again(page.html(&app, &visit, form).await?));
    };
    let new = NewSubmission {
        id: SubmissionId(app.chance.uuid(now)),
        code: code(&app),
        key: format!("office/{key}"),
        account: None,
        email: Some(email),
        author: AuthorId(app.chance.uuid(now)),
        about: typed.about.clone(),
        words: typed.words.clone(),
        anonymity: typed.anonymity,
    };
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let begun = tx.submissions().begin(call, &new).await?;
    let sent = match begun {
        Begun::New(submission) if moment == Moment::Submitting => {
            let refused = send(&mut tx, call, &submission, &typed, form.words()).await?;
            (submission, refused)
        }
        Begun::New(submission) | Begun::Again(submission) => (submission, None),
    };
    tx.commit().await?;
    after(&app, &visit, page, form, sent).await
}

/// `GET …/zgloszenia/{code}/tekst`
pub async fn get(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let submission = typed_in(&permit)?;
    let call = &permit.subject.call;
    let form = read::filled(Form::fresh(visit.lang), submission, call);
    let form = form.with("revision", submission.revision);
    let page = Page::of_submission(&permit.subject, &permit.actor);
    Ok(respond::private(page.html(&app, &visit, form).await?))
}

/// `POST …/zgloszenia/{code}/tekst`: saves what was typed in otherwise, or sends it. Whoever writes over a
/// change that they did not see is told so first.
#[tracing::instrument(name = "calls.type_over", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub async fn post(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let before = typed_in(&permit)?;
    let call = &permit.subject.call;
    let page = Page::of_submission(&permit.subject, &permit.actor);
    let mut form = Form::of(data, visit.lang);
    let seen: u32 = form
        .value("revision")
        .parse()
        .map_err(|_| PageError::Invalid)?;
    let draft = view::draft(&app, &call.congress).await?;
    let zone = view::zone(&app, &call.congress).await?;
    let files = app.store.submissions().files(before.id).await?;
    let typed = read::read(&mut form, call, &draft, Some(before));
    let moment = moment(&form);
    let context = faults::Context {
        call,
        now: app.clock.now(),
        zone: &zone,
        moment,
    };
    faults::note(&mut form, &typed, &context, Some(before), &files);
    if !form.is_valid() {
        return Ok(respond::again(page.html(&app, &visit, form).await?));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mut submissions = tx.submissions();
    let kept = submissions
        .save(call, before.id, seen, &typed.words, typed.anonymity)
        .await?;
    let submission = match kept {
        Saved::Saved(submission) => submission,
        Saved::Clash(now) => {
            drop(tx);
            let mut form = form.replacing("revision", now.revision);
            form.fail_whole(form.words().office_changed_meanwhile());
            return Ok(respond::clash(page.html(&app, &visit, form).await?));
        }
        Saved::NotTaken(..) | Saved::Over(_) => {
            drop(tx);
            form.fail_whole(form.words().calls_office_not_changeable());
            return Ok(respond::again(page.html(&app, &visit, form).await?));
        }
    };
    if let Some(first) = submission.authors.first() {
        let described = tx
            .submissions()
            .describe_author(call, submission.id, first.id, &typed.about)
            .await?;
        if described.is_err() {
            form.fail_whole(form.words().calls_office_not_changeable());
            return Ok(respond::again(page.html(&app, &visit, form).await?));
        }
    }
    let refused = match moment {
        Moment::Submitting => send(&mut tx, call, &submission, &typed, form.words()).await?,
        Moment::Saving => None,
    };
    tx.commit().await?;
    after(&app, &visit, page, form, (submission, refused)).await
}

/// Where it goes on: to what is kept, or back to the form where it was not sent.
async fn after(
    app: &App,
    visit: &Visit,
    page: Page<'_>,
    form: Form,
    (submission, refused): (Submission, Option<&'static str>),
) -> Result<Response, PageError> {
    let Some(says) = refused else {
        let path = view::submission(&visit.paths(), page.call, &submission.code);
        return Ok(respond::to(&saved(&path)));
    };
    let mut form = form.replacing("revision", submission.revision);
    form.fail_whole(says);
    let page = Page {
        submission: Some(&submission),
        ..page
    };
    Ok(respond::again(page.html(app, visit, form).await?))
}

/// Sends a draft, and has whom it is of written to. Says why it is not sent, if it is not.
async fn send(
    tx: &mut Tx,
    call: &Call,
    submission: &Submission,
    typed: &Typed,
    m: &Messages,
) -> Result<Option<&'static str>, PageError> {
    let agreed = call.setup.consents.iter();
    let agreed: Vec<_> = agreed
        .filter(|consent| typed.agreed.contains(&consent.key))
        .cloned()
        .collect();
    let mut submissions = tx.submissions();
    let sent = submissions
        .submit(call, submission.id, submission.revision, &agreed)
        .await?;
    Ok(match sent {
        Submitted::Now(_) => {
            let job = Job::TellSubmitted {
                congress: call.congress.clone(),
                submission: submission.id,
                about: AboutSubmission::Receipt,
            };
            tx.jobs().enqueue(&job).await?;
            None
        }
        Submitted::Before(_) => None,
        Submitted::NotTaken(_) | Submitted::NotAdmitted | Submitted::TooMany(_) => {
            Some(m.calls_office_not_taken())
        }
        Submitted::Clash(_) => Some(m.office_changed_meanwhile()),
    })
}

/// What the office typed in. What somebody sent themselves, they change themselves.
fn typed_in(permit: &Permit<ManageSubmission>) -> Result<&Submission, PageError> {
    let submission = &permit.subject.submission;
    let owner: Option<AccountId> = submission.account;
    match owner {
        None => Ok(submission),
        Some(_) => Err(PageError::NotFound),
    }
}

fn moment(form: &Form) -> Moment {
    match form.value("act") {
        "send" => Moment::Submitting,
        _ => Moment::Saving,
    }
}

fn code(app: &App) -> SubmissionCode {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&app.chance.bytes()[..16]);
    SubmissionCode::from_chance(bytes)
}

/// What the page is about.
struct Page<'a> {
    call: &'a Call,
    submission: Option<&'a Submission>,
    actor: &'a Actor,
}

impl<'a> Page<'a> {
    const fn of_call(of: &'a InOfficeCall, actor: &'a Actor) -> Self {
        Self {
            call: &of.call,
            submission: None,
            actor,
        }
    }

    const fn of_submission(of: &'a InOfficeSubmission, actor: &'a Actor) -> Self {
        Self {
            call: &of.call,
            submission: Some(&of.submission),
            actor,
        }
    }

    async fn html(&self, app: &App, visit: &Visit, form: Form) -> Result<String, PageError> {
        let (call, m) = (self.call, messages(visit.lang));
        let setup = &call.setup;
        let title = form.titled(m.calls_office_typing());
        let place = |paths: &_| match self.submission {
            Some(it) => view::of_submission(paths, call, &it.code, |words| words.text),
            None => view::of(paths, call, |words| words.typing),
        };
        let frame = view::frame(app, visit, self.actor, &call.congress, &title, place).await?;
        let draft = view::draft(app, &call.congress).await?;
        let choose = || Choice::new("", m.office_choose());
        let tracks = view::tracks(&draft, &setup.tracks, visit.lang);
        let tiers = setup.tiers.iter();
        let tiers = tiers.map(|it| Choice::new(it.key(), words::tier(*it, m)));
        let offered = Anonymity::ALL
            .into_iter()
            .filter(|it| *it <= setup.anonymity);
        let is_file = |it: &&Question| matches!(it.kind, QuestionKind::File { .. });
        let page = TypingPage {
            environments: environments(m),
            languages: vec![
                Choice::new(Lang::Pl, m.office_lang_pl()),
                Choice::new(Lang::En, m.office_lang_en()),
            ],
            tracks: std::iter::once(choose()).chain(tracks).collect(),
            tiers: std::iter::once(choose()).chain(tiers).collect(),
            anonymities: offered
                .map(|it| Choice::new(it.key(), words::anonymity(it, m)))
                .collect(),
            questions: setup
                .questions
                .iter()
                .filter(|it| !is_file(it))
                .map(|it| asked(it, visit.lang))
                .collect(),
            consents: setup
                .consents
                .iter()
                .map(|it| {
                    let name = format!("consent-{}", it.key);
                    (name, it.text.words(visit.lang).to_owned(), it.required)
                })
                .collect(),
            most_title: setup.limits.title,
            most_summary: setup.limits.summary,
            is_new: self.submission.is_none(),
            is_draft: self.submission.is_none_or(|it| it.submitted_at.is_none()),
            has_file_question: setup.questions.iter().any(|it| is_file(&it)),
            drafts: match self.submission {
                None => drafts(app, call, &frame).await?,
                Some(_) => Vec::new(),
            },
            about: setup.title.words(visit.lang).to_owned(),
            list: view::list(&frame.paths, &call.congress),
            links: view::links(&frame.paths, call, m),
            form: form.keyed(&app.chance),
            frame,
        };
        Ok(page.render()?)
    }
}

/// What the office typed in and has not sent. Drafts of those who have an account are theirs alone.
async fn drafts(
    app: &App,
    call: &Call,
    frame: &OfficeFrame,
) -> Result<Vec<(String, String)>, PageError> {
    let submissions = app.store.submissions();
    let all = submissions
        .list(&call.congress, call.id, &["draft"])
        .await?;
    let ours = all.into_iter().filter(|it| it.account.is_none());
    let line = |it: Submission| {
        let first = it.authors.first().map(|author| author.about.name.clone());
        let title = [Some(it.words.title.clone()), first];
        let title: Vec<String> = title
            .into_iter()
            .flatten()
            .filter(|it| !it.is_empty())
            .collect();
        let href = view::of_submission(&frame.paths, call, &it.code, |words| words.text);
        (title.join(", "), href)
    };
    Ok(ours.map(line).collect())
}

fn asked(question: &Question, lang: Lang) -> Asked {
    let (kind, choices) = match &question.kind {
        QuestionKind::Line { .. } => ("line", Vec::new()),
        QuestionKind::Number { .. } => ("number", Vec::new()),
        QuestionKind::Link => ("link", Vec::new()),
        QuestionKind::Paragraphs { .. } | QuestionKind::File { .. } => ("area", Vec::new()),
        QuestionKind::Choice { options, .. } => {
            let options = options.iter().enumerate();
            let options = options.map(|(at, text)| Choice::new(at, text.words(lang)));
            ("choice", options.collect())
        }
    };
    Asked {
        name: read::field(&question.key),
        label: question.label.words(lang).to_owned(),
        hint: question
            .hint
            .as_ref()
            .map(|hint| hint.words(lang).to_owned())
            .unwrap_or_default(),
        kind,
        choices,
    }
}
