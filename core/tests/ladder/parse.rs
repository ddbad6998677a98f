//! Reading a document's text: its size, its format, and JSON that is not a document.

use fix_ladder_core::ladder::{MAX_BYTES, parse};
use serde_json::json;

use super::{document, errors_in, put};

#[track_caller]
fn check(json: &str, expected: &str) {
    assert_eq!(errors_in(parse(json)), [expected]);
}

/// The small document, on as many lines as a person would write.
fn written() -> String {
    serde_json::to_string_pretty(&document()).expect("a value can be written")
}

#[test]
fn at_most_a_megabyte_is_read() {
    let document = written();
    let padded = |bytes: usize| format!("{document}{}", " ".repeat(bytes - document.len()));
    assert!(parse(&padded(MAX_BYTES)).is_ok());
    check(
        &padded(MAX_BYTES + 1),
        "the ladder: the document has 1048577 bytes: at most 1048576 (1 MB) are read, so shorten it or split it in two",
    );
}

#[test]
fn a_newer_format_is_called_newer_whatever_else_is_new() {
    let newer = |format: u64| {
        format!(
            "the ladder: this document has format {format}; this Fix Ladder reads format 1: update it"
        )
    };
    check(r#"{ "format": 2 }"#, &newer(2));
    check(r#"{ "cases": [{ "deep": [] }], "format": 3, "rungs": "none" }"#, &newer(3));
    check(&format!(r#"{{ "format": {} }}"#, u64::MAX), &newer(u64::MAX));
    let deep =
        format!(r#"{{ "new": {}{}, "format": 2 }}"#, "[".repeat(100_000), "]".repeat(100_000));
    check(&deep, &newer(2));
}

#[test]
fn a_format_that_does_not_exist_is_refused() {
    let with_format = |format| {
        let mut document = document();
        put(&mut document, "/format", format);
        document.to_string()
    };
    check(
        &with_format(json!(0)),
        "the ladder: this document has format 0, which does not exist: write `\"format\": 1`",
    );
    for (format, found) in
        [(json!("1"), "string \"1\""), (json!(1.5), "floating point `1.5`"), (json!(null), "null")]
    {
        let errors = errors_in(parse(&with_format(format)));
        let [error] = errors.as_slice() else { panic!("one error expected: {errors:?}") };
        assert!(
            error.ends_with(&format!(
                ": invalid type: {found}, expected a whole number from 0: write what is expected instead"
            )),
            "{error}"
        );
    }
}

#[test]
fn what_is_not_json_says_where() {
    let ends = "the document ends too early: close every bracket and every quote, \
                and check that the whole file arrived";
    check("", &format!("line 1, column 1: {ends}"));
    check("{", &format!("line 1, column 1: {ends}"));
    check("{\n  \"format\": 1,\n  \"id\": \"prin", &format!("line 3, column 13: {ends}"));
    check("<html>", "line 1, column 1: this is not JSON, expected value: correct it here");
    check(
        "{\n  \"format\": 1\n  \"id\": \"printer\"\n}",
        "line 3, column 3: this is not JSON, expected `,` or `}`: correct it here",
    );
    check(
        "{\n  \"format\": 1,\n}",
        "line 3, column 1: this is not JSON, trailing comma: correct it here",
    );
    check(
        &format!("{}\n}}", document()),
        "line 2, column 1: this is not JSON, trailing characters: correct it here",
    );
}

#[test]
fn json_that_is_not_a_document_says_what_was_expected() {
    check(
        "[]",
        "line 1, column 1: invalid type: sequence, expected an object: write what is expected instead",
    );
    check(
        "7",
        "line 1, column 1: invalid type: integer `7`, expected an object: write what is expected instead",
    );
    check(
        r#"{ "format": 1, "id": "a", "title": "A" }"#,
        "line 1, column 40: missing field `rungs`: add it",
    );
    check(
        r#"{ "format": 1, "name": "a" }"#,
        "line 1, column 21: unknown field `name`, expected one of `format`, `id`, `lang`, `title`, `introduction`, \
         `choices`, `rungs`, `fixed`, `moving`, `end`, `report_to`, `sources`, `drawings`: correct its name, or take it out",
    );
    check(
        r#"{ "format": 1, "format": 1 }"#,
        "line 1, column 23: duplicate field `format`: keep one of the two",
    );
    check(
        r#"{ "format": 1, "rungs": {} }"#,
        "line 1, column 24: invalid type: map, expected a list: write what is expected instead",
    );
    check(
        r#"{ "format": 1, "title": [{ "bold": ["A"] }] }"#,
        "line 1, column 33: unknown variant `bold`, expected one of `strong`, `emphasis`, `code`, `path`, `link`: \
         correct its name",
    );
    check(
        r#"{ "format": 1, "title": 7 }"#,
        "line 1, column 25: invalid type: integer `7`, expected a string or a list of spans: \
         write what is expected instead",
    );
}

#[test]
fn a_message_never_holds_the_whole_document() {
    let long = "x".repeat(900_000);
    for json in [
        format!(r#"{{ "{long}": 1 }}"#),
        format!(r#"{{ "format": "{long}" }}"#),
        format!(r#"{{ "format": 1, "title": [{{ "{long}": 1 }}] }}"#),
    ] {
        let errors = errors_in(parse(&json));
        assert_eq!(errors.len(), 1);
        assert!(errors[0].len() < 600, "{} bytes", errors[0].len());
    }
    let mut document = document();
    put(&mut document, "/rungs/0/id", json!(long));
    put(&mut document, "/rungs/0/severity", json!("y".repeat(90_000)));
    for error in errors_in(parse(&document.to_string())) {
        assert!(error.len() < 600, "{} bytes", error.len());
    }
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    assert!(parse(&format!("\u{feff}{}", written())).is_ok());
}

#[test]
fn after_500_faults_it_is_enough() {
    let mut document = document();
    let empty = vec![""; 100_000];
    put(&mut document, "/end", json!([{ "list": empty }]));
    let errors = errors_in(parse(&document.to_string()));
    assert_eq!(errors.len(), 501);
    assert_eq!(errors[499], "end, paragraph 1, item 500: the text is empty: give it words");
    assert_eq!(
        errors[500],
        "the ladder: there are more faults than these 500: correct these first"
    );
}

#[test]
fn an_object_is_not_written_as_a_list_of_its_values() {
    for (place, list) in [
        ("/sources", json!([["A page"]])),
        ("/choices/0/options/0", json!(["phone", "Phone"])),
        ("/rungs/0/steps/0", json!(["switch-off", "Switch it off."])),
        ("/rungs/1/wait", json!([900])),
        ("/rungs/0/touches", json!([["account"], "Your account"])),
        ("/rungs/0/why/0", json!([{ "link": ["https://example.org", ["Apple"]] }])),
        ("/rungs/0/why/0", json!({ "variants": [[{ "device": ["phone"] }, "Press it."]] })),
    ] {
        let mut document = document();
        put(&mut document, place, list);
        let errors = errors_in(parse(&document.to_string()));
        let expected = "invalid type: sequence, expected an object: write what is expected instead";
        assert!(errors.len() == 1 && errors[0].ends_with(expected), "{place}: {errors:?}");
    }
}
