//! Words as they stand on a page: escaped, with Polish no-break spaces, marked when in another language.

use std::fmt::{self, Display, Write};

use askama::filters::HtmlSafe;
use wiec_model::text::Shown;
use wiec_model::{Lang, Text};

/// Words ready for a page. Displaying them writes safe HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    words: String,
    fallback: Option<String>,
}

impl Said {
    /// Words in the language of the page.
    #[must_use]
    pub fn new(words: &str) -> Self {
        Self {
            words: nb(words),
            fallback: None,
        }
    }

    /// A text for a reader of `lang`, marked where it had to fall back to another language.
    #[must_use]
    pub fn of(text: &Text, lang: Lang) -> Self {
        let Shown { words, fallback } = text.show(lang);
        Self {
            words: nb(words),
            fallback: fallback.map(ToString::to_string),
        }
    }

    /// The same words with soft hyphens in the long ones, for narrow columns.
    #[must_use]
    pub fn hyphenated(&self, lang: Lang) -> Self {
        let spoken = match self.fallback.as_deref() {
            None => Some(lang),
            Some("pl") => Some(Lang::Pl),
            Some("en") => Some(Lang::En),
            Some(_) => None,
        };
        let words = spoken.map_or_else(|| self.words.clone(), |lang| hyphenate(&self.words, lang));
        Self {
            words,
            fallback: self.fallback.clone(),
        }
    }

    /// The bare words, for attributes, titles and feeds.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }
}

impl Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fallback {
            Some(tag) => {
                write!(f, "<span lang=\"{tag}\">")?;
                escape(&self.words, f)?;
                f.write_str("</span>")
            }
            None => escape(&self.words, f),
        }
    }
}

impl HtmlSafe for Said {}

fn escape(words: &str, out: &mut impl Write) -> fmt::Result {
    let mut rest = words;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)
}

/// A word shorter than this fits into the narrowest column.
const LONG_LETTERS: usize = 11;

fn hyphenate(words: &str, lang: Lang) -> String {
    let table = match lang {
        Lang::Pl => hypher::Lang::Polish,
        Lang::En => hypher::Lang::English,
    };
    let mut out = String::with_capacity(words.len() + 8);
    let mut rest = words;
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if word.chars().count() >= LONG_LETTERS {
            out.push_str(&hypher::hyphenate(word, table).join("\u{ad}"));
        } else {
            out.push_str(word);
        }
        let next = after.chars().next().map_or(0, char::len_utf8);
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    out
}

/// Puts a no-break space after one-letter words (a, i, o, u, w, z) and between a number and its unit,
/// so that no line of Polish ends with either.
#[must_use]
pub fn nb(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let mut word_start = 0;
    for (at, letter) in words.char_indices() {
        if letter != ' ' {
            out.push(letter);
            continue;
        }
        out.push(if stays(&words[word_start..at], &words[at + 1..]) {
            '\u{a0}'
        } else {
            ' '
        });
        word_start = at + 1;
    }
    out
}

fn stays(before: &str, after: &str) -> bool {
    let bare = before.trim_start_matches(['(', '„', '"', '[']);
    is_one_letter(bare) || (bare.ends_with(|c: char| c.is_ascii_digit()) && begins_with_unit(after))
}

fn is_one_letter(word: &str) -> bool {
    matches!(
        word,
        "a" | "i" | "o" | "u" | "w" | "z" | "A" | "I" | "O" | "U" | "W" | "Z" | "§" | "nr"
    )
}

fn begins_with_unit(after: &str) -> bool {
    const UNITS: [&str; 14] = [
        "proc.", "tys.", "mln", "mld", "zł", "km", "m", "min", "godz.", "osób", "miejsc", "XI",
        "min.", "%",
    ];
    let word = after.split([' ', ',', ';', ')']).next().unwrap_or_default();
    UNITS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_words_and_numbers_hold_on_to_what_follows() {
        assert_eq!(
            nb("Miasto w budowie i 5 km dalej"),
            "Miasto w\u{a0}budowie i\u{a0}5\u{a0}km dalej"
        );
        assert_eq!(nb("do 20 tys. mieszkańców"), "do 20\u{a0}tys. mieszkańców");
        assert_eq!(nb("Plan A"), "Plan A");
    }

    #[test]
    fn only_long_words_may_break() {
        let said = Said::new("Mieszkalnictwo: kto dzieli").hyphenated(Lang::Pl);
        assert_eq!(
            said.words().replace('\u{ad}', "-"),
            "Miesz-kal-nic-two: kto dzieli"
        );
    }

    #[test]
    fn what_people_write_never_becomes_markup() {
        assert_eq!(
            Said::new("<b>\"&'").to_string(),
            "&lt;b&gt;&quot;&amp;&#39;"
        );
    }

    #[test]
    fn a_fallback_says_which_language_it_is_in() {
        let title = Text::in_language(Lang::Pl, "Zieleń").unwrap();
        assert_eq!(
            Said::of(&title, Lang::En).to_string(),
            "<span lang=\"pl\">Zieleń</span>"
        );
        assert_eq!(Said::of(&title, Lang::Pl).to_string(), "Zieleń");
    }
}
