//! What a test does with a page. A command that fails fails the test.

use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::driver::{Answer, Session};
use crate::engine::Engine;

/// Keys without a character, as WebDriver writes them.
pub mod key {
    #![allow(missing_docs)]
    pub const TAB: &str = "\u{e004}";
    pub const ENTER: &str = "\u{e007}";
    pub const SHIFT: &str = "\u{e008}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const CONTROL: &str = "\u{e009}";
    pub const RIGHT: &str = "\u{e014}";
}

/// A word and its box relative to the document, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The characters; one by one in scripts without spaces.
    pub text: String,
    /// Left, top, width, height.
    pub rect: [f64; 4],
}

/// What a reader's system prefers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// A dark scheme.
    pub dark: bool,
    /// No animations.
    pub less_motion: bool,
    /// More contrast.
    pub more_contrast: bool,
    /// A palette of the reader's in place of the page's colours.
    pub forced_colors: bool,
}

/// A page in one browser.
pub struct Page {
    session: Session,
    engine: Engine,
    /// Where the pages are served, without a slash at the end.
    origin: String,
}

impl Page {
    /// In a browser that was started for it.
    pub fn new(session: Session, engine: Engine, origin: &str) -> Self {
        Page { session, engine, origin: origin.to_owned() }
    }

    /// As a browser is when it has just been opened: nothing held down, remembered, hidden or preferred, 1280 × 800.
    pub fn reset(&self) -> Result<(), String> {
        self.session.delete("/actions")?;
        self.session.post("/url", &json!({ "url": "about:blank" }))?;
        self.session.delete("/cookie")?;
        self.try_viewport(1280, 800)?;
        if self.engine == Engine::Chromium {
            self.try_devtools("Emulation.setScrollbarsHidden", json!({ "hidden": false }))?;
        }
        self.try_prefer(Wishes::default()).map(drop)
    }

    /// The engine it runs in.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The server's address, without a path.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Opens an address of the server's, `/` first, and waits until it has loaded.
    pub fn goto(&self, path: &str) {
        self.visit(&format!("{}{path}", self.origin));
    }

    /// Opens an address, whosever it is, and waits until it has loaded.
    pub fn visit(&self, address: &str) {
        done(self.session.post("/url", &json!({ "url": address })));
    }

    /// Opens an address, and waits until the widget there is ready: how many marks it says.
    pub fn goto_marked(&self, path: &str) -> u64 {
        self.goto(path);
        self.wait_for("harness.events.some(event => event.name === 'ready' || event.name === 'error')");
        let events = self.events();
        let ready = events.iter().find(|event| event["name"] == "ready");
        let ready = ready.unwrap_or_else(|| panic!("{path} does not become ready: {events:?}"));
        ready["marks"].as_u64().expect("a number of marks")
    }

    /// The value of an expression in the page; of a promise, what it resolves to.
    pub fn eval(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"), &[])
    }

    /// What a function body returns, called with `args`.
    pub fn run(&self, body: &str, args: &[Value]) -> Value {
        done(self.session.script(body, args))
    }

    /// Waits until an expression is true.
    pub fn wait_for(&self, condition: &str) {
        self.wait_up_to(Duration::from_secs(10), condition);
    }

    /// Waits so long, but no longer, until an expression is true.
    pub fn wait_up_to(&self, limit: Duration, condition: &str) {
        let start = Instant::now();
        while self.eval(&format!("Boolean({condition})")) != json!(true) {
            assert!(start.elapsed() < limit, "after {limit:?} still not: {condition}");
            sleep(Duration::from_millis(20));
        }
    }

    /// Lets time pass, in the page and here.
    pub fn pause(&self, millis: u64) {
        sleep(Duration::from_millis(millis));
    }

    /// The lines written to the console since the page was opened, each with its level: `warn: …`.
    pub fn logs(&self) -> Vec<String> {
        strings(&self.eval("harness.logs"))
    }

    /// Our events that reached the document, in order: each its detail with `name`, without `variorum-`.
    pub fn events(&self) -> Vec<Value> {
        self.eval("harness.events").as_array().cloned().unwrap_or_default()
    }

    /// Every word below `selector` and where it stands.
    pub fn words(&self, selector: &str) -> Vec<Word> {
        let words = self.run("return harness.words(arguments[0]);", &[json!(selector)]);
        let words = words.as_array().expect("a list of words").iter();
        let number = |word: &Value, i: usize| word[i].as_f64().expect("a box has numbers");
        let word = |word: &Value| Word {
            text: word[0].as_str().expect("a word is text").to_owned(),
            rect: [1, 2, 3, 4].map(|i| number(word, i)),
        };
        words.map(word).collect()
    }

    /// All marks, each its words and its relation. A bar is where a mark goes on in another element.
    pub fn marks(&self) -> Value {
        self.run(
            "const found = [];
             for (const element of document.querySelectorAll('.variorum-mark')) {
                 const relation = element.className.split(' ')[1].replace('variorum-', '');
                 if (element.localName === 'a') found.push([element.textContent, relation]);
                 else found.at(-1)[0] += '|' + element.textContent;
             }
             return found;",
            &[],
        )
    }

    /// The role that assistive technology is told of the first element of this selector.
    pub fn role(&self, selector: &str) -> String {
        let found = done(self.session.post("/element", &json!({ "using": "css selector", "value": selector })));
        let id = found.as_object().and_then(|found| found.values().next()?.as_str()).expect("an element");
        done(self.session.get(&format!("/element/{id}/computedrole"))).as_str().unwrap_or_default().to_owned()
    }

    /// The names that assistive technology is told of what `expression` gives, a list of elements.
    pub fn labels(&self, expression: &str) -> Vec<String> {
        let found = self.eval(expression);
        let ids =
            found.as_array().into_iter().flatten().filter_map(|found| found.as_object()?.values().next()?.as_str());
        let label = |id: &str| done(self.session.get(&format!("/element/{id}/computedlabel")));
        ids.map(|id| label(id).as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Remembers all nodes below `selector`, to compare [`Page::changes`] with; how many there are.
    pub fn remember(&self, selector: &str) -> u64 {
        self.run("return harness.remember(arguments[0]);", &[json!(selector)]).as_u64().expect("a number of nodes")
    }

    /// How the nodes below `selector` differ from those remembered: in number, as objects, in text and attributes.
    pub fn changes(&self, selector: &str) -> Vec<String> {
        strings(&self.run("return harness.changes(arguments[0]);", &[json!(selector)]))
    }

    /// The middle of the first line box of what `expression` gives: an element, or a range. In the viewport's CSS pixels.
    pub fn middle(&self, expression: &str) -> (i64, i64) {
        let point = self.eval(&format!(
            "(box => [box.x + box.width / 2, box.y + box.height / 2])(({expression}).getClientRects()[0])"
        ));
        let number = |i: usize| point[i].as_f64().unwrap_or_else(|| panic!("{expression} has no box")) as i64;
        (number(0), number(1))
    }

    /// Brings what `expression` gives, an element, to the middle of the viewport, and lets the scrolling end.
    pub fn scroll_to(&self, expression: &str) {
        self.eval(&format!("({expression}).scrollIntoView({{ block: 'center', behavior: 'instant' }})"));
        self.pause(300);
    }

    /// Moves the mouse there, in the viewport's CSS pixels.
    pub fn mouse_to(&self, (x, y): (i64, i64)) {
        self.pointer("mouse", &[move_to(x, y, 0)]);
    }

    /// Moves the mouse there in steps over so many milliseconds.
    pub fn mouse_glide(&self, (x, y): (i64, i64), millis: u64) {
        self.pointer("mouse", &[move_to(x, y, millis)]);
    }

    /// Moves the mouse to one point and at once on to the other.
    pub fn mouse_by_way_of(&self, (x, y): (i64, i64), (to_x, to_y): (i64, i64)) {
        self.pointer("mouse", &[move_to(x, y, 0), move_to(to_x, to_y, 0)]);
    }

    /// Moves the mouse there and clicks.
    pub fn click(&self, (x, y): (i64, i64)) {
        self.pointer("mouse", &[move_to(x, y, 0), press(), release()]);
    }

    /// Presses the mouse at one point and lets go of it at another.
    pub fn drag(&self, (x, y): (i64, i64), (to_x, to_y): (i64, i64)) {
        self.pointer("mouse", &[move_to(x, y, 0), press(), move_to(to_x, to_y, 100), release()]);
    }

    /// Taps with a finger. In WebKit by events made in the page; tests that do so say so in their name.
    pub fn tap(&self, point: (i64, i64)) {
        self.swipe(&[point]);
    }

    /// Puts a finger down at the first point, moves it along the others, and lifts it.
    pub fn swipe(&self, path: &[(i64, i64)]) {
        if !self.engine.touches() {
            self.run("harness.dispatchTouch(arguments[0]);", &[json!(path)]);
            return;
        }
        let (x, y) = path[0];
        let mut actions = vec![move_to(x, y, 0), press()];
        actions.extend(path[1..].iter().map(|(x, y)| move_to(*x, *y, 60)));
        actions.push(release());
        self.pointer("touch", &actions);
    }

    fn pointer(&self, kind: &str, actions: &[Value]) {
        self.act(json!({
            "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions,
        }));
    }

    /// Moves the mouse off everything, to the viewport's corner.
    pub fn mouse_away(&self) {
        self.mouse_to((0, 0));
    }

    /// Presses keys together, and lets go of them: `&[key::SHIFT, key::TAB]`.
    pub fn press(&self, keys: &[&str]) {
        let event = |kind: &'static str| move |key: &&str| json!({ "type": kind, "value": key });
        let actions: Vec<Value> =
            keys.iter().map(event("keyDown")).chain(keys.iter().rev().map(event("keyUp"))).collect();
        self.act(json!({ "type": "key", "id": "keys", "actions": actions }));
    }

    /// Presses keys one after the other, with nothing in between.
    pub fn press_each(&self, keys: &[&str]) {
        let press = |key: &&str| [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        self.act(json!({ "type": "key", "id": "keys", "actions": keys.iter().flat_map(press).collect::<Vec<_>>() }));
    }

    /// Clicks with the mouse while a key is held down.
    pub fn click_with(&self, key: &str, (x, y): (i64, i64)) {
        let held = |kind: &str| json!({ "type": "key", "id": "keys", "actions": [{ "type": kind, "value": key }] });
        self.act(held("keyDown"));
        self.click((x, y));
        self.act(held("keyUp"));
    }

    fn act(&self, source: Value) {
        done(self.session.post("/actions", &json!({ "actions": [source] })));
    }

    /// Makes the viewport so large, in CSS pixels.
    pub fn viewport(&self, width: u32, height: u32) {
        self.try_viewport(width, height).unwrap_or_else(|error| panic!("{error}"));
    }

    fn try_viewport(&self, width: u32, height: u32) -> Result<(), String> {
        match self.engine {
            // Windows of both have a least width; these have none.
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.try_devtools("Emulation.setDeviceMetricsOverride", metrics)?;
            }
            Engine::Firefox => {
                self.firefox(
                    "for (const [name, size] of Object.entries(arguments[0]))
                         for (const prefix of ['', 'min-', 'max-'])
                             gBrowser.selectedBrowser.style.setProperty(prefix + name, size + 'px');",
                    &[json!({ "width": width, "height": height })],
                )?;
            }
            Engine::WebKit => {
                self.session.post("/window/rect", &json!({ "width": width, "height": height }))?;
            }
        }
        let wanted = json!([width, height]);
        let start = Instant::now();
        while self.session.script("return [innerWidth, innerHeight];", &[])? != wanted {
            if start.elapsed() > Duration::from_secs(5) {
                return Err(format!("the viewport can't be made {width} × {height}"));
            }
            sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Has the system prefer this. False where the driver can't have it so.
    pub fn prefer(&self, wishes: Wishes) -> bool {
        self.try_prefer(wishes).unwrap_or_else(|error| panic!("{error}"))
    }

    fn try_prefer(&self, wishes: Wishes) -> Result<bool, String> {
        let Wishes { dark, less_motion, more_contrast, forced_colors } = wishes;
        match self.engine {
            Engine::Chromium => {
                let features = json!({ "features": [
                    { "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } },
                    { "name": "prefers-reduced-motion", "value": if less_motion { "reduce" } else { "no-preference" } },
                    { "name": "prefers-contrast", "value": if more_contrast { "more" } else { "no-preference" } },
                    { "name": "forced-colors", "value": if forced_colors { "active" } else { "none" } },
                ] });
                self.try_devtools("Emulation.setEmulatedMedia", features)?;
                Ok(true)
            }
            Engine::Firefox => {
                // The palette that a reader forces here is black on white, which is more contrast too.
                self.firefox(
                    "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0] ? 0 : 1);
                     Services.prefs.setIntPref('ui.prefersReducedMotion', arguments[1] ? 1 : 0);
                     Services.prefs.setIntPref('browser.display.document_color_use', arguments[2] ? 2 : 1);",
                    &[json!(dark), json!(less_motion), json!(forced_colors)],
                )?;
                Ok(!more_contrast || forced_colors)
            }
            Engine::WebKit => Ok(wishes == Wishes::default()),
        }
    }

    /// Lets the page's own scripts run, or not. Chromium alone.
    pub fn scripts(&self, run: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !run }));
    }

    /// Shows the page as it is printed, or on a screen again. Chromium alone.
    pub fn print(&self, printed: bool) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": if printed { "print" } else { "" } }));
    }

    /// Draws no scroll bars, as on a phone, until it is reset. Chromium alone.
    pub fn hide_scrollbars(&self) {
        self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
    }

    /// Runs a function body in Firefox's own window, around the page.
    fn firefox(&self, body: &str, args: &[Value]) -> Result<(), String> {
        self.session.post("/moz/context", &json!({ "context": "chrome" }))?;
        let done = self.session.script(body, args);
        self.session.post("/moz/context", &json!({ "context": "content" }))?;
        done.map(drop)
    }

    /// What Chromium's developer tools answer to a command.
    pub fn devtools(&self, command: &str, params: Value) -> Value {
        done(self.try_devtools(command, params))
    }

    fn try_devtools(&self, command: &str, params: Value) -> Answer {
        self.session.post("/goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    /// A picture of the viewport, as PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>, String> {
        let picture = self.session.get("/screenshot")?;
        BASE64_STANDARD.decode(picture.as_str().unwrap_or_default()).map_err(|error| error.to_string())
    }
}

fn done(answer: Answer) -> Value {
    answer.unwrap_or_else(|error| panic!("{error}"))
}

fn strings(list: &Value) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.map(|item| item.as_str().unwrap_or_default().to_owned()).collect()
}

fn move_to(x: i64, y: i64, millis: u64) -> Value {
    json!({ "type": "pointerMove", "origin": "viewport", "x": x, "y": y, "duration": millis })
}

fn press() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn release() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}
