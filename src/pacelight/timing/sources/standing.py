"""How a listener stands: what it tells a page that asks."""

from pacelight.timing.sources.port import ListenerStatistics

__all__ = ["CONNECTED", "LOST", "REFUSED", "SILENT", "WAITING", "Standing"]

WAITING, CONNECTED, SILENT, LOST, REFUSED = "waiting", "connected", "silent", "lost", "refused"


class Standing:
    """Counts what a listener does, and since when it does it.

    Attributes:
        state: one of the states of `ListenerStatistics`.
        readings: handed out.
        refused: senders that were not taken.
        why: the last reason; empty if there was none.
    """

    def __init__(self) -> None:
        self.state = WAITING
        self.readings = 0
        self.refused = 0
        self.why = ""
        self._since_ns = 0
        self._heard_ns: int | None = None
        self._opened_ns: int | None = None

    def opened(self, now_ns: int) -> None:
        """A line to a device is open, one more where there may be several."""
        self._opened_ns = now_ns

    def turn(self, state: str, now_ns: int, why: str = "") -> None:
        """It stands otherwise from now on, or for another reason."""
        if why:
            self.why = why
        if state != self.state or not self._since_ns:
            self.state, self._since_ns = state, now_ns

    def heard(self, now_ns: int, readings: int) -> None:
        """The device spoke."""
        self._heard_ns = now_ns
        self.readings += readings
        self.turn(CONNECTED, now_ns)

    def refuse(self, why: str) -> None:
        """Count a sender that was not taken."""
        self.refused += 1
        self.why = why

    def statistics(self, refused: int = 0, why: str = "") -> ListenerStatistics:
        """A snapshot.

        Args:
            refused: messages that were not taken, beside the senders.
            why: of the last of those.
        """
        return ListenerStatistics(
            state=self.state,
            since_ns=self._since_ns,
            heard_ns=self._heard_ns,
            readings=self.readings,
            refused=self.refused + refused,
            why=why or self.why,
            opened_ns=self._opened_ns,
        )
