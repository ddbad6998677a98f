//! Notices when elements leave the viewport, and waits until nothing scrolls any more. Knows nothing of what they are.
//!
//! Nothing runs while somebody scrolls but a timer, and that only once something has left: a page that is changed while
//! it glides would jump.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// How often it is looked whether anything still moves, in milliseconds, and how often it has to have stood still.
const LOOK: u32 = 120;
const RESTS: u32 = 2;

/// What is watched of one widget. Ends when it is dropped.
pub struct Sight {
    watched: Rc<Watched>,
    observer: Option<IntersectionObserver>,
    _closure: Closure<dyn FnMut(Array)>,
}

struct Watched {
    elements: RefCell<Vec<Element>>,
    timer: RefCell<Option<Timeout>>,
    left: Box<dyn Fn()>,
}

impl Sight {
    /// `left` is called once something has left the viewport and everything stands still.
    pub fn new(left: impl Fn() + 'static) -> Sight {
        let watched = Rc::new(Watched {
            elements: RefCell::default(),
            timer: RefCell::default(),
            left: Box::new(left),
        });
        let weak = Rc::downgrade(&watched);
        let closure = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let has_left = |it| !IntersectionObserverEntry::unchecked_from_js(it).is_intersecting();
            if entries.iter().any(has_left) {
                wait_for_rest(&weak, f64::NAN, 0);
            }
        });
        let observer = IntersectionObserver::new(closure.as_ref().unchecked_ref()).ok();
        Sight { watched, observer, _closure: closure }
    }

    /// Watches these in the place of those before.
    pub fn watch(&self, elements: Vec<Element>) {
        let (Some(observer), true) = (&self.observer, *self.watched.elements.borrow() != elements)
        else {
            return;
        };
        observer.disconnect();
        elements.iter().for_each(|it| observer.observe(it));
        self.watched.elements.replace(elements);
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Tells once the first of what is watched stands where it stood before, several times in a row. Once is not enough:
/// where a page is busy, nothing moves for a moment in the middle of a scroll.
fn wait_for_rest(watched: &Weak<Watched>, before: f64, rests: u32) {
    let Some(strong) = watched.upgrade() else { return };
    let first = strong.elements.borrow().first().cloned();
    let Some(first) = first else { return };
    let place = first.get_bounding_client_rect().top();
    let rests = if before == place { rests + 1 } else { 0 };
    if rests == RESTS {
        strong.timer.replace(None);
        (strong.left)();
        return;
    }
    let watched = watched.clone();
    let again = Timeout::new(LOOK, move || wait_for_rest(&watched, place, rests));
    strong.timer.replace(Some(again));
}
