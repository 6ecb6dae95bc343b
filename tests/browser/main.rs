//! Tests in real browsers: `cargo xtask test` runs them, in three engines at once.
//!
//! Each trial is one test in one engine, `chromium::file::name`, on a page freshly opened. `VARIORUM_ENGINES` limits the
//! engines. A failed trial leaves a picture in `target/browser`.

mod driver;
mod engine;
#[path = "../../src/cli/http.rs"]
mod http;
mod large;
mod page;
mod pictures;
#[path = "../../xtask/src/serve.rs"]
#[allow(dead_code)] // the demo answers by itself
mod serve;
mod server;
mod shots;
mod story;

mod access;
mod api;
mod baked;
mod card;
mod controls;
mod demo;
mod evidence;
mod failures;
mod follow;
mod frameworks;
mod hostile;
mod languages;
mod layout;
mod locate;
mod looks;
mod marks;
mod memory;
mod needs;
mod nowasm;
mod paint;
mod places;
mod preview;
mod static_page;
mod touch;

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};

use engine::Engine;
use page::Page;

/// One test.
#[derive(Clone, Copy)]
pub struct Test {
    name: &'static str,
    /// Whether it touches the screen.
    touch: bool,
    run: fn(&Page),
}

/// The tests of a file: `tests![one_that_hovers, touch one_that_taps]`.
#[macro_export]
macro_rules! tests {
    (@touch touch) => { true };
    (@touch) => { false };
    ($($($touch:ident)? => $name:ident),* $(,)?) => {
        /// The tests of this file.
        pub const TESTS: &[$crate::Test] = &[$($crate::Test {
            name: stringify!($name),
            touch: $crate::tests!(@touch $($touch)?),
            run: $name,
        }),*];
    };
}

const FILES: &[(&str, &[Test])] = &[
    ("demo", demo::TESTS),
    ("static_page", static_page::TESTS),
    ("marks", marks::TESTS),
    ("card", card::TESTS),
    ("baked", baked::TESTS),
    ("access", access::TESTS),
    ("looks", looks::TESTS),
    ("memory", memory::TESTS),
    ("places", places::TESTS),
    ("needs", needs::TESTS),
    ("nowasm", nowasm::TESTS),
    ("touch", touch::TESTS),
    ("controls", controls::TESTS),
    ("evidence", evidence::TESTS),
    ("paint", paint::TESTS),
    ("frameworks", frameworks::TESTS),
    ("layout", layout::TESTS),
    ("failures", failures::TESTS),
    ("api", api::TESTS),
    ("locate", locate::TESTS),
    ("follow", follow::TESTS),
    ("hostile", hostile::TESTS),
    ("preview", preview::TESTS),
    ("languages", languages::TESTS),
];

thread_local! {
    /// What the last panic of this thread said, and where.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

fn main() {
    let mut args = Arguments::from_args();
    let wanted = env::var("VARIORUM_ENGINES").unwrap_or_else(|_| Engine::ALL.map(Engine::name).join(","));
    let engines = Engine::ALL.into_iter().filter(|engine| wanted.split(',').any(|name| name == engine.name()));
    let origin = server::start();
    if let Some(folder) = env::var_os("VARIORUM_SHOTS") {
        shots::take(&origin, Path::new(&folder));
        server::stop();
        return;
    }
    if let Some(file) = env::var_os("VARIORUM_TASKS") {
        large::measure(&origin, Path::new(&file));
        server::stop();
        return;
    }
    if server::reports().is_none() {
        eprintln!("SKIPPED: VARIORUM_SHARED is not set, or names a folder without reports: nothing is tested on them");
    }

    let mut browsers = Vec::new();
    let mut trials = Vec::new();
    for engine in engines {
        let browser = Arc::new(Mutex::new(None));
        for (file, tests) in FILES {
            for test in *tests {
                let how = if test.touch && !engine.touches() { " (by dispatched events)" } else { "" };
                let name = format!("{}::{file}::{}{how}", engine.name(), test.name);
                let (browser, origin, run) = (Arc::clone(&browser), origin.clone(), test.run);
                let picture = name.replace("::", "-");
                trials.push(Trial::test(name, move || {
                    // One test at a time in a browser; a test that failed has spoiled nothing that `reset` keeps.
                    let mut browser = browser.lock().unwrap_or_else(PoisonError::into_inner);
                    trial(&mut browser, engine, &origin, run, &picture)
                }));
            }
        }
        browsers.push(browser);
    }
    panic::set_hook(Box::new(|info| PANIC.set(info.to_string())));
    // Enough that a trial which waits for its browser keeps none of another from running.
    args.test_threads.get_or_insert(trials.len().max(1));
    let conclusion = libtest_mimic::run(&args, trials);
    // Closes the browsers, which `exit` would not.
    drop(browsers);
    server::stop();
    conclusion.exit();
}

fn trial(
    browser: &mut Option<Page>,
    engine: Engine,
    origin: &str,
    run: fn(&Page),
    picture: &str,
) -> Result<(), Failed> {
    // A browser that has crashed is replaced.
    if browser.as_ref().is_none_or(|page| page.reset().is_err()) {
        *browser = None;
        let page = Page::new(engine.start()?, engine, origin);
        page.reset()?;
        *browser = Some(page);
    }
    let Some(page) = browser else { unreachable!("a browser has just been started") };
    panic::catch_unwind(AssertUnwindSafe(|| run(page))).map_err(|_: Box<dyn Any + Send>| {
        let mut report = PANIC.take();
        if let Ok(png) = page.screenshot() {
            let file = engine::logs().join(format!("{picture}.png"));
            if fs::write(&file, png).is_ok() {
                report += &format!("\npicture: {}", file.display());
            }
        }
        Failed::from(report)
    })
}
