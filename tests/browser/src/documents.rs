//! Small documents that a test makes up, and pages that show them.
//!
//! Knows the form of a document and nothing of any ladder that readers meet.

use anyhow::Result;
use serde_json::{Value, json};
use xtask::server::Override;

use crate::test_page::Page;
use crate::widget::Widget;

/// A ladder of one gentle rung, `only`, with so many steps: `s0`, `s1` …
pub fn with_steps(id: &str, count: usize) -> Value {
    let steps: Vec<Value> = (0..count)
        .map(|number| json!({ "id": format!("s{number}"), "text": format!("Step {number}") }))
        .collect();
    let rung =
        json!({ "id": "only", "title": "The only fix", "severity": "gentle", "steps": steps });
    json!({ "format": 1, "id": id, "title": format!("Steps of {id}"), "rungs": [rung] })
}

/// A ladder of one gentle rung, `only`, with one step and a wait of `seconds`, whatever that is.
pub fn with_wait(id: &str, seconds: impl Into<Value>) -> Value {
    let mut document = with_steps(id, 1);
    document["rungs"][0]["wait"] = json!({ "seconds": seconds.into() });
    document
}

impl Page {
    /// Puts documents on the server, each as `/<id>.json`, and says which elements show them: each
    /// has its ladder's id.
    pub fn elements_for(&self, documents: &[Value]) -> String {
        let element = |document: &Value| {
            let id = document["id"].as_str().unwrap_or_default();
            let body = Some(document.to_string().into_bytes());
            self.server.set(&format!("/{id}.json"), Override { body, ..Override::default() });
            format!("<fix-ladder id=\"{id}\" src=\"/{id}.json\" loading=\"eager\"></fix-ladder>")
        };
        documents.iter().map(element).collect()
    }

    /// Opens a page of these ladders, after what is in `before`, and waits until all stand.
    pub async fn open_documents(&self, before: &str, documents: &[Value]) -> Result<Widget<'_>> {
        let elements = self.elements_for(documents);
        self.open_body(&format!("{before}{elements}<script src=\"/fix-ladder.js\"></script>"))
            .await?;
        self.all_ready(documents.len()).await?;
        Ok(self.widget())
    }

    /// Opens in this tab the page that was opened last in another, and waits until all its widgets stand.
    pub async fn open_the_same(&self, widgets: usize) -> Result<Widget<'_>> {
        self.open("/test.html").await?;
        self.all_ready(widgets).await?;
        Ok(self.widget())
    }

    pub async fn all_ready(&self, widgets: usize) -> Result<()> {
        self.until_true(&format!(
            "document.querySelectorAll('fix-ladder[data-state=ready]').length === {widgets}"
        ))
        .await
    }
}
