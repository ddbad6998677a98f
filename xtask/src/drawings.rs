//! `drawings`: every drawing of the built-in ladders, and every part of the kit, as pictures for `docs/drawings.md`.
//!
//! Knows how shapes are written as an SVG, and takes their colours from the widget's own style sheet.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use fix_ladder_core::ladder::{DrawingVariant, Paint, Shape};
use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::build::file::File;
use crate::build::ladders::built_in::BuiltIn;
use crate::build::ladders::drawings::{DrawingFile, beside};
use crate::build::ladders::{INLINE, compile_all, compile_illustrated};
use crate::files::{files_below, path_below, write_whole};

const HELP: &str = "\
usage: cargo xtask drawings

Writes docs/drawings/: every drawing of the built-in ladders, and every part of the kit in
docs/kit/, each as an SVG. A test holds them against their sources.";

/// Where they are written, below the project.
const FOLDER: &str = "docs/drawings";

/// The colours that a widget takes from its tokens, in a light page and in a dark one.
const LIGHT: &str = "--paper:#fff;--ink:#22252a;--gentle:#0b6e60;--last:#b01d12";
const DARK: &str = "--paper:#16181c;--ink:#e9e7e2;--gentle:#58cbb7;--last:#ff8a80";
const FONT: &str = "--ui:system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",sans-serif";

/// The rule for dark pages, as the style sheet begins it.
const DARK_RULE: &str = "[data-theme=\"dark\"] .drawing {";

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    if crate::command_line::asks_for_help(&mut arguments, HELP)? {
        return Ok(ExitCode::SUCCESS);
    }
    let root = crate::workspace::project_root();
    let pictures = pictures(&root)?;
    for file in files_below(&root.join(FOLDER))? {
        if !pictures.iter().any(|(path, _)| *path == path_below(&root, &file)) {
            fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
        }
    }
    for (path, bytes) in &pictures {
        write_whole(&root.join(path), bytes)?;
    }
    crate::progress::say("drawings", format!("{} in {FOLDER}/", pictures.len()));
    Ok(ExitCode::SUCCESS)
}

/// All of them, each with its path below the project.
fn pictures(root: &Path) -> Result<Vec<File>> {
    let sheet = sheet(&fs::read_to_string(root.join("styles/drawing.css"))?)?;
    let mut pictures = Vec::new();
    let mut ladders = compile_all(&root.join("ladders"), INLINE)?;
    ladders.push(kit(root)?);
    for ladder in &ladders {
        for drawing in &ladder.ladder.drawings {
            for (index, variant) in drawing.variants.iter().enumerate() {
                let number = if drawing.variants.len() > 1 {
                    format!("-{}", index + 1)
                } else {
                    String::new()
                };
                let path = format!("{FOLDER}/{}/{}{number}.svg", ladder.id(), drawing.id);
                pictures.push((path, svg(variant, &sheet).into_bytes()));
            }
        }
    }
    Ok(pictures)
}

/// A ladder that names every drawing of the kit.
fn kit(root: &Path) -> Result<BuiltIn> {
    let files: Vec<DrawingFile> =
        beside(&root.join("docs/kit.md"), "ladders/")?.unwrap_or_default();
    let mut text = "# Kit\n\n## Kit\n\n".to_owned();
    for file in &files {
        let id = Path::new(&file.name).file_stem().unwrap_or_default().to_string_lossy();
        text.push_str(&format!("1. {id} <!-- illustration: {id} -->\n"));
    }
    match compile_illustrated("kit.md", &text, Some(&files))? {
        Some(kit) => Ok(kit),
        None => bail!("the kit in docs/kit/ has errors"),
    }
}

/// The style sheet of a picture that stands by itself: it follows the colours of the system.
fn sheet(styles: &str) -> Result<String> {
    let (before, rest) =
        styles.split_once(DARK_RULE).context("styles/drawing.css has no dark rule")?;
    let (dark, after) = rest.split_once('}').context("the dark rule has no end")?;
    let whole = format!(
        ".drawing {{{LIGHT};{FONT}}} {before} {after}
        .page {{ fill: var(--paper); stroke: none }}
        @media (prefers-color-scheme: dark) {{ .drawing {{{DARK}; {dark}}} }}"
    );
    crate::build::scripts::minify::css(&whole)
}

fn svg(variant: &DrawingVariant, sheet: &str) -> String {
    let (width, height) = (variant.width, variant.height);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n\
         <title>{}</title>\n<style>{}</style>\n<rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n",
        encode_text(&variant.alt),
        encode_text(sheet),
    );
    for shape in &variant.shapes {
        svg.push_str(&element(shape));
        svg.push('\n');
    }
    svg.push_str("</svg>\n");
    svg
}

fn element(shape: &Shape) -> String {
    match shape {
        Shape::Rect { paint, sides: [x, y, width, height, round] } => format!(
            "<rect class=\"{}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"/>",
            class(*paint)
        ),
        Shape::Path { paint, d } => {
            format!(
                "<path class=\"{}\" d=\"{}\"/>",
                class(*paint),
                encode_double_quoted_attribute(d)
            )
        }
        Shape::Text { fill, x, y, size, anchor, strong, words } => {
            let weight = if *strong { " font-weight=\"600\"" } else { "" };
            format!(
                "<text class=\"{}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{}\"{weight}>{}</text>",
                fill.as_str(),
                anchor.as_str(),
                encode_text(words)
            )
        }
    }
}

fn class(paint: Paint) -> String {
    let fill = paint.fill.map(|it| it.as_str().to_owned());
    let line = paint.line.map(|it| format!("{}-line", it.as_str()));
    fill.into_iter().chain(line).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use fix_ladder_core::ladder::encode;

    use super::*;
    use crate::build::dist::brotli_size;
    use crate::build::ladders::inline_ladder;

    #[test]
    fn the_pictures_of_the_paper_are_what_their_sources_say() -> Result<()> {
        let root = crate::workspace::project_root();
        let pictures = pictures(&root)?;
        let mut stale = Vec::new();
        for (path, bytes) in &pictures {
            if fs::read(root.join(path)).ok().as_ref() != Some(bytes) {
                stale.push(path.clone());
            }
        }
        for file in files_below(&root.join(FOLDER))? {
            let path = path_below(&root, &file);
            if !pictures.iter().any(|(it, _)| *it == path) {
                stale.push(path);
            }
        }
        assert_eq!(stale, [""; 0], "run `cargo xtask drawings`");
        Ok(())
    }

    /// What they may add to the module's ladder, in bytes after brotli.
    const MOST: usize = 4_096;

    #[test]
    fn all_drawings_of_the_ladder_inside_are_small() -> Result<()> {
        let ladders = compile_all(&crate::workspace::project_root().join("ladders"), INLINE)?;
        let mut ladder = inline_ladder(&ladders)?.ladder.clone();
        let whole = brotli_size(&encode(&ladder));
        ladder.drawings.clear();
        let added = whole - brotli_size(&encode(&ladder));
        eprintln!("ADDED {added}");
        assert!(added <= MOST, "the drawings weigh {added} bytes");
        Ok(())
    }

    #[test]
    fn the_paper_shows_every_picture_with_its_words() -> Result<()> {
        let root = crate::workspace::project_root();
        let paper = fs::read_to_string(root.join("docs/drawings.md"))?;
        for (path, svg) in pictures(&root)? {
            let link = path.replacen("docs/", "", 1);
            assert!(paper.contains(&format!("]({link})")), "docs/drawings.md does not show {link}");
            let svg = String::from_utf8(svg)?;
            let title = svg.split_once("<title>").and_then(|(_, it)| it.split_once("</title>"));
            let alt =
                html_escape::decode_html_entities(title.map_or("", |(it, _)| it)).into_owned();
            let own = format!("![{alt}]({link})");
            // What a picture of the kit shows is said beside it.
            assert!(link.contains("/kit/") || paper.contains(&own), "it does not say {own}");
        }
        Ok(())
    }
}
