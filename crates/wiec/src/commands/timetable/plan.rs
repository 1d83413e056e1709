//! A timetable that was found, whatever it is of: as a file, as a page, and in a few lines.

use serde_json::json;
use wiec_model::Lang;
use wiec_timetable::{congress, cosp, enrolment, favourites};
use wiec_timetable_report as report;
use wiec_timetable_report::Sheet;

use super::budget::{Run, Search};
use super::case::Case;
use super::congress::Congress;

/// What was found.
pub(super) enum Plan {
    Congress(congress::Solution),
    Cosp(cosp::Solution),
    Favourites(favourites::Solution),
    Enrolment(enrolment::Solution),
}

impl Plan {
    /// Looks for the best plan of a case.
    pub(super) fn find(case: &Case, search: &Search) -> Self {
        search.best(|run| Self::of_run(case, run), Self::cost)
    }

    fn of_run(case: &Case, run: &Run<'_>) -> Self {
        let seed = run.seed;
        match case {
            Case::Congress(it) => Self::Congress(find_congress(it, run)),
            Case::Cosp(problem) => Self::Cosp(run.with_budget(|budget, line| {
                cosp::solve(problem, seed, budget, &mut |news| {
                    let cost = news.costs.total(problem);
                    line.borrow_mut().costs(cost.to_string());
                })
            })),
            Case::Favourites(problem) => Self::Favourites(run.with_budget(|budget, line| {
                favourites::solve(problem, seed, budget, &mut |news| {
                    line.borrow_mut().costs(news.costs.to_string());
                })
            })),
            Case::Enrolment(problem) => Self::Enrolment(run.with_budget(|budget, line| {
                enrolment::solve(problem, seed, budget, &mut |news| {
                    let (far, soft) = (news.costs.distance, news.costs.soft());
                    line.borrow_mut().costs(format!("{far} unplaced, {soft}"));
                })
            })),
        }
    }

    /// What is broken that must not be, then what the rest costs.
    fn cost(&self) -> (i64, i64) {
        match self {
            Self::Congress(found) => (found.costs.hard, found.costs.soft),
            Self::Cosp(found) => (found.breaches.len() as i64, found.cost),
            Self::Favourites(found) => (0, found.cost),
            Self::Enrolment(found) => (found.costs.distance, found.costs.soft()),
        }
    }

    /// The file that others read.
    pub(super) fn file(&self, case: &Case) -> anyhow::Result<String> {
        Ok(match (self, case) {
            (Self::Congress(found), Case::Congress(it)) => it.write(&found.schedule),
            (Self::Cosp(found), Case::Cosp(problem)) => cosp::write_plan(problem, &found.plan),
            (Self::Favourites(found), Case::Favourites(problem)) => {
                let plan = json!({ "instance": problem.name, "slot_of": found.slot_of });
                format!("{}\n", serde_json::to_string(&plan)?)
            }
            (Self::Enrolment(found), _) => places(&found.plan),
            _ => anyhow::bail!("a plan is of the case that it was found for"),
        })
    }

    /// The page for people.
    pub(super) fn sheet(&self, case: &Case, title: &str, lang: Lang) -> anyhow::Result<Sheet> {
        Ok(match (self, case) {
            (Self::Congress(found), Case::Congress(it)) => report::congress(
                &it.problem,
                &found.schedule,
                &found.costs,
                &it.names(lang),
                lang,
            ),
            (Self::Cosp(found), Case::Cosp(problem)) => report::cosp(problem, &found.plan, lang),
            (Self::Favourites(found), Case::Favourites(problem)) => {
                report::favourites(problem, &found.slot_of, lang)
            }
            (Self::Enrolment(found), Case::Enrolment(problem)) => {
                report::enrolment(problem, &found.plan, title, lang)
            }
            _ => anyhow::bail!("a plan is of the case that it was found for"),
        })
    }

    /// How many hard rules are broken.
    pub(super) fn broken(&self) -> usize {
        match self {
            Self::Congress(found) => found.breaches.len(),
            Self::Cosp(found) => found.breaches.len(),
            Self::Favourites(_) => 0,
            Self::Enrolment(found) => found.plan.iter().filter(|place| place.is_none()).count(),
        }
    }

    /// What was found, in a few lines.
    pub(super) fn lines(&self, case: &Case) -> Vec<String> {
        let mut lines = match (self, case) {
            (Self::Congress(found), Case::Congress(it)) => of_congress(it, found),
            (Self::Cosp(found), Case::Cosp(problem)) => of_cosp(problem, found),
            (Self::Favourites(found), _) => {
                vec![cost_line(found.cost, found.lower_bound)]
            }
            (Self::Enrolment(found), _) => vec![format!(
                "distance to feasibility {}, cost {}: last slot {}, in a row {}, single {}",
                found.costs.distance,
                found.costs.soft(),
                found.costs.last_slot,
                found.costs.in_a_row,
                found.costs.single
            )],
            _ => Vec::new(),
        };
        lines.push(format!("{} moves tried", self.moves()));
        lines
    }

    fn moves(&self) -> u64 {
        match self {
            Self::Congress(found) => found.moves,
            Self::Cosp(found) => found.moves,
            Self::Favourites(found) => found.moves,
            Self::Enrolment(found) => found.moves,
        }
    }
}

fn find_congress(it: &Congress, run: &Run<'_>) -> congress::Solution {
    run.with_budget(|budget, line| {
        congress::solve(&it.problem, run.seed, budget, &mut |news| {
            let (hard, soft) = (news.costs.hard, news.costs.soft);
            line.borrow_mut().costs(format!("{hard} broken, {soft}"));
        })
    })
}

fn of_congress(it: &Congress, found: &congress::Solution) -> Vec<String> {
    let mut lines = vec![format!(
        "{} sessions; hard rules broken {} times, cost {}",
        it.problem.sessions.len(),
        found.costs.hard,
        found.costs.soft
    )];
    for &(rule, times, cost) in &found.costs.rules {
        let sentence = rule.sentence(congress::Language::English);
        lines.push(format!("  {times} times not, cost {cost}: {sentence}"));
    }
    lines
}

fn of_cosp(problem: &cosp::Problem, found: &cosp::Solution) -> Vec<String> {
    let mut lines = vec![cost_line(found.cost, found.lower_bound)];
    let terms = found.scores.weighted(problem);
    for (term, cost) in terms.iter().filter(|(_, cost)| *cost != 0) {
        lines.push(format!("  {term} {cost}"));
    }
    lines
}

fn cost_line(cost: i64, lower_bound: i64) -> String {
    if cost == lower_bound {
        format!("cost {cost}, proved: nothing costs less")
    } else {
        format!("cost {cost}; nothing costs less than {lower_bound}")
    }
}

/// A line of slot and room for each event, as the competition's validator reads them.
fn places(plan: &enrolment::Plan) -> String {
    plan.iter()
        .map(|place| match place {
            Some((slot, room)) => format!("{slot} {room}\n"),
            None => "-1 -1\n".to_owned(),
        })
        .collect()
}
