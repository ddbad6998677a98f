//! A ladder as plain HTML. Knows the component that renders it, nothing of the pages in which it stands.

use anyhow::Result;
use fix_ladder::view::{PlainList, PlainListProps};
use fix_ladder_core::ladder::Ladder;

/// The whole ladder as HTML, from a component of the widget's crate; its title is a heading of this level.
///
/// # Errors
///
/// The rendering cannot be begun.
pub fn plain_list(ladder: &Ladder, heading_level: u8) -> Result<String> {
    let ladder = std::rc::Rc::new(ladder.clone());
    let props = PlainListProps { ladder, heading_level };
    let renderer = yew::LocalServerRenderer::<PlainList>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(runtime.block_on(tokio::task::LocalSet::new().run_until(renderer.render())))
}
