//! Ordinary how-tos as real themes and exports render them, `tests/fixtures/posts/`: each a file of HTML, and beside it
//! what it is read as. Knows no case.
//!
//! `UPDATE=1` writes what is read now, for whoever has looked at it.

use fix_ladder_author::post::read;
use fix_ladder_core::ladder::validate;

use super::html::page;
use super::outline::outline;

#[test]
fn posts_of_every_theme_are_ladders_as_their_authors_meant_them() {
    let folder = format!("{}/../tests/fixtures/posts", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the posts")
        .map(|it| it.expect("a file").path())
        .filter(|it| it.extension().is_some_and(|it| it == "html"))
        .collect();
    files.sort();
    assert!(files.len() >= 25, "{}", files.len());
    let mut wrong = String::new();
    for file in files {
        let html = std::fs::read_to_string(&file).expect("a post");
        let read = read(&page(&html));
        let Some(ladder) = read.ladder else {
            wrong += &format!("{}: no ladder: {:?}\n", file.display(), read.hints);
            continue;
        };
        assert!(validate(&ladder).is_ok(), "{}", file.display());
        let found = outline(&ladder);
        let beside = file.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&beside, &found).expect("it is written");
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        if found != expected {
            wrong += &format!("{}:\n{found}\n", file.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
