//! Blocks as Markdown, and where in it each part of the ladder stands. Knows no words of the format.

use fix_ladder_core::ladder::Location;

use crate::escape::{RIFT, escaped};
use crate::layout::Block;

/// A text, and the bytes at which its parts begin.
#[derive(Default)]
pub(crate) struct Text {
    pub text: String,
    locations: Vec<(usize, Location)>,
}

impl Text {
    pub fn of(blocks: &[Block]) -> Text {
        let mut text = Text::default();
        text.blocks(blocks, "", true);
        text
    }

    /// The part in which a byte stands.
    pub fn location(&self, at: usize) -> Location {
        let before = self.locations.iter().rev().find(|(start, _)| *start <= at);
        before.map(|(_, location)| location.clone()).unwrap_or_default()
    }

    /// The blocks, of which all but the first line begin with `indent`.
    fn blocks(&mut self, blocks: &[Block], indent: &str, loose: bool) {
        let mut other_bullet = false;
        let mut before: Option<&Block> = None;
        for block in blocks {
            let is_list = |it: &Block| matches!(it, Block::List { ordered: false, .. });
            let joins = before.is_some_and(is_list) && is_list(block);
            if before.is_some() {
                self.next_block(indent, loose);
            }
            // Two lists, one below the other, are two by their bullets; to some engines only by what parts them.
            if joins {
                self.text.push_str(RIFT);
                self.next_block(indent, true);
            }
            other_bullet = joins && !other_bullet;
            self.block(block, indent, other_bullet);
            before = Some(block);
        }
    }

    fn block(&mut self, block: &Block, indent: &str, other_bullet: bool) {
        match block {
            Block::Heading(level, location, line) => {
                self.begin(location);
                self.text.push_str(&"#".repeat(*level));
                self.text.push(' ');
                self.text.push_str(&escaped(line, true));
            }
            Block::Paragraph(location, line) => {
                self.begin(location);
                self.text.push_str(&escaped(line, false));
            }
            Block::List { ordered, items } => {
                let loose = Block::is_loose(items);
                for (number, item) in items.iter().enumerate() {
                    if number > 0 {
                        self.line_end();
                        if loose {
                            self.text.push_str(indent.trim_end());
                            self.line_end();
                        }
                        self.text.push_str(indent);
                    }
                    let mark = match (ordered, other_bullet) {
                        (true, _) => format!("{}. ", number + 1),
                        (false, false) => "- ".to_owned(),
                        (false, true) => "* ".to_owned(),
                    };
                    self.text.push_str(&mark);
                    self.blocks(item, &format!("{indent}{}", " ".repeat(mark.len())), loose);
                }
            }
            Block::Quote(blocks) => {
                self.text.push_str("> ");
                self.blocks(blocks, &format!("{indent}> "), true);
            }
            Block::Rift => self.text.push_str(RIFT),
        }
    }

    fn next_block(&mut self, indent: &str, loose: bool) {
        self.line_end();
        if loose {
            self.text.push_str(indent.trim_end());
            self.line_end();
        }
        self.text.push_str(indent);
    }

    fn begin(&mut self, location: &Location) {
        self.locations.push((self.text.len(), location.clone()));
    }

    fn line_end(&mut self) {
        self.text.push('\n');
    }
}
