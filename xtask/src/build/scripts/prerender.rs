//! Prerenders a ladder: how it looks before anything has been done, as data that `prerender.js` shows.
//!
//! Knows the HTML that the widget's own components write, and nothing of what it means. Leaves out what
//! `prerender.js` works out by itself, since every byte of it goes to every reader.

use std::rc::Rc;

use anyhow::{Result, bail};
use fix_ladder::view::ladder::LadderProps;
use fix_ladder::view::{Ctx, LadderView, Shared, State};
use fix_ladder_core::ladder::{Ladder, Month};
use fix_ladder_core::messages::{DEFAULT_LANG, Format, Plain, PluralCategory, messages};
use fix_ladder_core::progress::{Progress, Time};
use html5gum::{StartTag, Token, Tokenizer};
use serde_json::Value;

/// The level at which the title is rendered here; in the data the headings are told by their distance from it.
const TITLE_LEVEL: u8 = 2;

/// Elements that have no end.
const VOID: [&str; 2] = ["br", "input"];

/// Attributes that are only there or not. Yew writes their own names as their values.
const FLAGS: [&str; 4] = ["checked", "disabled", "hidden", "selected"];

/// What is rendered has no capitals; these names of SVG have.
const CAPITALS: [(&str, &str); 2] = [("viewbox", "viewBox"), ("pathlength", "pathLength")];

/// The start of a ladder as a tree: each element is a list of its head and its children, each text a string.
/// A head is the name with its classes after dots, then the attributes, each on a line of its own.
///
/// Nothing where dates are seen in the start: those are told by the reader's own habit. Nothing either where a drawing
/// is seen there: its shapes come with the widget's module, and would move what is below them.
///
/// # Errors
///
/// It cannot be rendered, or holds what is not understood here.
pub fn prerender(ladder: &Ladder) -> Result<Option<Value>> {
    let tree = tree(&rendered(ladder)?)?;
    let text = tree.to_string();
    Ok((!text.contains(DATE) && !text.contains(DRAWING)).then_some(tree))
}

/// The HTML of the widget without any progress.
fn rendered(ladder: &Ladder) -> Result<String> {
    let ctx = Ctx::new(Shared {
        ladder: Rc::new(ladder.clone()),
        messages: messages(DEFAULT_LANG),
        format: Rc::new(Marked),
        heading_level: TITLE_LEVEL,
        changes: Rc::default(),
        send: yew::Callback::noop(),
    });
    let state = Rc::new(State::new(Progress::default(), Time::from_clock(0.0)));
    let props = LadderProps { ctx, state };
    let renderer = yew::LocalServerRenderer::<LadderView>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(runtime.block_on(tokio::task::LocalSet::new().run_until(renderer.render())))
}

/// The beginning of a drawing.
const DRAWING: &str = "\"figure.drawing";

/// Stands where a date would be: nothing that anybody writes.
const DATE: char = '\u{10fffd}';

/// Numbers as every reader of these words has them, and marks in the place of dates.
struct Marked;

impl Format for Marked {
    fn time_of_day(&self, _: Time) -> String {
        DATE.to_string()
    }
    fn day_and_time(&self, _: Time) -> String {
        DATE.to_string()
    }
    fn date_and_time(&self, _: Time) -> String {
        DATE.to_string()
    }
    fn same_day(&self, one: Time, other: Time) -> bool {
        Plain.same_day(one, other)
    }
    fn number(&self, number: u64) -> String {
        Plain.number(number)
    }
    fn month(&self, _: Month) -> String {
        DATE.to_string()
    }
    fn plural(&self, number: u64) -> PluralCategory {
        Plain.plural(number)
    }
}

fn tree(html: &str) -> Result<Value> {
    // The element under way is the last; what it stands in is before it.
    let mut open: Vec<Vec<Value>> = vec![Vec::new()];
    let mut last_id = String::new();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let tag = Tag::read(&tag)?;
                let head = Value::from(tag.head(&mut last_id));
                match VOID.contains(&tag.name.as_str()) {
                    true => add(&mut open, Value::from(vec![head])),
                    false => open.push(vec![head]),
                }
            }
            Token::EndTag(_) => {
                let Some(ended) = open.pop() else {
                    bail!("the prerendered view has an end too many")
                };
                if !is_folded_drawing(&ended, &open) {
                    add(&mut open, finished(ended));
                }
            }
            Token::String(words) => add(&mut open, Value::from(text(&words)?)),
            // Characters that nobody should write, and that stay as they are.
            Token::Error(_) => {}
            other => bail!("the prerendered view has something that is not understood: {other:?}"),
        }
    }
    match open.as_mut_slice() {
        [root] if root.len() == 1 => Ok(root.remove(0)),
        _ => bail!("the prerendered view is not one whole element"),
    }
}

fn add(open: &mut [Vec<Value>], child: Value) {
    if let Some(parent) = open.last_mut() {
        parent.push(child);
    }
}

/// Whether this is a drawing that nobody sees yet: it comes with the widget's module.
fn is_folded_drawing(element: &[Value], around: &[Vec<Value>]) -> bool {
    let head = |element: &[Value]| element.first().and_then(Value::as_str).unwrap_or("").to_owned();
    head(element).starts_with("figure.drawing")
        && around.iter().any(|it| head(it).split('\n').any(|it| it.starts_with("hidden")))
}

/// An element with its children, without what is not seen of it.
fn finished(mut element: Vec<Value>) -> Value {
    let head = element.first().and_then(Value::as_str).unwrap_or_default().to_owned();
    if head.starts_with("details") {
        // Folded: there is time to fill it, and dates are in it.
        element.truncate(2);
    }
    if let (Some(value), Some(label)) =
        (head.strip_prefix("option\nvalue="), element.get(1).and_then(Value::as_str))
        && value == slug(label)
    {
        element[0] = Value::from("option");
    }
    Value::from(element)
}

/// What an option is called by itself: its words in small letters, a hyphen for all that is between them.
fn slug(label: &str) -> String {
    let mut slug = String::new();
    for letter in label.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug
}

/// The start of an element.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn read(tag: &StartTag<()>) -> Result<Tag> {
        let mut attributes = Vec::new();
        for (name, value) in &tag.attributes {
            let name = text(name)?;
            let proper = CAPITALS.iter().find(|(small, _)| *small == name);
            attributes.push((proper.map_or(name, |it| it.1.to_owned()), text(value)?));
        }
        Ok(Tag { name: text(&tag.name)?, attributes })
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// As it stands in the data. `last_id` is that of the element before that has one.
    fn head(&self, last_id: &mut String) -> String {
        let mut head = match self.name.strip_prefix('h').and_then(|it| it.parse::<u8>().ok()) {
            Some(level) => level.saturating_sub(TITLE_LEVEL).to_string(),
            None => self.name.clone(),
        };
        let class = self.get("class").unwrap_or_default();
        for one in class.split_whitespace() {
            head.extend([".", one]);
        }
        if self.get("part").is_some_and(|part| part == class) {
            head.push('!');
        }
        let more = [last_id, ".more"].concat();
        let step = self.get("data-step").map(|step| ["step.", step].concat());
        for (name, value) in &self.attributes {
            let is_known = match name.as_str() {
                "class" => true,
                "part" => value == class,
                "type" => self.name == "button",
                "id" => step.as_ref() == Some(value) || *value == more,
                "aria-controls" => *value == more,
                "for" => value == last_id,
                _ => false,
            };
            let is_flag = FLAGS.contains(&name.as_str()) && name == value;
            let value = if is_flag { "" } else { value };
            match (is_known, value) {
                (true, _) => {}
                (false, "") => head.extend(["\n", name]),
                // An end of line would begin another attribute, and words of an author would name it.
                (false, value) => head.extend(["\n", name, "=", &value.replace('\n', " ")]),
            }
        }
        if let Some(id) = self.get("id").filter(|it| **it != *more) {
            id.clone_into(last_id);
        }
        head
    }
}

fn text(bytes: &[u8]) -> Result<String> {
    Ok(String::from_utf8(bytes.to_vec())?)
}

#[cfg(test)]
mod tests;
