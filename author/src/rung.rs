//! One rung: its heading, and each block under it handed to the rule that knows it.
//! Knows only its own place among the rungs.

use fix_ladder_core::ladder::{Location, RawBlock, RawRung};

use crate::context::Context;
use crate::flat::Flat;
use crate::headings::Part;
use crate::keyed::Keyed;
use crate::node::{Kind, Node, take_comments};
use crate::outline::{Section, known_part, part};
use crate::paragraph_keys::SAFE;
use crate::post::elsewhere;
use crate::text_kind::TextKind;
use crate::{
    annotations, destructive, facts, good_writing, more, prose, quotes, requirements, severity,
    sources, steps, text, warnings,
};

/// The rung of a section, the `index`th of `count`, counted from 0.
pub(crate) fn read(ctx: &mut Context, section: Section, index: usize, count: usize) -> RawRung {
    let location = Location::default().nth("rung", index);
    let mut heading = section.heading;
    let mut comments = take_comments(&mut heading.children);
    let mut blocks = section.blocks;
    // An editor may put the comment on a line of its own below the heading.
    let own = blocks.iter().take_while(|block| matches!(block.kind, Kind::Comment(_))).count();
    let mut leading: Vec<Node> = blocks.drain(..own).collect();
    comments.extend(take_comments(&mut leading));
    ctx.locations.record(&location, &heading.range);
    ctx.text_kind = TextKind::Rung;
    let title = ctx.at(TextKind::Title, |ctx| text::text(ctx, &heading.children));
    let annotations = annotations::sort(ctx, comments, &["id"]);
    let id = annotations::id(ctx, "rung", annotations.id);
    let mut rung = empty(id, title);
    let blocks = more::gather(&blocks, true);
    let deleting = deleting(&heading, &blocks);
    let said = Flat::of(&heading.children).text().to_owned() + " " + Flat::of(&blocks).text();
    let mut seen = Vec::new();
    let mut here = Here { part: Part::Top, heading: None, n_requirements: 0 };
    for block in blocks {
        // Several warnings may stand in one quote.
        let pieces = match block.kind {
            Kind::Quote => quotes::split(&block),
            _ => vec![block],
        };
        for piece in pieces {
            read_block(ctx, &location, piece, &mut here, &mut rung, &mut seen);
        }
    }
    close_part(ctx, &here, &rung);
    if rung.severity.is_empty() {
        rung.severity = severity::guess(&heading, &rung, deleting.is_some(), index, count);
    }
    severity::check_gentle(ctx, &location, &deleting, &rung);
    check(ctx, &heading, deleting.clone(), &rung);
    if let Some(lenient) = &ctx.lenient {
        let deletes = deleting.is_some() || (lenient.is_elsewhere && elsewhere::deletes(&said));
        let is_named = ctx.locations.has(&location.only("severity"));
        severity::make_safe(&mut rung, deletes, is_named, lenient);
    }
    // A post is read as it is: how it could be written better is for who writes a ladder.
    if ctx.lenient.is_none() {
        good_writing::check(ctx, &location, &rung);
    }
    ctx.text_kind = TextKind::Outside;
    rung
}

/// Where in the rung the next block stands.
struct Here {
    part: Part,
    heading: Option<Node>,
    /// How many requirements there were when the part began.
    n_requirements: usize,
}

fn read_block(
    ctx: &mut Context,
    location: &Location,
    mut block: Node,
    here: &mut Here,
    rung: &mut RawRung,
    seen: &mut Vec<String>,
) {
    match (&block.kind, here.part) {
        (Kind::Heading(_), _) => {
            close_part(ctx, here, rung);
            let mut heading = block;
            let comments = take_comments(&mut heading.children);
            annotations::sort(ctx, comments, &[]);
            let part = part(ctx, &heading);
            if part == Part::Other {
                prose_here(ctx, location, &heading, here.part, rung);
            }
            *here = Here { part, heading: Some(heading), n_requirements: rung.requirements.len() };
        }
        (Kind::List { .. }, Part::Before) => {
            warnings::lift(ctx, location, &mut block.children, rung);
            requirements::read(ctx, location, &block, &mut rung.requirements);
        }
        (Kind::List { .. }, Part::Sources) => {
            sources::read(ctx, location, &block, &mut rung.sources)
        }
        (Kind::List { ordered }, part) if *ordered || part == Part::Steps => {
            if !ordered {
                ctx.diagnostics.note(
                    block.range.clone(),
                    "these steps have no numbers; the widget gives them some",
                    "number them, so that readers without the widget see the order too",
                );
            }
            warnings::lift(ctx, location, &mut block.children, rung);
            steps::read(ctx, location, &block, &mut rung.steps);
        }
        (Kind::List { .. }, Part::Top) if facts::is_facts(&block) => {
            facts::read(ctx, location, &block, rung, seen)
        }
        (Kind::Quote, _) if warnings::read(ctx, location, &block, rung) => {}
        (_, part) => prose_here(ctx, location, &block, part, rung),
    }
}

/// Prose in its place: below the last step or requirement before it, else with the reasons of the rung.
fn prose_here(
    ctx: &mut Context,
    location: &Location,
    block: &Node,
    part: Part,
    rung: &mut RawRung,
) {
    let step = rung.steps.len().checked_sub(1);
    let requirement = rung.requirements.len().checked_sub(1);
    // Of what stands under a heading without a meaning, the heading's own note has spoken.
    let silent = matches!(part, Part::Top | Part::Other)
        || matches!(
            block.kind,
            Kind::Comment(_) | Kind::Rule | Kind::FrontMatter | Kind::Heading(_)
        );
    let below = |ctx: &mut Context, location: Location, blocks: &mut Vec<RawBlock>, what: &str| {
        if !silent {
            ctx.diagnostics.note(
                block.range.clone(),
                format!("this stays as prose, and is shown {what}"),
                "indent it to make it a part of the item above, or put it directly under the rung's heading",
            );
        }
        prose::push(ctx, &location, std::slice::from_ref(block), blocks);
    };
    match (part, step.zip(rung.steps.last_mut()), requirement.zip(rung.requirements.last_mut())) {
        (Part::Sources, ..) if block.kind == Kind::Paragraph => {
            sources::read(ctx, location, block, &mut rung.sources)
        }
        (Part::Before, _, Some((index, requirement))) => {
            below(
                ctx,
                location.nth("requirement", index).only("more"),
                &mut requirement.more,
                "below the last requirement",
            );
        }
        // A step that is not for everybody would hide it from the others.
        (Part::Top | Part::Steps | Part::Other | Part::Sources, Some((index, step)), _)
            if step.when.is_empty() =>
        {
            below(
                ctx,
                location.nth("step", index).only("more"),
                &mut step.more,
                "below the last step",
            );
        }
        _ => below(ctx, location.only("why"), &mut rung.why, "with the reasons of the rung"),
    }
}

fn close_part(ctx: &mut Context, here: &Here, rung: &RawRung) {
    let Some(heading) = &here.heading else { return };
    if here.part == Part::Before && rung.requirements.len() == here.n_requirements {
        ctx.diagnostics.error(
            heading.range.clone(),
            "nothing is asked for here, because there is no list",
            "write each requirement as an item of a list: `- I have a copy outside this device.`",
        );
    }
}

/// Whether there is nothing in it to read or to do.
pub(crate) fn is_empty(rung: &RawRung) -> bool {
    let guards = rung.requirements.len() + rung.warnings.len();
    rung.why.is_empty() && rung.steps.is_empty() && guards == 0
}

fn empty(id: String, title: fix_ladder_core::ladder::RawText) -> RawRung {
    RawRung {
        id,
        title,
        severity: String::new(),
        why: Vec::new(),
        touches: None,
        undo: None,
        takes: None,
        requirements: Vec::new(),
        warnings: Vec::new(),
        safe: None,
        steps: Vec::new(),
        wait: None,
        check: None,
        moving: None,
        advice_against: Vec::new(),
        sources: Vec::new(),
    }
}

/// Where the rung first says that something is deleted: in its heading, its steps and their notes, or its prose,
/// but not in its facts, guards and sources.
pub(crate) fn deleting(heading: &Node, blocks: &[Node]) -> Option<std::ops::Range<usize>> {
    let mut part = Part::Top;
    let mut read: Vec<&Node> = vec![heading];
    for block in blocks {
        if let Kind::Heading(_) = block.kind {
            part = known_part(block);
        }
        // A numbered list is steps, whatever its items begin with.
        let is_facts = block.kind == Kind::List { ordered: false } && facts::is_facts(block);
        if !matches!(part, Part::Before | Part::Sources) && !is_facts {
            read.push(block);
        }
    }
    read.into_iter().find_map(deleting_in)
}

fn deleting_in(node: &Node) -> Option<std::ops::Range<usize>> {
    match &node.kind {
        Kind::Quote if quotes::opening(node).is_some() => None,
        // What is still safe is what is not deleted.
        Kind::Paragraph if Keyed::of(node).is_some_and(|keyed| SAFE.is(&keyed)) => None,
        Kind::CodeBlock(code) => {
            destructive::deleting(&code.to_ascii_lowercase()).map(|_| node.range.clone())
        }
        Kind::Paragraph | Kind::Heading(_) | Kind::Cell => {
            let flat = Flat::of(&node.children);
            flat.source(destructive::deleting(&flat.lower())?)
        }
        _ => node.children.iter().find_map(deleting_in),
    }
}

/// What an author should hear of a rung as a whole, in the words of the text format.
fn check(
    ctx: &mut Context,
    heading: &Node,
    deleting: Option<std::ops::Range<usize>>,
    rung: &RawRung,
) {
    let empty = rung.why.is_empty() && rung.steps.is_empty();
    let guarded = !rung.requirements.is_empty() || !rung.warnings.is_empty();
    let dangerous = matches!(rung.severity.as_str(), "drastic" | "last-resort");
    let cure = "add a quote that begins with `> **Warning:**`, or a list under `Before you start`, one heading level lower";
    match (empty && !guarded, guarded, deleting) {
        (true, ..) => ctx.diagnostics.error(
            heading.range.clone(),
            "this rung is empty",
            "write its steps as a numbered list below the heading, or say in a paragraph what to do",
        ),
        (_, false, _) if dangerous => ctx.diagnostics.error(
            heading.range.clone(),
            format!("a {} rung needs a guard", rung.severity),
            cure,
        ),
        (_, false, Some(word)) => ctx.diagnostics.warning(
            word,
            "this deletes or erases something, and nothing in the rung stops the reader before it",
            cure,
        ),
        _ => {}
    }
}
