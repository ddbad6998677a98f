//! The whole ladder as blocks of the text, in the order of the format. Knows no marks.

use std::collections::BTreeSet;

use fix_ladder_core::ladder::{Location, RawBlock, RawChoice, RawLadder, RawOption};

use crate::blocks::Labels;
use crate::layout::Block;
use crate::line::Line;
use crate::rung::sources;

/// Which ids the text writes down.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Written {
    These(BTreeSet<Location>),
    All,
}

pub(crate) struct Outline<'a> {
    pub labels: Labels<'a>,
    ids: &'a Written,
}

/// The ladder as blocks.
pub(crate) fn outline(ladder: &RawLadder, ids: &Written) -> Vec<Block> {
    let outline = Outline { labels: Labels::of(&ladder.choices), ids };
    let top = Location::default();
    let title = Line::of(&ladder.title)
        .with_comment("id", Some(&ladder.id))
        .with_comment("lang", ladder.lang.as_deref());
    let mut blocks = vec![Block::Heading(1, top.only("title"), title)];
    blocks.extend(outline.labels.blocks(&top.only("introduction"), &ladder.introduction));
    if !ladder.choices.is_empty() {
        blocks.push(heading("About you"));
        let numbered = ladder.choices.iter().enumerate();
        let items = numbered.map(|(index, it)| outline.choice(&top.nth("choice", index), it));
        blocks.push(Block::bullets(items.collect()));
    }
    for (index, rung) in ladder.rungs.iter().enumerate() {
        outline.rung(&top.nth("rung", index), rung, &mut blocks);
    }
    let mut ending = |name: &str, part: &'static str, words: &[RawBlock], first: Option<Block>| {
        if !words.is_empty() || first.is_some() {
            blocks.push(heading(name));
            blocks.extend(first);
            blocks.extend(outline.labels.blocks(&top.only(part), words));
        }
    };
    ending("When it is fixed", "fixed", &ladder.fixed, None);
    ending("When it is moving", "moving", &ladder.moving, None);
    let report = ladder.report_to.as_ref().map(|address| {
        Block::Paragraph(top.only("report_to"), Line::plain(format!("Report to: {address}")))
    });
    ending("If nothing helped", "end", &ladder.end, report);
    if !ladder.sources.is_empty() {
        blocks.push(heading("Sources"));
        blocks.push(sources(&top, &ladder.sources));
    }
    blocks
}

fn heading(name: &str) -> Block {
    Block::Heading(2, Location::default(), Line::plain(name))
}

impl Outline<'_> {
    /// The id of the part here, where the text writes it down.
    pub fn id<'b>(&self, location: &Location, id: &'b str) -> Option<&'b str> {
        let writes = match self.ids {
            Written::All => true,
            Written::These(these) => these.contains(location),
        };
        writes.then_some(id)
    }

    /// Its options in one line, or in a list of their own where one has a comma or an id.
    fn choice(&self, location: &Location, choice: &RawChoice) -> Vec<Block> {
        let id = self.id(location, &choice.id);
        let option = |(index, option): (usize, &RawOption)| {
            let location = location.nth("option", index);
            let id = self.id(&location, &option.id);
            Block::Paragraph(location, Line::plain(&option.label).with_comment("id", id))
        };
        let options: Vec<Block> = choice.options.iter().enumerate().map(option).collect();
        let is_plain = |block: &Block| match block {
            Block::Paragraph(_, line) => line.comments.is_empty(),
            _ => false,
        };
        let labels: Vec<&str> = choice.options.iter().map(|it| it.label.as_str()).collect();
        let has_comma = labels.iter().any(|label| label.contains([',', '，', '、']));
        match options.iter().all(is_plain) && !has_comma {
            true => {
                let line = Line::plain(format!("{}: {}", choice.label, labels.join(", ")));
                vec![Block::Paragraph(location.clone(), line.with_comment("id", id))]
            }
            false => {
                let line = Line::plain(format!("{}:", choice.label)).with_comment("id", id);
                let items = options.into_iter().map(|it| vec![it]).collect();
                vec![Block::Paragraph(location.clone(), line), Block::bullets(items)]
            }
        }
    }
}
