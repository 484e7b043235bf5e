"""The meet file: read, checked, saved with its version, undone; its entries, and who of the book they are."""

import base64
import threading
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from pacelight.book.asking.lists import Book
from pacelight.errors import FormatError, PacelightError, RaceError
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.places import is_address
from pacelight.meet.show.meet_faults import faults as unready
from pacelight.web.setup import entries
from pacelight.web.setup.draft import MeetDraft, drafted
from pacelight.web.setup.kept import BOOK, MEET, SURVEY, Author, Kept, digest
from pacelight.web.setup.named import named
from pacelight.web.setup.refusals import refusal
from pacelight.web.setup.running import OnTrack, refuse
from pacelight.web.setup.shapes import EntriesAsked, MeetAsked, MeetShown, SeatsAsked, SeatsShown
from pacelight.web.setup.survey import Fault
from pacelight.web.setup.tables import Read, read
from pacelight.web.setup.text import written

__all__ = ["Meeting"]


@dataclass
class Meeting:
    """What is done with the meet file of a folder.

    Attributes:
        kept: the files of the meet.
    """

    kept: Kept
    _making: threading.Lock = field(default_factory=threading.Lock)

    @property
    def path(self) -> Path:
        """Where the meet file is."""
        return self.kept.folder / MEET

    def shown(self) -> MeetShown:
        """The meet as it stands; an empty one, with what is usual, where there is none yet."""
        text = self.kept.text(MEET)
        if text is None:
            return self._told(MeetDraft(survey=SURVEY), "")
        try:
            draft = drafted(text)
        except RaceError as error:
            return self._told(None, digest(text), faults=[Fault("", str(error))])
        return self._told(draft, digest(text), text=text)

    def checked(self, asked: MeetAsked) -> MeetShown:
        """What is wrong with a draft; nothing is written.

        Raises:
            RaceError: the file cannot be changed so.
        """
        found = self._read(asked.meet)
        if found.faults:
            return self._told(asked.meet, asked.seen, faults=found.faults)
        text = written(self.kept.text(MEET), found.tables, _was(asked.meet))
        return self._told(asked.meet, asked.seen, text=text)

    def saved(self, asked: MeetAsked, author: Author, on: OnTrack | None) -> MeetShown:
        """Save a meet, also one that is not whole yet; what cannot be read is told, and nothing is saved.

        Raises:
            RaceError: it would change the race that is on; or somebody else has changed it.
        """
        found = self._read(asked.meet)
        if found.faults:
            refused = self._told(asked.meet, asked.seen, faults=found.faults)
            return msgspec.structs.replace(refused, kept=False)
        before = self.kept.text(MEET)
        text = written(before, found.tables, _was(asked.meet))
        self._refuse_change(before, text, on)
        self.kept.save(MEET, text, author, seen=asked.seen)
        note = self._make_book(asked.meet.book)
        return msgspec.structs.replace(self.shown(), note=note)

    def undone(self, seen: str, author: Author, on: OnTrack | None) -> MeetShown:
        """Put the version before back.

        Raises:
            RaceError: a race is on; somebody else has changed it; or there is none before.
        """
        refuse(on, "no earlier meet is put back")
        self.kept.undo(MEET, author, seen=seen)
        return self.shown()

    def entries(self, asked: EntriesAsked) -> entries.EntriesShown:
        """The start lists of a file.

        Raises:
            FormatError: it is none.
        """
        try:
            data = base64.b64decode(asked.base64, validate=True) if asked.base64 else asked.text.encode()
        except ValueError as error:  # no base 64, or no text
            raise FormatError(f"{asked.name} came damaged: send it again") from error
        if not data.strip():
            raise FormatError("nothing was pasted, and no file was chosen")
        return entries.read(data, asked.name, self._book(), asked.sex, asked.format)

    def seats(self, asked: SeatsAsked) -> SeatsShown:
        """Who of the book some runners are."""
        return SeatsShown(entries.seated(asked.runners, self._book(), asked.sex))

    def _read(self, draft: MeetDraft) -> Read:
        """What a draft says, and all that is wrong with it."""
        found = read(draft)
        refused = {one.at for one in found.faults}
        found.faults += named(draft, self.kept.folder, refused)
        return found

    def _told(
        self, draft: MeetDraft | None, seen: str, *, faults: list[Fault] | None = None, text: str = ""
    ) -> MeetShown:
        missing = self._missing(text) if text else []
        return MeetShown(
            file=MEET,
            draft=draft,
            seen=seen,
            faults=faults or [],
            unready=missing,
            whole=bool(text) and not missing,
            versions=self.kept.versions(MEET),
        )

    def _missing(self, text: str) -> list[Fault]:
        """What an engine would refuse, or `pacelight meet check` find, in one line each."""
        try:
            meet = MeetFile.parse(text, self.path)
        except PacelightError as error:
            return [_located(str(error))]
        races = [one.race.id for one in meet.races]
        return [_of_race(words, races) for words in unready(meet, meet.book)]

    def _book(self) -> str:
        """Where the book of the meet is; it is made if it is not there."""
        text = self.kept.text(MEET)
        book = (drafted(text).book if text is not None else "") or BOOK
        self._make_book(book)
        return book if is_address(book) else str(self.kept.folder / Path(book).expanduser())

    def _make_book(self, book: str) -> str:
        """Make the book of the meet, of what is shipped, where there is none; what was done, in a line."""
        place = self.kept.folder / Path(book or BOOK).expanduser()
        if is_address(book) or place.exists():
            return ""
        with self._making:
            if not place.exists():
                Book.starter(place).close()
        return f"{place.name} was made, with the records that are shipped"

    def _refuse_change(self, before: str | None, after: str, on: OnTrack | None) -> None:
        """Refuse what would change the race that is on.

        Raises:
            RaceError: it would.
        """
        if on is None:
            return
        try:
            held, made = (MeetFile.parse(text, self.path) for text in (before or "", after))
            same = held.race(on.race).race.text == made.race(on.race).race.text
        except PacelightError:
            same = False
        if not same:
            raise on.refuse("this race is not changed")


def _was(draft: MeetDraft) -> dict[str, str]:
    """Of races that are called otherwise now, by their name now the one before."""
    return {one.id.strip(): one.was for one in draft.races if one.was and one.id.strip() != one.was}


def _located(words: str) -> Fault:
    """A refusal of the whole file, at the race or the timing system of which it speaks."""
    found = refusal(words)
    at = {"race": f"races.{found.nth}", "timing": f"timing.{found.nth}"}.get(found.table, "")
    return Fault(at, found.words)


def _of_race(words: str, races: list[str]) -> Fault:
    """What is not right yet, at the race that it begins with."""
    name, colon, rest = words.partition(": ")
    return Fault(f"races.{races.index(name)}", rest) if colon and name in races else Fault("", words)
