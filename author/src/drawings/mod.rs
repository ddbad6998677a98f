//! Drawings: files beside a ladder, each a few lines of the kit or a small SVG, made into shapes of the document.
//!
//! Knows which file is what, and which drawings the steps name; not how a drawing is written.

mod canvas;
mod checks;
mod controls;
mod flags;
mod frames;
mod kit;
mod lines;
mod marks;
mod rows;
mod svg;
mod svg_paint;
mod svg_path;
mod svg_shapes;
mod text_form;
mod widths;

use std::collections::BTreeMap;

use fix_ladder_core::ladder::{Location, RawDrawing, RawLadder};
use fix_ladder_core::messages::direction;

use crate::context::Context;
use crate::diagnostics::{Diagnostic, Diagnostics, Source};
use crate::nearest::nearest;

/// The endings of files that hold drawings.
pub const DRAWING_ENDINGS: [&str; 2] = ["drawing", "svg"];

/// The longest file of a drawing, in bytes.
const LONGEST: usize = 100_000;

/// Puts the drawings of these files into the ladder, and holds what its steps name against them. What is said of
/// each file, in the order of the files.
pub(crate) fn add(
    ctx: &mut Context,
    ladder: &mut RawLadder,
    files: &[Source<'_>],
) -> Vec<Vec<Diagnostic>> {
    let mirrored = direction(ladder.lang.as_deref().unwrap_or("en")) == "rtl";
    let mut said = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in files {
        let mut diagnostics = Diagnostics::default();
        let (id, ending) = name(file.name);
        if let Some(first) = seen.insert(id.to_owned(), file.name) {
            diagnostics.error(
                0..0,
                format!("{first} is a drawing of the same name"),
                "give one of the two files another name",
            );
        }
        if !is_named(ladder, id) {
            diagnostics.warning(
                0..0,
                "no step shows this drawing",
                format!("put `<!-- illustration: {id} -->` at the end of a step"),
            );
        }
        let variants = if file.text.len() > LONGEST {
            let message = format!("this file has {} bytes, more than {LONGEST}", file.text.len());
            diagnostics.error(0..0, message, "draw less");
            Vec::new()
        } else if ending == "svg" {
            svg::read(file.text, &mut diagnostics).into_iter().collect()
        } else {
            text_form::read(file.text, &ctx.options, mirrored, &mut diagnostics)
        };
        if diagnostics.any_error() {
            ctx.drawings_failed = true;
        } else {
            ladder.drawings.push(RawDrawing { id: id.to_owned(), variants });
        }
        said.push(diagnostics.finish(file.text));
    }
    let names: Vec<&str> = seen.keys().map(String::as_str).collect();
    check_steps(ctx, ladder, &names);
    said
}

fn is_named(ladder: &RawLadder, id: &str) -> bool {
    let mut steps = ladder.rungs.iter().flat_map(|rung| &rung.steps);
    steps.any(|step| step.illustration.as_deref() == Some(id))
}

fn check_steps(ctx: &mut Context, ladder: &RawLadder, names: &[&str]) {
    let top = Location::default();
    for (index, rung) in ladder.rungs.iter().enumerate() {
        let rung_location = top.nth("rung", index);
        for (index, step) in rung.steps.iter().enumerate() {
            let Some(name) = &step.illustration else { continue };
            if names.contains(&name.as_str()) {
                continue;
            }
            let location = rung_location.nth("step", index).only("illustration");
            let range = ctx.locations.find(&location).unwrap_or(0..0);
            let cure = match nearest(name, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None if names.is_empty() => {
                    format!("put it into the ladder's folder as `{name}.drawing` or `{name}.svg`")
                }
                None => format!("the drawings are {}", names.join(", ")),
            };
            ctx.diagnostics.error(range, format!("there is no drawing `{name}`"), cure);
        }
    }
}

/// The name of a file without its folders, and its ending.
fn name(path: &str) -> (&str, &str) {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    file.rsplit_once('.').unwrap_or((file, ""))
}
