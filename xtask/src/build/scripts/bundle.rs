//! Bundles ES modules into the text of one script, in the order of their imports.
//!
//! Knows how modules name one another, as oxc parses them; nothing of what they do. It takes the plain forms only:
//! `import { name } from "./file.js"` and `export` before a declaration. So a name is the same in every module, and
//! the bundle is their text, one after the other, without those words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use oxc::allocator::Allocator;
use oxc::ast::ast::{ImportDeclaration, ImportDeclarationSpecifier, ModuleExportName, Statement};
use oxc::parser::Parser;
use oxc::semantic::SemanticBuilder;
use oxc::span::{GetSpan, SourceType, Span};

/// One module, as far as others are concerned.
#[derive(Debug, Default)]
struct Module {
    /// From the folder of the entry, for errors.
    name: String,
    /// Its text without imports and without the word `export`.
    text: String,
    /// The modules that it imports from, in order, each with the names it takes.
    imports: Vec<(PathBuf, Vec<String>)>,
    exports: BTreeSet<String>,
    /// Everything it declares for itself at its top.
    declared: BTreeSet<String>,
    /// What it takes from the browser or from the build.
    globals: BTreeSet<String>,
}

/// The text of an entry and of all that it imports, for one function around it.
///
/// # Errors
///
/// A module that cannot be read or parsed, an import of what is not exported, a circle of imports, two modules that
/// declare one name, or a name of another module that is used without an import. Each names the module and the cure.
pub fn bundle(entry: &Path) -> Result<String> {
    let root = entry.parent().unwrap_or(Path::new("")).to_owned();
    let mut bundle = Bundle { root, modules: BTreeMap::new(), order: Vec::new() };
    bundle.add(&normal(entry), &mut Vec::new())?;
    bundle.check()?;
    let text = bundle.order.iter().filter_map(|path| bundle.modules.get(path));
    Ok(text.map(|module| module.text.as_str()).collect::<Vec<_>>().join("\n"))
}

struct Bundle {
    /// The folder of the entry.
    root: PathBuf,
    modules: BTreeMap<PathBuf, Module>,
    /// Each after those that it imports.
    order: Vec<PathBuf>,
}

impl Bundle {
    /// Adds a module after its imports. `above` are those that lead to it.
    fn add(&mut self, path: &Path, above: &mut Vec<PathBuf>) -> Result<()> {
        if let Some(at) = above.iter().position(|it| it == path) {
            let circle = above.iter().skip(at).map(|it| self.name(it)).collect::<Vec<_>>();
            bail!(
                "a circle of imports: {} → {}. Move what both need to a module of its own",
                circle.join(" → "),
                self.name(path)
            );
        }
        if self.modules.contains_key(path) {
            return Ok(());
        }
        let source =
            fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        let module = read(&source, path, self.name(path))?;
        above.push(path.to_owned());
        for (imported, _) in &module.imports {
            self.add(imported, above).with_context(|| format!("imported by {}", module.name))?;
        }
        above.pop();
        self.modules.insert(path.to_owned(), module);
        self.order.push(path.to_owned());
        Ok(())
    }

    /// Whether every name means one thing in the whole bundle.
    fn check(&self) -> Result<()> {
        let mut declared: BTreeMap<&str, &Module> = BTreeMap::new();
        for module in self.modules.values() {
            for name in &module.declared {
                if let Some(other) = declared.insert(name, module) {
                    let (one, other) = (&other.name, &module.name);
                    bail!("{one} and {other} both declare `{name}`: give one of them another name");
                }
            }
        }
        for module in self.modules.values() {
            for (path, names) in &module.imports {
                let Some(imported) = self.modules.get(path) else { continue };
                if let Some(name) = names.iter().find(|name| !imported.exports.contains(*name)) {
                    bail!(
                        "{} imports `{name}`, which {} does not export",
                        module.name,
                        imported.name
                    );
                }
            }
            for name in &module.globals {
                if let Some(other) = declared.get(name.as_str()) {
                    let (user, owner) = (&module.name, &other.name);
                    bail!(
                        "{user} uses `{name}` of {owner} without importing it: import it, or write `window.{name}`"
                    );
                }
            }
        }
        Ok(())
    }

    fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}

/// Parses one module.
fn read(source: &str, path: &Path, name: String) -> Result<Module> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        bail!("{name} is no module: {:?}", fault.clone().with_source_code(source.to_owned()));
    }
    let mut module = Module { name, ..Module::default() };
    let mut cuts: Vec<Span> = Vec::new();
    for statement in &parsed.program.body {
        let line = |span: Span| {
            source.get(..span.start as usize).map_or(1, |it| it.matches('\n').count() + 1)
        };
        match statement {
            Statement::ImportDeclaration(it) => {
                cuts.push(it.span);
                let names =
                    imported(it).with_context(|| format!("{}:{}", module.name, line(it.span)))?;
                let file = it.source.value.as_str();
                ensure!(
                    file.starts_with("./") || file.starts_with("../"),
                    "{}:{}: `{file}` is no file of ours: begin it with `./` or `../`",
                    module.name,
                    line(it.span)
                );
                module.imports.push((normal(&path.with_file_name("").join(file)), names));
            }
            Statement::ExportDeclaration(it) => {
                let declaration = it.declaration.span();
                cuts.push(Span::new(it.span.start, declaration.start));
            }
            Statement::ExportAllDeclaration(_)
            | Statement::ExportDefaultDeclaration(_)
            | Statement::ExportNamedDeclaration(_)
            | Statement::ExportFromDeclaration(_) => {
                let at = line(statement.span());
                bail!("{}:{at}: write `export` before the declaration itself", module.name);
            }
            _ => {}
        }
    }
    let exports = parsed.module_record.exported_bindings.keys();
    module.exports = exports.map(ToString::to_string).collect();
    let semantic = SemanticBuilder::new().build(&parsed.program).semantic;
    let scoping = semantic.scoping();
    let imported: BTreeSet<&String> = module.imports.iter().flat_map(|(_, names)| names).collect();
    let bindings = scoping.get_bindings(scoping.root_scope_id());
    let declared = bindings.keys().map(ToString::to_string).filter(|it| !imported.contains(it));
    module.declared = declared.collect();
    module.globals = scoping.root_unresolved_references().keys().map(ToString::to_string).collect();
    module.text = without(source, &cuts);
    Ok(module)
}

/// The names that an import takes.
fn imported(import: &ImportDeclaration<'_>) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for specifier in import.specifiers.iter().flatten() {
        match specifier {
            ImportDeclarationSpecifier::ImportSpecifier(it) => {
                let ModuleExportName::IdentifierName(name) = &it.imported else {
                    bail!("a name in quotes cannot be imported");
                };
                let (name, local) = (name.name.as_str(), it.local.name.as_str());
                ensure!(
                    name == local,
                    "`{name}` cannot be imported as `{local}`: use one name everywhere"
                );
                names.push(name.to_owned());
            }
            _ => bail!("write the names that are imported: `import {{ name }} from …`"),
        }
    }
    Ok(names)
}

/// A text without some parts of it, which are in order.
fn without(source: &str, cuts: &[Span]) -> String {
    let mut text = String::with_capacity(source.len());
    let mut from = 0;
    for cut in cuts {
        text.push_str(source.get(from..cut.start as usize).unwrap_or_default());
        from = cut.end as usize;
    }
    text.push_str(source.get(from..).unwrap_or_default());
    text
}

/// A path without `.` and `..`, so that one file has one path.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

#[cfg(test)]
mod tests;
