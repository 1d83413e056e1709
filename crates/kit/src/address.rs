//! Questions in addresses: `?state=sent&to=anna`. Everything that is not plain is percent-encoded
//! (RFC 3986), so that a value ends neither its field nor an attribute of HTML.

/// A value as it stands in a question.
#[must_use]
pub fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

/// The question of an address: `?temat=mie`. Fields that say nothing are left out; if all do, so is
/// the question.
#[must_use]
pub fn query(fields: &[(&str, &str)]) -> String {
    let mut query = String::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(&format!("{name}={}", escaped(value)));
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_neither_its_field_nor_an_attribute() {
        let fields = [
            ("words", "Żak & \"spółka\"=1"),
            ("day", ""),
            ("next", "/biuro"),
        ];
        assert_eq!(
            query(&fields),
            "?words=%C5%BBak%20%26%20%22sp%C3%B3%C5%82ka%22%3D1&next=/biuro"
        );
        assert_eq!(query(&[("day", "")]), "");
    }
}
