//! The document as an author's tools write it: JSON in, JSON out, nothing checked yet.
//! Knows nothing of what makes a document a good one.
//!
//! Every type here is a boundary type. What has been checked is a [`Ladder`](super::Ladder).
//! The `schemars` attributes tell the JSON Schema the rules that a schema can hold; serde ignores them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use super::raw_drawing::*;
pub use super::raw_guard::*;
use super::raw_object::objects;
pub use super::raw_text::*;
#[cfg(feature = "schema")]
use super::schema_parts;

/// The format number this version reads and writes.
pub const FORMAT: u32 = 1;

/// A ladder: one problem, its choices, and its fixes from the mildest to the most drastic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawLadder {
    /// The number of the document format: 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    pub format: u32,
    /// The name under which the reader's progress is kept. Never change it once readers use the ladder.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub id: String,
    /// The language of the text as a BCP 47 tag; English where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::LANG)))]
    pub lang: Option<String>,
    /// The problem, as the reader would put it.
    pub title: RawText,
    /// What a reader needs to know before the first rung.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub introduction: Vec<RawBlock>,
    /// Questions about the reader's situation. All are optional for the reader.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<RawChoice>,
    /// The fixes, gentlest first.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub rungs: Vec<RawRung>,
    /// What to say once a rung has helped: above all, which copies to keep.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<RawBlock>,
    /// What to say while a rung is at work and has not helped yet; that this is good news, and to leave it, where it is
    /// absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moving: Vec<RawBlock>,
    /// Where to go when no rung has helped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub end: Vec<RawBlock>,
    /// The address of e-mail to which the reader may send a report of what they have tried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::EMAIL)))]
    pub report_to: Option<String>,
    /// Sources of the ladder as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RawSource>,
    /// What steps name as their illustrations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = 100)))]
    pub drawings: Vec<RawDrawing>,
}

/// One fix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawRung {
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub id: String,
    pub title: RawText,
    /// `gentle`, `moderate`, `drastic` or `last-resort`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["gentle", "moderate", "drastic", "last-resort"])))]
    pub severity: String,
    /// Why it may help, and notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<RawBlock>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touches: Option<RawTouches>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<RawUndo>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes: Option<RawTakes>,
    /// What must be true first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<RawRequirement>,
    /// What must be read first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<RawWarning>,
    /// What is safe before anything is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe: Option<RawText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = 5000)))]
    pub steps: Vec<RawStep>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<RawWait>,
    /// The question that tells whether the rung helped; "Did that fix it?" where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<RawText>,
    /// A third answer to the check, between yes and no: what tells that the rung is at work, although it has not helped
    /// yet. Absent where there is no such answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moving: Option<RawText>,
    /// Who advises against this rung, and where they say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice_against: Vec<RawAdvice>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RawSource>,
}

/// What a rung touches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawTouches {
    /// Any of `this-device`, `all-devices`, `account`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::scopes"))]
    pub scopes: Vec<String>,
    pub text: RawText,
}

/// Whether and how long a rung can be undone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawUndo {
    /// Whether it can be undone at all.
    pub possible: bool,
    /// For how many seconds it can be undone; absent where there is no limit or none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 315_360_000)))]
    pub window_seconds: Option<u64>,
    pub text: RawText,
}

/// How long a rung takes, without its wait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawTakes {
    #[cfg_attr(feature = "schema", schemars(range(max = 43_200)))]
    pub minutes: u32,
    /// What else there is to say about the time, shown after the minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<RawText>,
}

/// One action with a tick box.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawStep {
    /// Unique among all steps of the ladder. A dangerous step whose meaning changes gets a new one.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub id: String,
    pub text: RawText,
    /// Variants by choice, and notes, shown below the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<RawBlock>,
    /// What is still safe once the step is done, until a later step that is done says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe: Option<RawText>,
    /// The name of a drawing that shows the step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub illustration: Option<String>,
    /// Whether the step takes this page away from the reader, as a restart of the device does: before the first one of a
    /// rung, the reader is offered to go on elsewhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub interrupts: bool,
    /// The options for which the step exists; for all where it is empty. As in [`RawVariant`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::when"))]
    pub when: BTreeMap<String, Vec<String>>,
}

/// Minutes by the wall clock before "not fixed" may be answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawWait {
    /// 0 to 2,592,000 seconds, which is 30 days. 0 is no wait.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 2_592_000)))]
    pub seconds: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RawText>,
}

/// Somebody who knows the device advises against a rung.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawAdvice {
    /// Who advises against it.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::WORDS)))]
    pub by: String,
    /// What they say, with the link.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::unfolded::<RawBlock>"))]
    pub text: Vec<RawBlock>,
    /// The month in which it was last looked up, as `2026-11`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::MONTH)))]
    pub checked: Option<String>,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawSource {
    /// Its title, with the link where there is one.
    pub text: RawText,
    /// The month in which it was last looked up, as `2026-11`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::MONTH)))]
    pub checked: Option<String>,
    /// What it says, or what in it is not confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<RawText>,
}

/// A question about the reader's situation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawChoice {
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub id: String,
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::WORDS)))]
    pub label: String,
    #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
    pub options: Vec<RawOption>,
}

/// One answer to a [`RawChoice`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawOption {
    /// Unique within its choice.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::ID)))]
    pub id: String,
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::WORDS)))]
    pub label: String,
}

objects!(
    RawLadder, RawRung, RawTouches, RawUndo, RawTakes, RawStep, RawWait, RawAdvice, RawSource,
    RawChoice, RawOption,
);
