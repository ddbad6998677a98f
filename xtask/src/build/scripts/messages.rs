//! The messages that scripts say themselves, as the data that goes with them, in one language.
//!
//! Knows under which names the scripts ask for them. Placeholders stay `{name}`; scripts fill them in.

use fix_ladder_core::messages::{Failed, PluralMessage, Unread, direction};
use serde_json::{Value, json};

use crate::build::languages::Said;

/// What a reader is told until the widget is there, and where it cannot be.
pub fn for_script(said: &Said) -> Value {
    let script = said.script;
    json!({
        "lang": script.lang,
        "dir": direction(script.lang),
        "loading": script.loading,
        "onPaper": script.on_paper,
        "notOpened": script.not_opened,
        "failedNoWasm": failed(&script.no_wasm),
        "failedNetwork": failed(&script.network),
        "failedDocument": unread(&script.document),
        "failedNewer": unread(&script.newer),
        "failedCrash": failed(&script.crash),
        "retry": script.retry,
    })
}

/// What a ladder says that is read from a post, where its author has said nothing.
pub fn for_posts(said: &Said) -> Value {
    let script = said.script;
    json!({ "warning": script.unguarded, "picture": script.a_picture })
}

/// What the plain list says around the author's words.
pub fn for_list(said: &Said) -> Value {
    let (messages, script) = (said.widget, said.script);
    json!({
        "lang": messages.lang,
        "otherwise": script.otherwise,
        "picture": script.picture,
        "severities": {
            "gentle": messages.severities.gentle,
            "moderate": messages.severities.moderate,
            "drastic": messages.severities.drastic,
            "last-resort": messages.severities.last_resort,
        },
        "touches": messages.touches,
        "undo": messages.undo,
        "takes": messages.takes,
        "minutes": forms(&messages.minutes),
        "beforeYouStart": messages.before_you_start,
        "warning": messages.read_first,
        "advisesAgainst": messages.advises_against.0,
        "ifFewer": script.if_fewer,
        "ifEqual": script.if_equal,
        "ifMore": script.if_more,
        "stillSafe": messages.still_safe,
        "steps": messages.what_to_do,
        "wait": messages.wait.0,
        "check": messages.did_it_help,
        "sources": messages.sources,
        "checked": messages.checked.0,
        "whenFixed": script.when_fixed,
        "whenMoving": script.when_moving,
        "whileMoving": script.while_moving,
        "ifNothingHelped": messages.end_title,
    })
}

/// What the companion says.
pub fn for_panels(said: &Said) -> Value {
    let panels = said.panels;
    let said = [
        ("lang", panels.lang),
        ("dir", direction(panels.lang)),
        ("close", panels.close),
        ("goOn", panels.go_on),
        ("notKept", panels.not_kept),
        ("casesTitle", panels.cases_title),
        ("casesAbout", panels.cases_about),
        ("shownNow", panels.shown_now),
        ("notBegun", panels.not_begun),
        ("deviceName", panels.device_name.0),
        ("addCase", panels.add_case),
        ("added", panels.added),
        ("rename", panels.rename),
        ("nameLabel", panels.name_label),
        ("save", panels.save),
        ("named", panels.named),
        ("remove", panels.remove),
        ("removed", panels.removed.0),
        ("undoRemove", panels.undo_remove),
        ("putBack", panels.put_back),
        ("removedOnes", panels.removed_ones),
        ("resumeTitle", panels.resume_title),
        ("resumeAbout", panels.resume_about),
        ("scan", panels.scan),
        ("picture", panels.picture),
        ("linkAbout", panels.link_about),
        ("link", panels.link),
        ("copyLink", panels.copy_link),
        ("codeAbout", panels.code_about),
        ("noCode", panels.no_code),
        ("code", panels.code),
        ("copyCode", panels.copy_code),
        ("asFile", panels.as_file),
        ("fileAbout", panels.file_about),
        ("saveFile", panels.save_file),
        ("enterTitle", panels.enter_title),
        ("enterLabel", panels.enter_label),
        ("enter", panels.enter),
        ("openFile", panels.open_file),
        ("openTitle", panels.open_title),
        ("askedAgain", panels.asked_again),
        ("askedAgainMore", panels.asked_again_more),
        ("takeOver", panels.take_over),
        ("merge", panels.merge),
        ("mergeMore", panels.merge_more),
        ("replace", panels.replace),
        ("replaceMore", panels.replace_more),
        ("ignore", panels.ignore),
        ("taken", panels.taken),
        ("damaged", panels.damaged),
        ("reportTitle", panels.report_title),
        ("reportAbout", panels.report_about),
        ("reportForm", panels.report_form),
        ("text", panels.text),
        ("markdown", panels.markdown),
        ("copyReport", panels.copy_report),
        ("saveReport", panels.save_report),
        ("sendReport", panels.send_report),
        ("share", panels.share),
        ("notShared", panels.not_shared),
        ("copied", panels.copied),
        ("copyByHand", panels.copy_by_hand),
        ("remindTitle", panels.remind_title),
        ("calendarAbout", panels.calendar_about.0),
        ("saveCalendar", panels.save_calendar),
        ("orTimer", panels.or_timer.0),
        ("whileOpen", panels.while_open),
        ("whileOpenAbout", panels.while_open_about),
        ("sound", panels.sound),
        ("soundOn", panels.sound_on),
        ("soundRefused", panels.sound_refused),
        ("notify", panels.notify),
        ("notifyOn", panels.notify_on),
        ("notifyRefused", panels.notify_refused),
        ("awake", panels.awake),
        ("awakeOn", panels.awake_on),
        ("awakeRefused", panels.awake_refused),
        ("turnedOff", panels.turned_off),
        ("mayGoOn", panels.may_go_on),
        ("waitOver", panels.wait_over),
        ("waitOverMore", panels.wait_over_more),
        ("printTitle", panels.print_title),
        ("printAbout", panels.print_about),
        ("printAsIs", panels.print_as_is),
        ("printAsIsMore", panels.print_as_is_more),
        ("printEmpty", panels.print_empty),
        ("printEmptyMore", panels.print_empty_more),
        ("printByBrowser", panels.print_by_browser),
        ("asItStood", panels.as_it_stood.0),
        ("wayBack", panels.way_back),
    ];
    said.into_iter().map(|(name, message)| (name.to_owned(), Value::from(message))).collect()
}

/// What the scripts of the standalone page say.
pub fn for_page(said: &Said) -> Value {
    let messages = said.page;
    json!({
        "awakeRefused": messages.awake_refused,
        "reminding": messages.reminding,
        "remindRefused": messages.remind_refused,
        "waitOver": messages.wait_over,
        "waitOverMore": messages.wait_over_more,
        "newVersion": messages.new_version,
        "takeVersion": messages.take_version,
        "later": messages.later,
        "installHint": messages.install_hint,
        "dismiss": messages.dismiss,
    })
}

/// What stands in the standalone page itself, for when it shows a ladder of another language than its own.
pub fn for_surroundings(said: &Said, version: &str) -> Value {
    let messages = said.page;
    json!({
        "aids": messages.aids,
        "awake": messages.awake,
        "remind": messages.remind,
        "gallery": messages.gallery,
        "write-own": messages.write_own,
        "kept-here": messages.kept_here,
        "version": messages.version(version),
    })
}

/// What the page for frames says.
pub fn for_frame(said: &Said) -> Value {
    let (messages, script) = (said.page, said.script);
    json!({
        "lang": messages.lang,
        "from": messages.comes_from.0,
        "refused": script.document.nothing,
        "notLoaded": script.network.nothing,
        "ownTab": messages.own_tab,
        "ownTabWhy": messages.own_tab_why,
    })
}

/// Every form by its plural category: the script asks the browser which is for a count.
fn forms(message: &PluralMessage) -> Value {
    message.forms().map(|(category, form)| (category.to_owned(), Value::from(form))).collect()
}

fn failed(messages: &Failed) -> Value {
    json!({ "list": messages.list, "own": messages.own, "nothing": messages.nothing })
}

fn unread(messages: &Unread) -> Value {
    json!({ "own": messages.own, "nothing": messages.nothing })
}

#[cfg(test)]
mod tests;
