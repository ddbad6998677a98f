//! Elements, put together by functions.
//!
//! `html!` writes out the making of an element wherever one stands, and that was most of a widget's code. Here
//! an element is a name, a list of attributes and what is in it. Knows nothing of ladders.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VNode, VTag, VText,
};

use crate::ladder::Id;

/// Attributes that never change: `fixed!("class": "small")`.
macro_rules! fixed {
    ($($name:literal: $value:literal),* $(,)?) => {
        &[$(($name, ::yew::virtual_dom::AttributeOrProperty::Static($value))),*]
    };
}

/// Attributes and their values, in this order; those without a value are left out.
macro_rules! attributes {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::view::draw::listed(
            &[$($name),*],
            [$($crate::view::draw::IntoValue::into_value($value)),*],
        )
    };
}

pub(super) use {attributes, fixed};

/// Names and values that never change.
pub type Fixed = &'static [(&'static str, AttributeOrProperty)];

/// What an attribute holds; none leaves it out.
pub type Value = Option<AttributeOrProperty>;

/// What can be the value of an attribute.
pub trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        // Not `Static`, which Yew leaves out here when it renders natively.
        AttrValue::Static(self).into_value()
    }
}

impl IntoValue for AttrValue {
    fn into_value(self) -> Value {
        Some(AttributeOrProperty::Attribute(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        AttrValue::from(self).into_value()
    }
}

impl IntoValue for &Id {
    fn into_value(self) -> Value {
        AttrValue::from(self.0.clone()).into_value()
    }
}

impl IntoValue for &Rc<str> {
    fn into_value(self) -> Value {
        AttrValue::from(self.clone()).into_value()
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.and_then(T::into_value)
    }
}

/// See [`attributes!`].
#[inline(never)]
pub fn listed<const N: usize>(keys: &'static [&'static str; N], values: [Value; N]) -> Attributes {
    Attributes::Dynamic { keys, values: Box::new(values) }
}

/// An element with one thing in it, or with [`all`] of several.
#[inline(never)]
pub fn element(name: &'static str, attributes: Attributes, inside: Html) -> Html {
    let mut tag = VTag::new(AttrValue::Static(name));
    tag.attributes = attributes;
    if let Some(children) = tag.children_mut() {
        *children = inside;
    }
    VNode::VTag(Rc::new(tag))
}

/// The same where the attributes never change, or where there are none.
#[inline(never)]
pub fn plain(name: &'static str, attributes: Fixed, inside: Html) -> Html {
    element(name, Attributes::Static(attributes), inside)
}

/// A tick box that shows `checked`.
#[inline(never)]
pub fn tick_box(attributes: Attributes, checked: bool) -> Html {
    let mut tag = VTag::new(AttrValue::Static("input"));
    tag.attributes = attributes;
    tag.set_checked(checked);
    VNode::VTag(Rc::new(tag))
}

/// A field that holds `value`.
#[inline(never)]
pub fn field(attributes: Attributes, value: &Rc<str>) -> Html {
    let mut tag = VTag::new(AttrValue::Static("input"));
    tag.attributes = attributes;
    tag.set_value(AttrValue::from(value.clone()));
    VNode::VTag(Rc::new(tag))
}

/// Words as they are.
pub fn words(words: impl Into<AttrValue>) -> Html {
    VNode::VText(VText { text: words.into() })
}

/// Words that are in the program.
#[inline(never)]
pub fn own(words: &'static str) -> Html {
    VNode::VText(VText { text: AttrValue::Static(words) })
}

/// Several things, one after the other.
#[inline(never)]
pub fn all<const N: usize>(things: [Html; N]) -> Html {
    list(Vec::from(things))
}

/// As many things as there are.
#[inline(never)]
pub fn list(things: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::from(things)))
}

/// The same, known by a key among its siblings.
pub fn keyed(mut html: Html, key: Rc<str>) -> Html {
    if let Some(tag) = tag(&mut html) {
        tag.key = Some(Key::from(key));
    }
    html
}

/// The same, where it can be found once it is drawn.
pub fn found_by(mut html: Html, place: &NodeRef) -> Html {
    if let Some(tag) = tag(&mut html) {
        tag.node_ref = place.clone();
    }
    html
}

/// The same, with something that is done when an event of this kind happens to it.
pub fn hearing(mut html: Html, kind: ListenerKind, then: impl Fn(Event) + 'static) -> Html {
    hear(&mut html, Ear { kind, then: Box::new(then) });
    html
}

#[inline(never)]
fn hear(html: &mut Html, ear: Ear) {
    if let Some(tag) = tag(html) {
        tag.add_listener(Rc::new(ear));
    }
}

/// An element that nobody else holds yet.
fn tag(html: &mut Html) -> Option<&mut VTag> {
    match html {
        VNode::VTag(tag) => Rc::get_mut(tag),
        _ => None,
    }
}

/// One for all kinds of events: Yew has a type for each.
struct Ear {
    kind: ListenerKind,
    then: Box<dyn Fn(Event)>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        (self.then)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The input that an event happened to.
pub fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
