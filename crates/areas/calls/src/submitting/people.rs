//! Co-authors: invited by mail, put in order, taken out again; and whoever said yes may leave by themselves.

use axum::response::Response;
use wiec_kit::acts::AUTHOR_PROOF;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::respond;
use wiec_model::Email;
use wiec_model::calls::{AboutAuthor, AuthorId, AuthorStanding, Unchangeable};
use wiec_model::jobs::AboutSubmission;
use wiec_store::{InvitationAnswered, NewAuthor, Tx};

use super::submission::Acting;
use super::telling::tell;
use super::view;

/// The most letters of a name.
const NAME: usize = 120;

/// Invites somebody by their address.
pub(super) async fn invite(
    acting: Acting<'_>,
    mut tx: Tx,
    mut form: Form,
) -> Result<Response, PageError> {
    let m = form.words();
    let name = form
        .typed("invite-name", m.submitting_invite_name())
        .required()
        .text(NAME);
    let email = form
        .typed("invite-email", m.submitting_invite_email())
        .required()
        .email();
    let accounts = &acting.app.store.accounts();
    let own = accounts.find(acting.account).await?;
    let own = own.and_then(|account| account.email);
    let most = acting.mine.call.setup.limits.authors.max(1);
    let count = acting.saved.standing_authors().count();
    if u32::try_from(count).unwrap_or(u32::MAX) >= most {
        form.fail(
            "invite-name",
            m.submitting_invite_name(),
            m.submitting_authors_most(most),
        );
    } else if email.is_some() && email == own {
        form.fail(
            "invite-email",
            m.submitting_invite_email(),
            m.submitting_invite_self(),
        );
    }
    let is_known = |email: &Email| {
        let mut authors = acting.saved.authors.iter();
        authors.any(|author| author.email.as_ref() == Some(email))
    };
    if let Some(email) = email.as_ref().filter(|email| !is_known(email))
        && form.is_valid()
        && !acting.app.limits.admits_letter(email.as_str())
    {
        // Nobody is bombarded by strangers: neither the letter nor the invitation comes to be.
        form.fail(
            "invite-email",
            m.submitting_invite_email(),
            m.submitting_invite_letters(),
        );
    }
    let (true, Some(name), Some(email)) = (form.is_valid(), name, email) else {
        tx.commit().await?;
        return acting.again(form).await;
    };
    let id = AuthorId(acting.app.chance.uuid(tx.at()));
    let new = NewAuthor {
        id,
        about: AboutAuthor {
            name,
            ..AboutAuthor::default()
        },
        token: acting.app.secret.code(AUTHOR_PROOF, &id.to_string()),
        email,
    };
    let call = &acting.mine.call;
    let mut writer = tx.submissions();
    let refused = match writer.invite(call, acting.saved.id, &new).await? {
        InvitationAnswered::Now(_) => {
            let about = AboutSubmission::Invited { author: id };
            tell(&mut tx, &call.congress, acting.saved.id, about).await?;
            None
        }
        // Pressed twice.
        InvitationAnswered::Before(_) => None,
        InvitationAnswered::Gone => Some(m.submitting_invite_gone().to_owned()),
        InvitationAnswered::NotTaken(_) => Some(m.submitting_invite_not_taken().to_owned()),
    };
    tx.commit().await?;
    match refused {
        None => Ok(acting.to("invited#osoby")),
        Some(why) => {
            form.fail("invite-email", m.submitting_invite_email(), why);
            acting.again(form).await
        }
    }
}

/// Takes an author out. Who sent it may take out everybody else; others only themselves.
pub(super) async fn take_out(
    acting: Acting<'_>,
    mut tx: Tx,
    author: AuthorId,
) -> Result<Response, PageError> {
    if !may_take_out(&acting, author) {
        return Err(PageError::NotFound);
    }
    let is_self = is_own(&acting, author);
    let call = &acting.mine.call;
    let mut writer = tx.submissions();
    writer.remove_author(call, acting.saved.id, author).await?;
    tx.commit().await?;
    if is_self {
        return Ok(respond::to(&acting.visit.paths().submissions()));
    }
    Ok(acting.to("removed#osoby"))
}

/// Puts an author at another place among them, in the order in which they are named.
pub(super) async fn move_to(
    acting: Acting<'_>,
    mut tx: Tx,
    mut form: Form,
    (author, place): (AuthorId, usize),
) -> Result<Response, PageError> {
    let call = &acting.mine.call;
    let mut writer = tx.submissions();
    let placed = writer.place_author(call, acting.saved.id, author, place);
    let refused = placed.await?.err();
    tx.commit().await?;
    let m = form.words();
    let says = match refused {
        None => return Ok(acting.to("ordered#osoby")),
        Some(Unchangeable::NotTaken(gate)) => {
            let (edition, lang) = (&acting.mine.edition, acting.visit.lang);
            m.submitting_change_not_taken(view::shut(m, gate, edition, lang))
        }
        Some(Unchangeable::Over { .. }) => m.submitting_change_over().to_owned(),
    };
    form.fail_whole(says);
    acting.again(form).await
}

fn may_take_out(acting: &Acting<'_>, author: AuthorId) -> bool {
    let is_submitters = acting.saved.account == Some(acting.account);
    is_submitters || is_own(acting, author)
}

fn is_own(acting: &Acting<'_>, author: AuthorId) -> bool {
    let authors = &acting.saved.authors;
    let own = authors.iter().find(|one| one.id == author);
    own.is_some_and(|one| {
        one.account == Some(acting.account) && one.standing != AuthorStanding::Submitter
    })
}

/// How somebody came to be an author, in a word.
pub(super) fn standing(
    m: &wiec_kit::messages::Messages,
    standing: AuthorStanding,
) -> (&'static str, &'static str) {
    match standing {
        AuthorStanding::Submitter => (m.submitting_author_submitter(), "is-ok"),
        AuthorStanding::Invited => (m.submitting_author_invited(), "is-warn"),
        AuthorStanding::Confirmed => (m.submitting_author_confirmed(), "is-ok"),
        AuthorStanding::Removed => (m.submitting_author_removed(), ""),
    }
}
