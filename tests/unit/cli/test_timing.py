"""`pacelight timing`: the script is printed as it is shipped, and what a system says is shown."""

import json
import select
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pacelight.cli import app
from pacelight.cli.timing_heard import _plain
from pacelight.errors import OutputError
from pacelight.mark import Mark
from pacelight.timing.formats.lynx_script import script

WIND = b"\x01PW\x1f\x1f+0.6\x1f12\x1f1\x1f2\x1f+0.6\x1f\x03\x04"
PAGE = (
    b"\x01PK\x1f\x1fOFFICIAL\x1fMile\x1f\x1f12\x1f1\x1f2\x1fAUTO\x1f1\x1fOFFICIAL\x1f\x03\x04"
    b"\x01PL\x1f\x1f\x1f12\x1f1\x1f2\x1f1\x1f4\x1f77\x1fAda\x1f\x1f3:45.14\x1f\x1f\x1f\x1f\x1f"
    b"1\x1f77\x1f3:45.14\x1f\x1f\x1f\x03\x04"
    b"\x01PN\x1f\x1f\x1f12\x1f1\x1f2\x1f\x03\x04"
)


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """What ends a listener ends the tests again."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def ran(*words: str) -> str:
    result = CliRunner().invoke(app, ["timing", *words])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_the_script_is_printed_and_written_as_windows_reads_it(tmp_path: Path, plain: list[str]) -> None:
    wanted = script(checked=not plain)
    assert ran("lynx-script", *plain) == wanted.replace("\r\n", "\n")
    assert ran("lynx-script", *plain, "--output", str(tmp_path / "pacelight.lss")) == ""
    assert (tmp_path / "pacelight.lss").read_bytes() == wanted.encode()


def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["timing", "lynx-script", "--output", str(tmp_path)])
    assert isinstance(result.exception, OutputError)
    assert str(result.exception) == f"cannot write {tmp_path}: Is a directory"


def heard(*words: str, readings: int) -> list[str]:
    """What is shown of a FinishLynx that listens, says two things and waits."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def speak() -> None:
            line, _ = door.accept()
            with line:
                line.sendall(b"noise\x04" + WIND + PAGE)
                select.select([line], [], [], 20)  # until the other end closes

        speaker = threading.Thread(target=speak)
        speaker.start()
        address = f"lynx+tcp://127.0.0.1:{door.getsockname()[1]}"
        said = ran("listen", address, "--readings", str(readings), *words).splitlines()
        speaker.join()
    return said


def test_what_a_system_says_is_shown_line_by_line() -> None:
    said = [line[10:] for line in heard(readings=4)]
    assert [line for line in said if line.startswith(("HeatNamed", "WindRead", "PageRead", "    1"))] == [
        "HeatNamed event=12 round=1 heat=2",
        "WindRead text=+0.6",
        "HeatNamed event=12 round=1 heat=2 name=Mile",
        "PageRead 12-1-2 official",
        "    1     77    4    3:45.14 Ada",
    ]


def test_what_a_system_says_is_an_object_a_line() -> None:
    said = [json.loads(line) for line in heard("--json", readings=4)]
    assert {one["schema"] for one in said} == {"pacelight.heard/1"}
    page = said[-1]
    assert (page["reading"], page["source"], page["rows"][0]["time"]) == ("PageRead", "12-1-2", "3:45.14")
    assert page["at_ns"] >= 0


def test_so_many_seconds_are_listened_and_the_state_is_shown() -> None:
    assert ran("listen", "lynx+udp://127.0.0.1:0", "--seconds", "0").split() == ["waiting"]
    (said,) = ran("listen", "lynx+udp://127.0.0.1:0", "--seconds", "0", "--json").splitlines()
    assert json.loads(said) == {"schema": "pacelight.heard/1", "state": "waiting", "refused": 0, "why": ""}


def test_an_address_that_is_none_is_refused() -> None:
    result = CliRunner().invoke(app, ["timing", "listen", "lynx+udp://10.0.0.1:4010"])
    assert isinstance(result.exception, OutputError)


def test_marks_are_shown_as_they_are_printed() -> None:
    assert _plain((Mark.parse("3:45.14"), 1, None)) == ["3:45.14", 1, None]
