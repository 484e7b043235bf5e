"""The check sheet of a survey: which lamp must stand at which mark of the track."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from pacelight.errors import SurveyError
from pacelight.sheets.wired import controller, number
from pacelight.speech import Speech
from pacelight.track import Survey, Track

__all__ = ["CheckSheet", "Line", "lines"]

_NEAR_M = 0.0005
"""Marks nearer than this are one, with several names."""

_MOST_LINES = 5000

_COMMAND = "pacelight lights walk"

_PAGE, _PAGES = "{page}", "{pages}"
"""Where the template puts its numbers."""

_HEADS = ("ok", "metre", "mark", "controller", "segment", "lamp", "stands", "found")


@dataclass(frozen=True, slots=True)
class Line:
    """A mark, and the lamp that must stand beside it.

    Attributes:
        metre: of the mark, past the finish.
        names: of the mark; none where it is only so many metres on.
        lamp: of the survey.
        controller: on which it hangs; empty where the survey names none.
        segment: of the controller, from 1; 0 where there is none.
        number: of the lamp, on the controller.
        beyond_m: by how many metres it stands beyond the mark; below 0 before it.
        dead: whether it does not shine.
    """

    metre: float
    names: tuple[str, ...]
    lamp: int
    controller: str
    segment: int
    number: int
    beyond_m: float
    dead: bool


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """All that is printed, but the drawing.

    Attributes:
        survey: where the lamps stand.
        name: of the survey, as its file.
        day: on which the sheet is made.
        every_m: from mark to mark, besides those with a name.
        starts: where races start, by their name: metres past the finish.
        speech: in whose language it is.
    """

    survey: Survey
    name: str
    day: date
    every_m: float
    starts: Mapping[str, float]
    speech: Speech

    def content(self) -> dict[str, Any]:
        """What the page is set from: texts, as they are printed."""
        survey, say = self.survey, self.speech.say
        track, rails = survey.track, survey.rail.wirings if survey.placed else ()
        length = "sheet-end-to-end" if track.is_open else "sheet-lap"
        return {
            "language": self.speech.language,
            "track": track.name,
            "name": self.name,
            "day": self.speech.day(self.day),
            "document": say("sheet-document", name=self.name),
            "title": say("sheet-title"),
            "page": say("sheet-page", page=_PAGE, pages=_PAGES),
            "lamps": say(length, lamps=len(survey), length=_metres(track, self.speech)),
            "how": say("sheet-how", command=_COMMAND),
            "heads": {name: say(f"sheet-head-{name}") for name in _HEADS},
            "note": say("sheet-note-wired" if rails else "sheet-note"),
            "sign": [say(f"sheet-sign-{name}") for name in ("read", "kerb", "day")],
            "dead": say("sheet-dead"),
            "controllers": [controller(one, track, self.speech) for one in rails],
            "lines": [_printed(line, self.speech) for line in self.lines()],
        }

    def lines(self) -> list[Line]:
        """The marks of the track as a runner passes them, each with the nearest lamp.

        Raises:
            SurveyError: so many marks that nobody would check them.
        """
        return lines(self.survey, self.every_m, self.starts, self.speech)


def lines(survey: Survey, every_m: float, starts: Mapping[str, float], speech: Speech) -> list[Line]:
    """The marks of a track as a runner passes them, each with the nearest lamp.

    Args:
        survey: where the lamps stand.
        every_m: from mark to mark, besides those with a name.
        starts: where races start, by their name: metres past the finish.
        speech: in whose language the marks are called.

    Raises:
        SurveyError: so many marks that nobody would check them.
    """
    track = survey.track
    if not every_m > 0 or track.lap.metres / every_m > _MOST_LINES:
        raise SurveyError(f"a mark every {every_m} m is none to be checked (write 10, or 1)")
    names: dict[float, list[str]] = {}
    for metre, name in _marks(track, every_m, starts, speech):
        at = next((known for known in names if abs(known - metre) < _NEAR_M), metre)
        names.setdefault(at, []).extend([name] if name else [])
    return [_line(survey, metre, tuple(dict.fromkeys(names[metre]))) for metre in sorted(names)]


def _marks(
    track: Track, every_m: float, starts: Mapping[str, float], speech: Speech
) -> Iterator[tuple[float, str]]:
    """Finish, hundreds, tangents and starts with their names, and every so many metres without."""
    yield 0.0, speech.say("sheet-finish")
    for metre in _steps(track, 100.0):
        yield metre, f"{metre:.0f} m" if metre else ""
    for nth, metre in enumerate(track.tangents, start=1):
        yield metre, speech.say("sheet-tangent", number=nth)
    for metre in dict.fromkeys(starts.values()):
        if track.has(metre):
            here = ", ".join(name for name, at in starts.items() if at == metre)
            yield metre, speech.say("sheet-start", events=here)
    for metre in _steps(track, every_m):
        yield metre, ""


def _steps(track: Track, every_m: float) -> list[float]:
    """Whole multiples that are on the track."""
    numbers = np.arange(np.ceil(track.begins_m / every_m), np.floor(track.ends_m / every_m) + 1)
    metres = numbers * every_m
    return [float(metre) for metre in metres[track.has(metres)]]


def _line(survey: Survey, metre: float, names: tuple[str, ...]) -> Line:
    lamp, lap = survey.nearest(metre), survey.track.lap.metres
    beyond = float(survey.metres[lamp]) - metre
    if not survey.track.is_open:
        beyond = (beyond + lap / 2) % lap - lap / 2
    hung = survey.hung(lamp)
    if hung is None:
        return Line(metre, names, lamp, "", 0, lamp, beyond, dead=False)
    return Line(metre, names, lamp, hung.controller, hung.nth + 1, hung.number, beyond, hung.dead)


def _metres(track: Track, speech: Speech) -> str:
    return speech.number(Decimal(track.lap.mm) / 1000, 3, 0)


def _printed(line: Line, speech: Speech) -> dict[str, Any]:
    return {
        "metre": number(line.metre, 2, speech),
        "names": ", ".join(line.names),
        "controller": line.controller,
        "segment": str(line.segment),
        "number": str(line.number),
        "beyond": number(line.beyond_m, 2, speech, signed=True),
        "dead": line.dead,
    }
