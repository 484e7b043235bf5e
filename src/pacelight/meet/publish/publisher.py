"""Publishing: the files of some journals in a folder, written when they are others than before."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pacelight.errors import StoreError
from pacelight.meet.publish.published import published
from pacelight.meet.publish.put import put
from pacelight.meet.publish.session import results_of
from pacelight.speech import Speech
from pacelight.timing.formats.lists.race_result import RaceResult

__all__ = ["FileState", "Publisher"]


@dataclass(frozen=True, slots=True)
class FileState:
    """A file that is to be published.

    Attributes:
        state: ``written``, ``unchanged``; or, where nothing is written, ``up to date``, ``old``, ``missing``.
    """

    name: str
    state: str
    size: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """What is given away of some journals.

    Attributes:
        journals: of races, in the order of the session.
        folder: where the files are.
        formats: which are made.
        speech: in whose language pages are.
        growing: an engine is still writing the journals.
    """

    journals: Sequence[Path]
    folder: Path
    formats: Sequence[str]
    speech: Speech
    growing: bool = False

    def results(self) -> tuple[RaceResult, ...]:
        """The results of all journals as they stand.

        Raises:
            JournalError: one cannot be read or believed.
        """
        return tuple(one for path in self.journals for one in results_of(path, growing=self.growing))

    def publish(self) -> tuple[FileState, ...]:
        """Write what is another than before, each file whole, the page of the session last.

        Raises:
            JournalError: a journal cannot be read or believed; nothing was written.
            FormatError: two races of one name; nothing was written.
            StoreError: the disk refuses; files that were written until then stay.
        """
        made = published(self.results(), self.formats, self.speech)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"no folder can be made at {self.folder}: {error.strerror}") from error
        return tuple(
            FileState(name, "written" if put(self.folder / name, data) else "unchanged", len(data))
            for name, data in made.items()
        )

    def status(self) -> tuple[FileState, ...]:
        """Which files stand there, and whether they say what the journals say; nothing is written.

        Raises:
            JournalError: a journal cannot be read or believed.
        """
        made = published(self.results(), self.formats, self.speech)
        return tuple(FileState(name, self._state(name, data), len(data)) for name, data in made.items())

    def _state(self, name: str, data: bytes) -> str:
        try:
            held = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return "missing"
        except OSError as error:
            raise StoreError(f"{self.folder / name} cannot be read: {error.strerror}") from error
        return "up to date" if held == data else "old"
