//! The provider of identities, where people may sign in with an account that they have elsewhere.

use axum::http::Uri;
use clap::Args;
use serde::Serialize;
use wiec_kit::app::Provider;

use crate::config::keys::{OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ISSUER, OIDC_NAME};
use crate::config::settings::Settings;

/// The flags about the provider.
#[derive(Clone, Debug, Default, Args, Serialize)]
pub(crate) struct ProviderFlags {
    #[arg(long, value_name = "URL", help = OIDC_ISSUER.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    oidc_issuer: Option<String>,
    #[arg(long, value_name = "ID", help = OIDC_CLIENT_ID.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    oidc_client_id: Option<String>,
    #[arg(long, value_name = "SECRET", help = OIDC_CLIENT_SECRET.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    oidc_client_secret: Option<String>,
    #[arg(long, value_name = "NAME", help = OIDC_NAME.help())]
    #[serde(skip_serializing_if = "Option::is_none")]
    oidc_name: Option<String>,
}

impl ProviderFlags {
    /// The provider that the flags alone describe, for a demo: it has no configuration.
    pub(crate) fn provider(&self) -> Option<Provider> {
        let issuer = issuer(self.oidc_issuer.as_deref()?)?;
        Some(Provider {
            client_id: self.oidc_client_id.clone()?,
            client_secret: self.oidc_client_secret.clone()?,
            name: name(self.oidc_name.clone(), &issuer),
            issuer,
        })
    }
}

/// The provider as it is configured; its parts make sense together only.
pub(super) fn read(settings: &Settings) -> Option<Provider> {
    let right = "write the address that it calls itself by, like https://login.example";
    let issuer = settings.parse(&OIDC_ISSUER, right, issuer);
    let id = settings.words(&OIDC_CLIENT_ID);
    let secret = settings.words(&OIDC_CLIENT_SECRET);
    let all = [issuer.is_some(), id.is_some(), secret.is_some()];
    if all.contains(&true) && all.contains(&false) {
        let right =
            "give oidc_issuer, oidc_client_id and oidc_client_secret together, or none of them";
        let given = [
            (&OIDC_ISSUER, issuer.as_deref()),
            (&OIDC_CLIENT_ID, id.as_deref()),
            (&OIDC_CLIENT_SECRET, secret.as_deref().map(|_| "…")),
        ];
        for (key, value) in given {
            if let Some(value) = value {
                settings.problem(key, &value, right);
            }
        }
        return None;
    }
    let issuer = issuer?;
    Some(Provider {
        client_id: id?,
        client_secret: secret?,
        name: name(settings.words(&OIDC_NAME), &issuer),
        issuer,
    })
}

/// Its name; the host of its address where it has none.
fn name(name: Option<String>, issuer: &str) -> String {
    let host = issuer.split('/').nth(2).unwrap_or(issuer);
    name.unwrap_or_else(|| host.to_owned())
}

/// An address that a provider may call itself by: encrypted, unless it is on this machine.
fn issuer(words: &str) -> Option<String> {
    let address: Uri = words.parse().ok()?;
    let host = address.host()?;
    let is_here = ["localhost", "127.0.0.1", "[::1]"].contains(&host);
    let fits = match address.scheme_str()? {
        "https" => true,
        "http" => is_here,
        _ => false,
    };
    (fits && address.query().is_none()).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_encrypted_unless_it_is_on_this_machine() {
        for good in [
            "https://login.example",
            "https://login.example/realms/miasto",
            "http://127.0.0.1:3000",
        ] {
            assert_eq!(issuer(good).as_deref(), Some(good));
        }
        for bad in [
            "login.example",
            "http://login.example",
            "https://x.example?a=b",
            "",
        ] {
            assert_eq!(issuer(bad), None, "{bad}");
        }
        assert_eq!(
            name(None, "https://login.example/realms/miasto"),
            "login.example"
        );
    }
}
