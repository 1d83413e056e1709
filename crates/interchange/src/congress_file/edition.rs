//! The edition itself and its days.

use jiff::civil::{Date, Weekday};
use serde_json::{Map, Value};
use wiec_model::slug::RESERVED;
use wiec_model::{Congress, Day, Lang, LanguageTag, Slug, Text, Zone};

use crate::read::object::Object;
use crate::read::{self, Hints};

/// Keys of the edition whose values belong to the areas that run them and are kept as they are.
pub(super) const SETTINGS: [&str; 3] = ["registration", "call", "comments"];

/// Reads the edition.
pub(super) fn congress(object: Object<'_>, hints: &Hints, note: Option<Text>) -> Congress {
    let congress = Congress {
        slug: slug(&object, hints),
        name: object.text("name"),
        place: object.optional_text("place"),
        zone: zone(&object, hints),
        languages: languages(&object, hints),
        note,
        host_city_terc: object.string("host_city_terc"),
        free_of_charge: object.flag("free_of_charge").unwrap_or_default(),
        expected_participants: object.number("expected_participants"),
        settings: settings(&object),
    };
    object.finish();
    congress
}

/// Reads a day; its number is its place in the list unless it says otherwise.
pub(super) fn day(object: Object<'_>, index: usize) -> Day {
    let place_in_list = u16::try_from(index + 1).unwrap_or(u16::MAX);
    let number = object.number("day").map(|number| {
        u16::try_from(number).unwrap_or_else(|_| {
            object.problem(
                "day",
                format!("{number} is too large for the number of a day"),
            );
            place_in_list
        })
    });
    if !object.has("date") {
        object.missing("date");
    }
    let date: Option<Date> = object.parsed("date");
    if let (Some(stated), Some(date)) = (object.optional_text("weekday"), date) {
        check_weekday(&object, &stated, date);
    }
    let name = object.optional_text("name");
    object.finish();
    // A stand-in of its own for every day, so that broken days are not doubles.
    let stand_in =
        Date::constant(1, 1, 1).saturating_add(jiff::Span::new().days(i64::from(place_in_list)));
    Day {
        number: number.unwrap_or(place_in_list),
        date: date.unwrap_or(stand_in),
        name,
    }
}

/// The name of a weekday in the languages of the interface.
pub(super) fn weekday(date: Date) -> Text {
    let (pl, en) = match date.weekday() {
        Weekday::Monday => ("poniedziałek", "Monday"),
        Weekday::Tuesday => ("wtorek", "Tuesday"),
        Weekday::Wednesday => ("środa", "Wednesday"),
        Weekday::Thursday => ("czwartek", "Thursday"),
        Weekday::Friday => ("piątek", "Friday"),
        Weekday::Saturday => ("sobota", "Saturday"),
        Weekday::Sunday => ("niedziela", "Sunday"),
    };
    let versions = [
        (LanguageTag::from(Lang::Pl), pl.to_owned()),
        (LanguageTag::from(Lang::En), en.to_owned()),
    ];
    Text::of(versions).expect("weekdays have names")
}

/// The weekday is there for people who edit the file; when it disagrees, the date is likely wrong.
fn check_weekday(object: &Object<'_>, stated: &Text, date: Date) {
    let true_one = weekday(date);
    for lang in Lang::ALL {
        if let (Some(said), Some(is)) = (stated.exact(lang), true_one.exact(lang))
            && said.to_lowercase() != is.to_lowercase()
        {
            object.problem("weekday", format!("{date} is a {is}, not a {said}"));
        }
    }
}

fn slug(object: &Object<'_>, hints: &Hints) -> Slug {
    if !object.has("slug")
        && let Some(hinted) = &hints.slug
    {
        return hinted.clone();
    }
    let slug = object.required_slug("slug");
    if RESERVED.contains(&slug.as_str()) {
        object.problem(
            "slug",
            format!(
                "\"{slug}\" is the address of a page; choose another word, like \"{slug}-2026\""
            ),
        );
    }
    slug
}

fn zone(object: &Object<'_>, hints: &Hints) -> Zone {
    let zone = match object.string("timezone") {
        Some(name) => object.keep("timezone", read::zone(&name)),
        None => hints.zone.clone(),
    };
    if zone.is_none() && !object.has("timezone") {
        object.missing("timezone");
    }
    zone.unwrap_or_else(|| Zone::named("Europe/Warsaw").expect("the tz database knows Warsaw"))
}

fn languages(object: &Object<'_>, hints: &Hints) -> Vec<LanguageTag> {
    let stated: Vec<LanguageTag> = object.parsed_words("languages");
    if stated.is_empty() {
        hints.language.iter().cloned().collect()
    } else {
        stated
    }
}

fn settings(object: &Object<'_>) -> Map<String, Value> {
    let mut settings = Map::new();
    for key in SETTINGS {
        if let Some(value) = object.value(key) {
            settings.insert(key.to_owned(), value.clone());
        }
    }
    match object.value("settings") {
        None => {}
        Some(Value::Object(others)) => settings.extend(others.clone()),
        Some(_) => object.problem("settings", "should be an object {…}"),
    }
    settings
}
