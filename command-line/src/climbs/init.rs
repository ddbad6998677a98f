//! Writes the first climbs of a ladder: a whole one, which looks at every guard that nothing gets past it.
//! Knows the words of climbs, and tries nothing.

use fix_ladder_core::ladder::{Block, Evidence, Ladder, Rung};
use fix_ladder_core::progress::is_forbidden;

/// Places of which a ladder hardly forbids all.
const PLACES: [&str; 4] = [
    "a disk in the drawer",
    "the computer upstairs",
    "a stick in my bag",
    "somewhere quite different",
];

/// The climbs, as text.
pub fn written(ladder: &Ladder) -> String {
    let mut climbs = String::from(
        "# What a reader does on this ladder, and what must then be open and what blocked.\n\
         # Run it with: fix-ladder test. Change it as the ladder changes; add a climb for each way through it.\n",
    );
    let last = ladder.rungs.len().saturating_sub(1);
    climbs.push_str("\nclimb Nothing helps but the last fix\n");
    for (index, rung) in ladder.rungs.iter().enumerate() {
        climbs.push('\n');
        if let Some(next) = ladder.rungs.get(index + 1) {
            climbs.push_str(&format!("rung {} is locked\n", next.id));
        }
        on_rung(rung, &mut climbs);
        let answer = if index == last { "fixed" } else { "not fixed" };
        climbs.push_str(&format!("answer {answer}\nrung {} is {answer}\n", rung.id));
    }
    climbs.push_str("ladder is fixed\n\nclimb Nothing helps at all\n\n");
    for rung in &ladder.rungs {
        climbs.push_str(&format!("rung {}\nanswer skipped\n", rung.id));
    }
    climbs.push_str("ladder is at the end\n");
    climbs
}

fn on_rung(rung: &Rung, climbs: &mut String) {
    let guarded = !rung.requirements.is_empty() || !rung.warnings.is_empty();
    let state = if guarded { "preparing" } else { "open" };
    climbs.push_str(&format!("rung {} is {state}\n", rung.id));
    // At every guard, nothing gets past it yet.
    let blocked = |climbs: &mut String| {
        if !rung.steps.is_empty() {
            climbs.push_str("blocked tick 1\n");
        }
        climbs.push_str("blocked answer not fixed\n");
    };
    for (number, requirement) in (1..).zip(&rung.requirements) {
        climbs.push_str(&remark(&requirement.text.plain()));
        blocked(climbs);
        climbs.push_str(&match &requirement.evidence {
            Evidence::Confirm => format!("have {number}\n"),
            Evidence::HandOver => format!("hand over {number}\n"),
            Evidence::Place { not } => {
                let allowed = |place: &&str| !not.iter().any(|word| is_forbidden(place, word));
                let place = PLACES.into_iter().find(allowed).unwrap_or("PUT A PLACE HERE");
                format!("place {number}: {place}\n")
            }
            Evidence::Numbers { .. } => format!("numbers {number}: 12480, 12480\n"),
        });
    }
    for (number, warning) in (1..).zip(&rung.warnings) {
        let words = warning.text.iter().find_map(|block| match block {
            Block::Paragraph(text) => Some(text.plain()),
            _ => None,
        });
        climbs.push_str(&words.map_or_else(String::new, |words| remark(&words)));
        for _ in 0..warning.confirmations {
            blocked(climbs);
            climbs.push_str(&format!("confirm {number}\n"));
        }
    }
    if guarded {
        climbs.push_str(&format!("rung {} is open\n", rung.id));
    }
    if !rung.steps.is_empty() {
        climbs.push_str("tick all\n");
    }
    if let Some(wait) = &rung.wait {
        climbs.push_str("blocked answer not fixed\nstart wait\n");
        climbs.push_str(&format!("rung {} is waiting\nblocked answer not fixed\n", rung.id));
        let duration = fix_ladder_writer::duration(u64::from(wait.seconds));
        climbs.push_str(&format!("after {duration}\n"));
    }
}

/// The beginning of some words, for whoever reads the climbs.
fn remark(words: &str) -> String {
    const LONGEST: usize = 70;
    let mut shown = String::new();
    for word in words.split_whitespace() {
        if shown.chars().count() + word.chars().count() > LONGEST {
            shown.push_str(" …");
            break;
        }
        shown.push(' ');
        shown.push_str(word);
    }
    format!("#{shown}\n")
}
