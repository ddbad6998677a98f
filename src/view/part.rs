//! A part of the widget that is drawn again only where what it shows has changed.
//!
//! One component for all of them: each kind of component costs the module some kilobytes. Knows what is shown
//! as a value, and nothing of how it came to be.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VComp, VNode};

use super::choices::{choices, select};
use super::ctx::{Chosen, Ctx};
use super::draw::{Drawn, list};
use super::rung::{RungSeen, rung};
use super::steps::{StepsSeen, some_steps};

pub struct Part {
    place: NodeRef,
}

#[derive(PartialEq, Properties)]
pub struct PartProps {
    ctx: Ctx,
    seen: Rc<Seen>,
}

/// All that a part shows, besides what is the same for the life of the widget.
#[derive(PartialEq)]
pub enum Seen {
    Choices(Chosen),
    Rung(RungSeen),
    Steps(StepsSeen),
    /// Other parts, by their keys.
    Several(Vec<(Rc<str>, Rc<Seen>)>),
}

/// How many parts are asked one by one whether they have changed.
const SEVERAL: usize = 16;

/// The part that shows this, known by a key among its siblings.
pub fn part(ctx: &Ctx, key: Rc<str>, seen: Rc<Seen>) -> Drawn {
    let props = Rc::new(PartProps { ctx: ctx.clone(), seen });
    VNode::VComp(Rc::new(VComp::new::<Part>(props, Some(Key::from(key))))).into()
}

/// The parts that show these. Of many, groups are asked first: most ticks change one of them.
pub fn parts(ctx: &Ctx, seen: Vec<(Rc<str>, Rc<Seen>)>) -> Drawn {
    let one = |(key, seen): &(Rc<str>, Rc<Seen>)| part(ctx, key.clone(), seen.clone());
    let group = |(index, group): (usize, &[(Rc<str>, Rc<Seen>)])| {
        part(ctx, index.to_string().into(), Rc::new(Seen::Several(group.to_vec())))
    };
    match seen.len() > SEVERAL {
        true => list(seen.chunks(SEVERAL).enumerate().map(group).collect()),
        false => list(seen.iter().map(one).collect()),
    }
}

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Part { place: NodeRef::default() }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PartProps { ctx, seen } = ctx.props();
        let drawn = match &**seen {
            Seen::Choices(chosen) => choices(ctx, chosen, &self.place),
            Seen::Rung(seen) => rung(ctx, seen),
            Seen::Steps(seen) => some_steps(ctx, seen),
            Seen::Several(several) => parts(ctx, several.clone()),
        };
        drawn.into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let PartProps { ctx, seen } = ctx.props();
        if let Seen::Choices(chosen) = &**seen {
            select(ctx, chosen, &self.place);
        }
    }
}
