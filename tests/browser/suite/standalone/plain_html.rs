//! The ladder as plain HTML: whole, in its order, and in the words that the script has for it.

use anyhow::{Context, Result, ensure};
use browser_tests::local_files::{kettle, plain_list, upload};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::{Value, json};
use xtask::server::Override;

pub fn tests() -> Vec<Test> {
    tests![standalone_without_scripts_is_the_whole_ladder, plain_list_says_what_the_script_says]
}

fn built_in() -> Result<Value> {
    let file = xtask::dist_folder().join("ladders/icloud-photos.json");
    Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
}

fn of_the_tests(name: &str) -> Result<Value> {
    let file = xtask::project_root().join("tests/browser/pages").join(name);
    Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
}

/// Everything of a document that a reader reads: each text whole, without its ids and severities.
const TEXTS: &str = "
const texts = [];
const flat = (text) => typeof text === 'string' ? text : text.map((span) => typeof span === 'string' ? span
  : span.path ? span.path.join(' › ') : span.code || flat(span.strong || span.emphasis || span.link.text)).join('');
const blocks = (all) => (all || []).forEach((block) => block.list ? block.list.forEach(text)
  : block.variants ? block.variants.forEach((it) => text(it.text)) : block.more ? blocks(block.more) : text(block));
const text = (it) => it && texts.push(flat(it));
const sources = (all) => (all || []).forEach((it) => { text(it.text); text(it.note); });
const meanings = (it) => [it.fewer, it.equal, it.more].forEach(text);
const items = (all) => (all || []).forEach((it) => {
  text(it.text);
  blocks(it.more);
  text(it.safe);
  meanings((it.evidence || {}).numbers || {});
});
const ladder = arguments[0];
text(ladder.title);
blocks(ladder.introduction);
for (const rung of ladder.rungs) {
  text(rung.title);
  blocks(rung.why);
  for (const fact of [rung.touches, rung.undo, rung.takes]) if (fact) text(fact.text);
  (rung.advice_against || []).forEach((it) => { text(it.by); blocks(it.text); });
  (rung.warnings || []).forEach((it) => blocks(it.text));
  items(rung.requirements);
  items(rung.steps);
  if (rung.wait) text(rung.wait.reason);
  text(rung.check);
  text(rung.moving);
  text(rung.safe);
  sources(rung.sources);
}
blocks(ladder.fixed);
blocks(ladder.moving);
blocks(ladder.end);
sources(ladder.sources);
const joined = (it) => it.replace(/\\s+/g, ' ').trim();
const page = joined(document.querySelector('fix-ladder').textContent);
const wanted = texts.map(joined).filter(Boolean);
let missing = wanted.filter((it) => !page.includes(it));
return { wanted: wanted.length, missing };";

/// In every rung everything that guards its steps stands before them, and all but the sources can be seen.
const ORDER: &str = "
const rungs = Array.from(document.querySelectorAll('fix-ladder > div > ol > li'));
const before = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
const late = rungs.filter((rung) => {
  const steps = rung.querySelector(':scope > ol');
  return steps && Array.from(rung.querySelectorAll(':scope > blockquote')).some((it) => !before(it, steps));
});
const hidden = Array.from(document.querySelectorAll('fix-ladder :is(h2, h3, li, p, dd)'))
  .filter((it) => !it.closest('details') && !it.getClientRects().length);
return { rungs: rungs.length, warned: rungs.filter((it) => it.querySelector('blockquote')).length,
  late: late.length, hidden: hidden.length, state: document.querySelector('fix-ladder').dataset.state || null };";

async fn standalone_without_scripts_is_the_whole_ladder(page: &Page) -> Result<()> {
    let ladder = built_in()?;
    let n_rungs = ladder["rungs"].as_array().map_or(0, Vec::len);
    for path in ["/index.html", "/icloud-photos/index.html", "/fix-ladder.html"] {
        page.without_scripts(path, async || {
            let texts = page.run(TEXTS, std::slice::from_ref(&ladder)).await?;
            ensure!(texts["missing"] == json!([]), "not in the page: {}", texts["missing"]);
            ensure!(texts["wanted"].as_u64() > Some(200), "{} texts", texts["wanted"]);
            let order = page.run(ORDER, &[]).await?;
            ensure!(order["rungs"] == n_rungs && order["state"].is_null(), "{order}");
            ensure!(order["warned"].as_u64() > Some(0) && order["late"] == 0, "{order}");
            ensure!(order["hidden"] == 0, "{order}");
            let buttons = "return Array.from(document.querySelectorAll('button'), (it) => it.checkVisibility())";
            let buttons = page.run(buttons, &[]).await?;
            ensure!(!buttons.to_string().contains("true"), "buttons that do nothing are seen");
            Ok(())
        })
        .await?;
    }
    // They are on again.
    page.open("/index.html").await?;
    page.widget().ready().await
}

/// A drawing as its elements and words, one line an element. What is only there for style sheets is left out.
const SKELETON: &str = "
const tell = (node) => Array.from(node.childNodes, (child) => {
  if (child.nodeType === Node.TEXT_NODE) return child.data;
  if (child.nodeType !== Node.ELEMENT_NODE || child.getAttribute('aria-hidden') === 'true') return '';
  if (['div', 'span'].includes(child.localName)) return tell(child);
  const more = child.localName === 'a' ? ` ${child.href} ${child.rel}` : '';
  return `\\n<${child.localName}${more}>${tell(child)}\\n</${child.localName}>`;
}).join('');
const lines = (node) => tell(node).split('\\n').map((line) => line.replace(/\\s+/g, ' ').trim()).filter(Boolean);
return [lines(document.querySelector('#built')), lines(document.querySelector('fix-ladder').shadowRoot.querySelector('.plain-list'))];";

async fn plain_list_says_what_the_script_says(page: &Page) -> Result<()> {
    for document in [
        built_in()?,
        kettle()?,
        upload()?,
        of_the_tests("kettle.json")?,
        of_the_tests("arabic.json")?,
    ] {
        let body = Some(document.to_string().into_bytes());
        page.server.set("/document.json", Override { body, ..Override::default() });
        page.open_body(&format!(
            "<script>delete window.WebAssembly</script><div id=built>{}</div>
            <script src=/fix-ladder.js data-src=/document.json data-loading=eager></script>",
            plain_list(&document)?
        ))
        .await?;
        page.widget().until_state("failed").await?;
        let both = page.run(SKELETON, &[]).await?;
        let [built, drawn]: [Vec<String>; 2] = serde_json::from_value(both)?;
        ensure!(built.len() > 50, "{} lines", built.len());
        let places = built.iter().zip(&drawn);
        let other = places.enumerate().find(|(_, (one, other))| one != other);
        let what = || document["id"].to_string();
        if let Some((line, (built, drawn))) = other {
            Err(anyhow::anyhow!("line {line}: built {built:?}, drawn {drawn:?}"))
                .with_context(what)?;
        }
        ensure!(built.len() == drawn.len(), "{}: {} lines, {}", what(), built.len(), drawn.len());
    }
    Ok(())
}
