//! The texts of a ladder inside a page of it, where whoever opens the page again finds them. Knows the element and what is in
//! it, nothing of the rest of the page.

use serde_json::{Value, json};

/// How the element with the texts begins: data, which nothing runs.
pub const SOURCE_START: &str = "<script type=\"application/json\" id=\"fix-ladder-source\">";

/// How it ends.
pub const SOURCE_END: &str = "</script>";

/// The texts that a ladder was made of. What opens the page again reads them.
pub struct Sources<'a> {
    /// The name of the ladder's file, without folders.
    pub name: &'a str,
    pub text: &'a str,
    /// Of each drawing, the name of its file and its text.
    pub drawings: &'a [(String, String)],
    /// Of each piece that it shares with others, the path by which it is named and its text.
    pub pieces: &'a [(String, String)],
}

impl Sources<'_> {
    /// What stands in the element.
    pub fn to_json(&self) -> Value {
        let files = |files: &[(String, String)]| -> Vec<Value> {
            files.iter().map(|(name, text)| json!({ "name": name, "text": text })).collect()
        };
        json!({
            "name": self.name,
            "text": self.text,
            "drawings": files(self.drawings),
            "pieces": files(self.pieces),
        })
    }
}

/// The texts inside a page: `name`, `text`, `drawings` and `pieces`.
pub fn source(page: &str) -> Option<Value> {
    let (_, rest) = page.split_once(SOURCE_START)?;
    serde_json::from_str(rest.split_once(SOURCE_END)?.0).ok()
}

/// Data as it may stand in a script, also in one that is pasted into a page.
pub fn in_script(data: &Value) -> String {
    // `</` would end a script element, and after `<!--` it might not end where it should.
    data.to_string().replace("</", "<\\/").replace("<!--", "<\\u0021--")
}
