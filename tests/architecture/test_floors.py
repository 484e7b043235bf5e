"""Each contract of the architecture is kept, and breaks when it is broken."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, to which a forbidden import may be added."""
    shutil.copytree(
        ROOT / "src" / "pacelight",
        tmp_path / "pacelight",
        ignore=shutil.ignore_patterns("static", "__pycache__", "*.so", "starter"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_house_as_it_stands_keeps_every_contract(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("errors.py", "pacelight.mark"),
        ("mark.py", "pacelight.event"),
        ("distance.py", "pacelight.mark"),
        ("event/table.py", "pacelight.nation"),
        ("book/model.py", "pacelight.plan.model"),
        ("plan/makers.py", "pacelight.timing.splits"),
        ("timing/results.py", "pacelight.records.detect"),
        ("records/detect.py", "pacelight.lights.canvas.wave"),
        ("lights/canvas/wave.py", "pacelight.meet.race"),
        ("meet/engine/engine.py", "pacelight.web"),
        ("sheets/check_sheet.py", "pacelight.web"),
        ("web/__init__.py", "pacelight.cli"),
    ],
)
def test_an_import_upwards_or_sideways_breaks_the_build(copy: Path, module: str, forbidden: str) -> None:
    with (copy / "pacelight" / module).open("a") as file:
        file.write(f"\nimport {forbidden}\n")
    result = lint(copy)
    assert result.returncode == 1
    assert "Each floor knows only the floors below it BROKEN" in result.stdout


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("store/store.py", "pacelight.book.keeping.keeping"),
        ("keeping/hands.py", "pacelight.book.asking.lists"),
        ("mirror/told.py", "pacelight.book.store.store"),
        ("fold.py", "pacelight.book.history"),
        ("rules.py", "pacelight.book.engine.port"),
    ],
)
def test_in_the_book_an_import_upwards_or_sideways_breaks_the_build(
    copy: Path, module: str, forbidden: str
) -> None:
    with (copy / "pacelight" / "book" / module).open("a") as file:
        file.write(f"\nimport {forbidden}\n")
    result = lint(copy)
    assert result.returncode == 1
    assert "who asks knows what is kept" in result.stdout
    assert "0 broken" not in result.stdout


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("canvas/frame.py", "pacelight.lights.wire.rows"),
        ("look/model.py", "pacelight.lights.loop.orders"),
        ("wire/rows.py", "pacelight.lights.drivers.port"),
        ("drivers/port.py", "pacelight.lights.loop.tally"),
    ],
)
def test_among_the_lights_an_import_upwards_breaks_the_build(copy: Path, module: str, forbidden: str) -> None:
    with (copy / "pacelight" / "lights" / module).open("a") as file:
        file.write(f"\nimport {forbidden}\n")
    result = lint(copy)
    assert result.returncode == 1
    assert "what is painted knows nothing" in result.stdout
    assert "0 broken" not in result.stdout


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("placing/placing.py", "pacelight.timing.sources.tcp"),
        ("sources/tcp.py", "pacelight.timing.simulators.player"),
        ("formats/omega.py", "pacelight.timing.placing.way"),
        ("reading.py", "pacelight.timing.formats.omega"),
    ],
)
def test_of_timing_an_import_upwards_breaks_the_build(copy: Path, module: str, forbidden: str) -> None:
    with (copy / "pacelight" / "timing" / module).open("a") as file:
        file.write(f"\nimport {forbidden}\n")
    result = lint(copy)
    assert result.returncode == 1
    assert "who places it knows nothing" in result.stdout
    assert "0 broken" not in result.stdout


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("bus/client.py", "pacelight.meet.desk.requests"),
        ("live/live.py", "pacelight.meet.desk.decide"),
        ("desk/decide.py", "pacelight.meet.intake.finish"),
        ("show/looks.py", "pacelight.meet.engine.engine"),
    ],
)
def test_among_the_rooms_of_a_meet_an_import_upwards_breaks_the_build(
    copy: Path, module: str, forbidden: str
) -> None:
    with (copy / "pacelight" / "meet" / module).open("a") as file:
        file.write(f"\nimport {forbidden}\n")
    result = lint(copy)
    assert result.returncode == 1
    assert "0 broken" not in result.stdout


@pytest.mark.parametrize("forbidden", ["socket", "asyncio", "threading", "sqlite3", "time", "random", "os"])
def test_the_pure_heart_may_not_touch_the_world(copy: Path, forbidden: str) -> None:
    with (copy / "pacelight" / "lights" / "canvas" / "frame.py").open("a") as file:
        file.write(f"\nimport {forbidden}\n")
    result = lint(copy)
    assert result.returncode == 1
    assert "touches neither clock, chance, disk nor network BROKEN" in result.stdout


def test_a_stray_room_breaks_the_build(copy: Path) -> None:
    (copy / "pacelight" / "utils.py").write_text('"""Nothing belongs here."""\n')
    result = lint(copy)
    assert result.returncode == 1
    assert "utils" in result.stdout
