//! Saved files, told to every page that is open.

use super::site::Site;
use crate::http::Body;
use http_body_util::Either;
use http_body_util::channel::{Channel, Sender};
use hyper::body::{Bytes, Frame};
use notify::{Event, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

/// Programs that save do so in several steps, which take less than this.
const PAUSE: Duration = Duration::from_millis(100);

/// The pages that are open and want to know.
#[derive(Default)]
pub struct Listeners(Mutex<Vec<Sender<Bytes>>>);

impl Listeners {
    /// A stream of server-sent events, each the state of all files; the first is the present one.
    pub fn join(&self, state: &str) -> Body {
        let (mut sender, body) = Channel::new(16);
        if sender.try_send(event(state)).is_ok() {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        }
        Either::Right(body)
    }

    fn tell(&self, state: &str) {
        // Whoever has gone, or has not listened for long, is told no more; a page that is still there asks anew.
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain_mut(|sender| sender.try_send(event(state)).is_ok());
    }
}

fn event(state: &str) -> Frame<Bytes> {
    Frame::data(format!("retry: 1000\ndata: {state}\n\n").into())
}

/// Watches the files of a site, on a thread of its own, and tells the listeners when they change. It is their folders that
/// are watched, since many programs save a file by putting another in its place.
///
/// # Errors
/// If the system can't.
pub fn watch(site: &Arc<Site>, listeners: &Arc<Listeners>) -> notify::Result<()> {
    let (site, listeners) = (Arc::clone(site), Arc::clone(listeners));
    let (told, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // That a file was read is no news: we read them.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = told.send(());
        }
    })?;
    let mut watched = BTreeSet::new();
    let mut watch_all = move |site: &Site| {
        for folder in site.folders() {
            // One that is not there yet may be later.
            if !watched.contains(&folder) && watcher.watch(&folder, RecursiveMode::NonRecursive).is_ok() {
                watched.insert(folder);
            }
        }
    };
    watch_all(&site);
    let mut known = site.state().files;
    thread::spawn(move || {
        while changes.recv().is_ok() {
            thread::sleep(PAUSE);
            changes.try_iter().for_each(drop);
            watch_all(&site);
            let state = site.state().files;
            if state != known {
                listeners.tell(&state);
                known = state;
            }
        }
    });
    Ok(())
}
