//! What is still safe: the last that was said by a step that is done, or by the rung.

use fix_ladder_core::ladder::{parse, still_safe};
use serde_json::json;

#[test]
fn it_is_what_the_last_ticked_step_says_wherever_others_are_ticked() {
    let document = json!({
        "format": 1, "id": "t", "title": "T",
        "rungs": [{
            "id": "r", "title": "R", "severity": "gentle", "safe": "all",
            "steps": [
                { "id": "a", "text": "A", "safe": "after a" },
                { "id": "b", "text": "B" },
                { "id": "c", "text": "C", "safe": "after c" },
            ],
        }, { "id": "s", "title": "S", "severity": "gentle", "steps": [{ "id": "d", "text": "D" }] }],
    });
    let ladder = parse(&document.to_string()).expect("a valid ladder");
    let safe = |rung: usize, ticked: &[&str]| {
        let text = still_safe(&ladder.rungs[rung], |id| ticked.contains(&id.as_str()));
        text.map(|it| it.plain())
    };
    let said = |ticked: &[&str]| safe(0, ticked).expect("a text");
    assert_eq!(said(&[]), "all");
    assert_eq!(said(&["b"]), "all");
    assert_eq!(said(&["a"]), "after a");
    assert_eq!(said(&["a", "b"]), "after a");
    assert_eq!(said(&["c"]), "after c");
    assert_eq!(said(&["a", "c"]), "after c");
    assert_eq!(safe(1, &["d"]), None);
}
