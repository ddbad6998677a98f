//! The text of a document as it stands in JSON: blocks, paragraphs and spans, nothing checked yet.
//!
//! Knows nothing of rungs. Text is never HTML: it is a list of typed spans.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::raw_object::objects;
#[cfg(feature = "schema")]
use super::schema_parts;

/// A paragraph (a string or a list of spans), a list, variants, or more of them folded away.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RawBlock {
    Paragraph(RawText),
    Other(RawOtherBlock),
}

/// What a block may be besides a paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RawOtherBlock {
    /// A list of short paragraphs.
    List(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<RawText>),
    /// The first variant that fits the reader's choices is shown.
    Variants(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<RawVariant>),
    /// Blocks that are folded away until the reader asks for more; none of them folds others. No warning and no advice
    /// holds any: what warns is never folded.
    More(
        #[cfg_attr(
            feature = "schema",
            schemars(schema_with = "schema_parts::unfolded::<RawBlock>")
        )]
        Vec<RawBlock>,
    ),
}

/// Words for some readers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawVariant {
    /// The options it is for, by choice: one of those listed, in every choice listed.
    /// Empty means: everybody whom no other variant fits.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema_parts::when"))]
    pub when: BTreeMap<String, Vec<String>>,
    pub text: RawText,
}

/// One paragraph: a plain string, or a list of spans.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RawText {
    Plain(#[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::WORDS)))] String),
    Spans(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<RawSpan>),
}

/// A run of text: a plain string, or an object with one key that says what it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RawSpan {
    Plain(String),
    Marked(RawMarked),
}

/// A run of text that is more than plain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RawMarked {
    Strong(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<RawSpan>),
    Emphasis(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<RawSpan>),
    Code(#[cfg_attr(feature = "schema", schemars(regex(pattern = schema_parts::WORDS)))] String),
    /// A menu path: at least two names, from the outermost to the innermost.
    Path(
        #[cfg_attr(feature = "schema", schemars(length(min = 2), inner(regex(pattern = schema_parts::WORDS))))]
         Vec<String>,
    ),
    Link(RawLink),
}

/// A link. Only `https:`, `http:`, `mailto:` and `tel:` addresses are taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct RawLink {
    #[cfg_attr(feature = "schema", schemars(length(max = 2048), regex(pattern = schema_parts::LINK)))]
    pub href: String,
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub text: Vec<RawSpan>,
}

objects!(RawVariant, RawLink);

impl From<&str> for RawText {
    fn from(text: &str) -> Self {
        RawText::Plain(text.to_owned())
    }
}

impl From<Vec<RawSpan>> for RawText {
    /// A single plain span becomes a plain string, which is how a person would write it.
    fn from(mut spans: Vec<RawSpan>) -> Self {
        match spans.as_mut_slice() {
            [] => RawText::Plain(String::new()),
            [RawSpan::Plain(text)] => RawText::Plain(std::mem::take(text)),
            _ => RawText::Spans(spans),
        }
    }
}

// `#[serde(untagged)]` would try each form in turn on a buffered copy, and say of every mistake
// only that no form matched. These visitors look at what is there and keep the error of the part.

impl<'de> Deserialize<'de> for RawText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = RawText;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a list of spans")
            }
            fn visit_str<E>(self, text: &str) -> Result<RawText, E> {
                Ok(RawText::Plain(text.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, spans: A) -> Result<RawText, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(spans)).map(RawText::Spans)
            }
        }
        deserializer.deserialize_any(TextVisitor)
    }
}

impl<'de> Deserialize<'de> for RawSpan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SpanVisitor;
        impl<'de> Visitor<'de> for SpanVisitor {
            type Value = RawSpan;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or an object with one of `strong`, `emphasis`, `code`, `path`, `link`")
            }
            fn visit_str<E>(self, text: &str) -> Result<RawSpan, E> {
                Ok(RawSpan::Plain(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawSpan, A::Error> {
                RawMarked::deserialize(MapAccessDeserializer::new(map)).map(RawSpan::Marked)
            }
        }
        deserializer.deserialize_any(SpanVisitor)
    }
}

impl<'de> Deserialize<'de> for RawBlock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BlockVisitor;
        impl<'de> Visitor<'de> for BlockVisitor {
            type Value = RawBlock;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a paragraph (a string or a list of spans) or an object with one of `list`, `variants`, `more`")
            }
            fn visit_str<E>(self, text: &str) -> Result<RawBlock, E> {
                Ok(RawBlock::Paragraph(text.into()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, spans: A) -> Result<RawBlock, A::Error> {
                let spans = Vec::deserialize(SeqAccessDeserializer::new(spans))?;
                Ok(RawBlock::Paragraph(RawText::Spans(spans)))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawBlock, A::Error> {
                RawOtherBlock::deserialize(MapAccessDeserializer::new(map)).map(RawBlock::Other)
            }
        }
        deserializer.deserialize_any(BlockVisitor)
    }
}
