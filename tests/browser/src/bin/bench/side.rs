//! The two sides that are compared: how a post has each of them. Knows nothing of what is measured.

/// One of the two that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Hand,
    Widget,
}

impl Side {
    pub fn element(self) -> &'static str {
        match self {
            Side::Hand => "hand-ladder",
            Side::Widget => "fix-ladder",
        }
    }

    /// The tag that brings the script.
    pub fn script(self) -> &'static str {
        match self {
            Side::Hand => "<script async src=\"/reference.js\"></script>",
            Side::Widget => "<script async src=\"/fix-ladder.js\"></script>",
        }
    }

    /// So many elements that show a ladder, and their script.
    pub fn elements(self, attribute: &str, count: usize) -> String {
        let name = self.element();
        let element = format!("<{name} {attribute} loading=\"eager\"></{name}>");
        [element.repeat(count), self.script().to_owned()].concat()
    }
}
