//! The address under which a build will be served, as an author gives it.
//!
//! Knows addresses, nothing of what stands there.

use anyhow::{Result, bail};
use url::Url;

/// The address of a folder, with one slash at its end, as browsers write it.
///
/// # Errors
///
/// What is wrong with it, and how one is written.
pub fn of_folder(address: &str) -> Result<String> {
    match read(address) {
        Ok(url) => Ok(format!("{}/", url.as_str().trim_end_matches('/'))),
        Err(fault) => bail!(
            "--address {address:?}: {fault}; write the address of a folder, as in https://example.org/fix-ladder/"
        ),
    }
}

fn read(address: &str) -> Result<Url, String> {
    let fault = |what: &str| Err(what.to_owned());
    // A parser of browsers mends these in silence, and then it is another address.
    let odd = |it: &char| it.is_control() || it.is_whitespace() || "\\\"'<>`{}|^*&".contains(*it);
    if let Some(odd) = address.chars().find(odd) {
        return Err(format!("{odd:?} stands in no address of a folder"));
    }
    let lower = address.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    match rest {
        None => return fault("it does not begin with https://"),
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '?', '#']) => {
            return fault("it names no host");
        }
        Some(_) => {}
    }
    let url = Url::parse(address).map_err(|error| error.to_string())?;
    if !url.username().is_empty() || url.password().is_some() || rest_has_user(address) {
        return fault("it holds a name to sign in with, which readers must not be told");
    }
    if url.query().is_some() {
        return fault("it has a `?`, after which no folder follows");
    }
    if url.fragment().is_some() {
        return fault("it has a `#`, after which no folder follows");
    }
    if url.path().trim_end_matches('/').contains("//") {
        return fault("there are two slashes side by side in it");
    }
    Ok(url)
}

/// Whether there is an `@` before the host, also one with nothing before it.
fn rest_has_user(address: &str) -> bool {
    let host = address.split("//").nth(1).and_then(|it| it.split(['/', '?', '#']).next());
    host.is_some_and(|it| it.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_that_of_a_folder() -> Result<()> {
        for (given, meant) in [
            ("https://example.org/a", "https://example.org/a/"),
            ("http://example.org/a//", "http://example.org/a/"),
            ("https://example.org", "https://example.org/"),
            ("HTTPS://Example.ORG:443/A/", "https://example.org/A/"),
            ("http://localhost:8080/a", "http://localhost:8080/a/"),
            ("https://[::1]/x", "https://[::1]/x/"),
            ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC/"),
            ("https://example.org/a/../b/.", "https://example.org/b/"),
            ("https://example.org/~me/a@b/", "https://example.org/~me/a@b/"),
        ] {
            assert_eq!(of_folder(given)?, meant, "{given}");
        }
        Ok(())
    }

    #[test]
    fn what_is_wrong_with_an_address_is_named() {
        for (given, said) in [
            ("/a/", "does not begin with https://"),
            ("example.org", "does not begin with https://"),
            ("ftp://example.org/", "does not begin with https://"),
            ("javascript:alert(1)//", "does not begin with https://"),
            ("https:example.org/", "does not begin with https://"),
            ("https://", "names no host"),
            ("https:///x", "names no host"),
            ("https://?", "names no host"),
            ("https://#a", "names no host"),
            ("https://:80/", "empty host"),
            ("https://a@b/", "a name to sign in with"),
            ("https://a:b@c/", "a name to sign in with"),
            ("https://@b/", "a name to sign in with"),
            ("https://example.org/?a", "it has a `?`"),
            ("https://example.org/?", "it has a `?`"),
            ("https://example.org/#", "it has a `#`"),
            ("https://example.org/\"a", "'\"' stands in no address"),
            ("https://example.org/\\a", "'\\\\' stands in no address"),
            ("https://example.org/a\nb", "'\\n' stands in no address"),
            ("https://example.org/a\0", "'\\0' stands in no address"),
            (" https://example.org/", "' ' stands in no address"),
            ("https://example.org/{inline}/", "'{' stands in no address"),
            ("https://example.org/a|b/", "'|' stands in no address"),
            ("https://example.org/a//b/", "two slashes side by side"),
            ("https://example.org:99999/", "invalid port"),
            ("https://exa%20mple/", "invalid"),
        ] {
            let error = of_folder(given).err().map(|it| it.to_string()).unwrap_or_default();
            assert!(error.starts_with("--address ") && error.contains(said), "{given:?}: {error}");
            assert!(error.contains("https://example.org/fix-ladder/"), "{error}");
        }
    }
}
