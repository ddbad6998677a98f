//! A page as the nodes that a browser makes of its HTML, each with its line. Knows nothing of what they mean.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, QualName, parse_document};

/// The number of a node; that of the document is 0.
pub type Id = usize;

pub const DOCUMENT: Id = 0;

#[derive(Debug)]
pub struct Node {
    pub kind: Kind,
    pub parent: Option<Id>,
    pub children: Vec<Id>,
    /// In which it begins, from 1.
    pub line: usize,
}

#[derive(Debug)]
pub enum Kind {
    Text(String),
    Comment(String),
    Element(QualName, Vec<(String, String)>),
    /// The document, and what is no part of any page.
    Other,
}

/// All nodes of a page, also those that are in it no longer.
#[derive(Debug)]
pub struct Dom {
    nodes: Vec<Node>,
    /// The name of what has none.
    none: QualName,
}

pub fn parse(html: &str) -> Dom {
    parse_document(Sink::new(), Default::default()).one(html)
}

impl Dom {
    pub fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id)
    }

    pub fn children(&self, id: Id) -> &[Id] {
        self.node(id).map_or(&[], |it| &it.children)
    }

    /// In small letters; nothing where it is no element.
    pub fn name(&self, id: Id) -> &str {
        match self.node(id).map(|it| &it.kind) {
            Some(Kind::Element(name, _)) => &name.local,
            _ => "",
        }
    }

    pub fn attribute(&self, id: Id, wanted: &str) -> Option<&str> {
        let Some(Kind::Element(_, attributes)) = self.node(id).map(|it| &it.kind) else {
            return None;
        };
        attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    }

    /// The node and what is around it, from the inside.
    pub fn around(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(Some(id), |id| self.node(*id)?.parent)
    }

    /// The node and all below it, in their order.
    pub fn all(&self, id: Id) -> Vec<Id> {
        let mut found = Vec::new();
        let mut left = vec![id];
        while let Some(id) = left.pop() {
            found.push(id);
            left.extend(self.children(id).iter().rev());
        }
        found
    }

    /// All words in it.
    pub fn words(&self, id: Id) -> String {
        let words = |id: Id| match self.node(id).map(|it| &it.kind) {
            Some(Kind::Text(words)) => words.as_str(),
            _ => "",
        };
        self.all(id).into_iter().map(words).collect()
    }
}

struct Sink {
    dom: RefCell<Dom>,
    line: Cell<usize>,
}

impl Sink {
    fn new() -> Sink {
        let none = QualName::new(None, Namespace::default(), LocalName::default());
        let dom = RefCell::new(Dom { nodes: Vec::new(), none });
        let sink = Sink { dom, line: Cell::new(1) };
        sink.add(Kind::Other);
        sink
    }

    fn add(&self, kind: Kind) -> Id {
        let nodes = &mut self.dom.borrow_mut().nodes;
        nodes.push(Node { kind, parent: None, children: Vec::new(), line: self.line.get() });
        nodes.len() - 1
    }

    fn detach(&self, id: Id) {
        let mut dom = self.dom.borrow_mut();
        let parent = dom.nodes.get_mut(id).and_then(|it| it.parent.take());
        if let Some(parent) = parent.and_then(|it| dom.nodes.get_mut(it)) {
            parent.children.retain(|it| *it != id);
        }
    }

    /// Where the node stands among those of its parent.
    fn place(&self, id: Id) -> Option<(Id, usize)> {
        let dom = self.dom.borrow();
        let parent = dom.node(id)?.parent?;
        Some((parent, dom.children(parent).iter().position(|it| *it == id)?))
    }

    fn insert(&self, parent: Id, at: usize, child: NodeOrText<Id>) {
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                // Texts beside each other are one.
                let mut dom = self.dom.borrow_mut();
                let before = at.checked_sub(1);
                let before = before.and_then(|at| dom.children(parent).get(at).copied());
                let node = before.and_then(|it| dom.nodes.get_mut(it));
                if let Some(Node { kind: Kind::Text(words), .. }) = node {
                    words.push_str(&text);
                    return;
                }
                drop(dom);
                self.add(Kind::Text(text.to_string()))
            }
        };
        let mut dom = self.dom.borrow_mut();
        if let Some(node) = dom.nodes.get_mut(id) {
            node.parent = Some(parent);
        }
        if let Some(node) = dom.nodes.get_mut(parent) {
            node.children.insert(at.min(node.children.len()), id);
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Dom;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Dom {
        self.dom.into_inner()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.dom.borrow(), |dom| match dom.node(*target).map(|it| &it.kind) {
            Some(Kind::Element(name, _)) => name,
            _ => &dom.none,
        })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Id {
        let attributes = attrs.into_iter().map(pair).collect();
        self.add(Kind::Element(name, attributes))
    }

    fn create_comment(&self, text: StrTendril) -> Id {
        self.add(Kind::Comment(text.to_string()))
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Id {
        self.add(Kind::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let end = self.dom.borrow().children(*parent).len();
        self.insert(*parent, end, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, before: &Id, child: NodeOrText<Id>) {
        match self.place(*element) {
            Some(_) => self.append_before_sibling(element, child),
            None => self.append(before, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// A template's content is no part of the page: it stands by itself.
    fn get_template_contents(&self, _target: &Id) -> Id {
        self.add(Kind::Other)
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        if let NodeOrText::AppendNode(id) = &child {
            self.detach(*id);
        }
        if let Some((parent, at)) = self.place(*sibling) {
            self.insert(parent, at, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attrs: Vec<Attribute>) {
        let mut dom = self.dom.borrow_mut();
        let node = dom.nodes.get_mut(*target);
        if let Some(Node { kind: Kind::Element(_, known), .. }) = node {
            for (name, value) in attrs.into_iter().map(pair) {
                if known.iter().all(|(it, _)| *it != name) {
                    known.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let children = self.dom.borrow().children(*node).to_vec();
        for child in children {
            self.detach(child);
            self.append(new_parent, NodeOrText::AppendNode(child));
        }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }

    fn allow_declarative_shadow_roots(&self, _parent: &Id) -> bool {
        false
    }
}

fn pair(attribute: Attribute) -> (String, String) {
    (attribute.name.local.to_string(), attribute.value.to_string())
}
