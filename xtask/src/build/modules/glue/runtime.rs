//! Puts our own functions in the place of those that wasm-bindgen brings along in the glue.
//!
//! Knows functions by their names, as oxc parses them; nothing of what they do. `replacements.js` has ours. They are 400
//! bytes of `fix-ladder.js` after brotli: wasm-bindgen's tell every kind of value apart and serve old browsers.

use super::unknown::unknown;
use anyhow::{Context, Result, bail};
use oxc::allocator::Allocator;
use oxc::ast::ast::Statement;
use oxc::parser::{ParseOptions, Parser};
use oxc::span::{GetSpan, SourceType};

const OURS: &str = include_str!("replacements.js");

/// What every browser has that can run the module, by its `typeof`. The minifier leaves out what is for others.
const GLOBALS: [(&str, &str); 4] = [
    ("FinalizationRegistry", "function"),
    ("globalThis", "object"),
    ("self", "object"),
    ("window", "object"),
];

/// The glue with our functions and without what is for other browsers.
///
/// # Errors
///
/// The glue is no script, or has no function of a name that ours has.
pub fn replace(glue: &str) -> Result<String> {
    let mut glue = without_free(&with_functions(glue, OURS)?)?;
    for (name, kind) in GLOBALS {
        glue = glue.replace(&format!("typeof {name} "), &format!("'{kind}' "));
    }
    Ok(glue)
}

/// Without the ways to end a handle by hand, which nobody takes: a mount root is kept for another widget, and an instance
/// goes with all that is in it.
fn without_free(glue: &str) -> Result<String> {
    let cut = |glue: &str, begin: &str, last: &str, end: &str| {
        let (before, rest) = glue.split_once(begin)?;
        let (_, rest) = rest.split_once(last)?;
        let (_, after) = rest.split_once(end)?;
        Some([before, after].concat())
    };
    let methods = cut(glue, "__destroy_into_raw() {", "free() {", "}");
    let methods = methods.with_context(|| unknown("__destroy_into_raw() {"))?;
    let disposal = cut(&methods, "if (Symbol.dispose)", "", ";");
    disposal.with_context(|| unknown("if (Symbol.dispose)"))
}

fn with_functions(glue: &str, ours: &str) -> Result<String> {
    let theirs = functions(glue)?;
    let mut cuts = Vec::new();
    for Function { name, start, end } in functions(ours)? {
        let Some(it) = theirs.iter().find(|it| it.name == name) else {
            bail!(
                "the glue of wasm-bindgen has no function `{name}`: take it out of replacements.js, or give it its new name"
            );
        };
        cuts.push((it.start, it.end, ours.get(start..end).unwrap_or_default()));
    }
    cuts.sort_unstable();
    let (mut replaced, mut from) = (String::new(), 0);
    for (start, end, text) in cuts {
        replaced.extend([glue.get(from..start).unwrap_or_default(), text]);
        from = end;
    }
    replaced.push_str(glue.get(from..).unwrap_or_default());
    Ok(replaced)
}

/// A function that is declared at the top of a script.
struct Function {
    name: String,
    start: usize,
    end: usize,
}

fn functions(source: &str) -> Result<Vec<Function>> {
    let allocator = Allocator::default();
    // The glue is the body of a function.
    let options = ParseOptions { allow_return_outside_function: true, ..ParseOptions::default() };
    let parsed =
        Parser::new(&allocator, source, SourceType::script()).with_options(options).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        bail!("not a script: {:?}", fault.clone().with_source_code(source.to_owned()));
    }
    let mut functions = Vec::new();
    for statement in &parsed.program.body {
        if let Statement::FunctionDeclaration(it) = statement {
            let name = it.id.as_ref().context("a function without a name")?.name.to_string();
            let span = statement.span();
            functions.push(Function { name, start: span.start as usize, end: span.end as usize });
        }
    }
    Ok(functions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_change_places_by_their_names() -> Result<()> {
        let glue = "const a = 1;\nfunction f(x) {\nreturn f(x);\n}\nfunction g() {}\nreturn f;\n";
        assert_eq!(
            with_functions(glue, "// Why.\nfunction g() { return 2; }\nfunction f() {}\n")?,
            "const a = 1;\nfunction f() {}\nfunction g() { return 2; }\nreturn f;\n"
        );
        let error = with_functions(glue, "function h() {}").err().map(|it| it.to_string());
        assert!(error.is_some_and(|it| it.contains("no function `h`")));
        Ok(())
    }

    #[test]
    fn a_handle_is_ended_by_nobody() -> Result<()> {
        let glue = "class M {\n__destroy_into_raw() {\nreturn 1;\n}\nfree() {\nthis.a();\n}\nuse() {}\n}\nif (Symbol.dispose) M.prototype[Symbol.dispose] = M.prototype.free;\nuse(M);\n";
        assert_eq!(without_free(glue)?, "class M {\n\nuse() {}\n}\n\nuse(M);\n");
        assert!(without_free("class M {}\n").is_err());
        Ok(())
    }

    #[test]
    fn ours_can_be_read() -> Result<()> {
        assert_eq!(functions(OURS)?.len(), 4);
        Ok(())
    }
}
