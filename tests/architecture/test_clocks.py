"""Between a gun and a lamp no clock is read but the monotonic one."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "pacelight"

MONOTONIC = {"monotonic_ns", "monotonic", "sleep"}
"""Of the module `time`: what no one sets."""

WALL = {"datetime", "SO_TIMESTAMP", "SO_TIMESTAMPNS", "CLOCK_REALTIME", "gettimeofday", "utcnow"}


def looks(source: str) -> Iterator[str]:
    """Whatever looks at a clock that people, or a server, may set."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id="time"), attr=name) if name not in MONOTONIC:
                yield f"time.{name}"
            case ast.ImportFrom(module="time", names=names):
                yield from (f"time.{one.name}" for one in names if one.name not in MONOTONIC)
            case ast.Import(names=names):
                yield from (one.name for one in names if one.name.split(".")[0] in WALL)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in WALL:
                yield module
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in WALL:
                yield name


@pytest.mark.parametrize("source", sorted((SRC / "lights").rglob("*.py")), ids=lambda one: one.name)
def test_the_lights_look_at_no_clock_that_can_be_set(source: Path) -> None:
    assert list(looks(source.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "import time\ntime.time()",
        "import time\ntime.time_ns()",
        "from time import time_ns",
        "from time import localtime as now",
        "import datetime",
        "from datetime import datetime",
        "import socket\nsocket.SO_TIMESTAMPNS",
        "import time\ntime.clock_gettime_ns(CLOCK_REALTIME)",
    ],
)
def test_one_that_looked_would_be_found(line: str) -> None:
    assert list(looks(line))


def test_what_they_do_look_at_is_let_through() -> None:
    assert not list(looks("import time\ntime.monotonic_ns()\ntime.sleep(1)\nfrom time import monotonic"))
