//! Choices, and conditions that name them.

use serde_json::{Value, json};

use super::{check, ladder_with};

const STEP: &str = "rung 1 `restart`, step 1 `switch-off`";

fn choice(options: &[(&str, &str)]) -> Value {
    let options: Vec<_> =
        options.iter().map(|(id, label)| json!({ "id": id, "label": label })).collect();
    json!({ "id": "system", "label": "System", "options": options })
}

#[test]
fn a_choice_has_a_label_and_at_least_two_options() {
    let fault =
        "choice 2 `system`: a choice needs at least two options: add one, or take the choice out";
    check("/choices/-", choice(&[]), &[fault]);
    check("/choices/-", choice(&[("new", "New")]), &[fault]);
    check(
        "/choices/0/label",
        json!("\u{a0}"),
        &["choice 1 `device`, label: this is empty: give it words"],
    );
    let ladder = ladder_with("/choices/-", choice(&[("new", " New "), ("old", "Old")]));
    assert_eq!(&*ladder.choices[1].options[0].label, "New");
}

#[test]
fn conditions_name_choices_and_options_that_exist() {
    let at = "/rungs/0/steps/0/when";
    check(
        at,
        json!({ "system": ["new"] }),
        &[&format!(
            "{STEP}, when: there is no choice `system`: use `device`, or add it to the choices"
        )],
    );
    check(
        at,
        json!({ "device": ["phone", "Tablet"] }),
        &[&format!(
            "{STEP}, when: the choice `device` has no option `Tablet`: use `phone` or `tablet`, or add it to the options"
        )],
    );
    check(
        at,
        json!({ "device": [] }),
        &[&format!(
            "{STEP}, when: no option of `device` is named: name at least one, or take the choice out"
        )],
    );
}

#[test]
fn conditions_of_a_ladder_without_choices_say_so() {
    let mut document = super::document();
    super::put(&mut document, "/choices", json!([]));
    super::put(&mut document, "/rungs/0/steps/0/when", json!({ "device": ["phone"] }));
    assert_eq!(
        super::errors_in(fix_ladder_core::ladder::parse(&document.to_string())),
        [format!(
            "{STEP}, when: there is no choice `device`: the ladder has no choices, so add it to them"
        )]
    );
}

#[test]
fn long_lists_of_names_are_cut() {
    let options: Vec<_> = (1..=20).map(|index| (format!("o{index}"), "Option")).collect();
    let options: Vec<_> = options.iter().map(|(id, label)| (id.as_str(), *label)).collect();
    let mut document = super::document();
    super::put(&mut document, "/choices/-", choice(&options));
    super::put(&mut document, "/rungs/0/steps/0/when", json!({ "system": ["old"] }));
    assert_eq!(
        super::errors_in(fix_ladder_core::ladder::parse(&document.to_string())),
        [format!(
            "{STEP}, when: the choice `system` has no option `old`: \
         use `o1`, `o2`, `o3`, `o4`, `o5`, `o6`, `o7`, `o8`, …, or add it to the options"
        )]
    );
}

#[test]
fn conditions_stand_in_the_order_of_the_choices() {
    let mut document = super::document();
    let above = json!({ "id": "zone", "label": "Zone", "options": [
        { "id": "a", "label": "A" }, { "id": "b", "label": "B" },
    ]});
    document["choices"].as_array_mut().expect("a list").insert(0, above);
    super::put(
        &mut document,
        "/rungs/0/steps/0/when",
        json!({ "device": ["phone"], "zone": ["b", "a"] }),
    );
    let ladder = fix_ladder_core::ladder::parse(&document.to_string()).expect("no fault");
    let order: Vec<_> =
        ladder.rungs[0].steps[0].when.0.iter().map(|(choice, _)| choice.as_str()).collect();
    assert_eq!(order, ["zone", "device"]);
}

#[test]
fn a_variants_block_has_variants_and_one_otherwise_at_most() {
    let why = |variants: Value| json!([{ "variants": variants }]);
    check(
        "/rungs/0/why",
        why(json!([])),
        &[
            "rung 1 `restart`, why, paragraph 1: there are no variants: add some, or take the block out",
        ],
    );
    check(
        "/rungs/0/why",
        why(
            json!([{ "text": "A" }, { "when": { "device": ["phone"] }, "text": "B" }, { "text": "C" }]),
        ),
        &[
            "rung 1 `restart`, why, paragraph 1, variant 3: variant 1 is for everybody else already: give this one a `when`",
        ],
    );
    check(
        "/rungs/0/why",
        why(json!([{ "when": { "system": ["new"] }, "text": "" }])),
        &[
            "rung 1 `restart`, why, paragraph 1, variant 1, when: there is no choice `system`: \
         use `device`, or add it to the choices",
            "rung 1 `restart`, why, paragraph 1, variant 1: the text is empty: give it words",
        ],
    );
}
