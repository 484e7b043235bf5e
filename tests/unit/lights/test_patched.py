"""Several controllers: each is sent its part, and what becomes of one is no matter of the others."""

import os
import pickle
import pty
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from typing import Any

import numpy as np
import pytest

from pacelight.errors import OutputError
from pacelight.lights.canvas.frame import Canvas, Frame
from pacelight.lights.drivers import ControllerStatistics, DriverStatistics, output, patched
from pacelight.lights.drivers.health import State
from pacelight.lights.drivers.part import Channels, Part
from pacelight.lights.drivers.patched import Patched, PatchedOutput, names
from pacelight.lights.drivers.port import Room
from pacelight.lights.drivers.simulated import Simulated, SimulatedOutput
from pacelight.lights.loop.process import LightLoop

FRAME = np.arange(1200, dtype=np.uint32).astype(np.uint8)

FIRST, SECOND = np.arange(600), np.arange(600, 1200)


def listening(stack: ExitStack) -> socket.socket:
    made = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    made.bind(("127.0.0.1", 0))
    made.settimeout(10)
    return made


def port(one: socket.socket) -> int:
    return int(one.getsockname()[1])


def closed_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        return port(one)


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as made:
        yield made


def test_each_controller_is_sent_its_part_by_its_own_protocol(stack: ExitStack) -> None:
    one, other = listening(stack), listening(stack)
    turned = np.concatenate([SECOND[::-1], [-1, -1, -1]])
    made = patched([(f"ddp://127.0.0.1:{port(one)}", FIRST), (f"wled://127.0.0.1:{port(other)}", turned)])
    with closing(made.open(1200)) as driver:
        driver.send(FRAME, 7)
    assert one.recv(2048)[10:] == FRAME[:600].tobytes()
    assert other.recv(2048)[2:] == FRAME[600:][::-1].tobytes() + bytes(3)


def test_one_that_is_off_one_that_refuses_and_one_that_raises_cost_the_others_nothing(
    stack: ExitStack,
) -> None:
    lamps = listening(stack)

    class Raising(Simulated):
        """A driver that breaks its promise."""

        def send(self, frame: Frame, sequence: int) -> None:
            super().send(frame, sequence)
            raise OSError(5, "Input/output error")

    parts = [
        Part("off", output("sacn+multicast://192.0.2.1"), FIRST),
        Part("refuses", output(f"ddp://127.0.0.1:{closed_port()}"), FIRST),
        Part("raises", SimulatedOutput(), FIRST),
        Part("lit", output(f"ddp://127.0.0.1:{port(lamps)}"), SECOND),
    ]
    drivers = [part.output.open(600) for part in parts]
    drivers[2] = Raising()
    made = Patched(parts, drivers, 1200)
    for number in range(20):
        made.send(FRAME, number)
        assert lamps.recv(2048)[10:] == FRAME[600:].tobytes()
    made.terminate(20)
    now = time.monotonic_ns()
    states = [one.health.state(now) for one in made.controllers()]
    assert states == [State.AWAY, State.REFUSING, State.UP, State.UP]
    assert [one.sent.frames for one in made.controllers()] == [21] * 4
    assert made.controllers()[2].sent.errors == 20
    done = made.statistics()
    assert done.frames == 21
    assert done.packets == sum(one.sent.packets for one in made.controllers())
    assert done.errors == sum(one.sent.errors for one in made.controllers())
    made.close()
    made.close()


def test_a_serial_line_that_disappears_is_opened_again_and_costs_the_others_nothing(
    stack: ExitStack, tmp_path: Any
) -> None:
    """Its name leads nowhere at first, and to a line later."""
    lamps, name = listening(stack), tmp_path / "ttyUSB0"
    made = patched(
        [
            (f"adalight://{name}?baud=921600", np.arange(60)),
            (f"ddp://127.0.0.1:{port(lamps)}", FIRST),
        ]
    ).open(600)
    for number in range(3):
        made.send(FRAME[:600], number)
    assert made.controllers()[0].health.state(time.monotonic_ns()) is State.AWAY
    assert made.controllers()[0].health.reason == "No such file or directory"
    ours, theirs = pty.openpty()
    stack.callback(os.close, ours)
    stack.callback(os.close, theirs)
    name.symlink_to(os.ttyname(theirs))
    for number in range(3, 40):
        made.send(FRAME[:600], number)
    assert os.read(ours, 66) == b"Ada\x00\x13\x46" + FRAME[:60].tobytes()
    assert made.controllers()[0].health.back_ns > made.controllers()[0].health.last_ns
    assert [lamps.recv(2048)[1] for _ in range(40)] == [number % 15 + 1 for number in range(40)]
    made.close()


def test_what_shows_a_frame_goes_out_when_all_controllers_have_theirs(stack: ExitStack) -> None:
    """By E1.31 each by itself, as each has its address; all of it in the order in which it was sent."""
    lamps = listening(stack)
    made = patched(
        [
            (f"sacn://127.0.0.1:{port(lamps)}?sync=9", FIRST),
            (f"sacn://127.0.0.1:{port(lamps)}?sync=9&universe=11", SECOND),
        ]
    ).open(1200)
    made.send(FRAME, 300)
    kinds = [(packet[21], packet[44 if len(packet) == 49 else 111]) for packet in packets(lamps, 5)]
    assert kinds == [(4, 44)] * 4 + [(8, 44)]
    made.close()


def packets(lamps: socket.socket, count: int) -> list[bytes]:
    came = [lamps.recv(2048) for _ in range(count)]
    lamps.settimeout(0)
    with pytest.raises(BlockingIOError):
        lamps.recv(2048)
    return came


def test_what_all_are_told_may_fail_and_frames_go_on(stack: ExitStack) -> None:
    """Source of the address: RFC 5737, to which loopback has no way."""
    lamps = listening(stack)
    made = output(f"artnet://127.0.0.1:{port(lamps)}?sync=255.255.255.255").open(6)
    original = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if address[0] == "255.255.255.255":
            raise OSError(101, "Network is unreachable")
        original(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        for number in range(3):
            made.send(FRAME[:6], number)
    assert [packet[8:10] for packet in packets(lamps, 3)] == [b"\x00\x50"] * 3
    done = made.statistics()
    assert (done.packets, done.errors) == (3, 3)
    assert made.controllers()[0].health.times == 0
    made.close()


def test_it_is_carried_to_the_light_loop_which_tells_of_each_controller(
    stack: ExitStack, canvas: Canvas
) -> None:
    lamps = listening(stack)
    made = patched(
        [(f"ddp://127.0.0.1:{port(lamps)}", FIRST), (f"ddp://127.0.0.1:{closed_port()}", FIRST[:30])],
        names=["bend", "straight"],
    )
    assert pickle.loads(pickle.dumps(made)).fps == 50  # noqa: S301 - our own
    with LightLoop(canvas, made) as loop:
        loop.stand()
        assert lamps.recv(2048)[10:] == canvas.paint(None).tobytes()
        until = time.monotonic() + 20
        while loop.statistics().controllers[1:] == () or not loop.statistics().controllers[1].health.times:
            assert time.monotonic() < until
            time.sleep(0.005)
        done = loop.statistics()
    assert [(one.name, one.target) for one in done.controllers] == list(names(made))
    now = time.monotonic_ns()
    assert [one.health.state(now) for one in done.controllers] == [State.UP, State.REFUSING]
    assert done.controllers[1].health.reason == "Connection refused"
    assert done.controllers[0].sent.packets > 0
    assert done.frames - done.sending.frames in {0, 1}  # it may have been read between the two


def parts_of(*channels: Channels) -> list[tuple[str, Channels]]:
    return [(f"ddp://127.0.0.{number}", some) for number, some in enumerate(channels, 1)]


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ([], "frames go to 1 to 64 controllers, not 0"),
        ([("sim://", FIRST)] * 65, "frames go to 1 to 64 controllers, not 65"),
        (
            [("sacn://127.0.0.1", FIRST), ("sacn://127.0.0.1?universe=2", FIRST)],
            "controllers 'bend 1' and 'bend 2' both take universe 2 at 127.0.0.1, port 5568",
        ),
        (
            [("artnet://127.0.0.1", np.arange(3000)), ("artnet://127.0.0.1?universe=3", np.arange(3000))],
            "controllers 'bend 1' and 'bend 2' both take universes 3 to 5 at 127.0.0.1, port 6454",
        ),
        (
            [("sacn+multicast://10.0.0.5", FIRST), ("sacn+multicast://10.0.0.5?universe=2", FIRST)],
            "both take universe 2 at all machines behind 10.0.0.5",
        ),
        ([("ddp://127.0.0.1", FIRST), ("ddp://127.0.0.1", SECOND)], "both take 127.0.0.1, port 4048"),
        (
            [("adalight:///dev/ttyUSB0?baud=921600", FIRST[:30])] * 2,
            "both take the line /dev/ttyUSB0",
        ),
        (
            [("sacn://127.0.0.1?universe=63999", FIRST)],
            "controller 'bend 1': 600 channels from universe 63999",
        ),
        ([("sacn://127.0.0.1?universe=64000", FIRST)], "controller 'bend 1': 1 channels from universe 64000"),
        ([("wled://127.0.0.1", np.zeros(196_611, int))], "controller 'bend 1': WLED counts 65536 lamps"),
        ([("lamps://127.0.0.1", FIRST)], "controller 'bend 1': no output is at 'lamps://127.0.0.1'"),
        ([("ddp://a..b", FIRST)], "controller 'bend 1': the lamps at 'a..b' cannot be found"),
        ([("sim://", FIRST[:0])], "controller 'bend 1': a controller without lamps is sent nothing"),
        ([("sim://", FIRST - 2)], "controller 'bend 1': a frame has no channel -2 (-1 is for none)"),
        (
            [("sim://?fps=40", FIRST), ("ddp://127.0.0.1?fps=25", FIRST)],
            "all controllers are sent the same frames: 'bend 2' asks for fps=25, 'bend 1' for fps=40",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_that_names_the_controller(
    parts: list[tuple[str, Channels]], why: str
) -> None:
    with pytest.raises(OutputError) as refused:
        patched(parts, names=[f"bend {number}" for number, _ in enumerate(parts, 1)])
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_two_controllers_of_one_name_are_refused() -> None:
    with pytest.raises(OutputError, match="two controllers are called 'bend'"):
        patched(parts_of(FIRST, SECOND), names=["bend", "bend"])


def test_a_frame_that_has_not_what_a_controller_shows_is_refused(canvas: Canvas) -> None:
    made = patched(parts_of(FIRST, SECOND), names=["bend", "straight"])
    made.check(1200)
    with pytest.raises(OutputError) as refused:
        LightLoop(canvas, made)
    assert str(refused.value) == "controller 'straight' shows channel 1199 of a frame that has 0 to 599"


@pytest.mark.parametrize(
    ("asked", "fps"), [(("", ""), 50), (("?fps=40", ""), 40), (("", "?fps=100"), 100), (("?fps=25",) * 2, 25)]
)
def test_frames_a_second_are_what_some_ask_for(asked: tuple[str, str], fps: int) -> None:
    one, other = asked
    assert patched([(f"sim://{one}", FIRST), (f"ddp://127.0.0.1{other}", FIRST)], names="ab").fps == fps


def test_one_controller_is_known_by_its_address_and_several_by_their_number() -> None:
    assert patched(parts_of(FIRST)).target == "ddp://127.0.0.1"
    made = patched(parts_of(FIRST, SECOND))
    assert made.target == "2 controllers"
    assert names(made) == (("ddp://127.0.0.1",) * 2, ("ddp://127.0.0.2",) * 2)
    assert names(output("sim://")) == (("sim://", "sim://"),)
    assert made.rooms(1200) == (Room("127.0.0.1, port 4048"), Room("127.0.0.2, port 4048"))


def test_the_same_host_may_have_two_protocols_or_universes_apart() -> None:
    made = patched(
        [
            ("sacn://127.0.0.1", FIRST),
            ("sacn://127.0.0.1?universe=3", SECOND),
            ("ddp://127.0.0.1", FIRST),
            ("sim://", FIRST),
            ("sim://?fps=50", SECOND),
        ]
    )
    assert isinstance(made, PatchedOutput)
    assert len(made.parts) == 5


def test_at_first_no_controller_has_done_anything() -> None:
    made = patched(parts_of(FIRST, SECOND)).open(1200)
    assert made.controllers() == (ControllerStatistics(DriverStatistics(0, 0, 0, 0)),) * 2
