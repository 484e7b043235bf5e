"""Keeping an engine and its pages up, as `pacelight serve` was asked to."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import typer

from pacelight.cli.book_opened import open_book, own_book
from pacelight.cli.engines import Asked as Engine
from pacelight.cli.engines import check, completed
from pacelight.cli.processes import Kept, end, end_calmly, start
from pacelight.cli.race_pages import say_address
from pacelight.cli.said import warn
from pacelight.cli.setting_up import book_of, bus_of, check_file, meet_of, opened, take_back
from pacelight.errors import PacelightError
from pacelight.meet.programme.racefile import RaceFile

__all__ = ["Asked", "run"]

_LOOK_S = 0.1


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says, word for word.

    Attributes:
        keep: of the races that were shown: how many, megabytes, days.
    """

    file: Path | None
    bus: tuple[str, ...]
    journal: Path | None
    spare: Path | None
    timing: tuple[str, ...]
    allow: tuple[str, ...]
    book: str | None
    secret: Path | None
    speed: str
    output: str
    countdown: float
    port: int
    host: str
    access: Path | None
    tls: Path | None
    http_redirect: int | None
    names: tuple[str, ...]
    trust_network: bool
    setup: Path | None
    recordings: Path | None
    keep: tuple[int | None, int | None, int | None]
    json: bool


def run(asked: Asked) -> None:
    """Serve until this process is told to end, or one of the two ends for good.

    Raises:
        PacelightError: what was wrong, in one line.
        Exit: one of the two was refused, or ended; it has said why.
    """
    end_calmly()
    if asked.setup is not None and asked.file is not None:
        check_file(asked.setup, asked.file)
    engine = None if asked.file is None else _engine(asked, asked.file)
    with ExitStack() as stack:
        why = Path(stack.enter_context(TemporaryDirectory(prefix="pacelight-serve-"))) / "why"
        kept = []
        if engine is not None:  # first: lamps do not wait for pages
            kept.append(_kept(asked, engine, why))
            stack.callback(kept[-1].end)
        address, web = _web(asked, engine, why, stack)
        kept.append(web)
        say_address(address, json=asked.json)
        if asked.file is None and asked.setup is not None:
            _prepare(asked, asked.setup, why, web, stack)
        while True:
            for process in kept:
                code = process.look(_LOOK_S)
                if code is not None:
                    raise typer.Exit(code)


def _kept(asked: Asked, engine: Engine, why: Path) -> Kept:
    """An engine that is kept up: once it has written to its journal, whatever refuses it later.

    Args:
        asked: what the command line says.
        engine: the same, with all that it leaves to the file.
        why: where it says why it is not up, for the pages.
    """
    journal = engine.journal
    before = _size(journal)

    def say() -> None:
        warn(f"the engine is not up, and is tried again until it is: its journal {journal} has begun")

    arguments = (*_engine_arguments(asked, engine), "--why", str(why))
    return Kept(arguments, ready=True, needed=lambda: _size(journal) != before, say=say)


def _size(journal: Path | None) -> int:
    try:
        return 0 if journal is None else journal.stat().st_size
    except OSError:
        return 0


def _prepare(asked: Asked, folder: Path, why: Path, web: Kept, stack: ExitStack) -> None:
    """Keep the pages of a meet up, and its engine as soon as somebody opens the meet on them.

    An engine that ends for good is said so; the pages stay, so that the meet can be mended.

    Raises:
        Exit: the pages ended for good.
    """
    engine: Kept | None = None
    while True:
        code = web.look(_LOOK_S)
        if code is not None:
            raise typer.Exit(code)
        if engine is None and opened(folder):
            engine = _opened(asked, folder, why)
            if engine is not None:
                stack.callback(engine.end)
        elif engine is not None and engine.look(_LOOK_S) is not None:
            engine = None
            take_back(folder)


def _opened(asked: Asked, folder: Path, why: Path) -> Kept | None:
    """The engine of a meet that was opened; None, and why in a line, where it cannot run so."""
    try:
        made = _engine(asked, meet_of(folder))
    except PacelightError as error:
        warn(str(error))
        take_back(folder)
        return None
    place = _web_buses(asked, None)[0]
    if place not in made.bus:  # the pages listen there already
        made = replace(made, bus=(place, *made.bus))
    return _kept(asked, made, why)


def _engine(asked: Asked, file: Path) -> Engine:
    """The engine that is to run; what is wrong with it is said before anything is started.

    Raises:
        PacelightError: it cannot run so.
    """
    made, meet, _ = completed(
        Engine(
            file=file,
            bus=asked.bus,
            journal=asked.journal,
            spare=asked.spare,
            timing=asked.timing,
            allow=asked.allow,
            book=asked.book,
            standby=False,
            follow=(),
            nodes=(),
            secret=asked.secret,
            name=None,
            speed=asked.speed,
            output=asked.output,
            absence="fade",
        )
    )
    if meet is None:
        journal = made.journal or Path(f"{RaceFile.read(file).id}.journal")
        made = _beside(made, journal)
    check(made)
    return made


def _beside(engine: Engine, journal: Path) -> Engine:
    """Of a race by itself: its bus beside its journal, and the user's own book."""
    book = engine.book
    if book is None:
        open_book(None).close()  # made at first use
        book = str(own_book())
    bus = engine.bus or (str(journal.with_name(f"{journal.name}.bus")),)
    return replace(engine, journal=journal, bus=bus, book=book)


def _web(asked: Asked, engine: Engine | None, why: Path, stack: ExitStack) -> tuple[str, Kept]:
    """The page's address once it answers, and its process."""
    arguments = [*_web_arguments(asked, engine), "--why", str(why)]
    process = start([*arguments, "--port", str(asked.port)], output=subprocess.PIPE)
    address = process.stdout.readline().strip() if process.stdout else ""
    if not address:
        end(process)
        raise typer.Exit(process.returncode)  # it has said why
    port = urlsplit(address).port or asked.port
    web = Kept([*arguments, "--port", str(port)], process)
    stack.callback(web.end)
    return address, web


def _web_arguments(asked: Asked, engine: Engine | None) -> Iterator[str]:
    yield "web"
    for place in _web_buses(asked, engine):
        yield from ("--bus", place)
    if asked.setup is not None:
        yield from ("--setup", str(asked.setup))
        if asked.file is None:
            yield "--starts"
    book = _web_book(asked) if engine is None else engine.book
    secret = asked.secret if engine is None else engine.secret
    yield from _option("--book", book)
    yield from _option("--evidence", asked.setup if engine is None else engine.journal)
    yield from _option("--secret", secret)
    yield from ("--host", asked.host)
    yield from _option("--access", asked.access)
    yield from _option("--tls", asked.tls)
    yield from _option("--http-redirect", asked.http_redirect)
    yield from _option("--recordings", asked.recordings)
    for option, value in zip(("--keep-races", "--keep-megabytes", "--keep-days"), asked.keep, strict=True):
        yield from _option(option, value)
    for name in asked.names:
        yield from ("--name", name)
    if asked.trust_network:
        yield "--trust-network"


def _web_book(asked: Asked) -> str | None:
    """The book of pages that run before their engine."""
    return asked.book if asked.book is not None or asked.setup is None else book_of(asked.setup)


def _web_buses(asked: Asked, engine: Engine | None) -> Sequence[str]:
    """Where the pages listen: where the engine is, or will be."""
    if engine is not None:
        return engine.bus
    return asked.bus or bus_of(asked.setup)


def _engine_arguments(asked: Asked, engine: Engine) -> Iterator[str]:
    yield from ("engine", str(engine.file))
    for option, values in (
        ("--bus", engine.bus),
        ("--timing", engine.timing),
        ("--allow", engine.allow),
        ("--follow", engine.follow),
        ("--node", engine.nodes),
    ):
        for value in values:
            yield from (option, value)
    yield from _option("--journal", engine.journal)
    yield from _option("--spare", engine.spare)
    yield from _option("--book", engine.book)
    yield from _option("--secret", engine.secret)
    yield from ("--output", engine.output, "--speed", engine.speed, "--countdown", str(asked.countdown))


def _option(name: str, value: object) -> tuple[str, ...]:
    return () if value is None else (name, str(value))
