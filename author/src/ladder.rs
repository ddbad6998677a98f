//! The whole ladder: title, introduction, choices, rungs, and what follows them.
//! Knows nothing of what is inside a rung.

use fix_ladder_core::ladder::{FORMAT, Location, RawBlock, RawChoice, RawLadder, RawText};

use crate::context::Context;
use crate::diagnostics::Source;
use crate::headings::SectionKind;
use crate::node::{Kind, Node, take_comments};
use crate::outline::{Outline, Section};
use crate::paragraph_keys::REPORT_TO;
use crate::{
    annotations, assign_ids, choices, ids, options, outline, prose, rung, severity, sources, text,
};

pub(crate) fn read(ctx: &mut Context, source: Source<'_>, nodes: Vec<Node>) -> RawLadder {
    let Outline { title, mut introduction, sections } = outline::read(ctx, nodes);
    let top = Location::default();
    let (title, id, lang) = heading(ctx, source, title, &mut introduction);
    // Choices first: the introduction may already have words for some options only.
    let mut asked: Vec<RawChoice> = Vec::new();
    for section in sections.iter().filter(|section| section.kind == SectionKind::AboutYou) {
        about_you(ctx, section, &mut asked, &mut introduction);
    }
    if ctx.lenient.is_some() {
        asked.retain(|choice| choice.options.len() > 1);
    }
    assign_ids::choices(ctx, &mut asked);
    ctx.options = options::Options::of(&asked);
    let mut ladder = RawLadder {
        format: FORMAT,
        id,
        lang,
        title,
        introduction: Vec::new(),
        choices: asked,
        rungs: Vec::new(),
        fixed: Vec::new(),
        moving: Vec::new(),
        end: Vec::new(),
        report_to: None,
        sources: Vec::new(),
        drawings: Vec::new(),
    };
    prose::push(ctx, &top.only("introduction"), &introduction, &mut ladder.introduction);
    let count = sections.iter().filter(|section| section.kind == SectionKind::Rung).count();
    for section in sections {
        match section.kind {
            SectionKind::AboutYou => {}
            SectionKind::Rung => {
                let index = ladder.rungs.len();
                let rung = rung::read(ctx, section, index, count);
                // Of one that is empty the rung itself has spoken.
                if ctx.lenient.is_none() || !rung::is_empty(&rung) {
                    ladder.rungs.push(rung);
                }
            }
            SectionKind::Fixed => ending(ctx, &top.only("fixed"), section, &mut ladder.fixed),
            SectionKind::Moving => ending(ctx, &top.only("moving"), section, &mut ladder.moving),
            SectionKind::End => {
                let mut section = section;
                ladder.report_to = REPORT_TO.take_words(ctx, &top, &mut section.blocks);
                ending(ctx, &top.only("end"), section, &mut ladder.end);
            }
            SectionKind::Sources => {
                plain_heading(ctx, section.heading);
                for block in &section.blocks {
                    sources::read(ctx, &top, block, &mut ladder.sources);
                }
            }
        }
    }
    check_moving(ctx, &ladder);
    severity::check_climbs(ctx, &ladder);
    assign_ids::rungs(ctx, &mut ladder);
    if ladder.rungs.is_empty() {
        let range = ctx.locations.find(&top).unwrap_or(0..0);
        ctx.diagnostics.error(
            range,
            "the ladder has no rung",
            "below the title, give each fix a heading one level lower, and its steps as a numbered list",
        );
    }
    ladder
}

/// The title, the ladder's id and its language.
fn heading(
    ctx: &mut Context,
    source: Source<'_>,
    title: Option<Node>,
    introduction: &mut Vec<Node>,
) -> (RawText, String, Option<String>) {
    let top = Location::default();
    let stem = stem(source.name);
    let Some(mut title) = title else {
        if let Some(lenient) = &ctx.lenient {
            let words = lenient.title.clone();
            let id = lenient.id.clone().unwrap_or_else(|| ids::short("ladder", &words));
            return (RawText::Plain(words), id, None);
        }
        ctx.locations.record(&top, &(0..source.text.find('\n').unwrap_or(source.text.len())));
        ctx.diagnostics.warning(
            0..0,
            "the ladder has no title, so it is called after its file",
            "begin with a heading one level higher than the rungs'",
        );
        let words = stem.replace(['-', '_'], " ");
        return (RawText::Plain(words), ids::short("ladder", &stem), None);
    };
    ctx.locations.record(&top, &title.range);
    let mut found = take_comments(&mut title.children);
    let after = |node: &Node| node.range.start > title.range.start;
    // An editor may put the comments on lines of their own below the title.
    let start = introduction.iter().position(after).unwrap_or(introduction.len());
    let own = introduction
        .iter()
        .skip(start)
        .take_while(|node| matches!(node.kind, Kind::Comment(_)))
        .count();
    let mut leading: Vec<Node> = introduction.drain(start..start + own).collect();
    found.extend(take_comments(&mut leading));
    let annotations = annotations::sort(ctx, found, &["id", "lang"]);
    let words = text::text(ctx, &title.children);
    let given = ctx.lenient.as_ref().map(|lenient| lenient.id.clone());
    let id = match (annotations.id, given) {
        (Some(annotation), None) => annotation.value,
        (Some(annotation), _) if ids::is_legal(&annotation.value) => annotation.value,
        (None, None) => ids::short("ladder", &stem),
        (_, Some(given)) => given.unwrap_or_else(|| ids::short("ladder", &text::words_of(&words))),
    };
    let lang = annotations.lang.map(|annotation| {
        ctx.locations.record(&top.only("lang"), &annotation.range);
        annotation.value
    });
    (words, id, lang)
}

/// The file's name without its folders and its ending.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split_once('.').map_or(file, |(stem, _)| stem).to_owned()
}

fn about_you(
    ctx: &mut Context,
    section: &Section,
    asked: &mut Vec<RawChoice>,
    introduction: &mut Vec<Node>,
) {
    plain_heading(ctx, section.heading.clone());
    for block in &section.blocks {
        match block.is_list() {
            true => choices::read(ctx, block, asked),
            // Prose about the questions stands above them, at the end of the introduction.
            false => introduction.push(block.clone()),
        }
    }
}

/// Nobody would ever see what is said while a rung is moving, where none can be.
fn check_moving(ctx: &mut Context, ladder: &RawLadder) {
    if !ladder.moving.is_empty() && ladder.rungs.iter().all(|rung| rung.moving.is_none()) {
        let range = ctx.locations.find(&Location::default().only("moving")).unwrap_or(0..0);
        ctx.diagnostics.warning(
            range,
            "no reader comes to this, since no rung says how it is seen to be moving",
            "add a fact to the rungs that take long: `- Moving: The number left to copy is falling.`",
        );
    }
}

fn ending(ctx: &mut Context, location: &Location, section: Section, blocks: &mut Vec<RawBlock>) {
    ctx.locations.record(location, &section.heading.range);
    plain_heading(ctx, section.heading);
    prose::push(ctx, location, &section.blocks, blocks);
}

/// A heading that is a word of the format: it can have no id.
fn plain_heading(ctx: &mut Context, mut heading: Node) {
    let comments = take_comments(&mut heading.children);
    annotations::sort(ctx, comments, &[]);
}
