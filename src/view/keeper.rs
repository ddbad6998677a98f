//! Keeps what the reader did, and takes in what is kept. Knows what storage holds and what it may not
//! write over; the storage itself is the host's.

use std::collections::BTreeSet;

use super::ctx::{Notice, Scene};
use super::host::{Blocked, Host};
use crate::progress::Progress;
use crate::saved::{self, Restored};

#[derive(Default)]
pub struct Keeper {
    /// What storage is known to hold.
    kept: Progress,
    /// Names under which something stands that is not ours to write over: a newer version's, or
    /// something broken that there is no room to set aside.
    occupied: BTreeSet<String>,
    /// Whether storage could not be read when it was tried last. Nothing is written then: it might
    /// be over something that is not known.
    unread: bool,
}

impl Keeper {
    /// Takes in everything that is stored, and stores again what has gone from there: a browser may
    /// empty the store of a page that is open.
    pub fn take_all(&mut self, host: &dyn Host, scene: &mut Scene) {
        match host.stored() {
            Ok(entries) => {
                *self = Keeper::default();
                for (name, text) in entries {
                    self.take(host, scene, &name, &text);
                }
                self.keep(host, scene);
            }
            Err(Blocked) => {
                self.unread = true;
                note(scene, Notice::NotKept, true);
            }
        }
    }

    /// Takes in what is stored under one name. Where two tabs wrote at once and the earlier fact came
    /// to stand last, the later one is stored again.
    pub fn take_one(&mut self, host: &dyn Host, scene: &mut Scene, name: &str) {
        match host.stored_under(name) {
            Some(text) => {
                self.take(host, scene, name, &text);
                self.keep(host, scene);
            }
            None => self.take_all(host, scene),
        }
    }

    fn take(&mut self, host: &dyn Host, scene: &mut Scene, name: &str, text: &str) {
        match saved::restore(name, text) {
            Restored::Fact(key, fact) => {
                self.kept.put(key.clone(), fact.clone());
                scene.progress.take(key, fact);
            }
            Restored::Newer => {
                self.occupied.insert(name.to_owned());
                note(scene, Notice::Newer, true);
            }
            Restored::Broken => {
                if !host.set_aside(name, text) {
                    self.occupied.insert(name.to_owned());
                }
                note(scene, Notice::Broken, true);
            }
            Restored::Foreign => {}
        }
    }

    /// Stores what storage does not hold yet: also what could not be stored the last time.
    pub fn keep(&mut self, host: &dyn Host, scene: &mut Scene) {
        if self.unread {
            self.take_all(host, scene);
            return;
        }
        let unsaved = scene.progress.changed_since(&self.kept);
        let unsaved: Vec<_> = unsaved.map(|(key, fact)| (key.clone(), fact.clone())).collect();
        let mut all_kept = true;
        for (key, fact) in unsaved {
            let name = saved::name(&key);
            if self.occupied.contains(&name) {
                all_kept = false;
            } else if host.keep(&name, &saved::save(&fact)) {
                self.kept.put(key, fact);
            } else {
                // What fails once fails for the rest of a full store; the next change tries again.
                all_kept = false;
                break;
            }
        }
        note(scene, Notice::NotKept, !all_kept);
    }
}

fn note(scene: &mut Scene, notice: Notice, holds: bool) {
    match (holds, scene.notices.contains(&notice)) {
        (true, false) => scene.notices.push(notice),
        (false, true) => scene.notices.retain(|it| *it != notice),
        _ => {}
    }
}
