//! Where the focus is, and where it goes: after the reader's own answers, and from what closes. And whether a widget
//! is shown at all.
//!
//! Knows elements by the hooks of the contract, and nothing of why they change.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::NodeRef;

use super::action::Asked;
use crate::ladder::Id;
use crate::progress::Event;

/// What has the focus and will not be there once a wait is over.
pub const CLOSED_BY_THE_END: &str = ".wait [data-action=skip-wait], .wait .question *";

/// What is folded once the reader's rung is answered.
pub const INSIDE_HERE: &str = ".here .body *";

/// The heading of the reader's rung, or of the end of the climb.
pub const HERE: &str = "[data-here]";

/// What is asked before something is done.
pub const QUESTION: &str = "#question";

/// The focus moves only after the reader's own answer, or where the button that was pressed is gone.
pub fn after(event: &Event) -> Option<String> {
    match event {
        Event::Answer { .. }
        | Event::Undo { .. }
        | Event::Reopen
        | Event::CameBack { .. }
        | Event::StartOver
        | Event::UndoStartOver => Some(HERE.to_owned()),
        Event::StartWait { rung } | Event::SkipWait { rung } => {
            Some(title_in(rung, " .wait-title"))
        }
        Event::Moving { rung } => Some(title_in(rung, " .moving-title")),
        _ => None,
    }
}

/// To the button that asked, when the answer is no.
pub fn after_cancel(asked: Asked) -> String {
    let button = match asked {
        Asked::SkipWait => "[data-action=skip-wait]",
        Asked::SkipRung => "[data-action=skip-rung]",
        Asked::StartOver => "[data-action=start-over]",
    };
    button.to_owned()
}

/// Ids hold nothing that would need escaping in a selector's string.
fn title_in(rung: &Id, title: &str) -> String {
    ["[data-rung=\"", rung.as_str(), "\"]", title].concat()
}

pub fn find(root: &NodeRef, selector: &str) -> Option<Element> {
    root.cast::<Element>()?.query_selector(selector).ok().flatten()
}

/// What has the focus. Not by `:focus`, which Safari keeps from windows that are not in front.
fn focused(root: &NodeRef) -> Option<Element> {
    let shadow = root.cast::<Element>()?.get_root_node().dyn_into::<ShadowRoot>().ok()?;
    shadow.active_element()
}

/// Whether the focus is on such an element.
pub fn is_on(root: &NodeRef, selector: &str) -> bool {
    focused(root).is_some_and(|it| it.matches(selector).unwrap_or(false))
}

/// The heading with the focus, or the button in one, as a selector that finds its successor.
pub fn in_a_heading(root: &NodeRef) -> Option<String> {
    if is_on(root, HERE) {
        return Some(HERE.to_owned());
    }
    let rung = focused(root)?.closest(".row").ok()??.closest("[data-rung]").ok()??;
    let rung = rung.get_attribute("data-rung")?;
    Some(["[data-rung=\"", &rung, "\"] [data-action=toggle]"].concat())
}

/// Gives the focus to the first such element.
pub fn give(root: &NodeRef, selector: &str) {
    let found = find(root, selector).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        // A page may have put something in the way of focus; the climb goes on without.
        let _ = element.focus();
    }
}

/// Whether the page shows the widget at all.
pub fn is_shown(root: &NodeRef) -> bool {
    root.cast::<Element>().is_some_and(|it| it.client_width() > 0)
}
