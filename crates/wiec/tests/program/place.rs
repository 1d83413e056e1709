//! A place to run the program in: a folder of its own and a fresh database, on either kind.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use wiec_store::testing::TestPlace;
use wiec_store::{Location, Store};

/// Everything that the program would listen to, had the tests' own surroundings said it.
const VARIABLES: [&str; 9] = [
    "WIEC_DATA",
    "WIEC_DATABASE",
    "WIEC_BIND",
    "WIEC_PUBLIC_URL",
    "WIEC_TRUST_PROXY",
    "WIEC_CONGRESS",
    "WIEC_METRICS_BIND",
    "WIEC_LOG",
    "WIEC_LOG_FORMAT",
];

/// A folder to work in and a database to work on.
pub struct Place {
    folder: TempDir,
    database: TestPlace,
}

impl Place {
    pub async fn make() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            database: TestPlace::make().await,
        }
    }

    /// The folder that the program is started in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, name: &str, words: &str) {
        std::fs::write(self.folder().join(name), words).unwrap();
    }

    /// The program in this place, on its database.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wiec"));
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        match self.database.location() {
            Location::Folder(folder) => command.env("WIEC_DATA", folder),
            Location::Postgres(address) => command.env("WIEC_DATABASE", address),
        };
        command.args(arguments).current_dir(self.folder());
        command.stdin(Stdio::null());
        command
    }

    /// Runs it to its end.
    pub fn run(&self, arguments: &[&str]) -> Done {
        Done::of(self.command(arguments).output().unwrap())
    }

    /// Runs it to its end with something more in its environment.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Done {
        let mut command = self.command(arguments);
        Done::of(command.envs(variables.iter().copied()).output().unwrap())
    }

    /// Whether the database is a file in a folder.
    pub fn is_a_folder(&self) -> bool {
        matches!(self.database.location(), Location::Folder(_))
    }

    /// A look into the database past the program, which must not be running on `SQLite`.
    pub async fn store(&self) -> Store {
        Store::open(self.database.location()).await.unwrap()
    }
}

/// How the program ended and what it said.
#[derive(Debug)]
pub struct Done {
    pub code: Option<i32>,
    pub said: String,
    pub complained: String,
}

impl Done {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            said: String::from_utf8(output.stdout).unwrap(),
            complained: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Demands that it ended so and complained of this.
    #[track_caller]
    pub fn fails_with(&self, code: i32, words: &str) {
        assert_eq!(self.code, Some(code), "{self:?}");
        assert!(self.complained.contains(words), "{self:?}");
    }

    /// What it said, if all went well.
    #[track_caller]
    pub fn well(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.said
    }
}
