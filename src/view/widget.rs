//! The one component with state: it holds progress, does what the reader asks, keeps what changed,
//! and sets the alarm. What is shown is derived by [`ladder()`].

mod voice;

use std::rc::Rc;

use web_sys::Element;
use yew::html::Scope;
use yew::prelude::*;

use super::anchor::Anchor;
use super::announce::Heard;
use super::ctx::{Action, Asked, Ctx, Scene, Shared};
use super::draw::{all, attributes, element, fixed, found_by, keyed, plain, words};
use super::focus;
use super::guards::complaint_about;
use super::host::{Happening, Host, Signal};
use super::keeper::Keeper;
use super::ladder::ladder;
use crate::ladder::Ladder;
use crate::messages::{Format, Messages};
use crate::progress::{
    Answer, Event, Key, Position, Progress, Ticked, WaitState, act, answered, doubt, duration,
    next_change, position, time::MINUTE,
};

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
    /// It is this widget that says so, unless the wait stands otherwise by now.
    Say(String, Heard),
}

pub struct Widget {
    ctx: Ctx,
    host: Rc<dyn Host>,
    scene: Scene,
    /// Follows from the progress in the scene.
    ticked: Ticked,
    keeper: Keeper,
    link: Scope<Self>,
    heard: Heard,
    /// Where the climb stood when it was last looked at.
    position: Position,
    root: NodeRef,
    /// Counts the drawings from the top: each is a view of its own.
    drawing: u32,
    /// Where the focus goes after the next rendering, as a selector.
    focus: Option<String>,
    /// What stays where it is at the next rendering.
    anchor: Option<Anchor>,
    /// What the page is told after the next rendering.
    outbox: Vec<Happening>,
}

impl Component for Widget {
    type Message = Message;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let host = ctx.props().host.clone();
        host.listen(ctx.link().callback(Message::Signal));
        let mut widget = Widget {
            ctx: shared(ctx),
            scene: Scene::new(Progress::default(), host.now()),
            ticked: Ticked::default(),
            host,
            keeper: Keeper::default(),
            link: ctx.link().clone(),
            heard: Heard::Nothing,
            position: Position::At(0),
            root: NodeRef::default(),
            drawing: 0,
            focus: None,
            anchor: None,
            outbox: vec![Happening::Ready],
        };
        widget.keeper.take_all(&*widget.host, &mut widget.scene);
        widget.ticked = Ticked::of(&widget.ctx.ladder, &widget.scene.progress);
        widget.settle(false);
        widget
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &WidgetProps) -> bool {
        self.ctx = shared(ctx);
        // A heading of another level is another element.
        self.focus = focus::in_a_heading(&self.root);
        self.mind_translators();
        true
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Action(Action::Do(event)) => self.act(&event),
            Message::Action(action) => self.look_around(action),
            Message::Signal(signal) => self.hear(signal),
            Message::Say(words, heard) if heard.is_like(self.heard) => {
                self.scene.said = words;
            }
            Message::Say(..) => return false,
        }
        self.mind_translators();
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let drawing = self.drawing.to_string();
        let said: Rc<str> = self.scene.said.as_str().into();
        let heard = keyed(plain("span", &[], words(said.clone())), said);
        let inside = all([
            keyed(ladder(&self.ctx, &self.scene, &self.ticked), drawing.into()),
            // Outside the view, since what is told has to appear in a place that stands already.
            plain("p", fixed!("role": "status", "class": "heard"), heard),
        ]);
        let attributes = attributes! { "lang": self.ctx.messages.lang, "class": "widget" };
        found_by(element("div", attributes, inside), &self.root).into()
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let (Some(anchor), Some(root)) = (self.anchor.take(), self.root.cast::<Element>()) {
            anchor.keep(&root);
        }
        self.host.drawn();
        if let Some(selector) = self.focus.take() {
            focus::give(&self.root, &selector);
        }
        for happening in std::mem::take(&mut self.outbox) {
            self.host.tell(happening);
        }
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
    /// Where words have been exchanged for other nodes, Yew would write into what nobody sees, and
    /// stop at what is not where it was. It is given a fresh place to draw in.
    fn mind_translators(&mut self) {
        if self.host.is_disturbed() {
            self.drawing = self.drawing.wrapping_add(1);
        }
    }

    /// Does what the reader asks, if it is allowed.
    fn act(&mut self, event: &Event) {
        let now = self.host.now();
        let rung = self.rung_of(event);
        self.scene.asked = None;
        let Some(changed) = act(&self.ctx.ladder, &mut self.scene.progress, event, now) else {
            self.settle(false);
            return;
        };
        match &changed {
            Key::Step(step) => self.ticked.note(&self.ctx.ladder, &self.scene.progress, step),
            Key::StartOver => self.ticked = Ticked::of(&self.ctx.ladder, &self.scene.progress),
            _ => {}
        }
        self.focus = focus::after(event);
        if self.focus.as_deref() == Some(focus::HERE) {
            self.scene.help = false;
        }
        self.outbox.push(Happening::Change { rung: rung.clone(), kind: event.kind() });
        if let (Event::Answer { answer: Answer::Fixed, rung: id }, Some(rung)) = (event, rung) {
            let took = answered(&self.scene.progress, id)
                .and_then(|(_, at)| duration(&self.scene.progress, at));
            let minutes = took.unwrap_or(0).div_ceil(MINUTE);
            self.outbox.push(Happening::Fixed { rung, minutes });
        }
        let started = matches!(event, Event::StartWait { .. } | Event::ExtendWait { .. });
        self.keeper.keep(&*self.host, &mut self.scene, changed);
        self.settle(started);
    }

    /// What changes only what is looked at.
    fn look_around(&mut self, action: Action) {
        let scene = &mut self.scene;
        match action {
            Action::Do(_) => {}
            Action::Toggle(rung) => match scene.toggled.iter().position(|it| *it == rung) {
                Some(index) => drop(scene.toggled.remove(index)),
                None => scene.toggled.push(rung),
            },
            Action::Ask(asked) => scene.asked = Some(asked),
            Action::Cancel => {
                let button = scene.asked.take().map(|asked| match asked {
                    Asked::SkipWait => "[data-action=skip-wait]",
                    Asked::SkipRung => "[data-action=skip-rung]",
                    Asked::StartOver => "[data-action=start-over]",
                });
                self.focus = button.map(str::to_owned);
            }
            Action::Wrote(requirement) => {
                // What is put right is said no more, and so is heard again if it comes back.
                let complaint = complaint_about(&self.ctx, scene, &requirement);
                scene.said = complaint.unwrap_or_default();
            }
            Action::Help => {
                scene.help = true;
                self.focus = Some("[data-help]".to_owned());
            }
        }
        self.settle(false);
    }

    /// Takes in what happened outside.
    fn hear(&mut self, signal: Signal) {
        self.anchor = self.root.cast::<Element>().and_then(|root| Anchor::hold(&root));
        let waited = matches!(self.heard, Heard::Running(_));
        let in_the_way = waited && focus::is_on(&self.root, focus::CLOSED_BY_THE_END);
        let was_inside = focus::is_on(&self.root, focus::INSIDE_HERE);
        let position = self.position;
        let scene = &mut self.scene;
        match signal {
            Signal::Wake => {}
            Signal::Look => self.keeper.take_all(&*self.host, scene),
            Signal::Stored(name) => self.keeper.take_one(&*self.host, scene, &name),
        }
        self.ticked = Ticked::of(&self.ctx.ladder, &self.scene.progress);
        self.settle(false);
        if in_the_way && !matches!(self.wait(), Some((_, WaitState::Running { .. }))) {
            self.focus = Some(".here .wait-title".to_owned());
        }
        if was_inside && self.position != position {
            // Another tab has answered, and what had the focus folds.
            self.focus = Some(focus::HERE.to_owned());
        }
    }

    /// The rung that an event happens on; for what concerns the whole ladder, the reader's.
    fn rung_of(&self, event: &Event) -> Option<String> {
        let here = || match position(&self.ctx.ladder, &self.scene.progress) {
            Position::At(index) | Position::Fixed(index) => self.ctx.rung(index),
            Position::End => None,
        };
        match event {
            Event::StartWait { rung }
            | Event::ExtendWait { rung }
            | Event::SkipWait { rung }
            | Event::Answer { rung, .. }
            | Event::Undo { rung } => Some(rung.to_string()),
            _ => here().map(|rung| rung.id.to_string()),
        }
    }

    /// Brings everything that depends on the time up to date.
    fn settle(&mut self, started: bool) {
        let now = self.host.now();
        let scene = &mut self.scene;
        scene.now = now;
        while let Some(key) = doubt(&self.ctx.ladder, &mut scene.progress, now) {
            self.keeper.keep(&*self.host, scene, key);
        }
        let place = position(&self.ctx.ladder, &scene.progress);
        if place != self.position {
            // A question was asked of another rung, and "against the custom" had another meaning.
            scene.asked = None;
            scene.toggled.clear();
            scene.said.clear();
            scene.help &= matches!(place, Position::At(_));
            self.position = place;
        }
        self.host.wake_at(next_change(&self.ctx.ladder, &scene.progress, now));
        // A page that nobody sees says nothing, and has it to say when it is seen.
        if started || !self.host.is_hidden() {
            self.announce(started);
        }
    }
}
