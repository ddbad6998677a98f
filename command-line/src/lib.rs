//! What the command `fix-ladder` does, a file a command. Knows files and terminals, nothing of browsers.

pub mod build;
pub mod check;
pub mod climbs;
pub mod load;
pub mod new;
mod post;
pub mod preview;
pub mod report;
pub mod test;
pub mod widget;
pub mod written;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// How a command ended that did what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Fine,
    /// A ladder has an error, or a climb went otherwise.
    Faults,
}

impl Outcome {
    pub fn of(faults: bool) -> Outcome {
        if faults { Outcome::Faults } else { Outcome::Fine }
    }
}

const EXAMPLES: &str = "\
Examples:
  fix-ladder new wifi.md               a small good ladder to edit
  fix-ladder preview wifi.md           see it while you write
  fix-ladder check wifi.md             what was not understood, and what to do
  fix-ladder test --init wifi.md       a first test beside it: wifi.climbs
  fix-ladder build --html wifi.md      one file to send or to put anywhere

Ends with 0 where all is well, 1 where a ladder has faults, 2 after wrong use or a file that cannot be read or written.";

/// Checks, builds, previews and tests ladders: fixes for one problem, from the gentlest to the most drastic
#[derive(Debug, Parser)]
#[command(name = "fix-ladder", version, after_help = EXAMPLES, arg_required_else_help = true)]
pub struct Command {
    #[command(subcommand)]
    command: Commands,
}

#[derive(Debug, Subcommand)]
enum Commands {
    New(new::Arguments),
    Check(check::Arguments),
    Build(build::Arguments),
    Preview(preview::Arguments),
    Test(test::Arguments),
    /// Prints the JSON Schema of documents, for editors and other tools
    #[command(after_help = "Example:\n  fix-ladder schema > ladder.schema.json")]
    Schema,
}

impl Command {
    /// Does what the command says.
    ///
    /// # Errors
    ///
    /// Wrong use, or a file that cannot be read or written.
    pub fn run(self) -> Result<Outcome> {
        match self.command {
            Commands::New(arguments) => new::run(&arguments),
            Commands::Check(arguments) => check::run(&arguments),
            Commands::Build(arguments) => build::run(&arguments),
            Commands::Preview(arguments) => preview::run(&arguments),
            Commands::Test(arguments) => test::run(&arguments),
            Commands::Schema => {
                let schema = fix_ladder_core::ladder::schema();
                report::print(&(serde_json::to_string_pretty(&schema)? + "\n"));
                Ok(Outcome::Fine)
            }
        }
    }
}
