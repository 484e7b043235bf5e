"""Every ten seconds a source of E1.31 says which universes it sends, to everyone on its network."""

import socket
from collections.abc import Iterator

import numpy as np
import pytest

from pacelight.lights.drivers import Output, output, patched
from pacelight.lights.drivers.announcement import Announcement
from pacelight.lights.wire.e131_heard import Page

pytestmark = pytest.mark.usefixtures("own_network")

S = 1_000_000_000
FRAME = np.zeros(1200, np.uint8)


@pytest.fixture
def everyone() -> Iterator[socket.socket]:
    """Whoever listens to the group of universe 64214."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("239.255.250.214", 5568))
        member = socket.inet_aton("239.255.250.214") + socket.inet_aton("127.0.0.1")
        listening.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
        listening.settimeout(10)
        yield listening


def heard(everyone: socket.socket) -> Page:
    return Page.read(everyone.recv(2048))


def silent(everyone: socket.socket) -> bool:
    everyone.settimeout(0)
    try:
        everyone.recv(2048)
    except BlockingIOError:
        return True
    finally:
        everyone.settimeout(10)
    return False


def show(made: Output, frames: int = 1) -> None:
    driver = made.open(1200)
    for number in range(frames):
        driver.send(FRAME, number)
    driver.close()


def test_by_multicast_it_is_said_with_the_first_frame_and_not_with_every_one(
    everyone: socket.socket,
) -> None:
    show(output("sacn+multicast://127.0.0.1?universe=7", "race"), frames=5)
    page = heard(everyone)
    assert (page.universes, page.number, page.last, page.name) == ((7, 8, 9), 0, 0, "Pacelight race")
    assert silent(everyone)


@pytest.mark.parametrize(("option", "said"), [("", False), ("?discovery=0", False), ("?discovery=1", True)])
def test_by_unicast_it_is_said_where_that_was_asked_for(
    everyone: socket.socket, option: str, *, said: bool
) -> None:
    show(output(f"sacn://127.0.0.1{option}"))
    if said:
        assert heard(everyone).universes == (1, 2, 3)
    assert silent(everyone)


def test_several_controllers_of_one_source_tell_of_all_its_universes(everyone: socket.socket) -> None:
    some = np.arange(600)
    show(
        patched(
            [
                ("sacn://127.0.0.1?universe=20", some),
                ("sacn://127.0.0.2?universe=3&discovery=1", some),
                ("ddp://127.0.0.3", some),
                ("sacn+multicast://127.0.0.1?universe=40", some),
            ]
        )
    )
    assert [heard(everyone).universes for _ in range(2)] == [(3, 4, 20, 21, 40, 41)] * 2
    assert silent(everyone)


def test_it_is_said_again_after_ten_seconds_and_no_sooner(everyone: socket.socket) -> None:
    now = [100 * S]
    made = Announcement([b"one", b"two"], clock=lambda: now[0])
    for at, said in ((0, True), (5, False), (9.99, False), (10, True), (19, False), (31, True)):
        now[0] = 100 * S + round(at * S)
        made.turn("127.0.0.1")
        if said:
            assert [everyone.recv(9) for _ in range(2)] == [b"one", b"two"]
        assert silent(everyone)


def test_where_nobody_can_be_told_frames_go_on(everyone: socket.socket) -> None:
    """Source of the address: RFC 5737, which no machine has."""
    Announcement([b"one"]).turn("192.0.2.1")
    assert silent(everyone)
