//! Ladders of any size, as documents: the same for the widget and for the reference.
//!
//! Knows the form of a document. All text is plain, which is all that the reference reads.

use serde_json::{Value, json};

/// Longer than ten seconds by five, so that a wait that has just begun changes its minutes once in that time.
const WAIT_SECONDS: u32 = 15 * 60 + 5;

const FIXES: [&str; 4] = [
    "Restart the phone and the router",
    "Forget the network and join it again",
    "Reset the network settings",
    "Update the router and the phone",
];
/// No drastic ones: those need guards, which the reference has not.
const SEVERITIES: [&str; 4] = ["gentle", "gentle", "moderate", "moderate"];
const STEPS: [&str; 5] = [
    "Charge the phone to at least half, and leave it plugged in.",
    "Open the settings and look for the name of your network; write it down.",
    "Switch Wi-Fi off, count slowly to ten, and switch it on again.",
    "Stand in the same room as the router, without a wall in between.",
    "Open a page that you have not seen before, and see whether it comes.",
];

/// Four rungs with five steps each, and a wait on the first.
pub fn small(id: &str) -> Value {
    let mut ladder = of_size(id, 4, 5);
    ladder["rungs"][0]["wait"] = json!({ "seconds": WAIT_SECONDS });
    ladder
}

/// So many rungs, gentlest first, with so many steps each.
pub fn of_size(id: &str, rungs: usize, steps: usize) -> Value {
    let rungs: Vec<Value> = (0..rungs).map(|index| rung(index, rungs, steps)).collect();
    json!({
        "format": 1,
        "id": id,
        "title": "The Wi-Fi keeps dropping",
        "introduction": [
            "The connection comes and goes, on one device or on all of them. The fixes below go from the mildest to the most drastic.",
            "Stop as soon as one has helped.",
        ],
        "rungs": rungs,
    })
}

fn rung(index: usize, rungs: usize, steps: usize) -> Value {
    let steps: Vec<Value> = (0..steps).map(|step| self::step(index, step)).collect();
    // Each title has its quarter of the ladder.
    let quarter = index * 4 / rungs;
    json!({
        "id": format!("fix-{index}"),
        "title": numbered(FIXES[quarter], index / 4, rungs > 4),
        "severity": SEVERITIES[quarter],
        "steps": steps,
    })
}

fn step(rung: usize, step: usize) -> Value {
    let text = numbered(STEPS[step % STEPS.len()], step / STEPS.len(), step >= STEPS.len());
    json!({ "id": format!("step-{rung}-{step}"), "text": text })
}

/// A sentence that comes again says how often it has come before.
fn numbered(sentence: &str, number: usize, wanted: bool) -> String {
    if wanted { format!("{sentence} ({number})") } else { sentence.to_owned() }
}

#[cfg(test)]
mod tests {
    use fix_ladder_core::ladder::parse;

    use super::*;

    #[test]
    fn every_size_is_a_ladder_that_the_widget_takes() {
        for (rungs, steps) in [(4, 5), (100, 5), (200, 5), (1, 5_000)] {
            let ladder = parse(&of_size("many", rungs, steps).to_string());
            let ladder = ladder.unwrap_or_else(|errors| panic!("{rungs} × {steps}: {errors:?}"));
            assert_eq!(ladder.rungs.len(), rungs);
            assert!(ladder.rungs.iter().all(|rung| rung.steps.len() == steps));
        }
    }

    #[test]
    fn the_small_one_has_four_rungs_twenty_boxes_and_one_wait() {
        let ladder = parse(&small("small").to_string()).expect("a ladder");
        let boxes: usize = ladder.rungs.iter().map(|rung| rung.steps.len()).sum();
        let waits: Vec<bool> = ladder.rungs.iter().map(|rung| rung.wait.is_some()).collect();
        assert_eq!(boxes, 20);
        assert_eq!(waits, [true, false, false, false]);
    }
}
