"""The light loop as the engine holds it: a process of its own, told what to show and never waited for.

A busy thread in the same process makes frames late by hundreds of milliseconds; one beside it does not.
The process is started again if it dies: since a light has no state, it needs to be told one line.
"""

import mmap
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from types import TracebackType
from typing import Self

from pacelight.errors import OutputError, RaceError
from pacelight.lights.beat import Beat
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.drivers.patched import names
from pacelight.lights.drivers.port import Output
from pacelight.lights.look.model import Look
from pacelight.lights.loop.gate import follow
from pacelight.lights.loop.job import BEFORE_JOB, Job
from pacelight.lights.loop.orders import (
    Dark,
    End,
    Fading,
    Group,
    Hold,
    Lead,
    Leave,
    Lights,
    Order,
    Repaint,
    Run,
    Several,
    Show,
    Stand,
    lights_of,
    mark_of,
    write,
)
from pacelight.lights.loop.standing import StandingWords
from pacelight.lights.loop.tally import BYTES, LoopStatistics, Tally
from pacelight.lights.standby.absence import Absence
from pacelight.lights.standby.peers import Peers
from pacelight.lights.standby.standing import Role

__all__ = ["LightLoop", "LoopStatistics"]

_PATIENCE_S = 5.0
"""For a planned end, which takes four frames."""


class LightLoop:
    """Lights on lamps, while the context lasts. Until the first order nothing is sent.

    A planned end, of whoever lights the lamps, leaves them dark and tells receivers that no more will come;
    loops that follow end as well. The end of a loop that follows is not seen.

    If this process dies, a loop that follows goes on at once. Where none does, the lights run on for a
    second, so that whoever is started again finds them where they should be, and goes on in sequence;
    after that they end as was chosen.

    Args:
        canvas: the lights on their lamps, or those of several groups.
        output: where the lamps are.
        fps: frames a second; what the output says, if not given.
        peers: the other loops that could light the same lamps; None where there are none.
        absence: what becomes of the lights when nobody is left to answer for them.

    Raises:
        OutputError: so many lamps, or so many frames, cannot be sent there.
    """

    def __init__(
        self,
        canvas: Canvas | Groups,
        output: Output,
        fps: int | None = None,
        *,
        peers: Peers | None = None,
        absence: Absence = Absence.FADE,
    ) -> None:
        output.check(canvas.channels)
        self._made = Job(canvas, output, Beat.of(fps or output.fps), peers, absence)
        self._offset = BEFORE_JOB
        self._peers, self._names = peers, names(output)
        self._groups = len(canvas.groups)
        self._order: Order | None = None
        self._told: tuple[int, int] | None = None
        self._shown_ns: int | None = None
        self._restarts = 0
        self._left = False

    def __enter__(self) -> Self:
        self._descriptor = os.memfd_create("pacelight-lights")
        os.truncate(self._descriptor, BEFORE_JOB)
        self._memory = mmap.mmap(self._descriptor, BEFORE_JOB)
        self._keep(self._made)
        self._tally = Tally(memoryview(self._memory))
        self._standing = StandingWords(memoryview(self._memory)[BYTES:BEFORE_JOB])
        self._process = self._started()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._peers is None and self._order is None:
            self._process.kill()
        elif self._peers is None or kind is None or not issubclass(kind, Exception):
            self._tell(End())
        self._hang_up()
        try:
            self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._tally.release()
        self._standing.release()
        self._memory.close()
        os.close(self._descriptor)

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._process.pid

    def stand(self) -> None:
        """The lights stand at the start."""
        self._give(Stand())

    def gun(self, gun_ns: int, rate: Fraction = Fraction(1)) -> None:
        """The lights run from a gun, be it past, now or to come.

        Args:
            gun_ns: on the monotonic clock of this machine.
            rate: race seconds a second.
        """
        self._give(Run(gun_ns, rate.numerator, rate.denominator))

    def hold(self, at_ns: int) -> None:
        """The lights stand where they are at a time of theirs.

        Args:
            at_ns: whole race nanoseconds since the gun.
        """
        self._give(Hold(at_ns))

    def several(self, groups: Sequence[Group]) -> None:
        """Each group of lights does something of its own.

        Args:
            groups: what each does, in the order of the groups.

        Raises:
            RaceError: there are more groups, or fewer.
        """
        self._give(Several(tuple(groups)))

    def look(self, look: Look, begin_ns: int, lights: Lights | None = None) -> None:
        """A look, from the instant at which it began, be it past, now or to come.

        Args:
            look: what is shown.
            begin_ns: on the monotonic clock of this machine.
            lights: what the lights do meanwhile; None where there are none.

        Raises:
            RaceError: it is a show and a race may be on; no light may be beside this look; more groups
                than there are, or fewer. The lamps go on showing what they show.
        """
        self._give(Show(look, begin_ns, lights))

    def dark(self) -> None:
        """The lamps are dark, and go on being told so."""
        self._give(Dark())

    def fade(self, of: Lights | Show, begin_ns: int) -> None:
        """What is shown becomes ever darker within a second, then is dark.

        Args:
            of: what was shown.
            begin_ns: on the monotonic clock of this machine.
        """
        self._give(Fading(of, begin_ns))

    def repaint(self, canvas: Canvas | Groups) -> None:
        """Other lights on the same lamps, from the next frame on; what is ordered goes on with them.

        Loops that follow know this one as before: they are repainted by whoever holds them.

        Args:
            canvas: of as many channels and groups.

        Raises:
            OutputError: of more, or of fewer; then nothing changes.
        """
        before = self._made
        if (canvas.channels, len(canvas.groups)) != (before.canvas.channels, len(before.canvas.groups)):
            raise OutputError(
                f"lights of {canvas.channels} channels cannot be painted where {before.canvas.channels} are"
            )
        self._made = replace(before, canvas=canvas, first=before.first or before.canvas)
        self._tell(self._keep(self._made))

    def lead(self) -> None:
        """Take the lamps over from whoever leads, which lives, and will follow.

        For an engine that sees that the other one hangs, while the light loop of that one goes on.
        """
        self._tell(Lead())

    def leave(self) -> None:
        """Go, and leave the lamps to whoever follows; without anyone it is as if this process died.

        For a loop among peers that is to be stopped while the others go on. Nothing can be ordered after it.
        """
        self._tell(Leave())
        self._left = True

    def statistics(self) -> LoopStatistics:
        """What was done so far, read without asking the process; one that died is started again."""
        standing = self._standing.noted()
        if standing.role is not Role.ENDED:
            self._keep_up()
        heard_ns = None if standing.heard_ns is None else max(time.monotonic_ns() - standing.heard_ns, 0)
        return replace(
            self._tally.statistics(self._restarts, self._names),
            told_ns=self._told[1] if self._told else None,
            shown_ns=self._first_shown_ns(),
            role=str(standing.role),
            term=standing.term,
            heard_ns=heard_ns,
            offset_ns=standing.offset_ns,
            offset_error_ns=standing.offset_error_ns,
            drift_ppb=standing.drift_ppb,
        )

    def _give(self, order: Order) -> None:
        follow(self._order, order)
        self._check_groups(lights_of(order))
        self._keep_up()
        self._order = order
        self._told, self._shown_ns = (mark_of(write(order)), time.monotonic_ns()), None
        self._tell(order)

    def _first_shown_ns(self) -> int | None:
        """When the last order was first seen; a loop that was started again shows it once more, later."""
        if self._shown_ns is None and self._told is not None:
            at_ns = self._tally.shown_ns(self._told[0])
            self._shown_ns = at_ns if at_ns is not None and at_ns >= self._told[1] else None
        return self._shown_ns

    def _check_groups(self, lights: Order | None) -> None:
        if isinstance(lights, Several) and len(lights.groups) != self._groups:
            raise RaceError(
                f"{len(lights.groups)} groups are told what to do and there are {self._groups} (one for each)"
            )

    def _keep_up(self) -> None:
        """Start the process again if it died, with the last order."""
        if self._left or self._process.poll() is None:
            return
        self._hang_up()
        self._restarts += 1
        self._process = self._started(again=self._order is not None)
        if self._order is not None:
            self._tell(self._order)

    def _tell(self, order: Order) -> None:
        if self._process.stdin is not None:
            with suppress(BrokenPipeError):  # it died just now: `_keep_up` will see
                self._process.stdin.write(write(order))

    def _keep(self, job: Job) -> Repaint:
        """Put a job into the memory, behind all that is there: the process may be reading that."""
        text = pickle.dumps(job)
        self._offset = os.fstat(self._descriptor).st_size
        os.pwrite(self._descriptor, text, self._offset)
        return Repaint(self._offset, len(text))

    def _hang_up(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()

    def _started(self, *, again: bool = False) -> "subprocess.Popen[bytes]":
        """Deaf to a Ctrl-C at the terminal, which is this process's to answer; of one thread only."""
        where = self._descriptor, self._offset
        return subprocess.Popen(
            [sys.executable, "-m", "pacelight.lights", *map(str, where), *["again"] * again],
            bufsize=0,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            pass_fds=(self._descriptor,),
            process_group=0,
        )
