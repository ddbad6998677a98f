//! Stores what the reader did, and restores what is stored. Knows what storage holds and what it may not
//! write over; the storage itself is the host's.

use super::host::{Blocked, Host};
use super::state::{Notice, State};
use crate::ladder::Ladder;
use crate::progress::seen::{SEEN, seen};
use crate::progress::{Changes, Fact, Key, Progress};
use crate::saved::{self, Restored};

#[derive(Default)]
pub struct Persistence {
    /// What the latest facts are about that storage does not hold.
    unsaved: Vec<Key>,
    /// Names of values that must not be written over: those of a newer version, and broken ones that there is no room
    /// to set aside.
    occupied: Vec<String>,
    /// Whether storage could not be read when it was tried last. Nothing is written then: it might
    /// be over something that is not known.
    unread: bool,
    /// Whether it is noted which ladder the reader has before them.
    is_seen: bool,
}

impl Persistence {
    /// Restores everything that is stored, and stores again what has gone from there: a browser may
    /// empty the store of a page that is open.
    pub fn restore_all(&mut self, host: &dyn Host, state: &mut State) {
        match host.stored() {
            Ok(entries) => {
                *self = Persistence { is_seen: self.is_seen, ..Persistence::default() };
                let mut stored = Progress::default();
                for (name, text) in entries {
                    if let Some((key, fact)) = self.restore(host, state, &name, &text) {
                        stored.put(key, fact);
                    }
                }
                let unsaved = state.progress.changed_since(&stored);
                self.unsaved = unsaved.map(|(key, _)| key.clone()).collect();
                self.store(host, state);
            }
            Err(Blocked) => {
                self.unread = true;
                set_notice(state, Notice::NotKept, true);
            }
        }
    }

    /// Restores what is stored under one name. Where two tabs wrote at once and the earlier fact was
    /// written last, the later one is stored again.
    pub fn restore_one(&mut self, host: &dyn Host, state: &mut State, name: &str) {
        let Some(text) = host.stored_under(name) else { return self.restore_all(host, state) };
        if let Some((key, fact)) = self.restore(host, state, name, &text) {
            self.unsaved.retain(|it| *it != key);
            if state.progress.latest(&key) != Some(&fact) {
                self.unsaved.push(key);
            }
        }
        self.store_unless_unread(host, state);
    }

    /// Takes in facts from elsewhere, as if another tab had stored them, and stores those that are new here.
    pub fn take(&mut self, host: &dyn Host, state: &mut State, lines: &str) {
        for (name, text) in lines.lines().filter_map(|it| it.split_once('\t')) {
            let Restored::Fact(key, fact) = saved::restore(name, text) else { continue };
            state.progress.take(key.clone(), fact.clone());
            let is_new = state.progress.latest(&key) == Some(&fact);
            if is_new && !self.unsaved.contains(&key) {
                self.unsaved.push(key);
            }
        }
        self.store_unless_unread(host, state);
    }

    /// Restores one value. Returns the fact, where it is one.
    fn restore(
        &mut self,
        host: &dyn Host,
        state: &mut State,
        name: &str,
        text: &str,
    ) -> Option<(Key, Fact)> {
        match saved::restore(name, text) {
            Restored::Fact(key, fact) => {
                state.progress.take(key.clone(), fact.clone());
                return Some((key, fact));
            }
            Restored::Newer => {
                self.occupied.push(name.to_owned());
                set_notice(state, Notice::Newer, true);
            }
            Restored::Broken => {
                if !host.set_aside(name, text) {
                    self.occupied.push(name.to_owned());
                }
                set_notice(state, Notice::Broken, true);
            }
            Restored::Foreign => {}
        }
        None
    }

    /// What the author has changed since the reader was here. The note of it stays as it is until the reader does
    /// something: a browser may load a page that nobody looks at.
    pub fn changes(&mut self, host: &dyn Host, state: &State, ladder: &Ladder) -> Changes {
        let noted = match state.progress.current().next() {
            Some(_) => host.stored_under(SEEN).unwrap_or_default(),
            None => String::new(),
        };
        self.is_seen = noted == seen(ladder);
        match self.is_seen {
            true => Changes::default(),
            false => Changes::since(&noted, ladder),
        }
    }

    /// Notes which ladder the reader has before them.
    pub fn note_seen(&mut self, host: &dyn Host, ladder: &Ladder) {
        if !self.is_seen {
            self.is_seen = host.store(SEEN, &seen(ladder));
        }
    }

    /// Stores the latest fact about something, and what could not be stored before.
    pub fn persist(&mut self, host: &dyn Host, state: &mut State, changed: Key) {
        if !self.unsaved.contains(&changed) {
            self.unsaved.push(changed);
        }
        self.store_unless_unread(host, state);
    }

    fn store_unless_unread(&mut self, host: &dyn Host, state: &mut State) {
        match self.unread {
            true => self.restore_all(host, state),
            false => self.store(host, state),
        }
    }

    fn store(&mut self, host: &dyn Host, state: &mut State) {
        // What fails once fails for the rest of a full store; the next change tries again.
        let mut full = false;
        for key in std::mem::take(&mut self.unsaved) {
            let name = saved::name(&key);
            let free = !full && !self.occupied.contains(&name);
            let fact = state.progress.latest(&key).filter(|_| free);
            let is_stored = fact.is_some_and(|it| host.store(&name, &saved::save(it)));
            full |= free && !is_stored;
            if !is_stored {
                self.unsaved.push(key);
            }
        }
        set_notice(state, Notice::NotKept, !self.unsaved.is_empty());
    }
}

/// All facts, also those that storage does not hold: lines of a name, a tab and the stored text.
pub fn lines(progress: &Progress) -> String {
    let mut lines = String::new();
    for (key, fact) in progress.facts() {
        lines.extend([&saved::name(key), "\t", &saved::save(fact), "\n"]);
    }
    lines
}

fn set_notice(state: &mut State, notice: Notice, holds: bool) {
    match (holds, state.notices.contains(&notice)) {
        (true, false) => state.notices.push(notice),
        (false, true) => state.notices.retain(|it| *it != notice),
        _ => {}
    }
}
