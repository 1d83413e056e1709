//! Slugs: the words of an address.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::{Lang, Text};

/// First words of addresses that are taken; no edition can be called so.
pub const RESERVED: &[&str] = &[
    "en",
    "program",
    "programme",
    "sesje",
    "sessions",
    "osoby",
    "people",
    "sala",
    "room",
    "drzwi",
    "door",
    "zmiany",
    "changes",
    "moje",
    "mine",
    "wyglad",
    "appearance",
    "assets",
    "offline",
    "ekran",
    "screen",
    "biuro",
    "nowy-kongres",
    "new-congress",
    "office",
    "wejdz",
    "sign-in",
    "wyjdz",
    "sign-out",
    "moj-kongres",
    "my-congress",
    "rejestracja",
    "registration",
    "bilet",
    "ticket",
    "wejscie",
    "check-in",
    "prywatnosc",
    "privacy",
    "deklaracja-dostepnosci",
    "accessibility-statement",
    "przechowywanie",
    "retention",
    "wypisz",
    "unsubscribe",
    "healthz",
    "metrics",
    "s",
    "api",
    "kalendarz.ics",
    "calendar.ics",
    "propozycje",
    "proposals",
    "poprawki",
    "amendments",
    "biblioteka",
    "library",
    "wizyty",
    "visits",
    "rekomendacje",
    "recommendations",
    "smart-city",
    "mapa-opinii",
    "opinion-map",
    "prowadzenie",
    "chair",
];

/// The longest slug: an address still fits into a line of mail.
const MAX_LENGTH: usize = 80;

/// A word of an address: lower-case ASCII letters and digits, joined by single hyphens; never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// Makes a slug of any words: `Łódź: 5 pytań` becomes `lodz-5-pytan`.
    ///
    /// `None` when no letter or digit is left, as of `"???"`.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let mut slug = String::with_capacity(words.len());
        for letter in words.chars().flat_map(fold) {
            match letter {
                'a'..='z' | '0'..='9' => slug.push(letter),
                _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                _ => {}
            }
        }
        let slug = shorten(slug.trim_end_matches('-'));
        (!slug.is_empty()).then(|| Self(slug.to_owned()))
    }

    /// This slug with a number behind it, for the second of a name.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        let number = format!("-{number}");
        let kept = self.0.len().min(MAX_LENGTH.saturating_sub(number.len()));
        Self(format!("{}{number}", self.0[..kept].trim_end_matches('-')))
    }

    /// The slug as it stands in an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(raw: &str) -> Result<Self, SlugError> {
        match Self::from_words(raw) {
            Some(slug) if slug.0 == raw => Ok(slug),
            _ => Err(SlugError(raw.to_owned())),
        }
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(raw: String) -> Result<Self, SlugError> {
        raw.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// What was offered as a slug is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" cannot stand in an address; use lower-case letters a-z, digits and single hyphens, at most {MAX_LENGTH}"
)]
pub struct SlugError(pub String);

/// The slugs of one thing, one for each language of the interface.
///
/// Given once, when the thing is made: a later change of its title must not break an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slugs {
    /// In Polish addresses.
    pub pl: Slug,
    /// In English addresses.
    pub en: Slug,
}

impl Slugs {
    /// Slugs of a title, or of `otherwise` where a language leaves nothing to write.
    #[must_use]
    pub fn of(title: &Text, otherwise: &Slug) -> Self {
        let of = |lang| Slug::from_words(title.words(lang)).unwrap_or_else(|| otherwise.clone());
        Self {
            pl: of(Lang::Pl),
            en: of(Lang::En),
        }
    }

    /// The slug for addresses in `lang`.
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &Slug {
        match lang {
            Lang::Pl => &self.pl,
            Lang::En => &self.en,
        }
    }

    /// Whether either language knows the thing by this slug.
    #[must_use]
    pub fn has(&self, slug: &str) -> bool {
        self.pl.as_str() == slug || self.en.as_str() == slug
    }
}

/// A letter as one or more ASCII letters; anything else as itself, lower-cased.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let ascii = match letter.to_lowercase().next().unwrap_or(letter) {
        'ą' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ă' | 'ā' => "a",
        'ä' | 'æ' => "ae",
        'ć' | 'č' | 'ç' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'ę' | 'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ē' | 'ė' => "e",
        'ğ' | 'ģ' | 'ġ' => "g",
        'ħ' => "h",
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ľ' | 'ĺ' | 'ļ' => "l",
        'ń' | 'ñ' | 'ň' | 'ņ' => "n",
        'ó' | 'ò' | 'ô' | 'õ' | 'ø' | 'ő' => "o",
        'ö' | 'œ' => "oe",
        'ř' | 'ŕ' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'þ' => "th",
        'ú' | 'ù' | 'û' | 'ů' | 'ű' | 'ū' | 'ų' => "u",
        'ü' => "ue",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // An apostrophe joins: "city's" is one word. So do marks written apart from their letters,
        // as some systems write every accent, and what only says where a word may break.
        '\'' | '’' | '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => {
            return Folded::Nothing;
        }
        other => return Folded::One(other),
    };
    Folded::Ascii(ascii.chars())
}

enum Folded {
    Nothing,
    One(char),
    Ascii(std::str::Chars<'static>),
}

impl Iterator for Folded {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match std::mem::replace(self, Self::Nothing) {
            Self::Nothing => None,
            Self::One(letter) => Some(letter),
            Self::Ascii(mut letters) => {
                let next = letters.next();
                *self = Self::Ascii(letters);
                next
            }
        }
    }
}

/// Cuts at the last whole word that fits.
fn shorten(slug: &str) -> &str {
    if slug.len() <= MAX_LENGTH {
        return slug;
    }
    let cut = &slug[..MAX_LENGTH];
    cut.rfind('-').map_or(cut, |end| &cut[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_letters_lose_their_marks_and_keep_their_order() {
        let slug = Slug::from_words("Zażółć gęślą jaźń: Łódź, 5. pytań!").unwrap();
        assert_eq!(slug.as_str(), "zazolc-gesla-jazn-lodz-5-pytan");
    }

    #[test]
    fn words_without_letters_make_no_slug() {
        assert_eq!(Slug::from_words("?! – …"), None);
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        let slug = Slug::from_words(&"miasto ".repeat(30)).unwrap();
        assert!(slug.as_str().len() <= MAX_LENGTH);
        assert!(slug.as_str().ends_with("miasto"));
    }

    #[test]
    fn a_numbered_slug_is_a_slug_however_long_the_first_was() {
        let long = Slug::from_words(&"a".repeat(MAX_LENGTH)).unwrap();
        let second = long.numbered(12);
        assert_eq!(second.as_str().parse::<Slug>(), Ok(second.clone()));
        assert!(second.as_str().ends_with("-12"));
    }

    #[test]
    fn only_what_is_a_slug_already_parses_as_one() {
        assert!("kpm-2019".parse::<Slug>().is_ok());
        for raw in ["", "Kpm", "a--b", "-a", "a-", "ł", "a b"] {
            assert!(raw.parse::<Slug>().is_err(), "{raw:?} parsed");
        }
    }
}
