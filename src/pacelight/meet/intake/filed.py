"""A file as it is given: of which format, what its rows say, whether it can be trusted as a whole."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from pacelight.book.formats.dates import none_after
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.table import FORMATS, Format, Reader, recognised
from pacelight.errors import FormatError
from pacelight.meet.intake import lif
from pacelight.meet.intake.covers import PROMISES, Group, Promise
from pacelight.meet.intake.lif import Said
from pacelight.meet.intake.names import slug
from pacelight.meet.intake.performed import without_a_mark

__all__ = ["LIF", "Filed", "check_refused", "check_shrunk", "check_trusted", "filed", "form_of", "series_of"]

LIF = "lif"
"""Name of the format of FinishLynx, whose reader is that of a timing system."""

_LIF_SAYS = "results of FinishLynx"
_MAPPED = "mapped"
_LATE = re.compile(r"dated [0-9-]+, which is after ([0-9-]+)")
_MOST_REFUSED = (1, 2)
_MOST_LATE = (1, 20)
"""Of all rows: more than these shares, and it is not the rows that are wrong."""
_LEAST_LEFT = (4, 5)
"""Of the rows that a list had before: with fewer it is not a list that was revised, but one that broke."""
_DIGEST = 8


@dataclass(frozen=True, slots=True)
class Filed:
    """What a file says.

    Attributes:
        name: of the file.
        form: name of the format.
        says: what the format is, in a few words.
        series: by which the lists that replace one another are known, whatever day they are of.
        source: key of the source: the same bytes are the same source.
        lines: rows that are understood, those without a mark left out.
        refused: rows that are not.
        without_mark: how many rows tell only that there is no mark.
        unread: events among whose rows some are not understood.
    """

    name: str
    form: str
    says: str
    series: str
    source: str
    lines: tuple[Line, ...]
    refused: tuple[Refusal, ...]
    without_mark: int
    unread: frozenset[Group] = field(default=frozenset())

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return len(self.lines) + len(self.refused) + self.without_mark

    @property
    def promise(self) -> Promise:
        """What it says beyond its rows."""
        return PROMISES.get(self.form, Promise.RECORDS)

    @property
    def lists(self) -> bool:
        """Whether it is a whole that replaces an earlier one, not results that stand beside others."""
        return self.promise is not Promise.RECORDS or any(line.level for line in self.lines)

    @property
    def last_day(self) -> date | None:
        """The day of its last performance."""
        return max((line.day for line in self.lines if line.day), default=None)


def form_of(data: bytes, name: str, beside: Mapping[str, bytes], wanted: str | None) -> tuple[str, str]:
    """Name of the format of a file and what it is.

    Args:
        data: all bytes of the file.
        name: of the file.
        beside: files that explain it.
        wanted: the format that the user names; None finds it.

    Raises:
        FormatError: there is nothing in it, no such format, or none that knows the file.
    """
    if wanted == LIF or (wanted is None and PurePath(name).suffix.lower() == ".lif"):
        return LIF, _LIF_SAYS
    if wanted is not None and wanted not in FORMATS:
        raise FormatError(f"no format '{wanted}' (there are: {', '.join((*FORMATS, LIF))})")
    found = FORMATS[wanted] if wanted else recognised(data, name)
    if beside and wanted is None and (found is None or found.beside is None):
        found = FORMATS[_MAPPED]
    if found is None and not data:
        raise FormatError(f"{name} is empty")
    if found is None:
        raise FormatError(f"{name} is of no format that is known here (name one by --format, or a --mapping)")
    return found.name, found.says


def filed(
    data: bytes,
    name: str,
    *,
    beside: Mapping[str, bytes],
    wanted: str | None,
    said: Said,
    until: date,
) -> Filed:
    """Read a file.

    Args:
        data: all its bytes.
        name: by which refusals call it.
        beside: the names and bytes of files that explain it: a mapping, a programme.
        wanted: the format that the user names; None finds it by what is in the file.
        said: what the user says where the file does not.
        until: the day the file is from; what is later is refused.

    Raises:
        FormatError: it cannot be trusted as a whole.
    """
    form, says = form_of(data, name, beside, wanted)
    if form == LIF:
        read = lif.readings(data, name, said)
    else:
        read = _reader(FORMATS[form], name, beside).read(data, name, until=until)
    readings = tuple(none_after((_completed(one, said) for one in read), until))
    lines = [one for one in readings if isinstance(one, Line)]
    marked = tuple(line for line in lines if not without_a_mark(line))
    words = [word for word in slug(PurePath(name).stem).split("-") if not word.isdecimal()]
    series = "-".join(filter(None, (form, *words)))
    return Filed(
        name,
        form,
        says,
        series,
        f"{series}-{hashlib.sha256(data).hexdigest()[:_DIGEST]}",
        marked,
        tuple(one for one in readings if isinstance(one, Refusal)),
        len(lines) - len(marked),
        _unread(readings),
    )


def series_of(source: str) -> str:
    """The series of a source that was made here, by its key."""
    return source[: -_DIGEST - 1]


def check_trusted(given: Filed, *, partly: bool) -> None:
    """Refuse a file of which too much is wrong.

    Args:
        given: the file.
        partly: the user takes what is left, however little.

    Raises:
        FormatError: nothing in it, dates in the future, more refused than understood.
    """
    if not given.rows:
        raise FormatError(f"{given.name} has no rows")
    late = [one for one in given.refused if _LATE.search(one.why)]
    if _more(len(late), given.rows, _MOST_LATE):
        raise FormatError(
            f"{given.name}: {len(late)} of {given.rows} rows are dated after the file, as {late[0].at}"
            f" ({late[0].why}): the century or the order of day and month is wrong, or --as-of is"
        )
    if not partly:
        check_refused(given.name, given.refused, given.rows)


def check_refused(name: str, refused: Sequence[Refusal], rows: int) -> None:
    """Refuse a file of which more than half cannot be taken.

    Args:
        name: of the file.
        refused: rows that are not understood, or could not have been.
        rows: how many there are in all.

    Raises:
        FormatError: the first of them, and why.
    """
    if _more(len(refused), rows, _MOST_REFUSED):
        first = refused[0]
        raise FormatError(
            f"{name}: {len(refused)} of {rows} rows cannot be taken, as {first.at}:"
            f" {first.why} (--partly takes the rest)"
        )


def check_shrunk(given: Filed, before: int, who: str) -> None:
    """Refuse a list that has lost most of what it had.

    Args:
        given: the file.
        before: how many marks it gave last time.
        who: its source of then.

    Raises:
        FormatError: fewer than four fifths are left.
    """
    least, whole = _LEAST_LEFT
    if len(given.lines) * whole < before * least:
        raise FormatError(
            f"{given.name} has {len(given.lines):,} marks where {who} had {before:,}:"
            " the list is broken (--shrink takes it all the same)"
        )


def _reader(form: Format, name: str, beside: Mapping[str, bytes]) -> Reader:
    if not beside:
        return form.reader
    if form.beside is None:
        raise FormatError(f"{name} is of the format {form.name}, which needs no other file")
    return form.beside(beside)


def _completed(reading: Reading, said: Said) -> Reading:
    """A line with what the user says where it says nothing."""
    if isinstance(reading, Refusal):
        return reading
    told: dict[str, object] = {}
    if reading.day is None and said.day is not None and reading.year in {None, said.day.year}:
        told |= {"day": said.day, "year": said.day.year}
    for name in ("venue", "competition", "nation"):
        if not getattr(reading, name) and getattr(said, name):
            told[name] = getattr(said, name)
    return replace(reading, **told) if told else reading  # type: ignore[arg-type]  # each to its own field


def _unread(readings: Sequence[Reading]) -> frozenset[Group]:
    """Events of the rows before and after each row that is not understood."""
    found: set[Group] = set()
    before: Group | None = None
    waiting = False
    for one in readings:
        if isinstance(one, Line):
            group = (one.event, one.sex)
            found |= {group} if waiting else set()
            before, waiting = group, False
        else:
            found |= {before} if before else set()
            waiting = True
    return frozenset(found)


def _more(some: int, of: int, share: tuple[int, int]) -> bool:
    part, whole = share
    return some * whole > of * part
