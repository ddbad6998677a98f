//! What keeps photos safe from the first words to the switch. Knows nothing of the original post.

use super::facts::{ACCESS, ALLOW, Fact, LARGER, NO_BACKUP, OPENED};
use super::pieces::At::{Advice, Introduction, Requirement, Sources, Step, Warning, Why};

pub const FACTS: &[Fact] = &[
    (
        "toggle: the passcode is known before the device is shut down",
        Requirement("toggle", "toggle-passcode"),
        &["I know the passcode", "do not shut the device down"],
    ),
    (
        "Apple's advice in the introduction",
        Introduction,
        &["Apple says not to turn iCloud Photos off"],
    ),
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
        "a backup holds no photos",
        Introduction,
        &[
            "A backup is not a copy",
            "Neither a device backup nor an iCloud backup contains the photos that live in iCloud Photos",
        ],
    ),
    (
        "deleting reaches every device",
        Introduction,
        &["deleted on every device that has iCloud Photos on"],
    ),
    (
        "what never uploaded is on one device only",
        Introduction,
        &[
            "most at risk",
            "never uploaded",
            "on one device only",
            "Delete nothing on that device",
            "do not sign out",
        ],
    ),
    (
        "no room by deleting",
        Step("really-stuck", "stuck-storage"),
        &["Do not make room by deleting photos"],
    ),
    ("no signing out", Step("really-stuck", "stuck-account"), &["Do not sign out"]),
    (
        "the switch is only looked at",
        Step("really-stuck", "stuck-switch"),
        &["leave it as it is", "Do not turn it on yet"],
    ),
    // The switch.
    ("toggle: the order", Why("toggle"), &["the copy is made before the switch is touched"]),
    (
        "toggle: nothing syncs while off",
        Why("toggle"),
        &["While the switch is off, nothing of this device syncs"],
    ),
    (
        "toggle: Optimize Storage",
        Why("toggle"),
        &["small versions", "removed when the switch goes off", "originals stay in iCloud"],
    ),
    (
        "toggle: never uploaded",
        Why("toggle"),
        &["never uploaded are on this device and nowhere else"],
    ),
    (
        "toggle: keep originals, on power and Wi-Fi",
        Requirement("toggle", "toggle-originals-here"),
        &[
            "on power and on Wi-Fi",
            "Download and Keep Originals",
            "If space is short",
            "stop there",
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
            "Choose \"Download Photos & Videos\"",
            "Never choose \"Remove from iPhone\"",
            "could not be downloaded",
            "space is short: cancel",
        ],
    ),
    (
        "toggle: the dialog again where it comes up",
        Step("toggle", "toggle-off"),
        &[
            "choose \"Download Photos & Videos\", never \"Remove from iPhone\"",
            "cancel and stop there",
        ],
    ),
    ("toggle: over and over", Step("toggle", "toggle-leave"), &["over and over", "duplicates"]),
    (
        "toggle: what is not confirmed",
        Sources("toggle"),
        &["Not confirmed: what happens to small versions", "duplicates"],
    ),
    (
        "toggle: no backup as evidence",
        Requirement("toggle", "toggle-copy-place"),
        &[NO_BACKUP, "iCloud Drive is not outside"],
    ),
    (
        "toggle: no backup in the sources",
        Sources("toggle"),
        &["PH12519", "Apple Configurator", NO_BACKUP],
    ),
    (
        "toggle: the place",
        Requirement("toggle", "toggle-copy-place"),
        &[
            "[place, not iCloud]",
            "outside iCloud",
            "icloud.com",
            "privacy.apple.com",
            "Download Originals to this Mac",
        ],
    ),
    (
        "toggle: a library is not the copy",
        Requirement("toggle", "toggle-copy-place"),
        &["A Photos library is not the copy", "deleted there too"],
    ),
    (
        "toggle: web access",
        Requirement("toggle", "toggle-copy-place"),
        &["Advanced Data Protection", ALLOW, ACCESS],
    ),
    (
        "toggle: from the device, and hidden",
        Requirement("toggle", "toggle-copy-device"),
        &["never uploaded", "hidden", "Image Capture", "would not be enough"],
    ),
    (
        "toggle: two numbers",
        Requirement("toggle", "toggle-copy-count"),
        &[LARGER, "A count alone proves nothing"],
    ),
    ("toggle: three things opened", Requirement("toggle", "toggle-copy-opened"), OPENED),
    (
        "which device is meant",
        Introduction,
        &["\"This device\" is always the one that does not sync"],
    ),
];
