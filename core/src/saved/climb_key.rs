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

/// Which of a reader's climbs of one ladder: the device that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case(String);

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
    /// Takes letters and digits of ASCII, 1 to 32. Other text is no case.
    pub fn parse(text: String) -> Option<Case> {
        let fits = (1..=32).contains(&text.len());
        (fits && text.bytes().all(|it| it.is_ascii_alphanumeric())).then_some(Case(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Case {
    /// That of a reader who has only one.
    fn default() -> Case {
        Case("default".to_owned())
    }
}

impl Namespace {
    /// Takes what begins with `@`, which no id holds. Other text is no namespace.
    pub fn parse(text: String) -> Option<Namespace> {
        text.starts_with('@').then_some(Namespace(text))
    }
}
