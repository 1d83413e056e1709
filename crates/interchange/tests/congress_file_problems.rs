//! What can be wrong in a congress file: all of it comes out at once, each problem with its place.

use wiec_interchange::congress_file;
use wiec_interchange::read::{Format, Hints, read};
use wiec_model::Programme;
use wiec_model::slug::RESERVED;

/// A small file without problems.
const FILE: &str = r#"{
 "congress": {"name": "Kongres", "slug": "kpm", "timezone": "Europe/Warsaw", "languages": ["pl"]},
 "days": [{"day": 1, "date": "2026-10-24"}, {"day": 2, "date": "2026-10-25"}],
 "rooms": [{"id": "aula", "name": "Aula"}],
 "tracks": [{"id": "mie", "name": "Mieszkania"}],
 "types": [{"id": "expert_debate", "name": "Debata"}, {"id": "workshop", "name": "Warsztat", "signup": true}],
 "sessions": [
  {"id": "S1", "date": "2026-10-24", "start": "10:00", "end": "11:00", "room": "aula", "type": "expert_debate", "title": "Jeden"},
  {"id": "S2", "type": "workshop", "title": "Dwa", "people": [{"role": "trener", "part": "facilitator"}]}
 ]
}"#;

fn import(file: &str) -> Result<Programme, Vec<String>> {
    read(
        file.as_bytes(),
        Format::detect(None, file.as_bytes()),
        &Hints::default(),
    )
    .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

/// The problems of the small file with one thing replaced by another.
fn problems_with(old: &str, new: &str) -> Vec<String> {
    assert!(FILE.contains(old), "{old} is not in the file");
    import(&FILE.replacen(old, new, 1))
        .err()
        .unwrap_or_default()
}

#[test]
fn the_small_file_has_none() {
    let programme = import(FILE).unwrap();
    assert_eq!(programme.sessions[1].slot, None);
    assert_eq!(programme.kinds[0].slug.as_str(), "expert-debate");
}

#[test]
fn a_talk_is_told_by_people_of_its_session_by_role_by_name_or_by_reference() {
    let people = r#""part": "facilitator"}"#;
    let all = r#""part": "facilitator"},
        {"name": "Anna Nowak", "role": "badaczka", "part": "speaker"}],
        "talks": [
            {"title": "a", "minutes": 4, "people": [{"role": "trener"}, {"name": "Anna Nowak"}]},
            {"title": "b", "minutes": 4, "people": [{"person": "anna-nowak"}]},
            {"title": "c", "minutes": 4}"#;
    let session = &import(&FILE.replacen(people, all, 1)).unwrap().sessions[1];
    let (trainer, anna) = (session.people[0].person, session.people[1].person);
    let told: Vec<_> = session.talks.iter().map(|talk| &talk.people[..]).collect();
    assert_eq!(told, [&[trainer, anna][..], &[anna], &[]]);
}

#[test]
fn each_kind_of_problem_has_its_place_and_says_what_would_be_right() {
    for (old, new, problem) in [
        (
            "\"title\": \"Jeden\"",
            "\"titel\": \"Jeden\"",
            "sessions[0].title (S1): is missing",
        ),
        (
            "\"room\": \"aula\"",
            "\"room\": \"sala\"",
            "sessions[0].room (S1): there is no room \"sala\"",
        ),
        (
            "\"type\": \"workshop\"",
            "\"type\": \"warsztat\"",
            "sessions[1].type (S2): there is no kind \"warsztat\"",
        ),
        (
            "\"id\": \"S2\"",
            "\"id\": \"S1\"",
            "sessions[1].id (S1): \"S1\" is already used by sessions[0]",
        ),
        (
            "\"id\": \"S2\"",
            "\"id\": \"S 2\"",
            "sessions[1].id: \"S 2\" is not a session code; use 1 to 32 letters a-z, digits, hyphens or underscores",
        ),
        (
            "\"end\": \"11:00\"",
            "\"end\": \"25:00\"",
            "sessions[0].end (S1): \"25:00\" is not a time of day; write it like 09:30",
        ),
        (
            "\"end\": \"11:00\"",
            "\"end\": \"11:00\", \"minutes\": 45",
            "sessions[0].minutes (S1): start and end are 60 minutes apart, not 45",
        ),
        (
            "\"end\": \"11:00\",",
            "",
            "sessions[0].end (S1): is missing; give it, or \"minutes\"",
        ),
        (
            "\"room\": \"aula\",",
            "",
            "sessions[0].room (S1): is missing; leave the times out too, if the session is not scheduled yet",
        ),
        (
            "\"date\": \"2026-10-24\", \"start\"",
            "\"date\": \"2026-10-24\", \"day\": 2, \"start\"",
            "sessions[0].day (S1): 2026-10-24 is day 1, not day 2",
        ),
        (
            "\"date\": \"2026-10-24\", \"start\"",
            "\"date\": \"2026-10-30\", \"start\"",
            "sessions[0].start (S1): session S1 starts at 2026-10-30T09:00:00Z, on no day of the congress",
        ),
        (
            "\"date\": \"2026-10-24\"}",
            "\"date\": \"2026-10-24\", \"weekday\": {\"en\": \"Monday\"}}",
            "days[0].weekday: 2026-10-24 is a Saturday, not a Monday",
        ),
        (
            "facilitator",
            "trainer",
            "sessions[1].people[0].part (S2): there is no part \"trainer\"; the parts are moderator, speaker, panelist, respondent, reviewer, facilitator, host, guide, scribe",
        ),
        (
            "{\"role\": \"trener\", ",
            "{\"person\": \"jan\", ",
            "sessions[1].people[0].person (S2): there is no \"jan\" in the list \"people\"",
        ),
        (
            "\"part\": \"facilitator\"}]",
            "\"part\": \"facilitator\"}], \"talks\": [{\"title\": \"a\", \"minutes\": 4, \"people\": [{\"role\": \"trenerka\"}]}]",
            "sessions[1].talks[0].people[0].role (S2): nobody like that appears in the session; list them under its \"people\"",
        ),
        (
            "\"part\": \"facilitator\"}]",
            "\"part\": \"facilitator\"}], \"talks\": [{\"title\": \"a\", \"minutes\": 4, \"people\": [{}]}]",
            "sessions[1].talks[0].people[0].person (S2): is missing: give a person of the session, a name or a role",
        ),
        (
            "\"slug\": \"kpm\"",
            "\"slug\": \"program\"",
            "congress.slug: \"program\" is the address of a page; choose another word, like \"program-2026\"",
        ),
        (
            "Europe/Warsaw",
            "Warsaw",
            "congress.timezone: \"Warsaw\" is not a time zone of the tz database; write it like Europe/Warsaw",
        ),
        (
            "[\"pl\"]",
            "[\"polski język\"]",
            "congress.languages[0]: \"polski język\" is not a language tag; write it like pl, en or de-at",
        ),
        (
            "\"name\": \"Aula\"",
            "\"name\": \"Aula\", \"capacity\": -5",
            "rooms[0].capacity (aula): should be a whole number from 0 to 4294967295, not -5",
        ),
        (
            "\"name\": \"Mieszkania\"",
            "\"name\": \"Mieszkania\", \"line\": \"metro\"",
            "tracks[0].line (mie): there is no line \"metro\"; the lines are debata, przestrzen, mieszkanie, transport, srodowisko, inspiracje, brak",
        ),
        (
            "\"title\": \"Dwa\"",
            "\"title\": \"Dwa\", \"links\": [{\"url\": \"javascript:x\"}]",
            "sessions[1].links[0].url (S2): \"javascript:x\" should begin with https:// or http://",
        ),
        (
            "\"title\": \"Dwa\"",
            "\"title\": \"Dwa\", \"guid\": \"12\"",
            "sessions[1].guid (S2): \"12\" is not a UUID; leave it out and one is derived",
        ),
        (
            "\"title\": \"Dwa\"",
            "\"title\": \"Dwa\", \"signup\": \"none\", \"booking\": \"first_come\"",
            "sessions[1].booking (S2): contradicts \"signup\": \"none\"; leave one of them out",
        ),
        (
            "\"title\": \"Dwa\"",
            "\"title\": \"Dwa\", \"slug\": \"Dwa\"",
            "sessions[1].slug (S2): \"Dwa\" cannot stand in an address; use lower-case letters a-z, digits and single hyphens, at most 80",
        ),
        (
            "\"start\": \"10:00\", \"end\": \"11:00\"",
            "\"starts_at\": \"2026-10-24T10:00:00+02:00\", \"ends_at\": \"2026-10-24T09:00:00+02:00\"",
            "sessions[0].end (S1): session S1 ends at 2026-10-24T07:00:00Z but starts at 2026-10-24T08:00:00Z",
        ),
    ] {
        let found = problems_with(old, new);
        assert!(
            found.iter().any(|one| one == problem),
            "{problem}\nis not among\n{found:#?}"
        );
        // A misspelt key is two problems: the key that is unknown, and the one that is missing.
        assert!(
            found.len() <= 1 + usize::from(new.contains("titel")),
            "more than asked for: {found:#?}"
        );
    }
}

#[test]
fn a_misspelt_key_is_never_lost_silently() {
    let found = problems_with(
        "\"title\": \"Dwa\"",
        "\"title\": \"Dwa\", \"acessibility\": \"winda\", \"x-remark\": \"kept out\"",
    );
    assert_eq!(
        found,
        ["sessions[1].acessibility (S2): unknown key; did you mean \"accessibility\"?"]
    );
}

#[test]
fn all_problems_come_out_at_once() {
    let file = FILE
        .replace("aula\", \"type", "nowhere\", \"type")
        .replace("\"part\"", "\"prat\"")
        .replace("\"2026-10-25\"", "\"x\"");
    let found = import(&file).unwrap_err();
    assert_eq!(found.len(), 4, "{found:#?}");
}

#[test]
fn the_hour_that_the_clock_shows_twice_needs_an_offset_and_the_one_it_skips_too() {
    let night = "\"date\": \"2026-10-25\", \"start\": \"02:30\", \"end\": \"04:00\"";
    let found = problems_with(
        "\"date\": \"2026-10-24\", \"start\": \"10:00\", \"end\": \"11:00\"",
        night,
    );
    assert_eq!(
        found,
        [
            "sessions[0].start (S1): the clocks show this time twice in Europe/Warsaw; \
         write \"starts_at\": \"2026-10-25T02:30:00+01:00\", or another offset"
        ]
    );
    let exact = FILE.replacen(
        "\"date\": \"2026-10-24\", \"start\": \"10:00\", \"end\": \"11:00\"",
        "\"starts_at\": \"2026-10-25T02:30:00+02:00\", \"ends_at\": \"2026-10-25T02:30:00+01:00\"",
        1,
    );
    let programme = import(&exact).unwrap();
    assert_eq!(
        programme.sessions[0]
            .slot
            .as_ref()
            .unwrap()
            .duration_minutes(),
        60
    );
    let written = congress_file::write(&programme);
    assert!(
        written.contains("\"starts_at\": \"2026-10-25T02:30:00+02:00\""),
        "{written}"
    );
}

#[test]
fn a_session_may_end_after_midnight_or_days_later() {
    let times = |new: &str| {
        import(&FILE.replacen("\"start\": \"10:00\", \"end\": \"11:00\"", new, 1)).unwrap()
    };
    let minutes = |new: &str| {
        times(new).sessions[0]
            .slot
            .as_ref()
            .unwrap()
            .duration_minutes()
    };
    assert_eq!(minutes("\"start\": \"22:00\", \"end\": \"01:00\""), 180);
    assert_eq!(minutes("\"start\": \"22:00\", \"end\": \"24:00\""), 120);
    // The clocks are put back that night.
    assert_eq!(minutes("\"start\": \"22:00\", \"end\": \"04:00\""), 420);
    assert_eq!(
        minutes("\"start\": \"10:00\", \"end\": \"12:00\", \"end_date\": \"2026-10-26\""),
        51 * 60
    );
    assert_eq!(minutes("\"start\": \"10:00\", \"minutes\": 25"), 25);
}

#[test]
fn a_day_may_stand_for_the_date_and_then_the_small_hours_come_after_midnight() {
    let file = FILE.replacen(
        "\"date\": \"2026-10-24\", \"start\": \"10:00\", \"end\": \"11:00\"",
        "\"day\": 1, \"start\": \"00:30\", \"end\": \"01:00\"",
        1,
    );
    let programme = import(&file).unwrap();
    assert_eq!(
        programme.sessions[0]
            .slot
            .as_ref()
            .unwrap()
            .starts_at
            .to_string(),
        "2026-10-24T22:30:00Z"
    );
}

#[test]
fn no_edition_takes_the_address_of_a_page() {
    for word in RESERVED.iter().filter(|word| !word.contains('.')) {
        let found = problems_with("\"slug\": \"kpm\"", &format!("\"slug\": \"{word}\""));
        assert_eq!(found.len(), 1, "{word}");
    }
}

#[test]
fn the_same_name_with_two_roles_is_a_problem_and_not_a_silent_loss() {
    let found = problems_with(
        "{\"role\": \"trener\", \"part\": \"facilitator\"}",
        "{\"name\": \"A. B.\", \"role\": \"trener\", \"part\": \"host\"}, {\"name\": \"A. B.\", \"role\": \"radna\", \"part\": \"host\"}",
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with("sessions[1].people[1].role (S2): this name already has another role")
    );
}

#[test]
fn syntax_errors_have_a_line_and_a_column() {
    assert!(
        import("{\n \"congress\": {,}}").unwrap_err()[0].starts_with("line 2, column 15: not JSON")
    );
    assert_eq!(
        import("{}").unwrap_err(),
        ["congress: is missing: what is the congress called, where and when is it?"]
    );
}
