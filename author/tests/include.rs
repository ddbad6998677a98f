//! Shared pieces: what a text is that names them, and where a fault in one is said to be.

use fix_ladder_author::{Said, Source, compile, compile_pieces};
use serde_json::{Value, json};

/// The files of a folder of ladders, by their paths in it.
type Files<'a> = &'a [(&'a str, &'a str)];

fn compiled(text: &str, files: Files<'_>) -> (Option<Value>, Vec<Said>) {
    let read = |path: &str| {
        files.iter().find(|(name, _)| *name == path).map(|(_, text)| (*text).to_owned())
    };
    let (compiled, said) = compile_pieces(Source { name: "ladder.md", text }, &read, None);
    (compiled.ladder.map(|it| serde_json::to_value(it).expect("a document is JSON")), said)
}

/// `file line:column message`, of everything that is said.
fn said(text: &str, files: Files<'_>) -> Vec<String> {
    let said = compiled(text, files).1;
    let of = |it: &Said| {
        let lines = it.diagnostics.iter().map(|diagnostic| {
            let words = it.text.get(diagnostic.range.clone()).unwrap_or("?");
            format!(
                "{} {}:{} {}: {words}",
                it.name, diagnostic.line, diagnostic.column, diagnostic.severity
            )
        });
        lines.collect::<Vec<_>>()
    };
    said.iter().flat_map(of).collect()
}

const COPY: &str = "- I have a copy. (name the place) <!-- id: copy -->\n\n  On a disk.";

#[test]
fn a_piece_is_read_as_if_it_stood_there() {
    let with = |piece: &str| {
        format!(
            "# T\n\n## R\n\n### Before you start\n\n{piece}\n- I have time. <!-- id: time -->\n\n### Steps\n\n1. Do. <!-- id: do -->\n"
        )
    };
    let files = [("shared/copy.md", COPY)];
    let text = with("<!-- include: shared/copy.md -->");
    let (document, _) = compiled(&text, &files);
    let whole = compile(Source { name: "ladder.md", text: &with(COPY) }).ladder;
    assert_eq!(document, whole.map(|it| serde_json::to_value(it).expect("a document is JSON")));
    assert_eq!(said(&text, &files), [""; 0]);
    // Capitals and blanks do not matter, and a ladder without pieces is as it was.
    assert!(compiled(&with("  <!--Include:shared/copy.md-->  "), &files).0.is_some());
    assert!(compiled(&with(COPY), &[]).0.is_some());
}

#[test]
fn a_piece_within_a_step_is_moved_in_as_its_comment_is() {
    let text = "# T\n\n## R\n\n1. Do. <!-- id: do -->\n\n   <!-- include: shared/note.md -->\n2. Go. <!-- id: go -->\n";
    let files = [("shared/note.md", "Look first.\n\n- Up.\n- Down.\n")];
    let document = compiled(text, &files).0.expect("a document");
    assert_eq!(
        document["rungs"][0]["steps"][0]["more"],
        json!(["Look first.", { "list": ["Up.", "Down."] }])
    );
    assert_eq!(document["rungs"][0]["steps"][1]["text"], "Go.");
}

#[test]
fn a_fault_is_said_in_its_own_file_and_line() {
    let text = "# T\n\n## R\n\n- Severity: drasitc\n\n<!-- include: shared/a.md -->\n\n1. Do. <!-- interupts -->\n";
    let files = [
        ("shared/a.md", "Words.\n\n<!-- include: shared/b.md -->\n\n- Wiat: 5 minutes\n"),
        ("shared/b.md", "> **Caution:** mind it.\n"),
    ];
    let said = said(text, &files);
    assert!(said.contains(&"ladder.md 5:13 error: drasitc".to_owned()), "{said:?}");
    assert!(said.iter().any(|it| it.starts_with("shared/b.md 1:5 error: ")), "{said:?}");
    assert!(said.iter().any(|it| it.starts_with("shared/a.md 5:3 ")), "{said:?}");
    assert!(said.iter().any(|it| it.starts_with("ladder.md 9:")), "{said:?}");
}

#[test]
fn what_cannot_be_put_in_is_an_error_where_it_is_named() {
    let rung = |line: &str| format!("# T\n\n## R\n\n{line}\n\n1. Do.\n");
    let nested: Vec<(String, String)> = (0..12)
        .map(|it| (format!("shared/{it}.md"), format!("<!-- include: shared/{}.md -->\n", it + 1)))
        .collect();
    let nested: Vec<(&str, &str)> = nested.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let files = [
        ("shared/self.md", "<!-- include: shared/other.md -->\n"),
        ("shared/other.md", "\n<!-- include: shared/self.md -->\n"),
    ];
    for (line, files, expected) in [
        (
            "<!-- include: shared/none.md -->",
            &files[..],
            "ladder.md 5:1 error: <!-- include: shared/none.md -->",
        ),
        (
            "<!-- include: ../secret.md -->",
            &files,
            "ladder.md 5:1 error: <!-- include: ../secret.md -->",
        ),
        (
            "<!-- include: /etc/passwd.md -->",
            &files,
            "ladder.md 5:1 error: <!-- include: /etc/passwd.md -->",
        ),
        (
            "<!-- include: shared/a.txt -->",
            &files,
            "ladder.md 5:1 error: <!-- include: shared/a.txt -->",
        ),
        (
            "<!-- include: shared/self.md -->",
            &files,
            "shared/other.md 2:1 error: <!-- include: shared/self.md -->",
        ),
        (
            "<!-- include: shared/0.md -->",
            &nested,
            "shared/6.md 1:1 error: <!-- include: shared/7.md -->",
        ),
        // Not on a line of its own.
        (
            "Words. <!-- include: shared/self.md -->",
            &files,
            "ladder.md 5:8 error: <!-- include: shared/self.md -->",
        ),
    ] {
        let text = rung(line);
        assert_eq!(compiled(&text, files).0, None, "{line}");
        assert_eq!(said(&text, files), [expected], "{line}");
    }
    // Where a text stands alone, nothing may be missing from it in silence.
    let alone = compile(Source { name: "l.md", text: &rung("<!-- include: shared/self.md -->") });
    assert!(alone.ladder.is_none());
}

#[test]
fn pieces_that_multiply_end() {
    let twice = |it: usize| format!("<!-- include: shared/{it}.md -->\n").repeat(64);
    let files: Vec<(String, String)> =
        (0..6).map(|it| (format!("shared/{it}.md"), twice(it + 1))).collect();
    let mut files: Vec<(&str, &str)> =
        files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    files.push(("shared/6.md", "Many words that are said again and again.\n"));
    let (document, said) =
        compiled("# T\n\n<!-- include: shared/0.md -->\n\n## R\n\n1. Do.\n", &files);
    assert_eq!(document, None);
    assert!(said.iter().any(|it| it.diagnostics.iter().any(|it| it.message.contains("1 MB"))));
}

#[test]
fn code_names_no_piece() {
    let text = "# T\n\n```text\n<!-- include: shared/none.md -->\n```\n\n## R\n\n1. Do.\n";
    assert!(said(text, &[]).iter().all(|it| it.contains("note: ")), "{:?}", said(text, &[]));
}
