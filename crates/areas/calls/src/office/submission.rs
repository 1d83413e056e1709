//! Something that was offered, as the office sees it: whose it is, what it says and said, its files, what
//! blind members see of it, who has an interest in it, and what was said of it.
//!
//! Who is an author of it sees no reviews here, though they work in the office.

pub mod authors;
mod blind;
mod changes;
pub mod files;
pub mod hidden;
mod shown;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageSubmission;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::history::{Told, history_of};
use wiec_kit::markdown;
use wiec_kit::office::OfficeFrame;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::account::Account;
use wiec_model::calls::{CoAuthors, Interest, Judge, Sight, Submission, interests};

use super::assignments::Table;
use super::view::{self, Link};
use super::words;
use blind::Blind;
use changes::Change;
pub(super) use shown::environments;
use shown::{FileLine, OfAuthor, OfMember, Reply};

#[derive(Template)]
#[template(path = "office_submission.html")]
struct SubmissionPage {
    frame: OfficeFrame,
    /// What was typed to invite an author or to hide words.
    form: Form,
    code: String,
    state: (&'static str, &'static str),
    facts: Vec<(&'static str, String)>,
    lang: String,
    title: String,
    summary: String,
    replies: Vec<Reply>,
    files: Vec<FileLine>,
    authors: Vec<OfAuthor>,
    environments: Vec<Choice>,
    members: Vec<OfMember>,
    /// Whether it is of who looks at it: then nothing that was said of it is shown.
    is_own: bool,
    is_blind: bool,
    blind: Blind,
    changes: Vec<Change>,
    hidden: String,
    /// Where what was typed in is changed, if the office typed it in.
    text: Option<String>,
    invites: Option<String>,
    assign: String,
    told: Told,
    about: String,
    back: String,
    links: Vec<Link>,
}

/// `GET /biuro/{congress}/nabory/{call}/zgloszenia/{code}`
pub async fn get(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let html = html(&app, &visit, &permit, form).await?;
    Ok(respond::private(html))
}

/// Whether a submission is somebody's own, or names them: then they see nothing of what is said of it.
pub(super) fn is_of(submission: &Submission, account: &Account) -> bool {
    let judge = Judge {
        account: account.id,
        email: account.email.clone(),
        body: None,
        town: None,
    };
    let found = interests(&judge, submission, &CoAuthors::default());
    found.contains(&Interest::Own)
}

/// The page, with what was typed into one of its forms.
async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageSubmission>,
    form: Form,
) -> Result<String, PageError> {
    let of = &permit.subject;
    let (call, submission) = (&of.call, &of.submission);
    let (said, lang) = (&submission.words, visit.lang);
    let title = form.titled(&said.title);
    let place = |paths: &_| view::submission(paths, call, &submission.code);
    let frame = view::frame(app, visit, &permit.actor, &of.congress, &title, place).await?;
    let m = frame.m;
    let store = app.store.submissions();
    let files = store.files(submission.id).await?;
    let versions = store.versions(submission.id).await?;
    let table = Table::read(app, call).await?;
    let of_authors = submission.authors.iter().filter_map(|it| it.account);
    let savers = versions.iter().filter_map(|version| version.account);
    let named = of_authors.chain(savers);
    let accounts = app.store.accounts().list(named).await?;
    let draft = view::draft(app, &of.congress).await?;
    let is_own = is_of(submission, &permit.signed_in()?.account);
    let subject = format!("submission {}", submission.code);
    let told = history_of(app, lang, &frame.zone, &of.congress, &subject).await?;
    let is_typed = submission.account.is_none();
    let path = |word: fn(&view::Words) -> &'static str| {
        view::of_submission(&frame.paths, call, &submission.code, word)
    };
    let assignments = view::of(&frame.paths, call, |words| words.assignments);
    let page = SubmissionPage {
        code: submission.code.to_string(),
        state: words::state(submission.state.word(), m),
        facts: shown::facts(submission, &draft, &frame),
        lang: said.lang.to_string(),
        title: said.title.clone(),
        summary: markdown::html(&said.summary),
        replies: shown::replies(submission, &call.setup, m),
        files: shown::files(&files, call, &submission.code, &frame),
        authors: shown::authors(submission, &accounts, m),
        environments: shown::environments(m),
        members: if is_own {
            Vec::new()
        } else {
            shown::members(app, &table, call, submission, m).await?
        },
        is_own,
        is_blind: call.setup.review.sight == Sight::Blind,
        blind: Blind::of(submission, &call.setup, &files, m),
        changes: changes::of(&versions, &accounts, &frame),
        hidden: path(|words| words.hidden),
        text: is_typed.then(|| path(|words| words.text)),
        invites: is_typed.then(|| path(|words| words.authors)),
        assign: format!("{assignments}?code={}#f-code", submission.code),
        told,
        about: call.setup.title.words(lang).to_owned(),
        back: frame.paths.in_office_call(
            &of.congress,
            &call.slug,
            wiec_kit::paths::words(lang).submissions,
        ),
        links: view::links(&frame.paths, call, m),
        form,
        frame,
    };
    Ok(page.render()?)
}
