//! Which parts of a page are posts, and what is known around one. It says what `web/post/reading.js` says.

use fix_ladder_author::post::Post;
use url::Url;

use crate::Found;
use crate::dom::{DOCUMENT, Dom, Id, Kind};
use crate::tree::trees;

pub fn posts(dom: &Dom) -> Vec<Found> {
    let all = dom.all(DOCUMENT);
    let tags: Vec<Id> = named(dom, &all, "fix-ladder").collect();
    let base = base(dom, &all);
    let found = |holder: Id, is_wrapped: bool| found(dom, &all, base.as_ref(), holder, is_wrapped);
    if tags.is_empty() {
        return article(dom, &all).map(|it| found(it, false)).into_iter().collect();
    }
    // One inside of another is a widget of its own.
    let names_none =
        |it: &Id| ["src", "ladder"].iter().all(|name| dom.attribute(*it, name).is_none());
    tags.into_iter()
        .filter(names_none)
        .map(|it| found(it, true))
        .filter(|it| !it.post.trees.is_empty())
        .collect()
}

fn named<'a>(dom: &'a Dom, all: &'a [Id], name: &'a str) -> impl Iterator<Item = Id> + 'a {
    all.iter().copied().filter(move |it| dom.name(*it) == name)
}

/// What the page has most likely to say: its one article, else its main part, else all of it.
fn article(dom: &Dom, all: &[Id]) -> Option<Id> {
    let articles: Vec<Id> = named(dom, all, "article").collect();
    let one = if let [one] = articles.as_slice() { Some(*one) } else { None };
    one.or_else(|| named(dom, all, "main").next()).or_else(|| named(dom, all, "body").next())
}

fn found(dom: &Dom, all: &[Id], base: Option<&Url>, holder: Id, is_wrapped: bool) -> Found {
    let own = |name: &str| dom.attribute(holder, name).filter(|_| is_wrapped);
    let marked = dom.around(holder).find_map(|it| dom.attribute(it, "lang"));
    let first = named(dom, all, "h1").next();
    let outside = first.filter(|it| dom.around(*it).all(|around| around != holder));
    let title = || named(dom, all, "title").next().map_or_else(String::new, |it| dom.words(it));
    let page = outside.map(|it| dom.words(it)).filter(|it| !it.is_empty());
    let (trees, lines) = trees(dom, holder, base);
    let post = Post {
        trees,
        heading: own("heading").unwrap_or_default().to_owned(),
        // As browsers give a document's title.
        page: page
            .unwrap_or_else(|| title().split_ascii_whitespace().collect::<Vec<_>>().join(" ")),
        id: own("id").unwrap_or_default().to_owned(),
        lang: marked.unwrap_or_default().to_owned(),
        ..Post::default()
    };
    let line = dom.node(holder).map_or(1, |it| it.line);
    Found { post, lines, line, is_wrapped }
}

/// Against what addresses are read: what the page says that its own address is. A file on a disk has none.
fn base(dom: &Dom, all: &[Id]) -> Option<Url> {
    let is_element =
        |it: &&Id| matches!(dom.node(**it).map(|it| &it.kind), Some(Kind::Element(..)));
    let elements: Vec<Id> = all.iter().filter(is_element).copied().collect();
    let own = |it: Id, name: &str| dom.attribute(it, name);
    let base = elements.iter().find_map(|it| own(*it, "href").filter(|_| dom.name(*it) == "base"));
    let canonical = elements.iter().find_map(|it| {
        let is_one = own(*it, "rel").is_some_and(|it| it.eq_ignore_ascii_case("canonical"));
        own(*it, "href").filter(|_| is_one && dom.name(*it) == "link")
    });
    let shared = elements
        .iter()
        .find_map(|it| own(*it, "content").filter(|_| own(*it, "property") == Some("og:url")));
    let page = [canonical, shared].into_iter().flatten().find_map(|it| Url::parse(it).ok());
    match (base, page) {
        (Some(base), Some(page)) => page.join(base).ok(),
        (Some(base), None) => Url::parse(base).ok(),
        (None, page) => page,
    }
}
