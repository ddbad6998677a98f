//! A `mailto:` address with subject and text (RFC 6068). Knows nothing of what is in them.

use crate::words::Words;

/// Longer addresses are cut by some systems, in characters.
const LONGEST: usize = 1_900;

/// The address of a mail. Of a text that is too long, the last lines are left out, and it says so.
pub fn mailto(to: &str, subject: &str, text: &str, words: &Words<'_>) -> String {
    let start = ["mailto:", to, "?subject=", &encoded(subject), "&body="].concat();
    let room = LONGEST.saturating_sub(start.len());
    let whole = encoded(text.trim_end());
    if whole.len() <= room {
        return [start, whole].concat();
    }
    let shortened = encoded(&["\n", words.say.report.shortened].concat());
    let mut body = String::new();
    for line in text.lines() {
        let line = encoded(&[line, "\n"].concat());
        if body.len() + line.len() + shortened.len() > room {
            break;
        }
        body.push_str(&line);
    }
    [start, body, shortened].concat()
}

/// Every byte that is no plain letter or digit, as a percent sign and two digits; lines end as mails have them.
fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'\n' => out.push_str("%0D%0A"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                let digits = [byte >> 4, byte & 15].map(|it| DIGITS.get(usize::from(it)));
                out.extend(digits.into_iter().flatten().map(|it| char::from(*it)));
            }
        }
    }
    out
}
