//! `wiec demo`: one command, and the congress is in the browser.

use std::fs;

use crate::place::Place;
use crate::running::{Running, get, origin_in, post};

fn start(place: &Place, port: &str) -> (Running, String) {
    let mut demo =
        Running::start(&mut place.command(&["demo", "--data", "sample", "--port", port]));
    let origin = origin_in(&demo.says("http://localhost:"));
    demo.says("sample");
    (demo, origin)
}

#[tokio::test]
async fn the_demo_says_where_it_is_and_serves_its_pages_in_both_languages() {
    let place = Place::make().await;
    let (demo, origin) = start(&place, "0");

    for (path, words) in [
        ("/", "Kongres Polityki Miejskiej"),
        ("/en", "Congress of Urban Policy"),
        ("/program/15-listopada", "10:42"),
        ("/en/programme/15-november", "Great Hall"),
        ("/drzwi/wielka", "Wielka"),
        ("/schedule.xml", &origin),
        ("/healthz", "ok"),
    ] {
        let answer = get(&origin, path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(
            answer.body.contains(words),
            "{path} says nothing of {words}"
        );
    }
    assert_eq!(get(&origin, "/program/17-listopada").status, 404);
    assert!(demo.end().success());
}

#[tokio::test]
async fn a_second_start_uses_the_same_folder_and_writes_nothing_new() {
    let place = Place::make().await;
    let (demo, origin) = start(&place, "0");
    let first = get(&origin, "/schedule.json").body;
    demo.end();
    let before = history(&place);
    let port = origin.rsplit(':').next().unwrap();

    let (demo, again) = start(&place, port);

    assert_eq!(again, origin);
    assert_eq!(get(&again, "/schedule.json").body, first);
    demo.end();
    assert_eq!(history(&place), before);
    assert!(before.contains("2019-10-28 08:00:00 UTC"), "{before}");
}

fn history(place: &Place) -> String {
    let mut history =
        place.command(&["history", "kpm-2019", "--limit", "9999", "--data", "sample"]);
    let history = history.env_remove("WIEC_DATABASE").output().unwrap();
    String::from_utf8(history.stdout).unwrap()
}

#[tokio::test]
async fn the_people_of_the_sample_come_in_by_a_button_and_a_real_congress_knows_no_such_page() {
    let place = Place::make().await;
    let (demo, origin) = start(&place, "0");
    assert!(
        get(&origin, "/")
            .body
            .contains("name=\"role\" value=\"volunteer\"")
    );
    let answer = post(&origin, "/wejdz/jako", "role=organiser");
    assert_eq!(answer.status, 303, "{}", answer.head);
    assert!(answer.head.contains("login="), "{}", answer.head);
    demo.end();

    let mut serve = Running::start(
        place
            .command(&["serve", "--bind", "127.0.0.1:0", "--data", "sample"])
            .env_remove("WIEC_DATABASE"),
    );
    let origin = origin_in(&serve.says("at http://127.0.0.1:"));
    assert_eq!(post(&origin, "/wejdz/jako", "role=organiser").status, 404);
    assert!(!get(&origin, "/").body.contains("name=\"role\""));
    assert!(!get(&origin, "/wejdz").body.contains("name=\"role\""));
}

#[tokio::test]
async fn a_second_process_in_the_same_folder_is_refused_with_a_sentence() {
    let place = Place::make().await;
    let (_demo, _) = start(&place, "0");

    let second = place.run(&["demo", "--data", "sample", "--port", "0"]);

    assert_eq!(second.code, Some(3));
    assert!(
        second
            .complained
            .starts_with("wiec: the data folder sample is in use by process")
    );
    assert_eq!(second.complained.lines().count(), 1);
}

#[tokio::test]
async fn a_demo_that_was_stopped_between_import_and_release_goes_on_there() {
    let place = Place::make().await;
    place.write("congress.json", &crate::sample::file());
    let mut import = place.command(&["import", "congress.json", "--data", "sample"]);
    import.env_remove("WIEC_DATABASE").output().unwrap();

    let (_demo, origin) = start(&place, "0");

    assert_eq!(get(&origin, "/program/15-listopada").status, 200);
}

#[tokio::test]
async fn a_port_that_is_taken_is_named() {
    let place = Place::make().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();

    let refused = place.run(&["demo", "--data", "sample", "--port", &port]);

    assert_eq!(refused.code, Some(1));
    assert!(
        refused.complained.contains(&format!("127.0.0.1:{port}")),
        "{refused:?}"
    );
    assert!(!fs::exists(place.folder().join("data")).unwrap());
}
