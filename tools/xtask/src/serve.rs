//! The site on this machine, for whoever wants to look at it.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::http::{HeaderValue, header};
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{dist, run, setup};

/// Builds the site and serves it until interrupted.
pub(crate) fn serve(port: u16) -> Result<()> {
    // The port comes first: nobody should wait for a build to learn that it is taken.
    let listener = listen(port)?;
    setup::ensure(setup::CLIENT)?;
    let (site, time) = run::timed(dist::build)?;
    println!(
        "http://{}/ is ready (the build took {time}); Ctrl-C stops it",
        listener.local_addr()?
    );
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the server")?
        .block_on(answer(listener, &site))
}

fn listen(port: u16) -> Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        let reason = match error.kind() {
            ErrorKind::AddrInUse => "something else uses it".to_owned(),
            ErrorKind::PermissionDenied => "this user may not".to_owned(),
            _ => error.to_string(),
        };
        let other = if port == 8787 { 8788 } else { 8787 };
        anyhow!("cannot listen on port {port}: {reason}; try `cargo xtask serve --port {other}`")
    })?;
    listener
        .set_nonblocking(true)
        .context("cannot prepare the port")?;
    Ok(listener)
}

async fn answer(listener: TcpListener, site: &Path) -> Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    axum::serve(listener, router(site))
        .await
        .context("the server stopped")
}

/// Every file of the folder under its own type, compressed as on an ordinary host, asked about anew at each visit.
fn router(site: &Path) -> Router {
    let always_ask = HeaderValue::from_static("no-cache");
    Router::new()
        .fallback_service(ServeDir::new(site))
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            always_ask,
        ))
        .layer(CompressionLayer::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_said_with_what_to_try() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = listen(port).unwrap_err().to_string();
        let expected = format!(
            "cannot listen on port {port}: something else uses it; try `cargo xtask serve --port 8787`"
        );
        assert_eq!(message, expected);
    }
}
