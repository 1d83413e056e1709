//! Words of authors as HTML that leads nowhere and asks nobody for anything.

use wiec_kit::markdown;

/// Renders Markdown without links, pictures and attributes: an address says whose words these are as well as
/// a name does, and a picture asks a foreign server for itself. What a link leads from stays as text.
pub(super) fn html(source: &str) -> String {
    let rendered = markdown::html(source);
    let (mut plain, mut rest) = (String::with_capacity(rendered.len()), rendered.as_str());
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        // The renderer escapes every other sign of its kind, in attributes too.
        let (tag, behind) = after.split_once('>').unwrap_or((after, ""));
        plain.push_str(&without_attributes(tag));
        rest = behind;
    }
    plain.push_str(rest);
    plain
}

fn without_attributes(tag: &str) -> String {
    let name = tag.split([' ', '\n']).next().unwrap_or_default();
    let name = name.trim_end_matches('/');
    match name {
        "a" | "/a" | "img" => String::new(),
        comment if comment.starts_with('!') => String::new(),
        name => format!("<{name}>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_link_stay_and_its_address_goes() {
        let rendered = html(
            "Zob. [stronę](https://anna-maj.example \"Anna\") i https://anna.example\n\n![Anna](https://anna.example/a.jpg)",
        );
        assert!(rendered.contains("Zob. stronę i "), "{rendered}");
        for telling in ["href", "src", "title", "img"] {
            assert!(!rendered.contains(telling), "{telling} in {rendered}");
        }
    }

    #[test]
    fn what_formats_stays_without_its_attributes() {
        let rendered = html("## A\n\n- **b** & < c\n\n```anna-maj\nkod\n```\n\n<b>x</b>");
        assert!(rendered.contains("<h4>A</h4>") && rendered.contains("<strong>b</strong>"));
        assert!(rendered.contains("&amp; &lt; c"), "{rendered}");
        assert!(
            !rendered.contains("anna") && !rendered.contains("<!--"),
            "{rendered}"
        );
    }
}
