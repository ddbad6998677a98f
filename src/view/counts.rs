//! What two numbers say once both are there: by how much they differ, and what follows from that. In the author's words,
//! where there are any. Knows nothing of when a guard is met.

use std::cmp::Ordering;

use yew::AttrValue;

use super::context::Ctx;
use super::elements::{Rendered, all, attributes, element, nothing, words};
use super::text::{ours, text};
use crate::ladder::{Evidence, Requirement, Text};
use crate::progress::{Value, compared};

/// Both parts of what is said.
pub struct Said<'a> {
    order: Ordering,
    difference: AttrValue,
    /// The author's words; else ours.
    then: Result<&'a Text, &'static str>,
}

/// What the numbers say that were given for a requirement; nothing where one of them is none.
pub fn said<'a>(ctx: &Ctx, it: &'a Requirement, given: Option<&Value>) -> Option<Said<'a>> {
    let Evidence::Numbers { meanings, .. } = &it.evidence else { return None };
    let Some(Value::Numbers(first, second)) = given else { return None };
    let (order, difference) = compared(first, second)?;
    let (format, counts) = (&*ctx.format, &ctx.messages.counts);
    let (difference, authors, ours) = match order {
        Ordering::Less => {
            let fewer = counts.fewer.format(format, difference);
            (fewer.into(), &meanings.fewer, counts.fewer_then)
        }
        Ordering::Equal => (AttrValue::Static(counts.equal), &meanings.equal, counts.equal_then),
        Ordering::Greater => {
            let more = counts.more.format(format, difference);
            (more.into(), &meanings.more, counts.more_then)
        }
    };
    Some(Said { order, difference, then: authors.as_ref().ok_or(ours) })
}

impl Said<'_> {
    /// The line below the two fields. While one of them is being typed it keeps its room, so that nothing moves under the
    /// finger that leaves the field.
    pub fn show(&self, ctx: &Ctx, name: &str, typing: bool) -> Rendered {
        let (id, class) = match self.order {
            Ordering::Less => (".wrong", "wrong counts"),
            _ => (".counts", "small counts"),
        };
        // Of one piece where it can be: some screen readers stop at the end of each.
        let (lang, inside) = match self.then {
            _ if typing => (None, nothing()),
            Err(_) => (ctx.own_lang(), words(self.plain())),
            Ok(authors) => {
                let difference = words([&*self.difference, " "].concat());
                (None, all([ours(ctx, "span", "", difference), text(authors)]))
            }
        };
        let attributes = attributes! {
            "lang": lang,
            "id": [name, id].concat(),
            "hidden": typing.then_some("hidden"),
            "class": class,
        };
        element("p", attributes, inside)
    }

    /// For those who hear it.
    pub fn plain(&self) -> String {
        let then = self.then.map_or_else(str::to_owned, Text::plain);
        [&*self.difference, " ", &then].concat()
    }
}
