//! A text as words, numbers, signs and spaces: the smallest things that an amendment can change.

use crate::rich::{BREAK, Style, Text};

/// One word, number, sign or space in its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Token<'a> {
    pub(crate) letters: &'a str,
    pub(crate) style: &'a Style,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Word,
    Number,
    /// `.`, `!`, `?` or `…`: a sentence may end here.
    SentenceEnd,
    /// `,`, `;`, `:`, a dash or a bracket: a clause may end here.
    ClauseEnd,
    Sign,
    Space,
    /// A line's end, the border of two cells, the end of a paragraph.
    Border,
}

impl Token<'_> {
    pub(crate) fn sort(&self) -> Sort {
        let first = self.letters.chars().next().unwrap_or(' ');
        match first {
            '\n' | '\t' | BREAK => Sort::Border,
            '.' | '!' | '?' | '…' => Sort::SentenceEnd,
            ',' | ';' | ':' | '–' | '—' | '(' | ')' => Sort::ClauseEnd,
            _ if first.is_whitespace() => Sort::Space,
            _ if first.is_numeric() => Sort::Number,
            _ if first.is_alphabetic() => Sort::Word,
            _ => Sort::Sign,
        }
    }

    /// How much it says that both texts have this token, in tenths of what a change costs.
    pub(crate) fn weight(&self) -> i32 {
        match self.sort() {
            Sort::Word => match self.letters.chars().count() {
                0..=2 => 3,
                3 => 4,
                4 => 6,
                5..=6 => 9,
                _ => 12,
            },
            Sort::Number => 9,
            Sort::SentenceEnd | Sort::ClauseEnd => 2,
            Sort::Sign => 2,
            Sort::Space => 1,
            Sort::Border => 6,
        }
    }
}

/// Splits a text into tokens. Together they are the text, letter by letter.
pub(crate) fn tokens(text: &Text) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for run in text.runs() {
        let mut rest = run.letters.as_str();
        while let Some(length) = length_of_first(rest) {
            let (letters, after) = rest.split_at(length);
            tokens.push(Token {
                letters,
                style: &run.style,
            });
            rest = after;
        }
    }
    tokens
}

/// Puts tokens together again.
pub(crate) fn text_of(tokens: &[Token<'_>]) -> Text {
    let mut text = Text::default();
    for token in tokens {
        text.push(token.letters, token.style);
    }
    text
}

fn length_of_first(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let length = if is_web_address(text) {
        text.find(char::is_whitespace).unwrap_or(text.len())
    } else if first == ' ' {
        text.len() - text.trim_start_matches(' ').len()
    } else if first.is_numeric() {
        number_length(text)
    } else if first.is_alphabetic() {
        text.find(|it: char| !it.is_alphabetic() && !joins(it))
            .unwrap_or(text.len())
    } else {
        first.len_utf8()
    };
    Some(length + joined_length(&text[length..]))
}

fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Digits, with a separator where more digits follow it: `2,5`, `14.11.2019`, `8:30`, `3/2024`.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_digit = letter.is_numeric();
        let next_is_digit = letters.peek().is_some_and(|(_, next)| next.is_numeric());
        let is_separator = matches!(letter, '.' | ',' | ':' | '/') && next_is_digit;
        if !is_digit && !is_separator {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// Accents and the parts of one emoji stay with what they stand on.
fn joined_length(text: &str) -> usize {
    let mut after_joiner = false;
    for (at, letter) in text.char_indices() {
        if !joins(letter) && !after_joiner {
            return at;
        }
        after_joiner = letter == '\u{200d}';
    }
    text.len()
}

fn joins(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200d}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(letters: &str) -> Vec<String> {
        let text = Text::plain(letters);
        tokens(&text)
            .iter()
            .map(|it| it.letters.to_owned())
            .collect()
    }

    #[test]
    fn a_number_with_its_separators_is_one_token() {
        assert_eq!(
            split("2,5 mln, 14.11.2019."),
            ["2,5", " ", "mln", ",", " ", "14.11.2019", "."]
        );
    }

    #[test]
    fn a_double_name_is_two_words_and_a_dash() {
        assert_eq!(split("Bielsko-Biała"), ["Bielsko", "-", "Biała"]);
    }

    #[test]
    fn accents_and_emoji_are_not_torn_apart() {
        assert_eq!(split("e\u{301}a 👩‍🌾"), ["e\u{301}a", " ", "👩‍🌾"]);
    }
}
