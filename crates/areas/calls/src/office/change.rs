//! Changing a call as somebody saw it: whoever writes over a change that they did not see is told so
//! first, and may send the form again.

use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::permit::Permit;
use wiec_model::calls::{Call, CallSetup};
use wiec_store::StoreError;

/// What came of it.
pub enum Changed {
    /// It is changed.
    Done,
    /// Somebody else changed it since: the form, which says so, and the call as it is now.
    Clash(Box<(Form, Call)>),
}

/// Has a call say `setup`, if the form showed the revision that is known. A form that was sent twice
/// changes nothing the second time.
pub async fn change(
    app: &App,
    permit: &Permit<ManageCall>,
    form: Form,
    setup: &CallSetup,
) -> Result<Changed, PageError> {
    let before = &permit.subject.call;
    if before.setup == *setup {
        return Ok(Changed::Done);
    }
    let shown = form.value("revision").parse();
    let shown = Call {
        revision: shown.map_err(|_| PageError::Invalid)?,
        ..before.clone()
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match tx.calls().change(&shown, setup).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(Changed::Done)
        }
        Err(StoreError::Stale) => {
            drop(tx);
            let calls = app.store.calls();
            let now = calls.find(&before.congress, &before.slug).await?;
            let now = now.ok_or(PageError::NotFound)?;
            let mut form = form.replacing("revision", now.revision);
            form.fail_whole(form.words().office_changed_meanwhile());
            Ok(Changed::Clash(Box::new((form, now))))
        }
        Err(error) => Err(error.into()),
    }
}
