//! Each story is a list of `time: what happens`, and the effects it must have, in short words.

use super::*;

const BELOW: Rect = Rect { left: 100.0, top: 120.0, right: 500.0, bottom: 400.0 };

fn over(over: Over, x: f64, y: f64) -> Input {
    Input::Pointer { over, at: Point { x, y }, card: Some(BELOW) }
}

fn on(mark: MarkId) -> Input {
    over(Over::Mark(mark), 110.0 + f64::from(mark), 100.0)
}

fn off() -> Input {
    over(Over::Page, 800.0, 50.0)
}

fn act(mark: MarkId, by: By) -> Input {
    Input::Activated { mark, by, at: 0, sheet: by == By::Touch }
}

fn tab(mark: MarkId) -> Input {
    Input::Focused { mark, visible: true }
}

fn short(effect: &Effect) -> String {
    match effect {
        Effect::Open(c) => format!("open {} {:?}", c.mark, c.form).to_lowercase(),
        Effect::Reform(c) => format!("{:?}", c.form).to_lowercase(),
        Effect::Turn(c) => format!("turn {}", c.at),
        Effect::Focus => "focus".into(),
        Effect::Close { restore: true } => "close, focus back".into(),
        Effect::Close { restore: false } => "close".into(),
        Effect::Opened(c) => format!("opened {}.{}", c.mark, c.at),
        Effect::Closed(c) => format!("closed {}.{}", c.mark, c.at),
    }
}

/// Runs a story, waking whenever the machine asks, and compares all effects with `time effect` lines.
fn check(story: &[(f64, Input)], until: f64, expected: &[&str]) {
    let mut life = Life::new(Timing::default());
    let mut seen = Vec::new();
    let mut run = |life: &mut Life, input, now| {
        seen.extend(life.handle(input, now).iter().map(|effect| format!("{now} {}", short(effect))));
    };
    for (index, &(at, input)) in story.iter().enumerate() {
        run(&mut life, input, at);
        let next = story.get(index + 1).map_or(until, |next| next.0);
        while let Some(wake) = life.wake().filter(|&wake| wake <= next) {
            run(&mut life, Input::Tick, wake);
        }
    }
    assert_eq!(seen, expected, "{story:?}");
}

#[test]
fn a_pointer_at_rest_opens_and_leaving_closes() {
    check(&[(0.0, on(1))], 240.0, &[]);
    check(&[(0.0, on(1))], 500.0, &["250 open 1 preview"]);
    check(&[(0.0, on(1)), (100.0, off())], 900.0, &[]);
    check(&[(0.0, on(1)), (300.0, off())], 900.0, &["250 open 1 preview", "600 close"]);
    // Movement restarts the delay; a tremor does not.
    check(&[(0.0, on(1)), (200.0, over(Over::Mark(1), 130.0, 100.0))], 500.0, &["450 open 1 preview"]);
    check(&[(0.0, on(1)), (200.0, over(Over::Mark(1), 113.0, 100.0))], 500.0, &["250 open 1 preview"]);
}

#[test]
fn a_hover_counts_after_a_second() {
    check(
        &[(0.0, on(1)), (1400.0, off())],
        2000.0,
        &["250 open 1 preview", "1250 opened 1.0", "1700 closed 1.0", "1700 close"],
    );
}

#[test]
fn the_pointer_may_go_to_the_card_and_rest_there() {
    let way = [
        (0.0, on(1)),
        (300.0, over(Over::Page, 112.0, 110.0)),
        (900.0, over(Over::Card, 150.0, 200.0)),
        (2900.0, over(Over::Card, 160.0, 220.0)),
    ];
    check(&way, 3000.0, &["250 open 1 preview", "1250 opened 1.0"]);
    // A corridor is no parking place.
    check(&way[..2], 3000.0, &["250 open 1 preview", "1250 opened 1.0", "1400 closed 1.0", "1400 close"]);
}

#[test]
fn the_next_mark_opens_quickly_unless_it_is_only_crossed() {
    check(
        &[(0.0, on(1)), (400.0, over(Over::Mark(2), 300.0, 80.0))],
        600.0,
        &["250 open 1 preview", "500 open 2 preview"],
    );
    check(
        &[(0.0, on(1)), (400.0, over(Over::Mark(2), 112.0, 112.0)), (520.0, over(Over::Card, 115.0, 130.0))],
        1000.0,
        &["250 open 1 preview"],
    );
}

#[test]
fn nothing_opens_while_scrolling() {
    check(&[(0.0, on(1)), (100.0, Input::Scrolled), (110.0, on(1))], 900.0, &[]);
    check(&[(0.0, off()), (100.0, Input::Scrolled), (110.0, over(Over::Mark(1), 800.0, 50.0))], 900.0, &[]);
    check(
        &[
            (0.0, off()),
            (100.0, Input::Scrolled),
            (110.0, over(Over::Mark(1), 800.0, 50.0)),
            (400.0, over(Over::Mark(1), 801.0, 50.0)),
        ],
        900.0,
        &["650 open 1 preview"],
    );
}

#[test]
fn what_the_card_covered_stays_quiet_until_the_pointer_moves() {
    let closed = [
        (0.0, act(1, By::Pointer)),
        (100.0, over(Over::Card, 300.0, 130.0)),
        (200.0, Input::Dismissed),
        (210.0, over(Over::Mark(2), 300.0, 130.0)),
        (900.0, over(Over::Mark(2), 301.0, 130.0)),
    ];
    let until_then = ["0 open 1 pinned", "0 opened 1.0", "200 closed 1.0", "200 close, focus back"];
    check(&closed[..4], 900.0, &until_then);
    check(&closed, 2000.0, &[&until_then[..], &["1150 open 2 preview"]].concat()[..5]);
}

#[test]
fn focus_previews_and_quick_tabbing_passes_by() {
    check(&[(0.0, tab(1)), (100.0, Input::Blurred), (100.0, tab(2)), (200.0, Input::Blurred)], 900.0, &[]);
    check(&[(0.0, tab(1)), (500.0, Input::Blurred)], 900.0, &["250 open 1 preview", "500 close"]);
    check(&[(0.0, Input::Focused { mark: 1, visible: false })], 900.0, &[]);
    // A preview that the pointer opened stays for focus, until that goes.
    check(
        &[(0.0, on(1)), (300.0, tab(1)), (310.0, tab(1)), (400.0, off()), (2000.0, Input::Blurred)],
        2500.0,
        &["250 open 1 preview", "300 preview", "1250 opened 1.0", "2000 closed 1.0", "2000 close"],
    );
    // Through the card's links to the next mark.
    check(
        &[(0.0, tab(1)), (400.0, Input::FocusedCard), (600.0, tab(2))],
        900.0,
        &["250 open 1 preview", "850 open 2 preview"],
    );
}

#[test]
fn activation_pins_and_unpins() {
    check(&[(0.0, act(1, By::Pointer))], 900.0, &["0 open 1 pinned", "0 opened 1.0"]);
    check(&[(0.0, act(1, By::Key))], 900.0, &["0 open 1 pinned", "0 opened 1.0", "0 focus"]);
    check(&[(0.0, act(1, By::Touch))], 900.0, &["0 open 1 sheet", "0 opened 1.0", "0 focus"]);
    check(
        &[(0.0, on(1)), (400.0, act(1, By::Pointer)), (500.0, off())],
        3000.0,
        &["250 open 1 preview", "400 pinned", "400 opened 1.0"],
    );
    check(
        &[(0.0, on(1)), (10.0, act(1, By::Pointer)), (100.0, act(1, By::Pointer)), (110.0, on(1))],
        900.0,
        &["10 open 1 pinned", "10 opened 1.0", "100 closed 1.0", "100 close, focus back"],
    );
    // A pinned card is not taken away by hovering another mark, only by pinning it.
    check(
        &[(0.0, act(1, By::Pointer)), (100.0, on(2)), (900.0, act(2, By::Pointer))],
        900.0,
        &["0 open 1 pinned", "0 opened 1.0", "900 closed 1.0", "900 open 2 pinned", "900 opened 2.0"],
    );
}

#[test]
fn dismissed_it_stays_closed_until_left() {
    check(
        &[(0.0, on(1)), (300.0, Input::Dismissed), (400.0, over(Over::Mark(1), 140.0, 100.0))],
        1500.0,
        &["250 open 1 preview", "300 close, focus back"],
    );
    check(
        &[(0.0, on(1)), (300.0, Input::Dismissed), (400.0, off()), (500.0, on(1))],
        800.0,
        &["250 open 1 preview", "300 close, focus back", "750 open 1 preview"],
    );
    check(
        &[(0.0, tab(1)), (300.0, Input::Dismissed), (310.0, tab(1))],
        1500.0,
        &["250 open 1 preview", "300 close, focus back"],
    );
    check(
        &[(0.0, tab(1)), (300.0, Input::Dismissed), (400.0, Input::Blurred), (500.0, tab(1))],
        800.0,
        &["250 open 1 preview", "300 close, focus back", "750 open 1 preview"],
    );
    // Esc before the delay is over cancels it.
    check(&[(0.0, on(1)), (100.0, Input::Dismissed), (150.0, over(Over::Mark(1), 140.0, 100.0))], 900.0, &[]);
}

#[test]
fn a_press_outside_closes_and_leaves_focus_where_it_goes() {
    check(
        &[(0.0, act(1, By::Key)), (500.0, Input::PressedOutside)],
        900.0,
        &["0 open 1 pinned", "0 opened 1.0", "0 focus", "500 closed 1.0", "500 close"],
    );
}

#[test]
fn turning_to_another_claim_is_a_new_opening() {
    check(
        &[(0.0, act(1, By::Pointer)), (500.0, Input::Turned { at: 1 })],
        900.0,
        &["0 open 1 pinned", "0 opened 1.0", "500 closed 1.0", "500 turn 1", "500 opened 1.1"],
    );
    check(&[(500.0, Input::Turned { at: 1 })], 900.0, &[]);
}

#[test]
fn a_removed_mark_takes_its_card_along() {
    check(&[(0.0, on(1)), (300.0, Input::Removed { mark: 1 })], 900.0, &["250 open 1 preview", "300 close"]);
    check(&[(0.0, on(1)), (100.0, Input::Removed { mark: 1 })], 900.0, &[]);
}

proptest::proptest! {
    /// Whatever happens: one card at a time, every `Closed` has its `Opened`, and the machine comes to rest.
    #[test]
    fn stays_coherent(steps in proptest::collection::vec((0u8..12, 0u32..3, 0u32..400), 0..60)) {
        let mut life = Life::new(Timing::default());
        let (mut now, mut open, mut opened) = (0.0, false, false);
        for (kind, mark, wait) in steps {
            now += f64::from(wait);
            let input = match kind {
                0 | 1 => on(mark),
                2 => off(),
                3 => over(Over::Card, 200.0, 200.0),
                4 => tab(mark),
                5 => Input::Blurred,
                6 => act(mark, By::Pointer),
                7 => act(mark, By::Touch),
                8 => Input::Dismissed,
                9 => Input::PressedOutside,
                10 => Input::Turned { at: 1 },
                _ => Input::Removed { mark },
            };
            for effect in life.handle(input, now) {
                match effect {
                    Effect::Open(_) => open = true,
                    Effect::Close { .. } => { proptest::prop_assert!(open && !opened); open = false; }
                    Effect::Opened(_) => { proptest::prop_assert!(open && !opened); opened = true; }
                    Effect::Closed(_) => { proptest::prop_assert!(opened); opened = false; }
                    Effect::Reform(_) | Effect::Turn(_) | Effect::Focus => proptest::prop_assert!(open),
                }
            }
            proptest::prop_assert_eq!(life.card().is_some(), open);
            proptest::prop_assert!(life.wake().is_none_or(|wake| wake > now));
        }
    }
}

#[test]
fn marks_show_that_they_are_open_under_the_pointer_or_in_focus() {
    let check = |story: &[(f64, Input)], expected: [Option<MarkId>; 3]| {
        let mut life = Life::new(Timing::default());
        for &(at, input) in story {
            life.handle(input, at);
        }
        assert_eq!(life.lit(), expected, "{story:?}");
    };
    check(&[], [None; 3]);
    check(&[(0.0, on(1))], [None, Some(1), None]);
    check(&[(0.0, on(1)), (260.0, Input::Tick), (300.0, off())], [Some(1), None, None]);
    check(&[(0.0, tab(2)), (100.0, on(3))], [None, Some(3), Some(2)]);
    check(&[(0.0, tab(2)), (100.0, act(2, By::Key)), (110.0, Input::FocusedCard)], [Some(2), None, None]);
    check(&[(0.0, on(1)), (100.0, over(Over::Card, 300.0, 200.0)), (110.0, Input::Blurred)], [None; 3]);
}

#[test]
fn the_tab_key_leads_into_a_card_but_not_where_only_a_pointer_is() {
    let check = |story: &[Input], expected: bool| {
        let mut life = Life::new(Timing { rest: 0.0, ..Timing::default() });
        for &input in story {
            life.handle(input, 0.0);
        }
        assert_eq!(life.leads_in(), expected, "{story:?}");
    };
    check(&[], false);
    check(&[on(1)], false);
    check(&[tab(1)], true);
    check(&[on(1), tab(1)], true);
    check(&[Input::Focused { mark: 1, visible: false }, on(1)], true);
    check(&[Input::Focused { mark: 2, visible: false }, on(1)], false);
    check(&[act(1, By::Pointer)], true);
}
