"""Orders: one line each, the last one is all there is to know."""

import pytest

from pacelight.errors import DriverError, RaceError
from pacelight.lights.look.model import LIGHTS, WITH_LIGHTS, Look, Name
from pacelight.lights.loop.orders import (
    Dark,
    End,
    Fading,
    Lead,
    Leave,
    Order,
    Run,
    Several,
    Show,
    Stand,
    read,
    write,
)

BOTH = Several((Stand(), Run(7, 2), Dark()))


@pytest.mark.parametrize(
    ("order", "line"),
    [
        (Stand(), b"stand\n"),
        (Dark(), b"dark\n"),
        (End(), b"end\n"),
        (Leave(), b"leave\n"),
        (Lead(), b"lead\n"),
        (Run(1_234_567_890_123), b"run 1234567890123 1 1\n"),
        (Run(-5, 1, 2), b"run -5 1 2\n"),
        (BOTH, b"groups stand, run 7 2 1, dark\n"),
        (Several((Dark(),)), b"groups dark\n"),
        (Fading(Run(-5, 1, 2), 9), b"fade 9 run -5 1 2\n"),
        (
            Fading(Show(Look(Name.START, 190_656, 0, 1, 60, "#00ff00"), 5, BOTH), 7),
            b"fade 7 look start 5 190656 0 1 60 #00ff00 with groups stand, run 7 2 1, dark\n",
        ),
        (Show(Look(Name.FALSE_START), -3), b"look false-start -3 0 10000 0 120 #ff0000\n"),
        (
            Show(Look(Name.WALK, seconds=60, first=17, last=3, blinks=True), 5),
            b"look walk 5 0 10000 60 120 #ffffff 17 3 1\n",
        ),
        (
            Show(Look(Name.START, 190_656, 0, 1, 60, "#00ff00"), 5, Run(5)),
            b"look start 5 190656 0 1 60 #00ff00 with run 5 1 1\n",
        ),
        (
            Show(Look(Name.COUNTDOWN, seconds=10), 5, Stand()),
            b"look countdown 5 0 10000 10 120 #ffb000 with stand\n",
        ),
        (
            Show(Look(Name.AHEAD, length_mm=4_200), 5, BOTH),
            b"look ahead 5 0 4200 0 120 #ffffff with groups stand, run 7 2 1, dark\n",
        ),
    ],
)
def test_an_order_is_a_line_and_reads_back(order: Order, line: bytes) -> None:
    assert write(order) == line
    assert read(line[:-1]) == order


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"run",
        b"run 1 2",
        b"run one 1 1",
        b"run 1 1 0",
        b"stand here",
        b"end now",
        b"leave now",
        b"jump",
        b"fade",
        b"fade 7",
        b"fade 7 dark",
        b"fade 7 fade 7 stand",
        b"st\xc3\xa4nd",
        b"groups",
        b"groups stand,",
        b"groups end",
        b"look",
        b"look record 5",
        b"look glow 5 0 10000 0 120 #ffd700",
        b"look running 5 0 10000 0 120 #ffd700",
        b"look record 5 0 10000 0 120 gold",
        b"look record 5 0 10000 0 120 #ffd700 with",
        b"look record 5 0 10000 0 120 #ffd700 with dark",
        b"look chase 5 0 10000 0 120 #ffd700 with stand",
    ],
)
def test_what_is_no_order_is_refused(line: bytes) -> None:
    known = "it knows stand, run, hold, dark, groups, look, fade, repaint, end, lead and leave"
    with pytest.raises(DriverError, match=known):
        read(line)


def test_the_light_runs_at_its_rate_from_its_gun() -> None:
    half = Run(1000, 1, 2)
    assert [half.elapsed_ns(at) for at in (1000, 1001, 1002, 999)] == [0, 0, 1, -1]
    assert Run(0, 40).elapsed_ns(25_000_000) == 10**9


@pytest.mark.parametrize("name", [name for name in Name if name not in LIGHTS | WITH_LIGHTS])
def test_no_light_runs_beside_a_look_that_is_no_race(name: Name) -> None:
    with pytest.raises(
        RaceError, match=rf"no light runs beside the look '{name}' \(one may beside countdown,"
    ):
        Show(Look(name), 0, Run(0))


def test_to_tell_no_group_anything_is_refused() -> None:
    with pytest.raises(RaceError, match="no group is told anything"):
        Several(())


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 1), (-1, 1), (1, 0), (1, -1)])
def test_a_race_that_stands_still_or_runs_backwards_is_refused(numerator: int, denominator: int) -> None:
    with pytest.raises(RaceError, match=rf"no race runs {numerator}/{denominator} seconds a second"):
        Run(0, numerator, denominator)
