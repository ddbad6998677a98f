//! What a ladder looks like on paper: as it stands, and empty.

use fix_ladder::signal::Printing;
use fix_ladder::view::State;
use fix_ladder_core::progress::Event;

use super::super::support::{choose, tick};
use super::{climb, rendered, shown, state};

fn printed(events: impl IntoIterator<Item = Event>, printing: Printing) -> String {
    let climb = climb(events);
    let state = State { printing, ..state(&climb) };
    shown(&climb, state)
}

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

#[test]
fn everything_is_open_with_a_box_for_each_answer_and_lines_for_the_times_of_a_wait() {
    let climb = climb([]);
    let waits = climb.ladder.rungs.iter().filter(|it| it.wait.is_some()).count();
    let rungs = climb.ladder.rungs.len();
    let on_screen = rendered(&climb, state(&climb));
    let on_paper = rendered(&climb, State { printing: Printing::AsItStands, ..state(&climb) });
    assert_eq!(count(&on_paper, "class=\"body\""), rungs);
    assert_eq!(count(&on_paper, "class=\"on-paper\""), rungs);
    assert!(waits > 0);
    assert_eq!(count(&on_paper, "class=\"blank\""), 2 * waits);
    assert_eq!(count(&on_paper, "until-found"), 0);
    for (words, there) in [("If nothing helped", 1), ("Once it is fixed", 1)] {
        assert_eq!(count(&on_paper, words), there, "{words} in {on_paper}");
        assert_eq!(count(&on_screen, words), 0);
    }
    assert_eq!(count(&on_screen, "on-paper"), 0);
}

#[test]
fn empty_is_as_for_a_reader_who_has_done_nothing_but_choose() {
    let [choice, step] = two();
    let chosen = [choice.clone()];
    let done = [choice, step];
    let empty = printed(done.clone(), Printing::Empty);
    assert_eq!(empty, printed(chosen.clone(), Printing::AsItStands));
    assert_ne!(empty, printed(done, Printing::AsItStands));
    assert_ne!(empty, printed([], Printing::AsItStands));
}

/// A choice, and a tick on the first rung.
fn two() -> [Event; 2] {
    let ladder = climb([]).ladder;
    let choice = ladder.choices.first().expect("a choice");
    let option = choice.options.first().expect("an option");
    let step = ladder.rungs.iter().find_map(|it| it.steps.first()).expect("a step");
    [choose(choice.id.as_str(), Some(option.id.as_str())), tick(step.id.as_str())]
}

#[test]
fn what_is_told_before_a_print_does_not_fill_in_what_is_to_be_empty() {
    let told = [1, 2, 1, 0].map(Printing::from_number);
    let mut printing = Printing::Off;
    let mut all = Vec::new();
    for next in told {
        printing = printing.then(next);
        all.push(printing);
    }
    let wanted = [Printing::AsItStands, Printing::Empty, Printing::Empty, Printing::Off];
    assert_eq!(all, wanted);
}
