"""A session: who somebody is, for as long as a day of competition lasts.

Pure: the time is an argument, whole seconds since 1970 in UTC.
"""

from dataclasses import dataclass

from pacelight.errors import OutputError
from pacelight.meet.desk.roles import Role

__all__ = ["IDLE_S", "LONGEST_BY", "LONGEST_S", "Invitation", "Session", "post"]

IDLE_S = 4 * 3600
"""After so long without a request a session is over: a morning's break, not a night."""

LONGEST_S = 18 * 3600
"""After so long it is over in any case: one day of competition."""

LONGEST_BY = 64
"""Characters of a name."""


def post(text: str) -> str:
    """A name as it stands in the journal, blanks around it left out.

    Raises:
        OutputError: it is empty, too long, or has what cannot be printed.
    """
    name = text.strip()
    if not (name and len(name) <= LONGEST_BY and name.isprintable()):
        raise OutputError(f"a name has 1 to {LONGEST_BY} characters that can be printed (write: timing desk)")
    return name


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is signed in.

    Attributes:
        id: by which it is listed and revoked; no secret.
        client: what the engine knows this console by, for the light token.
        role: what it may ask.
        by: the name in the journal.
        address: from which it was begun.
        made_s: when it was begun.
        seen_s: when it was last used, to the minute.
    """

    id: str
    client: str
    role: Role
    by: str
    address: str
    made_s: int
    seen_s: int

    @property
    def until_s(self) -> int:
        """When it is over if nothing is asked any more."""
        return min(self.seen_s + IDLE_S, self.made_s + LONGEST_S)

    def lives(self, now_s: int) -> bool:
        """Whether it is still good."""
        return now_s < self.until_s


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that lets somebody in.

    Attributes:
        code: known to who asked for it and to nobody else; what is kept is its hash.
        until_s: when it is good no more.
    """

    code: str
    role: Role
    by: str
    until_s: int
