//! From the plane of a map to a canvas: one scale for both axes, for only distance means anything.

use wiec_opinion::OpinionMap;

/// The canvas, in pixels: as wide as this, and as high as people differ along the second axis.
pub(crate) const WIDTH: f64 = 760.0;
const HIGHEST: f64 = 620.0;
const LOWEST: f64 = 260.0;
/// Room for marks at the edge and for the letters of groups.
const MARGIN: f64 = 46.0;

/// Where points of the plane lie on the canvas.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Canvas {
    middle: [f64; 2],
    scale: f64,
    height: f64,
}

impl Canvas {
    /// A canvas on which everybody has room.
    pub(crate) fn of(map: &OpinionMap) -> Self {
        let points = || map.participants.iter().filter_map(|it| it.position);
        let span = |axis: usize| {
            let ends = points().fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], point| {
                [low.min(point[axis]), high.max(point[axis])]
            });
            if ends[0] <= ends[1] { ends } else { [0.0, 0.0] }
        };
        let [x, y] = [span(0), span(1)];
        // Where all stand on one spot any scale is right.
        let fit = |room: f64, [low, high]: [f64; 2]| (room - 2.0 * MARGIN) / (high - low).max(1e-9);
        let scale = fit(WIDTH, x).min(fit(HIGHEST, y));
        Self {
            middle: [(x[0] + x[1]) / 2.0, (y[0] + y[1]) / 2.0],
            scale,
            height: ((y[1] - y[0]) * scale + 2.0 * MARGIN).clamp(LOWEST, HIGHEST),
        }
    }

    pub(crate) const fn height(self) -> f64 {
        self.height
    }

    /// A point of the plane; the second axis grows upwards.
    pub(crate) fn place(self, [x, y]: [f64; 2]) -> [f64; 2] {
        [
            WIDTH / 2.0 + (x - self.middle[0]) * self.scale,
            self.height / 2.0 - (y - self.middle[1]) * self.scale,
        ]
    }

    /// A closed line through corners, as an SVG path; nothing for fewer than three, which enclose nothing.
    pub(crate) fn outline(self, corners: &[[f64; 2]]) -> String {
        if corners.len() < 3 {
            return String::new();
        }
        let each = corners.iter().map(|&corner| {
            let [x, y] = self.place(corner);
            format!("{x:.1} {y:.1}")
        });
        format!("M{}Z", each.collect::<Vec<_>>().join("L"))
    }
}
