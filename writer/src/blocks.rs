//! Blocks of a document as blocks of the text: paragraphs, lists, words for some readers, and what is folded.
//! Knows nothing of rungs.

use std::collections::BTreeMap;

use fix_ladder_core::ladder::{Location, RawBlock, RawChoice, RawOtherBlock, RawText, RawVariant};

use crate::layout::Block;
use crate::line::Line;

/// The labels of all options, by the ids of choice and option.
pub(crate) struct Labels<'a>(BTreeMap<(&'a str, &'a str), &'a str>);

impl<'a> Labels<'a> {
    pub fn of(choices: &'a [RawChoice]) -> Labels<'a> {
        let of_choice = |choice: &'a RawChoice| {
            let named = |option: &'a fix_ladder_core::ladder::RawOption| {
                ((choice.id.as_str(), option.id.as_str()), option.label.as_str())
            };
            choice.options.iter().map(named).collect::<Vec<_>>()
        };
        Labels(choices.iter().flat_map(of_choice).collect())
    }

    /// `iPhone, iPad + iOS 18`.
    pub fn names(&self, when: &BTreeMap<String, Vec<String>>) -> String {
        let groups = when.iter().map(|(choice, options)| {
            let labels: Vec<String> = options
                .iter()
                .map(|option| {
                    let found = self.0.get(&(choice.as_str(), option.as_str()));
                    found.copied().unwrap_or(option.as_str()).to_owned()
                })
                .collect();
            labels.join(", ")
        });
        groups.collect::<Vec<_>>().join(" + ")
    }

    pub fn blocks(&self, location: &Location, raw: &[RawBlock]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (index, block) in raw.iter().enumerate() {
            let location = location.nth("paragraph", index);
            let is_list = matches!(
                block,
                RawBlock::Other(RawOtherBlock::List(_) | RawOtherBlock::Variants(_))
            );
            let before = index.checked_sub(1).and_then(|index| raw.get(index));
            let leads = match before {
                Some(RawBlock::Other(RawOtherBlock::More(inner))) => {
                    inner.last().is_some_and(leads)
                }
                _ => false,
            };
            if is_list && leads {
                // Else the list would be folded with the words that lead to it.
                blocks.push(Block::Rift);
            }
            self.block(&location, block, &mut blocks);
        }
        blocks
    }

    fn block(&self, location: &Location, raw: &RawBlock, blocks: &mut Vec<Block>) {
        match raw {
            RawBlock::Paragraph(text) => {
                blocks.push(Block::Paragraph(location.clone(), Line::of(text)));
            }
            RawBlock::Other(RawOtherBlock::List(items)) => {
                let item = |(index, text): (usize, &RawText)| {
                    vec![Block::Paragraph(location.nth("item", index), Line::of(text))]
                };
                blocks.push(Block::bullets(items.iter().enumerate().map(item).collect()));
            }
            RawBlock::Other(RawOtherBlock::Variants(variants)) => {
                let item = |(index, variant): (usize, &RawVariant)| {
                    let key = match variant.when.is_empty() {
                        true => "Otherwise".to_owned(),
                        false => self.names(&variant.when),
                    };
                    let line = Line::keyed(&key, &variant.text);
                    vec![Block::Paragraph(location.nth("variant", index), line)]
                };
                blocks.push(Block::bullets(variants.iter().enumerate().map(item).collect()));
            }
            RawBlock::Other(RawOtherBlock::More(inner)) => self.more(location, inner, blocks),
        }
    }

    fn more(&self, location: &Location, inner: &[RawBlock], blocks: &mut Vec<Block>) {
        let mut leads_on = false;
        for (index, block) in inner.iter().enumerate() {
            let location = location.only("more").nth("paragraph", index);
            match block {
                RawBlock::Paragraph(text) => {
                    blocks.push(Block::Paragraph(location, Line::keyed("More", text)));
                }
                RawBlock::Other(_) => {
                    if !leads_on {
                        blocks.push(Block::Paragraph(location.clone(), Line::plain("More:")));
                    }
                    self.block(&location, block, blocks);
                }
            }
            leads_on = leads(block);
        }
    }
}

/// Whether a paragraph ends in a colon, so that the list below it belongs to it.
fn leads(block: &RawBlock) -> bool {
    let RawBlock::Paragraph(text) = block else { return false };
    crate::difference::words(text).trim_end().ends_with([':', '：'])
}
