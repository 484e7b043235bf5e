"""Each contract of the architecture is kept, and breaks when it is broken."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

FLOORS = "Each floor knows only the floors below it"
BOOK = "In the book, who asks knows what is kept, and neither is known to what a record is"
LIGHTS = "Of the lights, what is painted knows nothing of how it is sent, nor that of when"
TIMING = "Of timing, who listens knows what is said, and who places it knows nothing of how it came"
MEET = "At a meet, who runs the race knows what is shown, that what is known, that what is written down"
PURE = "The pure heart touches neither clock, chance, disk nor network"

FORBIDDEN = (
    (FLOORS, "errors.py", "pacelight.mark"),
    (FLOORS, "mark.py", "pacelight.event"),
    (FLOORS, "distance.py", "pacelight.mark"),
    (FLOORS, "speech.py", "pacelight.web.words.speaker"),
    (FLOORS, "event/table.py", "pacelight.nation"),
    (FLOORS, "book/model.py", "pacelight.plan.model"),
    (FLOORS, "plan/makers.py", "pacelight.timing.splits"),
    (FLOORS, "timing/results.py", "pacelight.records.detect"),
    (FLOORS, "records/detect.py", "pacelight.lights.canvas.wave"),
    (FLOORS, "lights/canvas/wave.py", "pacelight.meet.race"),
    (FLOORS, "meet/engine/engine.py", "pacelight.web"),
    (FLOORS, "sheets/check_sheet.py", "pacelight.web"),
    (FLOORS, "web/__init__.py", "pacelight.cli"),
    (BOOK, "book/store/store.py", "pacelight.book.keeping.keeping"),
    (BOOK, "book/keeping/hands.py", "pacelight.book.asking.lists"),
    (BOOK, "book/mirror/told.py", "pacelight.book.store.store"),
    (BOOK, "book/fold.py", "pacelight.book.history"),
    (BOOK, "book/rules.py", "pacelight.book.engine.port"),
    (LIGHTS, "lights/canvas/frame.py", "pacelight.lights.wire.rows"),
    (LIGHTS, "lights/look/model.py", "pacelight.lights.loop.orders"),
    (LIGHTS, "lights/wire/rows.py", "pacelight.lights.drivers.port"),
    (LIGHTS, "lights/drivers/port.py", "pacelight.lights.loop.tally"),
    (TIMING, "timing/placing/placing.py", "pacelight.timing.sources.tcp"),
    (TIMING, "timing/sources/tcp.py", "pacelight.timing.simulators.player"),
    (TIMING, "timing/formats/omega.py", "pacelight.timing.placing.way"),
    (TIMING, "timing/reading.py", "pacelight.timing.formats.omega"),
    (MEET, "meet/bus/client.py", "pacelight.meet.desk.requests"),
    (MEET, "meet/live/live.py", "pacelight.meet.desk.decide"),
    (MEET, "meet/desk/decide.py", "pacelight.meet.intake.finish"),
    (MEET, "meet/show/looks.py", "pacelight.meet.engine.engine"),
    *(
        (PURE, "lights/canvas/frame.py", world)
        for world in ("socket", "asyncio", "threading", "sqlite3", "time", "random", "os")
    ),
)
"""By contract, a file and what it may not import."""


def copy(folder: Path) -> Path:
    """A copy of the package, to which a forbidden import may be added."""
    shutil.copytree(
        ROOT / "src" / "pacelight",
        folder / "pacelight",
        ignore=shutil.ignore_patterns("static", "__pycache__", "*.so", "starter"),
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    )


def module(file: str) -> str:
    return "pacelight." + file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str]]]:
    """What is found where all that is forbidden is imported at once: by contract, who imports what."""
    folder = copy(tmp_path_factory.mktemp("broken"))
    for _, file, forbidden in FORBIDDEN:
        with (folder / "pacelight" / file).open("a") as text:
            text.write(f"\nimport {forbidden}\n")
    result = lint(folder)
    assert result.returncode == 1
    told = result.stdout.partition("Broken contracts\n")[2]
    sections = re.split(r"^(\S.*)\n-+\n", told, flags=re.MULTILINE)[1:]
    return {
        contract: set(re.findall(r"^(?:-| )  *(\S+) -> (\S+) \(l\.\d+\)", found, re.MULTILINE))
        for contract, found in zip(sections[::2], sections[1::2], strict=True)
    }


def test_the_house_as_it_stands_keeps_every_contract(tmp_path: Path) -> None:
    result = lint(copy(tmp_path))
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("contract", "file", "forbidden"), FORBIDDEN)
def test_an_import_upwards_sideways_or_of_the_world_breaks_the_build(
    broken: dict[str, set[tuple[str, str]]], contract: str, file: str, forbidden: str
) -> None:
    assert (module(file), forbidden) in broken[contract]


def test_a_stray_room_breaks_the_build(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "pacelight" / "utils.py").write_text('"""Nothing belongs here."""\n')
    result = lint(folder)
    assert result.returncode == 1
    assert "utils" in result.stdout
