//! The way from a mark to its card: a pointer inside it is on its way and keeps the preview open.

/// A point in CSS pixels of the viewport.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A box in CSS pixels of the viewport.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

/// The triangle from where the pointer left the mark to the card's facing edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corridor {
    /// Where the pointer left the mark.
    pub from: Point,
    /// The card.
    pub card: Rect,
    /// When it ends.
    pub until: f64,
}

/// How far beside the triangle a pointer may stray, in pixels.
const SLACK: f64 = 8.0;

impl Point {
    /// To another point, in pixels.
    pub fn distance(self, other: Point) -> f64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        (x * x + y * y).sqrt() // `hypot` guards against overflow, for 0.4 KB
    }
}

impl Corridor {
    /// Whether a pointer here is on its way.
    pub fn holds(&self, at: Point) -> bool {
        let Rect { left, top, right, bottom } = self.card;
        let (left, right) = (left - SLACK, right + SLACK);
        // The facing edge: the card stands below or above the hovered line, else beside it.
        let (a, b) = if self.from.y <= top {
            (Point { x: left, y: top }, Point { x: right, y: top })
        } else if self.from.y >= bottom {
            (Point { x: left, y: bottom }, Point { x: right, y: bottom })
        } else if self.from.x <= left {
            (Point { x: left, y: top }, Point { x: left, y: bottom })
        } else {
            (Point { x: right, y: top }, Point { x: right, y: bottom })
        };
        // The first pixels, in any direction.
        if self.from.distance(at) <= SLACK {
            return true;
        }
        let sides = [side(self.from, a, at), side(a, b, at), side(b, self.from, at)];
        sides.iter().all(|&s| s >= 0.0) || sides.iter().all(|&s| s <= 0.0)
    }
}

/// On which side of the line from `a` to `b` a point is: the sign.
fn side(a: Point, b: Point, at: Point) -> f64 {
    (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds() {
        let below = Rect { left: 100.0, top: 200.0, right: 500.0, bottom: 600.0 };
        let check = |from: (f64, f64), at: (f64, f64), expected: bool| {
            let corridor = Corridor { from: Point { x: from.0, y: from.1 }, card: below, until: 0.0 };
            assert_eq!(corridor.holds(Point { x: at.0, y: at.1 }), expected, "{from:?} → {at:?}");
        };
        check((150.0, 180.0), (150.0, 190.0), true);
        check((150.0, 180.0), (300.0, 195.0), true);
        check((150.0, 180.0), (152.0, 179.0), true);
        check((150.0, 180.0), (150.0, 160.0), false);
        check((150.0, 180.0), (50.0, 190.0), false);
        check((300.0, 700.0), (300.0, 650.0), true);
        check((300.0, 700.0), (300.0, 750.0), false);
        check((20.0, 400.0), (60.0, 400.0), true);
        check((600.0, 400.0), (550.0, 380.0), true);
        check((600.0, 400.0), (650.0, 400.0), false);
    }
}
