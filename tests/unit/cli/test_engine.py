"""`pacelight engine` and `pacelight node`: what they refuse, and the unit that starts them for you."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pacelight.cli import app
from pacelight.cli.unit import unit
from pacelight.errors import PacelightError


def refused(*words: str) -> str:
    """Why it is refused."""
    ran = CliRunner().invoke(app, words)
    assert isinstance(ran.exception, PacelightError), ran.output
    assert ran.exception.exit_code == 2
    return str(ran.exception)


ENGINE = ("engine", "race.toml", "--bus", "bus", "--journal", "j", "--book", "b")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("engine", "--bus", "b", "--journal", "j"), "which race?"),
        (("engine", "race.toml", "--bus", "b", "--journal", "j"), "which book?"),
        (("engine", "--standby", "--bus", "b", "--journal", "j"), "name its bus with --follow"),
        ((*ENGINE, "--standby", "--follow", "tcp://127.0.0.1:1"), "leave the race file out"),
        ((*ENGINE, "--follow", "tcp://127.0.0.1:1"), "need a port each"),
        ((*ENGINE, "--follow", "tcp://10.0.0.2:8371"), "name the secret of both with --secret FILE"),
        ((*ENGINE, "--node", "here"), "not a bus: 'tcp://here'"),
        ((*ENGINE, "--node", "127.0.0.1:8372"), "need a port each"),
        ((*ENGINE, "--absence", "panic"), "--absence is hold, fade, dark, not 'panic'"),
        ((*ENGINE, "--secret", "none"), "no secret can be read at none"),
        (("node", "--engine", "bus", "--listen", "127.0.0.1:1"), "need a port each"),
        (("node", "--engine", "tcp://127.0.0.1:1", "--listen", "kerb"), "not a bus: 'tcp://kerb'"),
        (("web", "--bus", "tcp://127.0.0.1"), "not a bus"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert why in refused(*words)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_run_gets_no_unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "which book?" in refused("engine", "race.toml", "--bus", "b", "--journal", "j", "--print-unit")


def printed(folder: Path, *words: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "pacelight", *words, "--print-unit"],
        cwd=folder, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert list(folder.iterdir()) == []
    return ran.stdout


def test_a_unit_runs_the_very_line_that_printed_it(tmp_path: Path) -> None:
    text = printed(
        tmp_path, *ENGINE, "--output", "sacn://10.0.0.20?universe=11&fps=40", "--name", "the tower"
    )
    command = next(line for line in text.splitlines() if line.startswith("ExecStart="))
    assert command == (
        f"ExecStart={sys.executable} -m pacelight engine race.toml --bus bus --journal j --book b "
        '--output sacn://10.0.0.20?universe=11&fps=40 --name "the tower"'
    )
    assert f"WorkingDirectory={tmp_path}\n" in text


def test_a_unit_allows_what_the_light_loop_asks_for(tmp_path: Path) -> None:
    from pacelight.lights.loop.realtime import _FIFO_PRIORITY

    text = printed(tmp_path, *ENGINE)
    assert f"LimitRTPRIO={_FIFO_PRIORITY}\n" in text
    assert "LimitMEMLOCK=infinity\n" in text
    assert "Restart=on-failure\n" in text
    assert "RestartPreventExitStatus=2\n" in text


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not here")
    node = ("node", "--engine", "tcp://127.0.0.1:8371", "--listen", "127.0.0.1:8372", "--output", "sim://")
    for name, words in (("engine", ENGINE), ("node", node)):
        path = tmp_path.parent / f"pacelight-{name}.service"
        path.write_text(printed(tmp_path, *words))
        ran = subprocess.run([analyze, "verify", str(path)], capture_output=True, text=True, check=False)
        if "Failed to" in ran.stderr and "runtime" in ran.stderr:
            pytest.skip(f"systemd-analyze cannot work here: {ran.stderr.strip()}")
        assert (ran.returncode, [line for line in ran.stderr.splitlines() if path.name in line]) == (0, [])


def test_what_is_special_to_units_is_written_so_that_it_is_not() -> None:
    text = unit("engine", ["/p", "100 %", "$HOME", 'a"b', "", "a\\b"], Path("/with 5%"), "timing")
    assert 'ExecStart=/p "100 %%" $$HOME "a\\"b" "" "a\\\\b"\n' in text
    assert "WorkingDirectory=/with 5%%\n" in text


@pytest.mark.parametrize("command", ["engine", "serve"])
def test_a_meet_file_that_is_broken_from_the_beginning_is_refused_by_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "meet.toml").write_text('schema = "pacelight.meet/1"\nx = [\n', encoding="utf-8")
    why = refused(command, "meet.toml")
    assert why.startswith("meet.toml: not a meet file: ")
    assert "(at " in why
    (tmp_path / "meet.toml").unlink()
    assert "can be read at meet.toml" in refused(command, "meet.toml")
    assert list(tmp_path.iterdir()) == []
