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
