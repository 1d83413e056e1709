//! Descriptions in HTML, as frab has them, as Markdown.
//!
//! This is no sanitiser: our pages render Markdown without raw HTML anyway. It keeps what an author
//! meant (paragraphs, lists, links, emphasis) and drops the rest.

mod entities;
mod tokens;

use crate::read::html::entities::decode;
use crate::read::html::tokens::{Token, Tokens, attribute};

/// Elements by which HTML is told from Markdown that holds a "<".
const KNOWN: [&str; 24] = [
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "a",
    "b",
    "strong",
    "i",
    "em",
    "div",
    "span",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "code",
    "blockquote",
    "img",
    "table",
    "script",
];

/// Elements in whose presence line breaks of the source mean nothing.
const BLOCKS: [&str; 5] = ["<p", "<div", "<ul", "<ol", "<table"];

/// The words as Markdown, if they are HTML; else as they are.
pub(crate) fn to_markdown(words: &str) -> String {
    if !Tokens(words).any(|token| matches!(token, Token::Tag { name, .. } if is_known(&name))) {
        return words.to_owned();
    }
    let lower = words.to_ascii_lowercase();
    let mut markdown = Markdown {
        folds: BLOCKS.iter().any(|block| lower.contains(block)),
        ..Markdown::default()
    };
    for token in Tokens(words) {
        match token {
            Token::Words(words) => markdown.say(words),
            Token::Tag {
                name, closes: true, ..
            } => markdown.close(&name),
            Token::Tag {
                name, attributes, ..
            } => markdown.open(&name, attributes),
        }
    }
    markdown.finish()
}

fn is_known(name: &str) -> bool {
    KNOWN.contains(&name)
}

/// The Markdown while it grows.
#[derive(Default)]
struct Markdown {
    text: String,
    /// Whether line breaks of the source are mere spaces.
    folds: bool,
    /// How deep within scripts and styles, whose words are nobody's.
    hidden: usize,
    /// The lists around, and the number of the next item where they are numbered.
    lists: Vec<Option<u32>>,
    /// Where the links around lead.
    links: Vec<Option<String>>,
}

impl Markdown {
    fn say(&mut self, words: &str) {
        if self.hidden > 0 {
            return;
        }
        let words = decode(words);
        if !self.folds {
            self.text.push_str(&words);
            return;
        }
        for (index, word) in words.split([' ', '\n', '\r', '\t']).enumerate() {
            let follows_space = self.text.is_empty() || self.text.ends_with([' ', '\n']);
            if index > 0 && !follows_space {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
    }

    fn open(&mut self, name: &str, attributes: &str) {
        match name {
            "script" | "style" | "head" => self.hidden += 1,
            _ if self.hidden > 0 => {}
            "p" | "div" | "table" | "pre" | "hr" => self.gap(2),
            "br" | "tr" => self.gap(1),
            "td" | "th" => self.say(" "),
            "blockquote" => self.begin("> "),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.begin("### "),
            "ul" => self.list(None),
            "ol" => self.list(Some(1)),
            "li" => self.item(),
            "a" => self.link(attributes),
            "b" | "strong" => self.text.push_str("**"),
            "i" | "em" => self.text.push('*'),
            "code" => self.text.push('`'),
            "img" => self.say(&attribute(attributes, "alt").unwrap_or_default()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "script" | "style" | "head" => self.hidden = self.hidden.saturating_sub(1),
            _ if self.hidden > 0 => {}
            "p" | "div" | "table" | "pre" | "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5"
            | "h6" => self.gap(2),
            "ul" | "ol" => {
                self.lists.pop();
                self.gap(if self.lists.is_empty() { 2 } else { 1 });
            }
            "a" => self.end_link(),
            "b" | "strong" => self.text.push_str("**"),
            "i" | "em" => self.text.push('*'),
            "code" => self.text.push('`'),
            _ => {}
        }
    }

    /// At least so many line breaks before what follows.
    fn gap(&mut self, breaks: usize) {
        let kept = self.text.trim_end_matches([' ', '\t']).len();
        self.text.truncate(kept);
        let there = self.text.len() - self.text.trim_end_matches('\n').len();
        if !self.text.is_empty() {
            self.text
                .extend(std::iter::repeat_n('\n', breaks.saturating_sub(there)));
        }
    }

    fn begin(&mut self, mark: &str) {
        self.gap(2);
        self.text.push_str(mark);
    }

    fn list(&mut self, number: Option<u32>) {
        self.gap(if self.lists.is_empty() { 2 } else { 1 });
        self.lists.push(number);
    }

    fn item(&mut self) {
        self.gap(1);
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.text.push_str(&indent);
        self.text.push_str(&mark);
    }

    fn link(&mut self, attributes: &str) {
        let leads = |url: &String| {
            ["http://", "https://", "mailto:"]
                .iter()
                .any(|scheme| url.starts_with(scheme))
        };
        let url = attribute(attributes, "href")
            .filter(leads)
            .map(|url| url.replace(' ', "%20").replace(')', "%29"));
        if url.is_some() {
            self.text.push('[');
        }
        self.links.push(url);
    }

    fn end_link(&mut self) {
        if let Some(Some(url)) = self.links.pop() {
            self.text.push_str(&format!("]({url})"));
        }
    }

    fn finish(mut self) -> String {
        while !self.links.is_empty() {
            self.end_link();
        }
        self.text.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lists_links_and_emphasis_become_markdown() {
        let html = "<p>Co <b>miasto</b> może\n zrobić?</p><p>Trzy rzeczy:</p><ul><li>raz</li>\n<li>dwa<ol><li>a</li><li>b</li></ol></li></ul>\
                    <p>Więcej <a class=x href='https://example.org/a b'>tutaj</a>.</p>";
        let markdown = "Co **miasto** może zrobić?\n\nTrzy rzeczy:\n\n- raz\n- dwa\n  1. a\n  2. b\n\nWięcej [tutaj](https://example.org/a%20b).";
        assert_eq!(to_markdown(html), markdown);
    }

    #[test]
    fn markdown_stays_as_it_is_even_with_a_lone_sign() {
        for markdown in [
            "a < b && c > d",
            "# Title\n\n- one\n- two",
            "see <https://example.org> & <me@example.org>",
            "x <y> z",
        ] {
            assert_eq!(to_markdown(markdown), markdown);
        }
    }

    #[test]
    fn markdown_with_a_tag_or_two_keeps_its_lines() {
        assert_eq!(to_markdown("- one\n- two<br>three"), "- one\n- two\nthree");
    }

    #[test]
    fn scripts_and_addresses_that_are_none_leave_no_trace() {
        let html = "<p>a<script>alert('x')</script><style>p{}</style> <a href=\"javascript:alert(1)\">b</a></p><!-- c -->";
        assert_eq!(to_markdown(html), "a b");
    }

    #[test]
    fn entities_are_decoded_once() {
        assert_eq!(
            to_markdown("<p>&amp;lt; &#8222;a&#x201D; &oacute;&nbsp;&unknown; & b</p>"),
            "&lt; „a” ó\u{a0}&unknown; & b"
        );
    }
}
