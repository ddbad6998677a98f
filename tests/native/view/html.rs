//! Sets HTML as lines that a person can read: one element a line, indented, its text beside it.
//! Knows just enough of HTML for what Yew writes.

/// Elements that have no end.
const VOID: [&str; 2] = ["input", "br"];

pub fn readable(html: &str) -> String {
    let mut lines = String::new();
    let mut depth = 0_usize;
    let mut rest = html;
    while !rest.is_empty() {
        let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        if !text.trim().is_empty() {
            line(&mut lines, depth, &unescaped(text));
        }
        let Some((tag, after)) = after.strip_prefix('<').and_then(|it| it.split_once('>')) else {
            break;
        };
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else {
            line(&mut lines, depth, &opened(tag));
            let name = tag.split([' ', '/']).next().unwrap_or(tag);
            if !VOID.contains(&name) && !tag.ends_with('/') {
                depth += 1;
            }
        }
        rest = after;
    }
    lines
}

fn line(lines: &mut String, depth: usize, words: &str) {
    lines.push_str(&"  ".repeat(depth));
    lines.push_str(words);
    lines.push('\n');
}

/// The tag as `li.rung[data-rung="look"]`.
fn opened(tag: &str) -> String {
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut words = name.trim_end_matches('/').to_owned();
    let mut rest = attributes.trim().trim_end_matches('/');
    while let Some((name, after)) = rest.split_once("=\"") {
        let Some((value, after)) = after.split_once('"') else { break };
        match name.trim() {
            "class" => words.extend(value.split(' ').map(|class| format!(".{class}"))),
            name => words.push_str(&format!(" {name}={}", unescaped(value))),
        }
        rest = after;
    }
    for name in rest.split_whitespace() {
        words.push_str(&format!(" {name}"));
    }
    words
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
