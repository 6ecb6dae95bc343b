//! Values on a scale: a line for each answer, what its words cover drawn on it.

mod scale;

use super::format::{self, join};
use super::messages::{Key, Messages, Printed, fill};
use super::writer::Writer;
use super::{Attr, Context, Tag, sum};
use crate::compare::{self, Extent, ReadingIndex};
use crate::dossier::{Bounds, Claim, ClaimIndex, Hedge, Value};
use scale::Scale;

/// The height of a line, in tenths of its type's size: as high as the style sheets make the names beside it.
const LINE: u64 = 16;
/// Where drawing begins and ends, in thousandths of the width: dots at the ends need room.
const EDGES: (f64, f64) = (30.0, 970.0);

/// How a figure is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    /// As it stands: a dot.
    Dot,
    /// Hedged, with a dot at the figure and a thin line as far as the words stretch.
    Around,
    /// As a bar over what its words plainly cover; the thin line further.
    Bar,
}

/// Writes the plot of a claim whose values have a scale, where two answers or more can be placed on it. An image for
/// assistive technology, named by all that it shows.
pub(super) fn plot(to: &mut Writer, at: ClaimIndex) {
    let messages = to.context.messages;
    let (claim, comparison) = to.context.claim(at);
    let (mut rows, mut extents, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    for group in &comparison.groups {
        let first = &claim.readings[group.readings[0]];
        if let Some(answer) = &first.answer
            && let Some(extent) = compare::extent(claim, answer)
        {
            let names = names(&to.context, at, &group.readings);
            let value = format::reading(messages, claim, first).inline(messages);
            labels.push(messages.fill(Key::Comma, &[&names, &value]));
            extents.push(extent);
            rows.push((names, shape(&answer.value)));
        }
    }
    let Some(scale) = Scale::new(claim.kind, &extents).filter(|_| rows.len() > 1) else { return };
    let ticks = scale.ticks(messages, claim.kind);

    to.open(Tag::Div, "plot");
    to.set(Attr::Role, "img");
    to.put(Attr::AriaLabel, messages.fill(Key::Plot, &[&join(messages, Key::Semicolon, &labels)]));
    // Names in one column and the drawing in the other, not line by line: half the elements to lay out.
    to.open(Tag::Div, "names");
    for (names, _) in &rows {
        to.open(Tag::Span, "who");
        // What is too long is cut where the names end, not where the line does.
        to.set(Attr::Dir, "auto");
        to.text(names);
        to.close();
    }
    let unit = unit(messages, claim);
    if !unit.is_empty() {
        to.leaf(Tag::Span, "unit", &unit);
    }
    to.close();

    let height = LINE * rows.len() as u64;
    // Without a view box: shares of the width keep type and strokes their size.
    to.open(Tag::Svg, "scale");
    to.set(Attr::Width, "100%");
    to.put(Attr::Height, tenths(height + LINE, "em"));
    for (x, _) in &ticks {
        bar(to, "grid", place(&scale, *x), None, 0, height);
    }
    for (nth, ((_, shape), extent)) in rows.iter().zip(&extents).enumerate() {
        draw(to, &scale, *shape, extent, LINE * nth as u64);
    }
    let step = if is_crowded(&ticks) { 2 } else { 1 };
    for (x, label) in ticks.into_iter().step_by(step) {
        let at = place(&scale, x);
        // Words at the edges would be cut off if they stood in the middle of their place.
        let anchor = if at < 120 {
            "start"
        } else if at > 880 {
            "end"
        } else {
            "middle"
        };
        to.open(Tag::SvgText, "tick");
        put_place(to, Attr::X, at);
        to.put(Attr::Y, tenths(height + 12, "em"));
        to.set(Attr::TextAnchor, anchor);
        to.text(&label);
        to.close();
    }
    to.close();
    to.close();
}

/// What the numbers of a scale count, without a number: "metres". Empty where their words say so, or nothing does.
fn unit(messages: &Messages, claim: &Claim) -> String {
    let code = claim.unit.as_deref().unwrap_or_default();
    // A hundred takes the form without a number of its own in every language; Arabic has one for two.
    match messages.unit(code, Printed::whole(100)) {
        Some(pattern) => fill(pattern, &[]).trim().into(),
        None => code.into(),
    }
}

/// Whether the words of ticks would touch on a narrow screen, where some thirty letters fit on the line: those at the
/// edges stand with all their length on one side.
fn is_crowded(ticks: &[(f64, String)]) -> bool {
    let width = |words: &str| words.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum();
    let widest: usize = ticks.iter().map(|(_, words)| width(words)).max().unwrap_or(0);
    widest * ticks.len().saturating_sub(1) >= 20
}

/// Who gives an answer: two names at most, and how many more.
fn names(context: &Context, at: ClaimIndex, readings: &[ReadingIndex]) -> String {
    let messages = context.messages;
    let mut sources = sum::distinct(context, at, readings, true, None);
    sources.extend(sum::distinct(context, at, readings, false, None));
    let mut names: Vec<String> = Vec::new();
    for &source in sources.iter().take(2) {
        names.push(format::isolate(messages, &context.source(source).name));
    }
    let names = join(messages, Key::Comma, &names);
    match sources.len() {
        0..=2 => names,
        n => messages.fill(Key::PlotMore, &[&names, &format::integer(messages, n as u64 - 2)]),
    }
}

fn shape(value: &Value) -> Shape {
    fn of<T>(bounds: &Bounds<T>) -> Shape {
        match bounds {
            Bounds::Is(_, Hedge::Exact) => Shape::Dot,
            Bounds::Is(_, Hedge::About) => Shape::Around,
            _ => Shape::Bar,
        }
    }
    match value {
        Value::Duration(bounds) => of(bounds),
        Value::Count(bounds) => of(bounds),
        Value::Quantity { amount, .. } => of(amount),
        // A date is a period: a year, a day.
        _ => Shape::Bar,
    }
}

/// Draws an answer on its line, which begins at `top`, in tenths.
fn draw(to: &mut Writer, scale: &Scale, shape: Shape, extent: &Extent, top: u64) {
    let outer = extent.outer;
    let covered = if shape == Shape::Bar { extent.core } else { extent.figure };
    if shape != Shape::Dot && outer != covered {
        bar(to, "reach", place(scale, outer.from), Some(place(scale, outer.to)), top + 7, 2);
    }
    let is_rtl = to.context.messages.is_rtl();
    if outer.from == f64::NEG_INFINITY {
        arrow(to, is_rtl, top);
    }
    if outer.to == f64::INFINITY {
        arrow(to, !is_rtl, top);
    }
    let (from, end) = (place(scale, covered.from), place(scale, covered.to));
    // Narrower than a dot is wide, a bar would be hard to see.
    if shape == Shape::Bar && end - from > 30 {
        return bar(to, "bar", from, Some(end), top + 4, 8);
    }
    to.open(Tag::Circle, "dot");
    put_place(to, Attr::Cx, place(scale, (covered.from + covered.to) / 2.0));
    to.put(Attr::Cy, tenths(top + 8, "em"));
    to.set(Attr::R, ".45em");
    to.close();
}

/// Where a value is drawn, in thousandths of the width, from where reading begins.
fn place(scale: &Scale, x: f64) -> u64 {
    (EDGES.0 + scale.share(x) * (EDGES.1 - EDGES.0)).clamp(0.0, 1000.0).round() as u64
}

/// From one place to another; one pixel wide without an end. `top` and `height` in tenths.
fn bar(to: &mut Writer, class: &'static str, from: u64, end: Option<u64>, top: u64, height: u64) {
    to.open(Tag::Rect, class);
    let is_rtl = to.context.messages.is_rtl();
    put_place(to, Attr::X, end.filter(|_| is_rtl).unwrap_or(from));
    to.put(Attr::Width, end.map_or("1".into(), |end| tenths(end - from, "%")));
    to.put(Attr::Y, tenths(top, "em"));
    to.put(Attr::Height, tenths(height, "em"));
    to.close();
}

/// An arrow out of the drawing, at its right end or its left. Drawn: for a character that the type lacks a browser asks
/// the system for other fonts, which takes longer than all of the card. `top` in tenths.
fn arrow(to: &mut Writer, is_right: bool, top: u64) {
    let (side, shape) =
        if is_right { ("xMaxYMid", "M1 7h7V3l7 5-7 5V9H1Z") } else { ("xMinYMid", "M15 7H8V3L1 8l7 5V9h7Z") };
    // A square, at one end of all the width.
    to.open(Tag::Svg, "arrow");
    to.set(Attr::ViewBox, "0 0 16 16");
    to.set(Attr::PreserveAspectRatio, side);
    to.put(Attr::Y, tenths(top + 3, "em"));
    to.set(Attr::Height, "1em");
    to.open(Tag::Path, "");
    to.set(Attr::D, shape);
    to.close();
    to.close();
}

/// A place on the line. SVG counts from the left; what is read from the right grows from there.
fn put_place(to: &mut Writer, attr: Attr, place: u64) {
    to.put(attr, tenths(if to.context.messages.is_rtl() { 1000 - place } else { place }, "%"));
}

/// A length in CSS: of a share of the width, tenths of a percentage are thousandths.
fn tenths(tenths: u64, unit: &str) -> String {
    let mut out = String::new();
    format::push_plain(tenths / 10, 1, &mut out);
    out.push('.');
    format::push_plain(tenths % 10, 1, &mut out);
    out.push_str(unit);
    out
}
