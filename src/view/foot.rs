//! The foot of a ladder: what goes beyond the climb, each behind a quiet button. Knows nothing of what they open.

use super::action::{Action, Asked};
use super::button::{Availability, Button, ask, opens};
use super::context::Ctx;
use super::elements::{Rendered, all, fixed, plain};
use super::state::State;
use crate::progress::Event as ClimbEvent;

/// What needs progress is disabled before there is any, and stands last: disabled buttons keep their room, unseen.
pub fn foot(ctx: &Ctx, state: &State) -> Rendered {
    let table = ctx.messages;
    let is_started = state.progress.current().next().is_some();
    let availability = match is_started {
        true => Availability::Enabled,
        false => Availability::Disabled,
    };
    let report = Button::own("copy-report", table.copy_report, Action::Open("report"));
    let (event, question) = (ClimbEvent::StartOver, &table.start_over);
    let inside = all([
        opens(ctx, "resume-link", table.resume_link, "resume"),
        opens(ctx, "new-case", table.new_case, "cases"),
        opens(ctx, "print", table.print, "print"),
        report.disabled(!is_started).show(ctx),
        ask(ctx, Asked::StartOver, "start-over", availability, state.asked, event, question),
    ]);
    plain("div", fixed!("part": "foot", "class": "foot links"), inside)
}
