"""Addresses: understood at once, or refused in one line."""

import pickle
import socket

import pytest

from pacelight.errors import OutputError
from pacelight.lights.drivers import output
from pacelight.lights.drivers.line import LineOutput
from pacelight.lights.drivers.link import Address, Broadcast, Controller, Multicast
from pacelight.lights.drivers.simulated import SimulatedOutput
from pacelight.lights.drivers.udp import Format, MulticastOutput, UdpOutput
from pacelight.lights.wire.artnet import ArtNet
from pacelight.lights.wire.ddp import Ddp
from pacelight.lights.wire.e131 import E131
from pacelight.lights.wire.wled import Wled


def udp(url: str, who: str = "race") -> UdpOutput:
    made = output(url, who)
    assert isinstance(made, UdpOutput)
    return made


def address(url: str) -> Address:
    return udp(url).controller.address


def written(url: str, who: str = "race") -> E131:
    made = udp(url, who).format
    assert isinstance(made, E131)
    return made


def test_sim_is_for_lamps_that_are_not_there() -> None:
    assert output("sim://") == SimulatedOutput("sim://", 50)
    assert output("sim://?fps=25").fps == 25


def test_an_address_may_say_nothing_but_the_host() -> None:
    made = udp("sacn://127.0.0.1")
    assert made.controller == Controller(socket.AF_INET, ("127.0.0.1", 5568))
    assert (made.fps, made.offload) == (50, False)
    e131 = written("sacn://127.0.0.1")
    assert (e131.first, e131.source.priority, e131.sync) == (1, 100, 0)


def test_an_address_may_say_everything() -> None:
    url = "sacn://127.0.0.1:6000/?universe=9&priority=150&sync=7&fps=40&pace=90&offload=1"
    made = udp(url)
    assert made.controller == Controller(socket.AF_INET, ("127.0.0.1", 6000), 90)
    assert (made.fps, made.offload, made.target) == (40, True, url)
    e131 = written(url)
    assert (e131.first, e131.source.priority, e131.sync) == (9, 150, 7)


@pytest.mark.parametrize(
    ("url", "port", "format_"),
    [
        ("artnet://127.0.0.1", 6454, ArtNet(0)),
        ("artnet://127.0.0.1?universe=32767&sync=1", 6454, ArtNet(32_767, sync=True)),
        ("ddp://127.0.0.1", 4048, Ddp()),
        ("wled://127.0.0.1?timeout=255", 21_324, Wled(255)),
    ],
)
def test_each_protocol_has_its_port(url: str, port: int, format_: Format) -> None:
    made = udp(url)
    assert (made.controller.address, made.format) == (("127.0.0.1", port), format_)


def test_all_machines_may_be_told_at_once_to_show_what_they_hold() -> None:
    made = udp("artnet://127.0.0.1?universe=3&sync=10.0.0.255&fps=40")
    assert made.to_all == Broadcast("10.0.0.255", 6454)
    assert (made.format, made.fps) == (ArtNet(3, sync=True), 40)
    assert udp("artnet://127.0.0.1?sync=1").to_all is None


def test_groups_are_known_by_the_interface() -> None:
    made = output("sacn+multicast://10.0.0.5?universe=255&sync=99")
    assert isinstance(made, MulticastOutput)
    assert made.groups == Multicast("10.0.0.5", 5568)
    assert made.format.groups(600) == ["239.255.0.255", "239.255.1.0", "239.255.0.99"]


def test_a_serial_line_need_not_be_there_yet() -> None:
    made = output("adalight:///dev/ttyUSB9?baud=1500000&fps=100")
    assert isinstance(made, LineOutput)
    assert (made.path, made.format.baud, made.fps) == ("/dev/ttyUSB9", 1_500_000, 100)


def test_a_serial_line_is_not_asked_for_more_than_it_carries() -> None:
    output("adalight:///dev/ttyUSB0?baud=921600").check(1200)
    with pytest.raises(OutputError) as refused:
        output("adalight:///dev/ttyUSB0").check(1200)
    assert str(refused.value) == (
        "a line of 115200 baud carries 9 frames a second of 400 lamps, not 50 "
        "(write a lower fps, a higher baud, or light fewer lamps)"
    )


@pytest.mark.parametrize(
    ("url", "channels", "why"),
    [
        ("artnet://127.0.0.1?universe=32767", 511, "need 2 universes (Art-Net has 0 to 32767)"),
        ("wled://127.0.0.1", 3 * 65_537, "WLED counts 65536 lamps, not 65537"),
        ("ddp://127.0.0.1", 2**32 + 1, "DDP counts 4294967296 channels"),
        ("adalight:///dev/ttyUSB0", 3 * 65_537, "Adalight counts 1 to 65536 lamps, not 65537"),
        ("sacn+multicast://127.0.0.1?universe=63999", 600, "from universe 63999 on need 2 universes"),
    ],
)
def test_more_lamps_than_a_protocol_counts_are_refused(url: str, channels: int, why: str) -> None:
    with pytest.raises(OutputError) as refused:
        output(url).check(channels)
    assert why in str(refused.value)


def test_a_host_with_two_addresses_is_sent_to_by_the_older_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [
        (socket.AF_INET6, socket.SOCK_DGRAM, 17, "", ("::1", 5568, 0, 0)),
        (socket.AF_INET, socket.SOCK_DGRAM, 17, "", ("127.0.0.1", 5568)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: both)
    assert address("sacn://hall") == ("127.0.0.1", 5568)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: both[:1])
    assert address("sacn://hall") == ("::1", 5568, 0, 0)


def test_a_race_taken_up_again_is_the_same_source_and_another_race_is_not() -> None:
    one, again = written("sacn://127.0.0.1"), written("sacn://127.0.0.1")
    other = written("sacn://127.0.0.1", "other")
    assert one == again
    assert one.source.name == "Pacelight race"
    assert one.source.cid != other.source.cid
    assert len({one.source.cid, other.source.cid}) == 2


def test_a_long_name_is_cut_between_letters() -> None:
    assert written("sacn://127.0.0.1", "é" * 40).source.name == "Pacelight " + "é" * 26


@pytest.mark.parametrize(
    "url",
    [
        "sim://",
        "sacn://127.0.0.1?universe=3",
        "sacn+multicast://127.0.0.1",
        "artnet://127.0.0.1",
        "ddp://127.0.0.1",
        "wled://127.0.0.1",
        "adalight:///dev/ttyUSB0",
    ],
)
def test_an_output_is_carried_to_another_process(url: str) -> None:
    made = output(url)
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "no output is at ''"),
        ("lamps", "no output is at 'lamps'"),
        (
            "lamp://127.0.0.1",
            "or one of sim://, sacn://, sacn+multicast://, artnet://, ddp://, wled://, adalight://)",
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
        (
            "sacn://127.0.0.1?priorty=100",
            "an output has no 'priorty' (there are universe, priority, sync, discovery, fps, pace, offload)",
        ),
        ("sacn://127.0.0.1?sync=64000", "by a universe of 1 to 63999, not 64000 (write sync=0 for none)"),
        ("sacn://127.0.0.1?offload=2", "offload is 0 or 1, not 2"),
        ("sacn://127.0.0.1?pace=10001", "pace is 1 to 10000 megabits a second, or 0 for none, not 10001"),
        ("sacn+multicast://", "not an interface: 'sacn+multicast://'"),
        ("sacn+multicast://hall", "not an interface"),
        ("sacn+multicast://239.255.0.1", "not an interface"),
        ("sacn+multicast://10.0.0.5/x", "not an interface"),
        ("artnet://127.0.0.1?universe=32768", "from universe 32768 on"),
        ("artnet://127.0.0.1?sync=9", "sync is 0 or 1, not 9"),
        ("artnet://127.0.0.1?sync=10.0.0", "as in sync=10.0.0.255, not '10.0.0'"),
        ("artnet://127.0.0.1?sync=239.255.0.1", "not '239.255.0.1'"),
        ("artnet://127.0.0.1?sync=0.0.0.0", "not '0.0.0.0'"),
        ("sacn://127.0.0.1?discovery=2", "discovery is 0 or 1, not 2"),
        ("ddp://", "(write ddp://HOST, as in ddp://10.0.0.20)"),
        ("ddp://127.0.0.1:0", "(write 1 to 65535, or none for 4048)"),
        ("wled://127.0.0.1?timeout=0", "WLED waits 1 to 254 seconds, or for good at 255, not 0"),
        ("wled://127.0.0.1?timeout=256", "not 256"),
        ("adalight://ttyUSB0", "not a serial line: 'adalight://ttyUSB0' (write adalight:///dev/ttyUSB0)"),
        ("adalight://", "not a serial line"),
        ("adalight:///dev/ttyUSB0?baud=12345", "serial lines here have no 12345 baud"),
        ("adalight:///dev/ttyUSB0?baud=0", "serial lines here have no 0 baud"),
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
    assert address("sacn://127.0.0.1") == ("127.0.0.1", 5568)


def test_more_lamps_than_universes_are_refused() -> None:
    with pytest.raises(OutputError, match="from universe 63999 on need 2 universes"):
        output("sacn://127.0.0.1?universe=63999").check(600)
    output("sacn://127.0.0.1?universe=63999").check(510)
    output("sim://").check(10**9)
