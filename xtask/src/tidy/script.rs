//! What the script may not hold: product logic, a clock, code made from strings.

use super::file::{Fault, File};

/// The longest that `element.js` may be.
const LONGEST: usize = 200;

pub fn no_product_logic(files: &[File]) -> Vec<Fault> {
    const PRODUCT: [&str; 5] = ["rung", "severity", "wait", "requirement", "localStorage"];
    let Some(file) = files.iter().find(|file| file.path == "web/embed/element.js") else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    let length = file.text.lines().count();
    if length > LONGEST {
        faults.push(file.fault(LONGEST, format!("{length} lines, more than {LONGEST}; move what is not the element's life to another part")));
    }
    for (number, line) in file.code() {
        for word in PRODUCT.iter().filter(|word| has_own_word(line, word)) {
            faults.push(
                file.fault(number, format!("`{word}` is the widget's business; do it in Rust")),
            );
        }
    }
    faults
}

/// `await` has no `wait`.
fn has_own_word(line: &str, word: &str) -> bool {
    line.replace("await", "").contains(word)
}

pub fn says_what_it_is(files: &[File]) -> Vec<Fault> {
    let silent = |file: &&File| {
        file.is("js")
            && (file.below("web/") || file.below("bench/"))
            && !file.text.starts_with("// ")
    };
    let message = "the first line has to be `// …`: what the part is and what it does not know";
    files.iter().filter(silent).map(|file| file.fault(1, message)).collect()
}

/// The widget is told the time: in Rust, one file reads the clock, and clippy sees to that.
pub fn no_clock(files: &[File]) -> Vec<Fault> {
    const CLOCKS: [&str; 4] = ["Date.now", "new Date(", "new Date;", "performance.now"];
    // The standalone page, the companion and the studio are programs of their own around the widget, and have clocks of
    // their own.
    let has_own = |file: &File| {
        file.path == "web/page/notifications.js"
            || file.below("web/companion/")
            || file.below("web/studio/")
    };
    let is_widget = |file: &&File| file.is("js") && file.below("web/") && !has_own(file);
    let mut faults = Vec::new();
    for file in files.iter().filter(is_widget) {
        for (number, line) in file.code() {
            for clock in CLOCKS.iter().filter(|clock| line.contains(**clock)) {
                faults.push(file.fault(
                    number,
                    format!("`{clock}`; the widget's clock is `src/browser/now.rs`"),
                ));
            }
        }
    }
    faults
}

/// Everything built that runs, in scripts of its own and in pages.
const BUILT: [&str; 11] = [
    "dist/fix-ladder.js",
    "dist/fix-ladder.list.js",
    "dist/fix-ladder.companion.js",
    "dist/fix-ladder.post.js",
    "dist/fix-ladder.inline.js",
    "dist/fix-ladder.html",
    "dist/index.html",
    "dist/embed.html",
    "dist/studio.html",
    "dist/sw.js",
    "dist/sw-off.js",
];

/// Long lines of words that are never run.
const WORDS: [&str; 5] =
    ["const DATA = ", "const PAGE = ", "const FRAME = ", "const BUILD = ", "const STUDIO = "];

/// Our own scripts the linter sees to, with code and HTML from strings alike. The glue of Yew has a function for raw
/// HTML, which nothing calls.
pub fn no_eval(files: &[File]) -> Vec<Fault> {
    const CURE: &str = "pages with a strict policy refuse it; find the dependency that brought it";
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| BUILT.contains(&file.path.as_str())) {
        // Of a page, its script alone: words of a ladder may stand in all the rest.
        let mut runs = !file.is("html");
        for (number, line) in file.code() {
            runs |= line.contains("<script>");
            let is_words = WORDS.iter().any(|it| line.trim_start().starts_with(it));
            let makes_code =
                line.contains("new Function") || calls(line, "eval(") || calls(line, "Function(");
            if runs && !is_words && makes_code {
                faults.push(file.fault(number, format!("code made from a string: {CURE}")));
            }
        }
    }
    faults
}

/// Whether a line has this call, and not only as the end of another name or as the words of a template.
fn calls(line: &str, call: &str) -> bool {
    line.match_indices(call).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '_' | '`'))
    })
}

#[cfg(test)]
mod tests {
    use super::super::file::sample;
    use super::*;

    #[test]
    fn logic_in_the_element() {
        let path = "web/embed/element.js";
        assert_eq!(no_product_logic(&sample(path, "if (rung.fixed) x();\nawait y();")).len(), 1);
        assert_eq!(no_product_logic(&sample(path, "await y();\n// of a rung")), []);
        assert_eq!(no_product_logic(&sample(path, &"x();\n".repeat(201))).len(), 1);
    }

    #[test]
    fn silent_scripts() {
        assert_eq!(says_what_it_is(&sample("web/page/a.js", "/** @type {any} */\n")).len(), 1);
        assert_eq!(says_what_it_is(&sample("web/page/a.js", "// A switch.\n")), []);
        assert_eq!(says_what_it_is(&sample("tests/browser/policy.js", "x();\n")), []);
    }

    #[test]
    fn clocks_in_scripts() {
        assert_eq!(no_clock(&sample("web/embed/element.js", "const now = Date.now();")).len(), 1);
        assert_eq!(no_clock(&sample("web/page/main.js", "const now = new Date();")).len(), 1);
        assert_eq!(no_clock(&sample("web/page/notifications.js", "const now = Date.now();")), []);
        assert_eq!(no_clock(&sample("web/companion/facts.js", "const now = Date.now();")), []);
        assert_eq!(no_clock(&sample("web/studio/drafts.js", "const now = Date.now();")), []);
    }

    #[test]
    fn csp_6_pages_and_workers_have_no_eval() {
        let faults = |path, text| no_eval(&sample(path, text)).len();
        assert_eq!(faults("dist/fix-ladder.inline.js", "eval(text)"), 1);
        assert_eq!(faults("dist/sw.js", "  const BUILD = {\"x\":\"eval(\"};\n  eval(text)"), 1);
        let page = "<p>Never eval(uate) a Function( twice.</p>\n<script>(() => {\nconst PAGE = {\"x\":\"eval(\"};\n";
        assert_eq!(faults("dist/index.html", page), 0);
        assert_eq!(faults("dist/index.html", &format!("{page}eval(text)")), 1);
    }

    #[test]
    fn csp_6_linter_keeps_eval_and_html_from_strings_out_of_our_scripts() {
        let settings = include_str!("../../../.oxlintrc.json");
        for rule in ["no-eval", "no-new-func", "no-implied-eval"] {
            assert!(settings.contains(&format!("\"{rule}\": \"error\"")), "{rule}");
        }
        // Where the scripts of `web/` have a list of their own, it has these too.
        let n_lists = settings.matches("\"no-restricted-properties\": [").count();
        for name in ["innerHTML", "outerHTML", "insertAdjacentHTML"] {
            let property = format!("\"property\": \"{name}\"");
            assert_eq!(settings.matches(&property).count(), n_lists, "{name}");
        }
    }

    #[test]
    fn csp_6_glue_has_no_eval() {
        let faults = |path, text| no_eval(&sample(path, text)).len();
        assert_eq!(faults("dist/fix-ladder.js", "const f = new Function(text);"), 1);
        assert_eq!(faults("dist/fix-ladder.js", "eval(text)"), 1);
        assert_eq!(faults("dist/fix-ladder.js", "const f = Function(text);"), 1);
        assert_eq!(faults("dist/fix-ladder.js", "return `Function(${name})`; isFunction(f)"), 0);
        assert_eq!(faults("dist/fix-ladder.js", "medieval(text)"), 0);
        assert_eq!(faults("dist/fix-ladder.js", "const DATA = {\"x\":\"eval(\"};"), 0);
    }
}
