//! Shapes in a picture: whether one fits into it, and whether one covers another.

use jalon_engine::kind::hotspot::{Shape, WHOLE};

/// A place in a picture, both ways in the unit of its width.
type Point = [f64; 2];

fn at([x, y]: [u16; 2], height: u32) -> Point {
    [
        f64::from(x),
        f64::from(y) * f64::from(height) / f64::from(WHOLE),
    ]
}

/// What else keeps a region from being pointed at.
pub(super) fn fits(shape: &Shape, height: u32) -> Result<(), &'static str> {
    match shape {
        Shape::Rect(_) => Ok(()),
        Shape::Circle([x, y, radius]) => {
            let ([_, y], radius) = (at([*x, *y], height), f64::from(*radius));
            let inside = radius <= y && y + radius <= f64::from(height);
            inside
                .then_some(())
                .ok_or("the circle is not inside the picture")
        }
        Shape::Polygon(corners) => {
            let next = corners.iter().cycle().skip(1);
            let sides = corners.iter().zip(next);
            let area: f64 = sides
                .map(|(a, b)| cross(at(*a, height), at(*b, height)))
                .sum();
            (area != 0.0).then_some(()).ok_or("the polygon has no size")
        }
    }
}

fn cross([ax, ay]: Point, [bx, by]: Point) -> f64 {
    ax * by - ay * bx
}

/// True where every place at the edge of `under` is in `over`.
pub(super) fn covers(over: &Shape, under: &Shape, height: u32) -> bool {
    edge(under, height)
        .into_iter()
        .all(|point| contains(over, point, height))
}

/// Places all along the edge of a shape.
fn edge(shape: &Shape, height: u32) -> Vec<Point> {
    let corners = match shape {
        Shape::Circle([x, y, radius]) => {
            let [x, y] = at([*x, *y], height);
            let turns = (0..32u8).map(|n| f64::from(n) * std::f64::consts::PI / 16.0);
            let radius = f64::from(*radius);
            let on = |turn: f64| [x + radius * turn.cos(), y + radius * turn.sin()];
            return turns.map(on).collect();
        }
        shape => corners(shape, height),
    };
    let next = corners.iter().cycle().skip(1);
    let between = |([ax, ay], [bx, by]): (&Point, &Point)| {
        let steps = (0..8u8).map(|n| f64::from(n) / 8.0);
        let (ax, ay, bx, by) = (*ax, *ay, *bx, *by);
        steps.map(move |step| [ax + (bx - ax) * step, ay + (by - ay) * step])
    };
    corners.iter().zip(next).flat_map(between).collect()
}

fn corners(shape: &Shape, height: u32) -> Vec<Point> {
    let corners = match shape {
        Shape::Rect([x, y, w, h]) => {
            let (right, low) = (x.saturating_add(*w), y.saturating_add(*h));
            vec![[*x, *y], [right, *y], [right, low], [*x, low]]
        }
        Shape::Circle(_) => Vec::new(),
        Shape::Polygon(corners) => corners.clone(),
    };
    corners
        .into_iter()
        .map(|corner| at(corner, height))
        .collect()
}

fn contains(shape: &Shape, [px, py]: Point, height: u32) -> bool {
    // Half a unit, which is less than an author can write.
    const NEAR: f64 = 0.5;
    if let Shape::Circle([x, y, radius]) = shape {
        let [x, y] = at([*x, *y], height);
        return (px - x).hypot(py - y) <= f64::from(*radius) + NEAR;
    }
    let corners = corners(shape, height);
    let next = corners.iter().cycle().skip(1);
    let mut inside = false;
    for ([ax, ay], [bx, by]) in corners.iter().zip(next) {
        let (length, from) = ((bx - ax).hypot(by - ay), [px - ax, py - ay]);
        let along = (from[0] * (bx - ax) + from[1] * (by - ay)) / length.max(NEAR);
        let beside = cross([bx - ax, by - ay], from).abs() / length.max(NEAR);
        if beside <= NEAR && (-NEAR..=length + NEAR).contains(&along) {
            return true;
        }
        if (*ay > py) != (*by > py) && px < (bx - ax) * (py - ay) / (by - ay) + ax {
            inside = !inside;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As high as it is wide.
    const SQUARE: u32 = WHOLE as u32;

    #[test]
    fn a_region_under_a_larger_one_is_found_whatever_their_shapes() {
        let big = Shape::Rect([1000, 1000, 5000, 5000]);
        let small = Shape::Rect([2000, 2000, 1000, 1000]);
        let circle = Shape::Circle([3500, 3500, 1000]);
        let corner = Shape::Polygon(vec![[1000, 1000], [6000, 1000], [1000, 6000]]);
        let hook = Shape::Polygon(vec![
            [0, 0],
            [9000, 0],
            [9000, 9000],
            [8000, 9000],
            [8000, 1000],
            [0, 1000],
        ]);
        for (over, under, expected) in [
            (&big, &small, true),
            (&small, &big, false),
            (&big, &big, true),
            (&big, &circle, true),
            (&circle, &small, false),
            (&circle, &circle, true),
            (&big, &corner, true),
            (&corner, &big, false),
            (&corner, &small, true),
            (&hook, &big, false),
            (&hook, &small, false),
        ] {
            assert_eq!(
                covers(over, under, SQUARE),
                expected,
                "{over:?} over {under:?}"
            );
        }
    }

    #[test]
    fn a_circle_is_round_in_a_flat_picture() {
        let circle = Shape::Circle([5000, 5000, 2000]);
        assert_eq!(fits(&circle, SQUARE), Ok(()));
        assert_eq!(fits(&circle, 4000), Ok(()));
        assert!(fits(&circle, 3999).is_err());
        // Twice as wide as high: a fifth of the width is two fifths of the height.
        let around = Shape::Rect([3000, 1000, 4000, 8000]);
        assert!(covers(&around, &circle, 5000));
        assert!(!covers(&around, &circle, 4000));
    }
}
