//! What is answered to which address. All of it is made here or comes from a checked bank: no address leads to a file of this machine.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use jalon_compiler::Selection;
use tokio::sync::watch;
use tower_http::compression::CompressionLayer;

use super::page;
use super::snapshot::Snapshot;
use super::state_json;
use crate::client::Client;

/// How long a page waits for a change before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// What pages may load: what is here, and nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";

/// What a picture may load that is looked at by itself, and so is a document: nothing, and its own styles.
const PICTURE: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// Pages of other origins may not embed anything, so that they can't time it either.
const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName =
    HeaderName::from_static("cross-origin-resource-policy");

/// What every answer is made from.
#[derive(Clone)]
pub(super) struct Served {
    pub(super) client: Arc<Client>,
    pub(super) snapshots: watch::Receiver<Arc<Snapshot>>,
}

impl Served {
    fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshots.borrow())
    }
}

/// Who may ask: a page of another site that calls itself by a name of this machine may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Callers {
    /// Those who call us by a name that this machine alone has.
    Local,
    /// Those who reach us.
    All,
}

/// Every address there is.
pub(super) fn router(served: Served, callers: Callers) -> Router {
    Router::new()
        .route("/", get(async || page::file("page.html")))
        .route(
            "/module/{bank}/{module}",
            get(async || page::file("page.html")),
        )
        .route(
            "/serve/{file}",
            get(async |Path(file): Path<String>| page::file(&file)),
        )
        .route("/state", get(state))
        .route("/state/{bank}/{module}", get(module))
        .route("/changes/{version}", get(changes))
        .route("/banks/{*path}", get(drawn))
        .route("/every/{*path}", get(every))
        .route("/jalon.js", get(async |served| client(served, "jalon.js")))
        .route(
            "/jalon/{file}",
            get(async |served, Path(file): Path<String>| client(served, &format!("jalon/{file}"))),
        )
        .fallback(async || nothing())
        .layer(from_fn_with_state(callers, guarded))
        .layer(CompressionLayer::new())
        .with_state(served)
}

async fn guarded(State(callers): State<Callers>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    let mut response = if callers == Callers::All || is_local(host) {
        next.run(request).await
    } else {
        answer(
            StatusCode::FORBIDDEN,
            TEXT,
            "jalon serve answers to 127.0.0.1 and localhost; --host opens it to others\n",
        )
    };
    let headers = response.headers_mut();
    let picture = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"image/"));
    let policy = if picture { PICTURE } else { POLICY };
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether a `Host` header names this machine and nothing else, whatever its port.
fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "127.0.0.1" | "localhost" | "[::1]") || name.ends_with(".localhost")
}

pub(super) const TEXT: &str = "text/plain; charset=utf-8";
const JSON: &str = "application/json";

/// An answer of a type.
pub(super) fn answer(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let kind = HeaderValue::from_static(kind);
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// The answer where there is nothing.
pub(super) fn nothing() -> Response {
    answer(StatusCode::NOT_FOUND, TEXT, "there is nothing here\n")
}

/// A file by its name, of the type that its name says.
pub(super) fn file(name: &str, body: impl Into<Body>) -> Response {
    let kind = match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => JSON,
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        _ => "application/octet-stream",
    };
    answer(StatusCode::OK, kind, body)
}

fn client(State(served): State<Served>, name: &str) -> Response {
    let bytes = served.client.get(name);
    bytes.map_or_else(nothing, |bytes| file(name, bytes.to_vec()))
}

async fn state(State(served): State<Served>) -> Response {
    answer(StatusCode::OK, JSON, state_json::all(&served.now()))
}

async fn module(
    State(served): State<Served>,
    Path((bank, module)): Path<(String, String)>,
) -> Response {
    let now = served.now();
    match state_json::module(&now, &bank, &module) {
        Some(json) => answer(StatusCode::OK, JSON, json),
        // What there is instead.
        None => answer(StatusCode::NOT_FOUND, JSON, state_json::all(&now)),
    }
}

/// Answers with the version once it is another than the one that the page has. (A page that was told by an open stream of events could miss one
/// while it is away; one that says what it has can't.)
async fn changes(State(served): State<Served>, Path(version): Path<String>) -> Response {
    let mut snapshots = served.snapshots.clone();
    let changed = snapshots.wait_for(|now| now.version != version);
    match tokio::time::timeout(PATIENCE, changed).await {
        Ok(Ok(now)) => answer(StatusCode::OK, TEXT, now.version.clone()),
        _ => answer(StatusCode::NO_CONTENT, TEXT, ""),
    }
}

async fn drawn(State(served): State<Served>, Path(path): Path<String>) -> Response {
    of_bank(&served.now(), &path, Selection::Drawn)
}

async fn every(State(served): State<Served>, Path(path): Path<String>) -> Response {
    of_bank(&served.now(), &path, Selection::Every)
}

/// A file of a compiled bank: `BANK.json`, `BANK/MODULE.HASH.json` or `BANK/PICTURE`.
fn of_bank(now: &Snapshot, path: &str, asked: Selection) -> Response {
    let (id, inside) = match path.split_once('/') {
        Some((id, inside)) => (id, Some(inside)),
        None => (path.strip_suffix(".json").unwrap_or_default(), None),
    };
    let Some(kept) = now.bank(id) else {
        return nothing();
    };
    let bank = &kept.bank;
    let Some(inside) = inside else {
        return file(path, bank.header(asked));
    };
    if inside.ends_with(".json") {
        let json = bank.module(inside, asked);
        return json.map_or_else(nothing, |json| file(path, json));
    }
    let pictures = bank.pictures();
    let picture = pictures.iter().find(|(name, _)| name == path);
    picture.map_or_else(nothing, |(_, bytes)| file(path, bytes.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for host in [
            "127.0.0.1:8080",
            "localhost",
            "[::1]:80",
            "bank.localhost:1",
        ] {
            assert!(is_local(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "127.0.0.1.example.org:80",
            "localhost.example",
            "[::2]",
        ] {
            assert!(!is_local(host), "{host}");
        }
    }
}
