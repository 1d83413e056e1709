//! Changing a proposal as somebody saw it: whoever writes over a change that they did not see is told so
//! first, and may send the form again.

use wiec_kit::acts::ManageRegister;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::permit::Permit;
use wiec_model::register::Proposal;
use wiec_store::StoreError;

use super::view;

/// What came of it.
pub enum Changed {
    /// It is changed.
    Done,
    /// Somebody else changed it since: the form, which says so, and the proposal as it is now.
    Clash(Box<(Form, Proposal)>),
}

/// Makes `after` of a proposal that was `before` when the form came, if the form showed that revision.
pub async fn change(
    app: &App,
    permit: &Permit<ManageRegister>,
    form: Form,
    before: &Proposal,
    after: &Proposal,
) -> Result<Changed, PageError> {
    // Sent again after the answer was lost: what is wanted stands already.
    if before == after {
        return Ok(Changed::Done);
    }
    let shown = form.value("revision").parse();
    let shown = Proposal {
        revision: shown.map_err(|_| PageError::Invalid)?,
        ..before.clone()
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match tx.register().change(&shown, after).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(Changed::Done)
        }
        Err(StoreError::Stale) => {
            drop(tx);
            let now = view::proposal(app, &permit.subject, before.slug.as_str()).await?;
            let mut form = form.replacing("revision", now.revision);
            form.fail_whole(form.words().office_changed_meanwhile());
            Ok(Changed::Clash(Box::new((form, now))))
        }
        Err(error) => Err(error.into()),
    }
}
