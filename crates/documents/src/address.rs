//! Which addresses a link may have: the web and mailboxes. `javascript:`, `file:` and others are not kept.

pub(crate) fn is_safe(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}
