//! React: a page that a server has rendered and a script takes over, renderings again, taking out and putting in, HTML
//! from a string. Preact, which does the same in another way. The recipes of docs/embedding.md for both.

use anyhow::{Context, Result, ensure};
use browser_tests::recipes::recipe;
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::{
    ELEMENT, SCRIPT, STEP, TAG, at_baseline, one_ticked, ours, quiet, serve, the_same, tick, ticked,
};

pub fn tests() -> Vec<Test> {
    tests![
        hp_17_react_takes_over_what_a_server_has_rendered,
        hp_17_react_renders_again,
        hp_17_react_puts_html_in,
        hp_17_mdx_has_the_element,
        hp_17_preact,
    ]
}

/// A post around the component of the recipe: `set` renders it with other props, `server` is what a server sends.
const POST: &str = "
import { Activity, StrictMode, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';

const first = { title: 'A post', shown: true, mode: 'visible', attributes: {}, html: '' };
function Post({ children }) {
  const [props, setProps] = useState(first);
  window.set = (next) => flushSync(() => setProps((before) => ({ ...before, ...next })));
  return (
    <article>
      <h1>{props.title}</h1>
      <Activity mode={props.mode}>
        {props.shown && <FixLadder ladder='icloud-photos' loading='eager' {...props.attributes}>{children}</FixLadder>}
      </Activity>
      <div id='html' suppressHydrationWarning dangerouslySetInnerHTML={{ __html: props.html }} />
      <p>{props.title} ends.</p>
    </article>
  );
}
const fallback = <ol><li>Restart the router.</li></ol>;
const page = () => <StrictMode><Post>{window.withFallback ? fallback : null}</Post></StrictMode>;
window.server = () => renderToString(page());
window.hydrate = () => { window.root = hydrateRoot(document.getElementById('root'), page(), { onRecoverableError: (error) => console.error(error) }) };
window.create = () => { window.root = createRoot(document.getElementById('root')); flushSync(() => root.render(page())) };
";

fn serve_react(page: &Page) -> Result<()> {
    page.serve_bundle("/react.js", &format!("{}{POST}", ours(&recipe("React")?)))
}

const REACT: &str = "<script src=/pages/counts.js></script><script src=/react.js></script>";

async fn hp_17_react_takes_over_what_a_server_has_rendered(page: &Page) -> Result<()> {
    serve_react(page)?;
    for with_fallback in [false, true] {
        let set = format!("<script>window.withFallback = {with_fallback}</script>");
        serve(page, "/server.html", &format!("{REACT}{set}"), "");
        page.open("/server.html").await?;
        let html = page.run("return window.server()", &[]).await?;
        let html = html.as_str().context("no HTML")?;
        // The script has run and the widget stands before React comes, as it does from a cache.
        serve(
            page,
            "/post.html",
            &format!("{REACT}{set}{SCRIPT}"),
            &format!("<div id=root>{html}</div>"),
        );
        page.open("/post.html").await?;
        tick(page).await?;
        page.run("window.hydrate()", &[]).await?;
        page.until_true("window.set").await?;
        the_same(page, "taken over").await?;
        page.run("window.set({ title: 'Another title' })", &[]).await?;
        the_same(page, "rendered again").await?;
        page.ensure_no_errors().await?;
        // And the other way round: React comes first.
        serve(
            page,
            "/post.html",
            &format!("{REACT}{set}"),
            &format!("<div id=root>{html}</div><script>hydrate()</script>"),
        );
        page.open("/post.html").await?;
        one_ticked(page, "taken over before").await?;
        page.ensure_no_errors().await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

async fn hp_17_react_renders_again(page: &Page) -> Result<()> {
    serve_react(page)?;
    serve(page, "/post.html", REACT, "<div id=root></div>");
    page.open("/post.html").await?;
    page.run("window.create()", &[]).await?;
    page.run("window.set({ shown: false })", &[]).await?;
    page.until_true("customElements.get('fix-ladder')").await?;
    quiet(page).await?;
    let before = page.run("return counts()", &[]).await?;
    page.run("window.set({ shown: true })", &[]).await?;
    tick(page).await?;
    for next in [
        "{ title: 'Two' }",
        "{ attributes: { lang: 'de', theme: 'dark' } }",
        "{ attributes: { lang: undefined, theme: null, hidden: false } }",
        "{ attributes: { 'heading-level': 3, className: 'wide', style: { margin: 0 } } }",
        "{ attributes: { 'onfix-ladder-change': (event) => { window.changed = event.detail.kind } } }",
    ] {
        page.run(&format!("window.set({next})"), &[]).await?;
        the_same(page, next).await?;
    }
    let heading = page.widget().count("h3.ladder-title").await?;
    ensure!(heading == 0, "the heading is as without the attribute again");
    page.widget().click(&format!("{STEP}:not(:checked)")).await?;
    page.until_true("window.changed === 'step'").await?;
    page.run("window.set({ mode: 'hidden' })", &[]).await?;
    page.until_true("!document.querySelector('fix-ladder').checkVisibility()").await?;
    page.run("window.set({ mode: 'visible' })", &[]).await?;
    page.until_true("document.querySelector('fix-ladder').checkVisibility()").await?;
    the_same(page, "hidden and shown").await?;
    for round in 0..3 {
        page.run("window.set({ shown: false })", &[]).await?;
        page.until_true("!document.querySelector('fix-ladder')").await?;
        page.run("window.set({ shown: true })", &[]).await?;
        one_ticked(page, &format!("put in again, {round}")).await?;
    }
    page.run("window.set({ shown: false })", &[]).await?;
    page.ensure_no_errors().await?;
    at_baseline(page, &before).await
}

async fn hp_17_react_puts_html_in(page: &Page) -> Result<()> {
    serve_react(page)?;
    serve(page, "/post.html", &format!("{REACT}{SCRIPT}"), "<div id=root></div>");
    for (kind, html) in [("element", ELEMENT), ("tag", TAG)] {
        page.open("/post.html").await?;
        page.run(
            "window.create(); window.set({ shown: false, html: `<p>Words.</p>${arguments[0]}` })",
            &[json!(html)],
        )
        .await?;
        tick(page).await?;
        page.run("window.set({ title: 'Two' })", &[]).await?;
        the_same(page, kind).await?;
        page.run("window.set({ html: `<p>Other words.</p>${arguments[0]}` })", &[json!(html)])
            .await?;
        one_ticked(page, kind).await?;
        page.run("window.set({ shown: true })", &[]).await?;
        ticked(page, 2, kind).await?;
        page.run("window.set({ html: '' })", &[]).await?;
        one_ticked(page, kind).await?;
        page.ensure_no_errors().await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

async fn hp_17_mdx_has_the_element(page: &Page) -> Result<()> {
    let module = format!(
        "{}
        import {{ evaluate }} from '@mdx-js/mdx';
        import * as runtime from 'react/jsx-runtime';
        import {{ createRoot }} from 'react-dom/client';
        window.show = async (text) => {{
          const {{ default: Content }} = await evaluate(text.replace(/^import .*$/m, ''), runtime);
          createRoot(document.getElementById('root')).render(<Content components={{{{ FixLadder }}}} />);
        }};",
        ours(&recipe("React")?)
    );
    page.serve_bundle("/mdx.js", &module)?;
    let text = recipe("MDX")?;
    serve(page, "/post.html", "<script src=/mdx.js></script>", "<div id=root></div>");
    page.open("/post.html").await?;
    page.run("return window.show(arguments[0]).then(() => true)", &[json!(text)]).await?;
    tick(page).await?;
    page.ensure_no_errors().await
}

const PREACT: &str = "
import { h, render, hydrate } from 'preact';
import { useState } from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';

function Post() {
  const [props, setProps] = useState({ title: 'A post', shown: true, attributes: {} });
  window.set = (next) => setProps((before) => ({ ...before, ...next }));
  const { title, shown, attributes } = props;
  return h('article', { title }, h('h1', null, title),
    shown && h('fix-ladder', { ladder: 'icloud-photos', loading: 'eager', ...attributes }, h('p', null, 'The own list.')), h('p', null, title));
}
window.server = () => renderToString(h(Post));
window.hydrate = () => hydrate(h(Post), document.getElementById('root'));
window.create = () => render(h(Post), document.getElementById('root'));
";

async fn hp_17_preact(page: &Page) -> Result<()> {
    page.serve_bundle("/react.js", PREACT)?;
    serve(page, "/server.html", REACT, "");
    page.open("/server.html").await?;
    let html = page.run("return window.server()", &[]).await?;
    let html = html.as_str().context("no HTML")?;
    serve(page, "/post.html", &format!("{REACT}{SCRIPT}"), &format!("<div id=root>{html}</div>"));
    page.open("/post.html").await?;
    tick(page).await?;
    page.run("window.hydrate()", &[]).await?;
    page.until_true("window.set").await?;
    the_same(page, "taken over").await?;
    for next in ["{ title: 'Two' }", "{ attributes: { lang: 'de' } }", "{ attributes: {} }"] {
        page.run(&format!("window.set({next})"), &[]).await?;
        page.take_a_turn().await?;
        the_same(page, next).await?;
    }
    page.until_true("document.querySelector('article').title === 'Two'").await?;
    page.run("window.set({ shown: false })", &[]).await?;
    page.until_true("!document.querySelector('fix-ladder')").await?;
    page.run("window.set({ shown: true })", &[]).await?;
    one_ticked(page, "put in again").await
}
