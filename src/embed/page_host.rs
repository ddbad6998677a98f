//! The view's [`Host`] in a real page, put together from `browser`. Knows under which names a climb is stored, and
//! nothing of what is stored there.

use std::cell::RefCell;

use web_sys::Element;
use yew::Callback;

use super::options::{LeaderElection, Listener, Options};
use crate::browser::sight::Sight;
use crate::browser::subscription::{self, Subscription};
use crate::browser::{now, store};
use crate::ladder::Ladder;
use crate::progress::Time;
use crate::saved::{ClimbKey, broken_name};
use crate::signal::Signal;
use crate::view::host::{Blocked, Election, Host, PageEvent};

pub struct PageHost {
    climb: ClimbKey,
    /// Of all that is named after the climb.
    prefix: String,
    listener: Listener,
    leader_election: LeaderElection,
    /// There from `listen` on.
    subscription: RefCell<Option<Subscription>>,
    /// There from `listen` on.
    sight: RefCell<Option<Sight>>,
    /// There from `listen` on.
    widget: RefCell<Option<Callback<Signal>>>,
}

impl PageHost {
    pub fn new(ladder: &Ladder, options: &Options) -> PageHost {
        let climb = ClimbKey {
            ladder: ladder.id.clone(),
            namespace: options.namespace.clone(),
            case: options.case.clone(),
        };
        PageHost {
            prefix: climb.prefix(),
            climb,
            listener: options.listener.clone(),
            leader_election: options.leader_election.clone(),
            subscription: RefCell::new(None),
            sight: RefCell::new(None),
            widget: RefCell::new(None),
        }
    }

    /// Sends the widget a signal that is for it alone.
    pub fn send(&self, signal: Signal) {
        if let Some(widget) = &*self.widget.borrow() {
            widget.emit(signal);
        }
    }

    fn key(&self, name: &str) -> String {
        [self.prefix.as_str(), name].concat()
    }
}

impl Host for PageHost {
    fn now(&self) -> Time {
        Time::from_clock(now::now())
    }

    fn stored(&self) -> Result<Vec<(String, String)>, Blocked> {
        store::read_all(&self.prefix).map_err(|_| Blocked)
    }

    fn stored_under(&self, name: &str) -> Option<String> {
        store::read(&self.key(name)).ok().flatten()
    }

    fn store(&self, name: &str, fact: &str) -> bool {
        let key = self.key(name);
        let is_stored = store::write(&key, fact);
        if is_stored && let Some(subscription) = &*self.subscription.borrow() {
            subscription.tell_others(&key);
            let _ = self.listener.stored(&key);
        }
        is_stored
    }

    fn set_aside(&self, name: &str, text: &str) -> bool {
        let free = (1..=9)
            .map(|attempt| self.key(&broken_name(name, attempt)))
            .find(|key| store::read(key).is_ok_and(|it| it.is_none_or(|there| there == text)));
        free.is_some_and(|to| store::rename(&self.key(name), &to, text))
    }

    fn wake_at(&self, moment: Option<Time>) {
        if let Some(subscription) = &*self.subscription.borrow() {
            subscription.wake_at(moment.map(|it| it.millis() as f64));
        }
    }

    fn listen(&self, listener: Callback<Signal>) {
        self.widget.replace(Some(listener.clone()));
        let left = listener.clone();
        self.sight.replace(Some(Sight::new(move || left.emit(Signal::OutOfSight))));
        let send = move |signal| listener.emit(signal);
        self.subscription.replace(Some(subscription::subscribe(self.prefix.clone(), send)));
    }

    fn is_hidden(&self) -> bool {
        subscription::is_hidden()
    }

    fn elect(&self, election: Election, then: Callback<()>) {
        let key = self.key(&election.name);
        let lock = [key.as_str(), " ", &election.said.mark()].concat();
        self.leader_election.run(&lock, move || {
            let stored = store::read(&key).ok().flatten();
            if !stored.is_some_and(|text| election.said.is_covered_by(&text)) {
                // Where there is no room for it, another tab may announce it once more when it is shown.
                store::write(&key, &election.said.text());
                then.emit(());
            }
        });
    }

    fn is_edited(&self) -> bool {
        self.listener.rendering().unwrap_or(false)
    }

    fn rendered(&self) {
        let _ = self.listener.rendered();
    }

    fn watch(&self, elements: Vec<Element>) {
        if let Some(sight) = &*self.sight.borrow() {
            sight.watch(elements);
        }
    }

    fn tell(&self, event: PageEvent) {
        let (ladder, listener) = (self.climb.ladder.as_str(), &self.listener);
        let _ = match event {
            PageEvent::Ready => listener.ready(ladder),
            PageEvent::Change { rung, kind } => listener.change(ladder, rung, kind),
            PageEvent::Fixed { rung, minutes } => listener.fixed(ladder, &rung, minutes as f64),
            PageEvent::Open(panel) => listener.open(panel),
        };
    }
}
