//! `wiec reviewers assign`: reviewers for submissions by bids, topics, loads and conflicts.

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;
use wiec_allotment::reviews::{Assignment, best_total, fairest};
use wiec_interchange::allotment::reviews::{self, Reviewing};

use super::why_not::why_not;
use crate::outcome::InputProblems;
use crate::progress::Progress;
use crate::whole_file;

const EXAMPLE: &str = "\
The file is wiec-reviewers/1: how many reviewers each submission needs, how much each reviewer
takes, their topics, and bids: yes, maybe, no, conflict. A conflict is never assigned.

Examples: the highest total of scores
  wiec reviewers assign reviewers.json --out assignment.json
The worst-served submission served as well as possible, then the highest total
  wiec reviewers assign reviewers.json --aim fair --out assignment.json";

/// Partial assignments that are looked at before the search for the fairest stops, unless said otherwise.
const STEPS: usize = 20_000;
const CONSEQUENCE: &str = "nobody was assigned";

/// Finds the best assignment of reviewers to submissions.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Assign {
    /// Reviewers, submissions and bids, as wiec-reviewers/1
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What is best
    #[arg(long, value_enum, default_value_t = Aim::Total)]
    aim: Aim,
    /// How many partial assignments are looked at before the fairest one so far is taken
    #[arg(long, value_name = "COUNT", default_value_t = STEPS)]
    steps: usize,
    /// Where to write who reviews what, instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
enum Aim {
    /// The highest total of scores
    Total,
    /// The highest score of the worst-served submission, then the highest total
    Fair,
}

/// Who reviews what, as it is written.
#[derive(Debug, Serialize)]
struct Assigned<'a> {
    format: &'static str,
    aim: Aim,
    /// Whether it is proved that no assignment is better.
    proved: bool,
    /// The sum of all scores.
    total: i64,
    /// The score of the worst-served submission.
    least: i64,
    submissions: Vec<Submission<'a>>,
    reviewers: Vec<Reviewer<'a>>,
}

#[derive(Debug, Serialize)]
struct Submission<'a> {
    id: &'a str,
    reviewers: Vec<&'a str>,
    /// The sum of its reviewers' scores.
    score: i32,
}

#[derive(Debug, Serialize)]
struct Reviewer<'a> {
    id: &'a str,
    load: usize,
}

impl Assign {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let bytes = whole_file::read(&self.file)?;
        let reviewing = reviews::read(&bytes)
            .map_err(|problems| InputProblems::in_file(&self.file, problems, CONSEQUENCE))?;
        let found = {
            let _progress = Progress::show("Looking for the best assignment");
            match self.aim {
                Aim::Total => best_total(&reviewing.reviews)?,
                Aim::Fair => fairest(&reviewing.reviews, self.steps)?,
            }
        };
        let Some(found) = found else {
            let problems = why_not(&reviewing);
            let consequence = CONSEQUENCE;
            return Err(InputProblems {
                problems,
                consequence,
            }
            .into());
        };
        self.write(&reviewing, &found)
    }

    fn write(&self, reviewing: &Reviewing, found: &Assignment) -> anyhow::Result<()> {
        let assigned = assigned(reviewing, found, self.aim);
        let mut text = serde_json::to_string_pretty(&assigned)?;
        text.push('\n');
        let mut stdout = io::stdout().lock();
        let Some(path) = &self.out else {
            return Ok(stdout.write_all(text.as_bytes())?);
        };
        whole_file::write(path, text.as_bytes())?;
        writeln!(
            stdout,
            "{} submissions have their reviewers: total {}, worst served {}",
            assigned.submissions.len(),
            found.total,
            found.least
        )?;
        writeln!(
            stdout,
            "{}",
            if found.proved {
                "proved: no assignment is better"
            } else {
                "the best assignment found; a better one may exist, and more --steps look on"
            }
        )?;
        Ok(())
    }
}

fn assigned<'a>(reviewing: &'a Reviewing, found: &Assignment, aim: Aim) -> Assigned<'a> {
    let mut loads = vec![0; reviewing.reviewers.len()];
    let submissions = reviewing.submissions.iter().zip(&found.reviewers);
    let scores = reviewing.reviews.scores.iter();
    let submissions = submissions
        .zip(scores)
        .map(|((id, reviewers), scores)| {
            for &reviewer in reviewers {
                loads[reviewer] += 1;
            }
            let score = reviewers.iter().filter_map(|&reviewer| scores[reviewer]);
            let names = reviewers.iter();
            Submission {
                id,
                reviewers: names
                    .map(|&reviewer| reviewing.reviewers[reviewer].as_str())
                    .collect(),
                score: score.sum(),
            }
        })
        .collect();
    let reviewers = reviewing.reviewers.iter().zip(loads);
    Assigned {
        format: "wiec-assignment/1",
        aim,
        proved: found.proved,
        total: found.total,
        least: found.least,
        submissions,
        reviewers: reviewers.map(|(id, load)| Reviewer { id, load }).collect(),
    }
}
