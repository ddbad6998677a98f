//! The drawings of a document as they stand in JSON: shapes with roles instead of colours, nothing checked yet.
//!
//! Knows nothing of what a drawing shows, and nothing that could name an address, a style or a script.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::raw_object::objects;
#[cfg(feature = "schema")]
use super::schema_parts;

/// A drawing that steps name as their `illustration`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawDrawing {
    /// Unique among the drawings.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub id: String,
    /// The first that fits the reader's choices is shown. The last is for everybody else, and has no `when`.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 32)))]
    pub variants: Vec<RawDrawingVariant>,
}

/// A drawing as some readers see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawDrawingVariant {
    /// The options it is for. As in [`RawVariant`](super::RawVariant).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::when"))]
    pub when: BTreeMap<String, Vec<String>>,
    /// What to look for in it, in one or two sentences; the caption, and what a screen reader says.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::WORDS), length(max = 300)))]
    pub alt: String,
    #[cfg_attr(feature = "schema", schemars(range(min = 40, max = 1000)))]
    pub width: u32,
    #[cfg_attr(feature = "schema", schemars(range(min = 20, max = 2000)))]
    pub height: u32,
    /// From the back to the front. What reaches beyond width and height is cut off.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 300)))]
    pub shapes: Vec<RawShape>,
}

/// One shape: an object with one key that says which.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum RawShape {
    Rect(RawRect),
    Path(RawPath),
    Text(RawWords),
}

/// A rectangle, whose corners may be round: with `round` half as large as its sides it is a circle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawRect {
    /// The role of its area; without one it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::role"))]
    pub fill: Option<String>,
    /// The role of its outline, which also says how thick it is; without one it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::role"))]
    pub line: Option<String>,
    #[cfg_attr(feature = "schema", schemars(range(max = 4000)))]
    pub x: u32,
    #[cfg_attr(feature = "schema", schemars(range(max = 4000)))]
    pub y: u32,
    #[cfg_attr(feature = "schema", schemars(range(max = 4000)))]
    pub width: u32,
    #[cfg_attr(feature = "schema", schemars(range(max = 4000)))]
    pub height: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    #[cfg_attr(feature = "schema", schemars(range(max = 2000)))]
    pub round: u32,
}

/// Lines and curves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawPath {
    /// As of a rectangle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::role"))]
    pub fill: Option<String>,
    /// As of a rectangle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::role"))]
    pub line: Option<String>,
    /// The commands `M`, `L`, `H`, `V`, `C`, `Q` and `Z` with whole numbers, separated by single blanks: `M10 4L20 4V12Z`.
    #[cfg_attr(feature = "schema", schemars(length(max = 2000), regex(pattern = schema_parts::PATH)))]
    pub d: String,
}

/// Words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawWords {
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::role"))]
    pub fill: String,
    #[cfg_attr(feature = "schema", schemars(range(max = 4000)))]
    pub x: u32,
    /// The line on which the letters stand.
    #[cfg_attr(feature = "schema", schemars(range(max = 4000)))]
    pub y: u32,
    /// The size of the letters.
    #[cfg_attr(feature = "schema", schemars(range(min = 8, max = 80)))]
    pub size: u32,
    /// Which part of the words is at `x`: `start`, `middle` or `end`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["start", "middle", "end"])))]
    pub anchor: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    #[cfg_attr(feature = "schema", schemars(length(max = 120), regex(pattern = schema_parts::WORDS)))]
    pub words: String,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

objects!(RawDrawing, RawDrawingVariant, RawRect, RawPath, RawWords);
