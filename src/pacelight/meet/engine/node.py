"""A light node: a small light engine beside the controllers, which runs a race to its end alone if it must.

It copies the journal of the engine that leads, as a standby does, and draws the lights of the race for
lamps of its own, by the plan, the gun and the clock that it holds. It never leads, and has no book.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pacelight.errors import JournalError, OutputError
from pacelight.lights.drivers import output, patched
from pacelight.lights.standby.absence import Absence
from pacelight.lights.standby.standing import Role
from pacelight.meet.bus import Follow, Where
from pacelight.meet.engine.follow import Follower
from pacelight.meet.engine.lit import Lit
from pacelight.meet.engine.others import reported
from pacelight.meet.engine.resume import folded
from pacelight.meet.journal import file as journals
from pacelight.meet.journal.entries import decoded
from pacelight.meet.journal.file import Journal
from pacelight.meet.live.live import Live
from pacelight.meet.show.lamps import Lamps, lit
from pacelight.meet.show.office import LOOK_NS

if TYPE_CHECKING:
    from pacelight.lights.drivers.port import Output
    from pacelight.lights.standby.peers import Peers
    from pacelight.meet.live.session import Session
    from pacelight.track import Survey

__all__ = ["SCHEMA", "Node", "NodeShown"]

SCHEMA = "pacelight.node/1"

_NS = 1_000_000_000
_REPORT_S = 0.5
_ALONE_S = 1.0


class NodeShown(msgspec.Struct, frozen=True):
    """How a node does.

    Attributes:
        role: waits (for a race), follows, alone (an engine was heard, and is not any more), ended.
        race: id of the race whose lights it holds; None while it waits.
        state: of the race, as far as the node knows.
        lines: of the journal that it has copied.
        offset_ms: its clock less that of the engine; None while that is not known.
        error_ms: by how much that may be wrong.
        drift_ppm: by how much its clock runs faster.
        age_s: since the engine was last heard.
        frames: sent so far.
    """

    name: str
    role: str
    race: str | None = None
    state: str | None = None
    lines: int = 0
    offset_ms: float | None = None
    error_ms: float | None = None
    drift_ppm: float | None = None
    age_s: float | None = None
    frames: int = 0
    schema: str = SCHEMA


@dataclass(frozen=True, slots=True)
class Node:
    """A light node.

    Attributes:
        name: for people.
        engines: where they are listened to.
        peers: their light loops.
        url: where its lamps are; empty for where the survey says.
        controllers: names of those of the survey that are its own; all where none is named.
        absence: what becomes of the lights when no engine is left.
        show: told about once a second how it does.
        warn: told in one line what people should know.
        alive: told again and again that this node does not hang.
    """

    name: str
    engines: Sequence[Where]
    peers: "Peers"
    url: str
    controllers: tuple[str, ...]
    absence: Absence
    show: Callable[[NodeShown], object]
    warn: Callable[[str], object]
    alive: Callable[[], object] = tuple

    def run(self) -> None:
        """Light one race after another, for so long as the process lives.

        Raises:
            OutputError: the lamps cannot be reached so, or no controller has that name.
        """
        while True:
            self._one_race()

    def _one_race(self) -> None:
        me = Follow(0, "", self.name, "node")
        with tempfile.TemporaryDirectory(prefix="pacelight-node-") as folder, ExitStack() as stack:
            journal = stack.enter_context(closing(Journal.open(Path(folder) / "race.journal")))
            follower = stack.enter_context(Follower(journal, self.engines, me, self.warn))
            race = _Race(self, follower, stack)
            try:
                while not race.ended:
                    self.alive()
                    race.turn()
            except JournalError as error:  # another race is run now
                self.warn(str(error))

    def output(self, survey: "Survey", who: str) -> "Output":
        """How the lamps of this node are reached.

        Args:
            survey: of the race.
            who: whose frames they are.

        Raises:
            OutputError: no such controller, or none of them says where it is.
        """
        known = {one.name: one for one in survey.controllers}
        for name in self.controllers:
            if name not in known:
                there = ", ".join(filter(None, known)) or "none"
                raise OutputError(f"the survey has no controller '{name}' (there are {there})")
        mine = [one for one in survey.controllers if not self.controllers or one.name in self.controllers]
        if not self.url and not all(one.output for one in mine):
            raise OutputError("the survey does not say where the lamps are: name it with --output")
        if self.url and len(mine) > 1:
            raise OutputError(
                f"'{self.url}' is one controller, and the survey has {len(mine)} "
                "(choose with --controller NAME)"
            )
        if self.url and not self.controllers and not mine[0].name:
            return output(self.url, who)
        parts = [(self.url or one.output, one.channels) for one in mine]
        return patched(parts, who, [one.name for one in mine])


class _Race:
    """The races of a session, as a node lights them."""

    def __init__(self, node: Node, follower: Follower, stack: ExitStack) -> None:
        self.ended = False
        self._node = node
        self._follower = follower
        self._lit = stack.enter_context(Lit(self._lighting, ""))
        self._session: Session | None = None
        self._report_s = 0.0

    def turn(self) -> None:
        """Copy what came, see how the lights do, and say so."""
        lamps = self._lit.lamps
        post = lamps.post() if lamps is not None else None
        for line in self._follower.turn(LOOK_NS / _NS, term=post.term if post else 0):
            if line.n == 1:
                self._session = folded(self._follower.journal.path, [line])
            elif self._session is not None and not self._follower.parted:
                self._session.take(decoded(line.event))
            if self._session is not None:
                self._lit.put_on(self._session.on)
        if self._follower.parted:
            self._fold()
        self.ended = post is not None and post.role is Role.ENDED
        if self.ended or time.monotonic() >= self._report_s:
            self._report_s = time.monotonic() + _REPORT_S
            self._report()

    def _lighting(self, live: Live, survey: "Survey", _output: str) -> AbstractContextManager[Lamps]:
        lamps = self._node.output(survey, f"{live.race.id} {self._node.name}")
        return lit(live, survey, lamps, peers=self._node.peers, absence=self._node.absence)

    def _fold(self) -> None:
        """The races as the journal has them, after lines of it were taken back."""
        self._follower.parted = False
        path = self._follower.journal.path
        self._session = folded(path, journals.read(path)[0])
        self._lit.put_on(self._session.on)

    def _report(self) -> None:
        shown = self._shown()
        self._node.show(shown)
        if self._lit.lamps is not None:
            report = reported(shown.lines, self._lit.lamps.post())
            self._follower.report(msgspec.structs.replace(report, role=shown.role))

    def _shown(self) -> NodeShown:
        if self._lit.lamps is None or self._session is None:
            return NodeShown(self._node.name, "waits")
        post, count = self._lit.lamps.post(), self._follower.journal.count
        report = reported(count, post)
        alone = report.age_s is None or report.age_s > _ALONE_S
        return NodeShown(
            name=self._node.name,
            role="ended" if self.ended else "alone" if alone else "follows",
            race=self._session.on.race.id,
            state=str(self._session.on.state),
            lines=count,
            offset_ms=report.offset_ms,
            error_ms=report.error_ms,
            drift_ppm=report.drift_ppm,
            age_s=report.age_s,
            frames=post.beats,
        )
