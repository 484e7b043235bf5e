"""`pacelight lights`, as a user types it, and what arrives at a controller."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pacelight.track import Survey, track

pytestmark = pytest.mark.usefixtures("quick_pacelight")

LAMPS = 200
HEADER = 126


@pytest.fixture
def controller() -> Iterator[socket.socket]:
    """A controller for E1.31 on this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.settimeout(30)
        yield listening


@pytest.fixture
def rail(tmp_path: Path) -> Path:
    path = tmp_path / "rail.toml"
    Survey.even_kerb(track("short-200"), LAMPS).write(path)
    return path


def command(*arguments: object) -> list[str]:
    """A program of its own, to which signals can be sent."""
    return [sys.executable, "-W", "error", "-m", "pacelight", "lights", *map(str, arguments)]


def run(*arguments: object, typed: str = "") -> subprocess.CompletedProcess[str]:
    """To its end; from a process that has loaded all of it."""
    return subprocess.run(
        ["pacelight", "lights", *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"COLUMNS": "110"},
    )


def address(controller: socket.socket) -> str:
    return f"sacn://127.0.0.1:{controller.getsockname()[1]}"


def first_universe(controller: socket.socket) -> Iterator[tuple[bool, list[int]]]:
    """Whether each packet of the first 170 lamps says goodbye, and which of these are lit."""
    while True:
        packet = controller.recv(1500)
        if packet[113:115] == b"\x00\x01":
            levels = packet[HEADER:]
            yield bool(packet[112] & 0x40), [lamp for lamp in range(170) if any(levels[3 * lamp :][:3])]


def shown(controller: socket.socket) -> list[list[int]]:
    """Which lamps were lit, each picture once, until goodbye."""
    pictures: list[list[int]] = []
    for goodbye, lit in first_universe(controller):
        if goodbye:
            return pictures
        if not pictures or pictures[-1] != lit:
            pictures.append(lit)
    return pictures


def test_two_people_walk_from_lamp_to_lamp_back_and_away(rail: Path, controller: socket.socket) -> None:
    result = run("walk", rail, "--output", address(controller), typed="\n\nb\n100\nq\n")
    assert (result.returncode, result.stderr) == (0, "")
    *places, sent = result.stdout.splitlines()
    assert [line.split(" at ")[0] for line in places] == [f"lamp {n}" for n in (0, 1, 2, 1, 100)]
    assert sent.endswith(f" packets, 0 refused, to {address(controller)}")
    assert shown(controller) == [[0], [1], [2], [1], [100], []]


def test_what_is_not_understood_stays_there_and_says_what_may_be_typed(rail: Path) -> None:
    result = run("walk", rail, "--output", "sim://", typed="x\n200\nq\n")
    assert [line.split(" at ")[0] for line in result.stdout.splitlines()[:-1]] == ["lamp 0"] * 3
    assert result.stderr == "Enter goes on, b back, 0 to 199 there, q ends\n" * 2


def test_by_metre_it_goes_on_by_itself_to_the_end_of_the_lap(rail: Path) -> None:
    result = run("walk", rail, "--output=sim://", "--by=metre", "--from=197", "--every=0.1", "--json")
    *places, sent = map(json.loads, result.stdout.splitlines())
    assert [(place["schema"], place["step"], place["metre"]) for place in places] == [
        ("pacelight.lights-walk/1", number, number) for number in (197, 198, 199)
    ]
    assert (sent["schema"], sent["errors"], sent["output"]) == ("pacelight.lights-sent/1", 0, "sim://")
    assert sent["frames"] >= 3


HUNG = """\
track = "short-200"

[[controller]]
name = "first bend"
output = "{}"

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
direction = "against"
points = [{{ lamp = 99, metre = 100.0 }}, {{ lamp = 0, metre = 199.0 }}]
"""
"""Two controllers; on the second lamps are numbered against the running direction."""


def test_all_controllers_of_a_survey_are_lit_and_told_of(tmp_path: Path, controller: socket.socket) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as nobody:
        nobody.bind(("127.0.0.1", 0))
        away = f"ddp://127.0.0.1:{nobody.getsockname()[1]}"
    path = tmp_path / "hung.toml"
    path.write_text(HUNG.format(away, address(controller)))
    result = run("test", path, "--pattern=ends", "--seconds=0.1")
    assert (result.returncode, result.stderr) == (0, "")
    assert shown(controller) == [[0], []]  # of the second bend, the last lamp of the lap hangs first
    pattern, line, head, *rows = result.stdout.splitlines()
    assert (pattern, line.rpartition(", ")[2]) == ("ends", "to 2 controllers")
    assert head.split()[:5] == ["controller", "address", "frames", "packets", "refused"]
    assert any(row.startswith("first bend") and "refusing" in row for row in rows)
    assert any(row.startswith("second bend") and row.rstrip().endswith("up") for row in rows)


def test_two_people_walk_along_all_controllers_of_a_survey(tmp_path: Path, controller: socket.socket) -> None:
    path = tmp_path / "hung.toml"
    path.write_text(HUNG.format("sim://", address(controller)))
    result = run("walk", path, "--from=99", "--json", typed="\n\nq\n")
    *places, sent = map(json.loads, result.stdout.splitlines())
    assert [place["lamps"] for place in places] == [[99], [100], [101]]
    assert shown(controller) == [[], [99], [98], []]
    assert [(one["name"], one["state"]) for one in sent["controllers"]] == [
        ("first bend", "up"),
        ("second bend", "up"),
    ]


def test_patterns_follow_one_another_and_end_dark(controller: socket.socket) -> None:
    asked = [f"--pattern={name}" for name in ("blue", "ends", "each")]
    result = run("test", f"--output={address(controller)}", "--lamps=5", "--seconds=0.1", *asked)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:-1] == ["blue", "ends", "each"]
    assert shown(controller) == [[0, 1, 2, 3, 4], [0, 4], [0], [1], [2], [3], [4], []]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopped_by_a_signal_the_lamps_go_dark_and_are_let_go(
    rail: Path, controller: socket.socket, number: signal.Signals
) -> None:
    with subprocess.Popen(
        command("walk", rail, "--output", address(controller)), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as walking:
        assert next(first_universe(controller)) == (False, [0])
        walking.send_signal(number)
        assert shown(controller)[-1] == []
        assert walking.wait(20) == 0


def test_lights_stand_at_the_start_run_at_the_gun_and_come_back(
    rail: Path, controller: socket.socket
) -> None:
    asked = (
        "run",
        rail,
        "MILEsh",
        "--time=3:46.63",
        "--time=3:50",
        "--output",
        address(controller),
        "--json",
    )
    with subprocess.Popen(
        command(*asked), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        told = [json.loads(running.stdout.readline())]
        for _ in range(2):
            running.stdin.write("\n")
            running.stdin.flush()
            told.append(json.loads(running.stdout.readline()))
        for _ in range(5):
            controller.recv(1500)
        running.stdin.close()
        assert running.wait(20) == 0
        *_, sent = map(json.loads, running.stdout.read().splitlines())
    assert [line["happened"] for line in told] == ["standing", "gun", "standing"]
    assert (sent["schema"], sent["output"]) == ("pacelight.lights-sent/1", address(controller))
    assert sum(sent["lateness"]) == sent["frames"] > 0
    assert len(sent["lateness"]) == len(sent["lateness_edges_ms"]) + 1
    (one,) = sent["controllers"]
    assert (one["name"], one["frames"], one["state"]) == (address(controller), sent["frames"], "up")
    assert told[0]["lights"] == [{"name": "green", "mark": "3:46.63"}, {"name": "blue", "mark": "3:50"}]


def test_one_run_with_a_countdown_passes_the_start_and_goes_out_at_the_finish(
    rail: Path, controller: socket.socket
) -> None:
    asked = ("run", rail, "60sh", "--time=6.50", "--in=2", "--output", address(controller))
    with subprocess.Popen(command(*asked), stdout=subprocess.PIPE, text=True) as running:
        pictures = shown(controller)
        assert running.wait(20) == 0
        assert running.stdout is not None
        first, *_, last, sent = running.stdout.read().splitlines()
    assert first == "at the start, 140.000 m past the finish: green 6.50"
    assert last == "all lights are through"
    assert f" packets, 0 refused, to {address(controller)}; " in sent
    assert sent.endswith(" ms")
    # 60 m from lamp 140 on to lamp 0; of them the first universe has those up to 169.
    heads = [max((lamp - 100) % LAMPS for lamp in picture) for picture in pictures if picture]
    assert heads == sorted(heads)
    assert {lamp for picture in pictures for lamp in picture} >= set(range(160, 170))
    assert pictures[-1] == []


def test_a_race_on_a_straight_starts_before_the_finish(tmp_path: Path) -> None:
    survey = tmp_path / "straight.toml"
    Survey.even_kerb(track("straight-60"), 74).write(survey)
    result = run("run", survey, "60", "--time=6.50", "--in=0", "--output=sim://")
    assert result.returncode == 0, result.stderr
    first, *rest = result.stdout.splitlines()
    assert first == "at the start, 60.000 m before the finish: green 6.50"
    assert rest.count("all lights are through") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("3KSC", "--time=8:00"),
            "3000 m steeplechase leads through a water jump: say with --water how long",
        ),
        (("3000", "--time=8:00", "--water=396.084:205:310"), "3000 m has no water jump: delete --water"),
    ],
)
def test_a_steeplechase_needs_its_water_jump_and_no_other_race_has_one(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    survey = tmp_path / "track.toml"
    Survey.even_kerb(track("standard-400"), 40).write(survey)
    result = run("run", survey, *arguments, "--in=0", "--output=sim://")
    assert (result.returncode, result.stdout) == (2, "")
    assert says in result.stderr


def test_a_network_without_anybody_ends_with_one_and_says_so() -> None:
    result = run("probe", "--to=127.78.1.9", "--interface=127.78.1.1", "--seconds=0.1")
    assert (result.returncode, result.stdout) == (1, "nobody was found in 0.1 s\n")


def test_who_is_found_is_listed_and_who_does_not_answer_is_named() -> None:
    info = b'{"name": "kerb", "ver": "0.15.0", "leds": {"count": 1480}, "live": false}'
    with socket.create_server(("127.0.0.1", 0)) as wled:

        def answer() -> None:
            asking, _ = wled.accept()
            with asking:
                asking.recv(1024)
                asking.sendall(b"HTTP/1.0 200 OK\r\n\r\n" + info)

        thread = threading.Thread(target=answer)
        thread.start()
        host = f"127.0.0.1:{wled.getsockname()[1]}"
        asked = (f"--wled={host}", "--wled=127.0.0.1:1")
        result = run("probe", *asked, "--to=127.78.1.9", "--interface=127.78.1.2", "--seconds=0.1")
        thread.join()
    assert result.returncode == 0
    assert result.stdout.splitlines()[1].split() == ["WLED", host, "kerb", "1,480", "WLED", "0.15.0"]
    assert result.stderr.startswith("pacelight: no WLED answers at '127.0.0.1:1' ")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("test", "--output=sim://", "--lamps=3", "--pattern=blu"), "no pattern 'blu'"),
        (("test",), "which lamps? (write a survey, or --output and --lamps)"),
        (("test", "--output=sim://"), "which lamps?"),
        (("test", "RAIL", "--output=sim://", "--lamps=3"), "(leave --lamps out)"),
        (("test", "RAIL"), "the survey does not say where its lamps are (write --output sacn://HOST)"),
        (("walk", "RAIL"), "the survey does not say where its lamps are"),
        (("run", "RAIL", "MILEsh", "--time=3:46"), "the survey does not say where its lamps are"),
        (("walk", "HUNG", "--output=ddp://127.0.0.1"), "(leave one of them out)"),
        (("test", "--output=lamps://x", "--lamps=3"), "no output is at 'lamps://x'"),
        (("test", "--output=sacn://127.0.0.1?universe=63999", "--lamps=200"), "600 channels"),
        (("walk", "RAIL", "--output=sim://", "--by=foot"), "by lamp or by metre, not by 'foot'"),
        (("walk", "RAIL", "--output=sim://", "--from=200"), "the last lamp is 199, not 200"),
        (("walk", "nowhere.toml", "--output=sim://"), "nowhere.toml"),
        (("run", "RAIL", "MILEsh", "--time=1:46", "--output=sim://"), "not a time"),
        (
            ("run", "RAIL", "MILEsh", *["--time=3:46"] * 5, "--output=sim://"),
            "4 lights can be told apart, not 5",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(rail: Path, arguments: tuple[str, ...], why: str) -> None:
    hung = rail.with_name("hung.toml")
    hung.write_text(HUNG.format("ddp://127.0.0.1", "ddp://127.0.0.2"))
    files = {"RAIL": str(rail), "HUNG": str(hung)}
    result = run(*(files.get(one, one) for one in arguments))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert why in result.stderr
