"""Where the lights of several engines hear one another follows from where the engines are listened to."""

from pathlib import Path

import pytest

from pacelight.errors import OutputError
from pacelight.meet.bus import Secret, Tcp
from pacelight.meet.engine.peers import peers_of

SECRET = Secret(b"0123456789abcdef0123456789abcdef")
HERE, THERE, NODE = (Tcp(f"10.0.0.{n}", 8371, SECRET) for n in (1, 2, 31))


def test_each_is_at_the_port_of_its_bus() -> None:
    peers = peers_of([Path("bus"), HERE], [THERE], [NODE], follow=True)
    assert (peers.bind, peers.others) == ("10.0.0.1:8371", ("10.0.0.2:8371", "10.0.0.31:8371"))
    assert (peers.follow, peers.node) == (True, False)


def test_the_key_of_heartbeats_is_made_from_the_secret_and_is_not_the_secret() -> None:
    mine, theirs = peers_of([HERE], [THERE]), peers_of([THERE], [HERE])
    assert mine.secret == theirs.secret != SECRET.token
    other = Tcp("10.0.0.1", 8371, Secret(b"fedcba9876543210fedcba9876543210"))
    assert peers_of([other], [THERE]).secret != mine.secret


@pytest.mark.parametrize(("bus", "others"), [([Path("bus")], [THERE]), ([HERE], [Path("bus")]), ([], [])])
def test_engines_without_ports_cannot_stand_by_one_another(bus: list[object], others: list[object]) -> None:
    with pytest.raises(OutputError, match="need a port each"):
        peers_of(bus, others)  # type: ignore[arg-type]
