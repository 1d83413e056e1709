//! What the operator configures: defaults, then a file, then the environment, then flags.
//!
//! One rule for all names: the key `public_url` of the file is `WIEC_PUBLIC_URL` in the environment
//! and `--public-url` on the command line. Everything is checked at the start, and everything that
//! is wrong is said at once.

pub(crate) mod keys;
pub(crate) mod logging;
pub(crate) mod mail;
pub(crate) mod overrides;
pub(crate) mod provider;
mod settings;
pub(crate) mod storage;
pub(crate) mod web;

use std::fmt::Write as _;

use wiec_kit::app::{Provider, Staff};

use crate::config::keys::{
    BIND, CONGRESS, DATA, DATABASE, DKIM_KEY, DKIM_SELECTOR, LOG, LOG_FORMAT, MAIL_FROM,
    MAIL_PER_SECOND, METRICS_BIND, OIDC_CLIENT_ID, OIDC_ISSUER, OIDC_NAME, PUBLIC_URL, SECRET_FILE,
    SMTP, STAFF_PASSKEY, TRUST_PROXY,
};
use crate::config::logging::Logging;
use crate::config::mail::Mail;
use crate::config::overrides::Overrides;
use crate::config::settings::Settings;
use crate::config::storage::Storage;
use crate::config::web::{Metrics, Web};
use crate::outcome::InputProblems;

/// Everything that is configured, checked.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// Where the data are.
    pub(crate) storage: Storage,
    /// The site itself.
    pub(crate) web: Web,
    /// How letters go out.
    pub(crate) mail: Mail,
    /// Figures for those who watch over the server.
    pub(crate) metrics: Metrics,
    /// The provider of identities, where there is one.
    pub(crate) provider: Option<Provider>,
    /// What is written of what happens.
    pub(crate) logging: Logging,
}

impl Config {
    /// Reads and checks the configuration.
    ///
    /// # Errors
    ///
    /// [`InputProblems`] with everything that is wrong in it.
    pub(crate) fn load(overrides: &Overrides) -> Result<Self, InputProblems> {
        let settings = Settings::gather(overrides);
        let web = Web::read(&settings);
        let config = Self {
            storage: Storage::read(&settings),
            mail: Mail::read(&settings, &web.base()),
            web,
            metrics: Metrics::read(&settings),
            provider: provider::read(&settings),
            logging: Logging::read(&settings),
        };
        match settings.into_problems() {
            problems if problems.is_empty() => Ok(config),
            problems => Err(InputProblems {
                problems,
                consequence: "nothing was started",
            }),
        }
    }

    /// The configuration as a file that would give the same, without the password of the database.
    pub(crate) fn print(&self) -> String {
        let address = |address: Option<String>| address.map(|address| format!("{address:?}"));
        let mut file = String::new();
        for (key, value) in [
            (
                &DATA,
                Some(format!("{:?}", self.storage.data.display().to_string())),
            ),
            (&DATABASE, address(self.storage.database_shown())),
            (
                &SECRET_FILE,
                address(Some(self.storage.secret_file.display().to_string())),
            ),
            (&BIND, address(Some(self.web.bind.to_string()))),
            (&PUBLIC_URL, address(Some(self.web.base()))),
            (&TRUST_PROXY, Some(self.web.trusts_proxy().to_string())),
            (
                &CONGRESS,
                address(self.web.congress.as_ref().map(ToString::to_string)),
            ),
            (
                &STAFF_PASSKEY,
                Some((self.web.staff == Staff::ByPasskey).to_string()),
            ),
            (&SMTP, address(self.mail.server_shown())),
            (&MAIL_FROM, address(Some(self.mail.sender.to_string()))),
            (&MAIL_PER_SECOND, Some(self.mail.per_second().to_string())),
            (
                &DKIM_KEY,
                address(
                    self.mail
                        .dkim_key
                        .as_ref()
                        .map(|file| file.display().to_string()),
                ),
            ),
            (&DKIM_SELECTOR, address(Some(self.mail.selector.clone()))),
            (
                &OIDC_ISSUER,
                address(self.provider.as_ref().map(|known| known.issuer.clone())),
            ),
            (
                &OIDC_CLIENT_ID,
                address(self.provider.as_ref().map(|known| known.client_id.clone())),
            ),
            (
                &OIDC_NAME,
                address(self.provider.as_ref().map(|known| known.name.clone())),
            ),
            (
                &METRICS_BIND,
                address(self.metrics.bind.map(|bind| bind.to_string())),
            ),
            (&LOG, address(self.logging.level.clone())),
            (&LOG_FORMAT, address(Some(self.logging.format.to_string()))),
        ] {
            let line = value.map_or_else(
                || format!("# {} is not set", key.name),
                |value| format!("{} = {value}", key.name),
            );
            writeln!(file, "{line}").expect("writing to memory does not fail");
        }
        file
    }
}
