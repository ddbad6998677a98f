//! Which addresses a link may have, in many spellings.

use fix_ladder_core::ladder::check_link;

const WHOLE: &str = "the address does not begin with `https:`, `http:`, `mailto:` or `tel:`: \
                     write the whole address, with `https://` before it";
const SLASHES: &str = "two slashes are missing after the colon: write `https://`, then the host";
const NO_HOST: &str =
    "the address names no host: write the whole address, as in `https://example.org/`";
const USER: &str = "the address has a name before its host, which hides where it leads: \
                    take out everything up to the `@`";
const PORT: &str =
    "the port after the host is not a number up to 65535: correct it, or take it out";
const SPACE: &str = "the address contains a space: write it as `%20`, or take it out";
const BACKSLASH: &str = "the address contains `\\`, which browsers read as `/`: write `/`";
const MAIL: &str = "`mailto:` needs one address after it, as in `mailto:help@example.org`";
const TELEPHONE: &str =
    "`tel:` takes digits, `+`, `-`, `.` and brackets only, as in `tel:+1-800-555-0100`";
const EMPTY: &str = "the address is empty: write the whole address, with `https://` before it";

fn scheme(name: &str) -> String {
    format!(
        "a link may not use `{name}:`: only `https:`, `http:`, `mailto:` and `tel:` are allowed"
    )
}

fn invisible(code: &str) -> String {
    format!("the address contains the invisible character U+{code}: take it out")
}

fn host(name: &str) -> String {
    format!(
        "`{name}` is not a host: write its name as in `https://example.org/`, with nothing encoded"
    )
}

#[test]
fn whole_addresses_are_taken() {
    for address in [
        "https://example.org",
        "https://example.org/",
        "HTTPS://Example.ORG/Path?query=a&amp;b#part",
        "hTtP://example.org:8080/a%20b",
        "https://support.apple.com/en-us/101559#photos",
        "https://example.org/@name/a:b",
        "https://example.org?to=me@example.org",
        "https://example.org#@javascript:x",
        "https://example.org/?next=https://other.example/%0A",
        "https://xn--mller-kva.example/",
        "https://müller.example/größe",
        "https://例え.example/漢字",
        "http://fritz.box",
        "http://localhost:3000/",
        "http://192.168.1.1/setup",
        "https://under_score.example.org",
        "mailto:help@example.org",
        "MailTo:first.last+tag@example.org?subject=Photos%20stuck&body=a@b",
        "tel:+1-800-555-0100",
        "TEL:112",
        "tel:(030)123.45",
    ] {
        assert_eq!(check_link(address), Ok(address));
    }
    assert_eq!(
        check_link("  https://example.org "),
        Ok("https://example.org"),
        "spaces around an address are left out"
    );
}

#[test]
fn all_else_is_refused_with_the_cure() {
    let cases: &[(&str, String)] = &[
        ("", EMPTY.into()),
        ("  ", EMPTY.into()),
        // Other schemes, in the spellings that slip through where a filter decodes less than a browser.
        ("javascript:alert(1)", scheme("javascript")),
        ("JaVaScRiPt:alert(1)", scheme("javascript")),
        (" javascript:alert(1)", scheme("javascript")),
        ("javascript://example.org/%0Aalert(1)", scheme("javascript")),
        ("\u{1}javascript:alert(1)", WHOLE.into()),
        ("\tjavascript:alert(1)", WHOLE.into()),
        ("java\tscript:alert(1)", WHOLE.into()),
        ("java\nscript:alert(1)", WHOLE.into()),
        ("java\r\nscript:alert(1)", WHOLE.into()),
        ("javascript\t:alert(1)", WHOLE.into()),
        ("java\0script:alert(1)", WHOLE.into()),
        ("java\u{ad}script:alert(1)", WHOLE.into()),
        ("\u{feff}javascript:alert(1)", WHOLE.into()),
        ("jav&#x09;ascript:alert(1)", WHOLE.into()),
        ("jav&#9;ascript:alert(1)", WHOLE.into()),
        ("&#106;avascript:alert(1)", WHOLE.into()),
        ("&#x6A;&#x61;vascript:alert(1)", WHOLE.into()),
        ("javascript&colon;alert(1)", WHOLE.into()),
        ("javascript&#58;alert(1)", WHOLE.into()),
        ("jav&Tab;ascript:alert(1)", WHOLE.into()),
        ("jav&NewLine;ascript&colon;alert(1)", WHOLE.into()),
        ("%6aavascript:alert(1)", WHOLE.into()),
        ("javascript%3Aalert(1)", WHOLE.into()),
        ("java%0Ascript:alert(1)", WHOLE.into()),
        ("ｊavascript:alert(1)", WHOLE.into()),
        ("javaſcript:alert(1)", WHOLE.into()),
        ("vbscript:msgbox(1)", scheme("vbscript")),
        ("data:text/html,<script>alert(1)</script>", scheme("data")),
        ("blob:https://example.org/1", scheme("blob")),
        ("file:///etc/passwd", scheme("file")),
        ("ftp://example.org/", scheme("ftp")),
        ("view-source:https://example.org", scheme("view-source")),
        ("ws://example.org", scheme("ws")),
        ("sms:+18005550100", scheme("sms")),
        ("intent://scan/#Intent;end", scheme("intent")),
        ("about:blank", scheme("about")),
        ("x-apple.systempreferences:com.apple", scheme("x-apple.systempreferences")),
        ("localhost:3000/", scheme("localhost")),
        // Addresses that depend on the page they stand in.
        ("/help", WHOLE.into()),
        ("help.html", WHOLE.into()),
        ("../help", WHOLE.into()),
        ("#part", WHOLE.into()),
        ("?a=b:c", WHOLE.into()),
        ("//evil.example/", WHOLE.into()),
        ("\\\\evil.example/", WHOLE.into()),
        ("www.example.org", WHOLE.into()),
        (":https://example.org", WHOLE.into()),
        ("&#104;ttps://example.org", WHOLE.into()),
        ("https&colon;//example.org", WHOLE.into()),
        ("ht\ttps://example.org", WHOLE.into()),
        ("https%3A//example.org", WHOLE.into()),
        // Web addresses that a browser repairs, or that hide where they lead.
        ("https:example.org", SLASHES.into()),
        ("https:/example.org", SLASHES.into()),
        ("https:", SLASHES.into()),
        ("https://", NO_HOST.into()),
        ("https:///evil.example", NO_HOST.into()),
        ("https://?a", NO_HOST.into()),
        ("https:\\\\evil.example", BACKSLASH.into()),
        ("https:/\\evil.example", BACKSLASH.into()),
        ("https://good.example\\@evil.example", BACKSLASH.into()),
        ("https://apple.com@evil.example", USER.into()),
        ("https://apple.com:443@evil.example/", USER.into()),
        ("https://@evil.example/", USER.into()),
        ("https://apple.com%40evil.example/", host("apple.com%40evil.example")),
        ("https://apple.com&#64;evil.example/", host("apple.com&")),
        ("https://apple.com／.evil.example/", host("apple.com／.evil.example")),
        ("https://apple.com℀evil.example/", host("apple.com℀evil.example")),
        ("https://evil。example/", host("evil。example")),
        ("https://ex%61mple.org/", host("ex%61mple.org")),
        ("https://a..b/", host("a..b")),
        ("https://.example.org/", host(".example.org")),
        ("https://example.org./", host("example.org.")),
        ("https://a,b/", host("a,b")),
        ("https://<b>/", host("<b>")),
        ("http://2130706433/", host("2130706433")),
        ("http://0x7f.1/", host("0x7f.1")),
        ("http://0177.0.0.1/", host("0177.0.0.1")),
        ("http://127.0.0.256/", host("127.0.0.256")),
        ("http://127.0.1/", host("127.0.1")),
        ("http://[::1]/", host("[::1]")),
        ("https://example.org:/", PORT.into()),
        ("https://example.org:65536/", PORT.into()),
        ("https://example.org:+80/", PORT.into()),
        ("https://example.org:80:80/", PORT.into()),
        ("https://example.org/a b", SPACE.into()),
        ("https://exa mple.org/", SPACE.into()),
        ("https://example.org/\u{a0}", SPACE.into()),
        ("https://example.org/\u{3000}x", SPACE.into()),
        ("https://example.org/\n", invisible("000A")),
        ("https://exam\tple.org/", invisible("0009")),
        ("https://example.org/\0", invisible("0000")),
        ("https://example.org/\u{7f}", invisible("007F")),
        ("https://example.org/\u{85}", invisible("0085")),
        ("https://example.org/\u{202e}gpj.exe", invisible("202E")),
        ("https://example.org/\u{2066}x", invisible("2066")),
        ("https://exam\u{200b}ple.org/", invisible("200B")),
        ("https://exam\u{ad}ple.org/", invisible("00AD")),
        ("https://example.org/\u{feff}", invisible("FEFF")),
        ("https://example.org/\u{e0041}", invisible("E0041")),
        // Mail and telephone.
        ("mailto:", MAIL.into()),
        ("mailto:nobody", MAIL.into()),
        ("mailto:@example.org", MAIL.into()),
        ("mailto:a@", MAIL.into()),
        ("mailto:?subject=x@y", MAIL.into()),
        ("mailto:a@b.example,c@d.example", MAIL.into()),
        ("mailto:a%0Abcc:x@b.example", MAIL.into()),
        ("mailto://a@b.example", MAIL.into()),
        ("mailto:a@b@c.example", MAIL.into()),
        ("tel:", TELEPHONE.into()),
        ("tel:+", TELEPHONE.into()),
        ("tel:*%2306%23", TELEPHONE.into()),
        ("tel:*#06#", TELEPHONE.into()),
        ("tel:call-me", TELEPHONE.into()),
        ("tel://112", TELEPHONE.into()),
        ("tel:1 800", SPACE.into()),
    ];
    for (address, expected) in cases {
        assert_eq!(check_link(address).as_ref(), Err(expected), "{address:?}");
    }
    assert!(cases.len() >= 60);
}

#[test]
fn long_addresses_are_refused_and_not_repeated() {
    let longest = format!("https://example.org/{}", "x".repeat(2_028));
    assert_eq!(check_link(&longest), Ok(longest.as_str()));
    assert_eq!(
        check_link(&format!("{longest}x")),
        Err("the address has 2049 bytes: at most 2048 are allowed, link to a shorter one"
            .to_owned())
    );
    assert_eq!(
        check_link(&format!("{}:x", "y".repeat(1_000))),
        Err(scheme(&format!("{}…", "y".repeat(40))))
    );
}
