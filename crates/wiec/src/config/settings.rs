//! The layers of the configuration as words, and what is wrong with them.

use std::cell::RefCell;
use std::fmt::Display;
use std::path::Path;

use figment::providers::{Env, Format as _, Serialized, Toml};
use figment::value::Dict;
use figment::{Figment, Source};
use serde_json::Value;

use crate::config::keys::{KEYS, Key};
use crate::config::overrides::Overrides;

/// The file that is read when none is named.
const FILE: &str = "wiec.toml";
/// Words that differ by more letters than this were not meant.
const MISSPELT_BY: usize = 3;

/// What was said, by key, and what is wrong with it.
#[derive(Debug)]
pub(super) struct Settings {
    layers: Figment,
    problems: RefCell<Vec<String>>,
}

impl Settings {
    /// Gathers all layers.
    pub(super) fn gather(overrides: &Overrides) -> Self {
        let names = KEYS.map(|key| key.name);
        let mut settings = Self {
            layers: Figment::new(),
            problems: RefCell::default(),
        };
        settings.read_file(overrides.config.as_deref());
        let layers = std::mem::take(&mut settings.layers);
        settings.layers = layers
            .merge(Env::prefixed("WIEC_").only(&names))
            .merge(Serialized::globals(overrides));
        settings
    }

    /// Parses the value of a key; what cannot be parsed is noted, and taken as not said.
    ///
    /// `right` says what would be right: `write it like 127.0.0.1:8080`.
    pub(super) fn parse<T>(
        &self,
        key: &Key,
        right: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let words = self.words(key)?;
        let parsed = parse(&words);
        if parsed.is_none() {
            self.problem(key, &words, right);
        }
        parsed
    }

    /// The value of a key, in words. Nothing between quotation marks says nothing, as a variable that
    /// is set to nothing does.
    pub(super) fn words(&self, key: &Key) -> Option<String> {
        let value = self.layers.find_value(key.name).ok()?;
        let words = match serde_json::to_value(value).ok()? {
            Value::String(words) => words,
            // A variable that looks like a number or a truth value comes as one.
            scalar @ (Value::Bool(_) | Value::Number(_)) => scalar.to_string(),
            _ => {
                self.problem(key, &"…", "write one value in quotation marks");
                return None;
            }
        };
        (!words.is_empty()).then_some(words)
    }

    /// Notes that the value of a key is wrong.
    pub(super) fn problem(&self, key: &Key, value: &dyn Display, right: &str) {
        let problem = format!(
            "{}: {} = \"{value}\" cannot be used; {right}",
            self.source(key),
            key.name
        );
        self.problems.borrow_mut().push(problem);
    }

    /// Everything that is wrong.
    pub(super) fn into_problems(self) -> Vec<String> {
        self.problems.into_inner()
    }

    fn read_file(&mut self, named: Option<&Path>) {
        let path = named.unwrap_or(Path::new(FILE));
        if !path.exists() {
            if named.is_some() {
                self.note(format!(
                    "{}: there is no such file; name one that exists, or leave out --config",
                    path.display()
                ));
            }
            return;
        }
        let file = Figment::from(Toml::file_exact(path));
        match file.extract::<Dict>() {
            Ok(entries) => entries.keys().for_each(|name| self.check_name(path, name)),
            Err(error) => return self.note(format!("{}: {error}", path.display())),
        }
        self.layers = file;
    }

    fn check_name(&self, path: &Path, name: &str) {
        let names = KEYS.map(|key| key.name);
        if names.contains(&name) {
            return;
        }
        let nearest = names
            .into_iter()
            .min_by_key(|known| strsim::levenshtein(known, name));
        let right = match nearest.filter(|known| strsim::levenshtein(known, name) <= MISSPELT_BY) {
            Some(meant) => format!("did you mean {meant}?"),
            None => format!("the keys are {}", names.join(", ")),
        };
        self.note(format!(
            "{}: there is no key {name}; {right}",
            path.display()
        ));
    }

    fn note(&self, problem: String) {
        self.problems.borrow_mut().push(problem);
    }

    /// Who said it: the file, a variable or a flag.
    fn source(&self, key: &Key) -> String {
        let Some(said) = self.layers.find_metadata(key.name) else {
            return key.flag();
        };
        match said.source.as_ref().and_then(Source::file_path) {
            Some(path) => path.display().to_string(),
            None if said.name.contains("environment") => key.variable(),
            None => key.flag(),
        }
    }
}
