//! Which part of a text a remark is about, in the words of Polish drafting: "§ 4 ust. 2 pkt 3 lit. a".

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The text as a whole, or nothing in particular.
    Whole,
    /// A block of a text of ours: `p12`.
    Anchor(u32),
    /// Units from the largest to the smallest.
    Units(Vec<Unit>),
    /// Words that name no unit; a person has to look.
    Words(String),
}

/// A unit of a text with its number or letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Its number, as written: `4`, `4a`, `2.1`, `IV`, `4-6`.
    pub number: String,
}

/// Kinds of units of a text, from the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// An annex, `zał.`
    Annex,
    /// A part or title, `część`.
    Part,
    /// A chapter, `rozdz.`
    Chapter,
    /// A page, `str.`
    Page,
    /// An article, `art.`
    Article,
    /// A paragraph of a regulation, `§`.
    Paragraph,
    /// A subsection, `ust.`
    Subsection,
    /// A point, `pkt`; also a number without a word.
    Point,
    /// A letter, `lit.`
    Letter,
    /// An indent, `tiret`.
    Indent,
    /// A paragraph of prose, `akapit`.
    Passage,
    /// A line, `wiersz`.
    Line,
    /// A table, `tabela`.
    Table,
    /// A challenge, `wyzwanie`.
    Challenge,
    /// A recommendation or solution, `rekomendacja`.
    Recommendation,
    /// A goal, `cel`.
    Goal,
}

/// Words by the letters with which they begin, without Polish marks.
const WORDS: [(&str, UnitKind); 56] = [
    ("zal", UnitKind::Annex),
    ("annex", UnitKind::Annex),
    ("czesc", UnitKind::Part),
    ("czesci", UnitKind::Part),
    ("part", UnitKind::Part),
    ("dzial", UnitKind::Part),
    ("rozdz", UnitKind::Chapter),
    ("podrozdz", UnitKind::Chapter),
    ("chapter", UnitKind::Chapter),
    ("section", UnitKind::Chapter),
    ("sekcja", UnitKind::Chapter),
    ("str", UnitKind::Page),
    ("s", UnitKind::Page),
    ("page", UnitKind::Page),
    ("p", UnitKind::Page),
    ("art", UnitKind::Article),
    ("§", UnitKind::Paragraph),
    ("§§", UnitKind::Paragraph),
    ("par", UnitKind::Paragraph),
    ("ust", UnitKind::Subsection),
    ("pkt", UnitKind::Point),
    ("punk", UnitKind::Point),
    ("ppkt", UnitKind::Letter),
    ("point", UnitKind::Point),
    ("lit", UnitKind::Letter),
    ("tir", UnitKind::Indent),
    ("akap", UnitKind::Passage),
    ("wiersz", UnitKind::Line),
    ("wers", UnitKind::Line),
    ("line", UnitKind::Line),
    ("tab", UnitKind::Table),
    ("wyzwani", UnitKind::Challenge),
    ("challenge", UnitKind::Challenge),
    ("rekomendac", UnitKind::Recommendation),
    ("recommendation", UnitKind::Recommendation),
    ("rozwiaza", UnitKind::Recommendation),
    ("solution", UnitKind::Recommendation),
    ("cel", UnitKind::Goal),
    ("zalaczni", UnitKind::Annex),
    ("stron", UnitKind::Page),
    ("pages", UnitKind::Page),
    ("artyku", UnitKind::Article),
    ("articl", UnitKind::Article),
    ("paragra", UnitKind::Paragraph),
    ("ustep", UnitKind::Subsection),
    ("punkt", UnitKind::Point),
    ("liter", UnitKind::Letter),
    ("letter", UnitKind::Letter),
    ("tiret", UnitKind::Indent),
    ("akapit", UnitKind::Passage),
    ("lines", UnitKind::Line),
    ("tabel", UnitKind::Table),
    ("table", UnitKind::Table),
    ("goals", UnitKind::Goal),
    ("celu", UnitKind::Goal),
    ("goal", UnitKind::Goal),
];

/// Words that mean the text as a whole, folded.
const WHOLE: [&str; 10] = [
    "caly dokument",
    "calosc",
    "calosci",
    "uwaga ogolna",
    "uwagi ogolne",
    "ogolna",
    "ogolne",
    "whole document",
    "general",
    "general remark",
];

impl About {
    /// Reads what stands in a cell.
    pub fn read(cell: &str) -> Self {
        let folded = fold(cell.trim());
        let bare = folded.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '§');
        if bare.is_empty() || WHOLE.contains(&bare) {
            return Self::Whole;
        }
        if let Some(number) = bare.strip_prefix('p').and_then(|rest| rest.parse().ok()) {
            return Self::Anchor(number);
        }
        match units(&folded) {
            Some(units) => Self::Units(units),
            None => Self::Words(cell.trim().to_owned()),
        }
    }
}

/// Units in their order; `None` if there is none. Words before them ("Uwaga do § 3") and after them
/// ("rozdz. 3 Mieszkania") are passed over.
fn units(folded: &str) -> Option<Vec<Unit>> {
    let mut units: Vec<Unit> = Vec::new();
    let mut kind = None;
    // A number without a word is a point if it stands first; "Strategia 2030" is none.
    let mut is_first = true;
    for word in words(folded) {
        if matches!(word.as_str(), "nr" | "numer" | "no") {
            continue;
        }
        if let Some(found) = kind_of(&word) {
            kind = Some(found);
        } else if is_number(&word, kind) && (kind.is_some() || is_first) {
            units.push(Unit {
                kind: kind.take().unwrap_or(UnitKind::Point),
                number: word,
            });
        } else if units.is_empty() {
            kind = None;
        } else {
            break;
        }
        is_first = false;
    }
    (!units.is_empty()).then_some(units)
}

/// Words and numbers; `§4` and `art.5` are two each, `2.1` and `4-6` one.
fn words(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut end = |word: &mut String| {
        let done = word.trim_matches(['.', '-', ')', '(']).to_owned();
        if !done.is_empty() {
            words.push(done);
        }
        word.clear();
    };
    for letter in folded.chars() {
        let before = word.chars().last();
        let begins_number = letter.is_ascii_digit()
            && before
                .is_some_and(|before| before == '§' || before == '.' || before.is_alphabetic())
            && !word.starts_with(|first: char| first.is_ascii_digit());
        if begins_number {
            end(&mut word);
        }
        match letter {
            letter if letter.is_alphanumeric() || letter == '§' => word.push(letter),
            '.' | '-' => word.push(letter),
            '–' => word.push('-'),
            _ => end(&mut word),
        }
    }
    end(&mut word);
    words
}

fn kind_of(word: &str) -> Option<UnitKind> {
    let is = |(start, _): &&(&str, UnitKind)| match start.len() {
        // Short ones must be the whole word: "str." is a page, "strategia" is not.
        0..=4 => word == *start,
        _ => word.starts_with(start),
    };
    WORDS.iter().find(is).map(|(_, kind)| *kind)
}

fn is_number(word: &str, kind: Option<UnitKind>) -> bool {
    let is_roman = word.chars().all(|letter| "ivxlc".contains(letter));
    let is_letter = word.chars().count() <= 2 && word.chars().all(char::is_alphabetic);
    word.starts_with(|first: char| first.is_ascii_digit())
        || (is_roman && kind.is_some())
        || (is_letter && kind == Some(UnitKind::Letter))
}

/// Lower case without Polish marks.
pub(crate) fn fold(text: &str) -> String {
    let plain = |letter| match letter {
        'ą' => 'a',
        'ć' => 'c',
        'ę' => 'e',
        'ł' => 'l',
        'ń' => 'n',
        'ó' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        '\u{a0}' | '\n' => ' ',
        letter => letter,
    };
    text.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cell: &str) -> String {
        match About::read(cell) {
            About::Whole => "whole".to_owned(),
            About::Anchor(number) => format!("anchor {number}"),
            About::Words(words) => format!("words {words}"),
            About::Units(units) => {
                let shown = units
                    .iter()
                    .map(|unit| format!("{:?} {}", unit.kind, unit.number));
                shown.collect::<Vec<_>>().join(", ")
            }
        }
    }

    #[test]
    fn parts_of_a_text_are_read_as_people_write_them() {
        let cases = [
            (
                "§ 4 ust. 2 pkt 3 lit. a",
                "Paragraph 4, Subsection 2, Point 3, Letter a",
            ),
            ("§4", "Paragraph 4"),
            ("Art.5a ust.1", "Article 5a, Subsection 1"),
            ("str. 15, rozdz. IV", "Page 15, Chapter iv"),
            ("Rozdział 3. Mieszkania dla młodych", "Chapter 3"),
            ("4.2", "Point 4.2"),
            ("pkt 4–6", "Point 4-6"),
            ("s. 12", "Page 12"),
            (
                "Wyzwanie 2, rekomendacja 2.1",
                "Challenge 2, Recommendation 2.1",
            ),
            ("Załącznik nr 1", "Annex 1"),
            ("#p12", "anchor 12"),
            ("p4", "anchor 4"),
            ("", "whole"),
            ("–", "whole"),
            ("Cały dokument", "whole"),
            ("Uwaga ogólna", "whole"),
            ("Mieszkania dla młodych", "words Mieszkania dla młodych"),
            ("ust.", "words ust."),
            ("Uwaga do § 3 ust. 1", "Paragraph 3, Subsection 1"),
            (
                "Artykuł 7, ustęp 2, litera b",
                "Article 7, Subsection 2, Letter b",
            ),
            ("strona 12, akapit 3", "Page 12, Passage 3"),
            ("Partnerstwo 5", "words Partnerstwo 5"),
            ("Strategia 2030", "words Strategia 2030"),
        ];
        for (cell, expected) in cases {
            assert_eq!(shown(cell), expected, "{cell}");
        }
    }
}
