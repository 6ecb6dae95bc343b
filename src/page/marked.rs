//! A mark in the page, wrapped or painted, and what the stage asks of either.

use super::card::rect_of;
use super::paint;
use super::widget::Widget;
use crate::view::life::{Point, Rect};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DomRectList, Element, HtmlElement, Node, Range, ScrollIntoViewOptions, ScrollLogicalPosition, Text};

/// A mark in the page.
#[derive(Clone)]
pub struct Marked {
    /// Whose it is.
    pub widget: Rc<Widget>,
    /// Its claims, worst relation first; never none.
    pub claims: Rc<[usize]>,
    /// Its words.
    pub words: Words,
}

/// Marked words, as they stand in the page.
#[derive(Clone)]
pub enum Words {
    /// Wrapped in elements: the mark, then pointer-only ones.
    Wrapped(Rc<[Element]>),
    /// Painted.
    Painted(Rc<Painted>),
}

/// Painted words.
pub struct Painted {
    /// Where they stand, in order.
    pub ranges: Vec<Range>,
    /// The highlight that paints them: the relation's name.
    pub highlight: &'static str,
    /// The entry of the list of tab stops.
    pub entry: Element,
    /// The link in it.
    pub stop: Element,
}

impl Words {
    /// What they say now; `None` where a part of them is no longer in the page.
    pub fn text(&self) -> Option<String> {
        let mut text = String::new();
        match self {
            Words::Wrapped(elements) => {
                for element in elements.iter() {
                    text.push_str(&element.text_content().filter(|_| element.is_connected())?);
                }
            }
            Words::Painted(painted) => {
                for range in &painted.ranges {
                    let part = range.to_string().as_string();
                    text.push_str(&part.filter(|_| range.start_container().is_ok_and(|node| node.is_connected()))?);
                }
            }
        }
        Some(text)
    }

    /// The nodes in which they begin and end, and the places in them, in UTF-16 code units.
    pub fn ends(&self) -> Option<[(Node, u32); 2]> {
        match self {
            Words::Wrapped(elements) => {
                let last = elements.last()?.last_child()?;
                let end = last.unchecked_ref::<Text>().length();
                Some([(elements.first()?.first_child()?, 0), (last, end)])
            }
            Words::Painted(painted) => {
                let (first, last) = (painted.ranges.first()?, painted.ranges.last()?);
                Some([
                    (first.start_container().ok()?, first.start_offset().ok()?),
                    (last.end_container().ok()?, last.end_offset().ok()?),
                ])
            }
        }
    }
}

impl Marked {
    /// The elements by which a mark is known: events on them are events on the mark.
    pub fn elements(&self) -> &[Element] {
        match &self.words {
            Words::Wrapped(elements) => elements,
            Words::Painted(painted) => std::slice::from_ref(&painted.stop),
        }
    }

    /// The element that takes focus for it and says whether its card is open.
    pub fn stop(&self) -> Option<&HtmlElement> {
        self.elements().first().map(|element| element.unchecked_ref())
    }

    /// The element that its words begin in.
    pub fn home(&self) -> Option<Element> {
        match &self.words {
            Words::Wrapped(elements) => elements.first().cloned(),
            Words::Painted(painted) => painted.ranges.first()?.start_container().ok()?.parent_element(),
        }
    }

    /// Whether its painted words stand after another's in the page.
    pub fn follows(&self, other: &Marked) -> bool {
        let first = |words: &Words| match words {
            Words::Painted(painted) => painted.ranges.first().cloned(),
            Words::Wrapped(_) => None,
        };
        let (Some(own), Some(others)) = (first(&self.words), first(&other.words)) else { return false };
        own.compare_boundary_points(Range::START_TO_START, &others).is_ok_and(|order| order > 0)
    }

    /// The boxes of its words, one for each fragment of a line, in order.
    fn each_fragment(&self, act: &mut dyn FnMut(Rect)) {
        match &self.words {
            Words::Wrapped(elements) => elements.iter().for_each(|element| boxes(&element.get_client_rects(), act)),
            Words::Painted(painted) => painted.ranges.iter().for_each(|range| boxes_of(range, act)),
        }
    }

    /// Which fragment of a line a point is in or nearest to, counted from 0.
    pub fn nearest(&self, at: Point) -> usize {
        let (mut best, mut least, mut nth) = (0, f64::INFINITY, 0);
        self.each_fragment(&mut |rect| {
            let x = (rect.left - at.x).max(at.x - rect.right).max(0.0);
            let y = (rect.top - at.y).max(at.y - rect.bottom).max(0.0);
            if x * x + y * y < least {
                (best, least) = (nth, x * x + y * y);
            }
            nth += 1;
        });
        best
    }

    /// Where a fragment of a line stands; the last, where there are fewer now.
    pub fn fragment(&self, nth: usize) -> Option<Rect> {
        let (mut found, mut at) = (None, 0);
        self.each_fragment(&mut |rect| {
            if at <= nth {
                found = Some(rect);
            }
            at += 1;
        });
        found
    }

    /// Where its lowest line ends, in pixels from the top of the viewport.
    pub fn bottom(&self) -> f64 {
        let mut bottom: f64 = 0.0;
        self.each_fragment(&mut |rect| bottom = bottom.max(rect.bottom));
        bottom
    }

    /// Whether its first words are in the viewport.
    pub fn is_on_screen(&self) -> bool {
        self.off_screen() == Some(0.0)
    }

    /// By how much the viewport has to scroll down for its first words to be in the middle of it, in pixels; 0 where
    /// they are in it.
    fn off_screen(&self) -> Option<f64> {
        let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
        let fragment = self.fragment(0)?;
        let is_inside = fragment.top >= 0.0 && fragment.bottom <= height;
        Some(if is_inside { 0.0 } else { (fragment.top + fragment.bottom - height) / 2.0 })
    }

    /// Scrolls to its words.
    pub fn reveal(&self) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        if let Some(home) = self.home() {
            home.scroll_into_view_with_scroll_into_view_options(&options);
        }
        // Painted words may stand at the far end of a long paragraph.
        if let (Some(window), Some(distance)) = (web_sys::window(), self.off_screen()) {
            window.scroll_by_with_x_and_y(0.0, distance);
        }
    }

    /// Whether words that stand in `element` itself are painted at a point.
    pub fn is_painted_at(&self, element: &Element, at: Point) -> bool {
        let Words::Painted(painted) = &self.words else { return false };
        let mut is_there = false;
        for range in &painted.ranges {
            if range.start_container().is_ok_and(|text| text.parent_element().as_ref() == Some(element)) {
                boxes_of(range, &mut |Rect { left, top, right, bottom }| {
                    is_there |= left <= at.x && at.x <= right && top <= at.y && at.y <= bottom;
                });
            }
        }
        is_there
    }

    /// Says that its card is open, or no longer.
    pub fn set_open(&self, open: bool) {
        if let Some(stop) = self.stop() {
            let _ = stop.set_attribute("aria-expanded", if open { "true" } else { "false" });
        }
        if let Words::Wrapped(elements) = &self.words {
            for element in elements.iter() {
                let _ = element.class_list().toggle_with_force("variorum-open", open);
            }
        }
    }

    /// Shows that painted words are open, under the pointer, or stood for by what has focus. What is wrapped has the
    /// style sheet for that.
    pub fn set_lit(&self, lit: bool) {
        if let Words::Painted(painted) = &self.words {
            (if lit { paint::add } else { paint::remove })("open", &painted.ranges);
        }
    }
}

fn boxes_of(range: &Range, act: &mut dyn FnMut(Rect)) {
    if let Some(rects) = range.get_client_rects() {
        boxes(&rects, act);
    }
}

fn boxes(rects: &DomRectList, act: &mut dyn FnMut(Rect)) {
    for index in 0..rects.length() {
        rects.item(index).iter().for_each(|rect| act(rect_of(rect)));
    }
}
