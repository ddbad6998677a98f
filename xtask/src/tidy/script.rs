//! What the script may not hold: product logic, code made from strings.

use super::{Fault, File};

/// The longest that `element.js` may be.
const LONGEST: usize = 200;

pub fn no_product_logic(files: &[File]) -> Vec<Fault> {
    const PRODUCT: [&str; 5] = ["rung", "severity", "wait", "requirement", "localStorage"];
    let Some(file) = files.iter().find(|file| file.path == "src/embed/element.js") else {
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

pub fn no_eval(files: &[File]) -> Vec<Fault> {
    const FORBIDDEN: [&str; 5] =
        ["eval(", "new Function", "Function(", "innerHTML =", "insertAdjacentHTML"];
    let mut faults = Vec::new();
    let is_script =
        |file: &&File| file.is("js") && (file.below("src/") || file.path == "dist/fix-ladder.js");
    for file in files.iter().filter(is_script) {
        for (number, line) in file.code() {
            // The data is one long line of words that are never run.
            if line.starts_with("const DATA = ") {
                continue;
            }
            for code in FORBIDDEN.iter().filter(|code| line.contains(**code)) {
                let cure = "pages with a strict policy refuse it; find another way, or the dependency that brought it";
                faults.push(file.fault(number, format!("`{code}`: {cure}")));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn logic_in_the_element() {
        let path = "src/embed/element.js";
        assert_eq!(no_product_logic(&sample(path, "if (rung.fixed) x();\nawait y();")).len(), 1);
        assert_eq!(no_product_logic(&sample(path, "await y();\n// of a rung")), []);
        assert_eq!(no_product_logic(&sample(path, &"x();\n".repeat(201))).len(), 1);
    }

    #[test]
    fn code_from_strings() {
        assert_eq!(
            no_eval(&sample("dist/fix-ladder.js", "const f = new Function(text);")).len(),
            2
        );
        assert_eq!(no_eval(&sample("src/embed/load.js", "eval(text)")).len(), 1);
        assert_eq!(no_eval(&sample("dist/fix-ladder.js", "const DATA = {\"x\":\"eval(\"};")), []);
    }
}
