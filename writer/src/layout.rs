//! The text as blocks: what is written as Markdown or as HTML. Knows nothing of either, and of ladders only locations.

use fix_ladder_core::ladder::Location;

use crate::line::Line;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Block {
    Heading(usize, Location, Line),
    Paragraph(Location, Line),
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    /// Parts two blocks that would otherwise be read as one.
    Rift,
}

impl Block {
    pub fn bullets(items: Vec<Vec<Block>>) -> Block {
        Block::List { ordered: false, items }
    }

    /// Whether the items of a list are set apart by blank lines: one of them holds more than a line and a list below it.
    pub fn is_loose(items: &[Vec<Block>]) -> bool {
        items.iter().any(|blocks| {
            let mut rest = blocks.iter().skip(1);
            rest.next().is_some_and(|it| !matches!(it, Block::List { .. })) || rest.next().is_some()
        })
    }
}
