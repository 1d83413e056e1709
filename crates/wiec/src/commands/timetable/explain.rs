//! `wiec timetable explain`: which rules contradict one another, or why a session is where it is.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use wiec_model::{Lang, SessionCode};
use wiec_timetable::congress::{Language, Place, Problem, Rule, Schedule, read_schedule};
use wiec_timetable::explain::{Finding, Why, contradiction, why};

use super::case::{Case, Format, refused, text};
use super::congress::Congress;
use crate::commands::export::parse_lang;
use crate::outcome::Unwell;
use crate::progress::Progress;
use crate::whole_file;

/// What a question may take: some seconds.
const STEPS: u64 = 100_000_000;
const MINUTES_A_DAY: u32 = 24 * 60;

const EXAMPLE: &str = "\
Examples: can all hard rules hold, with these sessions where they are?
  wiec timetable explain congress.json --pin S03 --pin S07
Why is a session where it is, and what would other places cost?
  wiec timetable explain congress.json --session S14 --language en";

/// Explains a timetable, or why there can be none.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Explain {
    /// A congress file, or wiec-congress-timetable/1
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The session whose place is explained
    #[arg(long, value_name = "CODE")]
    session: Option<SessionCode>,
    /// The timetable, as wiec-congress-schedule/1, where it is not in the file itself
    #[arg(long, value_name = "FILE")]
    schedule: Option<PathBuf>,
    /// A session that stays where the congress file has it; as often as needed
    #[arg(long, value_name = "CODE")]
    pin: Vec<SessionCode>,
    /// The language of the sentences: pl or en
    #[arg(long, value_name = "LANGUAGE", default_value = "pl", value_parser = parse_lang)]
    language: Lang,
}

impl Explain {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let congress = read_congress(&self.file, &self.pin)?;
        let language = match self.language {
            Lang::Pl => Language::Polish,
            Lang::En => Language::English,
        };
        match &self.session {
            Some(session) => {
                let schedule = schedule_of(&congress, self.schedule.as_deref())?;
                place(&congress.problem, &schedule, session, language)
            }
            None => rules(&congress.problem, language),
        }
    }
}

/// Only a congress has rules in words.
pub(super) fn read_congress(path: &Path, pin: &[SessionCode]) -> anyhow::Result<Congress> {
    let pinned: BTreeSet<SessionCode> = pin.iter().cloned().collect();
    match Case::read(path, Some(Format::Congress), &pinned)? {
        Case::Congress(congress) => Ok(*congress),
        _ => bail!("{} is not a congress", path.display()),
    }
}

/// The timetable of a file of its own, or that of the congress file.
pub(super) fn schedule_of(congress: &Congress, path: Option<&Path>) -> anyhow::Result<Schedule> {
    match (path, congress.draft()) {
        (Some(path), _) => {
            let bytes = whole_file::read(path)?;
            let words = text(path, &bytes)?;
            Ok(read_schedule(&congress.problem, words).map_err(refused(path))?)
        }
        (None, Some(draft)) => Ok(draft.clone()),
        (None, None) => bail!("say with --schedule which timetable is meant"),
    }
}

fn rules(problem: &Problem, language: Language) -> anyhow::Result<()> {
    let finding = {
        let _progress = Progress::show("Looking for a contradiction");
        contradiction(problem, 1, STEPS)
    };
    let mut stdout = io::stdout().lock();
    match finding {
        Finding::Possible(_) => {
            let says = match language {
                Language::English => "All hard rules can hold.",
                Language::Polish => "Wszystkie reguły twarde mogą być spełnione.",
            };
            writeln!(stdout, "{says}")?;
            Ok(())
        }
        Finding::Impossible(found) => {
            for sentence in found.sentences(problem, language) {
                writeln!(stdout, "{sentence}")?;
            }
            let says = match (language, found.proved) {
                (Language::English, true) => "Give up any one of these, and they can.",
                (Language::Polish, true) => "Wystarczy zrezygnować z dowolnego z nich.",
                (Language::English, false) => {
                    "Some of these may be needless: it took too long to prove."
                }
                (Language::Polish, false) => {
                    "Część z nich może być zbędna: dowód trwałby zbyt długo."
                }
            };
            writeln!(stdout, "{says}")?;
            Err(anyhow::Error::msg(Unwell))
        }
        Finding::Unknown => bail!(
            "neither a timetable nor a contradiction was found; pin fewer sessions, or plan a part of them"
        ),
    }
}

fn place(
    problem: &Problem,
    schedule: &Schedule,
    code: &SessionCode,
    language: Language,
) -> anyhow::Result<()> {
    let mut sessions = problem.sessions.iter();
    let Some(session) = sessions.position(|session| session.id == code.as_str()) else {
        bail!("there is no session {code} that could be moved");
    };
    let Some(found) = why(problem, schedule, session) else {
        bail!("{code} has no place in the timetable");
    };
    let here = schedule[session].context("a session that is explained has a place")?;
    let mut stdout = io::stdout().lock();
    for line in sentences(problem, code, here, &found, language) {
        writeln!(stdout, "{line}")?;
    }
    Ok(())
}

fn sentences(
    problem: &Problem,
    code: &SessionCode,
    here: Place,
    found: &Why,
    language: Language,
) -> Vec<String> {
    let at = |place: Place| at(problem, place);
    let mut lines = vec![match language {
        Language::English => format!(
            "{code} is at {}. By itself it could be in {} places.",
            at(here),
            found.places
        ),
        Language::Polish => format!(
            "{code}: {}. Sama mogłaby być w tylu miejscach: {}.",
            at(here),
            found.places
        ),
    }];
    lines.push(match language {
        Language::English if found.here.is_empty() => "There it costs nothing.".to_owned(),
        Language::English => "What it costs there:".to_owned(),
        Language::Polish if found.here.is_empty() => "Tam nic nie kosztuje.".to_owned(),
        Language::Polish => "Ile tam kosztuje:".to_owned(),
    });
    lines.extend(costs(&found.here, language));
    for other in &found.elsewhere {
        lines.push(match language {
            Language::English => format!(
                "At {} the timetable would cost {:+}, and break hard rules {:+} times.",
                at(other.place),
                other.soft,
                other.hard
            ),
            Language::Polish => format!(
                "{}: koszt całego planu zmieni się o {:+}, liczba złamanych reguł twardych o {:+}.",
                at(other.place),
                other.soft,
                other.hard
            ),
        });
        lines.extend(costs(&other.rules, language));
    }
    lines
}

fn costs(rules: &[(Rule, i64, i64)], language: Language) -> Vec<String> {
    rules
        .iter()
        .map(|&(rule, times, cost)| format!("  {times:+} ({cost:+}): {}", rule.sentence(language)))
        .collect()
}

/// `kadzielnia, 2019-11-14 10:40`: the room, the day and the hour.
fn at(problem: &Problem, place: Place) -> String {
    let day = problem
        .days
        .iter()
        .find(|day| (day.span.from..day.span.to).contains(&place.start));
    let name = day.map_or("", |day| day.id.as_str());
    let minute = place.start % MINUTES_A_DAY;
    format!(
        "{}, {name} {}:{:02}",
        problem.rooms[place.room].id,
        minute / 60,
        minute % 60
    )
}
