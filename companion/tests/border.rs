//! The exports of the module, called as the script calls them: write the ladder, write a request, fetch the answer.

use fix_ladder_companion::{answer, answer_at, answer_length, ladder_room, room_for, set_ladder};
use fix_ladder_core::ladder::encode;
use serde_json::{Value, json};

use crate::climbs::built_in;
use crate::support::monday;

#[expect(unsafe_code, reason = "the script writes into the module's memory")]
fn write(room: *mut u8, bytes: &[u8]) {
    // SAFETY: the room has as many bytes as were asked for, and nobody else uses it meanwhile.
    unsafe { std::slice::from_raw_parts_mut(room, bytes.len()) }.copy_from_slice(bytes);
}

#[expect(unsafe_code, reason = "the script reads from the module's memory")]
fn asked(request: &[u8]) -> Value {
    write(room_for(request.len()), request);
    answer();
    // SAFETY: the answer stays where it is until the next request is written.
    let answer = unsafe { std::slice::from_raw_parts(answer_at(), answer_length()) };
    serde_json::from_slice(answer).expect("JSON")
}

fn set(bytes: &[u8]) -> u32 {
    write(ladder_room(bytes.len()), bytes);
    set_ladder()
}

/// One test, since all share one module: so does the script.
#[test]
fn a_ladder_is_set_once_and_asked_often() {
    let cases =
        json!({ "do": "cases", "lang": "en", "now": monday().millis(), "entries": [] }).to_string();
    assert_eq!(asked(cases.as_bytes())["sentence"], "no ladder");
    assert_eq!(set(b"no ladder at all"), 0);
    assert_eq!(set(&encode(&built_in())), 1);
    for _ in 0..3 {
        assert_eq!(asked(cases.as_bytes()), json!({ "cases": [] }));
    }
    for bytes in [&b""[..], b"{", b"\xff\xfe\0", b"{}", b"[1,2]", b"{\"do\":\"fly\"}"] {
        assert_eq!(asked(bytes)["problem"], "fault", "{bytes:?}");
    }
    // A request of anything else than what it should be is a request of nothing.
    for what in ["cases", "export", "open", "peek", "report", "calendar"] {
        for more in [
            json!({}),
            json!({ "facts": 7, "entries": "x", "text": [], "address": 1, "now": -1, "lang": null }),
        ] {
            let mut request = more.clone();
            request["do"] = json!(what);
            assert!(asked(request.to_string().as_bytes()).is_object(), "{request}");
        }
    }
    assert_eq!(set(&encode(&built_in())[..900]), 0);
    assert_eq!(asked(cases.as_bytes())["sentence"], "no ladder", "the old one is gone");
}
