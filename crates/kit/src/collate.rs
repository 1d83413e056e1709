//! Alphabetical order as readers expect it: Ł after L, ó after o.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use wiec_model::Lang;

/// Sorts things by a text of theirs, in the order of `lang`.
///
/// # Panics
///
/// Never: the tables of both languages are part of the program.
pub fn sort_by_text<T>(things: &mut [T], lang: Lang, text: impl Fn(&T) -> String) {
    let collator = collator(lang);
    things.sort_by(|a, b| collator.compare(&text(a), &text(b)));
}

fn collator(lang: Lang) -> CollatorBorrowed<'static> {
    let locale = match lang {
        Lang::Pl => locale!("pl"),
        Lang::En => locale!("en"),
    };
    Collator::try_new(locale.into(), CollatorOptions::default())
        .expect("the tables of both languages are part of the program")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_letters_follow_their_plain_sisters() {
        let mut words = [
            "żaba", "osa", "Łódź", "lampa", "ósemka", "cena", "Ćma", "zebra", "źrebak",
        ];
        sort_by_text(&mut words, Lang::Pl, ToString::to_string);
        assert_eq!(
            words,
            [
                "cena", "Ćma", "lampa", "Łódź", "osa", "ósemka", "zebra", "źrebak", "żaba"
            ]
        );
    }
}
