//! `About you`: the choices and their options, and the words that name options later on.
//! Knows nothing of what depends on them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fix_ladder_core::ladder::{Place, RawChoice, RawOption};

use crate::comments::{self, Comment};
use crate::context::Context;
use crate::flat::{Flat, comparable, cut, pieces};
use crate::nearest::nearest;
use crate::tree::{Kind, Node};
use crate::{flat, marks, text};

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

/// A list under `About you`: one choice an item.
pub(crate) fn read(ctx: &mut Context, list: &Node, choices: &mut Vec<RawChoice>) {
    for item in &list.children {
        let mut item = item.clone();
        let comments = comments::take(&mut item.children);
        match one(ctx, &item, comments, choices.len()) {
            Some(choice) => choices.push(choice),
            None => ctx.diagnostics.error(
                item.range.clone(),
                "this is not a choice",
                "write the question's name, a colon and its options, as in `- Device: iPhone, iPad`",
            ),
        }
    }
}

fn one(ctx: &mut Context, item: &Node, comments: Vec<Comment>, index: usize) -> Option<RawChoice> {
    let (first, rest) = item.children.split_first()?;
    if first.kind != Kind::Paragraph {
        return None;
    }
    let flat = Flat::of(&first.children);
    let colon = flat.text().find(':')?;
    let end = flat.source(colon..colon + 1)?;
    let name = flat.source_of_words(0..colon)?;
    let label = text::words(&text::spans(ctx, &cut(&first.children, &(end.start..usize::MAX))));
    let value = cut(&first.children, &(0..end.end));
    let mut options = split(&value);
    for node in rest {
        match node.is_list() {
            true => options.extend(node.children.iter().filter_map(|item| {
                let range =
                    item.children.first().map_or(item.range.clone(), |first| first.range.clone());
                let words = text::words_of(&crate::prose::one_paragraph(ctx, item));
                (!words.is_empty()).then_some((words, range))
            })),
            false => ctx.diagnostics.error(
                node.range.clone(),
                "a choice holds nothing but its options",
                "put this into a paragraph before the first rung",
            ),
        }
    }
    if label.is_empty() {
        return None;
    }
    let marks = marks::sort(ctx, comments, &["id"]);
    let id = marks::id(ctx, "choice", marks.id);
    let place = Place::default().nth("choice", index);
    ctx.places.record(&place, &name);
    let mut read = Vec::new();
    let mut seen = BTreeSet::new();
    for (label, range) in options {
        if !seen.insert(comparable(&label)) {
            ctx.diagnostics.error(
                range,
                format!("the option `{label}` stands twice in this choice"),
                "leave one out",
            );
            continue;
        }
        ctx.places.record(&place.nth("option", read.len()), &range);
        read.push(RawOption { id: String::new(), label });
    }
    Some(RawChoice { id, label, options: read })
}

/// The options of `A, B, C`, as the author wrote them, and where.
fn split(value: &[Node]) -> Vec<(String, Range<usize>)> {
    let flat = Flat::of(value);
    let mut options = Vec::new();
    for (at, piece) in pieces(flat.text(), 0, ",") {
        let piece_range = at..at + piece.len();
        let Some(source) = flat.source_of_words(piece_range) else { continue };
        let only = cut(&cut(value, &(0..source.start)), &(source.end..usize::MAX));
        let label = flat::written(&only);
        if !label.is_empty() {
            options.push((label, source));
        }
    }
    options
}
