//! The text of `EMBED.md`: for an author who has this folder and has read nothing else.
//!
//! Knows what an author needs to be told. What stands in it is made elsewhere.

use anyhow::Result;
use fix_ladder_core::messages::fill;

use super::contents::{Carried, Contents};
use super::tags;

/// The whole file.
///
/// `address` is that of the packed folder, with a slash at its end.
///
/// # Errors
///
/// A file that is named is not packed, or a list cannot be drawn.
pub fn guide(contents: &Contents, address: &str) -> Result<String> {
    let ladders: Result<Vec<String>> =
        contents.ladders.iter().map(|it| ladder(contents, it, address)).collect();
    let inline = contents.ladders.first().map_or("", |it| &it.plain);
    let values = [("version", env!("CARGO_PKG_VERSION")), ("address", address), ("inline", inline)];
    Ok([
        fill(INTRODUCTION, &values),
        ladders?.concat(),
        fill(POLICY, &values),
        keeping(contents, address),
    ]
    .concat())
}

/// The tags for one ladder.
fn ladder(contents: &Contents, carried: &Carried, address: &str) -> Result<String> {
    let Carried { built_in, plain, hashed } = carried;
    let element = tags::element(built_in)?;
    let script = tags::script(address, "fix-ladder.js");
    let checked = |name: &str| {
        Ok::<_, anyhow::Error>(tags::checked_script(address, name, &contents.integrity(name)?))
    };
    // All at once, so that nothing in the author's own words is taken for a place to fill.
    Ok(fill(
        LADDER,
        &[
            ("title", &heading(&built_in.ladder.title.plain())),
            ("short", &tags::short(address, "fix-ladder.js", built_in.id())),
            ("short-inline", &tags::short(address, plain, built_in.id())),
            ("plain", plain),
            ("pair", &checked(&contents.script)?),
            ("inline", &checked(hashed)?),
            ("full", &format!("{element}\n{script}")),
        ],
    ))
}

/// Words on one line of Markdown, with nothing in them that is a mark.
fn heading(words: &str) -> String {
    let mut line = String::new();
    for character in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if "\\`*_[]<>&#~|!".contains(character) {
            line.push('\\');
        }
        line.push(character);
    }
    line
}

/// What a server should say of each file.
fn keeping(contents: &Contents, address: &str) -> String {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.find('/').and_then(|at| path.get(at..)).unwrap_or("/");
    let mut headers = format!("{path}*\n  Access-Control-Allow-Origin: *\n");
    let inline = contents.ladders.iter().map(|it| &it.hashed);
    let modules = [&contents.module, &contents.documents];
    let own = [&contents.script, &contents.list, &contents.inline];
    let mut hashed: Vec<&String> = own.into_iter().chain(modules).chain(inline).collect();
    hashed.sort();
    hashed.dedup();
    for name in hashed {
        headers.push_str(&format!(
            "{path}{name}\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
    }
    fill(KEEPING, &[("headers", &headers)])
}

const INTRODUCTION: &str = r#"# Putting Fix Ladder {version} into a post

1. Upload this folder to your site, all of it or what the table names.
2. Copy a tag from below into your post, at the place where the widget should appear.
3. The tags say `{address}`. If your copy is elsewhere, put your own address there.

| your host | upload | tag |
|---|---|---|
| serves any file, as most do | `fix-ladder.js`, `fix-ladder.list.js`, the two `.wasm` files of that name, `ladders/` | 1 or 2 |
| refuses `.wasm` files, or your policy says `connect-src 'none'` | one file a ladder, such as `{inline}` | 1 or 2, with that name in place of `fix-ladder.js` |
| lets you say what a script must be | the files that tag 3 names | 3 |
| takes no scripts in posts | nothing | the text of tag 2: without its first and last parts, `<style>` and `<script>`, it is a list to read |
| none: you send files to people | `fix-ladder.html` | none: it opens by double click |
| should have the whole as pages of its own | everything, to an address with `https`; `sw.js` keeps the pages for times without a connection, and `sw-off.js` in its place ends that | a link to the folder |

A tag stays in one piece: leave no empty line in it. Paste it as HTML, not as text: in WordPress into a block *Custom HTML*, in Ghost into an *HTML card*. Hugo needs `unsafe = true` for its Markdown.
Another tag of the same kind puts one more widget into the page. Each ladder keeps its own progress in the reader's browser. Nothing is sent anywhere.

"#;

const LADDER: &str = r#"## {title}

### 1. Short

```html
{short}
```

With everything in one file:

```html
{short-inline}
```

Readers without scripts, feeds and reader modes see nothing of it. Tag 2 is for them.

### 2. With every fix as text

```html
{full}
```

The list is there for readers without scripts, in feeds, in reader modes, and wherever the widget cannot start. Where the script comes, it draws the beginning of the ladder in place of the list at once, and the widget takes that over without moving anything. Change its words as you like, but keep each warning before the steps that it is about.
The headings begin with `<h2>`. If the widget should stand a level deeper, write `<h3>` for `<h2>` and so on, and add `heading-level="3"` to `<fix-ladder>`.
With everything in one file: `{plain}` in place of `fix-ladder.js` in the last line.

The script stands right after the list and without `async`, so nobody sees your post move when the list, which is many times as high, makes way. If the script comes from a host that you do not trust to be quick, write `<script async …`: the post then does not wait for it, and what stands below the list moves up once.
If your policy allows no `<style>` in posts, put that line into your style sheet.

### 3. With `integrity`

The browser runs the script only if it is, byte for byte, the one in this folder. Tag 2 with this line in place of its last one:

```html
{pair}
```

Or with everything in one file:

```html
{inline}
```

The names hold a hash of the content, so the line stays true for as long as the file is there. The script vouches for its module and its list in the same way. A file that has been changed does not run, and your list stays.
From another site than your post, the file needs the header `Access-Control-Allow-Origin`, as below.

"#;

const POLICY: &str = r#"## What your page must allow

Only if your pages have a Content Security Policy:

| | |
|---|---|
| `script-src` | the addresses of the script and of `fix-ladder.list.js`, or a nonce in the tag, and `'wasm-unsafe-eval'` |
| `connect-src` | `{address}`; nothing where everything is in one file, which needs no `fix-ladder.list.js` either |

From another site than your post, `.wasm` and `.json` files need the header `Access-Control-Allow-Origin: *`, and so does a script with `integrity`.

"#;

const KEEPING: &str = r#"## How long browsers may keep the files

| files | header |
|---|---|
| those with 16 digits of a hash before `.js` or `.wasm` | `Cache-Control: public, max-age=31536000, immutable` |
| all others, `sw.js` above all | `Cache-Control: no-cache`: kept, and asked about each time |

For Netlify and Cloudflare Pages, in the file `_headers` (they ask about all other files anyway):

```
{headers}```

## A new version

With plain names (tags 1 and 2): upload the new files over the old ones. Posts stay as they are.
With hashed names (tag 3): upload the new files beside the old ones, then change the line in your posts. Leave the old files where they are, since pages kept somewhere still ask for them.
Readers keep their progress with both.
"#;
