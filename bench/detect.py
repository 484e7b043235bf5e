"""What a book of 10 million marks is asked on the evening itself, beside PostgreSQL and DuckDB.

Which records does a new mark break; the record as of a day; a record holder is annulled, and all is right.
All three hold the same steps of the same lists and must give the same answers, or nothing else is reported.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from report import Row, arguments, report

if TYPE_CHECKING:
    from detect_parts import Peer, Rows
    from detect_parts.book import Questions

FULL, TENTH = 10_000_000, 1_000_000
ROUNDS = 3
BOOK_PART, BOOK_ASKED = 200, 300
"""The whole book has one event of a two-hundredth of the marks, and is asked so often."""
TARGETS = {"detect": 1.0, "asof": 0.1, "annul": 100.0}


@dataclass(frozen=True, slots=True)
class Amount:
    """How often each is asked: of ours, and of each database."""

    asked: int
    asked_of_peers: int
    annulled: int
    annulled_by_peers: int


def main() -> int:
    """Measure and report."""
    options = arguments(__doc__ or "").parse_args()
    missing = [name for name in ("duckdb", "psycopg", "pyarrow") if find_spec(name) is None]
    if missing:
        print(f"not installed: {', '.join(missing)} (`make bench` installs them)", file=sys.stderr)
        return 1
    from detect_parts import MismatchError

    n, amount = (
        (TENTH, Amount(5_000, 300, 100, 10)) if options.quick else (FULL, Amount(20_000, 1_000, 300, 30))
    )
    try:
        with tempfile.TemporaryDirectory(prefix="pacelight-detect-") as folder:
            report(rows(n, amount, Path(folder)), as_json=options.json)
    except MismatchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def rows(n: int, amount: Amount, folder: Path) -> Iterator[Row]:
    """Ours first, then each database: they share the machine, and are not asked at once."""
    from detect_parts import book
    from detect_parts.ours import Ours
    from fold import performances, progress

    from pacelight.book.mirror.files import Mirrors

    size = f"{n // 1_000_000} M performances"
    progress(f"{size}: writing the mirrors")
    mirrors = Mirrors(folder)
    sizes = book.write(performances(n), mirrors)
    questions = book.questions(mirrors, sizes, amount.asked, amount.annulled)
    ours = Ours(mirrors)
    marks, annulled = map(ours.new, questions.marks), list(map(ours.annulled, questions.annulled))
    marks, few = list(marks), amount.annulled_by_peers
    progress("")
    spent = {"detect": asked_again(ours.breaks, marks), "asof": asked_again(ours.as_of, questions.days)}
    spent["annul"] = measured(ours.annul, annulled[:few])
    expected = {
        "detect": list(map(ours.numbered, marks[: amount.asked_of_peers])),
        "asof": list(map(ours.last, questions.days[: amount.asked_of_peers])),
        "annul": ours.steps(questions.annulled[:few]),
    }
    spent["annul"] = np.concatenate([spent["annul"], measured(ours.annul, annulled[few:])])
    for name, target in TARGETS.items():
        yield Row(f"{name}.p99_ms", size, percentile(spent[name], 99), None, "ms", target)
    yield whole_book(n // BOOK_PART, folder)
    with ExitStack() as stack:
        for open_peer in peers(stack):
            peer = open_peer(book.rows(mirrors, sizes))
            found, took = asked(peer, questions, amount)
            check(peer.name, expected, found)
            for name in TARGETS:
                for percent in (50, 99):
                    pair = percentile(spent[name], percent), percentile(took[name], percent)
                    yield Row(f"{name}.p{percent}.vs_{peer.name}", size, *pair, "ms")


def whole_book(n: int, folder: Path) -> Row:
    """The record as of a day by way of `Book`, from facts in a file."""
    from detect_parts import whole_book as part
    from fold import progress

    from pacelight.book.asking.lists import Book

    progress(f"a book of {n:,} performances")
    part.write(folder / "book.sqlite", n)
    asked = part.questions(BOOK_ASKED)
    with Book.open(folder / "book.sqlite") as book:
        asked[0](book)  # builds the mirror
        spent = asked_again(lambda question: question(book), asked)
    progress("")
    return Row("asof.book_p99_ms", f"{n:,} of one event", percentile(spent, 99), None, "ms")


def peers(stack: ExitStack) -> Iterator[Callable[[Iterator["Rows"]], "Peer"]]:
    """Each database, empty: DuckDB, and PostgreSQL where it is installed."""
    from detect_parts import duckdb_tables, postgres
    from fold import THREADS, progress

    progress("DuckDB: taking the book in")
    yield lambda given: duckdb_tables.DuckDB(given, THREADS)
    binaries = postgres.programs()
    if binaries is None:
        print("no PostgreSQL here to measure against (apt-get install postgresql)", file=sys.stderr)
        return
    progress("PostgreSQL: taking the book in")
    connection = stack.enter_context(postgres.server(binaries))
    yield lambda given: postgres.Postgres(connection, given)


def asked(peer: "Peer", questions: "Questions", amount: Amount) -> tuple[dict, dict[str, np.ndarray]]:
    """What a database answers, and how long each answer took it."""
    from fold import progress

    progress(f"{peer.name}: asked")
    marks, days = (all_[: amount.asked_of_peers] for all_ in (questions.marks, questions.days))
    annulled = questions.annulled[: amount.annulled_by_peers]
    took = {"detect": asked_again(peer.breaks, marks), "asof": asked_again(peer.as_of, days)}
    found = {"detect": list(map(peer.breaks, marks)), "asof": list(map(peer.as_of, days))}
    took["annul"] = measured(peer.annul, annulled)
    found["annul"] = {wanted.number: peer.steps(wanted.number) for one in annulled for wanted in one.lists}
    progress("")
    return found, took


def check(peer: str, expected: dict, found: dict) -> None:
    """Refuse to report on answers that differ.

    Raises:
        MismatchError: they do.
    """
    from detect_parts import MismatchError

    for name, ours in expected.items():
        theirs = found[name]
        places = ours if isinstance(ours, dict) else range(len(ours))
        for place in places:
            if ours[place] != theirs[place]:
                raise MismatchError(f"{name} {place}: we say {ours[place]}, {peer} says {theirs[place]}")


def asked_again(call: Callable, given: list) -> np.ndarray:
    """Milliseconds of each call, of the round with the median of the 99th percentiles.

    The first round finds pages that nobody has touched; a machine that others use adds to any of them.
    """
    rounds = [measured(call, given) for _ in range(ROUNDS)]
    return sorted(rounds, key=lambda spent: percentile(spent, 99))[ROUNDS // 2]


def measured(call: Callable, given: list) -> np.ndarray:
    """Milliseconds of each call."""
    spent = np.empty(len(given))
    gc.collect()
    gc.freeze()  # the questions themselves are no part of what is measured
    for nth, one in enumerate(given):
        start = time.perf_counter_ns()
        call(one)
        spent[nth] = (time.perf_counter_ns() - start) / 1e6
    gc.unfreeze()
    return spent


def percentile(spent: np.ndarray, percent: int) -> float:
    """So many of a hundred took no longer."""
    return float(np.percentile(spent, percent, method="higher"))


if __name__ == "__main__":
    sys.exit(main())
