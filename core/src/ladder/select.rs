//! Which words are shown for the choices a reader has made.
//!
//! Knows nothing of how choices are asked or kept: the caller says which option is chosen.
//! `chosen` gives the option chosen for a choice, and `None` where the choice is not made or where
//! the option that was chosen is no longer in the ladder.

use super::drawing::{Drawing, DrawingVariant};
use super::model::{Choice, Id, Variant, When};

/// What is shown of a variants block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection<'a> {
    /// This one, and its label need not be said.
    One(&'a Variant),
    /// All of these, each with its [`label`], so that readers can find their own.
    Several(Vec<&'a Variant>),
}

/// Selects what is shown: the first variant whose conditions are all met, else the one for everybody
/// else, else every variant that no choice rules out, else all.
pub fn select<'a>(variants: &'a [Variant], chosen: &dyn Fn(&Id) -> Option<Id>) -> Selection<'a> {
    let is_otherwise = |variant: &&Variant| variant.when.0.is_empty();
    let fits = |variant: &&Variant| !is_otherwise(variant) && is_met(&variant.when, chosen);
    match variants.iter().find(fits).or_else(|| variants.iter().find(is_otherwise)) {
        Some(variant) => Selection::One(variant),
        None => {
            let open: Vec<_> =
                variants.iter().filter(|variant| applies(&variant.when, chosen)).collect();
            Selection::Several(if open.is_empty() { variants.iter().collect() } else { open })
        }
    }
}

/// The variant of a drawing that is shown: the first whose conditions are all met. The last has none.
pub fn drawing<'a>(
    drawing: &'a Drawing,
    chosen: &dyn Fn(&Id) -> Option<Id>,
) -> Option<&'a DrawingVariant> {
    drawing.variants.iter().find(|variant| is_met(&variant.when, chosen))
}

/// Whether something is shown at all: false only where a choice that is made rules it out.
pub fn applies(when: &When, chosen: &dyn Fn(&Id) -> Option<Id>) -> bool {
    when.0
        .iter()
        .all(|(choice, options)| chosen(choice).is_none_or(|option| options.contains(&option)))
}

/// For whom something is meant, in the words of the choices: "iPhone, iPad + iOS 18".
/// Empty for what is meant for everybody, or for everybody else.
pub fn label(when: &When, choices: &[Choice]) -> String {
    let labels_of = |(choice, options): &(Id, Vec<Id>)| {
        let choice = choices.iter().find(|known| known.id == *choice)?;
        let labels = choice.options.iter().filter(|option| options.contains(&option.id));
        Some(labels.map(|option| &*option.label).collect::<Vec<_>>().join(", "))
    };
    when.0.iter().filter_map(labels_of).collect::<Vec<_>>().join(" + ")
}

fn is_met(when: &When, chosen: &dyn Fn(&Id) -> Option<Id>) -> bool {
    when.0
        .iter()
        .all(|(choice, options)| chosen(choice).is_some_and(|option| options.contains(&option)))
}
