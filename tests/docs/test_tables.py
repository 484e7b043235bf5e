"""The tables of the reference pages say what the program says: printed here, they are to be copied there."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from pacelight.distance import MILE, Distance
from pacelight.event import EVENTS, Discipline, Event, Level, Wind
from pacelight.measure import Unit
from pacelight.nation import _TABLE as NATION_TABLE
from pacelight.nation import AREAS, NATIONS
from pacelight.track import TRACKS, Circuit, Oval, track
from pacelight.track.lanes import Manner, lane_starts

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"

Rows = Callable[[], Iterator[Iterable[object]]]


def table(*rows: Iterable[object]) -> str:
    """Rows of a Markdown table, the first its header."""
    header, *rest = [[str(cell) for cell in row] for row in rows]
    lines = [header, ["---"] * len(header), *rest]
    return "\n".join(f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines)


def world_list(one: Event) -> str:
    """`best; record from 1987-01-01`: what the first of the world list is called."""
    periods = [period for period in one.periods if period.level is Level.WR]
    if not periods:
        return "record"
    return "; ".join(f"{one.kind}{f' from {one.since}' if one.since else ''}" for one in periods)


def marked_to(one: Event) -> str:
    if one.unit is Unit.POINTS:
        return "points"
    if one.unit is Unit.LENGTH:
        return {0: "1 m", 2: "0.01 m"}[one.precision]
    return {0: "1 s", 1: "0.1 s", 2: "0.01 s"}[one.precision]


def classes(one: Event) -> str:
    """`men (7260 g), women (4000 g)`: who contests it, over what height, with what weight."""
    told = []
    for sex in one.sexes:
        height, grams = one.height_mm.of(sex), one.weight_g.of(sex)
        figure = f" ({height} mm)" if height else f" ({grams} g)" if grams else ""
        told.append(f"{sex}{figure}")
    return ", ".join(told)


def events(*kinds: Discipline) -> Rows:
    """The table of the events of some kinds."""

    def rows() -> Iterator[Iterable[object]]:
        head = ("code", "name", "distance", "track", "for", "marked to", "wind", "also")
        yield (*head, "first of the world list")
        for one in EVENTS.values():
            if one.discipline in kinds:
                wind = "" if one.wind is Wind.NONE else one.wind
                also = ", ".join(one.names)
                where = (one.distance or "", one.track, classes(one), marked_to(one), wind)
                yield (f"`{one.code}`", one.name, *where, also, world_list(one))

    return rows


def ages() -> Iterator[Iterable[object]]:
    yield ("event", "age group", "contests", "")
    for one in EVENTS.values():
        for age in one.ages:
            for sex in one.sexes:
                name = f"`{one.senior}` {sex}"
                yield name, age, f"`{one.code}`", one.name


def areas() -> Iterator[Iterable[object]]:
    members = Counter(one.area for one in NATIONS.values() if one.member)
    yield ("area", "", "members")
    for code, name in AREAS.items():
        yield f"`{code}`", name, members[code]
    yield "", "together", sum(members.values())


def former() -> Iterator[Iterable[object]]:
    yield ("code", "", "counted for", "from", "until", "followed by")
    for one in NATIONS.values():
        if one.until:
            followers = " ".join(f"`{code}`" for code in one.successors)
            yield f"`{one.code}`", one.name, f"`{one.area}`", one.since or "", one.until, followers


def since() -> Iterator[Iterable[object]]:
    yield ("code", "", "from")
    for one in NATIONS.values():
        if one.since and not one.until:
            yield f"`{one.code}`", one.name, one.since


def away() -> Iterator[Iterable[object]]:
    yield ("code", "", "first day", "last day")
    for one in NATIONS.values():
        if one.absent:
            yield f"`{one.code}`", one.name, *one.absent


def spelt() -> Iterator[Iterable[object]]:
    yield ("read as", "written elsewhere")
    for other, code in NATION_TABLE["spelt"].items():
        yield f"`{code}` {NATIONS[code].name}", f"`{other}`"


def tracks() -> Iterator[Iterable[object]]:
    yield ("name", "lap", "radius at the kerb", "bend", "straight", "kerb", "")
    for one, oval in ((one, one.shape) for one in TRACKS.values() if isinstance(one.shape, Circuit)):
        lengths = (oval.radius_m, oval.bend, oval.straight_m, oval.kerb_lap)
        yield f"`{one.name}`", one.lap, *(f"{length:.3f}" for length in lengths), one.note


def straights() -> Iterator[Iterable[object]]:
    yield ("name", "length", "begins at", "ends at", "")
    for one in (one for one in TRACKS.values() if one.is_open):
        yield f"`{one.name}`", one.lap, f"{one.begins_m:.0f}", f"{one.ends_m:.0f}", one.note


def staggers() -> Iterator[Iterable[object]]:
    yield ("lane", *range(1, 9))
    for name in ("200", "400", "800", "1500", "10 km"):
        found = lane_starts(track("standard-400"), Distance.parse(name))
        yield name, *(f"{start.ahead_m:.2f}" for start in found[:8])
    group = [start for start in found if start.manner is Manner.GROUP]
    yield "10 km, second group", *[""] * 4, *(f"{start.ahead_m:.2f}" for start in group)


def lanes() -> Iterator[Iterable[object]]:
    oval = TRACKS["standard-400"].shape
    yield ("lane", *range(1, 9))
    yield ("measured lap", *(f"{oval.lap(lane):.3f}" for lane in range(1, 9)))


def starts() -> Iterator[Iterable[object]]:
    yield ("race", "on 400 m", "start", "on 200 m", "start")
    for name in ("800", "1500", "mile", "2000", "3000", "2 miles", "5000", "10 km"):
        distance = Distance.parse(name)
        cells = []
        for on in (track("standard-400"), track("short-200")):
            laps, rest = divmod(distance.mm, on.lap.mm)
            cells += [f"{laps}{f' + {Distance(rest)}' if rest else ''}", f"{on.start(distance):.3f}"]
        yield f"{name} m" if name.isdigit() else name, *cells


def ovals() -> Iterator[Iterable[object]]:
    yield ("radius at the kerb", "straight of a 400 m lap")
    for radius in (35.0, 36.5, 37.898, 38.0):
        yield f"{radius:.3f}", f"{Oval.of_lap(400, radius).straight_m:.3f}"


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        ("events-and-nations.md", events(Discipline.RUN)),
        ("events-and-nations.md", events(Discipline.HURDLES, Discipline.STEEPLECHASE)),
        ("events-and-nations.md", events(Discipline.RELAY)),
        ("events-and-nations.md", events(Discipline.WALK)),
        ("events-and-nations.md", events(Discipline.JUMP, Discipline.THROW)),
        ("events-and-nations.md", events(Discipline.COMBINED)),
        ("events-and-nations.md", ages),
        ("events-and-nations.md", areas),
        ("events-and-nations.md", former),
        ("events-and-nations.md", since),
        ("events-and-nations.md", away),
        ("events-and-nations.md", spelt),
        ("geometry.md", tracks),
        ("geometry.md", straights),
        ("geometry.md", staggers),
        ("geometry.md", lanes),
        ("geometry.md", starts),
        ("geometry.md", ovals),
    ],
    ids=[
        *("runs", "barriers", "relays", "walks", "field", "combined", "ages"),
        *(
            "areas",
            "former",
            "since",
            "away",
            "spelt",
            "tracks",
            "straights",
            "staggers",
            "lanes",
            "starts",
            "ovals",
        ),
    ],
)
def test_a_table_of_the_reference_is_what_the_program_says(page: str, rows: Rows) -> None:
    expected = table(*rows())
    text = (REFERENCE / page).read_text(encoding="utf-8")
    assert expected in text, f"docs/reference/{page} needs this table:\n\n{expected}\n"


def test_the_figures_in_the_prose_of_the_geometry_page_are_computed_ones() -> None:
    text = (REFERENCE / "geometry.md").read_text(encoding="utf-8")
    oval = TRACKS["standard-400"].shape
    to_go = Distance(MILE.mm - 1_500_000)
    for figure in (
        f"{oval.lap():.4f} m",
        f"{oval.kerb_lap:.4f} m",
        f"{to_go} before the finish",
        f"{track('standard-400').start(to_go)} m on a 400 m lap",
        f"{track('short-200').start(to_go)} m on a 200 m lap",
    ):
        assert figure in text
