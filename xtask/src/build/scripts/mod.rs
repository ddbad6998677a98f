//! The scripts of the embed, and the modules that they name.
//!
//! Knows in which forms the embed travels: a script with files beside it, and one with everything inline. What a
//! script is made of is in the files below.

pub mod bundle;
pub mod embed;
pub mod messages;
pub mod minify;
pub mod prerender;
pub mod script;
pub mod service_worker;
mod styles;

use std::path::Path;

use anyhow::{Context, Result};
use fix_ladder_core::ladder::encode;

use self::embed::Embed;
use self::script::Script;
use self::styles::Styles;
use crate::build::file::File;
use crate::build::ladders::built_in::BuiltIn;
use crate::build::ladders::inline_ladder;
use crate::build::languages::Spoken;
use crate::build::modules::compress::{Effort, compress};
use crate::build::modules::wasm_module::{POST, WIDGET};
use crate::build::modules::{BuiltModule, binary};
use crate::build::profile::Profile;
use crate::progress;

/// The script that renders the inline ladder as a plain list, for readers for whom the module does not run.
pub const LIST: &str = "fix-ladder.list.js";

/// The script of what stands around a climb, loaded where a reader asks for it.
pub const COMPANION: &str = "fix-ladder.companion.js";

/// The script that reads posts, loaded where an element holds one.
pub const POST_SCRIPT: &str = "fix-ladder.post.js";

/// The scripts that stand beside the embed, each with the key under which its data say where that is.
pub const BESIDE: [(&str, &str); 3] =
    [("list", LIST), ("companionScript", COMPANION), ("postScript", POST_SCRIPT)];

/// What the build makes of scripts and modules.
pub struct Scripts {
    /// The script with everything inline, for the pages.
    pub inline: Script,
    /// The scripts and the modules, as files.
    pub files: Vec<File>,
}

/// Bundles the scripts, and gives them their ladder and their modules.
///
/// # Errors
///
/// A source that cannot be read, or is no script or style sheet.
pub fn build(
    root: &Path,
    ladders: &[BuiltIn],
    languages: &[Spoken],
    mut modules: Vec<BuiltModule>,
    profile: Profile,
) -> Result<Scripts> {
    let ladder = inline_ladder(ladders)?;
    let ids: Vec<&str> = ladders.iter().map(BuiltIn::id).collect();
    let glue = modules.iter().find_map(|it| it.glue.as_deref()).context("no module is bound")?;
    let styles = Styles::read(&root.join("styles"))?;
    let embed = Embed::build(&root.join("web"), glue, &styles, &ids)?;

    let work = progress::begin("compressing the modules into one file");
    let effort = profile.effort();
    let inline = with_modules_inline(embed.inline, &modules, effort)?;
    let inline = languages.iter().try_fold(inline, |script, it| -> Result<Script> {
        Ok(script.with_language_inline(&it.tag(), &compress(&it.file().1, effort)?))
    })?;
    let inline = ladder.put_into(&inline)?;
    work.end("the modules are compressed into one file");

    // Where it is a file, the widget's module brings the ladder, and the styles of what it renders alone.
    for built in modules.iter_mut().filter(|it| *it.module == WIDGET) {
        built.wasm = binary::with_ladder(&built.wasm, &encode(&ladder.ladder))?;
        built.wasm = binary::with_styles(&built.wasm, &styles.live())?;
    }
    let list = embed.list.with_ladder(ladder.id(), &ladder.document_for_list()).named_by_content();
    let beside = [list, embed.companion.named_by_content(), embed.post.named_by_content()];
    let mut external = ladder.show_in(&embed.external)?;
    for ((key, file), script) in BESIDE.into_iter().zip(&beside) {
        external = external.with_script_at(key, file, script);
    }
    for language in languages {
        let (file, bytes) = language.file();
        external = external.with_language_at(&language.tag(), &file, &bytes);
    }
    let external = with_module_files(external, &modules);

    let mut files = vec![
        ("fix-ladder.js".to_owned(), external.text().into_bytes()),
        ("fix-ladder.inline.js".to_owned(), inline.text().into_bytes()),
    ];
    let files_beside = BESIDE.into_iter().zip(beside);
    files.extend(files_beside.map(|((_, file), it)| (file.to_owned(), it.text().into_bytes())));
    files.extend(languages.iter().map(Spoken::file));
    files.extend(modules.into_iter().map(|it| (it.module.file.to_owned(), it.wasm)));
    // Pages of ours hold no posts.
    Ok(Scripts { inline: inline.without(&POST), files })
}

/// The script with all modules in itself.
fn with_modules_inline(script: Script, modules: &[BuiltModule], effort: Effort) -> Result<Script> {
    modules.iter().try_fold(script, |script, it| {
        Ok(script.with_module_inline(it.module, &compress(&it.wasm, effort)?))
    })
}

/// The script with the addresses of all modules, which are files beside it.
fn with_module_files(script: Script, modules: &[BuiltModule]) -> Script {
    let name = |script: Script, it: &BuiltModule| {
        script.with_module_at(it.module, it.module.file, &it.wasm)
    };
    modules.iter().fold(script, name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::modules::wasm_module::{MODULES, WasmModule};

    /// One more module, as a line of the list would make it.
    static PICTURES: WasmModule = WasmModule {
        package: "fix-ladder-pictures",
        file: "fix-ladder.pictures.wasm",
        key: "pictures",
        link_arguments: &[],
        is_bound: false,
    };

    #[test]
    fn a_third_module_joins_by_its_line() -> Result<()> {
        let modules: Vec<BuiltModule> = (MODULES.iter().chain([&PICTURES]))
            .map(|module| BuiltModule { module, wasm: b"abc".to_vec(), glue: None })
            .collect();
        let empty = Script::parse("(() => {\nconst DATA = {};\n})();\n")?;
        let external = with_module_files(empty.clone(), &modules).text();
        let inline = with_modules_inline(empty, &modules, Effort::Fast)?.text();
        for module in modules.iter().map(|it| it.module) {
            let named = format!("\"{}\":{{\"address\":\"{}?", module.key, module.file);
            assert!(external.contains(&named), "{named} is not in {external}");
            let named = format!("\"{}\":{{\"bytes\":\"", module.key);
            assert!(inline.contains(&named), "{named} is not in {inline}");
        }
        Ok(())
    }
}
