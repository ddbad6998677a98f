//! What an author works on: a text, and the files that belong to it. Knows names and texts, not what they mean.

use fix_ladder_writer::Sources;
use serde_json::Value;

/// A text with its files; the same things as in a page that has its text inside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Of the text's file, without folders.
    pub name: String,
    pub text: String,
    /// Of each drawing, the name of its file and its text.
    pub drawings: Vec<(String, String)>,
    /// Of each shared piece, the path by which it is named and its text.
    pub pieces: Vec<(String, String)>,
}

impl Draft {
    /// What is missing is empty.
    pub fn read(value: &Value) -> Draft {
        Draft {
            name: word(value, "name"),
            text: word(value, "text"),
            drawings: files(value, "drawings"),
            pieces: files(value, "pieces"),
        }
    }

    pub fn to_json(&self) -> Value {
        self.sources().to_json()
    }

    pub fn sources(&self) -> Sources<'_> {
        Sources {
            name: &self.name,
            text: &self.text,
            drawings: &self.drawings,
            pieces: &self.pieces,
        }
    }
}

/// A text among the fields of an object; where it is missing, none.
pub fn word(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn files(value: &Value, name: &str) -> Vec<(String, String)> {
    let all = value.get(name).and_then(Value::as_array).into_iter().flatten();
    all.map(|it| (word(it, "name"), word(it, "text")))
        .filter(|(name, _)| !name.is_empty())
        .collect()
}
