"""Under which addresses the page of this machine is reached."""

import socket
from collections.abc import Sequence
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

__all__ = ["is_loopback", "is_number", "own_path", "reachable"]

_ELSEWHERE = (("192.0.2.1", socket.AF_INET), ("2001:db8::1", socket.AF_INET6))
"""Addresses that are nobody's, to ask the system by which way it would go there.

Source: RFC 5737, RFC 3849.
"""


def reachable(host: str, port: int, *, tls: bool = False, names: Sequence[str] = ()) -> tuple[str, ...]:
    """The addresses of the page, the best for a phone first.

    Args:
        host: what the web process listens on.
        port: the same.
        tls: whether it speaks TLS.
        names: other names that it answers to; they come first, as somebody chose them.
    """
    scheme = "https" if tls else "http"
    hosts = dict.fromkeys((*names, *(_own() if _is_everywhere(host) else (host,))))
    return tuple(f"{scheme}://{_bracketed(one)}:{port}/" for one in hosts)


def own_path(back: str) -> str:
    """An address of this server as a page gives it to come back to, and never of another."""
    parts = urlsplit(back)
    ours = back.startswith("/") and not back.startswith(("//", "/\\")) and not (parts.scheme or parts.netloc)
    return back if ours and back.isprintable() else "/"


def is_number(host: str) -> bool:
    """Whether a host is written as a number, not a name."""
    with suppress(ValueError):
        ip_address(host.partition("%")[0])
        return True
    return False


def is_loopback(host: str) -> bool:
    """Whether only this machine itself is there."""
    if host == "localhost":
        return True
    with suppress(ValueError):
        number = ip_address(host.partition("%")[0])
        mapped = getattr(number, "ipv4_mapped", None)
        return (mapped or number).is_loopback
    return False


def _is_everywhere(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_unspecified
    return False


def _own() -> list[str]:
    """Numbers by which others on the network reach this machine, its name, and itself; nothing is sent."""
    found = []
    for elsewhere, family in _ELSEWHERE:
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((elsewhere, 9))
            found.append(str(way.getsockname()[0]))
    name = socket.gethostname().partition(".")[0]
    return [*found, f"{name}.local", "127.0.0.1"]


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
