//! Pages that are opened from a folder of this computer, as by a double click: no server, no origin.
//!
//! Knows files and their addresses, nothing of what is in them.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tempfile::TempDir;
use xtask::Script;
use xtask::build::file::File;
use xtask::build::ladders::built_in::BuiltIn;
use xtask::build::ladders::compile_ladder;
use xtask::build::languages::Said;
use xtask::build::pages::Shell;
use xtask::build::pages::{plain_list, single};

use crate::temp_folder;
use crate::test_page::Page;
use crate::widget::Widget;

/// A folder of local pages, empty at first, and taken away at the end.
pub struct Folder(TempDir);

impl Folder {
    /// # Errors
    ///
    /// It cannot be made.
    pub fn new() -> Result<Folder> {
        temp_folder::folder().map(Folder)
    }

    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
        std::fs::write(self.0.path().join(file), bytes).with_context(|| format!("writing {file}"))
    }

    /// Puts a file of `dist/` beside the pages, byte for byte.
    pub fn copy_built(&self, file: &str) -> Result<()> {
        let built = xtask::dist_folder().join(file);
        std::fs::copy(built, self.0.path().join(file))
            .with_context(|| format!("copying {file}"))?;
        Ok(())
    }

    pub fn address(&self, file: &str) -> String {
        format!("file://{}/{file}", self.0.path().display())
    }
}

impl Page {
    /// Opens a page of a folder, and waits until its widget stands.
    pub async fn open_local(&self, folder: &Folder, file: &str) -> Result<Widget<'_>> {
        let opened = self.client.goto(&folder.address(file)).await;
        opened.with_context(|| format!("opening {file} from its folder"))?;
        let widget = self.widget();
        widget.ready().await?;
        Ok(widget)
    }
}

/// The document of a ladder of the tests, with one of everything: `kettle`.
pub fn kettle() -> Result<Value> {
    of_the_view("kettle.md")
}

/// Another, with folded words, an answer that it is moving, what is safe, and what two numbers mean: `upload`.
pub fn upload() -> Result<Value> {
    of_the_view("upload.md")
}

fn of_the_view(name: &str) -> Result<Value> {
    let file = xtask::project_root().join("tests/native/view").join(name);
    let compiled = compile_ladder(name, &std::fs::read_to_string(file)?)?;
    Ok(compiled.context("the ladder has faults")?.document)
}

/// The embed with its bytes inside, as it is built.
pub fn inline_script() -> Result<String> {
    Ok(std::fs::read_to_string(xtask::dist_folder().join("fix-ladder.inline.js"))?)
}

/// The standalone page of another ladder, as one file, as authors make it: from the built page, with a text inside.
pub fn single_file(document: &Value) -> Result<String> {
    let built = std::fs::read_to_string(xtask::dist_folder().join(single::BUILT))?;
    let text = document.to_string();
    apart(|| {
        let sources =
            single::Sources { name: "ladder.json", text: &text, drawings: &[], pieces: &[] };
        single::with_ladder(&built, &BuiltIn::new(document.clone())?, Some(&sources))
    })
}

/// Every file of a site with these ladders, of which the first is the one at home.
pub fn site(documents: &[Value]) -> Result<Vec<File>> {
    let script = Script::parse(&inline_script()?)?;
    apart(|| {
        let ladders: Vec<BuiltIn> =
            documents.iter().cloned().map(BuiltIn::new).collect::<Result<_>>()?;
        let home = ladders.first().context("a site without ladders")?;
        Shell::read(&xtask::project_root())?.app(&ladders, home, &script, None)
    })
}

/// A ladder as plain HTML, as it stands in the pages.
pub fn plain_list(document: &Value) -> Result<String> {
    apart(|| {
        plain_list::plain_list(&BuiltIn::new(document.clone())?.ladder, 2, &Said::in_english())
    })
}

/// Away from this thread, whose runtime suffers no second one.
fn apart<T: Send>(make: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    std::thread::scope(|scope| scope.spawn(make).join())
        .unwrap_or_else(|_| bail!("it panicked; what it said is above"))
}

/// The same page with the test's own scripts in it, before everything that it brings itself. They stand
/// before its policy, which therefore says nothing of them.
pub fn watched(html: &str) -> Result<String> {
    let pages = xtask::project_root().join("tests/browser/pages");
    let script = |name: &str| -> Result<String> {
        Ok(format!("<script>{}</script>", std::fs::read_to_string(pages.join(name))?))
    };
    let scripts = script("harness.js")? + &script("recorder.js")?;
    Ok(html.replacen("<head>", &format!("<head>{scripts}"), 1))
}
