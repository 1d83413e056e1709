//! Whoever answers a request names a permit, in every area.
//!
//! Read off the sources: an area states its addresses as `get(page::get)` and `post(page::post)`, and each
//! function named there must take a `Permit<…>`, which cannot be had without its rule.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A function that answers requests, as an area's routes name it.
#[derive(Debug, PartialEq, Eq)]
struct Handler {
    /// The modules between the crate and the function.
    modules: Vec<String>,
    function: String,
}

#[test]
fn every_handler_of_every_area_takes_a_permit() {
    let areas = root().join("crates/areas");
    let mut without = Vec::new();
    let mut seen = BTreeMap::new();
    for entry in fs::read_dir(areas).expect("the workspace has areas") {
        let area = entry.expect("a folder of ours can be read").path();
        let files = sources(&area.join("src"));
        let handlers: Vec<Handler> = files
            .values()
            .flat_map(|source| named_in_routes(source))
            .collect();
        for handler in &handlers {
            let signatures = signatures(&files, handler);
            // A lone word may be what some map is asked for.
            let is_lookup = signatures.is_empty() && handler.modules.is_empty();
            let permitted =
                !signatures.is_empty() && signatures.iter().all(|text| text.contains("Permit<"));
            if !is_lookup && !permitted {
                without.push(format!("{}: {handler:?}", area.display()));
            }
        }
        seen.insert(area, handlers.len());
    }

    assert_eq!(without, Vec::<String>::new());
    let total: usize = seen.values().sum();
    assert!(total > 25, "only {total} handlers were read: {seen:?}");
}

#[test]
fn handlers_are_found_where_routes_name_them() {
    let routes = r#"Router::new()
        .route("/a", get(home::get).post(mine::marks::post))
        .route("/b", get(own))
        .fallback(get(async || NotFound))"#;

    let found: Vec<(String, String)> = named_in_routes(routes)
        .into_iter()
        .map(|one| (one.modules.join("::"), one.function))
        .collect();

    let wanted = [("home", "get"), ("", "own"), ("mine::marks", "post")];
    assert_eq!(
        found,
        wanted.map(|(modules, function)| (modules.to_owned(), function.to_owned()))
    );
}

fn named_in_routes(source: &str) -> Vec<Handler> {
    // What tests set up is not served.
    let served = source.split("#[cfg(test)]").next().unwrap_or(source);
    ["get(", "post("]
        .iter()
        .flat_map(|method| served.match_indices(method))
        .filter(|(at, _)| {
            let before = served[..*at].chars().next_back();
            !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
        })
        .filter_map(|(at, method)| {
            let (name, _) = served[at + method.len()..].split_once(')')?;
            handler(name.trim())
        })
        .collect()
}

/// A path of lower-case words; anything else (a key to look up, a closure) is no handler.
fn handler(name: &str) -> Option<Handler> {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.chars().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'
            })
    };
    let words: Vec<&str> = name.split("::").collect();
    let (function, modules) = words.split_last()?;
    words.iter().all(|word| is_word(word)).then(|| Handler {
        modules: modules.iter().map(|&word| word.to_owned()).collect(),
        function: (*function).to_owned(),
    })
}

/// The text between `fn` and the body, in every file that the handler's modules may mean: a route may name
/// one that was brought into scope from further down.
fn signatures(files: &BTreeMap<PathBuf, String>, handler: &Handler) -> Vec<String> {
    let definition = format!("async fn {}(", handler.function);
    let module: PathBuf = handler.modules.iter().collect();
    let ends = [module.with_extension("rs"), module.join("mod.rs")];
    let places = files.iter().filter(|(file, _)| {
        handler.modules.is_empty() || ends.iter().any(|end| file.ends_with(end))
    });
    places
        .filter_map(|(_, source)| {
            let (_, rest) = source.split_once(&definition)?;
            rest.split_once('{').map(|(head, _)| head.to_owned())
        })
        .collect()
}

fn sources(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("an area has sources") {
        let path = entry.expect("a folder of ours can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("sources are text");
            found.insert(path, text);
        }
    }
    found
}

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent()
        .expect("the folder of a workspace member has a parent")
        .to_path_buf()
}
