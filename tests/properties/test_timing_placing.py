"""What stands in the end does not depend on how it was heard: cut, twice, late, in any order."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.timing import Passing, SplitTable, Verdict
from pacelight.timing.passing import Method
from pacelight.timing.placing import (
    FINISH_LINE,
    Entrant,
    GunAt,
    Placed,
    Placement,
    Placing,
    Point,
    PutBack,
    Restated,
    StartList,
    TakenBack,
    Way,
)
from pacelight.timing.reading import Corrected, GunRead, Heard, Seen

MS = 1_000_000
S = 1000 * MS
GUN = 1000 * S
NOON = 43_200 * S
BIBS = ("1", "2")
FIELD = StartList(tuple(Entrant(bib, str(int(bib) + 4), (f"C{bib}", f"D{bib}")) for bib in BIBS))

ways = st.sampled_from(
    [
        Way(
            Distance.parse("1609.344 m"),
            Distance.parse("200"),
            Distance.parse("9.344 m"),
            Elapsed.of_ms(225_140),
        ),
        Way(Distance.parse("1500"), Distance.parse("400"), Distance.parse("300"), Elapsed.of_ms(206_000)),
        Way(Distance.parse("3000"), Distance.parse("200"), Distance.parse("200"), Elapsed.of_ms(442_500)),
        Way(Distance.parse("5000"), Distance.parse("400"), Distance.parse("200"), Elapsed.of_ms(755_360)),
    ]
)


@st.composite
def runs(draw: st.DrawFn, way: Way, points: Sequence[Point]) -> dict[tuple[str, int], int]:
    """When each runner passes each point, nanoseconds since the gun: no pace and no lap is like another."""
    times = {}
    mms = sorted({mm for point in points for mm in way.passings(point)})
    for bib in BIBS:
        pace = draw(st.integers(100, 135))  # hundredths of that of the record
        ns, before = 0, 0
        for mm in mms:
            swing = draw(st.integers(92, 108))
            even = (mm - before) * (way.record.ns if way.record else 0) // way.distance.mm
            ns, before = ns + even * pace * swing // 10_000, mm
            times[bib, mm] = ns
    return times


def chips(times: dict[tuple[str, int], int], way: Way, points: Sequence[Point]) -> list[Heard]:
    """As a mat tells it: time of day of a chip, and no lap."""
    said = [Heard(GUN + 50 * MS, "mats", GunRead("gun", NOON))]
    for (bib, mm), ns in times.items():
        at = next(point for point in points if mm in way.passings(point))
        said += [
            Heard(
                GUN + ns + 100 * MS,
                "mats",
                Seen(
                    f"{bib}/{mm}",
                    chip=f"C{bib}",
                    of_day_ns=NOON + ns,
                    point=at.name,
                    method=Method.TRANSPONDER,
                ),
            )
        ]
    return said


class Stands:
    """What stands after all that was handed out."""

    def __init__(self) -> None:
        self.events: dict[str, Passing | Verdict] = {}
        self.gone: dict[str, Passing | Verdict] = {}

    def take(self, placements: Sequence[Placement]) -> None:
        for one in placements:
            match one:
                case Placed():
                    assert one.event.key not in self.events | self.gone
                    self.events[one.event.key] = one.event
                case Restated():
                    assert self.events[one.key] == one.before
                    assert one.before != one.event
                    self.events[one.key] = one.event
                case TakenBack():
                    self.gone[one.key] = self.events.pop(one.key)
                    assert self.gone[one.key] == one.before
                case PutBack():
                    assert self.gone.pop(one.event.key) == one.before
                    self.events[one.event.key] = one.event


def stands(way: Way, said: Sequence[Heard], points: Sequence[Point]) -> dict[str, Passing | Verdict]:
    placing, found = Placing(FIELD, way, points={"mats": points}), Stands()
    for heard in said:
        found.take(placing.take(heard, GunAt(GUN)))
    return found.events


POINTS = (FINISH_LINE, Point("half", 100_000))


@given(st.data(), ways)
def test_every_passing_is_counted_where_it_was(data: st.DataObject, way: Way) -> None:
    times = data.draw(runs(way, POINTS))
    found = stands(way, chips(times, way, POINTS), POINTS)
    passings = {
        (one.bib, one.distance.mm): one.elapsed.ns for one in found.values() if isinstance(one, Passing)
    }
    assert passings == times


@given(st.data(), ways)
def test_in_any_order_and_twice_the_same_stands(data: st.DataObject, way: Way) -> None:
    said = chips(data.draw(runs(way, POINTS)), way, POINTS)
    lost = data.draw(st.sets(st.sampled_from(range(1, len(said))), max_size=3))
    kept = [heard for number, heard in enumerate(said) if number not in lost]
    taken = data.draw(st.sets(st.sampled_from(range(1, len(said))), max_size=2))
    kept += [
        Heard(heard.at_ns + 1, "mats", Corrected(heard.reading.key))
        for heard in (said[n] for n in taken)
        if isinstance(heard.reading, Seen)
    ]
    again = data.draw(st.lists(st.sampled_from(kept), max_size=5))
    shuffled = data.draw(st.permutations([*kept, *again]))
    assert stands(way, shuffled, POINTS) == stands(way, kept, POINTS)


@given(st.data(), ways)
def test_one_read_that_is_missed_moves_no_other(data: st.DataObject, way: Way) -> None:
    points = (FINISH_LINE,)
    times = data.draw(runs(way, points))
    missed = data.draw(st.sampled_from(sorted(key for key in times if key[1] >= 50_000)))
    kept = {key: ns for key, ns in times.items() if key != missed}
    found = stands(way, chips(kept, way, points), points)
    assert {(one.bib, one.distance.mm) for one in found.values() if isinstance(one, Passing)} == set(kept)


@given(st.data(), ways)
def test_a_restart_anywhere_hands_out_nothing_twice_and_loses_nothing(data: st.DataObject, way: Way) -> None:
    said = chips(data.draw(runs(way, POINTS)), way, POINTS)
    cut = data.draw(st.integers(1, len(said)))
    resent = data.draw(st.integers(0, 3))
    placing, found = Placing(FIELD, way, points={"mats": POINTS}), Stands()
    for heard in said[:cut]:
        found.take(placing.take(heard, GunAt(GUN)))
    placing = Placing(FIELD, way, points={"mats": POINTS}, known=tuple(found.events.values()))
    for heard in (said[0], *said[max(1, cut - resent) :]):
        found.take(placing.take(heard, GunAt(GUN)))
    assert found.events == stands(way, said, POINTS)


@given(st.data(), ways, st.lists(st.integers(1, 900), min_size=1, max_size=6))
def test_reads_within_the_reach_of_an_antenna_are_one_passing(
    data: st.DataObject, way: Way, after_ms: list[int]
) -> None:
    points = (FINISH_LINE,)
    times = data.draw(runs(way, points))
    said = chips(times, way, points)
    for ms in after_ms:
        bib, mm = data.draw(st.sampled_from(sorted(times)))
        ns = times[bib, mm] + ms * MS
        again = Seen(f"{bib}/{mm}/{ms}", chip=f"D{bib}", of_day_ns=NOON + ns, method=Method.TRANSPONDER)
        said.append(Heard(GUN + ns + 100 * MS, "mats", again))
    assert stands(way, said, points) == stands(way, chips(times, way, points), points)


@given(st.data(), ways)
def test_the_rules_of_splits_take_all_that_is_handed_out(data: st.DataObject, way: Way) -> None:
    said = chips(data.draw(runs(way, POINTS)), way, POINTS)
    table = SplitTable(way.distance, way.lap)
    for event in stands(way, data.draw(st.permutations(said)), POINTS).values():
        assert isinstance(event, Passing)
        table.add(event)
    assert [split.bib for split in table.finishes] == [
        split.bib for split in sorted(table.finishes, key=lambda one: one.elapsed)
    ]
