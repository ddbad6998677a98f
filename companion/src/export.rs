//! A climb in all forms in which it leaves this screen. Knows each form only by its name.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::Progress;

use crate::code::code;
use crate::date::iso;
use crate::file::file;
use crate::json::Object;
use crate::open::MARK;
use crate::qr::{Qr, qr};
use crate::snapshot::take;
use crate::token::{digits, letters};
use crate::words::Words;

/// The answer to `export`. `name` is what the case is called in the list; only a name that the reader has given goes into
/// the token.
pub fn export(
    ladder: &Ladder,
    progress: &Progress,
    name: &str,
    address: Option<&str>,
    words: &Words<'_>,
) -> String {
    let bytes = take(ladder, progress, words.now).bytes();
    let token = letters(&bytes);
    // A fragment that is there is the page's, and stays before ours.
    let address = address.map(|it| [it, if it.contains('#') { "&" } else { "#" }, MARK].concat());
    let qr = address.as_ref().and_then(|it| qr(it, &digits(&bytes)));
    let link = address.map(|it| [it, token.clone()].concat());
    let filename = [ladder.id.as_str(), "-", &iso(words.now), ".json"].concat();
    Object::new()
        .text("token", &token)
        .maybe("link", link.as_deref())
        .raw("qr", &qr.as_ref().map_or_else(|| "null".to_owned(), Qr::json))
        .maybe("code", code(ladder, progress).as_deref())
        .text("file", &file(ladder, progress, name, &words.date_and_time(words.now)))
        .text("filename", &filename)
        .text("words", &words.say.share(ladder.title.plain().trim()))
        .end()
}
