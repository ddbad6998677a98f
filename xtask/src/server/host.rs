//! Whether a request was meant for this server. Knows names of hosts, nothing of paths.
//!
//! A page from anywhere may let its own name lead to this computer, and would then read everything here as its own. What
//! it cannot do is to let a number be its name. So a server is known by numbers, by `localhost`, and by the name that it
//! was started with.

use std::net::IpAddr;

use hyper::Request;
use hyper::header::HOST;

/// What is said to others.
pub const REFUSED: &str =
    "this server is not known by that name: open it by its number, or start it with --host NAME";

/// Whether every name in a request is one of the server's. One without a name does not come from a browser.
pub fn is_own<B>(request: &Request<B>, started_with: &str) -> bool {
    let named = request.headers().get_all(HOST).iter().map(|it| it.to_str().unwrap_or_default());
    let mut names = named.chain(request.uri().authority().map(|it| it.as_str()));
    let first = names.next();
    first.is_none_or(|it| is_own_name(it, started_with)) && names.all(|it| Some(it) == first)
}

fn is_own_name(name: &str, started_with: &str) -> bool {
    let (host, port) = match name.strip_prefix('[').and_then(|it| it.split_once(']')) {
        Some(parts) => parts,
        None => name.split_at(name.find(':').unwrap_or(name.len())),
    };
    // What follows is a port or nothing: no browser sends anything else.
    let is_port = port.strip_prefix(':').map(|it| it.bytes().all(|it| it.is_ascii_digit()));
    if !is_port.unwrap_or(port.is_empty()) {
        return false;
    }
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    host.parse::<IpAddr>().is_ok()
        || host == "localhost"
        || host.ends_with(".localhost")
        || (!host.is_empty() && host == started_with.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_a_port_follows_a_name() {
        for name in ["127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:80", "localhost.:80", "blog:80"] {
            assert!(is_own_name(name, "blog"), "{name}");
        }
        for name in [
            "[::1]evil.example",
            "[::1]:80:evil",
            "127.0.0.1:evil.example",
            "localhost:1:evil",
            "blog:80a",
        ] {
            assert!(!is_own_name(name, "blog"), "{name}");
        }
    }
}
