//! Outside of browsers a post is read by a parser of another kind: it has to hand over what browsers do, word for word.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::runner::Test;
use browser_tests::{Page, tests};
use fix_ladder_author::post::{Post, Tree};
use fix_ladder_posts::posts;

pub fn tests() -> Vec<Test> {
    tests![own_html_is_the_same_tree_outside_of_browsers]
}

/// Keeps each post that is handed to the module, by the id of its element.
const LISTENING: &str = "<script>(() => {
    window.__posts = {};
    const { encode } = TextEncoder.prototype;
    TextEncoder.prototype.encode = function (text) {
        if (String(text).startsWith('{\"trees\"')) window.__posts[JSON.parse(text).id] = text;
        return encode.call(this, text);
    };
    })()</script>";

/// What no fixture has: marks that cross each other, what a table does not hold, what ends nothing.
const CROSSED: [&str; 6] = [
    "<h2>One</h2><p>A <b>bold <i>both</b> slanted</i> end<p>Next<ul><li>one<li>two<ol><li>in it</ul><p>behind",
    "<h2>One</h2><table>lost<tr><td>1<td><p>Do it.<tr><th>2<td><div>Do that.</table><p>Press &amp it &copy; &#x1F642;",
    "<h2>One</h2><p hidden>no</p><p slot=x>no</p><template><p>no</p></template><noscript><p>no</p></noscript><p>Press it.<!-- id: a --><!----></p>",
    "<h2>One</h2><img data-src=late.png src=data:,x><img src=//cdn.example/a.png alt='a &quot;b&quot;'><a href='?q=1#a'>go</a><a href=mailto:a@b.example>w</a><a>none</a>",
    "<h2 id=x>One</h2><svg><title>t</title><a href=in.svg>s</a></svg><math><mi>x</mi></math><p>Press\u{0}it.</p></div></section><p>On",
    "<h2>One</h2><details open><summary>Look</summary><input type=checkbox checked disabled> Tick</details><select><option>no</select><textarea>no</textarea><br></br><p>\r\nEnd\r\n",
];

/// What stands in the element of a post; in the part of a page, where it has none.
fn inner(html: &str) -> Option<String> {
    let post = match html.split_once("<fix-ladder") {
        Some((_, rest)) => rest.split("</fix-ladder>").next()?,
        None => html.split("\n</section>").next()?,
    };
    Some(post.split_once('>')?.1.to_owned())
}

/// Every post of the fixtures in a page, each in an element with an id of its own.
fn page() -> Result<(String, usize)> {
    let root = xtask::project_root();
    let mut all: Vec<String> = CROSSED.iter().map(|it| (*it).to_owned()).collect();
    let mut add = |folder: &Path| -> Result<()> {
        let mut files: Vec<_> = std::fs::read_dir(folder)?
            .map(|it| it.map(|it| it.path()))
            .collect::<std::io::Result<_>>()?;
        files.sort();
        for file in files.iter().filter(|it| it.extension().is_some_and(|it| it == "html")) {
            let html = std::fs::read_to_string(file)?;
            // Of engines, a section for each place; of themes, all of it.
            let sections: Vec<&str> = html.split("<section id=\"").collect();
            let sections =
                if sections.len() > 1 { sections.get(1..).unwrap_or(&[]) } else { &sections };
            all.extend(sections.iter().filter_map(|it| inner(it)));
        }
        Ok(())
    };
    add(&root.join("tests/fixtures/posts"))?;
    for engine in ["wrapped-editors", "wrapped-hugo", "wrapped-hugo-unsafe", "wrapped-jekyll"] {
        add(&root.join("tests/fixtures/engines").join(engine).join("kept"))?;
    }
    let posts: String = (all.iter().enumerate())
        .map(|(index, it)| {
            format!("<div lang=en-GB><fix-ladder loading=eager id=post-{index}>{it}</fix-ladder></div>\n")
        })
        .collect();
    let head = format!(
        "{LISTENING}<script src=/fix-ladder.js></script><base href=https://blog.example/posts/one>"
    );
    Ok((format!("<!doctype html><html><head>{head}</head><body>{posts}</body></html>"), all.len()))
}

/// With the attributes in one order.
fn sorted(tree: Tree) -> Tree {
    match tree {
        Tree::Element(mut it) => {
            it.attributes.sort();
            it.children = it.children.into_iter().map(sorted).collect();
            Tree::Element(it)
        }
        other => other,
    }
}

async fn own_html_is_the_same_tree_outside_of_browsers(page: &Page) -> Result<()> {
    let (html, count) = self::page()?;
    ensure!(count > 35, "only {count} posts");
    page.open_html(&html).await?;
    let all = format!("Object.keys(window.__posts).length >= {count}");
    page.until_true(&all).await?;
    let handed = page.run("return window.__posts", &[]).await?;
    let handed = handed.as_object().context("the posts")?;
    let title = page.run("return document.title", &[]).await?;
    let found = posts(&html);
    ensure!(found.len() == count, "{} of {count} posts are found", found.len());
    for ours in found {
        let text = handed.get(&ours.post.id).and_then(|it| it.as_str());
        let theirs = text.and_then(Post::from_json).with_context(|| ours.post.id.clone())?;
        let trees = |post: &Post| post.trees.iter().cloned().map(sorted).collect::<Vec<_>>();
        let (one, other) = (trees(&ours.post), trees(&theirs));
        for (one, other) in one.iter().zip(&other) {
            ensure!(one == other, "{}: {one:#?}\nis in the browser: {other:#?}", ours.post.id);
        }
        ensure!(one.len() == other.len(), "{}: {} and {}", ours.post.id, one.len(), other.len());
        let around = |post: &Post| [post.heading.clone(), post.lang.clone()];
        ensure!(around(&ours.post) == around(&theirs), "{:?}", around(&theirs));
        // Without a heading around it, a post has the title of the page, which is that of the harness.
        let is_titled = theirs.page != title;
        ensure!(!is_titled || ours.post.page == theirs.page, "{}: {}", ours.post.page, theirs.page);
    }
    page.take_errors().await.map(drop)
}
