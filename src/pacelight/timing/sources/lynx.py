"""The addresses of a FinishLynx: its scoreboard feed, and the folder of its results."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import SplitResult, unquote

from pacelight.errors import OutputError
from pacelight.timing.formats.lynx_dialects import DIALECTS
from pacelight.timing.formats.lynx_dialogue import AUTO, LynxDialogue
from pacelight.timing.formats.lynx_feed import LynxFeed
from pacelight.timing.sources.lynx_folder import LynxFolder
from pacelight.timing.sources.port import Listener
from pacelight.timing.sources.serial import SerialCaller
from pacelight.timing.sources.tcp import Place, TcpCaller
from pacelight.timing.sources.tcp_host import TcpHost
from pacelight.timing.sources.udp import UdpListener

__all__ = ["board_dialogue", "folder", "serial_board", "tcp_board", "udp_board"]

_POLLS = range(50, 60_001)


def udp_board(name: str, place: Place, allow: Sequence[str], said: Mapping[str, str]) -> Listener:
    """FinishLynx sends to us: Network (UDP)."""
    return UdpListener(name, place, allow, board_dialogue(name, said))


def tcp_board(name: str, place: Place, allow: Sequence[str], said: Mapping[str, str]) -> Listener:
    """FinishLynx is called: Network (listen). With ``listen=yes`` it calls us: Network (connect)."""
    make = board_dialogue(name, said)
    listen = said.get("listen", "no")
    if listen not in {"yes", "no"}:
        raise OutputError(f"listen is yes or no, not '{listen}'")
    return TcpHost(name, place, allow, make) if listen == "yes" else TcpCaller(name, place, make())


def serial_board(name: str, path: Path, baud: int, said: Mapping[str, str]) -> Listener:
    """FinishLynx writes to a COM port, whose other end is here."""
    return SerialCaller(name, path, baud, board_dialogue(name, said)())


def folder(name: str, parts: SplitResult, said: Mapping[str, str]) -> Listener:
    """The folder in which FinishLynx saves.

    Raises:
        OutputError: no whole path, or no time between two looks.
    """
    path = unquote(parts.path)
    if parts.netloc or not path.startswith("/"):
        raise OutputError(
            f"'{parts.geturl()}': write lynx+folder:///PATH, the path with three strokes before it"
        )
    poll = said.get("poll", "250")
    if not (poll.isascii() and poll.isdecimal() and int(poll) in _POLLS):
        raise OutputError(f"poll is a number of milliseconds from 50 to 60000, not '{poll}'")
    return LynxFolder(name, Path(path), int(poll))


def board_dialogue(name: str, said: Mapping[str, str]) -> Callable[[], LynxDialogue]:
    """Makes dialogues that share one feed, whose guns are no other session's.

    Raises:
        OutputError: no such dialect.
    """
    dialect = said.get("dialect", "pacelight")
    if dialect not in {*DIALECTS, AUTO}:
        raise OutputError(f"no dialect '{dialect}': write one of {', '.join([*DIALECTS, AUTO])}")
    feed = LynxFeed(f"{time.monotonic_ns():x} ")
    return lambda: LynxDialogue(name, dialect, feed)
