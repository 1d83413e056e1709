//! `wiec serve`: the real thing.

use crate::place::Place;
use crate::running::{Running, get, origin_in};
use crate::sample::{changed_file, file};

const ANY_PORT: [&str; 3] = ["serve", "--bind", "127.0.0.1:0"];

#[tokio::test]
async fn without_migrating_it_refuses_an_empty_database_and_names_the_command() {
    let place = Place::make().await;

    let refused = place.run(&["serve", "--no-migrate"]);

    assert_eq!(refused.code, Some(1));
    assert!(refused.complained.contains("`wiec migrate`"), "{refused:?}");
    place.run(&["migrate"]).well();
    let mut serve =
        Running::start(&mut place.command(&[&ANY_PORT[..], &["--no-migrate"]].concat()));
    serve.says("Nothing has been released yet");
}

#[tokio::test]
async fn it_serves_what_was_released_and_counts_at_an_address_of_its_own() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    place.run(&["import", "congress.json"]).well();
    place.run(&["release", "kpm-2019", "--name", "1.0"]).well();

    let mut serve = Running::start(
        &mut place.command(&[&ANY_PORT[..], &["--metrics-bind", "127.0.0.1:0"]].concat()),
    );
    let origin = origin_in(&serve.says("at http://127.0.0.1:"));
    let figures = origin_in(&serve.says("Figures"));

    assert_eq!(get(&origin, "/program/15-listopada").status, 200);
    assert_eq!(get(&origin, "/metrics").status, 404);
    let counted = get(&figures, "/metrics");
    assert!(
        counted.head.contains("text/plain; version=0.0.4"),
        "{}",
        counted.head
    );
    for line in [
        "wiec_http_requests_total{method=\"GET\",route=\"/program/{day}\",status=\"200\"} 1",
        "wiec_release_number{congress=\"kpm-2019\"} 1",
        "wiec_http_request_seconds_bucket",
        "wiec_build_info",
    ] {
        assert!(
            counted.body.contains(line),
            "{line} is not in\n{}",
            counted.body
        );
    }
    assert!(serve.end().success());
}

#[tokio::test]
async fn drafts_and_unreleased_congresses_are_not_served() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    place.run(&["import", "congress.json"]).well();

    let mut serve = Running::start(&mut place.command(&ANY_PORT));
    let origin = origin_in(&serve.says("at http://127.0.0.1:"));

    for path in [
        "/program",
        "/kpm-2019",
        "/kpm-2019/program",
        "/schedule.xml",
        "/sesje/S01",
    ] {
        assert_eq!(get(&origin, path).status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_release_of_another_process_is_served_without_a_restart() {
    let place = Place::make().await;
    if place.is_a_folder() {
        // A folder belongs to one process at a time.
        return;
    }
    place.write("congress.json", &file());
    place.write("changed.json", &changed_file());
    place.run(&["import", "congress.json"]).well();
    place.run(&["release", "kpm-2019", "--name", "1.0"]).well();
    let mut serve = Running::start(&mut place.command(&ANY_PORT));
    let origin = origin_in(&serve.says("at http://127.0.0.1:"));

    place.run(&["import", "changed.json"]).well();
    place.run(&["release", "kpm-2019", "--name", "1.1"]).well();
    serve.logs("a new release is served");

    assert!(
        get(&origin, "/program/15-listopada")
            .body
            .contains("(nowy)")
    );
}
