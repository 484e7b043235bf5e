"""The results as plain HTML, for browsers without JavaScript, for print and for search."""

from html import escape

from pacelight.meet.publish.states import STATES
from pacelight.web.live import Document

__all__ = ["results_page"]

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/results.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<main>
{body}
<p><a href="/results">Read again</a> · <a href="/">The live page</a>{book}</p>
</main>
</body>
</html>
"""

BOOK = ' · <a href="/book">The record book</a>'


def results_page(snapshot: Document | None, *, with_book: bool = False) -> str:
    """A whole page: who finished, beside which lights, which records fell, the splits.

    Args:
        snapshot: of the race; None before it was heard.
        with_book: the record book is shown too.
    """
    book = BOOK * with_book
    if snapshot is None:
        body = "<h1>Results</h1>\n<p>The race has not been heard yet.</p>"
        return PAGE.format(title="Results", body=body, book=book)
    race = snapshot["race"]
    state = STATES.get(snapshot["state"], "")
    if snapshot["state"] == "finished":
        state += ", not official yet"
    where = ", ".join((race["competition"], race["venue"], race["day"]))
    parts = [
        f"<h1>{escape(race['name'])}</h1>",
        f"<p>{escape(where)} · {escape(state)}</p>",
        _table(
            "Results",
            ("Place", "Bib", "Name", "Nation", "Mark"),
            [_finish(r) for r in _ranked(snapshot["runners"])],
        ),
    ]
    if snapshot["lights"]:
        lights: list[tuple[str, ...]] = [(one["label"], one["pattern"]) for one in snapshot["lights"]]
        parts.append(_table("Lights", ("Light", "Pattern"), lights))
    if snapshot["records"]:
        rows = [_record(record) for record in snapshot["records"]]
        heads = ("Record", "Event", "Mark", "Athlete", "Better by", "Stood", "Since", "Status")
        parts.append(_table("Records", heads, rows))
    for runner in _ranked(snapshot["runners"]):
        if runner["splits"]:
            rows = [(f"{split['distance_m']:g} m", split["text"]) for split in runner["splits"]]
            parts.append(_table(f"Splits: {runner['name']}", ("At", "Time"), rows))
    return PAGE.format(title=escape(race["name"]), body="\n".join(parts), book=book)


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


def _record(record: Document) -> tuple[str, ...]:
    whole, thousandths = divmod(record["by_thousandths"], 1000)
    better = "equalled" if record["equalled"] else f"{whole}.{thousandths:03d}".rstrip("0").rstrip(".") + " s"
    kind = f"{record['level']} {record['scope']}" if record["scope"] != "WORLD" else record["level"]
    event = record["code"] + (" (en route)" if record["en_route"] else "")
    since = record["stood_since"] or ""
    return (
        kind, event, record["mark"]["text"], record["athlete"], better,
        record["stood"]["text"], since, record["status"],
    )  # fmt: skip


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f"<table>\n<caption>{escape(title)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )
