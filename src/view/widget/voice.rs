//! What a widget says of a wait, and whether it is this widget that says it. Knows the state of the one
//! it speaks for, and nothing of how it came to be.

use super::{Message, Widget};
use crate::ladder::Id;
use crate::progress::{Position, WaitState, wait_state};
use crate::view::announce::{Announcement, Heard, announcement};
use crate::view::focus;

impl Widget {
    /// The wait of the reader's rung, and how it stands.
    pub(super) fn wait(&self) -> Option<(Id, WaitState)> {
        let Position::At(index) = self.position else { return None };
        let rung = self.ctx.rung(index)?;
        Some((rung.id.clone(), wait_state(rung, &self.scene.progress, self.scene.now)))
    }

    /// Says what there is to say of the wait, where it is this widget that says it.
    pub(super) fn announce(&mut self, started: bool) {
        let waits = self.wait();
        let said = waits.as_ref().and_then(|(rung, wait)| {
            announcement(&self.ctx, self.heard, rung, wait, started, self.scene.now)
        });
        let before = self.heard;
        self.heard = waits.map_or(Heard::Nothing, |(_, wait)| Heard::of(&wait));
        if before == Heard::Nothing && self.heard != Heard::Nothing {
            // What is said of this wait may be what was said of the last; only what changes is heard.
            self.scene.said.clear();
        }
        let Some(Announcement { words, claim }) = said else { return };
        match claim {
            None => self.scene.said = words,
            Some(claim) if focus::is_drawn(&self.root) => {
                let heard = self.heard;
                let say = self.link.callback(move |()| Message::Say(words.clone(), heard));
                self.host.claim(claim, say);
            }
            // What the page's style hides cannot be heard: it is left to another widget.
            Some(_) => {}
        }
    }
}
