//! The page that shows it all: one document, whose script asks for the rest.

use axum::response::Response;

use super::routes;

/// Its files by name.
const FILES: [(&str, &str); 9] = [
    ("page.html", include_str!("page/page.html")),
    ("page.css", include_str!("page/page.css")),
    ("main.js", include_str!("page/main.js")),
    ("make.js", include_str!("page/make.js")),
    ("list.js", include_str!("page/list.js")),
    ("module.js", include_str!("page/module.js")),
    ("attempt.js", include_str!("page/attempt.js")),
    ("problems.js", include_str!("page/problems.js")),
    ("place.js", include_str!("page/place.js")),
];

/// One of them.
pub(super) fn file(name: &str) -> Response {
    match FILES.iter().find(|(own, _)| *own == name) {
        Some((_, text)) => routes::file(name, *text),
        None => routes::nothing(),
    }
}
