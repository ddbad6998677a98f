//! Takes out of scripts and styles what only people read: comments, indentation, empty lines.
//!
//! Deliberately timid: it renames nothing and joins nothing that could change a meaning. Brotli
//! makes the difference to a real minifier small.

/// A style sheet without comments, and with white space only where it may matter.
pub fn css(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut characters = source.chars().peekable();
    let mut gap = false;
    while let Some(character) = characters.next() {
        match character {
            '/' if characters.peek() == Some(&'*') => {
                characters.next();
                skip_comment(&mut characters);
                gap = true;
            }
            character if character.is_whitespace() => gap = true,
            quote @ ('"' | '\'') => {
                push_gap(&mut out, gap, quote);
                gap = false;
                out.push(quote);
                copy_string(&mut characters, quote, &mut out);
            }
            other => {
                push_gap(&mut out, gap, other);
                gap = false;
                if other == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(other);
            }
        }
    }
    out
}

/// One space, unless a neighbour makes it meaningless. A colon does not: `a :hover` is not `a:hover`.
fn push_gap(out: &mut String, gap: bool, next: char) {
    let meaningless = |character: char| matches!(character, '{' | '}' | ';' | ',');
    if gap && !out.is_empty() && !out.ends_with(meaningless) && !meaningless(next) {
        out.push(' ');
    }
}

fn skip_comment(characters: &mut impl Iterator<Item = char>) {
    let mut before = ' ';
    for character in characters {
        if before == '*' && character == '/' {
            return;
        }
        before = character;
    }
}

fn copy_string(characters: &mut impl Iterator<Item = char>, quote: char, out: &mut String) {
    while let Some(character) = characters.next() {
        out.push(character);
        match character {
            '\\' => out.extend(characters.next()),
            other if other == quote => return,
            _ => {}
        }
    }
}

/// A script without comments that stand on lines of their own, and without indentation.
///
/// Only sound for scripts whose template literals begin and end on one line, which
/// [`has_long_template`] tells.
pub fn javascript(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut in_comment = false;
    for mut line in source.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            let after = line.split_once("*/");
            in_comment = after.is_none();
            line = after.map_or("", |(_, code)| code.trim_start());
        }
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Whether a template literal may run over the end of a line.
pub fn has_long_template(source: &str) -> bool {
    source.lines().any(|line| line.matches('`').count() % 2 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_keeps_what_means_something() {
        let source = "
            /* the widget */
            :host([data-state=\"a  b\"]) , .x :hover {
                width: calc(1em + 2px) ; /* why */
                content: \"/* no comment */ \\\" ;\";
            }

            @container (min-width: 30em) and (color) { .y>.z { margin:0 auto; } }
        ";
        assert_eq!(
            css(source),
            ":host([data-state=\"a  b\"]),.x :hover{width: calc(1em + 2px);\
             content: \"/* no comment */ \\\" ;\"}\
             @container (min-width: 30em) and (color){.y>.z{margin:0 auto}}"
        );
    }

    #[test]
    fn css_that_ends_too_early_ends() {
        assert_eq!(css("a{b:c} /* open"), "a{b:c}");
        assert_eq!(css("a{b:'c"), "a{b:'c");
    }

    #[test]
    fn javascript_loses_comments_and_indentation() {
        let source = "
            /**
             * @param {string} url
             */
            function load(url) {
                // Why.
                return fetch(url); // 'https://x'
            }
            /** @type {any} */ (self).load();
        ";
        assert_eq!(
            javascript(source),
            "function load(url) {\nreturn fetch(url); // 'https://x'\n}\n(self).load();\n"
        );
    }

    #[test]
    fn a_template_over_two_lines_is_noticed() {
        assert!(has_long_template("const a = `x\n y`;"));
        assert!(!has_long_template("const a = `x` + `y`;\n"));
    }
}
