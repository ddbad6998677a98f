//! Gives an id to every part of a ladder whose author wrote none: from its own words and its rung,
//! never from its position. Knows nothing of Markdown.

use std::collections::BTreeMap;

use fix_ladder_core::ladder::{
    Location, RawBlock, RawChoice, RawEvidence, RawLadder, RawOtherBlock, RawRequirement, RawRung,
    RawStep, RawWarning,
};

use crate::context::Context;
use crate::ids;
use crate::text::words_of;

const OWN_ID: &str =
    "give one of them other words, or each an id of its own: `<!-- id: … -->` at its end";

/// What one part is called, what is in it, and where it stands.
struct Named {
    words: String,
    content: String,
    location: Location,
}

/// The choices and their options. They come first, since everything else refers to them.
pub(crate) fn choices(ctx: &mut Context, choices: &mut [RawChoice]) {
    let mut open = Vec::new();
    for (index, choice) in choices.iter_mut().enumerate() {
        let location = Location::default().nth("choice", index);
        let labels: Vec<&str> = choice.options.iter().map(|option| option.label.as_str()).collect();
        let content = labels.join("\n");
        let option = |(number, label): (usize, &&str)| Named {
            words: (*label).to_owned(),
            content: String::new(),
            location: location.nth("option", number),
        };
        let named: Vec<Named> = labels.iter().enumerate().map(option).collect();
        // Every label tells its option from the others, whatever ids the author gave.
        for (option, id) in choice.options.iter_mut().zip(apart(ctx, "option", &named)) {
            if option.id.is_empty() {
                option.id = id;
            }
        }
        if choice.id.is_empty() {
            open.push((&mut choice.id, Named { words: choice.label.clone(), content, location }));
        }
    }
    fill(ctx, "choice", open);
}

/// The rungs, and then what is in them, whose ids hang on the rung's.
pub(crate) fn rungs(ctx: &mut Context, ladder: &mut RawLadder) {
    let mut open = Vec::new();
    for (index, rung) in ladder.rungs.iter_mut().enumerate() {
        if rung.id.is_empty() {
            let content = content(rung);
            let location = Location::default().nth("rung", index);
            open.push((&mut rung.id, Named { words: words_of(&rung.title), content, location }));
        }
    }
    fill(ctx, "rung", open);
    for (index, rung) in ladder.rungs.iter_mut().enumerate() {
        let location = Location::default().nth("rung", index);
        let id = rung.id.clone();
        guards(ctx, "requirement", &id, &location, &mut rung.requirements);
        guards(ctx, "warning", &id, &location, &mut rung.warnings);
        steps(ctx, &id, &mut rung.steps);
    }
}

fn fill(ctx: &mut Context, kind: &'static str, open: Vec<(&mut String, Named)>) {
    let (ids, named): (Vec<&mut String>, Vec<Named>) = open.into_iter().unzip();
    for (id, made) in ids.into_iter().zip(apart(ctx, kind, &named)) {
        *id = made;
    }
}

/// Ids from the words of each alone; where those make the same id, *every* one of them gets a hash,
/// so that it does not matter which stands first.
fn apart(ctx: &mut Context, kind: &'static str, named: &[Named]) -> Vec<String> {
    let bare: Vec<String> = named.iter().map(|it| ids::short(kind, &it.words)).collect();
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    for (id, it) in bare.iter().zip(named) {
        *alike.entry(id.clone()).or_default() += 1;
        *same.entry(crate::flat::comparable(&it.words)).or_default() += 1;
    }
    let mut made: Vec<String> = Vec::new();
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    for (bare, it) in bare.iter().zip(named) {
        let alone = alike.get(bare) == Some(&1) && !ctx.ids.is_written(kind, bare);
        if alone {
            made.push(bare.clone());
            continue;
        }
        let words_tell = same.get(&crate::flat::comparable(&it.words)) == Some(&1);
        let parts = [it.words.as_str(), it.content.as_str()];
        let id =
            free(ctx, kind, &it.words, parts.get(..1 + usize::from(!words_tell)).unwrap_or(&[]));
        let range = ctx.locations.find(&it.location).unwrap_or(0..0);
        let count = given.entry(id.clone()).or_default();
        *count += 1;
        match (*count, words_tell) {
            (1, true) => {}
            (1, false) => ctx.diagnostics.warning(
                range,
                format!("more than one {kind} is called so, and only what is in it tells it from the others"),
                "give each an id of its own, `<!-- id: … -->` at its end, so that an edit keeps the reader's ticks",
            ),
            _ => ctx.diagnostics.error(range, format!("this {kind} stands twice, word for word"), OWN_ID),
        }
        made.push(numbered(id, *count));
    }
    made
}

/// A hashed id that none of the author's is equal to.
fn free(ctx: &Context, kind: &str, words: &str, parts: &[&str]) -> String {
    let id = ids::hashed(kind, words, parts);
    match ctx.ids.is_written(kind, &id) {
        false => id,
        true => ids::hashed(kind, words, &[parts, &["again"]].concat()),
    }
}

fn numbered(id: String, number: usize) -> String {
    match number {
        ..=1 => id,
        _ => format!("{id}-{number}"),
    }
}

/// A requirement or a warning, as far as its id is concerned.
trait Guard {
    fn id(&mut self) -> &mut String;
    /// What a reader is asked to know or to have, whole.
    fn words(&self) -> String;
}

impl Guard for RawRequirement {
    fn id(&mut self) -> &mut String {
        &mut self.id
    }

    fn words(&self) -> String {
        let words = words_of(&self.text);
        match &self.evidence {
            // Evidence given under other labels is other evidence.
            RawEvidence::Numbers(numbers) => {
                format!("{words} {}; {}", numbers.first, numbers.second)
            }
            _ => words,
        }
    }
}

impl Guard for RawWarning {
    fn id(&mut self) -> &mut String {
        &mut self.id
    }

    fn words(&self) -> String {
        words_of_blocks(&self.text)
    }
}

fn guards(
    ctx: &mut Context,
    kind: &'static str,
    rung: &str,
    location: &Location,
    guards: &mut [impl Guard],
) {
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    for (index, guard) in guards.iter_mut().enumerate() {
        if !guard.id().is_empty() {
            continue;
        }
        let words = guard.words();
        let id = free(ctx, kind, &words, &[rung, &words]);
        let count = given.entry(id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            let range = ctx.locations.find(&location.nth(kind, index)).unwrap_or(0..0);
            ctx.diagnostics.error(range, format!("this {kind} stands twice in its rung"), OWN_ID);
        }
        *guard.id() = numbered(id, *count);
    }
}

/// Steps may be equal to the letter: "Restart the device." Those are told apart by their notes, then by their order.
fn steps(ctx: &mut Context, rung: &str, steps: &mut [RawStep]) {
    let mut alike: BTreeMap<String, Vec<(&mut RawStep, String)>> = BTreeMap::new();
    for step in steps.iter_mut().filter(|step| step.id.is_empty()) {
        let words = words_of(&step.text);
        let id = free(ctx, "step", &words, &[rung, &words, &when(&step.when)]);
        let notes = words_of_blocks(&step.more);
        alike.entry(id).or_default().push((step, notes));
    }
    for (id, group) in alike {
        let one =
            group.iter().all(|(_, notes)| group.first().is_some_and(|first| first.1 == *notes));
        let mut given: BTreeMap<String, usize> = BTreeMap::new();
        for (step, notes) in group {
            let words = words_of(&step.text);
            let own = match one {
                true => id.clone(),
                false => free(ctx, "step", &words, &[rung, &words, &when(&step.when), &notes]),
            };
            let count = given.entry(own.clone()).or_default();
            *count += 1;
            step.id = numbered(own, *count);
        }
    }
}

fn when(when: &BTreeMap<String, Vec<String>>) -> String {
    when.iter().map(|(choice, options)| format!("{choice}: {}; ", options.join(", "))).collect()
}

/// All that a rung says, for two of one title.
fn content(rung: &RawRung) -> String {
    let mut words = words_of_blocks(&rung.why);
    let guards = rung.requirements.iter().map(Guard::words);
    let guards = guards.chain(rung.warnings.iter().map(Guard::words));
    let steps = rung.steps.iter().map(|step| words_of(&step.text) + &words_of_blocks(&step.more));
    words.extend(guards.chain(steps));
    words
}

fn words_of_blocks(blocks: &[RawBlock]) -> String {
    let mut words = String::new();
    for block in blocks {
        let lines: Vec<String> = match block {
            RawBlock::Paragraph(text) => vec![words_of(text)],
            // Nothing gets another id because it is folded.
            RawBlock::Other(RawOtherBlock::More(blocks)) => {
                words += &words_of_blocks(blocks);
                continue;
            }
            RawBlock::Other(RawOtherBlock::List(items)) => items.iter().map(words_of).collect(),
            RawBlock::Other(RawOtherBlock::Variants(variants)) => {
                variants.iter().map(|it| when(&it.when) + &words_of(&it.text)).collect()
            }
        };
        for line in lines {
            words.push_str(&line);
            words.push('\n');
        }
    }
    words
}
