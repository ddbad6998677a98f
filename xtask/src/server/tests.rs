//! What browsers get from the server, read as bytes from its port.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::*;

fn serve(into_pages: &'static str) -> Result<Server> {
    start(Options { into_pages, ..Options::default() })
}

/// The whole answer to a request, until the server hangs up.
fn get(server: &Server, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(server.address())?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n")?;
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
