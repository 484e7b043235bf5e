"""A start signal of our own: by wire, by a byte, over the network."""

import os
import pty
import select
import termios
import threading
import time
import tty
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from pacelight.errors import OutputError
from pacelight.timing.formats import start_signal
from pacelight.timing.formats.start_signal import Hello
from pacelight.timing.gun.contact import BOUNCE_NS, Contact
from pacelight.timing.gun.start_sender import StartSender
from pacelight.timing.reading import GunRead, Heard
from pacelight.timing.sources.address import listener
from pacelight.timing.sources.contact import contact_serial
from pacelight.timing.sources.start_udp import StartUdp

MS = 1_000_000
S = 1000 * MS
SECRET = "0123456789abcdef" * 2
PATIENCE_S = 10.0


def looked(contact: Contact, *looks: tuple[int, bool]) -> list[tuple[int, int | None]]:
    found = [one for at, closed in looks for one in contact.look(at, closed=closed)]
    return [(one.at_ns, one.reading.within_ns) for one in found if isinstance(one.reading, GunRead)]


def test_a_contact_that_closes_was_open_at_the_look_before() -> None:
    assert looked(Contact("c"), (0, False), (MS, False), (3 * MS, True)) == [(3 * MS, 2 * MS)]


def test_an_adapter_makes_it_later() -> None:
    assert looked(Contact("c", late_ns=16 * MS), (0, False), (MS, True)) == [(MS, 17 * MS)]


def test_a_contact_that_bounces_closes_once() -> None:
    looks = [(n * MS, n % 2 == 1) for n in range(20)]
    assert looked(Contact("c"), *looks) == [(MS, MS)]


def test_a_contact_that_is_held_and_closes_again_later_is_another_start() -> None:
    looks = [(0, False), (MS, True), (S, False), (S + BOUNCE_NS + MS, True)]
    assert [at for at, _ in looked(Contact("c"), *looks)] == [MS, S + BOUNCE_NS + MS]


def test_a_contact_that_was_closed_from_the_beginning_has_not_closed() -> None:
    assert looked(Contact("c"), (0, True), (MS, True), (2 * MS, False)) == []


def test_an_edge_that_the_kernel_stamped_is_known_to_the_instant() -> None:
    contact = Contact("c")
    (first,) = contact.closes(5 * MS)
    assert (first.at_ns, first.reading) == (5 * MS, GunRead(f"{5 * MS}/1", within_ns=0))
    assert contact.closes(6 * MS) == ()


def waited(one: object, *, more: int = 1) -> list[Heard]:
    """What a listener hands out, as soon as there is so much."""
    heard: list[Heard] = []
    until_s = time.monotonic() + PATIENCE_S
    while len(heard) < more:
        assert time.monotonic() < until_s
        select.select([one], [], [], 0.2)
        heard += one.read(time.monotonic_ns())  # type: ignore[attr-defined]
    return heard


@pytest.fixture
def line() -> Iterator[tuple[int, Path]]:
    """A serial line as far as a pseudo-terminal is one: it has no CTS."""
    theirs, ours = pty.openpty()
    tty.setraw(theirs)
    yield theirs, Path(os.ttyname(ours))
    os.close(theirs)
    os.close(ours)


def test_a_contact_at_a_serial_line_is_seen_with_how_late_it_can_have_been(line: tuple[int, Path]) -> None:
    closed = threading.Event()
    looks = threading.Event()

    def inputs(_: int) -> int:
        looks.set()
        return termios.TIOCM_CTS if closed.is_set() else 0

    one = contact_serial("start", line[1], "cts", 0, look=inputs)
    try:
        for _ in range(3):
            looks.clear()
            assert looks.wait(PATIENCE_S)
        before_ns = time.monotonic_ns()
        closed.set()
        (heard,) = waited(one)
        assert isinstance(heard.reading, GunRead)
        assert heard.reading.within_ns is not None
        assert heard.at_ns - heard.reading.within_ns <= time.monotonic_ns()
        assert before_ns <= heard.at_ns
        assert one.statistics().state == "connected"
    finally:
        one.close()


def test_a_line_that_was_pulled_out_is_looked_at_again(line: tuple[int, Path]) -> None:
    broken, again = threading.Event(), threading.Event()

    def inputs(_: int) -> int:
        if broken.is_set():
            broken.clear()
            again.set()
            raise OSError(5, "Input/output error")
        return 0

    one = contact_serial("start", line[1], "dsr", 0, look=inputs)
    try:
        broken.set()
        assert again.wait(PATIENCE_S)
        until_s = time.monotonic() + PATIENCE_S
        states = set()
        while {"lost", "connected"} > states or one.statistics().state != "connected":
            assert time.monotonic() < until_s
            select.select([one], [], [], 0.2)
            one.read(time.monotonic_ns())
            states.add(one.statistics().state)
            if one.statistics().why:
                states.add("lost")
        assert one.statistics().why == "Input/output error"
    finally:
        one.close()


def test_a_line_without_inputs_is_refused(line: tuple[int, Path]) -> None:
    with pytest.raises(OutputError, match="start: Inappropriate ioctl for device"):
        listener("start", f"contact+serial://{line[1]}?line=cts")


def test_a_byte_on_a_line_is_the_start_and_the_rest_of_it_is_not(line: tuple[int, Path]) -> None:
    one = listener("start", f"contact+serial://{line[1]}?line=byte")
    try:
        one.read(time.monotonic_ns())
        os.write(line[0], b"GO\r\n")
        (heard,) = waited(one)
        assert isinstance(heard.reading, GunRead)
        assert heard.reading.within_ns is None
    finally:
        one.close()


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("contact+serial:///dev/null?line=cd", "no input 'cd'"),
        ("contact+serial:///dev/null?line=cts&late=soon", "late is a number of milliseconds"),
        ("contact+serial:///dev/nowhere", "start: No such file or directory"),
        ("contact+gpio:///dev/gpiochip0", "write contact"),
        ("contact+gpio:///dev/gpiochip0?line=17&closes=up", "write contact"),
        ("start+udp://127.0.0.1:0", "needs a secret"),
        ("start+udp://127.0.0.1:0?secret=/nowhere", "no secret can be read at /nowhere"),
    ],
)
def test_an_address_that_cannot_be_is_refused(address: str, why: str) -> None:
    with pytest.raises(OutputError, match=why):
        listener("start", address)


def test_gpio_lines_need_their_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "gpiod", None)
    with pytest.raises(OutputError, match=r"install pacelight\[gpio\]"):
        listener("start", "contact+gpio:///dev/gpiochip0?line=17")


def test_a_secret_that_others_can_read_or_that_is_short_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    secret.chmod(0o644)
    with pytest.raises(OutputError, match="others can read the secret"):
        listener("start", f"start+udp://127.0.0.1:0?secret={secret}")
    secret.write_text("short")
    secret.chmod(0o600)
    with pytest.raises(OutputError, match="has 5 characters, not 32"):
        listener("start", f"start+udp://127.0.0.1:0?secret={secret}")


@pytest.fixture
def receiver() -> Iterator[StartUdp]:
    one = StartUdp("start", ("127.0.0.1", 0), (), SECRET.encode())
    yield one
    one.close()


def test_a_press_goes_over_a_real_socket_and_is_known_within_its_way(receiver: StartUdp) -> None:
    import socket

    numbers = count(1)
    sender = StartSender(SECRET.encode(), "5e5de500", lambda: f"{next(numbers):032x}")
    heard: list[Heard] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line_:
        line_.connect(("127.0.0.1", receiver.port))
        line_.setblocking(False)
        pressed_ns = time.monotonic_ns()
        sender.press(pressed_ns)
        until_s = time.monotonic() + PATIENCE_S
        while len(heard) < 2:
            assert time.monotonic() < until_s
            for datagram in sender.due(time.monotonic_ns()):
                line_.send(datagram)
            ready = select.select([line_, receiver], [], [], 0.01)[0]
            if receiver in ready:
                heard += receiver.read(time.monotonic_ns())
            if line_ in ready:
                sender.hear(line_.recv(1024), time.monotonic_ns())
    first, sure = heard[0], heard[-1]
    assert isinstance(first.reading, GunRead)
    assert isinstance(sure.reading, GunRead)
    assert (first.reading.key, first.reading.within_ns) == (sure.reading.key, None)
    assert sure.reading.within_ns is not None
    assert sure.at_ns - sure.reading.within_ns <= pressed_ns <= sure.at_ns
    assert sender.taken == [1]
    assert receiver.statistics().state == "connected"


def test_a_receiver_says_that_the_sender_is_silent(receiver: StartUdp) -> None:
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line_:
        line_.connect(("127.0.0.1", receiver.port))
        line_.send(start_signal.write(Hello("5e5de500", "00000001"), SECRET.encode()))
        line_.send(b"something else")
        assert select.select([receiver], [], [], PATIENCE_S)[0]
        receiver.read(S)
        while receiver.statistics().refused == 0:
            receiver.read(S)
    assert receiver.wake_ns() == 5 * S
    receiver.read(5 * S)
    said = receiver.statistics()
    assert (said.state, said.why) == (
        "silent",
        "a start signal that was not sent under the secret of this meet",
    )


def test_nobody_listens_on_every_interface() -> None:
    with pytest.raises(OutputError):
        StartUdp("start", ("0.0.0.0", 0), (), SECRET.encode())  # noqa: S104 - refused
