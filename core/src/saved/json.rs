//! JSON as far as stored values need it: a text read into a tree, and text written.
//!
//! By hand, since every byte of it is loaded by every reader: `serde_json` weighs ten times as much in the module.
//! The tests hold it against `serde_json`. Knows nothing of facts.

/// How deeply lists and objects may stand in one another.
const DEEPEST: usize = 64;

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// A whole number from 0, where it is one that fits.
    Number(Option<u64>),
    Text(String),
    List(Vec<Json>),
    /// In the order of the text, with whatever stands there twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The tree of a text; none where it is no JSON, or nested more than 64 deep.
    pub fn parse(text: &str) -> Option<Json> {
        let mut reader = Reader { text, at: 0 };
        let json = reader.value(DEEPEST)?;
        reader.skip_space();
        (reader.at == text.len()).then_some(json)
    }

    /// What stands under a name in an object; none where the name is missing or stands there twice.
    pub fn field(&self, name: &str) -> Option<&Json> {
        let Json::Object(fields) = self else { return None };
        let mut found = None;
        for (it, value) in fields {
            if it == name && found.replace(value).is_some() {
                return None;
            }
        }
        found
    }

    /// The whole number under a name.
    pub fn number(&self, name: &str) -> Option<u64> {
        match self.field(name)? {
            Json::Number(number) => *number,
            _ => None,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    /// The place of the next byte.
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// Goes past a byte, if it is the next.
    fn skip(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let found = self.text.get(self.at..)?.starts_with(word);
        self.at += word.len();
        found.then_some(())
    }

    fn value(&mut self, deeper: usize) -> Option<Json> {
        let deeper = deeper.checked_sub(1)?;
        self.skip_space();
        match self.peek()? {
            b'n' => self.word("null").map(|()| Json::Null),
            b't' => self.word("true").map(|()| Json::Bool(true)),
            b'f' => self.word("false").map(|()| Json::Bool(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => {
                let mut items = Vec::new();
                while self.goes_on(b']', items.is_empty())? {
                    items.push(self.value(deeper)?);
                }
                Some(Json::List(items))
            }
            b'{' => {
                let mut fields = Vec::new();
                while self.goes_on(b'}', fields.is_empty())? {
                    self.skip_space();
                    let name = self.string()?;
                    self.skip_space();
                    if !self.skip(b':') {
                        return None;
                    }
                    fields.push((name, self.value(deeper)?));
                }
                Some(Json::Object(fields))
            }
            _ => self.digits(),
        }
    }

    /// Whether another item comes before the end of a list or an object, which is gone past. Stands on the opening
    /// bracket or behind an item.
    fn goes_on(&mut self, end: u8, first: bool) -> Option<bool> {
        if first {
            self.at += 1;
        }
        self.skip_space();
        if self.skip(end) {
            return Some(false);
        }
        (first || self.skip(b',')).then_some(true)
    }

    fn string(&mut self) -> Option<String> {
        if !self.skip(b'"') {
            return None;
        }
        let mut string = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|it| it >= b' ' && it != b'"' && it != b'\\') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            match self.next()? {
                b'"' => return Some(string),
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.unit(),
            other @ (b'"' | b'\\' | b'/') => char::from(other),
            _ => return None,
        })
    }

    /// A character by its code, or by the two of a surrogate pair.
    fn unit(&mut self) -> Option<char> {
        let high = self.hex()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high);
        }
        self.word("\\u")?;
        let low = self.hex()?.checked_sub(0xdc00).filter(|it| *it < 0x400)?;
        char::from_u32(0x10000 + ((high - 0xd800) << 10) + low)
    }

    fn hex(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code << 4 | char::from(self.next()?).to_digit(16)?;
        }
        Some(code)
    }

    /// A number. Only whole ones from 0 are worth knowing.
    fn digits(&mut self) -> Option<Json> {
        let negative = self.skip(b'-');
        let start = self.at;
        let mut number = self.run(Some(0))?;
        // No number begins with a zero but zero itself.
        if self.text.as_bytes().get(start) == Some(&b'0') && self.at > start + 1 {
            return None;
        }
        if self.skip(b'.') {
            self.run(None)?;
            number = None;
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _ = self.skip(b'+') || self.skip(b'-');
            self.run(None)?;
            number = None;
        }
        Some(Json::Number(number.filter(|_| !negative)))
    }

    /// At least one digit, and the number they make on top of `number`, as long as there is one.
    #[expect(
        clippy::option_option,
        reason = "no digits is another thing than a number that is not kept"
    )]
    fn run(&mut self, mut number: Option<u64>) -> Option<Option<u64>> {
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            number = number.and_then(|it| it.checked_mul(10)?.checked_add(u64::from(digit - b'0')));
        }
        (self.at > start).then_some(number)
    }
}

/// Appends a string with its quotes.
pub fn push_string(json: &mut String, string: &str) {
    json.push('"');
    for character in string.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            '\0'..='\u{1f}' => {
                json.push_str("\\u00");
                let code = u32::from(character);
                json.extend(
                    [code >> 4, code & 15].map(|it| char::from_digit(it, 16).unwrap_or('0')),
                );
            }
            _ => json.push(character),
        }
    }
    json.push('"');
}
