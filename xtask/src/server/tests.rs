//! What browsers get from the server, read as bytes from its port.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::*;

fn serve(into_pages: &'static str) -> Result<Server> {
    start(Options { into_pages, ..Options::default() })
}

/// The whole answer to a request, until the server hangs up.
fn get(server: &Server, path: &str) -> Result<String> {
    get_from(server, path, "host: localhost\r\n")
}

/// The same with another header for the host.
fn get_from(server: &Server, path: &str, host: &str) -> Result<String> {
    let mut stream = TcpStream::connect(server.address())?;
    write!(stream, "GET {path} HTTP/1.1\r\n{host}connection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn a_path_is_answered_as_the_test_says() -> Result<()> {
    let server = serve("")?;
    let headers = vec![("content-security-policy".to_owned(), "default-src 'none'".to_owned())];
    let body = Some(b"short".to_vec());
    server.set("/a.js", Override { status: Some(503), headers, body, ..Override::default() });
    let answer = get(&server, "/a.js?x")?;
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(answer.contains("text/javascript") && answer.contains("default-src 'none'"));
    assert!(answer.ends_with("\r\n\r\nshort"), "{answer}");
    server.unset("/a.js");
    assert!(get(&server, "/a.js")?.starts_with("HTTP/1.1 404"));
    assert_eq!(server.requests(), ["/a.js?x", "/a.js"]);
    Ok(())
}

#[test]
fn a_broken_line_promises_all_and_sends_a_part() -> Result<()> {
    let server = serve("")?;
    let body = Some(b"0123456789".to_vec());
    server.set("/a.wasm", Override { body, truncate: Some(4), ..Override::default() });
    let answer = get(&server, "/a.wasm")?;
    assert!(answer.contains("content-length: 10"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n0123"), "{answer}");
    Ok(())
}

#[test]
fn pages_and_nothing_else_are_added_to() -> Result<()> {
    let server = serve("<script></script>")?;
    let body = Some(b"<head><title>".to_vec());
    server.set("/a.html", Override { body: body.clone(), ..Override::default() });
    server.set("/a.txt", Override { body, ..Override::default() });
    assert!(get(&server, "/a.html")?.ends_with("<head><script></script><title>"));
    assert!(get(&server, "/a.txt")?.ends_with("<head><title>"));
    Ok(())
}

#[test]
fn what_a_script_fetches_is_left_as_it_is() -> Result<()> {
    let server = start(Options {
        into_pages: "<script></script>",
        only_for_readers: true,
        ..Options::default()
    })?;
    let body = Some(b"<head><title>".to_vec());
    server.set("/a.html", Override { body, ..Override::default() });
    assert!(get(&server, "/a.html")?.ends_with("\r\n\r\n<head><title>"));
    let as_reader = "/a.html HTTP/1.1\r\naccept: text/html,*/*\r\nx: ";
    assert!(get(&server, as_reader)?.ends_with("<head><script></script><title>"));
    Ok(())
}

#[test]
fn stopping_closes_the_port_and_every_connection() -> Result<()> {
    let server = serve("")?;
    let address = server.address();
    let mut open = TcpStream::connect(address)?;
    server.stop();
    assert!(TcpStream::connect(address).is_err());
    // Nothing more comes, whether the end is read as an end or as a broken connection.
    assert_eq!(open.read(&mut [0; 8]).unwrap_or(0), 0);
    Ok(())
}

#[test]
fn no_other_name_leads_to_the_server() -> Result<()> {
    let server = serve("")?;
    server.set("/a", Override { body: Some(b"ours alone".to_vec()), ..Override::default() });
    for host in [
        "127.0.0.1:8080",
        "localhost",
        "LocalHost.:8080",
        "a.localhost",
        "[::1]:8080",
        "192.168.0.2",
    ] {
        let answer = get_from(&server, "/a", &format!("host: {host}\r\n"))?;
        assert!(answer.ends_with("\r\n\r\nours alone"), "{host}: {answer}");
    }
    assert!(
        get_from(&server, "/a", "")?.ends_with("ours alone"),
        "who names no host is no browser"
    );
    for host in
        ["evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example", "notlocalhost", ""]
    {
        let answer = get_from(&server, "/a", &format!("host: {host}\r\n"))?;
        assert!(
            answer.starts_with("HTTP/1.1 421") && !answer.contains("ours alone"),
            "{host}: {answer}"
        );
    }
    for host in
        ["host: localhost\r\nhost: evil.example\r\n", "host: evil.example\r\nhost: localhost\r\n"]
    {
        assert!(!get_from(&server, "/a", host)?.contains("ours alone"), "{host}");
    }
    assert!(
        !get_from(&server, "http://evil.example/a", "host: localhost\r\n")?.contains("ours alone")
    );
    let named = start(Options { host: "localhost".to_owned(), ..Options::default() })?;
    named.set("/a", Override { body: Some(b"ours alone".to_vec()), ..Override::default() });
    assert!(get_from(&named, "/a", "host: localhost:1\r\n")?.ends_with("ours alone"));
    Ok(())
}

#[cfg(unix)]
#[test]
fn nothing_outside_of_the_folder_is_handed_out() -> Result<()> {
    use std::fs;
    use std::os::unix::fs::symlink;
    let all = tempfile::tempdir()?;
    let dist = all.path().join("dist");
    fs::create_dir_all(dist.join("demo"))?;
    fs::create_dir(all.path().join("secret"))?;
    fs::write(all.path().join("secret/index.html"), "secret")?;
    fs::write(dist.join("demo/index.html"), "a post")?;
    for (name, to) in [
        ("folder", "../secret"),
        ("up", ".."),
        ("round", "round"),
        ("file.html", "../secret/index.html"),
        ("demo/index.js", "../../secret/index.html"),
        ("inside", "demo"),
        ("null", "/dev/zero"),
    ] {
        symlink(to, dist.join(name))?;
    }
    symlink("dist", all.path().join("linked"))?;
    let _socket = std::os::unix::net::UnixListener::bind(dist.join("socket"))?;
    // Refused in one folder, it is not looked for in the next as another path either.
    let folders = vec![dist, all.path().join("linked")];
    let server = start(Options { folders, ..Options::default() })?;
    let absolute = all.path().join("secret/index.html").display().to_string();
    for path in [
        "/folder",
        "/folder/",
        "/folder/index.html",
        "/up/secret/",
        "/round",
        "/file.html",
        "/demo/index.js",
        "/null",
        "/socket",
        "/../secret/",
        "/%2e%2e/secret/",
        "/..%2fsecret/",
        "/demo/..%5c..%5csecret/",
        "/..\\secret\\",
        "/file.html%00",
        &format!("/{absolute}"),
        &absolute,
        "//demo",
        "/demo//index.html",
        "/missing",
    ] {
        let answer = get(&server, path)?;
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
        assert!(!answer.contains("secret") && !answer.contains("location"), "{path}: {answer}");
    }
    assert!(get(&server, "/demo/")?.ends_with("a post"));
    assert!(get(&server, "/inside/index.html")?.ends_with("a post"), "a link that stays inside");
    assert!(get(&server, "/demo")?.contains("location: /demo/"));
    Ok(())
}
