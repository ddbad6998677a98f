//! The one component with state: it holds progress, does what the reader asks, stores what
//! changed, and sets the alarm. What is shown is derived by [`ladder()`]. Knows storage and the clock as its host only.

use std::rc::Rc;

use yew::html::Scope;
use yew::prelude::*;

use super::action::Action;
use super::announcer::{Announcement, Announcer, live_region};
use super::context::{Ctx, Shared};
use super::elements::{all, attributes, element, keyed, with_ref};
use super::ends::time_taken;
use super::focus;
use super::guards::said_of;
use super::host::{Host, PageEvent};
use super::ladder::ladder;
use super::persistence::Persistence;
use super::scroll_anchor::ScrollAnchor;
use super::state::State;
use crate::ladder::{Id, Ladder};
use crate::messages::{Format, Messages};
use crate::progress::{
    Answer, Event, Key, Position, Progress, Ticked, WaitState, act, expire_future_evidence,
    next_change, position, time::MINUTE, wait_state,
};
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
        let mut widget = Widget {
            ctx: shared(ctx),
            state: State::new(Progress::default(), host.now()),
            ticked: Ticked::default(),
            host,
            persistence: Persistence::default(),
            link: ctx.link().clone(),
            announcer: Announcer::default(),
            position: Position::At(0),
            root: NodeRef::default(),
            generation: 0,
            focus: None,
            anchor: None,
            outbox: vec![PageEvent::Ready],
        };
        widget.persistence.restore_all(&*widget.host, &mut widget.state);
        widget.ticked = Ticked::of(&widget.ctx.ladder, &widget.state.progress);
        widget.refresh(false);
        widget
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &WidgetProps) -> bool {
        self.ctx = shared(ctx);
        // A heading of another level is another element.
        self.focus = focus::in_a_heading(&self.root);
        self.give_way_to_translators();
        true
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Action(Action::Do(event)) => self.act(&event),
            Message::Action(action) => self.unfold_or_ask(action),
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
        std::mem::take(&mut self.outbox).into_iter().for_each(|event| self.host.tell(event));
    }
}

fn shared(ctx: &Context<Widget>) -> Ctx {
    let props = ctx.props();
    Ctx::new(Shared {
        ladder: props.ladder.clone(),
        messages: props.messages,
        format: props.format.clone(),
        heading_level: props.heading_level,
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

    /// Does what the reader asks, if it is allowed.
    fn act(&mut self, event: &Event) {
        let now = self.host.now();
        let rung = self.ctx.rung_of(event, &self.state.progress);
        self.state.asked = None;
        self.state.note_typing(event);
        let Some(changed) = act(&self.ctx.ladder, &mut self.state.progress, event, now) else {
            self.refresh(false);
            return;
        };
        match &changed {
            Key::Step(step) => self.ticked.note(&self.ctx.ladder, &self.state.progress, step),
            Key::StartOver => self.ticked = Ticked::of(&self.ctx.ladder, &self.state.progress),
            _ => {}
        }
        self.focus = focus::after(event);
        if self.focus.as_deref() == Some(focus::HERE) {
            self.state.help = false;
        }
        self.outbox.push(PageEvent::Change { rung: rung.clone(), kind: event.kind() });
        if let (Event::Answer { answer: Answer::Fixed, rung: id }, Some(rung)) = (event, rung) {
            let minutes = time_taken(&self.state.progress, id).unwrap_or(0).div_ceil(MINUTE);
            self.outbox.push(PageEvent::Fixed { rung, minutes });
        }
        let started = matches!(event, Event::StartWait { .. } | Event::ExtendWait { .. });
        self.persistence.persist(&*self.host, &mut self.state, changed);
        self.refresh(started);
    }

    /// Does what changes the view and not the progress.
    fn unfold_or_ask(&mut self, action: Action) {
        let state = &mut self.state;
        match action {
            Action::Do(_) => {}
            Action::Toggle(rung) => state.toggle(rung),
            Action::Ask(asked) => state.asked = Some(asked),
            Action::Cancel => {
                self.focus = state.asked.take().map(focus::after_cancel);
            }
            Action::Typed(requirement) => {
                // A complaint is cleared once it is met, and so is heard again if it comes back.
                let Some(_) = state.typing.take() else { return };
                state.announcement = said_of(&self.ctx, state, &requirement).unwrap_or_default();
            }
            Action::Help => {
                state.help = true;
                self.focus = Some("[data-help]".to_owned());
            }
        }
        self.refresh(false);
    }

    /// Takes in what happened outside.
    fn receive(&mut self, signal: Signal) {
        self.anchor = ScrollAnchor::capture(&self.root);
        let in_the_way =
            self.announcer.is_running() && focus::is_on(&self.root, focus::CLOSED_BY_THE_END);
        let was_inside = focus::is_on(&self.root, focus::INSIDE_HERE);
        let position = self.position;
        let state = &mut self.state;
        match signal {
            Signal::Wake => {}
            Signal::Look => self.persistence.restore_all(&*self.host, state),
            Signal::Stored(name) => self.persistence.restore_one(&*self.host, state, &name),
        }
        self.ticked = Ticked::of(&self.ctx.ladder, &self.state.progress);
        self.refresh(false);
        if in_the_way && !matches!(self.wait(), Some((_, WaitState::Running { .. }))) {
            self.focus = Some(".here .wait-title".to_owned());
        }
        if was_inside && self.position != position {
            // Another tab has answered, and what had the focus folds.
            self.focus = Some(focus::HERE.to_owned());
        }
    }

    /// Brings everything that depends on the time up to date.
    fn refresh(&mut self, started: bool) {
        let now = self.host.now();
        let state = &mut self.state;
        state.now = now;
        while let Some(key) = expire_future_evidence(&self.ctx.ladder, &mut state.progress, now) {
            self.persistence.persist(&*self.host, state, key);
        }
        let position = position(&self.ctx.ladder, &state.progress);
        if position != self.position {
            state.move_on(position);
            self.position = position;
        }
        self.host.wake_at(next_change(&self.ctx.ladder, &state.progress, now));
        // A hidden page announces nothing before it is shown again.
        if started || !self.host.is_hidden() {
            self.announce(started);
        }
    }

    /// The wait of the reader's rung, and how it stands.
    fn wait(&self) -> Option<(Id, WaitState)> {
        let Position::At(index) = self.position else { return None };
        let rung = self.ctx.rung(index)?;
        Some((rung.id.clone(), wait_state(rung, &self.state.progress, self.state.now)))
    }

    /// Announces what there is to announce of the wait, where this widget is the leader.
    fn announce(&mut self, started: bool) {
        let wait = self.wait();
        let (announcement, is_new) =
            self.announcer.look(&self.ctx, wait.as_ref(), started, self.state.now);
        if is_new {
            // The announcement may be the same as that of the wait before, and only a change is heard.
            self.state.announcement.clear();
        }
        let Some(Announcement { words, election }) = announcement else { return };
        match election {
            None => self.state.announcement = words,
            Some(election) if focus::is_shown(&self.root) => {
                let is_running = self.announcer.is_running();
                let announce = move |()| Message::Announce { words: words.clone(), is_running };
                self.host.elect(election, self.link.callback(announce));
            }
            // Nobody hears a widget that the page's style hides: another one is to be the leader.
            Some(_) => {}
        }
    }
}
