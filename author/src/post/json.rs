//! JSON as far as a post needs it: texts, lists and objects. A number is no part of a post, so it is nothing here.
//!
//! By hand, since it is a tenth of what the readers of a post would load for all of JSON. Knows no names.

use std::iter::Peekable;
use std::str::Chars;

/// How deep values may stand in one another.
const DEEPEST: usize = 240;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Text(String),
    List(Vec<Json>),
    /// In the order in which they are written.
    Object(Vec<(String, Json)>),
    Other,
}

/// A whole text, or nothing where it is no JSON.
pub(super) fn parse(text: &str) -> Option<Json> {
    let mut parser = Parser { rest: text.chars().peekable() };
    let value = parser.value(0)?;
    parser.blanks();
    parser.rest.next().is_none().then_some(value)
}

/// A text as JSON.
pub(super) fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for it in words.chars() {
        match it {
            '"' | '\\' => {
                out.push('\\');
                out.push(it);
            }
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                let digit = |it: u32| char::from_digit(it, 16).unwrap_or('0');
                out.push(digit(u32::from(it) / 16));
                out.push(digit(u32::from(it) % 16));
            }
            _ => out.push(it),
        }
    }
    out.push('"');
    out
}

struct Parser<'a> {
    rest: Peekable<Chars<'a>>,
}

impl Parser<'_> {
    fn value(&mut self, depth: usize) -> Option<Json> {
        self.blanks();
        match self.rest.peek()? {
            '"' => Some(Json::Text(self.text()?)),
            _ if depth > DEEPEST => None,
            '[' => self.list(depth),
            '{' => self.object(depth),
            _ => self.other(),
        }
    }

    fn blanks(&mut self) {
        while self.rest.next_if(|it| matches!(it, ' ' | '\t' | '\n' | '\r')).is_some() {}
    }

    /// Whether a sign comes next, which is taken then.
    fn takes(&mut self, sign: char) -> bool {
        self.blanks();
        self.rest.next_if_eq(&sign).is_some()
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        let mut all = Vec::new();
        self.rest.next();
        if self.takes(']') {
            return Some(Json::List(all));
        }
        loop {
            all.push(self.value(depth + 1)?);
            if self.takes(']') {
                return Some(Json::List(all));
            }
            self.takes(',').then_some(())?;
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut all = Vec::new();
        self.rest.next();
        if self.takes('}') {
            return Some(Json::Object(all));
        }
        loop {
            self.blanks();
            let name = self.text()?;
            self.takes(':').then_some(())?;
            all.push((name, self.value(depth + 1)?));
            if self.takes('}') {
                return Some(Json::Object(all));
            }
            self.takes(',').then_some(())?;
        }
    }

    /// A number, or one of the three words.
    fn other(&mut self) -> Option<Json> {
        let is_of_one = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '+' | '-' | '.');
        self.rest.next_if(is_of_one)?;
        while self.rest.next_if(is_of_one).is_some() {}
        Some(Json::Other)
    }

    fn text(&mut self) -> Option<String> {
        let mut out = String::new();
        self.rest.next_if_eq(&'"')?;
        loop {
            match self.rest.next()? {
                '"' => return Some(out),
                '\\' => out.push(self.escaped()?),
                it => out.push(it),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.rest.next()? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let first = self.unit()?;
                match char::from_u32(first) {
                    Some(it) => it,
                    None => self.pair(first),
                }
            }
            it => it,
        })
    }

    /// What two units of UTF-16 stand for. Half of one is the sign for what cannot be read, as browsers write it.
    fn pair(&mut self, first: u32) -> char {
        let mut ahead = self.rest.clone();
        if first < 0xdc00 && ahead.next() == Some('\\') && ahead.next() == Some('u') {
            let mut other = Parser { rest: ahead };
            if let Some(second @ 0xdc00..0xe000) = other.unit() {
                self.rest = other.rest;
                let whole = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return char::from_u32(whole).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
        }
        char::REPLACEMENT_CHARACTER
    }

    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + self.rest.next()?.to_digit(16)?;
        }
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn same(ours: &Json, other: &Value) -> bool {
        match (ours, other) {
            (Json::Text(one), Value::String(other)) => one == other,
            (Json::List(one), Value::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, it)| same(one, it))
            }
            (Json::Object(one), Value::Object(other)) => {
                let fits = |(name, one): &(String, Json)| {
                    other.get(name).is_some_and(|other| same(one, other))
                };
                one.len() == other.len() && one.iter().all(fits)
            }
            (Json::Other, Value::Number(_) | Value::Bool(_) | Value::Null) => true,
            _ => false,
        }
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<String>().prop_map(Value::from),
            any::<bool>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..5)
                    .prop_map(|it| it.into_iter().collect::<Value>()),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_is_read_as_others_read_it(value in values()) {
            for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap_or_default()] {
                prop_assert!(parse(&text).is_some_and(|it| same(&it, &value)), "{}", text);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}\",:\\\\u0dDa 1\u{1f}é🙂-]{0,30}") {
            let theirs = serde_json::from_str::<Value>(&text);
            if let Ok(theirs) = theirs {
                prop_assert!(parse(&text).is_some_and(|it| matches!(theirs, Value::Object(_)) || same(&it, &theirs)));
            }
            prop_assert_eq!(serde_json::from_str::<String>(&quoted(&text)).ok(), Some(text));
        }
    }

    #[test]
    fn signs_of_two_units_are_one() {
        let read = |text: &str| parse(text);
        assert_eq!(read(r#""\ud83d\ude42\u00e9\ud83dx""#), Some(Json::Text("🙂é\u{fffd}x".into())));
        assert_eq!(read(r#""\ud83d\u0041""#), Some(Json::Text("\u{fffd}A".into())));
        assert_eq!(read("[1 2]"), None);
        assert_eq!(read(&format!("{}1{}", "[".repeat(300), "]".repeat(300))), None);
    }
}
