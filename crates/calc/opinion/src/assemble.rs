//! From positions and groups to everything that a map says.

use crate::conversation::Conversation;
use crate::map::{Counts, Group, OpinionMap, Participant, SCHEMA, StatementResult, Tally};
use crate::matrix::{Matrix, tallies_of};
use crate::model::{Groups, Model};
use crate::points::{Point, hull};
use crate::representative::representative;
use crate::settings::{Mode, Settings};
use crate::statement::Seen;
use crate::{consensus, statement};

/// The whole map.
pub(crate) fn assemble(
    conversation: &Conversation,
    matrix: &Matrix,
    tallies: &[Tally],
    settings: &Settings,
    (model, groups): (Model, Groups),
) -> OpinionMap {
    let by_group = group_tallies(matrix, &groups);
    let statements: Vec<StatementResult> = (0..matrix.columns())
        .map(|column| {
            let seen = Seen {
                described: conversation.statement(matrix.statements[column]),
                votes: tallies[column],
                by_group: by_group.iter().map(|of| of[column]).collect(),
            };
            statement::result(&seen, &model, column, settings)
        })
        .collect();
    let counts = counts(conversation, matrix, &groups);
    // What is by row goes into the participants and is let go: there may be millions.
    let participants = participants(matrix, &model, &groups);
    let (plane, completion) = (model.plane, model.completion);
    drop((model.people, model.uncertainty, model.readiness));
    drop((
        groups.labels,
        groups.in_conversation,
        groups.straight_lining,
    ));
    OpinionMap {
        schema: SCHEMA,
        mode: settings.mode,
        counts,
        groups: described(&participants, groups.count, &statements, settings),
        consensus: consensus::consensus(&statements),
        silhouettes: groups.silhouettes,
        steadiness: groups.steadiness,
        completion,
        plane,
        participants,
        statements,
    }
}

fn counts(conversation: &Conversation, matrix: &Matrix, groups: &Groups) -> Counts {
    Counts {
        participants: matrix.rows(),
        statements: matrix.columns(),
        votes: matrix.votes(),
        events: conversation.len(),
        in_conversation: groups.in_conversation.iter().filter(|&&is| is).count(),
    }
}

/// Each group's votes on each statement.
fn group_tallies(matrix: &Matrix, groups: &Groups) -> Vec<Vec<Tally>> {
    let mut counts = vec![vec![0; matrix.columns() * 4]; groups.count];
    for (row, label) in groups.labels.iter().enumerate() {
        if let Some(label) = *label {
            let counts = &mut counts[label];
            let cells = matrix.row(row).iter();
            cells.for_each(|cell| counts[cell as usize] += 1);
        }
    }
    counts.iter().map(|counts| tallies_of(counts)).collect()
}

fn participants(matrix: &Matrix, model: &Model, groups: &Groups) -> Vec<Participant> {
    (0..matrix.rows())
        .map(|row| Participant {
            id: matrix.participants[row],
            votes: matrix.row(row).len() as u32,
            position: model.people[row],
            uncertainty: model.uncertainty[row],
            readiness: model.readiness[row],
            in_conversation: groups.in_conversation[row],
            group: groups.labels[row],
            straight_lining: groups.straight_lining[row],
        })
        .collect()
}

fn described(
    participants: &[Participant],
    count: usize,
    statements: &[StatementResult],
    settings: &Settings,
) -> Vec<Group> {
    let min_votes = match settings.mode {
        Mode::Compat => 0,
        Mode::Standard => settings.min_group_votes,
    };
    let group = |id| {
        let members = || participants.iter().filter(|it| it.group == Some(id));
        let points: Vec<Point> = members().filter_map(|it| it.position).collect();
        Group {
            id,
            members: members().map(|it| it.id).collect(),
            centre: mean(&points),
            hull: hull(points),
            representative: representative(statements, id, min_votes),
        }
    };
    (0..count).map(group).collect()
}

fn mean(points: &[Point]) -> Point {
    let sum = |axis: usize| points.iter().map(|point| point[axis]).sum::<f64>();
    let count = points.len().max(1) as f64;
    [sum(0) / count, sum(1) / count]
}
