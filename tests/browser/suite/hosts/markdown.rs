//! What Markdown engines and blog engines make of our tags: where the widget stands then, and what is in it.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use browser_tests::engine_posts::{Post, posts};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use serde_json::json;
use xtask::blogs::pastes::RECOMMENDED;

pub fn tests() -> Vec<Test> {
    tests![
        hp_20_what_engines_make_of_our_tags,
        hp_21_widgets_stand_where_blog_engines_put_them,
        hp_20_names_in_typographic_quotation_marks,
        hp_21_paragraphs_with_nothing_in_them_are_no_fallback,
    ]
}

/// Engines that take no HTML of authors. The docs say what to do there.
const NO_HTML: [&str; 6] = [
    "markdown-it, html: false",
    "markdown-it, html: false, all else on",
    "marked, DOMPurify",
    "commonmark, safe",
    "hugo",
    "wordpress-kses",
];

/// What authors are told to do.
fn is_recommended(post: &Post) -> bool {
    let is_place = [RECOMMENDED, "in-a-block-for-html", "in-an-html-card", "in-mdx"];
    let is_snippet = ["tag", "list"].contains(&post.snippet.as_str());
    is_snippet
        && is_place.contains(&post.place.as_str())
        && !NO_HTML.contains(&post.engine.as_str())
}

fn is_recipe(post: &Post) -> bool {
    post.snippet.starts_with("recipe") && post.place != "as-text"
}

async fn hp_20_what_engines_make_of_our_tags(page: &Page) -> Result<()> {
    let posts = posts(page).await?;
    for Post { engine, snippet, place, html, outcome } in &posts {
        let what = format!("{engine}: {snippet} {place}: {outcome} in\n{html}");
        ensure!(!outcome.starts_with("the post") && outcome != "no element", "{what}");
    }
    ensure!(posts.iter().filter(|it| is_recommended(it)).count() > 30);
    for post in posts.iter().filter(|it| is_recommended(it) || is_recipe(it)) {
        let Post { engine, snippet, place, html, outcome } = post;
        // Whose HTML is taken out keeps the list, and the shortcode is for them.
        let wanted = match engine.as_str() {
            "wordpress-kses" if snippet == "recipe" => "the list alone",
            _ => "whole",
        };
        ensure!(
            outcome == wanted,
            "{engine}: {snippet} {place}: {outcome}, not {wanted} in\n{html}"
        );
    }
    // All the rest as it is, so that a change is seen.
    let mut table: BTreeMap<(&str, &str), BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
    for post in &posts {
        let row = table.entry((&post.snippet, &post.place)).or_default();
        row.entry(&post.outcome).or_default().push(&post.engine);
    }
    let mut lines = String::new();
    for ((snippet, place), outcomes) in table {
        lines.push_str(&format!("{snippet} {place}\n"));
        for (outcome, engines) in outcomes {
            lines.push_str(&format!("  {outcome}: {}\n", engines.join("; ")));
        }
    }
    insta::with_settings!({ omit_expression => true, snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("markdown", lines);
    });
    Ok(())
}

async fn hp_21_widgets_stand_where_blog_engines_put_them(page: &Page) -> Result<()> {
    let posts = posts(page).await?;
    let mut whole: Vec<&Post> = posts.iter().filter(|it| it.outcome == "whole").collect();
    // The same HTML again says nothing new.
    whole.sort_by(|one, other| one.html.cmp(&other.html));
    whole.dedup_by(|one, other| one.html == other.html);
    whole.retain(|it| is_recommended(it) || is_recipe(it) || it.engine.starts_with("wordpress"));
    ensure!(whole.len() > 20, "{}", whole.len());
    let sections: Vec<String> =
        whole.iter().map(|it| format!("<section>{}</section>\n", it.html)).collect();
    page.open_body(&sections.concat()).await?;
    let seen = "return Array.from(document.querySelectorAll('section'), (it) => {
        const widgets = it.querySelectorAll('fix-ladder');
        const own = Array.from(it.querySelectorAll('fix-ladder li'), (row) => row.getClientRects().length);
        const around = Array.from(it.querySelectorAll(':scope > p'), (p) => p.textContent.trim()).includes('After.');
        return [widgets.length, Boolean(widgets[0] && widgets[0].shadowRoot), own.some(Boolean), around] })";
    page.until("every widget is there", async || {
        let seen = page.run(seen, &[]).await?;
        let all = seen.as_array().into_iter().flatten();
        Ok(all.filter(|it| it[0] == 1 && it[1] == true).count() == whole.len())
    })
    .await?;
    let seen = page.run(seen, &[]).await?;
    for (post, seen) in whole.iter().zip(seen.as_array().into_iter().flatten()) {
        let Post { engine, snippet, place, html, .. } = post;
        // What is written in an element that names no ladder is one itself, and is seen until it is read.
        let is_seen = snippet == "recipe-written";
        ensure!(
            *seen == json!([1, true, is_seen, true]),
            "{engine}: {snippet} {place}: {seen} in\n{html}"
        );
    }
    let written = whole.iter().enumerate().filter(|(_, it)| it.snippet == "recipe-written");
    let written: Vec<usize> = written.map(|(at, _)| at + 1).collect();
    ensure!(written.len() > 2, "only {} engines have written a ladder", written.len());
    for at in written {
        let place = format!("section:nth-of-type({at}) fix-ladder");
        page.run(&format!("document.querySelector('{place}').scrollIntoView()"), &[]).await?;
        let widget = page.widget_at(&place);
        widget.ready().await?;
        let title = widget.text("[part=title]").await?;
        ensure!(title == "The kettle stays cold", "{place}: {title}");
        let rungs = widget.rungs().await?;
        ensure!(rungs.len() == 1 && rungs[0].0 == "look-at-the-plug", "{place}: {rungs:?}");
        let (steps, open) = widget.steps("look-at-the-plug").await?;
        ensure!(steps == 2 && open == 2, "{place}: {open} of {steps} steps are open");
    }
    // The one that the most was done to, as a reader comes to it.
    let at = whole
        .iter()
        .position(|it| it.snippet == "recipe-shortcode" && it.place == "under-a-paragraph");
    let place = format!("section:nth-of-type({}) fix-ladder", at.map_or(0, |at| at + 1));
    page.run(&format!("document.querySelector('{place}').scrollIntoView()"), &[]).await?;
    page.widget_at(&place).ready().await
}

async fn hp_20_names_in_typographic_quotation_marks(page: &Page) -> Result<()> {
    // Typed on a phone, pasted from a text, escaped twice, with the backslashes of a programming language.
    let marks = [
        ("“", "”"),
        ("„", "“"),
        ("«", "»"),
        ("‘", "’"),
        ("&#8221;", "&#8243;"),
        ("\"&quot;", "&quot;\""),
        ("\\\"", "\\\""),
        ("’", "’"),
    ];
    let mut body = String::new();
    for (open, close) in marks {
        body.push_str(&format!(
            "<fix-ladder ladder={open}icloud-photos{close} heading-level={open}3{close} theme={open}dark{close} loading={open}eager{close}></fix-ladder>"
        ));
    }
    // With something before it: beside a widget that is the same, a tag takes that for its own.
    body.push_str("<p></p><script src=/fix-ladder.js data-ladder=“icloud-photos” data-heading-level=”3″ data-theme=“dark” data-loading=“eager”></script>");
    page.open_body(&body).await?;
    let count = marks.len() + 1;
    for at in 1..=count {
        page.widget_at(&format!("fix-ladder:nth-of-type({at})")).ready().await?;
    }
    let attributes = "return Array.from(document.querySelectorAll('fix-ladder'), (it) =>
        [it.shadowRoot.querySelector('[data-theme]').dataset.theme, it.shadowRoot.querySelector('h2, h3').localName].join(' '))";
    let found = page.run(attributes, &[]).await?;
    ensure!(found == json!(vec!["dark h3"; count]), "{found}");
    // An address may begin and end with marks as well, and holds others.
    page.open_body("<fix-ladder src=“/pages/kettle.json?it’s” loading=eager></fix-ladder><script src=/fix-ladder.js></script>").await?;
    page.widget().ready().await?;
    let requests = page.server.requests();
    ensure!(
        requests.iter().any(|it| it.contains("kettle.json?it%E2%80%99s") && !it.contains("%9D")),
        "{requests:?}"
    );
    Ok(())
}

/// What engines leave behind in an element that has nothing in it.
const EMPTY: [&str; 6] = [
    "</p>\n<p>",
    "<p></p>",
    "<br />\n<p>&nbsp;</p>",
    "<p><br></p>\n<p> <!-- more --> </p>",
    "<p>\u{feff}</p>",
    "<p><script></script></p>",
];

/// What is to be seen.
const SEEN: [&str; 4] = [
    "<p>Restart.</p>",
    "<p><img src=data:, alt=a></p>",
    "<p></p><ol><li>Restart.</li></ol>",
    "<p><br></p>Restart.",
];

async fn hp_21_paragraphs_with_nothing_in_them_are_no_fallback(page: &Page) -> Result<()> {
    let posts = posts(page).await?;
    let is_empty = |it: &&Post| it.snippet == "shortcode-empty";
    let kept = posts.iter().filter(is_empty).map(|it| (it.html.clone(), true));
    let element =
        |own: &str| format!("<div><fix-ladder ladder=icloud-photos>{own}</fix-ladder></div>");
    let mut sections: Vec<(String, bool)> = kept.collect();
    ensure!(sections.len() == 2, "{}", sections.len());
    sections.extend(EMPTY.map(|own| (element(own), true)));
    sections.extend(SEEN.map(|own| (element(own), false)));
    let html: String =
        sections.iter().map(|(html, _)| format!("<section>{html}</section>")).collect();
    let eager = html.replace("<fix-ladder", "<fix-ladder loading=eager");
    page.open_html(&format!(
        "<script>delete window.WebAssembly</script></head><body>{eager}<script src=/fix-ladder.js></script></body>"
    ))
    .await?;
    page.until_true("Array.from(document.querySelectorAll('fix-ladder')).every((it) => it.dataset.state === 'failed')").await?;
    // The whole ladder as a list, where nothing else is to be read.
    let lists = "return Array.from(document.querySelectorAll('section'), (it) =>
        it.querySelector('fix-ladder').shadowRoot.querySelectorAll('li').length > 10)";
    let found = page.run(lists, &[]).await?;
    for ((html, is_empty), found) in sections.iter().zip(found.as_array().into_iter().flatten()) {
        ensure!(found == is_empty, "a list: {found}, in\n{html}");
    }
    Ok(())
}
