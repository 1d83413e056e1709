//! What an office program writes before a numbered paragraph: `1.`, `a)`, `§ 4.`

use crate::flow::{Block, Mark, Words};

/// How numbers of a level are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Digits {
    None,
    Bullet,
    Decimal,
    Lower,
    Upper,
    LowerRoman,
    UpperRoman,
}

impl Digits {
    /// A number as it is written; beyond what letters can say it stays a number.
    pub(crate) fn write(self, number: usize) -> String {
        match self {
            Self::None | Self::Bullet => String::new(),
            Self::Decimal => number.to_string(),
            Self::Lower => letters(number).to_lowercase(),
            Self::Upper => letters(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperRoman => roman(number),
        }
    }
}

/// After z come aa, bb, as word processors have it.
fn letters(number: usize) -> String {
    if number == 0 || 26 * 5 < number {
        return number.to_string();
    }
    let (times, letter) = ((number - 1) / 26 + 1, (number - 1) % 26);
    let letter = char::from(b'A' + letter as u8);
    letter.to_string().repeat(times)
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || 3999 < number {
        return number.to_string();
    }
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while value <= number {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

/// A paragraph of a list, with its number and how that is written.
///
/// Plain numbers become a numbered list. Letters and signs, which Markdown does not know, stay as words:
/// people refer to "§ 4" and "lit. a", and a text without them would not be the one they mean.
pub(crate) fn item(
    depth: usize,
    digits: Digits,
    number: usize,
    label: &str,
    words: Words,
) -> Block {
    let label = label.trim();
    let mere_number = label
        .chars()
        .all(|letter| letter.is_ascii_digit() || "().".contains(letter));
    if digits == Digits::Bullet {
        let mark = Mark::Bullet;
        return Block::Item { depth, mark, words };
    }
    if digits == Digits::Decimal && mere_number && number <= 999_999_999 {
        let mark = Mark::Number(number);
        return Block::Item { depth, mark, words };
    }
    let words = labelled(label, words);
    match depth {
        0 => Block::Paragraph(words),
        _ => Block::Item {
            depth,
            mark: Mark::Bullet,
            words,
        },
    }
}

/// A heading keeps a label of words ("Rozdział 1"); mere numbers the text gives by itself.
pub(crate) fn heading(level: usize, label: &str, words: Words) -> Block {
    let says = label
        .chars()
        .any(|letter| letter.is_alphabetic() || letter == '§');
    let words = match says {
        true => labelled(label.trim(), words),
        false => words,
    };
    Block::Heading { level, words }
}

fn labelled(label: &str, words: Words) -> Words {
    if label.is_empty() {
        return words;
    }
    let mut all = Words::plain(&format!("{label} "));
    all.append(words);
    all
}
