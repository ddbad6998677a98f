//! The pieces of a ladder as one line of words each, with what they ask for in square brackets.
//! Every variant is in it, after the labels of its options. Knows nothing of which words are wanted.

use fix_ladder_core::ladder::{
    Advice, Block, Choice, Evidence, Ladder, Requirement, Rung, Source, Span, Step, Text, Variant,
    Warning, label,
};

/// A place in the ladder where a fact belongs.
#[derive(Clone, Copy, Debug)]
pub enum At {
    Introduction,
    Choices,
    Fixed,
    End,
    LadderSources,
    Title(&'static str),
    Facts(&'static str),
    Why(&'static str),
    Wait(&'static str),
    Advice(&'static str),
    Sources(&'static str),
    /// A rung, and one of its requirements.
    Requirement(&'static str, &'static str),
    /// A rung, and one of its warnings.
    Warning(&'static str, &'static str),
    /// A rung, and one of its steps.
    Step(&'static str, &'static str),
}

/// The words at a place; `None` where there is no such place.
pub fn words_at(ladder: &Ladder, at: At) -> Option<String> {
    let choices = &ladder.choices;
    let rung = |id: &str| ladder.rungs.iter().find(|rung| rung.id.as_str() == id);
    let found = match at {
        At::Introduction => blocks(&ladder.introduction, choices),
        At::Choices => choices.iter().map(choice).collect::<Vec<_>>().join(" "),
        At::Fixed => blocks(&ladder.fixed, choices),
        At::End => blocks(&ladder.end, choices),
        At::LadderSources => sources(&ladder.sources),
        At::Title(id) => text(&rung(id)?.title),
        At::Facts(id) => facts(rung(id)?),
        At::Why(id) => blocks(&rung(id)?.why, choices),
        At::Wait(id) => wait(rung(id)?),
        At::Advice(id) => rung(id)?
            .advice_against
            .iter()
            .map(|one| advice(one, choices))
            .collect::<Vec<_>>()
            .join(" "),
        At::Sources(id) => sources(&rung(id)?.sources),
        At::Requirement(id, own) => {
            requirement(rung(id)?.requirements.iter().find(|one| one.id.as_str() == own)?, choices)
        }
        At::Warning(id, own) => {
            warning(rung(id)?.warnings.iter().find(|one| one.id.as_str() == own)?, choices)
        }
        At::Step(id, own) => {
            step(rung(id)?.steps.iter().find(|one| one.id.as_str() == own)?, choices)
        }
    };
    Some(found)
}

/// Every paragraph, item and variant of the ladder by itself, for rules that hold everywhere.
pub fn everything(ladder: &Ladder) -> Vec<String> {
    let mut all = vec![text(&ladder.title)];
    let of_blocks = |all: &mut Vec<String>, blocks: &[Block]| {
        for block in blocks {
            match block {
                Block::Paragraph(one) => all.push(text(one)),
                Block::List(items) => all.extend(items.iter().map(text)),
                Block::Variants(variants) => {
                    all.extend(variants.iter().map(|variant| text(&variant.text)))
                }
                Block::More(inner) => all.push(self::blocks(inner, &ladder.choices)),
            }
        }
    };
    for part in [&ladder.introduction, &ladder.fixed, &ladder.end] {
        of_blocks(&mut all, part);
    }
    for rung in &ladder.rungs {
        all.extend([text(&rung.title), facts(rung), wait(rung)]);
        of_blocks(&mut all, &rung.why);
        for requirement in &rung.requirements {
            all.push(text(&requirement.text));
            of_blocks(&mut all, &requirement.more);
        }
        for warning in &rung.warnings {
            of_blocks(&mut all, &warning.text);
        }
        for step in &rung.steps {
            all.push(text(&step.text));
            of_blocks(&mut all, &step.more);
        }
        for advice in &rung.advice_against {
            of_blocks(&mut all, &advice.text);
        }
        all.extend(rung.sources.iter().map(source));
    }
    all.extend(ladder.sources.iter().map(source));
    all
}

pub fn text(text: &Text) -> String {
    let mut words = String::new();
    spans(&text.0, &mut words);
    // A line's end in the source is a blank to the reader.
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn spans(list: &[Span], words: &mut String) {
    for span in list {
        match span {
            Span::Plain(run) | Span::Code(run) => words.push_str(run),
            Span::Strong(inner) | Span::Emphasis(inner) => spans(inner, words),
            Span::Path(names) => words.push_str(&names.join(" › ")),
            Span::Link { href, text } => {
                spans(text, words);
                words.push_str(&format!(" <{href}>"));
            }
        }
    }
}

pub fn blocks(list: &[Block], choices: &[Choice]) -> String {
    let one = |block: &Block| match block {
        Block::Paragraph(paragraph) => text(paragraph),
        Block::List(items) => items.iter().map(text).collect::<Vec<_>>().join(" "),
        Block::Variants(variants) => {
            variants.iter().map(|one| variant(one, choices)).collect::<Vec<_>>().join(" ")
        }
        Block::More(inner) => blocks(inner, choices),
    };
    list.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn variant(variant: &Variant, choices: &[Choice]) -> String {
    let labels = match variant.when.0.is_empty() {
        true => "Otherwise".to_owned(),
        false => label(&variant.when, choices),
    };
    format!("[{labels}] {}", text(&variant.text))
}

fn choice(choice: &Choice) -> String {
    let options: Vec<&str> = choice.options.iter().map(|option| &*option.label).collect();
    format!("[{}] {}.", choice.label, options.join(", "))
}

fn facts(rung: &Rung) -> String {
    let touches = rung
        .touches
        .as_ref()
        .map(|touches| format!("{:?} {}", touches.scopes, text(&touches.text)));
    let undo = rung.undo.as_ref().map(|undo| {
        format!("[undo: {}, {:?}] {}", undo.possible, undo.window_seconds, text(&undo.text))
    });
    let takes = rung.takes.as_ref().map(|takes| format!("[{} minutes]", takes.minutes));
    let check = rung.check.as_ref().map(text);
    let parts = [Some(rung.severity.as_str().to_owned()), touches, undo, takes, check];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

fn wait(rung: &Rung) -> String {
    rung.wait.as_ref().map_or_else(String::new, |wait| {
        format!("[{} s] {}", wait.seconds, wait.reason.as_ref().map_or_else(String::new, text))
    })
}

fn advice(advice: &Advice, choices: &[Choice]) -> String {
    format!("[{}] {}", advice.by, blocks(&advice.text, choices))
}

pub fn source(source: &Source) -> String {
    let checked = source
        .checked
        .map_or_else(String::new, |month| format!("{}-{:02}", month.year, month.month));
    format!(
        "{} [{checked}] {}",
        text(&source.text),
        source.note.as_ref().map_or_else(String::new, text)
    )
}

fn sources(list: &[Source]) -> String {
    list.iter().map(source).collect::<Vec<_>>().join(" ")
}

fn requirement(requirement: &Requirement, choices: &[Choice]) -> String {
    let evidence = match &requirement.evidence {
        Evidence::Confirm => "[confirm]".to_owned(),
        Evidence::HandOver => "[hand over]".to_owned(),
        Evidence::Numbers { first, second, .. } => format!("[numbers: {first} / {second}]"),
        Evidence::Place { not } => format!("[place, not {}]", not.join(", ")),
    };
    format!("{evidence} {} {}", text(&requirement.text), blocks(&requirement.more, choices))
}

fn warning(warning: &Warning, choices: &[Choice]) -> String {
    format!("[{} ×] {}", warning.confirmations, blocks(&warning.text, choices))
}

fn step(step: &Step, choices: &[Choice]) -> String {
    let drawing =
        step.illustration.as_ref().map_or_else(String::new, |name| format!("[drawing: {name}] "));
    format!("{drawing}{} {}", text(&step.text), blocks(&step.more, choices))
}
