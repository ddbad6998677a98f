//! The pages as text: in which order things stand, where addresses lead, and that no ladder can break out of its place.

use super::*;

fn script() -> Result<Script> {
    Script::parse("(() => {\nconst DATA = {};\n})();\n")
}

/// What a page could take for markup, for the end of a script or for a place to be filled in.
const HOSTILE: &str = "</script><script>x()</script></SCRIPT ><!--<script>--> \"'`> </title></style></ol></fix-ladder> {{list}} {{x}} ${x} &lt; &amp;\u{2028}\u{200f}\u{0} const DATA = ; \\\nonclick=x()\n\nconst DATA = {};\n]]> $& x";

fn ladder(id: &str, text: &str) -> Result<BuiltIn> {
    let rung = json!({ "id": "only", "title": text, "severity": "gentle", "check": text, "why": [text],
        "warnings": [{ "id": "mind", "text": [text] }], "steps": [{ "id": "s", "text": text }],
        "sources": [{ "text": text }] });
    BuiltIn::new(json!({ "format": 1, "id": id, "title": text, "introduction": [text],
        "rungs": [rung], "end": [text] }))
}

/// Every page of a site with this ladder at home, and the page as one file.
fn pages(ladders: &[BuiltIn], address: Option<&str>) -> Result<Vec<(String, String)>> {
    let shell = Shell::read(&crate::workspace::project_root())?;
    let home = ladders.first().context("no ladder")?;
    let mut pages = vec![("fix-ladder.html".to_owned(), shell.single(home, &script()?)?)];
    for (path, bytes) in shell.app(ladders, home, &script()?, address)? {
        if path.ends_with(".html") {
            pages.push((path, String::from_utf8(bytes)?));
        }
    }
    Ok(pages)
}

#[test]
fn the_list_stands_before_the_script() -> Result<()> {
    let ladders = [ladder("one", "Fix one")?, ladder("two", "Fix two")?];
    let pages = pages(&ladders, None)?;
    assert_eq!(pages.len(), 4, "home, two ladders, one file");
    for (path, page) in pages {
        let places = [
            "<fix-ladder",
            "<h2>",
            "<ol>",
            "<h3>",
            "<blockquote>",
            "<ol>",
            "</fix-ladder>",
            "<script>",
            "</script>",
        ];
        let mut from = 0;
        for mark in places {
            let found = page.get(from..).and_then(|rest| rest.find(mark));
            from += found.with_context(|| format!("{path}: no {mark} after {from}"))? + mark.len();
        }
    }
    Ok(())
}

#[test]
fn addresses_are_whole_where_the_address_is_known() -> Result<()> {
    let ladders = [ladder("one", "Fix one")?, ladder("two", "Fix two")?];
    for address in ["https://example.org/x", "https://example.org/x/"] {
        for (path, page) in pages(&ladders, Some(address))? {
            let own = match path.as_str() {
                "fix-ladder.html" => continue,
                "two/index.html" => "two",
                _ => "one",
            };
            for wanted in [
                format!("<link rel=\"canonical\" href=\"https://example.org/x/{own}/\">"),
                format!("<meta property=\"og:url\" content=\"https://example.org/x/{own}/\">"),
                "<meta property=\"og:image\" content=\"https://example.org/x/app/social.png\">"
                    .to_owned(),
            ] {
                assert!(page.contains(&wanted), "{path}: no {wanted}");
            }
        }
    }
    Ok(())
}

#[test]
fn no_text_of_a_ladder_breaks_out_of_its_place() -> Result<()> {
    let kind = pages(&[ladder("one", "Fix")?], None)?;
    let hostile = pages(&[ladder("one", HOSTILE)?], None)?;
    for ((path, kind), (_, hostile)) in kind.iter().zip(&hostile) {
        // Where a script is, only its end is markup.
        let counts = |page: &str, marks: &[&str]| -> Vec<usize> {
            let page = page.to_lowercase();
            marks.iter().map(|mark| page.matches(mark).count()).collect()
        };
        let ends = ["</script", "</style", "</title", "</ol", "</fix-ladder"];
        assert_eq!(counts(hostile, &ends), counts(kind, &ends), "{path}: {ends:?}");
        let outside = |page: &str| page.split("<script>").next().unwrap_or_default().to_owned();
        let begins = ["<script", "<style", "<title", "<ol", "<h3", "<meta", "<p>"];
        assert_eq!(counts(&outside(hostile), &begins), counts(&outside(kind), &begins), "{path}");
        assert!(!hostile.contains("<!--"), "{path}: a comment begins");
        assert!(hostile.contains("{{x}}"), "{path}: what looks like a place is text");
        // The data are the same again for whoever reads them.
        let (_, built) = hostile.split_once("<script>").context("no script")?;
        let again = Script::parse(built)?.text();
        assert!(again.contains("\\u0021--"), "{path}");
        let (_, data) = again.split_once("\nconst DATA = ").context("no data")?;
        let data: serde_json::Value =
            serde_json::from_str(data.lines().next().unwrap_or_default().trim_end_matches(';'))?;
        assert_eq!(data["ladders"]["one"]["title"], HOSTILE, "{path}");
    }
    Ok(())
}
