//! Values on a scale: a line for each answer, what its words cover drawn on it.

mod scale;

use super::format::{self, join};
use super::messages::{Key, fill};
use super::parts::el;
use super::{Attr, Context, El, Tag, sum};
use crate::compare::{self, Extent, Group};
use crate::dossier::{Bounds, ClaimIndex, Hedge, Value};
use scale::Scale;

/// The height of a line, in CSS pixels.
const LINE: &str = "20";
/// Where drawing begins and ends, in thousandths of the width: dots at the ends need room.
const EDGES: (f64, f64) = (30.0, 970.0);

/// An answer on the scale.
struct Row {
    /// Who gives it.
    names: String,
    /// What it comes to, in words.
    value: String,
    extent: Extent,
    shape: Shape,
}

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

/// The plot of a claim whose values have a scale, where two answers or more can be placed on it. An image for
/// assistive technology, named by all that it shows.
pub(super) fn plot(context: &Context, at: ClaimIndex) -> Option<El> {
    let (claim, comparison) = context.claim(at);
    let messages = context.messages;
    let rows: Vec<Row> = comparison.groups.iter().filter_map(|group| row(context, at, group)).collect();
    if rows.len() < 2 {
        return None;
    }
    let extents: Vec<Extent> = rows.iter().map(|row| row.extent).collect();
    let scale = Scale::new(claim, &extents)?;
    let ticks = scale.ticks(messages, claim);
    let place = |x: f64| (EDGES.0 + scale.share(x) * (EDGES.1 - EDGES.0)).clamp(0.0, 1000.0).round() as u64;

    let each = rows.iter().map(|row| join(messages, Key::Comma, &[row.names.clone(), row.value.clone()]));
    let label = join(messages, Key::Semicolon, &each.collect::<Vec<_>>());
    let mut root = el(Tag::Div, "variorum-plot")
        .with(Attr::Role, "img")
        .with(Attr::AriaLabel, fill(messages.get(Key::Plot), &[("list", &label)]));
    for row in &rows {
        let mut line = svg();
        for (x, _) in &ticks {
            line.push(bar("variorum-grid", place(*x), None, "0", LINE));
        }
        let outer = row.extent.outer;
        let covered = if row.shape == Shape::Bar { row.extent.core } else { row.extent.figure };
        if row.shape != Shape::Dot && outer != covered {
            line.push(bar("variorum-reach", place(outer.from), Some(place(outer.to)), "9", "2"));
        }
        if outer.from == f64::NEG_INFINITY {
            line.push(words("0%".into(), "start", "←").class("variorum-arrow"));
        }
        if outer.to == f64::INFINITY {
            line.push(words("100%".into(), "end", "→").class("variorum-arrow"));
        }
        let (from, to) = (place(covered.from), place(covered.to));
        line.push(match row.shape {
            // Narrower than a dot is wide, it would be hard to see.
            Shape::Bar if to - from > 30 => bar("variorum-bar", from, Some(to), "5", "10").with(Attr::Rx, "5"),
            _ => dot(place((covered.from + covered.to) / 2.0)),
        });
        root.push(
            el(Tag::Div, "variorum-line")
                .child(el(Tag::Span, "variorum-who").child(El::new(Tag::Bdi).say(row.names.as_str())))
                .child(line),
        );
    }
    let mut axis = svg();
    for (x, label) in ticks {
        let at = place(x);
        // Words at the edges would be cut off if they stood in the middle of their place.
        let anchor = if at < 120 {
            "start"
        } else if at > 880 {
            "end"
        } else {
            "middle"
        };
        axis.push(words(percent(at), anchor, &label));
    }
    Some(root.child(el(Tag::Div, "variorum-axis").child(El::new(Tag::Span)).child(axis)))
}

fn row(context: &Context, at: ClaimIndex, group: &Group) -> Option<Row> {
    let (claim, _) = context.claim(at);
    let messages = context.messages;
    let first = &claim.readings[group.readings[0]];
    let answer = first.answer.as_ref()?;
    let mut sources = sum::distinct(context, at, group.readings.iter().copied(), true);
    sources.extend(sum::distinct(context, at, group.readings.iter().copied(), false));
    let name = |&source: &usize| context.dossier.sources[source].name.clone();
    let shown: Vec<String> = sources.iter().take(2).map(name).collect();
    let mut names = join(messages, Key::Comma, &shown);
    if sources.len() > shown.len() {
        let more = format::integer(messages, (sources.len() - shown.len()) as u64);
        names = fill(messages.get(Key::PlotMore), &[("x", &names), ("n", &more)]);
    }
    Some(Row {
        names,
        value: format::reading(messages, claim, first).words,
        extent: compare::extent(claim, answer)?,
        shape: shape(&answer.value),
    })
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

/// A line of the plot. It has no view box: shares of the width keep type and strokes their size.
fn svg() -> El {
    El::new(Tag::Svg).with(Attr::Width, "100%").with(Attr::Height, LINE)
}

/// From one place to another, in thousandths of the width; one pixel wide without an end.
fn bar(class: &'static str, from: u64, to: Option<u64>, y: &'static str, height: &'static str) -> El {
    let el = el(Tag::Rect, class).with(Attr::X, percent(from)).with(Attr::Y, y).with(Attr::Height, height);
    match to {
        Some(to) => el.with(Attr::Width, percent(to - from)),
        None => el.with(Attr::Width, "1"),
    }
}

fn dot(at: u64) -> El {
    el(Tag::Circle, "variorum-dot").with(Attr::Cx, percent(at)).with(Attr::Cy, "10").with(Attr::R, "5.5")
}

fn words(x: String, anchor: &'static str, words: &str) -> El {
    El::new(Tag::SvgText).with(Attr::X, x).with(Attr::Y, "14").with(Attr::TextAnchor, anchor).say(words)
}

/// Thousandths as a percentage.
fn percent(thousandths: u64) -> String {
    let mut out = String::new();
    format::push_digits(thousandths / 10, &mut out);
    out.push('.');
    format::push_digits(thousandths % 10, &mut out);
    out.push('%');
    out
}
