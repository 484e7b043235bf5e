"""A race on a survey with controllers: all of them are lit, and everybody who asks is told how each did."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

SURVEY = """\
track = "short-200"

[[controller]]
name = "first bend"
output = "sacn://127.0.0.1:{}"

[[controller.segment]]
first = 0
count = 100
points = [{{ lamp = 0, metre = 0.0 }}, {{ lamp = 99, metre = 99.0 }}]

[[controller]]
name = "second bend"
output = "{}"

[[controller.segment]]
first = 0
count = 100
points = [{{ lamp = 0, metre = 100.0 }}, {{ lamp = 99, metre = 199.0 }}]
"""


@pytest.fixture
def lamps() -> Iterator[socket.socket]:
    """The controller of the first bend."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        listening.bind(("127.0.0.1", 0))
        yield listening


def race(folder: Path, first: int, second: str) -> Path:
    (folder / "hall.toml").write_text(SURVEY.format(first, second))
    text = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
    path = folder / "race.toml"
    path.write_text(text.replace('name = "short-200"', 'name = "short-200"\nsurvey = "hall.toml"', 1))
    return path


def nobody() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as closed:
        closed.bind(("127.0.0.1", 0))
        return f"ddp://127.0.0.1:{closed.getsockname()[1]}"


def test_all_controllers_of_its_survey_are_lit_and_the_evidence_names_the_one_that_refused(
    pacelight: Any, tmp_path: Path, lamps: socket.socket
) -> None:
    file, journal = race(tmp_path, lamps.getsockname()[1], nobody()), tmp_path / "race.journal"
    ran = pacelight("race", "run", str(file), "--speed", "100", "--journal", str(journal), "--json")
    assert (ran.code, ran.err) == (0, "")
    done = json.loads(ran.out.splitlines()[-1])
    assert done["output"]["target"] == "2 controllers"
    assert done["output"]["controllers"] == 2
    assert [(one["name"], one["state"]) for one in done["controllers"]] == [
        ("first bend", "up"),
        ("second bend", "refusing"),
    ]
    assert [one["name"] for one in done["output"]["troubled"]] == ["second bend"]
    (light,) = done["lights"]
    assert 0 < light["frames"] <= done["output"]["frames"]
    lamps.settimeout(10)
    packet = lamps.recv(2048)
    assert (packet[113:115], len(packet)) == (b"\x00\x01", 126 + 300)
    words = pacelight("race", "report", str(journal), "--words").out.splitlines()
    assert words[0].startswith("light WR: within ")
    assert words[1].startswith("controller second bend: refusing from ")
    assert words[1].endswith(" to the end (Connection refused)")
    shown = json.loads(pacelight("race", "report", str(journal)).out)["shown"]
    assert [one["controller"] for one in shown["absent"]] == ["second bend"]


def test_people_read_a_table_of_the_controllers_and_how_near_the_light_was(
    pacelight: Any, tmp_path: Path, lamps: socket.socket
) -> None:
    file = race(tmp_path, lamps.getsockname()[1], "sim://")
    ran = pacelight("race", "run", str(file), "--speed", "100")
    lines = ran.out.splitlines()
    assert any(line.startswith("light WR: within ") for line in lines)
    (head,) = [line for line in lines if line.startswith("controller ")]
    assert head.split()[:5] == ["controller", "address", "frames", "packets", "refused"]
    assert sum(line.startswith(("first bend", "second bend")) for line in lines) == 2


def test_another_address_beside_those_of_the_survey_is_refused_before_anything_is_begun(
    pacelight: Any, tmp_path: Path, lamps: socket.socket
) -> None:
    file, journal = race(tmp_path, lamps.getsockname()[1], "sim://"), tmp_path / "race.journal"
    asked = ("race", "run", str(file), "--journal", str(journal))
    ran = pacelight(*asked, "--output", "ddp://127.0.0.1")
    assert (ran.code, ran.out) == (2, "")
    assert "(leave one of them out)" in ran.err
    assert ran.err.count("\n") == 1
    assert not journal.exists()


def test_for_a_rehearsal_no_controller_is_sent_anything(
    pacelight: Any, tmp_path: Path, lamps: socket.socket
) -> None:
    file = race(tmp_path, lamps.getsockname()[1], "sim://")
    ran = pacelight("race", "run", str(file), "--speed", "100", "--output", "sim://", "--json")
    assert json.loads(ran.out.splitlines()[-1])["output"]["target"] == "sim://"
    lamps.setblocking(False)
    with pytest.raises(BlockingIOError):
        lamps.recv(2048)


def test_an_engine_that_was_started_by_hand_says_at_the_end_how_its_lights_did(
    pacelight: Any, tmp_path: Path, lamps: socket.socket
) -> None:
    file = race(tmp_path, lamps.getsockname()[1], "sim://")
    assert pacelight("book", "create", "--book", "book.sqlite").code == 0
    words = ["--bus", "bus", "--journal", "race.journal", "--book", "book.sqlite", "--speed", "100"]
    command = [sys.executable, "-m", "pacelight", "engine", str(file), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as engine:
        assert engine.stdout is not None
        told = [engine.stdout.readline() for _ in range(4)]
        engine.terminate()
        assert engine.stdout.read() == ""
        assert engine.wait(20) == 0
    assert told[0].startswith("light WR: within ")
    assert told[1].startswith("controller ")
    assert [line.split("  ")[0] for line in told[2:]] == ["first bend", "second bend"]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("ddp://a..b", "controller 'second bend': the lamps at 'a..b' cannot be found: "),
        ("lamps://127.0.0.1", "controller 'second bend': no output is at 'lamps://127.0.0.1'"),
        ("sacn://127.0.0.1?universe=63999&fps=101", "lamps are sent 20 to 100 frames a second, not 101"),
        (
            "sacn://127.0.0.1:{port}?universe=1",
            "controllers 'first bend' and 'second bend' both take universe 1 at",
        ),
    ],
)
def test_a_controller_that_cannot_be_sent_to_is_named_before_anything_is_begun(
    pacelight: Any, tmp_path: Path, lamps: socket.socket, second: str, why: str
) -> None:
    port = lamps.getsockname()[1]
    file = race(tmp_path, port, second.format(port=port))
    ran = pacelight("race", "run", str(file), "--journal", "race.journal")
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "race.journal").exists()
