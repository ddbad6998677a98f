//! The headings of the format, and words that could be meant as one of them. Knows nothing of where they stand.

use crate::nearest::nearest;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SectionKind {
    AboutYou,
    Rung,
    Fixed,
    Moving,
    End,
    Sources,
}

/// What stands under a lower heading in a rung.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Directly under the rung's own heading.
    Top,
    Before,
    Steps,
    Sources,
    /// Under a heading that means nothing here.
    Other,
}

pub(crate) const SECTIONS: [(&str, SectionKind); 5] = [
    ("about you", SectionKind::AboutYou),
    ("when it is fixed", SectionKind::Fixed),
    ("when it is moving", SectionKind::Moving),
    ("if nothing helped", SectionKind::End),
    ("sources", SectionKind::Sources),
];
pub(crate) const PARTS: [(&str, Part); 3] =
    [("before you start", Part::Before), ("steps", Part::Steps), ("sources", Part::Sources)];

/// Whether words could head what must be true before the steps.
pub(crate) fn guards(words: &str) -> bool {
    let begins = [
        "before",
        "first",
        "require",
        "prerequisite",
        "precondition",
        "precaution",
        "prepar",
        "what you need",
        "what you will need",
        "what you'll need",
        "you need",
        "you will need",
        "you'll need",
        "needed",
        "must have",
        "must be",
        "make sure",
        "make a backup",
        "back up",
        "check list",
        "checklist",
        "safety",
        "guard",
        "read this first",
        "important",
        "attention",
        "be careful",
        "careful",
        "condition",
        "have ready",
        // In the languages whose authors may forget that ours are English.
        "voraussetzung",
        "vorbereit",
        "bevor",
        "zuerst",
        "prérequis",
        "avant ",
        "antes ",
        "requisit",
        "prima di",
        "voordat",
    ];
    begins.iter().any(|start| words.starts_with(start))
        || words.ends_with(" before")
        || words.ends_with(" first")
        || nearest(words, ["before you start"]).is_some()
}

/// Whether words are a heading of the format.
pub(crate) fn is_known(words: &str) -> bool {
    PARTS.iter().any(|(known, _)| *known == words)
        || SECTIONS.iter().any(|(known, _)| *known == words)
}
