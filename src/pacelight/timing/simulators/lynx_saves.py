"""A simulated FinishLynx as it saves: start lists it is given, results half-written, whole, and again."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pacelight.mark import Elapsed
from pacelight.timing.formats.cells import quoted
from pacelight.timing.formats.evt import EvtFile, entry, heat, write_evt
from pacelight.timing.formats.ppl import PplFile, person, write_ppl
from pacelight.timing.formats.sch import SchFile, SchHeat, write_sch
from pacelight.timing.placing.way import FINISH_LINE, NEAR_MM
from pacelight.timing.simulators.lynx_device import shown
from pacelight.timing.simulators.recorded import Recorded, printed

__all__ = ["Save", "file_name", "saves", "start_files"]

_S = 1_000_000_000
_HALF_NS = _S // 2
_APART_NS = 2 * _S
"""Whoever finishes sooner after the one before is on the same save."""

_COLUMNS = 19


@dataclass(frozen=True, slots=True)
class Save:
    """The results file as it is at an instant.

    Attributes:
        at_ns: whole nanoseconds since the gun.
        data: all its bytes, or the first of them while it is being written.
    """

    at_ns: int
    name: str
    data: bytes


def file_name(race: Recorded) -> str:
    """As FinishLynx calls it: event with three digits, round, heat with two."""
    return f"{race.event.rjust(3, '0')}-{race.round}-{race.heat.rjust(2, '0')}.lif"


def start_files(race: Recorded, encoding: str = "utf-8") -> dict[str, bytes]:
    """``lynx.evt``, ``lynx.ppl`` and ``lynx.sch`` of one race."""
    named = [(one, *_names(race, one.bib)) for one in race.entrants]
    distance = str(race.way.distance.mm // 1000)
    header = (race.event, race.round, race.heat, race.name, "", "", "", "", "", distance)
    entries = [entry((one.bib, one.lane, last, first, "")) for one, last, first in named]
    people = [person((one.bib, last, first, "")) for one, last, first in named]
    return {
        "lynx.evt": write_evt(EvtFile((heat(header, entries),), encoding=encoding)),
        "lynx.ppl": write_ppl(PplFile(tuple(people), encoding=encoding)),
        "lynx.sch": write_sch(SchFile((SchHeat(race.event, race.round, race.heat),), encoding=encoding)),
    }


def saves(race: Recorded) -> tuple[Save, ...]:
    """The file at each save: after each few finishes first torn, then whole; at last once more, unchanged."""
    name = file_name(race)
    finishes = sorted({one.elapsed.ns for one in race.passings if race.finishes(one)} | {race.end_ns})
    ends = [
        at_ns
        for at_ns, after_ns in pairwise([*finishes, race.end_ns + _APART_NS])
        if after_ns - at_ns >= _APART_NS
    ]
    found: list[Save] = []
    for at_ns in ends:
        whole = "".join(f"{line}\r\n" for line in _lines(race, at_ns)).encode("cp1252", "replace")
        found += [Save(at_ns + _S, name, whole[: len(whole) // 2]), Save(at_ns + _S + _HALF_NS, name, whole)]
    return (*found, Save(found[-1].at_ns + _S, name, found[-1].data)) if found else ()


def _lines(race: Recorded, at_ns: int) -> Iterator[str]:
    distance = str(race.way.distance.mm // 1000)
    gun = _of_day(race.gun_of_day_ns)
    header = (race.event, race.round, race.heat, race.name, "", "", "", "", "", distance, gun)
    yield ",".join(map(quoted, header))
    for row in shown(race, at_ns):
        last, first = _names(race, row.bib)
        cells = [
            row.word,
            row.bib,
            row.lane,
            last,
            first,
            "",
            row.time,
            "",
            "",
            "",
            _splits(race, row.bib, at_ns),
            gun,
        ]
        yield ",".join(map(quoted, [*cells, *("",) * (_COLUMNS - len(cells))]))


def _splits(race: Recorded, bib: str, at_ns: int) -> str:
    """``26.50 (26.50),53.12 (26.62)``: at the finish line, to the instant."""
    line = frozenset(mm for mm in race.way.passings(FINISH_LINE) if mm > NEAR_MM)
    said, before_ns = [], 0
    for one in race.passings:
        if one.bib == bib and one.distance.mm in line and one.elapsed.ns <= at_ns:
            said.append(f"{printed(one.elapsed)} ({printed(Elapsed(one.elapsed.ns - before_ns))})")
            before_ns = one.elapsed.ns
    return ",".join(said)


def _names(race: Recorded, bib: str) -> tuple[str, str]:
    """Last and first name."""
    first, _, last = race.names.get(bib, "").rpartition(" ")
    return last, first


def _of_day(ns: int) -> str:
    """To a ten-thousandth of a second, as FinishLynx writes it."""
    parts = ns // 100_000
    seconds, fraction = divmod(parts, 10_000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{fraction:04d}"
