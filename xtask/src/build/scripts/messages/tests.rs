//! Scripts and messages agree on the placeholders that scripts fill in.

use std::collections::BTreeSet;
use std::fs;

use super::*;
use crate::files::sources_below;

/// The names in braces, of those that stand in these marks.
fn placeholders(text: &str, mark: &str) -> BTreeSet<String> {
    let [begin, end] = [[mark, "{"].concat(), ["}", mark].concat()];
    let names = text.split(&begin).skip(1).filter_map(|it| it.split_once(&end));
    // `"{}"` is an object without anything in it.
    let is_name =
        |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
    names.map(|(name, _)| name.to_owned()).filter(|it| is_name(it)).collect()
}

#[test]
fn scripts_fill_in_every_placeholder_and_no_other() {
    let mut filled = BTreeSet::new();
    for file in sources_below(&crate::workspace::project_root().join("web")).expect("the scripts") {
        if file.extension().is_some_and(|it| it == "js") {
            let script = fs::read_to_string(&file).expect("a script");
            // `.replace("{by}", …)`
            filled.extend(placeholders(&script, "\""));
        }
    }
    let said = Said::in_english();
    let pages = [for_page(&said), for_frame(&said)];
    let handed = [for_script(&said), for_list(&said), for_panels(&said)];
    let handed = handed.into_iter().chain(pages);
    let there = handed.flat_map(|it| placeholders(&it.to_string(), "")).collect();
    assert_eq!(filled, there);
}

/// `Intl.PluralRules` names a category, and the script takes that form or `other`.
#[test]
fn the_list_has_every_form_of_a_plural_message() {
    let minutes = &for_list(&Said::in_english())["minutes"];
    assert_eq!(*minutes, json!({ "one": "{n} minute", "other": "{n} minutes" }));
}
