//! A port of this computer that stays a test's own, also while its server is stopped.
//!
//! A port that nobody listens at may become the near end of any connection, of which browsers and drivers make
//! thousands in a run, and then no server can listen there. Knows sockets, nothing of servers.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::{Context, Result};
use tokio::net::TcpSocket;

/// As long as it is there, the system gives the port to nobody by itself. A server that names it may listen there.
pub struct ReservedPort {
    pub number: u16,
    /// Bound, and not listening: who connects is refused. Only Linux lets a server bind as well.
    #[cfg(target_os = "linux")]
    _socket: TcpSocket,
}

impl ReservedPort {
    /// # Errors
    ///
    /// No port is free.
    pub fn new() -> Result<ReservedPort> {
        let socket = TcpSocket::new_v4().context("making a socket")?;
        socket.set_reuseaddr(true)?;
        socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).context("reserving a port")?;
        let number = socket.local_addr()?.port();
        Ok(ReservedPort {
            number,
            #[cfg(target_os = "linux")]
            _socket: socket,
        })
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[test]
    fn a_server_may_come_and_go_and_nobody_answers_in_between() -> Result<()> {
        let port = ReservedPort::new()?;
        for _ in 0..3 {
            let address = (Ipv4Addr::LOCALHOST, port.number);
            assert!(TcpStream::connect(address).is_err(), "somebody listens");
            let listener = TcpListener::bind(address)?;
            TcpStream::connect(address)?;
            drop(listener);
        }
        Ok(())
    }
}
