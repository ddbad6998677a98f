//! What kind of text is being read, and what is lost where words in it are not read as they were meant.
//! Knows no words.

/// What kind of text is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// Before, behind and between the rungs.
    #[default]
    Outside,
    /// A rung's own heading.
    Title,
    /// Prose in a rung.
    Rung,
    /// The first paragraph of a requirement.
    Requirement,
    /// The rest of it.
    RequirementNote,
    Step,
    Warning,
    Advice,
    /// The value of a fact.
    Fact,
    Source,
}

impl TextKind {
    pub fn in_rung(self) -> bool {
        !matches!(self, TextKind::Outside | TextKind::Source)
    }

    pub fn asks_evidence(self) -> bool {
        matches!(self, TextKind::Requirement | TextKind::RequirementNote)
    }

    pub fn is_guard(self) -> bool {
        self.asks_evidence() || self == TextKind::Warning
    }
}

/// How much is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// A guard, wherever it stands.
    Always,
    /// A guard, if it stands in a rung.
    InRung,
    /// No guard.
    None,
}
