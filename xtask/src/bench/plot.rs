//! Plots of growth: both axes logarithmic, so that what grows linearly is a line with the slope of the one drawn
//! behind it.

use std::fmt::Write;

use super::in_unit;

/// One plot: nanoseconds over something, each point more than nothing.
pub struct Panel {
    title: &'static str,
    points: Vec<(f64, f64)>,
    /// How a size is written.
    unit: fn(f64) -> String,
}

impl Panel {
    /// Of points that ascend; `None` where there are fewer than two.
    pub fn new(title: &'static str, points: Vec<(f64, f64)>, unit: fn(f64) -> String) -> Option<Self> {
        (points.len() > 1).then_some(Panel { title, points, unit })
    }
}

/// Pixels of a panel with its labels, and of the plot in it.
const PANEL: (f64, f64) = (440.0, 330.0);
const PLOT: (f64, f64) = (340.0, 240.0);
/// Where the plot begins in its panel.
const CORNER: (f64, f64) = (80.0, 40.0);

const STYLE: &str = "text{font:12px sans-serif;fill:#333}.grid{stroke:#ddd}.slope{stroke:#999;stroke-dasharray:4 4}\
    polyline{fill:none;stroke:#1f5fa8;stroke-width:2}circle{fill:#1f5fa8}.page{fill:#fff}";

/// Panels side by side.
pub fn svg(panels: &[Panel]) -> String {
    let (width, height) = (PANEL.0 * panels.len() as f64, PANEL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <style>{STYLE}</style>\n<rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n"
    );
    for (nth, panel) in panels.iter().enumerate() {
        let x = PANEL.0 * nth as f64 + CORNER.0;
        panel.draw(x, &mut out).expect("a string can be written to");
    }
    out + "</svg>\n"
}

impl Panel {
    /// Draws the panel whose plot begins at `left`.
    fn draw(&self, left: f64, out: &mut String) -> std::fmt::Result {
        let (x, y) =
            (Axis::over(self.points.iter().map(|point| point.0)), Axis::over(self.points.iter().map(|point| point.1)));
        let (top, bottom, right) = (CORNER.1, CORNER.1 + PLOT.1, left + PLOT.0);
        let across = |value: f64| left + x.share(value) * PLOT.0;
        let up = |value: f64| bottom - y.share(value) * PLOT.1;
        writeln!(out, "<text x=\"{left}\" y=\"{}\">{}</text>", top - 14.0, self.title)?;
        for tick in x.ticks() {
            let at = across(tick);
            writeln!(out, "<line class=\"grid\" x1=\"{at:.1}\" y1=\"{top}\" x2=\"{at:.1}\" y2=\"{bottom}\"/>")?;
            let label = (self.unit)(tick);
            writeln!(out, "<text x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{label}</text>", bottom + 18.0)?;
        }
        for tick in y.ticks() {
            let at = up(tick);
            writeln!(out, "<line class=\"grid\" x1=\"{left}\" y1=\"{at:.1}\" x2=\"{right}\" y2=\"{at:.1}\"/>")?;
            let (value, unit) = in_unit(tick);
            let label = format!("{value:.0} {unit}");
            writeln!(out, "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>", left - 6.0, at + 4.0)?;
        }
        // Linear growth through the last point, as far as the plot goes.
        let (last_x, last_y) = self.points[self.points.len() - 1];
        let first_x = x.least().max(last_x * y.least() / last_y);
        let first_y = last_y * first_x / last_x;
        writeln!(
            out,
            "<line class=\"slope\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
            across(first_x),
            up(first_y),
            across(last_x),
            up(last_y)
        )?;
        let line: Vec<_> = self.points.iter().map(|&(x, y)| format!("{:.1},{:.1}", across(x), up(y))).collect();
        writeln!(out, "<polyline points=\"{}\"/>", line.join(" "))?;
        for &(x, y) in &self.points {
            writeln!(out, "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"3\"/>", across(x), up(y))?;
        }
        Ok(())
    }
}

/// A logarithmic axis, from one power of ten to another.
struct Axis {
    from: i32,
    to: i32,
}

impl Axis {
    /// One that has room for these values.
    fn over(values: impl Iterator<Item = f64> + Clone) -> Self {
        let least = values.clone().fold(f64::INFINITY, f64::min).log10().floor() as i32;
        let most = values.fold(0.0, f64::max).log10().ceil() as i32;
        Axis { from: least, to: most.max(least + 1) }
    }

    fn least(&self) -> f64 {
        10f64.powi(self.from)
    }

    /// How far along a value is, from 0 to 1.
    fn share(&self, value: f64) -> f64 {
        (value.log10() - f64::from(self.from)) / f64::from(self.to - self.from)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        (self.from..=self.to).map(|power| 10f64.powi(power))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_at_powers_of_ten() {
        let check = |values: &[f64], expected: (i32, i32)| {
            let axis = Axis::over(values.iter().copied());
            assert_eq!((axis.from, axis.to), expected, "{values:?}");
        };
        check(&[1.0], (0, 1));
        check(&[20.0, 3_000.0], (1, 4));
        check(&[10.0, 100.0], (1, 2));
    }

    #[test]
    fn linear_growth_is_the_slope() {
        let drawn = svg(&[Panel::new("t", vec![(1.0, 10.0), (10.0, 100.0)], |x| x.to_string()).expect("points")]);
        let corners = ["x1=\"80.0\" y1=\"280.0\" x2=\"420.0\" y2=\"40.0\"", "points=\"80.0,280.0 420.0,40.0\""];
        assert!(corners.iter().all(|corner| drawn.contains(corner)), "{drawn}");
    }
}
