//! Turns a post's tree into nodes of the grammar, each with its range in a text made for that: all words of the post, one
//! behind the other. Knows HTML, nothing of ladders.

use std::ops::Range;

use super::elements::{holds_blocks, holds_more_than_lines, is_head, is_of_the_blog, warns};
use super::finish::finish;
use super::guards::warning;
use super::kinds::{Is, is_block, kind};
use super::loose::{one_line, steers, without_idle_rifts, without_signs, wrap};
use super::tree::{Element, Tree};
use super::{Post, pictures};
use crate::comments::{self, Comment};
use crate::diagnostics::Diagnostics;
use crate::node::{Kind, Node};

/// How deep lists, quotes and marks may stand in each other; what stands deeper is read as if it stood there.
const DEEPEST: usize = 24;

/// The level of what a reader unfolds, as a heading.
pub(super) const LEAD: usize = 7;

/// The nodes of a post, the text in which they have their ranges, and which part of it each node of the tree has.
pub(super) struct Built {
    pub nodes: Vec<Node>,
    pub text: String,
    places: Vec<Range<usize>>,
}

impl Built {
    /// The number of the innermost node of the tree around a range.
    pub fn place(&self, range: &Range<usize>) -> Option<usize> {
        let around = self.places.iter().enumerate();
        let around = around.filter(|(_, it)| it.start <= range.start && range.end <= it.end);
        around.min_by_key(|(_, it)| it.len()).map(|(number, _)| number)
    }
}

pub(super) fn build(post: &Post, diagnostics: &mut Diagnostics) -> Built {
    let (text, places) = (String::new(), Vec::new());
    let all = post.trees.iter().map(|it| it.words().len()).sum();
    let (picture, in_heading) = (post.picture.as_str(), false);
    let mut builder = Builder { text, places, picture, all, in_heading, diagnostics };
    let mut root = Node::new(Kind::Root, 0..0);
    root.children = builder.all(&post.trees, 0);
    wrap(&mut root);
    Built { nodes: root.children, text: builder.text, places: builder.places }
}

pub(super) struct Builder<'a> {
    pub text: String,
    places: Vec<Range<usize>>,
    /// What a picture without words is called.
    pub picture: &'a str,
    /// How many bytes all words of the post are.
    all: usize,
    /// Whether what is read stands in a heading: a button there has its words.
    in_heading: bool,
    diagnostics: &'a mut Diagnostics,
}

impl Builder<'_> {
    fn all(&mut self, trees: &[Tree], depth: usize) -> Vec<Node> {
        let mut all = Vec::new();
        let mut after_break = false;
        for tree in trees {
            let is_break = tree.is_break();
            let nodes = self.one(tree, depth);
            // A line left empty parts paragraphs, where an editor knows no others.
            if is_break && after_break {
                all.extend(nodes.into_iter().map(|it| Node { kind: Kind::Root, ..it }));
            } else {
                all.extend(nodes);
            }
            after_break = is_break || (after_break && tree.words().trim().is_empty());
        }
        without_idle_rifts(all)
    }

    fn one(&mut self, tree: &Tree, depth: usize) -> Vec<Node> {
        let number = self.places.len();
        // A byte before each node, so that no two begin at the same, and there is room for a word of ours.
        self.text.push('\n');
        let start = self.text.len();
        self.places.push(start..start);
        let nodes = match tree {
            Tree::Text(text) => self.words(text),
            Tree::Comment(words) => {
                self.text.push_str(words);
                let range = start..self.text.len().max(start + 1);
                let meaning = comments::meaning(words);
                // It would stand between a paragraph and the list that belongs to it.
                if meaning == comments::Meaning::Editor && !words.trim().is_empty() {
                    Vec::new()
                } else {
                    vec![Node::new(Kind::Comment(Comment { meaning, range: range.clone() }), range)]
                }
            }
            Tree::Element(element) => self.element(element, start, depth),
        };
        // Nothing is without a place of its own.
        if self.text.len() == start {
            self.text.push(' ');
        }
        if let Some(place) = self.places.get_mut(number) {
            *place = start..self.text.len();
        }
        nodes
    }

    /// Where a line ends in the source, Markdown has a break of its own, and rules that look at lines need it.
    fn words(&mut self, text: &str) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                let at = self.text.len();
                self.text.push('\n');
                nodes.push(Node::new(Kind::Break, at..at + 1));
            }
            // What only steers how letters run is never an author's wish, and no document may hold it.
            let line: String = line.chars().filter(|it| !steers(*it)).collect();
            if !line.is_empty() {
                let at = self.text.len();
                self.text.push_str(&line);
                nodes.push(Node::new(Kind::Text(line), at..self.text.len()));
            }
        }
        nodes
    }

    fn element(&mut self, element: &Element, start: usize, depth: usize) -> Vec<Node> {
        if is_of_the_blog(element, self.all) {
            let message = "this is taken for a part of the blog, and left out of the ladder";
            return self.leave_out(
                element,
                start,
                message,
                "if it belongs to the ladder, give it another class",
            );
        }
        let mut is = kind(&element.name);
        let is_line = !is_block(is) && element.name != "button";
        if self.in_heading && !is_line {
            is = Is::Span;
        } else if is_line && !matches!(is, Is::Nothing | Is::InlineCode) && holds_blocks(element) {
            is = Is::Box;
        }
        let heads = matches!(is, Is::Heading(_) | Is::Lead) && !holds_more_than_lines(element);
        let before = self.in_heading;
        self.in_heading = heads || before;
        let nodes = self.read_as(is, element, start, depth);
        self.in_heading = before;
        nodes
    }

    fn read_as(&mut self, is: Is, element: &Element, start: usize, depth: usize) -> Vec<Node> {
        let deep = depth >= DEEPEST;
        let depth = depth + usize::from(!matches!(is, Is::Box | Is::Span));
        match is {
            Is::Nothing => {
                self.skip(&element.children);
                return Vec::new();
            }
            Is::Struck => {
                let message = "this is struck through, so it is left out";
                return self.leave_out(
                    element,
                    start,
                    message,
                    "take it out of the post, or out of the mark",
                );
            }
            Is::Box | Is::Span if is == Is::Span || deep => {
                return self.all(&element.children, depth);
            }
            Is::Box => return self.boxed(element, start, depth),
            _ => {}
        }
        let made = match is {
            Is::Heading(level) => Kind::Heading(level),
            Is::Lead => Kind::Heading(LEAD),
            Is::Quote => Kind::Quote,
            Is::List { ordered } => Kind::List { ordered },
            Is::Item => Kind::Item,
            Is::Table => Kind::Table,
            Is::Row => Kind::Row { head: is_head(element) },
            Is::Cell => Kind::Cell,
            Is::Strong => Kind::Strong,
            Is::Emphasis => Kind::Emphasis,
            Is::Rule => Kind::Rule,
            Is::Break => Kind::Break,
            Is::Link => match element.attribute("href") {
                Some(href) => Kind::Link {
                    href: href.to_owned(),
                    title: element.attribute("title").unwrap_or_default().to_owned(),
                },
                None => return self.all(&element.children, depth),
            },
            Is::Image => return pictures::picture(self, element),
            Is::Media => return pictures::film(self, element),
            Is::Tick => match element.attribute("type") {
                Some("checkbox") => Kind::Tick,
                _ => return Vec::new(),
            },
            Is::Code | Is::InlineCode => {
                let words = element.words();
                self.skip_words(element);
                let range = start..self.text.len();
                let code = words.strip_prefix('\n').unwrap_or(&words).to_owned();
                return match is {
                    Is::Code => vec![Node::new(Kind::CodeBlock(code), range)],
                    _ if code.trim().is_empty() => Vec::new(),
                    _ => vec![Node::new(Kind::Code(one_line(&code)), range)],
                };
            }
            _ => Kind::Paragraph,
        };
        if deep && !matches!(made, Kind::Break | Kind::Rule | Kind::Tick) {
            return self.all(&element.children, depth);
        }
        if matches!(made, Kind::Break | Kind::Rule | Kind::Tick) {
            self.text.push(' ');
        }
        let mut node = Node::new(made, start..start);
        node.children = self.all(&element.children, depth);
        node.range.end = self.text.len().max(start + 1);
        finish(node, element, self.in_heading)
    }

    /// What a box holds, in paragraphs. One that warns by its class is a quote that warns.
    fn boxed(&mut self, element: &Element, start: usize, depth: usize) -> Vec<Node> {
        let mut root = Node::new(Kind::Root, start..start);
        root.children = self.all(&element.children, depth);
        root.range.end = self.text.len().max(start + 1);
        wrap(&mut root);
        match warns(element) {
            true => vec![without_signs(root)].into_iter().map(warning).collect(),
            false => root.children,
        }
    }

    /// Counts an element that is not read, and says so.
    fn leave_out(
        &mut self,
        element: &Element,
        start: usize,
        message: &str,
        cure: &str,
    ) -> Vec<Node> {
        self.skip_words(element);
        self.diagnostics.note(start..self.text.len(), message, cure);
        Vec::new()
    }

    /// Words of an attribute.
    pub(super) fn said(&mut self, words: &str) -> Vec<Node> {
        let at = self.text.len();
        self.text.push_str(words);
        match words {
            "" => Vec::new(),
            _ => vec![Node::new(Kind::Text(words.to_owned()), at..self.text.len())],
        }
    }

    /// Counts nodes that are not read.
    pub(super) fn skip(&mut self, trees: &[Tree]) {
        let end = self.text.len();
        for tree in trees {
            self.places.push(end..end);
            if let Tree::Element(element) = tree {
                self.skip(&element.children);
            }
        }
    }

    /// The same, where the words have a place nevertheless.
    fn skip_words(&mut self, element: &Element) {
        self.text.push_str(&element.words());
        self.skip(&element.children);
    }
}
