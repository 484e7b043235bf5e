"""GPX, as far as a road is in it: the points of its one line. Bytes in, points out.

Source: GPX 1.1 schema, https://www.topografix.com/GPX/1/1/.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.parsers import expat

from pacelight.errors import SurveyError

__all__ = ["Line", "Place", "line"]

Place = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""

_LARGEST = 32 << 20
_DEEPEST = 16
_POINT, _LINE = {"trkpt": "trk", "rtept": "rte"}, {"trk", "rte"}


@dataclass(frozen=True, slots=True)
class Line:
    """What a file says of a road.

    Attributes:
        places: in order, none of them the same as the one before.
        twice: how many more were the same as the one before.
        elevated: how many have an elevation, which is not used: a course is certified along the road.
    """

    places: tuple[Place, ...]
    twice: int = 0
    elevated: int = 0

    @property
    def note(self) -> str:
        """What a user should know before trusting it."""
        told = [f"{len(self.places):,} points"]
        if self.twice:
            told.append(f"{self.twice:,} written twice are taken once")
        if self.elevated:
            told.append("their elevation is not used")
        return ", ".join(told)


def line(data: bytes, name: str) -> Line:
    """The line of a file: of its track, or of its route where it has no track.

    Args:
        data: all its bytes. A document type is refused before anything of it is read:
            with its entities a few lines can become gigabytes, or other files.
        name: what refusals call it.

    Raises:
        SurveyError: no XML, no GPX, a document type, no point or more than one line,
            a point that is nowhere; the line is named.
    """
    if len(data) > _LARGEST:
        raise SurveyError(
            f"{name} is larger than {_LARGEST >> 20} MB: let it hold the line of the road alone"
        )
    reading = _Reading(name)
    try:
        reading.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SurveyError(f"{name} is torn or no XML: {error}") from None
    except (LookupError, ValueError) as error:  # an encoding that there is not, or that is not kept to
        raise error if isinstance(error, SurveyError) else SurveyError(f"{name}: {error}") from None
    return _one(reading, name)


@dataclass(slots=True)
class _Reading:
    """A file as it is read.

    Attributes:
        lines: by kind, the points of each track and route; all segments of a track are one line.
        within: the elements that are open.
        elevated: points with an elevation.
    """

    name: str
    lines: dict[str, list[list[Place]]] = field(default_factory=lambda: {"trk": [], "rte": []})
    within: list[str] = field(default_factory=list)
    elevated: int = 0
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def __post_init__(self) -> None:
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._begin, self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        word = tag.rpartition(":")[2]
        if not self.within and word != "gpx":
            raise self._refused(f"it is <{tag}>, not GPX")
        if len(self.within) == _DEEPEST:
            raise self._refused("too many elements inside one another")
        if word in _LINE:
            self.lines[word].append([])
        elif word in _POINT and self.lines[_POINT[word]]:
            self.lines[_POINT[word]][-1].append(self._place(attributes))
        elif word == "ele" and self.within[-1] in _POINT:
            self.elevated += 1
        self.within.append(word)

    def _end(self, _: str) -> None:
        self.within.pop()

    def _place(self, attributes: dict[str, str]) -> Place:
        try:
            latitude, longitude = float(attributes["lat"]), float(attributes["lon"])
        except KeyError as error:
            raise self._refused(f"a point has no {error}") from None
        except ValueError:
            raise self._refused(f"a point at {attributes}: write degrees, as lat='51.2' lon='4.4'") from None
        if not (abs(latitude) <= 90 and abs(longitude) <= 180) or math.isnan(latitude + longitude):  # noqa: PLR2004
            raise self._refused(f"no place on earth is at {latitude}, {longitude}")
        return latitude, longitude

    def _doctype(self, *_: object) -> None:
        raise self._refused("a document type is not read (delete <!DOCTYPE ...>)")

    def _refused(self, why: str) -> SurveyError:
        return SurveyError(f"{self.name} line {self.parser.CurrentLineNumber}: {why}")


def _one(reading: _Reading, name: str) -> Line:
    """The one line that is in the file."""
    for kind, word in (("trk", "tracks"), ("rte", "routes")):
        found = [places for places in reading.lines[kind] if places]
        if len(found) > 1:
            raise SurveyError(f"{name} holds {len(found)} {word}: leave the one that is run")
        if found:
            single = _once(found[0])
            return Line(single, len(found[0]) - len(single), reading.elevated)
    raise SurveyError(f"{name} holds no line: neither a track nor a route has points")


def _once(places: Sequence[Place]) -> tuple[Place, ...]:
    kept = [places[0]]
    kept += [place for before, place in pairwise(places) if place != before]
    return tuple(kept)
