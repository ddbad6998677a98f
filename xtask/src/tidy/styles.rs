//! What the widget's styles may not hold: sides that do not turn round with the direction of the text.

use super::file::{Fault, File};

/// Physical properties and values, each with what takes its place.
const SIDES: [(&str, &str); 14] = [
    ("left:", "inset-inline-start:"),
    ("right:", "inset-inline-end:"),
    ("margin-left:", "margin-inline-start:"),
    ("margin-right:", "margin-inline-end:"),
    ("padding-left:", "padding-inline-start:"),
    ("padding-right:", "padding-inline-end:"),
    ("border-left:", "border-inline-start:"),
    ("border-right:", "border-inline-end:"),
    ("text-align: left", "text-align: start"),
    ("text-align: right", "text-align: end"),
    ("float: left", "float: inline-start"),
    ("float: right", "float: inline-end"),
    ("border-left-", "border-inline-start-"),
    ("border-right-", "border-inline-end-"),
];

pub fn no_sides(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.below("styles/") && file.is("css")) {
        for (number, line) in file.code() {
            for (side, cure) in SIDES.iter().filter(|(side, _)| line.trim_start().starts_with(side))
            {
                let message = format!("`{side}` does not turn round with the text; write `{cure}`");
                faults.push(file.fault(number, message));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> usize {
        no_sides(&[File { path: "styles/a.css".into(), text: text.into() }]).len()
    }

    #[test]
    fn sides_are_named_by_the_text() {
        assert_eq!(
            faults("a {\n  left: 0;\n  margin-right: 1em;\n  border-left-width: 1px;\n}"),
            3
        );
        assert_eq!(faults("a {\n  inset-inline-start: 0;\n  margin-top: 1em;\n}"), 0);
        assert_eq!(faults("a {\n  text-align: left;\n}"), 1);
    }
}
