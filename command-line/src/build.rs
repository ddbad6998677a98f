//! `build`: a ladder as what others take: a document, a tag, a page in one file, a text. Knows no browser.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use xtask::build::ladders::built_in::BuiltIn;
use xtask::build::pages::single::{Sources, with_ladder};

use crate::load::{Loaded, files, load};
use crate::{Outcome, report, widget, written};

/// What stands for the author's own address until they put it in.
const ANYWHERE: &str = "https://example.org/fix-ladder/fix-ladder.js";

const EXAMPLES: &str = "\
Examples:
  fix-ladder build wifi.md                        wifi.json beside it
  fix-ladder build --html --out public wifi.md    public/wifi.html, which needs nothing else
  fix-ladder build --snippet --address https://blog.example/fix-ladder/fix-ladder.js wifi.md
  fix-ladder build --markdown wifi.json           a document as a text again
  fix-ladder build --markdown wifi.html           the text that is inside such a page
  fix-ladder build --markdown post.html           any post of yours as a text, to go on from

--html needs the files of the built widget. They are looked for beside this program and in `dist` of a checkout.";

/// Writes a ladder as a document, a tag to paste, or a page in one file
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Texts (NAME.md), documents (NAME.json), pages and posts (NAME.html), or folders with texts
    #[arg(required = true, value_name = "FILES|FOLDERS")]
    paths: Vec<PathBuf>,
    /// NAME.json, the document; without any of these options, this one is meant
    #[arg(long)]
    json: bool,
    /// NAME.snippet.html, the tag to paste, with the whole ladder inside
    #[arg(long)]
    snippet: bool,
    /// NAME.html, a page in one file, with the text of the ladder inside
    #[arg(long)]
    html: bool,
    /// NAME.md, the text, from a document, out of a page, or of a post
    #[arg(long)]
    markdown: bool,
    /// Write into this folder, not beside the ladder
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Print it, and write nothing; of one ladder and one kind
    #[arg(long, conflicts_with = "out")]
    print: bool,
    /// For --snippet: where the script will be
    #[arg(long, value_name = "URL", default_value = ANYWHERE)]
    address: String,
    /// For --html: the folder of the built widget
    #[arg(long, value_name = "FOLDER")]
    widget: Option<PathBuf>,
}

/// # Errors
///
/// A file that cannot be read or written, or a kind that this ladder cannot be written as.
pub fn run(arguments: &Arguments) -> Result<Outcome> {
    let any = arguments.snippet || arguments.html || arguments.markdown;
    let json = arguments.json || !any;
    let kinds = [json, arguments.snippet, arguments.html, arguments.markdown];
    let paths = files(&arguments.paths)?;
    if arguments.print && (paths.len() != 1 || kinds.iter().filter(|it| **it).count() != 1) {
        bail!(
            "only one ladder of one kind can be printed: leave `--print` out, or name one of each"
        );
    }
    let mut faults = false;
    let page = match arguments.html {
        true => Some(widget::built_page(arguments.widget.as_deref())?),
        false => None,
    };
    let mut taken: Vec<PathBuf> = Vec::new();
    for path in paths {
        let loaded = load(&path)?;
        eprint!("{}", report::text(&loaded.said(), false));
        if loaded.ladder.is_none() {
            faults = true;
            continue;
        }
        let made = made(arguments, json, page.as_deref(), &path, &loaded)?;
        if arguments.print {
            report::print(made.first().map_or("", |(_, text)| text));
            continue;
        }
        for (name, text) in made {
            let file = folder(arguments, &path).join(name);
            // A text is its author's work, whoever wrote the one that is there.
            let is_work = file.extension().is_some_and(|it| it != "json" && it != "html");
            if taken.contains(&file) || file == path || (is_work && file.exists()) {
                bail!("{} would be written over: write it elsewhere with `--out`", file.display());
            }
            let around = file.parent().unwrap_or(Path::new(""));
            std::fs::create_dir_all(around)
                .with_context(|| format!("making the folder {}", around.display()))?;
            xtask::write_whole(&file, text.as_bytes())?;
            eprintln!("{}, {} bytes", file.display(), text.len());
            taken.push(file);
        }
    }
    Ok(Outcome::of(faults))
}

/// Everything that is asked for, each with the name of its file.
fn made(
    arguments: &Arguments,
    json: bool,
    page: Option<&str>,
    path: &Path,
    loaded: &Loaded,
) -> Result<Vec<(String, String)>> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut made = Vec::new();
    let Some(ladder) = &loaded.ladder else { return Ok(made) };
    let mut add = |ending: &str, text: String| made.push((format!("{stem}.{ending}"), text));
    if json {
        add("json", serde_json::to_string_pretty(ladder)? + "\n");
    }
    if arguments.snippet {
        add("snippet.html", written::snippet(&loaded.name, ladder, &arguments.address)?);
    }
    if let Some(page) = page {
        add("html", html(page, path, loaded)?);
    }
    match (arguments.markdown, loaded.is_text) {
        (false, _) => {}
        (true, false) => add("md", written::markdown(&loaded.name, ladder)?),
        (true, true) => {
            add("md", loaded.text.clone());
            let drawings = loaded.drawings.iter();
            made.extend(
                drawings.map(|it| (format!("{stem}/{}", file_name(&it.name)), it.text.clone())),
            );
            // What other ladders share may be there already.
            let folder = folder(arguments, path);
            let pieces = loaded.pieces.iter().filter(|it| !folder.join(&it.name).exists());
            made.extend(pieces.map(|it| (it.name.clone(), it.text.clone())));
        }
    }
    Ok(made)
}

/// The page in one file. Where the ladder is a document, the text inside is written from it.
///
/// # Errors
///
/// The built page is not one, or the ladder cannot be shown.
pub fn html(page: &str, path: &Path, loaded: &Loaded) -> Result<String> {
    let ladder = loaded.ladder.as_ref().context("a ladder without errors")?;
    let built_in = BuiltIn::new(serde_json::to_value(ladder)?)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    // A document stays one where no text says all of it.
    let (ending, text) = match loaded.is_text {
        true => ("md", loaded.text.clone()),
        false => match written::markdown(&loaded.name, ladder) {
            Ok(text) => ("md", text),
            Err(_) => ("json", serde_json::to_string_pretty(ladder)? + "\n"),
        },
    };
    let drawings: Vec<(String, String)> =
        loaded.drawings.iter().map(|it| (file_name(&it.name), it.text.clone())).collect();
    let pieces: Vec<(String, String)> =
        loaded.pieces.iter().map(|it| (it.name.clone(), it.text.clone())).collect();
    let name = format!("{stem}.{ending}");
    let sources = Sources { name: &name, text: &text, drawings: &drawings, pieces: &pieces };
    with_ladder(page, &built_in, Some(&sources))
}

/// The name of a file without its folders. A page may come from anybody, and names nothing outside of its own folder.
fn file_name(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.trim_start_matches('.').to_owned()
}

/// Where everything of a ladder is written.
fn folder(arguments: &Arguments, path: &Path) -> PathBuf {
    match &arguments.out {
        Some(folder) => folder.clone(),
        None => path.parent().unwrap_or(Path::new("")).to_owned(),
    }
}
