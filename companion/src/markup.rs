//! The two forms of a report: plain text, and Markdown as comment fields read it. Knows what is emphasised and listed, not
//! what is said.

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    Text,
    Markdown,
}

impl Markup {
    /// The title. In a comment it is a line of its own and no heading: that would be as large as the post's.
    pub fn heading(self, text: &str) -> String {
        [&*self.strong(text), "\n\n"].concat()
    }

    pub fn strong(self, text: &str) -> String {
        match self {
            Markup::Text => text.to_owned(),
            Markup::Markdown => ["**", &escaped(text), "**"].concat(),
        }
    }

    pub fn paragraph(self, text: &str) -> String {
        self.raw_paragraph(&self.words(text))
    }

    /// A paragraph of what is marked up already.
    pub fn raw_paragraph(self, text: &str) -> String {
        [text, "\n\n"].concat()
    }

    pub fn list(self, lines: &[String]) -> String {
        let mut list: String = lines.iter().map(|it| self.item(&self.words(it))).collect();
        if !lines.is_empty() {
            list.push('\n');
        }
        list
    }

    /// A line of a list, marked up already.
    pub fn item(self, line: &str) -> String {
        ["- ", line, "\n"].concat()
    }

    /// A fix with its number: its title, marked up already, and what is said of it.
    pub fn numbered(self, number: usize, title: &str, text: &str) -> String {
        let text = self.words(text);
        let break_before = if text.is_empty() { "" } else { "\n   " };
        // Two blanks at the end of a line break it.
        let end = if self == Markup::Markdown && !text.is_empty() { "  " } else { "" };
        [&number.to_string(), ". ", title, end, break_before, &text, "\n"].concat()
    }

    pub fn link(self, address: &str) -> String {
        match self {
            Markup::Text => address.to_owned(),
            Markup::Markdown => ["<", address, ">"].concat(),
        }
    }

    pub fn words(self, text: &str) -> String {
        match self {
            Markup::Text => text.to_owned(),
            Markup::Markdown => escaped(text),
        }
    }
}

/// Whether this is a part of a blank that is to be filled in: a row of low lines, and as a row it is no markup.
fn is_blank(text: &str, place: usize) -> bool {
    let is_line = |it: &char| *it == '_';
    let after = text.get(place..).unwrap_or_default().chars().take_while(is_line).count();
    let before = text.get(..place).unwrap_or_default().chars().rev().take_while(is_line).count();
    after > 0 && before + after > 5
}

/// Text in which nothing is markup: what readers and authors type is words.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (place, character) in text.char_indices() {
        let begins = place == 0;
        let is_markup = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '@'
        ) || begins && matches!(character, '#' | '+' | '-' | '=');
        if is_markup && !is_blank(text, place) {
            out.push('\\');
        }
        out.push(if character.is_control() { ' ' } else { character });
    }
    out
}
