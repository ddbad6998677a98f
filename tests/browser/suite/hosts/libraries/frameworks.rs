//! Frameworks that render in the page: Vue, htmx, Alpine; and routers that change pages without loading them: Astro's,
//! and view transitions. The recipes of docs/embedding.md for them.

use anyhow::{Context, Result, ensure};
use browser_tests::climb::on;
use browser_tests::recipes::{recipe, recipe_at};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;

use super::{
    ELEMENT, SCRIPT, STEP, TAG, at_baseline, library, one_ticked, quiet, serve, serve_text,
    the_same, tick, ticked,
};

pub fn tests() -> Vec<Test> {
    tests![
        hp_19_vue_renders_a_widget,
        hp_19_vue_takes_over_what_a_server_has_rendered,
        hp_19_astro_goes_to_and_fro,
        hp_19_htmx_swaps_posts,
        hp_19_what_is_hidden_by_script_is_hidden,
    ]
}

/// A post in Vue around the recipe: `POST` is its template, `vite` its settings.
const VUE_POST: &str = "
import { createApp, KeepAlive } from 'vue/dist/vue.esm-bundler.js';
const Plain = { template: '<p>Another tab.</p>' };
const Widget = { template: `<section>POST</section>`, props: ['lang', 'theme', 'level'], emits: ['fixed'] };
const Post = {
  components: { Plain, Widget },
  data: () => ({ title: 'A post', tab: 'Widget', shown: true, html: '', lang: undefined, theme: undefined, level: undefined, fixed: '' }),
  created() { window.post = this },
  template: `<h1>{{ title }}</h1>
    <KeepAlive v-if='shown'><component :is='tab' v-bind='{ lang, theme, level }' :class='title' @fixed='(it) => { fixed = it }' /></KeepAlive>
    <div id='html' v-html='html'></div><p>{{ title }} ends.</p>`,
};
const app = createApp(Post);
app.config.compilerOptions = vite.plugins[0].template.compilerOptions;
app.mount('#app');
";

async fn hp_19_vue_renders_a_widget(page: &Page) -> Result<()> {
    let settings = recipe("Vue")?
        .replace("import vue from \"@vitejs/plugin-vue\";", "const vue = (it) => it;")
        .replace("export default", "const vite =");
    let template = recipe_at("Vue", 1)?.replace("<template>", "").replace("</template>", "");
    let more = "<fix-ladder loading='eager' :lang='lang' :theme='theme' :heading-level='level'";
    let post = VUE_POST.replace("POST", &template.replace("<fix-ladder", more));
    page.serve_bundle("/vue.js", &format!("{settings}{post}"))?;
    let head = format!(
        "<script src=/pages/counts.js></script><script src=/pages/recorder.js></script>{SCRIPT}"
    );
    serve(page, "/post.html", &head, "<div id=app></div><script src=/vue.js></script>");
    page.open("/post.html").await?;
    page.run("window.post.shown = false", &[]).await?;
    page.until_true("!document.querySelector('fix-ladder')").await?;
    quiet(page).await?;
    let before = page.run("return counts()", &[]).await?;
    page.run("window.post.shown = true", &[]).await?;
    tick(page).await?;
    for (name, value) in [("title", "Two"), ("lang", "de"), ("theme", "dark"), ("title", "Three")] {
        page.run("window.post[arguments[0]] = arguments[1]", &[json!(name), json!(value)]).await?;
        page.take_a_turn().await?;
        the_same(page, name).await?;
    }
    page.run("window.post.level = 3", &[]).await?;
    page.widget().until("h3.ladder-title").await?;
    page.run("window.post.level = undefined", &[]).await?;
    page.widget().until("h2.ladder-title").await?;
    page.run("window.post.tab = 'Plain'", &[]).await?;
    page.until_true("!document.querySelector('fix-ladder')").await?;
    page.run("window.post.tab = 'Widget'", &[]).await?;
    one_ticked(page, "kept alive").await?;
    page.run("window.post.html = arguments[0]", &[json!(ELEMENT)]).await?;
    ticked(page, 2, "v-html with the element").await?;
    page.run("window.post.html = `<p>${arguments[0]}</p>`", &[json!(TAG)]).await?;
    ticked(page, 2, "v-html with the tag").await?;
    page.run("window.post.html = ''", &[]).await?;
    page.widget().click(&on("really-stuck", "fixed")).await?;
    page.until_true("window.post.fixed === 'really-stuck'").await?;
    page.run("window.post.shown = false", &[]).await?;
    page.until_true("!document.querySelector('fix-ladder')").await?;
    let said = page.said().await?;
    let ours = |it: &String| it.contains("fix-ladder") || it.contains("Vue warn");
    ensure!(!said.iter().any(ours), "{said:?}");
    at_baseline(page, &before).await
}

const VUE_SERVER: &str = "
import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
const make = () => createSSRApp({
  data: () => ({ title: 'A post' }),
  created() { window.post = this },
  render() {
    const own = h('p', 'The own list.');
    return [h('h1', this.title), h('fix-ladder', { ladder: 'icloud-photos', loading: 'eager' }, [own]), h('p', this.title)];
  },
});
window.server = () => renderToString(make());
window.hydrate = () => make().mount('#app');
";

async fn hp_19_vue_takes_over_what_a_server_has_rendered(page: &Page) -> Result<()> {
    page.serve_bundle("/vue.js", VUE_SERVER)?;
    let head = "<script src=/pages/recorder.js></script><script src=/vue.js></script>";
    serve(page, "/server.html", head, "");
    page.open("/server.html").await?;
    let html = page.run("return window.server()", &[]).await?;
    let html = html.as_str().context("no HTML")?;
    serve(page, "/post.html", &format!("{head}{SCRIPT}"), &format!("<div id=app>{html}</div>"));
    page.open("/post.html").await?;
    tick(page).await?;
    page.run("window.hydrate(); window.post.title = 'Two'", &[]).await?;
    page.until_true("document.querySelector('h1').textContent === 'Two'").await?;
    let said = page.said().await?;
    the_same(page, "taken over").await?;
    ensure!(!said.iter().any(|it| it.contains("ydration")), "{said:?}");
    Ok(())
}

const ASTRO: &str =
    "import { navigate } from 'astro:transitions/client'; window.navigate = navigate;";

async fn hp_19_astro_goes_to_and_fro(page: &Page) -> Result<()> {
    page.serve_bundle("/astro.js", ASTRO)?;
    let router = "<meta name=astro-view-transitions-enabled content=true><meta name=astro-view-transitions-fallback content=swap>
        <script src=/pages/counts.js></script><script src=/astro.js></script>";
    let pasted = TAG.replace("async ", "");
    let in_head = SCRIPT.replace(" src", " async src");
    // Astro's compiler makes a plain attribute of it.
    let persisted = recipe("Astro with its client router")?
        .replace("transition:persist", "loading=eager data-astro-transition-persist");
    let post = |path: &str, head: &str, body: &str| {
        serve(
            page,
            path,
            &format!("{router}{head}"),
            &format!("<h1 id=\"{path}\">{path}</h1>{body}"),
        );
    };
    post("/tag.html", "", TAG);
    post("/other-tag.html", "", &format!("<main>{pasted}</main>"));
    post("/element.html", &in_head, ELEMENT);
    post("/kept.html", &in_head, &persisted);
    post("/kept-too.html", &in_head, &format!("<p>Words.</p>{persisted}"));
    post("/none.html", "", "");
    let go = async |path: &str| {
        page.run(&format!("window.navigate('{path}')"), &[]).await?;
        page.until_true(&format!("document.getElementById('{path}')")).await
    };
    page.open("/none.html").await?;
    page.until_true("window.navigate").await?;
    go("/tag.html").await?;
    // By script: a transition that still runs lies over the page.
    page.widget().ready().await?;
    page.widget().click_by_script(STEP).await?;
    for round in 0..2 {
        for path in ["/other-tag.html", "/element.html", "/tag.html", "/kept.html", "/none.html"] {
            go(path).await?;
            if path != "/none.html" {
                one_ticked(page, &format!("{path}, {round}")).await?;
            }
        }
        page.run("history.back()", &[]).await?;
        page.until_true("document.getElementById('/kept.html')").await?;
        one_ticked(page, "back").await?;
    }
    super::remember(page).await?;
    go("/kept-too.html").await?;
    the_same(page, "kept by the router").await?;
    page.ensure_no_errors().await
}

async fn hp_19_htmx_swaps_posts(page: &Page) -> Result<()> {
    let element = format!("<p>Words.</p>{ELEMENT}");
    serve_text(page, "/element.html", &element);
    serve_text(page, "/tag.html", &format!("<p>Words.</p>{TAG}"));
    for version in ["htmx.org/dist/htmx.js", "htmx2/dist/htmx.js"] {
        serve(page, "/post.html", &format!("{}{SCRIPT}", library(version)), "<div id=post></div>");
        page.open("/post.html").await?;
        let swap = async |path: &str, swap: &str| {
            let run = "const [path, swap] = arguments; return window.htmx.ajax('GET', path, { target: '#post', swap }).then(() => true)";
            page.run(run, &[json!(path), json!(swap)]).await
        };
        swap("/element.html", "innerHTML").await?;
        tick(page).await?;
        for (path, way) in [
            ("/tag.html", "innerHTML"),
            ("/element.html", "innerHTML transition:true"),
            ("/tag.html", "innerHTML"),
        ] {
            swap(path, way).await?;
            one_ticked(page, &format!("{version}: {path}")).await?;
        }
        swap("/element.html", "beforeend").await?;
        ticked(page, 2, version).await?;
        page.ensure_no_errors().await?;
        page.run("localStorage.clear()", &[]).await?;
    }
    Ok(())
}

/// Ways to hide an element that libraries have, by its inline style.
async fn hp_19_what_is_hidden_by_script_is_hidden(page: &Page) -> Result<()> {
    serve(page, "/post.html", &format!("{}{SCRIPT}", library("jquery/dist/jquery.js")), ELEMENT);
    page.open("/post.html").await?;
    tick(page).await?;
    for (hide, show) in [
        ("$('fix-ladder').hide()", "$('fix-ladder').show()"),
        ("it.style.display = 'none'", "it.style.display = ''"),
        ("it.style.setProperty('display', 'none', 'important')", "it.style.display = ''"),
        ("it.setAttribute('style', 'margin: 0;display:none')", "it.removeAttribute('style')"),
    ] {
        let run = async |script: &str| {
            page.run(
                &format!(
                    "const it = document.querySelector('fix-ladder'), {{ $ }} = window; {script}"
                ),
                &[],
            )
            .await
        };
        run(hide).await?;
        page.until_true("!document.querySelector('fix-ladder').checkVisibility()")
            .await
            .context(hide)?;
        run(show).await?;
        page.until_true("document.querySelector('fix-ladder').checkVisibility()")
            .await
            .context(show)?;
        the_same(page, hide).await?;
    }
    Ok(())
}
