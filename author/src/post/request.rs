//! A post as a script hands it over: JSON. Knows names, nothing of what becomes of it.

use serde_json::{Value, json};

use super::{Post, Read, Tree};

impl Post {
    /// `{"trees": […], "heading": "…", "page": "…", "id": "…", "lang": "…", "said": {"warning": "…", "picture": "…"}}`; what is
    /// missing is empty.
    pub fn from_json(text: &str) -> Option<Post> {
        let Value::Object(mut parts) = serde_json::from_str(text).ok()? else { return None };
        let Some(Value::Array(trees)) = parts.remove("trees") else { return None };
        let mut said = match parts.remove("said") {
            Some(Value::Object(said)) => said,
            _ => serde_json::Map::new(),
        };
        let mut word = |name: &str| match parts.remove(name).or_else(|| said.remove(name)) {
            Some(Value::String(word)) => word,
            _ => String::new(),
        };
        let child = |value| Tree::from_json(value).unwrap_or(Tree::Text(String::new()));
        Some(Post {
            trees: trees.into_iter().map(child).collect(),
            heading: word("heading"),
            page: word("page"),
            id: word("id"),
            lang: word("lang"),
            warning: word("warning"),
            picture: word("picture"),
        })
    }
}

impl Read {
    /// What there is to know besides the ladder: its id, and whether it is its author's; and the hints, each as
    /// `[severity, message, cure, node]`.
    pub fn to_json(&self) -> String {
        let id = self.ladder.as_ref().map(|it| it.id.as_str());
        let hints: Vec<Value> = (self.hints.iter())
            .map(|it| json!([it.severity.to_string(), it.message, it.cure, it.node]))
            .collect();
        json!({ "id": id, "isOwn": self.is_own_id, "hints": hints }).to_string()
    }
}
