//! Decodes a ladder from its bytes, in the form that [`encode`](super::encode()) writes.
//!
//! Checks that the bytes are whole. Trusts that the ladder in them has been checked: it knows no rule of a document.

use std::rc::Rc;

use super::drawing::*;
use super::model::*;

/// The ladder of some bytes; none where they are not the whole of what [`encode`](super::encode()) has written.
pub fn decode(bytes: &[u8]) -> Option<Ladder> {
    let mut from = Decoder { bytes };
    let ladder = Ladder {
        id: from.id()?,
        lang: from.string()?,
        title: from.text()?,
        introduction: from.blocks()?,
        choices: from.list(Decoder::choice)?,
        rungs: from.list(Decoder::rung)?,
        fixed: from.blocks()?,
        moving: from.blocks()?,
        end: from.blocks()?,
        report_to: from.option(Decoder::string)?,
        sources: from.list(Decoder::source)?,
        drawings: from.list(|from| {
            Some(Drawing { id: from.id()?, variants: from.list(Decoder::drawing)? })
        })?,
    };
    from.bytes.is_empty().then_some(ladder)
}

struct Decoder<'a> {
    /// What has not been read yet.
    bytes: &'a [u8],
}

impl<'a> Decoder<'a> {
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 127) << shift;
            if *byte < 128 {
                return Some(number);
            }
        }
        None
    }

    /// A number that says how much comes. There is never more of anything than bytes.
    fn length(&mut self) -> Option<usize> {
        let length = self.number()?;
        usize::try_from(length).ok().filter(|it| *it <= self.bytes.len())
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    fn str(&mut self) -> Option<&'a str> {
        let length = self.length()?;
        let (string, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        str::from_utf8(string).ok()
    }

    fn string(&mut self) -> Option<Rc<str>> {
        self.str().map(Rc::from)
    }

    fn id(&mut self) -> Option<Id> {
        self.string().map(Id)
    }

    fn list<T>(&mut self, item: fn(&mut Decoder<'a>) -> Option<T>) -> Option<Vec<T>> {
        let length = self.length()?;
        let mut items = Vec::with_capacity(length);
        for _ in 0..length {
            items.push(item(self)?);
        }
        Some(items)
    }

    fn option<T>(&mut self, item: fn(&mut Decoder<'a>) -> Option<T>) -> Option<Option<T>> {
        match self.number()? {
            0 => Some(None),
            _ => item(self).map(Some),
        }
    }

    fn text(&mut self) -> Option<Text> {
        self.spans().map(Text)
    }

    fn spans(&mut self) -> Option<Vec<Span>> {
        self.list(Decoder::span)
    }

    fn span(&mut self) -> Option<Span> {
        Some(match self.number()? {
            0 => Span::Plain(self.string()?),
            1 => Span::Code(self.string()?),
            2 => Span::Strong(self.spans()?),
            3 => Span::Emphasis(self.spans()?),
            4 => Span::Path(self.list(Decoder::string)?),
            5 => Span::Link { href: self.string()?, text: self.spans()? },
            _ => return None,
        })
    }

    fn blocks(&mut self) -> Option<Vec<Block>> {
        self.list(|from| {
            Some(match from.number()? {
                0 => Block::Paragraph(from.text()?),
                1 => Block::List(from.list(Decoder::text)?),
                2 => Block::Variants(
                    from.list(|from| Some(Variant { when: from.when()?, text: from.text()? }))?,
                ),
                3 => Block::More(from.blocks()?),
                _ => return None,
            })
        })
    }

    fn when(&mut self) -> Option<When> {
        self.list(|from| Some((from.id()?, from.list(Decoder::id)?))).map(When)
    }

    fn choice(&mut self) -> Option<Choice> {
        Some(Choice {
            id: self.id()?,
            label: self.string()?,
            options: self
                .list(|from| Some(ChoiceOption { id: from.id()?, label: from.string()? }))?,
        })
    }

    fn rung(&mut self) -> Option<Rung> {
        Some(Rung {
            id: self.id()?,
            title: self.text()?,
            severity: *Severity::ALL.get(self.length()?)?,
            why: self.blocks()?,
            touches: self.option(|from| {
                Some(Touches { scopes: from.list(Decoder::scope)?, text: from.text()? })
            })?,
            undo: self.option(|from| {
                Some(Undo {
                    possible: from.number()? == 1,
                    window_seconds: from.option(Decoder::number)?,
                    text: from.text()?,
                })
            })?,
            takes: self.option(|from| {
                Some(Takes { minutes: from.small()?, text: from.option(Decoder::text)? })
            })?,
            requirements: self.list(Decoder::requirement)?,
            warnings: self.list(|from| {
                Some(Warning { id: from.id()?, text: from.blocks()?, confirmations: from.small()? })
            })?,
            safe: self.option(Decoder::text)?,
            steps: self.list(|from| {
                Some(Step {
                    id: from.id()?,
                    text: from.text()?,
                    more: from.blocks()?,
                    safe: from.option(Decoder::text)?,
                    illustration: from.option(Decoder::id)?,
                    interrupts: from.number()? == 1,
                    when: from.when()?,
                })
            })?,
            wait: self.option(|from| {
                Some(Wait { seconds: from.small()?, reason: from.option(Decoder::text)? })
            })?,
            check: self.option(Decoder::text)?,
            moving: self.option(Decoder::text)?,
            advice_against: self.list(|from| {
                Some(Advice {
                    by: from.string()?,
                    text: from.blocks()?,
                    checked: from.option(Decoder::month)?,
                })
            })?,
            sources: self.list(Decoder::source)?,
        })
    }

    fn scope(&mut self) -> Option<Scope> {
        [Scope::ThisDevice, Scope::AllDevices, Scope::Account].get(self.length()?).copied()
    }

    fn requirement(&mut self) -> Option<Requirement> {
        Some(Requirement {
            id: self.id()?,
            text: self.text()?,
            more: self.blocks()?,
            evidence: match self.number()? {
                0 => Evidence::Confirm,
                1 => Evidence::Numbers {
                    first: self.string()?,
                    second: self.string()?,
                    meanings: Meanings {
                        fewer: self.option(Decoder::text)?,
                        equal: self.option(Decoder::text)?,
                        more: self.option(Decoder::text)?,
                    },
                },
                2 => Evidence::Place { not: self.list(Decoder::string)? },
                3 => Evidence::HandOver,
                _ => return None,
            },
        })
    }

    fn source(&mut self) -> Option<Source> {
        Some(Source {
            text: self.text()?,
            checked: self.option(Decoder::month)?,
            note: self.option(Decoder::text)?,
        })
    }

    fn month(&mut self) -> Option<Month> {
        Some(Month {
            year: self.number()?.try_into().ok()?,
            month: self.number()?.try_into().ok()?,
        })
    }
    fn drawing(&mut self) -> Option<DrawingVariant> {
        Some(DrawingVariant {
            when: self.when()?,
            alt: self.string()?,
            width: self.small()?,
            height: self.small()?,
            shapes: self.list(Decoder::shape)?,
        })
    }

    fn shape(&mut self) -> Option<Shape> {
        Some(match self.number()? {
            0 => {
                let paint = self.paint()?;
                let mut sides = [0; 5];
                for side in &mut sides {
                    *side = self.small()?;
                }
                Shape::Rect { paint, sides }
            }
            1 => Shape::Path { paint: self.paint()?, d: self.string()? },
            2 => {
                let fill = self.role()??;
                let flags = self.small()? as usize;
                Shape::Text {
                    fill,
                    anchor: *Anchor::ALL.get(flags / 2)?,
                    strong: flags % 2 == 1,
                    x: self.small()?,
                    y: self.small()?,
                    size: self.small()?,
                    words: self.string()?,
                }
            }
            _ => return None,
        })
    }

    fn paint(&mut self) -> Option<Paint> {
        Some(Paint { fill: self.role()?, line: self.role()? })
    }

    /// 0 is no role.
    fn role(&mut self) -> Option<Option<Role>> {
        match self.small()?.checked_sub(1) {
            None => Some(None),
            Some(index) => Role::ALL.get(index as usize).copied().map(Some),
        }
    }
}
