"""Tracks on the terminal: tables for people, JSON for programs, a picture in a file."""

import json as json_texts
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from pacelight.cli import track_water
from pacelight.cli.track_places import Place, lanes, on_the_way, starts
from pacelight.distance import Distance
from pacelight.track import Steeplechase, Survey, Track
from pacelight.track.survey_file import SurveyFile

__all__ = ["Page", "checked", "every"]

_DECIMALS = 4
"""Tenths of a millimetre: more than a certificate says, enough to compare with other computations."""


@dataclass(frozen=True, slots=True)
class Page:
    """A track as it is to be shown.

    Attributes:
        track: the track.
        survey: its lamps; None where nobody asked for lamps.
        water: its way through the water jump; None where nobody asked for steeplechases.
    """

    track: Track
    survey: Survey | None = None
    water: Steeplechase | None = None

    def show(self, *, json: bool) -> None:
        """All that is known of it."""
        if json:
            _json(self._shape())
            return
        track, oval = self.track, self.track.oval
        _line(f"{track.name}{f': {track.note}' if track.note else ''}")
        _table(
            [("", "left"), ("metres", "right"), ("", "left")],
            [
                ["lap", f"{track.lap.metres:.3f}", f"the oval measures {oval.lap():.3f}"],
                ["kerb", f"{_kerb(track, track.lap.metres):.3f}", ""],
                ["bend", f"{oval.bend:.3f}", f"{oval.bend_kerb:.3f} along the kerb"],
                ["straight", f"{oval.straight_m:.3f}", ""],
                *[
                    ["radius", f"{radius + oval.line_out():.3f}", f"{radius:.3f} at the kerb"]
                    for radius in oval.radii_m
                ],
            ],
        )
        _line(f"tangents at {', '.join(f'{metre:.3f}' for metre in track.tangents)} m past the finish")
        _line()
        _table([("lane", "right"), ("lap", "right"), ("longer by", "right")], self._lane_rows())
        if len(lanes(self.track)) == 1:
            _line("further lanes: as the hall was built, 0.90 to 1.10 m wide and banked")
        _line()
        self._show_places()
        _line("metres past the finish line; along the kerb from there")
        for place in on_the_way(self.track):
            _line(
                f"{place.name}: at {place.metre:.3f} m, {place.to_go} before the finish: "
                "it needs a camera or a gate of its own"
            )
        for told in [] if self.water is None else track_water.told(self.water, self.survey):
            _line(told)
        self._show_lamps()

    def draw(self, path: Path) -> None:
        """Draw it into a file.

        Raises:
            SurveyError: an ending that cannot be drawn.
            Failure: the file cannot be written.
        """
        from pacelight.track.picture import draw_track

        draw_track(
            self.track,
            path,
            starts={place.name: place.metre for place in starts(self.track)},
            on_the_way={place.name: place.metre for place in on_the_way(self.track)},
            survey=self.survey,
        )

    def _lane_rows(self) -> list[list[str]]:
        first = self.track.oval.lap()
        laps = [self.track.oval.lap(lane) for lane in lanes(self.track)]
        return [[str(lane), f"{lap:.3f}", f"{lap - first:.3f}"] for lane, lap in enumerate(laps, start=1)]

    def _show_places(self) -> None:
        header = [("start of", "left"), ("laps", "left"), ("at", "right"), ("kerb", "right")]
        if self.survey is not None:
            header += [("lamp", "right"), ("stands at", "right")]
        rows = [
            [
                place.name,
                _laps(place.distance, self.track.lap),
                f"{place.metre:.3f}",
                f"{_kerb(self.track, place.metre):.3f}",
                *self._lamp(place.metre),
            ]
            for place in starts(self.track)
        ]
        _table(header, rows)

    def _show_lamps(self) -> None:
        if self.survey is None:
            return
        _line()
        least, most = _apart(self.survey)
        _line(f"{len(self.survey)} lamps, {least:.3f} to {most:.3f} m apart; to be checked on the track:")
        marks = [("at the finish", 0.0)]
        marks += [("at a tangent", metre) for metre in self.track.tangents if metre]
        marks += [(place.name, place.metre) for place in on_the_way(self.track)]
        rows = [[name, f"{metre:.3f}", *self._lamp(metre)] for name, metre in marks]
        _table([("", "left"), ("at", "right"), ("lamp", "right"), ("stands at", "right")], rows)

    def _lamp(self, metre: float) -> list[str]:
        if self.survey is None:
            return []
        lamp = self.survey.nearest(metre)
        return [str(lamp), f"{self.survey.metres[lamp]:.3f}"]

    def _shape(self) -> dict[str, Any]:
        """``pacelight.track/1``; every length in metres."""
        track, oval = self.track, self.track.oval
        shape = {
            "schema": "pacelight.track/1",
            "name": track.name,
            "note": track.note,
            "lap_m": track.lap.metres,
            "oval_lap_m": _round(oval.lap()),
            "kerb_m": _round(_kerb(track, track.lap.metres)),
            "bend_m": _round(oval.bend),
            "bend_kerb_m": _round(oval.bend_kerb),
            "straight_m": _round(oval.straight_m),
            "radius_m": _round(oval.radius_m),
            "radii_m": [_round(radius) for radius in oval.radii_m],
            "line_radius_m": _round(oval.line_radius()),
            "tangents_m": [_round(metre) for metre in track.tangents],
            "lanes": [{"lane": lane, "lap_m": _round(oval.lap(lane))} for lane in lanes(self.track)],
            "starts": [self._place_shape(place) for place in starts(self.track)],
            "on_the_way": [self._place_shape(place) for place in on_the_way(self.track)],
            "lamps": None if self.survey is None else [_round(metre) for metre in self.survey.metres],
        }
        if self.water is not None:
            shape["steeplechase"] = track_water.shape(self.water, self.survey)
        return shape

    def _place_shape(self, place: Place) -> dict[str, Any]:
        shape = {
            "event": place.event.code,
            "distance_m": place.distance.metres,
            "race": place.event.code if place.race is None else place.race.code,
            "at_m": place.metre,
            "to_go_m": place.to_go.metres,
            "kerb_m": _round(_kerb(self.track, place.metre)),
        }
        return shape | ({} if self.survey is None else {"lamp": self.survey.nearest(place.metre)})


def every(tracks: Sequence[Track], *, json: bool) -> None:
    """The tracks that ship."""
    if json:
        shapes = [
            {
                "name": one.name,
                "lap_m": one.lap.metres,
                "radius_m": _round(one.oval.radius_m),
                "bend_m": _round(one.oval.bend),
                "straight_m": _round(one.oval.straight_m),
                "note": one.note,
            }
            for one in tracks
        ]
        _json({"schema": "pacelight.tracks/1", "tracks": shapes})
        return
    header = [("track", "left"), ("lap", "right"), ("radius", "right"), ("bends", "right")]
    rows = [
        [
            one.name,
            f"{one.lap.metres:.0f}",
            f"{one.oval.radius_m:.3f}",
            f"{one.oval.bend:.3f}",
            f"{one.oval.straight_m:.3f}",
            one.note,
        ]
        for one in tracks
    ]
    _table([*header, ("straights", "right"), ("", "left")], rows)
    _line("metres; bends as lane 1 is measured; oval-LAP-RADIUS is any other, as oval-400-36.80")
    _line("bends of two radii: double-LAP-CORNER-MIDDLE-DEGREES; without a raised kerb: -line at the end")


def checked(path: Path, read: SurveyFile, *, json: bool) -> None:
    """What was found in a survey file: every fault, or that it is whole."""
    apart = None if read.faults else _apart(Survey(read.track, read.metres))
    if json:
        _json(
            {
                "schema": "pacelight.survey/1",
                "file": str(path),
                "track": read.track.name,
                "lamps": read.lamps,
                "whole": not read.faults,
                "faults": list(read.faults),
                "apart_m": None if apart is None else [_round(metres) for metres in apart],
            }
        )
    elif apart is None:
        for fault in read.faults:
            _line(f"{path}: {fault}")
        count = f"{len(read.faults)} faults" if len(read.faults) > 1 else "a fault"
        _line(f"{count} in {read.lamps} lamps round {read.track.name}")
    else:
        least, most = apart
        _line(f"{path}: whole, {read.lamps} lamps round {read.track.name}, {least:.3f} to {most:.3f} m apart")


def _apart(survey: Survey) -> tuple[float, float]:
    """The least and the greatest distance between neighbours, round the finish too."""
    gaps = np.diff(survey.metres, append=survey.metres[0] + survey.track.lap.metres)
    return float(gaps.min()), float(gaps.max())


def _laps(distance: Distance, lap: Distance) -> str:
    laps, rest = divmod(distance.mm, lap.mm)
    return f"{laps} + {Distance(rest)}" if rest else str(laps)


def _kerb(track: Track, metre: float) -> float:
    return float(track.kerb_at(metre))


def _round(metres: float) -> float:
    return round(float(metres), _DECIMALS)


def _json(shape: dict[str, Any]) -> None:
    sys.stdout.write(json_texts.dumps(shape, ensure_ascii=False) + "\n")


def _line(text: str = "") -> None:
    sys.stdout.write(text + "\n")


def _table(header: Sequence[tuple[str, Any]], rows: Iterable[Sequence[str]]) -> None:
    table = Table(box=None, pad_edge=False, show_header=any(name for name, _ in header))
    for nth, (name, side) in enumerate(header):
        table.add_column(name, justify=side, no_wrap=side == "right" or nth == 0)
    for row in rows:
        table.add_row(*row)
    Console(file=sys.stdout, highlight=False, markup=False).print(table)
