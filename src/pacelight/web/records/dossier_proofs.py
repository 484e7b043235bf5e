"""What goes along with a dossier: files of the race with their fingerprints, what is enclosed, who signs."""

from collections.abc import Iterator

from pacelight.event import TrackKind, Wind
from pacelight.measure import Unit
from pacelight.web.records.dossier_facts import Section
from pacelight.web.records.evidence import Exhibit, Kind
from pacelight.web.records.record import Record
from pacelight.web.words.speaker import Speaker

__all__ = ["proofs"]

_FILES_BY_HAND = 4
"""Lines for names of files, where none lay here."""


def proofs(record: Record, speech: Speaker) -> Iterator[Section]:
    """The last sections.

    Args:
        record: as the desk shows it.
        speech: in whose language.
    """
    if (record.known.evidence or {}).get("asked"):
        yield _lights(record, speech)
    yield _evidence(record, speech)
    boxes = [speech.say(f"dossier-enclosed-{name}") for name in _enclosed(record)]
    yield {"title": speech.say("dossier-enclosed"), "boxes": boxes}
    posts = [speech.say(f"dossier-post-{name}") for name in _posts(record)]
    yield {"title": speech.say("dossier-signed"), "posts": posts, "sign": speech.say("dossier-sign")}


def _lights(record: Record, speech: Speaker) -> Section:
    """What was asked of them and what they showed: no bar to a record, and noted."""
    say, told = speech.say, record.known.evidence or {}
    shown = {one["name"]: speech.understood(one["words"]) for one in told["shown"]["lights"]}
    rows = [
        [speech.understood(one["label"]), shown.get(one["name"], ""), one["plan_sha256"]]
        for one in told["asked"]
    ]
    columns = [say(f"dossier-{name}") for name in ("light", "shown", "plan-print")]
    return {
        "title": say("dossier-lights"),
        "table": {"columns": columns, "rows": rows, "wide": [0, 1, 2], "right": [], "print": 2},
    }


def _evidence(record: Record, speech: Speaker) -> Section:
    say, exhibits = speech.say, record.shown.exhibits
    if not exhibits:
        blank = [{"name": "", "value": ""}] * _FILES_BY_HAND
        return {"title": say("dossier-evidence"), "texts": [say("dossier-evidence-none")], "fields": blank}
    rows = [
        [f"{one.name}\n{one.sha256}", say(f"records-exhibit-{one.kind}"), str(one.size)] for one in exhibits
    ]
    columns = [say(f"dossier-{name}") for name in ("file", "kind", "bytes")]
    return {
        "title": say("dossier-evidence"),
        "table": {"columns": columns, "rows": rows, "wide": [0], "right": [2], "print": 0},
        "after": [text for one in exhibits if one.kind is Kind.JOURNAL for text in _chain(one, speech)],
    }


def _chain(one: Exhibit, speech: Speaker) -> Iterator[str]:
    """That the journal is whole, and how anybody proves it again; or why it cannot be believed."""
    if one.fault:
        yield speech.understood(one.fault)
        return
    yield speech.say("dossier-chain", name=one.name, lines=one.lines, link=one.link)
    yield f"pacelight race verify {one.name}"


def _enclosed(record: Record) -> Iterator[str]:
    timed = record.event.unit is Unit.TIME
    if timed:
        yield from ("image", "zero")
    if any(one.condition.key == "start" for one in record.checked):
        yield "start-system"
    yield from ("certificate", "doping", "start-list", "result", "programme", "files")


def _posts(record: Record) -> Iterator[str]:
    timed = record.event.unit is Unit.TIME
    yield "referee"
    yield from ("starter", "photo") if timed else ("judge",)
    if record.event.wind is Wind.READING:
        yield "wind"
    if record.event.track is TrackKind.ROAD or not timed:
        yield "measurer"
    yield from ("doping", "statistician", "director", "federation")
