"""An import is killed at any instant: the book opens, and holds all of it or nothing, its queue too."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random

import pytest

from pacelight.book.keeping.bulk import Wholesale
from pacelight.event import EVENTS, Sex
from pacelight.meet.intake.answered import open_questions
from pacelight.meet.intake.queue import FileQueue, beside

pytestmark = pytest.mark.faults

ROWS = 1_200
"""Of an import: half a second of work on a quiet machine."""

IMPORTER = f"""
import sys
from datetime import date, timedelta
from pathlib import Path
from pacelight.book.birth import Birth
from pacelight.book.keeping.bulk import Wholesale
from pacelight.book.formats.line import Line
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.meet.intake.filed import Filed
from pacelight.meet.intake.queue import FileQueue, beside
from pacelight.meet.intake.taken import take

path, first = Path(sys.argv[1]), int(sys.argv[2])

def line(n, k, name, born):
    day = date(1990, 1, 1) + timedelta(days=n)
    return Line(at=f"row {{k}}", event="MILE" if k % 2 else "1500", sex=Sex.WOMEN,
                mark=Mark(250_000 + 10 * k), mark_text="", athlete=name, nation="USA", born=born,
                day=day, year=day.year, venue="Oslo (NOR)")

for n in range(first, 10**6):
    born = Birth(date(1958, 8, 4) + timedelta(days=n))
    made = [line(n, k, f"Runner Number{{n}}x{{k}}", None) for k in range({ROWS})]
    doubtful = [line(n, {ROWS}, f"Mary Slaney{{n}}", born), line(n, {ROWS} + 2, f"Mary Decker{{n}}", born)]
    key = f"mapped-it-{{n:08}}"
    file = Filed("it", "mapped", "a table", "mapped-it", key, (*made, *doubtful), (), 0)
    print("begun", n, flush=True)
    with Wholesale.open(path) as book:
        take(book, [file], FileQueue(beside(path)), day=date(2025, 1, 1),
             watch=lambda *_: print("event", n, flush=True))
    print("done", n, flush=True)
"""


def held(path: Path) -> tuple[Counter[str], Counter[str]]:
    """Of each import, how many performances are in the book, and how many lines wait."""
    runs: Counter[str] = Counter()
    with Wholesale.open(path) as book:
        for code in ("MILE", "1500"):
            history = book.part(EVENTS[code], Sex.WOMEN).history
            runs.update(one.source_key for one in history.performances)
        asked = open_questions(book, FileQueue(beside(path)))
    return runs, Counter(line.source for one in asked.values() for line in one.asked)


def killed(path: Path, first: int, words: int, spin: int) -> int:
    """Start an importer, kill it some time after so many words, and say how many imports it told of."""
    with subprocess.Popen(
        [sys.executable, "-c", IMPORTER, str(path), str(first)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(words)]
        for _ in range(spin):  # an instant between two words, of no known length
            pass
        process.send_signal(signal.SIGKILL)
        told += list(process.stdout)
    assert process.returncode == -signal.SIGKILL
    return sum(word.startswith("done ") and word.endswith("\n") for word in told)


def crash(path: Path, random: Random, times: int) -> None:
    """Kill import after import, and look at what is left each time."""
    done = 0
    for _ in range(times):
        acknowledged = done + killed(path, done, random.randrange(1, 9), random.randrange(4_000_000))
        runs, asked = held(path)
        whole = len(runs)
        assert whole - acknowledged in {0, 1}
        sources = {f"mapped-it-{n:08}" for n in range(whole)}
        assert runs == dict.fromkeys(sources, ROWS + 1)
        assert asked == dict.fromkeys(sources, 1)
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        done = whole


def test_an_import_that_is_killed_is_whole_or_was_never_there(tmp_path: Path) -> None:
    path = tmp_path / "book.sqlite"
    Wholesale.create(path).close()
    crash(path, Random(7), 4)


@pytest.mark.prove
@pytest.mark.timeout(3600)
def test_two_hundred_imports_are_killed_at_random(tmp_path: Path) -> None:
    path, random = tmp_path / "book.sqlite", Random(2024)
    for number in count():
        if number == 20:
            break
        Wholesale.create(path).close()
        crash(path, random, 10)
        for part in tmp_path.iterdir():
            part.unlink() if part.is_file() else shutil.rmtree(part)


def test_what_was_imported_before_the_kill_is_known_when_it_is_imported_again(tmp_path: Path) -> None:
    path = tmp_path / "book.sqlite"
    Wholesale.create(path).close()
    crash(path, Random(1), 1)
    before = held(path)
    killed(path, 0, 8, 0)
    runs, asked = held(path)
    assert {source: runs[source] for source in before[0]} == before[0]
    assert {source: asked[source] for source in before[1]} == before[1]
