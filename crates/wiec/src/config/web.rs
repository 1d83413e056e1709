//! The site itself, and the figures about it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::http::Uri;
use wiec_kit::app::{Proxy, Site, Staff};
use wiec_model::Slug;

use crate::config::keys::{BIND, CONGRESS, METRICS_BIND, PUBLIC_URL, STAFF_PASSKEY, TRUST_PROXY};
use crate::config::settings::Settings;

const BIND_DEFAULT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
const ADDRESS: &str =
    "write an address and a port, like 127.0.0.1:8080, or 0.0.0.0:8080 for all networks";

/// The site itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Web {
    /// Where it listens.
    pub(crate) bind: SocketAddr,
    /// Where visitors see it, without a slash at its end, where that was said.
    pub(crate) public_url: Option<String>,
    /// Whom to believe when asked who is asking.
    pub(crate) proxy: Proxy,
    /// The congress at the front door, where one was chosen.
    pub(crate) congress: Option<Slug>,
    /// What the staff has to sign in with.
    pub(crate) staff: Staff,
}

/// Figures for those who watch over the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Metrics {
    /// Where they are given, if anywhere.
    pub(crate) bind: Option<SocketAddr>,
}

impl Web {
    pub(super) fn read(settings: &Settings) -> Self {
        let bind = settings
            .parse(&BIND, ADDRESS, |words| words.parse().ok())
            .unwrap_or(BIND_DEFAULT);
        let flag = settings.parse(&TRUST_PROXY, "write true or false", |words| {
            words.parse().ok()
        });
        let passkey = settings.parse(&STAFF_PASSKEY, "write true or false", |words| {
            words.parse().ok()
        });
        let right =
            "write where visitors see the site, without a path, like https://kongres.example";
        Self {
            bind,
            public_url: settings.parse(&PUBLIC_URL, right, origin),
            proxy: if flag.unwrap_or(false) {
                Proxy::Trusted
            } else {
                Proxy::None
            },
            congress: settings.parse(
                &CONGRESS,
                "write the first word of its addresses, like kpm-2019",
                |words| words.parse().ok(),
            ),
            staff: if passkey.unwrap_or(false) {
                Staff::ByPasskey
            } else {
                Staff::ByAnyMeans
            },
        }
    }

    /// What the pages need to know of the site when it listens at `bind`, which is this configuration's
    /// or the port that the system chose for it.
    pub(crate) fn site(&self, bind: SocketAddr) -> Site {
        let said = self.public_url.clone();
        Site {
            base: said.unwrap_or_else(|| seen_from_here(bind)),
            proxy: self.proxy,
        }
    }

    /// Where visitors see the site by this configuration.
    pub(crate) fn base(&self) -> String {
        self.site(self.bind).base
    }

    /// Whether a proxy in front is believed.
    pub(crate) fn trusts_proxy(&self) -> bool {
        self.proxy == Proxy::Trusted
    }
}

impl Metrics {
    pub(super) fn read(settings: &Settings) -> Self {
        Self {
            bind: settings.parse(
                &METRICS_BIND,
                "write an address and a port, like 127.0.0.1:9090",
                |words| words.parse().ok(),
            ),
        }
    }
}

/// Where a server that listens at `bind` is seen by a browser on the same machine.
pub(crate) fn seen_from_here(bind: SocketAddr) -> String {
    let mut seen = bind;
    if seen.ip().is_unspecified() {
        seen.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    format!("http://{seen}")
}

/// An address of a site without anything behind its host and port.
fn origin(words: &str) -> Option<String> {
    let address: Uri = words.parse().ok()?;
    let scheme = address
        .scheme_str()
        .filter(|scheme| ["http", "https"].contains(scheme))?;
    let host = address
        .authority()
        .filter(|host| !host.as_str().contains('@'))?;
    let is_bare = address.path() == "/" && address.query().is_none();
    is_bare.then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_the_site_has_a_scheme_and_a_host_and_nothing_else() {
        assert_eq!(
            origin("https://kongres.example/").as_deref(),
            Some("https://kongres.example")
        );
        assert_eq!(
            origin("http://127.0.0.1:8080").as_deref(),
            Some("http://127.0.0.1:8080")
        );
        for words in [
            "kongres.example",
            "ftp://kongres.example",
            "https://kongres.example/2019",
            "https://a:b@kongres.example",
            "",
        ] {
            assert_eq!(origin(words), None, "{words}");
        }
    }

    #[test]
    fn a_server_on_all_networks_is_seen_here_as_this_machine() {
        assert_eq!(
            seen_from_here(([0, 0, 0, 0], 8080).into()),
            "http://127.0.0.1:8080"
        );
    }
}
