"""Forged, oversized and slow input on every listener of the web process, over real sockets."""

import asyncio
import contextlib
import random
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from pacelight.web import server as web_server
from pacelight.web.patience import HEAD_BYTES, Connections, Patient
from pacelight.web.tls.folder import Folder

NAMES = ("localhost", "127.0.0.1")


class Quick(Patient):
    """Patient for a moment only, so that tests need not wait."""

    patience_s = 0.2
    reckoning = Connections(most=3)


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Answers with the length of the body, once all of it is there."""
    length, more = 0, True
    while more:
        message = await receive()
        length, more = length + len(message.get("body", b"")), message.get("more_body", False)
    await PlainTextResponse(str(length))(scope, receive, send)


@contextlib.contextmanager
def served(host: str = "127.0.0.1", context: ssl.SSLContext | None = None) -> Iterator[tuple[str, int]]:
    """A server of impatient connections, in a thread of its own; set up as the real one is."""
    with socket.create_server((host, 0)) as listener:
        config = web_server._config(echo, context)
        config.http, config.lifespan, config.timeout_keep_alive = Quick, "off", 1
        server = uvicorn.Server(config)

        def run() -> None:
            with asyncio.Runner(loop_factory=partial(web_server._loop, config)) as runner:
                runner.run(server._serve([listener]))

        thread = threading.Thread(target=run)
        thread.start()
        try:
            yield listener.getsockname()
        finally:
            server.should_exit = True
            thread.join()


def until_end(connection: socket.socket) -> bytes:
    """All that is said, until the other end hangs up."""
    said = b""
    with contextlib.suppress(ConnectionError):
        while chunk := connection.recv(65536):
            said += chunk
    return said


def answered(connection: socket.socket) -> bytes:
    """One answer, of which the body is a nought."""
    said = b""
    while not said.endswith(b"\r\n\r\n0"):
        said += connection.recv(4096)
    return said


def connected(at: tuple[str, int]) -> socket.socket:
    connection = socket.create_connection(at)
    connection.settimeout(30)
    return connection


@pytest.fixture(scope="module")
def impatient() -> Iterator[tuple[str, int]]:
    with served() as at:
        yield at


@pytest.mark.parametrize("begun", [b"", b"\x16\x03\x01\x02\x00\x01\x00"])
def test_who_begins_to_speak_tls_and_does_not_go_on_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(web_server, "PATIENCE_S", 0.2)
    tls = Folder(tmp_path / "tls")
    tls.begin("Pacelight, test", NAMES, datetime.now(UTC))
    with served(context=tls.context(datetime.now(UTC))) as at, connected(at) as one:
        one.sendall(begun)
        assert until_end(one) == b""


def test_a_whole_request_is_answered(impatient: tuple[str, int]) -> None:
    with connected(impatient) as one:
        one.sendall(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\nconnection: close\r\n\r\nabc")
        assert until_end(one).endswith(b"\r\n\r\n3")


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"G",
        b"GET / HTTP/1.1\r\nhost: x\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: a",
        b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc",
        b"POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab",
        b"\r\n",
    ],
)
def test_who_begins_and_does_not_go_on_is_not_waited_for(impatient: tuple[str, int], begun: bytes) -> None:
    with connected(impatient) as one:
        one.sendall(begun)
        assert until_end(one)[:12] in {b"HTTP/1.1 408", b""}


def test_between_two_requests_nobody_is_waited_for_either(impatient: tuple[str, int]) -> None:
    with connected(impatient) as one:
        one.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        assert answered(one).startswith(b"HTTP/1.1 200")
        one.sendall(b"\r\n")
        assert until_end(one)[:12] == b"HTTP/1.1 408"


@pytest.mark.parametrize("part", [b"x-long: " + b"a" * 1000, b"\r\n", b"x-many: 1\r\n" * 90])
def test_a_head_without_end_is_not_taken(impatient: tuple[str, int], part: bytes) -> None:
    with connected(impatient) as one, contextlib.suppress(ConnectionError):
        one.sendall(b"" if part == b"\r\n" else b"GET / HTTP/1.1\r\nhost: x\r\n")
        for _ in range(10 * HEAD_BYTES // len(part)):
            one.sendall(part)
        assert until_end(one)[:12] in {b"HTTP/1.1 431", b"HTTP/1.1 400", b""}


def test_many_requests_on_one_connection_are_no_long_head(impatient: tuple[str, int]) -> None:
    head = b"GET / HTTP/1.1\r\nhost: x\r\nx: " + b"a" * 4000 + b"\r\n\r\n"
    with connected(impatient) as one:
        for _ in range(2 * HEAD_BYTES // len(head) + 1):
            one.sendall(head)
            assert answered(one).startswith(b"HTTP/1.1 200")


def test_this_machine_has_no_limit_of_connections(impatient: tuple[str, int]) -> None:
    with contextlib.ExitStack() as stack:
        many = [stack.enter_context(connected(impatient)) for _ in range(10)]
        many[-1].sendall(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        assert until_end(many[-1]).startswith(b"HTTP/1.1 200")


@pytest.mark.usefixtures("own_network")
def test_from_one_address_of_the_network_there_are_so_many_connections_at_most() -> None:
    with served("10.77.0.1") as at, contextlib.ExitStack() as stack:
        first, *_ = [stack.enter_context(connected(at)) for _ in range(Quick.reckoning.most)]
        with connected(at) as more:
            assert until_end(more).startswith(b"HTTP/1.1 503")
        assert Quick.reckoning.refused == 1
        first.sendall(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        assert until_end(first).startswith(b"HTTP/1.1 200")
        with connected(at) as another:
            another.sendall(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
            assert until_end(another).startswith(b"HTTP/1.1 200")


@pytest.fixture(scope="module")
def meet(
    answering: Callable[..., Any], web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Any:
    """The real web process, over TLS, with a way from http to it."""
    folder = tmp_path_factory.mktemp("input")
    Folder(folder / "tls").begin("Pacelight, test", NAMES, datetime.now(UTC))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        plain = probe.getsockname()[1]
    engine = answering(folder / "bus")
    pages = web_pages("--bus", folder / "bus", "--tls", folder / "tls", "--http-redirect", plain)
    return engine, pages, folder / "tls", plain


def port(pages: Any) -> int:
    return int(pages.address.rstrip("/").rpartition(":")[2])


def over_tls(meet: Any) -> ssl.SSLSocket:
    _, pages, tls, _ = meet
    context = ssl.create_default_context(cafile=tls / "authority.pem")
    return context.wrap_socket(connected(("127.0.0.1", port(pages))), server_hostname="localhost")


def said(meet: Any, request: bytes, *, tls: bool) -> bytes:
    with over_tls(meet) if tls else connected(("127.0.0.1", meet[3])) as connection:
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            connection.sendall(request)
        return until_end(connection)


HOST = b"host: localhost\r\nx-pacelight: 1\r\nconnection: close\r\n"


ASKING = b"POST /api/requests HTTP/1.1\r\n"
EVIL = b"host: evil.example\r\nx-pacelight: 1\r\nconnection: close\r\n"
BOTH = b"content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"
CHUNKS = b"1000\r\n" + b"a" * 4096 + b"\r\n1000\r\n" + b"a" * 4096 + b"\r\n1\r\na\r\n0\r\n\r\n"

FORGED = {
    "long": (ASKING + HOST + b"content-length: 99999\r\n\r\n" + b"a" * 99999, {413, 403}),
    "long in chunks": (ASKING + HOST + b"transfer-encoding: chunked\r\n\r\n" + CHUNKS, {413, 403}),
    "two lengths of a kind": (ASKING + HOST + BOTH, {400}),
    "two lengths": (ASKING + HOST + b"content-length: 1\r\ncontent-length: 2\r\n\r\nab", {400}),
    "less than nothing": (ASKING + HOST + b"content-length: -1\r\n\r\n", {400}),
    "another name": (ASKING + EVIL + b"content-length: 0\r\n\r\n", {421}),
    "no name": (b"GET / HTTP/1.1\r\nconnection: close\r\n\r\n", {400, 421}),
    "two names": (b"GET / HTTP/1.1\r\nhost: localhost\r\n" + EVIL + b"\r\n", {400, 421}),
    "as if a proxy": (b"GET http://evil.example/ HTTP/1.1\r\n" + EVIL + b"\r\n", {421}),
    "trace": (b"TRACE / HTTP/1.1\r\n" + HOST + b"\r\n", {405, 403}),
    "connect": (b"CONNECT evil.example:80 HTTP/1.1\r\n" + HOST + b"\r\n", {400, 404, 405, 403}),
    "up the tree": (b"GET /..%2f..%2fetc/passwd HTTP/1.1\r\n" + HOST + b"\r\n", {404, 307}),
    "nought": (b"GET /%00 HTTP/1.1\r\n" + HOST + b"\r\n", {404, 307}),
    "web socket": (
        b"GET / HTTP/1.1\r\n" + HOST + b"upgrade: websocket\r\nsec-websocket-version: 13\r\n\r\n",
        {200, 400, 307},
    ),
    "http 2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400}),
    "tls in tls": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 50, {400}),
}


@pytest.mark.parametrize("tls", [True, False])
@pytest.mark.parametrize("name", FORGED)
def test_what_is_forged_or_too_long_is_refused(meet: Any, name: str, tls: bool) -> None:
    forged, statuses = FORGED[name]
    engine, pages, _, _ = meet
    engine.heard.clear()
    answer = said(meet, forged, tls=tls)
    assert answer == b"" or int(answer[9:12]) in statuses, answer[:300]
    assert engine.heard == []
    assert pages.process.poll() is None
    assert b"Traceback" not in answer


def test_http_is_led_to_https_and_programs_are_not(meet: Any) -> None:
    at = port(meet[1])
    led = said(meet, b"GET /results?a=1 HTTP/1.1\r\n" + HOST + b"\r\n", tls=False)
    assert b"location: https://localhost:%d/results?a=1\r\n" % at in led
    refused = said(meet, b"POST /api/session HTTP/1.1\r\n" + HOST + b"content-length: 0\r\n\r\n", tls=False)
    assert refused.startswith(b"HTTP/1.1 403")
    away = said(meet, b"GET //evil.example HTTP/1.1\r\n" + HOST + b"\r\n", tls=False)
    assert b"location: https://localhost:%d/evil.example\r\n" % at in away


def test_a_phone_takes_the_authority_without_tls(meet: Any) -> None:
    _, pages, tls, _ = meet
    page = said(meet, b"GET /authority HTTP/1.1\r\n" + HOST + b"\r\n", tls=False)
    shown = Folder(tls).show()
    assert shown.fingerprint.encode() in page.replace(b"<wbr>", b"")
    taken = said(meet, b"GET /authority.crt HTTP/1.1\r\n" + HOST + b"\r\n", tls=False)
    assert b"content-type: application/x-x509-ca-cert\r\n" in taken
    assert taken.endswith(Folder(tls).der())
    assert b"PRIVATE KEY" not in page + taken
    assert pages.process.poll() is None


@pytest.mark.parametrize("tls", [True, False])
def test_noise_is_never_more_than_refused(meet: Any, tls: bool) -> None:
    engine, pages, _, _ = meet
    engine.heard.clear()
    draw = random.Random(11)
    whole = (
        b"POST /api/requests HTTP/1.1\r\n"
        + HOST
        + b"content-length: 30\r\n\r\n"
        + b'{"key":"12345678","race":"m"}'
    )
    for _ in range(60):
        noise = bytearray(whole)
        for _ in range(draw.randint(1, 12)):
            noise[draw.randrange(len(noise))] = draw.randrange(256)
        if draw.random() < 0.3:
            noise = bytearray(draw.randbytes(draw.randint(1, 400)))
        connection = over_tls(meet) if tls else connected(("127.0.0.1", meet[3]))
        with connection, contextlib.suppress(OSError):
            connection.sendall(bytes(noise))
            if not tls:
                connection.shutdown(socket.SHUT_WR)
    assert said(meet, b"GET /pair.css HTTP/1.1\r\n" + HOST + b"\r\n", tls=True).startswith(b"HTTP/1.1 200")
    assert engine.heard == []
    assert pages.process.poll() is None
    assert "Traceback" not in pages.said.read_text(encoding="utf-8")
