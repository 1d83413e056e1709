//! The map as a picture: a mark for each person, a hull and a letter for each group.

use askama::Template;
use wiec_kit::messages::messages;
use wiec_opinion::{Group, OpinionMap, Participant};

use crate::canvas::{Canvas, WIDTH};
use crate::figures::people;
use crate::marks::{Mark, Shape};
use crate::subject::Subject;

/// More marks than this make a picture heavy and tell nothing more.
const MOST_MARKS: usize = 3000;
/// Letters of groups keep at least this far apart, so that they can be read.
const APART: [f64; 2] = [120.0, 40.0];

#[derive(Template)]
#[template(path = "picture.svg", escape = "html")]
struct Picture {
    lang: &'static str,
    height: String,
    title: String,
    description: String,
    /// Who is in no group.
    others: String,
    groups: Vec<Drawn>,
}

/// A group as it is drawn.
struct Drawn {
    mark: Mark,
    hull: String,
    marks: String,
    at: [f64; 2],
    people: String,
}

/// Draws a map as SVG, with a title and a description for those who do not see it.
///
/// It stands alone: no script, no style sheet, nothing from elsewhere. Its colours are those of the
/// design by day; a page that holds it may give others to its classes.
#[must_use]
pub fn picture(subject: &Subject<'_>) -> String {
    let (map, lang) = (subject.map(), subject.lang);
    let canvas = Canvas::of(map);
    let radius = radius(map);
    let marks = |group: Option<usize>, shape: Option<Shape>| {
        drawn(map)
            .filter(|it| it.group == group)
            .filter_map(|it| it.position)
            .map(|point| mark(shape, canvas.place(point), radius))
            .collect::<String>()
    };
    let group = |group: &Group| {
        let mark = Mark::of(group.id);
        Drawn {
            mark,
            hull: canvas.outline(&group.hull),
            marks: marks(Some(group.id), Some(mark.shape)),
            at: canvas.place(group.centre),
            people: people(group.members.len(), lang),
        }
    };
    let mut groups: Vec<Drawn> = map.groups.iter().map(group).collect();
    move_apart(&mut groups);
    Picture {
        lang: lang.code(),
        height: format!("{:.0}", canvas.height()),
        title: title(subject),
        description: description(subject),
        others: marks(None, None),
        groups,
    }
    .render()
    .expect("a string takes everything")
}

/// Everybody, or every so-manieth of very many.
fn drawn(map: &OpinionMap) -> impl Iterator<Item = &Participant> {
    map.participants.iter().step_by(step(map))
}

/// Of how many people one is drawn.
pub(crate) fn step(map: &OpinionMap) -> usize {
    map.participants.len().div_ceil(MOST_MARKS).max(1)
}

fn radius(map: &OpinionMap) -> f64 {
    match map.participants.len() / step(map) {
        0..300 => 4.5,
        300..1000 => 3.4,
        _ => 2.6,
    }
}

/// Who is in no group has a small cross.
fn mark(shape: Option<Shape>, [x, y]: [f64; 2], radius: f64) -> String {
    match shape {
        Some(shape) => shape.path([x, y], radius),
        None => {
            let arm = radius * 0.6;
            let (left, up, wide) = (x - arm, y - arm, 2.0 * arm);
            format!("M{left:.1} {up:.1}l{wide:.1} {wide:.1}m0 -{wide:.1}l-{wide:.1} {wide:.1}")
        }
    }
}

/// Moves letters down that would stand on another; groups may have the same centre.
fn move_apart(groups: &mut [Drawn]) {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by(|&a, &b| groups[a].at[1].total_cmp(&groups[b].at[1]));
    for (rank, &place) in order.iter().enumerate() {
        for &above in &order[..rank] {
            let (here, there) = (groups[place].at, groups[above].at);
            let is_near = (here[0] - there[0]).abs() < APART[0] && here[1] - there[1] < APART[1];
            if is_near {
                groups[place].at[1] = there[1] + APART[1];
            }
        }
    }
}

fn title(subject: &Subject<'_>) -> String {
    let (map, lang) = (subject.map(), subject.lang);
    let everybody = people(map.participants.len(), lang);
    match map.groups.len() {
        0 => messages(lang).map_picture_alone(everybody),
        groups => messages(lang).map_picture_title(groups, everybody),
    }
}

fn description(subject: &Subject<'_>) -> String {
    let (map, m) = (subject.map(), messages(subject.lang));
    let mut said = m.map_picture_about().to_owned();
    for group in &map.groups {
        let mark = Mark::of(group.id);
        let shape = match mark.shape {
            Shape::Circle => m.map_circles(),
            Shape::Triangle => m.map_triangles(),
            Shape::Square => m.map_squares(),
            Shape::Diamond => m.map_diamonds(),
            Shape::Wedge => m.map_wedges(),
            Shape::Star => m.map_stars(),
        };
        let people = people(group.members.len(), subject.lang);
        said.push(' ');
        said.push_str(&m.map_picture_group(mark.letter(), people, shape));
    }
    said
}
