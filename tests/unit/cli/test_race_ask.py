"""The command line as a console: every act as a word, and what came of it as the exit code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pacelight.cli import app
from pacelight.cli.race_ask import _do, _said
from pacelight.errors import DriverError, RaceError
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.requests import (
    Answer,
    Arm,
    Correct,
    Gun,
    MoveGun,
    Nudge,
    Replan,
    Settle,
    Show,
    Split,
    Status,
    Swap,
    Walk,
    act_of,
)

NEEDED: dict[Act, dict[str, Any]] = {
    Act.MOVE_GUN: {"move": "-0.35"},
    Act.STARTED: {"ago": "12"},
    Act.REPLAN: {"light": "WR"},
    Act.NUDGE: {"light": "WR", "lap": -100},
    Act.STATUS: {"bib": "3", "status": "DQ"},
    Act.STRIKE: {"what": "k"},
    Act.RESTORE: {"what": "k"},
    Act.REASSIGN: {"what": "k", "bib": "3"},
    Act.SWAP: {"bib": "3", "other": "4"},
    Act.CORRECT: {"what": "k"},
    Act.SETTLE: {"what": "k", "take": True},
}


@pytest.mark.parametrize("act", Act)
def test_every_act_can_be_asked_for_by_its_word(act: Act) -> None:
    assert act_of(_do(act, NEEDED.get(act, {}))) is act


@pytest.mark.parametrize(
    ("act", "options", "made"),
    [
        ("gun", {"ago": "12.5"}, Gun(ago_ns=12_500_000_000)),
        ("move-gun", {"move": "-0.35"}, MoveGun(by_ns=-350_000_000)),
        ("arm", {"reason": "rain"}, Arm(reason="rain")),
        ("override", {"reason": "rain"}, Arm(override=True, reason="rain")),
        ("replan", {"light": "WR", "mark": "3:46.00"}, Replan(light="WR", mark="3:46.00")),
        ("nudge", {"light": "WR", "lap": -100}, Nudge(light="WR", by_ms=-100)),
        ("show", {"look": "clap", "per-minute": 90}, Show(look="clap", per_minute=90)),
        ("walk", {"lamp": 17, "to": 20, "blink": True}, Walk(first=17, last=20, blinks=True)),
        ("split", {"bib": "7", "distance": "800 m"}, Split(bib="7", distance="800 m")),
        ("split", {"time": "3:45.14"}, Split(elapsed_ns=225_140_000_000)),
        ("status", {"bib": "3", "status": "", "rule": None}, Status(bib="3", status="")),
        ("swap", {"bib": "3", "other": "4"}, Swap(bib="3", other="4")),
        ("correct", {"what": "k", "official": False}, Correct(what="k", official=False)),
        ("settle", {"what": "k", "take": False}, Settle(what="k", take=False)),
    ],
)
def test_options_are_what_goes_with_an_act(act: str, options: dict[str, Any], made: object) -> None:
    assert _do(act, options) == made


@pytest.mark.parametrize(
    ("act", "options", "why"),
    [
        ("fire", {}, "nothing can be asked with 'fire'"),
        ("gun", {"bib": "3"}, "'gun' takes no --bib"),
        ("gun", {"ago": "soon"}, "--ago is a number of seconds"),
        ("move-gun", {}, "'move-gun' needs --move"),
        ("swap", {"bib": "3"}, "'swap' needs --other"),
        ("split", {"time": "3.45.14"}, "not a time"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anybody_is(
    act: str, options: dict[str, Any], why: str
) -> None:
    with pytest.raises((RaceError, ValueError), match=why):
        _do(act, options)


def test_who_is_no_role_asks_nothing(tmp_path: Path) -> None:
    ran = CliRunner().invoke(
        app, ["race", "ask", str(tmp_path / "bus"), "gun", "--by", "x", "--role", "king"]
    )
    assert isinstance(ran.exception, RaceError)
    assert "no role 'king'" in str(ran.exception)


def test_where_no_engine_is_that_is_said_once_patience_is_over(tmp_path: Path) -> None:
    words = ["race", "ask", str(tmp_path / "bus"), "gun", "--by", "x", "--patience", "0.3"]
    ran = CliRunner().invoke(app, words)
    assert isinstance(ran.exception, DriverError)
    assert "no engine answers at" in str(ran.exception)


def test_what_was_done_ends_with_0_and_what_was_refused_with_2(
    tmp_path: Path, answering: Callable[..., Any]
) -> None:
    bus = tmp_path / "bus"
    answering(bus)
    done = CliRunner().invoke(app, ["race", "ask", str(bus), "blackout", "--by", "lights", "--json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["done"] is True
    said = CliRunner().invoke(app, ["race", "ask", str(bus), "blackout", "--by", "lights"])
    assert said.stdout.startswith("done: the race is ")
    words = ["race", "ask", str(bus), "official", "--by", "lights", "--role", "operator", "--reason", "x"]
    refused = CliRunner().invoke(app, words)
    assert refused.exit_code == 2
    assert refused.stdout.startswith("refused: ")


def test_of_the_lamps_it_is_said_first_what_they_do_now() -> None:
    dark = Answer("k", done=True, revision=3, state="running", why=["the lamps are dark; the race goes on"])
    assert _said("blackout", dark) == ["done: the lamps are dark; the race goes on"]
    assert _said("blackout", Answer("k", done=True, revision=3, state="running")) == [
        "done: the race is running"
    ]
    despite = Answer("k", done=True, revision=3, state="armed", why=["despite: it rains"])
    assert _said("override", despite) == ["done: the race is armed", "despite: it rains"]
