//! What keeps photos safe while everything is deleted or erased, and afterwards. Knows nothing of the original post.

use super::facts::{Fact, LARGER, OPENED};
use super::pieces::At::{End, Facts, Fixed, Requirement, Sources, Step, Warning};

pub const FACTS: &[Fact] = &[
    // Deleting.
    (
        "delete: every device, 30 days, gone",
        Warning("delete-all", "delete-read-twice"),
        &[
            "every device that has iCloud Photos on",
            "for 30 days",
            "after that, or once deleted there, they are gone",
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
        &["Never empty Recently Deleted before everything is uploaded again", "your way back"],
    ),
    (
        "delete: list the devices",
        Requirement("delete-all", "delete-list"),
        &["all other devices of the account", "can unlock each"],
    ),
    (
        "delete: off there, originals kept",
        Step("delete-all", "delete-others-off"),
        &["Turn iCloud Photos off on each of them", "never \"Remove\"", "and stop"],
    ),
    (
        "delete: first the originals there",
        Step("delete-all", "delete-others-download"),
        &["Download and Keep Originals", "let it finish", "If space is short there, stop"],
    ),
    (
        "delete: the shared library",
        Requirement("delete-all", "delete-shared-library"),
        &["no iCloud Shared Photo Library, or have left it", "Other people may lose photos"],
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
        &["Download and Keep Originals", "nothing is left to download"],
    ),
    (
        "delete: the place",
        Requirement("delete-all", "delete-copy-place"),
        &["[place, not iCloud]", "never uploaded", "hidden"],
    ),
    (
        "delete: two numbers",
        Requirement("delete-all", "delete-copy-count"),
        &["[numbers: In iCloud or on a device, the largest / In the copy's fuller folder]"],
    ),
    ("delete: three things opened", Requirement("delete-all", "delete-copy-opened"), OPENED),
    (
        "delete: the dialog",
        Step("delete-all", "delete-download"),
        &["never \"Remove from iPhone\" (or iPad)", "turn back on what you turned off, and stop"],
    ),
    (
        "delete: Recently Deleted is left alone",
        Step("delete-all", "delete-everything"),
        &["Leave Recently Deleted alone"],
    ),
    (
        "delete: the date",
        Step("delete-all", "delete-date"),
        &["Write down today's date", "three weeks", "from Recently Deleted"],
    ),
    (
        "delete: the passcode is known before the device is shut down",
        Requirement("delete-all", "delete-passcode"),
        &["I know the device's passcode", "have tried both"],
    ),
    (
        "delete: who stops in the middle",
        Step("delete-all", "delete-still-there"),
        &["Delete nothing", "turn back on what you turned off, and stop"],
    ),
    (
        "delete: a slow upload is no reason to go on",
        Step("delete-all", "delete-leave"),
        &["a night before you answer \"No\"", "iCloud full? Buy more"],
    ),
    (
        "erase: what was deleted is recovered first",
        Requirement("erase", "erase-recovered"),
        &["Everything that I deleted in iCloud is back", "within the 30 days"],
    ),
    (
        "fixed: the upload is not over yet",
        Fixed,
        &["in three weeks", "Recover them from Recently Deleted"],
    ),
    (
        "delete: until none is shown",
        Step("delete-all", "delete-shows-none"),
        &["until iCloud shows none", "not an empty library"],
    ),
    (
        "delete: a late deletion",
        Step("delete-all", "delete-leave"),
        &["Do photos vanish here?", "Recently Deleted"],
    ),
    (
        "delete: the others later",
        Step("delete-all", "delete-others-later"),
        &["Only when the count in iCloud is back", "one at a time"],
    ),
    (
        "delete: what is not confirmed",
        Sources("delete-all"),
        &["Not confirmed: what a Shared Photo Library loses", "after the switch is back on"],
    ),
    (
        "delete: the right account, by its address",
        Step("delete-all", "delete-right-account"),
        &["the email address", "If they differ, delete nothing"],
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
        &["no photo that lived in iCloud Photos", "from your copy only"],
    ),
    (
        "erase: the place",
        Requirement("erase", "erase-copy-place"),
        &["[place, not iCloud]", "never uploaded", "hidden"],
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
        &["encrypted", "passwords and Health data", "[place, not iCloud]"],
    ),
    (
        "erase: 180 days",
        Requirement("erase", "erase-backup"),
        &["for 180 days after being switched off"],
    ),
    (
        "erase: Find My and the password",
        Requirement("erase", "erase-passwords"),
        &["the account's password", "Find My"],
    ),
    ("erase: Find My is not confirmed", Sources("erase"), &["Not confirmed: when Find My"]),
    (
        "erase: this page goes too",
        Requirement("erase", "erase-hand-over"),
        &["on another device", "on paper", "erased too"],
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
        &["there, never on the device"],
    ),
    (
        "delete: not before everything has come down",
        Requirement("delete-all", "delete-originals-here"),
        &["clearly fewer items than icloud.com, stop here"],
    ),
    (
        "delete: the photos are looked for before the switch goes on",
        Step("delete-all", "delete-still-there-again"),
        &["leave all switches off", "ask Apple Support"],
    ),
    (
        "erase: what has not uploaded stops the reader",
        Step("erase", "erase-read"),
        &["has not uploaded", "cancel and stop"],
    ),
    (
        "erase: not without today's backup",
        Step("erase", "erase-backup-there"),
        &["today's backup of this device", "erase nothing"],
    ),
    ("ask Apple", End, &["<https://support.apple.com/contact>", "Keep the copy"]),
    (
        "recover before the 30 days are over",
        End,
        &["Recover them from Recently Deleted", "before the 30 days are over"],
    ),
];
