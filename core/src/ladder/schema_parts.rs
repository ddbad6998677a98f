//! The parts of the JSON Schema that the raw types name in their attributes: patterns, and the schemas of some fields.
//!
//! Knows no raw type.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

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
/// An address of e-mail that needs no encoding in a link.
pub(super) const EMAIL: &str = r"^[A-Za-z0-9._+-]{1,253}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}$";
/// The beginning of a whole address of an allowed kind.
pub(super) const LINK: &str = concat!(
    r"^ *([Hh][Tt][Tt][Pp][Ss]?://[^\s/\\?#:@\[\]]|",
    r"[Mm][Aa][Ii][Ll][Tt][Oo]:[^\s@?]+@[^\s@?]|",
    r"[Tt][Ee][Ll]:[-+.()]*[0-9])",
);

/// The commands of a path, in capitals, each with whole numbers.
pub(super) const PATH: &str = r"^M[MLHVCQZ0-9 ]*$";

pub(super) fn role(_: &mut SchemaGenerator) -> Schema {
    let roles = super::drawing::Role::ALL.map(super::drawing::Role::as_str);
    json_schema!({ "type": "string", "enum": roles })
}

pub(super) fn scopes(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": { "type": "string", "enum": ["this-device", "all-devices", "account"] },
    })
}

/// At least one block, and none that folds others away.
pub(super) fn unfolded<Block: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": {
            "allOf": [generator.subschema_for::<Block>()],
            "not": { "type": "object", "required": ["more"] },
        },
        "minItems": 1,
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
