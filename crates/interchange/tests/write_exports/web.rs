//! The table, the linked data and the feed of a release.

use std::time::Instant;

use crate::sample::{Plain, Site, first, guid, large, long_title, programme, two_releases};
use serde_json::{Value, json};
use wiec_interchange::write::{Context, feed, frab_json, frab_xml, ical, linked_data, table};
use wiec_model::{Lang, Release};

fn rows(text: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(text.as_bytes())
        .records()
        .map(Result::unwrap)
        .collect()
}

fn cell<'a>(row: &'a csv::StringRecord, column: &str) -> &'a str {
    let place = table::COLUMNS
        .iter()
        .position(|known| *known == column)
        .unwrap();
    &row[place]
}

#[test]
fn a_row_of_the_table_holds_a_session() {
    let release = first(&programme());
    let text = table::csv(&Context::of(&release, &Site, &Plain), Lang::Pl);
    let rows = rows(&text);
    assert_eq!(rows.len(), 6);
    let guid = guid(1).to_string();
    let expected = [
        "S01",
        &guid,
        "2026-10-23",
        "10:00",
        "11:00",
        "60",
        "Wielka \"A\" & <B>",
        "Mieszkanie, dom",
        "Debata",
        "Mieszkania",
        "Housing",
        "Zdanie; drugie, trzecie\\czwarte.\nNowy wiersz.",
        "A lead.",
        "pl; pjm",
        "Osoba <Przykładowa> (moderator); skarbniczka, gmina (speaker)",
        "30",
        "first_come",
        "streamed",
        "allowed",
        "https://kongres.example/pl/proba/sesje/s01",
    ];
    assert_eq!(rows[0].iter().collect::<Vec<_>>(), expected);
}

#[test]
fn no_row_is_nameless_and_no_title_is_a_formula() {
    let release = first(&programme());
    let text = table::csv(&Context::of(&release, &Site, &Plain), Lang::En);
    let rows = rows(&text);
    let formula = rows
        .iter()
        .find(|row| cell(row, "code") == "S03AB1")
        .unwrap();
    assert_eq!(cell(formula, "title_pl"), "'=1+1");
    assert_eq!(cell(formula, "title_en"), "'=1+1");
    let polish = table::csv(&Context::of(&release, &Site, &Plain), Lang::Pl);
    assert_eq!(cell(&self::rows(&polish)[1], "title_en"), "");
}

#[test]
fn a_moved_session_names_its_former_start() {
    let (before, after) = two_releases();
    let context = Context::after(&before, &after, &Site, &Plain);
    let of = |number| -> Value {
        let entry = context.entry(guid(number)).unwrap();
        serde_json::from_str(&linked_data::session(&context, entry, Lang::En)).unwrap()
    };
    let moved = of(1);
    assert_eq!(moved["eventStatus"], "https://schema.org/EventRescheduled");
    assert_eq!(moved["previousStartDate"], "2026-10-23T10:00:00+02:00");
    assert_eq!(moved["startDate"], "2026-10-23T11:30:00+02:00");
    assert_eq!(moved["superEvent"]["name"], "Sample Congress & Friends");
    assert_eq!(moved["performer"][0]["jobTitle"], "radna miasta");
    assert_eq!(moved["performer"][1]["name"], "treasurer");
    assert_eq!(of(2)["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(of(3)["eventStatus"], "https://schema.org/EventScheduled");
}

#[test]
fn the_whole_congress_lists_its_meetings_without_breaks() {
    let release = first(&programme());
    let text = linked_data::congress(&Context::of(&release, &Site, &Plain), Lang::Pl);
    assert!(!text.contains(['<', '>', '&']));
    let event: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(event["subEvent"].as_array().unwrap().len(), 5);
    assert_eq!(event["startDate"], "2026-10-23T10:00:00+02:00");
    assert_eq!(event["endDate"], "2026-10-25T12:00:00+01:00");
    assert_eq!(event["isAccessibleForFree"], json!(true));
    assert_eq!(
        event["subEvent"][2]["name"].as_str().unwrap(),
        long_title().trim()
    );
}

#[test]
fn another_reader_finds_the_event_in_a_page() {
    let release = first(&programme());
    let text = linked_data::congress(&Context::of(&release, &Site, &Plain), Lang::Pl);
    let page =
        format!("<html><head><script type=\"application/ld+json\">{text}</script></head></html>");
    let script = r#"
import sys, extruct
found = extruct.extract(open(sys.argv[1]).read(), syntaxes=["json-ld"])["json-ld"]
assert len(found) == 1 and found[0]["@type"] == "Event" and len(found[0]["subEvent"]) == 5, found
"#;
    crate::outside::check_in_python(script, "page.html", &page);
}

#[test]
fn each_change_is_an_entry_with_an_identity_of_its_own() {
    let (before, after) = two_releases();
    let context = Context::after(&before, &after, &Site, &Plain);
    let text = feed::atom(&context, std::slice::from_ref(&before), Lang::Pl);
    for title in [
        "Nowa godzina: Mieszkania",
        "Nowa sala: Mieszkania",
        "Odwołane: Łódź",
        "Nowa sesja: Nowa",
    ] {
        assert!(
            text.contains(&format!("<title>{title}")),
            "{title} is not in\n{text}"
        );
    }
    assert!(text.contains(">było: 2026-10-23 10:00; jest: 2026-10-23 11:30</summary>"));
    assert_eq!(text.matches("<entry>").count(), 4);
    let english = feed::atom(&context, &[before], Lang::En);
    assert!(english.contains("<title>New time: Housing</title>"));
    let ids = |text: &str| -> Vec<String> {
        let ids = text.split("<id>").skip(1).map(|rest| rest[..45].to_owned());
        ids.collect()
    };
    assert_ne!(ids(&text)[0], ids(&english)[0], "each language is a feed");
    assert_eq!(ids(&text)[1..], ids(&english)[1..]);
}

#[test]
fn an_identity_outlives_the_next_release() {
    let (first, second) = two_releases();
    let mut draft = second.programme.clone();
    draft.sessions.remove(3);
    let third = Release::of(
        &draft,
        Some(&second),
        "3",
        crate::sample::at("2026-10-05T12:00:00Z"),
    )
    .unwrap();
    let before = feed::atom(
        &Context::of(&second, &Site, &Plain),
        std::slice::from_ref(&first),
        Lang::Pl,
    );
    let after = feed::atom(
        &Context::of(&third, &Site, &Plain),
        &[second.clone(), first],
        Lang::Pl,
    );
    let entries = |text: &str| {
        text.split("<entry>")
            .skip(1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (before, after) = (entries(&before), entries(&after));
    assert_eq!(after.len(), before.len() + 1);
    assert!(
        before
            .iter()
            .zip(&after[1..])
            .all(|(a, b)| a.trim_end().trim_end_matches("</feed>")
                == b.trim_end().trim_end_matches("</feed>"))
    );
}

#[test]
fn a_feed_without_changes_is_still_a_feed_and_a_long_one_is_cut() {
    let mut draft = large();
    let before = first(&draft);
    let script = r#"
import sys, feedparser
feed = feedparser.parse(open(sys.argv[1], "rb").read())
assert not feed.bozo, feed.bozo_exception
assert feed.version == "atom10" and feed.feed.id and feed.feed.updated_parsed and feed.feed.title
assert all(e.id.startswith("urn:uuid:") and e.title and e.updated_parsed and e.link for e in feed.entries)
assert len({e.id for e in feed.entries}) == len(feed.entries)
"#;
    let empty = feed::atom(&Context::of(&before, &Site, &Plain), &[], Lang::Pl);
    assert_eq!(empty.matches("<entry>").count(), 0);
    crate::outside::check_in_python(script, "empty.atom", &empty);
    for session in &mut draft.sessions {
        session.title = crate::sample::pl("Inaczej & <lepiej>");
    }
    let after = Release::of(
        &draft,
        Some(&before),
        "2",
        crate::sample::at("2026-10-05T12:00:00Z"),
    )
    .unwrap();
    let long = feed::atom(&Context::of(&after, &Site, &Plain), &[before], Lang::Pl);
    assert_eq!(long.matches("<entry>").count(), feed::MAX_ENTRIES);
    crate::outside::check_in_python(script, "long.atom", &long);
}

/// Renders everything that a release is published as.
fn everything(before: &Release, release: &Release) -> usize {
    let context = Context::after(before, release, &Site, &Plain);
    let mut bytes = 0;
    for lang in Lang::ALL {
        let calendars = ical::Calendars::of(&context, lang);
        let mut put = |text: String| bytes += text.len();
        put(calendars.calendar(ical::Selection::All, "x"));
        let programme = &release.programme;
        programme
            .days
            .iter()
            .for_each(|day| put(calendars.calendar(ical::Selection::Day(day), "x")));
        programme
            .rooms
            .iter()
            .for_each(|room| put(calendars.calendar(ical::Selection::Room(room), "x")));
        for entry in context.sessions() {
            put(calendars.calendar(ical::Selection::Session(entry.session), "x"));
            put(linked_data::session(&context, entry, lang));
        }
        put(linked_data::congress(&context, lang));
        put(frab_xml::schedule(&context, lang));
        put(frab_json::schedule(&context, lang));
        put(table::csv(&context, lang));
        put(feed::atom(&context, std::slice::from_ref(before), lang));
    }
    bytes
}

#[test]
fn three_hundred_sessions_are_written_at_once() {
    let mut draft = large();
    let before = first(&draft);
    for session in &mut draft.sessions {
        session.slot.as_mut().unwrap().ends_at += jiff::SignedDuration::from_mins(1);
    }
    let after = Release::of(
        &draft,
        Some(&before),
        "2",
        crate::sample::at("2026-10-05T12:00:00Z"),
    )
    .unwrap();
    let started = Instant::now();
    let bytes = everything(&before, &after);
    let took = started.elapsed();
    println!("{bytes} bytes in {took:?}");
    // Generous, for an unoptimised build on a busy machine: it is there to catch walks within walks.
    assert!(took.as_secs() < 10, "took {took:?}");
}
