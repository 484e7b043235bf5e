"""Laws of splits and results."""

from contextlib import suppress
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.timing import Method, Owner, Passing, Places, SplitTable, Status, rank

RACE = Distance.parse("3000")
LAP = Distance.parse("200")

segments = st.lists(st.integers(1, 60_000_000_000), min_size=1, max_size=30)


def runs(bib: str, pieces: list[int]) -> list[Passing]:
    return [
        Passing(bib, Distance(nth * 100_000), Elapsed(ns), Method.CELL, True, "cell", f"{bib}@{nth}")
        for nth, ns in enumerate(accumulate(pieces), start=1)
    ]


@given(segments, st.randoms(use_true_random=False))
def test_the_order_in_which_passings_come_changes_nothing(pieces: list[int], random: object) -> None:
    passings = runs("1", pieces)
    shuffled = list(passings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = SplitTable(RACE, LAP), SplitTable(RACE, LAP)
    for passing in passings:
        one.add(passing)
    for passing in shuffled + passings:
        two.add(passing)
    assert one.of("1") == two.of("1")


@given(segments)
def test_segments_add_up_to_the_time_and_laps_to_every_second_one(pieces: list[int]) -> None:
    table = SplitTable(RACE, LAP)
    for passing in runs("1", pieces):
        table.add(passing)
    splits = table.of("1")
    assert [split.segment.ns for split in splits] == pieces
    assert sum(split.segment.ns for split in splits) == splits[-1].elapsed.ns
    laps = [split.lap.ns for split in splits[1::2] if split.lap is not None]
    assert sum(laps) == sum(pieces[: len(pieces) // 2 * 2])


@given(segments, st.data())
def test_a_table_never_shows_a_split_that_decreases(pieces: list[int], data: st.DataObject) -> None:
    table = SplitTable(RACE, LAP)
    for nth in data.draw(st.permutations(range(1, len(pieces) + 1))):
        passing = Passing(
            "1", Distance(nth * 100_000), Elapsed(pieces[nth - 1]), Method.HAND, False, "x", str(nth)
        )
        with suppress(RaceError):
            table.add(passing)
    times = [split.elapsed for split in table.of("1")]
    assert times == sorted(set(times))


@given(st.lists(st.integers(200_000_000_000, 200_050_000_000), min_size=1, max_size=40))
def test_places_follow_the_times_and_equal_thousandths_alone_share_one(times: list[int]) -> None:
    finishes = [
        Passing(f"{nth:02d}", RACE, Elapsed(ns), Method.PHOTO, True, "photo", str(nth))
        for nth, ns in enumerate(times)
    ]
    results = rank(finishes)
    by_bib = {finish.bib: Mark.from_elapsed(finish.elapsed, 3).thousandths for finish in finishes}
    for result in results:
        faster = sum(other < by_bib[result.bib] for other in by_bib.values())
        assert result.place == faster + 1
    marks = [result.mark.thousandths for result in results if result.mark]
    assert marks == sorted(marks)


@given(st.integers(1, 10**12), st.sampled_from(Method))
def test_the_official_mark_never_makes_a_runner_faster(ns: int, method: Method) -> None:
    (result,) = rank([Passing("1", RACE, Elapsed(ns), method, True, "x", "k")])
    assert result.mark is not None
    step = 100 if method is Method.HAND else 10
    assert 0 <= result.mark.thousandths * 10**6 - ns < step * 10**6


some_times = st.dictionaries(st.sampled_from("abcdef"), st.integers(200_000_000_000, 200_005_000_000))
verdicts = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(Status), max_size=3)


def finishes_of(times: dict[str, int], *, official: bool = True) -> list[Passing]:
    return [
        Passing(bib, RACE, Elapsed(ns), Method.PHOTO, official, "photo", f"{bib}@{ns}")
        for bib, ns in sorted(times.items(), key=lambda one: (one[1], one[0]))
    ]


@given(st.lists(st.tuples(some_times, verdicts, st.booleans()), max_size=6))
def test_places_that_are_kept_are_those_of_all_finishes_anew(
    turns: list[tuple[dict[str, int], dict[str, Status], bool]],
) -> None:
    places = Places(2)
    for times, said, official in turns:
        finishes = finishes_of(times, official=official)
        assert places.rank(finishes, said) == rank(finishes, said)


def test_whoever_is_in_already_keeps_the_very_result() -> None:
    places = Places(2)
    finishes = finishes_of({"a": 200_000_000_000, "b": 201_000_000_000, "c": 202_000_000_000})
    first, second, _ = places.rank(finishes, {})
    again = places.rank([*finishes[:2], *finishes_of({"d": 201_500_000_000}), finishes[2]], {})
    assert again[0] is first
    assert again[1] is second
    assert [(one.bib, one.place) for one in again] == [("a", 1), ("b", 2), ("d", 3), ("c", 4)]


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 30), st.integers(1, 40), st.booleans())),
    st.sampled_from("ab"),
)
def test_a_table_that_forgot_a_runner_is_one_that_never_heard_of_him(
    seen: list[tuple[str, int, int, bool]], gone: str
) -> None:
    passings = [
        Passing(
            bib,
            Distance(at * 100_000),
            Elapsed(at * 14_000_000_000 + off * 10**9),
            Method.HAND,
            False,
            "x",
            str(nth),
            Owner.ATHLETE if own else Owner.PACER,
        )
        for nth, (bib, at, off, own) in enumerate(seen)
    ]
    table, other = SplitTable(RACE, LAP), SplitTable(RACE, LAP)
    for passing in passings:
        with suppress(RaceError):
            table.add(passing)
        if passing.bib != gone:
            with suppress(RaceError):
                other.add(passing)
    table.forget(gone)
    for one in (passing for passing in passings if passing.bib == gone):
        for both in (table, other):
            with suppress(RaceError):
                both.add(one)
    for bib in "ab":
        for owner in Owner:
            assert table.of(bib, owner) == other.of(bib, owner)
    assert table.finishes == other.finishes
    assert table.finishes == tuple(sorted(table.finishes, key=lambda finish: (finish.elapsed, finish.bib)))
    assert table.bibs == other.bibs
