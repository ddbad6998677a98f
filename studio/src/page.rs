//! The built page in one file once more, with another ladder in it, and the text of that inside; and the same without any
//! ladder, for a preview.
//!
//! Knows what the build makes of the page. The command line makes such pages too (`xtask/src/build/pages/single.rs`), from
//! the templates, which would be too much for a module; where the text stands is the same for both.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use fix_ladder_core::ladder::{Ladder, RawLadder, encode, validate};
use fix_ladder_core::messages::{DEFAULT_LANG, direction, page_messages};
use fix_ladder_writer::{SOURCE_END, SOURCE_START, for_plain_list, in_script};
use miniz_oxide::deflate::compress_to_vec;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::draft::Draft;
use crate::fallback::{escaped, fallback};
use crate::written::Told;

/// The line with the data of the embed.
const DATA: &str = "\nconst DATA = ";

/// The line with the data of the page around it.
const PAGE: &str = "\nconst PAGE = ";

/// How the script of the page begins. It is the last in it.
const SCRIPT: &str = "<script>";

/// The element with its fallback.
const ELEMENT: (&str, &str) = ("<fix-ladder ", "</fix-ladder>");

/// The page of this ladder. What it says itself is that of `said`: `lang`, `title`, `messages` and `around`; where that is
/// nothing, it says what it said.
///
/// # Errors
///
/// The page is none that a build makes, or the document is no ladder.
pub fn with_ladder(built: &str, raw: &RawLadder, draft: &Draft, said: &Value) -> Told<String> {
    let ladder = validate(raw)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let parts = Parts::of(built).ok_or_else(not_built)?;
    let script = with_data(parts.script, raw, &ladder)
        .and_then(|it| speaking(&it, said))
        .ok_or_else(not_built)?;
    let hash = integrity(&script);
    let name = ladder.title.plain();
    let title = match said.get("title").and_then(Value::as_str) {
        Some(title) => title.replace("{title}", &name),
        None => page_messages(DEFAULT_LANG).page_title(&name),
    };
    let lang = said.get("lang").and_then(Value::as_str).unwrap_or(DEFAULT_LANG);
    let head = Some(around(parts.head, said))
        .and_then(|it| between(&it, "<html lang=\"", "\"", &escaped(lang)))
        .and_then(|it| between(&it, "<title>", "</title>", &escaped(&title)))
        .and_then(|it| between(&it, "<meta name=\"description\" content=\"", "\"", &escaped(&name)))
        .and_then(|it| between(&it, "script-src '", "'", &hash))
        .ok_or_else(not_built)?;
    let source = in_script(&draft.to_json());
    Ok([
        &head,
        &element(raw, &ladder),
        &around(parts.between, said),
        SOURCE_START,
        &source,
        SOURCE_END,
        "\n    ",
        SCRIPT,
        &script,
        parts.after,
    ]
    .concat())
}

/// A part of the page, where what stands around a ladder is said in other words.
fn around(part: &str, said: &Value) -> String {
    let words = said.get("around").and_then(Value::as_object).into_iter().flatten();
    let mut part = part.to_owned();
    for (name, words) in words {
        let Some((before, rest)) = part.split_once(&format!("data-around=\"{name}\"")) else {
            continue;
        };
        let said = between(rest, ">", "<", &escaped(words.as_str().unwrap_or_default()));
        part = said.map_or(part.clone(), |it| format!("{before}data-around=\"{name}\"{it}"));
    }
    part
}

/// The script, where what the page says by itself is said in other words.
fn speaking(script: &str, said: &Value) -> Option<String> {
    let Some(messages) = said.get("messages") else { return Some(script.to_owned()) };
    let (before, rest) = script.split_once(PAGE)?;
    let (page, after) = rest.split_once(";\n")?;
    let mut page: Map<String, Value> = serde_json::from_str(page).ok()?;
    page.insert("messages".to_owned(), messages.clone());
    Some(format!("{before}{PAGE}{};\n{after}", in_script(&Value::Object(page))))
}

/// The page with an element that waits to be given a ladder. Its script is the built one, byte for byte.
///
/// # Errors
///
/// The page is none that a build makes.
pub fn preview(built: &str) -> Told<String> {
    let parts = Parts::of(built).ok_or_else(not_built)?;
    let waits = "<fix-ladder hidden=\"\" loading=\"lazy\"><p>…</p></fix-ladder>";
    Ok([parts.head, waits, parts.between, SCRIPT, parts.script, parts.after].concat())
}

fn not_built() -> Vec<String> {
    vec!["this is not the page in one file that the build makes".to_owned()]
}

/// A built page, cut where another ladder differs.
struct Parts<'a> {
    /// Up to the element.
    head: &'a str,
    /// From the element to the script.
    between: &'a str,
    script: &'a str,
    /// From the end of the script.
    after: &'a str,
}

impl Parts<'_> {
    fn of(built: &str) -> Option<Parts<'_>> {
        let (page, rest) = built.rsplit_once(SCRIPT)?;
        let at = rest.find("</script>")?;
        let (head, element) = page.split_at_checked(page.find(ELEMENT.0)?)?;
        let end = element.find(ELEMENT.1)? + ELEMENT.1.len();
        Some(Parts {
            head,
            between: element.get(end..)?,
            script: rest.get(..at)?,
            after: rest.get(at..)?,
        })
    }
}

fn element(raw: &RawLadder, ladder: &Ladder) -> String {
    let lang = escaped(&ladder.lang);
    format!(
        "<fix-ladder ladder=\"{}\" lang=\"{lang}\" loading=\"eager\" heading-level=\"2\">\n        \
         <div lang=\"{lang}\" dir=\"{}\">{}</div>\n      </fix-ladder>",
        escaped(ladder.id.as_str()),
        direction(&ladder.lang),
        fallback(raw, ladder),
    )
}

/// The script with this ladder inside.
fn with_data(script: &str, raw: &RawLadder, ladder: &Ladder) -> Option<String> {
    let (before, rest) = script.split_once(DATA)?;
    let (data, after) = rest.split_once(";\n")?;
    let mut data: Map<String, Value> = serde_json::from_str(data).ok()?;
    let id = ladder.id.as_str();
    let encoded = BASE64_STANDARD.encode(compress_to_vec(&encode(ladder), 10));
    data.insert("ids".to_owned(), json!([id]));
    data.insert("builtIn".to_owned(), json!(id));
    data.insert("ladders".to_owned(), json!({ id: for_plain_list(json!(raw)) }));
    data.insert("encoded".to_owned(), json!(encoded));
    data.insert("prerender".to_owned(), Value::Null);
    if let Some(Value::Object(languages)) = data.get_mut("languages") {
        let its = ladder.lang.to_ascii_lowercase();
        languages.retain(|tag, _| its == *tag || its.starts_with(&format!("{tag}-")));
    }
    Some(format!("{before}{DATA}{};\n{after}", in_script(&Value::Object(data))))
}

/// The text with this in place of what stands between the two marks.
fn between(text: &str, start: &str, end: &str, value: &str) -> Option<String> {
    let (before, rest) = text.split_once(start)?;
    let at = rest.find(end)?;
    Some([before, start, value, rest.get(at..)?].concat())
}

fn integrity(script: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(script.as_bytes())))
}
