//! Encodes a checked ladder as bytes, so that the widget needs neither JSON nor the rules of a document.
//!
//! [`decode`](super::decode()) reads what this writes. Both belong to one build of the program, since the form may change
//! with every version. Text is stored as UTF-8, so that it compresses as text does. Knows no rule of a document.

use super::drawing::*;
use super::model::*;

/// The bytes of a ladder.
pub fn encode(ladder: &Ladder) -> Vec<u8> {
    let mut out = Encoder(Vec::new());
    out.id(&ladder.id);
    out.string(&ladder.lang);
    out.text(&ladder.title);
    out.blocks(&ladder.introduction);
    out.list(&ladder.choices, Encoder::choice);
    out.list(&ladder.rungs, Encoder::rung);
    out.blocks(&ladder.fixed);
    out.blocks(&ladder.moving);
    out.blocks(&ladder.end);
    out.option(ladder.report_to.as_ref(), |out, it| out.string(it));
    out.list(&ladder.sources, Encoder::source);
    out.list(&ladder.drawings, |out, it| {
        out.id(&it.id);
        out.list(&it.variants, Encoder::drawing);
    });
    out.0
}

struct Encoder(Vec<u8>);

impl Encoder {
    /// Seven bits a byte, the lowest first; all but the last have the eighth bit set.
    fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest > 127 {
            self.0.push((rest & 127 | 128) as u8);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    fn string(&mut self, string: &str) {
        self.number(string.len() as u64);
        self.0.extend(string.as_bytes());
    }

    fn id(&mut self, id: &Id) {
        self.string(id.as_str());
    }

    fn list<T>(&mut self, items: &[T], item: fn(&mut Encoder, &T)) {
        self.number(items.len() as u64);
        for it in items {
            item(self, it);
        }
    }

    /// As a list of one, or of none.
    fn option<T>(&mut self, value: Option<&T>, item: fn(&mut Encoder, &T)) {
        self.number(u64::from(value.is_some()));
        if let Some(it) = value {
            item(self, it);
        }
    }

    fn text(&mut self, text: &Text) {
        self.list(&text.0, Encoder::span);
    }

    fn span(&mut self, span: &Span) {
        match span {
            Span::Plain(text) => self.tagged(0, text),
            Span::Code(text) => self.tagged(1, text),
            Span::Strong(spans) => {
                self.number(2);
                self.list(spans, Encoder::span);
            }
            Span::Emphasis(spans) => {
                self.number(3);
                self.list(spans, Encoder::span);
            }
            Span::Path(names) => {
                self.number(4);
                self.list(names, |out, it| out.string(it));
            }
            Span::Link { href, text } => {
                self.tagged(5, href);
                self.list(text, Encoder::span);
            }
        }
    }

    fn tagged(&mut self, tag: u64, string: &str) {
        self.number(tag);
        self.string(string);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.list(blocks, |out, block| match block {
            Block::Paragraph(text) => {
                out.number(0);
                out.text(text);
            }
            Block::List(items) => {
                out.number(1);
                out.list(items, Encoder::text);
            }
            Block::Variants(variants) => {
                out.number(2);
                out.list(variants, |out, it| {
                    out.when(&it.when);
                    out.text(&it.text);
                });
            }
            Block::More(blocks) => {
                out.number(3);
                out.blocks(blocks);
            }
        });
    }

    fn when(&mut self, when: &When) {
        self.list(&when.0, |out, (choice, options)| {
            out.id(choice);
            out.list(options, Encoder::id);
        });
    }

    fn choice(&mut self, choice: &Choice) {
        self.id(&choice.id);
        self.string(&choice.label);
        self.list(&choice.options, |out, it| {
            out.id(&it.id);
            out.string(&it.label);
        });
    }

    fn rung(&mut self, rung: &Rung) {
        self.id(&rung.id);
        self.text(&rung.title);
        self.number(rung.severity as u64);
        self.blocks(&rung.why);
        self.option(rung.touches.as_ref(), |out, it| {
            out.list(&it.scopes, |out, it| out.number(*it as u64));
            out.text(&it.text);
        });
        self.option(rung.undo.as_ref(), |out, it| {
            out.number(u64::from(it.possible));
            out.option(it.window_seconds.as_ref(), |out, it| out.number(*it));
            out.text(&it.text);
        });
        self.option(rung.takes.as_ref(), |out, it| {
            out.number(it.minutes.into());
            out.option(it.text.as_ref(), Encoder::text);
        });
        self.list(&rung.requirements, Encoder::requirement);
        self.list(&rung.warnings, |out, it| {
            out.id(&it.id);
            out.blocks(&it.text);
            out.number(it.confirmations.into());
        });
        self.option(rung.safe.as_ref(), Encoder::text);
        self.list(&rung.steps, |out, it| {
            out.id(&it.id);
            out.text(&it.text);
            out.blocks(&it.more);
            out.option(it.safe.as_ref(), Encoder::text);
            out.option(it.illustration.as_ref(), Encoder::id);
            out.number(u64::from(it.interrupts));
            out.when(&it.when);
        });
        self.option(rung.wait.as_ref(), |out, it| {
            out.number(it.seconds.into());
            out.option(it.reason.as_ref(), Encoder::text);
        });
        self.option(rung.check.as_ref(), Encoder::text);
        self.option(rung.moving.as_ref(), Encoder::text);
        self.list(&rung.advice_against, |out, it| {
            out.string(&it.by);
            out.blocks(&it.text);
            out.option(it.checked.as_ref(), Encoder::month);
        });
        self.list(&rung.sources, Encoder::source);
    }

    fn requirement(&mut self, requirement: &Requirement) {
        self.id(&requirement.id);
        self.text(&requirement.text);
        self.blocks(&requirement.more);
        match &requirement.evidence {
            Evidence::Confirm => self.number(0),
            Evidence::Numbers { first, second, meanings } => {
                self.tagged(1, first);
                self.string(second);
                for it in [&meanings.fewer, &meanings.equal, &meanings.more] {
                    self.option(it.as_ref(), Encoder::text);
                }
            }
            Evidence::Place { not } => {
                self.number(2);
                self.list(not, |out, it| out.string(it));
            }
            Evidence::HandOver => self.number(3),
        }
    }

    fn source(&mut self, source: &Source) {
        self.text(&source.text);
        self.option(source.checked.as_ref(), Encoder::month);
        self.option(source.note.as_ref(), Encoder::text);
    }

    fn month(&mut self, month: &Month) {
        self.number(month.year.into());
        self.number(month.month.into());
    }
    fn drawing(&mut self, drawing: &DrawingVariant) {
        self.when(&drawing.when);
        self.string(&drawing.alt);
        self.number(drawing.width.into());
        self.number(drawing.height.into());
        self.list(&drawing.shapes, |out, it| match it {
            Shape::Rect { paint, sides } => {
                out.number(0);
                out.paint(*paint);
                for side in sides {
                    out.number((*side).into());
                }
            }
            Shape::Path { paint, d } => {
                out.number(1);
                out.paint(*paint);
                out.string(d);
            }
            Shape::Text { fill, x, y, size, anchor, strong, words } => {
                out.number(2);
                out.number(*fill as u64 + 1);
                out.number(*anchor as u64 * 2 + u64::from(*strong));
                for number in [x, y, size] {
                    out.number((*number).into());
                }
                out.string(words);
            }
        });
    }

    /// 0 is no role.
    fn paint(&mut self, paint: Paint) {
        for role in [paint.fill, paint.line] {
            self.number(role.map_or(0, |role| role as u64 + 1));
        }
    }
}
