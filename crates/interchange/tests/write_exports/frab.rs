//! frab's files of a release, against the public schemas.

use crate::outside;
use crate::sample::{Plain, Site, first, large, programme, two_releases};
use serde_json::Value;
use wiec_interchange::write::{Context, frab_json, frab_xml};
use wiec_model::{Lang, Programme, Release, Zone};

/// Releases that differ in what a schema could stumble over.
fn releases() -> Vec<Release> {
    let elsewhere = |zone: &str, slug: &str| {
        let mut programme = programme();
        programme.congress.zone = Zone::named(zone).unwrap();
        programme.congress.slug = slug.parse().unwrap();
        programme.rooms[1].name = programme.rooms[0].name.clone();
        programme
    };
    let programmes: [Programme; 4] = [
        programme(),
        elsewhere("America/St_Johns", "a"),
        elsewhere("UTC", "kongres-polityki-miejskiej-2027"),
        large(),
    ];
    programmes
        .iter()
        .map(first)
        .chain([two_releases().1])
        .collect()
}

fn context(release: &Release) -> Context<'_> {
    Context::of(release, &Site, &Plain)
}

#[test]
fn schedule_xml_is_valid() {
    let schema = outside::schema("schedule.xml.xsd");
    let (Some(schema), Some(xmllint)) = (schema, outside::xmllint()) else {
        return println!("skipped: schedule.xml.xsd or xmllint is not there");
    };
    for (release, lang) in releases().iter().zip(Lang::ALL.into_iter().cycle()) {
        let text = frab_xml::schedule(&context(release), lang);
        let arguments = ["--noout", "--schema", schema.to_str().unwrap()];
        outside::check(&xmllint, &arguments, frab_xml::FILE, &text);
    }
}

#[test]
fn schedule_json_is_valid() {
    let (Some(schema), Some(check)) = (
        outside::schema("schema.json"),
        outside::in_venv("check-jsonschema"),
    ) else {
        return println!("skipped: schema.json or check-jsonschema is not there");
    };
    for (release, lang) in releases().iter().zip(Lang::ALL.into_iter().cycle()) {
        let text = frab_json::schedule(&context(release), lang);
        let arguments = ["--schemafile", schema.to_str().unwrap()];
        outside::check(&check, &arguments, frab_json::FILE, &text);
    }
}

#[test]
fn a_night_stands_under_its_evening_in_both_files() {
    let release = first(&programme());
    let json: Value =
        serde_json::from_str(&frab_json::schedule(&context(&release), Lang::Pl)).unwrap();
    let day = &json["schedule"]["conference"]["days"][1];
    assert_eq!(day["day_start"], "2026-10-24T05:00:00+02:00");
    assert_eq!(day["day_end"], "2026-10-25T05:00:00+01:00");
    let room = &day["rooms"]["Mała; przy schodach"];
    let titles: Vec<&Value> = room
        .as_array()
        .unwrap()
        .iter()
        .map(|event| &event["code"])
        .collect();
    assert_eq!(
        titles,
        [&Value::from("S02"), &Value::from("NOC"), &Value::Null]
    );
    assert_eq!(room[1]["date"], "2026-10-24T23:30:00+02:00");
    assert_eq!(room[1]["end"], "2026-10-25T02:30:00+01:00");
    assert_eq!(room[1]["duration"], "04:00");
    assert_eq!(room[2]["date"], "2026-10-25T02:45:00+01:00");

    let xml = frab_xml::schedule(&context(&release), Lang::Pl);
    let evening = xml.split("<day ").nth(2).unwrap();
    assert!(
        evening.starts_with("index=\"2\" date=\"2026-10-24\" start=\"2026-10-24T05:00:00+02:00\"")
    );
    assert!(evening.contains("<date>2026-10-25T02:45:00+01:00</date>"));
}

#[test]
fn a_session_keeps_its_number_when_others_come_and_go() {
    let (before, after) = two_releases();
    let numbers = |release: &Release| -> Vec<(String, String)> {
        let xml = frab_xml::schedule(&context(release), Lang::Pl);
        let events = xml.split("<event ").skip(1).map(|event| {
            let mut values = event.split('"').skip(1).step_by(2).map(str::to_owned);
            (values.next().unwrap(), values.next().unwrap())
        });
        events.collect()
    };
    let (before, after) = (numbers(&before), numbers(&after));
    let kept = after.iter().filter(|event| before.contains(event)).count();
    assert_eq!((before.len(), after.len(), kept), (6, 6, 5));
}

#[test]
fn what_may_not_be_recorded_says_so_and_what_nobody_decided_says_nothing() {
    let release = first(&programme());
    let xml = frab_xml::schedule(&context(&release), Lang::Pl);
    assert_eq!(xml.matches("<optout>true</optout>").count(), 1);
    assert_eq!(xml.matches("<license>CC BY 4.0</license>").count(), 1);
    assert_eq!(xml.matches("<recording>").count(), 2);
}

#[test]
fn the_bytes_do_not_depend_on_the_run() {
    let release = first(&large());
    let again = release.clone();
    assert_eq!(
        frab_xml::schedule(&context(&release), Lang::En),
        frab_xml::schedule(&context(&again), Lang::En)
    );
    assert_eq!(
        frab_json::schedule(&context(&release), Lang::En),
        frab_json::schedule(&context(&again), Lang::En)
    );
}
