"""Peers: a value that cannot be wrong."""

import pytest

from pacelight.errors import OutputError
from pacelight.lights.standby.peers import Peers, place

SECRET = b"known to all of us"
HERE, THERE = "127.0.0.1:5570", "127.0.0.1:5571"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("127.0.0.1:5570", ("127.0.0.1", 5570)),
        ("0.0.0.0:1", ("0.0.0.0", 1)),  # noqa: S104 - a place like any other
        ("[::1]:65535", ("::1", 65535)),
        ("[fe80:0:0::1]:5570", ("fe80::1", 5570)),
    ],
)
def test_a_place_is_an_address_and_a_port(text: str, there: tuple[str, int]) -> None:
    assert place(text) == there


@pytest.mark.parametrize(
    "text",
    [
        *("", "127.0.0.1", "127.0.0.1:", ":5570", "timing.local:5570", "::1:5570", "[127.0.0.1]:5570"),
        *("127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:5570 ", "[::1:5570"),
        "127.0.0.1:\u0661",
    ],
)
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(OutputError, match=r"write an address and a port, as 127.0.0.1:5570"):
        place(text)


@pytest.mark.parametrize("others", [(), (HERE,), (THERE, THERE), (THERE, HERE)])
def test_peers_are_others_and_each_is_named_once(others: tuple[str, ...]) -> None:
    with pytest.raises(OutputError, match="name each of the others once"):
        Peers(HERE, others, SECRET)


def test_peers_speak_one_kind_of_address() -> None:
    with pytest.raises(OutputError, match="all of IPv4 or all of IPv6"):
        Peers(HERE, ("[::1]:5570",), SECRET)


def test_a_short_secret_is_refused_and_no_secret_is_printed() -> None:
    with pytest.raises(OutputError, match="16 bytes or more, not 15"):
        Peers(HERE, (THERE,), SECRET[:15])
    assert "known" not in repr(Peers(HERE, (THERE,), SECRET))
