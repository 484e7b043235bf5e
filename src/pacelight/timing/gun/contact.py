"""A contact that closes at the gun: which closing is a start, and how late it can have been seen."""

from pacelight.timing.reading import GunRead, Heard

__all__ = ["BOUNCE_NS", "Contact"]

BOUNCE_NS = 500_000_000
"""A relay that is held for half a second at the start closes once, however its contact bounces.

Source: gdudik/wavelight, a timer's bridge that closes its relay for 0.5 s when the clock begins to run.
"""


class Contact:
    """Says of each closing of a contact when it was, once.

    Args:
        source: as the meet file names it.
        late_ns: by so much an adapter between the contact and us delays it at most.
    """

    def __init__(self, source: str, late_ns: int = 0) -> None:
        self._source, self._late_ns = source, late_ns
        self._closed: bool | None = None
        self._looked_ns: int | None = None
        self._open_since_ns: int | None = None
        self._count = 0

    def look(self, now_ns: int, *, closed: bool) -> tuple[Heard, ...]:
        """What the contact is now; one that was closed from the beginning has not closed.

        What was open at the look before closed since: so late is it known at most.
        """
        before_ns, was_closed = self._looked_ns, self._closed
        self._looked_ns, self._closed = now_ns, closed
        if was_closed is None or before_ns is None:
            self._open_since_ns = None if closed else now_ns - BOUNCE_NS
            return ()
        if closed == was_closed:
            return ()
        if not closed:
            self._open_since_ns = now_ns
            return ()
        return self._closes(now_ns, now_ns - before_ns)

    def closes(self, at_ns: int) -> tuple[Heard, ...]:
        """It closed at an instant that the system itself has stamped."""
        before_ns, self._looked_ns = self._looked_ns, at_ns
        if before_ns is not None and at_ns - before_ns < BOUNCE_NS:
            return ()
        return self._said(at_ns, 0)

    def _closes(self, now_ns: int, within_ns: int) -> tuple[Heard, ...]:
        since_ns = self._open_since_ns
        if since_ns is not None and now_ns - since_ns < BOUNCE_NS:
            return ()
        return self._said(now_ns, within_ns)

    def _said(self, at_ns: int, within_ns: int) -> tuple[Heard, ...]:
        self._count += 1
        gun = GunRead(f"{at_ns}/{self._count}", within_ns=within_ns + self._late_ns)
        return (Heard(at_ns, self._source, gun),)
