//! Help, the schema, and that the paper about the command says what the command says.

use crate::support::{root, run};

const COMMANDS: [&str; 6] = ["new", "check", "build", "preview", "test", "schema"];

#[test]
fn help_has_examples_and_says_how_it_ends() {
    let help = run(&root(), &["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("Examples:") && help.out.contains("Ends with 0"), "{}", help.out);
    for command in COMMANDS {
        let own = run(&root(), &[command, "--help"]);
        assert_eq!(own.code, 0);
        assert!(own.out.contains(&format!("fix-ladder {command}")), "{}", own.out);
        assert!(own.out.contains("Example"), "{command}: {}", own.out);
        assert!(help.out.contains(command), "{}", help.out);
    }
}

#[test]
fn every_command_and_option_stands_in_the_paper() {
    let paper = std::fs::read_to_string(root().join("docs/command-line.md")).expect("the paper");
    for command in COMMANDS {
        let help = run(&root(), &[command, "--help"]).out;
        let options = help.split_whitespace().filter(|word| word.starts_with("--"));
        let named =
            options.map(|it| it.trim_end_matches(|it: char| !it.is_alphanumeric()).to_owned());
        for word in named.chain([format!("fix-ladder {command}")]).filter(|it| it != "--help") {
            assert!(paper.contains(&word), "{word} is not in docs/command-line.md");
        }
    }
}

#[test]
fn the_schema_is_printed() {
    let schema = run(&root(), &["schema"]);
    let value: serde_json::Value = serde_json::from_str(&schema.out).expect("JSON");
    assert_eq!((schema.code, value["title"].as_str()), (0, Some("Fix Ladder document, format 1")));
}
