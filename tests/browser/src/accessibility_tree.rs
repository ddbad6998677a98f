//! The accessibility tree of Chromium, as the lines that a screen reader would speak; and the role and label that a
//! driver computes for one element, in any engine.

use std::collections::HashMap;

use anyhow::{Context, Result};
use fantoccini::elements::Element;
use serde_json::{Value, json};

use crate::engine::{Command, chromium};
use crate::test_page::Page;

/// A line of the tree: how deep it stands, what it is, what it is called, and how it stands.
#[derive(Clone, Debug)]
pub struct AxNode {
    pub depth: usize,
    pub role: String,
    pub name: String,
    /// Such as "expanded", "level 3", "disabled", "described: …", in this order for ever.
    pub states: Vec<String>,
}

impl Page {
    /// The accessibility tree of the page below the first element of this role, in reading order.
    /// Chromium only.
    ///
    /// # Errors
    ///
    /// Where the developer tools are not there, or nothing has the role.
    pub async fn accessibility_tree_below(&self, css: &str) -> Result<Vec<AxNode>> {
        let client = &self.client;
        chromium::devtools(client, "Accessibility.enable", json!({})).await?;
        let expression = format!(
            "document.querySelector('fix-ladder').shadowRoot.querySelector({})",
            json!(css)
        );
        let found =
            chromium::devtools(client, "Runtime.evaluate", json!({ "expression": expression }))
                .await?;
        let object = &found["result"]["objectId"];
        let node =
            chromium::devtools(client, "DOM.describeNode", json!({ "objectId": object })).await?;
        let backend = node["node"]["backendNodeId"].as_i64().context("no such node")?;
        let tree = chromium::devtools(client, "Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().context("no accessibility tree")?;
        let by_id: HashMap<&str, &Value> =
            nodes.iter().filter_map(|it| Some((it["nodeId"].as_str()?, it))).collect();
        let top = nodes.iter().find(|it| it["backendDOMNodeId"] == backend);
        let mut lines = Vec::new();
        collect(&by_id, top.context("the node is not in the tree")?, 0, &mut lines);
        Ok(lines)
    }
}

fn collect(by_id: &HashMap<&str, &Value>, node: &Value, depth: usize, lines: &mut Vec<AxNode>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    // The words of a label are the name of what it labels.
    if role == "LabelText" {
        return;
    }
    let silent = node["ignored"] == json!(true)
        || matches!(role, "generic" | "none" | "InlineTextBox" | "ListMarker")
        || (role == "StaticText" && name.trim().is_empty());
    let mut deeper = depth;
    if !silent {
        let role = if role == "StaticText" { "text" } else { role };
        lines.push(AxNode {
            depth,
            role: role.to_owned(),
            name: spoken(name),
            states: states(node),
        });
        deeper += 1;
    }
    // What is inside them is their name already.
    let named = matches!(
        role,
        "button" | "StaticText" | "textbox" | "combobox" | "checkbox" | "link" | "term"
    );
    let is_text = |id: &Value| {
        id.as_str().and_then(|id| by_id.get(id)).is_none_or(|it| it["role"]["value"] != "button")
    };
    let of_words = matches!(role, "heading" | "DisclosureTriangle")
        && node["childIds"].as_array().is_none_or(|all| all.iter().all(is_text));
    if named || of_words {
        return;
    }
    for id in node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if let Some(child) = by_id.get(id) {
            collect(by_id, child, deeper, lines);
        }
    }
}

/// Words as they are spoken: white space joined, and none before a mark that makes a pause.
pub fn spoken(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").replace(" ,", ",")
}

fn states(node: &Value) -> Vec<String> {
    let property = |name: &str| {
        let all = node["properties"].as_array()?;
        all.iter().find(|it| it["name"] == name).map(|it| it["value"]["value"].clone())
    };
    let is = |name: &str| property(name) == Some(json!(true));
    let mut said = Vec::new();
    match property("expanded") {
        Some(Value::Bool(true)) => said.push("expanded".to_owned()),
        Some(Value::Bool(false)) => said.push("collapsed".to_owned()),
        _ => {}
    }
    match property("checked").as_ref().and_then(Value::as_str) {
        Some("true") => said.push("ticked".to_owned()),
        Some(_) => said.push("not ticked".to_owned()),
        None => {}
    }
    if let Some(level) = property("level").filter(|_| node["role"]["value"] == "heading") {
        said.push(format!("level {level}"));
    }
    if let Some(live) = property("live").as_ref().and_then(Value::as_str) {
        said.push(format!("live {live}"));
    }
    if is("disabled") {
        said.push("disabled".to_owned());
    }
    if property("invalid").is_some_and(|it| it != json!("false")) {
        said.push("invalid".to_owned());
    }
    if let Some(value) = node["value"]["value"].as_str().filter(|it| !it.is_empty()) {
        said.push(format!("holds: {value}"));
    }
    if let Some(more) = node["description"]["value"].as_str().filter(|it| !it.is_empty()) {
        said.push(format!("described: {more}"));
    }
    said
}

/// One line a thing: `button "Start the wait" disabled`.
pub fn as_text(lines: &[AxNode]) -> String {
    let mut text = String::new();
    for AxNode { depth, role, name, states } in lines {
        text.push_str(&"  ".repeat(*depth));
        text.push_str(role);
        if !name.is_empty() {
            text.push_str(&format!(" \"{name}\""));
        }
        for state in states {
            text.push_str(", ");
            text.push_str(state);
        }
        text.push('\n');
    }
    text
}

/// What the driver computes for an element: `computedrole` or `computedlabel`. None where the driver
/// does not know the question.
pub async fn computed(
    page: &Page,
    element: &Element,
    what: &'static str,
) -> Result<Option<String>> {
    let path = format!("element/{}/{what}", element.element_id().as_ref());
    match page.client.issue_cmd(Command::get(path)).await {
        Ok(value) => Ok(value.as_str().map(str::to_owned)),
        Err(error) if error.to_string().contains("unknown command") => Ok(None),
        Err(error) => Err(error).with_context(|| format!("asking for the {what}")),
    }
}
