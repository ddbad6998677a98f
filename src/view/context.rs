//! What all components of one widget share, and what follows from it. Knows no progress.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::Callback;

use super::action::Action;
use crate::ladder::{Ladder, Rung};
use crate::messages::{Format, Messages, direction};
use crate::progress::{Changes, Event, Position, Progress, position};

/// The same for the life of a widget; compared by identity.
#[derive(Clone)]
pub struct Ctx(Rc<Known>);

/// What is shared, and what follows from it for good.
struct Known {
    shared: Shared,
    own_lang: Option<&'static str>,
    dir: &'static str,
    /// Whether the digits of a number are those of the program.
    digits: bool,
    /// The separator after the thousands of such a number, once there is one.
    thousands: OnceCell<Option<Rc<str>>>,
}

pub struct Shared {
    pub ladder: Rc<Ladder>,
    pub messages: &'static Messages,
    pub format: Rc<dyn Format>,
    /// Of the widget's own title: 2 to 5.
    pub heading_level: u8,
    /// What the author has changed since the reader was here.
    pub changes: Rc<Changes>,
    pub send: Callback<Action>,
}

impl Ctx {
    pub fn new(shared: Shared) -> Ctx {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let foreign = primary(shared.messages.lang) != primary(&shared.ladder.lang);
        let own_lang = foreign.then_some(shared.messages.lang);
        let dir = direction(&shared.ladder.lang);
        let digits = shared.format.number(123) == "123";
        Ctx(Rc::new(Known { shared, own_lang, dir, digits, thousands: OnceCell::new() }))
    }

    /// The tag of a heading so many levels below the title. HTML has six levels: what would be the
    /// seventh is a paragraph, since a second `h6` would be a sibling of the rung that it is a part of.
    pub fn heading(&self, below: u8) -> &'static str {
        match self.heading_level.saturating_add(below) {
            0..=2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            6 => "h6",
            _ => "p",
        }
    }

    /// The language of the widget's own words, where it is not that of the ladder around them.
    pub fn own_lang(&self) -> Option<&'static str> {
        self.0.own_lang
    }

    /// Words of the ladder, to be put into a sentence of the widget's own. Where the two are of different
    /// languages, they may run in different directions: then neither moves the marks of the other.
    pub fn quoted(&self, words: &str) -> String {
        match self.own_lang() {
            Some(_) => ["\u{2068}", words, "\u{2069}"].concat(),
            None => words.to_owned(),
        }
    }

    /// A number as the reader's language puts it. A ladder may have thousands, and each that the browser is
    /// asked for costs as much as an element.
    pub fn number(&self, number: usize) -> String {
        let digits = number.to_string();
        match (digits.len(), digits.split_at_checked(1)) {
            (1..=3, _) if self.0.digits => digits,
            (4, Some((first, rest))) if let Some(thousands) = self.thousands() => {
                [first, thousands, rest].concat()
            }
            _ => self.format.number(number as u64),
        }
    }

    fn thousands(&self) -> Option<&str> {
        let look = || {
            let sample = self.format.number(1234);
            let thousands = sample.strip_prefix('1').and_then(|it| it.strip_suffix("234"));
            thousands.map(Rc::from)
        };
        self.0.thousands.get_or_init(look).as_deref()
    }

    /// The direction of the ladder's text.
    pub fn dir(&self) -> &'static str {
        self.0.dir
    }

    pub fn rung(&self, index: usize) -> Option<&Rung> {
        self.ladder.rungs.get(index)
    }

    /// The rung that an event happens on; for what concerns the whole ladder, the reader's.
    pub fn rung_of(&self, event: &Event, progress: &Progress) -> Option<String> {
        let here = || match position(&self.ladder, progress) {
            Position::At(index) | Position::Fixed(index) => self.rung(index),
            Position::End => None,
        };
        match event {
            Event::StartWait { rung }
            | Event::ExtendWait { rung }
            | Event::SkipWait { rung }
            | Event::Answer { rung, .. }
            | Event::Moving { rung }
            | Event::CameBack { rung }
            | Event::Undo { rung } => Some(rung.to_string()),
            _ => here().map(|rung| rung.id.to_string()),
        }
    }
}

impl Deref for Ctx {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0.shared
    }
}

impl PartialEq for Ctx {
    fn eq(&self, other: &Ctx) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
