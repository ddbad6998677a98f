//! Holds the JSON Schema and the validator together on documents that stand as files.
//!
//! Beside every invalid document, `<name>.errors.txt` has exactly what is said of it, one error a line.

use std::fs;
use std::path::{Path, PathBuf};

use fix_ladder_core::ladder::{RawLadder, parse, schema};
use serde_json::{Value, json};

use super::{document, errors_in, put};

/// Documents with a fault that no JSON Schema can see.
const ONLY_THE_VALIDATOR_KNOWS: [&str; 12] = [
    "blank-spans",
    "born-with",
    "deep-marks",
    "duplicate-ids",
    "empty-rung",
    "equal-labels",
    "hidden-host",
    "no-window",
    "two-otherwise",
    "unguarded",
    "unknown-choice",
    "unknown-option",
];

fn documents(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/ladders").join(kind);
    let entries = fs::read_dir(folder).expect("the fixtures are there");
    let paths = entries.map(|entry| entry.expect("a fixture").path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn schema_errors(document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&schema()).expect("the schema is one");
    validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn schema_and_validator_accept_every_valid_document() {
    let paths = documents("valid");
    assert!(paths.len() >= 4);
    for path in paths {
        let text = read(&path);
        assert_eq!(errors_in(parse(&text)), [""; 0], "{}", path.display());
        let value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(schema_errors(&value), [""; 0], "{}", path.display());
    }
}

#[test]
fn every_invalid_document_is_refused_with_exactly_its_errors() {
    let paths = documents("invalid");
    assert!(paths.len() >= 30);
    for path in paths {
        let expected = read(&path.with_extension("errors.txt"));
        let errors = errors_in(parse(&read(&path)));
        assert!(!errors.is_empty(), "{}", path.display());
        assert_eq!(errors, expected.lines().collect::<Vec<_>>(), "{}", path.display());
    }
}

#[test]
fn the_schema_refuses_every_invalid_document_but_those_only_the_validator_knows() {
    let mut accepted = Vec::new();
    for path in documents("invalid") {
        let value = serde_json::from_str(&read(&path)).expect("JSON");
        if schema_errors(&value).is_empty() {
            accepted.push(path.file_stem().expect("a name").to_string_lossy().into_owned());
        }
    }
    assert_eq!(accepted, ONLY_THE_VALIDATOR_KNOWS);
}

#[test]
fn the_schema_knows_the_amounts() {
    let rung = |index: usize| json!({ "id": format!("r{index}"), "title": "R", "severity": "gentle", "why": ["W"] });
    let step = |index: usize| json!({ "id": format!("s{index}"), "text": "S" });
    for (pointer, most, make) in
        [("/rungs", 200, &rung as &dyn Fn(usize) -> Value), ("/rungs/0/steps", 5_000, &step)]
    {
        let with = |n: usize| {
            let mut document = document();
            put(&mut document, pointer, (0..n).map(make).collect());
            schema_errors(&document)
        };
        assert_eq!(with(most), [""; 0]);
        assert_eq!(with(most + 1).len(), 1, "one more than {most} at {pointer}");
    }
}

#[test]
fn the_schema_names_no_host_and_describes_every_type() {
    let schema = schema();
    assert_eq!(schema["$id"], "urn:fix-ladder:document:1");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    for (name, definition) in schema["$defs"].as_object().expect("definitions") {
        assert!(definition["description"].is_string(), "{name} has no description");
    }
}

#[test]
fn documents_survive_being_read_and_written() {
    for path in documents("valid") {
        let raw: RawLadder = serde_json::from_str(&read(&path)).expect("a document");
        let written = serde_json::to_string(&raw).expect("a raw ladder can be written");
        assert_eq!(
            serde_json::from_str::<RawLadder>(&written).expect("a document"),
            raw,
            "{}",
            path.display()
        );
        assert_eq!(parse(&written), parse(&read(&path)), "{}", path.display());
    }
}
