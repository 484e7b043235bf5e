"""A race on the terminal: calm lines for people, JSON lines for programs."""

import sys
from collections.abc import Callable
from types import MappingProxyType
from typing import TypeAlias

import msgspec
from rich.console import Console
from rich.text import Text

from pacelight.cli.output_pages import say_controllers
from pacelight.meet.bus.protocol import ChangeShown, OutlookShown, RecordShown, SplitShown
from pacelight.meet.journal.entries import Asked, Done
from pacelight.meet.live.live import Live
from pacelight.meet.live.told import ResultTold, Told
from pacelight.meet.race import Command, State
from pacelight.meet.show.evidence import words
from pacelight.meet.show.lines import SCHEMA, line

__all__ = ["Tell", "page", "say_address", "say_lights"]

Tell: TypeAlias = Callable[[Told, Live], None]

_GOLD = "bold yellow"

_PERSONAL = {"PB", "SB"}
"""Whose it is, is said by the athlete's name."""

_STATES = MappingProxyType(
    {
        State.IDLE: "put away",
        State.LOADED: "loaded",
        State.CHECKED: "checked: ready to be armed",
        State.ARMED: "armed: the gun follows",
        State.RUNNING: "the gun",
        State.HELD: "held: the lights stand where they are",
        State.FINISHED: "everyone is in",
        State.OFFICIAL: "official",
        State.ABORTED: "aborted",
        State.RECALLED: "recalled: a false start, everyone back",
    }
)
"""What each state says to people."""


def page(*, json: bool) -> Tell:
    """How a race is told on standard output."""
    return _json if json else _People().tell


def say_lights(live: Live) -> None:
    """How near its plan each light was, which controllers were not reached, and what each was sent."""
    sys.stdout.write("".join(f"{said}\n" for said in words(live)))
    say_controllers(live.sent.controllers if live.sent else [])


def say_address(address: str, *, json: bool) -> None:
    """Say where the page is, in the manner of the rest."""
    text = msgspec.json.encode({"schema": SCHEMA, "type": "page", "address": address}).decode()
    sys.stdout.write(f"{text if json else 'page: ' + address}\n")
    sys.stdout.flush()


def _json(told: Told, live: Live) -> None:
    encoded = line(told, live)
    if encoded is not None:
        sys.stdout.write(encoded.decode() + "\n")
        sys.stdout.flush()


class _People:
    """One line a fact; a gap stands with its split, a record in one sentence with its caution."""

    def __init__(self) -> None:
        self._console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)

    def tell(self, told: Told, live: Live) -> None:
        """Print what became known, if it is for people."""
        match told.kind, told.shown:
            case "race", _:
                self._console.print(_race(live), style="bold")
            case "light", Asked() as asked:
                self._console.print(Text(f"light: {asked.label} ({asked.pattern})", style=asked.colour))
            case "state", _:
                dark = ", and the lamps are blacked out" if live.dark else ""
                self._console.print(f"{_STATES[live.state]}{dark}", style="dim")
            case "split", SplitShown() as split:
                self._console.print(_split(split, told.bib, live))
            case "outlook", OutlookShown() as outlook if said := _outlook(outlook, live):
                self._console.print(said, style="dim")
            case "result", ResultTold() as result:
                self._console.print(_result(result, told.bib, live))
            case "record", RecordShown() as record:
                self._console.print(_record(record), style=_GOLD)
            case "refused", _:
                self._console.print(f"refused: {told.why}", style="red")
            case "done", Done() as done:
                self._done(done, live)
            case _:
                self._tell_correction(told, live)

    def _tell_correction(self, told: Told, live: Live) -> None:
        match told.kind, told.shown:
            case "change", ChangeShown() as change if change.act not in set(Command):
                self._console.print(_change(change), style="cyan")
            case "runner", _:
                self._console.print(_corrected(told.bib, live), style="cyan")
            case "replan", Asked() as asked:
                self._console.print(Text(f"light: {asked.label}", style=asked.colour))
            case "sealed", _:
                self._console.print(f"the journal goes on elsewhere: {told.why}", style="red")
            case _:
                pass

    def _done(self, done: Done, live: Live) -> None:
        say_lights(live)
        self._console.print(f"book:    {done.book}")
        self._console.print(f"journal: {done.journal}")


def _race(live: Live) -> str:
    heat = live.race.heat
    return f"{live.race.name}: {heat.event.name}, {heat.sex}, {heat.venue}, {heat.day.isoformat()}"


def _split(split: SplitShown, bib: str, live: Live) -> str:
    gaps = [
        f"{gap.gap_s:+.2f} s {gap.gap_m:+.2f} m to {gap.light}"
        for gap in live.gaps.get(bib, {}).values()
        if gap.distance_m == split.distance_m
    ]
    name = live.race.heat.starter(bib).athlete
    official = "" if split.official else " (not official)"
    return f"{split.distance_m:>9.9g} m  {split.text:>8}  {name:<28} {', '.join(gaps)}{official}".rstrip()


def _outlook(outlook: OutlookShown, live: Live) -> str:
    """What the widest record needs that is in reach in the second half of a race, personal ones left out."""
    if 2 * outlook.distance_m < live.race.distance.metres:
        return ""
    near = [one for one in outlook.lines if one.words and one.level not in _PERSONAL]
    return f"{'':>11}  {'':>8}  {near[0].chance}: {near[0].words}" if near else ""


def _result(result: ResultTold, bib: str, live: Live) -> str:
    starter = live.race.heat.starter(bib)
    place = result.status or f"{result.place}."
    mark = result.mark.text if result.mark else ""
    return f"{place:>11}  {mark:>8}  {starter.athlete} {starter.nation}"


def _change(change: ChangeShown) -> str:
    why = f": {change.reason}" if change.reason else ""
    taken_back = " (taken back)" if change.undone else ""
    return f"line {change.line}: {change.text}, by {change.by or 'the timing'}{why}{taken_back}"


def _corrected(bib: str, live: Live) -> str:
    result = live.result(bib)
    if result is not None:
        return _result(result, bib, live)
    return f"{'':>11}  {'':>8}  {live.race.heat.starter(bib).athlete}: {len(live.splits(bib))} splits"


def _record(record: RecordShown) -> str:
    equal = "=" if record.equalled else ""
    inside = " en route" if record.en_route else ""
    by = f"by {record.by_thousandths / 1000:.2f} s over" if record.by_thousandths else "equals"
    who = f"{record.athlete} {record.mark.text}"
    stood = f"{record.stood.text} ({', '.join(record.stood_by)}, {record.stood_since})"
    whose = "" if record.level in _PERSONAL else f" {record.scope}"
    title = f"{equal}{record.label}{whose} {record.code}{inside}"
    return f"     {title}: {who}, {by} {stood}; {record.status}"
