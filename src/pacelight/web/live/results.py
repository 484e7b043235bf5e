"""The results as plain HTML, for browsers without JavaScript, for print and for search."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from html import escape

from pacelight.web.live.fold import Document
from pacelight.web.words import choice, metres_text, number_text, say, says, understood

__all__ = ["results_page"]

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="color-scheme" content="dark light">
<link rel="stylesheet" href="/style.css">
<link rel="stylesheet" href="/results.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<main>
{body}
<p>{links}</p>
{choice}
</main>
</body>
</html>
"""

RESULTS = ("place", "bib", "name", "nation", "mark")
RECORDS = ("record", "event", "mark", "athlete", "better", "stood", "since", "status")


def results_page(snapshot: Document | None, language: str = "en", *, with_book: bool = False) -> str:
    """A whole page: who finished, beside which lights, which records fell, the splits.

    Args:
        snapshot: of the race; None before it was heard.
        language: code of the one in which the page is written.
        with_book: the record book is shown too.
    """
    title = say(language, "results-title") if snapshot is None else snapshot["race"]["name"]
    body = _unheard(language) if snapshot is None else _race(snapshot, language)
    links = [("/results", "results-again"), ("/", "results-live")]
    if with_book:
        links.append(("/book", "results-book"))
    return PAGE.format(
        language=language,
        title=escape(title),
        body=body,
        links=" · ".join(f'<a href="{at}">{escape(say(language, name))}</a>' for at, name in links),
        choice=choice(language, "/results"),
    )


def _unheard(language: str) -> str:
    title, why = say(language, "results-title"), say(language, "results-unheard")
    return f"<h1>{escape(title)}</h1>\n<p>{escape(why)}</p>"


def _race(snapshot: Document, language: str) -> str:
    race, runners = snapshot["race"], _ranked(snapshot["runners"])
    where = ", ".join((race["competition"], race["venue"], race["day"]))
    state = _state(snapshot["state"], language)
    table = partial(_table, language)
    parts = [
        f"<h1>{escape(race['name'])}</h1>",
        f"<p>{escape(where)} · {escape(state)}</p>",
        table(say(language, "results-title"), RESULTS, [_finish(runner) for runner in runners]),
    ]
    if snapshot["lights"]:
        lights = [
            (understood(language, one["label"]), say(language, f"pattern-{one['pattern']}"))
            for one in snapshot["lights"]
        ]
        parts.append(table(say(language, "results-lights"), ("light", "pattern"), lights))
    if snapshot["records"]:
        rows = [_record(record, language) for record in snapshot["records"]]
        parts.append(table(say(language, "results-records"), RECORDS, rows))
    for runner in runners:
        if runner["splits"]:
            splits = [(_point(one["distance_m"], race, language), one["text"]) for one in runner["splits"]]
            title = say(language, "results-splits", name=runner["name"])
            parts.append(table(title, ("at", "time"), splits))
    return "\n".join(parts)


def _point(metres: float, race: Document, language: str) -> str:
    finish: float = race["event"]["distance_m"]
    return say(language, "point-finish") if metres == finish else metres_text(language, metres)


def _state(state: str, language: str) -> str:
    said = say(language, f"state-{state}")
    return say(language, "results-not-official", state=said) if state == "finished" else said


def _ranked(runners: list[Document]) -> list[Document]:
    """Finishers by place, then the others as they stand on the start list."""
    return sorted(
        runners, key=lambda runner: (runner["result"] is None, (runner["result"] or {}).get("place") or 0)
    )


def _finish(runner: Document) -> tuple[str, ...]:
    result = runner["result"]
    place, mark = (
        ("", runner["status"] or "") if result is None else (result["place"], result["mark"]["text"])
    )
    return str(place or ""), runner["bib"], runner["name"], runner["nation"], mark


def _record(record: Document, language: str) -> tuple[str, ...]:
    by = number_text(language, Decimal(record["by_thousandths"]) / 1000, 3, 0)
    better = say(language, "results-equalled") if record["equalled"] else say(language, "results-by", by=by)
    kind = f"{record['level']} {record['scope']}" if record["scope"] != "WORLD" else record["level"]
    event = say(language, "results-en-route", event=record["code"]) if record["en_route"] else record["code"]
    since, status = record["stood_since"] or "", f"short-{record['status']}"
    return (
        kind, event, record["mark"]["text"], record["athlete"], better,
        record["stood"]["text"], since, say(language, status) if says(status) else record["status"],
    )  # fmt: skip


def _table(language: str, title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    heads = (say(language, f"column-{name}") for name in columns)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f"<table>\n<caption>{escape(title)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )
