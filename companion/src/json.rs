//! Answers as JSON. Reading is the core's own ([`Json`]): serde would weigh more than all else here.

use fix_ladder_core::saved::{Json, push_string};

/// An object that is being written.
pub struct Object(String);

impl Object {
    pub fn new() -> Object {
        Object("{".to_owned())
    }

    /// A field whose value is JSON already.
    pub fn raw(mut self, name: &str, json: &str) -> Object {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        push_string(&mut self.0, name);
        self.0.push(':');
        self.0.push_str(json);
        self
    }

    pub fn text(self, name: &str, text: &str) -> Object {
        let json = string(text);
        self.raw(name, &json)
    }

    /// A text, or null.
    pub fn maybe(self, name: &str, text: Option<&str>) -> Object {
        let json = text.map_or_else(|| "null".to_owned(), string);
        self.raw(name, &json)
    }

    pub fn number(self, name: &str, number: u64) -> Object {
        self.raw(name, &number.to_string())
    }

    pub fn flag(self, name: &str, flag: bool) -> Object {
        self.raw(name, if flag { "true" } else { "false" })
    }

    pub fn texts(self, name: &str, texts: &[String]) -> Object {
        let json = list(texts.iter().map(|it| string(it)));
        self.raw(name, &json)
    }

    /// Pairs of texts, each a list of two.
    pub fn pairs(self, name: &str, pairs: &[(String, String)]) -> Object {
        let json = list(pairs.iter().map(|(one, other)| list([string(one), string(other)])));
        self.raw(name, &json)
    }

    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

impl Default for Object {
    fn default() -> Object {
        Object::new()
    }
}

pub fn string(text: &str) -> String {
    let mut json = String::new();
    push_string(&mut json, text);
    json
}

pub fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    ["[", &items.join(","), "]"].concat()
}

/// The text under a name; none where it is null or missing.
pub fn text<'a>(json: &'a Json, name: &str) -> Option<&'a str> {
    match json.field(name)? {
        Json::Text(text) => Some(text),
        _ => None,
    }
}

/// The pairs of texts under a name. What is no pair is left out.
pub fn pairs<'a>(json: &'a Json, name: &str) -> Vec<(&'a str, &'a str)> {
    let Some(Json::List(items)) = json.field(name) else { return Vec::new() };
    let pair = |it: &'a Json| match it {
        Json::List(pair) => match pair.as_slice() {
            [Json::Text(one), Json::Text(other)] => Some((one.as_str(), other.as_str())),
            _ => None,
        },
        _ => None,
    };
    items.iter().filter_map(pair).collect()
}
