//! Passkeys: what the library does for this site, and where browsers allow them at all.
//!
//! A passkey is bound to the host of the site's base. It is made discoverable, so that nobody has to
//! say who they are before they use it, and it asks its owner for a finger or a PIN each time.

use std::net::IpAddr;

use serde_json::{Value as Json, json};
use url::Url;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, RequestChallengeResponse, Webauthn,
    WebauthnBuilder, WebauthnError,
};
use wiec_kit::app::Site;
use wiec_kit::error::PageError;
use wiec_model::AccountId;
use wiec_store::PasskeyRow;

/// Whether there can be passkeys at the address of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// There can.
    Yes,
    /// The site has a number instead of a name, and passkeys are bound to names.
    NoName,
    /// The connection is not encrypted, and browsers refuse.
    NotEncrypted,
}

impl Here {
    /// What holds for a site.
    pub fn at(site: &Site) -> Self {
        let Some(url) = url(site) else {
            return Self::NoName;
        };
        match url.domain() {
            None => Self::NoName,
            Some(host) if host.parse::<IpAddr>().is_ok() => Self::NoName,
            Some("localhost") => Self::Yes,
            Some(_) if site.is_encrypted() => Self::Yes,
            Some(_) => Self::NotEncrypted,
        }
    }
}

/// The side of the site in ceremonies with passkeys.
pub struct Party(Webauthn);

impl Party {
    /// That of a site.
    ///
    /// # Errors
    ///
    /// [`PageError::NotFound`] where there can be no passkeys.
    pub fn of(site: &Site, name: &str) -> Result<Self, PageError> {
        let url = url(site).filter(|_| Here::at(site) == Here::Yes);
        let url = url.ok_or(PageError::NotFound)?;
        let host = url.domain().ok_or(PageError::NotFound)?;
        let built = WebauthnBuilder::new(host, &url).map(|party| party.rp_name(name));
        let party = built.and_then(WebauthnBuilder::build).map_err(broken)?;
        Ok(Self(party))
    }

    /// Begins to make a passkey for an account, whose owner is called `name`; authenticators that
    /// hold one of `known` refuse to make another.
    ///
    /// # Errors
    ///
    /// [`PageError::Internal`] if the library refuses.
    pub fn ask_new(
        &self,
        account: AccountId,
        name: &str,
        known: &[PasskeyRow],
    ) -> Result<(Json, Json), PageError> {
        let known = known
            .iter()
            .filter_map(|row| read(row).ok())
            .map(|passkey| passkey.cred_id().clone())
            .collect();
        let (challenge, state) = self
            .0
            .start_passkey_registration(account.0, name, name, Some(known))
            .map_err(broken)?;
        Ok((discoverable(&challenge)?, stored(&state)?))
    }

    /// Ends making a passkey.
    ///
    /// # Errors
    ///
    /// [`PageError::Invalid`] if what the authenticator says does not fit what it was asked.
    pub fn new_passkey(
        &self,
        answer: &RegisterPublicKeyCredential,
        state: &Json,
    ) -> Result<Passkey, PageError> {
        let state: PasskeyRegistration = unstored(state)?;
        self.0
            .finish_passkey_registration(answer, &state)
            .map_err(refused)
    }

    /// Begins to sign in with whichever passkey the authenticator holds.
    ///
    /// # Errors
    ///
    /// [`PageError::Internal`] if the library refuses.
    pub fn ask(&self) -> Result<(RequestChallengeResponse, Json), PageError> {
        let (challenge, state) = self.0.start_discoverable_authentication().map_err(broken)?;
        Ok((challenge, stored(&state)?))
    }

    /// The account that the authenticator believes to hold a passkey of, and what it calls it.
    ///
    /// # Errors
    ///
    /// [`PageError::Invalid`] if it says neither.
    pub fn claimed(&self, answer: &PublicKeyCredential) -> Result<(AccountId, Vec<u8>), PageError> {
        let (account, id) = self
            .0
            .identify_discoverable_authentication(answer)
            .map_err(refused)?;
        Ok((AccountId(account), id.to_vec()))
    }

    /// Ends signing in with a passkey. Returns it with its counter and backup state as they are now.
    ///
    /// A counter that did not go up is refused, as the library advises: somebody may hold a copy.
    /// Passkeys that are kept in step between devices do not count at all, and pass.
    ///
    /// # Errors
    ///
    /// [`PageError::Invalid`] if the signature, the counter or anything else is wrong.
    pub fn used(
        &self,
        answer: &PublicKeyCredential,
        state: &Json,
        row: &PasskeyRow,
    ) -> Result<Passkey, PageError> {
        let state: DiscoverableAuthentication = unstored(state)?;
        let mut passkey = read(row)?;
        let result = self
            .0
            .finish_discoverable_authentication_v2(answer, state, &passkey)
            .map_err(refused)?;
        passkey.update_credential(&result);
        Ok(passkey)
    }
}

/// A passkey for its row.
///
/// # Errors
///
/// [`PageError::Internal`] if it cannot be written.
pub fn written(passkey: &Passkey) -> Result<Json, PageError> {
    stored(passkey)
}

fn read(row: &PasskeyRow) -> Result<Passkey, PageError> {
    unstored(&row.credential)
}

/// The library asks for passkeys that are not discoverable, to spare keys with little room. Here
/// nobody says who they are before they show theirs, so it has to be.
fn discoverable(challenge: &CreationChallengeResponse) -> Result<Json, PageError> {
    let mut options = stored(challenge)?;
    let selection = &mut options["publicKey"]["authenticatorSelection"];
    selection["residentKey"] = json!("required");
    selection["requireResidentKey"] = json!(true);
    Ok(options)
}

fn url(site: &Site) -> Option<Url> {
    Url::parse(&site.base).ok()
}

fn stored(value: &impl serde::Serialize) -> Result<Json, PageError> {
    serde_json::to_value(value).map_err(|error| PageError::Internal(error.into()))
}

fn unstored<T: serde::de::DeserializeOwned>(value: &Json) -> Result<T, PageError> {
    serde_json::from_value(value.clone()).map_err(|error| PageError::Internal(error.into()))
}

fn broken(error: WebauthnError) -> PageError {
    PageError::Internal(error.into())
}

fn refused(error: WebauthnError) -> PageError {
    tracing::info!(%error, "a passkey was refused");
    PageError::Invalid
}

#[cfg(test)]
mod tests {
    use wiec_kit::app::Proxy;

    use super::*;

    #[test]
    fn passkeys_need_a_name_and_an_encrypted_connection() {
        for (base, here) in [
            ("https://kongres.example", Here::Yes),
            ("http://localhost:8080", Here::Yes),
            ("http://127.0.0.1:8080", Here::NoName),
            ("https://[::1]:8080", Here::NoName),
            ("http://kongres.example", Here::NotEncrypted),
        ] {
            let site = Site {
                base: base.to_owned(),
                proxy: Proxy::None,
            };
            assert_eq!(Here::at(&site), here, "{base}");
            assert_eq!(
                Party::of(&site, "Kongres").is_ok(),
                here == Here::Yes,
                "{base}"
            );
        }
    }
}
