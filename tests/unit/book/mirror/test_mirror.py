"""The mirror on the two evenings of February 2025, and beside the facts on disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from pacelight.book.history import History
from pacelight.book.mirror.arrays import read_arrays, write_arrays
from pacelight.book.mirror.files import Mirrors
from pacelight.book.mirror.mirror import Mirror
from pacelight.book.mirror.names import Names
from pacelight.book.mirror.staircase import when
from pacelight.book.mirror.told import Told, tell
from pacelight.book.model import Competition, Decision, DecisionKind, Performance
from pacelight.errors import BookError, StoreError
from pacelight.event import Level, Sex
from pacelight.mark import Mark

EVENT = ("MILEsh", Sex.MEN)
NEW_YORK, LIEVIN = date(2025, 2, 8), date(2025, 2, 13)


def mark(key: str, text: str, nation: str, day: date, **more: object) -> Performance:
    return Performance(
        key=key,
        event=EVENT[0],
        sex=EVENT[1],
        mark=Mark.parse(text),
        athlete_key=key,
        athlete=key,
        nation=nation,
        day=day,
        venue="",
        competition="Meeting",
        **{"seq": 1, **more},  # type: ignore[arg-type]
    )


KEJELCHA = mark("kejelcha", "3:47.01", "ETH", date(2019, 3, 3))
NUGUSE = mark("nuguse", "3:46.63", "USA", NEW_YORK)
INGEBRIGTSEN = mark("ingebrigtsen", "3:45.14", "NOR", LIEVIN)
NILLESSEN = mark("nillessen", "3:52.70", "NED", LIEVIN, seq=2)
ANNULLED = Decision("ingebrigtsen", DecisionKind.ANNULLED, date(2025, 3, 1), date(2025, 3, 2), "x", "y", "")
ALL = (KEJELCHA, NUGUSE, INGEBRIGTSEN, NILLESSEN)


def told(*performances: Performance, decisions: tuple[Decision, ...] = ()) -> list[Told]:
    competitions = {"Meeting": Competition("Meeting", series="Tour")}
    return list(tell(History(performances, decisions, competitions=competitions)))


def record(mirror: Mirror, as_of: date, **asked: object) -> tuple[str, ...]:
    return mirror.holders(mirror.steps(Level.WR, "WORLD", as_of=as_of, **asked))  # type: ignore[arg-type]


def test_a_record_is_that_of_the_day_asked_for() -> None:
    mirror = Mirror.of(told(*ALL))
    assert record(mirror, date(2019, 3, 2)) == ()
    assert record(mirror, date(2025, 2, 7)) == ("kejelcha",)
    assert record(mirror, date(2025, 2, 12)) == ("nuguse",)
    assert record(mirror, LIEVIN) == ("ingebrigtsen",)


def test_an_annulment_counts_from_the_day_it_was_learned() -> None:
    mirror = Mirror.of(told(*ALL))
    mirror.take(told(INGEBRIGTSEN, decisions=(ANNULLED,))[0])
    assert record(mirror, LIEVIN, known_at=date(2025, 3, 1)) == ("ingebrigtsen",)
    assert record(mirror, LIEVIN, known_at=date(2025, 3, 2)) == ("nuguse",)
    assert mirror.holders(mirror.steps(Level.NR, "NOR", as_of=date(2025, 4, 1))) == ()


def test_a_late_arrival_takes_its_place_in_time() -> None:
    mirror = Mirror.of(told(KEJELCHA, INGEBRIGTSEN))
    mirror.take(told(NUGUSE)[0])
    progression = mirror.steps(Level.WR, "WORLD", as_of=LIEVIN)
    assert [mirror.key(number) for number in progression.number.tolist()] == [
        "kejelcha",
        "nuguse",
        "ingebrigtsen",
    ]


def test_a_mark_is_asked_about_without_being_in_the_book() -> None:
    mirror = Mirror.of(told(*ALL[:2], mark("before", "3:55.00", "NED", date(2024, 1, 1))))
    found = mirror.breaks(told(NILLESSEN)[0], known_at=LIEVIN)
    assert [(one.level, one.scope, one.age, one.holders, one.by) for one in found] == [
        (level, scope, "all", ("before",), 2300) for level, scope in ((Level.AR, "EUR"), (Level.NR, "NED"))
    ]
    found = mirror.breaks(told(INGEBRIGTSEN)[0], known_at=LIEVIN)
    # Nothing of Europe or Norway but the Dutch mark; meeting, championship and series are the world here.
    assert [(one.level, one.by) for one in found] == [
        (Level.WR, 1490),
        (Level.AR, 9860),
        (Level.CR, 1490),
        (Level.LR, 1490),
        (Level.MR, 1490),
    ]


def test_a_mark_without_a_sequence_stands_after_all_of_its_day() -> None:
    mirror = Mirror.of(told(*ALL))
    slower = replace(NUGUSE, key="slower", athlete_key="slower", mark=Mark.parse("3:46.00"), day=LIEVIN)
    first, last = (told(replace(slower, seq=seq))[0] for seq in (1, 0))
    assert Level.WR not in {one.level for one in mirror.breaks(last, known_at=LIEVIN)}
    mirror = Mirror.of(told(KEJELCHA, NUGUSE, replace(INGEBRIGTSEN, seq=2)))
    assert Level.WR in {one.level for one in mirror.breaks(first, known_at=LIEVIN)}


def test_nothing_is_known_of_a_name_that_nobody_has() -> None:
    mirror = Mirror.of(told(*ALL))
    assert mirror.steps(Level.PB, "x" * 100, as_of=LIEVIN).number.size == 0
    assert mirror.steps(Level.AR, "", as_of=LIEVIN).number.size == 0


def test_a_million_marks_of_one_day_are_too_many() -> None:
    with pytest.raises(BookError, match="ends at 1048575, not 1048576"):
        when(0, 1 << 20)


def test_names_keep_their_numbers_and_new_ones_come_after() -> None:
    names, numbers = Names.of(np.array([b"SWE", b"", b"NOR", b"SWE"]))
    assert numbers.tolist() == [1, -1, 0, 1]
    assert [names.find(name) for name in ("NOR", "SWE", "FIN", "", "NORWAY")] == [0, 1, -1, -1, -1]
    assert [names.number(name) for name in ("FIN", "NOR", "FIN", "", "Åland")] == [2, 0, 2, -1, 3]
    assert names.find("Åland") == 3


def test_arrays_are_read_as_they_were_written_and_keep_what_is_changed_to_themselves(tmp_path: Path) -> None:
    written = {
        "none": np.empty(0, np.int64),
        "words": np.array([1, 2**40], np.uint64),
        "bytes": np.array([b"a", b"abc"]),
        "odd": np.arange(7, dtype=np.uint8),
    }
    write_arrays(tmp_path / "arrays", written)
    read = read_arrays(tmp_path / "arrays")
    assert {name: (array.dtype, array.tolist()) for name, array in read.items()} == {
        name: (array.dtype, array.tolist()) for name, array in written.items()
    }
    read["odd"][3] = 99
    assert read_arrays(tmp_path / "arrays")["odd"].tolist() == list(range(7))


@pytest.fixture
def mirrors(tmp_path: Path) -> Callable[[], Mirrors]:
    """As another process would open them."""
    return lambda: Mirrors(tmp_path / "book.mirror")


def test_what_was_built_and_told_is_there_for_whoever_opens_it(mirrors: Callable[[], Mirrors]) -> None:
    mine = mirrors()
    assert mine.mirror(*EVENT) is None
    mine.build(*EVENT, told(KEJELCHA, NUGUSE), revision=(2, 0))
    theirs = mirrors()
    assert theirs.revision(*EVENT) == (2, 0)
    mine.take(*EVENT, told(INGEBRIGTSEN)[0], revision=(3, 0))
    mine.take(*EVENT, told(INGEBRIGTSEN, decisions=(ANNULLED,))[0], revision=(3, 1))
    for opened in (mine, theirs, mirrors()):
        mirror = opened.mirror(*EVENT)
        assert mirror is not None
        assert opened.revision(*EVENT) == (3, 1)
        assert record(mirror, LIEVIN) == ("ingebrigtsen",)
        assert record(mirror, date(2025, 3, 2)) == ("nuguse",)


def test_a_mirror_built_anew_takes_the_place_of_the_old_one(mirrors: Callable[[], Mirrors]) -> None:
    mine, theirs = mirrors(), mirrors()
    mine.build(*EVENT, told(KEJELCHA), revision=(1, 0))
    assert theirs.revision(*EVENT) == (1, 0)
    mine.build(*EVENT, told(*ALL, decisions=(ANNULLED,)), revision=(4, 1))
    for opened in (mine, theirs):
        mirror = opened.mirror(*EVENT)
        assert mirror is not None
        assert record(mirror, date(2025, 3, 2)) == ("nuguse",)
        assert opened.revision(*EVENT) == (4, 1)


def test_half_a_line_of_a_writer_that_was_killed_is_as_if_it_never_was(
    mirrors: Callable[[], Mirrors], tmp_path: Path
) -> None:
    mine = mirrors()
    mine.build(*EVENT, told(KEJELCHA), revision=(1, 0))
    mine.take(*EVENT, told(NUGUSE)[0], revision=(2, 0))
    (log,) = tmp_path.glob("book.mirror/*/log.jsonl")
    log.write_bytes(log.read_bytes()[:-5])
    theirs = mirrors()
    assert theirs.revision(*EVENT) == (1, 0)
    theirs.take(*EVENT, told(NUGUSE)[0], revision=(2, 0))
    mirror = mirrors().mirror(*EVENT)
    assert mirror is not None
    assert record(mirror, NEW_YORK) == ("nuguse",)


def test_a_mirror_that_cannot_be_read_is_as_none(mirrors: Callable[[], Mirrors], tmp_path: Path) -> None:
    mirrors().build(*EVENT, told(*ALL), revision=(4, 0))
    (marks,) = tmp_path.glob("book.mirror/*/arrays")
    marks.write_bytes(b"no arrays")
    assert mirrors().mirror(*EVENT) is None
    with pytest.raises(StoreError, match=r"no mirror of MILEsh, men in .* \(build it first\)"):
        mirrors().take(*EVENT, told(NUGUSE)[0], revision=(5, 0))


def test_an_event_may_be_called_anything(tmp_path: Path) -> None:
    mirrors = Mirrors(tmp_path)
    mirrors.build("../4x400 / mixed", Sex.MIXED, told(NUGUSE), revision=(1,))
    assert mirrors.revision("../4x400 / mixed", Sex.MIXED) == (1,)
    assert len(list(tmp_path.iterdir())) == 1


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="no mirror can be written"):
        Mirrors(tmp_path / "file").build(*EVENT, told(NUGUSE), revision=(1,))


def test_an_empty_event_has_an_empty_mirror(mirrors: Callable[[], Mirrors]) -> None:
    mirrors().build(*EVENT, [], revision=(0,))
    mine = mirrors()
    mine.take(*EVENT, told(NUGUSE)[0], revision=(1,))
    mirror = mine.mirror(*EVENT)
    assert mirror is not None
    assert record(mirror, LIEVIN) == ("nuguse",)
