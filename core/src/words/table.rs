//! The shape of a language's words. The compiler sees to it that no language lacks one.

use super::fill;
use super::format::{Format, Plural};

/// What the widget says in one language.
pub struct Words {
    pub lang: &'static str,
    /// `{label}` is a choice's own label, such as "Device".
    pub any_option: &'static str,
    pub shown_for: &'static str,
    /// On the introduction, folded once the climb has begun.
    pub introduction: &'static str,
    /// Before a rung's title, for those who hear it: `{n}`, `{total}`.
    pub rung_number: &'static str,
    /// Before a step, for those who hear it: `{n}`, `{total}`.
    pub step_number: &'static str,
    pub standings: Standings,
    /// By severity, from gentle to last resort.
    pub severities: [&'static str; 4],
    pub touches: &'static str,
    pub undo: &'static str,
    pub takes: &'static str,
    /// `{duration}`.
    pub then_wait: &'static str,
    pub before_you_start: &'static str,
    /// Before the heading of a warning, for those who hear it.
    pub warning: &'static str,
    pub read_first: &'static str,
    pub read_twice: &'static str,
    /// `{n}`.
    pub read_often: &'static str,
    pub i_have_read: &'static str,
    pub i_have_read_again: &'static str,
    pub what_to_do: &'static str,
    pub steps_closed: &'static str,
    /// How many points stand between the reader and the steps.
    pub guards_left: Counted,
    pub not_here_yet: &'static str,
    pub where_is_it: &'static str,
    pub not_a_number: &'static str,
    /// `{n}`: by how much the second number is below the first.
    pub fewer: &'static str,
    /// `{word}`.
    pub forbidden_place: &'static str,
    pub not_a_place: &'static str,
    /// Where the words of a guard are others than those that were answered.
    pub changed_since: &'static str,
    /// Where evidence is older than it may be.
    pub stale: &'static str,
    /// `{duration}`.
    pub wait: &'static str,
    pub start_wait: &'static str,
    /// `{time}`.
    pub go_on_at: &'static str,
    pub minutes_left: Counted,
    pub last_minute: &'static str,
    pub wait_over: &'static str,
    /// `{time}`.
    pub wait_over_since: &'static str,
    pub wait_left: &'static str,
    pub extend_wait: &'static str,
    pub skip_wait: Question,
    pub did_it_help: &'static str,
    pub fixed: &'static str,
    pub not_fixed: &'static str,
    pub not_fixed_needs_guards: &'static str,
    pub not_fixed_needs_wait: &'static str,
    pub skip_rung: Question,
    pub take_answer_back: &'static str,
    pub take_wait_back: &'static str,
    /// `{title}`: that of the rung before.
    pub back_to: &'static str,
    pub get_help: &'static str,
    pub answers: Answers,
    pub fixed_title: &'static str,
    /// `{title}` and `{duration}`.
    pub fixed_by_after: &'static str,
    /// `{title}`.
    pub fixed_by: &'static str,
    pub end_title: &'static str,
    pub end_default: &'static str,
    pub reopen: &'static str,
    pub start_over: Question,
    /// `{by}`.
    pub advises_against: &'static str,
    pub sources: &'static str,
    /// `{month}`.
    pub checked: &'static str,
    pub minutes: Counted,
    pub hours: Counted,
    pub days: Counted,
    pub notices: Notices,
    /// `{time}`.
    pub said_started: &'static str,
    pub said_over: &'static str,
    pub failures: Failures,
}

/// A thing that is asked again before it is done.
pub struct Question {
    /// On the button that asks.
    pub action: &'static str,
    pub question: &'static str,
    pub confirm: &'static str,
    pub cancel: &'static str,
}

/// Words that change with a count, `{n}`. A language fills in the forms that it has.
pub struct Counted {
    pub zero: Option<&'static str>,
    pub one: Option<&'static str>,
    pub two: Option<&'static str>,
    pub few: Option<&'static str>,
    pub many: Option<&'static str>,
    pub other: &'static str,
}

impl Counted {
    pub fn say(&self, format: &dyn Format, number: u64) -> String {
        let pattern = match format.plural(number) {
            Plural::Zero => self.zero,
            Plural::One => self.one,
            Plural::Two => self.two,
            Plural::Few => self.few,
            Plural::Many => self.many,
            Plural::Other => None,
        };
        fill(pattern.unwrap_or(self.other), &[("n", &format.number(number))])
    }
}

/// How a rung stands that has no answer yet, for those who hear it.
pub struct Standings {
    pub locked: &'static str,
    pub preparing: &'static str,
    pub open: &'static str,
    pub waiting: &'static str,
}

/// What became of a rung. The time is put after it.
pub struct Answers {
    pub not_fixed: &'static str,
    pub skipped: &'static str,
    pub fixed: &'static str,
    pub not_needed: &'static str,
}

pub struct Notices {
    pub not_kept: &'static str,
    pub broken: &'static str,
    pub newer: &'static str,
}

/// What the script says where the widget cannot start, and the labels of the plain list.
pub struct Failures {
    pub loading: &'static str,
    pub no_wasm: Failed,
    pub network: Failed,
    pub document: Unread,
    /// The document came after the script that should read it.
    pub newer: Unread,
    pub crash: Failed,
    pub retry: &'static str,
    /// On what to do once it is fixed, before anything is.
    pub when_fixed: &'static str,
    /// Before the variant for everybody else.
    pub otherwise: &'static str,
}

/// What the script says, by what the reader is left with.
pub struct Failed {
    /// The plain list that the script draws.
    pub list: &'static str,
    /// What the author wrote inside the element.
    pub own: &'static str,
    pub nothing: &'static str,
}

/// What the script says of a document that cannot be drawn as a list either.
pub struct Unread {
    /// What the author wrote inside the element.
    pub own: &'static str,
    pub nothing: &'static str,
}
