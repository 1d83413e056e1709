//! Calendars of a release, as phones read them.

use crate::sample::{Plain, Site, first, guid, programme, two_releases};
use wiec_interchange::write::ical::{Calendars, Method, Selection, calendar, notice};
use wiec_interchange::write::{Context, Entry};
use wiec_model::{Lang, Release};

/// The events of a calendar, each as its unfolded lines.
fn events(calendar: &str) -> Vec<Vec<String>> {
    let unfolded = calendar.replace("\r\n ", "");
    let after_begin = unfolded.split("BEGIN:VEVENT\r\n").skip(1);
    after_begin
        .map(|event| {
            let (event, _) = event.split_once("END:VEVENT").unwrap();
            event.lines().map(str::to_owned).collect()
        })
        .collect()
}

fn values<'a>(events: &'a [Vec<String>], name: &str) -> Vec<&'a str> {
    let of = |event: &'a Vec<String>| event.iter().find_map(|line| line.strip_prefix(name));
    events.iter().filter_map(of).collect()
}

fn all(release: &Release) -> String {
    calendar(
        &Context::of(release, &Site, &Plain),
        Lang::Pl,
        Selection::All,
        "Próba",
    )
}

#[test]
fn a_session_is_written_with_all_that_is_known_of_it() {
    let release = first(&programme());
    let text = all(&release);
    let guid = guid(1);
    assert_eq!(
        events(&text)[0],
        [
            &format!("UID:{guid}"),
            "DTSTAMP:20260901T100000Z",
            "LAST-MODIFIED:20260901T100000Z",
            "SEQUENCE:0",
            "STATUS:CONFIRMED",
            "DTSTART;TZID=Europe/Warsaw:20261023T100000",
            "DTEND;TZID=Europe/Warsaw:20261023T110000",
            "SUMMARY;LANGUAGE=pl:Mieszkania",
            "DESCRIPTION:Zdanie\\; drugie\\, trzecie\\\\czwarte.\\nNowy wiersz.\\n\\n\
             moderator: Osoba <Przykładowa>\\, radna miasta\\nspeaker: skarbniczka\\, gmina\\n\\n\
             Dostępność: pętla indukcyjna",
            "LOCATION:Wielka \"A\" & <B>\\, parter\\; wejście A\\, w lewo",
            "CATEGORIES:Mieszkanie\\, dom,Debata",
            "URL:https://kongres.example/pl/proba/sesje/s01",
        ]
    );
}

#[test]
fn a_calendar_has_only_short_lines_and_the_same_bytes_every_time() {
    let release = first(&programme());
    let text = all(&release);
    assert!(
        text.split("\r\n")
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text, all(&release.clone()));
}

#[test]
fn a_changed_session_keeps_its_uid_and_a_dropped_one_is_cancelled() {
    let (before, after) = two_releases();
    let (before, after) = (all(&before), all(&after));
    let (before, after) = (events(&before), events(&after));
    let find = |events: &[Vec<String>], number| {
        let uid = format!("UID:{}", guid(number));
        events.iter().find(|event| event[0] == uid).unwrap().clone()
    };
    assert_eq!(find(&before, 1)[3..5], ["SEQUENCE:0", "STATUS:CONFIRMED"]);
    assert_eq!(find(&after, 1)[3..5], ["SEQUENCE:1", "STATUS:CONFIRMED"]);
    assert_eq!(find(&after, 1)[1], "DTSTAMP:20261001T123000Z");
    assert_eq!(find(&after, 2)[3..5], ["SEQUENCE:1", "STATUS:CANCELLED"]);
    assert_eq!(find(&after, 3), find(&before, 3));
}

#[test]
fn a_selection_has_its_own_sessions_and_those_dropped_from_it() {
    let (_, release) = two_releases();
    let marked = [guid(2), guid(99), guid(3)];
    let context = Context::of(&release, &Site, &Plain);
    let calendars = Calendars::of(&context, Lang::En);
    let uids = |which| {
        let text = calendars.calendar(which, "x");
        let events = events(&text);
        values(&events, "UID:")
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let guids = |numbers: &[u128]| {
        numbers
            .iter()
            .map(|&n| guid(n).to_string())
            .collect::<Vec<_>>()
    };
    let programme = &release.programme;
    assert_eq!(
        uids(Selection::Day(&programme.days[1])),
        guids(&[3, 4, 5, 2])
    );
    assert_eq!(uids(Selection::Room(&programme.rooms[0])), guids(&[3, 6]));
    assert_eq!(
        uids(Selection::Session(&release.cancelled[0].session)),
        guids(&[2])
    );
    assert_eq!(uids(Selection::Sessions(&marked)), guids(&[3, 2]));
    assert_eq!(uids(Selection::Sessions(&[])), guids(&[]));
}

#[test]
fn a_session_without_an_english_title_says_that_it_is_polish() {
    let release = first(&programme());
    let context = Context::of(&release, &Site, &Plain);
    let text = calendar(&context, Lang::En, Selection::All, "x");
    assert!(text.contains("SUMMARY;LANGUAGE=en:Housing\r\n"));
    assert!(text.contains("SUMMARY;LANGUAGE=pl:Noc porażek\r\n"));
}

#[test]
fn an_hour_that_the_night_has_twice_is_written_so_that_it_is_one() {
    let text = all(&first(&programme()));
    let events = events(&text);
    let of = |number| {
        let uid = format!("UID:{}", guid(number));
        events.iter().find(|event| event[0] == uid).unwrap()[5..7].to_vec()
    };
    assert_eq!(
        of(4),
        ["DTSTART:20261024T213000Z", "DTEND:20261025T013000Z"]
    );
    assert_eq!(
        of(5),
        ["DTSTART:20261025T014500Z", "DTEND:20261025T024500Z"]
    );
    let after = "DTSTART;TZID=Europe/Warsaw:20261025T110000";
    assert_eq!(of(6), [after, "DTEND;TZID=Europe/Warsaw:20261025T120000"]);
}

#[test]
fn a_cancelled_session_is_known_by_its_guid() {
    let (_, release) = two_releases();
    let context = Context::of(&release, &Site, &Plain);
    assert!(context.entry(guid(2)).is_some_and(Entry::is_cancelled));
    assert!(
        context
            .entry(guid(1))
            .is_some_and(|entry| !entry.is_cancelled())
    );
    assert!(context.entry(guid(99)).is_none());
}

#[test]
fn another_parser_reads_the_same_instants_over_the_clock_change() {
    let (_, release) = two_releases();
    let script = r#"
import sys, icalendar, datetime
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
assert not calendar.errors, calendar.errors
events = {str(e["SUMMARY"]): e for e in calendar.walk("VEVENT")}
assert len(events) == 7, list(events)
assert all(not e.errors for e in events.values())
utc = lambda name, key: events[name][key].dt.astimezone(datetime.timezone.utc).isoformat()
assert utc("Noc porażek", "DTEND") == "2026-10-25T01:30:00+00:00"
assert utc("Po północy", "DTSTART") == "2026-10-25T01:45:00+00:00"
assert utc("Noc porażek", "DTSTART") == "2026-10-24T21:30:00+00:00"
assert utc("Przerwa", "DTSTART") == "2026-10-25T10:00:00+00:00"
assert utc("Mieszkania", "DTEND") == "2026-10-23T11:00:00+00:00"
assert max(map(len, events)) == 499, max(map(len, events))
zone = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
offset = lambda month, day: datetime.datetime(2026, month, day, 12, tzinfo=zone).utcoffset()
assert offset(10, 24) == datetime.timedelta(hours=2), offset(10, 24)
assert offset(10, 26) == datetime.timedelta(hours=1), offset(10, 26)
"#;
    crate::outside::check_in_python(script, "schedule.ics", &all(&release));
}

#[test]
fn the_calendar_of_a_letter_has_only_its_sessions_with_the_keys_of_the_public_one() {
    let (before, after) = two_releases();
    let context = Context::after(&before, &after, &Site, &Plain);
    let wanted = [after.programme.sessions[0].guid];
    let public = events(&calendar(
        &context,
        Lang::Pl,
        Selection::Sessions(&wanted),
        "Próba",
    ));
    for (method, status) in [
        (Method::Publish, "CONFIRMED"),
        (Method::Cancel, "CANCELLED"),
    ] {
        let text = notice(&context, Lang::Pl, method, &wanted);
        let sent = events(&text);
        assert!(text.contains(&format!("METHOD:{}\r\n", method.key())));
        assert_eq!(values(&sent, "STATUS:"), [status]);
        for name in ["UID:", "SEQUENCE:", "DTSTAMP:", "DTSTART"] {
            assert_eq!(values(&sent, name), values(&public, name), "{name}");
        }
        // Both methods of RFC 5546 ask for an organiser.
        assert_eq!(values(&sent, "ORGANIZER;").len(), 1);
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
    }
}
