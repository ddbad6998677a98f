//! What keeps photos safe while everything is deleted or erased, and afterwards. Knows nothing of the original post.

use super::facts::{ACCESS, ALLOW, Fact, LARGER, NO_BACKUP, OPENED};
use super::pieces::At::{End, Facts, Fixed, Requirement, Sources, Step, Warning, Why};

pub const FACTS: &[Fact] = &[
    // Deleting.
    (
        "delete: every device, 30 days, gone",
        Warning("delete-all", "delete-read-twice"),
        &[
            "every device that has iCloud Photos on",
            "for 30 days",
            "deleted from there, or left there for 30 days, is gone",
        ],
    ),
    (
        "delete: in the facts",
        Facts("delete-all"),
        &["AllDevices", "Account", "[undo: true, Some(2592000)]", "Recently Deleted"],
    ),
    (
        "delete: every device in the sources",
        Sources("delete-all"),
        &["icw3d9805272", "on every device"],
    ),
    (
        "delete: never empty Recently Deleted",
        Warning("delete-all", "delete-keep-recently-deleted"),
        &[
            "Never empty Recently Deleted before everything is uploaded again",
            "counts against your storage",
        ],
    ),
    (
        "delete: list the devices",
        Requirement("delete-all", "delete-list-devices"),
        &["every other device of the account"],
    ),
    (
        "delete: off there, originals kept",
        Requirement("delete-all", "delete-other-devices-off"),
        &[
            "off on every other device",
            "originals kept",
            "never \"Remove from iPhone\"",
            "stop there",
        ],
    ),
    (
        "delete: the shared library",
        Requirement("delete-all", "delete-shared-library"),
        &["not used, or left", "Other people may lose photos"],
    ),
    (
        "delete: web access, both paths",
        Requirement("delete-all", "delete-web-access"),
        &["Advanced Data Protection", "icloud.com shows my photos", ALLOW, ACCESS, "before 26.4"],
    ),
    (
        "delete: the article on web access",
        Sources("delete-all"),
        &["<https://support.apple.com/102630>"],
    ),
    (
        "delete: room for both",
        Requirement("delete-all", "delete-room"),
        &["room for the whole library a second time"],
    ),
    (
        "delete: originals here",
        Requirement("delete-all", "delete-originals-here"),
        &["Download and Keep Originals", "on power and on Wi-Fi"],
    ),
    (
        "delete: the place",
        Requirement("delete-all", "delete-copy-place"),
        &["[place, not iCloud]", "never uploaded", "hidden", NO_BACKUP],
    ),
    (
        "delete: two numbers",
        Requirement("delete-all", "delete-copy-count"),
        &["[numbers: Items in iCloud or on a device whichever is larger / Items in the copy]"],
    ),
    ("delete: three things opened", Requirement("delete-all", "delete-copy-opened"), OPENED),
    (
        "delete: the dialog",
        Step("delete-all", "delete-switch-off"),
        &["never \"Remove from iPhone\"", "cancel and stop there"],
    ),
    (
        "delete: Recently Deleted is left alone",
        Step("delete-all", "delete-everything"),
        &["Leave Recently Deleted alone"],
    ),
    (
        "delete: the date",
        Step("delete-all", "delete-date"),
        &["Write down today's date", "30 days", "recover them from Recently Deleted"],
    ),
    (
        "delete: the passcode is known before the device is shut down",
        Requirement("delete-all", "delete-passcode"),
        &["I know the passcode", "do not shut the device down"],
    ),
    (
        "delete: the other switches stay off for who goes on",
        Why("delete-all"),
        &["Only if you stop", "If you go on, leave it off there"],
    ),
    (
        "delete: a slow upload is no reason to go on",
        Step("delete-all", "delete-leave"),
        &["that is no \"No\" yet", "take a larger plan; do not empty Recently Deleted"],
    ),
    (
        "erase: what was deleted is recovered first",
        Requirement("erase", "erase-recovered"),
        &["Everything that I deleted in iCloud is back", "recover it all, while the 30 days last"],
    ),
    (
        "fixed: the upload is not over yet",
        Fixed,
        &["three weeks after the deletion", "Do not empty Recently Deleted"],
    ),
    (
        "delete: until none is shown",
        Step("delete-all", "delete-shows-none"),
        &["Wait until iCloud shows none", "not an empty library"],
    ),
    (
        "delete: a late deletion",
        Step("delete-all", "delete-leave"),
        &["a deletion arrived late", "Recently Deleted"],
    ),
    (
        "delete: the others later",
        Step("delete-all", "delete-others-later"),
        &["until the count in iCloud is back", "one device at a time"],
    ),
    (
        "delete: what is not confirmed",
        Sources("delete-all"),
        &["Not confirmed: what a Shared Photo Library loses", "after the switch is back on"],
    ),
    // The reset.
    (
        "erase: confirm a backup",
        Warning("erase", "erase-all-data"),
        &["All data", "lost", "Confirm that a backup exists"],
    ),
    (
        "erase: the export is the only copy",
        Warning("erase", "erase-no-photos-in-backup"),
        &["no photo that lived in iCloud Photos", "the only copy"],
    ),
    (
        "erase: the place",
        Requirement("erase", "erase-copy-place"),
        &["[place, not iCloud]", "never uploaded", "hidden", NO_BACKUP],
    ),
    (
        "erase: a second copy",
        Requirement("erase", "erase-second-copy"),
        &["[place, not iCloud]", "another disk"],
    ),
    ("erase: two numbers", Requirement("erase", "erase-copy-count"), &[LARGER]),
    ("erase: three things opened", Requirement("erase", "erase-copy-opened"), OPENED),
    (
        "erase: encrypted",
        Requirement("erase", "erase-backup"),
        &["encrypted", "passwords and Health data come along", "[place, not iCloud]"],
    ),
    (
        "erase: 180 days",
        Requirement("erase", "erase-backup"),
        &["for 180 days after its backup is switched off"],
    ),
    (
        "erase: Find My and the password",
        Requirement("erase", "erase-passwords"),
        &["the account's password", "Find My"],
    ),
    ("erase: Find My is not confirmed", Sources("erase"), &["Not confirmed: when Find My"]),
    (
        "erase: this page goes too",
        Requirement("erase", "erase-elsewhere"),
        &["on another device", "written down", "about to be erased"],
    ),
    // Afterwards.
    (
        "keep the copy",
        Fixed,
        &[
            "Keep the copy",
            "The count in iCloud is back",
            "Originals open on a second device",
            "30 days have passed",
        ],
    ),
    (
        "delete: on the page, not on the device",
        Step("delete-all", "delete-everything"),
        &["on that page, never on the device"],
    ),
    (
        "delete: not before everything has come down",
        Requirement("delete-all", "delete-originals-here"),
        &["counts clearly fewer items than icloud.com, stop here"],
    ),
    (
        "delete: the photos are looked for before the switch goes on",
        Step("delete-all", "delete-still-there-again"),
        &["leave all switches off", "ask Apple Support before you turn anything on"],
    ),
    (
        "erase: what has not uploaded stops the reader",
        Step("erase", "erase-read"),
        &["not finished uploading", "cancel and stop there"],
    ),
    ("ask Apple", End, &["<https://support.apple.com/contact>", "Keep the copy"]),
    (
        "recover before the 30 days are over",
        End,
        &["recover them from Recently Deleted", "before the 30 days are over"],
    ),
];
