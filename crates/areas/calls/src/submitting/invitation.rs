//! Answering an invitation to be an author, by the link of a letter. Programs open links of letters too, so
//! opening it only shows what is asked. To say no, nobody needs an account.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::{AnswerInvitation, Invited};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Author, AuthorStanding};
use wiec_store::InvitationAnswered;

use super::view;

#[derive(Template)]
#[template(path = "submitting_invitation.html")]
struct InvitationPage {
    frame: Frame,
    form: Form,
    title: String,
    call: String,
    call_href: String,
    inviter: String,
    name: String,
    email: String,
    stands: Stands,
    sign_in: String,
}

/// How the one who was invited stands.
enum Stands {
    /// They have not answered; who reads this is signed in under an address, or not at all.
    Asked(Option<String>),
    /// They said yes; where it is, if they read this.
    Author(Option<String>),
    /// They said no, or were taken out.
    Out,
}

/// `GET /zgloszenia/zaproszenie/{token}`
pub(super) async fn get(
    permit: Permit<AnswerInvitation>,
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let html = page(&app, &visit, &permit.subject, &token, form)?;
    Ok(respond::private(html))
}

/// `POST /zgloszenia/zaproszenie/{token}`
#[tracing::instrument(name = "calls.answer_invitation", skip_all)]
pub(super) async fn post(
    permit: Permit<AnswerInvitation>,
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let of = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let paths = visit.paths();
    let here = paths.invitation(&token);
    let (submission, author) = (&of.invitation.submission, of.invitation.author);
    if form.value("act") == "remove" {
        let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
        let mut writer = tx.submissions();
        writer
            .remove_author(&of.call, submission.id, author)
            .await?;
        tx.commit().await?;
        return Ok(respond::to(&here));
    }
    let Some(reader) = &of.reader else {
        return Ok(respond::to(&paths.sign_in_for(&here)));
    };
    let account = reader.account.id;
    let own = submission.authors.iter().find(|one| one.id == author);
    let is_answered = own.is_some_and(|one| one.account == Some(account));
    if submission.is_of(account) && !is_answered {
        form.fail_whole(form.words().submitting_author_already());
        let html = page(&app, &visit, of, &token, form)?;
        return Ok(respond::again(html));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mut writer = tx.submissions();
    let answered = writer.confirm_author(&of.call, submission.id, author, account);
    match answered.await? {
        InvitationAnswered::Now(submission) | InvitationAnswered::Before(submission) => {
            tx.commit().await?;
            Ok(respond::to(&paths.submission(&submission.code)))
        }
        // Somebody else said yes by this link, or it was taken back meanwhile: the page says which.
        InvitationAnswered::Gone | InvitationAnswered::NotTaken(_) => Ok(respond::to(&here)),
    }
}

fn page(
    app: &App,
    visit: &Visit,
    of: &Invited,
    token: &str,
    form: Form,
) -> Result<String, PageError> {
    let (m, lang, paths) = (messages(visit.lang), visit.lang, visit.paths());
    let submission = &of.invitation.submission;
    let mut authors = submission.authors.iter();
    let author = authors.find(|one| one.id == of.invitation.author);
    let author = author.ok_or(PageError::NotFound)?;
    let inviter = submission.submitter();
    let inviter = inviter.map(|one| one.about.name.trim().to_owned());
    let page = InvitationPage {
        frame: view::frame(
            app,
            visit,
            &form.titled(m.submitting_invitation()),
            |paths| paths.invitation(token),
        ),
        title: view::title(&submission.words.title, m),
        call: of.call.setup.title.words(lang).to_owned(),
        call_href: paths.call(&of.call.slug),
        inviter: inviter
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| m.submitting_unnamed().to_owned()),
        name: author.about.name.clone(),
        email: author
            .email
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        stands: stands(of, author, &paths),
        sign_in: paths.sign_in_for(&paths.invitation(token)),
        form,
    };
    Ok(page.render()?)
}

fn stands(of: &Invited, author: &Author, paths: &wiec_kit::paths::Paths) -> Stands {
    let reader = of.reader.as_ref().map(|reader| &reader.account);
    match author.standing {
        AuthorStanding::Invited => Stands::Asked(reader.map(|account| {
            let email = account.email.as_ref().map(ToString::to_string);
            email.or_else(|| account.name.clone()).unwrap_or_default()
        })),
        AuthorStanding::Submitter | AuthorStanding::Confirmed => {
            let is_reader = reader.is_some_and(|reader| author.account == Some(reader.id));
            let href = paths.submission(&of.invitation.submission.code);
            Stands::Author(is_reader.then_some(href))
        }
        AuthorStanding::Removed => Stands::Out,
    }
}
