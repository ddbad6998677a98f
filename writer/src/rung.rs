//! A rung as the text says it: heading, facts, reasons, guards, steps, sources. Knows only itself.

use fix_ladder_core::ladder::{
    Location, RawAdvice, RawBlock, RawEvidence, RawNumbers, RawRequirement, RawRung, RawSource,
    RawStep, RawWarning,
};

use crate::difference::words;
use crate::facts::facts;
use crate::layout::Block;
use crate::line::Line;
use crate::outline::Outline;

impl Outline<'_> {
    pub fn rung(&self, location: &Location, rung: &RawRung, blocks: &mut Vec<Block>) {
        let title = Line::of(&rung.title).with_comment("id", self.id(location, &rung.id));
        blocks.push(Block::Heading(2, location.clone(), title));
        blocks.push(facts(self, location, rung));
        blocks.extend(self.labels.blocks(&location.only("why"), &rung.why));
        for (index, it) in rung.warnings.iter().enumerate() {
            blocks.push(self.warning(&location.nth("warning", index), it));
        }
        for (index, it) in rung.advice_against.iter().enumerate() {
            blocks.push(self.advice(&location.nth("advice", index), it));
        }
        let part = |name: &str| Block::Heading(3, location.clone(), Line::plain(name));
        if !rung.requirements.is_empty() {
            blocks.push(part("Before you start"));
            let numbered = rung.requirements.iter().enumerate();
            let items = numbered
                .map(|(index, it)| self.requirement(&location.nth("requirement", index), it));
            blocks.push(Block::bullets(items.collect()));
        }
        if !rung.steps.is_empty() {
            if !rung.requirements.is_empty() {
                blocks.push(part("Steps"));
            }
            let numbered = rung.steps.iter().enumerate();
            let items = numbered.map(|(index, it)| self.step(&location.nth("step", index), it));
            blocks.push(Block::List { ordered: true, items: items.collect() });
        }
        if !rung.sources.is_empty() {
            blocks.push(part("Sources"));
            blocks.push(sources(location, &rung.sources));
        }
    }

    fn warning(&self, location: &Location, warning: &RawWarning) -> Block {
        let times = match warning.confirmations {
            1 => String::new(),
            2 => " (confirm twice)".to_owned(),
            3 => " (confirm three times)".to_owned(),
            number => format!(" (confirm {number} times)"),
        };
        let opening = Line::bold(format!("Warning{times}:"));
        let comment = self.id(location, &warning.id).map(|id| format!("id: {id}"));
        self.quote(&location.only("text"), opening, &warning.text, comment)
    }

    fn advice(&self, location: &Location, advice: &RawAdvice) -> Block {
        let mut opening = Line::bold(format!("{} advises against this:", advice.by));
        let text_location = location.only("text");
        let Some(month) = &advice.checked else {
            return self.quote(&text_location, opening, &advice.text, None);
        };
        let mut text = advice.text.clone();
        match text.last_mut() {
            Some(RawBlock::Paragraph(last)) => {
                let mut line = Line::of(last);
                // The full stop stays at the end.
                let stop = match line.runs.last_mut() {
                    Some(fix_ladder_core::ladder::RawSpan::Plain(end)) if end.ends_with('.') => {
                        end.pop();
                        "."
                    }
                    _ => "",
                };
                let line = line.then_words(&format!(", checked {month}{stop}"));
                *last = fix_ladder_core::ladder::RawText::Spans(line.runs);
            }
            _ => opening = opening.then_words(&format!(" (checked {month})")),
        }
        self.quote(&text_location, opening, &text, None)
    }

    /// A quote that opens with bold words: in its first paragraph, or before it where its marks would be taken for marks
    /// of the opening.
    fn quote(
        &self,
        location: &Location,
        opening: Line,
        text: &[RawBlock],
        comment: Option<String>,
    ) -> Block {
        let begins = |it: char| it.is_alphanumeric() || "([{\"'“„«‚‘".contains(it);
        let is_whole = opening.runs.len() == 1;
        let joins = |block: &RawBlock| match block {
            RawBlock::Paragraph(text) => is_whole && words(text).starts_with(begins),
            RawBlock::Other(_) => false,
        };
        let mut blocks = self.labels.blocks(location, text);
        match (text.first().is_some_and(joins), blocks.first_mut()) {
            (true, Some(Block::Paragraph(_, line))) => {
                let mut joined = opening.then_words(" ");
                joined.runs.append(&mut line.runs);
                *line = joined;
            }
            _ => blocks.insert(0, Block::Paragraph(location.clone(), opening)),
        }
        let lines = blocks.iter_mut().rev().filter_map(|block| match block {
            Block::Paragraph(_, line) => Some(line),
            _ => None,
        });
        if let Some(last) = lines.into_iter().next() {
            last.comments.extend(comment);
        }
        Block::Quote(blocks)
    }

    fn requirement(&self, location: &Location, it: &RawRequirement) -> Vec<Block> {
        let asked = match &it.evidence {
            RawEvidence::Confirm => String::new(),
            RawEvidence::HandOver => " (hand over)".to_owned(),
            RawEvidence::Place(place) if place.not.is_empty() => " (name the place)".to_owned(),
            RawEvidence::Place(place) => {
                format!(" (name the place, not {})", place.not.join(" or "))
            }
            RawEvidence::Numbers(RawNumbers { first, second, .. }) => {
                let has_comma = [first, second].iter().any(|it| it.contains([',', '，', '、']));
                let mark = if has_comma { ";" } else { "," };
                format!(" (two numbers: {first}{mark} {second})")
            }
        };
        let line = Line::of(&it.text).then_words(&asked);
        let line = line.with_comment("id", self.id(location, &it.id));
        let mut blocks = vec![Block::Paragraph(location.clone(), line)];
        blocks.extend(self.labels.blocks(&location.only("more"), &it.more));
        if let RawEvidence::Numbers(numbers) = &it.evidence {
            let said = [
                ("If fewer", &numbers.fewer),
                ("If equal", &numbers.equal),
                ("If more", &numbers.more),
            ];
            for (key, text) in said {
                let line = text.as_ref().map(|text| Line::keyed(key, text));
                blocks.extend(line.map(|line| Block::Paragraph(location.only("evidence"), line)));
            }
        }
        blocks
    }

    fn step(&self, location: &Location, step: &RawStep) -> Vec<Block> {
        let only = match step.when.is_empty() {
            true => String::new(),
            false => format!(" (only for {})", self.labels.names(&step.when)),
        };
        let mut line = Line::of(&step.text)
            .then_words(&only)
            .with_comment("id", self.id(location, &step.id))
            .with_comment("illustration", step.illustration.as_deref());
        if step.interrupts {
            line.comments.push("interrupts".to_owned());
        }
        let mut blocks = vec![Block::Paragraph(location.clone(), line)];
        blocks.extend(self.labels.blocks(&location.only("more"), &step.more));
        if let Some(safe) = &step.safe {
            blocks.push(Block::Paragraph(location.only("safe"), Line::keyed("Safe", safe)));
        }
        blocks
    }
}

/// `title, checked 2026-11. Note.`
pub(crate) fn sources(location: &Location, sources: &[RawSource]) -> Block {
    let item = |(index, source): (usize, &RawSource)| {
        let mut line = Line::of(&source.text);
        if let Some(month) = &source.checked {
            line = line.then_words(&format!(", checked {month}"));
            if let Some(note) = &source.note {
                let is_sentence = words(note).starts_with(|it: char| !it.is_lowercase());
                line = line.then_words(if is_sentence { ". " } else { ": " }).then(note);
            }
        }
        vec![Block::Paragraph(location.nth("source", index), line)]
    };
    Block::bullets(sources.iter().enumerate().map(item).collect())
}
