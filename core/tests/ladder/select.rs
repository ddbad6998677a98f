//! Which variant is shown, and with which words.

use fix_ladder_core::ladder::{
    Block, Choice, Id, Selection, Variant, When, applies, label, select,
};
use serde_json::{Value, json};

/// Two choices, and one block with the variants given.
fn ladder(variants: &Value) -> (Vec<Choice>, Vec<Variant>) {
    let mut document = super::document();
    super::put(
        &mut document,
        "/choices",
        json!([
            { "id": "device", "label": "Device", "options": [
                { "id": "face", "label": "iPhone with Face ID" }, { "id": "home", "label": "iPhone with Home button" },
                { "id": "ipad", "label": "iPad" },
            ]},
            { "id": "system", "label": "System", "options": [
                { "id": "old", "label": "iOS 17" }, { "id": "new", "label": "iOS 18" },
            ]},
        ]),
    );
    super::put(&mut document, "/end", json!([{ "variants": variants }]));
    let ladder = fix_ladder_core::ladder::parse(&document.to_string()).expect("no fault");
    match ladder.end.as_slice() {
        [Block::Variants(variants)] => (ladder.choices.clone(), variants.clone()),
        other => panic!("not one block of variants: {other:?}"),
    }
}

fn id<'a>(choices: &'a [Choice], of: &str) -> &'a Id {
    let ids = choices.iter().flat_map(|choice| {
        std::iter::once(&choice.id).chain(choice.options.iter().map(|option| &option.id))
    });
    ids.into_iter().find(|id| id.as_str() == of).expect("an id of the ladder")
}

/// Makes the choices given and compares what is shown: the text alone, or "label: text" for each of several.
#[track_caller]
fn check(variants: &Value, made: &[(&str, &str)], expected: &[&str]) {
    let (choices, variants) = ladder(variants);
    let chosen = |choice: &Id| {
        let made = made.iter().find(|(name, _)| *name == choice.as_str());
        made.map(|(_, option)| id(&choices, option).clone())
    };
    let shown: Vec<String> = match select(&variants, &chosen) {
        Selection::One(variant) => vec![variant.text.plain()],
        Selection::Several(variants) => variants
            .iter()
            .map(|variant| format!("{}: {}", label(&variant.when, &choices), variant.text.plain()))
            .collect(),
    };
    assert_eq!(shown, expected, "with {made:?}");
}

fn by_device() -> Value {
    json!([
        { "when": { "device": ["face", "ipad"] }, "text": "Two buttons." },
        { "when": { "device": ["home"] }, "text": "Side button." },
    ])
}

fn with_otherwise() -> Value {
    json!([
        { "text": "Look it up." },
        { "when": { "device": ["face"] }, "text": "Two buttons." },
        { "when": { "device": ["face"], "system": ["new"] }, "text": "Never reached." },
        { "when": { "device": ["home"], "system": ["new"] }, "text": "Side button, newly." },
    ])
}

#[test]
fn the_first_variant_that_is_met_is_shown() {
    check(&by_device(), &[("device", "ipad")], &["Two buttons."]);
    check(&by_device(), &[("device", "home"), ("system", "old")], &["Side button."]);
    check(&with_otherwise(), &[("device", "face"), ("system", "new")], &["Two buttons."]);
    check(&with_otherwise(), &[("device", "home"), ("system", "new")], &["Side button, newly."]);
}

#[test]
fn else_the_one_for_everybody_else() {
    check(&with_otherwise(), &[], &["Look it up."]);
    check(&with_otherwise(), &[("device", "ipad")], &["Look it up."]);
    check(&with_otherwise(), &[("device", "home")], &["Look it up."]);
}

#[test]
fn else_all_that_no_choice_rules_out_with_their_labels() {
    let all = ["iPhone with Face ID, iPad: Two buttons.", "iPhone with Home button: Side button."];
    check(&by_device(), &[], &all);
    check(&by_device(), &[("system", "new")], &all);
    let by_both = json!([
        { "when": { "system": ["new"], "device": ["face"] }, "text": "A." },
        { "when": { "system": ["old"], "device": ["face"] }, "text": "B." },
        { "when": { "system": ["new"], "device": ["home"] }, "text": "C." },
    ]);
    check(
        &by_both,
        &[("device", "face")],
        &["iPhone with Face ID + iOS 18: A.", "iPhone with Face ID + iOS 17: B."],
    );
    check(&by_both, &[("system", "old")], &["iPhone with Face ID + iOS 17: B."]);
}

#[test]
fn else_all_there_are() {
    let for_phones = json!([
        { "when": { "device": ["face"] }, "text": "A." }, { "when": { "device": ["home"] }, "text": "B." },
    ]);
    check(
        &for_phones,
        &[("device", "ipad")],
        &["iPhone with Face ID: A.", "iPhone with Home button: B."],
    );
}

#[test]
fn of_no_variants_none_are_shown() {
    assert_eq!(select(&[], &|_| None), Selection::Several(Vec::new()));
}

#[test]
fn a_step_is_left_out_only_where_a_choice_rules_it_out() {
    let (choices, variants) =
        ladder(&json!([{ "when": { "device": ["home"], "system": ["new"] }, "text": "A." }]));
    let when = &variants[0].when;
    let applies_with = |made: &[(&str, &str)]| {
        applies(when, &|choice| {
            let made = made.iter().find(|(name, _)| *name == choice.as_str());
            made.map(|(_, option)| id(&choices, option).clone())
        })
    };
    assert!(applies_with(&[]));
    assert!(applies_with(&[("device", "home")]));
    assert!(applies_with(&[("device", "home"), ("system", "new")]));
    assert!(!applies_with(&[("device", "face")]));
    assert!(!applies_with(&[("device", "home"), ("system", "old")]));
    assert!(applies(&When::default(), &|_| None));
    assert_eq!(label(&When::default(), &choices), "");
}
