"""The results as plain HTML, for browsers without JavaScript, for print and for search."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from html import escape

from pacelight.web import theme as themes
from pacelight.web.live.fold import Document
from pacelight.web.words import choice, day_text, metres_text, number_text, say, says, understood

__all__ = ["results_page"]

PAGE = """<!doctype html>
<html lang="{language}"{theme}>
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
{others}<p class="links">{links}</p>
{languages}
{themes}
</main>
</body>
</html>
"""

OVER = frozenset({"finished", "official"})
"""States of a race that has results."""

RESULTS = ("place", "bib", "name", "nation", "mark")
RECORDS = ("record", "event", "mark", "athlete", "better", "stood", "since", "status")


def results_page(
    snapshot: Document | None,
    language: str = "en",
    theme: str = "",
    *,
    back: str = "/results",
    with_book: bool = False,
    shown: Callable[[], Collection[str]] = frozenset,
) -> str:
    """A whole page: who finished, beside which lights, which records fell, the splits.

    Args:
        snapshot: of the race; None before it was heard.
        language: code of the one in which the page is written.
        theme: in which it is shown; empty for the system's.
        back: its address.
        with_book: the record book is shown too.
        shown: the ids of the races whose results have a page of their own.
    """
    title = say(language, "results-title") if snapshot is None else snapshot["race"]["name"]
    body = _unheard(language) if snapshot is None else _race(snapshot, language)
    links = [(back, "results-again"), ("/", "results-live")]
    if back != "/results":
        links.insert(1, ("/results", "results-now"))
    if with_book:
        links.append(("/book", "results-book"))
    return PAGE.format(
        language=language,
        theme=themes.attribute(theme),
        title=escape(title),
        body=body,
        others="" if snapshot is None else _others(snapshot, language, shown),
        links=" · ".join(f'<a href="{escape(at)}">{escape(say(language, name))}</a>' for at, name in links),
        languages=choice(language, back),
        themes=themes.choice(language, theme, back),
    )


def _others(snapshot: Document, language: str, shown: Callable[[], Collection[str]]) -> str:
    """The way to the results of the other races of the session."""
    here = snapshot["race"]["id"]
    over = [one for one in snapshot.get("races", ()) if one["state"] in OVER and one["id"] != here]
    known = shown() if over else ()
    links = " \N{MIDDLE DOT} ".join(
        f'<a href="/results/{escape(one["id"])}">{escape(one["name"])}</a>'
        for one in over
        if one["id"] in known
    )
    title = escape(say(language, "results-others"))
    return f'<nav class="links" aria-label="{title}">{title}: {links}</nav>\n' if links else ""


def _unheard(language: str) -> str:
    title, why = say(language, "results-title"), say(language, "results-unheard")
    return f"<h1>{escape(title)}</h1>\n<p>{escape(why)}</p>"


def _race(snapshot: Document, language: str) -> str:
    race, runners = snapshot["race"], _ranked(snapshot["runners"])
    where = ", ".join((race["competition"], race["venue"], _day(race["day"], language)))
    state = _state(snapshot, language)
    table = partial(_table, language)
    parts = [
        f"<h1>{escape(race['name'])}</h1>",
        f"<p>{escape(where)} · {escape(state)}</p>",
        table("finish", say(language, "results-title"), RESULTS, [_finish(one, language) for one in runners]),
    ]
    if snapshot["lights"]:
        lights = [
            (understood(language, one["label"]), say(language, f"pattern-{one['pattern']}"))
            for one in snapshot["lights"]
        ]
        parts.append(table("lights", say(language, "results-lights"), ("light", "pattern"), lights))
    if snapshot["records"]:
        rows = [_record(record, language) for record in snapshot["records"]]
        parts.append(table("records", say(language, "results-records"), RECORDS, rows))
    if corrections := _corrections(snapshot):
        rows = [
            (understood(language, one["text"]), understood(language, one["reason"])) for one in corrections
        ]
        parts.append(table("corrections", say(language, "results-corrections"), ("change", "why"), rows))
    splits = [_splits(runner, race, language) for runner in runners if _passed(runner, race)]
    if splits:
        parts.append('<div class="of-runners">\n' + "\n".join(splits) + "\n</div>")
    return "\n".join(parts)


def _passed(runner: Document, race: Document) -> bool:
    """Whether more is known of a runner than the finish, which stands among the results."""
    finish = race["event"]["distance_m"]
    return any(one["distance_m"] != finish for one in runner["splits"])


def _splits(runner: Document, race: Document, language: str) -> str:
    splits = [(_point(one["distance_m"], race, language), one["text"]) for one in runner["splits"]]
    title = say(language, "results-splits", name=runner["name"])
    return _table(language, "splits", title, ("at", "time"), splits)


def _day(day: str, language: str) -> str:
    """A day as the language writes it; what is none, as it was told."""
    try:
        return day_text(language, date.fromisoformat(day))
    except ValueError:
        return day


def _point(metres: float, race: Document, language: str) -> str:
    finish: float = race["event"]["distance_m"]
    return say(language, "point-finish") if metres == finish else metres_text(language, metres)


def _state(snapshot: Document, language: str) -> str:
    state = snapshot["state"]
    said = say(language, f"state-{state}")
    if state == "official" and _corrections(snapshot):
        return say(language, "results-corrected", state=said)
    return say(language, "results-not-official", state=said) if state == "finished" else said


def _corrections(snapshot: Document) -> list[Document]:
    """What was put right after the result was official once; nothing where it was never opened again."""
    changes = [one for one in snapshot.get("changes", ()) if not one["undone"]]
    opened = next((n for n, one in enumerate(changes) if one["act"] == "reopen"), len(changes))
    return [one for one in changes[opened:] if one["act"] != "official"]


def _ranked(runners: list[Document]) -> list[Document]:
    """Finishers by place, then the others as they stand on the start list."""
    return sorted(
        runners, key=lambda runner: (runner["result"] is None, (runner["result"] or {}).get("place") or 0)
    )


def _finish(runner: Document, language: str) -> tuple[str, ...]:
    result, status = runner["result"], runner["status"]
    is_out = result is None or status
    out = " ".join(filter(None, (status, runner.get("rule"))))
    place, mark = ("", out) if is_out else (result["place"], _mark(result["mark"], language))
    whose = " · ".join(filter(None, (runner["nation"], runner.get("club"))))
    return str(place or ""), runner["bib"], runner["name"], whose, mark


def _mark(mark: Document, language: str) -> str:
    """A time by hand is rounded up to a tenth, where the split that it comes from has more: it says so."""
    is_by_hand = mark["unit"] == "ms" and mark["precision"] == 1
    return f"{mark['text']} {say(language, 'short-hand')}" if is_by_hand else str(mark["text"])


def _record(record: Document, language: str) -> tuple[str, ...]:
    by = number_text(language, Decimal(record["by_thousandths"]) / 1000, 3, 0)
    better = say(language, "results-equalled") if record["equalled"] else say(language, "results-by", by=by)
    kind = f"{record['level']} {record['scope']}" if record["scope"] != "WORLD" else record["level"]
    event = say(language, "results-en-route", event=record["code"]) if record["en_route"] else record["code"]
    since, status = _day(record["stood_since"] or "", language), f"short-{record['status']}"
    return (
        kind, event, record["mark"]["text"], record["athlete"], better,
        record["stood"]["text"], since, say(language, status) if says(status) else record["status"],
    )  # fmt: skip


def _table(
    language: str, kind: str, title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> str:
    """A table; each cell knows the name of its column, for screens on which a row is a block of lines.

    Args:
        language: in which it is written.
        kind: of table, by which it is laid out.
        title: above it.
        columns: whose names are ``column-...``.
        rows: as many cells each.
    """
    heads = [escape(say(language, f"column-{name}")) for name in columns]
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "\n".join(_row(columns, heads, row) for row in rows)
    return (
        f'<table class="{kind}">\n<caption>{escape(title)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _row(columns: Sequence[str], heads: Sequence[str], row: Sequence[str]) -> str:
    cells = zip(columns, heads, row, strict=True)
    return (
        "<tr>"
        + "".join(
            f'<td class="{column}" data-column="{head}">{escape(cell)}</td>' for column, head, cell in cells
        )
        + "</tr>"
    )
