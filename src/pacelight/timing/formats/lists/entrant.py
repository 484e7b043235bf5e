"""A start list as any file may have it: who stands where, in which heat of which event.

What a file does not say stays empty. Nothing here knows a race, a course or the book.
"""

import re
from dataclasses import dataclass, fields
from datetime import date

from pacelight.book.birth import Birth
from pacelight.distance import Distance
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.nation import NATIONS
from pacelight.timing.results import Status

__all__ = ["Entrant", "StartList", "affiliated", "clean", "refuse_unclean"]

_BLANK = re.compile(r"[\t-\r\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LOST = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    r"""A text for people: on one line, without blanks round it, what is no letter or sign shown as lost.

    >>> clean(" El\tGuerrouj\n")
    'El Guerrouj'
    """
    return _CONTROL.sub(_LOST, _BLANK.sub(" ", text)).strip()


def refuse_unclean(value: object) -> None:
    """Every text among the fields of a dataclass is `clean`.

    Raises:
        FormatError: one is not, as it holds a line end or another control character.
    """
    for field in fields(value):  # type: ignore[arg-type] # any dataclass
        held = getattr(value, field.name)
        for text in held if isinstance(held, tuple) else (held,):
            if isinstance(text, str) and not isinstance(text, Sex | Status) and clean(text) != text:
                raise FormatError(f"{field.name} {text!r} is not on one line (write {clean(text)!r})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """A line of a start list.

    Attributes:
        name: given name first; of a relay the team.
        bib: the number worn, as written.
        lane: lane or starting position, as written.
        family: the family name, where the file tells it apart.
        nation: code of World Athletics.
        club: whoever else is started for, as written.
        licence: number with the own federation, as written.
        wa_id: number with World Athletics.
        chips: of the transponders worn, as the timing system writes them.
        seed: the mark entered with, as printed, with a decimal point.
        legs: names of the runners of a relay, in order.
        team: a relay, not an athlete.
        status: a word that takes them off the list before the race: DNS.
        athlete: key in the book, where somebody has said it.
        say: how the name is said, for whoever reads it aloud.

    Raises:
        FormatError: neither name nor bib nor lane, or a text that is not on one line.
    """

    name: str = ""
    bib: str = ""
    lane: str = ""
    family: str = ""
    nation: str = ""
    club: str = ""
    born: Birth | None = None
    sex: Sex | None = None
    licence: str = ""
    wa_id: str = ""
    chips: tuple[str, ...] = ()
    seed: str = ""
    legs: tuple[str, ...] = ()
    team: bool = False
    status: Status | None = None
    athlete: str = ""
    say: str = ""

    def __post_init__(self) -> None:
        refuse_unclean(self)
        if not (self.name or self.bib or self.lane):
            raise FormatError("neither a name nor a number nor a lane: leave the line out")

    @property
    def given(self) -> str:
        """The given name, where the file tells the family name apart.

        >>> Entrant(name="Hicham El Guerrouj", family="El Guerrouj").given
        'Hicham'
        """
        return self.name.removesuffix(self.family).strip() if self.family else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartList:
    """Who starts in one heat, or of a list without heats, who has entered.

    Attributes:
        entrants: in the order of the file.
        event, round, heat: as the file numbers them.
        title: what the file calls the race.
        distance: as announced.
        time: of day at which it is to start, as printed.
        sex: of the race.
        code: what is contested, as the file's program names it: ``L1500``, ``1500``.

    Raises:
        FormatError: a text that is not on one line.
    """

    entrants: tuple[Entrant, ...]
    event: str = ""
    round: str = ""
    heat: str = ""
    title: str = ""
    distance: Distance | None = None
    day: date | None = None
    time: str = ""
    sex: Sex | None = None
    code: str = ""

    def __post_init__(self) -> None:
        refuse_unclean(self)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should look at, one sentence each: a number or a chip that two wear."""
        said: list[str] = []
        worn: dict[tuple[str, str], str] = {}
        for one in self.entrants:
            for what, text in (("bib", one.bib), *(("chip", chip) for chip in one.chips)):
                other = worn.setdefault((what, text), one.name) if text else one.name
                if other != one.name:
                    said.append(f"{what} {text} is worn by {other} and by {one.name}")
        return tuple(said)


def affiliated(text: str) -> tuple[str, str]:
    """Nation and club of a column that holds either: the code of a nation, else a club.

    Names of nations are not read: ``Georgia`` is a university, too.

    >>> affiliated("NOR"), affiliated("LG Rhein-Wied")
    (('NOR', ''), ('', 'LG Rhein-Wied'))
    """
    shown = clean(text)
    return (shown, "") if shown in NATIONS else ("", shown)
