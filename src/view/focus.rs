//! Where the focus goes, and what of a widget can be seen at all. Knows selectors, and no progress.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

use crate::ladder::Id;
use crate::progress::Event;

/// What has the focus and will not be there once a wait is over.
pub const CLOSED_BY_THE_END: &str = ".wait [data-action=skip-wait]:focus, .wait .question :focus";

/// The heading of the reader's rung, or of the end of the climb.
pub const HERE: &str = "[data-here]";

/// The focus moves only after the reader's own answer, or where the button that was pressed is gone.
pub fn after(event: &Event) -> Option<String> {
    match event {
        Event::Answer { .. } | Event::Undo { .. } | Event::Reopen | Event::StartOver => {
            Some(HERE.to_owned())
        }
        Event::StartWait { rung } | Event::SkipWait { rung } => Some(wait_title(rung)),
        _ => None,
    }
}

/// Ids hold nothing that would need escaping in a selector's string.
fn wait_title(rung: &Id) -> String {
    ["[data-rung=\"", rung.as_str(), "\"] .wait-title"].concat()
}

/// Whether there is such an element; the selector says that it has the focus.
pub fn is_on(root: &NodeRef, selector: &str) -> bool {
    find(root, selector).is_some()
}

/// Gives the focus to the first element that the selector finds.
pub fn give(root: &NodeRef, selector: &str) {
    let found = find(root, selector);
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // A page may have put something in the way of focus; the climb goes on without.
        let _ = element.focus();
    }
}

/// Whether the page shows the widget at all.
pub fn is_drawn(root: &NodeRef) -> bool {
    root.cast::<Element>().is_some_and(|it| it.client_width() > 0)
}

fn find(root: &NodeRef, selector: &str) -> Option<Element> {
    root.cast::<Element>()?.query_selector(selector).ok().flatten()
}
