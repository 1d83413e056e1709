//! Compares our `compat` map of a conversation with `expected.json` beside it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use wiec_opinion::{For, GroupStatistics, OpinionMap, Settings, map, map_with_groups};

use super::data::conversation;
use super::likeness::adjusted_rand;

/// Counts and what follows from them by a few divisions.
const EXACT: f64 = 1e-9;
/// What an eigenvalue solver finds.
const SOLVED: f64 = 1e-6;

/// All differences found, in words; none if the map is as expected.
pub fn differences(folder: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected.json");
    let expected: Value = serde_json::from_str(&text).expect("expected.json is JSON");
    let conversation = conversation(folder);
    let mut check = Check::default();
    let ours = map(&conversation, &Settings::compat());
    check.counts(&expected, &ours);
    check.plane(&expected, &ours);
    check.consensus(&expected["consensus"], &ours);
    let cold = &expected["clustering_two_level_cold"];
    check.silhouettes(&cold["silhouette_per_k"], &ours);
    check.same("k", &cold["k"], ours.groups.len());
    let people = &expected["in_conv"];
    for (k, labels) in cold["labels_per_k"].as_object().expect("labels_per_k") {
        let settings = Settings {
            groups: k.parse().ok(),
            ..Settings::compat()
        };
        check.labels(k, labels, &map(&conversation, &settings));
    }
    for (name, people, labels) in [
        ("given_cold_labels", people, &cold["labels_in_conv"]),
        (
            "given_export_labels",
            &expected["given_export_labels"]["participants"],
            &expected["given_export_labels"]["labels"],
        ),
    ] {
        let given = &expected[name];
        if given.is_null() {
            continue;
        }
        let known: BTreeMap<u64, usize> = integers(people)
            .zip(integers(labels))
            .map(|(id, g)| (id, g as usize))
            .collect();
        let ours = map_with_groups(&conversation, &Settings::compat(), &known);
        check.given(name, given, &ours);
    }
    check.found
}

fn integers(list: &Value) -> impl Iterator<Item = u64> + '_ {
    list.as_array()
        .expect("a list")
        .iter()
        .map(|it| it.as_u64().expect("a whole number"))
}

fn numbers(list: &Value) -> Vec<f64> {
    let list = list.as_array().expect("a list");
    list.iter()
        .map(|it| it.as_f64().unwrap_or(f64::NAN))
        .collect()
}

#[derive(Default)]
struct Check {
    found: Vec<String>,
}

impl Check {
    fn same(&mut self, what: &str, expected: &Value, ours: usize) {
        if expected.as_u64() != Some(ours as u64) {
            self.found
                .push(format!("{what}: {ours} instead of {expected}"));
        }
    }

    fn ids(&mut self, what: &str, expected: &Value, ours: impl Iterator<Item = u64>) {
        if !integers(expected).eq(ours) {
            self.found.push(format!("{what} differ"));
        }
    }

    fn close(&mut self, what: &str, expected: &Value, ours: &[f64], tolerance: f64) {
        let expected = numbers(expected);
        if expected.len() != ours.len() {
            self.found.push(format!(
                "{what}: {} numbers instead of {}",
                ours.len(),
                expected.len()
            ));
            return;
        }
        let worst = (expected.iter().zip(ours))
            .map(|(e, o)| (e - o).abs() / e.abs().max(1.0))
            .fold(0.0, |most: f64, off| {
                if off > most || off.is_nan() {
                    off
                } else {
                    most
                }
            });
        if worst.is_nan() || worst > tolerance {
            self.found.push(format!("{what}: off by {worst:e}"));
        }
    }

    fn counts(&mut self, expected: &Value, ours: &OpinionMap) {
        let counts = &expected["counts"];
        self.same(
            "participants",
            &counts["participants"],
            ours.counts.participants,
        );
        self.same("statements", &counts["statements"], ours.counts.statements);
        self.same("votes", &counts["distinct_votes"], ours.counts.votes);
        self.same("events", &counts["vote_events"], ours.counts.events);
        let people = &ours.participants;
        self.ids(
            "participants",
            &expected["participant_ids"],
            people.iter().map(|it| it.id),
        );
        self.ids(
            "votes of participants",
            &expected["votes_per_participant"],
            people.iter().map(|it| u64::from(it.votes)),
        );
        let is_in = people.iter().filter(|it| it.in_conversation);
        self.ids(
            "in conversation",
            &expected["in_conv"],
            is_in.map(|it| it.id),
        );
        let statements = &ours.statements;
        self.ids(
            "statements",
            &expected["statement_ids"],
            statements.iter().map(|it| it.id),
        );
        let out = statements.iter().filter(|it| it.out);
        self.ids("statements out", &expected["mod_out"], out.map(|it| it.id));
        let totals = &expected["vote_totals"];
        self.ids(
            "agrees",
            &totals["agree"],
            statements.iter().map(|it| u64::from(it.votes.agrees)),
        );
        self.ids(
            "disagrees",
            &totals["disagree"],
            statements.iter().map(|it| u64::from(it.votes.disagrees)),
        );
        self.ids(
            "votes of statements",
            &totals["seen"],
            statements.iter().map(|it| u64::from(it.votes.seen)),
        );
    }

    fn plane(&mut self, expected: &Value, ours: &OpinionMap) {
        let (pca, plane) = (&expected["pca"], &ours.plane);
        self.close("mean", &pca["mean"], &plane.mean, EXACT);
        let variance = numbers(&pca["explained_variance"])[..2].to_vec();
        self.close(
            "explained variance",
            &Value::from(variance),
            &plane.explained_variance,
            SOLVED,
        );
        let share = numbers(&pca["explained_variance_ratio"])[..2].to_vec();
        self.close(
            "explained share",
            &Value::from(share),
            &plane.explained_share,
            SOLVED,
        );
        let projections = &expected["projections"];
        for (axis, (component, name)) in [("pc1", "x"), ("pc2", "y")].into_iter().enumerate() {
            let theirs = numbers(&pca[component]);
            let along: f64 = theirs
                .iter()
                .zip(&plane.axes[axis])
                .map(|(a, b)| a * b)
                .sum();
            let turned = |value: f64| value * along.signum();
            let axes: Vec<f64> = plane.axes[axis].iter().map(|&it| turned(it)).collect();
            self.close(component, &pca[component], &axes, SOLVED);
            let people: Vec<f64> = (ours.participants.iter())
                .map(|it| turned(it.position.map_or(f64::NAN, |at| at[axis])))
                .collect();
            self.close(
                &format!("people's {name}"),
                &projections["participants"][name],
                &people,
                SOLVED,
            );
            let statements: Vec<f64> = ours
                .statements
                .iter()
                .map(|it| turned(it.position[axis]))
                .collect();
            self.close(
                &format!("statements' {name}"),
                &projections["statements"][name],
                &statements,
                SOLVED,
            );
        }
        let extremity: Vec<f64> = ours.statements.iter().map(|it| it.extremity).collect();
        self.close(
            "extremity",
            &projections["statements"]["extremity"],
            &extremity,
            SOLVED,
        );
    }

    fn consensus(&mut self, expected: &Value, ours: &OpinionMap) {
        for (side, ours) in [
            ("agree", &ours.consensus.agree),
            ("disagree", &ours.consensus.disagree),
        ] {
            let theirs = expected[side].as_array().expect("a list");
            self.ids(
                &format!("consensus {side}"),
                &column(theirs, "tid"),
                ours.iter().map(|it| it.statement),
            );
            self.ids(
                "n_success",
                &column(theirs, "n_success"),
                ours.iter().map(|it| u64::from(it.n_success)),
            );
            self.ids(
                "n_trials",
                &column(theirs, "n_trials"),
                ours.iter().map(|it| u64::from(it.n_trials)),
            );
            let p: Vec<f64> = ours.iter().map(|it| it.p_success).collect();
            self.close("consensus p", &column(theirs, "p_success"), &p, EXACT);
            let z: Vec<f64> = ours.iter().map(|it| it.p_test).collect();
            self.close("consensus z", &column(theirs, "p_test"), &z, EXACT);
        }
    }

    fn silhouettes(&mut self, expected: &Value, ours: &OpinionMap) {
        let theirs = expected.as_object().expect("silhouettes");
        let keys: Vec<usize> = theirs.keys().filter_map(|k| k.parse().ok()).collect();
        let ks: Vec<usize> = ours.silhouettes.iter().map(|it| it.k).collect();
        if keys != ks {
            self.found.push(format!(
                "numbers of groups tried: {ks:?} instead of {keys:?}"
            ));
            return;
        }
        let values: Vec<f64> = ours.silhouettes.iter().map(|it| it.value).collect();
        self.close(
            "silhouettes",
            &theirs.values().cloned().collect(),
            &values,
            SOLVED,
        );
    }

    fn labels(&mut self, k: &str, expected: &Value, ours: &OpinionMap) {
        let theirs: Vec<usize> = integers(expected).map(|it| it as usize).collect();
        let ours: Vec<usize> = ours.participants.iter().filter_map(|it| it.group).collect();
        let index = adjusted_rand(&theirs, &ours);
        if theirs.len() != ours.len() || index < 1.0 {
            self.found
                .push(format!("labels of {k} groups: adjusted Rand index {index}"));
        }
    }

    fn given(&mut self, name: &str, expected: &Value, ours: &OpinionMap) {
        let stats = &expected["group_stats"];
        for (statistic, value) in STATISTICS {
            for group in 0..ours.groups.len() {
                let values: Vec<f64> = ours
                    .statements
                    .iter()
                    .map(|it| value(&it.groups[group]))
                    .collect();
                self.close(
                    &format!("{name} {statistic}"),
                    &stats[statistic][group],
                    &values,
                    EXACT,
                );
            }
        }
        let agree: Vec<f64> = ours
            .statements
            .iter()
            .map(|it| it.group_aware_consensus)
            .collect();
        self.close(
            &format!("{name} consensus"),
            &expected["group_aware_consensus"],
            &agree,
            EXACT,
        );
        let disagree: Vec<f64> = ours
            .statements
            .iter()
            .map(|it| it.group_aware_consensus_disagree)
            .collect();
        self.close(
            &format!("{name} twin"),
            &expected["group_aware_consensus_disagree"],
            &disagree,
            EXACT,
        );
        let priorities: Vec<f64> = ours.statements.iter().map(|it| it.priority).collect();
        self.close(
            &format!("{name} priorities"),
            &expected["priorities"],
            &priorities,
            EXACT,
        );
        for group in &ours.groups {
            self.representative(name, &expected["repness"][group.id.to_string()], group);
        }
    }

    fn representative(&mut self, name: &str, expected: &Value, group: &wiec_opinion::Group) {
        let theirs = expected.as_array().expect("a list");
        let ours = &group.representative;
        let what = format!("{name} representative of {}", group.id);
        let chosen = |it: &Value| {
            let best = it["best_agree"].as_bool().unwrap_or(false);
            (
                it["tid"].as_u64(),
                it["n_success"].as_u64(),
                it["n_trials"].as_u64(),
                it["repful_for"] == "agree",
                best,
            )
        };
        let chosen_here = |it: &wiec_opinion::Representative| {
            let (n, of) = (u64::from(it.n_success), u64::from(it.n_trials));
            (
                Some(it.statement),
                Some(n),
                Some(of),
                it.side == For::Agree,
                it.best_agree,
            )
        };
        let (a, b): (Vec<_>, Vec<_>) = (
            theirs.iter().map(chosen).collect(),
            ours.iter().map(chosen_here).collect(),
        );
        if a != b {
            self.found.push(format!("{what}: {b:?} instead of {a:?}"));
            return;
        }
        for (field, value) in [
            (
                "p_success",
                ours.iter()
                    .map(|it| it.statistics.p_success)
                    .collect::<Vec<_>>(),
            ),
            (
                "p_test",
                ours.iter().map(|it| it.statistics.p_test).collect(),
            ),
            (
                "repness",
                ours.iter().map(|it| it.statistics.repness).collect(),
            ),
            (
                "repness_test",
                ours.iter().map(|it| it.statistics.repness_test).collect(),
            ),
        ] {
            self.close(
                &format!("{what} {field}"),
                &column(theirs, field),
                &value,
                EXACT,
            );
        }
    }
}

fn column(rows: &[Value], field: &str) -> Value {
    rows.iter().map(|row| row[field].clone()).collect()
}

type Statistic = fn(&GroupStatistics) -> f64;

const STATISTICS: [(&str, Statistic); 11] = [
    ("na", |it| f64::from(it.votes.agrees)),
    ("nd", |it| f64::from(it.votes.disagrees)),
    ("ns", |it| f64::from(it.votes.seen)),
    ("pa", |it| it.for_agree.p_success),
    ("pd", |it| it.for_disagree.p_success),
    ("pat", |it| it.for_agree.p_test),
    ("pdt", |it| it.for_disagree.p_test),
    ("ra", |it| it.for_agree.repness),
    ("rd", |it| it.for_disagree.repness),
    ("rat", |it| it.for_agree.repness_test),
    ("rdt", |it| it.for_disagree.repness_test),
];
