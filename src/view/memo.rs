//! A part of the widget that is rendered again only where its view model has changed.
//!
//! One component for all kinds of them: each kind of component costs the module some kilobytes. A memo may hold
//! others, as a rung holds its steps: so this file, `rung` and `steps` use one another. Knows nothing of how a view
//! model came to be.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VComp, VNode};

use super::choices::{choices, select_chosen};
use super::context::Ctx;
use super::elements::{Rendered, list};
use super::models::{Child, Model};
use super::rung::rung;
use super::steps::step_group;

pub struct Memo {
    node_ref: NodeRef,
}

#[derive(PartialEq, Properties)]
pub struct MemoProps {
    ctx: Ctx,
    model: Rc<Model>,
}

/// How many memos are compared one by one.
const SEVERAL: usize = 16;

/// The memo that shows this, known by a key among its siblings.
pub fn memo(ctx: &Ctx, key: Rc<str>, model: Rc<Model>) -> Rendered {
    let props = Rc::new(MemoProps { ctx: ctx.clone(), model });
    VNode::VComp(Rc::new(VComp::new::<Memo>(props, Some(Key::from(key))))).into()
}

/// The memos that show these. Of many, groups are compared first: most ticks change one of them.
pub fn memos(ctx: &Ctx, models: Vec<Child>) -> Rendered {
    let one = |(key, model): &Child| memo(ctx, key.clone(), model.clone());
    let group = |(index, group): (usize, &[Child])| {
        memo(ctx, index.to_string().into(), Rc::new(Model::Several(group.to_vec())))
    };
    match models.len() > SEVERAL {
        true => list(models.chunks(SEVERAL).enumerate().map(group).collect()),
        false => list(models.iter().map(one).collect()),
    }
}

impl Component for Memo {
    type Message = ();
    type Properties = MemoProps;

    fn create(_: &Context<Self>) -> Self {
        Memo { node_ref: NodeRef::default() }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let MemoProps { ctx, model } = ctx.props();
        let rendered = match &**model {
            Model::Choices(chosen) => choices(ctx, chosen, &self.node_ref),
            Model::Rung(model) => rung(ctx, model),
            Model::Steps(model) => step_group(ctx, model),
            Model::Several(several) => memos(ctx, several.clone()),
        };
        rendered.into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let MemoProps { ctx, model } = ctx.props();
        if let Model::Choices(chosen) = &**model {
            select_chosen(ctx, chosen, &self.node_ref);
        }
    }
}
