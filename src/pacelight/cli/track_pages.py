"""Tracks on the terminal: tables for people, JSON for programs, a picture in a file."""

import json as json_texts
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pacelight.cli import track_lanes, track_measures, track_water
from pacelight.cli.survey_pages import apart, controllers, rail_lines
from pacelight.cli.track_measures import round_m
from pacelight.cli.track_places import Place, on_the_way, starts
from pacelight.distance import Distance
from pacelight.track import Circuit, Steeplechase, Survey, Track

__all__ = ["Page", "every"]


@dataclass(frozen=True, slots=True)
class Page:
    """A track as it is to be shown.

    Attributes:
        track: the track.
        survey: its lamps; None where nobody asked for lamps.
        water: its way through the water jump; None where nobody asked for steeplechases.
        lanes: where each lane of a race starts; None where nobody asked.
    """

    track: Track
    survey: Survey | None = None
    water: Steeplechase | None = None
    lanes: track_lanes.Lanes | None = None

    def show(self, *, json: bool) -> None:
        """All that is known of it."""
        if json:
            _json(self._shape())
            return
        track = self.track
        _line(f"{track.name}{f': {track.note}' if track.note else ''}")
        _table([("", "left"), ("metres", "right"), ("", "left")], track_measures.rows(track))
        if track.tangents:
            _line(f"tangents at {', '.join(f'{metre:.3f}' for metre in track.tangents)} m past the finish")
        self._show_laps()
        _line()
        self._show_places()
        way = "metres past the finish line; along the kerb from there"
        _line(f"{way}; less than 0 before it" if track.is_open else way)
        for place in on_the_way(track):
            _line(
                f"{place.name}: at {place.metre:.3f} m, {place.to_go} before the finish: "
                "it needs a camera or a gate of its own"
            )
        for told in [] if self.water is None else track_water.told(self.water, self.survey):
            _line(told)
        self._show_lanes()
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
            lanes=None if self.lanes is None else self.lanes.starts,
            water=self.water,
            survey=self.survey,
        )

    def _show_laps(self) -> None:
        if not isinstance(self.track.shape, Circuit):
            return
        first = self.track.shape.lap()
        laps = [(lane, self.track.shape.lap(lane)) for lane in track_measures.lanes(self.track)]
        rows = [[str(lane), f"{lap:.3f}", f"{lap - first:.3f}"] for lane, lap in laps]
        _line()
        _table([("lane", "right"), ("lap", "right"), ("longer by", "right")], rows)
        if len(laps) == 1:
            _line("further lanes: as the hall was built, 0.90 to 1.10 m wide and banked")

    def _show_places(self) -> None:
        header = [("start of", "left"), ("laps", "left"), ("at", "right"), ("kerb", "right")]
        header += self._lamp_header()
        rows = [
            [
                place.name,
                "" if self.track.is_open else _laps(place.distance, self.track.lap),
                f"{place.metre:.3f}",
                f"{float(self.track.kerb_at(place.metre)):.3f}",
                *self._lamp(place.metre),
            ]
            for place in starts(self.track)
        ]
        _table(header, rows)

    def _show_lanes(self) -> None:
        if self.lanes is None:
            return
        _line()
        _line(f"lanes of {self.lanes.code}: where they start, as lane 1 is measured, and how far ahead of it")
        *header, last = track_lanes.HEADER
        lamp = [] if self.survey is None else [("lamp", "right")]
        _table([*header, *lamp, last], self.lanes.rows(self.survey))

    def _show_lamps(self) -> None:
        if self.survey is None:
            return
        _line()
        least, most = apart(self.survey)
        _line(f"{len(self.survey)} lamps, {least:.3f} to {most:.3f} m apart; to be checked on the track:")
        marks = [("at the finish", 0.0)]
        marks += [("at a tangent", metre) for metre in self.track.tangents if metre]
        marks += [(place.name, place.metre) for place in on_the_way(self.track)]
        rows = [[name, f"{metre:.3f}", *self._lamp(metre)] for name, metre in marks]
        _table([("", "left"), ("at", "right"), *self._lamp_header()], rows)
        for line in rail_lines(self.survey.rail) if self.survey.placed else []:
            _line(line)

    def _lamp_header(self) -> list[tuple[str, Any]]:
        if self.survey is None:
            return []
        header: list[tuple[str, Any]] = [("lamp", "right"), ("stands at", "right")]
        return [*header, ("hangs on", "left")] if self.survey.placed else header

    def _lamp(self, metre: float) -> list[str]:
        if self.survey is None:
            return []
        lamp = self.survey.nearest(metre)
        hung = self.survey.hung(lamp)
        return [str(lamp), f"{self.survey.metres[lamp]:.3f}", *([] if hung is None else [str(hung)])]

    def _shape(self) -> dict[str, Any]:
        """``pacelight.track/1``; every length in metres."""
        track = self.track
        shape = {
            "schema": "pacelight.track/1",
            "name": track.name,
            "note": track.note,
            **track_measures.shape(track),
            "starts": [self._place_shape(place) for place in starts(track)],
            "on_the_way": [self._place_shape(place) for place in on_the_way(track)],
            "lamps": None if self.survey is None else [round_m(metre) for metre in self.survey.metres],
        }
        if self.survey is not None and self.survey.placed:
            shape["controllers"] = controllers(self.survey.rail)
        if self.water is not None:
            shape["steeplechase"] = track_water.shape(self.water, self.survey)
        if self.lanes is not None:
            shape["lane_starts"] = self.lanes.shape(self.survey)
        return shape

    def _place_shape(self, place: Place) -> dict[str, Any]:
        shape = {
            "event": place.event.code,
            "distance_m": place.distance.metres,
            "race": place.event.code if place.race is None else place.race.code,
            "at_m": place.metre,
            "to_go_m": place.to_go.metres,
            "kerb_m": round_m(float(self.track.kerb_at(place.metre))),
        }
        return shape | ({} if self.survey is None else {"lamp": self.survey.nearest(place.metre)})


def every(tracks: Sequence[Track], *, json: bool) -> None:
    """The tracks that ship."""
    if json:
        _json({"schema": "pacelight.tracks/1", "tracks": [track_measures.brief(one) for one in tracks]})
        return
    circuits = [(one, one.shape) for one in tracks if isinstance(one.shape, Circuit)]
    header = [("track", "left"), ("lap", "right"), ("radius", "right"), ("bends", "right")]
    rows = [
        [
            one.name,
            f"{one.lap.metres:.0f}",
            f"{on.radius_m:.3f}",
            f"{on.bend:.3f}",
            f"{on.straight_m:.3f}",
            one.note,
        ]
        for one, on in circuits
    ]
    _table([*header, ("straights", "right"), ("", "left")], rows)
    _line("metres; bends as lane 1 is measured; oval-LAP-RADIUS is any other, as oval-400-36.80")
    _line("bends of two radii: double-LAP-CORNER-MIDDLE-DEGREES; without a raised kerb: -line at the end")
    _line()
    header = [("track", "left"), ("length", "right"), ("begins at", "right"), ("ends at", "right")]
    straights = [one for one in tracks if one.is_open]
    rows = [
        [one.name, *(f"{metres:.0f}" for metres in (one.lap.metres, one.begins_m, one.ends_m)), one.note]
        for one in straights
    ]
    _table([*header, ("", "left")], rows)
    _line("metres past the finish line; straight-RACE-BEFORE-BEYOND is any other, as straight-100-5-20")
    _line("a road through the points of a file: FILE.gpx, or FILE.gpx=LENGTH as it is certified")
    _line("races that finish elsewhere: @METRES at the end, as short-200@100")


def _laps(distance: Distance, lap: Distance) -> str:
    laps, rest = divmod(distance.mm, lap.mm)
    return f"{laps} + {Distance(rest)}" if rest else str(laps)


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
