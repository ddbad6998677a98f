//! What describes the element to tools of authors: the types, the manifest and the paper say what there is, and no more.
//!
//! Knows how each of them is written, nothing of what any of it means.

use std::collections::BTreeSet;

use serde_json::Value;

use super::contract::{EVENTS, N_EVENTS};
use super::file::{Fault, File};

const TYPES: &str = "web/public/fix-ladder.d.ts";
const MANIFEST: &str = "web/public/custom-elements.json";
const OPTIONS: &str = "web/embed/options.js";
const ELEMENT: &str = "web/embed/element.js";
const PAPER: &str = "docs/embedding.md";

type Names = BTreeSet<String>;

pub fn says_what_there_is(files: &[File]) -> Vec<Fault> {
    let text = |path: &str| {
        files.iter().find(|it| it.path == path).map(|it| it.text.as_str()).unwrap_or_default()
    };
    let (types, paper) = (text(TYPES), text(PAPER));
    let manifest: Value = serde_json::from_str(text(MANIFEST)).unwrap_or_default();
    let element = &manifest["modules"][0]["declarations"][0];
    let of = |key: &str| names_in(element, key);
    let set_by_itself = "data-state".to_owned();

    let attributes = quoted(between(text(OPTIONS), "ATTRIBUTES = [", "]"));
    let events: Names = EVENTS.iter().take(N_EVENTS).map(|it| format!("fix-ladder-{it}")).collect();
    let kinds: Names = EVENTS.iter().skip(N_EVENTS).map(|it| (*it).to_owned()).collect();
    let mut properties = Names::new();
    for file in files.iter().filter(|it| it.below("styles/") && it.is("css")) {
        properties.extend(custom_properties(&file.text));
    }
    let parts = between(paper, "`::part()` names: ", "\n");
    let parts: Names = parts.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let mut manifest_attributes = of("attributes");
    let has_state = manifest_attributes.remove(&set_by_itself);

    let mut faults = Vec::new();
    let mut compare = |path: &str, what: &str, wanted: &Names, said: &Names| {
        for name in wanted.symmetric_difference(said) {
            let message = match wanted.contains(name) {
                true => format!("{what}: `{name}` is missing"),
                false => format!("{what}: there is no `{name}`"),
            };
            faults.push(Fault { path: path.to_owned(), line: 1, message });
        }
    };
    compare(MANIFEST, "attributes", &attributes, &manifest_attributes);
    compare(MANIFEST, "events", &events, &of("events"));
    compare(MANIFEST, "custom properties", &properties, &of("cssProperties"));
    compare(MANIFEST, "parts", &parts, &of("cssParts"));
    compare(
        TYPES,
        "attributes",
        &attributes,
        &keys(between(types, "FixLadderAttributes {", "\n}")),
    );
    compare(TYPES, "events", &events, &keys(between(types, "FixLadderEvents {", "\n}")));
    compare(TYPES, "kinds", &kinds, &quoted(between(types, "type ChangeKind =", ";")));
    let members = of("members");
    for name in &members {
        let is_in = |text: &str, form: &str| text.contains(&format!("{form}{name}"));
        if !(is_in(types, "get ") || is_in(types, "readonly ") || is_in(types, "  ")) {
            compare(TYPES, "members", &Names::from([name.clone()]), &Names::new());
        }
        if !(is_in(text(ELEMENT), "get ") || is_in(text(ELEMENT), "    ")) {
            compare(ELEMENT, "members", &Names::from([name.clone()]), &Names::new());
        }
        if !is_in(paper, "`element.") {
            compare(PAPER, "members", &Names::from([name.clone()]), &Names::new());
        }
    }
    if members.is_empty() || !has_state {
        compare(MANIFEST, "members and the state", &Names::from([set_by_itself]), &Names::new());
    }
    faults
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let rest = text.split_once(begin).map_or("", |(_, rest)| rest);
    rest.split_once(end).map_or(rest, |(inside, _)| inside)
}

fn quoted(text: &str) -> Names {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The names of the members of an interface, each on a line of its own.
fn keys(text: &str) -> Names {
    let is_own = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    let keys = text.lines().filter(is_own).filter_map(|line| line.split_once(':'));
    keys.map(|(key, _)| key.trim().trim_matches(['?', '"']).trim_matches('"').to_owned()).collect()
}

fn names_in(element: &Value, key: &str) -> Names {
    let all = element[key].as_array().into_iter().flatten();
    all.filter_map(|it| it["name"].as_str()).map(str::to_owned).collect()
}

fn custom_properties(text: &str) -> Names {
    let is_part = |it: char| it.is_ascii_alphabetic() || it == '-';
    let names = text.match_indices("--fix-ladder-").filter_map(|(at, _)| text.get(at..));
    names.map(|it| it.chars().take_while(|it| is_part(*it)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::file::sample;
    use super::*;

    /// The files as they are, with these words of one of them replaced.
    fn faults_with(path: &str, from: &str, to: &str) -> Vec<String> {
        let root = crate::workspace::project_root();
        let paths = [TYPES, MANIFEST, OPTIONS, ELEMENT, PAPER, "styles/tokens.css"];
        let mut files = Vec::new();
        for it in paths {
            let text = std::fs::read_to_string(root.join(it)).unwrap_or_default();
            assert!(it != path || text.contains(from), "{path} has no {from}");
            files.extend(sample(it, &if it == path { text.replace(from, to) } else { text }));
        }
        says_what_there_is(&files).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_say_the_same() {
        assert_eq!(faults_with(TYPES, "ladder", "ladder"), [""; 0]);
    }

    #[test]
    fn what_one_of_them_does_not_say_is_a_fault() {
        for (path, from, to, said) in [
            (OPTIONS, "\"base\"", "\"base\", \"mood\"", "attributes: `mood` is missing"),
            (TYPES, "  base?:", "  bass?:", "attributes: there is no `bass`"),
            (TYPES, "  | \"skip\"\n", "", "kinds: `skip` is missing"),
            (TYPES, "\"fix-ladder-fixed\"", "\"fix-ladder-mended\"", "events: `fix-ladder-fixed`"),
            (TYPES, "reset()", "restart()", "members: `reset` is missing"),
            (ELEMENT, "reset() {", "restart() {", "members: `reset` is missing"),
            (
                MANIFEST,
                "\"--fix-ladder-ink\"",
                "\"--fix-ladder-i\"",
                "there is no `--fix-ladder-i`",
            ),
            ("styles/tokens.css", "--fix-ladder-ink", "--fix-ladder-text", "`--fix-ladder-text`"),
            (PAPER, "`foot`", "`feet`", "parts: `feet` is missing"),
            (PAPER, "`element.progress", "`it.progress", "members: `progress` is missing"),
            (MANIFEST, "\"data-state\"", "\"state\"", "attributes: there is no `state`"),
        ] {
            let faults = faults_with(path, from, to).join("\n");
            assert!(faults.contains(said), "{path}, {from}: {faults}");
        }
    }
}
