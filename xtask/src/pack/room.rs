//! How high a widget is when a reader first sees it, so that a post can keep the room for it.
//!
//! Measured in browsers, as no program can tell it; a browser test measures again. Knows no tags.

use std::fmt::Write;

/// From how many CSS pixels of the page's width on, and how high in em of the post's text.
pub type Room = [(u16, u16); 3];

/// The widths that [`MEASURED`] is for: small phones, phones, and what is wider.
const FROM: [u16; 3] = [0, 360, 600];

/// Heights in pages 320, 390 and 700 pixels wide, in the middle between the engines.
const MEASURED: [(&str, [u16; 3]); 1] = [("icloud-photos", [340, 274, 175])];

/// The room for a ladder's widget; nothing where nobody has measured it.
pub fn room(id: &str) -> Option<Room> {
    let (_, heights) = MEASURED.iter().find(|(it, _)| *it == id)?;
    let [small, phone, wide] = *heights;
    let [from_small, from_phone, from_wide] = FROM;
    Some([(from_small, small), (from_phone, phone), (from_wide, wide)])
}

/// The rules for the element around a widget, without empty lines.
///
/// The room is kept from the moment the script has come until the widget has stood for a second. A list is many times
/// as high, so it can be scrolled meanwhile; where no script ever comes it is there in full.
pub fn rules(class: &str, room: Option<Room>) -> String {
    let Some([(_, small), wider @ ..]) = room else {
        return format!(".{class} {{ display: flow-root; margin: 1.8em 0 }}\n");
    };
    // Safari lays out the place once before what is in it: without the second, a page that gets shorter for a
    // moment scrolls. A least height of none has to be said, since only from a length to a length is there a way.
    let mut rules = format!(
        ".{class} {{ --room: {small}em; display: flow-root; margin: 1.8em 0; min-height: 0; transition: min-height 0s 1s }}\n"
    );
    for (from, height) in wider {
        // Writing to a string cannot fail.
        let _ =
            writeln!(rules, "@media (min-width: {from}px) {{ .{class} {{ --room: {height}em }} }}");
    }
    let _ = writeln!(
        rules,
        "@media screen {{ .{class}:has(> [data-state=loading]) {{ height: var(--room); min-height: var(--room); overflow: auto; transition: none }} }}"
    );
    rules
}
