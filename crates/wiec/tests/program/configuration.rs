//! The configuration: its layers, and what it says of what is wrong.

use crate::place::Place;

#[tokio::test]
async fn all_that_is_wrong_is_said_at_once_with_its_key_its_value_and_what_would_be_right() {
    let place = Place::make().await;
    place.write("wiec.toml", "bind = \"everywhere\"\npublik_url = \"https://kongres.example\"\ntrust_proxy = \"perhaps\"\n");

    let refused = place.run_with(
        &["serve", "--public-url", "kongres.example"],
        &[("WIEC_LOG_FORMAT", "xml")],
    );

    assert_eq!(refused.code, Some(2));
    let lines: Vec<&str> = refused.complained.lines().collect();
    assert_eq!(
        lines,
        [
            "wiec.toml: there is no key publik_url; did you mean public_url?",
            "wiec.toml: bind = \"everywhere\" cannot be used; write an address and a port, like 127.0.0.1:8080, or 0.0.0.0:8080 for all networks",
            "wiec.toml: trust_proxy = \"perhaps\" cannot be used; write true or false",
            "--public-url: public_url = \"kongres.example\" cannot be used; write where visitors see the site, without a path, like https://kongres.example",
            "WIEC_LOG_FORMAT: log_format = \"xml\" cannot be used; write human or json",
            "5 problems: nothing was started",
        ]
    );
}

#[tokio::test]
async fn flags_override_the_environment_which_overrides_the_file() {
    let place = Place::make().await;
    place.write(
        "own.toml",
        "bind = \"127.0.0.1:1\"\ncongress = \"a\"\nlog = \"debug\"\ntrust_proxy = true\n",
    );

    let printed = place.run_with(
        &[
            "serve",
            "--print-config",
            "--config",
            "own.toml",
            "--bind",
            "127.0.0.1:3",
        ],
        &[("WIEC_BIND", "127.0.0.1:2"), ("WIEC_CONGRESS", "2019")],
    );

    let printed = printed.well();
    for line in [
        "bind = \"127.0.0.1:3\"",
        "congress = \"2019\"",
        "log = \"debug\"",
        "trust_proxy = true",
    ] {
        assert!(
            printed.lines().any(|printed| printed == line),
            "{line} is not in\n{printed}"
        );
    }
}

#[tokio::test]
async fn a_password_is_never_printed() {
    let place = Place::make().await;
    let database = "postgres://wiec:tajne@db.example/kongres";

    let printed = place
        .run_with(&["serve", "--print-config"], &[("WIEC_DATABASE", database)])
        .well();
    let refused = place.run_with(
        &["serve"],
        &[("WIEC_DATABASE", "mysql://wiec:tajne@db.example/kongres")],
    );

    assert!(
        printed.contains("wiec@db.example:5432/kongres"),
        "{printed}"
    );
    assert!(!printed.contains("tajne"), "{printed}");
    assert_eq!(refused.code, Some(2));
    assert!(!refused.complained.contains("tajne"), "{refused:?}");
}

#[tokio::test]
async fn a_file_that_was_named_must_be_there_and_be_toml() {
    let place = Place::make().await;
    place.write("broken.toml", "bind = \n");

    let missing = place.run(&["serve", "--config", "missing.toml"]);
    let broken = place.run(&["serve", "--config", "broken.toml"]);

    assert_eq!((missing.code, broken.code), (Some(2), Some(2)));
    assert!(
        missing
            .complained
            .contains("missing.toml: there is no such file"),
        "{missing:?}"
    );
    assert!(broken.complained.starts_with("broken.toml: "), "{broken:?}");
}
