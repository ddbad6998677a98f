//! Engines that are a library: kramdown, Ghost's renderer, WordPress. Each is run by a script in its own language, which
//! gets the posts as JSON, and gives back a version and as many pieces of HTML.
//!
//! Knows how the scripts are started and what authors paste there, nothing of what the engines do.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::database::Database;
use super::pastes::{Paste, pastes, snippets};
use super::sites::install_packages;
use super::{Engine, Rendered, output_of};
use crate::recipes::recipe;
use crate::{node, setup};

pub fn kramdown(engine: &Engine, pastes: &[Paste]) -> Result<Rendered> {
    run(setup::program("ruby")?.arg(engine.folder().join("render.rb")), pastes)
}

/// The card for HTML as it is, and the card for Markdown.
pub fn ghost_pastes() -> Result<Vec<Paste>> {
    let mut all = pastes()?;
    for (snippet, text) in snippets()? {
        all.push(Paste { snippet, place: "in-an-html-card", text });
    }
    all.push(Paste { snippet: "recipe", place: "in-an-html-card", text: recipe("Ghost", 0)? });
    Ok(all)
}

/// By a script for Node.js with packages of npm.
pub fn node_script(engine: &Engine, pastes: &[Paste]) -> Result<Rendered> {
    let scratch = engine.scratch();
    install_packages(engine, &scratch)?;
    let script = scratch.join("render.cjs");
    std::fs::copy(engine.folder().join("render.cjs"), &script)?;
    run(Command::new(node::program()?).arg(script), pastes)
}

/// The forms in which WordPress stores what an author has put into a post.
pub fn wordpress_pastes() -> Result<Vec<Paste>> {
    const BLOCKS: [(&str, &str); 4] = [
        (
            "in-a-block-for-html",
            "<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\nSNIPPET\n<!-- /wp:html -->\n\n<!-- wp:paragraph -->\n<p>After.</p>\n<!-- /wp:paragraph -->",
        ),
        ("in-the-classic-editor", "Before.\n\nSNIPPET\n\nAfter."),
        ("under-a-paragraph", "Before.\nSNIPPET\n\nAfter."),
        // What the editor of blocks makes of a tag that is pasted as text.
        (
            "as-text",
            "<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>SNIPPET</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>After.</p>\n<!-- /wp:paragraph -->",
        ),
    ];
    let [tag, in_lines, list, spaced, bare] = snippets()?;
    let empty = "<div>\n<fix-ladder ladder=\"icloud-photos\">\n</fix-ladder>\n</div>\n";
    let empty = format!("{empty}{}", list.1.lines().last().unwrap_or_default());
    let recipes = [("recipe", recipe("WordPress", 1)?)];
    let mut all = Vec::new();
    for (snippet, text) in
        [tag, in_lines, list, spaced, bare, ("empty", empty)].into_iter().chain(recipes)
    {
        for (place, post) in BLOCKS {
            let text = match place {
                "as-text" => html_escape::encode_text(&text).replace('\n', "<br>"),
                _ => text.clone(),
            };
            all.push(Paste { snippet, place, text: post.replace("SNIPPET", &text) });
        }
    }
    Ok(all)
}

/// What an author stores who has the plugin, and may use no HTML of their own: blocks, and shortcodes.
pub fn wordpress_plugin_pastes() -> Result<Vec<Paste>> {
    const LIST: &str = "<!-- wp:list {\"ordered\":true} -->\n<ol><!-- wp:list-item -->\n<li>Is it really stuck? Push the plug in.</li>\n<!-- /wp:list-item -->\n\n<!-- wp:list-item -->\n<li>Restart it.</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->";
    const HEADING: &str = "<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">The kettle stays cold</h2>\n<!-- /wp:heading -->";
    const STEP: &str = "<!-- wp:heading {\"level\":3} -->\n<h3 class=\"wp-block-heading\">Look at the plug</h3>\n<!-- /wp:heading -->";
    let block = |attributes: &str, inside: &str| {
        format!(
            "<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:fix-ladder/ladder {attributes} -->\n{inside}\n<!-- /wp:fix-ladder/ladder -->\n\n<!-- wp:paragraph -->\n<p>After.</p>\n<!-- /wp:paragraph -->"
        )
    };
    let written = [HEADING, STEP, LIST].join("\n\n");
    let shortcode = recipe("WordPress", 0)?;
    let mut all = Vec::new();
    let mut add = |snippet, place, text| all.push(Paste { snippet, place, text });
    add("recipe-block", "in-a-block", block("{\"ladder\":\"icloud-photos\"}", LIST));
    add("recipe-written", "in-a-block", block("{\"anchor\":\"kettle\"}", &written));
    for (place, post) in [
        ("in-the-classic-editor", "Before.\n\nSNIPPET\n\nAfter."),
        ("under-a-paragraph", "Before.\nSNIPPET\n\nAfter."),
    ] {
        add("recipe-shortcode", place, post.replace("SNIPPET", &shortcode));
        let empty = "[fix_ladder ladder=\"icloud-photos\"]\n\n[/fix_ladder]";
        add("shortcode-empty", place, post.replace("SNIPPET", empty));
    }
    Ok(all)
}

/// The author is one who may use any HTML, or one whose posts go through the filter that is called kses; that one may
/// have the plugin.
pub fn wordpress(engine: &Engine, pastes: &[Paste]) -> Result<Rendered> {
    let scratch = engine.scratch();
    let database = Database::start(&scratch)?;
    let site = unpack_wordpress(&scratch, &[])?;
    std::fs::copy(engine.folder().join("wp-config.php"), site.join("wp-config.php"))?;
    if engine.name == "wordpress-plugin" {
        let plugin = site.join("wp-content/plugins/fix-ladder");
        for (path, bytes) in crate::pack::plugin(&crate::build::file::Files::new())? {
            crate::files::write_whole(&plugin.join(path), &bytes)?;
        }
    }
    let author = if engine.name == "wordpress" { "administrator" } else { "author" };
    let mut php = setup::program("php")?;
    php.arg(engine.folder().join("render.php")).arg(&site).arg(author);
    run(php.env("SOAK_DATABASE", database.socket()), pastes)
}

/// Debian's packages, unpacked and not installed: they would bring a web server that runs. Themes are others.
///
/// # Errors
///
/// A package that cannot be had.
pub fn unpack_wordpress(scratch: &Path, others: &[&str]) -> Result<PathBuf> {
    let root = scratch.join("packages");
    std::fs::create_dir_all(&root)?;
    let packages = ["wordpress", "php-getid3"];
    let mut download = setup::program("apt-get")?;
    output_of(download.arg("download").args(packages).args(others).current_dir(&root))?;
    for file in crate::files::files_below(&root)?
        .iter()
        .filter(|it| it.extension().is_some_and(|it| it == "deb"))
    {
        output_of(setup::program("dpkg-deb")?.arg("-x").args([file, &root]))?;
    }
    Ok(root.join("usr/share/wordpress"))
}

/// Gives the posts to a script, and takes what it prints.
fn run(command: &mut Command, pastes: &[Paste]) -> Result<Rendered> {
    let posts: Vec<Value> = pastes
        .iter()
        .map(|it| json!({ "snippet": it.snippet, "place": it.place, "text": it.text }))
        .collect();
    let mut script = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting {command:?}"))?;
    let posts = serde_json::to_vec(&posts)?;
    script.stdin.take().context("no way in")?.write_all(&posts)?;
    let output = script.wait_with_output()?;
    ensure!(output.status.success(), "{command:?}: {}", output.status);
    let made: Value = serde_json::from_slice(&output.stdout).context("what the script printed")?;
    let version = made["version"].as_str().context("no version")?.to_owned();
    let html = made["html"].as_array().context("no html")?;
    let html = html.iter().map(|it| it.as_str().unwrap_or_default().to_owned()).collect();
    Ok(Rendered { version, html })
}
