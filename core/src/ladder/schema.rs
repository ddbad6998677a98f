//! The JSON Schema of the document, for editors and other tools.
//!
//! Knows only what a schema can say. That ids are unique, that choices exist and that a dangerous rung
//! is guarded, only [`validate`](super::validate) can tell.

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde_json::Value;

use super::raw::RawLadder;

/// An id: letters and digits of any script, `-` and `_`, 1 to 64 characters.
pub(super) const ID: &str = r"^[\p{Alphabetic}\p{N}_-]{1,64}$";
/// Something other than white space.
pub(super) const WORDS: &str = r"\S";
/// A letter or a digit, somewhere.
pub(super) const NAME: &str = r"[\p{Alphabetic}\p{N}]";
/// A month of the calendar.
pub(super) const MONTH: &str = "^[0-9]{4}-(0[1-9]|1[0-2])$";
/// What a BCP 47 language tag looks like.
pub(super) const LANG: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}$";
/// The beginning of a whole address of an allowed kind.
pub(super) const LINK: &str = concat!(
    r"^ *([Hh][Tt][Tt][Pp][Ss]?://[^\s/\\?#:@\[\]]|",
    r"[Mm][Aa][Ii][Ll][Tt][Oo]:[^\s@?]+@[^\s@?]|",
    r"[Tt][Ee][Ll]:[-+.()]*[0-9])",
);

/// The JSON Schema (draft 2020-12) of a document, made from the raw types.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let mut schema = settings.into_generator().into_root_schema_for::<RawLadder>();
    schema.insert("title".to_owned(), "Fix Ladder document, format 1".into());
    schema.insert("$id".to_owned(), "urn:fix-ladder:document:1".into());
    schema.to_value()
}

pub(super) fn scopes(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": { "type": "string", "enum": ["this-device", "all-devices", "account"] },
    })
}

pub(super) fn when(generator: &mut SchemaGenerator) -> Schema {
    let mut id = String::json_schema(generator);
    id.insert("pattern".to_owned(), ID.into());
    json_schema!({
        "type": "object",
        "propertyNames": { "pattern": ID },
        "additionalProperties": { "type": "array", "items": id, "minItems": 1 },
    })
}
