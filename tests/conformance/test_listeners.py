"""Every listener keeps the promise of `Listener`, over a real line. A new one adds a line to `LISTENERS`."""

import os
import pty
import select
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pacelight.timing.sources import Acknowledging, Listener
from pacelight.timing.sources.address import listener

SECOND = 10**9
LOOPBACK = "127.0.0.1"


class Device:
    """The other end of a line: it can be there or not, say things, and hear what it is told."""

    listener: Listener
    spoke = False

    def appear(self) -> None:
        raise NotImplementedError

    def say(self, data: bytes) -> None:
        raise NotImplementedError

    def vanish(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        self.vanish()
        self.listener.close()


class Server(Device):
    """A device we connect to."""

    def __init__(self, url: str) -> None:
        self._door = socket.create_server((LOOPBACK, 0))
        self._place = self._door.getsockname()
        self._line: socket.socket | None = None
        self.listener = listener("it", url.format(f"{LOOPBACK}:{self._place[1]}"))
        self._door.close()

    def appear(self) -> None:
        self._door = socket.create_server(self._place)
        self._door.setblocking(False)

    def say(self, data: bytes) -> None:
        if self._line is None:
            self._line, _ = self._door.accept()
            self._line.setblocking(True)
        self._line.sendall(data)

    def vanish(self) -> None:
        for one in (self._line, self._door):
            if one is not None:
                one.close()
        self._line = None


class Client(Device):
    """A device that connects to us."""

    def __init__(self, url: str) -> None:
        self.listener = listener("it", url.format(f"{LOOPBACK}:0"))
        self._line: socket.socket | None = None

    def appear(self) -> None:
        pass

    def say(self, data: bytes) -> None:
        if self._line is None:
            self._line = socket.create_connection((LOOPBACK, self.listener.port))  # type: ignore[attr-defined]
        self._line.sendall(data)

    def vanish(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


class Serial(Device):
    """A device on a serial line: one end of a pseudo-terminal, linked to where the line is looked for."""

    def __init__(self, url: str, folder: Path) -> None:
        self._path = folder / "line"
        self._ends: tuple[int, int] | None = None
        self.listener = listener("it", url.format(self._path))

    def appear(self) -> None:
        self._ends = pty.openpty()
        self._path.symlink_to(os.ttyname(self._ends[1]))

    def say(self, data: bytes) -> None:
        assert self._ends is not None
        os.write(self._ends[0], data)

    def vanish(self) -> None:
        self._path.unlink(missing_ok=True)
        for end in self._ends or ():
            with suppress(OSError):
                os.close(end)
        self._ends = None


IPICO = b"aa0005800322d0ee01001706052030415f0b\r\n"
LYNX = b"\x01PR\x1f\x1f12.3\x1f\x1f\x1f\x1f12.3\x1f\x03\x04"
Speaks = tuple[bytes, bytes]
"""One message with a reading in it, and another that is nothing."""

LISTENERS: dict[str, tuple[Callable[[Path], Device], Speaks]] = {
    "omega": (lambda _: Server("omega://{}"), (b"\x01\x13DVRWM\x02+0.6 m/s\x04", b"\x01\x13DVXYZ\x04")),
    "raceresult": (
        lambda _: Server("raceresult://{}"),
        (b"#P;1;33;2025-02-13;20:11:54.404\r\n", b"ho\r\n"),
    ),
    "ipico": (lambda _: Server("ipico://{}"), (IPICO, b"ho\r\n")),
    "ipico+serial": (lambda folder: Serial("ipico+serial://{}", folder), (IPICO, b"ho\r\n")),
    "mylaps": (lambda _: Client("mylaps://{}"), (b"F@Passing@c=1|t=20:11:54.404@1@$", b"ho$")),
    "jchip": (lambda _: Client("jchip://{}"), (b"DJ1 20:11:54.40 10\r", b"ho\r")),
    "lynx+tcp": (lambda _: Server("lynx+tcp://{}"), (LYNX, b"ho\x04")),
    "lynx+tcp listening": (lambda _: Client("lynx+tcp://{}?listen=yes"), (LYNX, b"ho\x04")),
    "lynx+serial": (lambda folder: Serial("lynx+serial://{}", folder), (LYNX, b"ho\x04")),
}


@pytest.fixture(params=LISTENERS)
def end(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Device, bytes, bytes]]:
    make, (message, nonsense) = LISTENERS[request.param]
    device = make(tmp_path)
    yield device, message, nonsense
    device.close()


def heard(end: Device, now_ns: int, wanted: Callable[[], bool]) -> int:
    """Read whenever the descriptor says so, or the listener wanted to be asked, until it is as wanted."""
    found = 0
    for _ in range(1000):
        found += len(end.listener.read(now_ns))
        if wanted():
            return found
        if not select.select([end.listener], [], [], 0.02)[0]:
            now_ns = max(now_ns + 1, end.listener.wake_ns() or 0)
    raise AssertionError(end.listener.statistics())


def state(device: Device) -> str:
    return device.listener.statistics().state


Ends = tuple[Device, bytes, bytes]


def test_where_nobody_is_there_is_nothing_and_nobody_waits_for_it(end: Ends) -> None:
    device, *_ = end
    assert device.listener.read(1) == ()
    assert device.listener.read(SECOND) == ()
    assert state(device) == "waiting"
    assert device.listener.name == "it"


def test_what_is_said_is_handed_out_once(end: Ends) -> None:
    device, message, _ = end
    device.appear()
    device.listener.read(1)
    heard(device, 2, lambda: connected(device, message))
    before = device.listener.statistics().readings
    device.say(message + message)
    found = heard(device, 5, lambda: device.listener.statistics().readings >= before + 2)
    assert found == 2
    assert device.listener.read(6) == ()
    assert device.listener.statistics() == device.listener.statistics()


def connected(device: Device, message: bytes, readings: int = 1) -> bool:
    """It speaks, once, as soon as the line is there; and was heard."""
    if not device.spoke:
        with suppress(BlockingIOError):
            device.say(message)
            device.spoke = True
    return device.listener.statistics().readings == readings


def test_what_is_nonsense_is_counted_and_the_line_stays(end: Ends) -> None:
    device, message, nonsense = end
    device.appear()
    device.listener.read(1)
    heard(device, 2, lambda: connected(device, message))
    device.say(nonsense)
    heard(device, 3, lambda: device.listener.statistics().refused == 1)
    statistics = device.listener.statistics()
    assert (statistics.state, bool(statistics.why)) == ("connected", True)
    device.say(message)
    assert heard(device, 4, lambda: device.listener.statistics().readings == 2) == 1


def test_a_line_that_is_lost_is_taken_up_again_by_the_same_descriptor(end: Ends) -> None:
    device, message, _ = end
    fileno = device.listener.fileno()
    device.appear()
    device.listener.read(1)
    heard(device, 2, lambda: connected(device, message))
    assert state(device) == "connected"
    device.vanish()
    heard(device, 3, lambda: state(device) == "lost")
    device.listener.read(4)
    device.appear()
    before = device.listener.statistics().readings
    device.spoke = False
    heard(device, SECOND, lambda: connected(device, message, before + 1))
    assert state(device) == "connected"
    assert device.listener.fileno() == fileno


def test_half_a_message_of_the_line_before_is_not_the_beginning_of_the_next(end: Ends) -> None:
    device, message, _ = end
    device.appear()
    device.listener.read(1)
    heard(device, 2, lambda: connected(device, message))
    device.say(message[: len(message) // 2])
    device.vanish()
    heard(device, 3, lambda: state(device) == "lost")
    assert device.listener.statistics().readings == 1


def test_the_instant_is_that_of_the_first_byte(end: Ends) -> None:
    device, message, _ = end
    device.appear()
    device.listener.read(1)
    heard(device, 2, lambda: connected(device, message))
    device.say(message[:5])
    while device.listener.statistics().heard_ns != 7 * SECOND // 1000:
        assert select.select([device.listener], [], [], 5)[0]
        assert device.listener.read(7 * SECOND // 1000) == ()
    device.say(message[5:])
    assert select.select([device.listener], [], [], 5)[0]
    (one,) = device.listener.read(8 * SECOND // 1000)
    assert (one.at_ns, one.source) == (7 * SECOND // 1000, "it")


def test_what_is_safe_may_be_told_to_any_of_them(end: Ends) -> None:
    device, *_ = end
    assert isinstance(device.listener, Acknowledging)
    device.listener.acknowledge(["a key that nobody knows"])
    assert device.listener.read(1) == ()


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_closed_it_holds_nothing(tmp_path: Path) -> None:
    before = open_files()
    for nth, (make, (message, _)) in enumerate(LISTENERS.values()):
        folder = tmp_path / str(nth)
        folder.mkdir()
        device = make(folder)
        device.appear()
        device.listener.read(1)
        heard(device, 2, lambda device=device, message=message: connected(device, message))  # type: ignore[misc]
        device.close()
    assert open_files() == before
