//! What the scripts may say in an author's console, and the paper that says what to do about it: each has the other.
//!
//! Knows how a sentence is told (`explain`, `Failure`, `console`) and the table of the paper, not what any of it means.

use oxc::allocator::Allocator;
use oxc::ast::AstKind;
use oxc::ast::ast::{Argument, Expression};
use oxc::parser::Parser;
use oxc::semantic::SemanticBuilder;
use oxc::span::{GetSpan, SourceType};

use super::file::{Fault, File};

/// The paper. Its rows begin with the first words of a sentence, in backticks.
const PAPER: &str = "docs/console.md";
/// Stands for whatever is put into a sentence.
const GAP: &str = "…";

pub fn sentences_have_their_rows(files: &[File]) -> Vec<Fault> {
    let said: Vec<(&File, usize, String)> = files
        .iter()
        .filter(|file| file.below("web/") && file.is("js"))
        .flat_map(|file| sentences(&file.text).into_iter().map(move |(line, it)| (file, line, it)))
        .collect();
    let paper = files.iter().find(|file| file.path == PAPER);
    let rows: Vec<(usize, &str)> = paper.map(rows).unwrap_or_default();
    let mut faults = Vec::new();
    for (file, line, sentence) in &said {
        if !rows.iter().any(|(_, row)| are_alike(row, sentence)) {
            let message = format!(
                "no row of {PAPER} begins with `{sentence}`; add one, with its cause and its cure"
            );
            faults.push(file.fault(*line, message));
        }
    }
    for (line, row) in rows {
        if !said.iter().any(|(.., sentence)| are_alike(row, sentence)) {
            let message =
                format!("no script says `{row}` any more; take the row away, or mend its words");
            faults.extend(paper.map(|it| it.fault(line, message)));
        }
    }
    faults
}

/// Whether one of them is the beginning of the other.
fn are_alike(row: &str, sentence: &str) -> bool {
    let [row, sentence] = [row, sentence].map(|it| it.trim_end_matches(GAP).trim_end());
    row.starts_with(sentence) || sentence.starts_with(row)
}

/// The first words of the rows, with their lines.
fn rows<'a>(paper: &'a File) -> Vec<(usize, &'a str)> {
    let first = |line: &'a str| Some(line.strip_prefix("| `")?.split_once('`')?.0);
    paper.lines().filter_map(|(number, line)| Some((number, first(line)?))).collect()
}

/// Every sentence of a script for its author, with its line.
fn sentences(text: &str) -> Vec<(usize, String)> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    let semantic = SemanticBuilder::new().with_build_nodes(true).build(&parsed.program).semantic;
    let mut found = Vec::new();
    for node in semantic.nodes().iter() {
        let (span, told) = match node.kind() {
            AstKind::CallExpression(call) => {
                let callee = call.callee.span().source_text(text);
                let told = words(call.arguments.first());
                let own = match callee {
                    "explain" => Some(told),
                    "console.error" | "console.warn" => {
                        told.strip_prefix("fix-ladder: ").map(str::to_owned)
                    }
                    _ => None,
                };
                (call.span, own)
            }
            AstKind::NewExpression(new) if new.callee.span().source_text(text) == "Failure" => {
                (new.span, Some(words(new.arguments.get(1))))
            }
            _ => continue,
        };
        // What is passed on has been said elsewhere.
        if let Some(told) = told.filter(|it| it.contains(char::is_alphabetic)) {
            let before = text.get(..span.start as usize).unwrap_or_default();
            found.push((before.matches('\n').count() + 1, told));
        }
    }
    found
}

fn words(argument: Option<&Argument<'_>>) -> String {
    argument.and_then(Argument::as_expression).map(words_of).unwrap_or_default()
}

/// The words of a text that is put together, with a gap for each part that only a run tells.
fn words_of(expression: &Expression<'_>) -> String {
    match expression {
        Expression::StringLiteral(it) => it.value.to_string(),
        Expression::TemplateLiteral(it) => {
            let parts = it
                .quasis
                .iter()
                .map(|part| part.value.cooked.unwrap_or(part.value.raw).to_string());
            parts.collect::<Vec<_>>().join(GAP)
        }
        Expression::BinaryExpression(it) => words_of(&it.left) + &words_of(&it.right),
        Expression::ParenthesizedExpression(it) => words_of(&it.expression),
        _ => GAP.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::file::sample;
    use super::*;

    const SCRIPT: &str = "explain('this tag ' + \"stands\");
throw new Failure(\"failedNetwork\", `${address} could not be loaded: ${why}`, undefined, true);
console.warn(`fix-ladder: ${complaint}`, error);
new Failure(\"failedCrash\", message);
console.info(`something else`);
console.error(
  \"fix-ladder: the end.\",
);
";

    fn faults(rows: &str) -> Vec<String> {
        let mut files = sample("web/embed/a.js", SCRIPT);
        files.extend(sample(PAPER, &format!("# The console\n\n| a | b |\n|---|---|\n{rows}")));
        sentences_have_their_rows(&files).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_sentence_is_found() {
        let found = sentences(SCRIPT);
        let wanted = [(1, "this tag stands"), (2, "… could not be loaded: …"), (6, "the end.")];
        assert_eq!(found, wanted.map(|(line, words)| (line, words.to_owned())));
    }

    #[test]
    fn a_sentence_without_a_row_and_a_row_without_a_sentence() {
        let all = "| `this tag` | x |\n| `… could not be loaded: no such file` | x |\n| `the end.` | x |\n";
        assert_eq!(faults(all), [""; 0]);
        let missing = faults(&all.replace("the end", "an end"));
        assert_eq!(missing.len(), 2, "{missing:?}");
        assert!(
            missing[0].starts_with("web/embed/a.js:6: no row")
                && missing[1].starts_with("docs/console.md:7: no script"),
            "{missing:?}"
        );
        assert_eq!(faults("").len(), 3);
    }
}
