//! The words that name options, and for whom something is meant: `iPhone, iPad + iOS 18`.
//! Knows nothing of what is meant for them.

use std::collections::BTreeMap;
use std::ops::Range;

use fix_ladder_core::ladder::RawChoice;

use crate::flat::{comparable, pieces};
use crate::nearest::nearest;

/// For whom something is meant, as the document writes it.
pub(crate) type When = BTreeMap<String, Vec<String>>;

/// Every option of the ladder, in the words that name it.
#[derive(Default)]
pub(crate) struct Options {
    /// As they are written, in their order.
    labels: Vec<String>,
    /// By the label as it is compared; several where choices share one.
    named: BTreeMap<String, Vec<Named>>,
}

/// The ids behind a label.
struct Named {
    choice: String,
    option: String,
}

/// How many options are tried or listed when a name is not known.
const MOST_TRIED: usize = 200;
const MOST_LISTED: usize = 8;

/// Why some words do not name options. Ranges are bytes of those words.
#[derive(Debug)]
pub(crate) enum Fault {
    Unknown { at: Range<usize>, name: String, near: Option<String> },
    InTwoChoices { at: Range<usize>, name: String },
    Mixed { at: Range<usize> },
}

impl Options {
    /// The options of the ladder's choices, once all have their ids.
    pub fn of(choices: &[RawChoice]) -> Options {
        let mut options = Options::default();
        for choice in choices {
            for option in &choice.options {
                let named = options.named.entry(comparable(&option.label)).or_default();
                named.push(Named { choice: choice.id.clone(), option: option.id.clone() });
                options.labels.push(option.label.clone());
            }
        }
        options
    }

    /// `A, B + C`: A or B of one choice, and C of another.
    pub fn when(&self, words: &str) -> Result<When, Fault> {
        let mut when = When::new();
        for (at, group) in pieces(words, 0, " + ") {
            let found = self.group(at, group)?;
            for (choice, option) in found {
                when.entry(choice).or_default().push(option);
            }
        }
        Ok(when)
    }

    /// Whether some words may have been meant to name options.
    pub fn almost(&self, words: &str) -> bool {
        match self.when(words) {
            Ok(_) | Err(Fault::InTwoChoices { .. } | Fault::Mixed { .. }) => true,
            Err(Fault::Unknown { near, .. }) => near.is_some(),
        }
    }

    fn group(&self, at: usize, group: &str) -> Result<Vec<(String, String)>, Fault> {
        let mut names = Vec::new();
        for (at, piece) in pieces(group, at, ",") {
            // "A or B" only where no option is called so itself.
            match self.find(at, piece) {
                Ok(named) => names.push(named),
                Err(fault) => {
                    let parts = pieces(piece, at, " or ");
                    let found: Result<Vec<_>, _> =
                        parts.iter().map(|(at, part)| self.find(*at, part)).collect();
                    match found {
                        Ok(found) => names.extend(found),
                        Err(inner) => return Err(if parts.len() > 1 { inner } else { fault }),
                    }
                }
            }
        }
        match names.first() {
            Some(first) if names.iter().all(|named| named.choice == first.choice) => {
                Ok(names.iter().map(|named| (named.choice.clone(), named.option.clone())).collect())
            }
            _ => Err(Fault::Mixed { at: at..at + group.len() }),
        }
    }

    fn find(&self, at: usize, name: &str) -> Result<&Named, Fault> {
        let wanted = comparable(name);
        let wanted =
            wanted.strip_prefix("or ").or_else(|| wanted.strip_prefix("and ")).unwrap_or(&wanted);
        let range = at..at + name.len();
        match self.named.get(wanted).map(Vec::as_slice) {
            Some([only]) => Ok(only),
            Some(_) => Err(Fault::InTwoChoices { at: range, name: name.trim().to_owned() }),
            None => {
                let labels = self.labels.iter().take(MOST_TRIED).map(String::as_str);
                let near = nearest(wanted, labels).map(str::to_owned);
                Err(Fault::Unknown { at: range, name: name.trim().to_owned(), near })
            }
        }
    }

    /// The fault as an error: message, cure, and the bytes of the words.
    pub fn explain(&self, fault: Fault) -> (String, String, Range<usize>) {
        match fault {
            Fault::Unknown { at, name, near } => {
                let cure = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if self.labels.is_empty() => {
                        "options come from a list under a heading `About you`: `- Device: iPhone, iPad`".to_owned()
                    }
                    None => {
                        let listed = self.labels.iter().take(MOST_LISTED).map(|label| format!("`{label}`"));
                        let more = self.labels.get(MOST_LISTED).map(|_| "…".to_owned());
                        format!("the options are {}", listed.chain(more).collect::<Vec<_>>().join(", "))
                    }
                };
                (format!("there is no option `{name}`"), cure, at)
            }
            Fault::InTwoChoices { at, name } => (
                format!("two choices have an option `{name}`"),
                "give one of them another name, so that it is clear which is meant".to_owned(),
                at,
            ),
            Fault::Mixed { at } => (
                "these options belong to different choices".to_owned(),
                "a comma means *or* within one choice; join two choices with ` + `, which means *and*".to_owned(),
                at,
            ),
        }
    }
}
