//! What the original post of 2017 knows: nothing of it may be missing. Knows nothing of later years.

use super::facts::Fact;
use super::pieces::At::{
    Facts, Introduction, LadderSources, Requirement, Sources, Step, Title, Wait, Warning, Why,
};

const POST: &str = "\"iCloud Photos won't sync\" by Jon Brown, 17 November 2017";
const OWN_RULE: &str = "the figure is the original post's own rule";

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
        &["a device of your family or of a friend", "one device at a time"],
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
        &["may need a while", "Wi-Fi is best"],
    ),
    ("toggle: the path", Step("toggle", "toggle-open"), &["Settings › [name] › iCloud › Photos"]),
    (
        "toggle: the Settings page is drawn",
        Step("toggle", "toggle-open"),
        &["[drawing: settings-page]"],
    ),
    ("toggle: off", Step("toggle", "toggle-off"), &["Turn the switch off", "iCloud Photo Library"]),
    ("toggle: the iCloud page is drawn", Step("toggle", "toggle-off"), &["[drawing: icloud-page]"]),
    ("toggle: the device off", Step("toggle", "toggle-shut-down"), &["Shut the device down"]),
    ("toggle: the device on", Step("toggle", "toggle-start"), &["until the Apple logo appears"]),
    (
        "toggle: the same path",
        Step("toggle", "toggle-open-again"),
        &["Settings › [name] › iCloud › Photos", "again"],
    ),
    (
        "toggle: on",
        Step("toggle", "toggle-on"),
        &["Turn the same switch on", "iCloud Photo Library"],
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
        &["Every original is exported", "of this device", "and of iCloud"],
    ),
    (
        "delete: the guide to transferring photos",
        Sources("delete-all"),
        &["<https://support.apple.com/HT201302>", "transferring photos"],
    ),
    (
        "delete: the guide to backing up from iCloud",
        Sources("delete-all"),
        &["<https://support.apple.com/HT204055#photos>", "backing up photos from iCloud"],
    ),
    (
        "delete: read that twice",
        Warning("delete-all", "delete-read-twice"),
        &["[2 ×]", "all photos and videos in iCloud", "Read that twice"],
    ),
    (
        "delete: the path",
        Step("delete-all", "delete-open"),
        &["Settings › [name] › iCloud › Photos"],
    ),
    ("delete: off on the device", Step("delete-all", "delete-switch-off"), &["off on this device"]),
    ("delete: the device off", Step("delete-all", "delete-shut-down"), &["Shut the device down"]),
    (
        "delete: the device on",
        Step("delete-all", "delete-start"),
        &["until the Apple logo appears"],
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
        "delete: the path again",
        Step("delete-all", "delete-open-again"),
        &["Settings › [name] › iCloud › Photos"],
    ),
    ("delete: on again", Step("delete-all", "delete-switch-on"), &["Turn the switch on"]),
    ("delete: 15 minutes", Wait("delete-all"), &["[900 s]", OWN_RULE]),
    ("delete: the post is a source", Sources("delete-all"), &[POST]),
    // The reset.
    ("erase: the rung", Title("erase"), &["Erase the device and restore it"]),
    ("erase: its name", Why("erase"), &["thermonuclear option", "factory reset"]),
    ("erase: last resort, needed once", Why("erase"), &["last resort", "needed it only once"]),
    ("erase: be patient", Why("erase"), &["Be patient"]),
    (
        "erase: only after the other three, and their waits",
        Requirement("erase", "erase-after-three"),
        &["the other three", "at least 15 minutes", "the restart, the switch, the deletion"],
    ),
    (
        "erase: a full backup on a computer",
        Requirement("erase", "erase-backup"),
        &["A full backup of this device is on a computer", "iTunes"],
    ),
    (
        "erase: the guide to backing up by computer",
        Sources("erase"),
        &["<https://support.apple.com/HT203977#itunes>", "the full backup"],
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
        Step("erase", "erase-restore"),
        &[
            "Restore the latest backup",
            "[Mac with iTunes, Windows with iTunes]",
            "Restore Backup on the Summary page",
        ],
    ),
    (
        "erase: an iCloud backup is possible and worse",
        Requirement("erase", "erase-backup"),
        &["An iCloud backup is possible, but the worse idea when iCloud is what is broken"],
    ),
    (
        "erase: the guide to the iCloud backup",
        Sources("erase"),
        &["<https://support.apple.com/HT203977#icloud>", "the iCloud backup"],
    ),
    ("erase: the post is a source", Sources("erase"), &[POST]),
    ("erase: last resort in its facts", Facts("erase"), &["last-resort", "[undo: false"]),
];
