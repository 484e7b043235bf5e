"""Who lights these lamps on this machine: names that the system gives to one process, and takes back.

A loop that nobody gives orders to any more knows by it that another lights its lamps, and goes;
and the other one begins when it is gone, so that no frame is sent twice.
"""

import socket
from hashlib import sha256

__all__ = ["Living", "Unseen"]


class Living:
    """The names of whoever lights these lamps, and of whoever still does though nobody answers for it.

    Args:
        lamps: whatever tells them from all others on this machine.
    """

    def __init__(self, lamps: str) -> None:
        name = b"\0pacelight-lights-" + sha256(lamps.encode()).hexdigest()[:32].encode("ascii")
        self._name, self._left_alone = name, name + b"-left-alone"
        self._held: socket.socket | None = None
        self._begun = False

    def claim(self) -> bool:
        """Light the lamps; says whether nobody is left that still does.

        If another process has the name, that one lights them as well, and it may be asked for again.
        """
        if self._held is None:
            self._held = _bound(self._name)
        self._begun = self._begun or not _is_held(self._left_alone)
        return self._begun

    def linger(self) -> None:
        """Nobody answers for this process any more: it lights the lamps until another does."""
        self.release()
        self._held = _bound(self._left_alone)

    def release(self) -> None:
        """Light them no more."""
        self._begun = False
        if self._held is not None:
            self._held.close()
            self._held = None

    def another(self) -> bool:
        """Whether another process lights them, asked by one that is left alone."""
        return _is_held(self._name)


class Unseen:
    """Nobody's name: of lamps that no other process could light."""

    def claim(self) -> bool:
        """Nobody else is there."""
        return True

    def linger(self) -> None:
        """Nobody would look."""

    def release(self) -> None:
        """There is nothing to let go of."""

    def another(self) -> bool:
        """Nobody does."""
        return False


def _bound(name: bytes) -> socket.socket | None:
    held = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        held.bind(name)
    except OSError:
        held.close()
        return None
    return held


def _is_held(name: bytes) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(name)
        except OSError:
            return False
    return True
