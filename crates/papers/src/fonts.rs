//! The letters that papers are set in, and which characters they have.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Ours first: the two families of the pages, put here by the build. Behind them those that come with Typst,
/// which have Greek, Cyrillic and Hebrew as well.
const BRAND: [&[u8]; 3] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/Lato_400Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/Lato_700Bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/Brygada1918_700Bold.ttf")),
];

/// What stands for a character that no font has.
const UNKNOWN: char = '□';

/// All fonts, in the order of the book.
pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files = BRAND.into_iter().chain(typst_assets::fonts());
    files
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect()
});

/// What each font is called and has.
pub static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The text with every character replaced that would leave a hole.
///
/// Accessible PDF admits no hole, and nobody shall be without a ticket for the sake of a letter.
pub fn settable(text: &str) -> String {
    settable_all(text).collect()
}

/// The characters of [`settable`], one by one.
pub fn settable_all(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|one| !one.is_control() || *one == '\n')
        .map(|one| if has(one) { one } else { UNKNOWN })
}

fn has(character: char) -> bool {
    character.is_whitespace()
        || is_invisible(character)
        || FONTS
            .iter()
            .any(|font| font.info().coverage.contains(character.into()))
}

/// Joiners and marks of direction guide the setting and are not drawn.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_europe_stay_what_they_are() {
        for name in [
            "Zażółć Gęślą-Jaźń",
            "Σοφία Ωμέγα",
            "Наталія Їжакевич",
            "Þórdís Ægisdóttir",
            "Nguyễn Thị Ánh",
        ] {
            assert_eq!(settable(name), name);
        }
    }

    #[test]
    fn what_no_font_has_becomes_a_box_and_controls_vanish() {
        assert_eq!(settable("李 Li\u{7}\u{1F984}"), "□ Li□");
    }

    #[test]
    fn our_own_families_are_found_by_name() {
        let names: Vec<&str> = BOOK.families().map(|(name, _)| name).collect();

        for wanted in ["Lato", "Brygada 1918", "Libertinus Serif"] {
            assert!(names.contains(&wanted), "{wanted} is not in {names:?}");
        }
    }
}
