//! Makes scripts and styles small without changing what they mean.
//!
//! Knows languages, nothing of what is written in them. The work is done by kept libraries: oxc and Lightning CSS.

use std::fmt::Display;

use anyhow::{Result, anyhow, bail};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::targets::{Features, Targets};
use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;
use oxc_compat::EngineTargets;

/// What every browser can read in which the script says that it cannot run: Safari 14 and what is as old.
const SYNTAX: &str = "es2020";

/// A classic script without what only people read, with short names for what is its own.
///
/// Names that it does not declare itself stay as they are, and so do the names of properties.
///
/// # Errors
///
/// It is no script, or it holds what would end the element of a script that is pasted into a page.
pub fn javascript(source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::script()).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        bail!("not a script: {:?}", fault.clone().with_source_code(source.to_owned()));
    }
    let mut program = parsed.program;
    let target = EngineTargets::from_target(SYNTAX).map_err(|error| anyhow!(error))?;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        mangle_properties: None,
        compress: Some(CompressOptions { target, ..CompressOptions::smallest() }),
    };
    let minified = Minifier::new(options).minify(&allocator, &mut program);
    let code = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(minified.scoping)
        .build(&program)
        .code
        .to_string();
    for end in ["</script", "<!--"] {
        if code.to_ascii_lowercase().contains(end) {
            bail!(
                "the script holds `{end}`, after which a page would read it otherwise: write it in parts"
            );
        }
    }
    Ok(code)
}

/// A style sheet without what only people read. What is written in newer ways stays so, and so does what is
/// written twice for the sake of older browsers.
///
/// # Errors
///
/// It is no style sheet.
pub fn css(source: &str) -> Result<String> {
    let fault = |error: &dyn Display| anyhow!("not a style sheet: {error}");
    let sheet =
        StyleSheet::parse(source, ParserOptions::default()).map_err(|error| fault(&error))?;
    // Printed only. Its own `minify` takes what stands there for older browsers to be superfluous, and makes
    // `translate` and `rotate` parts of `transform`.
    //
    // Without browsers everything is left as it is. Only the new way to write `min-width`, which old ones do
    // not read, has to be forbidden.
    let targets = Targets { include: Features::MediaRangeSyntax, ..Targets::default() };
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| fault(&error))?.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_means_the_same() -> Result<()> {
        // For old browsers, of parts that newer ones would join, and in ways that some would write otherwise.
        for kept in [
            ":host{width:-moz-available;width:-webkit-fill-available;width:stretch}",
            ":host{transform:none!important;translate:none!important;rotate:none!important}",
            "@media (min-width:30em){a{padding-inline:1em}}",
            "@container (min-inline-size:30em){a{inset-inline-start:0}}",
            "a{color:light-dark(#000,#fff);-webkit-text-size-adjust:100%}",
            "a{border-block:1px solid var(--line);border-block-end:0}",
            ".x :hover{content:\"/* a  b */\"}",
        ] {
            assert_eq!(css(kept)?, kept);
        }
        assert_eq!(css("a , b { /* why */ color : red ; }\n\n")?, "a,b{color:red}");
        assert!(css("a { color: red } }").is_err());
        Ok(())
    }

    #[test]
    fn a_script_keeps_what_others_see() -> Result<()> {
        let source = "((SCRIPT) => { /** Why. */ const words = DATA.words; const unused = () => 1;
            for (const name of words) window.tell({ name, loud: name?.loud ?? SCRIPT }); })(document.currentScript);";
        let small = javascript(source)?;
        for kept in ["DATA.words", "window.tell", "name:", "loud:", "?.loud??"] {
            assert!(small.contains(kept), "{kept} is not in {small}");
        }
        for gone in ["Why", "unused", "SCRIPT", "\n"] {
            assert!(!small.contains(gone), "{gone} is in {small}");
        }
        Ok(())
    }

    #[test]
    fn no_syntax_is_newer_than_the_oldest_reader() -> Result<()> {
        let small = javascript("if (!window.a) window.a = f(); window.b = window.b ?? f();")?;
        assert!(!small.contains("||=") && !small.contains("??="), "{small}");
        Ok(())
    }

    #[test]
    fn what_is_no_script_or_would_end_its_element_is_refused() {
        for source in ["const a = ;", "f('<!--')"] {
            assert!(javascript(source).is_err(), "{source}");
        }
        let small = javascript("f(a < !--b, '</script>')").unwrap_or_default();
        assert!(small.contains("a<! --b"), "{small}");
        assert!(small.contains("script>") && !small.contains("</script"), "{small}");
    }
}
