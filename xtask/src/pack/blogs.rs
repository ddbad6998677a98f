//! What blogs take: includes to copy, and the plugin for WordPress with all files of the widget in it.
//!
//! Knows the folder `blogs/` and what of it is put together, nothing of any blog.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use minijinja::context;

use super::contents::is_for_pages;
use crate::build::file::Files;
use crate::files::{path_below, sources_below};
use crate::templates::Templates;

/// The plugin, below the folder of all blogs. What is in it is put into one folder with the widget's files.
const PLUGIN: &str = "wordpress/";

/// The folder that WordPress makes of the plugin's zip.
pub const NAME: &str = "fix-ladder";

/// The files to copy into a theme, by their paths in the packed folder.
///
/// # Errors
///
/// One that cannot be read.
pub fn includes(root: &Path) -> Result<Files> {
    let mut files = all(root)?;
    files.retain(|path, _| !path.starts_with(PLUGIN));
    Ok(files.into_iter().map(|(path, bytes)| (format!("blogs/{path}"), bytes)).collect())
}

/// The files of the plugin, from those that are packed under their plain names.
///
/// # Errors
///
/// One that cannot be read, or that asks for more than the version.
pub fn plugin(root: &Path, packed: &Files) -> Result<Files> {
    let mut plugin = Files::new();
    for (path, bytes) in all(root)? {
        let Some(name) = path.strip_prefix(PLUGIN) else { continue };
        let text = String::from_utf8(bytes).with_context(|| format!("{path} is no text"))?;
        let filled = Templates::new([(name, text.as_str())])?
            .render(name, context! { version => env!("CARGO_PKG_VERSION") })?;
        plugin.insert(name.to_owned(), filled.into_bytes());
    }
    for (path, bytes) in packed {
        if is_for_pages(path) {
            plugin.insert(format!("files/{path}"), bytes.clone());
        } else if path.starts_with("LICENSE-") {
            plugin.insert(path.clone(), bytes.clone());
        }
    }
    Ok(plugin)
}

/// Every file for blogs, by its path.
fn all(root: &Path) -> Result<Files> {
    let folder = root.join("blogs");
    let files = sources_below(&folder)?.into_iter().map(|file| {
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        Ok((path_below(&folder, &file), bytes))
    });
    files.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plugin_has_its_version_and_all_files_of_the_widget() -> Result<()> {
        let names =
            ["fix-ladder.js", "fix-ladder.wasm", "ladders/tea.json", "LICENSE-MIT", "sw.js"];
        let packed = names.map(|it| (it.to_owned(), b"x".to_vec())).into();
        let plugin = plugin(&crate::workspace::project_root(), &packed)?;
        for name in [
            "block.json",
            "editor.js",
            "LICENSE-MIT",
            "files/ladders/tea.json",
            "files/fix-ladder.wasm",
        ] {
            assert!(plugin.contains_key(name), "{name}");
        }
        assert!(!plugin.contains_key("files/sw.js"), "{:?}", plugin.keys());
        let main = String::from_utf8_lossy(&plugin["fix-ladder.php"]).into_owned();
        assert!(main.contains(&format!("\n * Version: {}\n", env!("CARGO_PKG_VERSION"))), "{main}");
        assert!(!main.contains("{{"), "a place that nobody has filled");
        Ok(())
    }

    #[test]
    fn includes_are_for_every_blog_but_the_plugins() -> Result<()> {
        let files = includes(&crate::workspace::project_root())?;
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        let wanted = [
            "blogs/hugo/layouts/shortcodes/fix-ladder.html",
            "blogs/jekyll/_includes/fix-ladder.html",
        ];
        assert_eq!(names, wanted);
        Ok(())
    }
}
