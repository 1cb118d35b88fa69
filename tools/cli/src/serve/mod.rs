//! `jalon serve`: the banks of a folder as learners see them, renewed at each save.

mod error;
mod page;
mod routes;
mod snapshot;
mod state_json;
mod watch;

use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::process::{Command, Stdio};
use std::sync::Arc;

use crate::arguments::Serving;
use crate::client::Client;
use crate::run::{End, Failure};
use crate::summary;
pub(crate) use error::ServeError;

use routes::{Callers, Served, router};
use snapshot::Snapshot;

/// Serves until interrupted.
pub(crate) fn run(
    serving: &Serving,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<End, Failure> {
    let client = Client::find(serving.client.as_deref()).map_err(ServeError::Client)?;
    let listener = listen(SocketAddr::new(serving.host, serving.port))?;
    let address = listener.local_addr().map_err(ServeError::Run)?;
    let first = Snapshot::first(&serving.folder).map_err(Failure::Read)?;
    let (sender, snapshots) = tokio::sync::watch::channel(Arc::new(first));
    watch::follow(serving.folder.clone(), sender);
    if !address.ip().is_loopback() {
        writeln!(
            err,
            "jalon: whoever reaches {address} can see the banks, with their keys"
        )?;
    }
    let served = Served {
        client: Arc::new(client),
        snapshots,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let runtime = runtime.map_err(ServeError::Run)?;
    runtime.block_on(serve(serving, served, listener, address, out))
}

/// Answers and says what each save came to.
async fn serve(
    serving: &Serving,
    served: Served,
    listener: TcpListener,
    address: SocketAddr,
    out: &mut dyn Write,
) -> Result<End, Failure> {
    let callers = match address.ip().is_loopback() {
        true => Callers::Local,
        false => Callers::All,
    };
    let listener = tokio::net::TcpListener::from_std(listener).map_err(ServeError::Run)?;
    let mut snapshots = served.snapshots.clone();
    let server = axum::serve(listener, router(served, callers));
    let mut server = tokio::spawn(server.into_future());
    let url = format!("http://{}/", shown(address));
    say(&snapshots.borrow_and_update(), out)?;
    writeln!(out, "{url} shows it as learners see it; Ctrl-C stops")?;
    out.flush()?;
    if serving.open {
        open(&url, out)?;
    }
    loop {
        tokio::select! {
            ended = tokio::signal::ctrl_c() => {
                ended.map_err(ServeError::Run)?;
                writeln!(out, "stopped")?;
                return Ok(End::Sound);
            }
            ended = &mut server => {
                let ended = ended.unwrap_or_else(|error| Err(io::Error::other(error)));
                ended.map_err(ServeError::Run)?;
                return Ok(End::Sound);
            }
            Ok(()) = snapshots.changed() => {
                say(&snapshots.borrow_and_update(), out)?;
                out.flush()?;
            }
        }
    }
}

/// One line for each state.
fn say(now: &Snapshot, out: &mut dyn Write) -> io::Result<()> {
    let took = now.took.as_millis();
    match (&now.trouble, now.problems.is_empty()) {
        (Some(trouble), _) => writeln!(out, "{trouble}"),
        (None, true) => writeln!(
            out,
            "checked in {took} ms: no problem in {}",
            summary::count(now.sources.len(), "file")
        ),
        (None, false) => {
            let problems = now.problems.iter().map(|(problem, _)| problem);
            writeln!(
                out,
                "checked in {took} ms: {}",
                summary::counts_of(problems, now.sources.len())
            )
        }
    }
}

fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    let listener = TcpListener::bind(address).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    listener.map_err(|error| ServeError::Listen(address, error))
}

/// An address that a browser can go to.
fn shown(address: SocketAddr) -> SocketAddr {
    let anywhere = address.ip().is_unspecified();
    let ip = match address.ip() {
        IpAddr::V4(_) if anywhere => std::net::Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(_) if anywhere => std::net::Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// Opens the page in the reader's browser.
fn open(url: &str, out: &mut dyn Write) -> io::Result<()> {
    let (program, arguments): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(url);
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null());
    match quiet.stderr(Stdio::null()).spawn() {
        Ok(_) => Ok(()),
        Err(error) => writeln!(out, "no browser opens ({program}: {error}); go to {url}"),
    }
}
