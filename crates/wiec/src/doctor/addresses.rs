//! Where visitors see the site.

use std::net::IpAddr;

use axum::http::Uri;

use crate::config::web::Web;
use crate::doctor::finding::Finding;

pub(super) fn examine(web: &Web) -> Vec<Finding> {
    let shown = &web.base();
    if !is_of_this_machine(shown) {
        return vec![if shown.starts_with("https://") {
            Finding::good(format!("visitors see the site at {shown}"))
        } else {
            Finding::wrong(
                format!("visitors see the site at {shown}, without encryption"),
                "put a reverse proxy with a certificate in front, and write https:// in public_url",
            )
        }];
    }
    vec![if web.bind.ip().is_loopback() && !web.trusts_proxy() {
        Finding::note(format!("the site is seen on this machine only, at {shown}"))
    } else {
        Finding::wrong(
            format!("calendars and feeds lead visitors to {shown}, which is their own machine"),
            "set public_url to where visitors see the site, like https://kongres.example",
        )
    }]
}

fn is_of_this_machine(address: &str) -> bool {
    let address: Option<Uri> = address.parse().ok();
    let host = address.as_ref().and_then(Uri::host).unwrap_or_default();
    let number: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
    host == "localhost" || number.is_some_and(|number| number.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_has_several_names() {
        for address in [
            "http://localhost:8080",
            "http://127.0.0.1:8080",
            "http://[::1]:8080",
        ] {
            assert!(is_of_this_machine(address), "{address}");
        }
        assert!(!is_of_this_machine("https://kongres.example"));
    }
}
