//! The one component with state: it holds progress, does what the reader asks, keeps what changed,
//! and sets the alarm. What is shown is derived by [`LadderView`].

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::announce::{Heard, announcement};
use super::ctx::{Action, Asked, Ctx, Scene, Shared};
use super::host::{Happening, Host, Signal};
use super::keeper::Keeper;
use super::ladder::LadderView;
use crate::ladder::{Id, Ladder};
use crate::progress::{
    Answer, Event, Position, Progress, WaitState, answered, duration, next_change, position, step,
    time::MINUTE, wait_state,
};
use crate::words::{Format, Words};

#[derive(Clone, Properties)]
pub struct WidgetProps {
    pub ladder: Rc<Ladder>,
    pub words: &'static Words,
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
            && std::ptr::eq(self.words, other.words)
            && self.heading_level == other.heading_level
    }
}

pub enum Message {
    Action(Action),
    Signal(Signal),
}

pub struct Widget {
    ctx: Ctx,
    host: Rc<dyn Host>,
    scene: Rc<Scene>,
    keeper: Keeper,
    heard: Heard,
    /// Where the climb stood when it was last looked at.
    position: Position,
    root: NodeRef,
    /// Counts the drawings from the top: each is a view of its own.
    drawing: u32,
    /// Where the focus goes after the next rendering, as a selector.
    focus: Option<String>,
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
            scene: Rc::new(Scene::new(Progress::default(), host.now())),
            host,
            keeper: Keeper::default(),
            heard: Heard::Nothing,
            position: Position::At(0),
            root: NodeRef::default(),
            drawing: 0,
            focus: None,
            outbox: vec![Happening::Ready],
        };
        widget.keeper.take_all(&*widget.host, Rc::make_mut(&mut widget.scene));
        widget.settle(false);
        widget
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &WidgetProps) -> bool {
        self.ctx = shared(ctx);
        self.mind_translators();
        true
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Action(Action::Do(event)) => self.act(&event),
            Message::Action(action) => self.look_around(action),
            Message::Signal(signal) => self.hear(signal),
        }
        self.mind_translators();
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! {
            <div class="widget" lang={self.ctx.words.lang} ref={self.root.clone()}>
                <LadderView key={self.drawing} ctx={self.ctx.clone()} scene={self.scene.clone()} />
                // Outside the view, since what is told has to appear in a place that stands already.
                <p class="heard" role="status"><span key={self.scene.said.clone()}>{ self.scene.said.clone() }</span></p>
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.host.drawn();
        if let Some(selector) = self.focus.take() {
            self.focus_on(&selector);
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
        words: props.words,
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
        let next = step(&self.ctx.ladder, &self.scene.progress, event, now);
        let scene = Rc::make_mut(&mut self.scene);
        scene.asked = None;
        if next == scene.progress {
            self.settle(false);
            return;
        }
        scene.progress = next;
        self.focus = focus_after(event);
        if self.focus.as_deref() == Some(HERE) {
            scene.help = false;
        }
        self.outbox.push(Happening::Change { rung: rung.clone(), kind: event.kind() });
        if let (Event::Answer { answer: Answer::Fixed, rung: id }, Some(rung)) = (event, rung) {
            let took = answered(&self.scene.progress, id)
                .and_then(|(_, at)| duration(&self.scene.progress, at));
            let minutes = took.unwrap_or(0).div_ceil(MINUTE);
            self.outbox.push(Happening::Fixed { rung, minutes });
        }
        let started = matches!(event, Event::StartWait { .. } | Event::ExtendWait { .. });
        self.keeper.keep(&*self.host, Rc::make_mut(&mut self.scene));
        self.settle(started);
    }

    /// What changes only what is looked at.
    fn look_around(&mut self, action: Action) {
        let scene = Rc::make_mut(&mut self.scene);
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
            Action::Help => {
                scene.help = true;
                self.focus = Some("[data-help]".to_owned());
            }
        }
        self.settle(false);
    }

    /// Takes in what happened outside.
    fn hear(&mut self, signal: Signal) {
        let waited = matches!(self.heard, Heard::Running(_));
        let in_the_way = waited && self.has_focus(CLOSED_BY_THE_END);
        let scene = Rc::make_mut(&mut self.scene);
        match signal {
            Signal::Wake => {}
            Signal::Look => self.keeper.take_all(&*self.host, scene),
            Signal::Stored(name) => self.keeper.take_one(&*self.host, scene, &name),
        }
        self.settle(false);
        if in_the_way && self.heard == Heard::Nothing {
            self.focus = Some(".here .wait-title".to_owned());
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
        let scene = Rc::make_mut(&mut self.scene);
        scene.now = now;
        let place = position(&self.ctx.ladder, &scene.progress);
        if place != self.position {
            // A question was asked of another rung, and "against the custom" had another meaning.
            scene.asked = None;
            scene.toggled.clear();
            self.position = place;
        }
        let wait = match place {
            Position::At(index) => self.ctx.rung(index),
            Position::Fixed(_) | Position::End => None,
        }
        .map_or(WaitState::None, |rung| wait_state(rung, &scene.progress, now));
        if let Some(said) = announcement(&self.ctx, self.heard, &wait, started, now) {
            scene.said = said;
        }
        self.heard = Heard::of(&wait);
        self.host.wake_at(next_change(&self.ctx.ladder, &scene.progress, now));
    }

    fn has_focus(&self, selector: &str) -> bool {
        let root = self.root.cast::<Element>();
        root.and_then(|it| it.query_selector(selector).ok().flatten()).is_some()
    }

    fn focus_on(&self, selector: &str) {
        let Some(root) = self.root.cast::<Element>() else { return };
        let found = root.query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // A page may have put something in the way of focus; the climb goes on without.
            let _ = element.focus();
        }
    }
}

/// What has the focus and will not be there once a wait is over.
const CLOSED_BY_THE_END: &str = ".wait [data-action=skip-wait]:focus, .wait .question :focus";

/// The heading of the reader's rung, or of the end of the climb.
const HERE: &str = "[data-here]";

/// The focus moves only after the reader's own answer, or where the button that was pressed is gone.
fn focus_after(event: &Event) -> Option<String> {
    match event {
        Event::Answer { .. } | Event::Undo { .. } | Event::Reopen | Event::StartOver => {
            Some(HERE.to_owned())
        }
        Event::StartWait { rung } | Event::SkipWait { rung } => Some(wait_title(rung)),
        _ => None,
    }
}

/// Ids hold nothing that would need escaping in a selector's string.
fn wait_title(rung: &Id) -> String {
    ["[data-rung=\"", rung.as_str(), "\"] .wait-title"].concat()
}
