//! What stands beside the pages for whoever reads and writes by machine: `llms.txt`, and the paper that it names.
//!
//! Knows where things are, nothing of who reads them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use minijinja::context;

use crate::build::file::File;
use crate::build::ladders::built_in::BuiltIn;
use crate::templates::{Templates, html};

/// The paper on writing a ladder with an assistant, below `docs/` and in `dist/`.
const PAPER: &str = "write-with-an-assistant.md";

const INDEX: &str = "llms.txt";

/// # Errors
///
/// The paper cannot be read.
pub fn files(root: &Path, ladders: &[BuiltIn], address: Option<&str>) -> Result<Vec<File>> {
    let paper = format!("docs/{PAPER}");
    let text = fs::read(root.join(&paper)).with_context(|| format!("reading {paper}"))?;
    let index = index(ladders, address)?;
    Ok(vec![(INDEX.to_owned(), index.into_bytes()), (PAPER.to_owned(), text)])
}

/// A list of what there is to read, in the form that <https://llmstxt.org> describes.
fn index(ladders: &[BuiltIn], address: Option<&str>) -> Result<String> {
    // What is no HTML is to be escaped nowhere.
    let line = |it: &BuiltIn| {
        let title = it.ladder.title.plain().replace(['[', ']'], "");
        context! { id => it.id(), title => html(title), n_rungs => it.ladder.rungs.len() }
    };
    let values = context! {
        base => html(address.unwrap_or_default()),
        paper => PAPER,
        ladders => ladders.iter().map(line).collect::<Vec<_>>(),
    };
    Templates::new([(INDEX, include_str!("llms.txt"))])?.render(INDEX, values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_ladder_is_named_with_an_address() -> Result<()> {
        let rung = json!({ "id": "only", "title": "Wait", "severity": "gentle",
            "steps": [{ "id": "s", "text": "Wait." }] });
        let document =
            json!({ "format": 1, "id": "tea", "title": "Tea & [no] water", "rungs": [rung] });
        let ladders = [BuiltIn::new(document)?];
        let text = index(&ladders, Some("https://blog.example/fix/"))?;
        let line =
            "- [Tea & no water](https://blog.example/fix/ladders/tea.md): the number of fixes is 1";
        assert!(text.contains(line), "{text}");
        assert!(
            index(&ladders, None)?.contains("](ladders/tea.md)"),
            "relative, where nobody knows"
        );
        Ok(())
    }
}
