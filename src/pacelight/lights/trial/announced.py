"""Controllers that announce themselves by mDNS, as WLED does.

Source: RFC 6762 and 6763; WLED announces the service ``_wled._tcp``.
"""

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from zeroconf import IPVersion, ServiceBrowser, ServiceInfo, ServiceListener, Zeroconf

__all__ = ["Search", "announced"]

_SERVICE = "_wled._tcp.local."
_ANSWER_MS = 1000
_V4 = IPVersion.V4Only


class _Heard(ServiceListener):
    """Who announced itself so far; filled by the library's own thread."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._lock = Lock()

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:  # noqa: ARG002  # the library's form
        """Somebody is there."""
        with self._lock:
            self._names.add(name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:  # noqa: ARG002
        """Somebody has taken leave."""
        with self._lock:
            self._names.discard(name)

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """Somebody says something else of itself, which is asked for in the end."""

    def names(self) -> list[str]:
        """Full names of services, in order."""
        with self._lock:
            return sorted(self._names)


@dataclass(frozen=True, slots=True)
class Search:
    """A search that is going on."""

    zeroconf: Zeroconf
    heard: _Heard

    def hosts(self) -> list[str]:
        """Address and port of each that was heard so far, as ``192.168.1.20:80``; each is asked once."""
        asked = (self.zeroconf.get_service_info(_SERVICE, name, _ANSWER_MS) for name in self.heard.names())
        return sorted({_host(info) for info in asked if info is not None and info.parsed_addresses(_V4)})


@contextmanager
def announced(interface: str = "") -> Iterator[Search]:
    """Search while the context lasts.

    Args:
        interface: address of the interface; all of them, if not given.

    Raises:
        OSError: there is no such interface, or no multicast on it.
    """
    if interface:
        _check(interface)
    try:
        made = Zeroconf(interfaces=[interface], ip_version=_V4) if interface else Zeroconf(ip_version=_V4)
    except RuntimeError as error:  # of the library, where no network is up
        raise OSError(errno.ENETDOWN, "no network is up") from error
    try:
        heard = _Heard()
        ServiceBrowser(made, _SERVICE, listener=heard)
        yield Search(made, heard)
    finally:
        made.close()


def _check(interface: str) -> None:
    """Refuse an interface that is not this machine's before the library opens a socket for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as trial:
        trial.bind((interface, 0))


def _host(info: ServiceInfo) -> str:
    return f"{info.parsed_addresses(_V4)[0]}:{info.port}"
