"""What comes of a request: entries of the journal, or why not. Pure: another engine decides the same.

Whatever is decided is written down, a refusal too, and answered once that is taken into the session:
so the same request is answered the same, whoever asks again, and whichever engine leads by then.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from types import MappingProxyType

import msgspec

from pacelight.errors import PacelightError
from pacelight.meet.clock import Instant
from pacelight.meet.desk.acts import LIGHTS, LOCKED, REASONED, UNSEEN, Act
from pacelight.meet.desk.deeds import deeds
from pacelight.meet.desk.requests import Answer, Request, Status, act_of
from pacelight.meet.desk.roles import TABLE, may
from pacelight.meet.desk.scene import Programme, Scene
from pacelight.meet.journal.entries import Declined, Deed, Entry, Of, Opened
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.race import State

__all__ = ["Decision", "answered", "decide"]

_SHOWN = 4
"""Changes that are named to whoever has not seen them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be written down, and what is to be answered.

    Attributes:
        entries: in order; empty where everything stands already.
        answer: where nothing is to be written; else None: when the entries are written down and taken,
            `answered` says it.
    """

    entries: tuple[Entry, ...]
    answer: Answer | None = None


def decide(
    session: Session,
    request: Request,
    now: Instant,
    boot: str,
    *,
    reasons: Sequence[str] = (),
    openings: Mapping[str, Callable[[], Opened]] = MappingProxyType({}),
    rate: Fraction | str = Fraction(1),
    programme: Programme | None = None,
    lamps: int | None = None,
) -> Decision:
    """What comes of a request.

    Args:
        session: the races as they stand.
        request: what is asked.
        now: this instant.
        boot: id of the machine's boot.
        reasons: what is not right for arming, in one line each.
        openings: by id, what makes the line that opens a race which was not opened yet.
        rate: race seconds a second, of a gun that is still to come.
        programme: what the meet file says now, where that is asked.
        lamps: how many there are; None where nobody knows.
    """
    digest = _digest(request)
    if not request.key or not request.by:
        return Decision((), _refusal(session, request, "say who asks, and under which key"))
    if request.key in session.answers:
        return Decision((), _again(session, request, digest))
    live = _meant(session, request)
    scene = Scene(
        session,
        live or session.on,
        request,
        digest,
        now,
        boot,
        tuple(reasons),
        openings,
        Fraction(rate),
        programme,
        lamps,
    )
    why = _against(scene, known=live is not None)
    if not why:
        try:
            return Decision(tuple(_addressed(session, scene.live, one) for one in deeds(scene)))
        except PacelightError as error:
            why = [*str(error).splitlines()]
    return Decision((_addressed(session, scene.live, _declined(scene, why)),))


def answered(session: Session, key: str) -> Answer:
    """What a request is answered whose entries were taken.

    Raises:
        KeyError: there was no such request.
    """
    found = session.answers[key]
    return Answer(key, found.done, found.revision, found.state, list(found.why))


def _again(session: Session, request: Request, digest: str) -> Answer:
    found = answered(session, request.key)
    if session.answers[request.key].digest == digest:
        return found
    return _refusal(session, request, "this key is that of another request (make a new one for each)")


def _refusal(session: Session, request: Request, why: str) -> Answer:
    """What is not even written down: there is no key of its own to write it down under."""
    live = _meant(session, request) or session.on
    return Answer(request.key, False, live.revision, live.state, [why])


def _meant(session: Session, request: Request) -> Live | None:
    """The race that is meant; lamps are those of the race on the track, whatever a request says."""
    if act_of(request.do) in {Act.BLACKOUT, Act.FADE, Act.LIGHT, Act.SHOW, Act.WALK}:
        return session.on
    return session.races.get(request.race)


def _against(scene: Scene, *, known: bool) -> list[str]:
    """What stands against it before anything of the race is looked at; empty for nothing."""
    act, request = act_of(scene.request.do), scene.request
    if not may(request.role, act):
        others = ", ".join(sorted(TABLE.get(act, ())))
        return [f"'{act}' is not for the role {request.role} (for: {others or 'nobody'})"]
    if not known and not (act is Act.LOAD and request.race in scene.openings):
        return [_not_loaded(scene)]
    if not request.do.reason.strip() and (act in REASONED or _disqualifies(request)):
        return [f"'{act}' needs a reason"]
    if act in LOCKED and scene.live.state is State.OFFICIAL:
        return ["the result is official (a director may reopen it, for a reason)"]
    if act in LIGHTS and scene.session.holder not in {"", request.client}:
        return [f"{scene.session.holds or 'another console'} operates the lights (take them over first)"]
    return _unseen(scene) if known and act not in UNSEEN else []


def _not_loaded(scene: Scene) -> str:
    name, loaded = scene.request.race, list(scene.session.races)
    if name in scene.openings:
        return f"the race '{name}' is not loaded yet (load it first)"
    there = loaded + [one for one in scene.openings if one not in loaded]
    return f"no race '{name}' is in this session (there are: {', '.join(there)})"


def _disqualifies(request: Request) -> bool:
    return isinstance(request.do, Status) and request.do.status.upper() == "DQ"


def _unseen(scene: Scene) -> list[str]:
    """What has changed since it was asked upon; empty for nothing."""
    seen, live = scene.request.seen, scene.live
    if seen is None:
        return [f"say which revision of the race was seen (it is {live.revision} now)"]
    if seen > live.revision:
        return [f"revision {seen} of this race is not known here (it is {live.revision} now)"]
    missed = [f"{one.text}, by {one.by or 'the timing'}" for one in live.changes if one.revision > seen]
    if not missed:
        return []
    more = f" and {len(missed) - _SHOWN} more" if len(missed) > _SHOWN else ""
    return [f"the race is another since revision {seen}: {'; '.join(missed[-_SHOWN:])}{more}"]


def _declined(scene: Scene, why: list[str]) -> Declined:
    return Declined(act=act_of(scene.request.do), why=why, **scene.author)


def _addressed(session: Session, live: Live, entry: Entry) -> Entry:
    """What happens to a race that is not on the track says to which."""
    if live is session.on or not isinstance(entry, Deed):
        return entry
    return Of(live.race.id, entry)


def _digest(request: Request) -> str:
    """Of all but what was seen: by this the same request is known again."""
    said = msgspec.json.encode((request.race, request.by, request.role, request.client, request.do))
    return sha256(said).hexdigest()[:16]
