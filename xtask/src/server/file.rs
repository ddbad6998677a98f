//! From a path to the file in the folder, with its type. Knows nothing of connections.

use std::path::{Component, Path, PathBuf};

use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::{Response, StatusCode};

use super::body::Body;

/// The file that a path names, or the `index.html` of the folder that it names.
pub fn file(folders: &[PathBuf], path: &str) -> Response<Body> {
    let Some(relative) = relative_path(path) else {
        return plain(StatusCode::NOT_FOUND, "not found");
    };
    for folder in folders {
        // Where the folder is itself a link, somebody has named it, and it is served.
        let Ok(folder) = folder.canonicalize() else { continue };
        let mut file = folder.join(&relative);
        if !leads_into(&folder, &file) {
            continue;
        }
        if file.is_dir() {
            if !path.ends_with('/') {
                let mut response = plain(StatusCode::MOVED_PERMANENTLY, "");
                if let Ok(target) = format!("{path}/").parse() {
                    response.headers_mut().insert("location", target);
                }
                return response;
            }
            file.push("index.html");
        }
        // Of what is no file, a pipe for one, reading would have no end.
        if leads_into(&folder, &file)
            && file.is_file()
            && let Ok(bytes) = std::fs::read(&file)
        {
            return with_type(Body::whole(bytes), mime_type(&file));
        }
    }
    plain(StatusCode::NOT_FOUND, "not found")
}

/// The path below the folder, unless it is written so as to lead out of it. What is encoded with `%` stays so: no
/// file that is served has a name that would need it.
fn relative_path(path: &str) -> Option<PathBuf> {
    // Two slashes at the start of an address name another host, to which a browser could be sent.
    if path.contains("//") || path.contains(['\\', '\0']) {
        return None;
    }
    let relative = Path::new(path.strip_prefix('/')?);
    let stays = relative.components().all(|part| matches!(part, Component::Normal(_)));
    stays.then(|| relative.to_owned())
}

/// Whether a path ends below this folder after all links. A link may lead anywhere, and the server may be open to
/// the whole network.
fn leads_into(folder: &Path, file: &Path) -> bool {
    file.canonicalize().is_ok_and(|it| it.starts_with(folder))
}

pub fn plain(status: StatusCode, text: &str) -> Response<Body> {
    let mut response = with_type(Body::whole(text.into()), "text/plain; charset=utf-8");
    *response.status_mut() = status;
    response
}

pub fn with_type(body: Body, mime_type: &'static str) -> Response<Body> {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(mime_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

pub fn mime_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_the_folder() {
        assert_eq!(relative_path("/a/b.js"), Some(PathBuf::from("a/b.js")));
        assert_eq!(relative_path("/"), Some(PathBuf::new()));
        assert_eq!(relative_path("/../Cargo.toml"), None);
        assert_eq!(relative_path("/a/../../b"), None);
        for path in ["", "a", "//host/", "/a//b", "/..\\Cargo.toml", "/a\0.js", "///etc/passwd"] {
            assert_eq!(relative_path(path), None, "{path:?}");
        }
    }

    #[test]
    fn a_module_has_the_type_that_browsers_stream() {
        assert_eq!(mime_type(Path::new("fix-ladder.wasm")), "application/wasm");
    }
}
