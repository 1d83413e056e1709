//! Every handler names its permit.

use std::fs;
use std::path::Path;

/// A handler is an async function that answers a request.
fn handlers(source: &str) -> Vec<&str> {
    source
        .split("pub async fn ")
        .skip(1)
        .map(|rest| rest.split('{').next().unwrap_or(rest))
        .filter(|head| head.contains("Result<Response"))
        .collect()
}

#[test]
fn every_handler_of_this_area_takes_a_permit() {
    let mut seen = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            // The parts of a page; its handler stands beside the folder.
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let is_page = !path.ends_with("view.rs");
        for head in handlers(&source).into_iter().filter(|_| is_page) {
            assert!(
                head.contains("Permit<"),
                "{} in {} takes no permit",
                head.split('(').next().unwrap(),
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} handlers were read");
}
