//! The one form of all documents that show the same: what a text in the format is read as. Knows no Markdown.

use fix_ladder_core::ladder::{
    RawBlock, RawEvidence, RawLadder, RawMarked, RawOtherBlock, RawSpan, RawText, tidy,
};

/// The ladder with single blanks, joined runs, and no wait of 0 seconds. Readers see no difference.
pub fn normal(ladder: &RawLadder) -> RawLadder {
    let mut ladder = ladder.clone();
    text(&mut ladder.title);
    for list in [&mut ladder.introduction, &mut ladder.fixed, &mut ladder.moving, &mut ladder.end] {
        blocks(list);
    }
    for choice in &mut ladder.choices {
        words(&mut choice.label);
        choice.options.iter_mut().for_each(|option| words(&mut option.label));
    }
    for source in
        ladder.sources.iter_mut().chain(ladder.rungs.iter_mut().flat_map(|it| &mut it.sources))
    {
        text(&mut source.text);
        source.note.iter_mut().for_each(text);
    }
    for rung in &mut ladder.rungs {
        rung.wait = rung.wait.take().filter(|wait| wait.seconds != 0);
        text(&mut rung.title);
        blocks(&mut rung.why);
        let facts = [
            rung.touches.as_mut().map(|it| &mut it.text),
            rung.undo.as_mut().map(|it| &mut it.text),
            rung.takes.as_mut().and_then(|it| it.text.as_mut()),
            rung.wait.as_mut().and_then(|it| it.reason.as_mut()),
            rung.safe.as_mut(),
            rung.check.as_mut(),
            rung.moving.as_mut(),
        ];
        facts.into_iter().flatten().for_each(text);
        for it in &mut rung.requirements {
            text(&mut it.text);
            blocks(&mut it.more);
            if let RawEvidence::Numbers(numbers) = &mut it.evidence {
                words(&mut numbers.first);
                words(&mut numbers.second);
                let said = [&mut numbers.fewer, &mut numbers.equal, &mut numbers.more];
                said.into_iter().flatten().for_each(text);
            }
            if let RawEvidence::Place(place) = &mut it.evidence {
                place.not.iter_mut().for_each(words);
            }
        }
        rung.warnings.iter_mut().for_each(|it| blocks(&mut it.text));
        for it in &mut rung.steps {
            text(&mut it.text);
            blocks(&mut it.more);
            it.safe.iter_mut().for_each(text);
        }
        for it in &mut rung.advice_against {
            words(&mut it.by);
            blocks(&mut it.text);
        }
    }
    ladder
}

fn blocks(list: &mut [RawBlock]) {
    for block in list {
        match block {
            RawBlock::Paragraph(it) => text(it),
            RawBlock::Other(RawOtherBlock::List(items)) => items.iter_mut().for_each(text),
            RawBlock::Other(RawOtherBlock::Variants(variants)) => {
                variants.iter_mut().for_each(|it| text(&mut it.text));
            }
            RawBlock::Other(RawOtherBlock::More(inner)) => blocks(inner),
        }
    }
}

fn text(it: &mut RawText) {
    let mut spans = match std::mem::replace(it, RawText::Plain(String::new())) {
        RawText::Plain(words) => vec![RawSpan::Plain(words)],
        RawText::Spans(spans) => spans,
    };
    joined(&mut spans);
    tidy(&mut spans);
    joined(&mut spans);
    *it = RawText::from(spans);
}

/// Plain runs beside each other are one.
fn joined(spans: &mut Vec<RawSpan>) {
    let mut all: Vec<RawSpan> = Vec::new();
    for mut span in std::mem::take(spans) {
        match &mut span {
            RawSpan::Marked(RawMarked::Strong(inner) | RawMarked::Emphasis(inner)) => joined(inner),
            RawSpan::Marked(RawMarked::Link(link)) => joined(&mut link.text),
            RawSpan::Marked(RawMarked::Code(code)) => *code = code.replace(['\n', '\r'], " "),
            RawSpan::Marked(RawMarked::Path(names)) => names.iter_mut().for_each(words),
            RawSpan::Plain(_) => {}
        }
        match (all.last_mut(), span) {
            (Some(RawSpan::Plain(before)), RawSpan::Plain(more)) => before.push_str(&more),
            (_, span) => all.push(span),
        }
    }
    *spans = all;
}

/// Words without marks, such as a label.
fn words(it: &mut String) {
    *it = it.split_whitespace().collect::<Vec<_>>().join(" ");
}
