"""XML of the German federation: entries with their best marks (``registration``) and ``meetingresult``.

Of an entry each mark it names is one performance: the mark entered with, year's bests, personal bests, with
day and place where given. Of a result each row of an individual, a relay or a combined event is one.
Results that the file marks as invalid, and those of teams, are refused. A round that only gathers
others (``compositeevent="MASTER"``) is left out: its results stand in the others, with weights and heights.

Decimal commas throughout; ``indoor`` is the short track for what is run on an oval.

Source: Deutscher-Leichtathletikverband/Interfaces, registration-1.2.xsd and samples;
leichtathletik/ladv-datenformate, meetingresult-0.3.xsd and samples.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType

from pacelight.book.formats.dates import DayLayout, age_doubts, birth, none_after
from pacelight.book.formats.german import dlv
from pacelight.book.formats.line import Birth, Line, Reading, Refusal
from pacelight.book.formats.marks import status_of, tenths
from pacelight.book.formats.text import plain
from pacelight.book.formats.words import nation_of, point, roof_flag, sex_of, whole
from pacelight.book.formats.xmltree import Element, begins_with, tree
from pacelight.errors import FormatError, MarkError, Refused
from pacelight.event import Event, Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark

__all__ = ["read", "recognise"]

_ROOTS = frozenset({"registration", "meetingresult"})
_LAYOUT = DayLayout("YYYY-MM-DD")
_DAY_LENGTH = len("2022-04-22")
_BESTS: Mapping[str, str] = MappingProxyType(
    {"performance": "entered with", "yearbest": "year's best", "personalbest": "personal best"}
)
_TEAMS = frozenset({"combinedeventteam", "individualteam", "teamchampionchip"})
_TRUE = frozenset({"true", "1"})
_OFFICIAL_BY_HAND = 1


@dataclass(frozen=True, slots=True)
class _Who:
    """An athlete, or a club whose relay it is."""

    name: str
    family: str
    nation: str
    sex: Sex | None
    born: Birth | None = None


@dataclass(frozen=True, slots=True)
class _People:
    """Who stands in the file, by the ids of its elements."""

    athletes: Mapping[str, Element]
    clubs: Mapping[str, Element]

    @classmethod
    def of(cls, root: Element) -> "_People":
        def by_id(tag: str) -> dict[str, Element]:
            return {one.get("id", ""): one for one in root.iter(tag)}

        return cls(by_id("athlete"), by_id("club"))

    def athlete(self, key: str) -> _Who:
        """The athlete of an id.

        Raises:
            FormatError: there is none, or without a name.
        """
        found = self._found(self.athletes, key, "athlete")
        first, last = found.get("forename", ""), found.get("lastname", "")
        if not (first or last):
            raise FormatError(f"nobody's name: athlete '{key}'")
        given = (found.get("dateofbirth") or "")[:_DAY_LENGTH] or found.get("yearofbirth", "")
        return _Who(
            name=f"{first} {last}".strip(),
            family=last,
            nation=nation_of(found.get("country", "")),
            sex=sex_of(found.get("sex", "")),
            born=birth(given, _LAYOUT),
        )

    def club(self, key: str) -> _Who:
        """The club of an id.

        Raises:
            FormatError: there is none, or without a name.
        """
        found = self._found(self.clubs, key, "club")
        if not found.get("name"):
            raise FormatError(f"nobody's name: club '{key}'")
        return _Who(found.get("name", ""), "", nation_of(found.get("country", "")), None)

    def _found(self, among: Mapping[str, Element], key: str, what: str) -> Element:
        if key not in among:
            raise FormatError(f"no {what} '{key}' in the file")
        return among[key]


def recognise(data: bytes, name: str) -> bool:
    """Whether it is XML whose root is that of entries or of results."""
    del name
    return begins_with(data, _ROOTS)


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """What each mark in it says.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        until: the day the file is from; a later performance is refused.

    Raises:
        FormatError: no XML, torn, with a document type, or with another root.
    """
    root = tree(data, name)
    if root.tag not in _ROOTS:
        raise FormatError(
            f"{name} is no XML of the DLV: its root is '{plain(root.tag)}' (registration or meetingresult)"
        )
    readings = _entries(root) if root.tag == "registration" else _results(root)
    return none_after(readings, until)


def _guarded(at: str, of: Element, make: Callable[[], Line]) -> Reading:
    try:
        return make()
    except Refused as error:
        shown = " ".join(f'{name}="{cell}"' for name, cell in of.attrib.items())
        return Refusal(at, plain(f"{of.tag} {shown}"), plain(str(error)))


def _entries(root: Element) -> Iterator[Reading]:
    """Each mark of each entry."""
    people = _People.of(root)
    classes = {one.get("id", ""): one.get("agecode", "") for one in root.iter("event")}
    for tag in ("individual", "relay", "run"):
        for entry in root.iter(tag):
            for nth, best in enumerate((one for one in entry if one.tag in _BESTS), start=1):
                at = f"{tag} {entry.get('id', '?')}, mark {nth}"
                yield _guarded(at, best, partial(_best, at, entry, best, people, classes))


def _best(at: str, entry: Element, best: Element, people: _People, classes: Mapping[str, str]) -> Line:
    who, sex, agecode = _entered(entry, people, classes)
    indoors = _says(best, "indoor")
    one = dlv(best.get("disciplinecode", ""), sex, agecode, indoors=indoors)
    day = _LAYOUT.read(best.get("date", "")) if best.get("date") else None
    doubts = ("not documented",) if _says(best, "notdocumented") else ()
    runners = _runners(entry, people) if entry.tag == "relay" else ""
    return _line(
        at,
        who,
        one,
        sex,
        text=best.get("value", ""),
        hand=_says(best, "handTime"),
        wind=best.get("wind", ""),
        day=day,
        venue=best.get("location", ""),
        doubts=doubts,
        flags=roof_flag(one, indoors=indoors),
        note="; ".join(filter(None, (_BESTS[best.tag], runners))),
    )


def _entered(entry: Element, people: _People, classes: Mapping[str, str]) -> tuple[_Who, Sex, str]:
    """Who enters, for which class."""
    agecode = classes.get(entry.get("event", ""), "")
    if entry.tag == "relay":
        return people.club(entry.get("club", "")), sex_of(agecode[:1]), agecode
    if entry.tag == "individual":
        who = people.athlete(entry.get("athlete", ""))
    else:
        runners = [one.get("athlete", "") for one in entry.iter("participant")]
        if len(runners) != 1:
            raise FormatError(f"a run with {len(runners)} runners does not say whose mark this is")
        who = people.athlete(runners[0])
        agecode = ""
    sex = who.sex or sex_of(agecode[:1])
    return who, sex, agecode if agecode[:1] in {"M", "W"} else {Sex.MEN: "M", Sex.WOMEN: "W"}.get(sex, "X")


def _results(root: Element) -> Iterator[Reading]:
    """Each row of each round."""
    people = _People.of(root)
    codes = {one.get("id", ""): one.get("code", "") for one in root.iter("event")}
    parts = {one.get("belongsto") for one in root.iter("round")}
    for nth, stage in enumerate(root.iter("round"), start=1):
        gathered = stage.get("compositeevent") == "MASTER" and stage.get("id") in parts
        for row in () if gathered else stage.findall("results/*"):
            at = f"round {stage.get('id', nth)}, {row.tag} {row.get('id', '?')}"
            yield _guarded(at, row, partial(_result, at, root, stage, row, people=people, codes=codes))


def _result(
    at: str, root: Element, stage: Element, row: Element, *, people: _People, codes: Mapping[str, str]
) -> Line:
    if _says(stage, "invalid") or _says(row, "invalid"):
        raise FormatError("marked as invalid in the file")
    if row.tag in _TEAMS:
        raise FormatError("the result of a team, which is no performance")
    relay = row.tag == "relay"
    who = people.club(row.get("club", "")) if relay else people.athlete(row.get("athlete", ""))
    agecode = row.get("class") or stage.get("ageclass") or ""
    code, indoors = codes.get(stage.get("event", ""), ""), _says(stage, "indoor")
    sex = who.sex or sex_of(agecode[:1])
    if agecode[:1] == "X" and not relay:
        agecode = ("M" if sex is Sex.MEN else "W") + agecode[1:]
    one = dlv(code, sex, agecode, indoors=indoors)
    apart = "out of competition" if _says(row, "noncompetitive") else ""
    runners = _runners(row, people) if relay else ""
    return _line(
        at,
        who,
        one,
        sex,
        text=row.get("result", ""),
        hand=_says(row, "handtime"),
        wind=row.get("wind", ""),
        day=_LAYOUT.read(stage.get("startofeventdate", "")),
        venue=_venue(root),
        competition=root.get("name", ""),
        place=row.get("place", ""),
        flags=roof_flag(one, indoors=indoors),
        note="; ".join(filter(None, (stage.get("roundtype", ""), stage.get("ageclass", ""), apart, runners))),
    )


def _venue(root: Element) -> str:
    city, country = root.get("city", ""), root.get("country", "")
    return f"{city} ({country})" if city and country else city


def _runners(entry: Element, people: _People) -> str:
    """Who runs in a relay, in the order of the file; who is not in it is left out."""
    keys = [one.get("athlete", "") for one in entry if one.tag in {"participant", "relaymember"}]
    found = (people.athletes[key] for key in keys if key in people.athletes)
    return ", ".join(f"{one.get('forename', '')} {one.get('lastname', '')}".strip() for one in found)


def _says(of: Element, attribute: str) -> bool:
    return of.get(attribute, "").casefold() in _TRUE


def _line(
    at: str,
    who: _Who,
    one: Event,
    sex: Sex,
    *,
    text: str,
    hand: bool,
    wind: str,
    day: date | None,
    venue: str,
    competition: str = "",
    place: str = "",
    doubts: tuple[str, ...] = (),
    flags: str = "",
    note: str = "",
) -> Line:
    status = status_of(text)
    return Line(
        at=at,
        event=one.code,
        sex=sex,
        mark=None if status else _mark(one, text, hand=hand),
        mark_text=text,
        doubts=doubts + age_doubts(who.born, day),
        athlete=who.name,
        family=who.family,
        nation=who.nation,
        born=who.born,
        day=day,
        year=day.year if day else None,
        venue=venue,
        competition=competition,
        wind=tenths(point(wind)),
        place=None if status or place.startswith("-") else whole(place, "place"),
        status=status,
        flags=flags,
        note=note,
    )


def _mark(one: Event, text: str, *, hand: bool) -> AnyMark:
    """The mark; hand times have tenths, whatever zeros follow them.

    Raises:
        MarkError: not a mark of this event, or a hand time finer than tenths.
    """
    mark = one.read(point(text), Timing.HAND if hand else None)
    if not (hand and isinstance(mark, Mark) and mark.precision > _OFFICIAL_BY_HAND):
        return mark
    tenth = Mark.from_elapsed(mark.elapsed, _OFFICIAL_BY_HAND, Timing.HAND)
    if tenth != mark:
        raise MarkError(f"finer than by hand: '{text}' (write {tenth}, rounded up)")
    return tenth
