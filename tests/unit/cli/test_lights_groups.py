"""`pacelight lights groups` and `pacelight lights look`: lights without a race, as a user types it."""

import json
import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pacelight.cli.lights_look import RACE, looks
from pacelight.cli.training_file import Training
from pacelight.errors import PlanError
from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.look.model import LIGHTS, SHOWS, Name
from pacelight.track import Survey, track

pytestmark = pytest.mark.usefixtures("quick_pacelight")

TRAINING = """
schema = "pacelight.training/1"

[[group]]
name = "fast"
event = "60sh"
light = [{ time = "6.50" }, { time = "7.00" }]

[[group]]
name = "steady"
event = "50sh"
after = 0.5
light = [{ time = "6.00", colour = "#ffffff", pattern = "solid" }]
"""


@pytest.fixture
def rail(tmp_path: Path) -> Path:
    path = tmp_path / "rail.toml"
    Survey.even_kerb(track("short-200"), 200).write(path)
    return path


@pytest.fixture
def training(tmp_path: Path) -> Path:
    path = tmp_path / "training.toml"
    path.write_text(TRAINING)
    return path


@pytest.fixture
def controller() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.settimeout(10)
        yield listening


def run(*arguments: object, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["pacelight", *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"COLUMNS": "110"},
    )


def test_a_training_is_its_groups_and_each_light_differs() -> None:
    fast, steady = Training.parse(TRAINING).groups
    assert (fast.name, fast.after_ns, fast.lasts_ns) == ("fast", 0, 7_000_000_000)
    assert (steady.event, steady.after_ns) == ("50 m", 500_000_000)
    signs = [(wave.colour, wave.pattern, wave.legend) for wave in (*fast.waves, *steady.waves)]
    assert signs == [
        ("#19e36b", Pattern.COMET, "green comet 6.50"),
        ("#2f7bff", Pattern.DASHED, "blue dashed 7.00"),
        ("#ffffff", Pattern.SOLID, "white solid 6.00"),
    ]
    assert str(steady) == "steady, 50 m: white solid 6.00"
    assert [wave.priority for wave in fast.waves] == [0, -1]


@pytest.mark.parametrize(
    ("right", "wrong", "offence"),
    [
        ('name = "steady"', 'name = "fast"', "two groups are called 'fast'"),
        ('time = "6.00"', 'time = "6,00"', "group 'steady': not a time for 50 m: '6,00'"),
        ('event = "50sh"', 'event = "HJ"', "group 'steady': "),
        ('pattern = "solid"', 'pattern = "dots"', "group 'steady': pattern 'dots' is none of comet, solid"),
        ('"#ffffff"', '"white"', "group 'steady': light 'steady 6.00': 'white' is no colour"),
        ("after = 0.5", "after = -1", r"group\[1\].after: Expected `float` >= 0.0"),
        ("training/1", "training/7", "schema 'pacelight.training/7' is not known here"),
        ("[[group]]", "[[group", "not a training file"),
        ('name = "fast"', 'title = "fast"', r"group\[0\]: Object contains unknown field `title`"),
    ],
)
def test_what_is_wrong_is_refused_by_name(right: str, wrong: str, offence: str) -> None:
    assert right in TRAINING
    with pytest.raises(PlanError, match=offence):
        Training.parse(TRAINING.replace(right, wrong, 1))


def test_lights_of_two_groups_that_may_be_confused_are_told_of() -> None:
    text = TRAINING.replace('colour = "#ffffff", pattern = "solid"', 'colour = "#ffb000", pattern = "comet"')
    (line,) = Training.parse(text).told
    assert line.startswith("lights 'fast 6.50' and 'steady 6.00': with protanopia or deuteranopia")


def test_each_group_stands_runs_and_comes_back_by_itself(rail: Path, training: Path) -> None:
    result = run("lights", "groups", rail, training, "--output=sim://", "--json", typed="2\n\n2\n\na\n7\nq\n")
    assert result.returncode == 0
    *told, sent = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["happened"], line["group"]) for line in told] == [
        ("standing", None),
        ("gun", "steady"),
        ("gun", "fast"),  # Enter: the next that stands
        ("standing", "steady"),
        ("gun", "steady"),
        ("standing", None),
    ]
    assert [group["name"] for group in told[0]["groups"]] == ["fast", "steady"]
    assert sent["schema"] == "pacelight.lights-sent/1"
    assert "a number that of its group" in result.stderr  # 7 is none


def test_by_the_clock_each_group_runs_once_from_its_own_gun(
    rail: Path, training: Path, controller: socket.socket
) -> None:
    target = f"sacn://127.0.0.1:{controller.getsockname()[1]}"
    result = run("lights", "groups", rail, training, "--output", target, "--in=0.2")
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[:3] == [
        "at the start:",
        "1  fast, 60 m: green comet 6.50, blue dashed 7.00",
        "2  steady, 50 m: white solid 6.00",
    ]
    assert lines[3].startswith("fast: the gun in 0.")
    assert lines[5:8] == [
        "steady: through, back at the start",  # its gun half a second later, 6 s to run
        "fast: through, back at the start",
        "all groups are through",
    ]


def test_a_group_that_cannot_run_on_the_track_is_refused(rail: Path, tmp_path: Path) -> None:
    missing = run("lights", "groups", rail, tmp_path / "none.toml", "--output=sim://")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "no training file can be read at" in missing.stderr


def test_all_looks_of_a_race_are_shown_one_after_another() -> None:
    shown = looks("race", 190.656, seconds=60, length=11.376, per_minute=120, colour="")
    assert [look.name for look in shown] == list(RACE)
    assert set(RACE) | SHOWS | LIGHTS == set(Name)
    assert {(look.at_mm, look.length_mm) for look in shown} == {(190_656, 11_376)}
    assert {look.seconds for look in shown if look.name is Name.COUNTDOWN} == {30}
    assert {look.seconds for look in shown if look.name is not Name.COUNTDOWN} == {60}


def test_a_look_arrives_at_the_lamps_and_goes_out(rail: Path, controller: socket.socket) -> None:
    target = f"sacn://127.0.0.1:{controller.getsockname()[1]}"
    asked = ("lights", "look", rail, "clap", "--seconds=1", "--colour=#ff0000", "--output", target, "--json")
    result = run(*asked)
    assert (result.returncode, result.stderr) == (0, "")
    shape, sent = map(json.loads, result.stdout.splitlines())
    assert (shape["schema"], shape["look"], shape["colour"]) == ("pacelight.lights-look/1", "clap", "#ff0000")
    assert sent["frames"] > 40
    third = [packet[132:135] for packet in packets(controller)]
    assert b"\xff\x00\x00" in third
    assert third[-1] == b"\x00\x00\x00"


def packets(controller: socket.socket) -> Iterator[bytes]:
    """Of the first universe, until goodbye."""
    while True:
        packet = controller.recv(1500)
        if packet[113:115] == b"\x00\x01":
            yield packet
            if packet[112] & 0x40:
                return


@pytest.mark.parametrize(
    ("asked", "offence"),
    [
        (("glow",), "no look 'glow' (there are idle, countdown,"),
        (("walk",), "single lamps are shown by 'pacelight lights walk'"),
        (("running",), "'running' is shown by the lights themselves"),
        (("clap", "--per-minute=999"), "look 'clap': 999 beats a minute (write 30 to 180"),
        (("record", "--colour=gold"), "look 'record': 'gold' is no colour"),
        (("start", "--event=HJ"), "has no start line: name a race, as in 1500"),
    ],
)
def test_a_look_that_is_none_is_refused(rail: Path, asked: tuple[str, ...], offence: str) -> None:
    result = run("lights", "look", rail, *asked, "--output=sim://")
    assert (result.returncode, result.stdout) == (2, "")
    assert offence in result.stderr


def test_the_legend_of_a_race_is_printed_before_anything_is_lit(tmp_path: Path) -> None:
    from importlib.resources import files

    race = tmp_path / "race.toml"
    text = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
    more = '[[light]]\nname = "wish"\npattern = "comet"\ncolour = "#ffb000"\n'
    more += 'plan = { kind = "even", mark = "3:45.00" }\n\n[[runner]]'
    race.write_text(text.replace("[[runner]]", more, 1))
    result = run("race", "legend", race)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:2] == [
        "WR    #19e36b  comet     World record 3:46.63, Nuguse",
        "wish  #ffb000  comet     3:45.00 even",
    ]
    assert result.stdout.splitlines()[2].startswith("lights 'WR' and 'wish': with protanopia")
    shape = json.loads(run("race", "legend", race, "--json").stdout)
    assert shape["schema"] == "pacelight.legend/1"
    assert [light["label"] for light in shape["lights"]] == ["World record 3:46.63, Nuguse", "3:45.00 even"]
    assert len(shape["confused"]) == 1
