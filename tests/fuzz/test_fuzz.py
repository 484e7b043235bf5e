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


SOURCE = HERE.parents[1] / "src" / "pacelight"
MODULES = {target.module.removeprefix("pacelight.").replace(".", "/") for target in TARGETS.values()}

READS = re.compile(
    r"^def (?:read\w*|recognise|readings|request|answer|wish|said)\((?:data|text|line|body|datagram|path)\b"
    r"|^    def (?:read|parse)\((?:cls, )(?:data|text|packet|path|line)\b|^class \w+Dialogue\b",
    re.MULTILINE,
)
DECODES = re.compile(
    r"tomllib\.loads|msgspec\.(?:json|toml)\.(?:decode|Decoder)|\bjson(?:_texts)?\.loads|csv\.(?:reader|DictReader)"
    r"|zipfile\.ZipFile\(\w+\)|ParserCreate|struct\.unpack|ParquetFile\("
)

BEHIND = {
    "book/formats/text": "book/formats/mapped",
    "book/formats/xmltree": "book/formats/dlv",
    "event/reading": "book/formats/taf",
    "meet/programme/meetfile_races": "meet/programme/meetfile",
    "meet/programme/meetfile_text": "meet/programme/meetfile",
    "timing/formats/cells": "timing/formats/lif",
    "timing/formats/lists/cells": "timing/formats/lists/startlist_csv",
    "timing/formats/lists/wa": "timing/formats/lists/startlist_wa",
    "timing/formats/start_signal": "timing/gun/start_receiver",
    "track/survey/model": "track/survey/file",
    "web/setup/entries": "timing/formats/lists/startlists",
    "web/setup/text": "web/setup/draft",
}
"""What takes nothing but what comes through another module, which has a target."""

OURS = {
    "book/keeping/starter": "shipped",
    "event/table": "shipped",
    "records/ratification": "shipped",
    "book/mirror/arrays": "written by the mirror, with a checksum",
    "book/mirror/files": "written by the mirror, with a checksum",
    "cli/asking": "the engine's own lines; what is none is left out",
    "cli/on_the_track": "the engine's own lines; what is none is left out",
    "meet/doctor/measured/engine": "the engine's own lines",
    "web/live/bus": "the engine's own lines; what is none ends the connection",
    "cli/book_intake_pages": "of a line made right there",
    "cli/rehearse_through": "of a process of ours",
    "meet/journal/identities": "of a race file that was read",
    "meet/journal/persons": "of an event made right there",
    "meet/packing/belongings": "of files that a meet was read from",
    "meet/packing/packing": "looks whether a packed meet lies there, as unpacking does",
    "meet/programme/meetfile_kept": "kept beside the journal by the engine",
    "meet/rehearsal/rehearsed": "of a race file that was read",
    "meet/rehearsal/staged": "of a race file that was read",
    "timing/sources/contact": "four bytes of the kernel",
    "web/records/evidence": "left out where it is no JSON",
    "web/rights/asking": "rights/test_open_api.py draws what is sent there",
    "web/setup/kept": "written by the set-up",
}
"""What reads nothing of anybody else."""


def test_every_parser_has_a_target() -> None:
    """Whatever has the look of a parser is fuzzed, stands behind something that is, or reads what is ours."""
    texts = {
        path.relative_to(SOURCE).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in SOURCE.rglob("*.py")
    }
    parsers = {name for name, text in texts.items() if READS.search(text) or DECODES.search(text)}
    assert len(parsers & MODULES) > 50
    assert parsers - MODULES - set(BEHIND) - set(OURS) == set(), "add a line to TARGETS"
    assert set(BEHIND.values()) <= MODULES
    assert (set(BEHIND) | set(OURS)) - (parsers - MODULES) == set(), "these need no reason any more"


def test_every_format_of_the_book_has_a_target() -> None:
    from pacelight.book.formats.table import FORMATS

    assert {f"book {name}" for name in FORMATS} <= set(TARGETS)


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
