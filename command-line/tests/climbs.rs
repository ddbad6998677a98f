//! `test`: scripted climbs, and the first that it writes.

use crate::support::{KETTLE, folder, root, run};

#[test]
fn the_first_climbs_run_and_try_every_guard() {
    let built_in =
        std::fs::read_to_string(root().join("ladders/icloud-photos.md")).expect("a ladder");
    let without_drawings = built_in;
    for ladder in [KETTLE, &without_drawings] {
        let folder = folder(&[("a.md", ladder)]);
        let ran = run(folder.path(), &["test", "--init", "a.md"]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.said);
        let script = std::fs::read_to_string(folder.path().join("a.climbs")).expect("a script");
        assert!(
            script.contains("blocked tick 1\nblocked answer not fixed\nconfirm 1\n"),
            "{script}"
        );
        assert!(
            ran.said.contains("2 climbs") && ran.said.contains("all as expected"),
            "{}",
            ran.said
        );
        assert_eq!(
            run(folder.path(), &["test", "--init", "a.md"]).code,
            2,
            "it is not written over"
        );
    }
}

/// A guard that is taken out makes the climbs fail: what it was to block is open.
#[test]
fn a_guard_that_is_gone_is_noticed() {
    let folder = folder(&[("a.md", KETTLE)]);
    assert_eq!(run(folder.path(), &["test", "--init", "a.md"]).code, 0);
    let without = KETTLE.replace(
        "### Before you start\n\n- You have the receipt. (name the place, not the bin)\n\n",
        "",
    );
    std::fs::write(folder.path().join("a.md"), without).expect("a file");
    let ran = run(folder.path(), &["test", "a.md"]);
    assert_eq!(ran.code, 1, "{}", ran.said);
    assert!(ran.out.contains("this rung has no requirement `1`"), "{}", ran.out);
    let less = KETTLE.replace("Warning (confirm twice)", "Warning");
    std::fs::write(folder.path().join("a.md"), less).expect("a file");
    let ran = run(folder.path(), &["test", "a.md"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("this is not blocked: a reader can do it here"), "{}", ran.out);
    assert!(ran.out.contains("--> a.climbs:"), "{}", ran.out);
}

const RUNG: &str = "climb One\nrung plug-it-in is open\n";

#[track_caller]
fn check(lines: &str, code: i32, said: &str) {
    let folder = folder(&[("a.md", KETTLE), ("a.climbs", &format!("{RUNG}{lines}\n"))]);
    let ran = run(folder.path(), &["test", "a.md"]);
    assert_eq!(ran.code, code, "{lines}: {}{}", ran.out, ran.said);
    assert!(ran.out.contains(said), "{lines}: {}", ran.out);
}

#[test]
fn every_line_is_understood() {
    check(
        "tick 1\nuntick 1\ntick all\nblocked answer not fixed\nstart wait\nrung plug-it-in is waiting\nextend wait\nafter 7 minutes\nrung Plug it in is open\nanswer not-fixed\nrung plug-it-in is not fixed\nundo\nrung plug-it-in is open\nanswer fixed\nladder is fixed\nanswer came back\nstart over\nladder is under way",
        0,
        "",
    );
    check(
        "start wait\nleave wait\nanswer not fixed\nrung send-it-back is preparing\nblocked tick 1\nblocked place 1: the bin\nplace 1: a drawer\nconfirm gone\nblocked tick 1\nconfirm 1\nrung send-it-back is open\ntick all\nanswer skipped\nladder is at the end",
        0,
        "",
    );
}

#[test]
fn what_goes_otherwise_is_said_with_its_reason() {
    check("rung send-it-back is open", 1, "this rung is locked, not open");
    check("rung send-it-back is open", 1, "the reader is on the rung `plug-it-in`");
    check("start wait\nanswer not fixed", 1, "its wait runs for 2 more minutes: `after 2 minutes`");
    check("answer skipped\nrung send-it-back is open", 1, "3 of its guards are still to be met");
    check("blocked tick 1", 1, "this is not blocked");
    check("tick 2", 1, "this rung has no step `2`");
    check("ladder is fixed", 1, "the ladder is under way, not fixed");
    check("answer perhaps", 1, "`perhaps` is no answer");
    check("answer skipped\nrung send-it-back\nplace 1: the bin", 1, "this is not enough");
    check("jump", 1, "`jump` is nothing that a reader does");
    check("after a while", 1, "this is not a duration");
    check("choose Colour: red", 1, "the ladder does not ask for `Colour`");
    check(
        "answer skipped\nrung send-it-back\nhave 1",
        1,
        "this requirement asks for something else",
    );
    check("rung nowhere is open", 1, "there are: plug-it-in, send-it-back");
    let folder = folder(&[
        ("a.md", KETTLE),
        ("a.climbs", "tick 1\n"),
        ("b.md", KETTLE),
        ("b.climbs", "# nothing\n"),
    ]);
    assert!(
        run(folder.path(), &["test", "a.md"]).out.contains("this stands before the first climb")
    );
    assert!(run(folder.path(), &["test", "b.md"]).out.contains("there is no climb in this file"));
    let json = run(folder.path(), &["test", "--format", "json", "a.md", "b.md"]);
    let said: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!((json.code, said.as_array().map(Vec::len)), (1, Some(2)));
}

#[test]
fn no_climbs_at_all_is_wrong_use() {
    let folder = folder(&[("a.md", KETTLE)]);
    let ran = run(folder.path(), &["test", "a.md"]);
    assert_eq!(ran.code, 2);
    assert!(ran.said.contains("fix-ladder test --init"), "{}", ran.said);
}

#[test]
fn the_climbs_beside_the_built_in_ladders_go_as_they_say() {
    let ran = run(&root(), &["test", "ladders"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.said);
    for file in std::fs::read_dir(root().join("ladders")).expect("the ladders") {
        let file = file.expect("a file").path();
        let is_ladder = file.extension().is_some_and(|it| it == "md");
        assert!(!is_ladder || file.with_extension("climbs").is_file(), "{}", file.display());
    }
}
