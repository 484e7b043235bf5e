"""A ranking of a Scan'O'Vision: the rows between its beginning and its end.

Source: see `pacelight.timing.formats.omega`.
"""

from pacelight.errors import FormatError
from pacelight.mark import Mark
from pacelight.timing.formats.omega import OmegaLine
from pacelight.timing.formats.times import running
from pacelight.timing.reading import PageRead, RowRead

__all__ = ["OmegaPage"]

_SECOND = 1000
_HUNDREDTH = 10


class OmegaPage:
    """Collects the rows of one ranking. A ranking with rows missing says nothing: whom it lost is not known.

    Args:
        race: the id of the race.
        count: rows it is to have.
    """

    def __init__(self, race: str, count: int) -> None:
        self._race = race
        self._count = count
        self._rows: dict[tuple[str, str], RowRead] = {}

    def add(self, runner: OmegaLine) -> None:
        """A row, its time in hundredths.

        Raises:
            FormatError: the time is none.
        """
        timed = runner.time[:1].isdecimal()
        mark = running(runner.time)[0] if timed else None
        word = "" if timed else runner.time
        self._rows[runner.bib, runner.lane] = RowRead(
            runner.bib, runner.lane, "", None if word else runner.rank, word, mark
        )

    def refine(self, runner: OmegaLine) -> None:
        """The thousandths of a row.

        They may come without their seconds; those follow from the hundredths, which were rounded up.

        Raises:
            FormatError: they do not belong to the hundredths of the row.
        """
        row = self._rows.get((runner.bib, runner.lane))
        fraction = runner.time.rpartition(".")[2]
        if row is None or row.time is None or len(fraction) != len(str(_SECOND)) - 1:
            raise FormatError(f"thousandths of bib {runner.bib}, who has no time in the ranking")
        if not (fraction.isascii() and fraction.isdecimal()):
            raise FormatError(f"'{runner.time[:20]}' are no thousandths")
        official = row.time.thousandths
        thousandths = official // _SECOND * _SECOND + int(fraction)
        if thousandths > official:
            thousandths -= _SECOND
        if thousandths <= 0 or -(-thousandths // _HUNDREDTH) * _HUNDREDTH != official:
            raise FormatError(f"bib {runner.bib}: the thousandths {runner.time} do not make {row.time}")
        self._rows[runner.bib, runner.lane] = RowRead(
            row.bib, row.lane, row.name, row.place, row.word, Mark(thousandths, precision=3)
        )

    def read(self) -> PageRead:
        """The whole ranking.

        Raises:
            FormatError: rows are missing.
        """
        if len(self._rows) != self._count:
            raise FormatError(f"a ranking of {self._count} runners with {len(self._rows)} rows: left aside")
        return PageRead(f"{self._race}/ranking", tuple(self._rows.values()))
