//! Why there is nothing to see.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why there is nothing to see.
#[derive(Debug)]
pub(crate) enum ServeError {
    /// The binary was built without the client.
    NoClient,
    /// A file of the client can't be read.
    Client(PathBuf, io::Error),
    /// Nobody can listen there.
    Listen(SocketAddr, io::Error),
    /// The system lets no server run.
    Run(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClient => f.write_str(
                "this jalon was built without the client, which is what a browser shows; `cargo xtask jalon` builds one with it, and \
                 --client DIR takes it from a folder that `cargo xtask dist` wrote",
            ),
            Self::Client(path, error) => {
                write!(f, "{}: {error}; --client takes a folder that `cargo xtask dist` wrote", path.display())
            }
            Self::Listen(address, error) => {
                let port = address.port();
                let why = match error.kind() {
                    ErrorKind::AddrInUse => "something else uses that port",
                    ErrorKind::PermissionDenied => "this user may not",
                    ErrorKind::AddrNotAvailable => "it is no address of this machine",
                    _ => &error.to_string(),
                };
                let other = if port == u16::MAX { port - 1 } else { port + 1 };
                write!(f, "can't listen on {address}: {why}; try --port {other}, or --port 0 for any that is free")
            }
            Self::Run(error) => write!(f, "can't serve: {error}"),
        }
    }
}
