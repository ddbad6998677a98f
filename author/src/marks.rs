//! The comments of one part, sorted by what they mean, and its id. Knows nothing of the part itself.

use std::ops::Range;

use crate::comments::{Comment, Meaning};
use crate::context::Context;
use crate::text;

/// What a comment says, and where it stands.
pub(crate) struct Mark {
    pub value: String,
    pub range: Range<usize>,
}

#[derive(Default)]
pub(crate) struct Marks {
    pub id: Option<Mark>,
    pub illustration: Option<Mark>,
    pub lang: Option<Mark>,
}

/// Sorts the comments; those whose keys are not wanted here are reported.
pub(crate) fn sort(ctx: &mut Context, comments: Vec<Comment>, wanted: &[&str]) -> Marks {
    let mut marks = Marks::default();
    for comment in comments {
        let (key, value, location) = match &comment.meaning {
            Meaning::Id(value) => ("id", value, &mut marks.id),
            Meaning::Illustration(value) => ("illustration", value, &mut marks.illustration),
            Meaning::Lang(value) => ("lang", value, &mut marks.lang),
            _ => {
                text::leftover(ctx, &comment);
                continue;
            }
        };
        if !wanted.contains(&key) {
            text::leftover(ctx, &comment);
        } else if location.is_some() {
            ctx.diagnostics.error(
                comment.range.clone(),
                format!("this part has a comment `{key}` already"),
                "leave one of them out",
            );
        } else {
            *location = Some(Mark { value: value.clone(), range: comment.range.clone() });
        }
    }
    marks
}

/// The author's id; empty where there is none, until one is made from the words.
pub(crate) fn id(ctx: &mut Context, kind: &str, mark: Option<Mark>) -> String {
    let Some(mark) = mark else { return String::new() };
    if mark.value.is_empty() {
        ctx.diagnostics.error(
            mark.range,
            "this id is empty",
            "write letters, digits, `-` and `_` after the colon, or leave the comment out",
        );
    } else if !ctx.ids.claim(kind, &mark.value) {
        ctx.diagnostics.error(
            mark.range,
            format!("another {kind} has the id `{}` already", mark.value),
            "ids keep the reader's ticks apart: give this one another",
        );
    }
    mark.value
}
