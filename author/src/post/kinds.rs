//! What the elements of HTML are to a ladder. Knows names alone.

/// What an element is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// Never seen, or no part of the words.
    Nothing,
    Heading(usize),
    /// What a reader unfolds, or a term that is explained: a heading below all others.
    Lead,
    Paragraph,
    Quote,
    Code,
    List {
        ordered: bool,
    },
    Item,
    Table,
    Row,
    Cell,
    Rule,
    Break,
    Strong,
    Emphasis,
    Link,
    Image,
    Media,
    InlineCode,
    Tick,
    /// Struck through: it holds no longer.
    Struck,
    /// A box around blocks, which means nothing by itself.
    Box,
    /// The same in a line.
    Span,
}

pub(super) fn kind(name: &str) -> Is {
    match name {
        "script" | "style" | "template" | "noscript" | "link" | "meta" | "head" | "title"
        | "base" | "svg" | "math" | "canvas" | "map" | "object" | "param" | "source" | "track"
        | "select" | "textarea" | "button" | "datalist" | "dialog" | "nav" | "fix-ladder"
        | "amp-ad" | "amp-embed" | "amp-sticky-ad" | "amp-social-share" | "amp-sidebar"
        | "amp-consent" | "colgroup" | "col" | "wbr" | "rp" | "menu" | "search" => Is::Nothing,
        "h1" => Is::Heading(1),
        "h2" => Is::Heading(2),
        "h3" => Is::Heading(3),
        "h4" => Is::Heading(4),
        "h5" => Is::Heading(5),
        "h6" => Is::Heading(6),
        "summary" | "dt" => Is::Lead,
        "p" | "caption" | "figcaption" | "legend" | "address" => Is::Paragraph,
        "blockquote" => Is::Quote,
        "pre" | "listing" | "xmp" => Is::Code,
        "ul" | "dir" => Is::List { ordered: false },
        "ol" => Is::List { ordered: true },
        "li" => Is::Item,
        "table" => Is::Table,
        "tr" => Is::Row,
        "td" | "th" => Is::Cell,
        "hr" => Is::Rule,
        "br" => Is::Break,
        "b" | "strong" => Is::Strong,
        "i" | "em" | "cite" | "dfn" => Is::Emphasis,
        "a" => Is::Link,
        "img" | "amp-img" => Is::Image,
        "iframe" | "video" | "audio" | "embed" => Is::Media,
        "code" | "kbd" | "samp" | "tt" | "var" => Is::InlineCode,
        "input" => Is::Tick,
        "del" | "s" | "strike" => Is::Struck,
        "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "figure"
        | "details" | "dl" | "dd" | "center" | "form" | "fieldset" | "hgroup" | "tbody"
        | "thead" | "tfoot" | "body" | "html" => Is::Box,
        _ => Is::Span,
    }
}

/// Whether an element stands beside paragraphs rather than in one.
pub(super) fn is_block(is: Is) -> bool {
    matches!(
        is,
        Is::Heading(_)
            | Is::Lead
            | Is::Paragraph
            | Is::Quote
            | Is::Code
            | Is::List { .. }
            | Is::Item
            | Is::Table
            | Is::Row
            | Is::Cell
            | Is::Rule
            | Is::Box
    )
}
