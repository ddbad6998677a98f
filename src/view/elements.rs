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
        $crate::view::elements::listed(
            &[$($name),*],
            [$($crate::view::elements::IntoValue::into_value($value)),*],
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
        AttrValue::from(self.to_rc()).into_value()
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

/// Elements and text, rendered. One word long, because the code that hands them about is most of a view: Yew's own
/// nodes take four, and are copied wherever they go.
pub struct Rendered(Box<VNode>);

impl From<VNode> for Rendered {
    #[inline(never)]
    fn from(node: VNode) -> Rendered {
        Rendered(Box::new(node))
    }
}

impl From<Rendered> for Html {
    fn from(rendered: Rendered) -> Html {
        *rendered.0
    }
}

/// Nothing, which keeps its place among what stands around it.
#[inline(never)]
pub fn nothing() -> Rendered {
    Html::default().into()
}

/// An element with one thing in it, or with [`all`] of several.
#[inline(never)]
pub fn element(name: &'static str, attributes: Attributes, inside: Rendered) -> Rendered {
    let mut tag = VTag::new(AttrValue::Static(name));
    tag.attributes = attributes;
    if let Some(children) = tag.children_mut() {
        *children = inside.into();
    }
    VNode::VTag(Rc::new(tag)).into()
}

/// The same where the attributes never change, or where there are none.
#[inline(never)]
pub fn plain(name: &'static str, attributes: Fixed, inside: Rendered) -> Rendered {
    element(name, Attributes::Static(attributes), inside)
}

/// A tick box that shows `checked`.
#[inline(never)]
pub fn tick_box(attributes: Attributes, checked: bool) -> Rendered {
    let mut tag = VTag::new(AttrValue::Static("input"));
    tag.attributes = attributes;
    tag.set_checked(checked);
    VNode::VTag(Rc::new(tag)).into()
}

/// A field that holds `value`.
#[inline(never)]
pub fn field(attributes: Attributes, value: &Rc<str>) -> Rendered {
    let mut tag = VTag::new(AttrValue::Static("input"));
    tag.attributes = attributes;
    tag.set_value(AttrValue::from(value.clone()));
    VNode::VTag(Rc::new(tag)).into()
}

/// Words as they are.
#[inline(never)]
pub fn words(words: impl Into<AttrValue>) -> Rendered {
    VNode::VText(VText { text: words.into() }).into()
}

/// Words that are in the program.
#[inline(never)]
pub fn own(own: &'static str) -> Rendered {
    words(AttrValue::Static(own))
}

/// Several things, one after the other.
#[inline(never)]
pub fn all<const N: usize>(things: [Rendered; N]) -> Rendered {
    list(Vec::from(things))
}

/// As many things as there are.
#[inline(never)]
pub fn list(things: Vec<Rendered>) -> Rendered {
    let things: Vec<VNode> = things.into_iter().map(Html::from).collect();
    VNode::VList(Rc::new(VList::from(things))).into()
}

/// The same, known by a key among its siblings.
#[inline(never)]
pub fn keyed(mut rendered: Rendered, key: Rc<str>) -> Rendered {
    if let Some(tag) = tag(&mut rendered) {
        tag.key = Some(Key::from(key));
    }
    rendered
}

/// The same, which `node_ref` finds once it is in the page.
pub fn with_ref(mut rendered: Rendered, node_ref: &NodeRef) -> Rendered {
    if let Some(tag) = tag(&mut rendered) {
        tag.node_ref = node_ref.clone();
    }
    rendered
}

/// The same, with a listener to events of this kind.
pub fn on(mut rendered: Rendered, kind: EventKind, then: impl Fn(Event) + 'static) -> Rendered {
    listen(&mut rendered, EventListener { kind, then: Box::new(then) });
    rendered
}

#[inline(never)]
fn listen(rendered: &mut Rendered, listener: EventListener) {
    if let Some(tag) = tag(rendered) {
        tag.add_listener(Rc::new(listener));
    }
}

/// An element that nobody else holds yet.
fn tag(rendered: &mut Rendered) -> Option<&mut VTag> {
    match &mut *rendered.0 {
        VNode::VTag(tag) => Rc::get_mut(tag),
        _ => None,
    }
}

/// The kinds of events that a widget listens to.
#[derive(Clone, Copy)]
pub enum EventKind {
    Click,
    Change,
    Input,
    /// The browser has found words in what is hidden, and is about to show it.
    Found,
    FocusOut,
}

/// One type for all kinds of events: Yew has a type for each.
struct EventListener {
    kind: EventKind,
    then: Box<dyn Fn(Event)>,
}

impl Listener for EventListener {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            EventKind::Click => ListenerKind::onclick,
            EventKind::Change => ListenerKind::onchange,
            EventKind::Input => ListenerKind::oninput,
            EventKind::Found => ListenerKind::other("beforematch".into()),
            EventKind::FocusOut => ListenerKind::onfocusout,
        }
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
