//! Blocks as HTML that is XML as well. Knows no words of the format.

use fix_ladder_core::ladder::{Error, Location, RawMarked, RawSpan};

use crate::layout::Block;
use crate::line::Line;

/// The blocks, one to a line; the title is a heading of level `top`.
///
/// # Errors
///
/// An id that no comment of XML can hold.
pub(crate) fn html(blocks: &[Block], top: usize) -> Result<String, Vec<Error>> {
    let mut html = Html { below: top.saturating_sub(1), ..Html::default() };
    html.blocks(blocks);
    match html.errors.is_empty() {
        true => Ok(html.text),
        false => Err(html.errors),
    }
}

#[derive(Default)]
struct Html {
    text: String,
    /// By how much headings stand lower than in a text by itself.
    below: usize,
    errors: Vec<Error>,
}

impl Html {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(level, location, line) => {
                    self.element(&format!("h{}", level + self.below), location, line);
                    self.text.push('\n');
                }
                Block::Paragraph(location, line) => {
                    self.element("p", location, line);
                    self.text.push('\n');
                }
                Block::List { ordered, items } => self.list(*ordered, items),
                Block::Quote(blocks) => {
                    self.text.push_str("<blockquote>\n");
                    self.blocks(blocks);
                    self.text.push_str("</blockquote>\n");
                }
                Block::Rift => self.text.push_str("<!---->\n"),
            }
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Block>]) {
        let name = if ordered { "ol" } else { "ul" };
        let loose = Block::is_loose(items);
        self.text.push_str(&format!("<{name}>\n"));
        for item in items {
            self.text.push_str("<li>");
            match item.split_first() {
                Some((Block::Paragraph(location, line), rest)) if !loose => {
                    self.line(location, line);
                    if !rest.is_empty() {
                        self.text.push('\n');
                    }
                    self.blocks(rest);
                }
                _ => {
                    self.text.push('\n');
                    self.blocks(item);
                }
            }
            self.text.push_str("</li>\n");
        }
        self.text.push_str(&format!("</{name}>\n"));
    }

    fn element(&mut self, name: &str, location: &Location, line: &Line) {
        self.text.push_str(&format!("<{name}>"));
        self.line(location, line);
        self.text.push_str(&format!("</{name}>"));
    }

    fn line(&mut self, location: &Location, line: &Line) {
        self.spans(&line.runs);
        for comment in &line.comments {
            // An id may hold two hyphens or end in one.
            if comment.contains("--") {
                self.errors.push(Error {
                    location: location.clone(),
                    message: format!(
                        "`{comment}` cannot stand in a comment of XML: take the double hyphen out of the id"
                    ),
                });
            }
            self.text.push_str(&format!(" <!-- {comment} -->"));
        }
    }

    fn spans(&mut self, spans: &[RawSpan]) {
        for span in spans {
            match span {
                RawSpan::Plain(words) => self.words(words),
                RawSpan::Marked(RawMarked::Strong(inner)) => self.marked("strong", inner),
                RawSpan::Marked(RawMarked::Emphasis(inner)) => self.marked("em", inner),
                RawSpan::Marked(RawMarked::Code(code)) => {
                    self.text.push_str("<code>");
                    self.words(code);
                    self.text.push_str("</code>");
                }
                RawSpan::Marked(RawMarked::Path(names)) => {
                    self.text.push_str("<strong>");
                    self.words(&names.join(" > "));
                    self.text.push_str("</strong>");
                }
                RawSpan::Marked(RawMarked::Link(link)) => {
                    self.text.push_str("<a href=\"");
                    self.words(&link.href);
                    self.text.push_str("\">");
                    self.spans(&link.text);
                    self.text.push_str("</a>");
                }
            }
        }
    }

    fn marked(&mut self, name: &str, inner: &[RawSpan]) {
        self.text.push_str(&format!("<{name}>"));
        self.spans(inner);
        self.text.push_str(&format!("</{name}>"));
    }

    fn words(&mut self, words: &str) {
        for character in words.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // Without a reference, XML reads it as a line's end.
                '\r' => self.text.push_str("&#13;"),
                _ => self.text.push(character),
            }
        }
    }
}
