//! A scroll anchor: what the reader looks at stays where it is while the widget changes without their doing.
//!
//! Chromium and Firefox do that themselves, where the page has not switched it off. Safari does not: there, a rung that
//! another tab answered folds, and the sentence under the reader's eyes is gone. Knows positions on the screen, and no
//! ladder.

use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollToOptions, ShadowRoot, Window};
use yew::NodeRef;

/// What may be the first visible element, from the top down.
const CANDIDATES: &str = ".ladder > *, .rung > *, .body > *, .item, .more > *";

/// The elements that the reader could see, and where they were.
pub struct ScrollAnchor {
    window: Window,
    visible: Vec<(Element, f64)>,
}

impl ScrollAnchor {
    /// Captures what is visible of a widget now, or what follows it where it stands above the viewport. None where
    /// that cannot be known, or where the browser has scroll anchoring.
    pub fn capture(root: &NodeRef) -> Option<ScrollAnchor> {
        let root = root.cast::<Element>()?;
        let window = web_sys::window()?;
        if is_anchored(&window, &root) {
            return None;
        }
        let height = window.inner_height().ok()?.as_f64()?;
        let found = root.query_selector_all(CANDIDATES).ok()?;
        let candidates = (0..found.length()).filter_map(|index| found.item(index));
        let mut visible: Vec<_> = candidates
            .filter_map(|it| it.dyn_into::<Element>().ok())
            .map(|it| (it.get_bounding_client_rect().top(), it))
            .filter(|(top, _)| (0.0..height).contains(top))
            .map(|(top, it)| (it, top))
            .collect();
        let after = foot(&root);
        if visible.is_empty() && after <= 0.0 {
            visible.push((root, after));
        }
        Some(ScrollAnchor { window, visible })
    }

    /// Scrolls by as much as the first of them that is still there has moved.
    pub fn restore(self, root: &NodeRef) {
        let Some(root) = root.cast::<Element>() else { return };
        let found = self.visible.iter().find(|(it, _)| it.is_connected() && it.client_height() > 0);
        let Some((element, before)) = found else { return };
        let now = match *element == root {
            true => foot(&root),
            false => element.get_bounding_client_rect().top(),
        };
        let moved = now - before;
        if moved.abs() >= 1.0 {
            // At once, also where the page's style has everything glide.
            let by = ScrollToOptions::new();
            by.set_top(moved);
            by.set_behavior(ScrollBehavior::Instant);
            self.window.scroll_by_with_scroll_to_options(&by);
        }
    }
}

/// Whether the browser keeps what is seen of an element in its place.
fn is_anchored(window: &Window, element: &Element) -> bool {
    let mut at = Some(element.clone());
    while let Some(element) = at {
        let styles = window.get_computed_style(&element).ok().flatten();
        let value = styles.and_then(|it| it.get_property_value("overflow-anchor").ok());
        if value.as_deref() != Some("auto") {
            return false;
        }
        let host = || Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host());
        at = element.parent_element().or_else(host);
    }
    true
}

/// Where the page goes on after a widget.
fn foot(root: &Element) -> f64 {
    root.get_bounding_client_rect().bottom()
}
