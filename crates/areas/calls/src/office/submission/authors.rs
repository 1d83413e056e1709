//! Inviting an author to what the office typed in: they are written to, and say themselves whether they are
//! one.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{AUTHOR_PROOF, ManageSubmission};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::office::saved;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{AboutAuthor, AuthorId};
use wiec_model::jobs::AboutSubmission;
use wiec_store::{InvitationAnswered, NewAuthor};

use crate::office::typing::author;
use crate::office::view;

/// `POST …/zgloszenia/{code}/autorzy`: invites an author. Sent twice, they are invited once.
#[tracing::instrument(name = "calls.invite_author", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub async fn post(
    permit: Permit<ManageSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    if of.submission.account.is_some() {
        return Err(PageError::NotFound);
    }
    let mut form = Form::of(data, visit.lang);
    let Some(new) = read(&app, &mut form).filter(|new| has_room(&mut form, &permit, new)) else {
        let html = super::html(&app, &visit, &permit, form).await?;
        return Ok(respond::again(html));
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let mut submissions = tx.submissions();
    let answered = submissions.invite(&of.call, of.submission.id, &new).await?;
    let m = form.words();
    match answered {
        InvitationAnswered::Now(_) => {
            let invited = AboutSubmission::Invited { author: new.id };
            let job = invited.job(&of.congress, of.submission.id);
            tx.jobs().enqueue(&job).await?;
        }
        InvitationAnswered::Before(_) => {}
        InvitationAnswered::Gone => {
            let says = m.calls_office_invite_gone();
            form.fail("author-email", m.calls_office_member_email(), says);
        }
        InvitationAnswered::NotTaken(_) => form.fail_whole(m.calls_office_not_changeable()),
    }
    if !form.is_valid() {
        tx.give_up().await?;
        let html = super::html(&app, &visit, &permit, form).await?;
        return Ok(respond::again(html));
    }
    tx.commit().await?;
    let path = view::submission(&visit.paths(), &of.call, &of.submission.code);
    Ok(respond::to(&format!("{}#autorzy", saved(&path))))
}

/// Whether there may be one more. Whoever is one already takes no more room.
fn has_room(form: &mut Form, permit: &Permit<ManageSubmission>, new: &NewAuthor) -> bool {
    let of = &permit.subject;
    let most = of.call.setup.limits.authors.max(1);
    let mut standing = of.submission.standing_authors();
    let is_known = standing.any(|author| author.email.as_ref() == Some(&new.email));
    let has = of.submission.standing_authors().count() + 1;
    let has = u32::try_from(has).unwrap_or(u32::MAX);
    if is_known || has <= most {
        return true;
    }
    let m = form.words();
    let says = m.calls_office_fault_count(has, 1, most);
    form.fail("author-email", m.calls_office_member_email(), says);
    false
}

fn read(app: &App, form: &mut Form) -> Option<NewAuthor> {
    let m = form.words();
    let email = form
        .typed("author-email", m.calls_office_member_email())
        .required()
        .email();
    let about: Option<AboutAuthor> = author::read(form, "author-");
    let id = AuthorId(app.chance.uuid(app.clock.now()));
    form.is_valid().then_some(())?;
    Some(NewAuthor {
        id,
        email: email?,
        about: about?,
        token: app.secret.code(AUTHOR_PROOF, &id.to_string()),
    })
}
