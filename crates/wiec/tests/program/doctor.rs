//! `wiec doctor`: what is wrong, and how to mend it.

use wiec_jobs::testing::Sink;

use crate::place::Place;
use crate::running::{Running, origin_in};
use crate::sample::file;

#[tokio::test]
async fn a_sound_installation_is_well() {
    let place = Place::make().await;
    let site = [
        "--public-url",
        "https://kongres.example",
        "--bind",
        "127.0.0.1:0",
    ];
    place.write("congress.json", &file());
    place.run(&["import", "congress.json"]).well();
    place
        .run(&[&["release", "kpm-2019", "--name", "1.0"], &site[..2]].concat())
        .well();

    let said = place.run(&[&["doctor"], &site[..]].concat()).well();

    assert!(said.ends_with("All is well.\n"), "{said}");
    assert!(
        said.contains("✓ the files of release 1 of kpm-2019 lead to https://kongres.example"),
        "{said}"
    );
    assert!(!said.contains('✗'), "{said}");
}

#[tokio::test]
async fn a_broken_configuration_is_found_with_every_problem() {
    let place = Place::make().await;
    place.write(
        "wiec.toml",
        "public_url = \"ftp://kongres.example\"\nbind = \"8080\"\n",
    );

    let done = place.run(&["doctor"]);

    assert_eq!(done.code, Some(1));
    assert_eq!(
        done.said.matches("✗ wiec.toml: ").count(),
        2,
        "{}",
        done.said
    );
    assert_eq!(done.complained, "");
}

#[tokio::test]
async fn what_would_lead_visitors_astray_is_found() {
    let place = Place::make().await;
    place.write("congress.json", &file());
    place.run(&["import", "congress.json"]).well();
    place
        .run(&[
            "release",
            "kpm-2019",
            "--name",
            "1.0",
            "--public-url",
            "https://old.example",
        ])
        .well();

    let done = place.run(&[
        "doctor",
        "--public-url",
        "http://new.example",
        "--bind",
        "127.0.0.1:0",
    ]);

    assert_eq!(done.code, Some(1));
    assert!(
        done.said
            .contains("✗ visitors see the site at http://new.example, without encryption"),
        "{}",
        done.said
    );
    assert!(
        done.said
            .contains("✗ the files of release 1 of kpm-2019 lead to https://old.example"),
        "{}",
        done.said
    );
}

#[tokio::test]
async fn it_looks_at_what_it_can_while_the_server_runs_and_knows_its_port() {
    let place = Place::make().await;
    let mut serve = Running::start(&mut place.command(&["serve", "--bind", "127.0.0.1:0"]));
    let origin = origin_in(&serve.says("at http://127.0.0.1:"));
    let bind = origin.trim_start_matches("http://");

    let said = place.run(&["doctor", "--bind", bind]).well();

    assert!(
        said.contains(&format!("✓ {bind} (bind) is served by a running wiec")),
        "{said}"
    );
    assert_eq!(
        said.contains("is in use by process"),
        place.is_a_folder(),
        "{said}"
    );
}

#[tokio::test]
async fn a_folder_without_a_database_stays_without_one() {
    let place = Place::make().await;

    let done = place.run_with(
        &["doctor", "--data", "none/yet", "--bind", "127.0.0.1:0"],
        &[("WIEC_DATABASE", "")],
    );

    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(!place.folder().join("none").exists());
}

// The mail server answers while the program is waited for.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_is_tried_out_and_the_records_of_its_domain_are_told() {
    // The key of RFC 8463, appendix A.
    const KEY: &str = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    let place = Place::make().await;
    let sink = Sink::open().await;
    place.write("dkim.key", KEY);
    let mail = |server: &str| {
        let variables = [
            ("WIEC_SMTP", server),
            ("WIEC_MAIL_FROM", "Kongres <kongres@miasto.invalid>"),
            ("WIEC_DKIM_KEY", "dkim.key"),
        ];
        place.run_with(&["doctor", "--bind", "127.0.0.1:0"], &variables)
    };

    let said = mail(&sink.address()).said;
    assert!(
        said.contains("✓ the mail server at smtp://127.0.0.1"),
        "{said}"
    );
    for record in [
        "v=spf1",
        "v=DMARC1",
        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    ] {
        assert!(said.contains(record), "{record} is not in\n{said}");
    }
    assert_eq!(sink.letters().await.len(), 0, "nothing is sent");

    let nobody = mail("smtp://user:secret@127.0.0.1:1?tls=required");
    assert_eq!(nobody.code, Some(1));
    assert!(
        nobody
            .said
            .contains("✗ the mail server at smtp://127.0.0.1:1"),
        "{nobody:?}"
    );
    assert!(!nobody.said.contains("secret"), "{nobody:?}");
    place.write("dkim.key", "nonsense");
    let broken = mail(&sink.address()).said;
    assert!(
        broken.contains("✗ the settings of mail cannot be used: the DKIM key"),
        "{broken}"
    );
}
