"""A journal of the Liévin mile without its lights, as an engine would have written it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import pytest

from pacelight.mark import Mark
from pacelight.meet.bus.protocol import RecordShown, mark_shown
from pacelight.meet.journal import entries
from pacelight.meet.journal.file import Journal
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.race import Command
from pacelight.timing import Passing, Verdict

RACE = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
GUN_NS = 1_739_475_000_000_000_000


def record(level: str, code: str, mark: str, stood: str, *, en_route: bool = False) -> RecordShown:
    return RecordShown(
        level=level,
        label=level,
        scope="WORLD",
        code=code,
        mark=mark_shown(Mark.parse(mark)),
        by_thousandths=Mark.parse(stood).thousandths - Mark.parse(mark).thousandths,
        stood=mark_shown(Mark.parse(stood)),
        stood_since="2025-02-08",
        stood_by=["Yared Nuguse"],
        en_route=en_route,
        athlete="Jakob Ingebrigtsen",
        nation="NOR",
        bib="1",
        status="candidate",
        equalled=False,
    )


@dataclass
class Evening:
    """Lines of a journal; `upto` says how far the race is told.

    Attributes:
        text: of the race file.
        zone, number: of the first line.
        gun_ns: when it was, for everyone.
    """

    text: str = RACE
    more: list[entries.Entry] = field(default_factory=list)
    zone: str = ""
    number: tuple[str, str, str] | None = None
    gun_ns: int = GUN_NS

    @property
    def opened(self) -> entries.Opened:
        told = (entries.SCHEMA, self.text, [], "book.sqlite", "sim://")
        return entries.Opened(*told, zone=self.zone, number=self.number)

    def lines(self, *, finished: bool = True, official: bool = True) -> list[entries.Entry]:
        race = RaceFile.parse(self.text)
        by = {"by": "timing desk", "role": "timer"}
        told: list[entries.Entry] = [
            self.opened,
            entries.Commanded(Command.CHECK, by="lights"),
            entries.Commanded(Command.ARM, by="lights"),
            entries.Fired(0, self.gun_ns, "boot", "1"),
        ]
        events = race.recording if finished else race.recording[:12]
        for event in events:
            if isinstance(event, Passing):
                told.append(entries.Passed.of(event))
            elif isinstance(event, Verdict):
                told.append(entries.Judged.of(event))
        if finished:
            told.append(
                entries.Credited(
                    "1",
                    [],
                    [
                        record("WR", "1500sh", "3:29.63", "3:30.60", en_route=True),
                        record("WR", "MILEsh", "3:45.14", "3:46.63"),
                    ],
                    [],
                )
            )
            told.append(entries.Commanded(Command.FINISH, by="engine"))
        told += self.more
        if finished and official:
            told.append(entries.Commanded(Command.OFFICIAL, **by))
        return told

    def write(self, path: Path, **upto: bool) -> Path:
        append(path, self.lines(**upto))
        return path


def append(path: Path, told: list[entries.Entry]) -> None:
    journal = Journal.open(path)
    try:
        for nth, entry in enumerate(told):
            journal.append(entry, unix_ns=GUN_NS + nth)
    finally:
        journal.close()


@pytest.fixture
def evening() -> Callable[..., Evening]:
    return Evening


@pytest.fixture
def appended() -> Callable[[Path, list[entries.Entry]], None]:
    return append
