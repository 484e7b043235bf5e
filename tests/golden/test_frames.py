"""Frames one can see. One file is one case: each line an instant, each character a lamp.

A lamp is ``.`` where dark, ``-`` up to a third, ``+`` up to two thirds, ``#`` above.
A failure shows the picture as it is drawn now; if that is meant, it goes into the file.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from pacelight.distance import MILE, Distance
from pacelight.lights.canvas.frame import Canvas, Frame, coverage, render
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.canvas.way import Way
from pacelight.mark import Elapsed, Mark
from pacelight.plan.makers import even, splits
from pacelight.track import Steeplechase, Survey, track

HERE = Path(__file__).parent
HALL = track("short-200")
START = HALL.start(MILE)
RECORD = even(MILE, Mark.parse("3:46.63"))
SECOND = 10**9
WIDTH = 50


def drawn(waves: list[Wave], lamps: int, elapsed_ns: int | None) -> str:
    """One character a lamp, by the brightest of its colours."""
    return characters(render(waves, Layout.of(Survey.even_kerb(HALL, lamps)), START, elapsed_ns))


def characters(frame: Frame) -> str:
    """One character a lamp, by the brightest of its colours."""
    return "".join(
        "." if not level else "-+#"[min(level // 86, 2)] for level in frame.reshape(-1, 3).max(axis=1)
    )


def oval() -> Iterator[str]:
    """A mile light round 48 lamps, a little more than a lap."""
    wave = Wave("WR", RECORD, "#ffffff", head_m=5.0, tail_m=8.0)
    for second in range(32):
        yield f"{second:>2} s  {drawn([wave], 48, second * SECOND)}"


def pair() -> Iterator[str]:
    """A light that passes another on the last lap but one, and is home before it."""
    late = splits(MILE, [(Distance(1_200_000), Elapsed.of_ms(172_000)), (MILE, Elapsed.of_ms(225_140))])
    waves = [Wave("WR", RECORD, "#ffffff", 4.0, 4.0), Wave("PB", late, "#808080", 4.0, 4.0)]
    for second in range(160, 230, 2):
        yield f"{second:>3} s  {drawn(waves, 48, second * SECOND)}"


def lievin() -> Iterator[str]:
    """The light of Liévin on its 200 lamps; the finish line is before the first."""
    wave = Wave("WR", RECORD)
    fifteen = 226_630_000_000 * 1_500_000 // 1_609_344
    for name, elapsed in (
        ("before the gun", None),
        ("the gun", 0),
        ("one second", SECOND),
        ("1500 m", fifteen),
        ("the finish, 3:46.63", 226_630_000_000),
        ("a nanosecond after it", 226_630_000_001),
    ):
        line = drawn([wave], 200, elapsed)
        yield f"{name}:"
        yield from (f"  lamp {at:>3}  {line[at : at + WIDTH]}" for at in range(0, 200, WIDTH))


def patterns() -> Iterator[str]:
    """The four patterns, eight times a second."""
    for pattern in Pattern:
        wave = Wave("WR", RECORD, "#ffffff", 8.0, 16.0, pattern, dash_m=8.0)
        yield f"{pattern}:"
        for eighth in range(9):
            yield f"  {eighth / 8:.3f} s  {drawn([wave], 100, 4 * SECOND + eighth * SECOND // 8)}"


def straight() -> Iterator[str]:
    """A 100 m light: in at the start, out at its end, and no tail of it at the other one."""
    survey = Survey.even_kerb(track("straight-110"), 66)
    wave = Wave("WR", even(Distance(100_000), Mark.parse("9.58")), "#ffffff", 4.0, 12.0)
    for half in (*range(-1, 20), 19.16, 19.2):
        elapsed = int(half * SECOND / 2)
        frame = render([wave], Layout.of(survey), -100.0, elapsed)
        yield f"{half / 2:>4} s  {characters(frame)}"


def steeple() -> Iterator[str]:
    """Two laps of a steeplechase; where the lamps have nobody beside them it says so."""
    on = Steeplechase(track("standard-400"), Distance(396_084), 205.0, 310.0)
    race, layout = Distance(3_000_000), Layout.of(Survey.even_kerb(on.track, 80))
    plan = even(race, Mark.parse("7:53.63"))
    wave = Wave("WR", plan, "#ffffff", 10.0, 10.0)
    canvas = Canvas([wave], layout, on.start(race), way=Way.of(on.way(race).tolist()))
    for second in range(30, 170, 4):
        _, beside = on.place([float(plan.distance_at(second))], race)
        line = characters(canvas.paint(second * SECOND))
        yield f"{second:>3} s  {line}{'' if beside[0] else '  through the water'}"


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("patterns", patterns),
        ("oval", oval),
        ("pair", pair),
        ("lievin", lievin),
        ("straight", straight),
        ("steeple", steeple),
    ],
)
def test_the_picture_is_the_one_in_the_file(name: str, picture: object) -> None:
    now = "\n".join(picture()) + "\n"  # type: ignore[operator]
    assert now == (HERE / f"{name}.txt").read_text(encoding="ascii"), f"\n{now}"


def test_the_page_is_held_to_the_same_shares_as_the_lamps() -> None:
    """``frontend/tests/plan.test.ts`` reads this file too: the page shows exactly what the lamps show."""
    for case in json.loads((HERE / "shares.json").read_text(encoding="ascii")):
        layout = Layout.of(Survey(HALL, np.array(case["lamps"])))
        wave = Wave("W", RECORD, "#ffffff", case["head_m"], case["tail_m"])
        shares = coverage(wave, layout, case["place"], None)
        assert np.allclose(shares, case["shares"], rtol=0, atol=1e-9)
