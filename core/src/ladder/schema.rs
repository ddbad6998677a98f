//! The JSON Schema of the document, for editors and other tools.
//!
//! Knows only what a schema can say. That ids are unique, that choices exist and that a dangerous rung
//! is guarded, only [`validate`](super::validate) can tell.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::raw::RawLadder;

/// The JSON Schema (draft 2020-12) of a document, made from the raw types.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let mut schema = settings.into_generator().into_root_schema_for::<RawLadder>();
    schema.insert("title".to_owned(), "Fix Ladder document, format 1".into());
    schema.insert("$id".to_owned(), "urn:fix-ladder:document:1".into());
    schema.to_value()
}
