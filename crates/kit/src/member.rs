//! What belongs to a member and is found by no key of theirs in the tables: their marked sessions; and
//! taking all of it away.

use wiec_model::AccountId;
use wiec_model::account::Account;
use wiec_store::{StoreError, TokenHash, Tx};

use crate::app::App;
use crate::cookies::MineKey;

/// What an account's list of marked sessions is found by.
#[must_use]
pub fn marks(app: &App, account: AccountId) -> TokenHash {
    TokenHash::of(&MineKey::new(app.secret.marks_of(account)).reading_secret())
}

/// Takes from everywhere what leads to the owner of an account. Whoever asked for it, the owner or the
/// end of a period, a place of theirs has to be given back before.
///
/// # Errors
///
/// [`StoreError::Driver`].
pub async fn erase(app: &App, tx: &mut Tx, account: &Account) -> Result<(), StoreError> {
    tx.favourites().forget(&marks(app, account.id)).await?;
    tx.personal().erase(account).await
}
