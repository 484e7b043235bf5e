"""The socket that a stadium arrives at."""

import resource
import socket

from pacelight.errors import OutputError

__all__ = ["BACKLOG", "GONE_MS", "listen", "make_room"]

BACKLOG = 4096
"""Connections that may wait to be taken: a stadium arrives within seconds."""

GONE_MS = 30_000
"""A browser that has not taken what was sent for so long has walked out of the network: it is let go.

Source: RFC 5482; tcp(7), TCP_USER_TIMEOUT.
"""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 lets the system choose.

    Raises:
        OutputError: no such address here, or the port is taken.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, OverflowError, UnicodeError) as error:
        raise OutputError(f"cannot listen on '{host}': no such address (write --host 127.0.0.1)") from error
    listener = socket.socket(family, kind)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; every connection that is taken has it from here
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE_MS)
    try:
        listener.bind(address)
        listener.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        why = error.strerror if isinstance(error, OSError) else "no such port"
        raise OutputError(
            f"cannot listen on {host} port {port}: {(why or str(error)).lower()}"
            " (choose another with --port; --port 0 takes a free one)"
        ) from error
    return listener


def make_room() -> int:
    """Take as many open files as the system allows: each browser is one.

    Returns:
        how many there may be now; a shell usually gives 1,024, and a system service 524,288.
    """
    soft, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most
