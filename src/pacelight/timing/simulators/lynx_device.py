"""A simulated FinishLynx: a race as the bytes that a scoreboard script makes it send.

The script is run as FinishLynx runs it, so what is heard is what the script says, word for word.
Source: see `pacelight.timing.formats.lynx_script`; when a section speaks, from the comments of the scripts of
FloSports: armed, the gun on an automatic start alone, about ten times a second, whole pages again and again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pacelight.mark import Elapsed
from pacelight.timing.formats.lynx_script import script
from pacelight.timing.passing import Passing
from pacelight.timing.placing.way import FINISH_LINE, NEAR_MM
from pacelight.timing.simulators.device import Speaker
from pacelight.timing.simulators.lynx_board import BoardScript
from pacelight.timing.simulators.recorded import Quirks, Recorded, printed

__all__ = ["LynxSettings", "Shown", "lynx", "lynx_script", "shown"]

_S = 1_000_000_000
_MS = 1_000_000
_ARMED_NS = -3 * _S
_TICK_NS = 100 * _MS
_READ_NS = 300 * _MS
"""From a passing of the finish line to the page that shows it."""
_RECALLED_NS = 1_600 * _MS
"""From the gun of a recalled start to the clock at zero."""
_STOPPED_NS, _OFFICIAL_NS = _S, 5 * _S
"""After the last thing that happens in the race."""

_TIME, _PRECISE = (0x11, 0x01), (0x11, 0x02)
_Values = Mapping[tuple[int, int], bytes]


@dataclass(frozen=True, slots=True)
class LynxSettings:
    """How this FinishLynx was set up.

    Attributes:
        text: of its scoreboard script.
        automatic: the start came from a sensor at the gun.
        encoding: the code page of its Windows.
        tick_ns: from one update of the running time to the next.
        again_ns: from one page that is sent again to the next.
        recalled_ns: instants of starts that were recalled, before the gun.
    """

    text: str
    automatic: bool = True
    encoding: str = "cp1252"
    tick_ns: int = _TICK_NS
    again_ns: int = 5 * _S
    recalled_ns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of a page, as shown.

    Attributes:
        word: in the place column: a number or a status.
        time: of the finish; empty before.
        split: running time at the last passing of the line; empty before the first.
        to_go: laps to go there; empty likewise.
    """

    bib: str
    lane: str
    word: str
    time: str
    split: str
    last: str
    to_go: str


def lynx(race: Recorded, quirks: Quirks) -> Speaker:
    """The system with `pacelight.lss` in it, ready for somebody to connect."""
    del quirks
    return Speaker(lynx_script(race, LynxSettings(script())))


def lynx_script(race: Recorded, settings: LynxSettings) -> tuple[tuple[int, bytes], ...]:
    """What is sent, piece by piece, each with its instant since the gun."""
    board = BoardScript(settings.text)
    heat = _of_heat(race, settings)
    # The registers of a script remember: what is said later must be made later.
    moments = sorted(_moments(race, settings), key=lambda moment: moment[0])
    return tuple((at_ns, said) for at_ns, moment in moments if (said := moment.run(board, heat)))


@dataclass(frozen=True, slots=True)
class _Moment:
    """One section that speaks; of a page, header, lines and trailer."""

    section: str
    values: _Values
    lines: tuple[_Values, ...] | None = None

    def run(self, board: BoardScript, heat: _Values) -> bytes:
        known = {**heat, **self.values}
        if self.lines is None:
            return board.run(self.section, known)
        one = "Result" if self.section == "Results" else self.section
        said = [board.run(f"{self.section}Header", known)]
        said += [board.run(one, {**known, **line}, index) for index, line in enumerate(self.lines)]
        return b"".join([*said, board.run(f"{self.section}Trailer", known)])


def _moments(race: Recorded, settings: LynxSettings) -> Iterator[tuple[int, _Moment]]:
    armed_ns = min(settings.recalled_ns, default=0) + _ARMED_NS
    yield armed_ns, _Moment("TimeArmed", _clock(0))
    yield armed_ns, _page(race, armed_ns, settings, section="StartList")
    for at_ns in settings.recalled_ns:
        yield from _started(at_ns, at_ns + _RECALLED_NS, settings)
        yield at_ns + _RECALLED_NS, _Moment("TimeUpdate", _clock(0))
        yield at_ns + _RECALLED_NS + _S, _Moment("TimeArmed", _clock(0))
    stopped_ns = race.end_ns + _STOPPED_NS
    yield from _started(0, stopped_ns, settings)
    yield stopped_ns, _Moment("TimeStopped", _clock(race.end_ns))
    for at_ns in range(settings.again_ns, stopped_ns, settings.again_ns):
        yield at_ns + _READ_NS, _page(race, at_ns, settings)
    line = frozenset(race.way.passings(FINISH_LINE))
    seen = {one.elapsed.ns for one in race.passings if one.distance.mm in line}
    for at_ns in sorted(seen | {verdict.elapsed.ns for verdict in race.verdicts}):
        yield at_ns + _READ_NS, _page(race, at_ns, settings)
    yield race.end_ns + _OFFICIAL_NS, _page(race, race.end_ns, settings, status="OFFICIAL")


def _started(gun_ns: int, ends_ns: int, settings: LynxSettings) -> Iterator[tuple[int, _Moment]]:
    """The gun, and the clock until it ends."""
    if settings.automatic:
        yield gun_ns, _Moment("TimeGun", _clock(0))
    yield gun_ns, _Moment("TimeRunning", _clock(0))
    for at_ns in range(gun_ns + settings.tick_ns, ends_ns, settings.tick_ns):
        yield at_ns, _Moment("TimeUpdate", _clock(at_ns - gun_ns))


def _clock(at_ns: int) -> _Values:
    """The running time as formatted, in tenths cut off, and in whole milliseconds."""
    tenths = at_ns // (100 * _MS)
    minutes, rest = divmod(tenths, 600)
    text = f"{minutes}:{rest // 10:02d}.{rest % 10}" if minutes else f"{rest // 10}.{rest % 10}"
    return {_TIME: text.encode(), _PRECISE: (at_ns // _MS).to_bytes(4, "little")}


def _of_heat(race: Recorded, settings: LynxSettings) -> _Values:
    """Of a header, which every section may ask for."""
    started = "AUTO" if settings.automatic else "MANUAL"
    texts = {
        0x01: "UNOFFICIAL", 0x02: race.name, 0x04: race.event, 0x05: race.round, 0x06: race.heat,
        0x07: started, 0x08: str(len(race.entrants)),
    }  # fmt: skip
    return {(0x13, code): text.encode(settings.encoding, "replace") for code, text in texts.items()}


def _page(
    race: Recorded, at_ns: int, settings: LynxSettings, status: str = "UNOFFICIAL", section: str = "Results"
) -> _Moment:
    def line(row: Shown) -> _Values:
        texts = {
            0x01: row.word, 0x02: row.lane, 0x03: row.bib, 0x04: race.names.get(row.bib, ""), 0x06: row.time,
            0x08: row.split, 0x09: row.last, 0x0A: row.to_go,
        }  # fmt: skip
        return {(0x14, code): text.encode(settings.encoding, "replace") for code, text in texts.items()}

    rows = tuple(line(row) for row in shown(race, at_ns))
    return _Moment(section, {(0x13, 0x01): status.encode()}, rows)


def shown(race: Recorded, at_ns: int) -> tuple[Shown, ...]:
    """The page of results at an instant: who has finished in order, then who runs, then who does not."""
    words = {one.bib: str(one.status) for one in race.verdicts if one.elapsed.ns <= at_ns}
    rows = []
    for place, one in enumerate(race.entrants):
        passed = _passed(race, one.bib, at_ns)
        finish = next((row for row in passed if race.finishes(row)), None)
        word = words.get(one.bib, "")
        if finish is not None and not word:
            word = str(_place(race, finish, at_ns, words))
        order = (
            (0, finish.elapsed.ns) if finish is not None and one.bib not in words
            else (2, place) if one.bib in words else (1, -len(passed))
        )  # fmt: skip
        rows.append((order, place, _shown(race, one.bib, word, passed, finish)))
    return tuple(row for _, _, row in sorted(rows, key=lambda row: row[:2]))


def _passed(race: Recorded, bib: str, at_ns: int) -> tuple[Passing, ...]:
    """A runner's passings of the finish line, up to an instant."""
    line = frozenset(mm for mm in race.way.passings(FINISH_LINE) if mm > NEAR_MM)
    mine = (row for row in race.passings if row.bib == bib and row.distance.mm in line)
    return tuple(row for row in mine if row.elapsed.ns <= at_ns)


def _place(race: Recorded, finish: Passing, at_ns: int, words: Mapping[str, str]) -> int:
    others = (one for one in race.passings if race.finishes(one) and one.bib not in words)
    return 1 + sum(one.elapsed < finish.elapsed for one in others if one.elapsed.ns <= at_ns)


def _shown(race: Recorded, bib: str, word: str, passed: tuple[Passing, ...], finish: Passing | None) -> Shown:
    last, split, to_go = "", "", ""
    if passed:
        before_ns = passed[-2].elapsed.ns if len(passed) > 1 else 0
        last = printed(Elapsed(passed[-1].elapsed.ns - before_ns))
        split = printed(passed[-1].elapsed)
        to_go = str((race.way.distance.mm - passed[-1].distance.mm) // race.way.lap.mm)
    time = printed(finish.elapsed) if finish is not None else ""
    return Shown(bib, race.lane(bib), word, time, split, last, to_go)
