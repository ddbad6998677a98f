//! The one component with state: it holds progress, and what is to happen after the next rendering. What is shown is
//! derived by [`ladder()`], what is done about anything is in [`reactions`]. Knows storage and the clock as its host only.

mod reactions;

use std::rc::Rc;

use yew::html::Scope;
use yew::prelude::*;

use super::action::Action;
use super::announcer::{Announcer, live_region};
use super::context::{Ctx, Shared};
use super::elements::{all, attributes, element, keyed, with_ref};
use super::focus;
use super::host::{Host, PageEvent};
use super::ladder::ladder;
use super::persistence::{Persistence, lines};
use super::scroll_anchor::ScrollAnchor;
use super::sight;
use super::state::State;
use crate::ladder::Ladder;
use crate::messages::{Format, Messages};
use crate::progress::{Changes, Event, Position, Progress, Ticked};
use crate::signal::Signal;

#[derive(Clone, Properties)]
pub struct WidgetProps {
    pub ladder: Rc<Ladder>,
    pub messages: &'static Messages,
    pub format: Rc<dyn Format>,
    /// 2 to 5.
    pub heading_level: u8,
    pub host: Rc<dyn Host>,
}

impl PartialEq for WidgetProps {
    fn eq(&self, other: &WidgetProps) -> bool {
        Rc::ptr_eq(&self.ladder, &other.ladder)
            && Rc::ptr_eq(&self.format, &other.format)
            && Rc::ptr_eq(&self.host, &other.host)
            && std::ptr::eq(self.messages, other.messages)
            && self.heading_level == other.heading_level
    }
}

pub enum Message {
    Action(Action),
    Signal(Signal),
    /// This widget is the leader. The announcement is stale where `is_running` no longer holds of the wait.
    Announce {
        words: String,
        is_running: bool,
    },
}

pub struct Widget {
    ctx: Ctx,
    host: Rc<dyn Host>,
    state: State,
    /// Follows from the progress in the state.
    ticked: Ticked,
    persistence: Persistence,
    link: Scope<Self>,
    announcer: Announcer,
    /// Where the climb was at the last refresh.
    position: Position,
    root: NodeRef,
    /// Counts the renderings from the top: each has elements of its own.
    generation: u32,
    /// Where the focus goes after the next rendering, as a selector.
    focus: Option<String>,
    /// What stays in its position at the next rendering.
    anchor: Option<ScrollAnchor>,
    /// What the page is told of after the next rendering.
    outbox: Vec<PageEvent>,
}

impl Component for Widget {
    type Message = Message;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let host = ctx.props().host.clone();
        host.listen(ctx.link().callback(Message::Signal));
        let ladder = &ctx.props().ladder;
        let mut state = State::new(Progress::default(), host.now());
        let mut persistence = Persistence::default();
        persistence.restore_all(&*host, &mut state);
        let changes = persistence.changes(&*host, &state, ladder);
        let mut widget = Widget {
            ctx: shared(ctx, Rc::new(changes)),
            ticked: Ticked::of(ladder, &state.progress),
            state,
            host,
            persistence,
            link: ctx.link().clone(),
            announcer: Announcer::default(),
            position: Position::At(0),
            root: NodeRef::default(),
            generation: 0,
            focus: None,
            anchor: None,
            outbox: vec![PageEvent::Ready],
        };
        widget.refresh(false);
        widget
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &WidgetProps) -> bool {
        self.ctx = shared(ctx, self.ctx.changes.clone());
        // A heading of another level is another element.
        self.focus = focus::in_a_heading(&self.root);
        self.give_way_to_translators();
        true
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Action(Action::Do(event)) => self.act(&event),
            Message::Action(action) => self.unfold_or_ask(action),
            Message::Signal(Signal::OutOfSight) => {
                if !self.fold_what_is_out_of_sight() {
                    return false;
                }
            }
            Message::Signal(Signal::Facts(then)) => {
                then.emit(lines(&self.state.progress));
                return false;
            }
            Message::Signal(Signal::StartOver) => {
                let was_inside = focus::is_on(&self.root, "*");
                self.act(&Event::StartOver);
                // It was not the reader: nobody is taken from elsewhere in the page.
                self.focus = self.focus.take().filter(|_| was_inside);
            }
            Message::Signal(signal) => self.receive(signal),
            Message::Announce { words, is_running } => {
                if is_running != self.announcer.is_running() {
                    return false;
                }
                self.state.announcement = words;
            }
        }
        self.give_way_to_translators();
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let generation = self.generation.to_string();
        let inside = all([
            keyed(ladder(&self.ctx, &self.state, &self.ticked), generation.into()),
            // Outside of the generation: an announcement is heard only in a live region that is there already.
            live_region(&self.state.announcement),
        ]);
        let attributes = attributes! { "lang": self.ctx.messages.lang, "class": "widget" };
        with_ref(element("div", attributes, inside), &self.root).into()
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(anchor) = self.anchor.take() {
            anchor.restore(&self.root);
        }
        self.host.rendered();
        if let Some(selector) = self.focus.take() {
            focus::give(&self.root, &selector);
        }
        self.host.watch(sight::items(&self.root, &self.state.folding.held));
        if (self.state.help || self.position == Position::End)
            && focus::find(&self.root, "[data-panel=report]:empty").is_some()
        {
            self.outbox.push(PageEvent::Open("fill"));
        }
        std::mem::take(&mut self.outbox).into_iter().for_each(|event| self.host.tell(event));
    }
}

fn shared(ctx: &Context<Widget>, changes: Rc<Changes>) -> Ctx {
    let props = ctx.props();
    Ctx::new(Shared {
        ladder: props.ladder.clone(),
        messages: props.messages,
        format: props.format.clone(),
        heading_level: props.heading_level,
        changes,
        send: ctx.link().callback(Message::Action),
    })
}

impl Widget {
    /// Where a translator has replaced nodes, Yew would write into nodes that nobody sees, and stop at those that
    /// are gone. Then everything is rendered from the top.
    fn give_way_to_translators(&mut self) {
        if self.host.is_edited() {
            self.generation = self.generation.wrapping_add(1);
        }
    }
}
