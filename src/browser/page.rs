//! What all widgets of a page share: one alarm, and one ear for the page and other tabs.
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

const LONGEST_SLEEP: f64 = 60.0 * 60.0 * 1000.0;

/// Something that happened to the page.
#[derive(Clone, Debug)]
pub enum Signal {
    /// The moment asked for has come.
    Wake,
    /// The page is shown again, or the store was emptied: anything may have changed.
    Look,
    /// Another tab, or another widget of this page, has stored something under this key.
    Stored(String),
}

type Tell = Rc<dyn Fn(Signal)>;

struct Member {
    id: u32,
    wake: Option<f64>,
    tell: Tell,
}

#[derive(Default)]
struct Page {
    members: Vec<Member>,
    next_id: u32,
    alarm: Option<Timeout>,
    ears: Vec<Ear>,
}

thread_local! {
    static PAGE: RefCell<Page> = RefCell::default();
}

/// A widget's place on the page. Dropping it leaves the page; the last one switches off the light.
pub struct Membership {
    id: u32,
}

/// Joins the page.
pub fn join(tell: impl Fn(Signal) + 'static) -> Membership {
    PAGE.with_borrow_mut(|page| {
        let id = page.next_id;
        page.next_id = id.wrapping_add(1);
        page.members.push(Member { id, wake: None, tell: Rc::new(tell) });
        if page.ears.is_empty() {
            page.ears = ears();
        }
        Membership { id }
    })
}

impl Membership {
    /// When to be woken next, in milliseconds since 1970.
    pub fn wake_at(&self, moment: Option<f64>) {
        PAGE.with_borrow_mut(|page| {
            for member in page.members.iter_mut().filter(|it| it.id == self.id) {
                member.wake = moment;
            }
            set_alarm(page);
        });
    }

    /// Tells the other widgets of this instance, since the browser tells only other tabs.
    pub fn tell_others(&self, key: &str) {
        let own = self.id;
        tell(|member| member.id != own, &Signal::Stored(key.to_owned()));
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        // Taken out first and dropped outside the borrow: what is dropped may call back.
        let gone = PAGE.try_with(|page| {
            let mut page = page.borrow_mut();
            let (gone, stay): (Vec<_>, Vec<_>) =
                std::mem::take(&mut page.members).into_iter().partition(|it| it.id == self.id);
            page.members = stay;
            set_alarm(&mut page);
            let ears = match page.members.is_empty() {
                true => std::mem::take(&mut page.ears),
                false => Vec::new(),
            };
            (gone, ears)
        });
        drop(gone);
    }
}

/// Another instance of the module on this page has stored something under this key.
pub fn hear(key: String) {
    tell(|_| true, &Signal::Stored(key));
}

fn set_alarm(page: &mut Page) {
    let nearest = page.members.iter().filter_map(|it| it.wake).min_by(f64::total_cmp);
    page.alarm = match nearest {
        Some(moment) if !is_hidden() => {
            let sleep = (moment - now()).clamp(0.0, LONGEST_SLEEP);
            Some(Timeout::new(sleep.ceil() as u32, ring))
        }
        _ => None,
    };
}

fn ring() {
    let now = now();
    tell(|member| member.wake.is_some_and(|wake| wake <= now), &Signal::Wake);
    // Those who were told ask for their next moment; this is for a sleep that was cut to an hour.
    PAGE.with_borrow_mut(set_alarm);
}

/// Tells those who are meant. The borrow ends before anybody is told: they may call back.
fn tell(meant: impl Fn(&Member) -> bool, signal: &Signal) {
    let told: Vec<Tell> = PAGE.with_borrow(|page| {
        page.members.iter().filter(|it| meant(it)).map(|it| it.tell.clone()).collect()
    });
    for tell in told {
        tell(signal.clone());
    }
}

fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|it| it.visibility_state() == VisibilityState::Hidden)
}

/// One listener on the page, taken off when dropped.
struct Ear {
    target: EventTarget,
    name: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Drop for Ear {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.name, function);
    }
}

fn ears() -> Vec<Ear> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let mut ears = Vec::new();
    if let Some(document) = window.document() {
        ears.extend(ear(document.into(), "visibilitychange", |_| look()));
    }
    let window = EventTarget::from(window);
    // A page from the back button's cache has missed every storage event in Firefox and WebKit.
    ears.extend(ear(window.clone(), "pageshow", |_| look()));
    ears.extend(ear(window, "storage", |event| {
        let key = event.dyn_into::<StorageEvent>().ok().and_then(|it| it.key());
        // Without a key the whole store was emptied.
        tell(|_| true, &key.map_or(Signal::Look, Signal::Stored));
    }));
    ears
}

fn ear(target: EventTarget, name: &'static str, heard: fn(Event)) -> Option<Ear> {
    let closure = Closure::<dyn FnMut(Event)>::new(heard);
    target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).ok()?;
    Some(Ear { target, name, closure })
}

/// The page was shown or hidden.
fn look() {
    if !is_hidden() {
        tell(|_| true, &Signal::Look);
    }
    PAGE.with_borrow_mut(set_alarm);
}
