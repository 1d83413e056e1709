//! Where to go on after signing in: a page of ours, and of nobody else.

use wiec_kit::visit::Visit;

/// No page of ours has a longer address.
const MAX_BYTES: usize = 1024;

/// The address if it is a path of this site; anything that a browser could read as another host is none.
pub fn own_path(raw: &str) -> Option<String> {
    let is_path = raw.starts_with('/') && !raw.starts_with("//") && raw.len() <= MAX_BYTES;
    // Browsers read a backslash as a slash, and skip line feeds and tabs within an address.
    let is_plain = raw
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (is_path && is_plain).then(|| raw.to_owned())
}

/// The address to go on at; "my congress" where none was asked for.
pub fn or_own_page(next: Option<&str>, visit: &Visit) -> String {
    next.and_then(own_path)
        .unwrap_or_else(|| visit.paths().account())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_gone_on_to() {
        for own in ["/", "/biuro/kpm-2019?x=%2F%2Fa", "/en/my-congress#dane"] {
            assert_eq!(own_path(own).as_deref(), Some(own));
        }
        for foreign in [
            "",
            "biuro",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "/zażółć",
            "/a b",
            "/a\r\nset-cookie: x=y",
        ] {
            assert_eq!(own_path(foreign), None, "{foreign:?}");
        }
        assert_eq!(own_path(&format!("/{}", "a".repeat(MAX_BYTES))), None);
    }
}
