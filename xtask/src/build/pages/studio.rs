//! `studio.html`: where an author writes a ladder and sees it at once. One file, which holds its module, its examples and the
//! page in one file, from which it makes its preview and other pages.
//!
//! Knows what its template is told, nothing of what is done with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use fix_ladder_writer::Sources;
use minijinja::context;
use serde_json::{Map, Value, json};

use super::studio_words::{LANG, words};
use super::{Place, Shell};
use crate::build::ladders::built_in::BuiltIn;
use crate::build::ladders::drawings::beside;
use crate::build::ladders::inline_ladder;
use crate::build::languages::Said;
use crate::build::scripts::bundle::bundle;
use crate::build::scripts::embed::function;
use crate::build::scripts::script::{Script, in_script};
use crate::build::scripts::{messages, minify};
use crate::digest::integrity;
use crate::files::{path_below, sources_below};
use crate::templates::{Templates, html};

/// What the studio is put together from.
pub struct Studio<'a> {
    /// The folder of the project.
    pub root: &'a Path,
    /// The page in one file.
    pub built: &'a str,
    /// The module, compressed.
    pub module: &'a str,
    /// The icon, as an address that fetches nothing.
    pub icon: &'a str,
    pub version: String,
    /// What is said in each language: by its tag.
    pub said: Value,
}

impl Shell {
    /// The studio, with the page in one file inside, which speaks every language.
    ///
    /// # Errors
    ///
    /// As for [`Shell::single`] and [`page`].
    pub(super) fn studio(
        &self,
        root: &Path,
        ladders: &[BuiltIn],
        script: &Script,
        module: &str,
    ) -> Result<String> {
        let home = inline_ladder(ladders)?;
        let version = self.version(&[self.page(home, script, &Place::Inside, None, "")?]);
        let built = self.page(home, script, &Place::Inside, None, &version)?;
        page(&Studio {
            root,
            built: &built,
            module,
            icon: &self.icon,
            version: self.english.page.version(&version),
            said: self.said_by_language(&version),
        })
    }

    /// What a ladder says that is read from a post, and what the page in one file says around a ladder.
    fn said_by_language(&self, version: &str) -> Value {
        let others = self.languages.iter().map(|it| (it.tag(), &it.said));
        let all =
            [(self.english.lang().to_ascii_lowercase(), &self.english)].into_iter().chain(others);
        let told = |(tag, said): (String, &Said)| {
            let page = json!({
                "lang": said.lang(),
                "title": said.page.page_title("{title}"),
                "messages": messages::for_page(said),
                "around": messages::for_surroundings(said, version),
            });
            (tag, json!({ "post": messages::for_posts(said), "page": page }))
        };
        all.map(told).collect()
    }
}

/// The whole page.
///
/// # Errors
///
/// A source that cannot be read, or a template that names what nobody gives.
pub fn page(studio: &Studio<'_>) -> Result<String> {
    let words = words(studio.root)?;
    let styles = ["studio.css", "studio-parts.css", "studio-screens.css"].map(|name| {
        let file = studio.root.join("styles").join(name);
        let sheet =
            fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()));
        minify::css(&sheet?)
    });
    let styles = styles.into_iter().collect::<Result<String>>()?;
    let code = minify::javascript(&function(&bundle(&studio.root.join("web/studio.js"))?))?;
    let told = json!({
        "words": words,
        "module": studio.module,
        "beginning": include_str!("../../../../command-line/src/new.md"),
        "examples": examples(&studio.root.join("ladders"), &words)?,
        "said": studio.said,
    });
    let script = format!("(() => {{\nconst STUDIO = {};\n{code}\n}})();\n", in_script(&told));
    let values = context! {
        lang => LANG,
        policy => policy(&script, &styles, studio.built)?,
        icon => studio.icon,
        words => told_by_template(&words),
        version => &studio.version,
        styles => html(styles),
        built => html(in_script(&json!(studio.built))),
        script => html(script),
    };
    Templates::new([("studio.html", include_str!("writing.html"))])?.render("studio.html", values)
}

/// The words without placeholders, which may stand in the template.
fn told_by_template(words: &Map<String, Value>) -> BTreeMap<String, String> {
    let text = |(key, word): (&String, &Value)| Some((key.clone(), word.as_str()?.to_owned()));
    words.iter().filter_map(text).collect()
}

/// The ladders to copy from, each with all its files, and what it shows.
fn examples(folder: &Path, words: &Map<String, Value>) -> Result<Vec<Value>> {
    let mut examples = Vec::new();
    let mut shared = Vec::new();
    for file in sources_below(folder)? {
        let path = path_below(folder, &file);
        if path.starts_with("shared/") {
            shared.push((path, fs::read_to_string(&file)?));
        }
    }
    for file in sources_below(folder)? {
        let name = path_below(folder, &file);
        let Some(id) = name.strip_suffix(".md").filter(|it| !it.contains('/')) else { continue };
        let text = fs::read_to_string(&file).with_context(|| format!("reading {name}"))?;
        let drawings: Vec<(String, String)> = (beside(&file, "")?.into_iter().flatten())
            .map(|it| (path_below(Path::new(id), Path::new(&it.name)), it.text))
            .collect();
        let pieces: Vec<(String, String)> =
            shared.iter().filter(|(path, _)| text.contains(path.as_str())).cloned().collect();
        // A copy is another ladder, whose readers have begun nothing yet.
        let own = format!("my-{id}");
        let text = text.replacen(&format!("<!-- id: {id} -->"), &format!("<!-- id: {own} -->"), 1);
        let name = format!("{own}.md");
        let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(id);
        let title = title.split("<!--").next().unwrap_or(title).trim();
        let sources =
            Sources { name: &name, text: &text, drawings: &drawings, pieces: &pieces }.to_json();
        let about = words.get(&format!("about_{}", id.replace('-', "_")));
        examples.push(json!({ "title": title, "about": about, "draft": sources }));
    }
    Ok(examples)
}

/// Nothing but this page's own script and styles. Its preview is a page of its own making, to which all this holds as well:
/// so what is in the built page may run too.
fn policy(script: &str, styles: &str, built: &str) -> Result<String> {
    let part = |start: &str, end: &str| {
        let (_, rest) = built.rsplit_once(start)?;
        Some(integrity(rest.split_once(end)?.0.as_bytes()))
    };
    let its_script = part("<script>", "</script>").context("the built page has no script")?;
    let its_styles = part("<style>", "</style>").context("the built page has no styles")?;
    let [script, styles] = [script, styles].map(|text| integrity(text.as_bytes()));
    Ok(format!(
        "default-src 'none'; script-src '{script}' '{its_script}' 'wasm-unsafe-eval'; \
         style-src '{styles}' '{its_styles}'; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types fix-ladder-studio"
    ))
}

#[cfg(test)]
mod tests {
    use fix_ladder_author::{Source, compile_pieces};

    use super::*;

    #[test]
    fn every_example_is_a_ladder_of_its_own() -> Result<()> {
        let root = crate::workspace::project_root();
        let all = examples(&root.join("ladders"), &words(&root)?)?;
        assert!(all.len() > 3, "{all:?}");
        for example in all {
            assert!(example["about"].is_string(), "nothing is said of {}", example["title"]);
            let draft = &example["draft"];
            let files = |key: &str| -> Vec<(String, String)> {
                let all = draft[key].as_array().into_iter().flatten();
                let text = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
                all.map(|it| (text(it, "name"), text(it, "text"))).collect()
            };
            let (drawings, pieces) = (files("drawings"), files("pieces"));
            let drawings: Vec<Source<'_>> =
                drawings.iter().map(|(name, text)| Source { name, text }).collect();
            let read = |path: &str| {
                pieces.iter().find(|(name, _)| name == path).map(|(_, text)| text.clone())
            };
            let source = Source {
                name: draft["name"].as_str().context("a name")?,
                text: draft["text"].as_str().context("a text")?,
            };
            let drawings = (!drawings.is_empty()).then_some(drawings.as_slice());
            let (compiled, _) = compile_pieces(source, &read, drawings);
            let ladder = compiled.ladder.context("an example with errors")?;
            assert!(ladder.id.starts_with("my-"), "{} would be that of the example", ladder.id);
        }
        Ok(())
    }
}
