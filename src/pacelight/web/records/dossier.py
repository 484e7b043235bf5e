"""The dossier of a record, as it is printed: all that is known of it, and lines for what only people know.

::

    Record (the desk's) ─► facts, proofs ─► sections ─► sheets/dossier.typ ─► PDF

A section has fields (a name, and a value or a line for a pen), a table, texts, boxes to tick, posts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pacelight.book.asking.lists import Book
from pacelight.book.model import Athlete, Performance
from pacelight.errors import BookError
from pacelight.records.checklist import UNTOLD, Checked
from pacelight.web.records.dossier_facts import Section, facts, level
from pacelight.web.records.dossier_proofs import proofs
from pacelight.web.records.evidence import Folder
from pacelight.web.records.record import Record, look
from pacelight.web.words.speaker import Speaker

__all__ = ["Dossier"]

_PAGE, _PAGES = "{page}", "{pages}"
"""Where the template puts its numbers."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is told of one record.

    Attributes:
        record: as the desk shows it.
        athlete: whom the book knows; None where it tells two of one name apart.
        day: on which it is made.
    """

    record: Record
    athlete: Athlete | None
    day: date

    @classmethod
    def of(cls, book: Book, key: str, day: date, evidence: Folder) -> "Dossier":
        """Gather it.

        Args:
            book: is asked.
            key: of the performance.
            day: the last one of decisions, and that stands on it.
            evidence: where that of its race lies.

        Raises:
            BookError: no such performance.
        """
        record = look(book, key, day, evidence)
        return cls(record, _athlete(book, record.now), day)

    @property
    def name(self) -> str:
        """Of its file, without an ending."""
        return "".join(one if one.isascii() and one.isalnum() else "-" for one in self.record.now.key)

    def content(self, speech: Speaker) -> dict[str, Any]:
        """What the pages are set from: texts, as they are printed.

        Args:
            speech: in whose language.
        """
        say, now = speech.say, self.record.now
        event = speech.event(self.record.event.name)
        return {
            "language": speech.language,
            "title": say("dossier-title"),
            "mark": f"{now.mark}{'+' * bool(now.en_route_of)}",
            "what": f"{event}, {say(f'class-{now.sex}')}",
            "who": f"{now.athlete}, {speech.nation(now.nation)}",
            "status": speech.known(f"status-{self.record.status}", self.record.status),
            "day": say("dossier-made", day=speech.day(self.day)),
            "key": now.key,
            "how": say("dossier-how"),
            "page": say("dossier-page", page=_PAGE, pages=_PAGES),
            "sections": [_claimed(self.record, speech), *self._rest(speech)],
        }

    def _rest(self, speech: Speaker) -> Iterator[Section]:
        yield from facts(self.record, self.athlete, speech)
        yield _conditions(self.record, speech)
        yield _history(self.record, speech)
        yield from proofs(self.record, speech)


def _athlete(book: Book, now: Performance) -> Athlete | None:
    try:
        return book.athlete(now.athlete_key)
    except BookError:
        return None


def _claimed(record: Record, speech: Speaker) -> Section:
    """Which records fell, whose they were, and what became of them."""
    say = speech.say
    rows = []
    for one in record.fallen:
        stood = one.broke.stood
        held = ", ".join(f"{holder.athlete} {holder.nation}" for holder in stood.holders)
        better = say("records-equalled") if one.broke.equalled else speech.number(one.by, one.decimals)
        status = speech.known(f"short-{one.status}", one.status)
        rows.append([level(one, speech), str(stood.mark), held, speech.day(stood.since), better, status])
    heads = ("records-list", "records-stood", "records-stood-by", "records-since", "records-better")
    columns = [*map(say, heads), say("column-status")]
    texts = [] if rows else [say("records-fallen-none")]
    table = {"columns": columns, "rows": rows, "wide": [0, 2], "right": [1, 4]}
    return {"title": say("dossier-claimed"), "texts": texts, "table": table if rows else None}


def _conditions(record: Record, speech: Speaker) -> Section:
    """The checklist, each condition with who looked; where nobody did, there is room to sign."""
    say = speech.say
    rows = [
        [
            say(f"records-verdict-{one.stands.value.replace(' ', '-')}"),
            f"{_says(one, speech)} ({one.condition.rule}{'' if one.condition.confirmed else ' ?'})",
            "" if one.why == UNTOLD else _sentence(speech.understood(one.why)),
            _looked(one, speech),
        ]
        for one in record.checked
    ]
    columns = [say("column-status"), *(say(f"dossier-{name}") for name in ("condition", "known", "looked"))]
    table = {"columns": columns, "rows": rows, "wide": [1, 2, 3], "right": []}
    unsure = any(not one.condition.confirmed for one in record.checked)
    texts = [say("records-open", count=record.open)]
    notes = [say("dossier-not-confirmed")] if unsure else []
    return {"title": say("dossier-conditions"), "texts": texts, "table": table, "notes": notes}


def _says(one: Checked, speech: Speaker) -> str:
    return speech.known(f"records-condition-{one.condition.key}", _sentence(one.condition.says))


def _looked(one: Checked, speech: Speaker) -> str:
    said = one.attested
    if said is None:
        return ""
    return ", ".join(filter(None, (said.by, speech.day(said.day), said.why)))


def _history(record: Record, speech: Speaker) -> Section:
    """What sources said and people decided; what was taken back says so."""
    say = speech.say
    rows = []
    for one in record.told.changes:
        what = " ".join(filter(None, (speech.known(f"records-kind-{one.kind}", one.kind), one.what)))
        taken = "" if one.stands else f" ({say('records-taken')})"
        day = speech.day(one.day) if one.day else ""
        rows.append([day, what + taken, one.by, one.why])
    columns = [say("column-day"), *(say(f"dossier-{name}") for name in ("what", "by", "why"))]
    texts = [] if rows else [say("dossier-history-none")]
    table = {"columns": columns, "rows": rows, "wide": [1, 3], "right": []}
    return {"title": say("dossier-history"), "texts": texts, "table": table if rows else None}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
