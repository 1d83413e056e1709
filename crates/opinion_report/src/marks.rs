//! How groups are told apart: by a letter and a shape first, by the line of their hull, and by colour last.

/// A shape that stands for one person of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Circle,
    Triangle,
    Square,
    Diamond,
    Wedge,
    Star,
}

const SHAPES: [Shape; 6] = [
    Shape::Circle,
    Shape::Triangle,
    Shape::Square,
    Shape::Diamond,
    Shape::Wedge,
    Shape::Star,
];

/// Colours of the design by day, for pictures that stand alone; in a report its style sheet decides.
/// The seventh group has the colour and the shape of the first again, and its own letter.
const COLOURS: [&str; 6] = [
    "#17368a", "#a8500c", "#0b735d", "#a1338c", "#846000", "#36383c",
];

/// Lines of hulls, as dashes and gaps; the first is unbroken.
const DASHES: [&str; 6] = ["none", "9 6", "2 6", "12 5 2 5", "16 8", "5 3"];

/// How one group is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) id: usize,
    pub(crate) shape: Shape,
}

impl Mark {
    pub(crate) const fn of(id: usize) -> Self {
        Self {
            id,
            shape: SHAPES[id % SHAPES.len()],
        }
    }

    pub(crate) fn letter(self) -> String {
        letter(self.id)
    }

    /// The class that gives it its colour.
    pub(crate) fn class(self) -> String {
        format!("g{}", self.id % COLOURS.len())
    }

    pub(crate) const fn colour(self) -> &'static str {
        COLOURS[self.id % COLOURS.len()]
    }

    pub(crate) const fn dashes(self) -> &'static str {
        DASHES[self.id % DASHES.len()]
    }

    /// Its outline in a box of 20 by 20, for keys and headings.
    pub(crate) fn outline(self) -> String {
        self.shape.path([10.0, 10.0], 7.5)
    }
}

/// What people call a group: A, B, … and past Z its number.
#[must_use]
pub fn letter(id: usize) -> String {
    match u8::try_from(id) {
        Ok(id @ 0..26) => char::from(b'A' + id).to_string(),
        _ => (id + 1).to_string(),
    }
}

impl Shape {
    /// Its outline around a point, as an SVG path, with about the area of a circle of that radius.
    pub(crate) fn path(self, [x, y]: [f64; 2], radius: f64) -> String {
        let polygon = |corners: &[[f64; 2]]| {
            let each = corners
                .iter()
                .map(|[dx, dy]| format!("{:.1} {:.1}", x + dx * radius, y + dy * radius));
            format!("M{}Z", each.collect::<Vec<_>>().join("L"))
        };
        match self {
            Self::Circle => format!(
                "M{:.1} {y:.1}a{radius:.1} {radius:.1} 0 1 0 {:.1} 0a{radius:.1} {radius:.1} 0 1 0 -{:.1} 0Z",
                x - radius,
                2.0 * radius,
                2.0 * radius
            ),
            Self::Triangle => polygon(&[[0.0, -1.3], [1.25, 0.85], [-1.25, 0.85]]),
            Self::Square => polygon(&[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]),
            Self::Diamond => polygon(&[[0.0, -1.3], [1.3, 0.0], [0.0, 1.3], [-1.3, 0.0]]),
            Self::Wedge => polygon(&[[-1.25, -0.85], [1.25, -0.85], [0.0, 1.3]]),
            Self::Star => polygon(&[
                [0.0, -1.5],
                [0.4, -0.4],
                [1.5, 0.0],
                [0.4, 0.4],
                [0.0, 1.5],
                [-0.4, 0.4],
                [-1.5, 0.0],
                [-0.4, -0.4],
            ]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_design() {
        let styles = include_str!("../templates/opinion.css");
        for (place, colour) in COLOURS.iter().enumerate() {
            let rule = format!("--g{place}: light-dark({colour},");
            assert!(styles.contains(&rule), "{rule}");
        }
    }

    #[test]
    fn groups_beyond_the_alphabet_have_numbers() {
        assert_eq!([0, 1, 25, 26].map(letter), ["A", "B", "Z", "27"]);
    }
}
