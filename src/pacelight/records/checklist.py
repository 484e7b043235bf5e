"""Which conditions of ratification are met, as far as the book and the race's evidence tell.

A list for people, never a gate: what nobody can read off a fact *needs a person*, and people ratify.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from pacelight.book.attestation import Attestation, Attested
from pacelight.book.eligible import wind_legal
from pacelight.book.model import Decision, DecisionKind, Performance, Venue
from pacelight.book.races import kind_of
from pacelight.book.scopes import plain
from pacelight.errors import BookError
from pacelight.event import EVENTS, Level, TrackKind
from pacelight.mark import Mark, Timing
from pacelight.nation import nation
from pacelight.records.ratification import Condition, of_performance

__all__ = ["EVIDENCE", "UNTOLD", "Checked", "Known", "Verdict", "checklist", "open_ones"]

EVIDENCE = "pacelight.evidence/2"
"""The schema of a race's evidence, as ``pacelight race report`` prints it."""

UNTOLD = "no fact of the book tells; somebody has to look"
"""What is said of a condition of which nothing is known."""

_COMPETITORS = 3
_TEAMS = 2
_FORM_DAYS = 30
_LIGHTS = "pacing lights used"


class Verdict(StrEnum):
    """What is known of a condition."""

    MET = "met"
    NOT_MET = "not met"
    NOT_KNOWN = "not known"
    PERSON = "needs a person"


@dataclass(frozen=True, slots=True)
class Checked:
    """A condition and what is known of it.

    Attributes:
        verdict: as the facts have it.
        why: one sentence: on what the verdict rests, or what is missing.
        attested: what a person said who looked; None where nobody did, or it was taken back.
    """

    condition: Condition
    verdict: Verdict
    why: str
    attested: Attestation | None = None

    @property
    def stands(self) -> Verdict:
        """The verdict that holds: of who looked, where somebody did."""
        return self.verdict if self.attested is None else _SAID[self.attested.says]


_SAID: Mapping[Attested, Verdict] = MappingProxyType(
    {Attested.MET: Verdict.MET, Attested.NOT_MET: Verdict.NOT_MET}
)


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to fill a checklist from.

    Attributes:
        performance: the record.
        decided: what was decided about it and not taken back.
        others: other performances of its race that the book holds, those of the longer race included.
        venue: what the book knows of the place; None where nothing.
        evidence: of the race, as JSON has it; None where none was given.
        attested: what people said who looked, by the key of the condition.

    Raises:
        BookError: evidence of something else, or of another race.
    """

    performance: Performance
    decided: Sequence[Decision] = ()
    others: Sequence[Performance] = ()
    venue: Venue | None = None
    evidence: Mapping[str, Any] | None = None
    attested: Mapping[str, Attestation] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.evidence is None:
            return
        if self.evidence.get("schema") != EVIDENCE:
            raise BookError(
                f"not the evidence of a race (write it by: pacelight race report JOURNAL, {EVIDENCE})"
            )
        one = self.performance
        race = self.evidence["race"]
        told = (race["event"], race["sex"], race["day"])
        mine = (one.en_route_of or one.event, one.sex.value, one.day.isoformat())
        if told != mine:
            raise BookError(f"the evidence is of another race: {' '.join(told)}, not {' '.join(mine)}")

    @property
    def race(self) -> list[Performance]:
        """Of the others those of the same event."""
        return [other for other in self.others if other.event == self.performance.event]

    @property
    def run(self) -> Mapping[str, Any] | None:
        """What the evidence says of the athlete."""
        if self.evidence is None:
            return None
        whose = plain(self.performance.athlete)
        return next((run for run in self.evidence["run"] if plain(run["athlete"]) == whose), None)

    @property
    def split(self) -> Mapping[str, Any] | None:
        """The athlete's passing at the distance of the performance, as the evidence has it."""
        distance = EVENTS[self.performance.event].distance
        if self.run is None or distance is None:
            return None
        found = (s for s in self.run["splits"] if round(s["distance_m"] * 1000) == distance.mm)
        return next(found, None)


Said = tuple[Verdict, str]


def checklist(known: Known, levels: Iterable[Level] = ()) -> tuple[Checked, ...]:
    """Every condition that is asked of a performance, filled.

    Args:
        known: from what.
        levels: as a record of these levels; of all, if none is given.
    """
    asked = of_performance(known.performance, levels)
    return tuple(
        Checked(one, *_FILL.get(one.key, _person)(known), known.attested.get(one.key)) for one in asked
    )


def open_ones(checked: Iterable[Checked]) -> int:
    """How many conditions are not met, or not known to be."""
    return sum(one.stands is not Verdict.MET for one in checked)


def _person(_: Known) -> Said:
    return Verdict.PERSON, UNTOLD


def _official(known: Known) -> Said:
    if known.performance.official:
        return Verdict.MET, "the book has it as official"
    return Verdict.NOT_MET, "the book has it as not official: it makes no record"


def _result(known: Known) -> Said:
    split = known.split
    if split is None:
        return Verdict.NOT_KNOWN, "no evidence of the race tells of it (give it by --evidence)"
    mark = known.performance.mark
    if split["text"] == str(mark) and split["official"]:
        return Verdict.MET, f"the evidence has {split['text']}"
    unofficial = "" if split["official"] else ", not official"
    return Verdict.NOT_MET, f"the evidence has {split['text']}{unofficial}, the book {mark}"


def _competitors(known: Known) -> Said:
    needed = _TEAMS if EVENTS[known.performance.event].legs else _COMPETITORS
    if known.evidence is not None:
        started = sum((run["result"] or {}).get("status") != "DNS" for run in known.evidence["run"])
        enough = Verdict.MET if started >= needed else Verdict.NOT_MET
        return enough, f"{started} started, as the evidence has it"
    held = 1 + len({other.athlete_key for other in known.race})
    if held >= needed:
        return Verdict.MET, f"the book holds {held} of that race"
    return Verdict.NOT_KNOWN, f"the book holds {held} of that race, and not who else ran"


def _nation(known: Known) -> Said:
    found = nation(known.performance.nation)
    if found.area is None:
        return Verdict.NOT_MET, f"{found.code} is no nation that holds records"
    return (
        Verdict.PERSON,
        f"entered for {found.code}, which counted then; eligibility is for people to look at",
    )


def _timing(known: Known) -> Said:
    mark = known.performance.mark
    if known.split is not None:
        photo = known.split["method"] == "photo"
        return (Verdict.MET if photo else Verdict.NOT_MET), f"the evidence has it by {known.split['method']}"
    if not isinstance(mark, Mark) or mark.timing is Timing.UNKNOWN:
        return Verdict.NOT_KNOWN, "how it was timed is not told"
    if mark.timing is Timing.FAT:
        return Verdict.MET, "the book has it as timed automatically"
    return Verdict.NOT_MET, f"the book has it as timed by {mark.timing.value}"


def _precision(known: Known) -> Said:
    mark, event = known.performance.mark, EVENTS[known.performance.event]
    if not isinstance(mark, Mark):
        return Verdict.NOT_KNOWN, "it is no time"
    if mark.precision == event.precision:
        return Verdict.MET, f"{mark} has {mark.precision} decimals"
    return Verdict.NOT_MET, f"{mark} has {mark.precision} decimals, {event.name} is read to {event.precision}"


def _photo(known: Known) -> Said:
    if known.split is not None and known.split["method"] == "photo":
        return Verdict.PERSON, "the evidence names a photo finish; the images are for people to keep"
    return Verdict.PERSON, "the images are for people to keep"


def _wind(known: Known) -> Said:
    one = known.performance
    if one.wind is None:
        missing = not wind_legal(one)
        return (
            (Verdict.NOT_MET, "no reading was taken")
            if missing
            else (Verdict.NOT_KNOWN, "no reading is told")
        )
    told = f"{one.wind / 10:+.1f} m/s"
    return (Verdict.MET if wind_legal(one) else Verdict.NOT_MET), f"the book has {told}"


_LAPS: Mapping[TrackKind, int] = MappingProxyType({TrackKind.STANDARD: 400_000, TrackKind.SHORT: 200_000})


def _lap(known: Known) -> Said:
    wanted = _LAPS.get(EVENTS[known.performance.event].track)
    if wanted is None:
        return Verdict.NOT_KNOWN, "the event is not run round a lap"
    if known.venue is None or known.venue.lap_mm is None:
        return Verdict.NOT_KNOWN, "the book does not know the lap of the venue"
    fits = known.venue.lap_mm == wanted
    return (Verdict.MET if fits else Verdict.NOT_MET), f"the lap is {known.venue.lap_mm / 1000:g} m"


def _race(known: Known) -> Said:
    kind = kind_of(known.performance)
    if kind is None:
        return Verdict.NOT_KNOWN, "nobody says: it stands on neither list (add Wo or Mx to its flags)"
    return Verdict.MET, f"a {kind} race"


def _finished(known: Known) -> Said:
    one = known.performance
    if known.run is not None:
        result = known.run["result"]
        if result is None:
            return Verdict.NOT_KNOWN, "the evidence has no result of the athlete"
        status = result["status"]
        return (
            (Verdict.NOT_MET, f"the evidence has {status}")
            if status
            else (Verdict.MET, "the evidence says so")
        )
    whole = [p for p in known.others if p.event == one.en_route_of and p.athlete_key == one.athlete_key]
    if whole:
        return Verdict.MET, f"the book holds {whole[0].event} {whole[0].mark} of the same race"
    return Verdict.NOT_KNOWN, f"the book holds no {one.en_route_of} of theirs of that day"


def _lights(known: Known) -> Said:
    one = known.performance
    noted = _LIGHTS in one.conditions or _LIGHTS in one.note.split("; ")
    if noted:
        return Verdict.MET, "the book notes them"
    if known.evidence is None:
        return Verdict.NOT_KNOWN, "the book notes none, and whether they ran is not told"
    if known.evidence["asked"] and known.evidence["shown"]["output"] is not None:
        return Verdict.NOT_MET, "they ran, as the evidence has it, and the book does not say so"
    return Verdict.MET, "none ran, as the evidence has it"


def _form(known: Known) -> Said:
    sent = [one.decided for one in known.decided if one.kind is DecisionKind.SUBMITTED]
    if not sent:
        return Verdict.NOT_KNOWN, "the book knows of no submission"
    last = known.performance.day + timedelta(days=_FORM_DAYS)
    return (Verdict.MET if min(sent) <= last else Verdict.NOT_MET), f"submitted on {min(sent)}"


_FILL: Mapping[str, Callable[[Known], Said]] = MappingProxyType(
    {
        "official": _official,
        "result": _result,
        "competitors": _competitors,
        "nation": _nation,
        "timing": _timing,
        "precision": _precision,
        "photo": _photo,
        "wind": _wind,
        "lap": _lap,
        "race": _race,
        "finished": _finished,
        "lights": _lights,
        "form": _form,
    }
)
"""How a condition is filled; one that is not here needs a person."""
