//! How long a text is, as the people who write it count.

use unicode_segmentation::UnicodeSegmentation;

/// How many characters a text has: a letter with its accents, an emoji of several parts and a break
/// between lines are one each. Blanks at both ends are not counted, because they are not kept.
///
/// Browsers send a break as two characters; both together are one here, so that a field says the same
/// before and after it was sent.
#[must_use]
pub fn count(words: &str) -> u32 {
    u32::try_from(words.trim().graphemes(true).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_what_people_see_as_one() {
        let cases = [
            ("", 0),
            ("  Kielce ", 6),
            ("zażółć", 6),
            ("za\u{307}z\u{301}", 3),
            ("👩‍👩‍👧‍👦", 1),
            ("🇵🇱", 1),
            ("a\r\nb", 3),
        ];
        for (words, expected) in cases {
            assert_eq!(count(words), expected, "{words:?}");
        }
    }
}
