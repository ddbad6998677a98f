//! A post as a script hands it over: JSON. Knows names, nothing of what becomes of it.

use super::json::{self, Json, quoted};
use super::{Post, Read, Tree};

impl Post {
    /// `{"trees": […], "heading": "…", "page": "…", "id": "…", "lang": "…", "said": {"warning": "…", "picture": "…"}}`; what is
    /// missing is empty.
    pub fn from_json(text: &str) -> Option<Post> {
        let Json::Object(parts) = json::parse(text)? else { return None };
        let mut post = Post::default();
        let mut trees = None;
        for (name, value) in parts {
            match (name.as_str(), value) {
                ("trees", Json::List(values)) => {
                    trees = Some(values.into_iter().map(Tree::from).collect());
                }
                ("heading", Json::Text(it)) => post.heading = it,
                ("page", Json::Text(it)) => post.page = it,
                ("id", Json::Text(it)) => post.id = it,
                ("lang", Json::Text(it)) => post.lang = it,
                ("said", Json::Object(said)) => {
                    for (name, value) in said {
                        match (name.as_str(), value) {
                            ("warning", Json::Text(it)) => post.warning = it,
                            ("picture", Json::Text(it)) => post.picture = it,
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        Some(Post { trees: trees?, ..post })
    }
}

impl Read {
    /// What there is to know besides the ladder: its id, and whether it is its author's; and the hints, each as
    /// `[severity, message, cure, node]`.
    pub fn to_json(&self) -> String {
        let id = self.ladder.as_ref().map_or_else(|| "null".to_owned(), |it| quoted(&it.id));
        let hint = |it: &super::Hint| {
            let node = it.node.map_or_else(|| "null".to_owned(), |it| it.to_string());
            let said =
                [quoted(&it.severity.to_string()), quoted(&it.message), quoted(&it.cure), node];
            format!("[{}]", said.join(","))
        };
        let hints: Vec<String> = self.hints.iter().map(hint).collect();
        let own = if self.is_own_id { "true" } else { "false" };
        format!("{{\"id\":{id},\"isOwn\":{own},\"hints\":[{}]}}", hints.join(","))
    }
}
