//! The sources of a ladder as lines of a report: words, with the address of a link behind them. Knows nothing of climbs.

use fix_ladder_core::ladder::{Source, Span};

use crate::markup::Markup;

/// All sources below a heading; nothing where there are none.
pub fn sources(all: &[Source], heading: &str, markup: Markup) -> String {
    if all.is_empty() {
        return String::new();
    }
    let mut text = [&*markup.words(heading), ":\n\n"].concat();
    if markup == Markup::Text {
        text.pop();
    }
    for source in all {
        let mut line = markup.words(source.text.plain().trim());
        let mut addresses = Vec::new();
        links(&source.text.0, &mut addresses);
        for address in addresses {
            line.extend([" ", &markup.link(address)]);
        }
        text.push_str(&markup.item(&line));
    }
    text
}

fn links<'a>(spans: &'a [Span], addresses: &mut Vec<&'a str>) {
    for span in spans {
        match span {
            Span::Link { href, text } => {
                addresses.push(href);
                links(text, addresses);
            }
            Span::Strong(spans) | Span::Emphasis(spans) => links(spans, addresses),
            Span::Plain(_) | Span::Code(_) | Span::Path(_) => {}
        }
    }
}
