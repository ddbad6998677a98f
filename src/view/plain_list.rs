//! The plain list: a ladder to read, with every fix, warning and variant, and nothing to press.
//!
//! Rendered when the project is built, for readers without scripts and for search engines. It says what
//! `plain-list.js` says, word for word, which a test in the browsers holds. Knows no progress.

use std::rc::Rc;

use yew::prelude::*;

use super::elements::Rendered;
use super::text::spans;
use crate::ladder::{
    Block, Choice, Drawing, Evidence, Ladder, Month, Requirement, Rung, Source, Step, Text,
    Variant, When, label,
};
use crate::messages::{
    DEFAULT_LANG, Format, Messages, Plain, ScriptMessages, messages, script_messages,
};

#[derive(Clone, PartialEq, Properties)]
pub struct PlainListProps {
    pub ladder: Rc<Ladder>,
    #[prop_or(2)]
    pub heading_level: u8,
    #[prop_or_default]
    pub words: ListWords,
}

/// What is said around the author's words.
#[derive(Clone, Copy)]
pub struct ListWords {
    pub messages: &'static Messages,
    pub script: &'static ScriptMessages,
}

impl Default for ListWords {
    fn default() -> ListWords {
        ListWords { messages: messages(DEFAULT_LANG), script: script_messages(DEFAULT_LANG) }
    }
}

impl PartialEq for ListWords {
    fn eq(&self, other: &ListWords) -> bool {
        std::ptr::eq(self.messages, other.messages)
    }
}

/// What everything below is rendered with.
struct Renderer<'a> {
    choices: &'a [Choice],
    drawings: &'a [Drawing],
    messages: &'static Messages,
    /// What only the plain list says.
    script: &'static ScriptMessages,
    heading_level: u8,
}

/// The whole ladder as headings, lists and paragraphs, in the words that it is given where they are not the author's.
#[component]
pub fn PlainList(props: &PlainListProps) -> Html {
    let ladder = &props.ladder;
    let ListWords { messages, script } = props.words;
    let heading_level = props.heading_level;
    let (choices, drawings) = (&ladder.choices, &ladder.drawings);
    let renderer = Renderer { choices, drawings, messages, script, heading_level };
    let title = renderer.heading(0);
    let ending = |name: &'static str, blocks: &[Block]| {
        let heading = renderer.heading(1);
        (!blocks.is_empty())
            .then(|| html! { <><@{heading}>{ name }</@>{ renderer.blocks(blocks) }</> })
    };
    html! {
        <>
            <@{title}>{ renderer.text(&ladder.title) }</@>
            { renderer.blocks(&ladder.introduction) }
            <ol>{ for ladder.rungs.iter().map(|it| renderer.rung(it)) }</ol>
            { for ending(script.when_fixed, &ladder.fixed) }
            { for ending(script.when_moving, &ladder.moving) }
            { for ending(messages.end_title, &ladder.end) }
            { for renderer.sources(&ladder.sources) }
        </>
    }
}

impl Renderer<'_> {
    /// A month, in numbers where there are no words for it.
    fn month(&self, month: Month) -> String {
        match self.messages.lang {
            Plain::LANG => Plain.month(month),
            _ => format!("{}/{}", month.month, month.year),
        }
    }

    /// The name of the heading so many levels below the title.
    fn heading(&self, below: u8) -> String {
        format!("h{}", self.heading_level.saturating_add(below).min(6))
    }

    fn text(&self, text: &Text) -> Html {
        spans(&text.0, path).into()
    }

    fn blocks(&self, blocks: &[Block]) -> Html {
        let block = |block: &Block| match block {
            Block::Paragraph(words) => html! { <p>{ self.text(words) }</p> },
            Block::List(items) => {
                html! { <ul>{ for items.iter().map(|it| html! { <li>{ self.text(it) }</li> }) }</ul> }
            }
            Block::Variants(all) => {
                html! { <ul>{ for all.iter().map(|it| self.variant(it)) }</ul> }
            }
            // Nothing is folded here: what cannot be unfolded could not be read.
            Block::More(inner) => self.blocks(inner),
        };
        blocks.iter().map(block).collect()
    }

    fn variant(&self, variant: &Variant) -> Html {
        self.for_whom(&variant.when, self.text(&variant.text))
    }

    fn for_whom(&self, when: &When, said: Html) -> Html {
        let whom = self.whom(when).unwrap_or_else(|| self.script.otherwise.to_owned());
        html! { <li><strong>{ [&whom, ": "].concat() }</strong>{ said }</li> }
    }

    /// What the picture of a step shows, in words.
    fn picture(&self, step: &Step) -> Html {
        let named = step.illustration.as_ref();
        let found = named.and_then(|name| self.drawings.iter().find(|it| it.id == *name));
        match found.map(|it| it.variants.as_slice()) {
            None => Html::default(),
            Some([only]) => html! { <p>{ [self.script.picture, " ", &only.alt].concat() }</p> },
            Some(several) => {
                let items = several.iter().map(|it| self.for_whom(&it.when, html! { &it.alt }));
                html! { <><p>{ self.script.picture }</p><ul>{ for items }</ul></> }
            }
        }
    }

    /// For whom something is meant, in the author's own labels; nothing where it is for everybody.
    fn whom(&self, when: &When) -> Option<String> {
        Some(label(when, self.choices)).filter(|it| !it.is_empty())
    }

    fn rung(&self, rung: &Rung) -> Html {
        let heading = self.heading(1);
        let severity = self.messages.severities.of(rung.severity);
        let advice = rung.advice_against.iter().map(|advice| {
            let label = self.messages.advises_against(&advice.by);
            html! { <div><p><strong>{ label }</strong></p>{ self.blocks(&advice.text) }</div> }
        });
        let warnings = rung.warnings.iter().map(|warning| {
            html! {
                <blockquote>
                    <p><strong>{ self.messages.read_first }</strong></p>
                    { self.blocks(&warning.text) }
                </blockquote>
            }
        });
        let requirements = rung
            .requirements
            .iter()
            .map(|it| self.item(None, &it.text, &it.more, self.meanings(it)));
        let steps = rung.steps.iter().map(|it| {
            let safe = self.led(self.messages.still_safe, it.safe.as_ref());
            let below = html! { <>{ for safe }{ self.picture(it) }</> };
            self.item(self.whom(&it.when), &it.text, &it.more, below)
        });
        html! {
            <li>
                <@{heading}>{ self.text(&rung.title) }</@>
                <p><em>{ severity }</em></p>
                { self.blocks(&rung.why) }
                { self.facts(rung) }
                { for advice }
                // Everything that guards a step stands before it.
                { for warnings }
                if !rung.requirements.is_empty() {
                    <p><strong>{ self.messages.before_you_start }</strong></p>
                    <ul>{ for requirements }</ul>
                }
                { for self.led(self.messages.still_safe, rung.safe.as_ref()) }
                if !rung.steps.is_empty() {
                    <p><strong>{ self.messages.what_to_do }</strong></p>
                    <ol>{ for steps }</ol>
                }
                { for self.wait(rung) }
                <p><strong>{ self.check(rung) }</strong></p>
                { for self.led(self.script.while_moving, rung.moving.as_ref()) }
                { for self.sources(&rung.sources) }
            </li>
        }
    }

    fn item(&self, whom: Option<String>, text: &Text, more: &[Block], below: Html) -> Html {
        let whom = whom.map(|it| html! { <strong>{ [&it, ": "].concat() }</strong> });
        html! { <li>{ for whom }{ self.text(text) }{ self.blocks(more) }{ below }</li> }
    }

    /// What two numbers mean, where the author says it.
    fn meanings(&self, requirement: &Requirement) -> Html {
        let Evidence::Numbers { meanings, .. } = &requirement.evidence else {
            return Html::default();
        };
        let script = self.script;
        [
            (script.if_fewer, &meanings.fewer),
            (script.if_equal, &meanings.equal),
            (script.if_more, &meanings.more),
        ]
        .into_iter()
        .filter_map(|(label, text)| self.led(label, text.as_ref()))
        .collect()
    }

    fn check(&self, rung: &Rung) -> Html {
        match &rung.check {
            Some(check) => self.text(check),
            None => html! { self.messages.did_it_help },
        }
    }

    fn facts(&self, rung: &Rung) -> Html {
        let row = |name: &'static str, said: Html| html! { <div><dt>{ name }</dt><dd>{ said }</dd></div> };
        let touches =
            rung.touches.as_ref().map(|it| row(self.messages.touches, self.text(&it.text)));
        let undo = rung.undo.as_ref().map(|it| row(self.messages.undo, self.text(&it.text)));
        let takes = rung.takes.as_ref().map(|it| {
            let minutes = self.minutes(u64::from(it.minutes));
            row(
                self.messages.takes,
                html! { <>{ minutes }{ for self.after(", ", it.text.as_ref()) }</> },
            )
        });
        if touches.is_none() && undo.is_none() && takes.is_none() {
            return Html::default();
        }
        html! { <dl>{ for touches }{ for undo }{ for takes }</dl> }
    }

    fn wait(&self, rung: &Rung) -> Option<Html> {
        let wait = rung.wait.as_ref()?;
        let duration = self.minutes(u64::from(wait.seconds).div_ceil(60));
        let said = self.messages.wait(&duration);
        Some(
            html! { <p><strong>{ said }</strong>{ for self.after(", ", wait.reason.as_ref()) }{ "." }</p> },
        )
    }

    fn minutes(&self, number: u64) -> String {
        self.messages.minutes.format(&Plain, number)
    }

    /// Text that may be missing, as a paragraph behind words of our own.
    fn led(&self, label: &'static str, text: Option<&Text>) -> Option<Html> {
        text.map(|it| html! { <p><strong>{ label }</strong>{ " " }{ self.text(it) }</p> })
    }

    /// Text that may be missing, and what joins it to the words before it.
    fn after(&self, joint: &'static str, text: Option<&Text>) -> Option<Html> {
        text.map(|it| html! { <>{ joint }{ self.text(it) }</> })
    }

    fn sources(&self, sources: &[Source]) -> Option<Html> {
        let items = sources.iter().map(|source| {
            let checked = source.checked.map(|month| {
                let said = self.messages.checked(&self.month(month));
                html! { <>{ ", " }{ said }</> }
            });
            let goes_on =
                source.note.as_ref().is_some_and(|it| it.plain().starts_with(char::is_lowercase));
            let note = self.after(if goes_on { ": " } else { ". " }, source.note.as_ref());
            html! { <li>{ self.text(&source.text) }{ for checked }{ for note }</li> }
        });
        (!sources.is_empty()).then(|| {
            html! { <details><summary>{ self.messages.sources }</summary><ul>{ for items }</ul></details> }
        })
    }
}

/// A menu path where no style sheet separates its names.
fn path(names: &[Rc<str>]) -> Rendered {
    html! { <strong>{ names.join(" › ") }</strong> }.into()
}
