//! The edition that a foreign schedule is of.

use std::collections::BTreeMap;

use wiec_model::slug::RESERVED;
use wiec_model::{Congress, Lang, LanguageTag, Slug, Text, Zone};

use crate::read::assemble::{event, events};
use crate::read::object::stand_in_text;
use crate::read::people::one_line;
use crate::read::problem::{Place, Report};
use crate::read::schedule::Schedule;
use crate::read::{self, Hints};

/// The edition, as far as a schedule tells of it.
pub(super) fn congress(schedule: &Schedule, hints: &Hints, report: &Report) -> Congress {
    let languages = languages(schedule, hints);
    let title = schedule
        .title
        .as_ref()
        .and_then(|title| one_line(&title.words));
    let name = title.and_then(|title| Text::in_language(languages[0].clone(), &title));
    if name.is_none() {
        report.add(Place::File, "the conference has no title");
    }
    Congress {
        slug: slug(schedule, hints, report),
        name: name.unwrap_or_else(stand_in_text),
        place: None,
        zone: zone(schedule, hints, report),
        languages,
        note: None,
        host_city_terc: None,
        free_of_charge: false,
        expected_participants: None,
        settings: serde_json::Map::new(),
    }
}

/// The language of texts that do not say theirs.
pub(super) fn first_language(congress: &Congress) -> LanguageTag {
    congress
        .languages
        .first()
        .cloned()
        .unwrap_or_else(|| Lang::Pl.into())
}

fn slug(schedule: &Schedule, hints: &Hints, report: &Report) -> Slug {
    if let Some(slug) = &hints.slug {
        return slug.clone();
    }
    let stated = schedule.acronym.as_ref().or(schedule.title.as_ref());
    let slug = stated.and_then(|stated| Slug::from_words(&stated.words));
    let place = stated.map_or(Place::File, |stated| stated.place.clone());
    match slug {
        Some(slug) if !RESERVED.contains(&slug.as_str()) => slug,
        Some(taken) => {
            report.add(
                place,
                format!("\"{taken}\" is the address of a page; give the edition another slug"),
            );
            taken
        }
        None => {
            report.add(
                place,
                "the conference has no acronym to make addresses of; give the edition a slug",
            );
            Slug::from_words("x").expect("a letter makes a slug")
        }
    }
}

/// Without a zone no instant is lost, only the clock by which they are shown.
fn zone(schedule: &Schedule, hints: &Hints, report: &Report) -> Zone {
    let stated = schedule
        .zone
        .as_ref()
        .map(|found| (found, read::zone(&found.words)));
    let zone = match (stated, &hints.zone) {
        (Some((_, Ok(zone))), _) => Some(zone),
        (_, Some(hinted)) => Some(hinted.clone()),
        (Some((found, Err(error))), None) => {
            report.add(found.place.clone(), error.to_string());
            None
        }
        (None, None) => None,
    };
    zone.unwrap_or_else(|| Zone::named("Europe/Warsaw").expect("the tz database knows Warsaw"))
}

/// The languages of the sessions, the most frequent first; the operator's before all.
///
/// Never empty: what says nothing is taken for Polish, the first language of the program.
fn languages(schedule: &Schedule, hints: &Hints) -> Vec<LanguageTag> {
    let mut counts: BTreeMap<LanguageTag, usize> = BTreeMap::new();
    for (_, _, event) in events(schedule) {
        for tag in event
            .language
            .iter()
            .flat_map(|found| event::language_tags(&found.words))
            .flatten()
        {
            *counts.entry(tag).or_default() += 1;
        }
    }
    let mut languages: Vec<(LanguageTag, usize)> = counts.into_iter().collect();
    languages.sort_by_key(|(tag, count)| {
        (
            hints.language.as_ref() != Some(tag),
            std::cmp::Reverse(*count),
        )
    });
    let mut languages: Vec<LanguageTag> = languages.into_iter().map(|(tag, _)| tag).collect();
    if let Some(hinted) = &hints.language
        && !languages.contains(hinted)
    {
        languages.insert(0, hinted.clone());
    }
    if languages.is_empty() {
        languages.push(Lang::Pl.into());
    }
    languages
}
