//! The widget with a store behind it: what it shows of what it finds there.

use std::cell::RefCell;
use std::rc::Rc;

use fix_ladder::signal::Signal;
use fix_ladder::view::Widget;
use fix_ladder::view::host::{Blocked, Election, Host, PageEvent};
use fix_ladder::view::widget::WidgetProps;
use fix_ladder_core::messages::{DEFAULT_LANG, Plain, messages};
use fix_ladder_core::progress::Time;
use yew::Callback;

use super::super::support::monday;
use super::{html, kettle};

/// A store that holds what it is given; blocked where that is nothing.
#[derive(Default)]
struct Store {
    stored: Option<Vec<(String, String)>>,
    aside: RefCell<Vec<String>>,
}

impl Host for Store {
    fn now(&self) -> Time {
        monday()
    }
    fn stored(&self) -> Result<Vec<(String, String)>, Blocked> {
        self.stored.clone().ok_or(Blocked)
    }
    fn stored_under(&self, _: &str) -> Option<String> {
        None
    }
    fn store(&self, _: &str, _: &str) -> bool {
        false
    }
    fn set_aside(&self, name: &str, _: &str) -> bool {
        self.aside.borrow_mut().push(name.to_owned());
        true
    }
    fn wake_at(&self, _: Option<Time>) {}
    fn listen(&self, _: Callback<Signal>) {}
    fn is_hidden(&self) -> bool {
        false
    }
    fn elect(&self, _: Election, then: Callback<()>) {
        then.emit(());
    }
    fn tell(&self, _: PageEvent) {}
}

fn shown(store: Rc<Store>) -> String {
    let props = WidgetProps {
        ladder: Rc::new(kettle()),
        messages: messages(DEFAULT_LANG),
        format: Rc::new(Plain),
        heading_level: 3,
        host: store,
    };
    let renderer = yew::LocalServerRenderer::<Widget>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    html::readable(&runtime.block_on(renderer.render()))
}

fn store(entries: &[(&str, &str)]) -> Rc<Store> {
    let owned = entries.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Rc::new(Store { stored: Some(owned.collect()), ..Store::default() })
}

#[test]
fn blocked_storage_is_said_and_the_ladder_is_there() {
    let shown = shown(Rc::default());
    assert!(shown.contains("data-notice=not-kept"), "{shown}");
    assert!(shown.contains("data-step=switch"), "{shown}");
}

#[test]
fn what_is_stored_is_shown() {
    let shown = shown(store(&[("step:switch", r#"{"v":1,"t":5,"is":{"done":true}}"#)]));
    let ticked = shown.lines().find(|line| line.contains("data-step=switch"));
    assert!(ticked.is_some_and(|line| line.contains("checked")), "{shown}");
    assert!(!shown.contains("data-notice"), "{shown}");
    assert!(shown.contains("h3 part=title.ladder-title"), "{shown}");
}

#[test]
fn what_is_broken_is_set_aside_and_said() {
    let store = store(&[
        ("step:switch", "{"),
        ("choice:kettle", r#"{"v":1,"t":5,"is":{"chosen":"stove"}}"#),
    ]);
    let shown = shown(store.clone());
    assert!(shown.contains("data-notice=broken"), "{shown}");
    assert!(shown.contains("It is on the stove."), "the rest is kept: {shown}");
    assert_eq!(*store.aside.borrow(), ["step:switch"]);
}

#[test]
fn what_a_newer_version_stored_is_left_alone_and_said() {
    let store = store(&[("step:switch", r#"{"v":2,"done":"twice"}"#)]);
    assert!(shown(store.clone()).contains("data-notice=newer"));
    assert!(store.aside.borrow().is_empty());
}
