"""The process of the light loop: what it is made for lies in memory that whoever started it has written.

Orders come by standard input.
"""

import mmap
import os
import pickle
import secrets
import signal
import time
from dataclasses import dataclass
from functools import partial

from pacelight.lights.beat import Beat
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.drivers.port import Output
from pacelight.lights.loop import realtime
from pacelight.lights.loop.carried import carried
from pacelight.lights.loop.lamplighter import Gone, Lamplighter, Orders
from pacelight.lights.loop.orders import Order, Repaint, read
from pacelight.lights.loop.standing import STANDING_BYTES, StandingWords
from pacelight.lights.loop.tally import BYTES, Tally
from pacelight.lights.standby.absence import Absence
from pacelight.lights.standby.company import Company
from pacelight.lights.standby.fingerprint import fingerprint
from pacelight.lights.standby.heir import Heir
from pacelight.lights.standby.living import Living
from pacelight.lights.standby.member import Identity, Member
from pacelight.lights.standby.peers import Peers

__all__ = ["BEFORE_JOB", "Job", "main", "orders_from"]

_CHUNK = 4096

BEFORE_JOB = BYTES + STANDING_BYTES
"""Where in the memory the job begins; before it is what the loop has done, and how it stands."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the loop is made for.

    Attributes:
        peers: the other loops that could light the same lamps; None where there are none.
        absence: what becomes of the lights when nobody is left to answer for them.
        first: the lights that were first painted on these lamps, by which loops know one another; None where
            they are the same still.
    """

    canvas: Canvas | Groups
    output: Output
    beat: Beat
    peers: Peers | None = None
    absence: Absence = Absence.FADE
    first: Canvas | Groups | None = None


def orders_from(descriptor: int) -> Orders:
    """Orders as lines from a pipe, which is read without waiting."""
    os.set_blocking(descriptor, False)
    rest = b""

    def orders() -> list[Order]:
        nonlocal rest
        try:
            chunk = os.read(descriptor, _CHUNK)
        except BlockingIOError:
            return []
        if not chunk:
            raise Gone
        *lines, rest = (rest + chunk).split(b"\n")
        return [read(line) for line in lines]

    return orders


def main(descriptor: int, offset: int = BEFORE_JOB, *, again: bool = False) -> None:
    """Do the job that lies in this memory until it ends or whoever gave it dies.

    Args:
        descriptor: of the memory, written by the process that started this one.
        offset: of the job in it.
        again: whether a process died that did it before; it is told at once what that one was told last.
    """
    with mmap.mmap(descriptor, BEFORE_JOB) as memory, memoryview(memory) as view:
        tally, stands = Tally(view), StandingWords(view[BYTES:BEFORE_JOB])
        job = _job(descriptor, Repaint(offset, os.fstat(descriptor).st_size - offset))
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # of a process that was frozen as its starter died
        realtime.leave_no_garbage()
        tally.privileges(realtime=realtime.run_first(), locked=realtime.keep_in_memory())
        loop = _alone(job, tally) if job.peers is None else _among(job, job.peers, tally, stands, again=again)
        loop.painted = lambda order: _job(descriptor, order).canvas
        try:
            loop.run()
        finally:
            loop.driver.close()
            stands.release()
            tally.release()


def _job(descriptor: int, where: Repaint) -> Job:
    job: Job = pickle.loads(os.pread(descriptor, where.size, where.offset))  # noqa: S301 - see `main`
    return job


def _alone(job: Job, tally: Tally) -> Lamplighter:
    driver = job.output.open(job.canvas.channels)
    living = _living(job)
    return Lamplighter(
        job.canvas, driver, job.beat, tally, orders_from(0), living=living, absence=job.absence
    )


def _among(job: Job, peers: Peers, tally: Tally, stands: StandingWords, *, again: bool) -> Lamplighter:
    driver = Heir(job.output, job.canvas.channels, peers.bind)
    who = secrets.randbits(64) | 1
    job_of = fingerprint(job.first or job.canvas, job.beat)
    identity = Identity(who, job_of, job.beat.period_ns, peers.secret, peers.follow, peers.node)
    member = Member(identity, partial(carried, len(job.canvas.groups)), time.monotonic_ns())
    company = Company(member, peers, partial(_office, driver), again=again)
    if not peers.node:
        realtime.run_second()
    return Lamplighter(
        *(job.canvas, driver, job.beat, tally, orders_from(0)),
        sleep=company.wait,
        others=company,
        living=_living(job),
        absence=job.absence,
        note=stands.note,
    )


def _office(driver: Heir, term: int | None) -> None:
    """Take the lamps over in a term of office, or leave them to another."""
    if term is None:
        realtime.run_second()
    else:
        realtime.run_first()
        driver.succeed(term)


def _living(job: Job) -> Living:
    """By all that the output takes of the places where lamps are."""
    return Living(f"{job.output.target} {job.output.rooms(job.canvas.channels)}")
