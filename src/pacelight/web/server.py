"""The web process: a socket of its own, one event loop, a quick end."""

import asyncio
import contextlib
import gc
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.routing import Route
from starlette.types import ASGIApp

from pacelight.meet.bus.address import Where
from pacelight.web.addresses import is_loopback, reachable
from pacelight.web.app import application
from pacelight.web.listening import BACKLOG, listen, make_room
from pacelight.web.live.keeping import Keep
from pacelight.web.live.stream import FanOut
from pacelight.web.opening import Opening, own_names
from pacelight.web.patience import PATIENCE_S, Patient
from pacelight.web.rights.access import Access
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.told import log
from pacelight.web.written import pages, shelf_of

if TYPE_CHECKING:
    from pacelight.web.displays import Displays
    from pacelight.web.setup.setup import SetUp

__all__ = ["serve"]

GRACE_S = 2
"""Seconds that a browser gets to finish an answer when the server stops."""

COLLECT_AFTER = 100_000
"""New objects between two collections: thousands of waiting watchers are not worth looking through."""


class Server(uvicorn.Server):
    """A server that ends its streams first, since they would never end by themselves.

    Args:
        config: as uvicorn has it.
        fan_out: the streams.
        beside: a server that ends with it.
    """

    def __init__(self, config: uvicorn.Config, fan_out: FanOut, beside: uvicorn.Server | None = None) -> None:
        super().__init__(config)
        self._fan_out = fan_out
        self._beside = beside

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop when asked to, and call that a success: the process ends with 0."""
        del sig, frame
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End every stream, then stop."""
        self._fan_out.close()
        if self._beside is not None:
            self._beside.should_exit = True
        await super().shutdown(sockets)


class Beside(uvicorn.Server):
    """A server beside another one, which alone hears signals."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Hear none."""
        yield


def serve(
    bus: Where | Sequence[Where] | None,
    host: str = "127.0.0.1",
    port: int = 8080,
    *,
    announce: Callable[[str], None] | None = None,
    book: Path | str | None = None,
    opening: Opening | None = None,
    recordings: Path | None = None,
    keep: Keep | None = None,
) -> None:
    """Show the race of this bus to browsers until the process is asked to stop (SIGINT, SIGTERM).

    Args:
        bus: where the engine is listened to, or each of several; it may start later, and may restart.
            None shows no race.
        host: address to listen on; other machines see the page only if this is one of the network.
        port: 0 lets the system choose.
        announce: told the page's address as soon as it answers.
        book: the record book that is shown too: a file, or an address of a database. None shows none.
        opening: to whom the page is open, and how; by itself all see, and nobody asks anything.
        recordings: folder in which the races that are shown are kept, to be seen again; None keeps none.
        keep: how many of them, how much and for how long.

    Raises:
        BookError: no book there, or one of another version.
        StoreError: the book's server cannot be asked; or who is signed in cannot be kept.
        OutputError: the port is taken, or the address is not of this machine; or there is no certificate.
    """
    opening = opening or Opening()
    shelf = None if book is None else shelf_of(book)
    context, routes, names = _tls(opening)
    with ExitStack() as stack:
        listener = stack.enter_context(listen(host, port))
        at = listener.getsockname()[1]
        gate = None
        if opening.access is not None:
            gate = _gate(stack.enter_context(Access(opening.access)), opening, host, at)
        setup = None if opening.setup is None else _setup(opening.setup, opening, host, at)
        app, fan_out = application(
            bus,
            book=pages(shelf, gate, live=bus is not None, evidence=opening.evidence),
            gate=gate,
            names=names,
            routes=routes,
            setup=setup if gate is not None else None,
            recordings=recordings,
            keep=keep,
            why=opening.why,
            displays=None
            if gate is None or bus is None
            else stack.enter_context(_displays(gate.access.path)),
        )
        beside = None
        if opening.tls is not None and opening.plain is not None:
            beside = stack.enter_context(listen(host, opening.plain)), _leading_on(opening.tls, names, at)
        if announce is not None:
            announce(_address(host, at, tls=context is not None))
        if gate is not None and opening.welcome is not None:
            first = gate.access.first(gate.unix_s())
            if first is not None:
                opening.welcome(first, gate.address or _address(host, at, tls=context is not None))
        make_room()
        gc.freeze()
        gc.set_threshold(COLLECT_AFTER, 50, 100)
        _run(app, fan_out, listener, context, beside)


def _run(
    app: ASGIApp,
    fan_out: FanOut,
    listener: socket.socket,
    context: ssl.SSLContext | None,
    beside: tuple[socket.socket, ASGIApp] | None,
) -> None:
    config = _config(app, context)
    other = None if beside is None else Beside(_config(beside[1]))
    server = Server(config, fan_out, other)

    async def both() -> None:
        works = [server.serve(sockets=[listener])]
        if beside is not None and other is not None:
            works.append(other.serve(sockets=[beside[0]]))
        await asyncio.gather(*works)

    with asyncio.Runner(loop_factory=partial(_loop, config)) as runner:
        runner.run(both())


def _config(app: ASGIApp, context: ssl.SSLContext | None = None) -> uvicorn.Config:
    """How it is served: no word of a proxy is believed, and nobody is waited for longer than is decent."""
    tls: dict[str, Any] = {} if context is None else {"ssl_context_factory": lambda *_: context}
    return uvicorn.Config(
        app,
        http=Patient,
        ws="none",
        backlog=BACKLOG,
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_S,
        **tls,
    )


def _loop(config: uvicorn.Config) -> asyncio.AbstractEventLoop:
    """The event loop; who begins to speak TLS and does not go on is not waited for."""
    factory = config.get_loop_factory() or asyncio.new_event_loop
    loop = factory()
    create = loop.create_server

    async def create_server(*arguments: Any, **named: Any) -> asyncio.Server:  # noqa: ANN401  # as asyncio has it
        if named.get("ssl") is not None:
            named["ssl_handshake_timeout"] = PATIENCE_S
        return await create(*arguments, **named)

    loop.create_server = create_server  # type: ignore[method-assign]  # uvicorn hands no such option on
    return loop


def _unix_s() -> int:
    return int(time.time())  # noqa: TID251  # the edge: sessions last by the clock on the wall


def _gate(access: Access, opening: Opening, host: str, port: int) -> Gate:
    tls = opening.tls is not None
    address = "" if is_loopback(host) else reachable(host, port, tls=tls, names=opening.names)[0]
    return Gate(access, log, _unix_s, opening.trusts_network, address)


def _displays(access: Path) -> "Displays":
    """Beside the file of who is signed in, as several web processes share both."""
    from pacelight.web.displays import Displays  # noqa: PLC0415  # as `_tls`

    return Displays(access.with_name(f"{access.name}.displays"))


def _setup(folder: Path, opening: Opening, host: str, port: int) -> "SetUp":
    # Loaded with a meet to prepare alone: see `_tls`.
    from pacelight.web.setup.setup import prepared  # noqa: PLC0415

    found = (
        () if is_loopback(host) else reachable(host, port, tls=opening.tls is not None, names=opening.names)
    )
    return prepared(folder, found, _unix_s, starts=opening.starts)


def _tls(opening: Opening) -> tuple[ssl.SSLContext | None, Sequence[Route], Sequence[str]]:
    """What TLS is spoken with, the pages of the authority, and the names that this server goes by."""
    names = [name.lower().rstrip(".") for name in (*opening.names, *own_names())]
    if opening.tls is None:
        return None, (), names
    # Loaded with TLS alone: a race that must be back within two seconds does not wait for it.
    from pacelight.web.tls.authority import pages  # noqa: PLC0415
    from pacelight.web.tls.folder import Folder  # noqa: PLC0415

    folder = Folder(opening.tls)
    context = folder.context(datetime.now(UTC))  # noqa: TID251  # the edge: certificates go by the clock
    return context, pages(folder), [*names, *folder.show().names]


def _leading_on(folder: Path, names: Sequence[str], port: int) -> ASGIApp:
    from pacelight.web.tls.authority import towards_tls  # noqa: PLC0415
    from pacelight.web.tls.folder import Folder  # noqa: PLC0415

    return towards_tls(Folder(folder), names, port)


def _address(host: str, port: int, *, tls: bool) -> str:
    """Where a browser on this machine finds the page."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http{'s' * tls}://{shown}:{port}/"
