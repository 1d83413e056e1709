//! HTML split into tags and words, forgiving what browsers forgive.

use crate::read::html::entities::decode;

/// A piece of HTML.
pub(super) enum Token<'a> {
    Words(&'a str),
    Tag {
        name: String,
        closes: bool,
        attributes: &'a str,
    },
}

/// Splits HTML into tags and the words between them; comments are passed over.
pub(super) struct Tokens<'a>(pub(super) &'a str);

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

/// The value of an attribute within a tag, in quotes of either sort or none.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<String> {
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
