//! `build`: the embed, the ladders and the pages, into `dist/`.

pub mod dist;
pub mod ladders;
pub mod modules;
pub mod pages;
pub mod scripts;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use fix_ladder_core::ladder::pack;
use lexopt::ValueExt;
use wasm_bindgen_cli_support::Bindgen;

pub use self::ladders::{BuiltIn, compile_ladder};
pub use self::pages::{File, Shell, plain_list};
use self::scripts::embed::Embed;
pub use self::scripts::{Kept, Script, worker};
use crate::build::dist::Dist;
use crate::build::scripts::Module;
use crate::files::{path_below, sources_below};
use crate::setup::{self, Need};

use self::modules::{glue, wasm_binary};
use self::scripts::minify;
use crate::build::modules::compress::{Effort, squeeze};
use crate::{address, progress};

const HELP: &str = "\
usage: cargo xtask build [--dev] [--address URL]

Builds everything for readers into dist/.

  --dev            faster to build, larger to load; sizes after brotli are not measured
  --address URL    where the standalone page will be, for search engines and sites that link to it";

/// The ladder that travels inside the script.
const INSIDE: &str = "icloud-photos";

/// What draws that ladder as a plain list, for readers for whom the module does not run.
const LIST: &str = "fix-ladder.list.js";

/// The package of the widget's module.
const WIDGET: &str = "fix-ladder";
/// The package of the module that reads documents.
const DOCUMENTS: &str = "fix-ladder-extras";

/// The widget's stack, in bytes. All memory that it has at the start is this and its data; Rust's own choice would be 1 MB.
const STACK: u32 = 128 * 1024;

/// How much work to put into small files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

pub fn run(mut arguments: lexopt::Parser) -> Result<ExitCode> {
    use lexopt::Arg::{Long, Short};
    let mut profile = Profile::Release;
    let mut address = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("dev") => profile = Profile::Dev,
            Long("address") => address = Some(address::of_folder(&arguments.value()?.string()?)?),
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    build_for(profile, address.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

/// Builds everything. On an error `dist/` holds what earlier builds made; only a release that is too large is
/// written before that is seen.
///
/// # Errors
///
/// Whatever is missing or wrong, after the compiler or the diagnostics have said it in full.
pub fn build(profile: Profile) -> Result<()> {
    build_for(profile, None)
}

/// As [`build`], for pages that know where they will be.
///
/// # Errors
///
/// As for [`build`].
pub fn build_for(profile: Profile, address: Option<&str>) -> Result<()> {
    setup::ensure(&[Need::WasmTarget])?;
    let root = crate::project_root();
    let (folder, records) = (crate::dist_folder(), crate::target_folder());
    let mut dist = Dist::begin(folder, records, profile == Profile::Release)?;

    let ladders = ladders::compile_all(&root.join("ladders"), INSIDE)?;
    let Some(inside) = ladders.iter().find(|it| it.id() == INSIDE) else {
        bail!("the ladder {INSIDE} is missing: it travels inside the script");
    };
    let (glue, widget) = compile_widget(profile)?;
    let documents = compile(profile, DOCUMENTS)?;
    let styles = [
        "tokens.css",
        "frame.css",
        "ladder.css",
        "rung.css",
        "items.css",
        "check.css",
        "plain.css",
    ]
    .map(|name| read(&root.join("styles").join(name)));
    let styles: String = styles.into_iter().collect::<Result<_>>()?;
    let ids: Vec<&str> = ladders.iter().map(|it| it.id()).collect();
    let embed = Embed::build(&root.join("web"), &glue, &minify::css(&styles)?, &ids)?;

    let work = progress::begin("squeezing the modules into one file");
    let effort = if profile == Profile::Release { Effort::Much } else { Effort::Little };
    let inline = embed
        .inside
        .with_module_inside(Module::Widget, &squeeze(&widget, effort)?)
        .with_module_inside(Module::Document, &squeeze(&documents, effort)?);
    let inline = inside.put_into(&inline)?;
    work.end("the modules are squeezed into one file");

    let work = progress::begin("writing dist/");
    let widget = wasm_binary::with_ladder(&widget, &pack(&inside.ladder))?;
    let list = embed.list.with_ladder(INSIDE, &inside.document).named_by_content();
    let script = inside
        .show_in(&embed.beside)?
        .with_list_at(LIST, &list)
        .with_module_at(Module::Widget, "fix-ladder.wasm", &widget)
        .with_module_at(Module::Document, "fix-ladder.document.wasm", &documents);
    dist.put("fix-ladder.js", script.text().as_bytes())?;
    dist.put(LIST, list.text().as_bytes())?;
    dist.put("fix-ladder.wasm", widget)?;
    dist.put("fix-ladder.document.wasm", documents)?;
    dist.put("fix-ladder.inline.js", inline.text().as_bytes())?;
    for built_in in &ladders {
        let document = built_in.document.to_string();
        dist.put(&format!("ladders/{}.json", built_in.id()), document.as_bytes())?;
    }
    let schema = serde_json::to_string_pretty(&fix_ladder_core::ladder::schema())?;
    dist.put("ladder.schema.json", schema.as_bytes())?;
    let shell = Shell::read(&root)?;
    dist.put("fix-ladder.html", shell.single(inside, &inline)?.as_bytes())?;
    for (path, bytes) in shell.app(&ladders, inside, &inline, address)? {
        dist.put(&path, bytes)?;
    }
    for (path, bytes) in pages::pictures(&root)? {
        dist.put(&path, bytes)?;
    }
    let demo = root.join("demo");
    for file in sources_below(&demo)? {
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        dist.put(&format!("demo/{}", path_below(&demo, &file)), bytes)?;
    }
    dist.finish()?;
    work.end("dist/ is ready");
    Ok(())
}

/// The glue and the widget's module.
fn compile_widget(profile: Profile) -> Result<(String, Vec<u8>)> {
    let wasm = compile(profile, WIDGET)?;
    let mut output = Bindgen::new()
        .input_bytes("fix_ladder", wasm)
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(true)
        .generate_output()
        .context("binding the module to JavaScript")?;
    let js = output.js().to_owned();
    let glue = glue::small(output.wasm_mut(), &js)?;
    Ok((glue, output.wasm_mut().emit_wasm()))
}

/// A package as a module.
fn compile(profile: Profile, package: &str) -> Result<Vec<u8>> {
    let work = progress::begin(format!("compiling {package} to WebAssembly"));
    let mut command = crate::process::cargo();
    command.args(["rustc", "--package", package, "--lib", "--crate-type", "cdylib"]);
    command.args(["--target", "wasm32-unknown-unknown"]);
    // A user's own configuration may name another folder; the module there now would be an old one.
    command.arg("--target-dir").arg(crate::target_folder());
    match profile {
        Profile::Release => command.arg("--release"),
        // Half the bytes to be bound, and nobody debugs them line by line.
        Profile::Dev => command.env("CARGO_PROFILE_DEV_DEBUG", "false"),
    };
    let link = |argument: &str| ["-C".to_owned(), format!("link-arg={argument}")];
    command.arg("--");
    match package {
        WIDGET => command.args(link(&format!("-zstack-size={STACK}"))),
        // wasm-bindgen takes the names out of the other.
        _ => command.args(link("--strip-all")),
    };
    command.env("CARGO_ENCODED_RUSTFLAGS", path_flags().join("\x1f"));
    crate::process::run_visibly(&mut command).with_context(|| format!("compiling {package}"))?;
    let folder = if profile == Profile::Release { "release" } else { "debug" };
    let file = crate::target_folder()
        .join("wasm32-unknown-unknown")
        .join(folder)
        .join(format!("{}.wasm", package.replace('-', "_")));
    let wasm = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
    work.end(format!("{package} is compiled"));
    Ok(wasm)
}

/// Keeps the folders of this machine out of the module, so that every machine builds the same bytes.
fn path_flags() -> Vec<String> {
    let flag =
        |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    let mut flags = vec![flag(&crate::project_root(), "fix-ladder")];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let Some(home) = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))) else {
        return flags;
    };
    flags.push(flag(&home, "cargo"));
    // The last flag that fits is the one that counts: the packages themselves, without their folder.
    let packages = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    flags.extend(packages.map(|folder| flag(&folder.path(), "")));
    flags
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))
}
