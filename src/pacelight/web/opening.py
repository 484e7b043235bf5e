"""How the page is open: to whom, by which names, over what."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pacelight.web.rights.session import Invitation

__all__ = ["Opening", "Welcome", "own_names"]

Welcome: TypeAlias = Callable[[Invitation, str], None]
"""Is told the secret with which everything begins, and the address of the page."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the page is open.

    Attributes:
        access: the file of who is signed in; None lets nobody in: all see, nobody asks.
        tls: the folder of the certificate; None speaks without TLS.
        plain: port on which http leads to https, and hands out the authority; None for none.
        names: other names by which the page is asked.
        trusts_network: people sign in and ask without TLS from other machines too.
        welcome: is told the first secret, where there is no director yet.
        setup: the folder of a meet that is prepared here; None for none.
        evidence: where journals and results of races lie, for those who decide about records.
        starts: whether somebody looks in that folder for the engine to be started.
        why: the file in which an engine says why it is not up; None where none does.
    """

    access: Path | None = None
    tls: Path | None = None
    plain: int | None = None
    names: tuple[str, ...] = ()
    trusts_network: bool = False
    welcome: Welcome | None = None
    setup: Path | None = None
    starts: bool = False
    evidence: tuple[Path, ...] = ()
    why: Path | None = None


def own_names() -> tuple[str, ...]:
    """The names of this machine, as itself and as its network know it."""
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return tuple(dict.fromkeys((name, short, f"{short}.local")))
