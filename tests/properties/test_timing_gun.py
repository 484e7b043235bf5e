"""The gun, by whatever is heard of it: late, twice, never, out of order, on clocks that drift."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pacelight.timing.gun import DAY_NS, DeviceClock, Guns
from pacelight.timing.gun.evidence import HAND_NS
from pacelight.timing.gun.stamps import DRIFT_PPM
from pacelight.timing.reading import ClockRead, ClockState, GunRead, Heard, Reading, Seen

MS = 1_000_000
S = 1000 * MS
GUN = 5_000 * S
ARMED = GUN - 60 * S

latencies = st.integers(0, 3 * S)
drifts = st.integers(-DRIFT_PPM, DRIFT_PPM)


def on_device(elapsed_ns: int, ppm: int) -> int:
    """How a clock that is wrong by so much counts that time, as a whole number of nanoseconds."""
    return elapsed_ns * (1_000_000 + ppm) // 1_000_000


@st.composite
def clocks(draw: st.DrawFn) -> list[Heard]:
    """The running time of a feed, shown to hundredths or thousandths, heard late."""
    ppm, step = draw(drifts), draw(st.sampled_from([MS, 10 * MS, 100 * MS]))
    heard = []
    for elapsed in draw(st.lists(st.integers(0, 600 * S), max_size=12)):
        shown = on_device(elapsed, ppm) // step * step
        at = GUN + elapsed + draw(latencies)
        heard.append(Heard(at, "feed", ClockRead(ClockState.RUNNING, shown, step)))
    return heard


@st.composite
def days(draw: st.DrawFn) -> list[Heard]:
    """A gun by time of day, perhaps round midnight, and passings on the same clock."""
    ppm, gun_of_day = draw(drifts), draw(st.integers(0, DAY_NS - 1))
    heard = [Heard(GUN + draw(latencies), "mats", GunRead("gun", gun_of_day))]
    for number, elapsed in enumerate(draw(st.lists(st.integers(-300 * S, 600 * S), max_size=8))):
        stamp = (gun_of_day + on_device(elapsed, ppm)) % DAY_NS
        heard.append(Heard(GUN + elapsed + draw(latencies), "mats", Seen(f"{number}", of_day_ns=stamp)))
    return heard


@st.composite
def contacts(draw: st.DrawFn) -> list[Heard]:
    within = draw(st.integers(0, 50 * MS))
    late = draw(st.integers(0, within))
    return [Heard(GUN + late, "contact", GunRead("contact", within_ns=within))] * draw(st.integers(0, 2))


hands = st.lists(st.integers(-HAND_NS, HAND_NS), max_size=2)


@st.composite
def evenings(draw: st.DrawFn) -> list[Heard | int]:
    """All of it, some lost, some twice, in any order; a number is a key pressed at the flash."""
    said: list[Heard | int] = [*draw(clocks()), *draw(days()), *draw(contacts())]
    said.append(Heard(GUN + draw(latencies), "feed", GunRead("feed")))
    said += [GUN + off for off in draw(hands)]
    again = draw(st.lists(st.sampled_from(said), max_size=4))
    kept = [one for one in said if draw(st.integers(0, 3))]
    return draw(st.permutations([*kept, *again]))


def told(guns: Guns, one: Heard | int) -> None:
    if isinstance(one, int):
        guns.press("lights", one)
    else:
        guns.hear(one)


@given(evenings())
def test_the_gun_is_never_outside_the_uncertainty_that_is_stated(evening: list[Heard | int]) -> None:
    guns = Guns(ARMED)
    for one in evening:
        told(guns, one)
        found = guns.estimate()
        if found is not None:
            assert found.first_ns is None or found.first_ns <= GUN
            assert found.last_ns >= GUN
            assert found.at_ns <= found.last_ns
            assert found.error_ns is None or abs(found.at_ns - GUN) <= found.error_ns


@given(evenings())
def test_more_witnesses_never_make_the_gun_later(evening: list[Heard | int]) -> None:
    guns = Guns(ARMED)
    before = None
    for one in evening:
        told(guns, one)
        found = guns.estimate()
        if before is not None and found is not None and not found.left_out:
            assert found.at_ns <= before.at_ns or (
                found.first_ns is not None and before.at_ns < found.first_ns
            )
        before = found


@given(evenings(), st.data())
def test_the_order_in_which_things_are_heard_does_not_matter(
    evening: list[Heard | int], data: st.DataObject
) -> None:
    one, other = Guns(ARMED), Guns(ARMED)
    for said in evening:
        told(one, said)
    for said in data.draw(st.permutations(evening)):
        told(other, said)
    assert one.estimate() == other.estimate()


@given(evenings(), st.integers(1, 100))
def test_what_is_of_an_earlier_race_moves_no_gun(evening: list[Heard | int], ago_s: int) -> None:
    old: list[Reading] = [GunRead("old"), ClockRead(ClockState.RUNNING, (ago_s + 61) * S)]
    with_old, without = Guns(ARMED), Guns(ARMED)
    for said in evening:
        told(without, said)
        told(with_old, said)
        told(with_old, Heard(ARMED - ago_s * S, "other", old[0]))
        told(with_old, Heard(GUN, "other", old[1]))
    mine, theirs = with_old.estimate(), without.estimate()
    assert (mine and mine.at_ns) == (theirs and theirs.at_ns)


BEFORE = st.lists(st.integers(200, 40_000), min_size=1, max_size=6, unique=True)
"""How many seconds ago the guns of the evening were."""


@given(BEFORE, st.integers(-60, 60), st.integers(0, DAY_NS - 1), st.integers(0, S), st.booleans())
def test_a_memory_of_old_guns_told_to_an_armed_race_fires_nothing_and_the_true_gun_does(
    ago_s: list[int], wrong_s: int, midnight: int, late_ns: int, at_once: bool
) -> None:
    guns, connected = Guns(ARMED), GUN - 10 * S
    guns.opened("mats", connected, (midnight - 10 * S) % DAY_NS)
    gun_of_day = midnight + wrong_s * S
    memory = [
        Heard(connected + n * MS, "mats", GunRead(f"{ago}", (gun_of_day - ago * S) % DAY_NS))
        for n, ago in enumerate(sorted(ago_s, reverse=True))
    ]
    true = Heard(GUN + late_ns, "mats", GunRead("true", gun_of_day % DAY_NS))
    if at_once:
        guns.learn(memory)
    for one in memory:
        guns.hear(one)
        assert guns.estimate() is None
    guns.hear(true)
    found = guns.estimate()
    assert found is not None
    assert (found.at_ns, found.starts) == (GUN + late_ns, True)


@given(st.integers(0, DAY_NS - 1), st.integers(0, DAY_NS - 1), st.integers(2 * S + 1, 60 * S))
def test_a_gun_that_comes_alone_after_a_pause_fires_whatever_its_clock_says(
    of_day: int, here: int, pause_ns: int
) -> None:
    guns = Guns(ARMED)
    guns.opened("mats", GUN - pause_ns, here)
    guns.hear(Heard(GUN, "mats", GunRead("true", of_day)))
    found = guns.estimate()
    assert found is not None
    assert (found.at_ns, found.starts) == (GUN, True)


@given(
    st.lists(st.tuples(st.integers(-300 * S, 600 * S), latencies), min_size=1),
    drifts,
    st.integers(0, DAY_NS - 1),
)
def test_a_clock_that_is_heard_is_never_later_than_it_is(
    stamps: list[tuple[int, int]], ppm: int, midnight: int
) -> None:
    clock = DeviceClock()
    for elapsed, late in stamps:
        clock.stamp(GUN + elapsed + late, (midnight + on_device(elapsed, ppm)) % DAY_NS)
    for elapsed, _ in stamps:
        latest = clock.at_latest((midnight + on_device(elapsed, ppm)) % DAY_NS)
        assert latest is not None
        assert latest >= GUN + elapsed - 2  # what it shows and what that means are each rounded


@given(clocks(), st.sampled_from([Fraction(2), Fraction(10), Fraction(1, 2)]))
def test_a_race_that_is_played_faster_has_its_gun_at_the_same_instant(
    said: list[Heard], rate: Fraction
) -> None:
    guns = Guns(ARMED, rate)
    for one in said:
        assert isinstance(one.reading, ClockRead)
        running = one.reading.running_ns or 0
        guns.hear(Heard(GUN + int(running / rate) + 1, one.source, one.reading))
    found = guns.estimate()
    assert found is None or 0 <= found.at_ns - GUN <= 2 + 600 * S * DRIFT_PPM // 1_000_000 * 4
