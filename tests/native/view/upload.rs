//! What an author may say besides: what is folded, that it is moving, what is still safe, what two numbers mean. On a
//! ladder with all of that.

use std::rc::Rc;

use fix_ladder::view::{PlainList, PlainListProps, State};
use fix_ladder_author::{Source, compile};
use fix_ladder_core::ladder::validate;
use fix_ladder_core::progress::Event;

use super::super::support::{
    Climb, HOUR, confirm, first, fixed, id, monday, moving, second, tick, undo,
};
use super::{html, shown, state};

fn climb(events: impl IntoIterator<Item = Event>) -> Climb {
    let compiled = compile(Source { name: "upload.md", text: include_str!("upload.md") });
    assert!(compiled.diagnostics.is_empty(), "{:#?}", compiled.diagnostics);
    let ladder = validate(&compiled.ladder.expect("a document")).expect("a valid ladder");
    let mut climb = Climb { ladder, progress: Default::default(), now: monday() };
    for event in events {
        climb.must(event);
    }
    climb
}

fn look(climb: &Climb) -> String {
    shown(climb, state(climb))
}

/// All of the plain list, one element a line.
fn plain_list() -> String {
    let props = PlainListProps {
        ladder: Rc::new(climb([]).ladder),
        heading_level: 2,
        words: Default::default(),
    };
    let renderer = yew::LocalServerRenderer::<PlainList>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    html::readable(&runtime.block_on(renderer.render()))
}

/// The lines without their indentation, so that whole passages can be looked for.
fn flat(lines: &str) -> String {
    lines.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn has(shown: &str, passage: &[&str]) {
    assert!(flat(shown).contains(&passage.join("\n")), "{passage:#?} is not in\n{shown}");
}

#[track_caller]
fn has_not(shown: &str, words: &str) {
    assert!(!shown.contains(words), "{words} is in\n{shown}");
}

#[test]
fn what_is_folded_is_there_and_says_what_it_belongs_to() {
    let shown = look(&climb([]));
    let fold = |name: &str, words: &str| {
        has(
            &shown,
            &[
                "details.fold",
                "summary",
                "span aria-hidden=true",
                "More",
                "span.heard",
                name,
                words,
            ],
        );
    };
    has(
        &shown,
        &["details.fold", "summary", "More", "p", "It may be slow and moving all the same."],
    );
    fold("More about this fix", "ul.plain");
    fold("More about what has to be true first", "p");
    fold("More about step 1", "p");
    has(&shown, &["p", "The switch is at the back."]);
    has_not(&shown, "More:");
}

#[test]
fn the_plain_list_folds_nothing_and_says_everything() {
    let list = plain_list();
    has(&list, &["p", "It may be slow and moving all the same.", "ol"]);
    has(&list, &["p", "Rarely needed.", "ul", "li", "It helps where the copy is broken."]);
    let safe = ["p", "strong", "Still safe:"];
    has(&list, &[&safe[..], &["everything in the cloud", "p", "strong", "What to do"]].concat());
    has(&list, &[&["p", "The switch is at the back."][..], &safe, &["the disk"]].concat());
    has(
        &list,
        &[
            "p",
            "strong",
            "If the second number is lower:",
            "Some are still on their way.",
            "p",
            "strong",
            "If the second number is higher:",
            "Edited ones count twice.",
        ],
    );
    has_not(&list, "If both are the same:");
    has(
        &list,
        &[
            "Is it done?",
            "p",
            "strong",
            "As long as this is true, leave it alone and check again later:",
            "The number left is",
            "strong",
            "falling",
        ],
    );
    has(
        &list,
        &["h3", "When it is moving", "p", "Leave it until morning.", "p", "It needs its charger."],
    );
    has_not(&list, "details");
}

#[test]
fn the_answer_between_yes_and_no_stands_between_them() {
    let before = look(&climb([]));
    let answers: Vec<&str> = ["fixed", "moving", "not-fixed"]
        .into_iter()
        .filter(|it| before.contains(&format!("data-action={it}")))
        .collect();
    assert_eq!(answers, ["fixed", "moving", "not-fixed"]);
    let places: Vec<_> =
        answers.iter().map(|it| before.find(&format!("data-action={it}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    has(&before, &["The number left is falling."]);
    has_not(&before, "Leave it until morning.");
}

#[test]
fn since_when_it_is_moving_stands_below_and_the_other_answers_stay() {
    let mut climb = climb([moving("empty")]);
    climb.later(3 * HOUR);
    let shown = look(&climb);
    has(
        &shown,
        &["p tabindex=-1.moving-title", "Moving since 09:00", "p", "Leave it until morning."],
    );
    // It keeps its place, and cannot be pressed again.
    has(
        &shown,
        &["p.answer.given", "span", "span aria-hidden=true", "✓", "The number left is falling."],
    );
    has(&shown, &["Undo “it is moving”"]);
    has_not(&shown, "data-action=moving");
    assert!(shown.contains("data-action=fixed") && shown.contains("data-action=not-fixed"));
    climb.must(undo("empty"));
    assert!(look(&climb).contains("data-action=moving"));
    climb.must(moving("empty"));
    climb.must(fixed("empty"));
    has_not(&look(&climb), "Moving since");
}

#[test]
fn without_words_of_the_author_a_sentence_of_ours_says_that_it_is_good_news() {
    let mut climb = climb([moving("empty")]);
    climb.ladder.moving.clear();
    has(
        &look(&climb),
        &[
            "That is good news: it is working, even if it is slow. Leave it alone and come back later; your place here is kept. If it has stopped when you look again, answer \u{201c}No\u{201d}.",
        ],
    );
}

#[test]
fn what_is_still_safe_changes_with_the_steps() {
    let guards = [first("counted", "7"), second("counted", "7"), confirm("gone", 1)];
    let mut climb = climb(guards);
    let line = |climb: &Climb, words: &str| {
        has(&look(climb), &["p part=safe.safe", "strong", "Still safe:", words]);
    };
    line(&climb, "everything in the cloud");
    climb.must(tick("off"));
    line(&climb, "the disk");
    climb.must(tick("emptied"));
    line(&climb, "the disk");
    climb.must(tick("on"));
    line(&climb, "the disk, and what has come back");
    climb.must(Event::Tick { step: id("on"), done: false });
    line(&climb, "the disk");
}

/// What stands below the two fields, once they are left.
fn counted(one: &str, other: &str) -> String {
    look(&climb([first("counted", one), second("counted", other)]))
}

#[test]
fn two_numbers_say_what_they_mean() {
    let wrong = "p id=requirement.counted.wrong.wrong.counts";
    let right = "p id=requirement.counted.counts.small.counts";
    let authors = |other, id: &str, difference: &str, then: &str| {
        has(&counted("12,480", other), &[id, "span", difference, then]);
    };
    authors("12,458", wrong, "22 fewer than there should be.", "Some are still on their way.");
    authors("12,502", right, "22 more than there have to be.", "Edited ones count twice.");
    authors("12481", right, "1 more than there has to be.", "Edited ones count twice.");
    let ours = "Both numbers are the same. By this count, nothing is missing.";
    has(&counted("12,480", "12480"), &[right, ours]);
    has(
        &counted("7", "many"),
        &["p id=requirement.counted.wrong.wrong", "Enter a whole number, such as 12,480."],
    );
}

#[test]
fn nobody_is_judged_in_the_middle_of_a_number() {
    let typing = |one: &str, other: &str| {
        let climb = climb([first("counted", one), second("counted", other)]);
        let typing = Some(id("counted"));
        shown(&climb, State { typing, ..state(&climb) })
    };
    for (one, other) in [("12,480", "1"), ("12,480", "12,"), ("12,480", "many"), ("1", "12,480")] {
        let shown = typing(one, other);
        has_not(&shown, "aria-invalid");
        for words in ["fewer", "whole number", "more than"] {
            has_not(&shown, words);
        }
    }
    // What is right is so at once.
    let shown = typing("12,480", "12,480");
    assert!(shown.contains("li.item.done"), "{shown}");
    has(&shown, &["p id=requirement.counted.counts hidden=hidden.small.counts"]);
}
