//! What is refused in a file of messages, and in which words. What becomes of a good one, `core/tests/messages.rs` holds.

use fix_ladder_messages_build::{Content, Fault, Language, check, read, tables, texts, types};

const ENGLISH: &str = r#"
# The header of the file.

# What the widget says.
[widget]

# A note
# of two lines.
plain = "Plain"
until = "Until {time}"
both = "{n} of {total}"
left = { one = "{n} minute", other = "{n} minutes" }
# Of a group.
ask.action = "Do it"
ask.question = "Do it?"
ask.confirm = "Yes"
ask.cancel = "No"
"#;

fn english() -> Language {
    read("messages/en.toml", "en", ENGLISH).expect("English has no fault")
}

fn said(faults: Vec<Fault>) -> Vec<String> {
    faults.iter().map(Fault::to_string).collect()
}

/// What is said of a file by itself.
fn refused(text: &str) -> Vec<String> {
    said(read("messages/xx.toml", "xx", text).expect_err("a file with a fault"))
}

/// What is said of a file with these messages, held against English.
fn refused_beside_english(messages: &str) -> Vec<String> {
    let text = format!("[widget]\n{messages}");
    let language = read("messages/xx.toml", "xx", &text).expect("no fault by itself");
    said(check(&english(), &language).expect_err("a file with a fault"))
}

#[test]
fn a_key_that_english_has_not() {
    let cure = "English has no such key; take it out, or give it a name from messages/en.toml";
    for (messages, key) in [
        ("plane = \"x\"", "widget.plane"),
        ("ask.actions = \"x\"", "widget.ask.actions"),
        ("[pages]\nplain = \"x\"", "pages"),
    ] {
        let expected = format!("messages/xx.toml: `{key}`: {cure}");
        assert_eq!(refused_beside_english(messages), [expected]);
    }
}

#[test]
fn a_placeholder_that_english_has_not() {
    assert_eq!(
        refused_beside_english("until = \"{tiem} {time}\""),
        [
            "messages/xx.toml: `widget.until`: `{tiem}` is unknown: English has `{time}` here, and nothing else is filled in"
        ]
    );
    assert_eq!(
        refused_beside_english("plain = \"{n}\""),
        [
            "messages/xx.toml: `widget.plain`: `{n}` is unknown: English has none here, and nothing else is filled in"
        ]
    );
    assert_eq!(
        refused_beside_english("left = { few = \"{time}\", other = \"{n}\" }"),
        [
            "messages/xx.toml: `widget.left.few`: `{time}` is unknown: English has `{n}` here, and nothing else is filled in"
        ]
    );
}

#[test]
fn a_placeholder_that_is_lost() {
    let cure = "put it where your language wants it";
    assert_eq!(
        refused_beside_english("both = \"{total}\"\nleft = { one = \"one\", other = \"many\" }"),
        [
            format!("messages/xx.toml: `widget.both`: `{{n}}` is lost; {cure}"),
            format!("messages/xx.toml: `widget.left.other`: `{{n}}` is lost; {cure}"),
        ]
    );
}

#[test]
fn a_plural_category_that_there_is_not() {
    let known = "`zero`, `one`, `two`, `few`, `many`, `other`";
    assert_eq!(
        refused("[widget]\nleft = { some = \"{n}\", other = \"{n}\" }"),
        [format!("messages/xx.toml: `widget.left.some`: no plural category; take one of {known}")]
    );
    assert_eq!(
        refused("[widget]\nleft = { one = \"{n}\", few = \"{n}\" }"),
        [
            "messages/xx.toml: `widget.left`: the plural message has no `other`; add it: it is said of every count that no other form is for"
        ]
    );
}

#[test]
fn a_message_of_another_kind() {
    for (messages, key, kind) in [
        ("left = \"{n}\"", "widget.left", "a plural message, `{ one = \"…\", other = \"…\" }`"),
        (
            "left = { some = \"{n}\" }",
            "widget.left",
            "a plural message, `{ one = \"…\", other = \"…\" }`",
        ),
        ("plain = { other = \"x\" }", "widget.plain", "one message in quotes"),
        ("ask = \"x\"", "widget.ask", "a group of messages"),
    ] {
        let expected =
            format!("messages/xx.toml: `{key}`: in English this is {kind}; write it as that");
        assert_eq!(refused_beside_english(messages), [expected]);
    }
}

#[test]
fn what_is_wrong_with_a_file_by_itself() {
    for (message, fault) in [
        ("\"\"", "this is empty; write the message, or take the key out to have it in English"),
        ("7", "this is no message; put it in quotes"),
        ("[\"x\"]", "this is no message; put it in quotes"),
        ("{ other = 7 }", "this is no message; put it in quotes"),
        ("\"{time\"", "`{` has no `}`; end the placeholder with one"),
        ("\"time}\"", "`}` has no `{`; take it out, or begin the placeholder with one"),
        ("\"{}\"", "`{}` is no placeholder; write `{name}`, in small letters and without blanks"),
        (
            "\"{ time }\"",
            "`{ time }` is no placeholder; write `{name}`, in small letters and without blanks",
        ),
    ] {
        let said = refused(&format!("[widget]\nx = {message}"));
        assert!(said.len() == 1 && said[0].ends_with(&format!("`: {fault}")), "{said:?}");
    }
    let said = refused("[widget]\nx = \"one\"\nx = \"two\"");
    assert!(said[0].starts_with("messages/xx.toml: not TOML: "), "{said:?}");
    let said = refused("[widget]\nX-y = \"one\"");
    assert_eq!(
        said,
        ["messages/xx.toml: `widget.X-y`: keys are in small letters and `_`; rename it"]
    );
    for (lang, good) in
        [("pt-BR", true), ("zh-Hant-TW", true), ("english", false), ("en_GB", false)]
    {
        assert_eq!(read("x.toml", lang, "").is_ok(), good, "{lang}");
    }
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    assert_eq!(refused_beside_english("plane = \"x\"\nuntil = \"x\"\nplain = \"{x}\"").len(), 3);
    assert_eq!(refused("[widget]\nx = \"\"\ny = 7").len(), 2);
}

#[test]
fn what_is_missing_is_english_and_told() {
    let text = "[widget]\nask.cancel = \"xx no\"";
    let language = read("messages/xx.toml", "xx", text).expect("no fault by itself");
    let checked = check(&english(), &language).expect("no fault");
    assert_eq!(
        checked.missing,
        [
            "widget.plain",
            "widget.until",
            "widget.both",
            "widget.left",
            "widget.ask.action",
            "widget.ask.question",
            "widget.ask.confirm",
        ]
    );
    let Content::Group(widget) = &checked.language.entries[0].content else { panic!("a section") };
    assert_eq!(widget.len(), 5);
    let Content::Group(ask) = &widget[4].content else { panic!("a group") };
    assert_eq!(ask[0].content, Content::Message("Do it".to_owned()));
    assert_eq!(ask[3].content, Content::Message("xx no".to_owned()));
    // English itself lacks nothing.
    assert_eq!(check(&english(), &english()).expect("no fault").missing, [""; 0]);
}

#[test]
fn types_are_made_of_english() {
    let types = types(&english()).expect("no fault");
    for line in [
        "/// What the widget says.\n#[repr(C)]\npub struct Messages {",
        "unsafe impl Texts for Messages {}",
        "    /// A note\n    /// of two lines.\n    pub plain: &'static str,",
        "    pub until: Pattern,",
        "    pub left: PluralMessage,",
        "    /// Of a group.\n    pub ask: Question,",
        "    pub fn until(&self, time: &str) -> String {",
        // In alphabetical order, whatever the order in the message.
        "    pub fn both(&self, n: &str, total: &str) -> String {",
    ] {
        assert!(types.contains(line), "{line}\n\n{types}");
    }
}

#[test]
fn english_that_no_type_can_be_made_of() {
    let refused = |text: &str| {
        let english = read("messages/en.toml", "en", text).expect("no fault by itself");
        said(types(&english).expect_err("a fault"))
    };
    assert_eq!(
        refused("[plain]\nx = \"x\""),
        [
            "messages/en.toml: `plain`: no section; the sections are `widget`, `companion`, `script`, `panels`, `page`"
        ]
    );
    assert_eq!(
        refused("[widget]\nx = { other = \"{n} of {total}\" }"),
        [
            "messages/en.toml: `widget.x.other`: `{total}` is never filled in: a plural message has `{n}` alone; say the rest in another message"
        ]
    );
    assert_eq!(
        refused("[widget]\nx.a = \"x\"\n[page]\nx.b = \"x\""),
        ["messages/en.toml: `page.x`: another group makes the type `X`; rename this one"]
    );
}

#[test]
fn quotes_and_letters_come_into_the_tables_as_they_are() {
    let text = "[widget]\nplain = 'a \"b\" \\ é \u{2068} “c”'";
    let language = read("messages/xx.toml", "xx", text).expect("no fault by itself");
    let xx = check(&english(), &language).expect("no fault").language;
    let tables = tables(&[english(), xx]);
    assert!(tables.contains("plain: \"a \\\"b\\\" \\\\ é \\u{2068} “c”\","), "{tables}");
    assert!(tables.contains("static XX_WIDGET: Messages = Messages { lang: \"xx\","), "{tables}");
    assert!(tables.contains("lookup(lang, &[(\"xx\", &XX_WIDGET), ], &EN_WIDGET)"), "{tables}");
}

#[test]
fn the_texts_of_a_section_are_in_the_order_of_its_type() {
    let english = english();
    let texts = texts(&english, "widget").expect("no fault");
    let table = tables(std::slice::from_ref(&english));
    // As they stand in the table: the language, then each text, and no text where a plural message has no form.
    let mut rest = table.split_once("Messages = Messages {").expect("the table").1;
    for text in &texts {
        let quoted = format!("{text:?}");
        let at = rest.find(&quoted).unwrap_or_else(|| panic!("{quoted} is not next in {rest}"));
        rest = &rest[at + quoted.len()..];
    }
    assert_eq!(texts.first().map(String::as_str), Some("en"));
    assert_eq!(texts.iter().filter(|it| it.is_empty()).count(), 4, "of six forms it has two");
    // They travel a line each.
    let folded = read("messages/xx.toml", "xx", "[widget]\nplain = \"one\\ntwo\"")
        .expect("no fault by itself");
    let folded = check(&english, &folded).expect("no fault").language;
    assert_eq!(
        said(self::texts(&folded, "widget").expect_err("a fault")),
        ["messages/xx.toml: `widget`: `one\ntwo` has a line end; write the message on one line"]
    );
}
