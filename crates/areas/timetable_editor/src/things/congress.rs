//! The congress itself: its name, place, zone and languages. There is one, so it has no list.

use jiff::civil::Time;
use wiec_kit::form::Choice;
use wiec_model::conflicts::Pace;
use wiec_model::edit::CongressFields;
use wiec_model::{Congress, Zone};

use crate::context::Context;
use crate::sheet::{Field, Group, Reading, Sheet};

const NAME_LENGTH: usize = 200;
const NOTE_LENGTH: usize = 500;
const TERC_LENGTH: usize = 7;
const MOST_PEOPLE: u32 = 1_000_000;
/// Longer pauses are nights.
const MOST_MINUTES: u32 = 240;

/// The sheet of the congress.
pub fn sheet(context: &Context<'_>) -> Sheet {
    let (m, congress) = (context.m, &context.programme.congress);
    let pace = Pace::of(congress);
    let languages: Vec<&str> = congress.languages.iter().map(|tag| tag.as_str()).collect();
    Sheet::of(vec![
        Group::of(
            "",
            vec![
                Field::pair("name", m.plan_name(), Some(&congress.name)).required(),
                Field::pair("place", m.plan_place(), congress.place.as_ref()),
                Field::line("zone", m.plan_zone())
                    .value(congress.zone.name())
                    .hint(m.plan_zone_hint())
                    .required(),
                Field::line("languages", m.plan_languages())
                    .value(&languages.join(", "))
                    .hint(m.plan_languages_hint())
                    .required(),
            ],
        ),
        Group::of(
            m.plan_congress_more(),
            vec![
                Field::short("number", "expected", m.plan_expected())
                    .maybe(congress.expected_participants),
                Field::short("text", "terc", m.plan_terc())
                    .maybe(congress.host_city_terc.clone())
                    .hint(m.plan_terc_hint()),
                Field::checks(
                    "free",
                    m.plan_fee(),
                    vec![Choice::new("yes", m.plan_free_of_charge())],
                    congress.free_of_charge.then(|| "yes".to_owned()),
                ),
                Field::short("time", "opens", m.plan_opens()).value(&time(pace.opens)),
                Field::short("time", "closes", m.plan_closes())
                    .value(&time(pace.closes))
                    .hint(m.plan_closes_hint()),
                Field::short("number", "break", m.plan_break()).maybe(Some(pace.break_minutes)),
                Field::short("number", "changeover", m.plan_change_over())
                    .maybe(Some(pace.change_over_minutes)),
                Field::pair_area("note", m.plan_note(), congress.note.as_ref(), 2)
                    .hint(m.plan_note_hint()),
            ],
        ),
    ])
}

/// Reads it.
pub fn read(reading: &mut Reading<'_>, before: &Congress) -> Option<CongressFields> {
    let place = reading
        .of("place")
        .bilingual(NAME_LENGTH, before.place.as_ref());
    let note = reading
        .of("note")
        .bilingual(NOTE_LENGTH, before.note.as_ref());
    let languages = reading.languages("languages");
    let expected = reading.of("expected").number(1..=MOST_PEOPLE);
    let terc = reading.of("terc").text(TERC_LENGTH);
    let free = reading.of("free").checked();
    let usual = Pace::default();
    let opens = reading.of("opens").time();
    let closes = reading.of("closes").time();
    let pause = reading.of("break").number(0..=MOST_MINUTES);
    let change_over = reading.of("changeover").number(0..=MOST_MINUTES);
    let unknown = reading.m.plan_error_zone();
    let zone = reading
        .of("zone")
        .required()
        .parse(unknown, |name| Zone::named(name).ok());
    let name = reading
        .of("name")
        .required()
        .bilingual(NAME_LENGTH, Some(&before.name));
    Some(CongressFields {
        name: name?,
        place,
        zone: zone?,
        languages,
        note,
        host_city_terc: terc,
        free_of_charge: free,
        expected_participants: expected,
        pace: Pace {
            opens: opens.unwrap_or(usual.opens),
            closes: closes.unwrap_or(usual.closes),
            break_minutes: pause.unwrap_or(0),
            change_over_minutes: change_over.unwrap_or(0),
        },
    })
}

fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
