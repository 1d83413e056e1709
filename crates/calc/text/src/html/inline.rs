//! Words with their styles as HTML.

use crate::address::Address;
use crate::rich::{Run, Text};
use crate::tidy::CELL;
use crate::tokens::tokens;

/// Words within one element.
pub(super) fn words(text: &Text) -> String {
    text.runs().iter().map(run).collect()
}

/// The words of each cell; of a text that is no row, all of them.
pub(super) fn cells(text: &Text) -> Vec<String> {
    text.split(CELL).iter().map(words).collect()
}

fn run(run: &Run) -> String {
    let style = &run.style;
    let mut html = match &style.link {
        Some(address) => link(address, &escaped(&run.letters)),
        None => with_addresses(run),
    };
    for (is_set, tag) in [
        (style.code, "code"),
        (style.emphasis, "em"),
        (style.strong, "strong"),
    ] {
        if is_set {
            html = format!("<{tag}>{html}</{tag}>");
        }
    }
    html
}

/// Web addresses in running words lead where they say.
fn with_addresses(run: &Run) -> String {
    if run.style.code || !run.letters.contains("://") {
        return escaped(&run.letters);
    }
    let text = Text::from(vec![run.clone()]);
    let mut html = String::new();
    for token in tokens(&text) {
        let address = token
            .letters
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '”', '"']);
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        match Address::parse(address) {
            Ok(parsed) if is_web => {
                html += &link(&parsed, &escaped(address));
                html += &escaped(&token.letters[address.len()..]);
            }
            _ => html += &escaped(token.letters),
        }
    }
    html
}

/// Nobody gains in search machines from a link in a remark.
fn link(address: &Address, words: &str) -> String {
    format!(
        "<a href=\"{}\" rel=\"nofollow noopener\">{words}</a>",
        escaped(address.as_str())
    )
}

/// Letters that mean something in HTML, as what they are.
pub(super) fn escaped(letters: &str) -> String {
    let mut html = String::with_capacity(letters.len());
    for letter in letters.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' => html.push_str("<br>\n"),
            _ => html.push(letter),
        }
    }
    html
}
