//! The ladder after validation: what the rest of the program may rely on. Knows nothing of progress.
//!
//! Everything here has been checked by [`validate`](super::validate): ids are unique and harmless,
//! links are of an allowed kind, numbers are within their caps, and no rung is empty.

use std::fmt;
use std::rc::Rc;

use super::drawing::Drawing;

/// An author's id: letters, digits, `-` and `_`, at most 64 characters, never a name that
/// JavaScript objects are born with. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub(crate) Rc<str>);

impl Id {
    /// Takes text for an id without checking it. For text that came out of an id, such as what a view has put into an
    /// attribute: what comes from elsewhere goes through [`validate`](super::validate()) or [`restore`](crate::saved::restore).
    pub fn unchecked(text: Rc<str>) -> Id {
        Id(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, shared and not copied.
    pub fn to_rc(&self) -> Rc<str> {
        self.0.clone()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An ordered list of fixes for one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    pub id: Id,
    /// BCP 47.
    pub lang: Rc<str>,
    pub title: Text,
    pub introduction: Vec<Block>,
    pub choices: Vec<Choice>,
    /// At least one.
    pub rungs: Vec<Rung>,
    pub fixed: Vec<Block>,
    /// What to say while a rung is at work.
    pub moving: Vec<Block>,
    pub end: Vec<Block>,
    /// The address of e-mail to which a report may be sent.
    pub report_to: Option<Rc<str>>,
    pub sources: Vec<Source>,
    /// Where there are any, every illustration of a step is among them.
    pub drawings: Vec<Drawing>,
}

/// One fix. At least one of requirements, warnings, steps and why is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    pub id: Id,
    pub title: Text,
    pub severity: Severity,
    pub why: Vec<Block>,
    pub touches: Option<Touches>,
    pub undo: Option<Undo>,
    pub takes: Option<Takes>,
    pub requirements: Vec<Requirement>,
    pub warnings: Vec<Warning>,
    /// What is safe before anything is done.
    pub safe: Option<Text>,
    pub steps: Vec<Step>,
    pub wait: Option<Wait>,
    pub check: Option<Text>,
    /// What tells that it is at work, where that is not yet the end.
    pub moving: Option<Text>,
    pub advice_against: Vec<Advice>,
    pub sources: Vec<Source>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Gentle,
    Moderate,
    Drastic,
    LastResort,
}

impl Severity {
    pub const ALL: [Severity; 4] =
        [Severity::Gentle, Severity::Moderate, Severity::Drastic, Severity::LastResort];

    /// The word in the document and in `data-severity`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Gentle => "gentle",
            Severity::Moderate => "moderate",
            Severity::Drastic => "drastic",
            Severity::LastResort => "last-resort",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touches {
    pub scopes: Vec<Scope>,
    pub text: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    ThisDevice,
    AllDevices,
    Account,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    pub possible: bool,
    pub window_seconds: Option<u64>,
    pub text: Text,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Takes {
    pub minutes: u32,
    pub text: Option<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    pub id: Id,
    pub text: Text,
    pub more: Vec<Block>,
    pub evidence: Evidence,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    Confirm,
    Numbers {
        first: Rc<str>,
        second: Rc<str>,
        meanings: Meanings,
    },
    Place {
        not: Vec<Rc<str>>,
    },
    /// The climb goes on elsewhere: its resume link is opened on another device, or written down.
    HandOver,
}

/// What it means that the second of two numbers is below the first, equal to it, or above. Said behind the difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meanings {
    pub fewer: Option<Text>,
    pub equal: Option<Text>,
    pub more: Option<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub id: Id,
    pub text: Vec<Block>,
    /// 1 to 5.
    pub confirmations: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: Id,
    pub text: Text,
    pub more: Vec<Block>,
    /// What is still safe once it is done.
    pub safe: Option<Text>,
    pub illustration: Option<Id>,
    /// Whether it takes this page away from the reader, as a restart of the device does.
    pub interrupts: bool,
    pub when: When,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// 1 to 2,592,000; a wait of 0 seconds in the document is no wait.
    pub seconds: u32,
    pub reason: Option<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub by: Rc<str>,
    pub text: Vec<Block>,
    pub checked: Option<Month>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub text: Text,
    pub checked: Option<Month>,
    pub note: Option<Text>,
}

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub id: Id,
    pub label: Rc<str>,
    /// At least two.
    pub options: Vec<ChoiceOption>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    pub id: Id,
    pub label: Rc<str>,
}

/// For whom something is meant: one of the options listed, in every choice listed.
/// Empty is for everybody (a step) or for everybody else (a variant).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When(pub Vec<(Id, Vec<Id>)>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    pub when: When,
    pub text: Text,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Text),
    List(Vec<Text>),
    Variants(Vec<Variant>),
    /// What may be folded away: at least one block, none of them of this kind. Never in a warning or an advice.
    More(Vec<Block>),
}

/// One paragraph of typed spans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    Plain(Rc<str>),
    Strong(Vec<Span>),
    Emphasis(Vec<Span>),
    Code(Rc<str>),
    /// At least two names.
    Path(Vec<Rc<str>>),
    Link {
        href: Rc<str>,
        text: Vec<Span>,
    },
}

impl Text {
    /// The words alone, for names, titles and search.
    pub fn plain(&self) -> String {
        let mut words = String::new();
        push_plain(&self.0, &mut words);
        words
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn push_plain(spans: &[Span], words: &mut String) {
    for span in spans {
        match span {
            Span::Plain(text) | Span::Code(text) => words.push_str(text),
            Span::Strong(spans) | Span::Emphasis(spans) | Span::Link { text: spans, .. } => {
                push_plain(spans, words);
            }
            Span::Path(names) => {
                for (index, name) in names.iter().enumerate() {
                    if index > 0 {
                        words.push_str(" › ");
                    }
                    words.push_str(name);
                }
            }
        }
    }
}
