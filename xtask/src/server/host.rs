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
    let host = match name.strip_prefix('[').and_then(|it| it.split_once(']')) {
        Some((number, _)) => number,
        None => name.split_once(':').map_or(name, |(host, _)| host),
    };
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    host.parse::<IpAddr>().is_ok()
        || host == "localhost"
        || host.ends_with(".localhost")
        || (!host.is_empty() && host == started_with.to_ascii_lowercase())
}
