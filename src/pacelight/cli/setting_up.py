"""A meet that is prepared while its pages run: where its engine is listened to, and when it is to start."""

from collections.abc import Sequence
from pathlib import Path

from pacelight.errors import OutputError, PacelightError

__all__ = ["book_of", "bus_of", "check_file", "meet_of", "opened", "take_back"]


def bus_of(folder: Path | None, *, watch_only: bool = False) -> Sequence[str]:
    """Where the engine of a meet will be listened to that is prepared in this folder; nowhere without one.

    Args:
        folder: of the meet.
        watch_only: nobody signs in.

    Raises:
        OutputError: nobody could prepare anything.
    """
    if folder is None:
        return ()
    if watch_only:
        raise OutputError("who prepares a meet signs in: leave --watch-only or --setup out")
    return (*_named(folder), str(folder / "bus"))[:1]


def book_of(folder: Path) -> str:
    """The book of the meet that is prepared there, made of what is shipped where there is none yet.

    Raises:
        PacelightError: it cannot be made.
    """
    from pacelight.book.asking.lists import Book
    from pacelight.meet.programme.meetfile import MeetFile
    from pacelight.meet.programme.places import is_address
    from pacelight.web.setup.kept import BOOK

    try:
        named = MeetFile.read(meet_of(folder)).book
    except PacelightError:
        named = str(folder / BOOK)
    if not is_address(named) and not Path(named).exists():
        folder.mkdir(parents=True, exist_ok=True)
        Book.starter(named).close()
    return named


def meet_of(folder: Path) -> Path:
    """The meet file that is prepared there."""
    from pacelight.web.setup.kept import MEET

    return folder / MEET


def check_file(folder: Path, file: Path) -> None:
    """Refuse to prepare another meet than the one that is run.

    Raises:
        OutputError: the file is another than that of the folder.
    """
    prepared = meet_of(folder)
    if file.resolve() != prepared.resolve():
        raise OutputError(
            f"what is prepared in {folder} is {prepared}, not {file} (leave one of the two out)"
        )


def opened(folder: Path) -> bool:
    """Whether somebody has asked for the engine on the page."""
    from pacelight.web.setup.kept import OPENED

    return (folder / OPENED).exists()


def take_back(folder: Path) -> None:
    """It did not start: the page says so, and it can be asked for again."""
    from pacelight.web.setup.kept import OPENED

    (folder / OPENED).unlink(missing_ok=True)


def _named(folder: Path) -> Sequence[str]:
    """The buses that the meet file names, if it can be read."""
    from pacelight.meet.programme.meetfile import MeetFile

    try:
        meet = MeetFile.read(meet_of(folder))
    except PacelightError:
        return ()
    return [one if "://" in one else str(meet.folder / one) for one in meet.engine.bus]
