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

/// How long everything has to stand still, in milliseconds.
const REST: u32 = 120;

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
                wait_for_rest(&weak, None);
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

/// Tells once the first of what is watched stands where it stood a moment before.
fn wait_for_rest(watched: &Weak<Watched>, before: Option<f64>) {
    let Some(strong) = watched.upgrade() else { return };
    let first = strong.elements.borrow().first().cloned();
    let Some(first) = first else { return };
    let place = first.get_bounding_client_rect().top();
    if before == Some(place) {
        strong.timer.replace(None);
        (strong.left)();
        return;
    }
    let watched = watched.clone();
    let again = Timeout::new(REST, move || wait_for_rest(&watched, Some(place)));
    strong.timer.replace(Some(again));
}
