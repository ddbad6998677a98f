//! Ladders written into posts, inside of the element: what each engine makes of a text in the format.
//!
//! Knows how an author writes the element for each engine, nothing of what is in a ladder.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::pastes::Paste;
use super::scripts::node_script;
use super::sites::{copy_site, jekyll, read};
use super::{Engine, Rendered, output_of};
use crate::files::write_whole;
use crate::setup::{self, Need};

/// The engines, each with the ladders as posts.
pub const WRAPPED: [Engine; 4] = [
    Engine {
        name: "wrapped-jekyll",
        sources: "jekyll",
        needs: &[Need::Jekyll],
        pastes: jekyll_pastes,
        render: jekyll,
    },
    Engine {
        name: "wrapped-hugo",
        sources: "hugo",
        needs: &[Need::Hugo],
        pastes: hugo_pastes,
        render: hugo,
    },
    Engine {
        name: "wrapped-hugo-unsafe",
        sources: "hugo",
        needs: &[Need::Hugo],
        pastes: hugo_pastes,
        render: hugo,
    },
    Engine {
        name: "wrapped-editors",
        sources: "wrapped-editors",
        needs: &[Need::Node],
        pastes: editor_pastes,
        render: node_script,
    },
];

/// Hugo's own way to have the Markdown in a shortcode rendered.
const SHORTCODE: &str =
    "<fix-ladder>{{ .Page.RenderString (dict \"display\" \"block\") .Inner }}</fix-ladder>\n";

/// The built-in ladder, and the example of the format.
///
/// # Errors
///
/// One of the files is not there.
pub fn ladders() -> Result<[(&'static str, String); 2]> {
    let text = |path: &str| {
        fs::read_to_string(crate::project_root().join(path))
            .with_context(|| format!("reading {path}"))
    };
    let format = text("docs/format.md")?;
    let example = format.split("```markdown\n").nth(1).and_then(|it| it.split("```").next());
    let example = example.context("docs/format.md has no example")?.to_owned();
    Ok([("icloud-photos", text("ladders/icloud-photos.md")?), ("printer", example)])
}

fn pastes(places: &[&'static str], wrap: impl Fn(&str) -> String) -> Result<Vec<Paste>> {
    let mut all = Vec::new();
    for (snippet, text) in ladders()? {
        all.extend(places.iter().map(|place| Paste { snippet, place, text: wrap(&text) }));
    }
    Ok(all)
}

fn jekyll_pastes() -> Result<Vec<Paste>> {
    pastes(&["post"], |text| format!("<fix-ladder markdown=\"block\">\n\n{text}\n</fix-ladder>\n"))
}

fn hugo_pastes() -> Result<Vec<Paste>> {
    pastes(&["post"], |text| format!("{{{{< ladder >}}}}\n{text}\n{{{{< /ladder >}}}}\n"))
}

fn editor_pastes() -> Result<Vec<Paste>> {
    pastes(&["markdown-it", "wordpress"], ToOwned::to_owned)
}

fn hugo(engine: &Engine, pastes: &[Paste]) -> Result<Rendered> {
    let site = copy_site(engine)?;
    write_whole(&site.join("layouts/shortcodes/ladder.html"), SHORTCODE.as_bytes())?;
    for (number, paste) in pastes.iter().enumerate() {
        let post = format!("---\nlayout: single\n---\n{}", paste.text);
        write_whole(&site.join(format!("content/{number}.md")), post.as_bytes())?;
    }
    let is_unsafe = if engine.name.ends_with("unsafe") { "true" } else { "false" };
    let mut hugo = setup::program("hugo")?;
    hugo.env("HUGO_MARKUP_GOLDMARK_RENDERER_UNSAFE", is_unsafe).current_dir(&site);
    output_of(&mut hugo)?;
    let version = output_of(Command::new(setup::program("hugo")?.get_program()).arg("version"))?;
    let version = version.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    read(pastes, version, |number| site.join(format!("public/{number}.html")))
}
