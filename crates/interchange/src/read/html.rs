//! Descriptions in HTML, as frab has them, as Markdown.
//!
//! This is no sanitiser: our pages render Markdown without raw HTML anyway. It keeps what an author
//! meant (paragraphs, lists, links, emphasis) and drops the rest.

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
                name,
                closes,
                attributes,
            } if closes => markdown.close(&name, attributes),
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

/// A piece of HTML.
enum Token<'a> {
    Words(&'a str),
    Tag {
        name: String,
        closes: bool,
        attributes: &'a str,
    },
}

/// Splits HTML into tags and the words between them; comments are passed over.
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while let Some(rest) = self.0.strip_prefix("<!--") {
            self.0 = rest.split_once("-->").map_or("", |(_, after)| after);
        }
        if self.0.is_empty() {
            return None;
        }
        if let Some((token, rest)) = tag(self.0) {
            self.0 = rest;
            return Some(token);
        }
        // A lone "<" is a word like any other.
        let first = self.0.chars().next().map_or(0, char::len_utf8);
        let end = self.0[first..]
            .find('<')
            .map_or(self.0.len(), |at| at + first);
        let (words, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(Token::Words(words))
    }
}

fn tag(source: &str) -> Option<(Token<'_>, &str)> {
    let inner = source.strip_prefix('<')?;
    let (inner, rest) = inner.split_once('>')?;
    let (closes, inner) = inner
        .strip_prefix('/')
        .map_or((false, inner), |inner| (true, inner));
    let end = inner
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(end);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    // `<https://…>` is a link of Markdown and stays as it is.
    let is_tag = is_name
        && !attributes.starts_with(':')
        && !attributes.starts_with('@')
        && !attributes.starts_with('.');
    is_tag.then(|| {
        (
            Token::Tag {
                name: name.to_ascii_lowercase(),
                closes,
                attributes,
            },
            rest,
        )
    })
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

    fn close(&mut self, name: &str, _attributes: &str) {
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

/// The value of an attribute within a tag, in quotes of either sort or none.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let at = lower
        .match_indices(name)
        .find(|(at, _)| lower[..*at].ends_with(|c: char| c.is_ascii_whitespace()))?
        .0;
    let value = attributes[at + name.len()..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split(|c: char| c.is_ascii_whitespace()).next()?,
    };
    Some(decode(value))
}

/// Entities as the characters they stand for; unknown ones stay as they are.
fn decode(words: &str) -> String {
    let mut decoded = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|&end| end <= 10);
        match end.and_then(|end| Some((character(&rest[1..end])?, end))) {
            Some((letter, end)) => {
                decoded.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded + rest
}

fn character(entity: &str) -> Option<char> {
    if let Some(number) = entity.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let code =
            hexadecimal.map_or_else(|| number.parse(), |digits| u32::from_str_radix(digits, 16));
        return code.ok().and_then(char::from_u32);
    }
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bdquo" => '„',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "oacute" => 'ó',
        "Oacute" => 'Ó',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "eacute" => 'é',
        _ => return None,
    })
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
