//! What things are called today, and the checks before the first rung. Knows nothing of the original post.

use super::facts::Fact;
use super::pieces::At::{Choices, Facts, Introduction, Requirement, Sources, Step};

pub const FACTS: &[Fact] = &[
    ("nothing is touched", Facts("really-stuck"), &["gentle", "no photo"]),
    (
        "status: iOS 17 and earlier",
        Step("really-stuck", "stuck-status"),
        &["iOS 15 to 17] At the bottom of Photos › Library › All Photos", "On iOS 17 and earlier"],
    ),
    (
        "status: iOS 18",
        Step("really-stuck", "stuck-status"),
        &["[iOS 18] Open Photos and tap your profile picture"],
    ),
    (
        "status: iOS 26",
        Step("really-stuck", "stuck-status"),
        &["[iOS 26 and later] Open Photos › Collections and tap your profile picture"],
    ),
    (
        "status: its words",
        Step("really-stuck", "stuck-status-words"),
        &[
            "Low Power",
            "Low Data",
            "\"Waiting to Sync\"",
            "\"Optimizing\"",
            "\"Sync Now\": tap it",
            "Wi-Fi",
            "charger",
        ],
    ),
    (
        "status: wait a few minutes",
        Step("really-stuck", "stuck-status-again"),
        &["Wait a few minutes"],
    ),
    ("charge", Step("really-stuck", "stuck-charger"), &["charger"]),
    ("Wi-Fi", Step("really-stuck", "stuck-wifi"), &["Wi-Fi"]),
    ("storage full", Step("really-stuck", "stuck-storage"), &["If it is full, nothing uploads"]),
    (
        "the same account",
        Step("really-stuck", "stuck-account"),
        &["on each device", "the email address", "Apple ID", "Apple Account"],
    ),
    ("System Status", Step("really-stuck", "stuck-system-status"), &["Apple's System Status page"]),
    ("update", Step("really-stuck", "stuck-update"), &["Settings › General › Software Update"]),
    (
        "date and time",
        Step("really-stuck", "stuck-clock"),
        &["Settings › General › Date & Time › Set Automatically"],
    ),
    (
        "a night",
        Step("really-stuck", "stuck-night"),
        &["on charger and Wi-Fi for a night", "large library"],
    ),
    (
        "the article on status and storage",
        Sources("really-stuck"),
        &["<https://support.apple.com/101559>", "<https://support.apple.com/108782>", "HT204264"],
    ),
    (
        "what of the checks is not confirmed",
        Sources("really-stuck"),
        &["Not confirmed", "iOS 26", "clock", "library"],
    ),
    (
        "the devices",
        Choices,
        &[
            "[Device] iPhone with Face ID, iPhone with Home button, iPad without Home button, iPad with Home button.",
        ],
    ),
    (
        "the systems",
        Choices,
        &["[System] iOS 10.3 to 11, iOS 12 to 14, iOS 15 to 17, iOS 18, iOS 26 and later."],
    ),
    (
        "the computers",
        Choices,
        &[
            "[Computer] Mac with Finder, Mac with iTunes, Windows with Apple Devices, Windows with iTunes, None.",
        ],
    ),
    ("the choices are optional", Introduction, &["skip what you do not know"]),
    (
        "the switch, three names",
        Step("toggle", "toggle-off"),
        &[
            "[iOS 10.3 to 11] It is called iCloud Photo Library.",
            "[iOS 12 to 14] It is called iCloud Photos.",
            "Sync this iPhone (or iPad)",
        ],
    ),
    (
        "since when Sync this iPhone is not confirmed",
        Sources("toggle"),
        &["Not confirmed: which version"],
    ),
    (
        "erase, two paths",
        Step("erase", "erase-reset-page"),
        &[
            "[iOS 10.3 to 11, iOS 12 to 14] Settings › General › Reset",
            "Settings › General › Transfer or Reset iPhone",
            "(or iPad)",
        ],
    ),
    (
        "since when Transfer is not confirmed",
        Sources("erase"),
        &["supd618b97bb", "Not confirmed", "iOS 15"],
    ),
    (
        "Shut Down",
        Step("restart", "restart-slider"),
        &["Settings › General › Shut Down", "iOS 10.3 does not have that"],
    ),
    (
        "gesture: Face ID",
        Step("restart", "restart-slider"),
        &[
            "[iPhone with Face ID] Choose Settings › General › Shut Down. Or hold the side button and either volume button",
        ],
    ),
    (
        "gesture: iPhone with a Home button",
        Step("restart", "restart-slider"),
        &[
            "[iPhone with Home button] Choose Settings › General › Shut Down. Or hold the side button",
        ],
    ),
    (
        "gesture: the oldest iPhones",
        Step("restart", "restart-slider"),
        &["on an SE (1st generation), 5s or earlier, the top button"],
    ),
    (
        "gesture: iPad without a Home button prefers Shut Down",
        Step("restart", "restart-slider"),
        &["[iPad without Home button] Choose Settings › General › Shut Down. Only if that fails"],
    ),
    (
        "gesture: iPad with a Home button",
        Step("restart", "restart-slider"),
        &["[iPad with Home button] Choose Settings › General › Shut Down. Or hold the top button"],
    ),
    (
        "gestures that are not confirmed",
        Sources("restart"),
        &["Not confirmed: the top button", "an iPad without one"],
    ),
    (
        "Finder, iTunes, Apple Devices",
        Requirement("erase", "erase-backup"),
        &[
            "the Finder (macOS 10.15 or later)",
            "before macOS 10.15 iTunes",
            "the Apple Devices app",
            "older systems iTunes",
        ],
    ),
];
