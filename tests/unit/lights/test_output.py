"""Addresses: understood at once, or refused in one line."""

import pickle
import socket

import pytest

from pacelight.errors import OutputError
from pacelight.lights.drivers import output
from pacelight.lights.drivers.simulated import SimulatedOutput
from pacelight.lights.drivers.udp import SacnOutput


def sacn(url: str, who: str = "race") -> SacnOutput:
    made = output(url, who)
    assert isinstance(made, SacnOutput)
    return made


def test_sim_is_for_lamps_that_are_not_there() -> None:
    assert output("sim://") == SimulatedOutput("sim://", 50)
    assert output("sim://?fps=25").fps == 25


def test_an_address_may_say_nothing_but_the_host() -> None:
    made = sacn("sacn://127.0.0.1")
    assert (made.family, made.address) == (socket.AF_INET, ("127.0.0.1", 5568))
    assert (made.first, made.source.priority, made.fps) == (1, 100, 50)


def test_an_address_may_say_everything() -> None:
    made = sacn("sacn://127.0.0.1:6000/?universe=9&priority=150&fps=40")
    assert made.address == ("127.0.0.1", 6000)
    assert (made.first, made.source.priority, made.fps) == (9, 150, 40)
    assert made.target == "sacn://127.0.0.1:6000/?universe=9&priority=150&fps=40"


def test_a_host_with_two_addresses_is_sent_to_by_the_older_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [
        (socket.AF_INET6, socket.SOCK_DGRAM, 17, "", ("::1", 5568, 0, 0)),
        (socket.AF_INET, socket.SOCK_DGRAM, 17, "", ("127.0.0.1", 5568)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: both)
    assert sacn("sacn://hall").address == ("127.0.0.1", 5568)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: both[:1])
    assert sacn("sacn://hall").address == ("::1", 5568, 0, 0)


def test_a_race_taken_up_again_is_the_same_source_and_another_race_is_not() -> None:
    one, again, other = sacn("sacn://127.0.0.1"), sacn("sacn://127.0.0.1"), sacn("sacn://127.0.0.1", "other")
    assert one == again
    assert one.source.name == "Pacelight race"
    assert one.source.cid != other.source.cid
    assert len({one.source.cid, other.source.cid}) == 2


def test_a_long_name_is_cut_between_letters() -> None:
    assert sacn("sacn://127.0.0.1", "é" * 40).source.name == "Pacelight " + "é" * 26


def test_an_output_is_carried_to_another_process() -> None:
    made = sacn("sacn://127.0.0.1?universe=3")
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "no output is at ''"),
        ("lamps", "no output is at 'lamps'"),
        (
            "artnet://127.0.0.1",
            "no output is at 'artnet://127.0.0.1' (write sim:// for none, or sacn://HOST)",
        ),
        ("sacn://[::1", "no output is at"),
        ("sim://hall", "write sim://, not 'sim://hall'"),
        ("sim://?universe=2", "an output has no 'universe' (there are fps)"),
        ("sacn://", "(write sacn://HOST, as in sacn://10.0.0.20)"),
        ("sacn://127.0.0.1/lamps", "not an address of lamps"),
        ("sacn://me@127.0.0.1", "not an address of lamps"),
        ("sacn://127.0.0.1:0", "names no port that can be sent to"),
        ("sacn://127.0.0.1:65536", "names no port that can be sent to"),
        ("sacn://127.0.0.1:lamps", "names no port that can be sent to"),
        ("sacn://127.0.0.1?universe=0", "from universe 0 on"),
        ("sacn://127.0.0.1?universe=64000", "from universe 64000 on"),
        ("sacn://127.0.0.1?universe=one", "universe is a whole number, not 'one' (as in universe=1)"),
        ("sacn://127.0.0.1?universe=", "universe is a whole number, not ''"),
        ("sacn://127.0.0.1?universe=²", "universe is a whole number, not '²'"),
        ("sacn://127.0.0.1?priority=201", "a priority is 0 to 200, not 201"),
        ("sacn://127.0.0.1?fps=10", "20 to 100 frames a second, not 10"),
        ("sacn://127.0.0.1?priorty=100", "an output has no 'priorty' (there are universe, priority, fps)"),
        ("sacn://239.255.0.1", "'239.255.0.1' is no one controller"),
        ("sacn://[ff18::1]", "'ff18::1' is no one controller"),
        ("sacn://0.0.0.0", "'0.0.0.0' is no one controller"),
        ("sacn://255.255.255.255", "'255.255.255.255' is no one controller"),
    ],
)
def test_what_is_no_address_is_refused_in_one_line(url: str, why: str) -> None:
    with pytest.raises(OutputError) as refused:
        output(url)
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_host_that_does_not_resolve_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_args: object, **_named: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(OutputError) as refused:
        output("sacn://lamps.invalid")
    assert str(refused.value) == "the lamps at 'lamps.invalid' cannot be found: Name or service not known"


@pytest.mark.parametrize("host", ["x" * 64 + ".invalid", "a..b"])
def test_what_cannot_be_the_name_of_a_host_is_refused(host: str) -> None:
    with pytest.raises(OutputError, match="cannot be found: ") as refused:
        output(f"sacn://{host}")
    assert host in str(refused.value)


def test_an_address_from_which_there_is_no_way_now_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cable may be out when the evening begins."""

    def refuse(_self: object, _address: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert sacn("sacn://127.0.0.1").address == ("127.0.0.1", 5568)


def test_more_lamps_than_universes_are_refused() -> None:
    with pytest.raises(OutputError, match="from universe 63999 on need 2 universes"):
        output("sacn://127.0.0.1?universe=63999").check(600)
    output("sacn://127.0.0.1?universe=63999").check(510)
    output("sim://").check(10**9)
