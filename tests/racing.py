"""A desk to test with: a small race, its journal in memory, a clock that goes when it is told to.

Loaded by the fixture `racing`, since tests cannot import one another.
"""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import msgspec

from pacelight.mark import Mark
from pacelight.meet.bus.protocol import mark_shown
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.decide import answered, decide
from pacelight.meet.desk.requests import Answer, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal import entries
from pacelight.meet.live.feed import Feed
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.live.told import Told
from pacelight.web.live.fold import Fold

SECOND = 1_000_000_000
BOOT = "boot"

RACE = """\
schema = "pacelight.race/1"
id = "{id}"
name = "Men's 800 m, {id}"
event = "800"
sex = "men"
day = 2026-07-04
venue = "Home"
competition = "Club evening"
source = "timing"

[track]
name = "standard-400"
lamps = 100

[[sources]]
key = "timing"
who = "the timing desk"
as_of = 2026-07-04

[[light]]
name = "pace"
plan = {{ kind = "even", mark = "1:45.00" }}

[[runner]]
bib = "1"
athlete = "one-a"
name = "A One"
nation = "NOR"

[[runner]]
bib = "2"
athlete = "two-b"
name = "B Two"
nation = "NED"

[[runner]]
bib = "3"
athlete = "three-c"
name = "C Three"
nation = "IRL"
"""


def opened(race: str = "heat-1", schema: str = entries.SCHEMA) -> entries.Opened:
    """The line that opens a race over 800 m with three runners and a light of 1:45.00."""
    mark = Mark.parse("1:45.00")
    light = entries.Asked(
        name="pace",
        label="1:45.00",
        colour="#19e36b",
        head_m=1.0,
        tail_m=5.0,
        kind="even",
        origin="the race file",
        mark=mark_shown(mark),
        athlete=None,
        as_of=None,
        distance_mm=800_000,
        knots=[(800_000, mark.elapsed.ns)],
    )
    return entries.Opened(schema, RACE.format(id=race), [light], "book.sqlite", "sim://")


def passed(bib: str, metres: float, seconds: float, **more: Any) -> entries.Passed:
    """A passing as a photo finish has it; the finish is official."""
    fields: dict[str, Any] = {
        "bib": bib,
        "distance_mm": round(metres * 1000),
        "elapsed_ns": round(seconds * SECOND),
        "method": "photo",
        "official": metres == 800,
        "source": "photo finish",
        "key": f"{bib}-{metres:g}-{seconds:g}",
        "owner": "athlete",
    }
    return entries.Passed(**fields | more)


def shown(live: Live) -> dict[str, Any]:
    """All that is known of a race but what only grows, as it is now: to be compared with what it will be."""
    now = {
        "state": live.state,
        "dark": live.dark,
        "gun": live.gun,
        "guns": live.guns,
        "moved_ns": live.moved_ns,
        "holds": live.holds,
        "lights": live.lights,
        "times": live.times.all,
        "splits": {one.bib: live.splits(one.bib) for one in live.race.heat.starters},
        "gaps": live.gaps,
        "results": live.results,
        "verdicts": live.verdicts,
        "refused": live.timed.refused,
        "records": live.records,
        "credits": live.credits,
        "confirmed": live.confirmed,
        "conflicts": live.conflicts,
        "wind": live.wind,
    }
    return {name: copy(one) for name, one in now.items()}


def known(session: Session) -> dict[str, Any]:
    """All that a session holds."""
    return {
        "on": session.on.race.id,
        "holder": session.holder,
        "holds": session.holds,
        "answers": session.answers,
        "line": session.line,
        "sources": session.sources,
        "races": {
            name: shown(live) | {"revision": live.revision, "changes": live.changes, "keys": live.keys}
            for name, live in session.races.items()
        },
    }


class Page:
    """A page that was given a snapshot once, and since then deltas; of another race a snapshot again."""

    def __init__(self, session: Session) -> None:
        self.fold = Fold()
        self._session = session
        survey = session.on.race.survey(Path())
        self._feed = Feed(session, survey, boot="boot", rate=1.0, target="sim://")
        self.fold.replace(self.now())

    def hear(self, told: Sequence[Told]) -> None:
        """What was told of one line."""
        live = self._session.on
        instant = Instant(0, live.gun.unix_ns - live.gun.monotonic_ns) if live.gun else Instant(0, 0)
        self._feed.clock = RaceClock.of(live.gun, instant, BOOT, live.guns) if live.gun else None
        if any(one.kind == "race" for one in told):
            self._feed.put_on(live.race.survey(Path()))
            self.fold.replace(self.now())
            return
        for one in told:
            delta = self._feed.delta(one, 0)
            assert delta is None or self.fold.take(msgspec.json.decode(delta))

    def now(self) -> dict[str, Any]:
        """What a page is given that comes now."""
        page: dict[str, Any] = msgspec.json.decode(self._feed.snapshot(0))
        return page

    @staticmethod
    def plain(page: dict[str, Any]) -> dict[str, Any]:
        """With splits and gaps in the order of distance, as a page sorts them."""
        runners = [
            one
            | {
                "splits": sorted(one["splits"], key=lambda split: split["distance_m"]),
                "gaps": sorted(one["gaps"], key=lambda gap: (gap["distance_m"], gap["light"])),
            }
            for one in page["runners"]
        ]
        return page | {"runners": runners}


@dataclass
class Desk:
    """A journal, the session that follows from it, and who asks.

    Attributes:
        journal: its lines, as JSON.
        told: all that was told.
        now_ns: the instant.
        reasons: what is not right for arming.
        openings: of races that can be loaded.
        rate: race seconds a second, of a gun yet to come.
        is_watched: a page is told all of it.
        keys: of requests.
    """

    schema: str = entries.SCHEMA
    journal: list[bytes] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    now_ns: int = 1000 * SECOND
    reasons: Sequence[str] = ()
    openings: dict[str, Callable[[], entries.Opened]] = field(default_factory=dict)
    rate: str = "1"
    is_watched: bool = False
    keys: Any = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        if not self.journal:
            self.journal.append(msgspec.json.encode(opened(schema=self.schema)))
        self.session = self.replayed()
        self.page = Page(self.session) if self.is_watched else None

    @property
    def live(self) -> Live:
        """The race on the track."""
        return self.session.on

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.now_ns += round(seconds * SECOND)

    def note(self, entry: entries.Entry) -> list[Told]:
        """Write a line down, as the engine does, and take it."""
        line = msgspec.json.encode(entry)
        told = list(self.session.take(entries.decoded(line)))
        self.journal.append(line)
        self.told += told
        if self.page is not None:
            self.page.hear(told)
        return told

    def request(self, do: asked.Do, role: Role = Role.DIRECTOR, **more: Any) -> Request:
        """Something that is asked having seen all that is."""
        race = more.pop("race", self.live.race.id)
        live = self.session.races.get(race, self.live)
        fields = {"key": f"key-{next(self.keys)}", "by": "desk", "seen": live.revision} | more
        return Request(race=race, role=role, do=do, **fields)

    def send(self, request: Request) -> Answer:
        """Have it decided, write down what comes of it, and answer."""
        now = Instant(self.now_ns, self.now_ns + 10**18)
        decision = decide(
            self.session,
            request,
            now,
            BOOT,
            reasons=self.reasons,
            openings=self.openings,
            rate=self.rate,
        )
        for entry in decision.entries:
            self.note(entry)
        return decision.answer or answered(self.session, request.key)

    def ask(self, do: asked.Do, role: Role = Role.DIRECTOR, **more: Any) -> Answer:
        """Ask something, having seen all that is."""
        return self.send(self.request(do, role, **more))

    def journal_entry(self, nth: int) -> entries.Entry:
        """What a line says."""
        return entries.decoded(self.journal[nth])

    def must(self, *dos: asked.Do) -> None:
        """Ask for what cannot fail."""
        for do in dos:
            answer = self.ask(do)
            assert answer.done, (do, answer.why)

    def run(self) -> "Desk":
        """To the gun."""
        self.must(asked.Check(), asked.Arm(), asked.Gun())
        return self

    def restart(self) -> None:
        """Another engine takes the journal up; pages are given a snapshot."""
        self.session = self.replayed()
        self.page = Page(self.session) if self.is_watched else None

    def replayed(self) -> Session:
        """The session as the journal has it."""
        return Session.of([entries.decoded(line) for line in self.journal])
