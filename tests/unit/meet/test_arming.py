"""An engine whose lamps are not reached does not arm; the director may, and why is written down."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from pacelight.errors import StoreError
from pacelight.lights.drivers.health import State as Reach
from pacelight.meet.bus import Bus
from pacelight.meet.desk.requests import Answer, Arm, Blackout, Check, Do, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine.engine import Engine
from pacelight.meet.engine.start import Orders, engine
from pacelight.meet.journal.entries import Commanded, decoded
from pacelight.meet.journal.file import read
from pacelight.meet.race import Command

PATIENCE_S = 60.0
"""For a network that says no within milliseconds; nothing waits so long."""


@contextmanager
def nobody() -> Iterator[int]:
    """A port at which nobody listens, and nobody else begins to."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.2", 0))  # the same number at 127.0.0.1 stays free of this test's own sockets
        yield other.getsockname()[1]


def ask(running: Engine, do: Do, role: Role = Role.OPERATOR, key: str = "") -> Answer:
    live = running.session.on
    made = Request(
        key=key or f"{type(do).__name__}-{role}-{live.revision}",
        race=live.race.id,
        by="lights",
        role=role,
        do=do,
        seen=live.revision,
        client="desk",
    )
    return running.front.decide(running, made)


@pytest.mark.faults
def test_lamps_that_are_not_reached_keep_a_race_from_being_armed_until_the_director_says_why(
    tmp_path: Path, hall: Any
) -> None:
    journal = tmp_path / "race.journal"
    with nobody() as port:
        output = f"sacn://127.0.0.1:{port}"
        orders = Orders(hall.race, hall.book, journal, output, Fraction(1))
        with engine(orders, lambda _told, _live: None, pytest.fail) as running:
            until_s = time.monotonic() + PATIENCE_S
            while not refuses(running):
                assert time.monotonic() < until_s
                running.turn(running.clock.now().monotonic_ns + 10_000_000)
            assert ask(running, Check()).done
            refused = ask(running, Arm())
            assert (refused.done, refused.state) == (False, "checked")
            assert refused.why == [
                f"lamps {output}: nobody listens there: Connection refused (look at its power and its cable)"
            ]
            assert not ask(running, Arm(override=True, reason="we see them shine"), Role.OPERATOR).done
            assert not ask(running, Arm(override=True), Role.DIRECTOR).done
            armed = ask(running, Arm(override=True, reason="we see them shine"), Role.DIRECTOR, "again")
            assert (armed.done, armed.state) == (True, "armed")
    entries = [decoded(line.event) for line in read(journal)[0]]
    (arm,) = [one for one in entries if isinstance(one, Commanded) and one.command is Command.ARM]
    assert (arm.by, arm.role, arm.reason) == ("lights", "director", "we see them shine")
    assert list(arm.despite) == refused.why


def refuses(running: Engine) -> bool:
    (one,) = running.lamps.statistics().controllers or (None,)
    return one is not None and one.health.state(time.monotonic_ns()) is Reach.REFUSING


def test_a_book_that_does_not_answer_keeps_a_race_from_being_armed_and_nothing_from_going_dark(
    hall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bus, "turn", hall._turn)
    orders = Orders(hall.race, hall.book, hall.journal, "sim://", Fraction(1))
    with engine(
        orders, lambda _told, _live: None, pytest.fail, clock=hall.clock, lighting=hall.lighting
    ) as made:
        asked: list[str] = []

        def silent(_book: object) -> int:
            asked.append("revision")
            raise StoreError("the book cannot be read (disk I/O error)")

        monkeypatch.setattr(type(made.book), "revision", property(silent))
        assert ask(made, Blackout()).done
        assert asked == []
        assert ask(made, Check()).done
        refused = ask(made, Arm())
        assert not refused.done
        (why,) = refused.why
        assert why.startswith("book: the book cannot be read (disk I/O error) (name the right file")
