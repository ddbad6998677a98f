//! A part of the widget that is drawn again only where what it shows has changed.
//!
//! One component for all of them: each kind of component costs the module some kilobytes. Knows what is shown
//! as a value, and nothing of how it came to be.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VComp, VNode};

use super::choices::{choices, select};
use super::ctx::{Chosen, Ctx};
use super::rung::{RungSeen, rung};
use super::steps::{StepsSeen, some_steps};

pub struct Part {
    place: NodeRef,
}

#[derive(PartialEq, Properties)]
pub struct PartProps {
    ctx: Ctx,
    seen: Seen,
}

/// All that a part shows, besides what is the same for the life of the widget.
#[derive(PartialEq)]
pub enum Seen {
    Choices(Chosen),
    Rung(RungSeen),
    Steps(StepsSeen),
}

/// The part that shows this, known by a key among its siblings.
#[inline(never)]
pub fn part(ctx: &Ctx, key: impl Into<Key>, seen: Seen) -> Html {
    let props = Rc::new(PartProps { ctx: ctx.clone(), seen });
    VNode::VComp(Rc::new(VComp::new::<Part>(props, Some(key.into()))))
}

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Part { place: NodeRef::default() }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PartProps { ctx, seen } = ctx.props();
        match seen {
            Seen::Choices(chosen) => choices(ctx, chosen, &self.place),
            Seen::Rung(seen) => rung(ctx, seen),
            Seen::Steps(seen) => some_steps(ctx, seen),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let PartProps { ctx, seen } = ctx.props();
        if let Seen::Choices(chosen) = seen {
            select(ctx, chosen, &self.place);
        }
    }
}
