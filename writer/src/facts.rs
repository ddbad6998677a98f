//! The facts of a rung as the text says them. Knows nothing of its steps.

use fix_ladder_core::ladder::{Location, RawRung, RawText};

use crate::layout::Block;
use crate::line::Line;
use crate::outline::Outline;

/// The list of the facts; the severity stands in it always.
pub(crate) fn facts(outline: &Outline<'_>, location: &Location, rung: &RawRung) -> Block {
    let mut items = Vec::new();
    let mut add = |part: &'static str, line: Line| {
        items.push(vec![Block::Paragraph(location.only(part), line)]);
    };
    add("severity", Line::plain(format!("Severity: {}", rung.severity)));
    if let Some(it) = &rung.touches {
        let scopes = if it.scopes.is_empty() { "none".to_owned() } else { it.scopes.join(", ") };
        let told = outline.id(&location.only("touches"), &scopes);
        add("touches", Line::keyed("Touches", &it.text).with_comment("touches", told));
    }
    if let Some(it) = &rung.undo {
        let words = match (it.possible, it.window_seconds) {
            (true, Some(seconds)) => duration(seconds),
            (true, None) => "yes".to_owned(),
            (false, _) => "no".to_owned(),
        };
        let told = outline.id(&location.only("undo"), &words);
        add("undo", Line::keyed("Undo", &it.text).with_comment("undo", told));
    }
    if let Some(it) = &rung.takes {
        add("takes", timed("Takes", u64::from(it.minutes) * 60, it.text.as_ref()));
    }
    if let Some(it) = &rung.wait {
        let seconds = u64::try_from(it.seconds).unwrap_or(0);
        add("wait", timed("Wait", seconds, it.reason.as_ref()));
    }
    let said = [
        ("Check", "check", &rung.check),
        ("Moving", "moving", &rung.moving),
        ("Safe", "safe", &rung.safe),
    ];
    for (key, part, text) in said {
        if let Some(text) = text {
            add(part, Line::keyed(key, text));
        }
    }
    Block::bullets(items)
}

fn timed(key: &str, seconds: u64, more: Option<&RawText>) -> Line {
    let line = Line::plain(format!("{key}: {}", duration(seconds)));
    match more {
        Some(text) => line.then_words(", ").then(text),
        None => line,
    }
}

/// `90 seconds`, `15 minutes`, `1 day`.
pub fn duration(seconds: u64) -> String {
    let units = [(24 * 60 * 60, "day"), (60 * 60, "hour"), (60, "minute"), (1, "second")];
    let whole = |(size, _): &(u64, &str)| seconds.is_multiple_of(*size) && seconds >= *size;
    let (size, unit) = units.into_iter().find(whole).unwrap_or((60, "minute"));
    let count = seconds / size;
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}
