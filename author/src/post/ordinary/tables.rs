//! Fixes that stand in a table, a row to a fix: a number, what it is called, what to do. Knows nothing of other shapes.

use super::super::build::LEAD;
use super::body::instructs;
use super::levels::Section;
use crate::flat::Flat;
use crate::node::{Kind, Node};

/// The fixes of the first table that has any. What stands behind it stays where it is.
pub(super) fn of_tables(introduction: &mut Vec<Node>) -> Vec<Section> {
    let Some(at) = introduction.iter().position(|it| !fixes(it).is_empty()) else {
        return Vec::new();
    };
    let sections = fixes(&introduction.remove(at));
    let behind = introduction.split_off(at);
    let end = behind.first().map(|first| {
        let heading = super::ours(super::RUNG, "If nothing helped", first);
        Section { level: LEAD, heading, blocks: behind.clone(), is_rung: false }
    });
    sections.into_iter().chain(end).collect()
}

/// At least two rows that are called something, of which most say what to do.
fn fixes(table: &Node) -> Vec<Section> {
    if table.kind != Kind::Table {
        return Vec::new();
    }
    let rows = table.children.iter().filter(|it| it.kind != Kind::Row { head: true });
    let sections: Vec<Section> = rows.clone().filter_map(fix).collect();
    let acting = sections.iter().filter(|it| it.blocks.iter().any(instructs)).count();
    match acting > 1 && acting * 2 > sections.len() && sections.len() == rows.count() {
        true => sections,
        false => Vec::new(),
    }
}

fn fix(row: &Node) -> Option<Section> {
    let words = |cell: &&Node| Flat::of(&cell.children).text().contains(char::is_alphabetic);
    let mut cells = row.children.iter().filter(words);
    let name = cells.next()?;
    let paragraph = |cell: &Node| Node { kind: Kind::Paragraph, ..cell.clone() };
    let blocks: Vec<Node> = cells.map(paragraph).collect();
    let heading = Node { kind: Kind::Heading(LEAD), ..name.clone() };
    (!blocks.is_empty()).then_some(Section { level: LEAD, heading, blocks, is_rung: true })
}
