//! Any post's HTML is a ladder to the command. Knows no rule by which it is read.

use crate::support::{folder, root, run};

const POST: &str = "<!doctype html>\n<title>Blog</title>\n<h1>Full phone</h1>\n<fix-ladder>\n<h2>Restart</h2>\n<p>Hold the key.</p>\n\
    <h2>Sweep</h2>\n<p>Open it.</p>\n<p>Erase everything.</p>\n</fix-ladder>\n";

#[test]
fn what_is_said_of_a_post_has_its_line() {
    let folder = folder(&[("post.html", POST), ("empty.html", "<p>It is gone.</p>")]);
    let checked = run(folder.path(), &["check", "post.html"]);
    assert_eq!(checked.code, 0, "{}", checked.said);
    assert!(checked.out.contains("post.html:9:"), "{}", checked.out);
    assert!(checked.out.contains("this deletes or erases something"), "{}", checked.out);
    let checked = run(folder.path(), &["check", "empty.html"]);
    assert_eq!(checked.code, 1, "{}", checked.out);
    assert!(checked.out.contains("nothing here is a fix"), "{}", checked.out);
}

#[test]
fn a_post_becomes_a_text_and_a_document() {
    let german = POST.replace("<fix-ladder>", "<fix-ladder lang=\"de-AT\">");
    let folder = folder(&[("post.html", POST), ("german.html", &german)]);
    let text = run(folder.path(), &["build", "--markdown", "--print", "post.html"]);
    assert_eq!(text.code, 0, "{}", text.said);
    for part in [
        "# Full phone",
        "## Restart",
        "1. Hold the key.",
        "- Severity: drastic",
        "**Warning:** This fix may delete",
    ] {
        assert!(text.out.contains(part), "{part}: {}", text.out);
    }
    let document = run(folder.path(), &["build", "--json", "--print", "german.html"]);
    assert!(document.out.contains("an einem anderen Ort"), "{}", document.out);
}

#[test]
fn every_kept_post_is_a_text() {
    let posts = root().join("tests/fixtures/posts");
    let folder = folder(&[]);
    let out = folder.path().display().to_string();
    let mut arguments = vec!["build".to_owned(), "--markdown".to_owned(), "--out".to_owned(), out];
    let files = std::fs::read_dir(posts).expect("the posts").map(|it| it.expect("a file").path());
    arguments.extend(
        files
            .filter(|it| it.extension().is_some_and(|it| it == "html"))
            .map(|it| it.display().to_string()),
    );
    let built = run(folder.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(built.code, 0, "{}", built.said);
    assert!(std::fs::read_dir(folder.path()).expect("the texts").count() > 25);
}
