"""The address of a timing device, as the meet file writes it, and the listener at it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias
from urllib.parse import SplitResult, parse_qsl, urlsplit

from pacelight.errors import OutputError
from pacelight.timing.formats.ipico import IpicoDialogue
from pacelight.timing.formats.jchip import JchipDialogue
from pacelight.timing.formats.mylaps_dialogue import MylapsDialogue
from pacelight.timing.formats.omega_dialogue import OmegaDialogue
from pacelight.timing.formats.raceresult_dialogue import RaceResultDialogue
from pacelight.timing.sources import lynx
from pacelight.timing.sources.contact import StartByte, contact_gpio, contact_serial
from pacelight.timing.sources.port import Listener
from pacelight.timing.sources.serial import SerialCaller
from pacelight.timing.sources.start_udp import StartUdp, secret_in
from pacelight.timing.sources.tcp import TcpCaller, located
from pacelight.timing.sources.tcp_host import TcpHost

__all__ = ["ADDRESSES", "USUAL_PORTS", "listener", "options", "place"]

USUAL_PORTS: Mapping[str, int] = {"mylaps": 3097, "raceresult": 3601, "jchip": 53135, "start": 5960}
"""Ports that a system has where nobody says another. Source: CrossMgr, of all but our own start signal."""

_BAUD = 9600

Maker: TypeAlias = Callable[[str, SplitResult, Sequence[str]], Listener]
"""Makes a listener from its name, its address and who may send."""


def listener(name: str, url: str, *, allow: Sequence[str] = ()) -> Listener:
    """Whoever listens to the device at this address.

    Args:
        name: as the meet file calls it.
        url: its address: ``omega://10.0.0.5:4001``; see `ADDRESSES`.
        allow: where devices connect to us, the machines or networks that may; none for this machine alone.

    Raises:
        OutputError: no such address, or nothing can listen there.
    """
    parts = urlsplit(url)
    if parts.scheme not in ADDRESSES:
        raise OutputError(f"no timing system is at '{url}' (write one of {', '.join(ADDRESSES)} before ://)")
    make, _ = ADDRESSES[parts.scheme]
    return make(name, parts, allow)


def place(parts: SplitResult, usual: int | None = None) -> tuple[str, int]:
    """Machine and port of an address.

    Args:
        parts: the address.
        usual: port where it names none.

    Raises:
        OutputError: no machine or no port, more than those, or it cannot be found.
    """
    try:
        port = parts.port if parts.port is not None else usual
    except ValueError:
        port = None
    if not parts.hostname or port is None or parts.path not in {"", "/"}:
        raise OutputError(f"not an address: '{_shown(parts)}' (write {ADDRESSES[parts.scheme][1]})")
    return located(parts.hostname, port)


def options(parts: SplitResult, *known: str) -> Mapping[str, str]:
    """What an address says after its question mark.

    Raises:
        OutputError: an option that is not known here, or said twice.
    """
    said = parse_qsl(parts.query, keep_blank_values=True)
    found = dict(said)
    unknown = [option for option in found if option not in known]
    if unknown or len(found) < len(said):
        named = unknown[0] if unknown else said[0][0]
        takes = f"takes {', '.join(known)}, each once" if known else "takes no options"
        raise OutputError(f"'{_shown(parts)}': {parts.scheme} {takes}, not '{named}'")
    return found


def _omega(name: str, parts: SplitResult, _: Sequence[str]) -> Listener:
    laps = options(parts, "laps").get("laps", "line")
    if laps not in {"line", "points"}:
        raise OutputError(
            f"'{_shown(parts)}': laps are counted at the line, or stand for points, not '{laps}'"
        )
    return TcpCaller(name, place(parts), OmegaDialogue(name, laps_are_points=laps == "points"))


def _mylaps(name: str, parts: SplitResult, allow: Sequence[str]) -> Listener:
    options(parts)
    return TcpHost(name, place(parts, USUAL_PORTS["mylaps"]), allow, lambda: MylapsDialogue(name))


def _raceresult(name: str, parts: SplitResult, _: Sequence[str]) -> Listener:
    trigger = options(parts, "trigger").get("trigger", "cell")
    if trigger not in {"cell", "gun"}:
        raise OutputError(f"'{_shown(parts)}': the trigger of a decoder is a cell or a gun, not '{trigger}'")
    dialogue = RaceResultDialogue(name, trigger_is_gun=trigger == "gun")
    return TcpCaller(name, place(parts, USUAL_PORTS["raceresult"]), dialogue)


def _ipico(name: str, parts: SplitResult, _: Sequence[str]) -> Listener:
    point = options(parts, "point").get("point", "")
    return TcpCaller(name, place(parts), IpicoDialogue(name, point))


def _ipico_serial(name: str, parts: SplitResult, _: Sequence[str]) -> Listener:
    said = options(parts, "baud", "point")
    return SerialCaller(name, line(parts), baud(parts, said), IpicoDialogue(name, said.get("point", "")))


def _jchip(name: str, parts: SplitResult, allow: Sequence[str]) -> Listener:
    options(parts)
    return TcpHost(name, place(parts, USUAL_PORTS["jchip"]), allow, lambda: JchipDialogue(name))


def _lynx_udp(name: str, parts: SplitResult, allow: Sequence[str]) -> Listener:
    return lynx.udp_board(name, place(parts), allow, options(parts, "dialect"))


def _lynx_tcp(name: str, parts: SplitResult, allow: Sequence[str]) -> Listener:
    return lynx.tcp_board(name, place(parts), allow, options(parts, "listen", "dialect"))


def _lynx_serial(name: str, parts: SplitResult, _: Sequence[str]) -> Listener:
    said = options(parts, "baud", "dialect")
    return lynx.serial_board(name, line(parts), baud(parts, said), said)


def _lynx_folder(name: str, parts: SplitResult, _: Sequence[str]) -> Listener:
    return lynx.folder(name, parts, options(parts, "poll"))


def line(parts: SplitResult) -> Path:
    """Path of a serial line.

    Raises:
        OutputError: none, or a machine before it.
    """
    if parts.netloc or not parts.path.startswith("/"):
        raise OutputError(f"not an address: '{_shown(parts)}' (write {ADDRESSES[parts.scheme][1]})")
    return Path(parts.path)


def baud(parts: SplitResult, said: Mapping[str, str]) -> int:
    """Speed of a serial line, bits a second; 9600 where it is not said.

    Raises:
        OutputError: no number.
    """
    text = said.get("baud", str(_BAUD))
    if not (text.isascii() and text.isdecimal()):
        raise OutputError(f"'{_shown(parts)}': the speed of a line is a number, not '{text}' (baud=9600)")
    return int(text)


def _shown(parts: SplitResult) -> str:
    """The address as it was written: two strokes are kept where nothing stands between them and the path."""
    return f"{parts.scheme}://{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def _contact_serial(name: str, parts: SplitResult, _: Sequence[str]) -> Listener:
    said = options(parts, "line", "late", "baud")
    path, wire = line(parts), said.get("line", "cts")
    if wire == "byte":
        return SerialCaller(name, path, baud(parts, said), StartByte(name))
    return contact_serial(name, path, wire, _late_ns(parts, said))


def _contact_gpio(name: str, parts: SplitResult, _: Sequence[str]) -> Listener:
    said = options(parts, "line", "closes")
    closes = said.get("closes", "low")
    if "line" not in said or closes not in {"low", "high"}:
        raise OutputError(f"'{parts.geturl()}': write {ADDRESSES[parts.scheme][1]}")
    return contact_gpio(name, str(line(parts)), said["line"], falling=closes == "low")


def _start_udp(name: str, parts: SplitResult, allow: Sequence[str]) -> Listener:
    said = options(parts, "secret")
    if not said.get("secret"):
        raise OutputError(f"'{parts.geturl()}': a start signal needs a secret (?secret=FILE)")
    return StartUdp(name, place(parts, USUAL_PORTS["start"]), allow, secret_in(Path(said["secret"])))


def _late_ns(parts: SplitResult, said: Mapping[str, str]) -> int:
    """By so many milliseconds an adapter is late at most.

    Raises:
        OutputError: no number.
    """
    text = said.get("late", "0")
    if not (text.isascii() and text.isdecimal()):
        raise OutputError(f"'{parts.geturl()}': late is a number of milliseconds, not '{text}' (late=16)")
    return int(text) * 1_000_000


ADDRESSES: Mapping[str, tuple[Maker, str]] = {
    "lynx+udp": (_lynx_udp, "lynx+udp://HOST:PORT[?dialect=auto]"),
    "lynx+tcp": (_lynx_tcp, "lynx+tcp://HOST:PORT[?listen=yes&dialect=auto]"),
    "lynx+serial": (_lynx_serial, "lynx+serial:///dev/ttyUSB0[?baud=9600&dialect=auto]"),
    "lynx+folder": (_lynx_folder, "lynx+folder:///PATH[?poll=250]"),
    "omega": (_omega, "omega://HOST:PORT[?laps=points]"),
    "mylaps": (_mylaps, "mylaps://HOST[:3097]"),
    "raceresult": (_raceresult, "raceresult://HOST[:3601][?trigger=gun]"),
    "ipico": (_ipico, "ipico://HOST:PORT[?point=NAME]"),
    "ipico+serial": (_ipico_serial, "ipico+serial:///dev/ttyUSB0[?baud=9600&point=NAME]"),
    "jchip": (_jchip, "jchip://HOST[:53135]"),
    "contact+serial": (_contact_serial, "contact+serial:///dev/ttyS0[?line=cts&late=0]"),
    "contact+gpio": (_contact_gpio, "contact+gpio:///dev/gpiochip0?line=17[&closes=low]"),
    "start+udp": (_start_udp, "start+udp://HOST[:5960]?secret=FILE"),
}
"""How the address of each system is written, and who makes its listener: one line a system."""
