"""Every parser takes any bytes: what it cannot read it refuses in one line, and nothing else happens.

Quickly, with bytes near those it knows; and guided by the branches they take (atheris) under `make prove`,
so many seconds a parser: ``PACELIGHT_FUZZ_SECONDS``.
"""

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacelight.errors import PacelightError

HERE = Path(__file__).parent


def _targets() -> object:
    spec = importlib.util.spec_from_file_location("fuzz_targets", HERE / "targets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


targets = _targets()
TARGETS = targets.TARGETS  # type: ignore[attr-defined]

every_target = pytest.mark.parametrize("name", TARGETS)


@pytest.fixture
def call(name: str) -> Callable[[bytes], object]:
    made: Callable[[bytes], object] = TARGETS[name].make()
    return made


def refused_in_one_line(call: Callable[[bytes], object], data: bytes) -> None:
    try:
        call(data)
    except PacelightError as refused:
        said = str(refused)
    else:
        said = ""
    assert "\n" not in said


@every_target
def test_what_a_parser_knows_it_takes_or_refuses_in_one_line(
    name: str, call: Callable[[bytes], object]
) -> None:
    for seed in targets.seeds(name):  # type: ignore[attr-defined]
        refused_in_one_line(call, seed)


@every_target
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_bytes_near_those_it_knows_are_taken_or_refused_in_one_line(
    name: str, call: Callable[[bytes], object], data: st.DataObject
) -> None:
    known = data.draw(st.sampled_from(targets.seeds(name)))  # type: ignore[attr-defined]
    at = data.draw(st.integers(0, len(known)))
    cut = data.draw(st.integers(0, 8))
    refused_in_one_line(call, known[:at] + data.draw(st.binary(max_size=8)) + known[at + cut :])


@pytest.mark.prove
@every_target
def test_a_fuzzer_finds_nothing(name: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris (Linux only) is not here")
    seconds = int(os.environ.get("PACELIGHT_FUZZ_SECONDS", "20"))
    line = [sys.executable, HERE / "fuzz.py", name, str(seconds), tmp_path]
    done = subprocess.run(line, capture_output=True, text=True, timeout=seconds + 240, check=False)
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert found == [], f"{found[0].read_bytes()!r}\n{done.stderr[-4000:]}"
    assert done.returncode == 0, done.stderr[-4000:]
    runs = re.search(r"Done (\d+) runs", done.stderr)
    assert runs is not None, done.stderr[-4000:]
    assert int(runs[1]) > 100
