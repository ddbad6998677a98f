//! Ids: what they are made of, and that each is used once.

use serde_json::json;

use super::{check, ladder_with};

#[test]
fn ids_of_letters_and_digits_of_any_script_are_taken() {
    let longest = "x".repeat(64);
    for id in [
        "a",
        "Restart-2",
        "neu_starten",
        "über",
        "再起動",
        "перезапуск",
        "إعادة",
        "7",
        "-",
        longest.as_str(),
    ] {
        assert_eq!(ladder_with("/rungs/0/id", json!(id)).rungs[0].id.as_str(), id);
    }
}

#[test]
fn illegal_ids_are_refused() {
    let at = |fault: &str| fault.to_owned();
    for (id, expected) in [
        ("", at("rung 1: the id is empty: give it letters, digits, `-` or `_`")),
        (
            "a b",
            at("rung 1 `a b`: the id `a b` contains ` `: use only letters, digits, `-` and `_`"),
        ),
        (
            "a/b",
            at("rung 1 `a/b`: the id `a/b` contains `/`: use only letters, digits, `-` and `_`"),
        ),
        (
            "a\u{202e}b",
            at("rung 1 `a\\u{202e}b`: the id `a\\u{202e}b` contains `\\u{202e}`: \
                           use only letters, digits, `-` and `_`"),
        ),
        (
            "\0",
            at(
                "rung 1 `\\u{0}`: the id `\\u{0}` contains `\\u{0}`: use only letters, digits, `-` and `_`",
            ),
        ),
        (
            &"é".repeat(65),
            format!(
                "rung 1 `{}…`: the id has 65 characters: at most 64 are allowed",
                "é".repeat(40)
            ),
        ),
    ] {
        check("/rungs/0/id", json!(id), &[&expected]);
    }
}

#[test]
fn names_that_objects_are_born_with_are_refused_in_any_case() {
    for id in [
        "__proto__",
        "constructor",
        "prototype",
        "toString",
        "valueOf",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "__defineGetter__",
        "__defineSetter__",
        "__lookupGetter__",
        "__lookupSetter__",
        "__PROTO__",
        "Constructor",
        "tostring",
    ] {
        let fault =
            format!("the id `{id}` is a name that every JavaScript object has: choose another");
        check("/id", json!(id), &[&format!("the ladder: {fault}")]);
        check(
            "/rungs/0/steps/0/id",
            json!(id),
            &[&format!("rung 1 `restart`, step 1 `{id}`: {fault}")],
        );
    }
}

#[test]
fn an_id_used_twice_says_where_it_was_first() {
    check(
        "/rungs/1/id",
        json!("restart"),
        &[
            "rung 2 `restart`: the id `restart` is already used by rung 1 `restart`: give one of the two another id",
        ],
    );
    check(
        "/rungs/1/steps/0/id",
        json!("switch-off"),
        &["rung 2 `erase`, step 1 `switch-off`: the id `switch-off` is already used by \
         rung 1 `restart`, step 1 `switch-off`: give one of the two another id"],
    );
    check(
        "/rungs/0/requirements",
        json!([{ "id": "copy", "text": "A copy." }]),
        &["rung 2 `erase`, requirement 1 `copy`: the id `copy` is already used by \
         rung 1 `restart`, requirement 1 `copy`: give one of the two another id"],
    );
    check(
        "/rungs/0/warnings",
        json!([{ "id": "lost", "text": ["Beware."] }]),
        &["rung 2 `erase`, warning 1 `lost`: the id `lost` is already used by \
         rung 1 `restart`, warning 1 `lost`: give one of the two another id"],
    );
    let twice = json!({ "id": "device", "label": "Device", "options": [
        { "id": "phone", "label": "Phone" }, { "id": "phone", "label": "Telephone" },
    ]});
    check(
        "/choices/-",
        twice,
        &[
            "choice 2 `device`: the id `device` is already used by choice 1 `device`: give one of the two another id",
            "choice 2 `device`, option 2 `phone`: the id `phone` is already used by \
         choice 2 `device`, option 1 `phone`: give one of the two another id",
        ],
    );
}

#[test]
fn parts_of_different_kinds_may_share_an_id() {
    ladder_with("/rungs/0/steps/0/id", json!("restart"));
    ladder_with("/rungs/1/requirements/0/id", json!("lost"));
    ladder_with("/choices/0/id", json!("restart"));
    ladder_with(
        "/choices/-",
        json!({ "id": "other", "label": "Other", "options": [
            { "id": "phone", "label": "Phone" }, { "id": "none", "label": "None" },
        ]}),
    );
}

#[test]
fn names_of_illustrations_are_like_ids() {
    check(
        "/rungs/0/steps/0/illustration",
        json!("../x.svg"),
        &["rung 1 `restart`, step 1 `switch-off`, illustration: \
         the id `../x.svg` contains `.`: use only letters, digits, `-` and `_`"],
    );
    let ladder = ladder_with("/rungs/0/steps/0/illustration", json!("power-off"));
    assert_eq!(
        ladder.rungs[0].steps[0].illustration.as_ref().map(|name| name.as_str()),
        Some("power-off")
    );
}
