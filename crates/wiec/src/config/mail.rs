//! The mail server, whom letters are from, and what they are signed with.

use std::net::IpAddr;
use std::path::PathBuf;

use anyhow::Context as _;
use axum::http::Uri;
use wiec_jobs::{Dkim, Post, PostOffice, Sender, Signature};

use crate::config::keys::{DKIM_KEY, DKIM_SELECTOR, MAIL_FROM, MAIL_PER_SECOND, SMTP};
use crate::config::settings::Settings;

/// Fewer than most relays admit.
const PER_SECOND: u32 = 10;
const SELECTOR: &str = "wiec";

/// What a start says where no mail server was named.
pub(crate) const OFF: &str =
    "No mail server is set (smtp): letters wait in the outbox, where the office shows them.";

/// How letters go out.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    /// The server, where there is one. There may be a password in it.
    server: Option<String>,
    /// Whom letters are from.
    pub(crate) sender: Sender,
    /// How many a second at most.
    per_second: u32,
    /// The file of the key that they are signed with.
    pub(crate) dkim_key: Option<PathBuf>,
    /// Its name in the DNS.
    pub(crate) selector: String,
}

impl Mail {
    /// Reads the settings of mail for a site that is seen at `base`.
    pub(super) fn read(settings: &Settings, base: &str) -> Self {
        let server = settings.words(&SMTP).and_then(|address| {
            let fits = Post::is_address(&address);
            if !fits {
                // Not repeated: there may be a password in it.
                settings.problem(&SMTP, &"…", "write it like smtps://user:password@mail.example:465, or smtp://localhost:25 for a server on this machine");
            }
            fits.then_some(address)
        });
        let right = "write it like Kongres <kongres@miasto.example>";
        let sender = settings.parse(&MAIL_FROM, right, |words| words.parse().ok());
        let number = |words: &str| {
            words
                .parse()
                .ok()
                .filter(|number| (1..=1000).contains(number))
        };
        Self {
            server,
            sender: sender.unwrap_or_else(|| usual_sender(base)),
            per_second: settings
                .parse(&MAIL_PER_SECOND, "write a number from 1 to 1000", number)
                .unwrap_or(PER_SECOND),
            dkim_key: settings.words(&DKIM_KEY).map(PathBuf::from),
            selector: settings
                .words(&DKIM_SELECTOR)
                .unwrap_or_else(|| SELECTOR.to_owned()),
        }
    }

    /// Whether letters leave the outbox at all.
    pub(crate) const fn is_on(&self) -> bool {
        self.server.is_some()
    }

    /// The server as it may be told to anyone.
    pub(crate) fn server_shown(&self) -> Option<String> {
        let address: Uri = self.server.as_ref()?.parse().ok()?;
        let (host, scheme) = (address.host()?, address.scheme_str()?);
        let port = address.port_u16().map(|port| format!(":{port}"));
        Some(format!("{scheme}://{host}{}", port.unwrap_or_default()))
    }

    /// Whether letters travel to another machine so that anybody in between can read them.
    pub(crate) fn is_open_to_readers(&self) -> bool {
        let address: Option<Uri> = self.server.as_ref().and_then(|server| server.parse().ok());
        let Some(address) = address else {
            return false;
        };
        let host = address.host().unwrap_or_default();
        let ip: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
        let is_here = host == "localhost" || ip.is_some_and(|ip| ip.is_loopback());
        let asks_for_tls = address.query().is_some_and(|query| query.contains("tls="));
        address.scheme_str() == Some("smtp") && !asks_for_tls && !is_here
    }

    /// How many letters go out a second at most.
    pub(super) const fn per_second(&self) -> u32 {
        self.per_second
    }

    /// Opens the post office; none where no server was named.
    ///
    /// # Errors
    ///
    /// A sentence that names the key file, if it cannot be used.
    pub(crate) fn open(&self) -> anyhow::Result<Option<Post>> {
        let Some(server) = &self.server else {
            return Ok(None);
        };
        let office = PostOffice {
            server: server.clone(),
            sender: self.sender.clone(),
            per_second: self.per_second,
            dkim: self.signature()?,
        };
        Ok(Some(Post::open(&office)?))
    }

    /// The key that letters are signed with.
    pub(crate) fn signature(&self) -> anyhow::Result<Option<Dkim>> {
        let Some(file) = &self.dkim_key else {
            return Ok(None);
        };
        let words = std::fs::read_to_string(file)
            .with_context(|| format!("the DKIM key in {} cannot be read", file.display()))?;
        let key = if words.contains("-----BEGIN") {
            Signature::Rsa(words)
        } else {
            Signature::Ed25519(words.trim().to_owned())
        };
        Ok(Some(Dkim {
            selector: self.selector.clone(),
            key,
        }))
    }

    /// A post office at this server and nothing else configured, for the sample.
    pub(crate) fn at(server: String, base: &str) -> Self {
        Self {
            server: Some(server),
            sender: usual_sender(base),
            per_second: PER_SECOND,
            dkim_key: None,
            selector: SELECTOR.to_owned(),
        }
    }

    /// No post office.
    pub(crate) fn off(base: &str) -> Self {
        Self {
            server: None,
            ..Self::at(String::new(), base)
        }
    }
}

/// The program at the host of the site; a host without a dot is a machine on a desk.
fn usual_sender(base: &str) -> Sender {
    let uri: Option<Uri> = base.parse().ok();
    let host = uri.as_ref().and_then(Uri::host).unwrap_or("localhost");
    let is_name = host.contains('.') && host.parse::<std::net::IpAddr>().is_err();
    let domain = if is_name { host } else { "wiec.localhost" };
    format!("Wiec <wiec@{domain}>")
        .parse()
        .expect("a host's name is a domain")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_from_the_host_of_the_site_unless_said_otherwise() {
        for (base, sender) in [
            ("https://kongres.example", "Wiec <wiec@kongres.example>"),
            ("http://127.0.0.1:8080", "Wiec <wiec@wiec.localhost>"),
            ("http://localhost:8080", "Wiec <wiec@wiec.localhost>"),
        ] {
            assert_eq!(usual_sender(base).to_string(), sender);
        }
    }
}
