//! Drawings: only shapes of known kinds, roles and sizes; and which of their variants is shown.

use fix_ladder_core::ladder::{Id, Role, Shape, parse, schema, select};
use serde_json::{Value, json};

use super::{document, errors_in, put};

/// A drawing without a fault.
fn drawing() -> Value {
    json!({ "id": "page", "variants": [
        { "alt": "The first row.", "width": 320, "height": 200, "shapes": [
            { "rect": { "fill": "paper", "x": 1, "y": 2, "width": 30, "height": 40 } },
        ] },
    ] })
}

/// The small document with this drawing, which its first step names.
fn illustrated(drawing: Value) -> Value {
    let mut document = document();
    put(&mut document, "/drawings", json!([drawing]));
    put(&mut document, "/rungs/0/steps/0/illustration", json!("page"));
    document
}

/// What is said where one thing of the drawing is another.
fn said(pointer: &str, value: Value) -> Vec<String> {
    let mut changed = drawing();
    put(&mut changed, pointer, value);
    errors_in(parse(&illustrated(changed).to_string()))
}

const VARIANT: &str = "/variants/0";
const SHAPES: &str = "/variants/0/shapes";
const FIRST: &str = "/variants/0/shapes/0";

#[test]
fn a_drawing_is_taken_as_it_is() {
    let ladder = parse(&illustrated(drawing()).to_string()).expect("no fault");
    let shapes = &ladder.drawings[0].variants[0].shapes;
    let Shape::Rect { paint, sides } = &shapes[0] else { panic!("{shapes:?}") };
    assert_eq!((paint.fill, paint.line, sides), (Some(Role::Paper), None, &[1, 2, 30, 40, 0]));
}

#[test]
fn whatever_is_no_shape_is_refused() {
    for (pointer, value, expected) in [
        (
            FIRST,
            json!({ "image": { "href": "https://example.org/a.png" } }),
            "unknown variant `image`",
        ),
        (
            FIRST,
            json!({ "circle": { "fill": "ink", "x": 1, "y": 1, "r": 1 } }),
            "unknown variant `circle`",
        ),
        (FIRST, json!("rect"), "invalid type"),
        (FIRST, json!([1, 2, 3, 4]), "expected value"),
        ("/variants/0/shapes/0/rect/style", json!("fill: url(x)"), "unknown field `style`"),
        ("/variants/0/shapes/0/rect/onclick", json!("alert(1)"), "unknown field `onclick`"),
        ("/variants/0/shapes/0/rect/x", json!(-1), "invalid value"),
        ("/variants/0/shapes/0/rect/x", json!(1.5), "invalid type"),
        ("/variants/0/shapes/0/rect/x", json!("1"), "invalid type"),
        ("/variants/0/href", json!("https://example.org"), "unknown field `href`"),
        ("/script", json!("x"), "unknown field `script`"),
    ] {
        let said = said(pointer, value.clone());
        assert!(said.len() == 1 && said[0].contains(expected), "{value}: {said:?}");
    }
}

#[test]
fn roles_and_anchors_are_known_words() {
    let text = |fill: &str, anchor: &str| json!({ "text": { "fill": fill, "x": 1, "y": 1, "size": 16, "anchor": anchor, "words": "W" } });
    let at = "drawing 1 `page`, variant 1, shape 1";
    let roles =
        "`paper`, `wash`, `quiet`, `line`, `edge`, `soft`, `ink`, `accent`, `tint`, `danger`";
    assert_eq!(
        said(FIRST, text("url(#a)", "left")),
        [
            format!("{at}, anchor: `left` is no anchor: use `start`, `middle` or `end`"),
            format!("{at}: `url(#a)` is no role: use one of {roles}"),
        ]
    );
    assert_eq!(
        said("/variants/0/shapes/0/rect/fill", json!("#ff0000")),
        [format!("{at}: `#ff0000` is no role: use one of {roles}")]
    );
    assert_eq!(
        said(FIRST, json!({ "rect": { "x": 1, "y": 1, "width": 1, "height": 1 } })),
        [format!("{at}: this shape cannot be seen: give it a `fill` or a `line`")]
    );
}

#[test]
fn paths_have_plain_commands_and_whole_numbers() {
    let path = |d: &str| said(FIRST, json!({ "path": { "fill": "ink", "d": d } }));
    for d in ["M0 0", "M1 2L3 4Z", "M1 2H3V4", "M1 2C3 4 5 6 7 8Q1 2 3 4ZM5 6", "M4000 0"] {
        assert_eq!(path(d), [""; 0], "{d}");
    }
    for d in [
        "",
        " M1 2",
        "L1 2",
        "M1",
        "M1 2 3",
        "M1,2",
        "M 1 2",
        "M1  2",
        "M1 2 ",
        "M-1 2",
        "M+1 2",
        "M1.5 2",
        "M1e3 2",
        "m1 2",
        "M1 2l3 4",
        "M1 2A1 1 0 0 1 5 5",
        "M1 2S1 2 3 4",
        "M1 2Z3",
        "M4001 0",
        "M99999999999 0",
        "M1 2url(x)",
        "M1 2\n",
        "M1 ٢",
    ] {
        assert_eq!(path(d).len(), 1, "{d:?}");
    }
    let long = |n: usize| format!("M1 2{}", "L3 4".repeat(n));
    assert_eq!(path(&long(499)).len(), 0);
    assert_eq!(path(&long(500)).len(), 1);
}

#[test]
fn amounts_and_sizes_have_an_end() {
    let shapes = |n: usize| json!(vec![drawing()["variants"][0]["shapes"][0].clone(); n]);
    assert_eq!(said(SHAPES, shapes(300)), [""; 0]);
    let of = |pointer: &str, value: Value, expected: &str| {
        let said = said(pointer, value);
        assert!(said.len() == 1 && said[0].contains(expected), "{pointer}: {said:?}");
    };
    of(SHAPES, shapes(301), "variant 1: there are 301 shapes: at most 300 are allowed");
    of(SHAPES, shapes(0), "there is nothing in this drawing");
    of("/variants/0/width", json!(39), "a drawing of 39 to 200");
    of("/variants/0/width", json!(1001), "a drawing of 1001 to 200");
    of("/variants/0/height", json!(2001), "a drawing of 320 to 2001");
    of("/variants/0/height", json!(1284), "not higher than four times its width");
    of("/variants/0/shapes/0/rect/width", json!(4001), "4001 is outside of every drawing");
    of("/variants/0/alt", json!(" \u{200b} "), "alt: there are no words here");
    of("/variants/0/alt", json!("a".repeat(301)), "alt: these words have 301 characters");
    of("/variants/0/alt", json!("a\nb"), "a line end or another control character");
    let text = |size: u32, words: &str| json!({ "text": { "fill": "ink", "x": 1, "y": 1, "size": size, "anchor": "end", "words": words } });
    of(FIRST, text(7, "W"), "size: words of size 7 cannot be read");
    of(FIRST, text(81, "W"), "size: words of size 81 cannot be read");
    of(FIRST, text(16, ""), "words: there are no words here");
    of(FIRST, text(16, &"w".repeat(121)), "words: these words have 121 characters");
    let mut many = document();
    let numbered = |index: usize| {
        let mut one = drawing();
        put(&mut one, "/id", json!(format!("d{index}")));
        put(&mut one, SHAPES, shapes(100));
        one
    };
    put(&mut many, "/drawings", (0..101).map(numbered).collect());
    let said = errors_in(parse(&many.to_string()));
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("the ladder: there are 101 drawings"), "{said:?}");
    assert!(said[1].starts_with("the ladder: there are 10100 shapes in all drawings"), "{said:?}");
}

#[test]
fn the_last_variant_is_for_everybody_else() {
    let variant = &drawing()["variants"][0];
    let of = |when: Value| {
        let mut variant = variant.clone();
        put(&mut variant, "/when", when);
        variant
    };
    let phone = json!({ "device": ["phone"] });
    let expected = "drawing 1 `page`: the last variant, and only that, is for everybody else: take its `when` out, or put it last";
    assert_eq!(said("/variants", json!([of(phone.clone())])), [expected]);
    assert_eq!(said("/variants", json!([variant, of(phone.clone())])), [expected]);
    assert_eq!(said("/variants", json!([])), [expected]);
    assert_eq!(said("/variants", json!([of(phone.clone()), variant])), [""; 0]);
    let unknown = said("/variants", json!([of(json!({ "device": ["fax"] })), variant]));
    assert_eq!(
        unknown,
        [
            "drawing 1 `page`, variant 1, when: the choice `device` has no option `fax`: use `phone` or `tablet`, or add it to the options"
        ]
    );

    let mut two = drawing();
    put(&mut two, "/variants", json!([of(phone), variant]));
    put(&mut two, "/variants/1/alt", json!("Otherwise."));
    let ladder = parse(&illustrated(two).to_string()).expect("no fault");
    let shown = |option: Option<&str>| {
        let chosen = |_: &Id| option.map(|it| Id::unchecked(it.into()));
        select::drawing(&ladder.drawings[0], &chosen).map(|it| it.alt.to_string())
    };
    assert_eq!(shown(Some("phone")).as_deref(), Some("The first row."));
    assert_eq!(shown(Some("tablet")).as_deref(), Some("Otherwise."));
    assert_eq!(shown(None).as_deref(), Some("Otherwise."));
}

#[test]
fn steps_name_drawings_that_are_there() {
    let mut document = illustrated(drawing());
    put(&mut document, "/rungs/1/steps/0/illustration", json!("pge"));
    assert_eq!(
        errors_in(parse(&document.to_string())),
        [
            "rung 2 `erase`, step 1 `press-erase`, illustration: there is no drawing `pge`: add it to the drawings, or name another"
        ]
    );
    put(&mut document, "/drawings/-", drawing());
    put(&mut document, "/rungs/1/steps/0/illustration", json!("page"));
    assert_eq!(
        errors_in(parse(&document.to_string())),
        [
            "drawing 2 `page`: the id `page` is already used by drawing 1 `page`: give one of the two another id"
        ]
    );
}

#[test]
fn the_schema_refuses_what_is_no_shape() {
    let validator = jsonschema::validator_for(&schema()).expect("the schema is one");
    assert!(validator.is_valid(&illustrated(drawing())));
    for (pointer, value) in [
        (FIRST, json!({ "image": {} })),
        ("/variants/0/shapes/0/rect/fill", json!("red")),
        ("/variants/0/shapes/0/rect/x", json!(-1)),
        ("/variants/0/shapes/0/rect/x", json!(4001)),
        ("/variants/0/shapes/0/rect/href", json!("x")),
        (FIRST, json!({ "path": { "fill": "ink", "d": "M1 2a3" } })),
        (VARIANT, json!({ "alt": "", "width": 320, "height": 200, "shapes": [] })),
    ] {
        let mut changed = drawing();
        put(&mut changed, pointer, value.clone());
        assert!(!validator.is_valid(&illustrated(changed)), "{value}");
    }
}
