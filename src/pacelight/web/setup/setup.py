"""A meet that is prepared in a folder, and everything with which that is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pacelight.errors import RaceError, StoreError
from pacelight.event import Level
from pacelight.lights.drivers import KINDS
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.timing.sources.address import ADDRESSES
from pacelight.track import TRACKS
from pacelight.web.qr import picture
from pacelight.web.setup.kept import MEET, OPENED, Author, Kept
from pacelight.web.setup.meeting import Meeting
from pacelight.web.setup.rounds import Rounds
from pacelight.web.setup.running import OnTrack
from pacelight.web.setup.shapes import SetupShown
from pacelight.web.setup.surveying import Surveying

__all__ = ["SetUp", "prepared"]


@dataclass
class SetUp:
    """A meet that is prepared.

    Attributes:
        kept: its files.
        surveying: its survey, and the walk.
        meeting: its meet file, and the entries.
        rounds: the doctor.
        address: of the pages, for a phone; empty where only this machine gets there.
        starts: whether a button starts the engine: `pacelight serve` looks for what it writes.
    """

    kept: Kept
    surveying: Surveying
    meeting: Meeting
    rounds: Rounds
    address: str = ""
    starts: bool = False

    def shown(self, may: list[str], on: OnTrack | None, *, engine: bool) -> SetupShown:
        """What can be done here, and how far it is.

        Args:
            may: what who asks may do.
            on: the race that is on.
            engine: whether one is heard.
        """
        folder = self.kept.folder
        return SetupShown(
            may=may,
            folder=str(folder),
            opened=(folder / OPENED).exists(),
            engine=engine,
            on="" if on is None else str(on.refuse("nothing of it is changed")),
            address=self.address,
            qr=picture(f"{self.address}setup") if self.address else [],
            tracks=list(TRACKS),
            levels=[str(level) for level in Level],
            timing=list(ADDRESSES),
            outputs=list(KINDS),
            command="" if self.starts else f"pacelight serve {folder / MEET} --setup {folder}",
        )

    def open(self, author: Author) -> None:
        """Have the engine of tonight started, by whoever keeps it up.

        Raises:
            RaceError: the meet is not whole, or nobody here starts engines.
            StoreError: it cannot be written down.
        """
        if not self.starts:
            raise RaceError("no engine is started from here (start it with: pacelight serve)")
        shown = self.meeting.shown()
        if not shown.whole:
            why = [one.words for one in (*shown.faults, *shown.unready)] or ["there is no meet file yet"]
            raise RaceError(
                f"the meet is not ready: {why[0]}" + (f" (and {len(why) - 1} more)" if len(why) > 1 else "")
            )
        meet = MeetFile.read(self.meeting.path)
        self.surveying.walk.dark()
        try:
            (self.kept.folder / OPENED).write_text(f"{meet.id} {author.by}\n", encoding="utf-8")
        except OSError as error:
            raise StoreError(f"{OPENED} cannot be written: {error.strerror}") from error


_LISTENED_S = 2.0
"""How long the doctor listens to lamps and timing systems."""


def prepared(folder: Path, addresses: Sequence[str], unix_s: Callable[[], int], *, starts: bool) -> SetUp:
    """A meet that is prepared in a folder.

    Args:
        folder: made if it is not there.
        addresses: of the pages, for phones, the best first.
        unix_s: whole seconds since 1970.
        starts: whether somebody looks there for the engine to be started.

    Raises:
        StoreError: it cannot be made.
    """
    kept = Kept(folder)
    meeting = Meeting(kept)
    rounds = Rounds(meeting.path, "", addresses, _LISTENED_S, unix_s)
    address = addresses[0] if addresses else ""
    return SetUp(kept, Surveying(kept), meeting, rounds, address, starts)
