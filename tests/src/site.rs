//! A static host for one test: a folder, with whatever the test lays over it, hides, breaks or holds back.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::driver::RUNTIME;
use crate::wait::{PATIENCE, until};

/// What a path answers instead of the folder's file.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    body: Bytes,
    kind: Option<String>,
    delay: Duration,
}

impl Answer {
    /// A file with this content; its type follows from the path.
    #[must_use]
    pub fn file(content: impl Into<Vec<u8>>) -> Self {
        Self {
            status: StatusCode::OK,
            body: Bytes::from(content.into()),
            kind: None,
            delay: Duration::ZERO,
        }
    }

    /// An error, such as 404 or 500.
    #[must_use]
    pub fn error(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or_else(|e| panic!("{status}: {e}"));
        Self {
            status,
            ..Self::file("an error that a test asked for")
        }
    }

    /// The same, as another media type than its path says.
    #[must_use]
    pub fn of_type(mut self, media_type: &str) -> Self {
        self.kind = Some(media_type.to_owned());
        self
    }

    /// The same, after a while.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    fn response(&self, path: &str) -> Response {
        let kind = self
            .kind
            .clone()
            .unwrap_or_else(|| media_type(path).to_owned());
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.status_mut() = self.status;
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, header_value(&kind));
        response
    }
}

/// A web site on a port of its own. Paths are as in a URL, without the first slash.
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    laid_over: Mutex<HashMap<String, Answer>>,
    headers: Mutex<Vec<(HeaderName, HeaderValue)>>,
    max_age: Mutex<Option<u32>>,
    requests: Mutex<Vec<String>>,
    held: watch::Sender<HashSet<String>>,
}

/// Starting.
impl Site {
    /// Serves what `cargo xtask dist` built, or the folder that `JALON_DIST` names.
    #[must_use]
    pub fn start() -> Self {
        Self::of(dist())
    }

    /// Serves some other folder.
    #[must_use]
    pub fn of(folder: impl AsRef<Path>) -> Self {
        Self::serve(Router::new().fallback_service(ServeDir::new(folder)))
    }

    /// Serves nothing but what the test puts there.
    #[must_use]
    pub fn bare() -> Self {
        Self::serve(Router::new())
    }

    fn serve(files: Router) -> Self {
        let shared = Arc::new(Shared::default());
        let app = files.layer(from_fn_with_state(Arc::clone(&shared), answer));
        let listener = RUNTIME
            .block_on(tokio::net::TcpListener::bind(("127.0.0.1", 0)))
            .expect("a free port");
        let address = listener.local_addr().expect("the port of the listener");
        let server = RUNTIME.spawn(async move {
            // It ends when the site is dropped; until then, errors of a connection are that connection's own.
            let _ = axum::serve(listener, app).await;
        });
        let site = Self {
            address,
            shared,
            server,
        };
        site.put("favicon.ico", Answer::error(204));
        site.put(
            "blank.html",
            Answer::file("<!doctype html><html lang=en><title>Blank</title>"),
        );
        site
    }

    /// The address of a path. `blank.html` is always there, to be on the site without anything of it.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{}", self.address, path.trim_start_matches('/'))
    }
}

/// Changing it, at any time.
impl Site {
    /// Answers a path with something of the test's own: text, or an [`Answer`].
    pub fn put(&self, path: &str, answer: impl Into<Answer>) {
        lock(&self.shared.laid_over).insert(path.to_owned(), answer.into());
    }

    /// Has browsers keep every answer for so many seconds, errors too. Until then they ask anew at each visit, so that what a test changes is
    /// seen and requests can be counted.
    pub fn keep_for(&self, seconds: u32) {
        lock(&self.shared.max_age).replace(seconds);
    }

    /// Answers a path with an error.
    pub fn fail(&self, path: &str, status: u16) {
        self.put(path, Answer::error(status));
    }

    /// Takes back what was laid over a path.
    pub fn heal(&self, path: &str) {
        lock(&self.shared.laid_over).remove(path);
    }

    /// Sends a header with every answer, for instance a content security policy.
    pub fn header(&self, name: &'static str, value: &str) {
        lock(&self.shared.headers).push((HeaderName::from_static(name), header_value(value)));
    }

    /// Keeps every answer for these paths back until [`Site::release`].
    pub fn hold(&self, paths: &[&str]) {
        self.shared
            .held
            .send_modify(|held| held.extend(paths.iter().map(ToString::to_string)));
    }

    /// Lets all answers go.
    pub fn release(&self) {
        self.shared.held.send_modify(HashSet::clear);
    }
}

/// Asking what was asked of it.
impl Site {
    /// Every path requested so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// How often a path was requested.
    #[must_use]
    pub fn count(&self, path: &str) -> usize {
        lock(&self.shared.requests)
            .iter()
            .filter(|asked| *asked == path)
            .count()
    }

    /// Starts counting anew.
    pub fn forget_requests(&self) {
        lock(&self.shared.requests).clear();
    }

    /// Waits until each of these paths was requested. With [`Site::hold`] it shows that they start together: all are
    /// asked for while none is answered.
    #[track_caller]
    pub fn is_asked_for(&self, paths: &[&str]) {
        let asked = until(PATIENCE, || {
            let missing: Vec<&str> = paths
                .iter()
                .copied()
                .filter(|path| self.count(path) == 0)
                .collect();
            if missing.is_empty() {
                Ok(())
            } else {
                Err(missing.join(", "))
            }
        });
        if let Err(missing) = asked {
            panic!(
                "nobody asked for {missing}, only for:\n  {}",
                self.requests().join("\n  ")
            );
        }
    }

    /// Fails if a path was requested.
    #[track_caller]
    pub fn is_not_asked_for(&self, path: &str) {
        assert_eq!(
            self.count(path),
            0,
            "{path} was asked for; all requests: {:?}",
            self.requests()
        );
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.release();
        self.server.abort();
    }
}

impl From<&str> for Answer {
    fn from(content: &str) -> Self {
        Self::file(content)
    }
}

impl From<String> for Answer {
    fn from(content: String) -> Self {
        Self::file(content)
    }
}

impl From<Vec<u8>> for Answer {
    fn from(content: Vec<u8>) -> Self {
        Self::file(content)
    }
}

fn dist() -> PathBuf {
    let built = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../dist"));
    let dist = std::env::var_os("JALON_DIST").map_or_else(built, PathBuf::from);
    assert!(
        dist.is_dir(),
        "there is no folder {}; `cargo xtask dist` makes it",
        dist.display()
    );
    dist
}

/// A file of the client as built: its path, and what is in it. The names but for `jalon.js` carry a hash of the content, so they are asked for
/// by their start and their extension: `client_file("checkpoint", "wasm")`.
#[must_use]
pub fn client_file(name: &str, extension: &str) -> (String, Vec<u8>) {
    let folder = match name {
        "jalon" => dist(),
        _ => dist().join("jalon"),
    };
    let (start, end) = (format!("{name}."), format!(".{extension}"));
    let files = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for file in files.flatten() {
        let own = file.file_name().to_string_lossy().into_owned();
        let is_it = own.starts_with(&start) && own.ends_with(&end);
        if is_it {
            let path = file.path();
            let content = std::fs::read(&path).unwrap_or_else(|e| panic!("{own}: {e}"));
            let path = path.strip_prefix(dist()).unwrap_or(&path);
            return (path.display().to_string(), content);
        }
    }
    panic!("the client has no {start}*{end}; `cargo xtask dist` builds it")
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = match request.uri().path().trim_start_matches('/') {
        "" => "index.html".to_owned(),
        path => path.to_owned(),
    };
    lock(&shared.requests).push(path.clone());
    // The sender lives in `shared`, so waiting can't fail.
    let _ = shared
        .held
        .subscribe()
        .wait_for(|held| !held.contains(&path))
        .await;
    let laid_over = lock(&shared.laid_over).get(&path).cloned();
    let mut response = match laid_over {
        Some(answer) => {
            tokio::time::sleep(answer.delay).await;
            answer.response(&path)
        }
        None => next.run(request).await,
    };
    let caching = match *lock(&shared.max_age) {
        Some(seconds) => header_value(&format!("max-age={seconds}")),
        None => HeaderValue::from_static("no-cache"),
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, caching);
    response
        .headers_mut()
        .extend(lock(&shared.headers).iter().cloned());
    response
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn header_value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or_else(|e| panic!("\"{text}\" is no header's value: {e}"))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => "text/plain; charset=utf-8",
    }
}
