"""Results of Omega Scan'O'Vision: ``LSTRslt.txt``, with the time of the camera beside the official one.

The export knows numbers: of events in its own programme, of bibs. What they mean a programme says,
a TOML file beside it; the day, the wind and whether a heat is official stand in the list of heats,
``LSTRRSLT.txt``::

    day = 2025-02-22            # where there is no list of heats
    venue = "Liévin (FRA)"
    competition = "Meeting Hauts-de-France Pas-de-Calais"

    [events.5]
    event = "60"
    sex = "men"

    [athletes.3762]
    name = "Given FAMILY"
    nation = "GER"
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pacelight.book.formats.dates import none_after
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.omega_export import (
    OmegaHeat,
    OmegaResult,
    heats,
    holds_heats,
    holds_results,
    results,
)
from pacelight.book.formats.text import toml
from pacelight.errors import FormatError, Refused
from pacelight.event import Event, Sex, event
from pacelight.nation import nation

__all__ = ["NO_PROGRAMME", "OmegaReader", "Programme", "programme", "read", "reader", "recognise"]

_FINISH = 9999


@dataclass(frozen=True, slots=True)
class Programme:
    """What the numbers of a timing system mean.

    Attributes:
        events: by their number.
        athletes: name and nation by bib; the nation may be empty.
        day: None where the list of heats says it.
    """

    events: Mapping[int, tuple[Event, Sex]]
    athletes: Mapping[str, tuple[str, str]]
    day: date | None = None
    venue: str = ""
    competition: str = ""


NO_PROGRAMME = Programme({}, {})
"""Nothing is known of any number: every row is refused, and says which number it has."""


@dataclass(frozen=True, slots=True)
class OmegaReader:
    """Reads results with what is known of their numbers.

    Attributes:
        programme: what the numbers mean.
        heats: the list of heats; may be empty.
    """

    programme: Programme = NO_PROGRAMME
    heats: tuple[OmegaHeat, ...] = ()

    def recognise(self, data: bytes, name: str) -> bool:
        """Whether the first line is the header of ``LSTRslt.txt``."""
        return recognise(data, name)

    def read(self, data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
        """Every row of results.

        Raises:
            FormatError: another header, torn, or no text.
        """
        run = {(heat.event, heat.round, heat.heat): heat for heat in self.heats}
        return none_after(self._readings(results(data, name), run), until)

    def _readings(
        self, found: Iterator[OmegaResult | Refusal], run: Mapping[tuple[int, int, int], OmegaHeat]
    ) -> Iterator[Reading]:
        for result in found:
            if isinstance(result, Refusal):
                yield result
                continue
            try:
                yield self._line(result, run.get((result.event, result.round, result.heat)))
            except Refused as error:
                text = f"event {result.event} bib {result.bib or '0'} {result.text}"
                yield Refusal(f"line {result.line}", text, str(error))

    def _line(self, result: OmegaResult, heat: OmegaHeat | None) -> Line:
        if result.lap != _FINISH:
            raise FormatError(f"an intermediate time (lap {result.lap}) makes no performance")
        known = self.programme.events.get(result.event)
        if known is None:
            raise FormatError(f"the programme does not say what event {result.event} is")
        named = self.programme.athletes.get(result.bib)
        if named is None:
            raise FormatError(f"the programme does not say who wears {result.bib or 'no number'}")
        one, sex = known
        mark = one.read_time(str(result.mark()))
        day = heat.day if heat else self.programme.day
        return Line(
            at=f"line {result.line}",
            event=one.code,
            sex=sex,
            mark=mark,
            mark_text=result.text,
            doubts=("the heat is not marked official",) if heat and not heat.official else (),
            athlete=named[0],
            nation=named[1],
            day=day,
            year=day.year if day else None,
            venue=self.programme.venue,
            competition=self.programme.competition,
            wind=heat.wind if heat else None,
            place=result.rank or None,
            note=f"round {result.round}, heat {result.heat}, lane {result.lane}",
        )


def recognise(data: bytes, name: str) -> bool:
    """Whether the first line is the header of ``LSTRslt.txt``."""
    del name
    return holds_results(data)


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """Every row of results, refused with its number: without a programme nothing is known of it.

    Raises:
        FormatError: another header, torn, or no text.
    """
    return OmegaReader().read(data, name, until=until)


def reader(files: Mapping[str, bytes]) -> OmegaReader:
    """The reader for results beside which these files lie: a programme, and a list of heats if there is one.

    Args:
        files: their names and bytes.

    Raises:
        FormatError: one of them is neither.
    """
    known = NO_PROGRAMME
    run: tuple[OmegaHeat, ...] = ()
    for name, data in files.items():
        if holds_heats(data):
            run = heats(data, name)
        else:
            known = programme(data, name)
    return OmegaReader(known, run)


def programme(data: bytes, name: str) -> Programme:
    """What the numbers mean, from a TOML file.

    Raises:
        FormatError: no TOML, or something in it is not what it should be.
    """
    table = toml(data, name)
    try:
        return Programme(
            events={
                int(number): (event(row["event"]), Sex(row["sex"])) for number, row in table["events"].items()
            },
            athletes={bib: _athlete(row) for bib, row in table.get("athletes", {}).items()},
            day=_day(table.get("day")),
            venue=str(table.get("venue", "")),
            competition=str(table.get("competition", "")),
        )
    except KeyError as error:
        raise FormatError(f"{name}: the programme needs {error}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise FormatError(f"{name} is no programme: {error}") from error


def _athlete(row: Mapping[str, Any]) -> tuple[str, str]:
    code = str(row.get("nation", ""))
    return str(row["name"]), nation(code).code if code else ""


def _day(day: object) -> date | None:
    if day is None or type(day) is date:
        return day
    raise FormatError(f"day is no day: {day} (write 2025-02-22, without quotation marks)")
