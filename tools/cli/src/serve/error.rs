//! Why there is nothing to see.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use crate::client::ClientError;

/// Why there is nothing to see.
#[derive(Debug)]
pub(crate) enum ServeError {
    /// There is no client to show the banks with.
    Client(ClientError),
    /// Nobody can listen there.
    Listen(SocketAddr, io::Error),
    /// The system lets no server run.
    Run(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(error) => error.fmt(f),
            Self::Listen(address, error) => {
                let port = address.port();
                let why = match error.kind() {
                    ErrorKind::AddrInUse => "something else uses that port",
                    ErrorKind::PermissionDenied => "this user may not",
                    ErrorKind::AddrNotAvailable => "it is no address of this machine",
                    _ => &error.to_string(),
                };
                let other = if port == u16::MAX { port - 1 } else { port + 1 };
                write!(
                    f,
                    "can't listen on {address}: {why}; try --port {other}, or --port 0 for any that is free"
                )
            }
            Self::Run(error) => write!(f, "can't serve: {error}"),
        }
    }
}
