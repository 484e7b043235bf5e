"""Who sends a request: from which address, by which name of ours, over what.

Pure: all of it is in the scope of the request.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from starlette.types import Scope

from pacelight.web.addresses import is_loopback, is_number

__all__ = ["HEADER", "Asker"]

HEADER = "x-pacelight"
"""A header that a page of another origin cannot send unasked.

Source: Fetch Standard, CORS-safelisted request-header.
"""

_FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-real-ip", b"via")


@dataclass(frozen=True, slots=True)
class Asker:
    """One request, as far as it says who sends it.

    Attributes:
        address: of who sends it; of a proxy, if there is one.
        near: it is of this machine itself, and not handed on by a proxy.
        tls: it came over TLS.
        here: the address at which it arrived.
        headers: by name; of several of one name all, in their order.
    """

    address: str
    near: bool
    tls: bool
    here: str
    headers: dict[bytes, list[str]]

    @classmethod
    def of(cls, scope: Scope) -> Self:
        """Who sends this."""
        headers: dict[bytes, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value.decode("latin-1"))
        address = (scope.get("client") or ("", 0))[0]
        handed_on = any(name in headers for name in _FORWARDED)
        return cls(
            address=address,
            near=is_loopback(address) and not handed_on,
            tls=scope.get("scheme") == "https",
            here=(scope.get("server") or ("", 0))[0] or "",
            headers=headers,
        )

    def only(self, name: str) -> str:
        """The value of a header that came once; empty if it did not come, or came twice."""
        values = self.headers.get(name.encode(), [])
        return values[0] if len(values) == 1 else ""

    def cookie(self, name: str) -> str:
        """The value of a cookie; empty where there is none, or two of that name.

        Of two, one was put there by somebody else: nobody can say which.
        """
        pairs = (
            pair.strip().partition("=") for one in self.headers.get(b"cookie", []) for pair in one.split(";")
        )
        values = [value for key, _, value in pairs if key == name]
        return values[0] if len(values) == 1 else ""

    def is_for(self, names: Collection[str]) -> bool:
        """Whether it is meant for this server: by the number it arrived at, or by one of these names.

        A page whose name an attacker points at us sends that name: it is none of ours.
        """
        host = self.host
        if not host:
            return False
        if is_number(host):
            return _same(host, self.here) or host in names
        return host in names or (host == "localhost" and is_loopback(self.here))

    @property
    def host(self) -> str:
        """The machine that it names, without the port; empty where that cannot be read."""
        try:
            return (urlsplit(f"//{self.only('host')}").hostname or "").rstrip(".")
        except ValueError:
            return ""

    @property
    def origin(self) -> str:
        """The origin that our own pages have here."""
        return f"{'https' if self.tls else 'http'}://{self.only('host').lower()}"

    def is_ours(self, *, form: bool = False) -> bool:
        """Whether a page of ours sends it, or no page at all.

        Args:
            form: it is sent by a form, which cannot send our header: its origin must be named.
        """
        site, origin = self.headers.get(b"sec-fetch-site", []), self.headers.get(b"origin", [])
        if site not in ([], ["same-origin"]) or origin not in ([], [self.origin]):
            return False
        return bool(origin or site) if form else self.only(HEADER) == "1"


def _same(one: str, other: str) -> bool:
    return one.partition("%")[0] == other.partition("%")[0].removeprefix("::ffff:")
