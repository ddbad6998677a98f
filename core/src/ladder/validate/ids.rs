//! Ids: harmless as keys, as attribute values and as names in a stored fact, and each used once.
//!
//! Does not know what an id stands for.

use super::super::error::Location;
use super::super::model::Id;
use super::super::quote::shortened;
use super::report::{Ctx, Kind};

const MAX_CHARACTERS: usize = 64;

/// Names that JavaScript objects are born with. An id becomes a key in the page's scripts and in
/// authors' own, where one of these would find something that nobody put there.
const BORN_WITH: [&str; 13] = [
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// An id that no other can be equal to, such as the ladder's.
pub(super) fn plain_id(ctx: &mut Ctx<'_>, raw: &str, location: &Location) -> Id {
    if let Some(message) = fault_of(raw) {
        ctx.fault(location, message);
    }
    Id(raw.into())
}

/// An id that may be used only once among those of its kind.
pub(super) fn unique_id<'a>(
    ctx: &mut Ctx<'a>,
    kind: Kind,
    raw: &'a str,
    location: &Location,
) -> Id {
    match ctx.seen.get(&(kind, raw)) {
        Some(first) if !raw.is_empty() => {
            let id = shortened(raw);
            let message =
                format!("the id `{id}` is already used by {first}: give one of the two another id");
            ctx.fault(location, message);
        }
        _ => {
            ctx.seen.insert((kind, raw), location.clone());
        }
    }
    plain_id(ctx, raw, location)
}

fn fault_of(raw: &str) -> Option<String> {
    if raw.is_empty() {
        return Some("the id is empty: give it letters, digits, `-` or `_`".to_owned());
    }
    let n_characters = raw.chars().count();
    if n_characters > MAX_CHARACTERS {
        return Some(format!(
            "the id has {n_characters} characters: at most {MAX_CHARACTERS} are allowed"
        ));
    }
    let is_illegal =
        |character: &char| !(character.is_alphanumeric() || matches!(character, '-' | '_'));
    if let Some(illegal) = raw.chars().find(is_illegal) {
        let illegal = shortened(illegal.encode_utf8(&mut [0; 4]));
        let id = shortened(raw);
        return Some(format!(
            "the id `{id}` contains `{illegal}`: use only letters, digits, `-` and `_`"
        ));
    }
    let is_born_with = BORN_WITH.iter().any(|name| name.eq_ignore_ascii_case(raw));
    is_born_with.then(|| {
        format!("the id `{raw}` is a name that every JavaScript object has: choose another")
    })
}
