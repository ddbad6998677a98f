//! `preview`: what is served follows the file, and the last good ladder stays while the text is broken.

use std::io::{Read, Write};
use std::net::TcpStream;

use fix_ladder_command_line::preview::Preview;

use crate::support::{KETTLE, folder, widget};

/// The page as a browser gets it.
fn get(preview: &Preview) -> String {
    let address = preview.address();
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).expect("a server");
    write!(
        stream,
        "GET / HTTP/1.1\r\nhost: {host}\r\naccept: text/html\r\nconnection: close\r\n\r\n"
    )
    .expect("a request");
    let mut page = String::new();
    stream.read_to_string(&mut page).expect("an answer");
    page
}

#[test]
fn it_follows_the_file_and_keeps_the_last_good_ladder() {
    let widget = widget();
    let folder = folder(&[("kettle.md", KETTLE)]);
    let file = folder.path().join("kettle.md");
    let mut preview = Preview::start(&file, 0, Some(widget.path())).expect("it starts");
    let page = get(&preview);
    assert!(page.contains("The kettle is cold") && page.contains("/.reload"), "{page}");
    assert!(!page.contains("Content-Security-Policy"), "its own server could not be asked");
    assert!(!page.contains("fix-ladder-said"), "nothing is said of a good text");

    let warmer = KETTLE.replace("is cold", "is lukewarm");
    // Until a change is seen: what is written in the same moment as the last look may be told twice.
    let mut change = |text: &str, holds: &dyn Fn(&str) -> bool| {
        std::fs::write(&file, text).expect("a file");
        while !holds(&get(&preview)) {
            preview.follow_one().expect("it watches");
        }
    };
    change(&warmer, &|page| page.contains("is lukewarm"));
    let broken = warmer.replace("drastic", "drasitc");
    change(&broken, &|page| {
        page.contains("is lukewarm")
            && page.contains("this severity is not known")
            && page.contains("Below stands the ladder as it was")
            && page.contains("<details class=\"fix-ladder-said\" data-worst=\"error\" open>")
    });
    change(KETTLE, &|page| page.contains("is cold") && !page.contains("fix-ladder-said"));
}

#[test]
fn a_text_that_was_never_a_ladder_shows_what_is_wrong() {
    let widget = widget();
    let folder = folder(&[("bad.md", "# <b>Only a title</b>\n")]);
    let preview =
        Preview::start(&folder.path().join("bad.md"), 0, Some(widget.path())).expect("it starts");
    let page = get(&preview);
    assert!(
        page.contains("there is no ladder yet") && page.contains("the ladder has no rung"),
        "{page}"
    );
    assert!(page.contains("&lt;b&gt;Only"), "a text is no markup");
}
