//! Which climb something belongs to: the ladder that is climbed, and the case for which it is.
//!
//! Knows how the names begin under which a climb is stored, not what is stored there.

use crate::ladder::Id;

/// One climb. What names it begins with its [prefix](ClimbKey::prefix): the keys of its facts, the locks under which
/// its announcements are made, the messages between the widgets that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClimbKey {
    pub ladder: Id,
    /// None for most documents.
    pub namespace: Option<Namespace>,
    pub case: Case,
}

/// Which of a reader's climbs of one ladder. There is one so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// That of a reader who has not named one.
    #[default]
    Default,
}

/// Where a document comes from that bears the id of a built-in ladder and is another. No fact of the one may count
/// for the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namespace(String);

impl ClimbKey {
    /// The part of each key before the fact.
    pub fn prefix(&self) -> String {
        let namespace = self.namespace.as_ref().map_or("", |it| &it.0);
        ["fix-ladder/1/", self.ladder.as_str(), namespace, "/", self.case.as_str(), "/"].concat()
    }
}

impl Case {
    pub fn as_str(self) -> &'static str {
        match self {
            Case::Default => "default",
        }
    }
}

impl Namespace {
    /// Takes what begins with `@`, which no id holds. Other text is no namespace.
    pub fn parse(text: String) -> Option<Namespace> {
        text.starts_with('@').then_some(Namespace(text))
    }
}
