"""What a meet names and a form cannot know by itself: files of its folder, lamps, timing systems, a book.

Each is read as whoever runs the meet will read it, and refused beside its field. What is only not here yet,
a machine that no network knows today, is no fault: a meet is prepared in an office.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import suppress
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from pacelight.book.store.store import Store
from pacelight.errors import OutputError, PacelightError, RaceError
from pacelight.lights.drivers import output
from pacelight.meet.programme.places import Places, is_address
from pacelight.meet.programme.racefile import RaceFile
from pacelight.timing.formats.lists.startlists import read_start_list
from pacelight.timing.sources.address import ADDRESSES, USUAL_PORTS, line, listener, options, place
from pacelight.timing.sources.allowed import Allowed
from pacelight.timing.sources.contact import LINES
from pacelight.timing.sources.lynx import board_dialogue
from pacelight.track import track as find_track
from pacelight.track.names import is_road
from pacelight.track.survey.file import SurveyFile
from pacelight.web.setup.draft import MeetDraft, RaceDraft, TimingDraft
from pacelight.web.setup.kept import MEET, SURVEY
from pacelight.web.setup.survey import Fault, SurveyDraft

__all__ = ["hung", "named"]

_HOST = re.compile(r"(?=.{1,253}$)[a-zA-Z0-9]([a-zA-Z0-9-]{0,62})(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,62}))*\.?")
_OPTION = re.compile(r"[?&\[](\w+)=")
_LISTENING = frozenset({"lynx+udp", "mylaps", "jchip", "start+udp"})
"""Kinds of which the device connects to us: their address is one of this machine."""
_CALLED = frozenset({"omega", "raceresult", "ipico", "ipico+serial", "lynx+serial"})
"""Kinds of which a listener can be made and opens nothing."""

_OUR_OWN = "127.0.0.1"

Check = tuple[str, Callable[[], object]]


def named(draft: MeetDraft, folder: Path, refused: Container[str] = ()) -> Iterator[Fault]:
    """What is wrong with what a meet names.

    Args:
        draft: as it was typed.
        folder: of the meet.
        refused: fields that cannot be read, and name nothing.
    """
    checks = [*_meet(draft, folder)]
    for nth, one in enumerate(draft.timing):
        if f"timing.{nth}.url" not in refused:
            checks += _timing(one, f"timing.{nth}")
    for nth, race in enumerate(draft.races):
        checks += _race(race, f"races.{nth}", folder)
    for fault in _faults((at, check) for at, check in checks if at not in refused):
        yield Fault(fault.at, fault.words.replace(f"{folder}/", ""))


def hung(draft: SurveyDraft) -> Iterator[Fault]:
    """What is wrong with the addresses of controllers."""
    yield from _faults(
        (f"controllers.{nth}.output", partial(_lamps, one.output.strip()))
        for nth, one in enumerate(draft.controllers)
    )


def _faults(checks: Iterable[Check]) -> Iterator[Fault]:
    """Of each field that is refused; none of one that names what is not here yet."""
    for at, check in checks:
        try:
            check()
        except PacelightError as error:
            if not _elsewhere(error):
                yield Fault(at, " ".join(str(error).splitlines()))
        except OSError as error:  # a name that no disk has
            yield Fault(at, f"nothing can be there: {error.strerror}")


def _elsewhere(error: PacelightError) -> bool:
    """Whether it is this machine that does not know it, by its network or its disk."""
    return isinstance(error, OutputError) and isinstance(error.__cause__, OSError)


def _meet(draft: MeetDraft, folder: Path) -> Iterator[Check]:
    yield "track", lambda: find_track(draft.track.strip(), folder) if is_road(draft.track.strip()) else None
    yield "survey", lambda: _survey(draft.survey.strip(), folder)
    yield "output", lambda: _lamps(draft.output.strip())
    yield "host", lambda: _host(draft.host.strip())
    yield "book", lambda: _book(draft.book.strip(), folder)
    yield "spare", lambda: _spare(draft.spare.strip(), folder)


def _survey(name: str, folder: Path) -> None:
    """A survey of the folder; that which the page of the track writes may come later."""
    if name and not (name == SURVEY and not (folder / name).exists()):
        _read(name, folder, "the survey", SurveyFile.read)


def _race(race: RaceDraft, at: str, folder: Path) -> Iterator[Check]:
    file, entries = race.file.strip(), race.entries.strip()
    if file:
        yield f"{at}.file", lambda: _read(file, folder, "the race file", RaceFile.read)
    if entries:
        yield f"{at}.entries", lambda: _read(entries, folder, "the start list", _start_list)


def _read(name: str, folder: Path, what: str, read: Callable[[Path], object]) -> None:
    """A file of the folder, which is there and is what it is to be."""
    path = folder / name
    if not path.is_file():
        raise RaceError(f"no file '{name}' lies in the folder of the meet")
    try:
        read(path)
    except PacelightError as error:
        raise RaceError(f"{what} cannot be read: {str(error).removeprefix(f'{path}: ')}") from error


def _start_list(path: Path) -> None:
    read_start_list(path.read_bytes(), path.name, "")


def _book(name: str, folder: Path) -> None:
    """A book that is there, or a place where one can be made."""
    if not name:
        return
    where = Places.beside(folder / MEET).book(name)
    if is_address(where) or Path(where).exists():
        Store.open(where).close()
    elif not Path(where).parent.is_dir():
        raise RaceError(f"there is no folder {Path(where).parent}: no book can be made in it")


def _spare(name: str, folder: Path) -> None:
    """A folder, which may be on a disk that is not plugged in yet."""
    if name and (place := Places.beside(folder / MEET).path(name)).exists() and not place.is_dir():
        raise RaceError(f"the spare place is a folder, and '{name}' is a file")


def _lamps(url: str) -> None:
    if url:
        output(url)


def _host(name: str) -> None:
    """An address of this machine, or a name that may be one."""
    if not name or _HOST.fullmatch(name):
        return
    try:
        ip_address(name.partition("%")[0])
    except ValueError:
        raise RaceError(
            f"the address of this machine is a number or a name, as 10.0.0.2, not '{name}'"
        ) from None


def _timing(one: TimingDraft, at: str) -> Iterator[Check]:
    url, allow = one.url.strip(), [each.strip() for each in one.allow.split(",") if each.strip()]
    yield f"{at}.url", lambda: _system(url)
    yield f"{at}.allow", lambda: _allowed(url, allow)


def _system(url: str) -> None:
    """The parts of an address of its kind; nothing is opened, nobody is called."""
    parts = urlsplit(url)
    if parts.scheme in _CALLED:
        listener("timing", url).close()
        return
    form = ADDRESSES[parts.scheme][1]
    said = options(parts, *_OPTION.findall(form))
    if "://HOST" in form:
        place(parts, USUAL_PORTS.get(parts.scheme))
    else:
        line(parts)
    board_dialogue("timing", said)
    if parts.scheme == "contact+serial" and (wire := said.get("line", "cts")) not in {*LINES, "byte"}:
        raise RaceError(f"a serial line has no input '{wire}' (write one of {', '.join(LINES)}, or byte)")


def _allowed(url: str, allow: list[str]) -> None:
    """Machines or networks; where others can get to us, some are named."""
    parts = urlsplit(url)
    Allowed(_listens(parts) or _OUR_OWN, allow)


def _listens(parts: SplitResult) -> str:
    """At which number of this machine it is listened; empty where the device is called."""
    if parts.scheme in _LISTENING or (parts.scheme == "lynx+tcp" and "listen=yes" in parts.query):
        with suppress(OutputError):  # it is told beside the address
            return place(parts, USUAL_PORTS.get(parts.scheme))[0]
    return ""
