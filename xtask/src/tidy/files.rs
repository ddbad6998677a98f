//! What any file may not be: too long, untidy, bound to one machine.

use super::file::{Fault, File};

/// The longest that a source may be.
const LONGEST: usize = 300;

pub fn no_rem(files: &[File]) -> Vec<Fault> {
    // The page's own styles may follow the page's root.
    let is_widget =
        |file: &&File| file.below("styles/") && file.is("css") && file.path != "styles/page.css";
    each_line(files.iter().filter(is_widget), |line| {
        has_rem(line).then_some("`rem` follows the page's root, which may be 62.5 %; use em")
    })
}

/// A number with the unit `rem`.
fn has_rem(line: &str) -> bool {
    line.match_indices("rem").any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + 3..).and_then(|after| after.chars().next());
        before.is_some_and(|it| it.is_ascii_digit() || it == '.')
            && !after.is_some_and(char::is_alphanumeric)
    })
}

pub fn no_style_attribute(files: &[File]) -> Vec<Fault> {
    let is_view = |file: &&File| file.below("src/view/");
    each_line(files.iter().filter(is_view), |line| {
        let has = line.split_whitespace().any(|word| word.starts_with("style="))
            || line.contains("<style");
        has.then_some("a strict policy refuses it; use a class, or set a property from script")
    })
}

pub fn module_says_what_it_is(files: &[File]) -> Vec<Fault> {
    let silent = |file: &&File| file.is("rs") && !file.text.starts_with("//! ");
    let message = "the first line has to be `//! …`: what the module is and what it does not know";
    files.iter().filter(silent).map(|file| file.fault(1, message)).collect()
}

pub fn no_trailing_space(files: &[File]) -> Vec<Fault> {
    let written = |file: &&File| !file.below("dist/") && !file.is("snap");
    let mut faults = each_line(files.iter().filter(written), |line| {
        line.ends_with([' ', '\t']).then_some("white space at the end of the line; remove it")
    });
    for file in files.iter().filter(written).filter(|file| !file.text.is_empty()) {
        if !file.text.ends_with('\n') || file.text.ends_with("\n\n") {
            let last = file.text.lines().count();
            faults.push(file.fault(last, "a file ends with one end of line; mend it"));
        }
    }
    faults
}

pub fn not_too_long(files: &[File]) -> Vec<Fault> {
    let source =
        |file: &&File| !file.below("dist/") && ["rs", "js", "css"].iter().any(|kind| file.is(kind));
    let mut faults = Vec::new();
    for file in files.iter().filter(source) {
        let length = file.text.lines().count();
        if length > LONGEST {
            faults.push(file.fault(
                LONGEST,
                format!("{length} lines, more than {LONGEST}; split it by what its parts know"),
            ));
        }
    }
    faults
}

pub fn no_machine_paths(files: &[File]) -> Vec<Fault> {
    // In two parts, so that this file is not against its own rule.
    let paths = [
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/Us", "ers/"),
        concat!("/wo", "rk/"),
        concat!("C:", "\\Users"),
    ];
    each_line(files.iter(), |line| {
        let has = paths.iter().any(|path| line.contains(path));
        has.then_some("a path of one machine; find it from the project's folder")
    })
}

pub fn no_registries(files: &[File]) -> Vec<Fault> {
    let hosts = [
        concat!("registry.", "npmjs"),
        concat!("index.crates", ".io"),
        concat!("static.crates", ".io"),
    ];
    each_line(files.iter().filter(|file| file.path != "Cargo.lock"), |line| {
        let has = hosts.iter().any(|host| line.contains(host));
        has.then_some(
            "the name of a registry; leave it to the tool (in package-lock.json: no `resolved`)",
        )
    })
}

fn each_line<'a>(
    files: impl Iterator<Item = &'a File>,
    check: impl Fn(&str) -> Option<&'static str>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files {
        for (number, line) in file.lines() {
            if let Some(message) = check(line) {
                faults.push(file.fault(number, message));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::file::sample;
    use super::*;

    #[test]
    fn units_of_the_root() {
        assert_eq!(no_rem(&sample("styles/ladder.css", "a { margin: 1.5rem 2rem }")).len(), 1);
        assert_eq!(no_rem(&sample("styles/tokens.css", "/* the remark */ a { margin: 2em }")), []);
        assert_eq!(no_rem(&sample("styles/page.css", "a { margin: 1rem }")), []);
    }

    #[test]
    fn styles_in_the_markup() {
        assert_eq!(
            no_style_attribute(&sample("src/view/a.rs", "html! { <p style=\"x\"> }")).len(),
            1
        );
        assert_eq!(no_style_attribute(&sample("src/view/a.rs", "html! { <p class=\"x\"> }")), []);
    }

    #[test]
    fn silent_modules() {
        assert_eq!(module_says_what_it_is(&sample("src/a.rs", "use x;\n//! late\n")).len(), 1);
        assert_eq!(module_says_what_it_is(&sample("src/a.rs", "//! A.\n")), []);
    }

    #[test]
    fn untidy_ends() {
        assert_eq!(no_trailing_space(&sample("a.md", "x \ny\n")).len(), 1);
        assert_eq!(no_trailing_space(&sample("a.md", "x")).len(), 1);
        assert_eq!(no_trailing_space(&sample("a.md", "x\n\n")).len(), 1);
        assert_eq!(no_trailing_space(&sample("a.md", "x\ny\n")), []);
    }

    #[test]
    fn long_files() {
        assert_eq!(not_too_long(&sample("a.rs", &"x\n".repeat(301))).len(), 1);
        assert_eq!(not_too_long(&sample("a.rs", &"x\n".repeat(300))), []);
    }

    #[test]
    fn names_of_machines() {
        assert_eq!(no_machine_paths(&sample("a.md", concat!("see /ho", "me/me/x"))).len(), 1);
        assert_eq!(
            no_registries(&sample("a.json", concat!("https://registry.", "npmjs.org/x"))).len(),
            1
        );
        assert_eq!(no_registries(&sample("Cargo.lock", concat!("index.crates", ".io"))), []);
    }
}
