//! Access codes: whoever has one is let into a call once and for all.

use axum::response::Response;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::messages::Messages;
use wiec_model::AccountId;
use wiec_model::calls::{Access, Call};
use wiec_store::{Redeemed, Store, StoreError, Tx};

use super::submission::Acting;

/// Uses the code that was typed beside a draft.
pub(super) async fn redeem(
    acting: Acting<'_>,
    mut tx: Tx,
    mut form: Form,
) -> Result<Response, PageError> {
    let m = form.words();
    let code = form
        .typed("access", m.submitting_code())
        .required()
        .text(200);
    let Some(code) = code else {
        tx.commit().await?;
        return acting.again(form).await;
    };
    let call = &acting.mine.call;
    // The code is its submitter's, whoever of the authors types it: that is who is let in when it is sent.
    let submitter = acting.saved.account.unwrap_or(acting.account);
    let redeemed = tx.calls().redeem(call, &code, submitter).await?;
    tx.commit().await?;
    match refused(redeemed, m) {
        None => Ok(acting.to("code")),
        Some(why) => {
            form.fail("access", m.submitting_code(), why);
            acting.again(form).await
        }
    }
}

/// Why a code lets nobody in; none if it does.
pub(super) fn refused(redeemed: Redeemed, m: &Messages) -> Option<&'static str> {
    match redeemed {
        Redeemed::Now | Redeemed::Before => None,
        Redeemed::UsedUp => Some(m.submitting_code_used()),
        Redeemed::Unknown => Some(m.submitting_code_unknown()),
    }
}

/// Whether somebody still needs a code in order to send something to a call.
pub(super) async fn is_needed(
    store: &Store,
    call: &Call,
    account: AccountId,
) -> Result<bool, StoreError> {
    match call.setup.access {
        Access::Open => Ok(false),
        Access::ByCode => Ok(!store.calls().is_admitted(call.id, account).await?),
    }
}
