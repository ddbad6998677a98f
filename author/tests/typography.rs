//! What editors and blog engines do to characters must not change what a text means.

use crate::example;
use crate::support::document;

#[test]
fn typographic_characters_mean_the_same() {
    let plain = example::text();
    let typographic = plain
        .replace("Wait: 2 minutes, ", "Wait:\u{a0}2\u{a0}minutes \u{2013} ")
        .replace(" > ", "\u{a0}\u{203a}\u{a0}")
        .replace('\'', "\u{2019}")
        .replace("\"offline\"", "\u{201c}offline\u{201d}")
        .replace("(name the place)", "(name\u{a0}the place)")
        .replace("Windows 11: ", "Windows\u{a0}11:\u{a0}")
        .replace("**Warning:** ", "**Warning:**\u{a0}")
        .replace("- Severity", "- **Severity**")
        .replace("## About you", "## About\u{a0}you\u{200b}")
        .replace("\n", "\r\n");
    assert_ne!(plain, typographic);
    // The prose keeps the characters that its author chose; everything else is the same.
    let found = document(&typographic)
        .to_string()
        .replace('\u{2019}', "'")
        .replace(['\u{201c}', '\u{201d}'], "\\\"");
    assert_eq!(found, document(&plain).to_string());
}

#[test]
fn a_byte_order_mark_and_old_line_ends_are_harmless() {
    let plain = example::text();
    assert_eq!(document(&format!("\u{feff}{plain}")), document(&plain));
    assert_eq!(document(&plain.replace('\n', "\r\n")), document(&plain));
}
