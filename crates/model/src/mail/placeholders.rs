//! Places in a letter to many that are filled for each reader: `{imie}`, `{tytul}`.
//!
//! The words are Polish and have no diacritics, so that they can be typed on any keyboard; the same
//! ones hold in both languages, so that one list has to be learnt.

use std::collections::BTreeSet;

/// Something that differs from reader to reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placeholder {
    /// What they are called.
    Name,
    /// The congress.
    Congress,
    /// The titles of the sessions that the letter is about.
    Title,
    /// Where and when those are.
    When,
    /// The address of the reader's own pages.
    Link,
}

impl Placeholder {
    /// All of them, in the order in which they are explained.
    pub const ALL: [Self; 5] = [
        Self::Name,
        Self::Congress,
        Self::Title,
        Self::When,
        Self::Link,
    ];

    /// The word between the braces: `imie`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "imie",
            Self::Congress => "kongres",
            Self::Title => "tytul",
            Self::When => "kiedy",
            Self::Link => "link",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.word() == word)
    }
}

/// A place in a letter that nothing fills.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing fills {{{0}}}; the placeholders are {list}", list = list())]
pub struct UnknownPlaceholder(pub String);

fn list() -> String {
    Placeholder::ALL
        .map(|place| format!("{{{}}}", place.word()))
        .join(", ")
}

/// The first word between braces that is no placeholder, of those that were `offered`.
#[must_use]
pub fn find_unknown(words: &str, offered: &[Placeholder]) -> Option<UnknownPlaceholder> {
    let known: BTreeSet<_> = offered.iter().copied().collect();
    pieces(words).find_map(|piece| match piece {
        Piece::Place(word) => match Placeholder::from_word(word) {
            Some(place) if known.contains(&place) => None,
            _ => Some(UnknownPlaceholder(word.to_owned())),
        },
        Piece::Words(_) => None,
    })
}

/// The words with every placeholder filled; one that nothing fills stays as it was typed.
///
/// What is filled in is not looked through again: a name like `{link}` is a name.
pub fn fill(words: &str, with: impl Fn(Placeholder) -> String) -> String {
    pieces(words)
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Place(word) => {
                Placeholder::from_word(word).map_or_else(|| format!("{{{word}}}"), &with)
            }
        })
        .collect()
}

enum Piece<'a> {
    Words(&'a str),
    Place(&'a str),
}

/// A place is letters between braces; a brace that opens anything else is a brace.
fn pieces(words: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = words;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((word, after)) = place_at(rest) {
            rest = after;
            return Some(Piece::Place(word));
        }
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(at, _)| place_at(&rest[*at..]).is_some())
            .map_or(rest.len(), |(at, _)| at);
        let (words, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Words(words))
    })
}

fn place_at(words: &str) -> Option<(&str, &str)> {
    let (word, after) = words.strip_prefix('{')?.split_once('}')?;
    let is_word = !word.is_empty()
        && word
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_');
    is_word.then_some((word, after))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_place_is_filled_once_and_what_fills_it_is_taken_as_it_is() {
        let filled = fill("Dzień dobry, {imie}! {link} {}", |place| match place {
            Placeholder::Name => "{link}".to_owned(),
            _ => "https://kongres.example".to_owned(),
        });
        assert_eq!(filled, "Dzień dobry, {link}! https://kongres.example {}");
    }

    #[test]
    fn what_nothing_fills_is_found_whether_misspelt_or_not_offered() {
        let unknown = |words: &str, offered: &[Placeholder]| {
            find_unknown(words, offered).map(|unknown| unknown.0)
        };
        let all = &Placeholder::ALL;
        assert_eq!(unknown("{imie} {ktos}", all), Some("ktos".to_owned()));
        assert_eq!(unknown("{imię}", all), Some("imię".to_owned()));
        assert_eq!(unknown("{imie} { imie } {a b} {", all), None);
        assert_eq!(
            unknown("{imie} {tytul}", &[Placeholder::Name]),
            Some("tytul".to_owned())
        );
        assert_eq!(
            UnknownPlaceholder("ktos".to_owned()).to_string(),
            "nothing fills {ktos}; the placeholders are {imie}, {kongres}, {tytul}, {kiedy}, {link}"
        );
    }

    proptest! {
        #[test]
        fn words_without_places_stay_as_they_are(words in "[^{]*") {
            prop_assert_eq!(fill(&words, |_| String::new()), words);
        }

        #[test]
        fn a_letter_without_unknown_places_has_none_left(words in "([a-z ]|\\{imie\\}|\\{link\\})*") {
            let filled = fill(&words, |_| "x".to_owned());
            prop_assert_eq!(filled.find('{'), None);
        }
    }
}
