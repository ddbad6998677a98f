//! A ladder as plain HTML. Knows the component that renders it, nothing of the pages in which it stands.

use anyhow::Result;
use fix_ladder::view::{ListWords, PlainList, PlainListProps};
use fix_ladder_core::ladder::Ladder;

use crate::build::languages::Said;

/// The whole ladder as HTML, from a component of the widget's crate; its title is a heading of this level.
///
/// # Errors
///
/// The rendering cannot be begun.
pub fn plain_list(ladder: &Ladder, heading_level: u8, said: &Said) -> Result<String> {
    let ladder = std::rc::Rc::new(ladder.clone());
    let words = ListWords { messages: said.widget, script: said.script };
    let props = PlainListProps { ladder, heading_level, words };
    let renderer = yew::LocalServerRenderer::<PlainList>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(runtime.block_on(tokio::task::LocalSet::new().run_until(renderer.render())))
}
