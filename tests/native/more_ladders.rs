//! Holds the other built-in ladders to what every good ladder has. Knows none of their facts.

use std::fs;
use std::path::PathBuf;

use fix_ladder_author::{Source, compile_pieces};
use fix_ladder_core::ladder::{Evidence, Ladder, Severity, validate};

const LADDERS: [&str; 3] = ["domain-not-there", "drucker-offline", "wifi-no-internet"];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("ladders")
}

fn text(id: &str) -> String {
    fs::read_to_string(folder().join(format!("{id}.md"))).expect("the ladder is there")
}

fn ladder(id: &str) -> Ladder {
    let text = text(id);
    let read = |path: &str| fs::read_to_string(folder().join(path)).ok();
    let (compiled, said) =
        compile_pieces(Source { name: &format!("{id}.md"), text: &text }, &read, None);
    for it in said {
        assert!(it.diagnostics.is_empty(), "{}: {:#?}", it.name, it.diagnostics);
    }
    validate(&compiled.ladder.expect("a ladder")).expect("the document is valid")
}

fn rungs(see: impl Fn(&str, &fix_ladder_core::ladder::Rung)) {
    for id in LADDERS {
        for rung in &ladder(id).rungs {
            see(&format!("{id}, {}", rung.id), rung);
        }
    }
}

#[test]
fn each_has_the_id_of_its_file_and_says_its_language() {
    for id in LADDERS {
        let ladder = ladder(id);
        assert_eq!(ladder.id.as_str(), id);
        let lang = if id == "drucker-offline" { "de" } else { "en" };
        assert_eq!(&*ladder.lang, lang);
        assert!(!ladder.fixed.is_empty() && !ladder.end.is_empty() && !ladder.sources.is_empty());
    }
}

#[test]
fn every_id_is_written_down_so_that_an_edit_keeps_the_ticks() {
    let mut pieces = String::new();
    for file in fs::read_dir(folder().join("shared")).expect("the pieces") {
        pieces += &fs::read_to_string(file.expect("a file").path()).expect("a piece");
    }
    for id in LADDERS {
        let text = text(id) + &pieces;
        for rung in &ladder(id).rungs {
            let ids = std::iter::once(&rung.id)
                .chain(rung.requirements.iter().map(|it| &it.id))
                .chain(rung.warnings.iter().map(|it| &it.id))
                .chain(rung.steps.iter().map(|it| &it.id));
            for it in ids {
                assert!(text.contains(&format!("<!-- id: {it} -->")), "{id}: {it}");
            }
        }
    }
}

#[test]
fn a_fix_says_what_it_touches_whether_it_can_be_undone_and_how_one_sees_that_it_helped() {
    rungs(|name, rung| {
        assert!(rung.touches.is_some() && rung.undo.is_some() && rung.takes.is_some(), "{name}");
        assert!(rung.check.is_some() && !rung.sources.is_empty(), "{name}");
        assert!((4..=15).contains(&rung.steps.len()), "{name}: {} steps", rung.steps.len());
    });
}

#[test]
fn they_climb_and_nothing_drastic_is_without_a_warning_and_evidence() {
    for id in LADDERS {
        let severities: Vec<Severity> = ladder(id).rungs.iter().map(|it| it.severity).collect();
        assert!(severities.is_sorted(), "{id}: {severities:?}");
        assert_eq!(severities.first(), Some(&Severity::Gentle), "{id}");
    }
    rungs(|name, rung| {
        if rung.severity < Severity::Drastic {
            return;
        }
        assert!(rung.safe.is_some() && rung.wait.is_some(), "{name}");
        assert!(rung.warnings.iter().any(|it| it.confirmations > 1), "{name}: read twice");
        let is_shown = |evidence: &Evidence| !matches!(evidence, Evidence::Confirm);
        assert!(rung.requirements.iter().any(|it| is_shown(&it.evidence)), "{name}: evidence");
    });
}

#[test]
fn who_loses_the_internet_has_the_list_elsewhere() {
    let ladder = ladder("wifi-no-internet");
    let last = ladder.rungs.last().expect("a rung");
    assert!(last.requirements.iter().any(|it| matches!(it.evidence, Evidence::HandOver)));
    assert!(last.steps.iter().any(|it| it.interrupts));
}

#[test]
fn one_is_in_german_throughout() {
    let text = serde_json::to_string(&{
        let text = text("drucker-offline");
        let read = |_: &str| None;
        compile_pieces(Source { name: "l.md", text: &text }, &read, None).0.ladder
    })
    .expect("a document is JSON");
    for english in ["yes", "no,", "Not confirmed", "checked 20", " the ", " and ", "Otherwise"] {
        assert!(!text.contains(english), "{english}");
    }
    // Quotation marks as German has them, and no others.
    assert!(!text.contains('“') || text.matches('„').count() == text.matches('“').count());
}
