"""Controllers that the network knows: who answers Art-Net, who sends E1.31, who announces itself as WLED."""

from collections.abc import Sequence
from contextlib import ExitStack

import msgspec

from pacelight.errors import PacelightError
from pacelight.lights.trial.announced import Search, announced
from pacelight.lights.trial.found import Found
from pacelight.lights.trial.probe import listen
from pacelight.lights.trial.wled import ask

__all__ = ["ControllerShown", "FoundShown", "look"]

_ADDRESSES = {"artnet": "artnet://{}", "wled": "ddp://{}"}
"""How a controller of a kind is sent to; a source of E1.31 is none."""


class ControllerShown(msgspec.Struct, frozen=True):
    """A controller that was found; see `pacelight.lights.trial.found.Found`.

    Attributes:
        output: the address under which lamps are sent to it; empty of one that only sends.
    """

    kind: str
    address: str
    name: str
    output: str
    universes: list[int] = []
    lamps: int | None = None
    says: str = ""


class FoundShown(msgspec.Struct, frozen=True):
    """Who was found; and what could not be asked, in one line each."""

    found: list[ControllerShown]
    notes: list[str] = []
    schema: str = "pacelight.found/1"


def look(
    seconds: float, targets: Sequence[str] = (), wled: Sequence[str] = (), interface: str = ""
) -> FoundShown:
    """Ask, listen, and say who is there.

    Args:
        seconds: how long is listened.
        targets: addresses that are asked by Art-Net; everybody, if none is given.
        wled: hosts that are asked as WLED, besides those that announce themselves.
        interface: address of the interface; all of them, if not given.

    Raises:
        Failure: there is no way to ask or listen at all.
    """
    notes: list[str] = []
    with ExitStack() as stack:
        search = _searched(stack, interface, notes)
        heard = listen(seconds, interface=interface, targets=targets, warn=notes.append)
        hosts = search.hosts() if search is not None else []
    named = [host if ":" in host else f"{host}:80" for host in wled]
    asked = [one for host in dict.fromkeys([*named, *hosts]) if (one := _asked(host, notes)) is not None]
    return FoundShown([_shown(one) for one in (*asked, *heard)], notes)


def _searched(stack: ExitStack, interface: str, notes: list[str]) -> Search | None:
    try:
        return stack.enter_context(announced(interface))
    except OSError as error:
        notes.append(f"WLED is not searched for ({error.strerror or error})")
        return None


def _asked(host: str, notes: list[str]) -> Found | None:
    try:
        return ask(host)
    except PacelightError as error:
        notes.append(str(error))
        return None


def _shown(one: Found) -> ControllerShown:
    host = one.address.removesuffix(":80").partition(":")[0]
    output = _ADDRESSES[one.kind].format(host) if one.kind in _ADDRESSES else ""
    if one.kind == "artnet" and one.universes:
        output = f"{output}?universe={one.universes[0]}"
    return ControllerShown(one.kind, one.address, one.name, output, list(one.universes), one.lamps, one.says)
