//! The end of the running wait as a calendar file (iCalendar, RFC 5545), with an alarm: a locked phone runs no page, but
//! its calendar rings. Knows no calendar program.

use fix_ladder_core::ladder::{Ladder, Rung};
use fix_ladder_core::progress::{Position, Progress, Time, WaitState, position, wait_state};

use crate::date::stamp;
use crate::json::Object;
use crate::token::checksum;
use crate::words::Words;

/// How long the entry is in the calendar, in milliseconds.
const LASTS: u64 = 15 * 60 * 1000;
/// The most octets of a line, without its end.
const LINE: usize = 75;

/// The answer to `calendar`.
pub fn calendar(
    ladder: &Ladder,
    progress: &Progress,
    address: Option<&str>,
    words: &Words<'_>,
) -> String {
    let case = progress.case().map(|it| it.name.to_string()).unwrap_or_default();
    let Some((rung, deadline)) = running(ladder, progress, words.now) else {
        let sentence = words.say.calendar.no_wait;
        return Object::new().text("problem", "no-wait").text("sentence", sentence).end();
    };
    let text = text(ladder, rung, deadline, case.trim(), address, words);
    Object::new()
        .text("text", &text)
        .text("filename", &[ladder.id.as_str(), ".ics"].concat())
        .text("at", &words.moment(deadline))
        .end()
}

/// The reader's rung, where its wait runs, and until when.
fn running<'a>(ladder: &'a Ladder, progress: &Progress, now: Time) -> Option<(&'a Rung, Time)> {
    let Position::At(index) = position(ladder, progress) else { return None };
    let rung = ladder.rungs.get(index)?;
    match wait_state(rung, progress, now) {
        WaitState::Running { deadline, remaining, .. } => {
            // What is left counts, should the clock have been turned.
            Some((rung, deadline.min(now.plus(remaining))))
        }
        _ => None,
    }
}

fn text(
    ladder: &Ladder,
    rung: &Rung,
    deadline: Time,
    case: &str,
    address: Option<&str>,
    words: &Words<'_>,
) -> String {
    let say = &words.say.calendar;
    let title = ladder.title.plain();
    let summary = match case {
        "" => say.summary(title.trim()),
        _ => say.summary_for(case, title.trim()),
    };
    let mut description = say.description(&words.rung(ladder, rung));
    if let Some(address) = address {
        description.extend(["\n", address]);
    }
    // The same wait, extended, takes the place of the entry that is there.
    let name = [ladder.id.as_str(), rung.id.as_str(), case, address.unwrap_or_default()].join("\n");
    let number = checksum(name.as_bytes()).to_string();
    let uid = [&number, "-", rung.id.as_str(), "@fix-ladder"].concat();
    let mut text = String::new();
    let mut line = |name: &str, value: &str| push_line(&mut text, name, value);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Fix Ladder//Wait//EN");
    line("METHOD", "PUBLISH");
    line("BEGIN", "VEVENT");
    line("UID", &escaped(&uid));
    line("DTSTAMP", &stamp(words.now));
    line("SEQUENCE", &(words.now.millis() / 1000 % 1_000_000_000).to_string());
    line("DTSTART", &stamp(deadline.plus(999)));
    line("DTEND", &stamp(deadline.plus(999 + LASTS)));
    line("SUMMARY", &escaped(&summary));
    line("DESCRIPTION", &escaped(&description));
    line("TRANSP", "TRANSPARENT");
    if let Some(address) = address.filter(|it| is_plain(it)) {
        line("URL", address);
    }
    line("BEGIN", "VALARM");
    line("ACTION", "DISPLAY");
    line("DESCRIPTION", &escaped(&summary));
    line("TRIGGER", "PT0S");
    line("END", "VALARM");
    line("END", "VEVENT");
    line("END", "VCALENDAR");
    text
}

/// An address is written as it is, so nothing in it may end a line.
fn is_plain(address: &str) -> bool {
    address.bytes().all(|it| it.is_ascii_graphic())
}

/// Text with what would end it or a line escaped.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            it if it.is_control() => out.push(' '),
            it => out.push(it),
        }
    }
    out
}

/// A line with its end, folded where it has more octets than a line may have; never within a character.
fn push_line(out: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    for character in [name, ":", value].concat().chars() {
        if octets + character.len_utf8() > LINE {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(character);
        octets += character.len_utf8();
    }
    out.push_str("\r\n");
}
