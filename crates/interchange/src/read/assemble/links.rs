//! The links of an event, made whole.

use wiec_model::session::Link;

use crate::congress_file::is_web_address;
use crate::read::assemble::event::Setting;
use crate::read::people::one_line;
use crate::read::schedule::ForeignLink;

/// A link that leads somewhere, or a problem.
pub(super) fn link(link: &ForeignLink, setting: &Setting<'_>) -> Option<Link> {
    let url = absolute(&link.url.words, setting.schedule.base_url.as_deref());
    if url.is_none() {
        let message = format!(
            "the link \"{}\" leads nowhere; write it with https://",
            link.url.words
        );
        setting.report.add(link.url.place.clone(), message);
    }
    Some(Link {
        url: url?,
        title: link.title.as_deref().and_then(one_line),
    })
}

/// The address that a link means, seen from `base`.
fn absolute(url: &str, base: Option<&str>) -> Option<String> {
    let url = url
        .trim()
        .replace(' ', "%20")
        .replace('"', "%22")
        .replace('<', "%3C")
        .replace('>', "%3E");
    let base = base.filter(|base| is_web_address(base));
    let absolute = if let Some(rest) = url.strip_prefix("//") {
        format!("https://{rest}")
    } else if url.starts_with("http://") || url.starts_with("https://") {
        url
    } else if url.starts_with("www.") {
        format!("https://{url}")
    } else if url
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|first| first.contains(':'))
    {
        return None;
    } else if url.starts_with('/') {
        let base = base?;
        let host = base.find("://")? + 3;
        let end = base[host..].find('/').map_or(base.len(), |at| at + host);
        format!("{}{url}", &base[..end])
    } else {
        format!("{}/{url}", base?.trim_end_matches('/'))
    };
    is_web_address(&absolute).then_some(absolute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_made_whole_or_refused() {
        let base = Some("https://example.org/2026/");
        for (url, expected) in [
            ("https://a.example/b c", Some("https://a.example/b%20c")),
            ("/media/a.pdf", Some("https://example.org/media/a.pdf")),
            ("a.pdf", Some("https://example.org/2026/a.pdf")),
            ("//a.example", Some("https://a.example")),
            ("www.a.example", Some("https://www.a.example")),
            ("javascript:alert(1)", None),
            ("file:///etc/hostname", None),
            ("https://", None),
        ] {
            assert_eq!(absolute(url, base).as_deref(), expected, "{url}");
        }
        assert_eq!(absolute("a.pdf", None), None);
    }
}
