//! What each state of a ladder looks like, as text that a person can read. Knows no browser: the
//! components are rendered natively, with a fixed clock, UTC and English.

mod announcements;
mod around;
mod drawings;
mod html;
mod paper;
mod states;
mod storage;
mod upload;

use std::rc::Rc;

use fix_ladder::view::ladder::LadderProps;
use fix_ladder::view::{Ctx, LadderView, Shared, State};
use fix_ladder_author::{Source, compile};
use fix_ladder_core::ladder::{Ladder, validate};
use fix_ladder_core::messages::{DEFAULT_LANG, Plain, messages};
use fix_ladder_core::progress::Event;
use yew::Callback;

use super::support::{Climb, monday};

/// A ladder with one of everything, short enough to be read whole.
const KETTLE: &str = include_str!("kettle.md");

fn kettle() -> Ladder {
    let compiled = compile(Source { name: "kettle.md", text: KETTLE });
    assert!(compiled.diagnostics.is_empty(), "{:#?}", compiled.diagnostics);
    validate(&compiled.ladder.expect("a document")).expect("a valid ladder")
}

/// A climb on the kettle, after these events.
fn climb(events: impl IntoIterator<Item = Event>) -> Climb {
    let mut climb = Climb { ladder: kettle(), progress: Default::default(), now: monday() };
    for event in events {
        climb.must(event);
    }
    climb
}

fn ctx(ladder: Ladder) -> Ctx {
    Ctx::new(Shared {
        ladder: Rc::new(ladder),
        messages: messages(DEFAULT_LANG),
        format: Rc::new(Plain),
        heading_level: 2,
        changes: Rc::default(),
        send: Callback::noop(),
    })
}

fn state(climb: &Climb) -> State {
    State::new(climb.progress.clone(), climb.now)
}

/// The widget at one moment, one element a line.
fn shown(climb: &Climb, state: State) -> String {
    html::readable(&rendered(climb, state))
}

/// The same as HTML.
fn rendered(climb: &Climb, state: State) -> String {
    let ctx = ctx(climb.ladder.clone());
    let props = LadderProps { ctx, state: Rc::new(state) };
    let renderer = yew::LocalServerRenderer::<LadderView>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(renderer.render())
}
