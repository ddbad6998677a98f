//! What stands before the steps of a rung in a document: requirements and warnings, nothing checked yet.
//!
//! Knows nothing of the rung it belongs to.

use serde::{Deserialize, Serialize};

use super::raw_object::objects;
use super::raw_text::{RawBlock, RawText};
#[cfg(feature = "schema")]
use super::schema_parts;

/// Something that must be true before the steps are open, and how the reader shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawRequirement {
    /// Unique among all requirements of the ladder.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub id: String,
    pub text: RawText,
    /// How to get there, shown below the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<RawBlock>,
    #[serde(default)]
    pub evidence: RawEvidence,
}

/// What the reader is asked for, so that a requirement is more than a tick.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RawEvidence {
    /// A tick.
    #[default]
    Confirm,
    /// Two whole numbers, the second not below the first.
    Numbers(RawNumbers),
    /// The name of a place.
    Place(RawPlace),
    /// That the climb goes on elsewhere: its resume link is opened on another device, or written down.
    HandOver,
}

/// The labels of the two numbers, which differ in more than capitals, accents, blanks and punctuation.
/// What the reader gives counts for these labels: where one changes, both numbers are asked for again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawNumbers {
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::WORDS)))]
    pub first: String,
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::WORDS)))]
    pub second: String,
    /// What it means that the second is below the first, said behind the difference; else that the reader counts again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fewer: Option<RawText>,
    /// What it means that both are equal; else that by this count nothing is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equal: Option<RawText>,
    /// What it means that the second is above the first, said behind the difference; else that this is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<RawText>,
}

/// A place to be named.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawPlace {
    /// Words that the place may not contain, such as the service that is being emptied. Only their letters and digits
    /// count, so each has at least one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(inner(regex(pattern = schema_parts::NAME))))]
    pub not: Vec<String>,
}

/// Text to be read before the steps are open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawWarning {
    /// Unique among all warnings of the ladder. What is acknowledged is the text as it stands: where its words change,
    /// blanks and punctuation aside, it is asked for again.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub id: String,
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::unfolded::<RawBlock>"))]
    pub text: Vec<RawBlock>,
    /// How many separate acknowledgements are asked for; 2 is "read that twice".
    #[serde(default = "one")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))]
    pub confirmations: u32,
}

fn one() -> u32 {
    1
}

objects!(RawRequirement, RawNumbers, RawPlace, RawWarning);
