//! What keeps photos safe from the first words, through the copy, to the switch. Knows nothing of the original post.

use super::facts::{ACCESS, ALLOW, Fact, LARGER, OPENED};
use super::pieces::At::{Advice, Introduction, Requirement, Sources, Step, Title, Warning, Why};

pub const FACTS: &[Fact] = &[
    // The introduction, and whom it lets in elsewhere than at the top.
    ("which device is meant", Introduction, &["\"This device\" is the one that does not sync"]),
    (
        "what never uploaded is on one device only",
        Introduction,
        &[
            "Delete nothing on it, do not sign out, do not reset it",
            "never uploaded exist only there",
        ],
    ),
    (
        "deleting reaches every device",
        Introduction,
        &["deleted on every device that has iCloud Photos on"],
    ),
    (
        "who has already deleted",
        Introduction,
        &[
            "Already deleted something?",
            "Recently Deleted",
            "on this device and at icloud.com",
            "30 days",
        ],
    ),
    (
        "a backup holds no photos",
        Introduction,
        &[
            "A backup is not a copy",
            "neither a device backup nor an iCloud backup contains the photos that live in iCloud Photos",
        ],
    ),
    (
        "who has already switched off",
        Introduction,
        &["iCloud Photos already off", "Leave it off until you have the copy of the third fix"],
    ),
    (
        "who has already lost something",
        Introduction,
        &["Photos missing here, signed out", "Change nothing", "Then ask Apple Support"],
    ),
    (
        "managed and children's devices",
        Introduction,
        &["A work, school or child's device?", "Ask them"],
    ),
    ("who has no computer", Introduction, &["No computer? See the third fix, step 1"]),
    ("whose account", Introduction, &["Use only their account"]),
    // The checks.
    (
        "no room by deleting",
        Step("really-stuck", "stuck-storage"),
        &["Do not make room by deleting photos", "for this account"],
    ),
    ("no signing out", Step("really-stuck", "stuck-account"), &["do not sign out"]),
    (
        "the switch is only looked at",
        Step("really-stuck", "stuck-switch"),
        &["leave it as it is", "nothing of this device syncs", "Do not turn it on yet"],
    ),
    (
        "one item that blocks the rest",
        Step("really-stuck", "stuck-status-again"),
        &["one item may block the rest", "Do not delete it", "the third fix carries it over"],
    ),
    (
        "no update without the passcode",
        Step("really-stuck", "stuck-update"),
        &["Skip it if nobody knows the passcode"],
    ),
    ("restart: no guessing", Step("restart", "restart-passcode"), &["Do not guess; skip this fix"]),
    ("restart: the other slider", Step("restart", "restart-slide"), &["Touch no other slider"]),
    // The copy.
    ("copy: the fix", Title("copy-photos"), &["Copy your photos", "carry the missing ones over"]),
    (
        "copy: outside iCloud",
        Step("copy-photos", "copy-disk"),
        &["Not iCloud Drive", "nor a Photos library", "what iCloud loses, they lose too"],
    ),
    (
        "copy: on a borrowed computer, or on none",
        Step("copy-photos", "copy-disk"),
        &["private window", "sign out at the end", "No computer at all?"],
    ),
    (
        "copy: both numbers, under the right account",
        Step("copy-photos", "copy-count-first"),
        &[
            "how many items the device has, and how many iCloud has",
            "this device's account",
            "[drawing: icloud-web]",
        ],
    ),
    (
        "copy: web access",
        Step("copy-photos", "copy-count-first"),
        &["Advanced Data Protection", ALLOW, ACCESS],
    ),
    (
        "copy: nothing is converted",
        Step("copy-photos", "copy-keep-originals"),
        &[
            "Keep Originals",
            "nothing is converted",
            "Settings › Apps › Photos",
            "iOS 10.3 does not have it",
        ],
    ),
    (
        "copy: originals first, on power and Wi-Fi, without the switch",
        Step("copy-photos", "copy-download"),
        &["Download and Keep Originals", "Leave the switch alone", "On charger and Wi-Fi"],
    ),
    (
        "copy: by cable",
        Step("copy-photos", "copy-import"),
        &["Image Capture on a Mac", "Photos app on Windows", "Do not delete anything after import"],
    ),
    (
        "copy: what iCloud has",
        Step("copy-photos", "copy-from-icloud"),
        &[
            "unmodified originals",
            "small versions",
            "privacy.apple.com",
            "Download Originals to this Mac",
        ],
    ),
    ("copy: the hidden ones", Step("copy-photos", "copy-hidden"), &["the Hidden album"]),
    (
        "copy: counted and weighed",
        Step("copy-photos", "copy-weigh"),
        &["fuller folder", "the larger number", "about the size of Photos", "copy what is missing"],
    ),
    (
        "copy: three opened, without device and network",
        Step("copy-photos", "copy-open-three"),
        &["Unplug the device, take the computer offline", "one video from the copy", "blurred"],
    ),
    (
        "copy: what is missing is carried over",
        Step("copy-photos", "copy-carry-over"),
        &["Upload that at icloud.com, from the copy", "Try it with one"],
    ),
    (
        "copy: only then the switch of who had it off",
        Step("copy-photos", "copy-switch-on"),
        &["Turn it on", "If anything would be removed, cancel"],
    ),
    ("copy: the proof", Step("copy-photos", "copy-test-photo"), &["Take one new photo"]),
    (
        "copy: the articles",
        Sources("copy-photos"),
        &[
            "<https://support.apple.com/120267>",
            "<https://support.apple.com/108306>",
            "<https://support.apple.com/102630>",
        ],
    ),
    ("copy: why", Why("copy-photos"), &["You may stop after it"]),
    // The switch.
    (
        "Apple's advice on the rung",
        Advice("toggle"),
        &[
            "[Apple]",
            "Do not turn iCloud Photos off when it will not sync",
            "<https://support.apple.com/101559>",
        ],
    ),
    (
        "toggle: the passcode is known before the device is shut down",
        Requirement("toggle", "toggle-passcode"),
        &["I know the device's passcode", "do not guess, do not shut down: stop here"],
    ),
    (
        "toggle: originals here; Optimize Storage",
        Requirement("toggle", "toggle-originals-here"),
        &[
            "Download and Keep Originals is chosen, and nothing is left to download",
            "With Optimize Storage, switching off removes the small versions; the originals stay in iCloud",
            "The remaining fixes are not for this device",
        ],
    ),
    (
        "toggle: the article on keeping originals",
        Sources("toggle"),
        &["<https://support.apple.com/102179>"],
    ),
    (
        "toggle: the dialog",
        Warning("toggle", "toggle-never-remove"),
        &[
            "choose \"Download Photos & Videos\"",
            "never \"Remove from iPhone\" (or iPad)",
            "could not be downloaded, or space is short, cancel and stop",
        ],
    ),
    (
        "toggle: the dialog again where it comes up",
        Step("toggle", "toggle-download"),
        &[
            "choose \"Download Photos & Videos\", never \"Remove from iPhone\" (or iPad)",
            "cancel and stop",
            "Change nothing more",
            "[drawing: switch-off-dialog]",
        ],
    ),
    ("toggle: over and over", Step("toggle", "toggle-leave"), &["over and over", "duplicates"]),
    (
        "toggle: what is not confirmed",
        Sources("toggle"),
        &["Not confirmed: what happens to small versions", "duplicates"],
    ),
    (
        "toggle: the place, and no backup as evidence",
        Requirement("toggle", "toggle-copy-place"),
        &[
            "[place, not iCloud]",
            "as in the third fix",
            "A backup or a Photos library does not count",
        ],
    ),
    (
        "toggle: no backup in the sources",
        Sources("toggle"),
        &["PH12519", "Apple Configurator", super::facts::NO_BACKUP],
    ),
    ("toggle: two numbers", Requirement("toggle", "toggle-copy-count"), &[LARGER]),
    ("toggle: three things opened", Requirement("toggle", "toggle-copy-opened"), OPENED),
];
