//! Which addresses a link may have.
//!
//! Knows nothing of documents, and decodes nothing: what a browser, an HTML parser or a percent decoder
//! would first have to decode before it is a scheme or a host is refused, never interpreted.
//! So nothing here can be decoded differently from how a browser does it.

use super::quote::{is_invisible, shortened};

/// The longest address, in bytes.
const MAX_BYTES: usize = 2048;

/// Checks an address and returns it without the spaces around it.
///
/// # Errors
///
/// What is wrong and the cure, without a location. At most a few dozen bytes of the address are quoted.
pub fn check_link(href: &str) -> Result<&str, String> {
    if href.len() > MAX_BYTES {
        return Err(format!(
            "the address has {} bytes: at most {MAX_BYTES} are allowed, link to a shorter one",
            href.len()
        ));
    }
    let address = href.trim_matches(' ');
    if address.is_empty() {
        return Err(
            "the address is empty: write the whole address, with `https://` before it".to_owned()
        );
    }
    let (scheme, rest) = split_scheme(address).ok_or_else(|| {
        "the address does not begin with `https:`, `http:`, `mailto:` or `tel:`: \
         write the whole address, with `https://` before it"
            .to_owned()
    })?;
    // The scheme is judged before the characters, so that the worst fault is the one that is named.
    let check: fn(&str) -> Result<(), String> = match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => check_web,
        "mailto" => check_mail,
        "tel" => check_telephone,
        other => {
            return Err(format!(
                "a link may not use `{}:`: only `https:`, `http:`, `mailto:` and `tel:` are allowed",
                shortened(other)
            ));
        }
    };
    check_characters(address)?;
    check(rest)?;
    Ok(address)
}

/// What stands before the first colon, if it is a scheme as it stands, and what comes after it.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let is_plain = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_plain.then_some((scheme, rest))
}

fn check_characters(address: &str) -> Result<(), String> {
    for character in address.chars() {
        if is_invisible(character) {
            return Err(format!(
                "the address contains the invisible character U+{:04X}: take it out",
                u32::from(character)
            ));
        }
        if character.is_whitespace() {
            return Err(
                "the address contains a space: write it as `%20`, or take it out".to_owned()
            );
        }
        if character == '\\' {
            return Err(
                "the address contains `\\`, which browsers read as `/`: write `/`".to_owned()
            );
        }
    }
    Ok(())
}

fn check_web(rest: &str) -> Result<(), String> {
    let Some(rest) = rest.strip_prefix("//") else {
        return Err(
            "two slashes are missing after the colon: write `https://`, then the host".to_owned()
        );
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.is_empty() {
        return Err(
            "the address names no host: write the whole address, as in `https://example.org/`"
                .to_owned(),
        );
    }
    if authority.contains('@') {
        return Err("the address has a name before its host, which hides where it leads: \
                    take out everything up to the `@`"
            .to_owned());
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if !is_host(host) {
        return Err(format!(
            "`{}` is not a host: write its name as in `https://example.org/`, with nothing encoded",
            shortened(authority)
        ));
    }
    // An empty port is as good as none to a browser, but nobody means it.
    if port.is_some_and(|port| !is_number(port) || port.parse::<u16>().is_err()) {
        return Err(
            "the port after the host is not a number up to 65535: correct it, or take it out"
                .to_owned(),
        );
    }
    Ok(())
}

/// Names of letters, digits, `-` and `_` between dots, or four decimal numbers.
/// Other spellings of a number, such as `0x7f.1`, hide where they lead.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| {
                c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || is_foreign_letter(c)
            })
    };
    let looks_numeric = host
        .rsplit('.')
        .next()
        .is_some_and(|last| last.starts_with(|first: char| first.is_ascii_digit()));
    if looks_numeric { is_dotted_quad(host) } else { host.split('.').all(is_label) }
}

fn is_foreign_letter(character: char) -> bool {
    !character.is_ascii() && character.is_alphabetic()
}

fn is_dotted_quad(host: &str) -> bool {
    let is_part = |part: &str| {
        is_number(part) && part.parse::<u8>().is_ok() && (part.len() == 1 || !part.starts_with('0'))
    };
    host.split('.').count() == 4 && host.split('.').all(is_part)
}

fn check_mail(rest: &str) -> Result<(), String> {
    let recipient = rest.split('?').next().unwrap_or_default();
    let is_recipient = match recipient.split_once('@') {
        Some((name, host)) => {
            !name.is_empty() && !name.contains(['%', '/', ',', ';', '<', '&', '#']) && is_host(host)
        }
        None => false,
    };
    if is_recipient {
        Ok(())
    } else {
        Err("`mailto:` needs one address after it, as in `mailto:help@example.org`".to_owned())
    }
}

/// Digits and what people put between them. `*` and `#` stay out: with them a telephone takes commands.
fn check_telephone(rest: &str) -> Result<(), String> {
    let is_telephone = rest.bytes().any(|byte| byte.is_ascii_digit())
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'(' | b')'));
    if is_telephone {
        Ok(())
    } else {
        Err("`tel:` takes digits, `+`, `-`, `.` and brackets only, as in `tel:+1-800-555-0100`"
            .to_owned())
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
