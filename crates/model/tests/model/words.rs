//! Words of addresses and tags of languages: parsed once, valid ever after.

use proptest::prelude::*;
use wiec_model::{Lang, LanguageTag, Slug, Slugs, Text};

use crate::support::slug;

fn text(versions: &[(&str, &str)]) -> Text {
    let versions = versions.iter();
    Text::of(versions.map(|(tag, words)| (tag.parse().unwrap(), (*words).to_owned()))).unwrap()
}

fn slugs(title: &[(&str, &str)]) -> (String, String) {
    let slugs = Slugs::of(&text(title), &slug("s31"));
    (slugs.pl.into(), slugs.en.into())
}

fn pair(pl: &str, en: &str) -> (String, String) {
    (pl.to_owned(), en.to_owned())
}

#[test]
fn each_language_has_the_words_of_its_own_title() {
    let title = [("pl", "Domy z wielkiej płyty"), ("en", "Panel-built homes")];
    assert_eq!(
        slugs(&title),
        pair("domy-z-wielkiej-plyty", "panel-built-homes")
    );
}

#[test]
fn a_language_without_a_title_takes_the_words_that_are_shown_in_it() {
    assert_eq!(slugs(&[("pl", "Tramwaje")]), pair("tramwaje", "tramwaje"));
    assert_eq!(
        slugs(&[("de", "Straßenbahnen")]),
        pair("strassenbahnen", "strassenbahnen")
    );
}

#[test]
fn a_title_without_letters_takes_the_other_word() {
    assert_eq!(slugs(&[("pl", "???"), ("en", "Why?")]), pair("s31", "why"));
}

#[test]
fn a_thing_is_known_by_either_of_its_slugs_and_asked_for_by_language() {
    let slugs = Slugs {
        pl: slug("tramwaje"),
        en: slug("trams"),
    };
    assert!(slugs.has("tramwaje") && slugs.has("trams") && !slugs.has("tram"));
    assert_eq!(
        (slugs.get(Lang::Pl), slugs.get(Lang::En)),
        (&slugs.pl, &slugs.en)
    );
}

#[test]
fn marks_written_apart_from_their_letters_are_no_gaps_between_words() {
    let composed = "Łódź Żegańska";
    let apart = "Ło\u{301}dz\u{301} Z\u{307}egan\u{301}ska";
    assert_eq!(Slug::from_words(apart), Slug::from_words(composed));
}

#[test]
fn names_of_cities_all_over_europe_stay_whole() {
    for (name, word) in [
        ("Győr", "gyor"),
        ("Hódmezővásárhely", "hodmezovasarhely"),
        ("Bardejov-Ľubotín", "bardejov-lubotin"),
        ("Rēzekne", "rezekne"),
        ("Kėdainiai", "kedainiai"),
        ("Ķekava", "kekava"),
        ("Diyarbakır", "diyarbakir"),
        ("Keflavík, Þórshöfn", "keflavik-thorshoefn"),
        ("Ħamrun", "hamrun"),
        ("Großräschen", "grossraeschen"),
    ] {
        assert_eq!(Slug::from_words(name), Some(slug(word)));
    }
}

#[test]
fn language_tags_are_read_however_they_are_written() {
    for (raw, tag) in [
        ("pl", "pl"),
        ("PL", "pl"),
        (" en ", "en"),
        ("de_AT", "de-at"),
        ("zh-Hant", "zh-hant"),
        ("pjm", "pjm"),
        ("es-419", "es-419"),
    ] {
        assert_eq!(
            raw.parse::<LanguageTag>().as_ref().map(LanguageTag::as_str),
            Ok(tag)
        );
    }
}

#[test]
fn what_no_browser_would_take_for_a_language_is_no_tag() {
    for raw in [
        "",
        "p",
        "polish language",
        "pl-",
        "-pl",
        "pl--en",
        "1a",
        "p1",
        "pł",
        "de@at",
        "pl,en",
        "abcdefghi",
        "pl-abcdefghi",
        "pl-en-de-fr-it-uk",
    ] {
        assert!(raw.parse::<LanguageTag>().is_err(), "{raw:?} parsed");
    }
}

#[test]
fn only_the_two_tags_of_polish_sign_language_are_signed() {
    for (tag, signed) in [("pjm", true), ("pso", true), ("pl", false), ("ase", false)] {
        assert_eq!(
            tag.parse::<LanguageTag>().unwrap().is_sign_language(),
            signed
        );
    }
}

proptest! {
    #[test]
    fn whatever_the_words_their_slug_is_a_slug(words in "\\PC{0,120}|[ a-zżółćęśąźńA-Z0-9'-]{0,200}") {
        if let Some(slug) = Slug::from_words(&words) {
            prop_assert_eq!(slug.as_str().parse(), Ok(slug.clone()));
            prop_assert!(slug.as_str().len() <= 80);
        }
    }

    #[test]
    fn a_numbered_slug_is_a_slug_that_ends_in_its_number(words in "[a-z0-9 ]{1,120}", number: usize) {
        if let Some(slug) = Slug::from_words(&words) {
            let numbered = slug.numbered(number);
            let ending = format!("-{number}");
            prop_assert!(numbered.as_str().ends_with(&ending));
            prop_assert_eq!(numbered.as_str().parse(), Ok(numbered.clone()));
        }
    }

    #[test]
    fn a_tag_reads_back_as_itself(raw in "[a-zA-Z]{2,8}([-_][a-zA-Z0-9]{1,8}){0,2}|\\PC{0,20}") {
        if let Ok(tag) = raw.parse::<LanguageTag>() {
            prop_assert_eq!(tag.as_str().parse(), Ok(tag.clone()));
        }
    }
}
