//! What of a widget is in sight. Knows the items of a rung by their names, and nothing of why somebody asks.

use std::rc::Rc;

use web_sys::Element;
use yew::NodeRef;

use super::focus;

/// The items with these names that stand in the page.
pub fn items(root: &NodeRef, names: &[Rc<str>]) -> Vec<Element> {
    names.iter().filter_map(|it| item(root, it)).collect()
}

/// The names of those that nobody sees, and that have not the focus in what would be folded.
pub fn out_of_sight(root: &NodeRef, names: &[Rc<str>]) -> Vec<Rc<str>> {
    let height = web_sys::window().and_then(|it| it.inner_height().ok()?.as_f64());
    let Some(height) = height else { return Vec::new() };
    let is_seen = |it: &Element| {
        let place = it.get_bounding_client_rect();
        place.bottom() > 0.0 && place.top() < height
    };
    let is_used = |name: &str| focus::is_on(root, &[&more(name), " *"].concat());
    let gone = names.iter().filter(|it| !item(root, it).is_some_and(|it| is_seen(&it)));
    gone.filter(|it| !is_used(it)).cloned().collect()
}

fn item(root: &NodeRef, name: &str) -> Option<Element> {
    focus::find(root, &more(name))?.parent_element()
}

/// Finds what is below the line of an item.
fn more(name: &str) -> String {
    ["[id=\"", name, ".more\"]"].concat()
}
