"""What goes into the archive of a meet, each file under the name that it will have there."""

from collections.abc import Callable
from pathlib import Path

from pacelight import __version__
from pacelight.book.store.copied import copied
from pacelight.meet.journal.named import names_of
from pacelight.meet.journal.segments import gathered
from pacelight.meet.packing.belongings import Belonging, beside, named_files
from pacelight.meet.packing.manifest import MANIFEST, SCHEMA, JournalPacked, Manifest
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.places import is_address, places_file, places_text

__all__ = ["Gathering"]

Progress = Callable[[float], object]


class Gathering:
    """What goes into the archive, under which name.

    Attributes:
        belongings: so far.
        left_out: what does not go with it.
        unbelieved: bytes of the journal that are none of its lines.

    Args:
        meet: the meet; it may be running.
        scratch: a folder for copies.
        progress: told how far the copy of the book is, 0 to 1.
    """

    def __init__(self, meet: MeetFile, scratch: Path, progress: Progress) -> None:
        self.belongings = named_files(meet)
        self.left_out: list[str] = []
        self.unbelieved = 0
        self._meet = meet
        self._scratch = scratch
        self._progress = progress
        self._taken = {one.name for one in self.belongings} | {MANIFEST, places_file(meet.path).name}
        self._here: dict[str, str] = {}
        self._journal: JournalPacked | None = None

    def gather(self, *, with_secret: bool) -> None:
        """Find everything.

        Args:
            with_secret: the secret, too.

        Raises:
            PacelightError: something cannot be read.
        """
        self._gather_journal()  # first: what only the book holds is entered once more, and is there already
        self._gather_book()
        self._gather_secret(wanted=with_secret)
        self._gather_places()

    def manifest(self) -> Manifest:
        """What there is, with the sum of each.

        Raises:
            Failure: a file cannot be read.
        """
        meet = self._meet
        return Manifest(
            schema=SCHEMA,
            id=meet.id,
            name=meet.name,
            day=meet.day.isoformat(),
            meet=meet.path.name,
            version=__version__,
            files=[one.packed() for one in sorted(self.belongings, key=lambda one: one.name)],
            journal=self._journal,
        )

    def _gather_book(self) -> None:
        if is_address(self._meet.book):
            self.left_out.append(f"the book is on a server: {self._meet.book}")
            return
        path, copy = Path(self._meet.book), self._scratch / "book.sqlite"
        copied(path, copy, self._progress)
        name = beside(path, self._meet.folder, self._taken)
        self.belongings.append(Belonging(name, "book", copy))
        self._moved(self._meet.written.book, name)

    def _gather_journal(self) -> None:
        path = self._meet.journal
        if not path.exists():
            return
        segments, _ = gathered(path)
        name = beside(path, self._meet.folder, self._taken)
        folder = name.rpartition("/")[0]
        for segment in segments:
            there = name if segment.path == path else f"{folder}{'/' * bool(folder)}{segment.path.name}"
            self.belongings.append(Belonging(there, "journal", segment.path, segment.end))
            names = names_of(segment.path)
            if names.exists():
                self.belongings.append(Belonging(f"{there}.names", "names", names, names.stat().st_size))
        lines = sum(len(one.lines) for one in segments)
        self._journal = JournalPacked(name, lines, segments[-1].links[-1])
        self.unbelieved = segments[-1].rest
        self._moved(self._meet.written.journal, name)

    def _gather_secret(self, *, wanted: bool) -> None:
        secret, written = self._meet.secret, self._meet.engine.secret
        if secret is None or written is None:
            return
        if not wanted:
            self.left_out.append("the secret: carry it yourself, or pack it with --with-secret")
            return
        name = beside(secret, self._meet.folder, self._taken)
        self.belongings.append(Belonging(name, "secret", secret))
        self._moved(written, name)

    def _gather_places(self) -> None:
        if not self._here:
            return
        file = self._scratch / "places.toml"
        file.write_text(places_text(dict(sorted(self._here.items()))), encoding="utf-8")
        self.belongings.append(Belonging(places_file(self._meet.path).name, "places", file))

    def _moved(self, written: str, name: str) -> None:
        """Note where a file will be, unless the meet file says just that."""
        if written != name:
            self._here[written] = name
