"""The web process: a socket of its own, one event loop, a quick end."""

import asyncio
import gc
import socket
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.routing import Route

from pacelight.errors import OutputError
from pacelight.meet.bus.address import Where
from pacelight.web.app import application
from pacelight.web.stream import FanOut

__all__ = ["listen", "serve"]

BACKLOG = 4096
"""Connections that may wait to be taken: a stadium arrives within seconds."""

GRACE_S = 2
"""Seconds that a browser gets to finish an answer when the server stops."""

COLLECT_AFTER = 100_000
"""New objects between two collections: thousands of waiting watchers are not worth looking through."""


class Server(uvicorn.Server):
    """A server that ends its streams first, since they would never end by themselves."""

    def __init__(self, config: uvicorn.Config, fan_out: FanOut) -> None:
        super().__init__(config)
        self._fan_out = fan_out

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop when asked to, and call that a success: the process ends with 0."""
        del sig, frame
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End every stream, then stop."""
        self._fan_out.close()
        await super().shutdown(sockets)


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


def serve(
    bus: Where | Sequence[Where] | None,
    host: str = "127.0.0.1",
    port: int = 8080,
    *,
    announce: Callable[[str], None] | None = None,
    book: Path | str | None = None,
) -> None:
    """Show the race of this bus to browsers until the process is asked to stop (SIGINT, SIGTERM).

    Args:
        bus: where the engine is listened to, or each of several; it may start later, and may restart.
            None shows no race.
        host: address to listen on; other machines see the page only if this is one of the network.
        port: 0 lets the system choose.
        announce: told the page's address as soon as it answers.
        book: the record book that is shown too: a file, or an address of a database. None shows none.

    Raises:
        BookError: no book there, or one of another version.
        StoreError: the book's server cannot be asked.
        OutputError: the port is taken, or the address is not of this machine.
    """
    pages = () if book is None else _book(book, live=bus is not None)
    listener = listen(host, port)
    app, fan_out = application(bus, book=pages)
    config = uvicorn.Config(
        app,
        backlog=BACKLOG,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
    )
    if announce is not None:
        announce(_address(host, listener.getsockname()[1]))
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 50, 100)
    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(Server(config, fan_out).serve(sockets=[listener]))


def _book(place: Path | str, *, live: bool) -> Sequence[Route]:
    """The pages of a book that was opened once: what is no book is refused now, not page by page."""
    # Loaded with a book alone: a race that must be back within two seconds does not wait for it.
    from pacelight.book.asking.lists import Book  # noqa: PLC0415
    from pacelight.web.book import Shelf, routes  # noqa: PLC0415

    Book.open(place).close()
    return routes(Shelf(partial(Book.open, place)), live=live)


def _address(host: str, port: int) -> str:
    """Where a browser on this machine finds the page."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"
