"""A progression as inline SVG: a step at each record, flat while it stood, in the colours of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from pacelight.book.asking.career import Run
from pacelight.book.model import Performance, Status, Step
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Length, Points, Unit, unit, value
from pacelight.web.words import day_text, say

__all__ = ["NARROW", "WIDE", "Point", "Size", "of_runs", "of_steps", "step_chart"]


@dataclass(frozen=True, slots=True)
class Point:
    """One dot.

    Attributes:
        told: what a pointer on it is told.
        named: what the last dot is called beside the line.
        filled: the mark was ratified, or nobody has to.
    """

    day: date
    mark: AnyMark
    told: str
    named: str
    filled: bool


@dataclass(frozen=True, slots=True)
class Size:
    """Of a picture, in its own units; text is about as high as 11 of them.

    Attributes:
        left: room for the marks beside the axis.
        years: how many years are named at most.
    """

    width: int
    height: int
    left: int = 58
    right: int = 14
    top: int = 16
    bottom: int = 26
    years: int = 8


WIDE = Size(760, 280)
NARROW = Size(380, 260, years=4)

_MARK_STEPS = {
    Unit.TIME: (
        *(10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000),
        *(120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000),
    ),
    Unit.LENGTH: (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 1_000_000),
    Unit.POINTS: (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000),
}
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST_MARKS = 5
_SECOND, _TENTH, _MINUTE = 1000, 100, 60_000


def of_steps(steps: Sequence[Step], language: str = "en") -> list[Point]:
    """A dot for each record of a progression."""
    return [
        Point(
            one.day,
            one.mark,
            ", ".join((f"{one.mark} {one.athlete}", *_when(step, language))),
            f"{one.mark} {one.athlete}",
            filled=step.status is Status.RATIFIED,
        )
        for step in steps
        for one in (step.performance,)
    ]


def _when(step: Step, language: str) -> tuple[str, str]:
    return day_text(language, step.performance.day), say(language, f"short-{step.status}")


def of_runs(runs: Sequence[Run], language: str = "en") -> list[Point]:
    """A dot for each best of an athlete."""
    return [_of_run(run.performance, language) for run in runs]


def step_chart(
    points: Sequence[Point],
    until: date,
    *,
    ident: str,
    title: str,
    size: Size = WIDE,
    language: str = "en",
) -> str:
    """An ``svg`` element; of records the filled dots are ratified, the hollow ones are not, or not yet.

    Args:
        points: at least one, in order of time.
        until: the day to which the last record is drawn.
        ident: by which its title is found; no other element of the page has it.
        title: what it shows, for who does not see it.
        size: of the picture.
        language: in which its days are written.
    """
    plot = _Plot(points, until, size, language)
    parts = [
        f'<svg class="chart" viewBox="0 0 {size.width} {size.height}" role="img" aria-labelledby="{ident}">',
        f'<title id="{ident}">{escape(title)}</title>',
        *plot.scale(),
        *plot.calendar(),
        *plot.line(),
        *plot.dots(),
        plot.last(),
        "</svg>",
    ]
    return "\n".join(parts)


def _of_run(one: Performance, language: str) -> Point:
    where = f", {one.venue}" if one.venue else ""
    return Point(
        one.day, one.mark, f"{one.mark}, {day_text(language, one.day)}{where}", str(one.mark), filled=True
    )


class _Plot:
    """Where a day and a mark lie in the picture."""

    def __init__(self, points: Sequence[Point], until: date, size: Size, language: str) -> None:
        self._points = points
        self._size = size
        self._language = language
        self._unit = unit(points[0].mark)
        self._days = [point.day.toordinal() for point in points]
        self._values = [value(point.mark) for point in points]
        self._until = max(until.toordinal(), self._days[-1])
        self._every = self._mark_step()
        room = max((max(self._values) - min(self._values)) // 8, self._every // 2, 1)
        self._least, self._most = min(self._values) - room, max(self._values) + room

    def scale(self) -> Iterator[str]:
        """Lines across, each with its mark."""
        size = self._size
        first = -(-self._least // self._every) * self._every
        for mark in range(max(first, self._every), self._most + 1, self._every):
            y = self._y(mark)
            yield f'<path class="grid" d="M{size.left} {y:.1f}H{size.width - size.right}"/>'
            yield f'<text x="{size.left - 8}" y="{y + 4:.1f}" text-anchor="end">{self._shown(mark)}</text>'

    def calendar(self) -> Iterator[str]:
        """The years below, or the first and the last day where there are none between."""
        y = self._size.height - 8
        years = self._years()
        if len(years) > 1:
            for year in years:
                x = self._x(date(year, 1, 1).toordinal())
                yield f'<path class="grid" d="M{x:.1f} {self._floor}v5"/>'
                yield f'<text x="{x:.1f}" y="{y}" text-anchor="middle">{year}</text>'
            return
        ends = ((self._days[0], "start"), (self._until, "end"))
        for day, anchor in ends if self._days[0] != self._until else ends[:1]:
            text = day_text(self._language, date.fromordinal(day))
            yield f'<text x="{self._x(day):.1f}" y="{y}" text-anchor="{anchor}">{text}</text>'

    def line(self) -> Iterator[str]:
        """The steps, and the ground under them."""
        path = f"M{self._x(self._days[0]):.1f} {self._y(self._values[0]):.1f}"
        for day, mark in zip(self._days[1:], self._values[1:], strict=True):
            path += f"H{self._x(day):.1f}V{self._y(mark):.1f}"
        path += f"H{self._x(self._until):.1f}"
        yield f'<path class="under" d="{path}V{self._floor}H{self._x(self._days[0]):.1f}Z"/>'
        yield f'<path class="line" d="{path}"/>'

    def dots(self) -> Iterator[str]:
        """Each record, with what a pointer is told of it."""
        for point, day, mark in zip(self._points, self._days, self._values, strict=True):
            kind = "filled" if point.filled else "hollow"
            yield (
                f'<circle class="{kind}" cx="{self._x(day):.1f}" cy="{self._y(mark):.1f}" r="4">'
                f"<title>{escape(point.told)}</title></circle>"
            )

    def last(self) -> str:
        """What stands, named beside the end of the line."""
        y = self._y(self._values[-1])
        below = self._unit is Unit.TIME
        where = f'x="{self._size.width - self._size.right}" y="{y + (17 if below else -9):.1f}"'
        return f'<text class="last" {where} text-anchor="end">{escape(self._points[-1].named)}</text>'

    @property
    def _floor(self) -> int:
        return self._size.height - self._size.bottom

    def _x(self, day: int) -> float:
        size = self._size
        inner = size.width - size.left - size.right
        return size.left + inner * (day - self._days[0]) / max(self._until - self._days[0], 1)

    def _y(self, mark: int) -> float:
        inner = self._floor - self._size.top
        return self._floor - inner * (mark - self._least) / (self._most - self._least)

    def _mark_step(self) -> int:
        """The finest step of which no more than a few lines are drawn."""
        span = max(max(self._values) - min(self._values), 1)
        steps = _MARK_STEPS[self._unit]
        return next((step for step in steps if span * 5 // 4 <= step * _MOST_MARKS), steps[-1])

    def _years(self) -> list[int]:
        first, last = date.fromordinal(self._days[0]), date.fromordinal(self._until)
        for step in _YEAR_STEPS:
            begin = first.year + ((first.month, first.day) != (1, 1))
            years = list(range(-(-begin // step) * step, last.year + 1, step))
            if len(years) <= self._size.years:
                return years
        return []

    def _shown(self, mark: int) -> str:
        """A mark of the scale, no finer than its steps."""
        match self._unit:
            case Unit.TIME:
                whole = self._every % _SECOND == 0 and mark >= _MINUTE
                return str(Mark(mark, 0 if whole else 1 if self._every % _TENTH == 0 else 2))
            case Unit.LENGTH:
                return str(Length(mark))
            case Unit.POINTS:
                return str(Points(mark))
