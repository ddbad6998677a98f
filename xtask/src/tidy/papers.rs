//! What a paper may not hold: a link to a paper or to a heading that does not exist, a tag that only some pages take.
//!
//! Knows Markdown as far as links, headings and code go, nothing of what is written in it.

use super::file::{Fault, File};
use crate::snippet;

pub fn links_lead_somewhere(files: &[File]) -> Vec<Fault> {
    let papers: Vec<&File> = files.iter().filter(|file| file.is("md")).collect();
    let mut faults = Vec::new();
    // The links of a ladder are its author's, and lead where the ladder is published.
    for paper in papers.iter().filter(|paper| !is_ladder(paper)) {
        for (number, line) in outside_of_code(paper) {
            for target in targets(line) {
                if let Some(missing) = missing(&papers, paper, target) {
                    faults.push(paper.fault(number, format!("no {missing}; mend the link")));
                }
            }
        }
    }
    faults
}

/// What an author pastes is HTML and XML at once, and marked for the tools that optimize pages.
pub fn snippets_hold_everywhere(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for paper in files.iter().filter(|file| file.is("md") && !is_ladder(file)) {
        for (number, code) in html_blocks(paper) {
            faults.extend(snippet::faults(&code).iter().map(|it| paper.fault(number, it)));
            // A template is looked at as it is packed, by the tests.
            let fault = if code.contains("{{") { None } else { snippet::not_xml(&code) };
            faults.extend(fault.map(|it| {
                paper.fault(
                    number,
                    format!("no XML: {it}; close every tag, give every attribute a value"),
                )
            }));
        }
    }
    for page in files.iter().filter(|file| file.below("demo/") && file.is("html")) {
        faults.extend(snippet::faults(&page.text).iter().map(|it| page.fault(1, it)));
    }
    faults
}

fn is_ladder(file: &File) -> bool {
    file.below("ladders/") || file.below("dist/ladders/")
}

/// The blocks of HTML, each with the number of its first line.
fn html_blocks(file: &File) -> Vec<(usize, String)> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut is_html = false;
    for (number, line) in file.lines() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            is_html = !is_html && language.trim() == "html";
            if is_html {
                blocks.push((number + 1, String::new()));
            }
        } else if let Some((_, code)) = blocks.last_mut().filter(|_| is_html) {
            code.extend([line, "\n"]);
        }
    }
    blocks
}

/// What a link of a paper leads to in vain.
fn missing(papers: &[&File], paper: &File, target: &str) -> Option<String> {
    let (path, heading) = target.split_once('#').unwrap_or((target, ""));
    let is_elsewhere = path.contains(':');
    if is_elsewhere || !(path.is_empty() || path.ends_with(".md")) {
        return None;
    }
    let path = if path.is_empty() { paper.path.clone() } else { from_root(&paper.path, path) };
    let Some(other) = papers.iter().find(|it| it.path == path) else {
        return Some(format!("paper `{path}`"));
    };
    let is_there = heading.is_empty() || headings(other).any(|it| it == heading);
    (!is_there).then(|| format!("heading `#{heading}` in {path}"))
}

/// The lines that are no code, with their numbers.
fn outside_of_code(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut is_code = false;
    file.lines().filter(move |(_, line)| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    })
}

/// Where the links of a line lead. What stands in backticks is no link.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split('`')
        .step_by(2)
        .flat_map(|text| text.split("](").skip(1))
        .filter_map(|rest| rest.split_once(')').map(|(target, _)| target))
}

/// The path from the root of what a paper names by a path from its own folder.
fn from_root(paper: &str, path: &str) -> String {
    let mut parts: Vec<&str> = paper.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The headings of a paper, as links name them.
fn headings(file: &File) -> impl Iterator<Item = String> {
    outside_of_code(file).filter(|(_, line)| line.starts_with('#')).map(|(_, line)| {
        let heading = line.trim_start_matches('#').trim().to_lowercase();
        let letters = heading.chars();
        let letters = letters.filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_'));
        letters.map(|it| if it == ' ' { '-' } else { it }).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::super::file::sample;
    use super::*;

    fn papers(links: &str) -> Vec<File> {
        let mut files = sample("D.md", &format!("```\n[code](no.md)\n# part\n```\n{links}\n"));
        files.extend(sample("docs/a.md", "# One `part`\n\n[c](b/c.md#two) [d](../D.md)\n"));
        files.extend(sample("docs/b/c.md", "## Two\n\n[up](../a.md) [here](#two)\n"));
        files
    }

    #[test]
    fn hp_22_snippets_of_papers() {
        let paper = |code: &str| sample("docs/a.md", &format!("Text.\n\n```html\n{code}\n```\n"));
        let tag = format!("<script async=\"\" {} src=\"/fix-ladder.js\"></script>", snippet::MARKS);
        assert_eq!(snippets_hold_everywhere(&paper(&tag)), []);
        let faults =
            snippets_hold_everywhere(&paper("<script async src=\"/fix-ladder.js\"></script>"));
        assert_eq!(faults.iter().map(|it| it.line).collect::<Vec<_>>(), [4, 4, 4], "{faults:?}");
        assert_eq!(snippets_hold_everywhere(&paper("<fix-ladder>")).len(), 1);
        assert_eq!(snippets_hold_everywhere(&sample("a.md", "```js\na < b\n```\n")), []);
        let page = sample("demo/index.html", "<script src=\"../fix-ladder.js\"></script>");
        assert_eq!(snippets_hold_everywhere(&page).len(), 1);
    }

    #[test]
    fn links_that_lead_somewhere() {
        let links = "[a](docs/a.md#one-part) [x](https://x.example/y.md#z) `[c](no.md)` [p](p.png)";
        assert_eq!(links_lead_somewhere(&papers(links)), []);
    }

    #[test]
    fn links_that_lead_nowhere() {
        for link in ["[a](docs/no.md)", "[b](docs/a.md#two)", "[c](#part)", "[d](a.md)"] {
            assert_eq!(links_lead_somewhere(&papers(link)).len(), 1, "{link}");
        }
        let ladder = sample("ladders/a.md", "[theirs](no.md)\n");
        assert_eq!(links_lead_somewhere(&ladder), []);
    }
}
