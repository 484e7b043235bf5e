"""What engines and nodes are told on the command line: where buses are, what becomes of the lights."""

from collections.abc import Iterable
from pathlib import Path

from pacelight.errors import OutputError
from pacelight.lights.standby.absence import Absence
from pacelight.meet.bus import Secret, Where, where

__all__ = ["absence", "places"]


def places(texts: Iterable[str], secret: Path | None) -> tuple[Where, ...]:
    """Where each bus is.

    Args:
        texts: paths, or ``tcp://HOST:PORT``.
        secret: the file of the secret that guards the ports.

    Raises:
        OutputError: one is no bus, or the secret cannot be read.
    """
    shared = None if secret is None else Secret.read(secret)
    return tuple(where(text, shared) for text in texts)


def absence(text: str) -> Absence:
    """What becomes of the lights when no engine is left.

    Raises:
        OutputError: none of the three.
    """
    if text not in set(Absence):
        raise OutputError(f"--absence is {', '.join(Absence)}, not '{text}'")
    return Absence(text)
