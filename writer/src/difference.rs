//! Where two documents differ. Knows their shape, and nothing of how they are written.

use fix_ladder_core::ladder::{Location, RawLadder, RawMarked, RawSpan, RawText};
use serde_json::Value;

/// A place where two documents differ.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Difference {
    pub location: Location,
    /// The name of the field.
    pub field: String,
    /// What the other document has there, where it is one word.
    pub other: Option<String>,
}

/// The kinds of parts, and the fields in which they stand.
const PARTS: [(&str, &str); 9] = [
    ("choices", "choice"),
    ("options", "option"),
    ("rungs", "rung"),
    ("requirements", "requirement"),
    ("warnings", "warning"),
    ("steps", "step"),
    ("advice_against", "advice"),
    ("sources", "source"),
    ("drawings", "drawing"),
];
/// The fields that hold blocks.
const BLOCKS: [&str; 7] = ["introduction", "fixed", "moving", "end", "why", "more", "text"];
/// Fields that are named by themselves.
const FIELDS: [&str; 18] = [
    "title",
    "lang",
    "report_to",
    "severity",
    "touches",
    "undo",
    "takes",
    "wait",
    "check",
    "moving",
    "safe",
    "evidence",
    "label",
    "by",
    "checked",
    "note",
    "illustration",
    "when",
];

/// Every difference, the first of each part only.
pub(crate) fn differences(one: &RawLadder, other: &RawLadder) -> Vec<Difference> {
    let mut found = Vec::new();
    let values = (serde_json::to_value(one), serde_json::to_value(other));
    if let (Ok(one), Ok(other)) = values {
        compare(&one, &other, &Location::default(), "", &mut found);
    }
    found
}

fn compare(
    one: &Value,
    other: &Value,
    location: &Location,
    field: &str,
    found: &mut Vec<Difference>,
) {
    match (one, other) {
        (Value::Object(these), Value::Object(those)) => {
            let names: std::collections::BTreeSet<&String> =
                these.keys().chain(those.keys()).collect();
            for name in names {
                let (this, that) = (these.get(name), those.get(name));
                let location = match FIELDS.iter().find(|known| *known == name) {
                    Some(known) => location.only(known),
                    None => location.clone(),
                };
                let null = Value::Null;
                compare(this.unwrap_or(&null), that.unwrap_or(&null), &location, name, found);
            }
        }
        (Value::Array(these), Value::Array(those)) if is_numbered(field, location) => {
            let part = PARTS.iter().find(|(name, _)| *name == field).map(|(_, part)| *part);
            let block = BLOCKS.iter().find(|name| **name == field);
            for index in 0..these.len().max(those.len()) {
                let inner = match (part, block) {
                    (Some(part), _) => location.nth(part, index),
                    (None, Some(name)) => location.only(name).nth("paragraph", index),
                    (None, None) => location.clone(),
                };
                match (these.get(index), those.get(index)) {
                    (Some(this), Some(that)) => compare(this, that, &inner, "", found),
                    _ => {
                        push(&inner, field, None, found);
                        break;
                    }
                }
            }
        }
        _ if one == other => {}
        _ => push(location, field, other.as_str(), found),
    }
}

/// Whether a list is one of parts or blocks; the words of a line are a list as well.
fn is_numbered(field: &str, location: &Location) -> bool {
    let holds_blocks =
        location.0.last().is_some_and(|part| matches!(part.what, "warning" | "advice"));
    if field == "text" {
        return holds_blocks;
    }
    PARTS.iter().any(|(name, _)| *name == field) || BLOCKS.contains(&field)
}

fn push(location: &Location, field: &str, other: Option<&str>, found: &mut Vec<Difference>) {
    let field = field.to_owned();
    if !found.iter().any(|it| it.location == *location && it.field == field) {
        let other = other.map(str::to_owned);
        found.push(Difference { location: location.clone(), field, other });
    }
}

/// The words of a text alone.
pub(crate) fn words(text: &RawText) -> String {
    fn add(spans: &[RawSpan], out: &mut String) {
        for span in spans {
            match span {
                RawSpan::Plain(words) | RawSpan::Marked(RawMarked::Code(words)) => {
                    out.push_str(words)
                }
                RawSpan::Marked(RawMarked::Strong(inner) | RawMarked::Emphasis(inner)) => {
                    add(inner, out);
                }
                RawSpan::Marked(RawMarked::Path(names)) => out.push_str(&names.join(" › ")),
                RawSpan::Marked(RawMarked::Link(link)) => add(&link.text, out),
            }
        }
    }
    match text {
        RawText::Plain(words) => words.clone(),
        RawText::Spans(spans) => {
            let mut out = String::new();
            add(spans, &mut out);
            out
        }
    }
}
