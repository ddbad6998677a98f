//! Which heading is the title, and on which level the fixes stand. Knows nothing of what is in one.

use super::super::build::LEAD;
use super::headings::{is_around, is_nameless, is_part, is_title_like, words};
use super::ours;
use crate::context::Context;
use crate::node::{Kind, Node};

/// A heading, and the blocks up to the next one.
pub(super) struct Section {
    pub level: usize,
    pub heading: Node,
    pub blocks: Vec<Node>,
    /// Whether it is a fix, or one of the sections that the format knows.
    pub is_rung: bool,
}

pub(super) fn cut(nodes: Vec<Node>) -> (Vec<Node>, Vec<Section>) {
    let mut before = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    for node in nodes {
        match (&node.kind, sections.last_mut()) {
            (Kind::Heading(level), _) => {
                let level = *level;
                sections.push(Section { level, heading: node, blocks: Vec::new(), is_rung: true });
            }
            (_, Some(section)) => section.blocks.push(node),
            (_, None) => before.push(node),
        }
    }
    (before, sections)
}

/// Takes the title out. What stands before and behind it comes apart; a second heading of the same words goes.
pub(super) fn titled(
    before: Vec<Node>,
    mut sections: Vec<Section>,
    page: &str,
    title: &mut Option<Node>,
) -> ((Vec<Node>, Vec<Node>), Vec<Section>) {
    let mut behind = Vec::new();
    // The page says what all of it is about, and the first heading only that fixes follow.
    if let Some(first) = sections.first_mut()
        && !page.trim().is_empty()
        && is_nameless(&words(&first.heading))
    {
        let named = ours(first.level, page.trim(), &first.heading);
        first.heading = named;
    }
    while let Some(first) = sections.first() {
        let own = words(&first.heading);
        let is_title = match title {
            Some(title) => own == words(title),
            None => is_title(first, sections.get(1..).unwrap_or(&[]), page),
        };
        if !is_title {
            break;
        }
        let first = sections.remove(0);
        title.get_or_insert(first.heading);
        behind.extend(first.blocks);
    }
    ((before, behind), sections)
}

fn is_title(first: &Section, others: &[Section], page: &str) -> bool {
    let own = words(&first.heading);
    let is_repeated = others.first().is_some_and(|next| words(&next.heading) == own);
    let all_deeper = others.iter().all(|other| other.level > first.level);
    let is_page = !page.is_empty() && own == crate::flat::comparable(page);
    let is_numbered = others.iter().any(|it| super::names::number(&it.heading).is_some());
    let alone = super::names::number(&first.heading).is_none();
    is_page
        || is_repeated
        || (alone && first.level < LEAD && all_deeper)
        || (alone && is_title_like(&own))
        || (alone && first.level < LEAD && is_numbered && others.len() > 1 && !has_steps(first))
        || (alone && stands_over(first, others) && !says_what_to_do(&first.heading))
}

/// Whether a heading has nothing below it, and the next ones, of the same level, have.
fn stands_over(first: &Section, others: &[Section]) -> bool {
    let is_next = others.first().is_some_and(|next| next.level == first.level);
    let told = others.iter().filter(|it| !it.blocks.is_empty()).count();
    is_next && first.blocks.is_empty() && told > 1
}

fn has_steps(section: &Section) -> bool {
    section.blocks.iter().any(|block| block.kind == Kind::List { ordered: true })
        || section.blocks.iter().any(super::body::instructs)
}

/// The sections that may be fixes: those of the highest level, or of the one below where the higher ones only group them.
/// What stands deeper goes into the section above it.
pub(super) fn of_rungs(sections: Vec<Section>) -> Vec<Section> {
    let top = sections.iter().map(|it| it.level).min().unwrap_or(1);
    let groups = gathered(sections, top);
    // What is asked at the end, and what belongs to the blog, has headings of its own, and no fixes.
    let is_open =
        |group: &Group| !group.below.is_empty() && !is_around(&words(&group.section.heading));
    let fixes: usize = groups.iter().filter(|it| is_open(it)).map(|it| it.below.len()).sum();
    // Beside fixes that stand by themselves, what is called like one of them is one, whatever is below it.
    let alone = groups.iter().filter(|it| it.below.is_empty() && has_steps(&it.section)).count();
    let is_one = |group: &Group| alone > 0 && says_what_to_do(&group.section.heading);
    let all_group = groups.iter().filter(|it| is_open(it) && !is_one(it)).all(groups_fixes);
    if fixes < 2 || !all_group {
        return groups.into_iter().map(|it| it.section.with(it.below, RUNG_PART)).collect();
    }
    let mut rungs = Vec::new();
    for group in groups {
        let splits = is_open(&group) && !is_one(&group);
        let Group { section, below } = group;
        if !splits {
            rungs.push(section.with(below, RUNG_PART));
            continue;
        }
        // What the group says of itself is said where its first fix begins.
        let mut said = section.blocks;
        let level = below.iter().map(|it| it.level).min().unwrap_or(1);
        for Group { mut section, below } in gathered(below, level) {
            section.blocks.splice(0..0, said.drain(..));
            rungs.push(section.with(below, RUNG_PART));
        }
    }
    rungs
}

/// Whether a heading is that of a fix rather than of several.
pub(super) fn says_what_to_do(heading: &Node) -> bool {
    let text = crate::flat::Flat::of(&heading.children).text().to_lowercase();
    let several =
        ["fixes", "things", "solutions", "methods", "ways", "tips", "options", "basics", "steps"];
    let is_several = crate::brackets::words(&text).any(|(_, it)| several.contains(&it));
    !is_several && (super::names::number(heading).is_some() || super::verbs::begins(&text))
}

const RUNG_PART: usize = super::RUNG + 1;

struct Group {
    section: Section,
    below: Vec<Section>,
}

fn gathered(sections: Vec<Section>, level: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for section in sections {
        match groups.last_mut() {
            Some(group) if section.level > level => group.below.push(section),
            _ => groups.push(Group { section, below: Vec::new() }),
        }
    }
    groups
}

/// Whether a section only names what the sections below it have in common.
fn groups_fixes(group: &Group) -> bool {
    let level = group.below.iter().map(|it| it.level).min().unwrap_or(1);
    let mut direct = group.below.iter().filter(|it| it.level == level);
    !has_steps(&group.section) && direct.all(|it| !is_part(&words(&it.heading)))
}

impl Section {
    /// With the sections below it as its parts.
    fn with(mut self, below: Vec<Section>, level: usize) -> Section {
        for Section { mut heading, blocks, .. } in below {
            heading.kind = Kind::Heading(level);
            self.blocks.push(heading);
            self.blocks.extend(blocks);
        }
        self
    }
}

/// A post without fixes of its own is one fix, called like the post, if there is anything to do in it.
pub(super) fn whole(
    ctx: &Context,
    introduction: &mut Vec<Node>,
    title: Option<&Node>,
) -> Vec<Section> {
    let acts = |it: &Node| it.is_list() || super::body::instructs(it);
    if !introduction.iter().any(acts) {
        return Vec::new();
    }
    let Some(first) = introduction.first() else { return Vec::new() };
    let heading = match title {
        Some(title) => title.clone(),
        None => {
            let words = ctx.lenient.as_ref().map_or("", |it| it.title.as_str());
            ours(super::RUNG, words, first)
        }
    };
    let blocks = std::mem::take(introduction);
    vec![Section { level: super::RUNG, heading, blocks, is_rung: true }]
}
