//! What all widgets of a page share: one alarm, and one set of listeners to the page and to other tabs. Each widget
//! subscribes, and is sent its signals. Knows keys by their prefix, and nothing of what is stored under them.
//!
//! Each deadline is a moment of the wall clock, and the alarm sleeps at most an hour at a time: a
//! page may be frozen, and timers of more than 24 days fire at once. Nothing runs while the page is
//! hidden or no widget waits for anything.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget, StorageEvent, VisibilityState};

use super::now::now;
use crate::signal::{Printing, Signal};

const LONGEST_SLEEP: f64 = 60.0 * 60.0 * 1000.0;

type Send = Rc<dyn Fn(Signal)>;

struct Subscriber {
    id: u32,
    /// What the keys begin with whose signals it is sent.
    prefix: String,
    wake: Option<f64>,
    send: Send,
}

#[derive(Default)]
struct Page {
    subscribers: Vec<Subscriber>,
    next_id: u32,
    alarm: Option<Timeout>,
    listeners: Vec<Listener>,
}

thread_local! {
    static PAGE: RefCell<Page> = RefCell::default();
}

/// Ends when it is dropped; the listeners are removed with the last one.
pub struct Subscription {
    id: u32,
}

/// Subscribes to what happens to the page, and to what is stored under keys that begin with `prefix`.
pub fn subscribe(prefix: String, send: impl Fn(Signal) + 'static) -> Subscription {
    PAGE.with_borrow_mut(|page| {
        let id = page.next_id;
        page.next_id = id.wrapping_add(1);
        page.subscribers.push(Subscriber { id, prefix, wake: None, send: Rc::new(send) });
        if page.listeners.is_empty() {
            page.listeners = listeners();
        }
        Subscription { id }
    })
}

impl Subscription {
    /// When to be woken next, in milliseconds since 1970.
    pub fn wake_at(&self, moment: Option<f64>) {
        PAGE.with_borrow_mut(|page| {
            for subscriber in page.subscribers.iter_mut().filter(|it| it.id == self.id) {
                subscriber.wake = moment;
            }
            set_alarm(page);
        });
    }

    /// Tells the other widgets of this instance that something is stored under `key`, since the browser tells only
    /// other tabs.
    pub fn tell_others(&self, key: &str) {
        send_stored(key, Some(self.id));
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        // Taken out first and dropped outside the borrow: what is dropped may call back.
        let gone = PAGE.try_with(|page| {
            let mut page = page.borrow_mut();
            let (gone, stay): (Vec<_>, Vec<_>) =
                std::mem::take(&mut page.subscribers).into_iter().partition(|it| it.id == self.id);
            page.subscribers = stay;
            set_alarm(&mut page);
            let listeners = match page.subscribers.is_empty() {
                true => std::mem::take(&mut page.listeners),
                false => Vec::new(),
            };
            (gone, listeners)
        });
        drop(gone);
    }
}

/// Another instance of the module on this page, or another tab, has stored something under this key.
pub fn stored_elsewhere(key: &str) {
    send_stored(key, None);
}

/// The page is about to be printed, or has been.
pub fn print(printing: Printing) {
    send(|_| Some(Signal::Print(printing)));
}

fn set_alarm(page: &mut Page) {
    let nearest = page.subscribers.iter().filter_map(|it| it.wake).min_by(f64::total_cmp);
    page.alarm = match nearest {
        Some(moment) if !is_hidden() => {
            let sleep = (moment - now()).clamp(0.0, LONGEST_SLEEP);
            Some(Timeout::new(sleep.ceil() as u32, ring))
        }
        _ => None,
    };
}

fn ring() {
    // Everybody who waits, whatever the clock says: it may have been set back meanwhile, and then the
    // moments asked for are far off and what is shown is wrong.
    send(|it| it.wake.is_some().then_some(Signal::Wake));
    // Those who were told ask for their next moment; this is for those who do not.
    PAGE.with_borrow_mut(set_alarm);
}

fn send_stored(key: &str, except: Option<u32>) {
    send(|it| {
        let name = key.strip_prefix(&it.prefix).filter(|_| Some(it.id) != except);
        name.map(|name| Signal::Stored(name.to_owned()))
    });
}

/// Sends each subscriber the signal meant for it, if any. The borrow ends before the first is sent: subscribers may
/// call back.
fn send(signal: impl Fn(&Subscriber) -> Option<Signal>) {
    let sent: Vec<(Send, Signal)> = PAGE.with_borrow(|page| {
        page.subscribers.iter().filter_map(|it| Some((it.send.clone(), signal(it)?))).collect()
    });
    for (send, signal) in sent {
        send(signal);
    }
}

pub fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|it| it.visibility_state() == VisibilityState::Hidden)
}

/// One listener on the page, removed when it is dropped.
struct Listener {
    target: EventTarget,
    name: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.name, function);
    }
}

fn listeners() -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let mut listeners = Vec::new();
    if let Some(document) = window.document() {
        listeners.extend(listen(document.into(), "visibilitychange", |_| look()));
    }
    let window = EventTarget::from(window);
    // A page from the back button's cache has missed every storage event in Firefox and WebKit.
    listeners.extend(listen(window.clone(), "pageshow", |_| look()));
    listeners.extend(listen(window, "storage", |event| {
        match event.dyn_into::<StorageEvent>().ok().and_then(|it| it.key()) {
            Some(key) => stored_elsewhere(&key),
            // Without a key the whole store was emptied.
            None => send(|_| Some(Signal::Look)),
        }
    }));
    listeners
}

fn listen(target: EventTarget, name: &'static str, then: fn(Event)) -> Option<Listener> {
    let closure = Closure::<dyn FnMut(Event)>::new(then);
    target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).ok()?;
    Some(Listener { target, name, closure })
}

/// The page was shown or hidden.
fn look() {
    if !is_hidden() {
        send(|_| Some(Signal::Look));
    }
    PAGE.with_borrow_mut(set_alarm);
}
