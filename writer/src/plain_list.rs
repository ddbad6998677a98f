//! A document for the plain list, which draws nothing.

use serde_json::Value;

/// A document as the plain list needs it: of drawings, only the words that say what to look for.
pub fn for_plain_list(mut document: Value) -> Value {
    let drawings = document.get_mut("drawings").and_then(Value::as_array_mut);
    let variants = drawings
        .into_iter()
        .flatten()
        .filter_map(|drawing| drawing.get_mut("variants").and_then(Value::as_array_mut));
    for variant in variants.flatten().filter_map(Value::as_object_mut) {
        variant.retain(|name, _| name == "when" || name == "alt");
    }
    document
}
