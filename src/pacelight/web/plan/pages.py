"""The plan page, and the same plan for programs, for a race file and for the printer."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pacelight.book.model import NotKnown, Standing
from pacelight.event import EVENTS, Level, Sex
from pacelight.plan.shape import HEADER, lines, plan_shape, race_lines
from pacelight.plan.table import Row, clock
from pacelight.track import TRACKS
from pacelight.track.lanes import LANES
from pacelight.web.book.shelf import Shelf
from pacelight.web.frame import Around, answer, environment
from pacelight.web.plan.asked import EVERY, KINDS, Asked, Look, Question, Wrong
from pacelight.web.plan.cards import Card, cards
from pacelight.web.plan.curve import NARROW, WIDE, curves
from pacelight.web.plan.reading import read
from pacelight.web.plan.told import metres_text, speed_text, title_text
from pacelight.web.words import day_text, language_of, number_text, say, understood

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Pages"]

_NO_STORE = {"cache-control": "no-store"}


@dataclass(frozen=True, slots=True)
class Pages:
    """Shows plans.

    Attributes:
        shelf: the book whose records are run; None where there is none.
        around: what there is besides.
        today: the day that it is here.
    """

    shelf: Shelf | None
    around: Around
    today: Callable[[], date]

    def page(self, request: Request) -> Response:
        """The plan: what was asked, the table beside the curve, a card for each pacemaker."""
        asked, language = self._asked(request), language_of(request)
        made = cards(asked)
        told = {
            "asked": asked,
            "kinds": [kind for kind in KINDS if kind != "record" or self.shelf is not None],
            "every": EVERY,
            "levels": [one.value for one in Level],
            "sexes": [one.value for one in Sex],
            "tracks": TRACKS,
            "lanes": range(1, LANES + 1),
            "events": [one for one in EVENTS.values() if one.distance is not None],
            "cards": made,
            "drawn": _drawn(asked, language),
            "lasting": _lasting(asked),
            "title": "" if asked.first is None else title_text(language, asked.first),
            "speed": lambda metres: speed_text(language, metres),
            "metres": lambda distance: metres_text(language, distance),
            "past": _past(asked),
            "toml": _toml(asked),
        }
        status = 400 if asked.wrong else 200
        return answer(_templates(), "plan.html", request, self.around, told, status=status)

    def json(self, request: Request) -> Response:
        """As `pacelight plan --json` has it."""
        asked = self._asked(request)
        if asked.first is None or asked.wrong:
            shape = {"schema": "pacelight.error/1", "error": _refusal(asked, language_of(request))}
            return Response(
                json.dumps(shape, ensure_ascii=False), 400, _NO_STORE, media_type="application/json"
            )
        text = json.dumps(plan_shape(asked.first, asked.rows), ensure_ascii=False) + "\n"
        return _file(text.encode(), "application/json", f"{_name(asked)}.json")

    def csv(self, request: Request) -> Response:
        """The table, for a spreadsheet."""
        asked = self._asked(request)
        if asked.first is None or asked.wrong:
            return _not(asked, request)
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(lines(asked.rows))
        return _file(written.getvalue().encode(), "text/csv; charset=utf-8", f"{_name(asked)}.csv")

    def toml(self, request: Request) -> Response:
        """The lines of a race file."""
        asked = self._asked(request)
        if asked.first is None or asked.wrong:
            return _not(asked, request)
        return _file(_toml(asked).encode(), "application/toml; charset=utf-8", f"{_name(asked)}.toml")

    def pdf(self, request: Request) -> Response:
        """A card for each pacemaker, to be printed and cut."""
        # Loaded with the first sheet: setting it takes fonts and a program of its own.
        from pacelight.sheets.pace_cards import content  # noqa: PLC0415
        from pacelight.sheets.typesetting import printed  # noqa: PLC0415

        asked, language = self._asked(request), language_of(request)
        if asked.first is None or asked.wrong or asked.laps is None:
            return _not(asked, request)
        told = [_card(one, language) for one in cards(asked)]
        today = self.today()
        day, note = day_text(language, today), say(language, "plan-card-note")
        sheet = content(title_text(language, asked.first), told, language, day, note)
        return _file(printed("pace-cards", sheet, {}, today), "application/pdf", f"{_name(asked)}.pdf")

    def _asked(self, request: Request) -> Asked:
        look = None if self.shelf is None else self._look(self.shelf)
        comma = _sign(language_of(request)) == ","
        return read(request.query_params.multi_items(), look, comma=comma)

    def _look(self, shelf: Shelf) -> Look:
        def look(wanted: Question) -> tuple[Standing | NotKnown, date]:
            day = wanted.as_of or self.today()
            with shelf.open() as book:
                found = book.record(
                    wanted.event,
                    wanted.sex,
                    level=wanted.level,
                    scope=wanted.scope,
                    as_of=day,
                    ratified=wanted.ratified,
                )
            return found, day

        return look


def _file(data: bytes, media_type: str, name: str) -> Response:
    headers = {**_NO_STORE, "content-disposition": f'inline; filename="{name}"'}
    return Response(data, headers=headers, media_type=media_type)


def _not(asked: Asked, request: Request) -> Response:
    return PlainTextResponse(f"{_refusal(asked, language_of(request))}\n", 400, _NO_STORE)


def _refusal(asked: Asked, language: str) -> str:
    """All that is wrong, in a line."""
    told = [f"{name}: {_said(wrong, language)}" for name, wrong in asked.wrong.items()]
    return "; ".join(told) or say(language, "plan-nothing-asked")


def _said(wrong: Wrong, language: str) -> str:
    return say(language, wrong.message, **wrong.told) if wrong.message else understood(language, wrong.text)


def _name(asked: Asked) -> str:
    assert asked.first is not None  # noqa: S101  # who asks has looked
    kept = "".join(one if one.isascii() and one.isalnum() else "-" for one in asked.first.plan.name)
    return f"{asked.first.event.code}-{kept}".strip("-")


_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "even": ("time",),
    "negative": ("time", "faster"),
    "splits": ("points",),
    "record": ("level", "scope", "as_of", "ratified"),
}
"""What of an address each kind of plan looks at."""


def _lasting(asked: Asked) -> Mapping[str, str]:
    """What an address asks that says the same for good, and nothing besides: of a record its day, too."""
    told = {name: asked.plain[name] for name in ("event", "sex") if name in asked.plain}
    for before, one in (("", asked.first), ("b_", asked.second)):
        if one is None:
            continue
        names = (f"{before}{name}" for name in ("kind", *_OF_KIND[one.plan.kind]))
        told |= {name: asked.plain[name] for name in names if name in asked.plain}
        if one.as_of is not None:
            told[f"{before}as_of"] = one.as_of.isoformat()
    shown = ("every", "track", "lane", "pacers")
    return told | {name: asked.plain[name] for name in shown if name in asked.plain}


def _toml(asked: Asked) -> str:
    if asked.first is None:
        return ""
    first = race_lines(asked.first, _light(asked, ""), asked.record_asked())
    if asked.second is None:
        return first
    return f"{first}\n{race_lines(asked.second, _light(asked, 'b_'), asked.record_asked('b_'))}"


def _light(asked: Asked, before: str) -> str:
    """A name of a light that no other of the two has."""
    told = asked.record_asked(before)
    named = str(told["level"]) if told else "pacer"
    if before and named == _light(asked, ""):
        return f"{named}-2"
    return named


def _drawn(asked: Asked, language: str) -> tuple[str, str] | None:
    """The curve for a laptop and for a phone."""
    if asked.first is None:
        return None
    plans = [one.plan for one in (asked.first, asked.second) if one is not None]
    title = say(language, "plan-curve-title", plan=title_text(language, asked.first))
    says = (title, *(say(language, f"plan-curve-{part}") for part in ("speed", "lead", "metres")))
    return (
        curves(plans, ident="curve-wide", says=says, size=WIDE, sign=_sign(language)),
        curves(plans, ident="curve-narrow", says=says, size=NARROW, sign=_sign(language)),
    )


def _sign(language: str) -> str:
    """The decimal sign of a language."""
    return number_text(language, 0, 1)[1:-1]


def _card(card: Card, language: str) -> dict[str, Any]:
    """A card as it is printed."""
    whole = say(language, "plan-card-all")
    part = say(language, "plan-card", number=card.number, until=metres_text(language, card.until))
    return {
        "head": part if card.number else whole,
        "columns": [say(language, f"column-{name}") for name in ("at", "time", "segment")],
        "rows": [
            [metres_text(language, row.distance), clock(row.elapsed), clock(row.segment)] for row in card.rows
        ],
    }


def _past(asked: Asked) -> bool:
    """Whether some point of the table is elsewhere than on the finish line of a track with laps."""
    laps = asked.laps
    if laps is None or laps.track.is_open:
        return False
    return any(laps.past_finish(row.distance).mm for row in asked.rows)


def _apart(row: Row, other: Row) -> str:
    """How much later the other is there: ``+1.49``, or before it with a minus."""
    hundredths = (other.elapsed.ns - row.elapsed.ns + 5_000_000) // 10_000_000
    sign = "+" if hundredths > 0 else "\N{MINUS SIGN}" if hundredths < 0 else "±"
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}"


@cache
def _templates() -> "Environment":
    made = environment("pacelight.web.plan")
    made.globals |= {"apart": _apart, "clock": clock}
    return made
