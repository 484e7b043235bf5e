"""Segments on controllers: where their lamps stand, and every way in which they cannot be."""

import re
from pathlib import Path

import numpy as np
import pytest

from pacelight.errors import SurveyError
from pacelight.track import Survey, track
from pacelight.track.survey.laying import Row
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Gap, Point, Segment, Wiring

STANDARD = track("standard-400")
MISSING = float("nan")


def row(first: int, last: int, from_m: float, to_m: float, **more: object) -> Segment:
    """A segment whose ends were measured."""
    points = (Point(first, from_m), Point(last, to_m))
    return Segment(first, last - first + 1, **({"points": points} | more))  # type: ignore[arg-type]


def known(count: int, *points: tuple[int, float], **more: object) -> Segment:
    """A segment of which some lamps were measured."""
    return Segment(0, count, points=tuple(Point(*point) for point in points), **more)  # type: ignore[arg-type]


A, B = row(0, 199, 0.0, 99.5), row(200, 399, 100.0, 199.5)
C, D = row(0, 199, 200.0, 299.5), row(200, 399, 300.0, 399.5)
NORTH = Wiring("north", segments=(A, B))


def faults(*wirings: Wiring) -> list[str]:
    return list(Rail(STANDARD, wirings).faults)


def south(*segments: Segment, lamps: int | None = None) -> Wiring:
    return Wiring("south", lamps=lamps, segments=segments)


def test_a_survey_without_faults_has_none() -> None:
    assert faults(NORTH, south(C, D)) == []


FAULTY: list[tuple[list[Wiring], list[str]]] = [
    (
        [NORTH, south(row(0, 190, 200.0, 295.0, gaps=(Gap(190, 9.0),)), D)],
        [
            (
                "a gap of 9.000 m after lamp 190 of controller south, segment 1 at 295.000 m, "
                "but lamp 200 of controller south, segment 2 stands 4.959 m further on"
            )
        ],
    ),
    (
        [NORTH, south(C, row(210, 409, 399.5, 304.5, against=True, gaps=(Gap(409, 9.0),)))],
        [
            (
                "a gap of 9.000 m before lamp 409 of controller south, segment 2 at 304.500 m, "
                "but lamp 199 of controller south, segment 1 stands 4.959 m further back"
            )
        ],
    ),
    (
        [Wiring("north", segments=(A,)), south(C, D)],
        [
            (
                "a hole of 100.500 m after lamp 199 of controller north, segment 1, from 99.500 m "
                "to 200.000 m, where lamp 0 of controller south, segment 1 stands"
            )
        ],
    ),
    (
        [NORTH, south(row(0, 179, 200.0, 289.5, gaps=(Gap(179, 5.0),)), D)],
        [
            (
                "a hole of 10.500 m after lamp 179 of controller south, segment 1, from 289.500 "
                "m to 300.000 m, "
                "where lamp 200 of controller south, segment 2 stands (5.000 m of it are told as a gap)"
            )
        ],
    ),
    (
        [Wiring("north", segments=(A, row(200, 401, 98.8, 199.5))), south(C, D)],
        ["controller north, segment 1 and controller north, segment 2 overlap from 98.800 m to 99.500 m"],
    ),
    (
        [NORTH, south(C, row(200, 401, 300.0, 0.3))],
        ["controller north, segment 1 and controller south, segment 2 overlap from 0.000 m to 0.300 m"],
    ),
    (
        [NORTH, south(C, D), Wiring("east", segments=(A,))],
        [
            (
                "lamp 0 of controller north, segment 1 and lamp 0 of controller east, segment 1 stand "
                "at one place, 0.000 m (and 199 more of their lamps)"
            )
        ],
    ),
    (
        [Wiring("north", segments=(A, row(190, 389, 100.0, 199.5))), south(C, D)],
        ["controller north: lamps 190 to 199 are in segment 1 and in segment 2"],
    ),
    (
        [Wiring("north", lamps=300, segments=(A, B)), south(C, D)],
        ["controller north, segment 2: its last lamp is 399, but the controller has 300 (0 to 299)"],
    ),
    (
        [NORTH, south(row(0, 199, 299.5, 200.0), D)],
        [
            (
                "controller south, segment 1: its lamps are numbered against the running direction, "
                'from 299.500 m to 200.000 m (write direction = "against")'
            )
        ],
    ),
    (
        [NORTH, south(known(200, (0, 299.5), (100, 249.5), (199, 200.0)), D)],
        [
            (
                "controller south, segment 1: its lamps are numbered against the running direction, "
                'from 299.500 m to 200.000 m (write direction = "against")'
            )
        ],
    ),
    (
        [NORTH, south(row(0, 199, 200.0, 299.5, against=True), D)],
        [
            (
                "controller south, segment 1: its lamps are numbered with the running direction, "
                'from 200.000 m to 299.500 m (write direction = "with")'
            )
        ],
    ),
    (
        [NORTH, south(known(200, (0, 200.0), (100, 253.5), (199, 299.5)), D)],
        [
            (
                "controller south, segment 1: lamp 100 at 253.500 m and lamp 199 at 299.500 m: "
                "the lamps between "
                "them would stand 46.1 cm apart, others 53.1 cm (one of the two is wrong, or a "
                "gap is not told)"
            )
        ],
    ),
    (
        [NORTH, south(known(200, (0, 200.0), (100, 280.0), (120, 260.0), (199, 299.5)), D)],
        ["controller south, segment 1: lamp 120 at 260.000 m does not stand beyond lamp 100 at 280.000 m"],
    ),
    (
        [NORTH, south(known(200, (0, 200.0), (300, 250.0), (199, 499.5)), D)],
        [
            "controller south, segment 1: a known point, lamp 300 at 250.000 m: there are lamps 0 to 199",
            (
                "controller south, segment 1: a known point, lamp 199 at 499.500 m, "
                "is outside the lap of 400 m"
            ),
        ],
    ),
    (
        [NORTH, south(Segment(0, 200, points=(Point(0, MISSING, "tangent 9"),)), D)],
        [
            (
                "controller south, segment 1: lamp 0 at 'tangent 9': standard-400 has no such mark "
                "(there are finish, 100 m, tangent 1, start of 1500 m)"
            )
        ],
    ),
    (
        [NORTH, south(known(200, (0, 200.0), (0, 201.0), (5, 201.0)), D)],
        [
            "controller south, segment 1: lamp 0 is at 200.000 m and at 201.000 m",
            "controller south, segment 1: lamps 0 and 5 stand at one place, 201.000 m",
        ],
    ),
    (
        [NORTH, south(known(200), D)],
        ["controller south, segment 1: no lamp of it was measured (give at least one known point)"],
    ),
    (
        [NORTH, south(known(200, (0, 200.0)), D)],
        [
            (
                "controller south, segment 1: one known point does not tell how far apart its "
                "lamps stand "
                "(give another, or apart)"
            )
        ],
    ),
    (
        [NORTH, south(row(0, 199, 200.0, 299.5, apart=0.6), D)],
        [
            (
                "controller south, segment 1: lamp 0 at 200.000 m and lamp 199 at 299.500 m: the "
                "lamps between "
                "them would stand 49.6 cm apart, others 60.0 cm (one of the two is wrong, or a "
                "gap is not told)"
            )
        ],
    ),
    (
        [
            NORTH,
            south(
                row(
                    0,
                    199,
                    200.0,
                    299.5,
                    dead=(4, 999),
                    gaps=(Gap(50, 1), Gap(50, 1), Gap(400, 1), Gap(3, -1)),
                ),
                D,
            ),
        ],
        [
            "controller south, segment 1: dead 999: there are lamps 0 to 199",
            "controller south, segment 1: a gap after lamp 400: there are lamps 0 to 199",
            "controller south, segment 1: a gap of -1.000 m after lamp 3 (a gap has some metres)",
            "controller south, segment 1: 2 gaps after lamp 50 (add them up to one)",
        ],
    ),
    (
        [NORTH, south(row(0, 199, 200.0, 299.5, gaps=(Gap(50, 200.0),)), D)],
        [
            (
                "controller south, segment 1: its lamps would stand -51.2 cm apart, as on no strip "
                "(a known point, a gap or the count is wrong)"
            )
        ],
    ),
    (
        [NORTH, south(Segment(0, 2, points=(Point(0, 200.0), Point(1, 203.0)), gaps=(Gap(0, 1.0),)), D)],
        [
            (
                "controller south, segment 1: lamp 0 at 200.000 m and lamp 1 at 203.000 m: "
                "2.976 m of kerb, but gaps of 1.000 m"
            )
        ],
    ),
    (
        [NORTH, south(known(200, (0, 200.0), (20, 210.0), (199, 299.5), gaps=(Gap(5, 30.0),)), D)],
        [
            (
                "controller south, segment 1: lamp 0 at 200.000 m and lamp 20 at 210.000 m: "
                "the gaps between them are longer than 9.919 m of kerb"
            )
        ],
    ),
    (
        [Wiring("all", segments=(known(500, (0, 0.0), apart=1.0),))],
        ["controller all, segment 1: its lamps are longer than the lap of 400 m, one every 1.000 m"],
    ),
    (
        [
            Wiring("north", "ddp://10.0.0.11", segments=(A, B)),
            Wiring("south", "ddp://10.0.0.11", segments=(C,)),
            Wiring(" "),
            Wiring("south", segments=(D,)),
        ],
        [
            "controller 3 has no name",
            "2 controllers are called south",
            "controllers north and south are sent to one address, ddp://10.0.0.11",
            "controller 3 has no segments (leave it out, or say what hangs on it)",
        ],
    ),
    ([], ["a survey has 2 to 1,000,000 lamps, not 0"]),
    (
        [Wiring("n", lamps=0, segments=(Segment(-1, 0), Segment(0, 10**9)))],
        [
            "controller n: a controller has 1 to 1,000,000 lamps, not 0",
            "controller n, segment 1: its first lamp has the number -1 (lamps are numbered from 0)",
            "controller n, segment 1: count is 1 or more, not 0",
            "controller n, segment 2: its last lamp is 999,999,999 (a controller has lamps 0 to 999,999)",
        ],
    ),
    (  # all of them, not the first
        [
            Wiring("north", lamps=300, segments=(A, row(190, 389, 98.0, 199.5))),
            south(row(0, 199, 299.5, 200.0), D, A),
        ],
        [
            "controller north: lamps 190 to 199 are in segment 1 and in segment 2",
            "controller south: lamps 0 to 199 are in segment 1 and in segment 3",
            "controller north, segment 2: its last lamp is 389, but the controller has 300 (0 to 299)",
            (
                "controller south, segment 1: its lamps are numbered against the running direction, "
                'from 299.500 m to 200.000 m (write direction = "against")'
            ),
            (
                "lamp 0 of controller north, segment 1 and lamp 0 of controller south, segment 3 stand "
                "at one place, 0.000 m (and 199 more of their lamps)"
            ),
        ],
    ),
]
"""Surveys, and all that is told of them."""


@pytest.mark.parametrize(("wirings", "told"), FAULTY)
def test_every_fault_is_told_with_controller_segment_and_metres(
    wirings: list[Wiring], told: list[str]
) -> None:
    assert faults(*wirings) == told


def test_the_documentation_says_what_is_told() -> None:
    page = (Path(__file__).parents[4] / "docs" / "reference" / "survey-file.md").read_text("utf-8")
    table = page.partition("Of controllers and segments")[2].partition("## JSON")[0]
    shown = re.findall(r"^\| [^|]+ \| `(.+)` \|$", table, re.MULTILINE)
    told = [fault for _, faults in FAULTY for fault in faults]
    assert len(shown) == 14
    assert [one for one in shown if not any(fault.endswith(one) for fault in told)] == []


@pytest.mark.parametrize(
    "segments",
    [
        (C, D),
        (D, C),
        (row(0, 199, 299.5, 200.0, against=True), D),
        (row(0, 190, 200.0, 295.0, gaps=(Gap(190, 4.6),)), D),  # the kerb is open at the water jump
        (C, row(190, 389, 304.5, 399.5, gaps=(Gap(189, 5.0),))),  # told at the other end
        (row(0, 190, 295.0, 200.0, against=True, gaps=(Gap(-1, 5.0),)), D),
        (known(1, (0, 200.0)), row(1, 199, 200.5, 299.5), D),
        (row(0, 99, 200.0, 299.0), row(100, 199, 200.5, 299.5), D),  # lamp between lamp
        (known(200, (0, 200.0), apart=0.4975), D),
        (known(200, (0, 199.5), (199, 299.0), offset=0.5), D),
        (known(200, (0, 200.0), (199, 299.5), dead=(0, 199)), D),
    ],
)
def test_what_people_hang_up_is_no_fault(segments: tuple[Segment, ...]) -> None:
    wirings = (NORTH, south(*segments[:-1]), Wiring("east", segments=segments[-1:]))
    assert faults(*wirings) == []


def test_simulations_are_at_no_address_and_may_be_had_twice() -> None:
    north, south = (Wiring(name, "sim://", segments=hung) for name, hung in (("n", (A, B)), ("s", (C, D))))
    assert faults(north, south) == []


def test_more_segments_than_can_be_compared_are_refused() -> None:
    boxes = tuple(known(1, (0, 0.0)) for _ in range(2001))
    assert faults(Wiring("all", segments=boxes)) == ["a survey has 2,000 segments at most, not 2,001"]


def test_every_lamp_may_be_a_segment_of_its_own() -> None:
    boxes = [row(nth, nth, nth * 0.5, nth * 0.5) for nth in range(800)]
    single = tuple(Segment(one.first, 1, points=one.points[:1]) for one in boxes)
    assert faults(Wiring("all", segments=single)) == []
    missing = faults(Wiring("all", segments=single[:300] + single[302:]))
    assert [fault.partition(" after ")[0] for fault in missing] == ["a hole of 1.500 m"]


def test_lamps_lie_evenly_on_both_sides_of_a_gap() -> None:
    one = row(10, 209, 200.0, 301.0, gaps=(Gap(59, 1.7),))
    steps = np.diff(STANDARD.kerb_at(Row(STANDARD, one).metres))
    assert steps[49] == pytest.approx(1.7, abs=1e-9)
    assert np.delete(steps, 49) == pytest.approx(np.full(198, Row(STANDARD, one).apart), abs=1e-9)


def test_lamps_before_the_first_and_after_the_last_known_one_are_as_far_apart() -> None:
    one = known(100, (30, 120.0), (60, 135.0))
    steps = np.diff(STANDARD.kerb_at(Row(STANDARD, one).metres))
    assert steps == pytest.approx(np.full(99, Row(STANDARD, one).apart), abs=1e-9)


def test_a_segment_runs_across_the_finish() -> None:
    metres = Row(STANDARD, row(0, 10, 395.0, 5.0)).metres
    assert (metres[0], metres[5], metres[10]) == (395.0, pytest.approx(399.98, abs=0.01), 5.0)
    assert (np.diff(np.mod(metres + 100, 400)) > 0).all()


def test_an_offset_moves_every_lamp_in_running_direction() -> None:
    plain, moved = (Row(STANDARD, row(0, 20, 250.0, 240.0, against=True, offset=by)) for by in (0.0, 0.35))
    assert moved.metres - plain.metres == pytest.approx(np.full(21, 0.35), abs=1e-9)
    assert moved.metres[0] == pytest.approx(250.35)


def test_a_survey_of_controllers_with_faults_cannot_be() -> None:
    with pytest.raises(SurveyError) as refused:
        Survey.of(Rail(STANDARD, (NORTH, south(C, lamps=100))))
    assert str(refused.value) == (
        "survey of standard-400: controller south, segment 1: its last lamp is 199, but the controller "
        "has 100 (0 to 99)"
    )


def test_a_straight_has_two_ends_and_neither_comes_round() -> None:
    straight = track("straight-110")
    rail = Wiring("rail", segments=(known(111, (0, -100.0), apart=1.0),))
    assert list(Rail(straight, (rail,)).faults) == []
    long = Wiring("rail", segments=(known(120, (0, -100.0), apart=1.0, gaps=(Gap(119, 9.0),)),))
    assert list(Rail(straight, (long,)).faults) == [
        (
            "controller rail, segment 1: lamp 118 at 18.000 m is outside the track from -113.000 m "
            "to 17.000 m "
            "(and 1 more of its lamps)"
        )
    ]
    back = Wiring("rail", segments=(known(111, (0, 10.0), (110, -100.0)),))
    assert list(Rail(straight, (back,)).faults) == [
        (
            "controller rail, segment 1: its lamps are numbered against the running direction, "
            'from 10.000 m to -100.000 m (write direction = "against")'
        )
    ]
