"""The shipped facts: whole, plausible, sourced, and refused with file and line where they are not."""

import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.keeping.starter import read_facts, shipped
from pacelight.book.model import Athlete, Coverage, DecisionKind, NotKnown, Performance
from pacelight.errors import FormatError
from pacelight.event import EVENTS, Level
from pacelight.nation import nation

FACTS = shipped()
FOLDER = Path(str(files("pacelight.book"))) / "data" / "starter"
PAGE = Path(__file__).resolve().parents[4] / "docs" / "reference" / "starter-book.md"
FAMILY_FIRST = {"CHN"}
"""Nations whose names are printed with the family name first."""


def slug(text: str) -> str:
    letters = text.translate(str.maketrans("łøđ", "lod", "'"))
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def test_every_fact_names_a_source_that_exists() -> None:
    sources = {source.key for source in FACTS.sources}
    named = [*(p.source_key for p in FACTS.performances), *(d.source for d in FACTS.decisions)]
    named += [covered.source for covered in FACTS.coverage]
    assert set(named) == sources


def test_every_source_says_who() -> None:
    assert [source.key for source in FACTS.sources if ": " not in source.who] == []


def test_every_athlete_has_run() -> None:
    assert {athlete.key for athlete in FACTS.athletes} == {p.athlete_key for p in FACTS.performances}


@pytest.mark.parametrize("athlete", FACTS.athletes, ids=lambda athlete: athlete.key)
def test_keys_are_slugs_family_name_first(athlete: Athlete) -> None:
    words = athlete.name.split()
    turned = {slug(" ".join(words[n:] + words[:n])) for n in range(1, len(words))}
    assert athlete.key in ({slug(athlete.name)} if athlete.nation in FAMILY_FIRST else turned)


def test_no_one_is_in_the_book_twice() -> None:
    names = [slug(name) for a in FACTS.athletes for name in (a.name, *a.aliases)]
    assert sorted({*names}) == sorted(names)


def test_keys_of_performances_say_day_place_event_and_athlete() -> None:
    """As the detector of records makes them: the same run twice is one performance."""

    def expected(given: Performance) -> str:
        place = unicodedata.normalize("NFKD", given.venue).encode("ascii", "ignore").decode().lower()
        place = re.sub(r"[^a-z0-9]+", "-", place).strip("-")
        return f"{given.day}-{place}-{given.event}-{given.sex}-{given.athlete_key}"

    assert [p.key for p in FACTS.performances] == [expected(p) for p in FACTS.performances]
    assert len({p.key for p in FACTS.performances}) == len(FACTS.performances)


def test_no_mark_is_faster_than_a_runner_can_be() -> None:
    read = [EVENTS[p.event].read(str(p.mark), p.mark.timing) for p in FACTS.performances]
    assert read == [p.mark for p in FACTS.performances]


def test_nations_were_there_on_the_day() -> None:
    assert [p.key for p in FACTS.performances if not nation(p.nation).existed(p.day)] == []


def test_no_source_speaks_of_the_future() -> None:
    printed = {source.key: source.as_of for source in FACTS.sources}
    late = [p.key for p in FACTS.performances if p.day > printed[p.source_key]]
    late += [d.performance_key for d in FACTS.decisions if d.learned > printed[d.source] and d.why]
    assert late == []


def test_a_mark_on_the_way_lies_inside_a_longer_race() -> None:
    inside = [p for p in FACTS.performances if p.en_route_of]
    assert inside
    for performance in inside:
        longer = EVENTS[performance.en_route_of or ""]
        assert EVENTS[performance.event] in longer.en_route()


def test_what_is_ratified_after_it_was_submitted_was_submitted_first() -> None:
    submitted = {d.performance_key: d.decided for d in FACTS.decisions if d.kind is DecisionKind.SUBMITTED}
    for decision in FACTS.decisions:
        if decision.kind is not DecisionKind.SUBMITTED and decision.performance_key in submitted:
            assert submitted[decision.performance_key] < decision.decided


@pytest.fixture(scope="module")
def book() -> Iterator[Book]:
    with Book.starter() as starter:
        yield starter


@pytest.mark.parametrize("covered", FACTS.coverage, ids=lambda c: f"{c.level} {c.scope} {c.event} {c.sex}")
def test_every_covered_list_answers_from_its_first_day_on(book: Book, covered: Coverage) -> None:
    event, sex, level, day = covered.event, covered.sex, covered.level, covered.since
    if isinstance(level, Level):
        record = book.record(event, sex, level=level, scope=covered.scope, as_of=day)
        assert not isinstance(record, NotKnown)
    else:
        listed = book.top(event, sex, n=3, all_performances=level == "PERFORMANCES", as_of=day)
        assert not isinstance(listed, NotKnown)


def test_the_book_of_an_evening_knows_nothing_of_the_next_day() -> None:
    eve = FACTS.until(date(2025, 2, 12))
    assert max(p.day for p in eve.performances) <= date(2025, 2, 12)
    assert {d.kind for d in eve.decisions if d.performance_key.endswith("MILEsh-men-nuguse-yared")} == {
        DecisionKind.SUBMITTED
    }


def test_the_files_are_plain_and_in_order() -> None:
    for name in ("sources", "athletes", "performances", "decisions", "coverage"):
        raw = (FOLDER / f"{name}.csv").read_bytes()
        assert b"\r" not in raw
        assert raw.endswith(b"\n")
        assert raw.decode("utf-8")
    codes = list(EVENTS)
    order = [(codes.index(p.event), p.sex, p.day) for p in FACTS.performances]
    assert order == sorted(order)
    assert [a.key for a in FACTS.athletes] == sorted(a.key for a in FACTS.athletes)
    assert [s.key for s in FACTS.sources] == sorted(s.key for s in FACTS.sources)


BAD = {
    "sources": "a-source,Someone: a page,,yesterday",
    "athletes": "no-comma",
    "performances": "k,MILEsh,men,3:75.10,nuguse-yared,USA,2025-02-08,New York,,,,yes,,millrose-2025,",
    "decisions": "no-such-performance,ratified,,,IAAF,,iaaf-2015",
    "coverage": "XR,WORLD,MILE,men,1913-05-31,,iaaf-2015",
}
"""A line for each file that must be refused."""


@pytest.mark.parametrize("line", ["nuguse-yared,Yared Nuguse", "nuguse-yared,Yared Nuguse,USA,,more"])
def test_a_line_with_other_columns_is_refused(tmp_path: Path, line: str) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(FOLDER, folder)
    (folder / "athletes.csv").write_text(f"key,name,nation,aliases\n{line}\n", encoding="utf-8")
    with pytest.raises(
        FormatError, match=r"^athletes\.csv line 2: the columns are key, name, nation, aliases$"
    ):
        read_facts(folder)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_refused_with_file_and_line(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(FOLDER, folder)
    path = folder / f"{name}.csv"
    lines = path.read_text(encoding="utf-8").count("\n")
    with path.open("a", encoding="utf-8") as file:
        file.write(BAD[name] + "\n")
    with pytest.raises(FormatError, match=rf"^{name}\.csv line {lines + 1}: "):
        read_facts(folder)


def test_a_performance_by_no_known_athlete_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(FOLDER, folder)
    with (folder / "performances.csv").open("a", encoding="utf-8") as file:
        file.write("k,MILEsh,men,3:46.63,nobody-at-all,USA,2025-02-08,New York,,,,yes,,millrose-2025,\n")
    with pytest.raises(FormatError, match="nothing is known of 'nobody-at-all'"):
        read_facts(folder)


def tabled() -> set[tuple[str, ...]]:
    """The lists of the page: level, event, class, scope, since, down to, read up to."""
    rows = set()
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
        if len(cells) == 7 and cells[1] in EVENTS:
            for scope in cells[3].split(", "):
                rows.add((*cells[:3], scope, *cells[4:]))
    return rows


def test_the_page_tables_exactly_the_covered_lists() -> None:
    printed = {source.key: source.as_of for source in FACTS.sources}
    assert tabled() == {
        (
            *(str(c.level), c.event, str(c.sex), c.scope),
            *(c.since.isoformat(), str(c.down_to or ""), printed[c.source].isoformat()),
        )
        for c in FACTS.coverage
    }
