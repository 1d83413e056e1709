//! `wiec invite`: the first organiser's way in.

use crate::place::Place;

#[tokio::test]
async fn a_role_is_given_to_an_address_and_once_is_enough() {
    let place = Place::make().await;
    place.write("congress.json", &crate::sample::file());
    place.run(&["import", "congress.json"]);
    let invite = ["invite", "--role", "organiser", "Anna@Urzad.example"];

    for _ in 0..2 {
        let invited = place.run(&invite);
        assert_eq!(invited.code, Some(0), "{invited:?}");
        assert_eq!(
            invited.said,
            "anna@urzad.example is organiser of kpm-2019 now. They come in at http://127.0.0.1:8080/wejdz.\n"
        );
    }

    let history = place.run(&["history", "kpm-2019"]).said;
    assert_eq!(history.matches("grant").count(), 1, "{history}");
    assert!(!history.contains("urzad.example"), "{history}");
}

#[tokio::test]
async fn what_does_not_exist_is_given_to_nobody() {
    let place = Place::make().await;
    place.write("congress.json", &crate::sample::file());
    place.run(&["import", "congress.json"]);
    let refused = |words: &[&str]| place.run(&[&["invite"][..], words].concat());

    let no_role = refused(&["--role", "boss", "anna@urzad.example"]);
    assert_eq!(no_role.code, Some(2));
    assert!(
        no_role.complained.contains("the roles are organiser"),
        "{no_role:?}"
    );
    let no_email = refused(&["--role", "organiser", "anna"]);
    assert_eq!(no_email.code, Some(2));
    let elsewhere = refused(&[
        "--role",
        "organiser",
        "--congress",
        "kpm-1999",
        "anna@urzad.example",
    ]);
    assert_eq!(elsewhere.code, Some(1));
    assert!(
        elsewhere.complained.contains("there are: kpm-2019"),
        "{elsewhere:?}"
    );

    let everywhere = refused(&["--role", "organiser", "--everywhere", "anna@urzad.example"]);
    assert!(
        everywhere.said.contains("of every congress"),
        "{everywhere:?}"
    );
}
