//! The tables of facts, held against the built document. Knows nothing of the facts themselves.

use fix_ladder_core::ladder::Ladder;

use super::pieces::{At, words_at};
use super::{deleting, ladder, names, post, switching};

/// One fact: its name, the place where it belongs, and the words it cannot do without.
pub type Fact = (&'static str, At, &'static [&'static str]);

/// What of the table is missing, one line a fact.
// What is asked for on more than one rung.
pub const NO_BACKUP: &str = "does not contain the photos that live in iCloud Photos";
pub const ALLOW: &str =
    "Settings › [name] › iCloud › iCloud.com › Allow Data Access on iOS 26.4 and later";
pub const ACCESS: &str = "Settings › [name] › iCloud › Access iCloud Data on the Web";
pub const LARGER: &str =
    "[numbers: In iCloud or on this device, the larger / In the copy's fuller folder]";
pub const OPENED: &[&str] =
    &["the oldest, the newest and one video from", "device unplugged, computer offline"];

fn missing(ladder: &Ladder, facts: &[Fact]) -> Vec<String> {
    let absent = |fact: &Fact| {
        let (name, at, wanted) = fact;
        let Some(words) = words_at(ladder, *at) else {
            return Some(format!("{name}: there is no {at:?}"));
        };
        let lost: Vec<_> = wanted.iter().filter(|wanted| !words.contains(**wanted)).collect();
        (!lost.is_empty()).then(|| format!("{name}: {at:?} does not say {lost:?}, but: {words}"))
    };
    facts.iter().filter_map(absent).collect()
}

#[track_caller]
fn check(facts: &[Fact]) {
    let missing = missing(&ladder(), facts);
    assert!(
        missing.is_empty(),
        "{} of {} facts are missing:\n{}",
        missing.len(),
        facts.len(),
        missing.join("\n")
    );
}

#[test]
fn nothing_of_the_original_post_is_missing() {
    check(post::FACTS);
}

#[test]
fn nothing_that_has_changed_since_is_missing() {
    check(names::FACTS);
    check(switching::FACTS);
    check(deleting::FACTS);
}

#[test]
fn a_fact_that_is_taken_out_is_missed() {
    // Without its rungs and its ends the ladder knows almost nothing: every row has to notice.
    let mut bare = ladder();
    for rung in &mut bare.rungs {
        rung.title.0.clear();
        rung.why.clear();
        rung.requirements.clear();
        rung.warnings.clear();
        rung.steps.clear();
        rung.advice_against.clear();
        rung.sources.clear();
        rung.wait = None;
        rung.touches = None;
        rung.undo = None;
    }
    bare.introduction.clear();
    bare.choices.clear();
    bare.fixed.clear();
    bare.end.clear();
    bare.sources.clear();
    let all: Vec<Fact> = [post::FACTS, names::FACTS, switching::FACTS, deleting::FACTS].concat();
    let noticed = missing(&bare, &all);
    assert_eq!(noticed.len(), all.len(), "rows that ask for nothing");
    assert!(
        all.iter().all(|(_, _, words)| words.iter().all(|word| word.len() > 2)),
        "words too short to mean a fact"
    );
}

#[test]
fn every_guard_is_held_by_a_fact() {
    let whole = ladder();
    let all: Vec<Fact> = [post::FACTS, names::FACTS, switching::FACTS, deleting::FACTS].concat();
    // These are the ladder's own, with no source that could be lost.
    let own = ["delete-agreed", "delete-albums", "erase-agreed", "erase-no-backup"];
    for (index, rung) in whole.rungs.iter().enumerate() {
        for id in rung.requirements.iter().map(|one| &one.id) {
            let mut without = whole.clone();
            without.rungs[index].requirements.retain(|one| one.id != *id);
            assert!(
                own.contains(&id.as_str()) || !missing(&without, &all).is_empty(),
                "`{id}` can go unnoticed"
            );
        }
        for id in rung.warnings.iter().map(|one| &one.id) {
            let mut without = whole.clone();
            without.rungs[index].warnings.retain(|one| one.id != *id);
            assert!(
                own.contains(&id.as_str()) || !missing(&without, &all).is_empty(),
                "`{id}` can go unnoticed"
            );
        }
    }
}
