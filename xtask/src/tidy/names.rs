//! What no file may be called: a name that does not tell it from its neighbour.
//!
//! Knows paths alone, nothing of what a file holds.

use super::file::{Fault, File};

/// Languages that programs and pages are written in. Data in other kinds may stand beside a source of its name.
const LANGUAGES: [&str; 4] = ["css", "html", "js", "rs"];

/// The folder, the stem and the language of a source that is written by hand.
fn parts(file: &File) -> Option<(&str, &str, &str)> {
    let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let (stem, language) = name.rsplit_once('.')?;
    let is_source = LANGUAGES.contains(&language) && !file.below("dist/");
    is_source.then_some((folder, stem, language))
}

pub fn one_language_a_stem(files: &[File]) -> Vec<Fault> {
    let sources = || files.iter().filter_map(|file| Some((file, parts(file)?)));
    let mut faults = Vec::new();
    for (file, (folder, stem, language)) in sources() {
        // The later of two is the fault.
        let earlier =
            sources().find(|(_, other)| (other.0, other.1) == (folder, stem) && other.2 < language);
        if let Some((other, _)) = earlier {
            let cure = "name one of them by what it alone has";
            faults.push(file.fault(1, format!("{} has the same stem; {cure}", other.path)));
        }
    }
    faults
}

/// So much is a page here: the standalone one, one of a blog, and what tests run in.
pub fn one_page_a_language(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for language in LANGUAGES {
        let is_page = |file: &&File| {
            parts(file).is_some_and(|(_, stem, own)| stem == "page" && own == language)
        };
        let mut pages = files.iter().filter(is_page);
        let Some(first) = pages.next() else { continue };
        for file in pages {
            let cure = "say which page it is, or what of it";
            faults.push(file.fault(1, format!("{} is called `page` too; {cure}", first.path)));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> Vec<File> {
        paths.iter().map(|path| File { path: (*path).to_owned(), text: "x\n".to_owned() }).collect()
    }

    #[test]
    fn a_stem_in_two_languages() {
        let faults = |paths| one_language_a_stem(&files(paths)).len();
        assert_eq!(faults(&["src/a/first.js", "src/a/first.rs"]), 1);
        assert_eq!(faults(&["src/a/x.rs", "src/a/x.html", "src/a/x.js"]), 2);
        assert_eq!(faults(&["index.html", "index.js"]), 1);
        assert_eq!(faults(&["src/a/first.js", "src/b/first.rs", "src/first.rs"]), 0);
        assert_eq!(faults(&["src/a.rs", "src/a.json", "src/a.md", "src/a.svg"]), 0);
        assert_eq!(faults(&["web/a.js", "web/a.test.js", "web/a.d.ts"]), 0);
        assert_eq!(faults(&["dist/fix-ladder.js", "dist/fix-ladder.html"]), 0);
    }

    #[test]
    fn two_pages_in_one_language() {
        let faults = |paths| one_page_a_language(&files(paths)).len();
        assert_eq!(faults(&["web/page.js", "tests/web/harness/page.js"]), 1);
        assert_eq!(faults(&["src/page.rs", "xtask/src/page.rs", "core/src/page.rs"]), 2);
        assert_eq!(faults(&["web/page.js", "styles/page.css", "tests/web/page.test.js"]), 0);
    }
}
