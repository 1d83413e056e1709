//! The command line of `cargo xtask`, read by hand: a parser would cost more than it saves.

use crate::report::OnFailure;

/// What `cargo xtask help` prints.
pub const USAGE: &str = "\
cargo xtask <command> [options]

  check               formatting, lints, documentation, licences, unused dependencies, types of ui/
  test                check, then all tests: SQLite, PostgreSQL, ui/, and journeys in a browser
  demo [options]      the sample congress in release mode; options go to `wiec demo`
  bench [name …]      measurements; without a name, the list of them

  --keep-going        check, test: do all steps even after one has failed
  --fast              test: leave out the browser and PostgreSQL
  --no-browser        test: leave out the browser
  --no-postgres       test: leave out PostgreSQL";

/// One whole command line.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// What is to be done.
    pub task: Task,
    /// Whether a failed step ends it.
    pub on_failure: OnFailure,
}

/// A command of `cargo xtask`.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the usage.
    Help,
    /// Everything that can be said without running the program.
    Check,
    /// `check` and all tests within the scope.
    Test(Scope),
    /// The sample congress, with the options meant for it.
    Demo(Vec<String>),
    /// Measurements by name.
    Bench(Vec<String>),
}

/// The costly parts of `cargo xtask test`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The tests on a private PostgreSQL.
    pub postgres: Part,
    /// The journeys in a browser.
    pub browser: Part,
}

/// Whether a part of the tests is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Run it.
    Included,
    /// Leave it out, and say so at the end.
    LeftOut,
}

impl Arguments {
    /// Reads the words after `cargo xtask`.
    ///
    /// # Errors
    ///
    /// A sentence for the person at the keyboard when a word is not understood.
    pub fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let command = words.next().unwrap_or_else(|| "help".to_owned());
        let rest: Vec<String> = words.collect();
        let stop = |task| {
            Ok(Self {
                task,
                on_failure: OnFailure::Stop,
            })
        };
        match command.as_str() {
            "help" | "--help" | "-h" => stop(Task::Help),
            "demo" => stop(Task::Demo(rest)),
            "bench" => stop(Task::Bench(rest)),
            "check" => Self::with_options(&rest, &["--keep-going"], |_| Task::Check),
            "test" => Self::with_options(
                &rest,
                &["--keep-going", "--fast", "--no-browser", "--no-postgres"],
                Task::Test,
            ),
            other => Err(format!("There is no command `{other}`.")),
        }
    }

    fn with_options(
        words: &[String],
        allowed: &[&str],
        task: impl FnOnce(Scope) -> Task,
    ) -> Result<Self, String> {
        if let Some(word) = words.iter().find(|word| !allowed.contains(&word.as_str())) {
            return Err(format!("The option `{word}` is not understood here."));
        }
        let said = |option: &str| words.iter().any(|word| word == option);
        let part = |option| match said(option) || said("--fast") {
            true => Part::LeftOut,
            false => Part::Included,
        };
        let scope = Scope {
            postgres: part("--no-postgres"),
            browser: part("--no-browser"),
        };
        let on_failure = match said("--keep-going") {
            true => OnFailure::KeepGoing,
            false => OnFailure::Stop,
        };
        Ok(Self {
            task: task(scope),
            on_failure,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, String> {
        Arguments::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn a_plain_test_leaves_nothing_out() {
        let scope = Scope {
            postgres: Part::Included,
            browser: Part::Included,
        };

        let arguments = Arguments {
            task: Task::Test(scope),
            on_failure: OnFailure::Stop,
        };

        assert_eq!(parse("test"), Ok(arguments));
    }

    #[test]
    fn fast_leaves_out_the_browser_and_postgresql() {
        let scope = Scope {
            postgres: Part::LeftOut,
            browser: Part::LeftOut,
        };

        let arguments = Arguments {
            task: Task::Test(scope),
            on_failure: OnFailure::KeepGoing,
        };

        assert_eq!(parse("test --keep-going --fast"), Ok(arguments));
    }

    #[test]
    fn an_unknown_word_is_named_in_the_answer() {
        assert_eq!(parse("chek"), Err("There is no command `chek`.".to_owned()));
        assert_eq!(
            parse("check --fast"),
            Err("The option `--fast` is not understood here.".to_owned())
        );
    }

    #[test]
    fn words_after_demo_are_not_ours_to_judge() {
        let rest = vec!["--port".to_owned(), "0".to_owned()];

        let arguments = Arguments {
            task: Task::Demo(rest),
            on_failure: OnFailure::Stop,
        };

        assert_eq!(parse("demo --port 0"), Ok(arguments));
    }
}
