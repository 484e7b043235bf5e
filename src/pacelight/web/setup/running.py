"""What a race that is on forbids: while one is armed or running, nothing of it is changed.

>>> on_track({"state": "running", "race": {"id": "mile", "name": "Men's mile"}})
OnTrack(race='mile', name="Men's mile", state='running')
>>> on_track({"state": "checked", "race": {"id": "mile", "name": "Men's mile"}}) is None
True
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pacelight.errors import RaceError
from pacelight.meet.race import ON_TRACK, State

__all__ = ["OnTrack", "on_track", "refuse"]


@dataclass(frozen=True, slots=True)
class OnTrack:
    """A race that is armed, running or held.

    Attributes:
        race: its id.
        name: for people.
        state: one of the three.
    """

    race: str
    name: str
    state: str

    def refuse(self, what: str) -> RaceError:
        """Why something is not done now.

        Args:
            what: is not done: ``the survey is not changed``.
        """
        remedy = "disarm it first" if self.state == State.ARMED else "wait until it is finished"
        return RaceError(f"{what} now: '{self.name}' is {self.state} ({remedy})")


def on_track(snapshot: Mapping[str, Any] | None) -> OnTrack | None:
    """The race that is on; None where none is, or no engine was heard.

    Args:
        snapshot: of the live protocol, as it was heard last.
    """
    if snapshot is None or snapshot.get("state") not in ON_TRACK:
        return None
    race = snapshot["race"]
    return OnTrack(race["id"], race["name"], snapshot["state"])


def refuse(on: OnTrack | None, what: str) -> None:
    """Refuse something while a race is on.

    Raises:
        RaceError: one is.
    """
    if on is not None:
        raise on.refuse(what)
