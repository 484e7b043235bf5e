"""A start signal over a bad network: lost, late, twice, out of order, recorded, forged; clocks that drift."""

from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import FormatError
from pacelight.timing.formats import start_signal
from pacelight.timing.formats.start_signal import LONGEST, Press
from pacelight.timing.gun import Guns
from pacelight.timing.gun.stamps import DRIFT_PPM
from pacelight.timing.gun.start_receiver import StartReceiver
from pacelight.timing.gun.start_sender import StartSender
from pacelight.timing.reading import GunRead, Heard

MS = 1_000_000
S = 1000 * MS
SECRET = b"0123456789abcdef0123456789abcdef"
PRESSED = 1000 * S


@dataclass
class Network:
    """What is under way; one draw a datagram: lost, or so late, perhaps twice."""

    draw: st.DrawFn
    ppm: int
    now_ns: int = PRESSED - 2 * S
    flying: list[tuple[int, int, str, bytes]] = field(default_factory=list)
    recorded: list[bytes] = field(default_factory=list)
    order: "count[int]" = field(default_factory=count)

    def theirs(self, ns: int) -> int:
        """The clock of the sender."""
        return 77 * S + (ns - PRESSED) * (1_000_000 + self.ppm) // 1_000_000

    def send(self, to: str, datagram: bytes) -> None:
        self.recorded.append(datagram)
        for late in self.draw(st.lists(st.integers(0, 300 * MS), max_size=2)):
            self.flying.append((self.now_ns + late, next(self.order), to, datagram))

    def due(self) -> list[tuple[str, bytes]]:
        arrived = sorted(one for one in self.flying if one[0] <= self.now_ns)
        self.flying = [one for one in self.flying if one[0] > self.now_ns]
        return [(to, datagram) for _, _, to, datagram in arrived]


Evening = tuple[list[Heard], StartSender, list[bytes]]


@st.composite
def evenings(draw: st.DrawFn) -> Evening:
    """A press, and four seconds of network; at last everything arrives."""
    network = Network(draw, draw(st.integers(-DRIFT_PPM, DRIFT_PPM)))
    numbers = count(1)
    sender = StartSender(SECRET, "5e5de500", lambda: f"{next(numbers):032x}")
    receivers = [StartReceiver("start", SECRET, f"{number:032x}") for number in (7, 8)]
    restarts_ns = draw(st.none() | st.integers(PRESSED - S, PRESSED + S))
    heard: list[Heard] = []
    pressed = False
    while network.now_ns < PRESSED + 3 * S:
        if not pressed and network.now_ns >= PRESSED:
            pressed = True
            sender.press(network.theirs(PRESSED))
        receiver = receivers[restarts_ns is not None and network.now_ns >= restarts_ns]
        for to, datagram in network.due():
            if to == "engine":
                found, answer = receiver.feed(datagram, network.now_ns)
                heard += found
                if answer:
                    network.send("sender", answer)
            else:
                sender.hear(datagram, network.theirs(network.now_ns))
        for datagram in sender.due(network.theirs(network.now_ns)):
            network.send("engine", datagram)
        network.now_ns += 50 * MS
    return heard, sender, network.recorded


@given(evenings())
def test_what_is_heard_of_a_press_has_it_inside(
    evening: Evening,
) -> None:
    heard, _, _ = evening
    guns = Guns(PRESSED - 60 * S)
    for one in heard:
        assert isinstance(one.reading, GunRead)
        assert one.at_ns >= PRESSED
        within_ns = one.reading.within_ns
        assert within_ns is None or one.at_ns - within_ns <= PRESSED
        guns.hear(one)
    found = guns.estimate()
    assert (found is None) == (not heard)
    if found is not None:
        assert not found.left_out
        assert (found.first_ns or 0) <= PRESSED <= found.last_ns
    assert len({one.reading.key for one in heard if isinstance(one.reading, GunRead)}) <= 1


@given(evenings())
def test_the_sender_knows_of_no_press_that_was_not_heard(
    evening: Evening,
) -> None:
    heard, sender, _ = evening
    assert not sender.taken or heard


@given(evenings(), st.integers(0, 10**12))
def test_what_was_recorded_starts_nothing_later(evening: Evening, later: int) -> None:
    _, _, recorded = evening
    again = StartReceiver("start", SECRET, f"{9:032x}")
    for datagram in recorded:
        assert again.feed(datagram, PRESSED + later)[0] == ()


@given(evenings(), st.data())
def test_what_is_changed_on_the_way_is_not_taken(evening: Evening, data: st.DataObject) -> None:
    _, _, recorded = evening
    datagram = bytearray(data.draw(st.sampled_from(recorded)))
    at = data.draw(st.integers(0, len(datagram) - 1))
    datagram[at] ^= data.draw(st.integers(1, 255))
    receiver = StartReceiver("start", SECRET, f"{7:032x}")
    assert receiver.feed(bytes(datagram), PRESSED) == ((), b"")
    assert receiver.refused == 1


@given(st.binary(max_size=LONGEST + 20))
def test_anything_else_is_refused_and_answered_to_nobody(data: bytes) -> None:
    receiver = StartReceiver("start", SECRET, f"{7:032x}")
    assert receiver.feed(data, 1) == ((), b"")


@given(st.text("0123456789abcdef", min_size=8, max_size=64), st.integers(0, 10**18 - 1))
def test_a_press_reads_back(token: str, number: int) -> None:
    press = Press(token, token, number, number, number)
    assert start_signal.read(start_signal.write(press, SECRET), SECRET) == press
    with pytest.raises(FormatError, match="was not sent under the secret of this meet"):
        start_signal.read(start_signal.write(press, SECRET + b"!"), SECRET)
