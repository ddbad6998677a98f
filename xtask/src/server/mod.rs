//! A small web server for one folder, for `serve` and for the browser tests.
//!
//! Each path can be given a status, headers, a body, a delay or an early end, so that a test can
//! play a strict policy or a bad line. Knows nothing of what is in the folder.

mod body;
mod file;
mod host;

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use hyper::body::Incoming;
use hyper::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};

use self::body::Body;
use self::file::{file, mime_type, plain, with_type};

/// What to answer for one path instead of the plain file.
#[derive(Clone, Debug, Default)]
pub struct Override {
    pub status: Option<u16>,
    /// Set on top of the usual ones. A `content-type` here replaces the usual one.
    pub headers: Vec<(String, String)>,
    pub body: Option<Vec<u8>>,
    /// Break the connection after this many bytes of the body.
    pub truncate: Option<usize>,
    /// Wait before answering, until the path is answered otherwise at the latest.
    pub delay: Option<Duration>,
}

/// How soon a request that waits sees that its path is answered otherwise.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// What a server does besides serving files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// 0 takes any free port.
    pub port: u16,
    /// `127.0.0.1` where it is empty.
    pub host: String,
    /// Folders to look into, one after the other.
    pub folders: Vec<PathBuf>,
    /// Put right after `<head>` of every page on its way out, never into a file.
    pub into_pages: &'static str,
    /// Put it only where a person looks at the page, not where a script fetches it to check its hash.
    pub only_for_readers: bool,
}

/// A running server. Dropping it stops it.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    options: Options,
    overrides: Mutex<HashMap<String, Override>>,
    requests: Mutex<Vec<String>>,
    /// One for each open page.
    pages: Mutex<Vec<mpsc::UnboundedSender<()>>>,
}

/// Starts a server in a thread of its own.
///
/// # Errors
///
/// The address cannot be listened on, above all because the port is taken.
pub fn start(options: Options) -> Result<Server> {
    let host = if options.host.is_empty() { "127.0.0.1" } else { &options.host };
    let wanted = (host.to_owned(), options.port);
    let listener = std::net::TcpListener::bind(&wanted)
        .with_context(|| format!("listening on {}:{}", wanted.0, wanted.1))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let shared = Arc::new(Shared {
        options,
        overrides: Mutex::default(),
        requests: Mutex::default(),
        pages: Mutex::default(),
    });
    let (stop, stopped) = oneshot::channel();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let thread = std::thread::spawn({
        let shared = Arc::clone(&shared);
        // Dropping the runtime at the end drops the listener and every open connection with it.
        move || {
            runtime.block_on(async {
                tokio::spawn(accept(listener, shared));
                // An error says that the server has been dropped, which is the same.
                let _ = stopped.await;
            });
        }
    });
    Ok(Server { address, shared, stop: Some(stop), thread: Some(thread) })
}

impl Server {
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of a path, which begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Answers `path` (without the query) differently from now on.
    pub fn set(&self, path: &str, with: Override) {
        lock(&self.shared.overrides).insert(path.to_owned(), with);
    }

    /// Answers `path` with the plain file again.
    pub fn unset(&self, path: &str) {
        lock(&self.shared.overrides).remove(path);
    }

    /// What `path` is answered differently by now.
    pub fn replaced(&self, path: &str) -> Option<Override> {
        lock(&self.shared.overrides).get(path).cloned()
    }

    /// Every path and query asked for so far, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// Reloads the open pages that [`RELOAD_SCRIPT`] was put into.
    pub fn reload(&self) {
        // What cannot be told has been closed.
        lock(&self.shared.pages).retain(|page| page.send(()).is_ok());
    }

    /// Closes the port and every connection before it returns.
    pub fn stop(mut self) {
        self.close();
    }

    fn close(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.close();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: std::net::TcpListener, shared: Arc<Shared>) {
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    loop {
        // A connection that broke before it was accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let shared = Arc::clone(&shared);
                async move { Ok::<_, Infallible>(answer(&shared, &request).await) }
            });
            // A browser may hang up at any time.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn answer(shared: &Shared, request: &Request<Incoming>) -> Response<Body> {
    if !host::is_own(request, &shared.options.host) {
        return plain(StatusCode::MISDIRECTED_REQUEST, host::REFUSED);
    }
    let path = request.uri().path();
    lock(&shared.requests).push(request.uri().to_string());
    if path == RELOAD_PATH {
        let (page, events) = mpsc::unbounded_channel();
        lock(&shared.pages).push(page);
        return with_type(Body::Events(events), "text/event-stream");
    }
    let begun = Instant::now();
    let delay = || lock(&shared.overrides).get(path).and_then(|it| it.delay).unwrap_or_default();
    // It is over as well once the path is answered otherwise.
    while let Some(left) = delay().checked_sub(begun.elapsed()) {
        tokio::time::sleep(left.min(LOOK_AGAIN)).await;
    }
    let replaced = lock(&shared.overrides).get(path).cloned().unwrap_or_default();
    let mut response = match replaced.body {
        Some(body) => with_type(Body::whole(body), mime_type(Path::new(path))),
        None => file(&shared.options.folders, path),
    };
    for (name, value) in &replaced.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
            response.headers_mut().insert(name, value);
        }
    }
    let content_type = response.headers().get(CONTENT_TYPE);
    let is_page = content_type.is_some_and(|it| it.as_bytes().starts_with(b"text/html"));
    if is_page && (!shared.options.only_for_readers || asks_for_a_page(request)) {
        response.body_mut().put_after("<head>", shared.options.into_pages);
    }
    if let Some(status) = replaced.status.and_then(|status| StatusCode::from_u16(status).ok()) {
        *response.status_mut() = status;
    }
    if let Some(length) = replaced.truncate {
        response.body_mut().break_after(length);
    }
    response
}

/// Browsers ask for a page by its type when they go to it, and for anything when a script fetches it.
fn asks_for_a_page(request: &Request<Incoming>) -> bool {
    let accepted = request.headers().get(ACCEPT).and_then(|it| it.to_str().ok());
    accepted.is_some_and(|it| it.contains("text/html"))
}

/// For [`Options::into_pages`]: makes a page follow [`Server::reload`]. A worker that keeps the page would answer
/// with the one before the change, so it goes first; the page brings it back.
pub const RELOAD_SCRIPT: &str = "<script>new EventSource('/.reload').onmessage = async () => {
  const workers = navigator.serviceWorker && (await navigator.serviceWorker.getRegistrations());
  await Promise.all((workers || []).map((it) => it.unregister()));
  location.reload();
};</script>";

/// Where open pages wait to be told to reload.
const RELOAD_PATH: &str = "/.reload";

#[cfg(test)]
mod tests;
