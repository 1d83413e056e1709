//! Figures as people of each language write them.

use wiec_kit::messages::messages;
use wiec_model::Lang;
use wiec_opinion::Share;

/// `94%`.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// `90–97%`.
pub(crate) fn interval(share: Share) -> String {
    format!("{:.0}–{:.0}%", share.low * 100.0, share.high * 100.0)
}

/// `0.83`, `0,83`; with a real minus, and none before zero.
pub(crate) fn decimal(number: f64, lang: Lang) -> String {
    let written = format!("{number:.2}");
    let written = match written.as_str() {
        "-0.00" => "0.00".to_owned(),
        _ => written.replace('-', "−"),
    };
    with_comma(&written, lang)
}

/// `90.0%`, `90,0%`.
pub(crate) fn fine_percent(share: f64, lang: Lang) -> String {
    with_comma(&format!("{:.1}%", share * 100.0), lang)
}

fn with_comma(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Pl => number.replace('.', ","),
        Lang::En => number.to_owned(),
    }
}

/// `49,443`, `49 443`.
pub(crate) fn whole(number: usize, lang: Lang) -> String {
    let digits = number.to_string();
    let gap = match lang {
        Lang::Pl => '\u{a0}',
        Lang::En => ',',
    };
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        // Poles write four digits together.
        let is_gap = place > 0 && (digits.len() - place).is_multiple_of(3);
        if is_gap && (digits.len() > 4 || lang == Lang::En) {
            written.push(gap);
        }
        written.push(digit);
    }
    written
}

/// `412 people`.
pub(crate) fn people(count: usize, lang: Lang) -> String {
    messages(lang).map_people_count(count, whole(count, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_in_each_language() {
        assert_eq!(
            [Lang::Pl, Lang::En].map(|lang| whole(49_443, lang)),
            ["49\u{a0}443", "49,443"]
        );
        assert_eq!(
            [Lang::Pl, Lang::En].map(|lang| whole(1921, lang)),
            ["1921", "1,921"]
        );
        assert_eq!(
            [Lang::Pl, Lang::En].map(|lang| decimal(-0.834, lang)),
            ["−0,83", "−0.83"]
        );
        assert_eq!(decimal(-0.001, Lang::En), "0.00");
        assert_eq!(people(22, Lang::Pl), "22 osoby");
        assert_eq!(people(1921, Lang::Pl), "1921 osób");
        assert_eq!(people(1, Lang::En), "1 person");
    }
}
