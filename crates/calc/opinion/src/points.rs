//! Points of the plane.

pub(crate) type Point = [f64; 2];

pub(crate) fn squared_distance(a: Point, b: Point) -> f64 {
    let (x, y) = (a[0] - b[0], a[1] - b[1]);
    x * x + y * y
}

pub(crate) fn distance(a: Point, b: Point) -> f64 {
    squared_distance(a, b).sqrt()
}

/// By x, then by y.
pub(crate) fn compare(a: &Point, b: &Point) -> std::cmp::Ordering {
    a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1]))
}

/// Corners of the convex hull, anticlockwise from the leftmost (Andrew's monotone chain).
pub(crate) fn hull(mut points: Vec<Point>) -> Vec<Point> {
    leave_out_inner(&mut points);
    points.sort_by(compare);
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let mut lower = chain(points.iter());
    let mut upper = chain(points.iter().rev());
    lower.pop();
    upper.pop();
    lower.append(&mut upper);
    lower
}

/// Directions in which the outermost points are certainly corners, anticlockwise.
const DIRECTIONS: [Point; 8] = [
    [1.0, 0.0],
    [1.0, 1.0],
    [0.0, 1.0],
    [-1.0, 1.0],
    [-1.0, 0.0],
    [-1.0, -1.0],
    [0.0, -1.0],
    [1.0, -1.0],
];

/// Leaves out what is strictly within the octagon of the outermost points: of a million, nearly
/// all, so that few have to be sorted.
fn leave_out_inner(points: &mut Vec<Point>) {
    let Some(&any) = points.first() else { return };
    let mut outer = [any; 8];
    for &point in points.iter() {
        for (outermost, way) in outer.iter_mut().zip(DIRECTIONS) {
            let along = |it: Point| it[0] * way[0] + it[1] * way[1];
            if along(point) > along(*outermost) {
                *outermost = point;
            }
        }
    }
    let edges: Vec<[Point; 2]> = (0..8)
        .map(|at| [outer[at], outer[(at + 1) % 8]])
        .filter(|[a, b]| a != b)
        .collect();
    let inner = |point: Point| edges.iter().all(|edge| turns_left(edge, point));
    points.retain(|&point| edges.len() < 3 || !inner(point));
}

fn chain<'a>(points: impl Iterator<Item = &'a Point>) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::new();
    for &point in points {
        while corners.len() > 1 && !turns_left(&corners[corners.len() - 2..], point) {
            corners.pop();
        }
        corners.push(point);
    }
    corners
}

fn turns_left(edge: &[Point], point: Point) -> bool {
    let (a, b) = (edge[0], edge[1]);
    (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hull_of_a_grid_is_its_corners() {
        let grid = (0..100).map(|at| [f64::from(at % 10), f64::from(at / 10)]);
        let corners = vec![[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 9.0]];
        assert_eq!(hull(grid.collect()), corners);
    }

    #[test]
    fn one_point_and_two_are_their_own_hull() {
        assert_eq!(hull(vec![[1.0, 2.0]; 3]), [[1.0, 2.0]]);
        assert_eq!(hull(vec![[1.0, 2.0], [0.0, 0.0]]), [[0.0, 0.0], [1.0, 2.0]]);
        assert_eq!(hull(Vec::new()), Vec::<Point>::new());
    }
}
