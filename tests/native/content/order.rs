//! The order of things on the ladder, and the figures that guard them. Knows nothing of the words.

use fix_ladder_core::ladder::{Evidence, Month, Severity, Source};

use super::{ladder, rung};

const CHECKED: Option<Month> = Some(Month { year: 2026, month: 11 });

/// Holds that the wanted ids are all there, in this order.
#[track_caller]
fn in_order<'a>(ids: impl Iterator<Item = &'a str>, wanted: &[&str]) {
    let found: Vec<&str> = ids.filter(|id| wanted.contains(id)).collect();
    assert_eq!(found, wanted);
}

#[test]
fn the_rungs_and_how_severe_they_are() {
    let ladder = ladder();
    let found: Vec<_> = ladder.rungs.iter().map(|rung| (rung.id.as_str(), rung.severity)).collect();
    let wanted = [
        ("really-stuck", Severity::Gentle),
        ("restart", Severity::Gentle),
        ("copy-photos", Severity::Gentle),
        ("toggle", Severity::Moderate),
        ("delete-all", Severity::Drastic),
        ("erase", Severity::LastResort),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn the_waits_are_the_posts_fifteen_minutes() {
    let ladder = ladder();
    let seconds =
        |rung: &fix_ladder_core::ladder::Rung| rung.wait.as_ref().map(|wait| wait.seconds);
    let found: Vec<_> = ladder.rungs.iter().map(seconds).collect();
    assert_eq!(found, [None, Some(900), None, Some(900), Some(900), None]);
}

#[test]
fn the_deletion_is_confirmed_twice() {
    let ladder = ladder();
    let confirmations = |rung_id: &str, id: &str| {
        let warnings = &rung(&ladder, rung_id).warnings;
        warnings
            .iter()
            .find(|warning| warning.id.as_str() == id)
            .map(|warning| warning.confirmations)
    };
    assert_eq!(confirmations("delete-all", "delete-read-twice"), Some(2));
    assert_eq!(confirmations("erase", "erase-all-data"), Some(1));
    assert_eq!(confirmations("erase", "erase-no-photos-in-backup"), Some(2));
}

#[test]
fn apple_advises_against_the_switch_and_nothing_else() {
    let ladder = ladder();
    for rung in &ladder.rungs {
        match rung.id.as_str() {
            "toggle" => {
                let [advice] = rung.advice_against.as_slice() else {
                    panic!("one advice is wanted")
                };
                assert_eq!((&*advice.by, advice.checked), ("Apple", CHECKED));
            }
            id => assert!(rung.advice_against.is_empty(), "`{id}` has an advice"),
        }
    }
}

#[test]
fn the_originals_are_asked_for_before_each_rung_that_can_lose_them() {
    let ladder = ladder();
    let asked = [
        ("toggle", ["toggle-copy-place", "toggle-copy-count", "toggle-copy-opened"]),
        ("delete-all", ["delete-copy-place", "delete-copy-count", "delete-copy-opened"]),
        ("erase", ["erase-copy-place", "erase-copy-count", "erase-copy-opened"]),
    ];
    for (rung_id, wanted) in asked {
        let requirements = &rung(&ladder, rung_id).requirements;
        in_order(requirements.iter().map(|requirement| requirement.id.as_str()), &wanted);
        let evidence = |id: &str| {
            requirements.iter().find(|one| one.id.as_str() == id).map(|one| &one.evidence)
        };
        let [place, count, opened] = wanted.map(evidence);
        assert!(
            matches!(place, Some(Evidence::Place { not }) if not.iter().any(|word| &**word == "iCloud"))
        );
        assert!(matches!(count, Some(Evidence::Numbers { second, .. }) if second.contains("copy")));
        assert_eq!(opened, Some(&Evidence::Confirm));
    }
}

#[test]
fn nothing_is_asked_before_the_gentle_rungs() {
    let ladder = ladder();
    for id in ["really-stuck", "restart", "copy-photos"] {
        let rung = rung(&ladder, id);
        assert!(rung.requirements.is_empty() && rung.warnings.is_empty(), "`{id}` has guards");
    }
}

#[test]
fn the_copy_is_made_in_the_only_order_that_proves_it() {
    let ladder = ladder();
    let copy = [
        "copy-disk",
        "copy-count-first",
        "copy-keep-originals",
        "copy-download",
        "copy-plug-in",
        "copy-import",
        "copy-from-icloud",
        "copy-hidden",
        "copy-weigh",
        "copy-look-up",
        "copy-open-three",
        "copy-find-missing",
        "copy-carry-over",
        "copy-switch-on",
        "copy-test-photo",
    ];
    in_order(rung(&ladder, "copy-photos").steps.iter().map(|step| step.id.as_str()), &copy);
}

#[test]
fn what_is_asked_for_comes_in_the_order_in_which_it_is_needed() {
    let ladder = ladder();
    let requirements = |id: &str| rung(&ladder, id).requirements.iter().map(|one| one.id.as_str());
    in_order(requirements("toggle"), &["toggle-originals-here", "toggle-copy-place"]);
    let wanted = [
        "delete-shared-library",
        "delete-originals-here",
        "delete-list",
        "delete-copy-place",
        "delete-copy-count",
    ];
    in_order(requirements("delete-all"), &wanted);
    in_order(
        requirements("erase"),
        &["erase-after-three", "erase-copy-place", "erase-second-copy", "erase-backup"],
    );
}

/// What switches other devices off stands behind the guards, not among them.
#[test]
fn nothing_is_switched_by_a_requirement() {
    let ladder = ladder();
    for rung in &ladder.rungs {
        for requirement in &rung.requirements {
            let words = super::pieces::text(&requirement.text);
            let starts = [
                "I ",
                "Every",
                "Download and Keep Originals is chosen",
                "The copy",
                "A second",
                "A full",
                "iCloud has room",
                "The owner agrees",
            ];
            let switches = words.split_whitespace().any(|it| ["off", "on", "turn"].contains(&it));
            let where_it_is =
                ["is on another disk", "is on a computer", "on another device or on paper"];
            assert!(
                !switches || where_it_is.iter().any(|it| words.contains(it)),
                "`{}` switches something: {words}",
                requirement.id
            );
            assert!(
                starts.iter().any(|start| words.starts_with(start)),
                "`{}` is no evidence: {words}",
                requirement.id
            );
        }
    }
}

#[test]
fn the_steps_come_in_the_only_safe_order() {
    let ladder = ladder();
    let steps = |id: &str| rung(&ladder, id).steps.iter().map(|step| step.id.as_str());
    let toggle = [
        "toggle-off",
        "toggle-download",
        "toggle-downloaded",
        "toggle-still-there",
        "toggle-restart",
        "toggle-on",
        "toggle-keep-originals",
    ];
    in_order(steps("toggle"), &toggle);
    let delete = [
        "delete-others-download",
        "delete-others-off",
        "delete-switch-off",
        "delete-download",
        "delete-downloaded",
        "delete-restart",
        "delete-still-there",
        "delete-sign-in",
        "delete-right-account",
        "delete-date",
        "delete-select",
        "delete-everything",
        "delete-shows-none",
        "delete-still-there-again",
        "delete-switch-on",
        "delete-keep-originals",
        "delete-leave",
        "delete-others-later",
    ];
    in_order(steps("delete-all"), &delete);
    let erase = [
        "erase-backup-there",
        "erase-reset-page",
        "erase-choose",
        "erase-read",
        "erase-now",
        "erase-confirm",
        "erase-restore-backup",
        "erase-photos-on",
    ];
    in_order(steps("erase"), &erase);
}

#[test]
fn every_source_says_when_it_was_checked_and_links_only_where_the_address_is_certain() {
    let ladder = ladder();
    let check = |place: &str, sources: &[Source]| {
        assert!(!sources.is_empty(), "{place} has no sources");
        for source in sources {
            let words = super::pieces::source(source);
            assert_eq!(source.checked, CHECKED, "{place}: {words}");
            let links = words.matches("<http").count();
            assert_eq!(
                links,
                words.matches("<https://support.apple.com/").count(),
                "{place}: {words}"
            );
        }
    };
    check("the ladder", &ladder.sources);
    for rung in &ladder.rungs {
        check(rung.id.as_str(), &rung.sources);
    }
}

#[test]
fn every_rung_says_what_it_touches_whether_it_can_be_undone_and_how_long_it_takes() {
    let ladder = ladder();
    for rung in &ladder.rungs {
        let known = rung.touches.is_some()
            && rung.undo.is_some()
            && rung.takes.is_some()
            && rung.check.is_some();
        assert!(known, "`{}` keeps something to itself", rung.id);
        assert!(!rung.why.is_empty(), "`{}` does not say why it may help", rung.id);
    }
}
