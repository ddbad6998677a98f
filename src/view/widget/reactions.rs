//! What the widget does about anything: what the reader asks, what happens outside, and the time. Every change of its
//! state is here. Knows nothing of rendering.

use std::rc::Rc;

use super::super::action::Action;
use super::super::announcer::Announcement;
use super::super::ends::time_taken;
use super::super::folding::{self, REQUIREMENT, STEP};
use super::super::guards::said_of;
use super::super::host::PageEvent;
use super::super::models::Chosen;
use super::super::scroll_anchor::ScrollAnchor;
use super::super::{focus, sight};
use super::{Message, Widget};
use crate::ladder::Id;
use crate::progress::{
    Answer, Event, Key, Position, Ticked, WaitState, act, expire_future_evidence, guards,
    next_change, position, time::MINUTE, wait_state,
};
use crate::signal::Signal;

impl Widget {
    /// Does what the reader asks, if it is allowed.
    pub(super) fn act(&mut self, event: &Event) {
        let now = self.host.now();
        let rung = self.ctx.rung_of(event, &self.state.progress);
        self.state.asked = None;
        self.state.note_typing(event);
        let before = self.whole();
        if let Event::Unfold { .. } = event {
            // What is above the button may fold with the rest.
            self.anchor = ScrollAnchor::capture(&self.root);
            self.state.folding = Default::default();
        }
        let Some(changed) = act(&self.ctx.ladder, &mut self.state.progress, event, now) else {
            self.refresh(false);
            return;
        };
        match &changed {
            Key::Step(step) => self.ticked.note(&self.ctx.ladder, &self.state.progress, step),
            Key::Requirement(id) => self.state.folding.settle(&folding::name(REQUIREMENT, id)),
            Key::StartOver => self.ticked = Ticked::of(&self.ctx.ladder, &self.state.progress),
            _ => {}
        }
        if let Key::Step(id) = &changed {
            self.state.folding.settle(&folding::name(STEP, id));
        }
        self.focus = focus::after(event);
        if self.focus.as_deref() == Some(focus::HERE) {
            self.state.help = false;
        }
        if let Some(kind) = event.kind() {
            self.outbox.push(PageEvent::Change { rung: rung.clone(), kind });
        }
        if let (Event::Answer { answer: Answer::Fixed, rung: id }, Some(rung)) = (event, rung) {
            let minutes = time_taken(&self.state.progress, id).unwrap_or(0).div_ceil(MINUTE);
            self.outbox.push(PageEvent::Fixed { rung, minutes });
        }
        let started = matches!(event, Event::StartWait { .. } | Event::ExtendWait { .. });
        self.persistence.persist(&*self.host, &mut self.state, changed);
        self.persistence.note_seen(&*self.host, &self.ctx.ladder);
        let position = self.position;
        self.refresh(started);
        if self.position == position {
            self.hold(before);
        }
    }

    /// The names of the items of the reader's rung that are whole by default.
    fn whole(&self) -> Vec<Rc<str>> {
        let (ladder, progress) = (&self.ctx.ladder, &self.state.progress);
        let found = match self.position {
            Position::At(index) => self.ctx.rung(index).map(|it| (index, it)),
            Position::Fixed(_) | Position::End => None,
        };
        let Some((index, rung)) = found else { return Vec::new() };
        let guards = guards(ladder, rung, progress, self.state.now);
        let chosen = Chosen::of(ladder, progress);
        let next = folding::next(rung, &guards, &self.ticked.rung(index), &chosen);
        folding::whole(rung, &guards, next)
    }

    /// What was whole before stays unfolded while it is on the screen.
    fn hold(&mut self, before: Vec<Rc<str>>) {
        let now = self.whole();
        self.state.folding.hold(before, &now);
    }

    /// Folds what was only held, and cannot be seen any more. Returns whether there is anything of that.
    pub(super) fn fold_what_is_out_of_sight(&mut self) -> bool {
        let gone = sight::out_of_sight(&self.root, &self.state.folding.held);
        if gone.is_empty() {
            return false;
        }
        self.anchor = ScrollAnchor::capture(&self.root);
        self.state.folding.held.retain(|it| !gone.contains(it));
        true
    }

    /// Does what changes the view and not the progress.
    pub(super) fn unfold_or_ask(&mut self, action: Action) {
        let state = &mut self.state;
        match action {
            Action::Do(_) => {}
            Action::Toggle(rung) => state.toggle(rung),
            Action::ToggleItem(item, unfolded) => state.folding.set(item, unfolded),
            Action::Ask(asked) => {
                state.asked = Some(asked);
                self.focus = Some(focus::QUESTION.to_owned());
            }
            Action::Cancel => {
                self.focus = state.asked.take().map(focus::after_cancel);
            }
            Action::Typed(requirement) => {
                // A complaint is cleared once it is met, and so is heard again if it comes back.
                let Some(_) = state.typing.take() else { return };
                state.announcement = said_of(&self.ctx, state, &requirement).unwrap_or_default();
            }
            Action::Open(panel) => self.outbox.push(PageEvent::Open(panel)),
            Action::Help => {
                state.help = true;
                self.focus = Some("[data-help]".to_owned());
            }
        }
        self.refresh(false);
    }

    /// Takes in what happened outside.
    pub(super) fn receive(&mut self, signal: Signal) {
        self.anchor = ScrollAnchor::capture(&self.root);
        let in_the_way =
            self.announcer.is_running() && focus::is_on(&self.root, focus::CLOSED_BY_THE_END);
        let was_inside = focus::is_on(&self.root, focus::INSIDE_HERE);
        let position = self.position;
        let before = self.whole();
        let state = &mut self.state;
        match signal {
            Signal::Wake | Signal::OutOfSight | Signal::Facts(_) | Signal::StartOver => {}
            Signal::Take(lines) => self.persistence.take(&*self.host, state, &lines),
            Signal::Print(printing) => state.printing = state.printing.then(printing),
            Signal::Look => self.persistence.restore_all(&*self.host, state),
            Signal::Stored(name) => self.persistence.restore_one(&*self.host, state, &name),
        }
        self.ticked = Ticked::of(&self.ctx.ladder, &self.state.progress);
        self.refresh(false);
        if self.position == position {
            self.hold(before);
        }
        if in_the_way && !matches!(self.wait(), Some((_, WaitState::Running { .. }))) {
            self.focus = Some(".here .wait-title".to_owned());
        }
        if was_inside && self.position != position {
            // Another tab has answered, and what had the focus folds.
            self.focus = Some(focus::HERE.to_owned());
        }
    }

    /// Brings everything that depends on the time up to date.
    pub(super) fn refresh(&mut self, started: bool) {
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
        self.state.waited |= matches!(self.wait(), Some((_, WaitState::Running { .. })));
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
