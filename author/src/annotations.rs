//! Annotations: the comments of one part that give it an id, an illustration, a language, or say that a step interrupts. Knows nothing of the part itself.

use std::ops::Range;

use crate::comments::{Comment, Meaning};
use crate::context::Context;
use crate::{ids, text};

/// What a comment says, and where it stands.
pub(crate) struct Annotation {
    pub value: String,
    pub range: Range<usize>,
}

#[derive(Default)]
pub(crate) struct Annotations {
    pub id: Option<Annotation>,
    pub illustration: Option<Annotation>,
    pub lang: Option<Annotation>,
    pub interrupts: Option<Annotation>,
}

/// Sorts the comments; those whose keys are not wanted here are reported.
pub(crate) fn sort(ctx: &mut Context, comments: Vec<Comment>, wanted: &[&str]) -> Annotations {
    let mut annotations = Annotations::default();
    let nothing = String::new();
    for comment in comments {
        let (key, value, slot) = match &comment.meaning {
            Meaning::Id(value) => ("id", value, &mut annotations.id),
            Meaning::Illustration(value) => ("illustration", value, &mut annotations.illustration),
            Meaning::Lang(value) => ("lang", value, &mut annotations.lang),
            Meaning::Interrupts => ("interrupts", &nothing, &mut annotations.interrupts),
            _ => {
                text::leftover(ctx, &comment);
                continue;
            }
        };
        if !wanted.contains(&key) {
            text::leftover(ctx, &comment);
        } else if slot.is_some() {
            ctx.diagnostics.error(
                comment.range.clone(),
                format!("this part has a comment `{key}` already"),
                "leave one of them out",
            );
        } else {
            *slot = Some(Annotation { value: value.clone(), range: comment.range.clone() });
        }
    }
    annotations
}

/// The author's id; empty where there is none, until one is made from the words.
pub(crate) fn id(ctx: &mut Context, kind: &str, annotation: Option<Annotation>) -> String {
    let Some(annotation) = annotation else { return String::new() };
    let is_free = |ctx: &mut Context| ctx.ids.claim(kind, &annotation.value);
    if ctx.lenient.is_some() && !(ids::is_legal(&annotation.value) && is_free(ctx)) {
        ctx.diagnostics.warning(
            annotation.range,
            format!("this id is none, or that of another {kind}, so one is made from the words"),
            "write letters, digits, `-` and `_` after the colon, each id once",
        );
        return String::new();
    }
    if ctx.lenient.is_some() {
        return annotation.value;
    }
    if annotation.value.is_empty() {
        ctx.diagnostics.error(
            annotation.range,
            "this id is empty",
            "write letters, digits, `-` and `_` after the colon, or leave the comment out",
        );
    } else if !ctx.ids.claim(kind, &annotation.value) {
        ctx.diagnostics.error(
            annotation.range,
            format!("another {kind} has the id `{}` already", annotation.value),
            "ids keep the reader's ticks apart: give this one another",
        );
    }
    annotation.value
}
