//! What the original post of 2017 knows: nothing of it may be missing. Knows nothing of later years.

use super::facts::Fact;
use super::pieces::At::{
    Facts, Introduction, LadderSources, Requirement, Sources, Step, Title, Wait, Warning, Why,
};

const POST: &str = "\"iCloud Photos won't sync\" by Jon Brown, 17 November 2017";
const OWN_RULE: &str = "the original post's own rule";

pub const FACTS: &[Fact] = &[
    // The whole.
    (
        "the symptom opens the ladder",
        Introduction,
        &["Recent photos and videos do not appear in iCloud"],
    ),
    ("be patient with every step", Introduction, &["Be patient with every step"]),
    (
        "devices of family and friends",
        Introduction,
        &["A relative's or friend's device", "one device at a time"],
    ),
    ("the post is named", Introduction, &["The original post", "Jon Brown", "2017"]),
    (
        "the post is a source of the ladder",
        LadderSources,
        &["Jon Brown", "17 November 2017", "[2026-11]"],
    ),
    // Restart.
    ("restart: the rung", Title("restart"), &["Restart the device"]),
    (
        "restart: stale caches and settings",
        Why("restart"),
        &["caches and settings", "stale for weeks"],
    ),
    (
        "restart: hold Sleep/Wake",
        Step("restart", "restart-slider"),
        &["hold the Sleep/Wake button"],
    ),
    (
        "restart: the slider is drawn",
        Step("restart", "restart-slider"),
        &["[drawing: power-off-slider]"],
    ),
    ("restart: slide to power off", Step("restart", "restart-slide"), &["Slide to power off"]),
    (
        "restart: wait until it is off",
        Step("restart", "restart-off"),
        &["Wait until the device is off"],
    ),
    ("restart: switch on again", Step("restart", "restart-on"), &["until the Apple logo appears"]),
    ("restart: 15 minutes", Wait("restart"), &["[900 s]", OWN_RULE]),
    ("restart: the post is a source", Sources("restart"), &[POST]),
    // The switch.
    ("toggle: the rung", Title("toggle"), &["off and on again"]),
    (
        "toggle: may need a while, best on Wi-Fi",
        Step("toggle", "toggle-leave"),
        &["may need a while", "Wi-Fi"],
    ),
    ("toggle: the path", Step("toggle", "toggle-open"), &["Settings › [name] › iCloud › Photos"]),
    (
        "toggle: the Settings page is drawn",
        Step("toggle", "toggle-open"),
        &["[drawing: settings-page]"],
    ),
    ("toggle: off", Step("toggle", "toggle-off"), &["Turn the switch off", "iCloud Photo Library"]),
    ("toggle: the iCloud page is drawn", Step("toggle", "toggle-off"), &["[drawing: icloud-page]"]),
    (
        "toggle: the device off and on",
        Step("toggle", "toggle-restart"),
        &["Restart the device, as in the second fix"],
    ),
    (
        "toggle: the same path, on",
        Step("toggle", "toggle-on"),
        &["Settings › [name] › iCloud › Photos again", "turn the same switch on"],
    ),
    ("toggle: 15 minutes", Wait("toggle"), &["[900 s]", OWN_RULE]),
    ("toggle: the post is a source", Sources("toggle"), &[POST]),
    // Deleting.
    ("delete: the rung", Title("delete-all"), &["Delete everything in iCloud"]),
    ("delete: its name", Why("delete-all"), &["mother of all bombs"]),
    ("delete: at your own risk", Why("delete-all"), &["at your own risk"]),
    (
        "delete: how often it was enough",
        Why("delete-all"),
        &["On all but one occasion", "nothing further was needed"],
    ),
    ("delete: coffee", Requirement("delete-all", "delete-coffee"), &["a large cup of coffee"]),
    (
        "delete: a copy of the device and of iCloud",
        Requirement("delete-all", "delete-copy-place"),
        &["Every original is in the copy", "of this device", "and of iCloud"],
    ),
    (
        "delete: the guide to transferring photos",
        Sources("delete-all"),
        &["<https://support.apple.com/120267>", "transferring photos", "HT201302"],
    ),
    (
        "delete: the guide to backing up from iCloud",
        Sources("delete-all"),
        &["<https://support.apple.com/108306>", "copying photos from iCloud", "HT204055"],
    ),
    (
        "delete: read that twice",
        Warning("delete-all", "delete-read-twice"),
        &["[2 ×]", "all photos and videos in iCloud", "Read that twice"],
    ),
    (
        "delete: off on the device",
        Step("delete-all", "delete-switch-off"),
        &["On this device", "Settings › [name] › iCloud › Photos", "turn the switch off"],
    ),
    (
        "delete: the device off and on",
        Step("delete-all", "delete-restart"),
        &["Restart the device, as in the second fix"],
    ),
    (
        "delete: icloud.com on a computer",
        Step("delete-all", "delete-sign-in"),
        &["On a computer", "<https://www.icloud.com>", "with the account"],
    ),
    (
        "delete: all photos and videos",
        Step("delete-all", "delete-select"),
        &["Select all photos and videos"],
    ),
    ("delete: delete them", Step("delete-all", "delete-everything"), &["Delete them"]),
    (
        "delete: on again",
        Step("delete-all", "delete-switch-on"),
        &["Settings › [name] › iCloud › Photos", "turn the same switch on"],
    ),
    ("delete: 15 minutes", Wait("delete-all"), &["[900 s]", OWN_RULE]),
    ("delete: the post is a source", Sources("delete-all"), &[POST]),
    // The reset.
    ("erase: the rung", Title("erase"), &["Erase the device and restore it"]),
    ("erase: its name", Why("erase"), &["thermonuclear option", "factory reset"]),
    ("erase: last resort, needed once", Why("erase"), &["last resort", "needed only once"]),
    ("erase: be patient", Why("erase"), &["Be patient"]),
    (
        "erase: only after the other three, and their waits",
        Requirement("erase", "erase-after-three"),
        &["restarted, switched and deleted", "at least 15 minutes after each"],
    ),
    (
        "erase: a full backup on a computer",
        Requirement("erase", "erase-backup"),
        &["A full backup of this device", "on a computer", "iTunes"],
    ),
    (
        "erase: the guide to backing up by computer",
        Sources("erase"),
        &["<https://support.apple.com/118426#computer>", "the full backup", "HT203977"],
    ),
    ("erase: the path", Step("erase", "erase-reset-page"), &["Settings › General › Reset"]),
    (
        "erase: the Reset page is drawn",
        Step("erase", "erase-reset-page"),
        &["[drawing: reset-page]"],
    ),
    ("erase: the entry", Step("erase", "erase-choose"), &["Erase All Content and Settings"]),
    ("erase: the choice is drawn", Step("erase", "erase-choose"), &["[drawing: erase-choice]"]),
    (
        "erase: all data is erased",
        Warning("erase", "erase-all-data"),
        &["All data on this device will be erased"],
    ),
    ("erase: Erase Now", Step("erase", "erase-now"), &["Choose \"Erase Now\""]),
    (
        "erase: or Backup Then Erase",
        Step("erase", "erase-now"),
        &["\"Backup Then Erase\"", "one more backup"],
    ),
    ("erase: the dialog is drawn", Step("erase", "erase-now"), &["[drawing: erase-dialog]"]),
    (
        "erase: restore the latest backup on the Summary page",
        Step("erase", "erase-restore-backup"),
        &[
            "Choose Restore Backup",
            "today's backup",
            "[Mac with iTunes, Windows with iTunes] In iTunes, on the Summary page",
            "Not \"Restore iPhone\": that only erases once more",
            "[drawing: restore-backup]",
        ],
    ),
    (
        "erase: an iCloud backup is possible and worse",
        Requirement("erase", "erase-backup"),
        &["An iCloud backup is possible, but a worse idea when iCloud is broken"],
    ),
    (
        "erase: the guide to the iCloud backup",
        Sources("erase"),
        &["<https://support.apple.com/118426#icloud>", "the iCloud backup", "HT203977"],
    ),
    ("erase: the post is a source", Sources("erase"), &[POST]),
    ("erase: last resort in its facts", Facts("erase"), &["last-resort", "[undo: false"]),
];
