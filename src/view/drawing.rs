//! The drawing of a step: shapes as elements, and in words what to look for. Knows no progress, and no colour: a shape
//! has the class of its role.

use yew::AttrValue;

use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, fixed, list, nothing, plain, words};
use super::models::Chosen;
use crate::ladder::{Anchor, Paint, Shape, Step, select};

/// The drawing that the step names, as this reader sees it; nothing where there is none.
///
/// The caption is the name of the picture, so that a translated page has both in one language. It is hidden from screen
/// readers in its own place, or they would say it twice.
pub fn drawing(ctx: &Ctx, step: &Step, chosen: &Chosen) -> Rendered {
    let named = step.illustration.as_ref();
    let found = named.and_then(|name| ctx.ladder.drawings.iter().find(|it| it.id == *name));
    let chosen = |choice: &_| chosen.option(choice).cloned();
    let Some(shown) = found.and_then(|it| select::drawing(it, &chosen)) else { return nothing() };
    let name = AttrValue::from(["drawing.", step.id.as_str()].concat());
    let [width, height] = [shown.width, shown.height].map(|it| it.to_string());
    let svg = attributes! {
        "role": "img",
        "aria-labelledby": name.clone(),
        "viewBox": ["0 0 ", &width, " ", &height].concat(),
        "focusable": "false",
    };
    let caption = attributes! { "id": name, "aria-hidden": "true", "class": "small" };
    let shapes = list(shown.shapes.iter().map(shape).collect());
    let shapes = plain("g", fixed!("aria-hidden": "true"), shapes);
    let inside =
        [element("svg", svg, shapes), element("figcaption", caption, words(shown.alt.clone()))];
    plain("figure", fixed!("class": "drawing"), all(inside))
}

fn shape(shape: &Shape) -> Rendered {
    let (name, attributes, inside) = match shape {
        Shape::Rect { paint, sides } => {
            let [x, y, width, height, round] = sides.map(|it| it.to_string());
            let attributes = attributes! {
                "class": class(*paint), "x": x, "y": y, "width": width, "height": height, "rx": round,
            };
            ("rect", attributes, nothing())
        }
        Shape::Path { paint, d } => {
            ("path", attributes! { "class": class(*paint), "d": d }, nothing())
        }
        Shape::Text { fill, x, y, size, anchor, strong, words: said } => {
            let [x, y, size] = [x, y, size].map(|it| it.to_string());
            let attributes = attributes! {
                "class": fill.as_str(),
                "x": x,
                "y": y,
                "font-size": size,
                "text-anchor": (*anchor != Anchor::Start).then_some(anchor.as_str()),
                "font-weight": strong.then_some("600"),
            };
            ("text", attributes, words(said.clone()))
        }
    };
    element(name, attributes, inside)
}

/// The roles of area and outline: `paper edge-line`.
fn class(paint: Paint) -> String {
    let mut class = String::new();
    if let Some(fill) = paint.fill {
        class.push_str(fill.as_str());
    }
    if let Some(line) = paint.line {
        class.push(' ');
        class.push_str(line.as_str());
        class.push_str("-line");
    }
    class
}
