//! Keeps what the reader looks at where it is while the widget changes without their doing.
//!
//! Chromium and Firefox do that themselves. Safari does not: there, a rung that another tab answered
//! folds, and the sentence under the reader's eyes is gone. Knows places on the screen, and no ladder.

use web_sys::{Element, ScrollBehavior, ScrollToOptions, Window};

/// What may stand at the top of what is seen, from the top down.
const PARTS: &str = ".ladder > *, .rung > *, .body > *, .item";

/// Where things stood that the reader could see.
pub struct Anchor {
    window: Window,
    seen: Vec<(Element, f64)>,
}

impl Anchor {
    /// What is seen of a widget now, or what follows it where it stands above what is seen. None where
    /// there is nothing to hold, or where the browser holds it.
    pub fn hold(root: &Element) -> Option<Anchor> {
        let window = web_sys::window()?;
        if web_sys::css::supports_with_value("overflow-anchor", "auto").unwrap_or(true) {
            return None;
        }
        let height = window.inner_height().ok()?.as_f64()?;
        let parts = root.query_selector_all(PARTS).ok()?;
        let parts = (0..parts.length()).filter_map(|index| parts.item(index));
        let mut seen: Vec<_> = parts
            .filter_map(|it| wasm_bindgen::JsCast::dyn_into::<Element>(it).ok())
            .map(|it| (it.get_bounding_client_rect().top(), it))
            .filter(|(top, _)| (0.0..height).contains(top))
            .map(|(top, it)| (it, top))
            .collect();
        let after = foot(root);
        if seen.is_empty() && after <= 0.0 {
            seen.push((root.clone(), after));
        }
        Some(Anchor { window, seen })
    }

    /// Scrolls by as much as what was seen has moved.
    pub fn keep(self, root: &Element) {
        let kept = self.seen.iter().find(|(it, _)| it.is_connected() && it.client_height() > 0);
        let Some((element, before)) = kept else { return };
        let now = match element == root {
            true => foot(root),
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

/// Where the page goes on after a widget.
fn foot(root: &Element) -> f64 {
    root.get_bounding_client_rect().bottom()
}
