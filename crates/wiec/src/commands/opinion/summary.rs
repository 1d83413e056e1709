//! A map in a few lines, for a terminal.

use std::fmt::Write as _;

use wiec_interchange::conversation::Statements;
use wiec_opinion::{For, Group, OpinionMap, Representative, Share, StatementResult};
use wiec_opinion_report::letter;

/// How many statements are named of each kind.
const NAMED: usize = 3;
/// A statement is cut after so many letters, so that a line of it stays one.
const LETTERS: usize = 90;

/// What a map says, for somebody who wants to know whether it is worth a report.
pub(super) fn summary(map: &OpinionMap, statements: &Statements) -> String {
    let counts = map.counts;
    let mut out = format!(
        "{}, {}, {}; {} voted enough to be grouped.\n",
        counted(counts.participants, "person", "people"),
        counted(counts.statements, "statement", "statements"),
        counted(counts.votes, "vote", "votes"),
        counts.in_conversation
    );
    if map.groups.is_empty() {
        out.push_str("\nThere are no groups: too few people, too few votes, or all of one mind.\n");
    }
    let words = |id: u64| words(statements, id);
    for (place, group) in map.groups.iter().enumerate() {
        group_lines(&mut out, map, place, group, &words);
    }
    section(&mut out, "What everybody agrees with", &{
        let agreed = map.consensus.agree.iter().take(NAMED);
        agreed
            .map(|it| {
                format!(
                    "{:>4}  {}",
                    share(it.n_success, it.n_trials),
                    words(it.statement)
                )
            })
            .collect::<Vec<_>>()
    });
    section(
        &mut out,
        "What divides the groups most",
        &divisive(map, &words),
    );
    let straight = map
        .participants
        .iter()
        .filter(|it| it.straight_lining)
        .count();
    if straight > 0 {
        let _ = writeln!(
            out,
            "\n{} gave one and the same answer to everything, and found no group.",
            counted(straight, "person", "people")
        );
    }
    if let Some(completion) = map.completion {
        let _ = writeln!(
            out,
            "\nOf {} held-out votes an agree is foretold above a disagree in {:.1} % of pairs.",
            completion.held_out,
            completion.auc * 100.0
        );
    }
    out
}

fn group_lines(
    out: &mut String,
    map: &OpinionMap,
    place: usize,
    group: &Group,
    words: &impl Fn(u64) -> String,
) {
    let line = |it: &Representative| {
        let side = match it.side {
            For::Agree => "agree",
            For::Disagree => "disagree",
        };
        let share = share(it.n_success, it.n_trials);
        format!(
            "{share:>4} {side}: {}{}",
            words(it.statement),
            interval(map, place, it)
        )
    };
    let lines: Vec<String> = group.representative.iter().take(NAMED).map(line).collect();
    let title = format!("Group {}: {} people", letter(group.id), group.members.len());
    section(out, &title, &lines);
}

/// ` (81–95 %)`, of the group's share.
fn interval(map: &OpinionMap, place: usize, it: &Representative) -> String {
    let found = map
        .statements
        .binary_search_by_key(&it.statement, |it| it.id);
    let Some(statistics) = found
        .ok()
        .and_then(|at| map.statements[at].groups.get(place))
    else {
        return String::new();
    };
    let Share { low, high, .. } = match it.side {
        For::Agree => statistics.agree,
        For::Disagree => statistics.disagree,
    };
    format!(" ({:.0}–{:.0} %)", low * 100.0, high * 100.0)
}

fn divisive(map: &OpinionMap, words: &impl Fn(u64) -> String) -> Vec<String> {
    let mut divisive: Vec<&StatementResult> = map
        .statements
        .iter()
        .filter(|it| !it.out && it.divisiveness > 0.0)
        .collect();
    divisive.sort_by(|a, b| b.divisiveness.total_cmp(&a.divisiveness));
    let line = |it: &&StatementResult| {
        let agree = it.groups.iter().map(|group| percent(group.agree.value));
        let each: Vec<String> = agree.collect();
        format!("{}: {}", each.join(" / "), words(it.id))
    };
    divisive.iter().take(NAMED).map(line).collect()
}

fn section(out: &mut String, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        let _ = write!(out, "\n{title}\n  {}\n", lines.join("\n  "));
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{count} {noun}")
}

fn share(of: u32, all: u32) -> String {
    percent(f64::from(of) / f64::from(all.max(1)))
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// The statement on one line, without what a terminal would take for commands.
fn words(statements: &Statements, id: u64) -> String {
    let Some(described) = statements.get(&id) else {
        return format!("statement {id}");
    };
    let plain = described.text.replace(char::is_control, " ");
    let mut letters = plain.chars();
    let start: String = letters.by_ref().take(LETTERS).collect();
    match letters.next() {
        None => start,
        Some(_) => format!("{start}…"),
    }
}
