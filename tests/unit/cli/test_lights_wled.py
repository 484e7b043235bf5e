"""WLED found by the name it announces, asked over HTTP, and made ready: a simulated one speaks both."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from zeroconf import IPVersion, ServiceInfo, Zeroconf

from pacelight.errors import Failure, OutputError
from pacelight.lights.trial.announced import announced
from pacelight.lights.trial.found import Found
from pacelight.lights.trial.wled import ask, make_ready, state
from pacelight.lights.wire.wled_json import State

INFO = {"name": "kerb", "ver": "0.15.0", "leds": {"count": 480}, "live": False}
SHOWING = {"on": True, "bri": 128, "lor": 1, "seg": [{"id": 0, "on": True}, {"id": 1, "on": True}]}


class Strip:
    """A controller that keeps what it is told, as WLED does.

    Attributes:
        shown: its state; what is posted changes the fields that it names.
        deaf: takes whatever is posted and changes nothing.
    """

    def __init__(self, info: str | None = None, *, deaf: bool = False) -> None:
        self.info = json.dumps(INFO) if info is None else info
        self.shown: dict[str, Any] = json.loads(json.dumps(SHOWING))
        self.deaf = deaf

    def post(self, asked: dict[str, Any]) -> None:
        if self.deaf:
            return
        for segment in asked.pop("seg", []):
            self.shown["seg"][segment["id"]].update(segment)
        self.shown.update(asked)


@contextmanager
def serving(strip: Strip) -> Iterator[str]:
    """Its address and port."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # named by the library
            self._say({"/json/info": strip.info, "/json/state": json.dumps(strip.shown)}[self.path])

        def do_POST(self) -> None:
            assert self.path == "/json/state"
            strip.post(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._say('{"success": true}')

        def _say(self, text: str) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address at which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{taken.getsockname()[1]}"


def test_wled_is_asked_for_its_own_account() -> None:
    with serving(Strip()) as host:
        assert ask(host) == Found("wled", host, "kerb", lamps=480, says="WLED 0.15.0")


def test_what_answers_and_is_no_wled_is_refused() -> None:
    with serving(Strip("<html>")) as host, pytest.raises(OutputError, match=f"^{host}: not the info of WLED"):
        ask(host)


def test_who_does_not_answer_is_said_not_to(nobody: str) -> None:
    with pytest.raises(Failure, match=f"^no WLED answers at '{nobody}' "):
        ask(nobody)


def test_one_that_is_made_ready_shows_frames_first_and_nothing_of_its_own() -> None:
    with serving(Strip()) as host:
        assert state(host) == State(on=True, brightness=128, override=1, segments=(True, True))
        assert make_ready(host) == State(on=True, brightness=255, override=0, segments=(False, False))
        assert state(host) == make_ready(host)


def test_one_that_does_not_obey_is_said_so() -> None:
    with serving(Strip(deaf=True)) as host, pytest.raises(OutputError, match=f"^{host}: WLED does not keep"):
        make_ready(host)


def test_several_are_made_ready_though_one_is_off(nobody: str, pacelight: Callable[..., Any]) -> None:
    strip = Strip()
    with serving(strip) as host:
        done = pacelight("lights", "ready", nobody, host)
    assert done.code == 1
    assert done.out == f"{host} shows frames as they come, and is dark without them\n"
    assert done.err.startswith(f"pacelight: no WLED answers at '{nobody}'")
    assert strip.shown["seg"] == [{"id": 0, "on": False}, {"id": 1, "on": False}]


@contextmanager
def announcing(port: int) -> Iterator[None]:
    """A WLED that says by mDNS, on loopback, where it is."""
    info = ServiceInfo(
        "_wled._tcp.local.",
        "kerb._wled._tcp.local.",
        port,
        addresses=[socket.inet_aton("127.0.0.1")],
        properties={"mac": "0011223344ff"},
        server="wled-kerb.local.",
    )
    try:
        library = Zeroconf(interfaces=["127.0.0.1"], ip_version=IPVersion.V4Only)
    except OSError as error:
        pytest.skip(f"no multicast on loopback here: {error}")
    try:
        library.register_service(info)
        yield
    finally:
        library.close()


def test_one_that_announces_itself_is_found_and_asked(pacelight: Callable[..., Any]) -> None:
    with serving(Strip()) as host, announcing(int(host.split(":")[1])):
        with announced("127.0.0.1") as search:
            while not (found := search.hosts()):
                pass
        assert found == [host]
        line = ["probe", "--interface", "127.0.0.1", "--to", "127.77.1.9", "--seconds", "1", "--json"]
        done = pacelight("lights", *line, "--wled", host)
    found_now = {"kind": "wled", "address": host, "name": "kerb", "universes": [], "lamps": 480}
    assert json.loads(done.out)["found"] == [found_now | {"says": "WLED 0.15.0"}]
    assert done.code == 0


def test_an_interface_that_is_not_ours_is_said_and_the_rest_is_asked(pacelight: Callable[..., Any]) -> None:
    done = pacelight("lights", "probe", "--interface", "192.0.2.7", "--to", "127.77.1.9", "--seconds", "0.1")
    assert "pacelight: WLED is not searched for (" in done.err
    assert done.code == 1
