"""Controllers of lamps, asked whether they are there: by the questions that their protocols have."""

import os
import socket
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from pacelight.errors import PacelightError
from pacelight.lights.drivers import output
from pacelight.lights.trial.found import Found
from pacelight.lights.trial.probe import listen
from pacelight.lights.trial.wled import ask
from pacelight.meet.doctor.devices import NOWHERE, Asked
from pacelight.track import Survey

__all__ = ["lamps"]

_HTTP = frozenset({"wled", "ddp"})
"""What WLED is driven by, which also speaks HTTP."""

_NO_ANSWER = "this protocol has no answer"


def lamps(surveys: Sequence[Survey], url: str, seconds: float) -> list[Asked]:
    """Every controller of the lamps, once.

    Args:
        surveys: of tonight's races: which controller has which address.
        url: the one address of all lamps, in the place of the surveys'; empty for these.
        seconds: how long those that answer by datagrams are waited for.
    """
    known = {one.output: one.name or one.output for survey in surveys for one in survey.controllers}
    places = [(url, url)] if url else [(name, at) for at, name in known.items()]
    hosts = [urlsplit(at).hostname or "" for _, at in places if urlsplit(at).scheme == "artnet"]
    nodes, unheard = _nodes(hosts, seconds) if hosts else ([], "")
    return [_asked(name, at, nodes, unheard) for name, at in places]


def _asked(name: str, url: str, nodes: Sequence[Found], unheard: str) -> Asked:
    if not url or url.startswith(NOWHERE):
        return Asked("" if name == url else name, NOWHERE)
    try:
        output(url)
    except PacelightError as error:
        return Asked(name, url, fault=str(error))
    parts = urlsplit(url)
    if parts.scheme == "artnet":
        return Asked(name, url, says=_node(parts, nodes), unknown=unheard)
    if parts.scheme in _HTTP:
        return _wled(name, url, parts, unknown="" if parts.scheme == "wled" else _NO_ANSWER)
    if parts.scheme == "adalight":
        return _line(name, url, Path(parts.path))
    return Asked(name, url, unknown=_NO_ANSWER)


def _nodes(hosts: Sequence[str], seconds: float) -> tuple[list[Found], str]:
    """Who answered by Art-Net, and why nobody could be asked; empty where they could."""
    complaints: list[str] = []
    try:
        found = listen(seconds, targets=hosts, warn=lambda text: complaints.append(str(text)))
    except PacelightError as error:
        return [], str(error)
    unheard = next((text for text in complaints if "Art-Net" in text), "")
    return [one for one in found if one.kind == "artnet"], unheard


def _node(parts: SplitResult, nodes: Sequence[Found]) -> str:
    address = ""
    with suppress(OSError):
        address = socket.gethostbyname(parts.hostname or "")
    for node in nodes:
        if node.address == address:
            return f"{node.name or node.address} answers by Art-Net{', ' + node.says if node.says else ''}"
    return ""


def _wled(name: str, url: str, parts: SplitResult, *, unknown: str) -> Asked:
    try:
        found = ask(parts.hostname or "")
    except PacelightError:
        return Asked(name, url, unknown=unknown)
    return Asked(name, url, says=f"{found.name}: {found.says}, {found.lamps} lamps")


def _line(name: str, url: str, device: Path) -> Asked:
    if not device.exists():
        return Asked(name, url, fault=f"no serial line is at {device}")
    if not os.access(device, os.R_OK | os.W_OK):
        return Asked(name, url, fault=f"{device} is not yours to write (join the group that owns it)")
    return Asked(name, url, unknown=_NO_ANSWER)
