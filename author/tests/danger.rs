//! Danger that nobody is stopped before: what destroys, what cannot be undone, and a ladder that does not climb.

use serde_json::json;

use crate::evidence::check_error;
use crate::support::{check, document, rung, said};

const DELETES: &str =
    "this deletes or erases something, and nothing in the rung stops the reader before it";

#[track_caller]
fn check_seen(body: &str) {
    let said = said(&rung(body));
    assert!(
        said.iter().any(|said| said.starts_with("warning") && said.ends_with(DELETES)),
        "{said:?}: {body}"
    );
}

#[track_caller]
fn check_unseen(body: &str) {
    assert_eq!(said(&rung(body)), [""; 0], "{body}");
}

#[test]
fn words_that_destroy() {
    for words in [
        "Delete it",
        "Erase the device",
        "Wipe it",
        "Destroy the library",
        "Purge the cache",
        "Overwrite the disk",
        "Uninstall the app",
        "Discard the changes",
        "Reformat it",
        "Remove everything",
        "Remove all the photos",
        "Remove your account",
        "Removing the library helps",
        "Format the disk",
        "Format the SD card",
        "Do a factory reset",
        "Reset the phone",
        "Reset all content and settings",
        "Restore it as new",
        "Restore the iPhone",
        "Set it up as new",
        "Clear all data",
        "Clear the storage",
        "Empty the trash",
        "Empty the recycle bin",
        "Empty Recently Deleted",
        "Move them to the trash",
        "Trash it",
        "You lose all photos",
        "They are gone for good",
        "It is lost forever",
        "All photos are removed from the phone",
        "All data will be cleared",
        "All data is lost",
        "Everything will be lost",
        "The card is formatted",
        "The phone is reset",
        "Get rid of all photos",
        "Throw away the old videos",
        "Format C:",
        "Initialize the drive",
        "Repartition the disk",
        "Run `rm -rf ~/Pictures`",
        "Run `diskutil eraseDisk APFS X disk2`",
        "Put all photos into the bin",
    ] {
        check_seen(&format!("1. {words}."));
    }
}

#[test]
fn words_that_do_not() {
    for words in [
        "Remove the cable",
        "Remove the cover and the battery",
        "Reset the network settings",
        "Clear the table",
        "Look into Recently Deleted",
        "Restore the window",
        "The format is simple",
        "Empty the basket of paper",
        "Restart the phone",
        "See whether all photos are gone",
        "Your photos are gone",
        "If the photo is removed it comes back",
        "Nothing is lost",
        "No photos will be lost",
        "Get them back from the trash",
        "Take the photo out of the bin",
        "The format of the file is HEIC",
    ] {
        check_unseen(&format!("1. {words}."));
    }
}

#[test]
fn only_a_true_denial_silences() {
    for words in [
        "If this does not help erase the device",
        "Do not hesitate to delete everything",
        "Do not forget to erase it",
        "Do not be afraid of deleting it",
        "If nothing was found delete it",
        "If there is no backup erase it",
        "Not only delete it",
        "Delete nothing but everything",
        "With no doubt delete it",
        "Without a copy you delete it for ever",
        "If it never helps delete it",
        "Nothing helps so erase it",
        "Do not wait and delete it",
        "Do not hesitate to make room by deleting it",
    ] {
        check_seen(&format!("1. {words}."));
    }
    for words in [
        "Do not delete it",
        "Never delete it",
        "Do it without deleting anything",
        "Nothing is deleted",
        "No photo is deleted",
        "No photos will be deleted",
        "It does not delete anything",
        "It deletes nothing",
        "Don\u{2019}t ever erase it",
        "There is no need to delete it",
        "You do not have to erase it",
        "Do not delete or erase it",
        "Nothing can be lost for good",
        "None of them is erased",
        "Do not make room by deleting photos",
        "Copy it instead of deleting it",
        "It is not deleted",
        "It no longer deletes photos",
        "If it wants to remove photos cancel",
    ] {
        check_unseen(&format!("1. {words}."));
    }
}

#[test]
fn wherever_in_the_rung_it_stands() {
    for body in [
        "1. Do.\n\n   Then erase it.",
        "1. Do.\n   - Erase it.",
        "1. Do.\n   - Now:\n     - Erase it.",
        "### Steps\n\n- Erase it.",
        "### Steps\n\nErase it.\n\n1. Do.",
        "Erase it.",
        "- Look.\n- Erase it.",
        "Why.\n\n1. Do.\n\nThen erase it.",
        "> Erase it.\n\n1. Do.",
        "| erase | it |\n|---|---|\n| a | b |\n\n1. Do.",
    ] {
        check_seen(body);
    }
    check_unseen("> **Warning:** do not erase it yet.\n\n1. Erase it.");
    check_unseen("Why.\n\n### Sources\n\n- How to erase it, checked 2026-11");
    check_unseen("- Undo: yes, as long as nothing is erased\n\nWhy.");
}

#[test]
fn a_gentle_rung_that_destroys() {
    let text = "- Severity: gentle\n\n> **Warning:** it is erased.\n\n1. Erase it.";
    assert_eq!(
        said(&rung(text)),
        ["warning 9:4: this deletes or erases something, but its rung is called gentle"]
    );
    assert_eq!(said(&rung(&text.replace("gentle", "moderate"))), [""; 0]);
    assert_eq!(said(&rung(&text.replace("1. Erase it.", "1. Do not erase it."))), [""; 0]);
}

#[test]
fn a_ladder_that_does_not_climb() {
    let text = |severities: [&str; 3]| {
        let rung = |(index, severity): (usize, &&str)| {
            let fact = if severity.is_empty() {
                String::new()
            } else {
                format!("- Severity: {severity}\n\n")
            };
            format!("## R{index}\n\n{fact}> **Warning:** hot.\n\n1. Do.\n\n")
        };
        format!("# T\n\n{}", severities.iter().enumerate().map(rung).collect::<String>())
    };
    let below =
        |severity: &str| format!("this rung is {severity}, and one before it is more drastic");
    assert_eq!(said(&text(["gentle", "moderate", "drastic"])), [""; 0]);
    assert_eq!(said(&text(["", "", ""])), [""; 0]);
    assert_eq!(
        said(&text(["drastic", "gentle", "last-resort"])),
        [format!("warning 13:13: {}", below("gentle"))]
    );
    assert_eq!(
        said(&text(["gentle", "drastic", ""])),
        [format!("warning 19:1: {}", below("moderate"))]
    );
}

#[test]
fn what_cannot_be_undone_is_not_called_undoable() {
    let undo = |words: &str| rung(&format!("- Undo: {words}\n\nWhy."));
    for words in [
        "It can't be undone",
        "It can\u{2019}t be undone",
        "It cannot be undone",
        "There is no way back",
        "Nothing brings them back",
        "Photos are gone for good",
        "The data is lost",
        "this is final",
        "hardly",
        "only from a backup",
        "unless a copy exists",
        "permanently deleted",
        "?",
        "n/a",
        "unknown",
        "switch it on again, nothing is lost",
        "nicht möglich",
        "das ist endgültig",
        "jamais",
        "не возможно? нет",
    ] {
        check_error(&undo(words));
    }
    for words in [
        "no",
        "None",
        "not possible",
        "Never.",
        "Cannot be undone",
        "**no**, all is gone",
        "irreversible",
        "Permanent",
        "nein, die Aufträge sind weg",
    ] {
        check(&undo(words), "/rungs/0/undo/possible", json!(false));
    }
    for words in [
        "yes, nothing is lost",
        "switch it on again",
        "nothing to undo",
        "yes, only with a backup",
        "ja, nichts geht verloren",
    ] {
        check(&undo(words), "/rungs/0/undo/possible", json!(true));
    }
    for words in [
        "Only within 30 days",
        "for 30 days, not longer",
        "yes, but only for 30 days",
        "within only 30 days",
    ] {
        let document = document(&undo(words));
        assert_eq!(document["rungs"][0]["undo"]["possible"], json!(true), "{words}");
    }
    check(&undo("Only within 30 days"), "/rungs/0/undo/window_seconds", json!(2_592_000));
}

#[test]
fn no_fact_is_lost_behind_another() {
    for facts in [
        "- Takes: 5 minutes. Wait: 10 minutes",
        "- Takes: 5 minutes; wait: 10 minutes",
        "- Touches: the printer, severity: drastic",
        "- Wait: 2 days, 3 hours",
        "- Wait: 10 minutes – 20 minutes",
    ] {
        check_error(&rung(&format!("{facts}\n\n1. Do.")));
    }
    for facts in ["- Takes: 20 minutes, 2 hours for many photos", "- Wait: 2 days, then look"] {
        check_unseen(&format!("{facts}\n\n1. Do."));
    }
}
