"""Record lists in the shape of LENEX 3.0, the exchange format of swimming, with athletics in them.

One ``RECORDLIST`` holds the records of one level, scope, class and kind of track; of a tie each holder
has a ``RECORD`` of its own. What LENEX has no word for is said in attributes of ours, so that what is
written reads back exactly:

==============  ====================================================================================
``course``      the kind of track: ``STANDARD SHORT STRAIGHT ROAD FIELD OVERSIZED``
``type``        ``WR``; an area (``EUR``); a nation, which ``nation`` repeats; ``MR.``, ``CR.``, ``PB.``
                or ``SB.`` and the scope
``code``        of ``SWIMSTYLE``: the event's, of World Athletics; ``stroke`` is ``UNKNOWN``
``swimtime``    of a time, in hundredths rounded up; ``NT`` of lengths and points
``mark``        as printed, with its decimals
``timing``      ``fat hand transponder unknown``, of a time
``status``      ``APPROVED`` (ratified), ``PENDING`` (all others); ``INVALID`` and ``TARGETTIME`` are no
                performances and are refused
``standing``    candidate, pending or ratified, as the book knows it
``wind``        metres a second
``flags``       letters as printed on lists
``enroute``     code of the longer race
==============  ====================================================================================

Source: SwimStandardHub/lenex, docs/Lenex3/lenex3.md, ``RECORDLIST``, ``RECORD``, ``SWIMSTYLE``, ``MEETINFO``.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from types import MappingProxyType

from pacelight.book.formats.dates import DayLayout, age_doubts, birth, none_after
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.marks import tenths
from pacelight.book.formats.text import plain
from pacelight.book.formats.words import nation_of, point, sex_of
from pacelight.book.formats.xmltree import Element, begins_with, tree
from pacelight.book.model import WORLD, Performance, Standing, Status
from pacelight.errors import EventError, FormatError, Refused
from pacelight.event import Event, Level, Sex, event
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark
from pacelight.nation import AREAS

__all__ = ["read", "recognise", "write"]

_ROOTS = frozenset({"LENEX"})
_LAYOUT = DayLayout("YYYY-MM-DD")
_NO_TIME = "NT"
_GENDERS: Mapping[Sex, str] = MappingProxyType({Sex.MEN: "M", Sex.WOMEN: "F", Sex.MIXED: "X"})
_OF_A_SCOPE = frozenset({Level.CR, Level.MR, Level.PB, Level.SB})
_NO_PERFORMANCES: Mapping[str, str] = MappingProxyType(
    {"INVALID": "an invalid record", "TARGETTIME": "a standard, which is no performance"}
)
_BEATEN = ".HISTORY"
_ONLY_THE_YEAR = "-01-01"
"""LENEX writes the first of January where only the year of birth is known."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NATION_OF_VENUE = re.compile(r".*\((?P<nation>[A-Z]{3})\)", re.DOTALL)
_ESCAPED = (("\n", "&#10;"), ("\r", "&#13;"), ("\t", "&#9;"))


def recognise(data: bytes, name: str) -> bool:
    """Whether it is XML whose root is LENEX."""
    del name
    return begins_with(data, _ROOTS)


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """What each record says; those of swimming are refused.

    Args:
        data: all bytes of the file; a compressed ``.lxf`` is to be unpacked first.
        name: of the file, for refusals.
        until: the day the file is from; a later performance is refused.

    Raises:
        FormatError: no XML, torn, with a document type, with another root, or without record lists.
    """
    root = tree(data, name)
    if root.tag not in _ROOTS:
        raise FormatError(f"{name} is no LENEX: its root is '{plain(root.tag)}'")
    lists = root.find("RECORDLISTS")
    if lists is None:
        raise FormatError(f"{name} has no record lists (RECORDLISTS)")
    return none_after(_readings(lists), until)


def _readings(lists: Element) -> Iterator[Reading]:
    for nth, of in enumerate(lists.findall("RECORDLIST"), start=1):
        for number, record in enumerate(of.findall("RECORDS/RECORD"), start=1):
            at = f"list {nth}, record {number}"
            try:
                yield _line(at, of, record)
            except Refused as error:
                said = " ".join(f'{name}="{cell}"' for name, cell in record.attrib.items())
                yield Refusal(at, plain(said), plain(str(error)))


def _line(at: str, of: Element, record: Element) -> Line:
    status = record.get("status", "APPROVED")
    if why := _NO_PERFORMANCES.get(status):
        raise FormatError(why)
    level, scope = _whose(of)
    one = _event(record)
    athlete, family, nation, born_text = _holder(record)
    meeting = _child(record, "MEETINFO")
    day, born = _LAYOUT.read(meeting.get("date", "")), birth(born_text, _LAYOUT)
    text = _mark_text(record)
    return Line(
        at=at,
        event=one.code,
        sex=sex_of(of.get("gender", "")),
        mark=_mark(one, record, text),
        mark_text=text,
        doubts=age_doubts(born, day),
        athlete=athlete,
        family=family,
        nation=nation_of(nation),
        born=born,
        day=day,
        year=day.year,
        venue=_venue(meeting),
        competition=meeting.get("name", ""),
        wind=tenths(point(record.get("wind", ""))),
        level=level,
        scope=scope,
        en_route=bool(record.get("enroute")),
        flags=record.get("flags", ""),
        note=_note(of, record, status),
    )


def _child(of: Element, tag: str) -> Element:
    found = of.find(tag)
    if found is None:
        raise FormatError(f"a record without {tag}")
    return found


def _whose(of: Element) -> tuple[Level, str]:
    """Level and scope of a list, from its type.

    Raises:
        FormatError: no type that is known here.
    """
    kind, nation = of.get("type", ""), of.get("nation", "")
    head, dot, scope = kind.partition(".")
    if kind == Level.WR:
        return Level.WR, WORLD
    if dot and scope and head in {level.value for level in _OF_A_SCOPE}:
        return Level(head), scope
    if nation and nation == kind:
        return Level.NR, nation_of(nation)
    if not nation and kind in AREAS:
        return Level.AR, kind
    raise FormatError(f"no list of athletics: type '{kind}', nation '{nation}'")


def _event(record: Element) -> Event:
    style = _child(record, "SWIMSTYLE")
    code = style.get("code", "")
    if not code:
        raise EventError(f"no event of athletics: stroke '{style.get('stroke', '')}' (write its code)")
    return event(code)


def _holder(record: Element) -> tuple[str, str, str, str]:
    """Name, family name, nation and birth of an athlete; name and nation of a relay."""
    relay = record.find("RELAY")
    if relay is not None:
        club = relay.find("CLUB")
        nation = relay.get("nation", "") or (club.get("nation", "") if club is not None else "")
        name, family, born = relay.get("name", ""), "", ""
    else:
        found = _child(record, "ATHLETE")
        first, last = found.get("firstname", ""), found.get("lastname", "")
        name, family, nation = f"{first} {last}".strip(), last if first else "", found.get("nation", "")
        born = found.get("birthdate", "")
    if not name:
        raise FormatError("nobody's name")
    return name, family, nation, born.removesuffix(_ONLY_THE_YEAR)


def _mark_text(record: Element) -> str:
    """As printed; of files that have none, the time of LENEX without its leading zeros."""
    text = record.get("mark", "")
    time = record.get("swimtime", "")
    if text or not time or time == _NO_TIME:
        return text
    return time.lstrip("0:")


def _mark(one: Event, record: Element, text: str) -> AnyMark:
    timing = record.get("timing", "")
    if timing and timing not in set(Timing):
        raise FormatError(f"no timing: '{timing}' (write one of {', '.join(Timing)})")
    return one.read(text, Timing(timing) if timing else None)


def _venue(meeting: Element) -> str:
    city, nation = meeting.get("city", ""), meeting.get("nation", "")
    return city if not nation or not city or city.endswith(f"({nation})") else f"{city} ({nation})"


def _note(of: Element, record: Element, status: str) -> str:
    ages = of.find("AGEGROUP")
    told = (
        record.get("standing", "") or status.removesuffix(_BEATEN).casefold(),
        "no longer the record" if status.endswith(_BEATEN) else "",
        f"ages {ages.get('agemin', '-1')} to {ages.get('agemax', '-1')}" if ages is not None else "",
        f"on the way in {record.get('enroute')}" if record.get("enroute") else "",
        record.get("comment", ""),
    )
    return "; ".join(filter(None, told))


def write(records: Iterable[Standing], version: str, updated: date) -> bytes:
    """Records as a LENEX file.

    Args:
        records: as the book answers them, in any order.
        version: of the program, for the file's own note of who made it.
        updated: the day the records are as of.

    Raises:
        FormatError: a text with a character that XML cannot hold.
    """
    chosen = sorted(records, key=_list_key)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<LENEX version="3.0">',
        f"<CONSTRUCTOR{_attributes(name='Pacelight', version=version)}/>",
        "<RECORDLISTS>",
    ]
    for _, together in groupby(chosen, key=_list_key):
        lines += _list_lines(list(together), updated)
    return "".join(f"{line}\n" for line in [*lines, "</RECORDLISTS>", "</LENEX>"]).encode()


def _list_key(one: Standing) -> tuple[int, str, str, str]:
    return list(Level).index(one.level), one.scope, one.sex.value, one.event.track.value


def _list_lines(together: list[Standing], updated: date) -> Iterator[str]:
    first = together[0]
    yield (
        "<RECORDLIST"
        + _attributes(
            type=_type(first),
            nation=first.scope if first.level is Level.NR else "",
            gender=_GENDERS[first.sex],
            course=first.event.track.value.upper(),
            name=f"{first.level} {first.scope}, {first.sex}",
            updated=updated.isoformat(),
        )
        + ">"
    )
    yield "<RECORDS>"
    for one in together:
        for holder, status in zip(one.holders, one.statuses, strict=True):
            yield from _record_lines(one, holder, status)
    yield "</RECORDS>"
    yield "</RECORDLIST>"


def _type(one: Standing) -> str:
    if one.level in _OF_A_SCOPE:
        return f"{one.level}.{one.scope}"
    return Level.WR.value if one.level is Level.WR else one.scope


def _record_lines(of: Standing, holder: Performance, status: Status) -> Iterator[str]:
    mark = holder.mark
    yield (
        "<RECORD"
        + _attributes(
            swimtime=_swimtime(mark),
            status="APPROVED" if status is Status.RATIFIED else "PENDING",
            mark=str(mark),
            timing=mark.timing.value if isinstance(mark, Mark) else "",
            standing=status.value,
            wind=_metres_a_second(holder.wind),
            flags=holder.flags,
            enroute=holder.en_route_of or "",
            comment="; ".join(filter(None, (holder.round, *holder.conditions, holder.note))),
        )
        + ">"
    )
    legs = len(of.event.legs)
    distance = of.event.legs[0] if legs else of.event.distance
    yield (
        "<SWIMSTYLE"
        + _attributes(
            code=of.event.code,
            distance=str(distance.mm // 1000) if distance else "0",
            relaycount=str(legs or 1),
            stroke="UNKNOWN",
            name=of.event.name,
        )
        + "/>"
    )
    if legs:
        yield "<RELAY" + _attributes(name=holder.athlete, nation=holder.nation) + "/>"
    else:
        gender = _GENDERS[of.sex]
        yield "<ATHLETE" + _attributes(lastname=holder.athlete, nation=holder.nation, gender=gender) + "/>"
    venue = _NATION_OF_VENUE.fullmatch(holder.venue)
    yield (
        "<MEETINFO"
        + _attributes(
            date=holder.day.isoformat(),
            city=holder.venue,
            nation=venue["nation"] if venue else "",
            name=holder.competition,
        )
        + "/>"
    )
    yield "</RECORD>"


def _metres_a_second(wind: int | None) -> str:
    """A wind in tenths, as files print it; nothing of none."""
    if wind is None:
        return ""
    return f"{'-' if wind < 0 else ''}{abs(wind) // 10}.{abs(wind) % 10}"


def _swimtime(mark: AnyMark) -> str:
    """``HH:MM:SS.ss``, rounded up as times are; ``NT`` of what is no time."""
    if not isinstance(mark, Mark):
        return _NO_TIME
    hundredths = -(-mark.thousandths // 10)
    seconds, rest = divmod(hundredths, 100)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:02d}"


def _attributes(**given: str) -> str:
    """Attributes as XML writes them; empty ones are left out."""
    return "".join(f' {name}="{_escaped(text)}"' for name, text in given.items() if text)


def _escaped(text: str) -> str:
    if found := _NO_XML.search(text):
        raise FormatError(f"U+{ord(found[0]):04X} cannot stand in XML: '{plain(text)}'")
    shown = html.escape(text)
    for sign, written in _ESCAPED:
        shown = shown.replace(sign, written)
    return shown
