//! A request as JSON, and which part answers it. Knows the names in requests and answers, and what nothing else does: none
//! of the rest reads them.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::messages::{CompanionMessages, DEFAULT_LANG, Tables, companion_messages};
use fix_ladder_core::progress::Time;
use fix_ladder_core::saved::Json;

use crate::calendar::calendar;
use crate::cases::cases;
use crate::export::export;
use crate::facts::progress;
use crate::json::{Object, pairs, text};
use crate::markup::Markup;
use crate::open::{open, peek};
use crate::report::report;
use crate::words::{Dates, Words};

/// The answer to a request. Where the request is none, or the ladder that it needs is missing, it says so: the script has
/// a fault then, no reader.
pub fn answer(ladder: Option<&Ladder>, request: &str, format: &dyn Dates) -> String {
    let fault = |what: &str| Object::new().text("problem", "fault").text("sentence", what).end();
    let Some(request) = Json::parse(request) else { return fault("no request") };
    let asked = text(&request, "do").unwrap_or_default();
    let brought = text(&request, "text").unwrap_or_default();
    if asked == "peek" {
        return peek(brought);
    }
    let Some(ladder) = ladder else { return fault("no ladder") };
    let now = request.number("now").and_then(Time::from_millis).unwrap_or(Time::MAX);
    let said = text(&request, "messages").and_then(learn);
    let say = said.unwrap_or_else(|| companion_messages(DEFAULT_LANG));
    let words = &Words { say, format, now };
    let address = text(&request, "address").filter(|it| !it.is_empty());
    let facts = || progress(pairs(&request, "facts"));
    match asked {
        "cases" => cases(ladder, &pairs(&request, "entries"), words),
        "export" => {
            let name = text(&request, "name").unwrap_or_default();
            export(ladder, &facts(), name, address, words)
        }
        "open" => open(ladder, brought, &facts(), words),
        "report" => {
            let is_markdown = text(&request, "format") == Some("markdown");
            let markup = if is_markdown { Markup::Markdown } else { Markup::Text };
            report(ladder, &facts(), markup, address, words)
        }
        "calendar" => calendar(ladder, &facts(), address, words),
        _ => fault("no such request"),
    }
}

/// The messages of a language that has come as data.
fn learn(lines: &str) -> Option<&'static CompanionMessages> {
    thread_local! {
        static LEARNT: Tables<CompanionMessages> = const { Tables::new() };
    }
    LEARNT.with(|learnt| learnt.of(lines))
}
